"""Settings of an OpenAI organisation."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.live.config import NonNegativeInt, PositiveInt, RequiredSecret, Url, check_settings, setting


@dataclass(frozen=True, slots=True)
class Config:
    """One OpenAI organisation. Raises InputError, naming the setting, for what cannot be."""

    instance: str
    api_key: RequiredSecret = field(
        metadata=setting("an admin key of the organisation (sk-admin-...), made by an owner")
    )
    base_url: Url = field(default="https://api.openai.com/v1", metadata=setting("where the API answers; https"))
    lookback_days: PositiveInt = field(default=90, metadata=setting("how far back the first run reads usage and costs"))
    reread_days: NonNegativeInt = field(
        default=3, metadata=setting("days that later runs read again: costs settle late")
    )
    max_pages: PositiveInt = field(default=10_000, metadata=setting("pages per call; beyond, the run is PARTIAL"))
    max_age_s: PositiveInt = field(default=86_400, metadata=setting("how old it may become before it is stale"))

    def __post_init__(self) -> None:
        check_settings(self, "openai")

"""Settings of a Cursor team."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.live.config import NonNegativeInt, PositiveInt, RequiredSecret, Url, check_settings, setting


@dataclass(frozen=True, slots=True)
class Config:
    """One Cursor team. Raises InputError, naming the setting, for what cannot be."""

    instance: str
    api_key: RequiredSecret = field(metadata=setting("an admin key of the team, from its dashboard"))
    base_url: Url = field(default="https://api.cursor.com", metadata=setting("where the API answers; https"))
    lookback_days: PositiveInt = field(default=90, metadata=setting("how far back the first run reads usage"))
    reread_days: NonNegativeInt = field(
        default=2, metadata=setting("days that later runs read again: events arrive late")
    )
    page_size: PositiveInt = field(default=1000, metadata=setting("rows per page, within a window of at most 30 days"))
    max_pages: PositiveInt = field(default=10_000, metadata=setting("pages per window; beyond, the run is PARTIAL"))
    models: bool = field(
        default=False, metadata=setting("read which models the team allows; the key needs the scope models:read")
    )
    max_age_s: PositiveInt = field(default=86_400, metadata=setting("how old it may become before it is stale"))

    def __post_init__(self) -> None:
        check_settings(self, "cursor")

"""This file knows what a person sets to read an OpenAI organisation."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.base import Secret
from loaders.live.config import check_settings, setting


@dataclass(frozen=True, slots=True)
class Config:
    """One OpenAI organisation. Raises InputError, naming the setting, for what cannot be."""

    instance: str
    api_key: Secret = field(metadata=setting("an admin key of the organisation (sk-admin-...), made by an owner"))
    base_url: str = field(default="https://api.openai.com/v1", metadata=setting("where the API answers; https"))
    lookback_days: int = field(default=90, metadata=setting("how far back the first run reads usage and costs"))
    reread_days: int = field(default=3, metadata=setting("days that later runs read again: costs settle late"))
    max_pages: int = field(default=10_000, metadata=setting("pages per call; beyond, the run is PARTIAL"))
    promised_age_s: int = field(default=86_400, metadata=setting("how old it may become before it is stale"))

    def __post_init__(self) -> None:
        check_settings(self, "openai", needed=("api_key",), addresses=("base_url",), may_be_zero=("reread_days",))

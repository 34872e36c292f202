"""This file knows what a person sets to read a directory over SCIM."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.base import Secret
from loaders.live.config import check_settings, meaning


@dataclass(frozen=True, slots=True)
class Config:
    """One SCIM 2.0 service. Raises InputError, naming the setting, for what cannot be."""

    instance: str
    base_url: str = field(metadata=meaning("the address below which /Users and /Groups are; https"))
    token: Secret = field(metadata=meaning("the bearer token that may read users and groups"))
    page_size: int = field(default=200, metadata=meaning("resources per page; the service may give fewer"))
    max_pages: int = field(default=100_000, metadata=meaning("pages per list; beyond, the run is PARTIAL"))
    calls_per_minute: int = field(default=300, metadata=meaning("how many requests a minute it may be asked"))
    promised_age_s: int = field(default=86_400, metadata=meaning("how old it may become before it is stale"))

    def __post_init__(self) -> None:
        check_settings(self, "scim", needed=("token",), addresses=("base_url",))

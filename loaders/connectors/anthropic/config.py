"""This file knows what a person sets to read an Anthropic organisation."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.admin.setting import check_least, check_organization
from loaders.base import Secret

_LEAST = {"lookback_days": 1, "reread_days": 0, "max_pages": 1, "promised_age_s": 1}


def _means(text: str) -> dict[str, str]:
    return {"meaning": text}


@dataclass(frozen=True, slots=True)
class Config:
    """One Anthropic organisation. Raises InputError, naming the setting, for what cannot be."""

    instance: str
    api_key: Secret = field(metadata=_means("an admin key of the organisation (sk-ant-admin01-...)"))
    base_url: str = field(default="https://api.anthropic.com", metadata=_means("where the API answers; https"))
    claude_code: bool = field(default=True, metadata=_means("whether to read the Claude Code report, a call per day"))
    lookback_days: int = field(default=90, metadata=_means("how far back the first run reads usage and costs"))
    reread_days: int = field(default=3, metadata=_means("days that later runs read again: costs settle late"))
    max_pages: int = field(default=10_000, metadata=_means("pages per call; beyond, the run is PARTIAL"))
    promised_age_s: int = field(default=86_400, metadata=_means("how old it may become before it is stale"))

    def __post_init__(self) -> None:
        check_organization("anthropic", self.instance, self.api_key, self.base_url)
        check_least("anthropic", self.instance, {name: getattr(self, name) for name in _LEAST}, _LEAST)

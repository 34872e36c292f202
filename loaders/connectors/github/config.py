"""This file knows what a person sets to read a GitHub organisation."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.base import Secret
from loaders.live.config import check_settings, meaning


@dataclass(frozen=True, slots=True)
class Config:
    """One GitHub organisation; the instance is its login, in lower case as Peribolos writes it.

    Raises InputError, naming the setting, for what cannot be.
    """

    instance: str
    token: Secret = field(metadata=meaning("a token of an owner or an app: read:org, repo, manage_billing:copilot"))
    base_url: str = field(default="https://api.github.com", metadata=meaning("where the API answers; https"))
    enterprise: str = field(
        default="", metadata=meaning("the enterprise that is billed, where it is not the organisation")
    )
    copilot: bool = field(default=True, metadata=meaning("whether Copilot's seats and usage reports are read"))
    billing: bool = field(default=True, metadata=meaning("whether what Copilot costs is read"))
    tokens: bool = field(
        default=True,
        metadata=meaning(
            "whether access tokens and authorised keys are read; fine-grained ones are told to apps alone"
        ),
    )
    per_user: bool = field(
        default=False,
        metadata=meaning("whether bills are asked for person by person: a call per day, report and person"),
    )
    lookback_days: int = field(default=90, metadata=meaning("how far back the first run reads usage and costs"))
    reread_days: int = field(default=3, metadata=meaning("days that later runs read again: reports come late"))
    max_pages: int = field(default=10_000, metadata=meaning("pages per list; beyond, the run is PARTIAL"))
    calls_per_minute: int = field(default=80, metadata=meaning("how many requests a minute it may be asked"))
    promised_age_s: int = field(default=86_400, metadata=meaning("how old it may become before it is stale"))

    def __post_init__(self) -> None:
        check_settings(self, "github", needed=("token",), addresses=("base_url",), may_be_zero=("reread_days",))

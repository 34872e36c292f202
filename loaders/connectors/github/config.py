"""Settings of a GitHub organisation."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.live.config import NonNegativeInt, PositiveInt, RequiredSecret, Url, check_settings, setting


@dataclass(frozen=True, slots=True)
class Config:
    """One GitHub organisation; the instance is its login, in lower case as Peribolos writes it.

    Raises InputError, naming the setting, for what cannot be.
    """

    instance: str
    token: RequiredSecret = field(
        metadata=setting("a token of an owner or an app: read:org, repo, manage_billing:copilot")
    )
    base_url: Url = field(default="https://api.github.com", metadata=setting("where the API answers; https"))
    enterprise: str = field(
        default="", metadata=setting("the enterprise that is billed, where it is not the organisation")
    )
    copilot: bool = field(default=True, metadata=setting("whether Copilot's seats and usage reports are read"))
    billing: bool = field(default=True, metadata=setting("whether what Copilot costs is read"))
    tokens: bool = field(
        default=True,
        metadata=setting(
            "whether access tokens and authorised keys are read; fine-grained ones are listed to apps alone"
        ),
    )
    per_user: bool = field(
        default=False,
        metadata=setting("whether bills are asked for person by person: a call per day, report and person"),
    )
    lookback_days: PositiveInt = field(default=90, metadata=setting("how far back the first run reads usage and costs"))
    reread_days: NonNegativeInt = field(
        default=3, metadata=setting("days that later runs read again: reports come late")
    )
    max_pages: PositiveInt = field(default=10_000, metadata=setting("pages per list; beyond, the run is PARTIAL"))
    calls_per_minute: PositiveInt = field(default=80, metadata=setting("how many requests a minute it may be asked"))
    max_age_s: PositiveInt = field(default=86_400, metadata=setting("how old it may become before it is stale"))

    def __post_init__(self) -> None:
        check_settings(self, "github")

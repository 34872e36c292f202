"""Settings of a LiteLLM proxy."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.live.config import CountsRule, NonNegativeInt, PositiveInt, RequiredSecret, Url, check_settings, setting


@dataclass(frozen=True, slots=True)
class Config:
    """One LiteLLM proxy. Raises InputError, naming the setting, for what cannot be."""

    instance: str
    base_url: Url = field(metadata=setting("where the proxy answers; https"))
    api_key: RequiredSecret = field(
        metadata=setting("the master key, or a key of a proxy admin (a viewing one is enough)")
    )
    counts: CountsRule = field(
        default="auto",
        metadata=setting(
            "when its spend is in the ledger: auto (on days for which no source reports the provider's bill), always, never"
        ),
    )
    daily: bool = field(
        default=False,
        metadata=setting("read the daily sums instead of the logs, for a proxy that keeps none (disable_spend_logs)"),
    )
    lookback_days: PositiveInt = field(default=90, metadata=setting("how far back the first run reads usage"))
    reread_days: NonNegativeInt = field(
        default=2, metadata=setting("days that later runs read again: logs are written late")
    )
    page_size: PositiveInt = field(
        default=1000, metadata=setting("log rows per page; a proxy that allows fewer gets 100")
    )
    max_pages: PositiveInt = field(
        default=10_000, metadata=setting("pages per list and day; beyond, the run is PARTIAL")
    )
    max_age_s: PositiveInt = field(default=86_400, metadata=setting("how old it may become before it is stale"))

    def __post_init__(self) -> None:
        check_settings(self, "litellm")

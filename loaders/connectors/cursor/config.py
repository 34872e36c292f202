"""This file knows what a person sets to read a Cursor team."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from graph.errors import InputError
from loaders.base import Secret

_AT_LEAST = {"lookback_days": 1, "reread_days": 0, "page_size": 1, "max_pages": 1, "promised_age_s": 1}


def _means(text: str) -> dict[str, str]:
    return {"meaning": text}


@dataclass(frozen=True, slots=True)
class Config:
    """One Cursor team. Raises InputError, naming the setting, for what cannot be."""

    instance: str
    api_key: Secret = field(metadata=_means("an admin key of the team, from its dashboard"))
    base_url: str = field(default="https://api.cursor.com", metadata=_means("where the API answers; https"))
    lookback_days: int = field(default=90, metadata=_means("how far back the first run reads usage"))
    reread_days: int = field(default=2, metadata=_means("days that later runs read again: events arrive late"))
    page_size: int = field(default=1000, metadata=_means("rows per page, within a window of at most 30 days"))
    max_pages: int = field(default=10_000, metadata=_means("pages per window; beyond, the run is PARTIAL"))
    models: bool = field(
        default=False, metadata=_means("read which models the team allows; the key needs the scope models:read")
    )
    promised_age_s: int = field(default=86_400, metadata=_means("how old it may become before it is stale"))

    def __post_init__(self) -> None:
        if not self.instance or "\0" in self.instance:
            raise InputError("setting instance of cursor: give the team a name, such as acme")
        if not self.api_key.strip():
            raise InputError(f"setting api_key of cursor, instance {self.instance}: it is empty")
        for name, least in _AT_LEAST.items():
            if getattr(self, name) < least:
                raise InputError(
                    f"setting {name} of cursor, instance {self.instance}: it must be a whole number from {least}"
                )
        self._check_address()

    def _check_address(self) -> None:
        # The key travels with every request: in the clear it may only go to this machine.
        try:
            address = urlsplit(self.base_url)
            host = address.hostname or ""
            usable = address.port != 0 and not address.username and not address.password
        except ValueError:
            usable, host = False, ""
        else:
            own = host in ("localhost", "::1") or host.startswith("127.")
            usable = usable and bool(host) and (address.scheme == "https" or (address.scheme == "http" and own))
        if not usable:
            raise InputError(
                f"setting base_url of cursor, instance {self.instance}: it must be an https address without user and "
                "password (http only on this machine)"
            )

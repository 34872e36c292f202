"""This file knows what a person sets to read a Cursor team."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from graph.errors import InputError
from loaders.base import Secret

_AT_LEAST = {"lookback_days": 1, "reread_days": 0, "page_size": 1, "max_pages": 1, "promised_age_s": 1}


@dataclass(frozen=True, slots=True)
class Config:
    """One Cursor team. Raises InputError, naming the setting, for what cannot be.

    `lookback_days`: how far back the first run reads usage. `reread_days`: how many days already read every later run
    reads again, since events arrive late. `page_size` and `max_pages` bound each window of at most 30 days.
    """

    instance: str
    api_key: Secret
    base_url: str = "https://api.cursor.com"
    lookback_days: int = 90
    reread_days: int = 2
    page_size: int = 1000
    max_pages: int = 10_000
    promised_age_s: int = 86_400

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

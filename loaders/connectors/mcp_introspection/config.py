"""Settings that name one remote MCP server, which is asked for its tools."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Annotated

from graph.errors import InputError
from loaders.base import Secret
from loaders.live.config import PLAIN, OptionalSecret, PositiveInt, Url, check_settings, setting
from loaders.mcp.server_url import secrets_in_url

_HEADER = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}")
AUTHORIZATION = "Authorization"


@dataclass(frozen=True, slots=True)
class Config:
    """One server to ask. Raises InputError that names the setting and never its value."""

    instance: str
    url: Annotated[Url, PLAIN] = field(
        metadata=setting("the server's address over streamable HTTP; https, http only on this machine")
    )
    token: OptionalSecret = field(default=Secret(), metadata=setting("a token, where the server asks for one"))
    header: str = field(
        default=AUTHORIZATION,
        metadata=setting("the header that carries the token; Authorization gets `Bearer` before it"),
    )
    max_pages: PositiveInt = field(default=1_000, metadata=setting("pages of tools; beyond, the run is PARTIAL"))
    max_age_s: PositiveInt = field(default=86_400, metadata=setting("how old it may become before it is stale"))

    def __post_init__(self) -> None:
        check_settings(self, "mcp_introspection")
        location = f"of mcp_introspection, instance {self.instance}"
        if secrets_in_url(self.url):
            raise InputError(f"setting url {location}: it must not contain a secret; put that into the setting token")
        if not _HEADER.fullmatch(self.header):
            raise InputError(f"setting header {location}: it must be the name of a header")

    @property
    def headers(self) -> dict[str, str]:
        """The headers that authorize each request."""
        if not self.token:
            return {}
        is_bearer = self.header.lower() == AUTHORIZATION.lower() and " " not in self.token
        return {self.header: f"Bearer {self.token}" if is_bearer else str(self.token)}

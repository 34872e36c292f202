"""Settings of a registry of MCP servers, and the fetch of its list page by page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.errors import FetchError
from loaders.base import Page, Secret
from loaders.live.auth import HeaderAuth
from loaders.live.config import OptionalSecret, PositiveInt, RequiredText, Url, check_settings, setting
from loaders.live.http import FetchContext, HttpClient
from loaders.live.pagination import ListPage, PageRequest, Paginator, entries_of, text_of, until_refused

SERVERS = "servers"


@dataclass(frozen=True, slots=True)
class Config:
    """One registry or gateway. Raises InputError that names the setting and never its value."""

    instance: str
    # Without a default: a token meant for a company's own registry must not go to the public one.
    base_url: Url = field(metadata=setting("where the registry answers, such as https://mcp-registry.acme.example"))
    path: RequiredText = field(default="/v0.1/servers", metadata=setting("the list of servers below it"))
    token: OptionalSecret = field(default=Secret(), metadata=setting("a bearer token, where the registry asks for one"))
    include_deleted: bool = field(
        default=True, metadata=setting("ask for servers that were withdrawn too: they are then known to be disabled")
    )
    page_size: PositiveInt = field(default=100, metadata=setting("servers per page, 100 at most"))
    max_pages: PositiveInt = field(default=10_000, metadata=setting("pages of the list; beyond, the run is PARTIAL"))
    calls_per_minute: PositiveInt = field(default=120, metadata=setting("how many requests a minute it may be asked"))
    max_age_s: PositiveInt = field(default=86_400, metadata=setting("how old it may become before it is stale"))

    def __post_init__(self) -> None:
        check_settings(self, "mcp_registry")


def fetch(config: Config, context: FetchContext, checkpoint: str | None) -> Iterator[Page]:
    """All pages of the list of servers. A 401 or 403 ends it."""
    remedy = f"Check the settings base_url and token of mcp_registry, instance {config.instance}"
    auth = (
        HeaderAuth({"Authorization": f"Bearer {config.token}"}, [config.token]) if config.token else HeaderAuth({}, [])
    )
    with context.open_http(config.base_url, auth, remedy=remedy, limits={"": config.calls_per_minute}) as http:
        yield from until_refused(_pages(http, config))


def next_cursor(body: object) -> str | None:
    """The cursor of the next page, None on the last one. Raises FetchError if it is not text."""
    metadata = body.get("metadata") if isinstance(body, dict) else None
    fields = metadata if isinstance(metadata, dict) else {}
    return text_of(fields, "nextCursor", SERVERS) or text_of(fields, "next_cursor", SERVERS)


def _pages(http: HttpClient, config: Config) -> Iterator[Page]:
    deleted = "&include_deleted=true" if config.include_deleted else ""
    link = f"/{config.path.strip('/')}?limit={config.page_size}{deleted}"
    yield from Paginator(http, _read_page, config.max_pages).read_collection(SERVERS, [link])


def _read_page(request: PageRequest, body: object) -> ListPage:
    """A page of servers. Raises FetchError for an empty page with a cursor: it could be requested forever."""
    entries = entries_of(body, SERVERS, request.name, optional=isinstance(body, dict) and body.get(SERVERS, 0) is None)
    cursor = next_cursor(body)
    if cursor is not None and not entries:
        raise FetchError(f"{request.name}: a page is empty but has a cursor")
    return ListPage(entries, None if cursor is None else request.link_with("cursor", cursor))

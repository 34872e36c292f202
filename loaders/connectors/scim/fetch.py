"""Users and groups fetched from a SCIM 2.0 service, by index or by cursor, whichever it offers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import httpx

from graph.errors import FetchError
from loaders.base import Page
from loaders.connectors.scim.recognize import fold_case, is_list, total_of
from loaders.live.auth import HeaderAuth
from loaders.live.config import PositiveInt, RequiredSecret, Url, check_settings, setting
from loaders.live.http import FetchContext
from loaders.live.pagination import ListPage, PageRequest, Paginator, entries_of, text_of, until_refused

USERS, GROUPS = "/Users", "/Groups"


@dataclass(frozen=True, slots=True)
class Config:
    """One SCIM 2.0 service. Raises InputError that names an invalid setting."""

    instance: str
    base_url: Url = field(metadata=setting("the address below which /Users and /Groups are; https"))
    token: RequiredSecret = field(metadata=setting("the bearer token that may read users and groups"))
    page_size: PositiveInt = field(default=200, metadata=setting("resources per page; the service may give fewer"))
    max_pages: PositiveInt = field(default=100_000, metadata=setting("pages per list; beyond, the run is PARTIAL"))
    calls_per_minute: PositiveInt = field(default=300, metadata=setting("how many requests a minute it may be asked"))
    max_age_s: PositiveInt = field(default=86_400, metadata=setting("how old it may become before it is stale"))

    def __post_init__(self) -> None:
        check_settings(self, "scim")


def fetch(config: Config, context: FetchContext, checkpoint: str | None) -> Iterator[Page]:
    """All pages of a run: users, then groups with their members. 401 and 403 end it."""
    remedy = f"Check the setting token of scim, instance {config.instance}"
    headers = {"Authorization": f"Bearer {config.token}", "Accept": "application/scim+json, application/json"}
    auth = HeaderAuth(headers, [config.token])
    with context.open_http(config.base_url, auth, remedy=remedy, limits={"": config.calls_per_minute}) as http:
        paginator = Paginator(http, _read_page, config.max_pages)
        yield from until_refused(
            page
            for name in (USERS, GROUPS)
            # Neither index nor cursor is requested: the service answers in the way that it prefers.
            for page in paginator.read_collection(name, [f"{name}?count={config.page_size}"])
        )


def _read_page(request: PageRequest, body: object) -> ListPage:
    """A list response. The next page begins after what came, which may be less than what was requested."""
    folded = fold_case(body) if isinstance(body, dict) else {}
    if not is_list(folded):
        raise FetchError(f"{request.name} did not answer as documented")
    resources = entries_of(folded, "resources", request.name, optional=True)
    cursor = text_of(folded, "nextcursor", request.name)
    if cursor is not None:
        return ListPage(resources, request.link_with("cursor", cursor))
    params, total = httpx.URL(request.link).params, total_of(folded)
    start = int(params.get("startIndex", 1)) + len(resources)
    is_last = not resources or "cursor" in params or (total is not None and start > total)
    return ListPage(resources, None if is_last else request.link_with("startIndex", start))

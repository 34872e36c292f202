"""This file knows how the pages of one registry become a run: one node per package and per address, whoever lists it how often."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.check import check
from graph.claims import Node, RunHeader
from graph.errors import FetchError, RecordError
from graph.reason import Reason
from loaders.base import Context, Document, Page, PendingRun
from loaders.connectors.mcp_registry.fetch import SERVERS, next_cursor
from loaders.connectors.mcp_registry.server_json import (
    ServerEndpoint,
    ServerVersion,
    looks_like_server,
    read_server_version,
)
from loaders.live.pagination import WHOLE
from loaders.saved.fields import ErrorCollector, FieldReader

_NUMBER = re.compile(r"\d{1,9}")


def recognize(document: Document) -> bool:
    """A server.json, a list of them, or a saved page of a registry's list of servers."""
    return document.format == "json" and bool(document.content) and _listed(document.content) is not None


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per registry. What was fetched to its end vouches for McpServer; files vouch for nothing.

    Lenient per entry unless `context.lenient` is False: then the first bad one raises RecordError.
    """
    runs: dict[str, _RegistryRun] = {}
    for page in pages:
        source = context.source or f"mcp_registry:{_instance_of(page)}"
        runs.setdefault(source, _RegistryRun(source, context, ErrorCollector(context.lenient is False))).add(page)
    for source in sorted(runs):
        yield runs[source].draft()


@dataclass(slots=True)
class _RegistryRun:
    """One run in the making."""

    source: str
    context: Context
    errors: ErrorCollector
    listings: list[ServerVersion] = field(default_factory=list)
    failures: list[Reason] = field(default_factory=list)
    origins: dict[str, None] = field(default_factory=dict)
    arrived: bool = False
    is_whole: bool = False
    # Of saved pages: whether one is the last of its list, and whether one says that more follow.
    ends: bool = False
    goes_on: bool = False

    def add(self, page: Page) -> None:
        """Take a page in."""
        shown = self.source if page.document is None else page.document.display_path
        self.origins[shown] = None
        if page.failure is not None:
            self.failures.append(page.failure)
        elif page.document is None and page.body is None:
            self.is_whole = page.request.get(WHOLE) is True
        else:
            self.arrived = True
            body = page.body if page.document is None or page.body is not None else page.document.content
            if page.document is not None:
                self._note_end(body)
            for place, raw in _listed(body) or ():
                self.listings += self.errors.collect(_read, raw, place, shown)

    def draft(self) -> PendingRun:
        """The run. Nothing usable at all makes a failed one, which writes nothing."""
        origin = ", ".join(list(self.origins)[:3]) + (", ..." if len(self.origins) > 3 else "")
        lenient = not self.errors.strict
        if not self.arrived:
            failed = self.failures[0] if self.failures else Reason("FETCH_FAILED", f"{SERVERS}: no page came")
            header = RunHeader(source=self.source, observed_at=self.context.observed_at)
            return PendingRun(header=header, records=(), origin=origin, failure=failed, lenient=lenient)
        reasons = list(self.failures)
        if self.is_whole and not self.listings and not self.errors.messages:
            # A token without the right to read gets an empty list from some.
            reasons.append(Reason("EMPTY", f"{SERVERS}: no server is listed at all"))
        if self.goes_on and not self.ends:
            reasons.append(Reason("INCOMPLETE", f"{SERVERS}: the last of the saved pages says that more follow"))
        sound = self.is_whole and not reasons and not self.errors.messages
        complete = ("McpServer",) if sound else ()
        return PendingRun(
            header=RunHeader(source=self.source, observed_at=self.context.observed_at, complete=complete),
            records=[(0, node) for node in self._nodes()],
            origin=origin,
            rejected=self.errors.messages,
            reasons=reasons,
            complete=complete,
            lenient=lenient,
        )

    def _note_end(self, body: Any) -> None:
        try:
            following = next_cursor(body)
        except FetchError:
            following = None
        is_page = isinstance(body, Mapping) and SERVERS in body
        self.goes_on |= is_page and following is not None
        self.ends |= is_page and following is None

    def _nodes(self) -> Iterator[Node]:
        """One node per key, in the order of ids."""
        ways: dict[str, list[tuple[ServerVersion, ServerEndpoint]]] = defaultdict(list)
        prefix = self.source.replace(":", "/", 1)
        for listing in self.listings:
            for endpoint in listing.endpoints or (ServerEndpoint("", None, version=listing.version),):
                # A server that tells no way to it is still one of the catalogue.
                key = f"mcp/{endpoint.key}" if endpoint.key else f"{prefix}/{listing.name}"
                ways[f"McpServer:{key}"].append((listing, endpoint))
        for key in sorted(ways):
            yield _node(key, ways[key])


def _node(key: str, listed: list[tuple[ServerVersion, ServerEndpoint]]) -> Node:
    """What stands of a package or address: the newest version that was not withdrawn, else the newest one."""
    standing = [pair for pair in listed if pair[0].status != "disabled"] or listed
    listing, endpoint = max(standing, key=lambda pair: _age(*pair))
    statuses = {each.status for each, _ in standing}
    # One list may say what another leaves open.
    status = next((status for status in ("active", "disabled") if status in statuses), None)
    names = sorted({each.name for each, _ in listed})
    props: dict[str, Any] = {
        "transport": endpoint.transport,
        "package": endpoint.package,
        "url": endpoint.url,
        "version": endpoint.version,
        "status": status,
        "listed_as": names,
        "catalogue_status": listing.said,
        "secrets": list(endpoint.secrets) or None,
        "source_code": listing.repository,
    }
    name = listing.title or listing.name
    return Node(id=key, name=name, props={field: said for field, said in props.items() if said is not None})


def _age(listing: ServerVersion, endpoint: ServerEndpoint) -> tuple[Any, ...]:
    """The newest last; the same for any order of the pages."""
    numbers = [int(number) for number in _NUMBER.findall(listing.version or "")]
    return (listing.is_latest, listing.changed_at, numbers, listing.name, repr((listing, endpoint)))


def _read(raw: Any, place: str, shown: str) -> ServerVersion:
    if not isinstance(raw, Mapping):
        raise RecordError("a server must be an object", file=shown, field=place)
    listing = read_server_version(FieldReader(raw, place, shown))
    for endpoint in listing.endpoints:
        try:
            check(Node(id=f"McpServer:mcp/{endpoint.key}"))
        except RecordError as error:
            raise RecordError(error.problem, file=shown, field=place, remedy=error.remedy) from None
    return listing


def _listed(body: Any) -> list[tuple[str, Any]] | None:
    """(place, entry) of every server of a file or page; None where it is neither."""
    if isinstance(body, Mapping) and isinstance(body.get(SERVERS), list):
        listed = body[SERVERS]
        known = any(looks_like_server(entry) for entry in listed) or (not listed and "metadata" in body)
        return [(f"{SERVERS}[{at}]", entry) for at, entry in enumerate(listed)] if known else None
    if isinstance(body, list):
        known = any(looks_like_server(entry) for entry in body)
        return [(f"[{at}]", entry) for at, entry in enumerate(body)] if known else None
    return [("", body)] if looks_like_server(body) else None


def _instance_of(page: Page) -> str:
    """The registry of a saved page: the folder it lies in if that lies in mcp_registry, else `default`."""
    folder = page.document.path.parent if page.document is not None else None
    return folder.name if folder is not None and folder.parent.name == "mcp_registry" else "default"

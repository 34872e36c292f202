"""Pages of one registry, turned into a run with one node per package and per address, however often it is listed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graph.check import check
from graph.claims import Node
from graph.errors import FetchError, RecordError
from graph.reason import Reason
from loaders.base import Context, Document, Page, PendingRun
from loaders.claims.coverage import Coverage
from loaders.claims.run import ReadUsage, RunBuilder
from loaders.connectors.mcp_registry.fetch import SERVERS, next_cursor
from loaders.connectors.mcp_registry.server_json import (
    ServerEndpoint,
    ServerVersion,
    looks_like_server,
    read_server_version,
)
from loaders.live.pagination import WHOLE
from loaders.saved.fields import FieldReader

_NUMBER = re.compile(r"\d{1,9}")


def recognize(document: Document) -> bool:
    """Whether this is a server.json, a list of them, or a saved page of a registry's list of servers."""
    return document.format == "json" and bool(document.content) and _server_list(document.content) is not None


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per registry. A list that was fetched to its end covers McpServer; files cover nothing.

    Lenient per entry unless `context.lenient` is False: then the first bad one raises RecordError.
    """
    runs: dict[str, _RegistryRun] = {}
    for page in pages:
        source = context.source or f"mcp_registry:{_instance_of(page)}"
        runs.setdefault(source, _RegistryRun(RunBuilder(context, source))).add(page)
    for source in sorted(runs):
        yield runs[source].pending_run()


@dataclass(slots=True)
class _RegistryRun:
    """One run while its pages come in."""

    run: RunBuilder
    versions: list[ServerVersion] = field(default_factory=list)
    is_complete_list: bool = False
    # Of saved pages: whether one is the last of its list, and whether one has a cursor to the next.
    has_last_page: bool = False
    has_cursor: bool = False

    def add(self, page: Page) -> None:
        """Add a page."""
        document = page.document
        if document is None and page.body is None and page.failure is None:
            self.is_complete_list = page.request.get(WHOLE) is True
        elif self.run.add_page(page):
            body = page.body if document is None or page.body is not None else document.content
            if document is not None:
                self._note_end(body)
            file = self.run.source if document is None else document.display_path
            for path, raw in _server_list(body) or ():
                self.versions += self.run.errors.collect(_read, raw, path, file)

    def pending_run(self) -> PendingRun:
        """The run; without any usable page a failed one, which writes nothing."""
        if not self.run.has_pages:
            return self.run.failed()
        errors, reasons = self.run.errors.messages, list(self.run.failures)
        if self.is_complete_list and not self.versions and not errors:
            # Some registries give an empty list to a token without the permission to read.
            reasons.append(Reason("EMPTY", f"{SERVERS}: the list is empty"))
        if self.has_cursor and not self.has_last_page:
            text = f"{SERVERS}: the last of the saved pages has a cursor: more pages follow"
            reasons.append(Reason("INCOMPLETE", text))
        is_sound = self.is_complete_list and not reasons and not errors
        coverage = Coverage(("McpServer",) if is_sound else (), reasons)
        return self.run.pending(self._nodes(), coverage, ReadUsage())

    def _note_end(self, body: object) -> None:
        try:
            cursor = next_cursor(body)
        except FetchError:
            cursor = None
        is_page = isinstance(body, Mapping) and SERVERS in body
        self.has_cursor |= is_page and cursor is not None
        self.has_last_page |= is_page and cursor is None

    def _nodes(self) -> Iterator[Node]:
        """One node per key, in the order of ids."""
        listings: dict[str, list[tuple[ServerVersion, ServerEndpoint]]] = defaultdict(list)
        prefix = self.run.source.replace(":", "/", 1)
        for version in self.versions:
            for endpoint in version.endpoints or (ServerEndpoint("", None, version=version.version),):
                # A server without package and address is still one of the catalogue.
                key = f"mcp/{endpoint.key}" if endpoint.key else f"{prefix}/{version.name}"
                listings[f"McpServer:{key}"].append((version, endpoint))
        for node_id in sorted(listings):
            yield _node(node_id, listings[node_id])


def _node(node_id: str, listings: list[tuple[ServerVersion, ServerEndpoint]]) -> Node:
    """The node of a package or address, by its newest version that was not withdrawn, else by the newest one."""
    current = [pair for pair in listings if pair[0].status != "disabled"] or listings
    version, endpoint = max(current, key=lambda pair: _age(*pair))
    statuses = {each.status for each, _ in current}
    # One list may give the status that another leaves out.
    status = next((status for status in ("active", "disabled") if status in statuses), None)
    props: dict[str, object] = {
        "transport": endpoint.transport,
        "package": endpoint.package,
        "url": endpoint.url,
        "version": endpoint.version,
        "status": status,
        "listed_as": sorted({each.name for each, _ in listings}),
        "catalogue_status": version.registry_status,
        "secrets": list(endpoint.secrets) or None,
        "source_code": version.repository,
    }
    name = version.title or version.name
    return Node(id=node_id, name=name, props={field: value for field, value in props.items() if value is not None})


def _age(version: ServerVersion, endpoint: ServerEndpoint) -> tuple[bool, int, list[int], str, str]:
    """A sort key, the newest last; the same for any order of the pages."""
    numbers = [int(number) for number in _NUMBER.findall(version.version or "")]
    return (version.is_latest, version.changed_at, numbers, version.name, repr((version, endpoint)))


def _read(raw: object, path: str, file: str) -> ServerVersion:
    if not isinstance(raw, Mapping):
        raise RecordError("a server must be an object", file=file, field=path)
    version = read_server_version(FieldReader(raw, path, file))
    for endpoint in version.endpoints:
        try:
            check(Node(id=f"McpServer:mcp/{endpoint.key}"))
        except RecordError as error:
            raise RecordError(error.problem, file=file, field=path, remedy=error.remedy) from None
    return version


def _server_list(body: object) -> list[tuple[str, object]] | None:
    """(path, entry) of every server of a file or page; None if the body is neither."""
    if isinstance(body, Mapping) and isinstance(body.get(SERVERS), list):
        entries = body[SERVERS]
        is_list = any(looks_like_server(entry) for entry in entries) or (not entries and "metadata" in body)
        return [(f"{SERVERS}[{index}]", entry) for index, entry in enumerate(entries)] if is_list else None
    if isinstance(body, list):
        is_list = any(looks_like_server(entry) for entry in body)
        return [(f"[{index}]", entry) for index, entry in enumerate(body)] if is_list else None
    return [("", body)] if looks_like_server(body) else None


def _instance_of(page: Page) -> str:
    """The registry of a saved page: the folder it lies in if that lies in mcp_registry, else `default`."""
    folder = page.document.path.parent if page.document is not None else None
    return folder.name if folder is not None and folder.parent.name == "mcp_registry" else "default"

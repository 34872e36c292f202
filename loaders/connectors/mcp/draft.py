"""This file knows how one configuration file becomes one run: what it holds, what was refused, what it vouches for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.claims import RunHeader
from graph.reason import Reason
from loaders.base import Context, Document, Page, PendingRun
from loaders.connectors.mcp.clients import client_of, mentioned_servers, server_entries
from loaders.mcp.owner import ConfigOwner, owner_of_file, path_hash
from loaders.mcp.reading import ConfigRecords
from loaders.mcp.records import ConfigSource, name_only_server

_INVENTORY = ("McpServer", "Credential", "RUNS_AS")
_OF_A_PROJECT = (*_INVENTORY, "CONNECTS_TO")
_OF_A_PERSON = (*_OF_A_PROJECT, "HAS_CREDENTIAL")


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One draft per file. Raises RecordError where a file is not built as any client builds it."""
    files = [(page.document, page.failure) for page in pages if page.document is not None]
    for document, failure in files:
        yield _draft(document, context, alone=len(files) == 1, failure=failure)


def _draft(document: Document, context: Context, *, alone: bool, failure: Reason | None) -> PendingRun:
    slots = list(server_entries(document))
    client, holder = client_of(document), owner_of_file(document, context.owner)
    own = holder.key if holder.node else "unowned"
    file = f"{client}/{path_hash(document.shown)}"
    reading = ConfigRecords(document.shown, strict=context.lenient is False)
    reading.read(slots, client, holder, ConfigSource(document.shown, f"{own}/{file}", context.salt))
    for name in mentioned_servers(document.value):
        reading.add(name_only_server(name, holder))
    # Two runs of one command cannot share a source.
    source = f"mcp:{own}/{file}" if context.source is None else context.source if alone else f"{context.source}/{file}"
    draft = PendingRun(
        header=RunHeader(source=source, observed_at=context.observed_at, complete=_scopes(document, holder)),
        entries=[(0, record) for record in reading.records()],
        origin=document.shown,
        refused=reading.refused,
        failed=failure,
        lenient=not reading.strict,
    )
    if reading.refused:
        draft.complete = ()
    return draft


def _scopes(document: Document, holder: ConfigOwner) -> tuple[str, ...]:
    """What a cleanly read file vouches for: nobody's file says nothing of who connects, a project's nothing of holders."""
    if holder.kind in ("Identity", "Account"):
        return _OF_A_PERSON
    return _OF_A_PROJECT if holder.node or "projects" in document.value else _INVENTORY

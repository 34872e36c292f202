"""This file knows how one configuration file becomes one run: what it holds, what was refused, what it vouches for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import msgspec

from graph.check import check, check_id, check_props
from graph.claims import Edge, Node, Record, RunHeader
from graph.errors import RecordError
from graph.stores.base import Reason
from loaders.base import Context, Document, Draft, Page
from loaders.connectors.mcp.clients import Slot, client_of, mentions, slots_of
from loaders.connectors.mcp.entry import read_entry
from loaders.connectors.mcp.holder import Holder, holder_of, path_hash, project_of
from loaders.connectors.mcp.records import Origin, identified, mention_of, records_of

_INVENTORY = ("McpServer", "Credential", "RUNS_AS")
_OF_A_PROJECT = (*_INVENTORY, "CONNECTS_TO")
_OF_A_PERSON = (*_OF_A_PROJECT, "HAS_CREDENTIAL")


@dataclass(slots=True)
class _Reading:
    """A file while it is read: what its entries claim so far, and which were refused."""

    shown: str
    strict: bool
    nodes: dict[str, Node] = field(default_factory=dict)
    edges: dict[tuple[str, str, str], Edge] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)

    def refuse(self, slot: Slot, error: RecordError) -> None:
        place = ".".join(part for part in (slot.place, error.field) if part)
        if self.strict:
            raise RecordError(error.problem, file=self.shown, field=place) from None
        self.refused.append(f"{self.shown}: {place}: {error.problem}")

    def add(self, record: Record) -> None:
        """Two entries may describe one server or carry one secret: the first says what it is, the next adds to it."""
        if isinstance(record, Node):
            known = self.nodes.get(record.id, record)
            self.nodes[record.id] = msgspec.structs.replace(known, props={**record.props, **known.props})
        elif isinstance(record, Edge):
            place = (record.kind, record.source, record.target)
            first = self.edges.setdefault(place, record)
            if record.alias != first.alias:
                evidence = f"{first.evidence}; also as {record.alias}: {record.evidence}"
                self.edges[place] = msgspec.structs.replace(first, evidence=evidence)

    def records(self) -> list[Record]:
        """Nodes by id, then edges by kind and ends: the same for any order of the file."""
        return [*(self.nodes[key] for key in sorted(self.nodes)), *(self.edges[key] for key in sorted(self.edges))]


def normalize(pages: Iterable[Page], context: Context) -> Iterator[Draft]:
    """One draft per file. Raises RecordError where a file is not built as any client builds it."""
    files = [(page.document, page.failure) for page in pages if page.document is not None]
    for document, failure in files:
        yield _draft(document, context, alone=len(files) == 1, failure=failure)


def _draft(document: Document, context: Context, *, alone: bool, failure: Reason | None) -> Draft:
    slots = list(slots_of(document))
    client, holder = client_of(document), holder_of(document, context.owner)
    own = holder.key if holder.node else "unowned"
    file = f"{client}/{path_hash(document.shown)}"
    reading = _Reading(document.shown, strict=context.lenient is False)
    _read(reading, slots, (client, holder), Origin(document.shown, f"{own}/{file}", context.salt))
    for name in mentions(document.value):
        reading.add(mention_of(name, holder))
    # Two runs of one command cannot share a source.
    source = f"mcp:{own}/{file}" if context.source is None else context.source if alone else f"{context.source}/{file}"
    draft = Draft(
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


def _read(reading: _Reading, slots: list[tuple[Slot, object]], whose: tuple[str, Holder], origin: Origin) -> None:
    client, holder = whose
    read = []
    for slot, entry in slots:
        own = project_of(slot.project) if slot.project and holder.node is None else holder
        try:
            read.append((slot, own, read_entry(slot, entry, client)))
        except RecordError as error:
            reading.refuse(slot, error)
    for claim in identified(read):
        try:
            records = [_checked(record) for record in records_of(claim, origin)]
        except RecordError:
            # What the check says may quote what it found.
            reading.refuse(
                claim.slot, RecordError("it holds text that no store can keep (NUL, half a character, too long)")
            )
            continue
        for record in records:
            reading.add(record)


def _checked(record: Record) -> Record:
    check(record)
    if isinstance(record, Node):
        return msgspec.structs.replace(record, props=check_props(check_id(record.id, "id"), record.props))
    return record


def _scopes(document: Document, holder: Holder) -> tuple[str, ...]:
    """What a cleanly read file vouches for: nobody's file says nothing of who connects, a project's nothing of holders."""
    if holder.kind in ("Identity", "Account"):
        return _OF_A_PERSON
    return _OF_A_PROJECT if holder.node or "projects" in document.value else _INVENTORY

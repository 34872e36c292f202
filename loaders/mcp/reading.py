"""This file knows how the entries of one configuration become records: each checked, refused alone, two of one server joined."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec

from graph.check import check, check_id, check_props
from graph.claims import Edge, Node, Record
from graph.errors import RecordError
from loaders.mcp.owner import ConfigOwner, project_owner
from loaders.mcp.records import ConfigSource, IdentifiedServer, identify, server_records
from loaders.mcp.server_config import ServerConfig, read_server_config
from loaders.mcp.slot import ServerEntry


@dataclass(slots=True)
class ConfigRecords:
    """A configuration while it is read: what its entries claim so far, and which were refused.

    Lenient unless `strict`: then the first bad entry raises RecordError, which never holds what stood there.
    """

    shown: str
    strict: bool
    nodes: dict[str, Node] = field(default_factory=dict)
    edges: dict[tuple[str, str, str], Edge] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)

    def read(
        self, slots: Iterable[tuple[ServerEntry, object]], client: str, holder: ConfigOwner, origin: ConfigSource
    ) -> list[IdentifiedServer]:
        """Take in entries; returns those that could be read, with the ids of their servers."""
        read: list[tuple[ServerEntry, ConfigOwner, ServerConfig]] = []
        for slot, entry in slots:
            own = project_owner(slot.project) if slot.project and holder.node is None else holder
            try:
                read.append((slot, own, read_server_config(slot, entry, client)))
            except RecordError as error:
                self.refuse(slot, error)
        return [claim for claim in identify(read) if self._take(claim, origin)]

    def refuse(self, slot: ServerEntry, error: RecordError) -> None:
        """List an entry that cannot be read, or raise where this is strict."""
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

    def add_all(self, slot: ServerEntry, records: Iterable[Record]) -> bool:
        """Add what belongs together, or refuse all of it when one of them cannot be kept."""
        try:
            kept = [_checked(record) for record in records]
        except RecordError:
            # What the check says may quote what it found.
            self.refuse(slot, RecordError("it holds text that no store can keep (NUL, half a character, too long)"))
            return False
        for record in kept:
            self.add(record)
        return True

    def records(self) -> list[Record]:
        """Nodes by id, then edges by kind and ends: the same for any order of the file."""
        return [*(self.nodes[key] for key in sorted(self.nodes)), *(self.edges[key] for key in sorted(self.edges))]

    def _take(self, claim: IdentifiedServer, origin: ConfigSource) -> bool:
        return self.add_all(claim.slot, server_records(claim, origin))


def _checked(record: Record) -> Record:
    check(record)
    if isinstance(record, Node):
        return msgspec.structs.replace(record, props=check_props(check_id(record.id, "id"), record.props))
    return record

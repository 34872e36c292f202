"""Edition: writes the next edition of a projection beside the published one, switches to it, and removes the old one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import islice
from typing import Any

import numpy as np

from graph.stores.neo4j.projection.existing import ExistingNodes, outgoing
from graph.stores.neo4j.projection.publisher import Progress, Publisher
from graph.stores.neo4j.projection.rows import Columns, Ints, Rows
from graph.stores.neo4j.projection.schema import (
    CHARGE,
    DELETE_NODES,
    DELETE_RELATIONSHIPS,
    END_NODES,
    END_RELATIONSHIPS,
    FOREVER,
    MARKER,
    RELATIONSHIP_PROPERTIES,
    USAGE,
    change_of,
    connection_of,
    creation,
    node_fields,
    relationship_fields,
)
from graph.stores.projection import Projection

BATCH = 10_000
# At most this many nodes change in the transaction that switches the edition; more are changed just before it.
MAX_IN_SWITCH = 20_000

_END_ENTITIES = "UNWIND $n AS n MATCH (e:Entity {n: n}) SET e.died = $died"
_DELETE_ENTITIES = "UNWIND $n AS n MATCH (e:Entity {n: n}) WHERE e.died <= $edition DETACH DELETE e"
_OUT = """
UNWIND range(0, size($n) - 1) AS i MATCH (e:Entity {n: $n[i]}) SET e.out_hash = $out[i], e.touched = $touched
"""
_MEMBERS = "UNWIND $n AS n MATCH (e:Entity {n: n}) RETURN e.members"
_ALIAS = "UNWIND range(0, size($id) - 1) AS i MERGE (a:Alias {id: $id[i]}) SET a.n = $n[i]"
_UNALIAS = "UNWIND $id AS id MATCH (a:Alias {id: id}) DELETE a"
_DAYS = "MATCH (d:RemitUsageDay) RETURN d.day, d.hash"
_DAY = "UNWIND $days AS told MERGE (d:RemitUsageDay {day: told[0]}) SET d.hash = told[1]"
_NO_DAY = "UNWIND $days AS day MATCH (d:RemitUsageDay {day: day}) DELETE d"
_OF_DAY = "MATCH (u:Usage) WHERE u.day = $day AND u.died = $died RETURN collect([u.key, elementId(u)])"
_CHARGES = "MATCH (u:Charge) WHERE u.died = $died RETURN collect([u.key, elementId(u)])"
_SHOW = """
MATCH (p:RemitProjection {name: $name})
SET p.edition = $edition, p.generation = $generation, p.digest = $digest, p.built_at = $built_at,
    p.identity = $identity, p.form = $form, p.last_n = $last_n, p.preferred = $preferred
"""


class Edition:
    """The next edition of a projection. `written` counts what was written: nodes, relationships, ended ..."""

    def __init__(
        self,
        publisher: Publisher,
        projection: Projection,
        counted: tuple[int, int],
        existing: ExistingNodes,
        on_progress: Progress,
    ) -> None:
        self._publisher, self._projection, self._existing = publisher, projection, existing
        self._edition, self._last_n = counted
        self._progress = on_progress
        self.written: dict[str, int] = defaultdict(int)
        self._gone_relationships: list[str] = []
        self._gone_rows: list[str] = []
        self._flip: list[tuple[str, dict[str, Any]]] = []
        n, row = _numbered(projection, existing, self._last_n)
        entities, fresh = projection.entities, row < 0
        self._rows, self._fresh = Rows(projection, n), fresh
        existing_row = np.where(fresh, 0, row)
        any_existing = len(existing.n) > 0
        stale = existing.stale[existing_row] if any_existing else fresh
        self._changed = (
            ~fresh & ((existing.own[existing_row] != entities.own) | stale)
            if any_existing
            else np.zeros(len(n), dtype=bool)
        )
        self._leads = (
            ~fresh & ((existing.out[existing_row] != entities.out) | stale)
            if any_existing
            else np.zeros(len(n), dtype=bool)
        )
        gone = np.ones(len(existing.n), dtype=bool)
        gone[row[~fresh]] = False
        self._gone = existing.n[gone]
        self._last_n = max([self._last_n, *(int(n[fresh].max()),)] if fresh.any() else [self._last_n])

    def write(self) -> None:
        """Write everything that readers do not see until `show`."""
        self._write_nodes()
        self._write_aliases()
        self._write_relationships()
        self._write_usage()
        self._write_charges()
        self._change_nodes()

    def show(self, stamp: tuple[int, str, int], identity: str, form: int) -> None:
        """Switch readers to this edition, in one transaction."""
        generation, digest, built_at = stamp
        marker = {"name": MARKER, "edition": self._edition, "generation": generation, "digest": digest}
        marker |= {"built_at": built_at, "identity": identity, "form": form, "last_n": self._last_n}
        self._publisher.step(*self._flip, (_SHOW, marker | {"preferred": list(self._projection.preferred)}))

    def sweep(self) -> None:
        """Delete what ended with this edition."""
        for what, text, key, gone in (
            ("removed relationships", DELETE_RELATIONSHIPS, "ids", self._gone_relationships),
            ("removed rows", DELETE_NODES, "ids", self._gone_rows),
            ("removed nodes", _DELETE_ENTITIES, "n", self._gone.tolist()),
        ):
            for part in self._batches(what, gone):
                self._publisher.step((text, {key: part, "edition": self._edition}))

    def _write_nodes(self) -> None:
        fresh = np.flatnonzero(self._fresh)
        for kind, nodes in self._rows.kinds(fresh):
            text = creation(f"Entity:{kind}", node_fields(kind))
            self._create(f"nodes {kind}", text, nodes, partial(self._rows.nodes, kind))
        for part in self._batches("ended nodes", self._gone.tolist()):
            self._publisher.step((_END_ENTITIES, {"n": part, "died": self._edition}))

    def _change_nodes(self) -> None:
        """Change own properties with the switch if they are few; fingerprints of outgoing relationships are not visible."""
        changed = np.flatnonzero(self._changed)
        touched = {"touched": self._edition}
        for kind, nodes in self._rows.kinds(changed):
            for part in self._batches(f"changed {kind}", nodes):
                statement = (change_of(kind), self._rows.nodes(kind, part) | touched)
                if len(changed) <= MAX_IN_SWITCH:
                    self._flip.append(statement)
                else:
                    self._publisher.step(statement)
        leads = np.flatnonzero(self._leads & ~self._changed)
        for part in self._batches("changed ends", leads):
            numbers = {"n": self._rows.n[part].tolist(), "out": self._projection.entities.out[part].tolist()}
            self._publisher.step((_OUT, numbers | touched))

    def _write_aliases(self) -> None:
        """New aliases point to nodes that are not visible yet; aliases that change their node do so with the switch."""
        old: set[str] = set()
        changed = np.flatnonzero(self._changed)
        for numbers in _parts([*self._rows.n[changed].tolist(), *self._gone.tolist()]):
            old.update(alias for (row,) in self._publisher.connection.read(_MEMBERS, n=numbers) for alias in row or ())
        new: dict[str, int] = {}
        for node in np.flatnonzero(self._fresh | self._changed).tolist():
            new |= dict.fromkeys(self._rows.members(node), int(self._rows.n[node]))
        for moved in (False, True):
            pairs = [pair for pair in new.items() if (pair[0] in old) == moved]
            for part in self._batches("aliases", pairs):
                statement = (_ALIAS, {"id": [node for node, _ in part], "n": [n for _, n in part]})
                if moved:
                    self._flip.append(statement)
                else:
                    self._publisher.step(statement)
        for part in _parts(sorted(old - new.keys())):
            self._flip.append((_UNALIAS, {"id": part}))

    def _write_relationships(self) -> None:
        self._connect(np.flatnonzero(self._fresh[self._projection.relationships.source]))
        self._connect(self._differing())
        for part in self._batches("ended relationships", self._gone_relationships):
            self._publisher.step((END_RELATIONSHIPS, {"ids": part, "died": self._edition}))

    def _connect(self, rows: Ints) -> None:
        for kind, of_kind in self._rows.types(rows):
            columns_of = partial(self._rows.relationships, kind)
            self._create(f"relationships {kind}", connection_of(kind), of_kind, columns_of)

    def _differing(self) -> Ints:
        """Rows that existing nodes lack; relationships that they should no longer have are collected to be ended."""
        rels = self._projection.relationships
        nodes = np.flatnonzero(self._leads)
        index_of = dict(zip(self._rows.n[nodes].tolist(), nodes.tolist(), strict=True))
        missing: list[Ints] = [np.zeros(0, dtype=np.int64)]
        numbers = [*index_of, *self._gone.tolist()]
        first: list[int] = np.searchsorted(
            rels.source, np.arange(len(self._rows.n) + 1, dtype=rels.source.dtype)
        ).tolist()
        seen: set[int] = set()
        for present in outgoing(self._publisher.connection, numbers):
            by_node: dict[int, dict[tuple[Any, ...], str]] = defaultdict(dict)
            for kind, tail, head, element, *properties in present:
                by_node[tail][kind, head, *map(_frozen, properties)] = element
            seen.update(by_node)
            rows = [np.arange(first[index_of[n]], first[index_of[n] + 1]) for n in by_node if n in index_of]
            missing.append(self._missing(np.concatenate(rows) if rows else missing[0], by_node))
            self._gone_relationships += [element for left_over in by_node.values() for element in left_over.values()]
        # Nodes without any outgoing relationship yet.
        missing += [np.arange(first[index_of[n]], first[index_of[n] + 1]) for n in index_of if n not in seen]
        return np.concatenate(missing)

    def _missing(self, rows: Ints, present: dict[int, dict[tuple[Any, ...], str]]) -> Ints:
        """The rows that do not exist; those that do are removed from `present`."""
        missing = []
        for kind, of_kind in self._rows.types(rows):
            columns = self._rows.relationships(kind, of_kind)
            ends = zip(of_kind.tolist(), columns["tail"], columns["head"], strict=True)
            for (row, tail, head), properties in zip(ends, _as_read(kind, columns), strict=True):
                if present[tail].pop((kind, head, *properties), None) is None:
                    missing.append(row)
        return np.array(missing, dtype=np.int64)

    def _write_usage(self) -> None:
        connection, days = self._publisher.connection, self._projection.days
        published: dict[int, int] = dict(connection.read(_DAYS))
        differing = sorted(day for day in days.keys() | published.keys() if days.get(day) != published.get(day))
        missing = np.isin(self._projection.usage["day"], differing)
        for day in differing:
            if day in published:
                ((existing,),) = connection.read(_OF_DAY, day=day, died=FOREVER)
                of_day = np.flatnonzero(self._projection.usage["day"] == day)
                missing[of_day[self._existing_rows(self._projection.usage["key"][of_day], existing)]] = False
        self._create("usage", creation("Usage", USAGE), np.flatnonzero(missing), self._rows.usage)
        self._flip.append((_DAY, {"days": [[day, days[day]] for day in differing if day in days]}))
        self._flip.append((_NO_DAY, {"days": [day for day in differing if day not in days]}))

    def _write_charges(self) -> None:
        ((existing,),) = self._publisher.connection.read(_CHARGES, died=FOREVER)
        keys = self._projection.charges["key"]
        missing = np.ones(len(keys), dtype=bool)
        missing[self._existing_rows(keys, existing)] = False
        self._create("charges", creation("Charge", CHARGE), np.flatnonzero(missing), self._rows.charges)
        for part in self._batches("ended rows", self._gone_rows):
            self._publisher.step((END_NODES, {"ids": part, "died": self._edition}))

    def _existing_rows(self, keys: Ints, existing: Sequence[tuple[int, str]]) -> Ints:
        """Indices of keys that exist already; existing rows of other keys are collected to be ended."""
        current = set(keys.tolist())
        self._gone_rows += [element for key, element in existing if key not in current]
        return np.flatnonzero(np.isin(keys, np.array([key for key, _ in existing], dtype=np.int64)))

    def _create(self, stage: str, text: str, every: Ints, columns_of: Callable[[Ints], Columns]) -> None:
        """Create rows of this edition; while the server writes a batch, the next one is prepared."""
        life = {"born": self._edition, "died": FOREVER}
        for columns in _prepared(_parts(every), columns_of):
            self._publisher.step((text, columns | life))
            self._count(stage, len(next(iter(columns.values()))), len(every))

    def _batches(self, stage: str, every: Sequence[Any] | Ints) -> Iterator[Any]:
        for part in _parts(every):
            yield part
            self._count(stage, len(part), len(every))

    def _count(self, stage: str, more: int, total: int) -> None:
        """Count the rows written in a stage and report progress; `total` is that of one of its parts."""
        self.written[stage] += more
        self._progress(stage, min(self.written[stage], total), total)


def _numbered(projection: Projection, existing: ExistingNodes, last_n: int) -> tuple[Ints, Ints]:
    """Per node its `n`, and its row in `existing` or -1; new nodes get the next numbers."""
    row_of = {node: row for row, node in enumerate(existing.ids)}
    row = np.fromiter((row_of.get(node, -1) for node in projection.ids), dtype=np.int64, count=len(projection.ids))
    fresh = row < 0
    n = np.empty(len(row), dtype=np.int64)
    n[~fresh] = existing.n[row[~fresh]]
    n[fresh] = last_n + 1 + np.arange(int(fresh.sum()))
    return n, row


def _prepared(parts: Iterator[Ints], columns_of: Callable[[Ints], Columns]) -> Iterator[Columns]:
    """The columns of each part; the next part is prepared in another thread while this one is used."""
    with ThreadPoolExecutor(max_workers=1) as executor:
        ready = [executor.submit(columns_of, part) for part in islice(parts, 1)]
        while ready:
            columns = ready.pop().result()
            ready = [executor.submit(columns_of, part) for part in islice(parts, 1)]
            yield columns


def _as_read(kind: str, columns: Columns) -> Iterator[tuple[Any, ...]]:
    """The properties of the rows as OUTGOING reads them back."""
    fields = relationship_fields(kind)
    count = len(columns["tail"])
    values: list[Sequence[Any]] = []
    for name in RELATIONSHIP_PROPERTIES:
        if name not in fields:
            values.append([None] * count)
        elif name in ("claimed_by", "evidence"):
            listed = [_frozen(entry) for entry in columns[f"{name}s"]]
            values.append([None if code is None else listed[code] for code in columns[name]])
        else:
            values.append(columns[name])
    return zip(*values, strict=True)


def _frozen(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _parts(every: Sequence[Any] | Ints) -> Iterator[Any]:
    return (every[begin : begin + BATCH] for begin in range(0, len(every), BATCH))

"""This file knows how one edition is written beside the one that is shown, put in its place, and cleared of the old."""

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
from graph.stores.neo4j.projection.rows import Columns, Rows
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
# So many nodes change with the edition, in one transaction; more are changed just before it.
MOST_AT_ONCE = 20_000

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
        present: ExistingNodes,
        on_progress: Progress,
    ) -> None:
        self._publisher, self._projection, self._present = publisher, projection, present
        self._edition, self._last_n = counted
        self._progress = on_progress
        self.written: dict[str, int] = defaultdict(int)
        self._gone_relationships: list[str] = []
        self._gone_rows: list[str] = []
        self._flip: list[tuple[str, dict[str, Any]]] = []
        n, row = _numbered(projection, present, self._last_n)
        told, fresh = projection.entities, row < 0
        self._rows, self._fresh = Rows(projection, n), fresh
        kept = np.where(fresh, 0, row)
        there = len(present.n) > 0
        stale = present.stale[kept] if there else fresh
        self._changed = ~fresh & ((present.own[kept] != told.own) | stale) if there else np.zeros(len(n), dtype=bool)
        self._leads = ~fresh & ((present.out[kept] != told.out) | stale) if there else np.zeros(len(n), dtype=bool)
        gone = np.ones(len(present.n), dtype=bool)
        gone[row[~fresh]] = False
        self._gone = present.n[gone]
        self._last_n = max([self._last_n, *(int(n[fresh].max()),)] if fresh.any() else [self._last_n])

    def write(self) -> None:
        """Everything that readers do not see until `show`."""
        self._write_nodes()
        self._write_aliases()
        self._write_relationships()
        self._write_usage()
        self._write_charges()
        self._change_nodes()

    def show(self, stamp: tuple[int, str, int], identity: str, form: int) -> None:
        """Put the edition in the place of the old one: one transaction."""
        generation, digest, built_at = stamp
        told = {"name": MARKER, "edition": self._edition, "generation": generation, "digest": digest}
        told |= {"built_at": built_at, "identity": identity, "form": form, "last_n": self._last_n}
        self._publisher.step(*self._flip, (_SHOW, told | {"preferred": list(self._projection.preferred)}))

    def sweep(self) -> None:
        """Remove what died with this edition."""
        for what, text, key, gone in (
            ("removed relationships", DELETE_RELATIONSHIPS, "ids", self._gone_relationships),
            ("removed rows", DELETE_NODES, "ids", self._gone_rows),
            ("removed nodes", _DELETE_ENTITIES, "n", self._gone.tolist()),
        ):
            for part in self._batches(what, gone):
                self._publisher.step((text, {key: part, "edition": self._edition}))

    def _write_nodes(self) -> None:
        fresh = np.flatnonzero(self._fresh)
        for kind, places in self._rows.kinds(fresh):
            text = creation(f"Entity:{kind}", node_fields(kind))
            self._create(f"nodes {kind}", text, places, partial(self._rows.nodes, kind))
        for part in self._batches("ended nodes", self._gone.tolist()):
            self._publisher.step((_END_ENTITIES, {"n": part, "died": self._edition}))

    def _change_nodes(self) -> None:
        """Own properties with the edition where they are few; what leads out is not seen, its fingerprint may go first."""
        changed = np.flatnonzero(self._changed)
        touched = {"touched": self._edition}
        for kind, places in self._rows.kinds(changed):
            for part in self._batches(f"changed {kind}", places):
                statement = (change_of(kind), self._rows.nodes(kind, part) | touched)
                if len(changed) <= MOST_AT_ONCE:
                    self._flip.append(statement)
                else:
                    self._publisher.step(statement)
        leads = np.flatnonzero(self._leads & ~self._changed)
        for part in self._batches("changed ends", leads):
            told = {"n": self._rows.n[part].tolist(), "out": self._projection.entities.out[part].tolist()}
            self._publisher.step((_OUT, told | touched))

    def _write_aliases(self) -> None:
        """New ones lead to nodes that are not seen yet; those that change their node do so with the edition."""
        held: set[str] = set()
        changed = np.flatnonzero(self._changed)
        for numbers in _parts([*self._rows.n[changed].tolist(), *self._gone.tolist()]):
            held.update(told for (row,) in self._publisher.connection.read(_MEMBERS, n=numbers) for told in row or ())
        wanted: dict[str, int] = {}
        for place in np.flatnonzero(self._fresh | self._changed).tolist():
            wanted |= dict.fromkeys(self._rows.members(place), int(self._rows.n[place]))
        for moved in (False, True):
            told = [pair for pair in wanted.items() if (pair[0] in held) == moved]
            for part in self._batches("aliases", told):
                statement = (_ALIAS, {"id": [node for node, _ in part], "n": [n for _, n in part]})
                if moved:
                    self._flip.append(statement)
                else:
                    self._publisher.step(statement)
        for part in _parts(sorted(held - wanted.keys())):
            self._flip.append((_UNALIAS, {"id": part}))

    def _write_relationships(self) -> None:
        told = self._projection.relationships
        self._connect(np.flatnonzero(self._fresh[told.source]))
        self._connect(self._differing())
        for part in self._batches("ended relationships", self._gone_relationships):
            self._publisher.step((END_RELATIONSHIPS, {"ids": part, "died": self._edition}))

    def _connect(self, rows: Any) -> None:
        for kind, mine in self._rows.types(rows):
            told = partial(self._rows.relationships, kind)
            self._create(f"relationships {kind}", connection_of(kind), mine, told)

    def _differing(self) -> Any:
        """Rows that known nodes do not have yet; what they have and should not is noted to be ended."""
        told = self._projection.relationships
        places = np.flatnonzero(self._leads)
        where = dict(zip(self._rows.n[places].tolist(), places.tolist(), strict=True))
        wanted: list[Any] = [np.zeros(0, dtype=np.int64)]
        numbers = [*where, *self._gone.tolist()]
        first: Any = np.searchsorted(told.source, np.arange(len(self._rows.n) + 1, dtype=told.source.dtype))
        seen: set[int] = set()
        for have in outgoing(self._publisher.connection, numbers):
            by_node: dict[int, dict[tuple[Any, ...], str]] = defaultdict(dict)
            for kind, tail, head, element, *said in have:
                by_node[tail][kind, head, *map(_frozen, said)] = element
            seen.update(by_node)
            mine = [np.arange(first[where[n]], first[where[n] + 1]) for n in by_node if n in where]
            wanted.append(self._missing(np.concatenate(mine) if mine else wanted[0], by_node))
            self._gone_relationships += [element for there in by_node.values() for element in there.values()]
        # Nodes that nothing leads out of yet.
        wanted += [np.arange(first[where[n]], first[where[n] + 1]) for n in where if n not in seen]
        return np.concatenate(wanted)

    def _missing(self, rows: Any, have: dict[int, dict[tuple[Any, ...], str]]) -> Any:
        """The rows that are not there; those that are leave `have`."""
        missing = []
        for kind, mine in self._rows.types(rows):
            columns = self._rows.relationships(kind, mine)
            told = _as_said(kind, columns)
            for row, tail, head, said in zip(mine.tolist(), columns["tail"], columns["head"], told, strict=True):
                if have[tail].pop((kind, head, *said), None) is None:
                    missing.append(row)
        return np.array(missing, dtype=np.int64)

    def _write_usage(self) -> None:
        connection, days = self._publisher.connection, self._projection.days
        shown: dict[int, int] = dict(connection.read(_DAYS))
        differing = sorted(day for day in days.keys() | shown.keys() if days.get(day) != shown.get(day))
        wanted = np.isin(self._projection.usage["day"], differing)
        for day in differing:
            if day in shown:
                ((have,),) = connection.read(_OF_DAY, day=day, died=FOREVER)
                mine = np.flatnonzero(self._projection.usage["day"] == day)
                wanted[mine[self._kept(self._projection.usage["key"][mine], have)]] = False
        self._create("usage", creation("Usage", USAGE), np.flatnonzero(wanted), self._rows.usage)
        self._flip.append((_DAY, {"days": [[day, days[day]] for day in differing if day in days]}))
        self._flip.append((_NO_DAY, {"days": [day for day in differing if day not in days]}))

    def _write_charges(self) -> None:
        ((have,),) = self._publisher.connection.read(_CHARGES, died=FOREVER)
        keys = self._projection.charges["key"]
        wanted = np.ones(len(keys), dtype=bool)
        wanted[self._kept(keys, have)] = False
        self._create("charges", creation("Charge", CHARGE), np.flatnonzero(wanted), self._rows.charges)
        for part in self._batches("ended rows", self._gone_rows):
            self._publisher.step((END_NODES, {"ids": part, "died": self._edition}))

    def _kept(self, keys: Any, have: Sequence[tuple[int, str]]) -> Any:
        """Places of keys that are there already; what is there and not wanted is noted to be ended."""
        wanted = set(keys.tolist())
        self._gone_rows += [element for key, element in have if key not in wanted]
        return np.flatnonzero(np.isin(keys, np.array([key for key, _ in have], dtype=np.int64)))

    def _create(self, stage: str, text: str, every: Any, told: Callable[[Any], Columns]) -> None:
        """Create rows of this edition; while the server writes a batch, the next one is made ready."""
        life = {"born": self._edition, "died": FOREVER}
        for columns in _made_ahead(_parts(every), told):
            self._publisher.step((text, columns | life))
            self._count(stage, len(next(iter(columns.values()))), len(every))

    def _batches(self, stage: str, every: Any) -> Iterator[Any]:
        for part in _parts(every):
            yield part
            self._count(stage, len(part), len(every))

    def _count(self, stage: str, more: int, total: int) -> None:
        """Note what was written of a stage; more than `total` where a stage has several parts."""
        self.written[stage] += more
        self._progress(stage, min(self.written[stage], total), total)


def _numbered(projection: Projection, present: ExistingNodes, last_n: int) -> tuple[Any, Any]:
    """Per place its `n`, and its row in `present` or -1; new nodes get the next numbers."""
    where = {node: row for row, node in enumerate(present.ids)}
    row = np.fromiter((where.get(node, -1) for node in projection.ids), dtype=np.int64, count=len(projection.ids))
    fresh = row < 0
    n = np.empty(len(row), dtype=np.int64)
    n[~fresh] = present.n[row[~fresh]]
    n[fresh] = last_n + 1 + np.arange(int(fresh.sum()))
    return n, row


def _made_ahead(parts: Iterator[Any], make: Callable[[Any], Columns]) -> Iterator[Columns]:
    """What is made of each part, the next one in another thread while this one is used."""
    with ThreadPoolExecutor(max_workers=1) as aside:
        ready = [aside.submit(make, part) for part in islice(parts, 1)]
        while ready:
            made = ready.pop().result()
            ready = [aside.submit(make, part) for part in islice(parts, 1)]
            yield made


def _as_said(kind: str, columns: Columns) -> Iterator[tuple[Any, ...]]:
    """The rows as OUTGOING reads them back."""
    wanted = relationship_fields(kind)
    count = len(columns["tail"])
    told: list[Sequence[Any]] = []
    for name in RELATIONSHIP_PROPERTIES:
        if name not in wanted:
            told.append([None] * count)
        elif name in ("claimed_by", "evidence"):
            listed = [_frozen(entry) for entry in columns[f"{name}s"]]
            told.append([None if code is None else listed[code] for code in columns[name]])
        else:
            told.append(columns[name])
    return zip(*told, strict=True)


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _parts(every: Sequence[Any]) -> Iterator[Any]:
    return (every[begin : begin + BATCH] for begin in range(0, len(every), BATCH))

"""Existing content of a projection in Neo4j, and the repair of an interrupted publish."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from graph.stores.base import I8
from graph.stores.neo4j.connection import Neo4jConnection, Row
from graph.stores.neo4j.projection.publisher import Publisher
from graph.stores.neo4j.projection.schema import DEGREES, ENTITIES, FOREVER, OUTGOING, OUTGOING_PACKED

_PAGE = 20_000
_PACKED = 50_000  # relationships in one record
_AT_ONCE = 50_000  # removals in one transaction

_HEAL_RELATIONSHIPS = """
MATCH (a:Entity) WHERE a.n >= $low AND a.n < $high
MATCH (a)-[r]->() WHERE r.born > $edition OR r.died <= $edition
WITH r LIMIT $most DELETE r RETURN count(*)
"""
_REVIVE_RELATIONSHIPS = """
MATCH (a:Entity) WHERE a.n >= $low AND a.n < $high
MATCH (a)-[r]->() WHERE r.died > $edition AND r.died < $forever SET r.died = $forever RETURN count(*)
"""
_HEAL_NODES = """
MATCH (a:Entity) WHERE a.n >= $low AND a.n < $high
FOREACH (_ IN CASE WHEN a.touched > $edition THEN [1] ELSE [] END | REMOVE a.hash, a.out_hash, a.touched)
FOREACH (_ IN CASE WHEN a.died > $edition AND a.died < $forever THEN [1] ELSE [] END | SET a.died = $forever)
WITH a WHERE a.born > $edition OR a.died <= $edition
DETACH DELETE a
"""
_HEAL_ALIASES = """
MATCH (a:Alias) WHERE NOT EXISTS { MATCH (e:Entity {n: a.n}) WHERE a.id IN e.members }
WITH a LIMIT $most DETACH DELETE a RETURN count(*)
"""
_HEAL_ROWS = """
MATCH (u:{label}) WHERE u.born > $edition OR u.died <= $edition
WITH u LIMIT $most DELETE u RETURN count(*)
"""
_REVIVE_ROWS = """
MATCH (u:{label}) WHERE u.died > $edition AND u.died < $forever
WITH u LIMIT $most SET u.died = $forever RETURN count(*)
"""


@dataclass(frozen=True, slots=True)
class ExistingNodes:
    """The existing nodes in order of `n`: their ids, and the fingerprints with which they were last written.

    `stale` marks nodes whose fingerprints cannot be trusted.
    """

    n: I8
    ids: Sequence[str]
    own: I8
    out: I8
    stale: npt.NDArray[np.bool_]


def read_existing(connection: Neo4jConnection, last_n: int) -> ExistingNodes:
    """All nodes, in pages."""
    columns: tuple[list[Any], ...] = ([], [], [], [], [])
    for low, high in pages(last_n):
        (row,) = connection.read(ENTITIES, low=low, high=high)
        for column, values in zip(columns, row, strict=True):
            column.extend(values)
    n, ids, own, out, stale = columns
    return ExistingNodes(
        np.array(n, dtype=np.int64),
        ids,
        np.array(own, dtype=np.int64),
        np.array(out, dtype=np.int64),
        np.array(stale, dtype=bool),
    )


def outgoing(connection: Neo4jConnection, numbers: Sequence[int]) -> Iterator[list[Row]]:
    """Outgoing relationships of nodes: rows of (type, n, n of the target, element id, *RELATIONSHIP_PROPERTIES), in batches."""
    for begin in range(0, len(numbers), _PAGE):
        degrees = connection.read(DEGREES, n=numbers[begin : begin + _PAGE])
        batch: list[int] = []
        size = 0
        for n, degree in [*degrees, (-1, _PACKED)]:
            if batch and size + degree > _PACKED:
                yield _read_outgoing(connection, batch, size)
                batch, size = [], 0
            batch.append(n)
            size += degree


def _read_outgoing(connection: Neo4jConnection, numbers: list[int], size: int) -> list[Row]:
    # One record with many rows is several times faster than many records, but must fit the server's memory.
    if size > _PACKED:
        return connection.read(OUTGOING, n=numbers, died=FOREVER)
    ((packed,),) = connection.read(OUTGOING_PACKED, n=numbers, died=FOREVER)
    return [tuple(row) for row in packed]


def heal(publisher: Publisher, edition: int, last_n: int) -> None:
    """Undo an interrupted publish: delete what it created, revive what it ended, clear what it left over."""
    for low, high in pages(last_n):
        page = {"low": low, "high": high, "edition": edition}
        _repeat(publisher, _HEAL_RELATIONSHIPS, page)
        publisher.step((_REVIVE_RELATIONSHIPS, page | {"forever": FOREVER}))
        publisher.step((_HEAL_NODES, page | {"forever": FOREVER}))
    _repeat(publisher, _HEAL_ALIASES, {})
    for label in ("Usage", "Charge"):
        _repeat(publisher, _HEAL_ROWS.replace("{label}", label), {"edition": edition})
        _repeat(publisher, _REVIVE_ROWS.replace("{label}", label), {"edition": edition, "forever": FOREVER})


def pages(last_n: int) -> Iterator[tuple[int, int]]:
    """Ranges [low, high) that cover every number up to the last."""
    for low in range(0, last_n + 1, _PAGE):
        yield low, low + _PAGE


def _repeat(publisher: Publisher, text: str, values: dict[str, Any]) -> None:
    """Repeat until nothing is left; a lost response counts as a full batch."""
    while True:
        rows = publisher.step((text, values | {"most": _AT_ONCE}))
        if rows and rows[0][0] < _AT_ONCE:
            return

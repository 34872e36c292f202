"""Blast radius and exposure from Neo4j: reach, permission and hops; the proofs stay with the snapshot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from graph.ontology import Permission
from queries import blast_radius as radius
from queries import exposure as exposed
from queries.cypher.projection import WALKS, ProjectedAnswer, ProjectedGraph, blank
from queries.reached import Reached

COLUMNS = ("id", "kind", "name", "permission", "hops")

Row = dict[str, Any]


def blast_radius(projection: ProjectedGraph, params: radius.Params) -> ProjectedAnswer:
    """What the starts reach; raises UnknownName or AmbiguousName for a start that is not one node."""
    start = list(dict.fromkeys(projection.find(text) for text in params.start))
    rows = _rows(projection, "blast-radius", {"start": start}, params)
    data = [row for row in rows if row["kind"] == "DataSource"]
    answer = {"start": start, **_totals(rows), "by_permission": _counts(row["permission"] for row in data)}
    return ProjectedAnswer(blank(radius.Answer) | answer)


def exposure(projection: ProjectedGraph, params: exposed.Params) -> ProjectedAnswer:
    """Who reaches the target; raises UnknownName or AmbiguousName for one that is not one node."""
    target = projection.find(params.target)
    rows = _rows(projection, "exposure", {"target": target}, params)
    answer = {"target": target, **_totals(rows), "by_permission": _counts(row["permission"] for row in rows)}
    return ProjectedAnswer(blank(exposed.Answer) | answer)


def _rows(projection: ProjectedGraph, name: str, ends: Row, params: radius.Params | exposed.Params) -> list[Row]:
    """The rows that the filters leave, in order: permission down, hops, id."""
    limits = {"at": params.as_of, "basis": WALKS[params.basis], "max_hops": params.max_hops}
    rows = projection.rows(name, COLUMNS, {**ends, **limits})
    least = params.min_permission or 0
    kept = [row for row in rows if _level(row) >= least and (not params.kinds or row["kind"] in params.kinds)]
    return sorted(kept, key=lambda row: (-_level(row), row["hops"], row["id"].encode()))


def _totals(rows: Sequence[Row]) -> Row:
    kinds = _counts(row["kind"] for row in rows)
    return {"total": len(rows), "by_kind": kinds, "reached": [blank(Reached) | row for row in rows]}


def _counts(names: Iterable[str | None]) -> dict[str, int]:
    return dict(sorted(Counter(name for name in names if name is not None).items()))


def _level(row: Row) -> int:
    return Permission[row["permission"]] if row["permission"] else 0

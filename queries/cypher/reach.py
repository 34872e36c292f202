"""Blast radius and exposure from Neo4j: reach, permission and hops; the proofs stay with the snapshot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from graph.errors import InputError
from graph.ontology import Permission
from graph.reason import Reason
from queries import blast_radius as radius
from queries import exposure as exposed
from queries.cypher.projection import WALKS, ProjectedAnswer, ProjectedGraph, blank
from queries.reached import Reached, hops_gap

COLUMNS = ("id", "kind", "name", "permission", "hops")

Row = dict[str, Any]


def blast_radius(projection: ProjectedGraph, params: radius.Params) -> ProjectedAnswer:
    """What the starts reach; raises UnknownName or AmbiguousName for a start that is not one node."""
    check_via(params.via)
    start = list(dict.fromkeys(projection.find(text) for text in params.start))
    rows, gaps = _rows(projection, "blast-radius", {"start": start}, params)
    data = [row for row in rows if row["kind"] == "DataSource"]
    answer = {"start": start, **_totals(rows), "by_permission": _counts(row["permission"] for row in data)}
    return ProjectedAnswer(blank(radius.Answer) | answer, gaps)


def exposure(projection: ProjectedGraph, params: exposed.Params) -> ProjectedAnswer:
    """Who reaches the target; raises UnknownName or AmbiguousName for one that is not one node."""
    check_via(params.via)
    target = projection.find(params.target)
    rows, gaps = _rows(projection, "exposure", {"target": target}, params)
    answer = {"target": target, **_totals(rows), "by_permission": _counts(row["permission"] for row in rows)}
    return ProjectedAnswer(blank(exposed.Answer) | answer, gaps)


def check_via(via: str | None) -> None:
    """Raise InputError for walks that must pass a node: only the snapshot knows them."""
    if via is not None:
        raise InputError("Neo4j does not know --via; leave --engine out").in_argument("via")


def _rows(
    projection: ProjectedGraph, name: str, ends: Row, params: radius.Params | exposed.Params
) -> tuple[list[Row], tuple[Reason, ...]]:
    """The rows that the filters leave, in order: permission down, hops, id; and what lies beyond `max_hops`."""
    limits = {"at": params.as_of, "basis": WALKS[params.basis]}
    kept = _kept(projection.rows(name, COLUMNS, {**ends, **limits, "max_hops": params.max_hops}), params)
    rows = sorted(kept, key=lambda row: (-_level(row), row["hops"], row["id"].encode()))
    if params.max_hops is None:
        return rows, ()
    levels = {row["id"]: _level(row) for row in rows}
    others = _kept(projection.rows(name, COLUMNS, {**ends, **limits, "max_hops": None}), params)
    more = sum(row["id"] not in levels for row in others)
    stronger = sum(_level(row) > levels.get(row["id"], _level(row)) for row in others)
    return rows, tuple(hops_gap(params.max_hops, more, stronger))


def _kept(rows: Iterable[Row], params: radius.Params | exposed.Params) -> list[Row]:
    least = params.min_permission or 0
    return [row for row in rows if _level(row) >= least and (not params.kinds or row["kind"] in params.kinds)]


def _totals(rows: Sequence[Row]) -> Row:
    kinds = _counts(row["kind"] for row in rows)
    return {"total": len(rows), "by_kind": kinds, "reached": [blank(Reached) | row for row in rows]}


def _counts(names: Iterable[str | None]) -> dict[str, int]:
    return dict(sorted(Counter(name for name in names if name is not None).items()))


def _level(row: Row) -> int:
    return Permission[row["permission"]] if row["permission"] else 0

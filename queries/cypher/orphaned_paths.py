"""Orphaned paths from Neo4j: live routes to data for which nobody answers, and those it leaves undecided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from graph.ontology import Permission
from queries import orphaned_paths as orphans
from queries.cypher.projection import WALKS, ProjectedAnswer, ProjectedGraph, blank
from queries.orphaned_routes import OrphanedPath

COLUMNS = ("principal", "name", "state", "because", "target", "permission", "hops")

_WHY = "it hangs on somebody of whom nobody knows whether they answer for it"

Row = Mapping[str, Any]


def orphaned_paths(projection: ProjectedGraph, params: orphans.Params) -> ProjectedAnswer:
    """Every principal that nobody answers for as a root of its own, ORPHANED or UNDECIDED, and all data it reaches."""
    rows = projection.rows("orphaned-paths", COLUMNS, {"at": params.as_of, "basis": WALKS[params.basis]})
    if params.of:
        asked = {projection.find(text) for text in params.of}
        rows = [row for row in rows if row["principal"] in asked]
    rows.sort(key=_order)
    first = {row["principal"]: row for row in reversed(rows)}
    ordered = sorted(first.values(), key=_order)
    routes = Counter(row["principal"] for row in rows)
    answer = {
        "total_roots": sum(row["state"] == "ORPHANED" for row in ordered),
        "total_paths": sum(row["state"] != "UNKNOWN" for row in rows),
        "total_unknown": sum(row["state"] == "UNKNOWN" for row in ordered),
        "roots": [_root(row) | {"routes": routes[row["principal"]]} for row in ordered if row["state"] != "UNKNOWN"],
        "paths": [_path(row) for row in rows if row["state"] != "UNKNOWN"],
        "unknown": [
            blank(orphans.UnknownPrincipal) | {"id": row["principal"], "why": _WHY}
            for row in ordered
            if row["state"] == "UNKNOWN"
        ],
    }
    return ProjectedAnswer(blank(orphans.Answer) | answer)


def _order(row: Row) -> tuple[bytes, int, int, bytes]:
    return row["principal"].encode(), -Permission[row["permission"]], row["hops"], row["target"].encode()


def _root(row: Row) -> dict[str, Any]:
    causes = sorted({(cause["code"], cause["id"]) for cause in row["because"]})
    reasons = [blank(orphans.OrphanReason) | {"code": code, "evidence": node} for code, node in causes]
    known = {"id": row["principal"], "name": row["name"], "state": row["state"]}
    return blank(orphans.OrphanedRoot) | known | {"reasons": reasons, "folded": []}


def _path(row: Row) -> dict[str, Any]:
    known = {name: row[name] for name in ("target", "permission", "hops")}
    return blank(OrphanedPath) | {"root": row["principal"]} | known

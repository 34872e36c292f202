"""Access paths from Neo4j: the shortest ways from one node to another, and how far it looked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graph.moment import write_moment
from graph.ontology import EDGE_KINDS
from graph.reason import Reason
from queries import access_paths as ways
from queries.base import EdgeEvidence
from queries.cypher.projection import WALKS, ProjectedAnswer, ProjectedGraph, blank
from queries.cypher.reach import check_via

COLUMNS = ("hops", "permission", "permission_known", "nodes", "edges", "lengths")

# How far access-paths.cypher looks; its pattern says the same.
MOST_HOPS, MOST_LENGTHS = 12, 4

Row = Mapping[str, Any]


def access_paths(projection: ProjectedGraph, params: ways.Params) -> ProjectedAnswer:
    """The shortest ways; PARTIAL where there may be others among the first `k`."""
    check_via(params.via)
    origin, target = projection.find(params.origin), projection.find(params.target)
    limits = {"at": params.as_of, "basis": WALKS[params.basis], "max_hops": params.max_hops}
    parameters = {"from": origin, "to": target, "k": params.k, **limits}
    rows = sorted(projection.rows("access-paths", COLUMNS, parameters), key=lambda row: (row["hops"], _ids(row)))
    answer = {"from": origin, "to": target, "total": len(rows), "paths": [_path(row) for row in rows]}
    reasons = () if len(rows) >= params.k or origin == target else _beyond(projection, rows, parameters)
    if not reasons and len(rows) < params.k and params.max_hops is not None:
        # Fewer than asked for lie within the limit: any other is longer.
        whole = projection.rows("access-paths", COLUMNS, {**parameters, "max_hops": None})
        if any(row["hops"] > params.max_hops for row in whole):
            reasons = (Reason("HOPS", f"ways of at most {params.max_hops} edges; there are longer ones"),)
        elif origin != target:
            reasons = _beyond(projection, whole, {**parameters, "max_hops": None})
    return ProjectedAnswer(blank(ways.Answer) | answer, reasons)


def _ids(row: Row) -> list[bytes]:
    return [node["id"].encode() for node in row["nodes"]]


def _beyond(projection: ProjectedGraph, rows: Sequence[Row], parameters: Mapping[str, Any]) -> tuple[Reason, ...]:
    """Why there may be more ways: none, where all that lies between is too little for a longer one."""
    limit = parameters["max_hops"]
    if limit is not None and limit <= MOST_HOPS and _lengths(rows) < MOST_LENGTHS:
        return ()
    limits = {name: parameters[name] for name in ("at", "basis", "max_hops")}
    after = projection.rows("blast-radius", ("id",), {"start": [parameters["from"]], **limits})
    before = projection.rows("exposure", ("id",), {"target": parameters["to"], **limits})
    between = {row["id"] for row in after} & {row["id"] for row in before}
    if _lengths(rows) < MOST_LENGTHS and len(between) < MOST_HOPS:
        return ()
    looked = f"ways of at most {MOST_HOPS} edges, and of these the {MOST_LENGTHS} shortest lengths"
    return (Reason("HOPS", f"Neo4j looks at {looked}; {len(rows)} found"),)


def _lengths(rows: Sequence[Row]) -> int:
    return int(rows[0]["lengths"]) if rows else 0


def _path(row: Row) -> dict[str, Any]:
    nodes, edges = row["nodes"], row["edges"]
    text = str(nodes[0]["name"])
    hops = []
    for step, edge in enumerate(edges):
        before, node = nodes[step], nodes[step + 1]
        extra = f" ({edge['permission']})" if edge["permission"] else ""
        which = ", which" if step else ""
        text += f"{which} {EDGE_KINDS[edge['kind']].reads} {node['kind']} {node['name']}{extra}"
        hops.append(_edge(before, edge, node))
    known = {name: row[name] for name in ("hops", "permission", "permission_known")}
    return blank(ways.AccessPath) | known | {"sentence": f"{text}.", "edges": hops}


def _edge(source: Row, edge: Row, target: Row) -> dict[str, Any]:
    """One hop. Several sources may claim it: they are listed, by name."""
    claimed = edge["claimed_by"]
    evidence = {
        "source": source["id"],
        "kind": edge["kind"],
        "target": target["id"],
        "permission": edge["permission"],
        "claimed_by": ", ".join(claimed) if isinstance(claimed, list) else claimed,
        "since": write_moment(edge["since"]),
        "evidence": edge["evidence"],
        "source_name": source["name"],
        "target_name": target["name"],
    }
    return blank(EdgeEvidence) | evidence

"""This file knows which server a principal means by a name that only its own configuration explains."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from graph.ontology import EDGE_CODES
from graph.snapshot.derive import Ground, local_name
from graph.stores.base import I4, Claims


def resolve_sightings(ground: Ground, claims: Claims, principal: I4, resource: I4) -> I4:
    """Resources of usage rows, name-only servers and tools replaced by what the principal's configuration names."""
    vague = {node for kind in ("McpServer", "McpTool") for node, told, _, _ in ground.spans("name_only", kind) if told}
    rows = np.flatnonzero(np.isin(resource, list(vague)) & (principal >= 0))
    if not len(rows):
        return resource
    connected = _connections(ground, claims)
    holders = _holders(ground.edges)
    exposed, exposer = _exposed(ground)
    names = {node: value for kind in ("McpServer", "McpTool") for node, value, _, _ in ground.spans("name", kind)}
    resource = resource.copy()
    answers: dict[tuple[int, int], int] = {}
    for row in rows.tolist():
        pair = (int(principal[row]), int(resource[row]))
        if pair not in answers:
            answers[pair] = _resolve(pair, (connected, holders, exposed, exposer, names, ground.ids))
        resource[row] = answers[pair]
    return resource


def _resolve(pair: tuple[int, int], known: tuple[Any, ...]) -> int:
    connected, holders, exposed, exposer, names, ids = known
    who, what = pair
    server = exposer.get(what, what)
    alias = names.get(server) or local_name(ids[server])
    targets = {connected[me, alias] for me in (who, *holders[who]) if (me, alias) in connected}
    if len(targets) != 1:
        return what
    target: int = targets.pop()
    if server == what:
        return target
    tool: int = exposed.get((target, names.get(what) or local_name(ids[what])), target)
    return tool


def _connections(ground: Ground, claims: Claims) -> dict[tuple[int, str], int]:
    """(who, alias) → server, from the configurations; an alias that means two servers means none."""
    edges = ground.edges
    found: dict[tuple[int, str], set[int]] = defaultdict(set)
    for row in np.flatnonzero((edges["kind"] == EDGE_CODES["CONNECTS_TO"]) & (edges["alias"] >= 0)).tolist():
        found[int(edges["tail"][row]), claims.texts[edges["alias"][row]]].add(int(edges["head"][row]))
    return {key: next(iter(servers)) for key, servers in found.items() if len(servers) == 1}


def _holders(edges: Mapping[str, Any]) -> Mapping[int, Sequence[int]]:
    """Who holds an account or credential."""
    holders: dict[int, list[int]] = defaultdict(list)
    for row in np.flatnonzero(
        np.isin(edges["kind"], [EDGE_CODES["HAS_ACCOUNT"], EDGE_CODES["HAS_CREDENTIAL"]])
    ).tolist():
        holders[int(edges["head"][row])].append(int(edges["tail"][row]))
    return holders


def _exposed(ground: Ground) -> tuple[dict[tuple[int, str], int], dict[int, int]]:
    """(server, tool name) → tool, and tool → the server that exposes it."""
    names = {node: value for node, value, _, _ in ground.spans("name", "McpTool")}
    exposed: dict[tuple[int, str], int] = {}
    exposer: dict[int, int] = {}
    edges = ground.edges
    for row in np.flatnonzero(edges["kind"] == EDGE_CODES["EXPOSES"]).tolist():
        server, tool = int(edges["tail"][row]), int(edges["head"][row])
        exposed[server, names.get(tool) or local_name(ground.ids[tool])] = tool
        exposer[tool] = server
    return exposed, exposer

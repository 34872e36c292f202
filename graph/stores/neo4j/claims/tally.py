"""This file knows how many nodes and edges the sources stand by, each counted once however many sources claim it."""

from __future__ import annotations

from typing import Any

import numpy as np

from graph.moment import NEVER
from graph.ontology import EDGE_NAMES, NODE_CODES, NODE_NAMES
from graph.stores.base import Claims


def count_open(claims: Claims) -> dict[str, dict[str, int]]:
    """Open claims by kind: {"nodes": {kind: n}, "edges": {kind: n}}, distinct."""
    nodes, edges = claims.nodes, claims.edges
    listed = np.unique(nodes.node[nodes.retired == NEVER])
    kinds = np.array([NODE_CODES[claims.ids[node].partition(":")[0]] for node in listed.tolist()], dtype=np.int64)
    there = edges.retired == NEVER
    ends = np.stack([column[there].astype(np.int64) for column in (edges.source, edges.target, edges.kind)])
    distinct = np.unique(ends, axis=1)[2] if ends.size else np.zeros(0, dtype=np.int64)
    return {"nodes": _by_name(kinds, NODE_NAMES), "edges": _by_name(distinct, EDGE_NAMES)}


def _by_name(codes: Any, names: tuple[str, ...]) -> dict[str, int]:
    counts = np.bincount(codes, minlength=len(names)).tolist()
    return dict(sorted((name, count) for name, count in zip(names, counts, strict=True) if count))

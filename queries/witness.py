"""Evidence of edges: what each edge of a proof says, with the names that its ends have at the moment."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from graph.ontology import EDGE_NAMES, Permission
from graph.snapshot import Snapshot
from queries.base import EdgeEvidence
from queries.subject import names_of


def edge_evidence(snapshot: Snapshot, rows: Iterable[int], moment: int) -> dict[int, EdgeEvidence]:
    """The evidence of rows of the snapshot's edge table, by row; every row and every name is read once."""
    edges = snapshot.edges
    distinct = np.fromiter(dict.fromkeys(rows), dtype=np.int64)
    nodes = np.unique(np.concatenate([edges.source[distinct], edges.target[distinct]]))
    names = dict(zip(nodes.tolist(), names_of(snapshot, nodes, moment), strict=True))
    evidence = {}
    for row in distinct.tolist():
        source, target, permission = int(edges.source[row]), int(edges.target[row]), int(edges.permission[row])
        evidence[row] = EdgeEvidence(
            source=snapshot.ids[source],
            kind=EDGE_NAMES[int(edges.kind[row])],
            target=snapshot.ids[target],
            permission=Permission(permission).name if permission else None,
            claimed_by=snapshot.sources[int(edges.claimed_by[row])],
            since=int(edges.since[row]),
            evidence=snapshot.text(int(edges.evidence[row])),
            source_name=names[source],
            target_name=names[target],
        )
    return evidence

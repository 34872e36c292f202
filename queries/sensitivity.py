"""This file knows how much each data source matters at a moment, labels inherited from the nearest labelled container."""

from __future__ import annotations

from typing import Any

import numpy as np

from graph.ontology import EDGE_CODES, NODE_CODES
from graph.snapshot import ABSENT, Snapshot, View
from graph.snapshot.edges import index
from graph.traverse import propagate_labels

# Least harm first; what nobody labelled counts as unknown.
SENSITIVITIES = ("public", "internal", "unknown", "confidential", "restricted")
UNKNOWN = SENSITIVITIES.index("unknown")
WEIGHTS = np.array([0.0, 1.0, 3.0, 10.0, 100.0])
# By permission level 0 (none) to 4.
PERMISSION_WEIGHTS = np.array([0.0, 0.1, 0.5, 0.8, 1.0, 1.0])


def sensitivities(snapshot: Snapshot, cut: View) -> Any:
    """Per node its place in SENSITIVITIES (int8); -1 for what is no data source."""
    if "sensitivity" not in cut.memo:
        cut.memo["sensitivity"] = _sensitivities(snapshot, cut)
    return cut.memo["sensitivity"]


def leaves(snapshot: Snapshot, cut: View) -> Any:
    """Per node whether it is a data source, there at the moment, that contains no other (bool)."""
    if "leaves" not in cut.memo:
        data = (snapshot.arrays["kind"] == NODE_CODES["DataSource"]) & (cut.mode != ABSENT)
        tails, _ = _containment(snapshot, cut)
        data[tails] = False
        cut.memo["leaves"] = data
    return cut.memo["leaves"]


def weights(snapshot: Snapshot, cut: View) -> Any:
    """Per node what reaching it adds to a score before the permission's weight (float64)."""
    if "weights" not in cut.memo:
        found = np.zeros(snapshot.count)
        leaf = leaves(snapshot, cut)
        found[leaf] = WEIGHTS[sensitivities(snapshot, cut)[leaf]]
        cut.memo["weights"] = found
    return cut.memo["weights"]


def _containment(snapshot: Snapshot, cut: View) -> tuple[Any, Any]:
    """Containers and what they contain at the moment, of data sources that are there."""
    arrays = snapshot.arrays
    rows = np.flatnonzero(
        (arrays["edge.kind"] == EDGE_CODES["CONTAINS"])
        & (arrays["edge.since"] <= cut.moment)
        & (cut.moment < arrays["edge.until"])
    )
    tails, heads = arrays["edge.tail"][rows], arrays["edge.head"][rows]
    there = (cut.mode[tails] != ABSENT) & (cut.mode[heads] != ABSENT) & (tails != heads)
    return tails[there], heads[there]


def _sensitivities(snapshot: Snapshot, cut: View) -> Any:
    codes = snapshot.column("sensitivity", cut.moment)
    labels = np.zeros(snapshot.count, dtype=np.int64)
    for rank, name in enumerate(SENSITIVITIES):
        if name != "unknown":
            labels[codes == snapshot.value_code(name)] = rank + 1
    tails, heads = _containment(snapshot, cut)
    order = np.argsort(tails, kind="stable")
    labels = propagate_labels(index(tails, snapshot.count), heads[order], labels)
    found = np.where(labels > 0, labels - 1, UNKNOWN).astype(np.int8)
    found[snapshot.arrays["kind"] != NODE_CODES["DataSource"]] = -1
    return found

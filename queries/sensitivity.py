"""Sensitivity of data sources at a moment: labels, inherited from the nearest labelled container, and their weights."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from graph.snapshot import ABSENT, View
from graph.snapshot.columns import I4, Bool, offsets_of
from graph.traverse import propagate_labels

# Least harm first; what nobody labelled counts as unknown.
SENSITIVITIES = ("public", "internal", "unknown", "confidential", "restricted")
UNKNOWN = SENSITIVITIES.index("unknown")
WEIGHTS = np.array([0.0, 1.0, 3.0, 10.0, 100.0])
# By permission level 0 (none) to 4.
PERMISSION_WEIGHTS = np.array([0.0, 0.1, 0.5, 0.8, 1.0, 1.0])


def sensitivities(view: View) -> npt.NDArray[np.int8]:
    """Per node its index in SENSITIVITIES; -1 for what is no data source."""
    return view.derived(_sensitivities)


def leaves(view: View) -> Bool:
    """Per node whether it is a data source, there at the moment, that contains no other."""
    return view.derived(_leaves)


def leaf_count(view: View) -> int:
    """How many data sources there are at the moment that contain no other."""
    return view.derived(_leaf_count)


def weights(view: View) -> npt.NDArray[np.float64]:
    """Per node what reaching it adds to a score, before the permission's weight."""
    return view.derived(_weights)


def contents_of(view: View, nodes: Iterable[int]) -> set[int]:
    """All data sources inside these at the moment, at any depth."""
    containers, contents = view.derived(_containment)
    inside, frontier = set[int](), np.fromiter(nodes, dtype=np.int64)
    while len(frontier):
        frontier = np.unique(contents[np.isin(containers, frontier)])
        frontier = np.array([node for node in frontier.tolist() if node not in inside], dtype=np.int64)
        inside.update(frontier.tolist())
    return inside


def _containment(view: View) -> tuple[I4, I4]:
    """Containers and what they contain at the moment, of data sources that are there."""
    edges = view.tables.edges
    rows = np.flatnonzero(edges.of("CONTAINS") & edges.valid_at(view.moment))
    containers, contents = edges.source[rows], edges.target[rows]
    there = (view.mode[containers] != ABSENT) & (view.mode[contents] != ABSENT) & (containers != contents)
    return containers[there], contents[there]


def _leaves(view: View) -> Bool:
    leaf: Bool = view.tables.nodes.of("DataSource") & (view.mode != ABSENT)
    containers, _ = view.derived(_containment)
    leaf[containers] = False
    return leaf


def _leaf_count(view: View) -> int:
    return int(leaves(view).sum())


def _weights(view: View) -> npt.NDArray[np.float64]:
    weight, leaf = np.zeros(len(view.mode)), leaves(view)
    weight[leaf] = WEIGHTS[sensitivities(view)[leaf]]
    return weight


def _sensitivities(view: View) -> npt.NDArray[np.int8]:
    codes, count = view.tables.property_at("sensitivity", view.moment), len(view.mode)
    labels = np.zeros(count, dtype=np.int64)
    for rank, name in enumerate(SENSITIVITIES):
        if name != "unknown":
            labels[codes == view.tables.value_code(name)] = rank + 1
    containers, contents = view.derived(_containment)
    order = np.argsort(containers, kind="stable")
    labels = propagate_labels(offsets_of(containers, count), contents[order], labels)
    ranks = np.where(labels > 0, labels - 1, UNKNOWN).astype(np.int8)
    ranks[~view.tables.nodes.of("DataSource")] = -1
    return ranks

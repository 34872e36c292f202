"""Targets of questions about data: the data sources asked for with all that they contain, or what is confidential."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from graph.errors import InputError
from graph.snapshot import Snapshot, View
from queries.sensitivity import SENSITIVITIES, contents_of, sensitivities
from queries.subject import find_nodes

TARGETS_MEANING = "where it ends, may be repeated; by default data that is confidential or above"
_CONFIDENTIAL = SENSITIVITIES.index("confidential")


def find_targets(snapshot: Snapshot, view: View, texts: Sequence[str]) -> list[int]:
    """The data sources that these texts mean and all that they contain, or without texts all that are confidential or above.

    Raises UnknownName and AmbiguousName, and InputError for what is no data source.
    """
    if not texts:
        nodes: list[int] = np.flatnonzero(sensitivities(view) >= _CONFIDENTIAL).tolist()
        return nodes
    chosen = find_nodes(snapshot, texts, "targets", kinds=("DataSource",))
    for node in chosen:
        if snapshot.kind(node) != "DataSource":
            raise InputError(f"{snapshot.ids[node]} is no data source; give data sources").in_argument("targets")
    return sorted({*chosen, *contents_of(view, chosen)})

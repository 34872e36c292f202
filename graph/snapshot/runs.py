"""Numbers of the runs that changed a snapshot's claims, by source and moment: what opened or closed a claim leads to its run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from graph.snapshot.columns import I8
from graph.stores.base import Claims

# By source the number of the run at each moment.
RunNumbers = Mapping[str, Mapping[int, int]]


def run_numbers(claims: Claims, runs: Sequence[tuple[int, str, int]]) -> RunNumbers:
    """The numbers of those runs (number, source, moment) at whose moments claims of the generation opened or closed.

    So are those that told a day again with other figures. Of two runs of one source at one moment the first counts: the second one read the same again. O(claims).
    """
    moments: I8 = np.unique(np.array([moment for _, _, moment in runs], dtype=np.int64))
    changed = np.zeros(len(moments), dtype=bool)
    nodes, edges = claims.nodes, claims.edges
    columns = [nodes.first_seen, nodes.retired, edges.first_seen, edges.retired]
    columns += [] if nodes.opened is None else [nodes.opened]
    columns.append(np.array([row.at for state in claims.sources for row in state.restated], dtype=np.int64))
    for column in columns if len(moments) else ():
        index = np.minimum(np.searchsorted(moments, column), len(moments) - 1)
        changed[index[moments[index] == column]] = True
    present, numbers = set(moments[changed].tolist()), dict[str, dict[int, int]]()
    for number, source, moment in sorted(runs):
        if moment in present:
            numbers.setdefault(source, {}).setdefault(moment, number)
    return numbers

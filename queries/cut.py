"""Minimum cut of a directed graph with capacities, in arrays."""

from __future__ import annotations

import networkx as nx
import numpy as np

from graph.snapshot.columns import I8, Bool

# scipy counts capacities in 32 bits.
_MOST = 2**31 - 1
# What may not be cut.
UNCUTTABLE = -1


def source_side(count: int, tails: I8, heads: I8, capacities: I8, ends: tuple[int, int]) -> Bool:
    """Per vertex whether it is on the source's side of the minimum cut that lies nearest to the source.

    `capacities`: not negative, or UNCUTTABLE; parallel edges add up. `ends`: source and sink. Of all minimum cuts that one
    is unique, so the same graph always gives the same. Raises ValueError where only a cut through uncuttable edges exists.
    """
    finite = capacities != UNCUTTABLE
    total = int(capacities[finite].sum())
    weights = np.where(finite, capacities, total + 1)
    keys, number = np.unique(tails * count + heads, return_inverse=True)
    sums = np.zeros(len(keys), dtype=np.int64)
    np.add.at(sums, number, np.minimum(weights, total + 1))
    # More than all that can be cut is as good as uncuttable.
    sums = np.minimum(sums, total + 1)
    flow, side = (_by_scipy if total < _MOST else _by_networkx)(count, keys // count, keys % count, sums, ends)
    if flow > total:
        raise ValueError("no cut exists: some path has no edge that can be cut")
    return side


def _by_scipy(count: int, tails: I8, heads: I8, capacities: I8, ends: tuple[int, int]) -> tuple[int, Bool]:
    # Imported here: few questions need it, and it takes a while.
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import breadth_first_order, maximum_flow

    graph = csr_array((capacities.astype(np.int32), (tails, heads)), shape=(count, count))
    result = maximum_flow(graph, *ends)
    residual = graph - result.flow
    residual.data[residual.data < 0] = 0
    residual.eliminate_zeros()
    side = np.zeros(count, dtype=bool)
    side[breadth_first_order(residual, ends[0], return_predecessors=False)] = True
    return int(result.flow_value), side


def _by_networkx(count: int, tails: I8, heads: I8, capacities: I8, ends: tuple[int, int]) -> tuple[int, Bool]:
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(ends)
    edges = zip(tails.tolist(), heads.tolist(), capacities.tolist(), strict=True)
    graph.add_weighted_edges_from(edges, weight="capacity")
    residual = nx.algorithms.flow.preflow_push(graph, *ends)
    side, queue = np.zeros(count, dtype=bool), [ends[0]]
    side[ends[0]] = True
    for vertex in queue:
        for other, edge in residual[vertex].items():
            if edge["flow"] < edge["capacity"] and not side[other]:
                side[other] = True
                queue.append(other)
    return int(residual.graph["flow_value"]), side

"""Conveying edges that a snapshot and the same one with edits do not share: where what can be reached may differ begins and ends."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from graph.snapshot import View
from graph.snapshot.columns import I4, I8, Bool, Ints, expand

# How many caps a key tells apart; one of them stands for what lies in something, which no cap narrows.
_CAPS, _INSIDE = 8, 0


@dataclass(frozen=True, slots=True)
class DifferingEdges:
    """Per side, before and after, the nodes that edges of that side alone leave and end at, in its own numbers, ascending.

    `containment`: a CONTAINS edge holds on one side alone, whether it conveys or not; its ends are among them.
    """

    tails: tuple[I8, I8]
    heads: tuple[I8, I8]
    containment: bool


@dataclass(frozen=True, slots=True)
class Numbering:
    """Nodes of a snapshot and of the same one with edits: `new_of` from the first to the second, `old_of` back (-1: new)."""

    new_of: I4
    old_of: I4


def differing_edges(views: tuple[View, View], touched: Ints, numbering: Numbering) -> DifferingEdges:
    """The edges that differ; `touched`: the nodes of the second side at which anything does. O(edges at these).

    An edge conveys otherwise only where it or one of its ends is different. What leaves the second vertex of a closed
    account is led to by an edge that differs.
    """
    old_touched = numbering.old_of[touched]
    columns = [
        _edges_at(views[0], old_touched[old_touched >= 0], numbering.new_of),
        _edges_at(views[1], touched, np.arange(len(numbering.old_of), dtype=np.int32)),
    ]
    pairs, number = np.unique(np.concatenate([pair for pair, _ in columns]), return_inverse=True)
    bound = len(columns[0][0])
    keys = [part * _CAPS + cap for part, (_, cap) in zip((number[:bound], number[bound:]), columns, strict=True)]
    alone = [np.setdiff1d(keys[side], keys[1 - side]) for side in (0, 1)]
    own = [pairs[np.unique(side // _CAPS)] for side in alone]
    tails, heads = [np.unique(pair >> 32) for pair in own], [np.unique(pair & 0xFFFFFFFF) for pair in own]
    old_of = numbering.old_of
    return DifferingEdges(
        (old_of[tails[0]].astype(np.int64), tails[1]),
        (old_of[heads[0]].astype(np.int64), heads[1]),
        any(bool((side % _CAPS == _INSIDE).any()) for side in alone),
    )


def _edges_at(view: View, nodes: Ints, new_of: I4) -> tuple[I8, I8]:
    """The edges at some nodes: a key of the pair of their ends in the second numbering, and what they narrow to."""
    edges, at = view.tables.edges, np.zeros(len(view.mode), dtype=bool)
    at[nodes] = True
    holding = np.concatenate([edges.outgoing(nodes), edges.incoming(nodes).astype(np.int64)])
    holding = holding[edges.valid_at(view.moment, holding)]
    sources = np.unique(np.concatenate([nodes, edges.source[holding]]))
    vertices = np.array(view.vertices_of(sources.tolist()), dtype=np.int64)
    position, entries = expand(view.outgoing.offsets, vertices)
    source, target = view.node_of[vertices[position]], view.node_of[view.outgoing.neighbours[entries]]
    kept = at[source] | at[target]
    inside = holding[edges.of("CONTAINS", rows=holding)]
    pairs = np.concatenate(
        [
            _pairs(new_of[source[kept]], new_of[target[kept]]),
            _pairs(new_of[edges.source[inside]], new_of[edges.target[inside]]),
        ]
    )
    return pairs, np.concatenate(
        [view.outgoing.caps[entries[kept]].astype(np.int64), np.full(len(inside), _INSIDE, np.int64)]
    )


def _pairs(source: Ints, target: Ints) -> I8:
    return source.astype(np.int64) << 32 | target.astype(np.int64)


def reaching(view: View, nodes: I8, *, reverse: bool = True) -> Bool:
    """Per node whether it reaches, or is, one of these; without `reverse`, whether it is reached from one."""
    mask = np.zeros(len(view.mode), dtype=bool)
    if len(nodes):
        begins = view.vertices_of(nodes.tolist())
        mask[view.node_of[view.traverser(reverse=reverse).bfs(begins, min(view.levels)).nodes]] = True
        mask[nodes] = True
    return mask

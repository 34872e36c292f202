"""Accounts and credentials that a principal holds, and those that they hold in turn."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from graph.snapshot import Snapshot

HOLDS = ("HAS_ACCOUNT", "HAS_CREDENTIAL")


def held_by(snapshot: Snapshot, starts: Iterable[int], moment: int) -> list[int]:
    """The starts and everything they hold at a moment, in order of discovery."""
    edges = snapshot.edges
    held = list(dict.fromkeys(starts))
    seen = set(held)
    for node in held:
        rows = slice(int(edges.out_offsets[node]), int(edges.out_offsets[node + 1]))
        holds = edges.of(*HOLDS, rows=rows) & edges.valid_at(moment, rows)
        for target in edges.target[rows][holds].tolist():
            if target not in seen:
                seen.add(target)
                held.append(target)
    return held


def holders_of(snapshot: Snapshot, node: int, moment: int) -> list[int]:
    """Who holds a node at a moment, by edge row; one that holds it by several claims is there several times."""
    edges = snapshot.edges
    rows = edges.incoming(np.array([node]))
    rows = rows[edges.of(*HOLDS, rows=rows) & edges.valid_at(moment, rows)]
    holders: list[int] = edges.source[rows].tolist()
    return holders

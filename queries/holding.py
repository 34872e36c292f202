"""This file knows what a principal holds: its accounts and credentials, and theirs in turn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from graph.ontology import EDGE_CODES
from graph.snapshot import Snapshot

HOLDS = (EDGE_CODES["HAS_ACCOUNT"], EDGE_CODES["HAS_CREDENTIAL"])


def held_by(snapshot: Snapshot, starts: Iterable[int], moment: int) -> list[int]:
    """The starts and everything they hold at a moment, in order of discovery."""
    arrays = snapshot.arrays
    found = list(dict.fromkeys(starts))
    seen = set(found)
    for node in found:
        low, high = int(arrays["out"][node]), int(arrays["out"][node + 1])
        holds = np.isin(arrays["edge.kind"][low:high], HOLDS)
        holds &= (arrays["edge.since"][low:high] <= moment) & (moment < arrays["edge.until"][low:high])
        for head in arrays["edge.head"][low:high][holds].tolist():
            if head not in seen:
                seen.add(head)
                found.append(head)
    return found


def holders_of(snapshot: Snapshot, node: int, kinds: Sequence[int], moment: int) -> list[tuple[int, int]]:
    """(holder, edge row) of the edges of these kinds that end at a node at a moment, by row."""
    arrays = snapshot.arrays
    rows = np.sort(arrays["into.edge"][arrays["into"][node] : arrays["into"][node + 1]])
    valid = np.isin(arrays["edge.kind"][rows], list(kinds))
    valid &= (arrays["edge.since"][rows] <= moment) & (moment < arrays["edge.until"][rows])
    return [(int(arrays["edge.tail"][row]), int(row)) for row in rows[valid]]

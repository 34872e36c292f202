"""This file knows how a snapshot becomes a projection."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from graph.snapshot.columns import StringTable
from graph.snapshot.projection.entities import entities
from graph.snapshot.projection.fingerprints import Fingerprints
from graph.snapshot.projection.relationships import relationships
from graph.snapshot.projection.uses import pair_uses
from graph.snapshot.snapshot import Snapshot
from graph.stores.projection import CHARGE_COLUMNS, USAGE_COLUMNS, Projection


def project(snapshot: Snapshot) -> Projection:
    """All that a projection shows of a snapshot, in whole columns: O(edges + usage rows), in memory.

    Restricted to a moment its walks are the edges of `Snapshot.at`, with the widest cap of each (tail, kind, head).
    Properties of nodes are those of the moment at which the snapshot was built.
    """
    arrays = snapshot.arrays
    usage = {name: arrays[f"usage.{name}"] for name in USAGE_COLUMNS}
    charges = {name: arrays[f"charge.{name}"] for name in CHARGE_COLUMNS}
    pairs, uses = pair_uses(usage)
    told, claimants, evidences = relationships(snapshot, pairs)
    prints = Fingerprints(snapshot).with_lists(claimants, evidences)
    usage, charges = prints.keyed(usage), prints.keyed(charges)
    return Projection(
        ids=snapshot.ids,
        member_ids=StringTable(arrays["members.blob"], arrays["members.offsets"]),
        values=snapshot.values,
        texts=snapshot.texts,
        sources=snapshot.sources,
        entities=entities(snapshot, prints, (told, uses)),
        relationships=told,
        claimants=claimants,
        evidences=evidences,
        uses=uses,
        usage=usage,
        charges=charges,
        days=_days(usage),
        preferred=tuple(snapshot.info["preferred"]),
    )


def _days(usage: Mapping[str, Any]) -> dict[int, int]:
    """Per day the sum of the keys of its rows, modulo 2**64: two days of equal rows have equal sums."""
    days, group = np.unique(usage["day"], return_inverse=True)
    sums = np.zeros(len(days), dtype=np.uint64)
    np.add.at(sums, group, usage["key"].view(np.uint64))
    return dict(zip(days.tolist(), sums.view(np.int64).tolist(), strict=True))

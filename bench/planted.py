"""The bench world with bills and one dear day planted, so that questions about money have a right answer that is known."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

import numpy as np

from bench.graph import USAGE_DAYS
from graph.moment import read_day, write_day
from graph.ontology import CHARGE_CATEGORIES
from graph.snapshot import Snapshot
from graph.snapshot.columns import I8
from graph.snapshot.tables import ChargeTable

# The two whole months of the usage; each application gets one bill for each.
MONTHS = tuple(
    (read_day(f"2026-{month:02}-01"), read_day(f"2026-{month:02}-{last}")) for month, last in ((6, 30), (7, 31))
)
DEAR_DAY = USAGE_DAYS[1] - 5
_TIMES = 8


@dataclass(frozen=True, slots=True)
class Planted:
    """A snapshot with bills and a dear day. `model`: whose day it is; `variance`: of each application and month, in nano-USD."""

    snapshot: Snapshot
    model: str
    variance: dict[tuple[str, str], int]

    @classmethod
    def of(cls, snapshot: Snapshot) -> Planted:
        """Plant into the tables; O(usage rows)."""
        usage = snapshot.usage
        sums = np.bincount(usage.resource, weights=usage.cost, minlength=snapshot.count)
        model = int(np.argmax(sums))
        cost = usage.cost.copy()
        cost[(usage.day == DEAR_DAY) & (usage.resource == model)] *= _TIMES
        charges, variance = _bills(snapshot, cost)
        tables = dataclasses.replace(snapshot.tables, usage=dataclasses.replace(usage, cost=cost), charges=charges)
        stamp = (snapshot.generation, snapshot.built_at, snapshot.digest)
        planted = Snapshot(tables, snapshot.info, stamp, snapshot.freshness, snapshot.runs)
        return cls(planted, snapshot.ids[model], variance)


def _bills(snapshot: Snapshot, cost: I8) -> tuple[ChargeTable, dict[tuple[str, str], int]]:
    """A usage charge per application and month: its usage and a variance of its own."""
    usage, first, last, application, nano = snapshot.usage, [], [], [], []
    variance: dict[tuple[str, str], int] = {}
    for days in MONTHS:
        rows = usage.between(*days)
        sums = np.zeros(snapshot.count, dtype=np.int64)
        np.add.at(sums, usage.application[rows], cost[rows])
        for number, node in enumerate(np.unique(usage.application[rows]).tolist(), 1):
            # Some bills are higher than the usage, some are lower, one in five is equal.
            more = (number % 5 - 2) * 1_000_000_000
            variance[snapshot.ids[node], write_day(days[0])] = more
            first.append(days[0])
            last.append(days[1])
            application.append(node)
            nano.append(int(sums[node]) + more)
    size = len(nano)
    charges = ChargeTable(
        claimed_by=np.zeros(size, dtype=np.int32),
        application=np.array(application, dtype=np.int32),
        first_day=np.array(first, dtype=np.int32),
        last_day=np.array(last, dtype=np.int32),
        category=np.full(size, CHARGE_CATEGORIES.index("usage"), dtype=np.uint8),
        cost=np.array(nano, dtype=np.int64),
        currency=np.full(size, snapshot.texts.find("USD"), dtype=np.int32),
        description=np.full(size, -1, dtype=np.int32),
    )
    return charges, variance

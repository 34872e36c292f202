"""This file knows how usage rows are split into parts: cost, requests and tokens alike, by the leaves of a fan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from graph.ontology import TOKEN_COUNTERS
from queries.cost_attribution.ledger import Selection
from queries.cost_attribution.share import Shares
from queries.usage.int_sums import I8, greatest


@dataclass(frozen=True, slots=True)
class Allocation:
    """Who shares each unit: its leaves are [offsets[u], offsets[u + 1]), at least one, ties going to the first.

    `code`: a node, or a negative code of NAMELESS. `weight` None: all alike.
    """

    offsets: I8
    code: I8
    weight: Any = None

    @property
    def unit(self) -> I8:
        """The unit of each leaf."""
        return np.repeat(np.arange(len(self.offsets) - 1), np.diff(self.offsets))

    @classmethod
    def of(cls, unit: I8, code: I8, count: int, weight: Any = None) -> Allocation:
        """From leaves in order of their units."""
        offsets = np.zeros(count + 1, dtype=np.int64)
        np.cumsum(np.bincount(unit, minlength=count), out=offsets[1:])
        return cls(offsets, code, weight)


@dataclass(frozen=True, slots=True)
class Parts:
    """Parts of usage rows. `row`: the row of each part in its selection, None while parts are the rows themselves.

    `measures`: cost, requests and every token counter that is not nought throughout; `bound` what no absolute value of each
    exceeds. `leaf`: per fan the leaf of each part.
    """

    row: I8 | None
    measures: Mapping[str, I8]
    bound: Mapping[str, int]
    leaf: Mapping[str, Any]

    def of_row(self, column: Any) -> Any:
        """A column of the rows, for each part."""
        return column if self.row is None else column[self.row]

    def take(self, which: Any) -> Parts:
        """Some of the parts: a mask or places."""
        rows = np.arange(len(self.measures["cost"])) if self.row is None else self.row
        return Parts(
            rows[which],
            {name: column[which] for name, column in self.measures.items()},
            self.bound,
            {name: column[which] for name, column in self.leaf.items()},
        )


def whole_rows(selection: Selection) -> Parts:
    """Every row as one part."""
    measures, bound = {"cost": selection.cost}, {"cost": greatest(selection.cost)}
    columns = {"requests": selection.column("requests")}
    tokens = selection.column("tokens")
    columns.update((name, tokens[:, place]) for place, name in enumerate(TOKEN_COUNTERS))
    for name, column in columns.items():
        most = int(column.max(initial=0))
        if most:
            measures[name], bound[name] = column, most
    return Parts(None, measures, bound, {})


def spread(parts: Parts, name: str, unit: Any, fan: Allocation) -> Parts:
    """Split the parts by a fan: `unit` is the unit of each part, and `leaf[name]` of the result its leaf there.

    Parts whose unit has one leaf stay as they are, in whole columns; the others stand behind them.
    """
    if len(fan.code) == len(fan.offsets) - 1:
        return Parts(parts.row, parts.measures, parts.bound, {**parts.leaf, name: unit})
    low = fan.offsets[unit]
    size = fan.offsets[unit + 1] - low
    many = np.flatnonzero(size > 1)
    if not len(many):
        return Parts(parts.row, parts.measures, parts.bound, {**parts.leaf, name: low})
    single, count = np.flatnonzero(size == 1), size[many]
    item = np.repeat(np.arange(len(many)), count)
    leaf = np.arange(len(item)) - (np.cumsum(count) - count)[item] + low[many][item]
    shares = Shares.of(item, np.ones(len(item), dtype=np.int64) if fan.weight is None else fan.weight[leaf])
    source = np.concatenate((single, many[item]))
    rows = source if parts.row is None else parts.row[source]
    measures = {
        measure: np.concatenate((column[single], shares.split(column[many])))
        for measure, column in parts.measures.items()
    }
    leaves = {other: column[source] for other, column in parts.leaf.items()}
    leaves[name] = np.concatenate((low[single], leaf))
    return Parts(rows, measures, parts.bound, leaves)

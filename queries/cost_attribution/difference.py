"""Difference of two windows in parts that add up exactly: people, volume, price, mix, and what cannot be measured.

A line is a key, a person, a model and a measure (tokens, else requests). Of a line, C is cost and Q its quantity; of a group
(key, person, measure) Q' is the sum; 0 is before, 1 after.

* people: of a person who is under the key in one window alone, all of C1 - C0
* volume: C0 (Q1' - Q0') / Q0'; price: C1 - C0 Q1 / Q0, where the line has both; both rounded down
* mix: the rest of C1 - C0. So the parts of each line add up, in integers, and with them those of every key.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from graph.money import Money
from graph.ontology import DISJOINT_COUNTERS
from graph.snapshot.columns import I8, Bool, Ints, int_sums
from graph.snapshot.ledger import COST
from queries.cost_attribution.explanation import DifferenceDriver
from queries.cost_attribution.group import AttributedUsage, KeyColumn, amount_of_parts
from queries.usage.amounts import compress

PERSON = "identity"
# What a line counts.
_TOKENS, _REQUESTS, _NOTHING = range(3)
_PARTS = ("people", "volume", "price", "mix", "unmeasured")

Wide = npt.NDArray[np.object_]


@dataclass(frozen=True, slots=True)
class _Window:
    """The parts of one window that are in the ledger: keys by dimension, and per part model, cost, measure and quantity."""

    keys: Mapping[str, KeyColumn]
    model: Ints
    cost: I8
    measure: I8
    quantity: I8

    @classmethod
    def of(cls, usage: AttributedUsage, names: Sequence[str]) -> _Window:
        counted = amount_of_parts(usage) == COST
        measures = usage.parts.measures
        nothing = np.zeros(len(counted), dtype=np.int64)
        # Clipped, so that a sum of six fits: no row has so many tokens.
        tokens = sum((np.minimum(measures[name], 2**60) for name in DISJOINT_COUNTERS if name in measures), nothing)
        requests = measures.get("requests", nothing)
        measure = np.where(tokens > 0, _TOKENS, np.where(requests > 0, _REQUESTS, _NOTHING))
        keys = {name: usage.keys(name) for name in dict.fromkeys((*names, PERSON))}
        return cls(
            {name: KeyColumn(column.code[counted], column.labels) for name, column in keys.items()},
            usage.parts.of_row(usage.selection.of(usage.selection.usage.resource))[counted],
            measures["cost"][counted],
            measure[counted],
            np.where(tokens > 0, tokens, requests)[counted],
        )


def drivers(
    before: AttributedUsage, after: AttributedUsage, by: Sequence[str], currency: str
) -> tuple[DifferenceDriver, ...]:
    """What each key differs by, the greatest differences first, ties by key. The usage is split by `by` and by person."""
    windows = [_Window.of(usage, by) for usage in (before, after)]
    labels: dict[str, list[str]] = {}
    columns: dict[str, I8] = {}
    for name in windows[0].keys:
        labels[name] = sorted({*windows[0].keys[name].labels, *windows[1].keys[name].labels}, key=str.encode)
        columns[name] = np.concatenate([_relabelled(window.keys[name], labels[name]) for window in windows])
    model, measure = (np.concatenate([getattr(window, name) for window in windows]) for name in ("model", "measure"))
    is_after = np.repeat((False, True), [len(window.cost) for window in windows])
    key = _numbers(*(columns[name] for name in by))
    person = _numbers(key, columns[PERSON])
    group = _numbers(person, measure)
    line = _numbers(group, model)
    sums = _line_sums(windows, line, is_after)
    sample = _samples(line)
    parts = _parts(sums, (group[sample], measure[sample]), _stayed(person, is_after)[person[sample]])
    count, of = int(key.max(initial=-1)) + 1, key[sample]
    totals = {name: _sums(of, column, count) for name, column in ({"C0": sums[0], "C1": sums[1]} | parts).items()}
    example = _samples(key)
    rows = [
        DifferenceDriver(
            key={name: labels[name][int(columns[name][example[at]])] for name in by},
            before=Money(totals["C0"][at], currency),
            after=Money(totals["C1"][at], currency),
            difference=Money(totals["C1"][at] - totals["C0"][at], currency),
            **{name: Money(totals[name][at], currency) for name in _PARTS},
        )
        for at in range(count)
    ]
    return tuple(sorted(rows, key=lambda row: (-abs(row.difference.nano), [row.key[name].encode() for name in by])))


def _line_sums(windows: Sequence[_Window], line: I8, is_after: Bool) -> tuple[Wide, Wide, Wide, Wide]:
    """Per line the cost before and after, and the quantity before and after, as Python integers."""
    count = int(line.max(initial=-1)) + 1
    sums = [
        int_sums(line[is_after == later], getattr(window, name), count).astype(object)
        for name in ("cost", "quantity")
        for later, window in zip((False, True), windows, strict=True)
    ]
    return sums[0], sums[1], sums[2], sums[3]


def _parts(sums: tuple[Wide, Wide, Wide, Wide], lines: tuple[I8, I8], stayed: Bool) -> dict[str, Wide]:
    """The parts of each line's difference; `lines`: the group and the measure of each, `stayed`: of whom it is."""
    cost0, cost1, quantity0, quantity1 = sums
    group, measure = lines
    difference = cost1 - cost0
    nothing = difference * 0
    groups = int(group.max(initial=-1)) + 1
    before, after = (_sums(group, column, groups)[group] for column in (quantity0, quantity1))
    measured = stayed & (measure != _NOTHING)
    has_base, has_both = (before > 0).astype(bool), ((quantity0 > 0) & (quantity1 > 0)).astype(bool)
    volume = np.where(measured & has_base, cost0 * (after - before) // np.maximum(before, 1), nothing)
    price = np.where(measured & has_both, cost1 - cost0 * quantity1 // np.maximum(quantity0, 1), nothing)
    return {
        "people": np.where(stayed, nothing, difference),
        "volume": volume,
        "price": price,
        "mix": np.where(measured, difference - volume - price, nothing),
        "unmeasured": np.where(stayed & ~measured, difference, nothing),
    }


def _stayed(person: I8, is_after: Bool) -> Bool:
    """Who, under a key, has cost in both windows."""
    count = int(person.max(initial=-1)) + 1
    seen = [np.bincount(person[is_after == later], minlength=count) > 0 for later in (False, True)]
    return np.asarray(seen[0] & seen[1])


def _relabelled(column: KeyColumn, labels: Sequence[str]) -> I8:
    index = {label: at for at, label in enumerate(labels)}
    table = np.array([index[label] for label in column.labels], dtype=np.int64)
    return table[column.code] if len(table) else np.zeros(len(column.code), dtype=np.int64)


def _numbers(*columns: Ints) -> I8:
    """One dense number per combination of columns of numbers from 0."""
    number = columns[0].astype(np.int64)
    for column in columns[1:]:
        dense = compress(number, 0)[0].astype(np.int64)
        number = dense * (int(column.max(initial=0)) + 1) + column
    return compress(number, 0)[0].astype(np.int64)


def _samples(numbers: I8) -> I8:
    """A row of each number."""
    sample = np.zeros(int(numbers.max(initial=-1)) + 1, dtype=np.int64)
    sample[numbers] = np.arange(len(numbers))
    return sample


def _sums(groups: I8, column: Wide, count: int) -> Any:
    """Sums of Python integers per group."""
    sums = np.zeros(count, dtype=object)
    np.add.at(sums, groups, column)
    return sums

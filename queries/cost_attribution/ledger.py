"""This file knows which usage rows a window's ledger is made of, in one currency."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np

from graph.errors import InputError
from graph.snapshot import Snapshot
from queries.cost_attribution.question import Params
from queries.usage.duplicates import duplicate_usage
from queries.usage.int_sums import I8, convert

# What an answer of nothing is counted in.
DEFAULT_CURRENCY = "USD"


@dataclass(frozen=True, slots=True)
class CurrencyConversion:
    """The currency of an answer; `rates`: per currency code (a place in the snapshot's texts) what one unit counts as.

    `left_out`: currencies of the window that have no rate.
    """

    currency: str
    rates: Mapping[int, Fraction]
    left_out: tuple[str, ...]

    def known(self, codes: Any) -> Any:
        """Which rows' currencies count."""
        known = np.zeros(len(codes), dtype=bool)
        for code in self.rates:
            known |= codes == code
        return known

    def cost(self, cost: I8, codes: Any) -> I8:
        """Costs in the currency of the answer, each rounded half-even."""
        changed = {code: rate for code, rate in self.rates.items() if rate != 1}
        if not changed:
            return cost
        cost = cost.copy()
        for code, rate in changed.items():
            rows = np.flatnonzero(codes == code)
            cost[rows] = convert(cost[rows], rate)
        return cost


@dataclass(frozen=True, slots=True)
class Selection:
    """Some usage rows of a stretch [low, high) of the snapshot's; `rows` None: all of them. `cost`: converted."""

    arrays: Mapping[str, Any]
    low: int
    high: int
    rows: I8 | None
    cost: I8

    def column(self, name: str) -> Any:
        """A usage column of the selected rows."""
        column = self.arrays[f"usage.{name}"][self.low : self.high]
        return column if self.rows is None else column[self.rows]

    def numbers(self) -> I8:
        """The rows' places in the snapshot's usage table."""
        return np.arange(self.low, self.high) if self.rows is None else self.rows + self.low


def rows_between(snapshot: Snapshot, first_day: int, last_day: int) -> tuple[int, int]:
    """The usage rows of some days: [low, high)."""
    low, high = np.searchsorted(snapshot.arrays["usage.day"], (first_day, last_day + 1))
    return int(low), int(high)


def counting(snapshot: Snapshot, low: int, high: int) -> Any:
    """Which rows of a stretch are not told again by a second source: a mask."""
    mask = np.ones(high - low, dtype=bool)
    mask[duplicate_usage(snapshot).within(low, high).row - low] = False
    return mask


def choose_conversion(snapshot: Snapshot, params: Params) -> CurrencyConversion:
    """The currency of the answer and what counts in it; InputError where several are possible and none is asked for."""
    codes = {snapshot.texts[code]: code for code in _currencies(snapshot, params.first_day, params.last_day)}
    target = params.currency or _only(set(codes) - set(params.rates), set(codes), params)
    rates = {name: Fraction(rate) for name, rate in params.rates.items()} | {target: Fraction(1)}
    everywhere = {name: snapshot.texts.find(name) for name in rates}
    return CurrencyConversion(
        currency=target,
        rates={everywhere[name]: rate for name, rate in rates.items() if everywhere[name] >= 0},
        left_out=tuple(sorted(set(codes) - set(rates))),
    )


def _only(unrated: set[str], found: set[str], params: Params) -> str:
    if not found and not params.rates:
        return DEFAULT_CURRENCY
    if len(unrated) == 1:
        return next(iter(unrated))
    listed = ", ".join(sorted(found)) or "nothing"
    raise InputError(
        f"CURRENCY: the window holds {listed}, and an answer is in one currency. "
        "Ask for one with --currency, and convert others with --rate EUR=1.08"
    )


def _currencies(snapshot: Snapshot, first_day: int, last_day: int) -> list[int]:
    """The codes of all currencies that the window's usage and charges are in."""
    arrays = snapshot.arrays
    low, high = rows_between(snapshot, first_day, last_day)
    charged = (arrays["charge.first_day"] <= last_day) & (arrays["charge.last_day"] >= first_day)
    seen = np.zeros(len(snapshot.texts) + 1, dtype=bool)
    seen[arrays["usage.currency"][low:high]] = True
    seen[arrays["charge.currency"][charged]] = True
    return [int(code) for code in np.flatnonzero(seen[:-1])]


def select(
    snapshot: Snapshot, days: tuple[int, int], exchange: CurrencyConversion, *, chargeable: bool, only: Any = None
) -> Selection:
    """The rows with a cost in the days that are chargeable, or that are not; `only`: a mask of applications, by node."""
    arrays = snapshot.arrays
    low, high = rows_between(snapshot, *days)
    currency = arrays["usage.currency"][low:high]
    mask = (arrays["usage.chargeable"][low:high] != 0) == chargeable
    if mask.any():
        mask &= exchange.known(currency)
        mask &= counting(snapshot, low, high)
    if only is not None:
        mask &= only[arrays["usage.application"][low:high]]
    rows = None if mask.all() else np.flatnonzero(mask)
    cost, codes = arrays["usage.cost"][low:high], currency
    if rows is not None:
        cost, codes = cost[rows], codes[rows]
    return Selection(arrays, low, high, rows, exchange.cost(cost, codes))

"""Amounts of an answer: how much of one falls on some days, dense codes, and conversion into one currency."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt

from graph.errors import InputError
from graph.money import DEFAULT_CURRENCY
from graph.reason import Reason
from graph.snapshot import Snapshot
from graph.snapshot.columns import I8, MAX_INT64, Bool, Ints, max_magnitude


def amount_on_days(amount: int, days: tuple[int, int], part: tuple[int, int]) -> int:
    """What falls on the days `part` of an amount for `days` (inclusive): the first k of n days hold floor(amount*k/n)."""
    first, last = days
    low, high = max(part[0], first), min(part[1], last)
    if low > high:
        return 0
    length = last - first + 1
    return amount * (high - first + 1) // length - amount * (low - first) // length


def compress(codes: Ints, least: int) -> tuple[Ints, I8]:
    """Codes from `least` on as dense numbers, and the codes behind these, ascending. O(codes + their range)."""
    if not len(codes):
        return np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int64)
    span = int(codes.max()) - least + 1
    if span > 8 * len(codes) + 2**20:
        distinct, dense = np.unique(codes, return_inverse=True)
        return dense, distinct.astype(np.int64)
    shifted = codes - least
    seen = np.zeros(span, dtype=bool)
    seen[shifted] = True
    distinct = np.flatnonzero(seen)
    table = np.zeros(span, dtype=np.int32)
    table[distinct] = np.arange(len(distinct), dtype=np.int32)
    return table[shifted], distinct + least


@dataclass(frozen=True, slots=True)
class CurrencyConversion:
    """The currency of an answer; `rates`: per currency (an index of the snapshot's texts) what one unit of it counts as.

    `left_out`: currencies of the window that have no rate. `is_empty`: nothing in the window has one.
    """

    currency: str
    rates: Mapping[int, Fraction]
    left_out: tuple[str, ...]
    is_empty: bool

    def converts(self, currencies: Ints) -> Bool:
        """Which of these currencies have a rate."""
        known = np.zeros(len(currencies), dtype=bool)
        for currency in self.rates:
            known |= currencies == currency
        return known

    def costs(self, costs: I8, currencies: Ints) -> I8:
        """Costs in the currency of the answer, each rounded half-even; InputError where one does not fit 63 bits."""
        changed = {currency: rate for currency, rate in self.rates.items() if rate != 1}
        if not changed:
            return costs
        costs = costs.copy()
        for currency, rate in changed.items():
            rows = np.flatnonzero(currencies == currency)
            costs[rows] = _converted(costs[rows], rate)
        return costs

    def amount(self, amount: int, currency: int) -> int:
        """One amount in the currency of the answer, rounded half-even; its currency must have a rate."""
        return round(amount * self.rates[currency])


def choose_conversion(
    snapshot: Snapshot, days: tuple[int, int], currency: str | None, rates: Mapping[str, Decimal]
) -> CurrencyConversion:
    """The currency of an answer about some days (both inclusive) and what counts in it.

    Raises InputError where several currencies are possible and none is asked for.
    """
    present = {snapshot.texts[code] for code in _currencies_between(snapshot, *days)}
    target = currency or _only(present - set(rates), present, rates)
    by_name = {name: Fraction(rate) for name, rate in rates.items()} | {target: Fraction(1)}
    codes = {name: snapshot.texts.find(name) for name in by_name}
    return CurrencyConversion(
        currency=target,
        rates={codes[name]: rate for name, rate in by_name.items() if codes[name] >= 0},
        left_out=tuple(sorted(present - set(by_name))),
        is_empty=not present & set(by_name),
    )


def currency_reasons(
    currency: str, left_out: Sequence[str], *, is_empty: bool
) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
    """Reasons and notes of an answer in one currency that leaves others out.

    What is left out is worth knowing; where the asked currency holds nothing and others do, the answer says nothing.
    """
    if not left_out:
        return (), ()
    others = " and ".join(left_out)
    remedy = f"ask with --currency {left_out[0]}, or convert with --rate {left_out[0]}=<its worth in {currency}>"
    if is_empty:
        return (Reason("CURRENCY", f"nothing of the window is in {currency}, all is in {others}; {remedy}"),), ()
    return (), (Reason("CURRENCY", f"{others} is left out; {remedy}"),)


def _only(unrated: set[str], present: set[str], rates: Mapping[str, Decimal]) -> str:
    if not present and not rates:
        return DEFAULT_CURRENCY
    if len(unrated) == 1:
        return next(iter(unrated))
    listed = ", ".join(sorted(present)) or "nothing"
    raise InputError(
        f"CURRENCY: the window holds {listed}, and an answer is in one currency. "
        "Ask for one with --currency, and convert others with --rate EUR=1.08"
    ).in_argument("currency")


def _currencies_between(snapshot: Snapshot, first_day: int, last_day: int) -> list[int]:
    """The codes of all currencies that usage and charges of some days are in."""
    usage, charges = snapshot.usage, snapshot.charges
    seen = np.zeros(len(snapshot.texts) + 1, dtype=bool)
    seen[usage.currency[usage.between(first_day, last_day)]] = True
    seen[charges.currency[charges.overlapping(first_day, last_day)]] = True
    codes: list[int] = np.flatnonzero(seen[:-1]).tolist()
    return codes


def _converted(amounts: I8, rate: Fraction) -> I8:
    over, under = rate.numerator, rate.denominator
    if max_magnitude(amounts) * over <= MAX_INT64 // 4 and under <= MAX_INT64 // 4:
        return np.asarray(_rounded(amounts * over, under))
    wide = _rounded(amounts.astype(object) * over, under)
    if max_magnitude(wide) > MAX_INT64:
        raise InputError("an amount is beyond 9.2 billion units after conversion. Ask in its own currency").in_argument(
            "rates"
        )
    return np.asarray(wide.astype(np.int64))


def _rounded(products: npt.NDArray[Any], under: int) -> Any:
    """Products divided by `under`, rounded half-even; int64 or Python integers."""
    quotient, rest = products // under, products % under
    up = (2 * rest > under) | ((2 * rest == under) & (quotient % 2 == 1))
    return quotient + up

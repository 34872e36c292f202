"""Budgets of keys in one month, in the currency of an answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from graph.budgets import Budget
from graph.errors import InputError
from graph.reason import Reason
from graph.snapshot import Snapshot
from queries.cost_attribution.group import NODE_DIMENSIONS, key_texts

BUDGET_KEY, BUDGET_CURRENCY, BUDGET_SCOPE = "BUDGET_KEY", "BUDGET_CURRENCY", "BUDGET_SCOPE"


@dataclass(frozen=True, slots=True)
class MonthBudgets:
    """Per key of a dimension its budget in nano-units of the answer's currency, and what is worth knowing of others."""

    nano: Mapping[str, int]
    notes: tuple[Reason, ...]


def month_budgets(
    snapshot: Snapshot, by: str, month: str, currency: tuple[str, Mapping[str, Decimal]], labels: Sequence[str]
) -> MonthBudgets:
    """The budgets of a dimension in a month: one for that month goes before one for every month.

    `currency`: the answer's, and what one unit of others is worth in it. `labels`: the keys that cost anything. A caller with
    a scope learns of no budget of a key that they do not see.
    """
    budgets = [Budget(**entry) for entry in snapshot.info.get("budgets", ())]
    nano, notes, written = dict[str, int](), list[Reason](), dict[tuple[str, str | None], str]()
    # Those of every month first, so that the month's own replace them; else the one that was set later counts.
    for budget in sorted(budgets, key=lambda budget: budget.month or ""):
        if budget.by != by or budget.month not in (None, month):
            continue
        keys = list(_keys(snapshot, budget, labels))
        if len(keys) != 1:
            if snapshot.whole is None:
                what = "is of several" if keys else "names no key of cost that is known"
                notes.append(Reason(BUDGET_KEY, f"the budget of {by} {budget.key!r} {what}; write an id"))
            continue
        earlier = written.setdefault((keys[0], budget.month), budget.key)
        if earlier != budget.key:
            text = f"{keys[0]} has two budgets, of {earlier!r} and of {budget.key!r}: the latter counts"
            notes.append(Reason(BUDGET_KEY, text))
        worth = _worth(budget, *currency)
        if worth is None:
            nano.pop(keys[0], None)
            notes.append(
                Reason(
                    BUDGET_CURRENCY,
                    f"the budget of {keys[0]} is in {budget.currency}; convert with --rate {budget.currency}=<its worth in {currency[0]}>",
                )
            )
        else:
            nano[keys[0]] = worth
    if nano and snapshot.whole is not None:
        notes.append(
            Reason(BUDGET_SCOPE, "budgets are of whole keys, and what you may not see of them is not in `spent`")
        )
    return MonthBudgets(nano, tuple(notes))


def _keys(snapshot: Snapshot, budget: Budget, labels: Sequence[str]) -> Iterator[str]:
    """The keys that a budget's key means: of nodes those that exist, of other dimensions its text, where a scope shows it."""
    index = snapshot.index_of(budget.key)
    if index >= 0 and budget.by in NODE_DIMENSIONS:
        yield snapshot.ids[index]
        return
    try:
        (text,) = key_texts(snapshot, budget.by, (budget.key,), labels)
    except InputError as error:
        candidates = getattr(error, "candidates", ())
        yield from candidates
        return
    if snapshot.whole is None or text in labels:
        yield text


def _worth(budget: Budget, currency: str, rates: Mapping[str, Decimal]) -> int | None:
    """Nano-units of the answer's currency, rounded half-even; None without a rate."""
    if budget.currency == currency:
        return budget.nano
    rate = rates.get(budget.currency)
    return None if rate is None else round(budget.nano * Fraction(rate))

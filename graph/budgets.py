"""Budgets: what a key of cost may cost in a month, as `remit.toml` and decisions of people set it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from graph.claims import Decision
from graph.money import CURRENCY, NUMBER, read_amount, write_amount

EVERY_MONTH = "monthly"
MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])\Z")
# What a decision says: dimension, amount, currency, months, and the key where that is no node.
_FORM = "team 5000 USD monthly, or department 5000 USD 2026-11 Research where the key is no node"


@dataclass(frozen=True, slots=True)
class Budget:
    """The budget of one key: `by` a dimension of cost, `key` as answers print it, a name or an id. `month`: None is every one."""

    by: str
    key: str
    nano: int
    currency: str
    month: str | None = None


def write_budget(budget: Budget, *, is_node: bool) -> str:
    """The value of a decision that sets this budget; a node stands among its ids instead."""
    parts = [budget.by, write_amount(budget.nano), budget.currency, budget.month or EVERY_MONTH]
    return " ".join(parts if is_node else [*parts, budget.key])


def read_budget(ids: Sequence[str], value: str | None) -> Budget:
    """The budget of a decision; raises ValueError with a message for people."""
    parts = (value or "").split(" ", 4)
    if len(ids) > 1 or len(parts) != 5 - len(ids):
        raise ValueError(f"a budget reads {_FORM}")
    by, amount, currency, month = parts[:4]
    key = ids[0] if ids else parts[4].strip()
    return Budget(by, key, budget_amount(amount), *check_budget_terms(currency, month))


def budget_amount(text: str) -> int:
    """The nano-units of an amount that is greater than nothing; raises ValueError with a message for people."""
    if not NUMBER.match(text):
        raise ValueError(f"{text!r} is not an amount such as 5000 or 5000.50")
    nano, _ = read_amount(Decimal(text))
    if nano <= 0:
        raise ValueError("a budget is greater than 0")
    return nano


def check_budget_terms(currency: str, month: str) -> tuple[str, str | None]:
    """The currency, and the month or None for every one; raises ValueError with a message for people."""
    if not CURRENCY.match(currency):
        raise ValueError(f"{currency!r} is not an ISO 4217 currency code such as USD")
    if month != EVERY_MONTH and not MONTH.match(month):
        raise ValueError(f"{month!r} is not a month such as 2026-11, or {EVERY_MONTH}")
    return currency, None if month == EVERY_MONTH else month


def budgets_in_force(settings: Sequence[Budget], decisions: Sequence[Decision]) -> list[Budget]:
    """Of each (dimension, key, month) the newest decision's budget, else the setting's: settings first, then decisions by time.

    A key may be written in several ways, as a name and as an id; of two budgets that turn out to be of one key the later goes.
    """
    decided = [decision for decision in decisions if decision.kind == "budget"]
    decided.sort(key=lambda decision: (decision.at, decision.value or "", decision.ids))
    set_first = sorted(settings, key=lambda budget: (budget.by, budget.key, budget.month or ""))
    budgets = dict[tuple[str, str, str], Budget]()
    for budget in (*set_first, *(read_budget(decision.ids, decision.value) for decision in decided)):
        key = budget.by, budget.key, budget.month or ""
        budgets.pop(key, None)
        budgets[key] = budget
    return list(budgets.values())

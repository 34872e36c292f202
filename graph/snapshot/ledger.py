"""Ledger of a snapshot: which usage rows are cost, which are estimates, which a plan includes, which are reported twice.

A row has one amount. Billed usage that is charged is cost. Usage that a plan pays for is included. Usage priced from a table
is cost on each day for which no other source reports billed usage or a usage charge of the same provider or application,
else an estimate; `Policy.counts` may say always or never. Of one application, day and kind of amount one source counts, the
preferred one or else the first by name; the rows of others are overlaps.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graph.moment import NEVER
from graph.ontology import CHARGE_CATEGORIES, COST_BASES, COUNTS, split_id
from graph.snapshot.columns import I8, Bool, Ints
from graph.snapshot.snapshot import Snapshot

# The amount that a row is; the first three are AMOUNTS, which answers show.
COST, ESTIMATE, INCLUDED, OVERLAP, NONE = range(5)

# When a source's priced usage is in the ledger, as COUNTS has the words.
_AUTO, _, _NEVER = range(len(COUNTS))

_PRICED = COST_BASES.index("priced")
_USAGE = CHARGE_CATEGORIES.index("usage")
# Tools that sell the models of others on their own account: their bill is not the bill of a model's provider.
_RESELLERS = frozenset({"cursor", "github"})
# Providers in the ids of models for which the bill of a system's application charges, beside the system itself.
_BILLED_BY: dict[str, tuple[str, ...]] = {"aws": ("bedrock",), "gcp": ("vertex", "google"), "github": ("copilot",)}

Codes = npt.NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class UsageAmounts:
    """The amount that each usage row is (`code`, as above); of an OVERLAP `counted` is the source that counts, else -1."""

    code: Codes
    counted: npt.NDArray[np.int32]

    def counts(self, rows: slice | Ints) -> Bool:
        """Which of some rows are no overlaps."""
        mask: Bool = self.code[rows] != OVERLAP
        return mask


def usage_amounts(snapshot: Snapshot) -> UsageAmounts:
    """The amounts of all usage rows; computed once, O(usage rows), and kept as long as the snapshot is."""
    return snapshot.derived(_amounts)


def source_ranks(snapshot: Snapshot) -> I8:
    """Per source its position in the order of preference: the preferred ones first, then all by name."""
    preferred = [name for name in snapshot.info["preferred"] if name in snapshot.sources]
    names = [*preferred, *sorted(set(snapshot.sources) - set(preferred), key=str.encode)]
    position = {name: at for at, name in enumerate(names)}
    return np.array([position[name] for name in snapshot.sources], dtype=np.int64)


def counts_of(snapshot: Snapshot, source: str) -> str:
    """When the priced usage of a source is in the ledger: what is set for it or for the instance it belongs to."""
    settings: dict[str, str] = snapshot.info.get("counts", {})
    return next((word for name, word in settings.items() if is_instance(source, name)), COUNTS[_AUTO])


def is_instance(source: str, name: str) -> bool:
    """Whether a source is what an instance of a connector writes (`litellm:acme`, `litellm:acme/grants`).

    Instances are spelled as variables of the environment spell them, without case and hyphens.
    """
    plain, instance = (text.lower().replace("-", "_") for text in (source, name))
    return plain == instance or plain.startswith(f"{instance}/")


def _amounts(snapshot: Snapshot) -> UsageAmounts:
    usage = snapshot.usage
    code = np.full(len(usage), NONE, dtype=np.int8)
    has_cost, priced = usage.currency >= 0, usage.basis == _PRICED
    code[has_cost] = COST
    code[has_cost & ~usage.chargeable] = INCLUDED
    is_priced = has_cost & usage.chargeable & priced
    if is_priced.any():
        words = np.array([COUNTS.index(counts_of(snapshot, name)) for name in snapshot.sources], dtype=np.int8)
        word = words[usage.claimed_by]
        code[is_priced & (word == _NEVER)] = ESTIMATE
        rows = np.flatnonzero(is_priced & (word == _AUTO))
        code[rows[_billed_elsewhere(snapshot, rows, has_cost & ~priced)]] = ESTIMATE
    lost, counted = _overlaps(snapshot, code)
    code[lost] = OVERLAP
    counted_by = np.full(len(usage), -1, dtype=np.int32)
    counted_by[lost] = counted
    return UsageAmounts(code, counted_by)


def _overlaps(snapshot: Snapshot, code: Codes) -> tuple[I8, I8]:
    """The rows that a second source reports of one application, day and amount, and the source that counts instead."""
    usage, none = snapshot.usage, np.zeros(0, dtype=np.int64)
    rows = np.flatnonzero((code != NONE) & (usage.application >= 0))
    source = usage.claimed_by[rows]
    # An application that one source alone reports is the usual case, seen in one pass.
    least = np.full(snapshot.count, len(snapshot.sources), dtype=np.int64)
    most = np.full(snapshot.count, -1, dtype=np.int64)
    np.minimum.at(least, usage.application[rows], source)
    np.maximum.at(most, usage.application[rows], source)
    rows = rows[(least < most)[usage.application[rows]]]
    if not len(rows):
        return none, none
    ranks = source_ranks(snapshot)
    bill = usage.application[rows].astype(np.int64) << 34 | (usage.day[rows].astype(np.int64) + 2**31) << 2
    _, group = np.unique(bill | code[rows], return_inverse=True)
    best = np.full(int(group.max()) + 1, len(ranks), dtype=np.int64)
    rank = ranks[usage.claimed_by[rows]]
    np.minimum.at(best, group, rank)
    lost = rank != best[group]
    return rows[lost], np.argsort(ranks).astype(np.int64)[best[group][lost]]


class Billers:
    """Numbers of applications and of providers, under which bills and what they may bill are compared."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot, self._numbers = snapshot, dict[str, int]()
        self._models: dict[int, tuple[int, ...]] = {}
        self._providers = snapshot.column("provider", NEVER - 1)

    def provider(self, name: str) -> int:
        """The number of a provider, case apart; those of applications are their nodes, which come before."""
        return self.snapshot.count + self._numbers.setdefault(name.strip().lower(), len(self._numbers))

    def of_model(self, node: int) -> tuple[int, ...]:
        """The providers of a model: the one in its id and the one that its property names. None of other resources."""
        if node not in self._models:
            kind, system, _ = split_id(self.snapshot.ids[node])
            named = self.snapshot.value(int(self._providers[node]))
            names = {system, named} if isinstance(named, str) else {system}
            self._models[node] = tuple(self.provider(name) for name in sorted(names)) if kind == "Model" else ()
        return self._models[node]

    def of_bill(self, application: int, model: int) -> Iterable[int]:
        """Whose usage a row of a bill is: its application's, and of the model's provider unless a tool resells it."""
        system = split_id(self.snapshot.ids[application])[1] if application >= 0 else ""
        own = (application,) if application >= 0 else ()
        return (*own, self.provider(system)) if system in _RESELLERS else (*own, *self.of_model(model))

    def of_charge(self, application: int) -> Iterable[int]:
        """Whose usage a charge is for: its application's, and of the providers that the system bills for."""
        system = split_id(self.snapshot.ids[application])[1]
        return (application, *(self.provider(name) for name in (system, *_BILLED_BY.get(system, ()))))


def _billed_elsewhere(snapshot: Snapshot, rows: I8, is_billed: Bool) -> Bool:
    """Of each priced row whether another source bills usage, or charges for it, of its provider or application that day.

    One pass per distinct (application, model, source, day) of either side.
    """
    usage, billers = snapshot.usage, Billers(snapshot)
    # (biller, day) → the sources that bill it.
    sources: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    first, last = (int(usage.day[rows].min()), int(usage.day[rows].max())) if len(rows) else (0, -1)
    window = usage.between(first, last)
    billed = window.start + np.flatnonzero(is_billed[window])
    columns = (usage.application, usage.resource, usage.claimed_by, usage.day)
    for application, model, source, day in _distinct(columns, billed)[0].tolist():
        for biller in billers.of_bill(application, model):
            sources[biller, day].add(source)
    charges = snapshot.charges
    for row in np.flatnonzero((charges.category == _USAGE) & charges.overlapping(first, last)).tolist():
        days = range(max(first, int(charges.first_day[row])), min(last, int(charges.last_day[row])) + 1)
        for biller in billers.of_charge(int(charges.application[row])):
            for day in days:
                sources[biller, day].add(int(charges.claimed_by[row]))
    if not sources:
        return np.zeros(len(rows), dtype=bool)
    table, of = _distinct(columns, rows)
    elsewhere = [
        any(sources.get((biller, day), set()) - {source} for biller in (application, *billers.of_model(model)))
        for application, model, source, day in table.tolist()
    ]
    return np.array(elsewhere, dtype=bool)[of]


def _distinct(columns: tuple[Ints, ...], rows: Ints) -> tuple[I8, I8]:
    """The distinct combinations of some columns among rows, and the combination of each row."""
    key = np.zeros(len(rows), dtype=np.int64)
    parts = [column[rows].astype(np.int64) for column in columns]
    for part in parts:
        # Dense again before each step: there are never more combinations than rows, so 63 bits hold any of them.
        values, dense = np.unique(part, return_inverse=True)
        _, key = np.unique(key * len(values) + dense.reshape(-1), return_inverse=True)
        key = key.reshape(-1)
    distinct, first, of = np.unique(key, return_index=True, return_inverse=True)
    return np.column_stack([part[first] for part in parts]).reshape(len(distinct), len(parts)), of.reshape(-1)

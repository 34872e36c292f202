"""Figures that a run restates, in SQL: sums of what it replaces and of what it tells instead."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from graph.moment import day_of
from graph.ontology import CHARGE_CATEGORIES, COST_BASES, DISJOINT_COUNTERS
from graph.restatement import USAGE_ROWS, FigureKey, Restatement, UsageFigures, restatements
from graph.stores.sql.change import RunChange
from graph.stores.sql.schema import CHARGE_ROW, USAGE_KEY, USAGE_SUMS
from graph.stores.state import charge_figures, was_read_before

_ROW = ", ".join(("day", *USAGE_KEY, *USAGE_SUMS))
_KEY = ", ".join(("day", *USAGE_KEY))
_FIGURE_KEY = "day, application, currency, basis, chargeable"
_TOKENS = DISJOINT_COUNTERS


def restated_usage(change: RunChange, days: str, rows: str) -> list[Restatement]:
    """The restatements of the days that a query selects, before they are replaced by some rows."""
    before = change.before
    if before is None:
        return []
    covered = "".join(f" OR day BETWEEN {first} AND {last}" for first, last in before.covered_usage())
    old = f"SELECT {_ROW} FROM usage WHERE source = {change.source} AND day IN ({days})"
    new = f"SELECT * FROM ({rows}) WHERE day IN ({days})"
    over = f"day < {day_of(before.last_observed)} AND (day IN (SELECT day FROM ({old})){covered})"
    old, new = (f"SELECT * FROM ({side}) WHERE {over}" for side in (old, new))
    names = _Names(change)
    return restatements(
        change.header.observed_at,
        _figures(change, old, names),
        _figures(change, new, names),
        (_keys(change, new, old, names), _keys(change, old, new, names)),
    )


def restated_charges(
    change: RunChange, old: Sequence[tuple[int, ...]], new: Sequence[tuple[int, ...]]
) -> list[Restatement]:
    """The restatements of charges, as rows of CHARGE_ROW."""
    before = change.before
    if before is None:
        return []
    names = _Names(change)
    sides = []
    for rows in (old, new):
        charges = []
        for values in rows:
            row = dict(zip(CHARGE_ROW, values, strict=True))
            application, currency = names.node(row["application"]), names.text(row["currency"])
            category = CHARGE_CATEGORIES[row["category"]]
            charges.append((application, row["first_day"], row["last_day"], category, currency, row["cost"]))
        sides.append(charge_figures(charges))
    repeated = [{key: sums for key, sums in side.items() if was_read_before(before, key, sides[0])} for side in sides]
    return restatements(change.header.observed_at, repeated[0], repeated[1], ({}, {}))


class _Names:
    """The ids and texts of a store by their numbers; each is read once."""

    def __init__(self, change: RunChange) -> None:
        self._connection = change.connection
        self._known: dict[tuple[str, int], str | None] = {}

    def node(self, number: int) -> str | None:
        return self._name("id", number)

    def text(self, number: int) -> str | None:
        return self._name("text", number)

    def _name(self, table: str, number: int) -> str | None:
        if (table, number) not in self._known:
            row = self._connection.execute(f"SELECT {table} FROM main.{table} WHERE n = ?", (number,)).fetchone()
            self._known[table, number] = row[0] if row else None
        return self._known[table, number]

    def key(self, row: Sequence[int]) -> FigureKey:
        """The key of a row of _FIGURE_KEY."""
        day, application, currency, basis, chargeable = row
        words = COST_BASES[basis] if basis >= 0 else None
        return self.node(application), day, day, USAGE_ROWS, self.text(currency), words, bool(chargeable)


def _figures(change: RunChange, rows: str, names: _Names) -> dict[FigureKey, UsageFigures]:
    # SQL sums fail beyond 63 bits, so the upper and the lower bits of each number are added up apart.
    tokens = (" + ".join(f"({name} {bits})" for name in _TOKENS) for bits in (">> 32", "& 4294967295"))
    high, low = tokens
    halves = ", ".join(f"sum({name} >> 32), sum({name} & 4294967295)" for name in ("requests", "cost"))
    statement = (
        f"SELECT {_FIGURE_KEY}, count(*), sum({high}), sum({low}), {halves} FROM ({rows}) GROUP BY {_FIGURE_KEY}"
    )
    figures: defaultdict[FigureKey, UsageFigures] = defaultdict(UsageFigures)
    for *key, count, token_high, token_low, request_high, request_low, cost_high, cost_low in change.connection.execute(
        statement
    ):
        sums = ((request_high << 32) + request_low, (token_high << 32) + token_low, (cost_high << 32) + cost_low)
        name = names.key(key)
        figures[name] = figures[name].plus(*sums, rows=count)
    return figures


def _keys(change: RunChange, rows: str, others: str, names: _Names) -> Counter[FigureKey]:
    """How many rows have keys that the others lack."""
    keys = f"SELECT {_KEY} FROM ({rows}) EXCEPT SELECT {_KEY} FROM ({others})"
    counts: Counter[FigureKey] = Counter()
    for *key, count in change.connection.execute(
        f"SELECT {_FIGURE_KEY}, count(*) FROM ({keys}) GROUP BY {_FIGURE_KEY}"
    ):
        counts[names.key(key)] += count
    return counts

"""Explanations below a table of costs: variance with its causes, unit costs, and what drove a difference."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from api.cli.cells import is_some, money
from api.cli.grid import grid
from api.terminal import print_line

Json = Mapping[str, Any]
_MOST_PERIODS = 5
_MOST_DRIVERS = 20
_PARTS = ("people", "volume", "price", "mix", "unmeasured")


def print_explanations(answer: Json, name_of: Callable[[str], str], labels: Mapping[str, Mapping[str, str]]) -> None:
    """Print what is there: Neo4j and answers that are older say nothing of them. `labels`: of each dimension its keys."""
    _print_variance([row for row in answer.get("variance") or () if is_some(row["variance"])], name_of)
    for row in answer.get("own_prices") or ():
        print_line(
            f"{row['model']} {_days(row)} at the price of remit.toml: {money(row['cost'])} in {row['rows']:,} rows"
        )
    _print_spread(answer.get("spread_seats") or (), name_of)
    print_restated(answer.get("restated") or (), name_of)
    words = [f"{money(row['per_unit'])} per {row['unit']}" for row in answer.get("unit_costs") or () if row["per_unit"]]
    if words:
        print_line("; ".join(words))
    difference = answer.get("difference")
    if difference is not None:
        _print_difference(difference, answer["drivers"], labels)


def _print_variance(periods: list[Json], name_of: Callable[[str], str]) -> None:
    for row in periods[:_MOST_PERIODS]:
        print_line(
            f"variance of {name_of(row['application'])}, {row['from']} to {row['to']}: billed {money(row['billed'])}, "
            f"usage {money(row['usage'])}, {money(row['variance'])} apart"
        )
        for cause in row["causes"]:
            amount = "unknown" if cause["amount"] is None else money(cause["amount"])
            print_line(f"  {cause['code']}: {cause['detail']} ({amount})")
    if len(periods) > _MOST_PERIODS:
        print_line(f"and {len(periods) - _MOST_PERIODS} more periods with a variance: see --format json")


def _days(row: Json) -> str:
    words = (f"{word} {row[word]}" for word in ("from", "to") if row[word] is not None)
    return " ".join(words) or "on every day"


def _print_spread(charges: Sequence[Json], name_of: Callable[[str], str]) -> None:
    for row in charges[:_MOST_PERIODS]:
        rest = f", {money(row['unattributed'])} of it to nobody" if is_some(row["unattributed"]) else ""
        print_line(
            f"seats of {name_of(row['application'])}, {row['from']} to {row['to']}: {money(row['cost'])} spread by "
            f"{row['rule']} over {row['seats']:,}{rest}"
        )
    if len(charges) > _MOST_PERIODS:
        print_line(f"and {len(charges) - _MOST_PERIODS} more seat charges that are spread: see --format json")


def print_restated(rows: Sequence[Json], name_of: Callable[[str], str]) -> None:
    """Print what sources told again, both amounts, or both counts where no amount differs."""
    for row in rows[:_MOST_PERIODS]:
        days = row["from"] if row["from"] == row["to"] else f"{row['from']} to {row['to']}"
        subject = "usage of no application" if row["application"] is None else name_of(row["application"])
        by = row["source"] if row["run"] is None else f"{row['source']}, run {row['run']}"
        print_line(
            f"restated: {subject}, {days}, {row['category']}: {_readings(row)} ({row['why']}; {by} of {row['at']})"
        )
    if len(rows) > _MOST_PERIODS:
        print_line(f"and {len(rows) - _MOST_PERIODS} more that were restated: see --format json")


def _readings(row: Json) -> str:
    if row["before"] != row["after"]:
        return f"{money(row['before'])}, now {money(row['after'])}"
    return (
        f"{row['requests_before']:,} requests and {row['tokens_before']:,} tokens, "
        f"now {row['requests_after']:,} and {row['tokens_after']:,}"
    )


def _print_difference(difference: Json, drivers: list[Json], labels: Mapping[str, Mapping[str, str]]) -> None:
    parts = ", ".join(f"{name} {money(value)}" for name, value in difference["parts"].items() if is_some(value))
    print_line(
        f"{difference['from']} to {difference['to']}: {money(difference['before'])}; "
        f"difference {money(difference['difference'])}{f' ({parts})' if parts else ''}"
    )
    changed = [row for row in drivers if is_some(row["difference"])]
    names = list(changed[0]["key"]) if changed else []
    used = [name for name in _PARTS if any(is_some(row[name]) for row in changed)]
    rows = [
        [
            *(labels.get(name, {}).get(row["key"][name], row["key"][name]) for name in names),
            *(money(row[name]) for name in ("difference", *used)),
        ]
        for row in changed[:_MOST_DRIVERS]
    ]
    if rows:
        grid([*names, "difference", *used], rows)
    if len(changed) > _MOST_DRIVERS:
        print_line(f"and {len(changed) - _MOST_DRIVERS} more: see --format json")

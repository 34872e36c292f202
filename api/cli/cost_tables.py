"""Tables of money on a terminal: cost by key, where a month will end, and days that cost more than is ordinary."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from api.cli.cells import Json, NameOf, is_some, key_names, money
from api.cli.explanation_tables import print_explanations
from api.cli.grid import grid, print_headline
from api.terminal import print_line

# Of what two sources tell, so many lines stand below a table.
_MOST_OVERLAPS = 5
_BAR_CELLS = 10


def print_costs(answer: Json, params: Json, name_of: NameOf) -> None:
    """The ledger of cost attribution: its rows and buckets, then its total and what is apart from it."""
    names = list(params["by"])
    # An amount that no key has needs no column.
    totals = {"estimate": answer["estimate_value"], "included": answer["included_value"]}
    more = [name for name in totals if any(is_some(row[name]) for row in answer["rows"])]
    labels = {name: key_names([row["key"][name] for row in answer["rows"]], name_of) for name in names}
    rows = [
        [
            *(labels[name][row["key"][name]] for name in names),
            *(money(row[name]) for name in ("cost", *more)),
            row["basis"],
            f"{row['requests']:,}",
        ]
        for row in answer["rows"]
    ]
    blank = [""] * (len(more) + 2)
    rows += [[f"({name})", *[""] * (len(names) - 1), money(value), *blank] for name, value in answer["buckets"].items()]
    grid([*names, "cost", *more, "basis", "requests"], rows)
    beside = {"estimate": "estimated and not in it", "included": "included in plans"}
    words = [f"{beside[name]} {money(totals[name])}" for name in more]
    print_line("; ".join([f"ledger {money(answer['ledger'])}", *words]))
    for priced in answer["priced"]:
        parts = f"{money(priced['cost'])} in the ledger, {money(priced['estimate'])} not"
        print_line(f"priced by {priced['source']} (counts: {priced['counts']}): {parts}")
    for overlap in answer["overlaps"][:_MOST_OVERLAPS]:
        print_line(
            f"told twice, not in the ledger: {money(overlap['cost'])} of {overlap['category']} of "
            f"{name_of(overlap['application'])} by {overlap['source']}, {overlap['first_day']} to {overlap['last_day']}; "
            f"{overlap['counted']} counts",
        )
    if len(answer["overlaps"]) > _MOST_OVERLAPS:
        print_line(f"and {len(answer['overlaps']) - _MOST_OVERLAPS} more that are told twice: see --format json")
    print_explanations(answer, name_of, labels)
    for name, value in answer["dropped_buckets"].items():
        print_line(f"not in the ledger, as the filter leaves it out: {name} {money(value)}")


def print_forecast(answer: Json, params: Json, name_of: NameOf) -> None:
    """Where the month will end per key, beside its budget, what exceeds it first."""
    total, rows, names = answer["total"], answer["rows"], list(params["by"])
    print_headline(total["month"], f": {_ends(total)}")
    over = sum(row["over"] is True for row in rows)
    if over:
        print_line(f"{over} over budget")
    labels = {name: key_names([row["key"][name] for row in rows], name_of) for name in names}
    has_budget = any(row["budget"] for row in rows)
    lines = [
        [
            *(labels[name][row["key"][name]] for name in names),
            money(row["spent"]),
            money(row["expected"]) if row["expected"] else _missing(row),
            f"{money(row['low'])} to {money(row['high'])}" if row["low"] else "",
            *([money(row["budget"]) if row["budget"] else "", _against_budget(row)] if has_budget else []),
        ]
        for row in rows
    ]
    grid([*names, "spent", "expected", "low to high", *(["budget", "used"] if has_budget else [])], lines)


def _ends(total: Json) -> str:
    spent = f"{money(total['spent'])} spent"
    if total["expected"] is None:
        return f"{spent}; {_missing(total)} for a forecast"
    return f"{spent}, {money(total['expected'])} expected ({money(total['low'])} to {money(total['high'])})"


def _missing(row: Json) -> str:
    """Why nothing is expected of a key."""
    return "no cost" if row["reason"] == "NO_COST" else f"too short ({row['history_days']} days)"


def _against_budget(row: Json) -> str:
    """A bar of what is spent (#) and expected (+) of the budget, and whether that is too much."""
    if not row["budget"]:
        return ""
    budget = Decimal(row["budget"]["amount"])
    shares = [Decimal((row[name] or row["spent"])["amount"]) / budget for name in ("spent", "expected")]
    spent, expected = (max(0, min(_BAR_CELLS, int(share * _BAR_CELLS))) for share in shares)
    bar = ("#" * spent + "+" * max(0, expected - spent)).ljust(_BAR_CELLS, ".")
    word = "OVER" if shares[0] > 1 else "WILL BE OVER" if row["over"] else ""
    if not word and row["high"] and Decimal(row["high"]["amount"]) > budget:
        word = "may be over"
    return f"{bar} {max(shares):.0%} {word}".rstrip()


def print_anomalies(answer: Json, params: Json, name_of: NameOf) -> None:
    """Days that cost more than is ordinary, the greatest first, each with what drove it."""
    rows, names = answer["rows"], list(params["by"])
    print_line(
        f"{len(rows)} anomalies among {answer['judged']:,} days of keys, {params['from']} to {params['to']}, sensitivity {answer['sensitivity']}"
    )
    if rows:
        labels = {name: key_names([row["key"][name] for row in rows], name_of) for name in names}
        lines = [
            [
                row["day"],
                *(labels[name][row["key"][name]] for name in names),
                money(row["cost"]),
                money(row["expected"]),
                money(row["high"]),
                _drivers(row["drivers"], name_of),
            ]
            for row in rows
        ]
        grid(["day", *names, "cost", "expected", "ordinary up to", "who"], lines)


def _drivers(drivers: Sequence[Json], name_of: NameOf) -> str:
    """What grew, by name, with what it cost and usually does."""
    growth = [Decimal(driver["cost"]["amount"]) - Decimal(driver["usual"]["amount"]) for driver in drivers]
    # What adds a tenth or less to the growth explains nothing.
    least = max(sum(growth) / 10, Decimal(0))
    grown = [driver for driver, more in zip(drivers, growth, strict=True) if more > least]
    return "; ".join(
        f"{_driver(driver['key'], name_of)}: {money(driver['cost'])}, usually {money(driver['usual'])}"
        for driver in grown[:2]
    )


def _driver(key: Json, name_of: NameOf) -> str:
    """Who, and with what; the account or else the key, and the model or else the application."""
    ids = {name: value for name, value in key.items() if not value.startswith("~")}
    who = ids.get("account") or ids.get("credential")
    what = ids.get("model") or ids.get("application")
    words = [name_of(node) for node in (who, what) if node]
    return " with ".join(words) or "others"

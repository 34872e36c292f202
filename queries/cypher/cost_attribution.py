"""Cost attribution from Neo4j: what AI use cost and whose cost it is; what only the snapshot answers is rejected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from graph.errors import InputError
from graph.money import DEFAULT_CURRENCY, write_amount
from graph.ontology import AMOUNTS, TOKEN_COUNTERS
from graph.reason import Reason
from queries.cost_attribution.charges import BUCKETS
from queries.cost_attribution.question import DIMENSIONS, Answer, CostRow, OwnerRule, Params, SeatRule, check_params
from queries.cypher.projection import ProjectedAnswer, ProjectedGraph, blank
from queries.usage.amounts import currency_reasons
from queries.usage.coverage import RowDays, missing_days

COLUMNS = ("part", "key", *(f"{name}_nano" for name in AMOUNTS), "requests", "basis", "tokens")
DAY_COLUMNS = ("source", "rows", "first_day", "last_day")

UNSUPPORTED_DIMENSIONS = ("mcp_server", "data_source", "owner_state")
SUPPORTED_DIMENSIONS = tuple(name for name in DIMENSIONS if name not in UNSUPPORTED_DIMENSIONS)

Part = Mapping[str, Any]


def cost_attribution(projection: ProjectedGraph, params: Params) -> ProjectedAnswer:
    """The ledger of a window in one currency, by up to three dimensions: rows + buckets = ledger, in integers.

    Raises InputError for what cannot be asked, or not of Neo4j, and for several currencies where none is asked for.
    """
    check_params(params)
    _check(params)
    currencies = sorted(row["currency"] for row in _rows(projection, "cost-currencies", ("currency",), params))
    currency = params.currency or _only(currencies)
    parts = _parts(projection, params, currency, params.by)
    buckets, rows = _buckets(parts), [part for part in parts if part["part"] == "row"]
    rows.sort(key=lambda row: (*(-row[f"{name}_nano"] for name in AMOUNTS), [text.encode() for text in row["key"]]))
    others = [name for name in currencies if name != currency]
    answer = {
        "ledger": _money(_ledger(parts), currency),
        "rows": [_row(row, params.by, currency) for row in rows],
        "buckets": {name: _money(buckets[name], currency) for name in BUCKETS if name in buckets},
        "estimate_value": _money(_total(parts, "estimate"), currency),
        "included_value": _money(_total(parts, "included"), currency),
        "dropped_buckets": {},
        "left_out": [_money(_ledger(_parts(projection, params, name, ())), name) for name in others],
        "rates": {},
    }
    gaps, notes = currency_reasons(currency, others, is_empty=currency not in currencies)
    return ProjectedAnswer(blank(Answer) | answer, (*gaps, *_uncovered_days(projection, params)), notes)


def _check(params: Params) -> None:
    """Raise InputError for what only the snapshot answers."""
    unsupported = next((name for name in params.by if name in UNSUPPORTED_DIMENSIONS), None)
    if unsupported is not None:
        raise InputError(
            f"Neo4j cannot attribute cost by {unsupported}; leave --engine out. It can by {', '.join(SUPPORTED_DIMENSIONS)}"
        )
    unknown = (("--filter", params.filters), ("--rate", params.rates), ("--compare", params.compare))
    for name, given in unknown:
        if given:
            raise InputError(f"Neo4j does not know {name}; leave --engine out")
    if params.seats is not SeatRule.NONE:
        raise InputError("Neo4j does not spread seats; leave --seats or --engine out")
    if params.owners is not OwnerRule.EVEN:
        raise InputError("Neo4j splits evenly between owners and knows no other rule; leave --engine out")


def _only(currencies: Sequence[str]) -> str:
    if len(currencies) > 1:
        listed = ", ".join(currencies)
        raise InputError(f"CURRENCY: the window holds {listed}, and an answer is in one currency. Ask with --currency")
    return currencies[0] if currencies else DEFAULT_CURRENCY


def _rows(
    projection: ProjectedGraph, name: str, columns: Sequence[str], params: Params, **more: object
) -> list[dict[str, Any]]:
    days = {"first_day": params.first_day, "last_day": params.last_day}
    return projection.rows(name, columns, {**days, **more})


def _uncovered_days(projection: ProjectedGraph, params: Params) -> tuple[Reason, ...]:
    """The days that the sources leave out of the window, by what their runs say and by their rows."""
    if not projection.coverage:
        return ()
    usage_sources = [each.source for each in projection.coverage if each.usage]
    charge_sources = [each.source for each in projection.coverage if each.charges and not each.usage]
    usage: dict[str, list[int]] = defaultdict(list)
    charges: dict[str, list[tuple[int, int]]] = defaultdict(list)
    lists = {"usage_sources": usage_sources, "charge_sources": charge_sources}
    with_usage = set()
    for row in _rows(projection, "cost-days", DAY_COLUMNS, params, **lists):
        source, first, last = row["source"], row["first_day"], row["last_day"]
        if row["rows"] == "charges":
            charges[source].append((first, last))
        else:
            with_usage.add(source)
            usage[source] += [] if first is None else [first]
    sources = [
        (each, RowDays(usage[each.source], charges[each.source], each.source in with_usage))
        for each in projection.coverage
    ]
    return missing_days(sources, (params.first_day, params.last_day))


def _parts(projection: ProjectedGraph, params: Params, currency: str, by: Sequence[str]) -> list[dict[str, Any]]:
    more = {"by": list(by), "currency": currency, "team_type": params.team_type, "at": params.as_of}
    return _rows(projection, "cost-attribution", COLUMNS, params, **more)


def _total(parts: Sequence[Part], amount: str) -> int:
    """One amount of all usage, added up before it was split."""
    return sum(part[f"{amount}_nano"] for part in parts if part["part"] == "total")


def _ledger(parts: Sequence[Part]) -> int:
    """The cost of usage and the buckets."""
    return _total(parts, "cost") + sum(_buckets(parts).values())


def _buckets(parts: Sequence[Part]) -> dict[str, int]:
    return {part["key"][0]: part["cost_nano"] for part in parts if part["part"] == "bucket"}


def _row(part: Part, by: Sequence[str], currency: str) -> dict[str, Any]:
    known = {
        "key": dict(zip(by, part["key"], strict=True)),
        **{name: _money(part[f"{name}_nano"], currency) for name in AMOUNTS},
        "basis": part["basis"],
        "tokens": {name: part["tokens"][name] for name in TOKEN_COUNTERS},
        "requests": part["requests"],
    }
    return blank(CostRow) | known


def _money(nano: int, currency: str) -> dict[str, str]:
    return {"amount": write_amount(nano), "currency": currency}

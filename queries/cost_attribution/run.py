"""Cost attribution as a pipeline: select usage, allocate it to owners and servers, add the charges, group it under keys."""

from __future__ import annotations

import dataclasses
from functools import cached_property

import numpy as np

from graph.moment import midnight, month_days, read_day, write_day
from graph.money import Money
from graph.ontology import AMOUNTS
from graph.reason import Reason
from graph.snapshot import Snapshot
from graph.snapshot.columns import Ints, int_sum
from graph.snapshot.tags import row_tags
from queries.base import Completeness, freshness_warnings
from queries.cost_attribution.allocate import UsageParts, allocate, whole_rows
from queries.cost_attribution.charges import (
    HIDDEN_BUCKET,
    bucket_lines_of,
    bucket_sums,
    drops_buckets,
    filtered_applications,
    filtered_days,
    overlaps,
)
from queries.cost_attribution.day_links import node_days
from queries.cost_attribution.difference import PERSON, drivers
from queries.cost_attribution.explanation import DIFFERENCE_PARTS, CostDifference, RestatedFigures
from queries.cost_attribution.group import AttributedUsage, amount_of_parts, group, joined, key_texts, matching
from queries.cost_attribution.own_prices import own_price_uses
from queries.cost_attribution.owners import HolderLinks, allocate_owners, allocate_teams
from queries.cost_attribution.question import (
    CHARGE_DIMENSIONS,
    OWNER_DIMENSIONS,
    SERVER_DIMENSIONS,
    Answer,
    Params,
    SeatRule,
    check_params,
)
from queries.cost_attribution.restated import restated_between
from queries.cost_attribution.seats import SeatParts, spread_seats
from queries.cost_attribution.select import UsageSelection, priced_usage, select_costs, select_usage, unpriced_rows
from queries.cost_attribution.servers import ServerActivity, allocate_data_sources, allocate_servers, without_servers
from queries.cost_attribution.team_types import check_team_type, team_notes
from queries.cost_attribution.unit_costs import lines_selection, unit_costs
from queries.cost_attribution.variance import variances
from queries.usage.amounts import CurrencyConversion, choose_conversion, currency_reasons
from queries.usage.coverage import uncovered_days

TAGGED_OWNER_UNKNOWN = "TAGGED_OWNER_UNKNOWN"


def run(snapshot: Snapshot, params: Params) -> Answer:
    """Attribute the usage of a window: rows + buckets = ledger, exactly, and so the estimates and included values.

    Raises InputError for a question that cannot be asked, and for a window of several currencies where none is asked for.
    """
    check_params(params)
    check_team_type(snapshot, params)
    days = (params.first_day, params.last_day)
    conversion = choose_conversion(snapshot, days, params.currency, params.rates)
    attribution = Attribution(snapshot, params)

    selection = select_usage(snapshot, days, conversion)
    usage = attribution.of(selection)
    # Totals are added up before anything is split, unless a filter needs the splits to choose.
    amount: Ints = selection.amount
    cost = selection.cost
    if params.filters:
        usage = dataclasses.replace(usage, parts=usage.parts.where(matching(usage, params.filters)))
        amount, cost = amount_of_parts(usage), usage.parts.measures["cost"]
    used, estimated, included = (int_sum(cost[amount == code]) for code in range(len(AMOUNTS)))
    lines = bucket_lines_of(snapshot, params, conversion)
    seats = _spread_seats(snapshot, params, conversion, attribution)
    if seats is not None:
        lines = [line for line in lines if line.bucket != "seat"]
        used += int_sum(seats[1].parts.measures["cost"])
    charged = bucket_sums(lines)
    if snapshot.whole is not None:
        charged[HIDDEN_BUCKET] = _whole_ledger(snapshot, params, conversion) - used - sum(charged.values())
    rows = group(usage, conversion.currency)
    if seats is not None and len(seats[1].parts.measures["cost"]):
        rows = joined(rows, group(seats[1], conversion.currency))

    dropped = drops_buckets(params)
    gaps, notes = currency_reasons(conversion.currency, conversion.left_out, is_empty=conversion.is_empty)
    buckets = {name: Money(nano, conversion.currency) for name, nano in charged.items()}
    answer = Answer(
        ledger=Money(used if dropped else used + sum(charged.values()), conversion.currency),
        rows=rows,
        buckets={} if dropped else buckets,
        estimate_value=Money(estimated, conversion.currency),
        included_value=Money(included, conversion.currency),
        priced=priced_usage(snapshot, selection, conversion.currency),
        own_prices=own_price_uses(snapshot, selection, conversion.currency),
        overlaps=overlaps(snapshot, params),
        dropped_buckets=buckets if dropped else {},
        left_out=tuple(_ledger_in(snapshot, params, currency) for currency in conversion.left_out),
        unpriced_rows=unpriced_rows(snapshot, days),
        rates={name: f"{rate.normalize():f}" for name, rate in sorted(params.rates.items())},
        variance=() if dropped else variances(snapshot, lines, conversion),
        spread_seats=() if seats is None else seats[0].charges,
        restated=() if dropped else _restated(snapshot, params),
        unit_costs=unit_costs(usage, rows, _accepted_lines(snapshot, params)),
        completeness=Completeness(
            (*gaps, *uncovered_days(snapshot, days)),
            (*notes, *team_notes(snapshot, params, rows), *unknown_owners(snapshot, params, selection)),
        ),
        freshness=freshness_warnings(snapshot, min(params.as_of, midnight(params.first_day)), params.as_of),
    )
    return answer if params.compare is None else _compared(snapshot, params, answer)


def _accepted_lines(snapshot: Snapshot, params: Params) -> UsageParts | None:
    """Parts of the rows that tell accepted lines, split only as the filters need; None where the question has none."""
    selection = lines_selection(snapshot, params)
    if selection is None:
        return None
    usage = Attribution(snapshot, dataclasses.replace(params, by=("day",))).of(selection)
    return usage.parts.where(matching(usage, params.filters)) if params.filters else usage.parts


def _whole_ledger(snapshot: Snapshot, params: Params, conversion: CurrencyConversion) -> int:
    """The ledger of the whole that a part was taken from, in nano-units, with the filters that charges have."""
    assert snapshot.whole is not None
    # A name means the visible node of that name: what else has it is not the caller's to know.
    filters = {
        name: tuple(key_texts(snapshot, name, texts))
        for name, texts in params.filters.items()
        if name in CHARGE_DIMENSIONS
    }
    return _ledger(snapshot.whole, dataclasses.replace(params, by=("day",), filters=filters), conversion)


def _spread_seats(
    snapshot: Snapshot, params: Params, conversion: CurrencyConversion, attribution: Attribution
) -> tuple[SeatParts, AttributedUsage] | None:
    """The seat charges that are spread, and their parts that filters leave, split as usage is; None where the rule is NONE."""
    if params.seats is SeatRule.NONE:
        return None
    seats = spread_seats(snapshot, params, conversion)
    usage = attribution.of(seats.selection())
    # Parts of a bill by a rule are mixed, like those of any row that several share.
    parts = dataclasses.replace(usage.parts, is_share=np.ones(len(usage.parts.measures["cost"]), dtype=bool))
    usage = dataclasses.replace(usage, parts=parts)
    if params.filters:
        usage = dataclasses.replace(usage, parts=parts.where(matching(usage, params.filters)))
    return seats, usage


def _restated(snapshot: Snapshot, params: Params) -> tuple[RestatedFigures, ...]:
    days, applications = filtered_days(snapshot, params), filtered_applications(snapshot, params)
    return restated_between(snapshot, days=days, applications=applications)


def _compared(snapshot: Snapshot, params: Params, answer: Answer) -> Answer:
    """The answer with what it differs by from another month, in parts that add up exactly."""
    currency = answer.ledger.currency
    first, last = month_days(read_day(f"{params.compare}-01"))
    other = dataclasses.replace(params, first_day=first, last_day=last, compare=None, currency=currency)
    before = run(snapshot, other)
    usages = _usage_by_person(snapshot, other, currency), _usage_by_person(snapshot, params, currency)
    rows = drivers(*usages, params.by, currency)
    difference = answer.ledger.nano - before.ledger.nano
    parts = {name: sum(getattr(row, name).nano for row in rows) for name in DIFFERENCE_PARTS[:-1]}
    parts[DIFFERENCE_PARTS[-1]] = difference - sum(parts.values())
    reasons, notes = (
        tuple(dict.fromkeys((*getattr(before.completeness, name), *getattr(answer.completeness, name))))
        for name in ("reasons", "notes")
    )
    return dataclasses.replace(
        answer,
        difference=CostDifference(
            first_day=write_day(first),
            last_day=write_day(last),
            before=before.ledger,
            after=answer.ledger,
            difference=Money(difference, currency),
            parts={name: Money(nano, currency) for name, nano in parts.items()},
        ),
        drivers=rows,
        completeness=Completeness(reasons, notes),
    )


def _usage_by_person(snapshot: Snapshot, params: Params, currency: str) -> AttributedUsage:
    """The usage of a window, split by what is asked for and by person."""
    days = (params.first_day, params.last_day)
    by = tuple(dict.fromkeys((*params.by, PERSON)))
    asked = dataclasses.replace(params, by=by)
    conversion = choose_conversion(snapshot, days, currency, params.rates)
    usage = Attribution(snapshot, asked).of(select_usage(snapshot, days, conversion))
    if not params.filters:
        return usage
    return dataclasses.replace(usage, parts=usage.parts.where(matching(usage, params.filters)))


def unknown_owners(snapshot: Snapshot, params: Params, selection: UsageSelection) -> tuple[Reason, ...]:
    """A note that counts the selected rows whose tags name an owner whom no source knows, where owners are asked for."""
    tags = row_tags(snapshot) if params.needed & OWNER_DIMENSIONS else None
    count = 0 if tags is None else int(selection.of(tags.is_owner_unknown).sum())
    text = f"{count:,} usage rows are tagged with an owner who is nobody known: load the directory that has them"
    return (Reason(TAGGED_OWNER_UNKNOWN, text),) if count else ()


class Attribution:
    """The splits of one question; the links and the activity that they share are made when they are first needed."""

    def __init__(self, snapshot: Snapshot, params: Params) -> None:
        self.snapshot, self.params = snapshot, params
        self.links = HolderLinks(snapshot)

    @cached_property
    def activity(self) -> ServerActivity:
        """The calls and reads of the window."""
        return ServerActivity(self.snapshot, self.links, (self.params.first_day, self.params.last_day))

    def of(self, selection: UsageSelection) -> AttributedUsage:
        """The parts of the selected rows; splits nest: owner, team, server, data source, as far as they are needed."""
        params, table, parts = self.params, selection.usage, whole_rows(selection)
        owners = teams = servers = data_sources = None
        if params.needed & OWNER_DIMENSIONS:
            pairs = node_days(selection.principals(), selection.of(table.day))
            owners = allocate_owners(self.links, pairs, params.owners, selection.of(table.detail))
            parts = allocate(parts, "owner", parts.of_row(owners.unit), owners.allocation)
        if owners is not None and "team" in params.needed:
            teams = allocate_teams(self.links, owners, params.team_type)
            parts = allocate(parts, "team", parts.share["owner"], teams)
        is_usage = table is self.snapshot.usage
        if params.needed & SERVER_DIMENSIONS:
            servers = allocate_servers(self.activity, selection) if is_usage else without_servers(len(selection.cost))
            parts = allocate(parts, "server", parts.of_row(servers.unit), servers.allocation)
        if servers is not None and "data_source" in params.needed:
            data_sources, own_unit = (
                allocate_data_sources(self.activity, selection, servers)
                if is_usage
                else (servers.allocation, np.full(len(selection.cost), -1))
            )
            unit = parts.of_row(own_unit)
            parts = allocate(parts, "data", np.where(unit < 0, parts.share["server"], unit), data_sources)
        return AttributedUsage(
            self.snapshot, params, selection, parts, self.links, owners, teams, servers, data_sources
        )


def _ledger(snapshot: Snapshot, params: Params, conversion: CurrencyConversion) -> int:
    """The ledger of the window in nano-units; the filters are on dimensions that charges have."""
    selection = select_costs(snapshot, (params.first_day, params.last_day), conversion)
    cost = selection.cost
    if params.filters:
        cost = cost[matching(Attribution(snapshot, params).of(selection), params.filters)]
    return int_sum(cost) + sum(bucket_sums(bucket_lines_of(snapshot, params, conversion)).values())


def _ledger_in(snapshot: Snapshot, params: Params, currency: str) -> Money:
    """The whole ledger of the window in one currency alone, before filters."""
    alone, days = (
        dataclasses.replace(params, currency=currency, rates={}, filters={}),
        (params.first_day, params.last_day),
    )
    conversion = choose_conversion(snapshot, days, currency, {})
    selection = select_costs(snapshot, days, conversion)
    charged = bucket_sums(bucket_lines_of(snapshot, alone, conversion))
    return Money(int_sum(selection.cost) + sum(charged.values()), currency)

"""Seats spread over those who have or use them, by a named rule: each day of a seat charge in integers, so that windows add up."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from graph.deadline import check_deadline
from graph.moment import write_day
from graph.money import Money
from graph.ontology import CHARGE_CATEGORIES
from graph.snapshot import Snapshot
from graph.snapshot.columns import I8, int_sums
from graph.snapshot.ledger import COST, usage_amounts
from graph.snapshot.principals import attributed_principals
from graph.snapshot.tables import UsageTable
from queries.cost_attribution.allocate import Proportions
from queries.cost_attribution.charges import ChargePiece, charge_pieces
from queries.cost_attribution.day_links import DayLinks, codes_at_end_of, edge_intervals
from queries.cost_attribution.explanation import SpreadSeats
from queries.cost_attribution.owners import HolderLinks
from queries.cost_attribution.question import Params, SeatRule
from queries.cost_attribution.select import UsageSelection
from queries.usage.amounts import CurrencyConversion

SEAT = CHARGE_CATEGORIES.index("seat")
# An account in one of these states at the end of a day has no seat on it.
_ENDED = ("deleted", "revoked", "suspended", "expired")


@dataclass(frozen=True, slots=True)
class SeatParts:
    """Parts of seat charges, columns of one length: the account or person (-1: nobody has or used a seat), application, day, cost.

    `charges`: what was spread, charge by charge.
    """

    principal: I8
    application: I8
    day: I8
    cost: I8
    charges: tuple[SpreadSeats, ...]

    def selection(self) -> UsageSelection:
        """The parts as usage rows without requests, tokens and a resource, whose cost is in the ledger."""
        count = len(self.cost)
        none, zeros = np.full(count, -1, dtype=np.int32), np.zeros(count, dtype=np.int64)
        principal = self.principal.astype(np.int32)
        table = UsageTable(
            claimed_by=none,
            principal=principal,
            resource=none,
            application=self.application.astype(np.int32),
            workspace=none,
            day=self.day.astype(np.int32),
            requests=zeros,
            tokens=np.zeros((count, 7), dtype=np.int64),
            cost=self.cost,
            currency=none,
            basis=np.zeros(count, dtype=np.int32),
            priced_on=none,
            chargeable=np.ones(count, dtype=bool),
            detail=none,
            principal_offsets=np.zeros(1, dtype=np.int64),
            rows_by_principal=np.zeros(0, dtype=np.int32),
        )
        return UsageSelection(table, principal, slice(0, count), None, self.cost, np.full(count, COST, dtype=np.int8))


def spread_seats(snapshot: Snapshot, params: Params, conversion: CurrencyConversion) -> SeatParts:
    """The seat charges of the window by the rule of `params`. O(charges x days x accounts of the application).

    Within a scope, charges that the caller sees are spread over all who have a seat, and what falls to the hidden is left out.
    """
    pieces = [
        piece
        for piece in charge_pieces(snapshot)
        if piece.category == SEAT
        and piece.counted < 0
        and piece.currency in conversion.rates
        and piece.days[0] <= params.last_day
        and params.first_day <= piece.days[1]
    ]
    seats = _Seats(snapshot, params)
    columns: list[tuple[I8, I8, I8, I8]] = []
    charges = []
    for piece in pieces:
        check_deadline()
        days = np.arange(max(piece.days[0], params.first_day), min(piece.days[1], params.last_day) + 1)
        nano = conversion.amount(piece.nano, piece.currency)
        amounts = np.array([piece.part((day, day), nano) for day in days.tolist()], dtype=np.int64)
        item, principal, weight = seats.of(piece, days)
        cost = Proportions.of(item, weight).split(amounts)
        columns.append((principal, np.full(len(item), piece.application), days[item], cost))
        nobody = int(cost[principal == _NOBODY].sum())
        charge = SpreadSeats(
            application=snapshot.ids[piece.application],
            first_day=write_day(int(days[0])),
            last_day=write_day(int(days[-1])),
            rule=params.seats.name,
            cost=Money(int(amounts.sum()), conversion.currency),
            seats=len(np.unique(principal[principal != _NOBODY])),
            unattributed=Money(nobody, conversion.currency),
        )
        charges.append(charge)
    empty = np.zeros(0, dtype=np.int64)
    principal, application, day, cost = (
        (np.concatenate((empty, *column)) for column in zip(*columns, strict=True)) if columns else (empty,) * 4
    )
    keep = principal != _HIDDEN
    return SeatParts(principal[keep], application[keep], day[keep], cost[keep], tuple(charges))


# In place of a principal: nobody has a seat; somebody whom the caller may not see has it.
_NOBODY, _HIDDEN = -1, -2


class _Seats:
    """Who has a seat on which day, and with what weight; of a part of a snapshot, as the whole one tells it."""

    def __init__(self, snapshot: Snapshot, params: Params) -> None:
        self.rule = params.seats
        self.snapshot, self.part = snapshot.whole or snapshot, snapshot
        self.links = HolderLinks(self.snapshot)

    def of(self, piece: ChargePiece, days: I8) -> tuple[I8, I8, I8]:
        """Per part of each day: the day's position, by that; its principal; its weight. A day that nobody has a seat on has one part."""
        application = self.snapshot.index_of(self.part.ids[piece.application])
        if self.rule is SeatRule.ASSIGNED:
            item, principal = self._assigned(application, days)
            weight = np.ones(len(item), dtype=np.int64)
        else:
            users, requests = self._users(application, piece.charged)
            item, at = np.repeat(np.arange(len(days)), len(users)), np.tile(np.arange(len(users)), len(days))
            principal = users[at]
            weight = requests[at] if self.rule is SeatRule.USE else np.ones(len(at), dtype=np.int64)
        free = np.setdiff1d(np.arange(len(days)), item)
        item = np.concatenate((item, free))
        principal = np.concatenate((self._visible(principal), np.full(len(free), _NOBODY)))
        weight = np.concatenate((weight, np.ones(len(free), dtype=weight.dtype)))
        order = np.argsort(item, kind="stable")
        return item[order], principal[order], weight[order]

    def _assigned(self, application: int, days: I8) -> tuple[I8, I8]:
        """The accounts that are in the application on each day, those that had ended by its end left out; by day, then id."""
        item, account = self.snapshot.derived(_accounts).join(np.full(len(days), application), days)
        status = codes_at_end_of(self.snapshot.timeline("status"), account, days[item])
        ended = np.isin(status, [self.snapshot.value_code(word) for word in _ENDED]) & (status >= 0)
        return item[~ended], account[~ended]

    def _users(self, application: int, days: tuple[int, int]) -> tuple[I8, I8]:
        """Who used the application on the days of a charge and how many requests that were; a key stands for its account."""
        usage = self.snapshot.usage
        window = usage.between(*days)
        counted = usage_amounts(self.snapshot).counts(window)
        rows = window.start + np.flatnonzero(
            (usage.application[window] == application) & (usage.requests[window] > 0) & counted
        )
        principal = attributed_principals(self.snapshot)[rows].astype(np.int64)
        account = self.links.account_of(principal, usage.day[rows].astype(np.int64), unsure=_NOBODY)
        users, of = np.unique(np.where(account >= 0, account, principal), return_inverse=True)
        return users, int_sums(of.reshape(-1), usage.requests[rows], len(users))

    def _visible(self, principal: I8) -> I8:
        """Nodes of the whole snapshot as those of the caller's part."""
        if self.part is self.snapshot or not len(principal):
            return principal
        nodes, of = np.unique(principal, return_inverse=True)
        visible = [_NOBODY if node < 0 else self.part.index_of(self.snapshot.ids[node]) for node in nodes.tolist()]
        codes = [
            _HIDDEN if node >= 0 and index < 0 else index for node, index in zip(nodes.tolist(), visible, strict=True)
        ]
        return np.array(codes, dtype=np.int64)[of.reshape(-1)]


def _accounts(snapshot: Snapshot) -> DayLinks:
    """Application → the accounts in it."""
    return DayLinks.of(edge_intervals(snapshot, "ACCOUNT_IN", sources=("Account",), forward=False), snapshot.count)

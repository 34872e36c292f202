"""This file knows that of a split cost either the origin counts or the rows that it was allocated to, never both.

FOCUS 1.3 lets one row be split over the resources, teams or agents that shared it. The allocated rows inherit everything of
their origin but their share of each cost, and their shares sum to it. A file may hold both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from graph.claims import NO_TOKENS
from graph.reason import Reason
from loaders.bills.line import BillLine
from loaders.connectors.focus.recognize import SPLIT
from loaders.connectors.focus.row import FocusRow
from loaders.saved.fields import FieldReader

ALLOCATION_UNCLEAR = "ALLOCATION_UNCLEAR"
# What an allocated row inherits, and by which it finds its origin: what it costs and counts is its own, and so may be what
# a vendor adds, such as a row's number.
_INHERITED = (
    "BillingAccountId",
    "SubAccountId",
    "BillingPeriodStart",
    "ChargePeriodStart",
    "ChargePeriodEnd",
    "ChargeCategory",
    "ChargeClass",
    "ChargeDescription",
    "CommitmentDiscountId",
    "ResourceId",
    "ServiceName",
    "SkuId",
    "SkuMeter",
    "SkuPriceId",
    "RegionId",
    "BillingCurrency",
    "ConsumedUnit",
    "PricingUnit",
    "Tags",
    "CredentialId",
    "PrincipalId",
    "x_ApiKeyId",
    "x_UserId",
)
# Shares are rounded where they are written: this much of each may be lacking.
_GRAIN = Decimal("0.00000001")

Key = tuple[str, ...]


def is_allocated(entry: FieldReader) -> bool:
    """Whether a row is a share of another one."""
    return any(entry.body.get(name) is not None for name in SPLIT)


def allocation_key(entry: FieldReader) -> Key:
    """What a row has in common with its origin."""
    return tuple(str(entry.body.get(name, "")) for name in _INHERITED)


@dataclass(slots=True)
class _Group:
    origins: list[tuple[FocusRow, BillLine]] = field(default_factory=list)
    shares: list[tuple[FocusRow, BillLine]] = field(default_factory=list)


class CostAllocations:
    """The rows of one command that belong together; `keys`: those of which a share exists, `others`: of which another row does."""

    def __init__(self) -> None:
        self.keys: set[Key] = set()
        self.others: set[Key] = set()
        self._groups: defaultdict[Key, _Group] = defaultdict(_Group)

    def take(self, row: FocusRow, line: BillLine) -> bool:
        """Keep a row that is a share or an origin, for `settled`; False for every other row."""
        if not self.keys or (key := allocation_key(row.entry)) not in self.keys:
            return False
        group = self._groups[key]
        (group.shares if is_allocated(row.entry) else group.origins).append((row, line))
        return True

    def has_origin(self, entry: FieldReader) -> bool:
        """Whether a row that may be a share's origin exists."""
        return allocation_key(entry) in self.others

    def settled(self) -> Iterator[tuple[FocusRow, BillLine | Reason]]:
        """What counts of the rows that were kept: shares, and what of their origins the shares do not hold.

        An origin that its shares do not sum to counts itself, and they do not; a reason says so.
        """
        for key in sorted(self._groups):
            group = self._groups[key]
            if not group.origins:
                yield from group.shares
                continue
            found = _origins(group)
            if not found:
                row = group.origins[0][0]
                amount = _sum(group.shares)
                yield (
                    row,
                    Reason(
                        ALLOCATION_UNCLEAR,
                        f"{len(group.shares)} allocated rows, {amount} {row.currency} in all, do not sum to their origin: "
                        "the origin counts, they do not",
                    ),
                )
                yield from group.origins
                continue
            yield from ((row, line) for row, line in group.origins if all(line is not one for _, one in found))
            yield from _divided(found, group.shares)


def _origins(group: _Group) -> list[tuple[FocusRow, BillLine]]:
    """The rows that the shares sum to: all that might be one, or the one that fits; none if nothing does."""
    told, grain = _sum(group.shares), _GRAIN * (len(group.shares) + 1)
    if abs(_sum(group.origins) - told) <= grain:
        return group.origins
    return next(([one] for one in group.origins if abs(one[1].amount - told) <= grain), [])


def _divided(
    origins: list[tuple[FocusRow, BillLine]], shares: list[tuple[FocusRow, BillLine]]
) -> Iterator[tuple[FocusRow, BillLine]]:
    """The shares, and the first origin with what they lack of the cost and, unless they tell them all, with its tokens."""
    lacking = _sum(origins) - _sum(shares)
    tokens, told = _counts(origins), _counts(shares)
    agrees = tokens == told
    for row, line in shares:
        yield row, line if agrees else replace(line, tokens=NO_TOKENS, requests=0)
    row, line = origins[0]
    if lacking or not agrees:
        left = (0, NO_TOKENS) if agrees else (tokens[0], tokens[1:])
        yield row, replace(line, amount=lacking, requests=left[0], tokens=left[1])


def _counts(rows: list[tuple[FocusRow, BillLine]]) -> tuple[int, ...]:
    columns: Any = zip(*((line.requests, *line.tokens) for _, line in rows), strict=True)
    return tuple(map(sum, columns))


def _sum(rows: list[tuple[FocusRow, BillLine]]) -> Decimal:
    return sum((line.amount for _, line in rows), Decimal(0))

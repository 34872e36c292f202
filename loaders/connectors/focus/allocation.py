"""Split costs of FOCUS 1.3: either the origin counts, or the rows that it was allocated to, never both.

One row may be split over the resources, teams or agents that shared it. The allocated rows inherit everything from their
origin but their share of each cost, and their shares sum to it. A file may hold both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from graph.claims import NO_TOKENS
from graph.reason import Reason
from loaders.bills.line import CostLine
from loaders.connectors.focus.recognize import SPLIT_COLUMNS
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
# Shares are rounded where they are written: each may be off by this much.
_ROUNDING = Decimal("0.00000001")

Key = tuple[str, ...]


def is_allocated(entry: FieldReader) -> bool:
    """Whether a row is a share of another one."""
    return any(entry.body.get(name) is not None for name in SPLIT_COLUMNS)


def allocation_key(entry: FieldReader) -> Key:
    """The columns that an allocated row has in common with its origin."""
    return tuple(str(entry.body.get(name, "")) for name in _INHERITED)


@dataclass(slots=True)
class _Group:
    origins: list[tuple[FocusRow, CostLine]] = field(default_factory=list)
    shares: list[tuple[FocusRow, CostLine]] = field(default_factory=list)


class CostAllocations:
    """The rows of one command by what they inherit; `share_keys` have a share, `other_keys` have a row that is none."""

    def __init__(self) -> None:
        self.share_keys: set[Key] = set()
        self.other_keys: set[Key] = set()
        self._groups: defaultdict[Key, _Group] = defaultdict(_Group)

    def keep(self, row: FocusRow, line: CostLine) -> bool:
        """Keep a row that is a share or an origin, for `settled`; False for every other row."""
        if not self.share_keys or (key := allocation_key(row.entry)) not in self.share_keys:
            return False
        group = self._groups[key]
        (group.shares if is_allocated(row.entry) else group.origins).append((row, line))
        return True

    def has_origin(self, entry: FieldReader) -> bool:
        """Whether a row that may be a share's origin exists."""
        return allocation_key(entry) in self.other_keys

    def settled(self) -> Iterator[tuple[FocusRow, CostLine | Reason]]:
        """The lines that count of the rows that were kept: shares, and what of their origins the shares do not hold.

        An origin that its shares do not sum to counts itself, and they do not; a reason says so.
        """
        for key in sorted(self._groups):
            group = self._groups[key]
            if not group.origins:
                yield from group.shares
                continue
            origins = _matching_origins(group)
            if not origins:
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
            split = [line for _, line in origins]
            yield from ((row, line) for row, line in group.origins if all(line is not other for other in split))
            yield from _shares_and_rest(origins, group.shares)


def _matching_origins(group: _Group) -> list[tuple[FocusRow, CostLine]]:
    """The rows that the shares sum to: all that might be one, or the one that fits; none if nothing does."""
    total, tolerance = _sum(group.shares), _ROUNDING * (len(group.shares) + 1)
    if abs(_sum(group.origins) - total) <= tolerance:
        return group.origins
    return next(([(row, line)] for row, line in group.origins if abs(line.amount - total) <= tolerance), [])


def _shares_and_rest(
    origins: list[tuple[FocusRow, CostLine]], shares: list[tuple[FocusRow, CostLine]]
) -> Iterator[tuple[FocusRow, CostLine]]:
    """The shares, and the first origin with the rest of the cost and, unless the shares count them all, with the tokens."""
    rest = _sum(origins) - _sum(shares)
    counts = _counts(origins)
    agrees = counts == _counts(shares)
    for row, line in shares:
        yield row, line if agrees else replace(line, tokens=NO_TOKENS, requests=0)
    row, line = origins[0]
    if rest or not agrees:
        requests, tokens = (0, NO_TOKENS) if agrees else (counts[0], counts[1:])
        yield row, replace(line, amount=rest, requests=requests, tokens=tokens)


def _counts(rows: list[tuple[FocusRow, CostLine]]) -> tuple[int, ...]:
    columns: Any = zip(*((line.requests, *line.tokens) for _, line in rows), strict=True)
    return tuple(map(sum, columns))


def _sum(rows: list[tuple[FocusRow, CostLine]]) -> Decimal:
    return sum((line.amount for _, line in rows), Decimal(0))

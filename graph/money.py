"""Amounts of money: integers of nano-units of their currency, read from decimals and written with nine of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal

NANO = 1_000_000_000
LIMIT = 2**62
# What an answer of nothing is counted in.
DEFAULT_CURRENCY = "USD"
# A number as text. Python reads digits of any script, and underscores between them.
NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,6})?\Z")
CURRENCY = re.compile(r"[A-Z][A-Z0-9_]{2,15}\Z")
# Wide enough that scaling never rounds: amounts are refused beyond LIMIT nano-units long before 60 digits.
_WIDE = Context(prec=60, rounding=ROUND_HALF_EVEN)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in whole nano-units of one currency."""

    nano: int
    currency: str

    def __str__(self) -> str:
        return f"{write_amount(self.nano)} {self.currency}"


def read_amount(amount: Decimal) -> tuple[int, bool]:
    """The nano-units of an amount, and whether it had to be rounded (half-even).

    Raises ValueError for NaN, infinity and amounts of 2**62 nano-units and more.
    """
    if not amount.is_finite():
        raise ValueError(f"{amount} is not an amount of money")
    if amount.adjusted() > 12:
        raise ValueError("the amount is larger than 4.6 billion units")
    scaled = _WIDE.multiply(amount, Decimal(NANO)) if amount.adjusted() > -40 else Decimal(0)
    nano = int(scaled.to_integral_value(rounding=ROUND_HALF_EVEN))
    if abs(nano) >= LIMIT:
        raise ValueError("the amount is larger than 4.6 billion units")
    return nano, Decimal(nano) != scaled or (scaled == 0 and amount != 0)


def write_amount(nano: int) -> str:
    """The amount with nine decimals: `12.340000000`."""
    sign = "-" if nano < 0 else ""
    whole, part = divmod(abs(nano), NANO)
    return f"{sign}{whole}.{part:09d}"

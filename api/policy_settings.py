"""Budgets and own prices as `remit.toml` writes them, checked field by field."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from graph.budgets import MONTH, Budget
from graph.errors import InputError
from graph.moment import read_day
from graph.money import CURRENCY, DEFAULT_CURRENCY, LIMIT, NANO, read_amount
from graph.prices import UNITS, OwnPrice


class BudgetSetting(BaseModel):
    """One `[[budgets]]` of `remit.toml`: what a key of a dimension of cost may cost in every month, or in one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    by: str
    key: str = Field(min_length=1)
    amount: Decimal = Field(gt=0, lt=Decimal(LIMIT) / NANO)
    currency: str = DEFAULT_CURRENCY
    month: str | None = None

    @field_validator("by")
    @classmethod
    def _dimension(cls, name: str) -> str:
        # Imported where a budget is set: arrays take a while to import.
        from queries.cost_series import check_budget_dimension

        try:
            check_budget_dimension(name)
        except InputError as error:
            raise ValueError(str(error)) from None
        return name

    @field_validator("currency")
    @classmethod
    def _code(cls, code: str) -> str:
        if not CURRENCY.match(code):
            raise ValueError(f"{code!r} is not an ISO 4217 currency code such as USD")
        return code

    @field_validator("month")
    @classmethod
    def _month(cls, month: str | None) -> str | None:
        if month is not None and not MONTH.match(month):
            raise ValueError(f"{month!r} is not a month such as 2026-11; leave it out for every month")
        return month

    def budget(self) -> Budget:
        """The budget, in nano-units."""
        return Budget(self.by, self.key.strip(), read_amount(self.amount)[0], self.currency, self.month)


class PriceSetting(BaseModel):
    """One `[[prices]]` of `remit.toml`: what a model costs per million tokens, and per 1,000 requests, between two days."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    model: str = Field(min_length=1)
    first_day: date | None = Field(default=None, alias="from")
    last_day: date | None = Field(default=None, alias="to")
    currency: str = DEFAULT_CURRENCY
    input: Decimal | None = Field(default=None, ge=0, lt=1_000_000)
    cache_read: Decimal | None = Field(default=None, ge=0, lt=1_000_000)
    cache_write: Decimal | None = Field(default=None, ge=0, lt=1_000_000)
    cache_write_5m: Decimal | None = Field(default=None, ge=0, lt=1_000_000)
    cache_write_1h: Decimal | None = Field(default=None, ge=0, lt=1_000_000)
    output: Decimal | None = Field(default=None, ge=0, lt=1_000_000)
    requests: Decimal | None = Field(default=None, ge=0, lt=1_000_000)

    @field_validator("model")
    @classmethod
    def _model(cls, text: str) -> str:
        name = text.strip().removeprefix("Model:")
        if "/" not in name or "*" in name[:-1]:
            raise ValueError(
                f"{text!r} is no model. Write its id, such as anthropic/claude-4.5-sonnet, or openai/gpt-5*"
            )
        return name

    @field_validator("currency")
    @classmethod
    def _code(cls, code: str) -> str:
        if not CURRENCY.match(code):
            raise ValueError(f"{code!r} is not an ISO 4217 currency code such as USD")
        return code

    @model_validator(mode="after")
    def _whole(self) -> PriceSetting:
        if all(getattr(self, name) is None for name in UNITS):
            raise ValueError(f"there is no price in it. Give one of {', '.join(UNITS)}")
        if self.first_day is not None and self.last_day is not None and self.first_day > self.last_day:
            raise ValueError(f"from {self.first_day} is after to {self.last_day}. Swap them")
        return self

    def price(self) -> OwnPrice:
        """The price, in nano-units per million tokens and per 1,000 requests."""
        amounts = {name: amount for name in UNITS if (amount := getattr(self, name)) is not None}
        first, last = (None if day is None else read_day(day.isoformat()) for day in (self.first_day, self.last_day))
        return OwnPrice(
            self.model, self.currency, {name: read_amount(amount)[0] for name, amount in amounts.items()}, first, last
        )


def check_budgets(settings: Sequence[BudgetSetting]) -> None:
    """Raise ValueError where one key has two budgets for the same months."""
    seen = dict[tuple[str, str, str | None], int]()
    for at, setting in enumerate(settings):
        earlier = seen.setdefault((setting.by, setting.key.strip(), setting.month), at)
        if earlier != at:
            raise ValueError(
                f"budgets.{earlier} and budgets.{at} are both of the {setting.by} {setting.key.strip()!r} "
                f"{'in ' + setting.month if setting.month else 'in every month'}. Leave one of them out"
            )


def check_prices(settings: Sequence[PriceSetting]) -> None:
    """Raise ValueError where two prices of one model hold on the same day."""
    prices = list(enumerate(setting.price() for setting in settings))
    for (at, price), (other, later) in combinations(prices, 2):
        if price.model.casefold() == later.model.casefold() and (
            price.days[0] <= later.days[1] and later.days[0] <= price.days[1]
        ):
            raise ValueError(
                f"prices.{at} and prices.{other} both hold for {price.model} on the same days. Let the one end, with `to`, "
                "on the day before the other begins"
            )

"""Cursor usage: one event per agent run, by whom, with which model, and its cost."""

from __future__ import annotations

import functools
import random
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from examples.world.calendar import DAYS, epoch_ms, pulse
from examples.world.people import DOMAIN, PEOPLE, Person
from examples.world.spend import AGENT, cost_of, heavy, poisson, tokens_of

# Billing cycles begin on the 23rd; each seat includes twenty dollars of usage.
CYCLES = (date(2026, 8, 23), date(2026, 9, 23), date(2026, 10, 23))
CYCLE_START = CYCLES[-1]
INCLUDED_CENTS = 2000

SERVICE, SERVICE_NAME, SERVICE_EMAIL = "sa_7c10e4", "Nightly Upgrade Agent", f"upgrade-agent@{DOMAIN}"
# Runs in a workshop room under an address that no directory knows and no seat has.
STRAY_EMAIL = f"workshop-kiosk@{DOMAIN}"
GUEST_EMAIL, GUEST_CAME = "kit@moonjar.example", date(2026, 9, 21)
# After Dana left, her key goes on writing the changelog every working morning; Pavel himself goes on working.
DANA, DANAS_KEY_RUNS_FROM = "dana.ito", date(2026, 8, 24)
PAVEL = "pavel.novotny"

_MODELS = {
    "claude-4.5-sonnet": 44,
    "default": 22,
    "claude-4.5-opus": 9,
    "gpt-5": 14,
    "composer-1": 8,
    "gemini-2.5-pro": 3,
}


@dataclass(frozen=True, slots=True)
class Event:
    """One usage event; `cents` is what it is worth, `tokens` None for a call that is not counted in tokens."""

    day: date
    timestamp: int
    email: str
    model: str
    kind: str
    chargeable: bool
    cents: float
    tokens: dict[str, int] | None
    total_cents: float
    fee: float
    headless: bool
    conversation: str
    service: str | None = None

    def body(self) -> dict[str, Any]:
        """As /teams/filtered-usage-events answers it."""
        rows: dict[str, Any] = {
            "timestamp": str(self.timestamp),
            "userEmail": self.email,
            "conversationId": self.conversation,
            "model": self.model,
            "kind": self.kind,
            "maxMode": self.total_cents > 300,
            "requestsCosts": round(self.cents / 4, 1),
            "isTokenBasedCall": self.tokens is not None,
            "isChargeable": self.chargeable,
            "isHeadless": self.headless,
        }
        if self.service is not None:
            rows |= {"serviceAccountId": self.service, "serviceAccountName": SERVICE_NAME}
        if self.tokens is not None:
            rows["tokenUsage"] = {
                "inputTokens": self.tokens.get("uncached_input", 0),
                "outputTokens": self.tokens.get("output", 0),
                "cacheWriteTokens": self.tokens.get("cache_write_5m", 0) + self.tokens.get("cache_write_1h", 0),
                "cacheReadTokens": self.tokens.get("cache_read", 0),
                "totalCents": self.total_cents,
            }
            rows["cursorTokenFee"] = self.fee
        return rows | {"chargedCents": self.cents}


@functools.cache
def events() -> list[Event]:
    """Every event of the window, in order of time. Deterministic; a few thousand."""
    rng = random.Random("larkspur cursor")
    included: dict[tuple[str, date], float] = {}
    rows: list[Event] = []
    for day in DAYS:
        cycle = max(start for start in CYCLES if start <= day)
        for person in PEOPLE:
            for _ in range(_how_many(rng, person, day)):
                rows.append(_event(rng, day, person.email, included, cycle))
        if day.weekday() < 5 and day >= DANAS_KEY_RUNS_FROM:
            rows.append(_robot(rng, day, f"{DANA}@{DOMAIN}", None, 0.9))
        rows.append(_robot(rng, day, SERVICE_EMAIL, SERVICE, 3.1))
        for email, rate in ((GUEST_EMAIL, 0.9 if day >= GUEST_CAME else 0), (STRAY_EMAIL, 0.12)):
            for _ in range(poisson(rng, rate * pulse(day)) if rate else 0):
                rows.append(_event(rng, day, email, included, cycle))
    return sorted(rows, key=lambda event: (event.timestamp, event.email))


def _how_many(rng: random.Random, person: Person, day: date) -> int:
    here = person.works(day) or (person.login == PAVEL and day >= person.hired)
    return poisson(rng, 0.22 * person.cursor * pulse(day)) if person.cursor and here else 0


def _event(rng: random.Random, day: date, email: str, included: dict[tuple[str, date], float], cycle: date) -> Event:
    """A run by hand: within what the seat includes first, then charged; now and then it fails and costs nothing."""
    model = rng.choices(list(_MODELS), list(_MODELS.values()))[0]
    second = min(86_000.0, max(18_000.0, rng.gauss(49_000, 11_000)))
    if rng.random() < 0.015:
        return _made(rng, (day, second), email, model, 0.0, kind="Errored, Not Charged", chargeable=False)
    event = _made(rng, (day, second), email, model, heavy(rng, 1.9, 0.95))
    used = included.get((email, cycle), 0.0)
    if used >= INCLUDED_CENTS or email == STRAY_EMAIL:
        return event
    included[email, cycle] = used + event.cents
    values = {name: getattr(event, name) for name in Event.__slots__} | {
        "kind": "Included in Business",
        "chargeable": False,
    }
    return Event(**values)


def _robot(rng: random.Random, day: date, email: str, service: str | None, dollars: float) -> Event:
    second = (3 if service else 5) * 3600 + rng.uniform(60, 900)
    cost = heavy(rng, dollars, 0.3)
    return _made(rng, (day, second), email, "claude-4.5-sonnet", cost, headless=True, service=service)


def _made(
    rng: random.Random, when: tuple[date, float], email: str, model: str, dollars: float, **changes: Any
) -> Event:
    """An event at a second of a day; `said` overrides what holds for most."""
    day, second = when
    usual: dict[str, Any] = {"kind": "Usage-based", "chargeable": True, "headless": False}
    tokens = tokens_of(rng, model, dollars, AGENT) if dollars else None
    total = float(cost_of(model, tokens) * 100) if tokens else 0.0
    count = sum(tokens.values()) if tokens else 0
    fee = float((Decimal(count) * Decimal("0.000025")).quantize(Decimal("0.0001")))  # 25 cents per million tokens
    return Event(
        day=day,
        timestamp=epoch_ms(day, second) + rng.randrange(1000),
        email=email,
        model=model,
        cents=round(total + fee, 4),
        tokens=tokens,
        total_cents=total,
        fee=fee,
        conversation=_uuid(rng),
        **usual | changes,
    )


def _uuid(rng: random.Random) -> str:
    digits = f"{rng.getrandbits(128):032x}"
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-8{digits[17:20]}-{digits[20:]}"

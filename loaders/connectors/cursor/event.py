"""This file knows usage events: what one says, and how many become one usage row of a day."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from graph.claims import Node, Usage
from graph.ontology import TOKEN_COUNTERS
from loaders.connectors.cursor.field import Entry
from loaders.connectors.cursor.member import Directory, account_id
from loaders.connectors.cursor.model import model_id
from loaders.connectors.cursor.window import DAY_MS

# The four counters of a tokenUsage object; they are disjoint already.
_COUNTERS = {
    "inputTokens": "uncached_input",
    "cacheReadTokens": "cache_read",
    "cacheWriteTokens": "cache_write",
    "outputTokens": "output",
}
# What ran without a person at the keyboard; an automation starts cloud agents, so it goes first.
_VIA = {"automationId": "automation", "cloudAgentId": "cloud_agent"}
_PLACES = tuple(TOKEN_COUNTERS.index(name) for name in _COUNTERS.values())


class Event(NamedTuple):
    """One usage event. It has no id of its own: two that are equal in everything are two events."""

    at_ms: int
    email: str | None
    service: str | None
    service_name: str | None
    model: str | None
    kind: str | None
    chargeable: bool
    tokens: tuple[int, ...]
    cost_nano: int | None
    rounded: bool
    conversation: str | None
    via: str | None


class Slot(NamedTuple):
    """What the events of one usage row have in common."""

    day: int
    email: str | None
    service: str | None
    model: str | None
    chargeable: bool
    billed: bool
    via: str | None


class Tally:
    """The sum of the events of one slot; counts stay whole numbers, so their order does not matter."""

    __slots__ = ("cost_nano", "kinds", "requests", "rounded", "tokens")

    def __init__(self) -> None:
        self.requests, self.cost_nano, self.rounded = 0, 0, False
        self.tokens = [0] * len(_COUNTERS)
        self.kinds: set[str] = set()

    def add(self, event: Event, times: int) -> None:
        self.requests += times
        self.cost_nano += (event.cost_nano or 0) * times
        self.rounded |= event.rounded
        for place, count in enumerate(event.tokens):
            self.tokens[place] += count * times
        if event.kind is not None:
            self.kinds.add(event.kind)


class Ledger:
    """Events of any number, summed by slot: a million events are some thousand rows."""

    def __init__(self) -> None:
        self.tallies: dict[Slot, Tally] = {}
        self.names: dict[str, tuple[int, str]] = {}

    def add(self, events: Iterable[tuple[Event, int]]) -> None:
        for event, times in events:
            who = None if event.service is not None else event.email
            billed = event.cost_nano is not None
            slot = Slot(event.at_ms // DAY_MS, who, event.service, event.model, event.chargeable, billed, event.via)
            self.tallies.setdefault(slot, Tally()).add(event, times)
            if event.service is not None and event.service_name is not None:
                newest = (event.at_ms, event.service_name)
                self.names[event.service] = max(self.names.get(event.service, newest), newest)

    def absorb(self, other: Ledger) -> None:
        """Take over the sums of other days."""
        self.tallies.update(other.tallies)
        for service, newest in other.names.items():
            self.names[service] = max(self.names.get(service, newest), newest)

    def unpriced(self) -> int:
        """How many chargeable events say no cost."""
        return sum(tally.requests for slot, tally in self.tallies.items() if slot.chargeable and not slot.billed)

    def models(self) -> set[str | None]:
        return {slot.model for slot in self.tallies}

    def usage(self, directory: Directory, application: str) -> Iterator[Usage]:
        """One row per principal, model, day, chargeable or not, with or without a cost."""
        for slot, tally in self.tallies.items():
            tokens = [0] * len(TOKEN_COUNTERS)
            for place, count in zip(_PLACES, tally.tokens, strict=True):
                tokens[place] = count
            yield Usage(
                principal=_principal(slot, directory),
                resource=model_id(slot.model),
                application=application,
                day=slot.day,
                requests=tally.requests,
                tokens=tuple(tokens),
                chargeable=slot.chargeable,
                cost_nano=tally.cost_nano if slot.billed else None,
                currency="USD" if slot.billed else None,
                basis="billed" if slot.billed else None,
                rounded=tally.rounded,
                detail=_detail(slot, tally),
            )


def service_accounts(names: dict[str, tuple[int, str]]) -> Iterator[Node]:
    """The service accounts that events name, under their newest name."""
    for service, (_, name) in sorted(names.items()):
        yield Node(id=account_id(service, None), name=name, props={"role": "service account"})


def read_event(entry: Entry, span_ms: tuple[int, int] | None) -> Event:
    """One element of usageEvents. Raises RecordError for a wrong type, and for a time outside the asked window."""
    at_ms = entry.non_negative_int("timestamp")
    if at_ms is None:
        entry.refuse("timestamp", "an event needs a time")
    if span_ms is not None and not span_ms[0] <= at_ms <= span_ms[1]:
        entry.refuse("timestamp", "it lies outside the period of the page")
    used = entry.child("tokenUsage")
    cost = entry.cents("chargedCents")
    chargeable = entry.flag("isChargeable")
    return Event(
        at_ms=at_ms,
        email=entry.email("userEmail"),
        service=entry.identifier("serviceAccountId"),
        service_name=entry.text("serviceAccountName"),
        model=entry.text("model"),
        kind=entry.text("kind") or entry.text("kindLabel"),
        # Older copies tell only of reviews that cost nothing.
        chargeable=chargeable is not False and not (chargeable is None and entry.flag("isFreeBugbot")),
        tokens=tuple(used.non_negative_int(name) or 0 for name in _COUNTERS) if used is not None else (),
        cost_nano=None if cost is None else cost[0],
        rounded=cost is not None and cost[1],
        conversation=entry.text("conversationId"),
        via=next((word for name, word in _VIA.items() if entry.identifier(name) is not None), None),
    )


def _detail(slot: Slot, tally: Tally) -> str | None:
    told = {"kind": sorted(tally.kinds)} if tally.kinds else {}
    return json.dumps(told | ({"via": slot.via} if slot.via else {}), ensure_ascii=False) if told or slot.via else None


def _principal(slot: Slot, directory: Directory) -> str | None:
    if slot.service is not None:
        return account_id(slot.service, None)
    return None if slot.email is None else directory.account(slot.email)

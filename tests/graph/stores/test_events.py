"""Whose usage events are, once known, stays known: every store against a plain dictionary of events."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.claims import Record, RunHeader, Usage, UsageEvent
from graph.stores.base import Claims, Store
from graph.stores.copy import copy_claims, find_differences
from graph.stores.events import Owner, completed
from graph.stores.memory import MemoryStore
from graph.stores.sqlite import SqliteStore
from loaders.claims.events import event_key, owner_records
from tests.conftest import LAW_STORES

MODEL, CURSOR = "Model:anthropic/claude-4.5-sonnet", "Application:cursor/acme"
ADA, BO = "Account:cursor/ada", "Account:cursor/bo"
USER = '{"raw":{"user":"ada"}}'
DAY = 20_000


class Event(NamedTuple):
    """An event as the world has it; some share their number (time, model and counts) and differ in cost."""

    number: int
    cost: int
    day: int

    @property
    def key(self) -> bytes:
        return event_key(self.number, self.cost)


def reading(events: Mapping[Event, str | None]) -> list[Record]:
    """The records of a connector that read these events: rows of those who are named, the others one by one."""
    rows: dict[tuple[int, str], list[Event]] = defaultdict(list)
    records: list[Record] = []
    for event, who in events.items():
        if who is None:
            records.append(UsageEvent(key=event.key, usage=_row(event.day, None, [event])))
        else:
            rows[event.day, who].append(event)
    for (day, who), same in rows.items():
        row = _row(day, who, same)
        records += [row, *owner_records(row, b"".join(event.key for event in same))]
    return records


def _row(day: int, who: str | None, events: Sequence[Event]) -> Usage:
    return Usage(
        resource=MODEL,
        application=CURSOR,
        principal=who,
        day=day,
        requests=len(events),
        cost_nano=sum(event.cost for event in events),
        currency="USD",
        basis="billed",
    )


def load(store: Store, moment: int, records: Sequence[Record], days: tuple[int, int] | None = None) -> Any:
    run = store.begin(RunHeader(source="cursor:acme", observed_at=moment, usage=days), "events.json")
    store.write(run, records, [0] * len(records))
    store.check(run)
    return store.finish(run)


def spend(claims: Claims) -> dict[tuple[int, str | None], tuple[int, int]]:
    """Requests and cost of each day and principal."""
    usage, ids = claims.usage, [*claims.ids, None]
    sums: dict[tuple[int, str | None], tuple[int, int]] = {}
    for day, principal, requests, cost in zip(
        usage.day.tolist(), usage.principal.tolist(), usage.requests.tolist(), usage.cost.tolist(), strict=True
    ):
        before = sums.get((day, ids[principal]), (0, 0))
        sums[day, ids[principal]] = before[0] + requests, before[1] + cost
    return sums


def known_owners(claims: Claims) -> Counter[tuple[Any, ...]]:
    """What a store remembers of events, free of its own numbers and order."""
    events, ids, texts = claims.events, [*claims.ids, None], [*claims.texts, None]
    assert events is not None
    return Counter(
        (day, event, variant, ids[by], ids[workspace], texts[detail], held)
        for day, event, variant, by, workspace, detail, held in zip(
            events.day.tolist(),
            events.event.tolist(),
            events.variant.tolist(),
            events.principal.tolist(),
            events.workspace.tolist(),
            events.detail.tolist(),
            events.held.tolist(),
            strict=True,
        )
    )


def test_an_event_that_a_later_reading_gives_nobody_stays_its_owners(store: Store) -> None:
    five, one = Event(1, 5, DAY), Event(1, 1, DAY)
    load(store, 10, reading({five: ADA, one: BO}))
    before = spend(store.read())
    again = load(store, 20, reading({five: None, one: BO}))
    assert before == spend(store.read()) == {(DAY, ADA): (1, 5), (DAY, BO): (1, 1)}
    assert not again.changed
    # One that names somebody else is newer knowledge.
    load(store, 30, reading({five: BO, one: None}))
    load(store, 40, reading({five: None, one: None}))
    assert spend(store.read()) == {(DAY, BO): (2, 6)}


def test_an_event_whose_cost_was_corrected_is_still_the_same_event(store: Store) -> None:
    load(store, 10, reading({Event(1, 5, DAY): ADA, Event(1, 1, DAY): BO}))
    load(store, 20, reading({Event(1, 7, DAY): None, Event(1, 1, DAY): BO}))
    assert spend(store.read()) == {(DAY, ADA): (1, 7), (DAY, BO): (1, 1)}
    load(store, 30, reading({Event(1, 7, DAY): None, Event(1, 1, DAY): None}))
    assert spend(store.read()) == {(DAY, ADA): (1, 7), (DAY, BO): (1, 1)}


def test_an_event_keeps_the_team_and_the_user_that_a_later_reading_leaves_out(store: Store) -> None:
    key, team, user = "Credential:litellm/k", "Group:litellm/t", '{"raw":{"user":"ada"}}'

    def event(**owner: str | None) -> UsageEvent:
        return UsageEvent(key=event_key("req-1"), usage=Usage(resource=MODEL, day=DAY, requests=1, **owner))

    load(store, 10, [event(principal=key, workspace=team, detail=user)])
    load(store, 20, [event(principal=key)])
    load(store, 30, [event()])
    claims = store.read()
    assert claims.ids[claims.usage.principal[0]] == key
    assert claims.ids[claims.usage.workspace[0]] == team
    assert claims.texts[claims.usage.detail[0]] == user
    # Another key is another owner, of whom the first one's team says nothing.
    load(store, 40, [event(principal="Credential:litellm/other")])
    claims = store.read()
    assert claims.ids[claims.usage.principal[0]] == "Credential:litellm/other"
    assert claims.usage.workspace[0] == -1


def test_the_owners_of_a_held_day_wait_with_its_rows(store: Store) -> None:
    people = [f"Account:cursor/{number}" for number in range(60)]
    events = [Event(number, 10, DAY) for number in range(60)]
    load(store, 10, reading(dict(zip(events, people, strict=True))), (DAY, DAY))
    # Half of the day is gone, and what is left is somebody else's.
    shrunk = reading(dict.fromkeys(events[:30], ADA))
    assert load(store, 20, shrunk, (DAY, DAY)).state == "HELD"
    assert sum(spend(store.read()).values(), ()) == (1, 10) * 60
    assert sum(owner[6] for owner in known_owners(store.read(with_events=True))) == 30
    # A later reading of all, that names nobody, knows what was accepted: the first owners.
    load(store, 30, reading(dict.fromkeys(events)), (DAY, DAY))
    assert spend(store.read()) == {(DAY, who): (1, 10) for who in people}
    assert load(store, 40, shrunk, (DAY, DAY)).state == "HELD"
    store.accept_run("cursor:acme")
    load(store, 50, reading(dict.fromkeys(events[:30])), (DAY, DAY))
    assert spend(store.read()) == {(DAY, ADA): (30, 300)}


def test_what_is_known_of_events_goes_with_its_source(store: Store) -> None:
    event = Event(1, 5, DAY)
    load(store, 10, reading({event: ADA}))
    store.remove_source("cursor:acme")
    load(store, 20, reading({event: None}))
    assert spend(store.read()) == {(DAY, None): (1, 5)}


def test_a_copy_knows_whose_the_events_are(store: Store) -> None:
    event, other = Event(1, 5, DAY), Event(2, 1, DAY + 1)
    load(store, 10, reading({event: ADA, other: BO}))
    # The other's day is read again without it: what was known of it stays, too.
    load(store, 20, reading({event: ADA}), (DAY, DAY + 1))
    target = MemoryStore()
    origin = store.read(with_events=True)
    copy = copy_claims(origin, store.identity(), target)
    landed = target.read(with_events=True)
    assert not find_differences(copy, landed)
    assert known_owners(landed) == known_owners(origin)
    load(target, 30, reading({event: None, other: None}))
    assert spend(target.read()) == {(DAY, ADA): (1, 5), (DAY + 1, BO): (1, 1)}


def test_a_file_of_the_first_schema_is_upgraded(tmp_path: Path) -> None:
    path = tmp_path / "remit.db"
    SqliteStore(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("DROP TABLE event; DROP TABLE held_event; PRAGMA user_version = 1")
    store = SqliteStore(path)
    load(store, 10, reading({Event(1, 5, DAY): ADA}))
    load(store, 20, reading({Event(1, 5, DAY): None}))
    assert spend(store.read()) == {(DAY, ADA): (1, 5)}
    store.close()


def test_no_answer_reads_the_events() -> None:
    assert MemoryStore().read().events is None


def test_a_row_takes_only_what_it_leaves_open() -> None:
    known = Owner(ADA, "Group:x/t", '{"raw":{"cache_hit":true,"user":"ada"}}')
    assert completed(Owner(None, None, None), known) == known
    assert completed(Owner(ADA, None, '{"raw":{"cache_hit":true}}'), known) == known
    assert completed(Owner(ADA, "Group:x/u", '{"raw":{"user":"bo"}}'), known) == Owner(
        ADA, "Group:x/u", '{"raw":{"user":"bo"}}'
    )
    assert completed(Owner(BO, None, None), known) == Owner(BO, None, None)


PEOPLE = st.sampled_from((None, None, ADA, BO, "Account:cursor/cy"))
# Events of one time, model and counts are read together: alone, one of another cost is the one whose cost was corrected.
NUMBERS = st.sampled_from(
    [[Event(number, cost, DAY + number % 2) for cost in range(1, number + 2)] for number in range(4)]
)
READINGS = st.lists(NUMBERS, max_size=4, unique_by=len).flatmap(
    lambda groups: st.fixed_dictionaries({event: PEOPLE for group in groups for event in group})
)


@pytest.mark.parametrize("store_url", LAW_STORES, indirect=True)
def test_each_event_is_whoevers_it_was_last_said_to_be(store: Store, store_url: str) -> None:
    @settings(
        max_examples=8 if "://127.0.0.1" in store_url else 80, deadline=None, suppress_health_check=list(HealthCheck)
    )
    @given(history=st.lists(READINGS, min_size=1, max_size=6))
    def law(history: list[dict[Event, str | None]]) -> None:
        owners: dict[Event, str] = {}
        days: dict[int, list[Event]] = {}
        try:
            for step, events in enumerate(history):
                records = reading(events)
                load(store, 10 + step, records)
                owners |= {event: who for event, who in events.items() if who is not None}
                days |= {
                    day: [event for event in events if event.day == day] for day in {event.day for event in events}
                }
                requests, cost = Counter[tuple[int, str | None]](), Counter[tuple[int, str | None]]()
                for event in [event for listed in days.values() for event in listed]:
                    requests[event.day, owners.get(event)] += 1
                    cost[event.day, owners.get(event)] += event.cost
                assert spend(store.read()) == {key: (count, cost[key]) for key, count in requests.items()}
                assert not load(store, 10 + step, records).changed
        finally:
            for state in store.sources():
                store.remove_source(state.source)

    law()


OWNERS = st.tuples(
    st.sampled_from((None, ADA, BO)), st.sampled_from((None, "Group:cursor/t")), st.sampled_from((None, USER))
)
ANY_EVENTS = st.lists(st.tuples(st.booleans(), st.integers(0, 1), st.integers(1, 3), OWNERS), max_size=8)


@pytest.mark.parametrize("store_url", LAW_STORES, indirect=True)
def test_every_store_knows_of_events_what_the_reference_knows(store: Store, store_url: str) -> None:
    def records(events: list[tuple[bool, int, int, Any]]) -> list[Record]:
        listed: list[Record] = []
        for is_named, number, cost, (principal, workspace, detail) in events:
            row = msgspec.structs.replace(
                _row(DAY, principal, [Event(number, cost, DAY)]), workspace=workspace, detail=detail
            )
            key = event_key(number, cost)
            listed += [row, *owner_records(row, key)] if is_named else [UsageEvent(key=key, usage=row)]
        return listed

    @settings(
        max_examples=10 if "://127.0.0.1" in store_url else 100, deadline=None, suppress_health_check=list(HealthCheck)
    )
    @given(history=st.lists(ANY_EVENTS, min_size=1, max_size=4), data=st.data())
    def law(history: list[list[tuple[bool, int, int, Any]]], data: st.DataObject) -> None:
        reference = MemoryStore()
        try:
            for step, events in enumerate(history):
                lines = records(events)
                expected = load(reference, 10 + step, lines)
                outcome = load(store, 10 + step, data.draw(st.permutations(lines)))
                assert (outcome.changed, outcome.added, outcome.retired) == (
                    expected.changed,
                    expected.added,
                    expected.retired,
                )
                assert spend(store.read()) == spend(reference.read())
                assert known_owners(store.read(with_events=True)) == known_owners(reference.read(with_events=True))
        finally:
            for state in store.sources():
                store.remove_source(state.source)

    law()

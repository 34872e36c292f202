"""A copy is the whole store: between any two kinds it has the same content and digest, and goes on as its origin does."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.claims import Charge, Decision, Edge, Node, Record, RunHeader, Tombstone, Usage
from graph.errors import InputError, LeaseHeld
from graph.ontology import Permission
from graph.reason import Reason
from graph.snapshot import snapshot_of
from graph.stores.base import Outcome, Store
from graph.stores.copy import COPIED, EQUAL, REPLACED, CopyResult, copy_claims, find_differences
from graph.stores.memory import MemoryStore
from graph.stores.open import open_store
from tests.conftest import STORES
from tests.graph.stores.test_contract import consistent, content, load, runs

# A Neo4j server of these tests has one database: no pair of it.
PAIRS = [(one, other) for one in STORES for other in STORES if one != other or not one.startswith("neo4j")]

OPEN = ("Identity", "Account", "CAN_ACCESS")
HOSTILE = [
    "a:b/c",
    'O\'Brien "x" `y` \\z',
    "ü🦊\u200d\u2028\u0085\x1f",
    "${jndi:x}; DROP TABLE id; --",
    "MATCH (n) DETACH DELETE n",
    "🦊" * 1020,
    " leading",
    "trailing\n",
    "e\u0301",
    "\u00e9",
]


@pytest.fixture
def open_kind(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[str, str], Store]]:
    """Opens a new, empty store of a kind; all are closed in the end."""
    opened: list[Store] = []

    def open_one(kind: str, name: str) -> Store:
        family, _, edition = kind.partition("-")
        if family == "neo4j":
            url: str = request.getfixturevalue("neo4j_servers").empty(edition)
        else:
            url = f"memory:{tmp_path}/{name}" if family == "memory" else f"sqlite:///{tmp_path}/{name}.db"
        opened.append(open_store(url))
        return opened[-1]

    yield open_one
    for store in opened:
        store.close()


@pytest.fixture(params=PAIRS, ids=lambda pair: f"{pair[0]}-to-{pair[1]}")
def pair(request: pytest.FixtureRequest, open_kind: Callable[[str, str], Store]) -> tuple[Store, Store]:
    """Two new, empty stores."""
    return open_kind(request.param[0], "origin"), open_kind(request.param[1], "target")


def copy(origin: Store, target: Store) -> CopyResult:
    """Copy, and check that the target is the same afterwards by every measure there is."""
    done = copy_claims(origin.read(), origin.identity(), target)
    assert find_differences(done, target.read()) == []
    assert content(target.read()) == content(origin.read())
    assert target.counts() == origin.counts()
    assert snapshot_of(target, 2).digest == snapshot_of(origin, 1).digest
    return done


def people(*numbers: int, **more: Any) -> list[Record]:
    return [Node(id=f"Identity:hr/{n}", name=f"P{n}", props={"status": "active"}, **more) for n in numbers]


def grants(*numbers: int, permission: Permission | None = Permission.WRITE, **more: Any) -> list[Record]:
    return [
        Edge(kind="CAN_ACCESS", source="Group:x/g", target=f"DataSource:x/{n}", permission=permission, **more)
        for n in numbers
    ]


def used(day: int, *accounts: int, cost: int = 7) -> list[Record]:
    return [
        Usage(
            principal=f"Account:x/{n}",
            resource="Model:m/a",
            application="Application:x/y",
            workspace="Group:x/w",
            day=day,
            requests=n,
            tokens=(n, 0, 1, 2, 3, 4, 5),
            cost_nano=cost,
            currency="USD",
            basis="priced",
            priced_on=3,
            chargeable=n % 2 == 0,
            detail='{"raw":{"n":"ü"}}',
        )
        for n in accounts
    ]


def head(source: str, moment: int, complete: tuple[str, ...] = OPEN, **more: Any) -> RunHeader:
    return RunHeader(source=source, observed_at=moment, complete=complete, **more)


def tell_a_history(store: Store) -> None:
    """Sources in every state, with claims that ended, came back, changed, and wait for a person."""
    told: dict[str, Any] = {
        "usage": (1, 9),
        "charges": (0, 30),
        "aliases": {"postgres/db:5432": "postgres/prod"},
        "max_age_s": 60,
    }
    crowd = people(*range(60))
    bill = Charge(
        application="Application:x/y",
        first_day=1,
        last_day=9,
        category="seat",
        cost_nano=-5,
        currency="EUR",
        description="twice",
    )
    dated = [
        Edge(kind="HAS_ACCOUNT", source="Identity:hr/1", target="Account:x/1", since=50, alias="key", evidence="e")
    ]
    first: list[Record] = [*crowd, *grants(*range(40)), *dated, bill, bill]
    usage = [*used(1, *range(30)), *used(2, *range(30)), *used(3, 1)]
    load(store, head("hr:a", 100, **told), [*first, *usage], checkpoint='{"page": 3}')
    # 59 goes and comes back, 3 changes, a grant is lowered and raised again, one ends by its own date.
    load(store, head("hr:a", 200, **told), [*first[:59], *first[60:], *grants(41, until=250), *usage])
    changed: list[Record] = [Node(id="Identity:hr/3", name="Other", props={"status": "suspended"}, since=20)]
    load(store, head("hr:a", 300, **told), [*crowd[:3], *changed, *crowd[4:], *grants(*range(41)), *dated, *usage])
    # Held: people and grants that would go, a day that shrinks, a day that would be empty.
    held = load(
        store, head("hr:a", 400, **told), [*people(1, 2, 99), *grants(1, 200), *used(1, 1, cost=1), *used(3, 1)]
    )
    assert held.state == "HELD"
    assert set(held.held) == {"Identity", "CAN_ACCESS", "usage_days"}
    load(store, head("mcp:b", 100, ("McpServer",)), [Node(id="McpServer:mcp/x", props={"transport": "stdio"})])
    load(
        store,
        head("mcp:b", 150, ("McpServer",)),
        [Node(id="McpServer:mcp/y", props={"size": 2**53 + 1, "share": 0.1, "tags": ["ü", ""]}, first_seen=7)],
        complete=(),
        reasons=[Reason("TIMEOUT", "page 2")],
    )
    store.abandon(store.begin(head("mcp:failed", 170)), Reason("HTTP_401", "the key is refused"))
    load(store, head("mcp:empty", 180, ()), [])
    load(store, head("hr:gone", 190), people(1, 2))
    load(store, head("hr:gone", 195), [*people(2), Tombstone(id="Account:x/9")])
    store.decide(Decision(kind="link", ids=("Identity:hr/1", "Identity:hr/2"), by="sam@x.example", at=5, why="ü"))
    store.decide(Decision(kind="approval", ids=("McpServer:mcp/y",), by="sam@x.example", at=6, value="approved"))


def test_a_copy_holds_what_its_origin_holds_and_goes_on_as_it_does(pair: tuple[Store, Store]) -> None:
    origin, target = pair
    tell_a_history(origin)
    done = copy(origin, target)
    assert [(one.source, one.how) for one in done.sources] == [
        (source, COPIED) for source in ("hr:a", "hr:gone", "mcp:b", "mcp:empty", "mcp:failed")
    ]
    assert (done.generation, done.new_decisions) == (origin.generation(), 2)
    assert list(target.sources()) == list(origin.sources())
    assert not any(one.lost_held for one in done.sources)
    accepted, same = origin.accept_run("hr:a"), target.accept_run("hr:a")
    assert accepted.retired["Identity"] > 20
    assert (same.retired, same.added, same.state) == (accepted.retired, accepted.added, accepted.state)
    assert content(target.read()) == content(origin.read())
    assert snapshot_of(target, 2).digest == snapshot_of(origin, 1).digest


def test_copying_again_writes_nothing(pair: tuple[Store, Store]) -> None:
    origin, target = pair
    tell_a_history(origin)
    copy(origin, target)
    generation, told = target.generation(), len(target.runs())
    again = copy(origin, target)
    assert {one.how for one in again.sources} == {EQUAL}
    assert not again.changed
    assert (target.generation(), len(target.runs())) == (generation, told)


def test_hostile_text_arrives_as_it_was(pair: tuple[Store, Store]) -> None:
    origin, target = pair
    records: list[Record] = []
    for text in HOSTILE:
        records += [
            Node(id=f"Identity:hr/{text}", name=text, props={"department": text, text[:40]: [text]}),
            Edge(
                kind="HAS_ACCOUNT", source=f"Identity:hr/{text}", target=f"Account:x/{text}", evidence=text, alias=text
            ),
            Usage(principal=f"Account:x/{text}", resource=f"Model:m/{text}", day=1, requests=1, detail=text),
        ]
    load(origin, RunHeader(source="hr:ü'\"\\`:", observed_at=1, aliases={"a/'": 'b/"'}), records, checkpoint=HOSTILE[2])
    load(origin, RunHeader(source="hr:🦊", observed_at=2), [], reasons=[Reason("X", text) for text in HOSTILE])
    origin.decide(Decision(kind="link", ids=("Identity:hr/a:b/c", "Identity:hr/ü"), by="\"'", at=1, why=HOSTILE[2]))
    copy(origin, target)
    assert {state.checkpoint for state in target.sources()} == {HOSTILE[2], None}


def test_numbers_of_any_size_arrive_as_they_were(pair: tuple[Store, Store]) -> None:
    origin, target = pair
    numbers = [10**30, -(2**63) - 1, 2**64, -(2**63), 1e300, 5e-324, 0.1, -0.0, 1.0]
    load(origin, head("hr:a", 1), [Node(id=f"Identity:hr/{n!r}", props={"size": n}) for n in numbers])
    copy(origin, target)


def test_what_a_copy_is_of_stands_in_the_history_of_runs(pair: tuple[Store, Store]) -> None:
    origin, target = pair
    load(origin, head("hr:a", 100), people(1))
    load(origin, head("hr:a", 200), people(2))
    done = copy(origin, target)
    run = target.runs()[0]
    assert (run.source, run.observed_at, run.state, run.reasons[0].code) == ("hr:a", 200, "COMPLETE", "COPIED")
    assert run.reasons[0].detail.startswith(f"generation {done.generation} of store {origin.identity()}")
    assert target.sources()[0].reasons == ()


def test_a_later_copy_brings_the_sources_that_changed(pair: tuple[Store, Store]) -> None:
    origin, target = pair
    load(origin, head("hr:a", 100), people(1))
    load(origin, head("hr:b", 100), people(2))
    copy(origin, target)
    load(origin, head("hr:a", 200), people(3))
    assert [one.how for one in copy(origin, target).sources] == [REPLACED, EQUAL]


def test_a_source_that_was_written_in_the_target_is_never_replaced(pair: tuple[Store, Store]) -> None:
    origin, target = pair
    load(origin, head("hr:a", 100), people(1))
    load(origin, head("hr:b", 100), people(2))
    copy(origin, target)
    load(target, head("hr:a", 150), people(1, 9))
    load(origin, head("hr:a", 200), people(3))
    load(origin, head("hr:c", 200), people(4))
    before, generation = content(target.read()), target.generation()
    with pytest.raises(InputError, match=r"other content: hr:a\. Nothing was written"):
        copy_claims(origin.read(), origin.identity(), target)
    assert (content(target.read()), target.generation()) == (before, generation)


def test_what_the_target_has_alone_is_refused_before_anything_is_written(pair: tuple[Store, Store]) -> None:
    origin, target = pair
    load(origin, head("hr:a", 100), people(1))
    load(target, head("hr:other", 100), people(1))
    with pytest.raises(InputError, match=r"hr:other.*remit source remove"):
        copy_claims(origin.read(), origin.identity(), target)
    assert [state.source for state in target.sources()] == ["hr:other"]
    target.remove_source("hr:other")
    target.decide(Decision(kind="link", ids=("Identity:a/1", "Identity:b/1"), by="sam", at=5))
    with pytest.raises(InputError, match="decisions that the origin does not"):
        copy_claims(origin.read(), origin.identity(), target)
    assert target.sources() == []


def test_a_source_that_somebody_writes_stops_the_copy_and_the_rest_follows_later(tmp_path: Path) -> None:
    origin, url = MemoryStore(), f"sqlite:///{tmp_path}/remit.db"
    for source in ("hr:a", "hr:b", "hr:c"):
        load(origin, head(source, 100), people(1, 2))
    target, other = open_store(url), open_store(url)
    run = other.begin(head("hr:b", 50))
    with pytest.raises(LeaseHeld):
        copy_claims(origin.read(), origin.identity(), target)
    other.abandon(run)
    assert [state.source for state in target.sources()] == ["hr:a"]
    assert [one.how for one in copy(origin, target).sources] == [EQUAL, COPIED, COPIED]
    target.close()
    other.close()


def test_a_copy_cut_off_at_any_call_leaves_whole_sources_and_goes_on() -> None:
    class Cut(MemoryStore):
        left = 0

        def write(self, *said: Any) -> None:
            self._count()
            super().write(*said)

        def finish(self, *said: Any, **more: Any) -> Outcome:
            self._count()
            return super().finish(*said, **more)

        def remove_source(self, source: str) -> Any:
            self._count()
            return super().remove_source(source)

        def _count(self) -> None:
            self.left -= 1
            if self.left < 0:
                raise KeyboardInterrupt

    origin = MemoryStore()
    tell_a_history(origin)
    old = origin.read()
    load(origin, head("hr:gone", 500), people(5))
    load(origin, head("mcp:b", 500, ("McpServer",)), [Node(id="McpServer:mcp/z")])
    calls = 0
    while True:
        target = Cut()
        target.left = 10**6
        copy_claims(old, origin.identity(), target)
        target.left = calls
        try:
            copy_claims(origin.read(), origin.identity(), target)
            break
        except KeyboardInterrupt:
            pass
        target.left = 10**6
        sources = {state.source for state in target.sources()}
        assert sources <= {state.source for state in origin.sources()}
        copy(origin, target)
        calls += 1
    assert calls > 4


def test_a_version_that_a_source_dates_back_is_overwritten_within_its_run_in_the_copy_too(
    pair: tuple[Store, Store],
) -> None:
    origin, target = pair
    load(origin, head("hr:a", 100), people(1, first_seen=40, since=30))
    copy(origin, target)
    for store in pair:
        load(store, head("hr:a", 100), [Node(id="Identity:hr/1", name="New", first_seen=40, since=30)])
    assert content(target.read()) == content(origin.read())


def test_what_did_not_arrive_is_told_by_source() -> None:
    origin, target = MemoryStore(), MemoryStore()
    load(origin, head("hr:a", 100), [*people(1, 2), *grants(1)])
    load(origin, head("hr:b", 100), people(1))
    done = copy(origin, target)
    load(target, head("hr:a", 200), [*people(1, 3), *grants(1, permission=Permission.READ)])
    load(target, head("hr:c", 200), people(1))
    target.remove_source("hr:b")
    target.decide(Decision(kind="link", ids=("Identity:a/1", "Identity:b/1"), by="sam", at=5))
    assert find_differences(done, target.read()) == [
        "hr:a: 3 nodes instead of 2, 2 edges instead of 1, its state differs (scopes, days, freshness, aliases, "
        "checkpoint or what is held)",
        "hr:b is missing",
        "hr:c was not copied",
        "there are 1 decisions instead of 0",
    ]


def outcome(store: Store, header: RunHeader, records: list[Record]) -> tuple[Any, ...]:
    found = load(store, header, records)
    return found.changed, found.state, found.added, found.retired, found.held


def accepted(store: Store) -> Any:
    try:
        found = store.accept_run("hr:test")
    except InputError as error:
        return str(error)
    return found.state, found.retired, found.added


@pytest.mark.parametrize(("one", "other"), [("memory", "sqlite"), ("sqlite", "memory"), ("sqlite", "sqlite")])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(before=runs, after=runs, first_seen=st.sampled_from([None, 5, 15]), accepts=st.booleans())
def test_any_history_goes_on_in_the_copy_as_in_its_origin(
    one: str, other: str, before: Any, after: Any, first_seen: int | None, accepts: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        # A guard that minds a single claim holds many of these small runs.
        for module in ("memory.merge", "sql.merge", "base"):
            patch.setattr(import_module(f"graph.stores.{module}"), "GUARD_COUNT", 0)
        stores = [
            MemoryStore() if kind == "memory" else open_store(f"sqlite:///{folder}/{number}.db")
            for number, kind in enumerate((one, other))
        ]
        moment = 10
        for place, history in enumerate((before, after)):
            for step, complete, usage, charges, staged in history:
                moment += 10 * step
                header = head("hr:test", moment, tuple(sorted(complete)), usage=usage, charges=charges)
                lines = [
                    Node(id=said.id, name=said.name, props=said.props, since=said.since, first_seen=first_seen)
                    if isinstance(said, Node)
                    else said
                    for said in consistent(staged)
                ]
                told = [outcome(store, header, lines) for store in stores[: place + 1]]
                assert told.count(told[0]) == len(told)
                assert len({repr(content(store.read())) for store in stores[: place + 1]}) == 1
            if place == 0:
                copy(*stores)
                if accepts:
                    assert accepted(stores[0]) == accepted(stores[1])
        assert accepted(stores[0]) == accepted(stores[1])
        assert content(stores[0].read()) == content(stores[1].read())
        for store in stores:
            store.close()

"""What `changes` says of single cases: by when a source observed it, which run did it, and what is passing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from graph.claims import Edge, Node, Record, RunHeader, Usage
from graph.errors import InputError
from graph.moment import DAY
from graph.ontology import Permission
from graph.snapshot import Snapshot, snapshot_of
from graph.stores.memory import MemoryStore
from queries import changes
from queries.base import as_json
from tests.oracles.world import Run, put

ADA, BO, KEY, DATA, TEAM = (
    "Identity:hr/ada",
    "Identity:hr/bo",
    "Credential:app/key",
    "DataSource:db/ledger",
    "Group:dir/finance",
)
SCOPES = ("Identity", "Group", "DataSource", "Credential", "MEMBER_OF", "CAN_ACCESS", "HAS_CREDENTIAL")


def grant(who: str, permission: Permission = Permission.READ, **dates: int) -> Edge:
    return Edge(kind="CAN_ACCESS", source=who, target=DATA, permission=permission, **dates)


def member(who: str) -> Edge:
    return Edge(kind="MEMBER_OF", source=who, target=TEAM)


def person(who: str, status: str = "active", **dates: int) -> Node:
    return Node(id=who, props={"type": "human", "status": status}, **dates)


def history(*days: tuple[int, Sequence[Record]], source: str = "dir:x") -> Snapshot:
    """One source, one complete run a day."""
    store = MemoryStore()
    for day, records in days:
        put(store, Run(RunHeader(source=source, observed_at=day * DAY, complete=SCOPES), tuple(records)))
    return snapshot_of(store, 0)


def between(snapshot: Snapshot, start: int, end: int, **asked: object) -> changes.Answer:
    return changes.run(snapshot, changes.Params(start=start * DAY, as_of=end * DAY, **asked))  # type: ignore[arg-type]


def opened(answer: changes.Answer) -> list[tuple[str, str | None, int | None, int | None]]:
    return [
        (row.source, row.permission, row.run, None if row.at is None else row.at // DAY) for row in answer.edges.opened
    ]


def test_a_grant_that_a_later_run_adds_counts_from_that_run_whatever_its_date_says() -> None:
    snapshot = history((10, [grant(ADA)]), (20, [grant(ADA), grant(BO, since=3 * DAY)]))
    assert opened(between(snapshot, 2, 15)) == []
    assert opened(between(snapshot, 15, 25)) == [(BO, "READ", 2, 20)]
    assert [(row.id, row.gained) for row in between(snapshot, 15, 25).reach] == [(BO, 1)]


def test_what_a_first_run_lists_was_there_before_or_opened_on_its_own_date() -> None:
    snapshot = history((10, [grant(ADA), grant(BO, since=3 * DAY)]))
    assert opened(between(snapshot, 5, 25)) == []
    # The date is the source's, the run is the one that listed it first.
    assert opened(between(snapshot, 1, 25)) == [(BO, "READ", 1, 3)]
    assert {note for warning in between(snapshot, 1, 25).freshness for note in warning.notes} == {
        "BEFORE_FIRST_OBSERVATION"
    }


def test_a_person_whom_a_later_run_lists_with_an_old_date_opens_with_that_run() -> None:
    snapshot = history((10, [person(ADA)]), (20, [person(ADA), person(BO, since=3 * DAY), grant(BO)]))
    assert between(snapshot, 5, 15).nodes.opened == ()
    answer = between(snapshot, 15, 25)
    assert set(answer.nodes.opened) == {BO, DATA}
    assert [(row.id, row.run, row.at) for row in answer.nodes.claims] == [(DATA, 2, 20 * DAY), (BO, 2, 20 * DAY)]


def test_another_permission_is_one_edge_opened_one_closed_and_a_change_of_permission() -> None:
    snapshot = history((10, [grant(ADA)]), (20, [grant(ADA, Permission.ADMIN)]), (30, [grant(ADA)]))
    up, down = between(snapshot, 10, 20), between(snapshot, 20, 30)
    for answer, run, ends in ((up, 2, ("READ", "ADMIN")), (down, 3, ("ADMIN", "READ"))):
        [change] = answer.permissions
        assert (change.before, change.after, change.run, change.claimed_by) == (*ends, run, "dir:x")
        assert (len(answer.edges.opened), len(answer.edges.closed)) == (1, 1)
    assert [(row.raised, row.lowered) for row in (*up.reach, *down.reach)] == [(1, 0), (0, 1)]


def test_a_grant_that_came_and_went_is_in_neither_list_and_is_said_all_the_same() -> None:
    snapshot = history((10, []), (20, [grant(ADA, Permission.ADMIN)]), (30, []))
    answer = between(snapshot, 10, 40)
    assert (answer.edges.opened, answer.edges.closed, answer.reach) == ((), (), ())
    assert [(row.source, row.run, row.at) for row in answer.edges.transient] == [(ADA, 2, 20 * DAY)]


def test_two_sources_that_claim_one_edge_open_it_once_and_close_it_with_the_last() -> None:
    store = MemoryStore()
    for source, day, records in (
        ("dir:x", 10, []),
        ("app:y", 10, []),
        ("app:y", 20, [grant(ADA)]),
        ("dir:x", 21, [grant(ADA)]),
        ("app:y", 30, []),
        ("dir:x", 31, []),
    ):
        put(store, Run(RunHeader(source=source, observed_at=day * DAY, complete=SCOPES), tuple(records)))
    snapshot = snapshot_of(store, 0)
    assert [(row.claimed_by, row.at) for row in between(snapshot, 15, 25).edges.opened] == [("app:y", 20 * DAY)]
    assert between(snapshot, 25, 30).edges.closed == ()
    assert [(row.claimed_by, row.run, row.at) for row in between(snapshot, 25, 35).edges.closed] == [
        ("dir:x", 6, 31 * DAY)
    ]


def test_a_status_closes_a_route_and_the_answer_names_the_node_and_its_run() -> None:
    holds = Edge(kind="HAS_CREDENTIAL", source=ADA, target=KEY)
    records = [person(ADA), holds, grant(KEY)]
    key = [Node(id=KEY, props={"status": status}) for status in ("active", "revoked")]
    answer = between(history((10, [*records, key[0]]), (20, [*records, key[1]])), 10, 20)
    assert [(row.id, row.property, row.before, row.after, row.run) for row in answer.properties] == [
        (KEY, "status", "active", "revoked", 2)
    ]
    assert {row.id: row.lost for row in answer.reach} == {ADA: 1, KEY: 1}
    for row in answer.reach:
        assert row.lost_by is not None
        assert (row.lost_by.source, row.lost_by.kind, row.lost_by.change, row.lost_by.run) == (KEY, None, "revoked", 2)


def test_a_path_that_somebody_left_behind_opens_when_they_leave() -> None:
    holds = Edge(kind="HAS_CREDENTIAL", source=ADA, target=KEY)
    records = [holds, grant(KEY), Node(id=KEY, props={"status": "active"})]
    snapshot = history((10, [person(ADA), *records]), (20, [person(ADA, "departed"), *records]))
    [path] = between(snapshot, 10, 20).orphaned_paths.opened
    assert (path.root, path.target, path.reasons) == (ADA, DATA, ("DEPARTED_OWNER",))
    assert path.by is not None
    assert (path.by.source, path.by.change, path.by.claimed_by, path.by.run) == (ADA, "departed", "dir:x", 2)
    assert between(snapshot, 20, 30).orphaned_paths.opened == ()


def test_a_route_holds_since_its_last_edge_opened() -> None:
    snapshot = history(
        (10, [grant(TEAM, Permission.WRITE)]),
        (20, [grant(TEAM, Permission.WRITE), member(ADA)]),
        (30, [grant(TEAM, Permission.ADMIN), member(ADA)]),
    )
    [route] = between(snapshot, 10, 40, of="Identity:hr/ada").routes
    assert (route.change, route.after, route.since) == ("opened", "ADMIN", 30 * DAY)
    assert route.by is not None
    assert (route.by.source, route.by.kind, route.by.run) == (TEAM, "CAN_ACCESS", 3)
    [raised] = between(snapshot, 20, 40, of=DATA, kinds=("Identity",)).routes
    assert (raised.principal, raised.change, raised.before, raised.after) == (ADA, "raised", "WRITE", "ADMIN")


def test_of_a_node_is_only_what_its_routes_pass() -> None:
    other = "DataSource:db/other"
    elsewhere = Edge(kind="CAN_ACCESS", source=BO, target=other, permission=Permission.ADMIN)
    snapshot = history((10, []), (20, [member(ADA), grant(TEAM), elsewhere]))
    answer = between(snapshot, 10, 20, of=ADA)
    assert {row.source for row in answer.edges.opened} == {ADA, TEAM}
    assert set(answer.nodes.opened) == {ADA, TEAM, DATA}
    assert [row.id for row in answer.reach] == [ADA]


def test_spend_compares_whole_days_with_as_many_before_and_sums_to_the_ledgers() -> None:
    store = MemoryStore()
    for day, cost in ((11, 5), (12, 1), (13, 2), (14, 40), (15, 7)):
        row = Usage(
            principal="Account:app/a",
            resource="Model:m/one",
            application="Application:app/x",
            day=day,
            cost_nano=cost,
            currency="USD",
            basis="billed",
        )
        header = RunHeader(source="app:x", observed_at=day * DAY, usage=(day, day))
        put(store, Run(header, (row,)))
    answer = changes.run(snapshot_of(store, 0), changes.Params(start=13 * DAY + 5, as_of=15 * DAY + 9))
    assert answer.spend is not None
    assert (answer.spend.first_day_before, answer.spend.first_day, answer.spend.last_day) == (
        "1970-01-12",
        "1970-01-14",
        "1970-01-15",
    )
    [row] = answer.spend.rows
    assert (row.before.nano, row.after.nano, row.change.nano) == (6, 42, 36)
    assert (answer.spend.ledger_before.nano, answer.spend.ledger.nano) == (6, 42)


def test_moments_that_are_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(InputError, match="Swap --from and --to"):
        between(history((10, [grant(ADA)])), 20, 10)
    with pytest.raises(InputError, match="no principal"):
        between(history((10, [grant(ADA)])), 10, 20, kinds=("Model",))


def test_nothing_changed_says_nothing() -> None:
    snapshot = history((10, [person(ADA), grant(ADA)]), (20, [person(ADA), grant(ADA)]))
    answer = as_json(between(snapshot, 10, 30))
    assert all(answer[name] == [] for name in ("permissions", "properties", "reach", "routes"))
    assert answer["edges"] == {"opened": [], "closed": [], "transient": []}
    assert answer["nodes"] == {"opened": [], "closed": [], "claims": []}

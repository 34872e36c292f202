"""What is so at a moment: boundaries, histories told by several sources, ends, expiry, authority."""

from __future__ import annotations

import pytest

from graph.claims import Edge, Node, Record, RunHeader, Tombstone
from graph.moment import DAY
from graph.ontology import Permission
from graph.snapshot import Snapshot
from queries import blast_radius
from tests.oracles.world import Run, World, frozen

T = 100 * DAY


def run_of(
    source: str, at: int, *records: Record, complete: tuple[str, ...] = ("Identity", "Account", "Credential")
) -> Run:
    return Run(RunHeader(source=source, observed_at=at, complete=complete), records)


def reached(snapshot: Snapshot, start: str, t: int) -> set[str]:
    answer = blast_radius.run(snapshot, blast_radius.Params(start=(start,), as_of=t))
    return {row.id for row in answer.reached}


def why_silent(snapshot: Snapshot, start: str, t: int) -> str:
    answer = blast_radius.run(snapshot, blast_radius.Params(start=(start,), as_of=t))
    assert answer.total == 0
    assert answer.completeness.reasons == ()
    [reason] = answer.completeness.notes
    assert reason.code == "START_DOES_NOT_CONVEY"
    return reason.detail


ACCOUNT, KEY, DATA = "Account:x/a", "Credential:x/k", "DataSource:db/d"
GRANT = Edge(kind="CAN_ACCESS", source=ACCOUNT, target=DATA, permission=Permission.READ)
KEY_GRANT = Edge(kind="CAN_ACCESS", source=KEY, target=DATA, permission=Permission.READ)
HOLDS = Edge(kind="HAS_CREDENTIAL", source=ACCOUNT, target=KEY)


@pytest.mark.parametrize(("t", "there"), [(9, False), (10, True), (19, True), (20, False)])
def test_since_is_inclusive_and_until_exclusive(t: int, there: bool) -> None:
    edge = Edge(kind="CAN_ACCESS", source=ACCOUNT, target=DATA, permission=Permission.READ, since=10, until=20)
    snapshot = frozen(World((run_of("x:a", T, edge),)))
    assert reached(snapshot, ACCOUNT, t) == ({DATA} if there else set())


@pytest.mark.parametrize(("t", "there"), [(9, False), (10, True), (19, True), (20, False)])
def test_a_data_source_is_reached_from_its_first_moment_to_before_its_last(t: int, there: bool) -> None:
    snapshot = frozen(World((run_of("x:a", T, GRANT, Node(id=DATA, since=10, until=20)),)))
    assert reached(snapshot, ACCOUNT, t) == ({DATA} if there else set())


@pytest.mark.parametrize(
    ("kind", "ended", "conveys"),
    [("Identity", "departed", True), ("Account", "deleted", False), ("Credential", "revoked", False)],
)
def test_who_is_listed_no_more_has_ended_at_the_moment_of_that_run(kind: str, ended: str, conveys: bool) -> None:
    node = f"{kind}:x/1"
    grant = Edge(kind="CAN_ACCESS", source=node, target=DATA, permission=Permission.READ)
    first = run_of("x:a", T, Node(id=node, props={"status": "active"}), Node(id=f"{kind}:x/2"), grant)
    later = run_of("x:a", T + 5, Node(id=f"{kind}:x/2"))
    snapshot = frozen(World((first, later)))
    node_index = snapshot.index_of(node)
    assert [snapshot.prop(node_index, "status", t) for t in (T, T + 4, T + 5, T + 500)] == [
        "active",
        "active",
        ended,
        ended,
    ]
    assert reached(snapshot, node, T + 4) == {DATA}
    assert reached(snapshot, node, T + 5) == ({DATA} if conveys else set())
    if not conveys:
        assert why_silent(snapshot, node, T + 5) == f"{node} conveys nothing: {ended}"


def test_what_comes_back_is_active_again_and_was_gone_in_between() -> None:
    told = Node(id=ACCOUNT, props={"status": "active"})
    runs = (run_of("x:a", T, told, GRANT), run_of("x:a", T + 5), run_of("x:a", T + 9, told))
    snapshot = frozen(World(runs))
    assert [bool(reached(snapshot, ACCOUNT, T + n)) for n in (4, 5, 8, 9)] == [True, False, False, True]


def test_a_gone_id_ends_and_so_do_its_edges() -> None:
    runs = (run_of("x:a", T, Node(id=ACCOUNT), GRANT), run_of("x:a", T + 5, Tombstone(id=ACCOUNT), complete=()))
    snapshot = frozen(World(runs))
    assert (reached(snapshot, ACCOUNT, T + 4), reached(snapshot, ACCOUNT, T + 5)) == ({DATA}, set())


def test_other_kinds_are_neither_reached_nor_passed_after_their_end() -> None:
    group = "Group:x/g"
    member = Edge(kind="MEMBER_OF", source=ACCOUNT, target=group)
    grant = Edge(kind="CAN_ACCESS", source=group, target=DATA, permission=Permission.READ)
    runs = (
        run_of("x:a", T, Node(id=group), member, grant, complete=("Group",)),
        run_of("x:a", T + 5, complete=("Group",)),
    )
    snapshot = frozen(World(runs))
    assert reached(snapshot, ACCOUNT, T) == {group, DATA}
    assert reached(snapshot, ACCOUNT, T + 5) == set()
    assert why_silent(snapshot, group, T + 5) == f"{group} conveys nothing: not there then"


@pytest.mark.parametrize("status", ["suspended", "deleted"])
def test_a_closed_account_conveys_only_along_its_keys(status: str) -> None:
    told = Node(id=ACCOUNT, props={"status": status})
    other = Edge(kind="CAN_ACCESS", source=ACCOUNT, target="DataSource:db/own", permission=Permission.ADMIN)
    snapshot = frozen(World((run_of("x:a", T, told, HOLDS, KEY_GRANT, other),)))
    assert reached(snapshot, ACCOUNT, T) == {KEY, DATA}
    bare = frozen(World((run_of("x:a", T, told, other),)))
    assert why_silent(bare, ACCOUNT, T) == f"{ACCOUNT} conveys nothing: {status}"


@pytest.mark.parametrize(
    ("key", "lives"), [("active", True), ("unknown", True), ("revoked", False), ("expired", False)]
)
def test_a_key_that_runs_as_a_closed_account_keeps_it_open_while_it_conveys(key: str, lives: bool) -> None:
    runs_as = Edge(kind="RUNS_AS", source=KEY, target=ACCOUNT)
    told = (Node(id=ACCOUNT, props={"status": "suspended"}), Node(id=KEY, props={"status": key}))
    snapshot = frozen(World((run_of("x:a", T, *told, HOLDS, runs_as, GRANT),)))
    assert reached(snapshot, ACCOUNT, T) == ({KEY, DATA} if lives else {KEY})
    outlived = snapshot.at(T).outlived.tolist()
    assert [snapshot.ids[account] for account in outlived] == ([ACCOUNT] if lives else [])


def test_a_server_that_runs_as_a_closed_account_does_not_open_it() -> None:
    server = "McpServer:mcp/s"
    runs_as = Edge(kind="RUNS_AS", source=server, target=ACCOUNT)
    snapshot = frozen(World((run_of("x:a", T, Node(id=ACCOUNT, props={"status": "suspended"}), runs_as, GRANT),)))
    assert reached(snapshot, server, T) == {ACCOUNT}


@pytest.mark.parametrize("status", ["active", "unknown", None])
def test_a_key_is_expired_from_its_date_on_whatever_its_status_says(status: str | None) -> None:
    props = {"expires_at": "1970-04-11T00:00:00Z"} | ({"status": status} if status else {})
    snapshot = frozen(World((run_of("x:a", T, Node(id=KEY, props=props), HOLDS, KEY_GRANT),)))
    assert reached(snapshot, ACCOUNT, T - 1) == {KEY, DATA}
    assert reached(snapshot, ACCOUNT, T) == {KEY}
    assert why_silent(snapshot, KEY, T) == f"{KEY} conveys nothing: expired at 1970-04-11T00:00:00Z"


@pytest.mark.parametrize("kind", ["Application", "McpServer"])
def test_disabled_stops_and_blocked_does_not(kind: str) -> None:
    node = f"{kind}:x/n"
    grant = Edge(kind="CAN_ACCESS", source=node, target=DATA, permission=Permission.READ)
    for status, approval, expected in (("disabled", "approved", set()), ("active", "blocked", {DATA})):
        told = Node(id=node, props={"status": status, "approval": approval})
        snapshot = frozen(World((run_of("x:a", T, told, grant),)))
        assert reached(snapshot, node, T) == expected


@pytest.mark.parametrize("kind", ["Identity", "Account", "Credential", "McpServer", "Application"])
def test_unknown_conveys(kind: str) -> None:
    node = f"{kind}:x/n"
    grant = Edge(kind="CAN_ACCESS", source=node, target=DATA, permission=Permission.READ)
    snapshot = frozen(World((run_of("x:a", T, Node(id=node, props={"status": "unknown"}), grant),)))
    assert reached(snapshot, node, T) == {DATA}


def test_a_node_known_only_through_edges_lives_as_long_as_they_do() -> None:
    edge = Edge(kind="CAN_ACCESS", source=ACCOUNT, target=DATA, permission=Permission.READ, until=T + 5)
    snapshot = frozen(World((run_of("x:a", T, edge),)))
    assert reached(snapshot, ACCOUNT, T + 4) == {DATA}
    assert why_silent(snapshot, ACCOUNT, T + 5) == f"{ACCOUNT} conveys nothing: not there then"
    answer = blast_radius.run(snapshot, blast_radius.Params(start=(ACCOUNT,), as_of=T + 4))
    assert answer.share_of_data_sources == 1.0


PERSON = "Identity:hr/1"


def test_an_identity_that_its_authority_lists_no_more_is_departed_though_others_list_it() -> None:
    told = Node(id=PERSON, props={"status": "active"})
    runs = (
        run_of("hr:x", T, told),
        run_of("chat:x", T + 1, told),
        run_of("hr:x", T + 5),
        run_of("chat:x", T + 9, told),
    )
    plain, ruled = frozen(World(runs)), frozen(World(runs, policy={"Identity.status": ("hr:x",)}))
    moments = (T + 4, T + 5, T + 9)
    assert [plain.prop(0, "status", t) for t in moments] == ["active"] * 3
    assert [ruled.prop(0, "status", t) for t in moments] == ["active", "departed", "departed"]


def test_an_authority_goes_before_others_only_where_it_knows() -> None:
    runs = (
        run_of("hr:x", T, Node(id=PERSON, props={"status": "unknown", "department": "Old"})),
        run_of("chat:x", T + 5, Node(id=PERSON, props={"status": "suspended", "department": "New"})),
    )
    policy = {"Identity.status": ("hr:x",), "Identity.department": ("hr:x",)}
    ruled, plain = frozen(World(runs, policy=policy)), frozen(World(runs))
    assert (ruled.prop(0, "status", T + 9), ruled.prop(0, "department", T + 9)) == ("suspended", "Old")
    assert (plain.prop(0, "status", T + 9), plain.prop(0, "department", T + 9)) == ("suspended", "New")


def test_seeing_the_same_value_again_does_not_reopen_it() -> None:
    def person(department: str, title: str) -> Node:
        return Node(id=PERSON, props={"department": department, "title": title})

    runs = (
        run_of("a:x", T, person("Sales", "one")),
        run_of("b:x", T + 1, person("Legal", "one")),
        run_of("a:x", T + 2, person("Sales", "two")),
    )
    snapshot = frozen(World(runs))
    assert (snapshot.prop(0, "department", T + 3), snapshot.prop(0, "title", T + 3)) == ("Legal", "two")


DANA, DANAS = "Identity:okta/dana", "Account:cursor/dana"
HELD = Edge(kind="HAS_ACCOUNT", source=DANA, target=DANAS)
OKTA = ("Identity", "Account", "HAS_ACCOUNT")


def holders(snapshot: Snapshot, t: int) -> set[str]:
    edges = snapshot.edges
    rows = (edges.target == snapshot.index_of(DANAS)) & (edges.since <= t) & (t < edges.until)
    return {snapshot.ids[node] for node in edges.source[rows].tolist()}


def leaver(*later: Run) -> Snapshot:
    """Okta lists Dana, her account and the edge, then in one run none of them; Cursor lists the account, then does not."""
    okta = run_of("okta:x", 10, Node(id=DANA), Node(id=DANAS), HELD, complete=OKTA)
    cursor = run_of("cursor:x", 10, Node(id=DANAS))
    return frozen(World((okta, cursor, run_of("okta:x", 20, complete=OKTA), *later)))


def test_a_leaver_keeps_the_account_that_another_source_lists() -> None:
    assert holders(leaver(), 500) == {DANA}


def test_a_leavers_edge_ends_when_no_source_lists_its_target() -> None:
    snapshot = leaver(run_of("cursor:x", 30))
    assert [holders(snapshot, t) for t in (20, 29, 30, 500)] == [{DANA}, {DANA}, set(), set()]


def test_a_target_that_ended_before_the_leaver_left_ends_the_edge_as_they_leave() -> None:
    runs = (
        run_of("okta:x", 10, Node(id=DANA), HELD, complete=OKTA),
        run_of("cursor:x", 10, Node(id=DANAS)),
        run_of("cursor:x", 15),
        run_of("okta:x", 20, complete=OKTA),
    )
    snapshot = frozen(World(runs))
    assert [holders(snapshot, t) for t in (15, 19, 20)] == [{DANA}, {DANA}, set()]


def test_a_target_that_nobody_describes_keeps_its_leaver() -> None:
    runs = (run_of("okta:x", 10, Node(id=DANA), HELD, complete=OKTA), run_of("okta:x", 20, complete=OKTA))
    assert holders(frozen(World(runs)), 500) == {DANA}


def test_a_person_who_comes_back_without_the_account_no_longer_has_it() -> None:
    snapshot = leaver(run_of("okta:x", 40, Node(id=DANA), complete=OKTA))
    assert [holders(snapshot, t) for t in (39, 40)] == [{DANA}, set()]

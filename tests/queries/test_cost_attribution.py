"""Cost attribution rule by rule, on organisations small enough to work out by hand."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import numpy as np
import pytest

from graph.claims import Charge, Edge, Node, Record, RunHeader, Usage
from graph.deadline import DeadlineExceeded, deadline
from graph.errors import InputError, UnknownName
from graph.moment import DAY, read_day, read_moment
from graph.money import Money
from graph.snapshot import Policy, Snapshot, snapshot_of
from graph.stores.memory import MemoryStore
from queries.base import as_json
from queries.cost_attribution import Answer, OwnerRule, Params, bucket_lines, contributions, run
from queries.cost_attribution.allocate import Allocation

UNIT = 10**9
A, B, K = "Account:cursor/a", "Account:cursor/b", "Credential:cursor/k"
P1, P2, P3 = "Identity:hr/1", "Identity:hr/2", "Identity:hr/3"
T1, T2 = "Group:hr/T1", "Group:hr/T2"
X, Y = "Application:cursor/x", "Application:cursor/y"
MODEL = "Model:anthropic/claude"
S1, S2 = "McpServer:mcp/one", "McpServer:mcp/two"
D1, D2 = "DataSource:pg/d1", "DataSource:pg/d2"


def compiled(*stated: tuple[str, Sequence[Record]], policy: Policy | None = None) -> Snapshot:
    store = MemoryStore()
    for source, records in stated:
        run_ = store.begin(RunHeader(source=source, observed_at=read_moment("2026-10-01"), usage=None))
        store.write(run_, records, range(len(records)))
        store.check(run_)
        store.finish(run_)
    return snapshot_of(store, read_moment("2026-10-01"), policy)


def used(day: str, cost: int | None, **more: Any) -> Usage:
    fields: dict[str, Any] = {
        "principal": A, "resource": MODEL, "application": X, "day": read_day(day), "cost_nano": cost,
        "currency": None if cost is None else "USD", "basis": None if cost is None else "billed",
    }  # fmt: skip
    return Usage(**{**fields, **more})


def charged(first: str, last: str, category: str, cost: int, application: str = X, currency: str = "USD") -> Charge:
    return Charge(
        application=application,
        first_day=read_day(first),
        last_day=read_day(last),
        category=category,
        cost_nano=cost,
        currency=currency,
    )


def holds(*pairs: tuple[str, str], **more: Any) -> list[Record]:
    kind = {"Account": "HAS_ACCOUNT", "Credential": "HAS_CREDENTIAL"}
    return [Edge(kind=kind[to.partition(":")[0]], source=who, target=to, **more) for who, to in pairs]


def member(who: str, group: str, **more: Any) -> Edge:
    return Edge(kind="MEMBER_OF", source=who, target=group, **more)


TEAMS: list[Record] = [Node(id=T1, props={"type": "team"}), Node(id=T2, props={"type": "team"})]


def september(*by: str, **more: Any) -> Params:
    days = {"first_day": read_day("2026-09-01"), "last_day": read_day("2026-09-30")}
    return Params(**{"by": by, "as_of": read_moment("2026-10-01"), **days, **more})


def costs(answer: Answer) -> dict[Any, int]:
    """Key texts → nano-units; a single dimension by its text alone."""
    keys = [tuple(row.key.values()) for row in answer.rows]
    return {key[0] if len(key) == 1 else key: row.cost.nano for key, row in zip(keys, answer.rows, strict=True)}


def worked_example() -> Snapshot:
    moved = read_moment("2026-09-15")
    people = [
        *TEAMS, *holds((P1, A), (P2, A)),
        member(P1, T1, until=moved), member(P1, T2, since=moved), member(P2, T1),
    ]  # fmt: skip
    usage = [used(f"2026-09-{day}", 10 * UNIT) for day in (10, 15, 20)]
    usage.append(used("2026-09-20", 5 * UNIT, chargeable=False))
    charges = [
        charged("2026-09-01", "2026-09-30", category, cost * UNIT) for category, cost in (("usage", 33), ("seat", 40))
    ]
    return compiled(("hr:x", people), ("cursor:x", [*usage, *charges]))


def test_the_worked_example_of_the_semantics() -> None:
    answer = run(worked_example(), september("team"))
    assert costs(answer) == {T1: 20 * UNIT, T2: 10 * UNIT}
    assert answer.buckets == {"variance": Money(3 * UNIT, "USD"), "seat": Money(40 * UNIT, "USD")}
    assert answer.ledger == Money(73 * UNIT, "USD")
    assert answer.included_value == Money(5 * UNIT, "USD")
    assert answer.overlaps == ()
    assert answer.dropped_buckets == {}
    assert answer.left_out == ()


@pytest.mark.parametrize("by", ["team", "identity", "model", "mcp_server", "data_source"])
def test_every_split_keeps_to_the_deadline(by: str) -> None:
    with deadline(0.0), pytest.raises(DeadlineExceeded):
        run(worked_example(), september(by))
    with deadline(60.0):
        assert run(worked_example(), september(by)).rows


def test_the_answer_is_written_as_the_contract_says() -> None:
    answer = as_json(run(worked_example(), september("team")))
    assert answer["ledger"] == {"amount": "73.000000000", "currency": "USD"}
    assert answer["rows"][0]["key"] == {"team": T1}
    assert set(answer["rows"][0]) == {"key", "cost", "estimate", "included", "basis", "tokens", "requests"}
    assert {"ledger", "rows", "buckets", "estimate_value", "included_value", "overlaps"} <= set(answer)


def test_owners_are_those_of_any_instant_of_the_day() -> None:
    noon = read_moment("2026-09-10T12:00:00Z")
    handed_over = [*holds((P1, A), until=noon), *holds((P2, A), since=noon)]
    rows = [used("2026-09-09", 8), used("2026-09-10", 5), used("2026-09-11", 3)]
    answer = run(compiled(("hr:x", handed_over), ("cursor:x", rows)), september("identity", "day"))
    assert costs(answer) == {
        (P1, "2026-09-09"): 8, (P1, "2026-09-10"): 3, (P2, "2026-09-10"): 2, (P2, "2026-09-11"): 3,
    }  # fmt: skip


def test_a_credential_belongs_to_whom_its_account_belongs_to_at_the_same_time() -> None:
    noon = read_moment("2026-09-10T12:00:00Z")
    stated = [*holds((P1, A), until=noon), *holds((P2, A), since=noon), *holds((A, K), since=noon)]
    snapshot = compiled(("hr:x", stated), ("cursor:x", [used("2026-09-10", 7, principal=K)]))
    assert costs(run(snapshot, september("identity", "account", "credential"))) == {(P2, A, K): 7}


def test_a_negative_cost_is_split_down_and_still_adds_up() -> None:
    snapshot = compiled(("hr:x", holds((P1, A), (P2, A), (P3, A))), ("cursor:x", [used("2026-09-10", -10)]))
    assert costs(run(snapshot, september("identity"))) == {P1: -3, P2: -3, P3: -4}


def test_what_nobody_holds_belongs_to_whom_answers_for_it_and_else_to_nobody() -> None:
    stated = [Edge(kind="ANSWERS_FOR", source=P3, target=A), Edge(kind="ANSWERS_FOR", source=P3, target=B)]
    rows = [used("2026-09-10", 1), used("2026-09-10", 2, principal=B), used("2026-09-10", 4, principal=None)]
    snapshot = compiled(("hr:x", [*stated, *holds((P1, B))]), ("cursor:x", rows))
    assert costs(run(snapshot, september("identity"))) == {P3: 1, P1: 2, "~unattributed": 4}


def test_without_splitting_shared_cost_is_shared_by_name_and_keeps_its_other_dimensions() -> None:
    snapshot = compiled(
        ("hr:x", holds((P1, A), (P2, A), (P1, B))),
        ("cursor:x", [used("2026-09-10", 9), used("2026-09-10", 2, principal=B)]),
    )
    answer = run(snapshot, september("identity", "model", owners=OwnerRule.NONE))
    assert costs(answer) == {("~shared", MODEL): 9, (P1, MODEL): 2}


def test_the_sources_own_telling_names_one_of_the_owners_and_is_not_believed_about_others() -> None:
    people = [
        Node(id=person, props={"emails": [f"{name}@acme.example"]})
        for person, name in ((P1, "ada"), (P2, "bob"), (P3, "eve"))
    ]
    rows = [
        used("2026-09-10", 1, detail='{"raw":{"user_email":"Ada@acme.example"}}'),
        used("2026-09-10", 2, detail='{"raw":{"user_email":"bob@acme.example"}}'),
        used("2026-09-10", 4, detail='{"raw":{"user_email":"eve@acme.example"}}'),
        used("2026-09-10", 8, detail='{"raw":{"tier":"fast"}}'),
        used("2026-09-10", 16, principal=B, detail='{"raw":{"user_email":"eve@acme.example"}}'),
    ]
    snapshot = compiled(("hr:x", [*people, *holds((P1, A), (P2, A), (P1, B))]), ("cursor:x", rows))
    assert costs(run(snapshot, september("identity", owners=OwnerRule.USAGE))) == {P1: 17, P2: 2, "~shared": 12}


def test_teams_come_from_the_person_else_from_the_account_and_several_share() -> None:
    stated = [*TEAMS, Node(id="Group:hr/all", props={"type": "organization"}), *holds((P1, A), (P2, B)),
            member(P1, T1), member(P1, T2), member(P1, "Group:hr/all"), member(A, T2), member(B, T2)]  # fmt: skip
    rows = [used("2026-09-10", 5), used("2026-09-10", 4, principal=B), used("2026-09-10", 2, principal=None)]
    snapshot = compiled(("hr:x", stated), ("cursor:x", rows))
    assert costs(run(snapshot, september("team"))) == {T1: 3, T2: 6, "~unattributed": 2}
    assert costs(run(snapshot, september("team", team_type="organization"))) == {"Group:hr/all": 5, "~unattributed": 6}


def test_groups_of_another_type_are_named_where_nobody_has_a_team() -> None:
    """A directory's groups are no teams by default: a note says how to ask. A type that no group has is refused."""
    directory = "Group:scim/eng"
    records = [Node(id=directory, props={"type": "directory_group"}), Node(id="Group:x/r", props={"type": "role"}),
            *holds((P1, A)), member(P1, directory)]  # fmt: skip
    snapshot = compiled(("hr:x", records), ("cursor:x", [used("2026-09-10", 5)]))
    answer = run(snapshot, september("team"))
    assert costs(answer) == {"~unattributed": 5}
    [note] = [note for note in answer.completeness.notes if note.code == "TEAM_TYPE"]
    assert note.detail == (
        "no group of type team holds an owner; there are groups 1 of type directory_group, 1 of type role: "
        "ask with --team-type directory_group"
    )
    asked = run(snapshot, september("team", team_type="directory_group"))
    assert costs(asked) == {directory: 5}
    assert [note.code for note in asked.completeness.notes] == []
    with pytest.raises(InputError, match=r"no group is of type 'squad'\. Types that exist: directory_group, role"):
        run(snapshot, september("team", team_type="squad"))
    # Where nothing asks for teams, their type says nothing.
    assert costs(run(snapshot, september("identity", team_type="squad"))) == {P1: 5}


def test_a_credential_has_the_team_of_its_account_where_its_owner_has_none() -> None:
    stated = [*TEAMS, *holds((P1, A), (A, K)), member(A, T1), member(K, T2)]
    snapshot = compiled(("hr:x", stated), ("cursor:x", [used("2026-09-10", 5, principal=K)]))
    assert costs(run(snapshot, september("identity", "team"))) == {(P1, T1): 5}


def test_a_credential_of_several_accounts_is_shared_by_them() -> None:
    rows = [used("2026-09-10", 5, principal=K), used("2026-09-11", 2, principal="Credential:cursor/stray")]
    snapshot = compiled(("hr:x", holds((A, K), (B, K))), ("cursor:x", rows))
    assert costs(run(snapshot, september("account"))) == {"~shared": 5, "~unattributed": 2}


def test_a_value_that_changes_at_midnight_is_not_yet_that_of_the_day_before() -> None:
    store = MemoryStore()
    for moment, department in (("2026-09-01", "Research"), ("2026-09-15", "Sales")):
        run_ = store.begin(RunHeader(source="hr:x", observed_at=read_moment(moment)))
        store.write(run_, [Node(id=P1, props={"department": department}), *holds((P1, A))], (1, 2))
        store.finish(run_)
    run_ = store.begin(RunHeader(source="cursor:x", observed_at=read_moment("2026-09-20")))
    store.write(run_, [used("2026-09-14", 1), used("2026-09-15", 2)], (1, 2))
    store.finish(run_)
    assert costs(run(snapshot_of(store, 0), september("department"))) == {"Research": 1, "Sales": 2}


def test_of_equal_remainders_the_least_key_gets_what_is_left() -> None:
    rows = [used("2026-09-10", 101, requests=2), calls(S2, 1)]
    assert costs(run(compiled(("cursor:x", rows)), september("mcp_server"))) == {S2: 51, "~no_mcp_use": 50}


def test_tokens_and_requests_split_as_cost_does() -> None:
    row = used("2026-09-10", 5, requests=3, tokens=(7, 0, 0, 0, 0, 1, 1))
    answer = run(compiled(("hr:x", holds((P1, A), (P2, A))), ("cursor:x", [row])), september("identity"))
    assert [(row.key["identity"], row.cost.nano, row.requests, row.tokens["uncached_input"], row.tokens["output"]) for row in answer.rows] == [
        (P1, 3, 2, 4, 1),
        (P2, 2, 1, 3, 0),
    ]  # fmt: skip


def calls(server: str, requests: int, principal: str = A, day: str = "2026-09-10") -> Usage:
    return used(day, None, principal=principal, resource=server, requests=requests)


def test_a_server_bears_its_calls_over_the_requests_of_its_holder_that_day() -> None:
    rows = [used("2026-09-10", 100, requests=10), calls(S1, 3), calls(S2, 1, principal=K), calls(S1, 50, principal=B),
            used("2026-09-11", 7, requests=1)]  # fmt: skip
    snapshot = compiled(("hr:x", holds((A, K))), ("cursor:x", rows))
    assert costs(run(snapshot, september("mcp_server"))) == {S1: 30, S2: 10, "~no_mcp_use": 67}


def test_a_single_request_without_a_call_bears_its_share() -> None:
    rows = [used("2026-09-10", 100, requests=4), calls(S1, 3)]
    assert costs(run(compiled(("cursor:x", rows)), september("mcp_server"))) == {S1: 75, "~no_mcp_use": 25}


def test_variance_counts_only_the_days_that_no_preferred_source_charges() -> None:
    first, second = charged("2026-09-01", "2026-09-10", "usage", 10), charged("2026-09-06", "2026-09-15", "usage", 100)
    rows = [used("2026-09-10", 1), used("2026-09-12", 20)]
    answer = run(compiled(("a:x", [first, *rows]), ("b:x", [second])), september("model"))
    # a:x charges 10 for 1 used; of b:x only the last five days count: 50 for 20 used.
    assert answer.buckets == {"variance": Money(9 + 30, "USD")}


def test_more_calls_than_requests_leave_nothing_without_a_server() -> None:
    rows = [used("2026-09-10", 101, requests=1), calls(S1, 2), calls(S2, 1)]
    assert costs(run(compiled(("cursor:x", rows)), september("mcp_server"))) == {S1: 67, S2: 34}


def test_calls_that_weigh_nothing_leave_the_cost_under_a_name() -> None:
    rows = [used("2026-09-10", 101, requests=0), calls(S1, 0)]
    assert costs(run(compiled(("cursor:x", rows)), september("mcp_server"))) == {"~no_mcp_use": 101}


def test_a_tool_counts_for_the_server_that_exposes_it_first_the_one_its_holder_is_connected_to() -> None:
    tool, lone = "McpTool:mcp/two/ask", "McpTool:mcp/three/lone"
    stated = [Edge(kind="EXPOSES", source=server, target=tool) for server in (S1, S2)]
    stated += [*holds((P1, B)), Edge(kind="CONNECTS_TO", source=P1, target=S2)]
    rows = [
        *(used("2026-09-10", 10, requests=1, principal=who) for who in (A, B)),
        *(calls(tool, 1, who) for who in (A, B)),
        used("2026-09-11", 4, requests=1), calls(lone, 1, day="2026-09-11"),
    ]  # fmt: skip
    snapshot = compiled(("hr:x", stated), ("cursor:x", rows))
    assert costs(run(snapshot, september("account", "mcp_server"))) == {(A, S1): 10, (B, S2): 10, (A, "~unknown"): 4}


def test_data_behind_a_server_bears_cost_by_what_the_server_was_seen_reading_that_day() -> None:
    rows = [
        used("2026-09-10", 100, requests=4), calls(S1, 2), calls(S2, 1),
        used("2026-09-10", None, principal=S1, resource=D1, requests=3),
        used("2026-09-10", None, principal=S1, resource=D2, requests=1),
        used("2026-09-11", None, principal=S2, resource=D2, requests=1),
    ]  # fmt: skip
    answer = run(compiled(("cursor:x", rows)), september("mcp_server", "data_source"))
    assert costs(answer) == {(S1, D1): 38, (S1, D2): 12, (S2, "~unknown"): 25, ("~no_mcp_use", "~no_mcp_use"): 25}


def test_reads_without_a_count_never_put_cost_on_data_that_the_server_did_not_touch() -> None:
    wiki, payroll = "DataSource:d/wiki", "DataSource:d/payroll"
    rows = [
        *(used(day, 8, requests=8) for day in ("2026-09-03", "2026-09-04")),
        *(calls(server, 4, day=day) for server in (S1, S2) for day in ("2026-09-03", "2026-09-04")),
        used("2026-09-03", None, principal=S1, resource=wiki),
        used("2026-09-03", None, principal=S2, resource=payroll, requests=5),
        # The next day the last server's reads are those without a count.
        used("2026-09-04", None, principal=S1, resource=payroll, requests=5),
        used("2026-09-04", None, principal=S2, resource=wiki),
    ]
    answer = run(compiled(("s:x", rows)), september("day", "mcp_server", "data_source"))
    assert costs(answer) == {
        ("2026-09-03", S1, "~unknown"): 4, ("2026-09-03", S2, payroll): 4,
        ("2026-09-04", S1, payroll): 4, ("2026-09-04", S2, "~unknown"): 4,
    }  # fmt: skip


def test_a_unit_without_a_share_is_refused_and_gets_no_neighbours_share() -> None:
    with pytest.raises(ValueError, match="a unit has no share"):
        Allocation(np.array([0, 1, 1, 2]), np.array([7, 8]))


def test_a_key_belongs_to_its_holders_else_to_those_of_the_account_it_runs_as_else_to_who_answers_for_it() -> None:
    k2, k3, k4 = (f"Credential:cursor/{name}" for name in ("k2", "k3", "k4"))
    stated = [
        *TEAMS, *holds((P1, A), (P2, K)), member(P1, T1),
        *(Edge(kind="RUNS_AS", source=key, target=A) for key in (K, k2)),
        *(Edge(kind="ANSWERS_FOR", source=P3, target=key) for key in (K, k2, k3)),
        Edge(kind="ANSWERS_FOR", source=T2, target=k3), Edge(kind="ANSWERS_FOR", source=T2, target=k4),
    ]  # fmt: skip
    rows = [used("2026-09-10", 2**at, principal=key) for at, key in enumerate((K, k2, k3, k4))]
    snapshot = compiled(("hr:x", stated), ("cursor:x", rows))
    assert costs(run(snapshot, september("identity"))) == {P2: 1, P1: 2, P3: 4, "~shared": 8}
    assert costs(run(snapshot, september("identity", "team"))) == {
        (P2, "~unattributed"): 1, (P1, T1): 2, (P3, "~unattributed"): 4, ("~shared", T2): 8,
    }  # fmt: skip


def test_departments_and_teams_are_those_of_the_day_and_owner_state_is_that_of_as_of() -> None:
    store = MemoryStore()
    for day, department in ((1, "Research"), (15, "Sales")):
        run_ = store.begin(
            RunHeader(source="hr:x", observed_at=read_moment(f"2026-09-{day:02}T06:00:00Z"), complete=("Identity",))
        )
        store.write(
            run_,
            [Node(id=P1, props={"type": "human", "status": "active", "department": department}), *holds((P1, A))],
            (1, 2),
        )
        store.finish(run_)
    run_ = store.begin(RunHeader(source="cursor:x", observed_at=read_moment("2026-09-20")))
    store.write(run_, [used("2026-09-14", 1), used("2026-09-15", 2), used("2026-09-15", 4, principal=B)], range(3))
    store.finish(run_)
    run_ = store.begin(RunHeader(source="hr:x", observed_at=read_moment("2026-09-25"), complete=("Identity",)))
    store.finish(run_)
    snapshot = snapshot_of(store, 0)
    assert costs(run(snapshot, september("department"))) == {"Research": 1, "Sales": 2, "~unattributed": 4}
    before = costs(run(snapshot, september("owner_state", "account", as_of=read_moment("2026-09-20"))))
    after = costs(run(snapshot, september("owner_state", "account", as_of=read_moment("2026-10-01"))))
    assert before["answered_for", A] == 3
    assert after["orphaned", A] == 3
    assert ("unknown", B) in before
    assert ("unknown", B) in after


def test_days_weeks_and_months_are_the_calendars() -> None:
    rows = [used("2026-12-31", 1), used("2027-01-03", 2), used("2027-01-04", 4)]
    window = {"first_day": read_day("2026-12-01"), "last_day": read_day("2027-01-31")}
    answer = run(compiled(("cursor:x", rows)), september("day", "week", "month", **window))
    assert costs(answer) == {
        ("2026-12-31", "2026-W53", "2026-12"): 1,
        ("2027-01-03", "2026-W53", "2027-01"): 2,
        ("2027-01-04", "2027-W01", "2027-01"): 4,
    }


def test_a_charge_that_straddles_the_window_counts_by_days_in_whole_steps() -> None:
    snapshot = compiled(
        (
            "cursor:x",
            [charged("2026-08-30", "2026-09-02", "seat", 10), charged("2026-09-30", "2026-10-02", "credit", -10)],
        )
    )
    answer = run(snapshot, september("model"))
    # The first 2 of 4 days hold 5; the first of 3 days holds floor(-10/3).
    assert {name: money.nano for name, money in answer.buckets.items()} == {"seat": 5, "credit": -4}
    assert answer.ledger.nano == 1


def test_variance_may_be_negative_and_looks_at_the_whole_period() -> None:
    rows = [used("2026-08-31", 6), used("2026-09-01", 7), charged("2026-08-31", "2026-09-01", "usage", 4)]
    answer = run(compiled(("cursor:x", rows)), september("model"))
    assert costs(answer) == {MODEL: 7}
    assert answer.buckets == {"variance": Money(-4, "USD")}
    assert answer.ledger.nano == 3


def test_a_second_source_that_charges_the_same_days_is_listed_and_not_added() -> None:
    first, second = charged("2026-09-01", "2026-09-10", "seat", 10), charged("2026-09-06", "2026-09-15", "seat", 100)
    stated = (("a:x", [first]), ("b:x", [second]))
    plain = run(compiled(*stated), september("model"))
    assert plain.buckets == {"seat": Money(10 + 50, "USD")}
    assert [(one.kind, one.first_day, one.last_day, one.source, one.counted, one.cost.nano, one.code) for one in plain.overlaps] == [
        ("charge", "2026-09-06", "2026-09-10", "b:x", "a:x", 50, "OVERLAP")
    ]  # fmt: skip
    preferred = run(compiled(*stated, policy=Policy(preferred=("b:x",))), september("model"))
    assert preferred.buckets == {"seat": Money(5 + 100, "USD")}


def test_usage_that_two_sources_tell_of_counts_once() -> None:
    ours, theirs = used("2026-09-10", 10), used("2026-09-10", 9, principal=K)
    stated = (("a:x", [ours]), ("b:x", [theirs, used("2026-09-11", 4), used("2026-09-10", 1, application=Y)]))
    answer = run(compiled(*stated), september("application", "day"))
    assert costs(answer) == {(X, "2026-09-10"): 10, (X, "2026-09-11"): 4, (Y, "2026-09-10"): 1}
    assert [(one.kind, one.application, one.source, one.counted, one.cost.nano) for one in answer.overlaps] == [
        ("usage", X, "b:x", "a:x", 9)
    ]
    preferred = run(compiled(*stated, policy=Policy(preferred=("b:x",))), september("application", "day"))
    assert costs(preferred)[X, "2026-09-10"] == 9


def test_a_filter_that_charges_know_nothing_of_drops_the_buckets_and_says_so() -> None:
    answer = run(worked_example(), september("day", filters={"team": (T2,)}))
    assert costs(answer) == {"2026-09-15": 5 * UNIT, "2026-09-20": 5 * UNIT}
    assert answer.ledger.nano == 10 * UNIT
    assert answer.buckets == {}
    assert answer.dropped_buckets == {"variance": Money(3 * UNIT, "USD"), "seat": Money(40 * UNIT, "USD")}
    assert answer.included_value.nano == 2_500_000_000


def test_a_filter_that_charges_can_be_asked_about_keeps_their_part() -> None:
    answer = run(worked_example(), september("team", filters={"week": ("2026-W37",)}))
    assert costs(answer) == {T1: 10 * UNIT}
    # 7 to 13 September of 40 for 30 days: floor(40*13/30) - floor(40*6/30), in nano-units.
    assert answer.buckets["seat"].nano == 40 * UNIT * 13 // 30 - 40 * UNIT * 6 // 30
    assert run(worked_example(), september("team", filters={"application": (X,)})).ledger.nano == 73 * UNIT


def test_a_filter_on_a_node_that_is_not_known_is_refused() -> None:
    with pytest.raises(UnknownName):
        run(worked_example(), september("team", filters={"team": ("Group:hr/T9",)}))


def euros() -> Snapshot:
    euro = {"currency": "EUR"}
    rows = [used("2026-09-10", 5, **euro), used("2026-09-11", 15, **euro), used("2026-09-12", 100)]
    return compiled(("cursor:x", [*rows, charged("2026-09-01", "2026-09-30", "seat", 25, currency="EUR")]))


def test_several_currencies_need_one_to_be_asked_for() -> None:
    with pytest.raises(InputError, match=r"EUR, USD.*--currency"):
        run(euros(), september("model"))


def test_the_asked_currency_alone_counts_and_the_others_are_named() -> None:
    answer = run(euros(), september("model", currency="USD"))
    assert answer.ledger == Money(100, "USD")
    assert answer.left_out == (Money(45, "EUR"),)


def test_a_rate_converts_row_by_row_half_even_and_is_stated() -> None:
    answer = run(euros(), september("day", rates={"EUR": Decimal("1.10")}))
    # 5.5 and 16.5 go to the even neighbour, 27.5 too.
    assert costs(answer) == {"2026-09-10": 6, "2026-09-11": 16, "2026-09-12": 100}
    assert answer.buckets == {"seat": Money(28, "USD")}
    assert answer.ledger == Money(150, "USD")
    assert answer.rates == {"EUR": "1.1"}
    assert answer.left_out == ()


def test_a_conversion_beyond_what_money_can_hold_is_refused() -> None:
    snapshot = compiled(("cursor:x", [used("2026-09-10", 2**61, currency="EUR")]))
    with pytest.raises(InputError, match="beyond"):
        run(snapshot, september("model", currency="USD", rates={"EUR": Decimal(16)}))


@pytest.mark.parametrize(
    "wrong",
    [
        {"by": ("colour",)},
        {"by": ("team", "team")},
        {"by": ("team", "model", "day", "week")},
        {"filters": {"colour": ("red",)}},
        {"currency": "dollars"},
        {"rates": {"EUR": Decimal(0)}},
        {"rates": {"EUR": Decimal("NaN")}},
        {"currency": "USD", "rates": {"USD": Decimal(2)}},
        {"first_day": 9, "last_day": 8},
    ],
)
def test_a_question_that_makes_no_sense_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        run(worked_example(), september(*(), **{"by": ("team",), **wrong}))


def test_sums_beyond_63_bits_are_exact() -> None:
    huge = 2**62 - 1
    rows = [used("2026-09-10", huge, workspace=f"Group:w/{i}") for i in range(5)]
    answer = run(compiled(("hr:x", holds((P1, A), (P2, A))), ("cursor:x", rows)), september("identity"))
    assert answer.ledger.nano == 5 * huge
    assert costs(answer) == {P1: 5 * 2**61, P2: 5 * (2**61 - 1)}


def test_nothing_told_is_an_empty_ledger() -> None:
    answer = run(compiled(("hr:x", TEAMS)), september("team", "mcp_server", "data_source"))
    assert (answer.ledger, len(answer.rows), answer.buckets) == (Money(0, "USD"), 0, {})


def test_billed_and_priced_rows_make_a_mixed_key() -> None:
    rows = [
        used("2026-09-10", 1),
        used("2026-09-11", 2, basis="priced"),
        used("2026-09-11", 2, basis="priced", principal=B),
    ]
    answer = run(compiled(("cursor:x", rows)), september("account"))
    assert {row.key["account"]: row.basis for row in answer.rows} == {A: "mixed", B: "priced"}


def test_rows_with_tokens_and_no_cost_are_counted_apart() -> None:
    rows = [used("2026-09-10", None, tokens=(5, 0, 0, 0, 0, 0, 0)), used("2026-09-10", 3), calls(S1, 4)]
    answer = run(compiled(("cursor:x", rows)), september("model"))
    assert (answer.unpriced_rows, answer.ledger.nano, sum(row.requests for row in answer.rows)) == (1, 3, 0)


def test_a_part_opens_to_its_rows_and_a_bucket_to_its_charges() -> None:
    snapshot, params = worked_example(), september("team")
    behind = contributions(snapshot, params, {"team": T2})
    assert [(one.day, one.amount, one.basis, one.cost.nano, one.row_cost.nano) for one in behind] == [
        ("2026-09-15", "cost", "mixed", 5 * UNIT, 10 * UNIT),
        ("2026-09-20", "included", "mixed", 5 * UNIT // 2, 5 * UNIT),
        ("2026-09-20", "cost", "mixed", 5 * UNIT, 10 * UNIT),
    ]
    (line,) = bucket_lines(snapshot, params, "variance")
    assert (line.cost.nano, line.charged.nano, line.used.nano) == (3 * UNIT, 33 * UNIT, 30 * UNIT)
    with pytest.raises(InputError):
        contributions(snapshot, params, {"model": MODEL})


def test_a_window_before_the_first_observation_says_so() -> None:
    notes = run(worked_example(), september("team")).freshness
    assert {code for note in notes for code in note.notes} == {"BEFORE_FIRST_OBSERVATION"}
    assert (
        run(
            worked_example(),
            september(
                "team",
                first_day=read_day("2026-10-01"),
                last_day=read_day("2026-10-01"),
                as_of=read_moment("2026-10-01") + DAY,
            ),
        ).freshness
        == ()
    )


def test_a_row_whose_key_is_gone_belongs_to_the_user_it_names_else_to_the_team_it_was_used_in() -> None:
    gone, other, listed = (f"Credential:litellm/acme/{name}" for name in ("g1", "g2", "l"))
    user = "Account:litellm/acme/u-ada"
    stated: list[Record] = [
        *TEAMS, Node(id=listed), *holds((P1, user)), member(user, T1),
        Node(id=P2, props={"type": "human", "emails": ["bo@acme.example"]}), member(P2, T2),
    ]  # fmt: skip
    rows = [
        used("2026-09-10", 1, principal=gone, detail='{"raw":{"user":"u-ada"}}', workspace=T2),
        used("2026-09-10", 2, principal=other, workspace=T2),
        used("2026-09-10", 4, principal=listed, detail='{"raw":{"user":"u-ada"}}', workspace=T2),
        used("2026-09-10", 8, principal=other, detail='{"raw":{"user":"bo@acme.example"}}'),
        used("2026-09-10", 16, principal=other, detail='{"raw":{"user":"nobody"}}'),
    ]
    answer = run(compiled(("hr:x", stated), ("litellm:acme", rows)), september("identity", "team"))
    assert costs(answer) == {
        (P1, T1): 1, ("~shared", T2): 2, (P2, T2): 8, ("~unattributed", "~unattributed"): 20,
    }  # fmt: skip
    by_key = run(compiled(("hr:x", stated), ("litellm:acme", rows)), september("credential"))
    assert costs(by_key) == {gone: 1, other: 26, listed: 4}


@pytest.mark.parametrize("name", ["user", "team"])
def test_raw_fields_deeper_than_a_parser_goes_are_those_of_nobody(name: str) -> None:
    """Whoever may load one source could keep everybody's questions about money from being answered."""
    gone, deep = "Credential:litellm/acme/g", "[" * 5000 + "]" * 5000
    rows = [
        used("2026-09-10", 1, principal=gone, detail=f'{{"raw":{{"{name}":{deep}}}}}'),
        used("2026-09-10", 2, principal=gone, detail='{"raw":{"user":"u-ada"}}'),
    ]
    stated = [*TEAMS, *holds((P1, "Account:litellm/acme/u-ada")), member("Account:litellm/acme/u-ada", T1)]
    answer = run(compiled(("hr:x", stated), ("litellm:acme", rows)), september("identity", "team"))
    assert costs(answer) == {("~unattributed", "~unattributed"): 1, (P1, T1): 2}


def test_the_team_in_which_a_gone_key_was_used_is_the_team_of_a_user_who_has_none() -> None:
    gone, user, own = "Credential:litellm/acme/g", "Account:litellm/acme/u-new", "Account:litellm/acme/u-ada"
    seen = [Edge(kind="USED", source=user, target="Model:openai/gpt-5"), *holds((P1, own)), member(own, T1)]
    rows = [
        used("2026-09-10", 1, principal=gone, detail='{"raw":{"user":"u-new"}}', workspace=T2),
        used("2026-09-10", 2, principal=gone, detail='{"raw":{"user":"u-new","team":"docks"}}', workspace=T2),
        used("2026-09-10", 4, principal=gone, detail='{"raw":{"user":"u-ada"}}', workspace=T2),
        used("2026-09-10", 8, principal=gone, detail='{"raw":{"user":"u-new"}}'),
        used("2026-09-10", 16, principal=user, workspace=T2),
    ]
    answer = run(compiled(("hr:x", [*TEAMS, *seen]), ("litellm:acme", rows)), september("account", "team"))
    assert costs(answer) == {(user, T2): 3, (own, T1): 4, (user, "~unattributed"): 24}


def test_days_that_no_run_covers_are_named_before_within_and_after_what_was_read() -> None:
    store = MemoryStore()
    for first, last in (("2026-09-03", "2026-09-10"), ("2026-09-20", "2026-09-25"), ("2026-09-11", "2026-09-12")):
        days = (read_day(first), read_day(last))
        run_ = store.begin(RunHeader(source="ai:x", observed_at=read_moment("2026-09-26"), usage=days))
        store.write(run_, [used(first, 5)], (1,))
        store.finish(run_)
    run_ = store.begin(RunHeader(source="bill:x", observed_at=read_moment("2026-09-26")))
    store.write(run_, [charged("2026-09-01", "2026-09-29", "seat", 9)], (1,))
    store.finish(run_)
    snapshot = snapshot_of(store, 0)
    answer = run(snapshot, september("day"))
    assert [reason.code for reason in answer.completeness.reasons] == ["DAYS_NOT_COVERED"] * 4
    remedy = "or ask for 2026-09-03 to 2026-09-12, which every source covers"
    assert [reason.detail for reason in answer.completeness.reasons] == [
        f"{gap}; load or sync what it has of these days, {remedy}"
        for gap in (
            "ai:x: no run covers 2026-09-01 to 2026-09-02",
            "ai:x: no run covers 2026-09-13 to 2026-09-19",
            "ai:x: no run covers 2026-09-26 to 2026-09-30",
            "bill:x: no run covers 2026-09-30",
        )
    ]
    covered = run(snapshot, september("day", first_day=read_day("2026-09-03"), last_day=read_day("2026-09-12")))
    assert (covered.completeness.status.name, covered.completeness.reasons) == ("COMPLETE", ())
    later = run(snapshot, september("day", first_day=read_day("2027-01-01"), last_day=read_day("2027-01-31")))
    assert later.ledger.nano == 0
    assert [reason.detail for reason in later.completeness.reasons] == [
        f"{source}: no run covers 2027-01-01 to 2027-01-31; load or sync what it has of these days"
        for source in ("ai:x", "bill:x")
    ]


def test_a_currency_left_out_is_a_note_and_one_that_leaves_out_everything_is_a_reason() -> None:
    day = {"first_day": read_day("2026-09-10"), "last_day": read_day("2026-09-10")}
    snapshot = compiled(("ai:x", [used("2026-09-10", 5), used("2026-09-10", 7, currency="EUR")]))
    euros = run(snapshot, september("model", currency="EUR", **day)).completeness
    assert (euros.status.name, euros.reasons, [note.code for note in euros.notes]) == ("COMPLETE", (), ["CURRENCY"])
    yen = run(snapshot, september("model", currency="JPY", **day))
    assert (yen.ledger.nano, yen.completeness.status.name) == (0, "PARTIAL")
    assert [(reason.code, "EUR and USD" in reason.detail) for reason in yen.completeness.reasons] == [
        ("CURRENCY", True)
    ]


def test_priced_usage_is_cost_on_days_without_a_bill_of_its_provider_or_application() -> None:
    gateway, key = "Application:litellm/acme", {"basis": "priced"}
    rows = [
        *(used(f"2026-09-{day}", 1, application=gateway, **key) for day in (10, 11, 12, 13)),
        used("2026-09-14", 2, application=gateway, resource="Model:openai/gpt", **key),
    ]
    bill = [
        used("2026-09-11", 50, application="Application:anthropic/org", principal=None),
        charged("2026-09-12", "2026-09-12", "usage", 70, "Application:anthropic/org"),
    ]
    stated = [("anthropic:org", bill), ("litellm:acme", rows)]
    # Cursor sells Claude on its own account: that bill is not Anthropic's.
    stated.append(("cursor:x", [used("2026-09-13", 30, application="Application:cursor/x")]))
    answer = run(compiled(*stated), september("day", "provider"))
    assert {tuple(row.key.values()): (row.cost.nano, row.estimate.nano, row.basis) for row in answer.rows} == {
        ("2026-09-10", "anthropic"): (1, 0, "priced"),
        ("2026-09-11", "anthropic"): (50, 1, "billed"),
        ("2026-09-12", "anthropic"): (0, 1, "priced"),
        ("2026-09-13", "anthropic"): (31, 0, "mixed"),
        ("2026-09-14", "openai"): (2, 0, "priced"),
    }
    assert (answer.ledger.nano, answer.estimate_value.nano, answer.included_value.nano) == (84 + 70, 2, 0)
    assert [(p.source, p.counts, p.cost.nano, p.estimate.nano) for p in answer.priced] == [
        ("litellm:acme", "auto", 4, 2)
    ]
    for counts, amounts in (("always", (6, 0)), ("never", (0, 6))):
        snapshot = compiled(*stated, policy=Policy(counts={"litellm:acme": counts}))
        [priced] = run(snapshot, september("day")).priced
        assert (priced.counts, (priced.cost.nano, priced.estimate.nano)) == (counts, amounts)


def test_tokens_alone_and_what_a_plan_includes_have_their_rows() -> None:
    rows = [
        used("2026-09-10", None, tokens=(5, 0, 0, 0, 0, 2, 0), requests=3),
        used("2026-09-10", 4, principal=B, chargeable=False),
    ]
    answer = run(compiled(("cursor:x", rows)), september("account"))
    assert [(row.key["account"], row.included.nano, row.tokens["output"], row.requests, row.basis) for row in answer.rows] == [
        (B, 4, 0, 0, "billed"),
        (A, 0, 2, 3, "unpriced"),
    ]  # fmt: skip

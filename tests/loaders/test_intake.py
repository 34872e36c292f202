"""The runs of one command are written together or not at all, on every store."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.claims import Decision, Edge, Node, Record, RunHeader
from graph.errors import ConflictError, InputError, LeaseHeld, ObservationTooOld, RecordError
from graph.moment import DAY, read_moment
from graph.reason import COMPLETE, FAILED, PARTIAL, Reason
from graph.stores.base import Store
from loaders.base import Context, PendingRun
from loaders.ingest import BATCH, REFUSED, REFUSED_SHOWN, ingest
from loaders.saved.files import load_runs

START = read_moment("2026-11-20T06:00:00Z")
FIXTURES = Path(__file__).parents[1] / "fixtures"


def draft(source: str, *records: Record, observed_at: int = START, **fields: Any) -> PendingRun:
    header = RunHeader(source=source, observed_at=observed_at, complete=("Identity", "MEMBER_OF"))
    return PendingRun(header, list(enumerate(records, 1)), fields.pop("origin", f"{source}.file"), **fields)


def person(key: str, **props: Any) -> Node:
    return Node(id=f"Identity:hr/{key}", name=key, props=props)


def member(key: str, group: str = "all") -> Edge:
    return Edge(kind="MEMBER_OF", source=f"Identity:hr/{key}", target=f"Group:hr/{group}")


BAD = Node(id="Person:hr/1")


def open_ids(store: Store) -> set[str]:
    claims = store.read()
    return {
        claims.ids[node] for node, end in zip(claims.nodes.node, claims.nodes.retired, strict=True) if end == 2**63 - 1
    }


def is_untouched(store: Store) -> bool:
    return store.generation() == 0 and not store.sources() and not store.runs()


def load(store: Store, path: Path, observed_at: int = START, **context: Any) -> list[Any]:
    return ingest(store, load_runs([path], Context(observed_at, **context))[0])


def test_runs_are_written_oldest_first_whatever_their_order(store: Store) -> None:
    drafts = [draft("hr:a", person("new"), observed_at=START + DAY), draft("hr:a", person("old"), observed_at=START)]
    outcomes = ingest(store, drafts)
    assert [outcome.retired for outcome in outcomes] == [{}, {"Identity": 1}]
    assert open_ids(store) == {"Identity:hr/new"}


def test_runs_of_one_source_and_moment_stay_apart_in_order(store: Store) -> None:
    ingest(store, [draft("hr:a", person("first")), draft("hr:a", person("second"))])
    assert open_ids(store) == {"Identity:hr/second"}


@pytest.mark.parametrize(
    ("drafts", "error"),
    [
        ([draft("hr:a", person("1")), draft("hr:b", BAD, lenient=False)], RecordError),
        ([draft("hr:a", person("1")), draft("hr:b", person("1"), person("1", title="x"))], ConflictError),
        ([draft("hr:a", person("1")), draft("nosource", person("1"))], RecordError),
        ([draft("hr:a", person("1")), draft("hr:a", person("1"), observed_at=-1)], RecordError),
    ],
    ids=["bad record", "contradiction", "no source", "no moment"],
)
def test_one_bad_run_and_nothing_of_the_command_is_written(
    store: Store, drafts: list[PendingRun], error: type[InputError]
) -> None:
    with pytest.raises(error):
        ingest(store, drafts)
    assert is_untouched(store)
    # The leases are free again.
    assert [outcome.state for outcome in ingest(store, [draft("hr:a", person("1"))])] == [COMPLETE]


def test_an_error_says_file_line_and_field(store: Store) -> None:
    with pytest.raises(RecordError) as caught:
        ingest(store, [draft("hr:a", person("1"), BAD, lenient=False, origin="people.jsonl")])
    assert (caught.value.file, caught.value.line, caught.value.field) == ("people.jsonl", 2, "id")


def test_whatever_stops_a_command_frees_its_leases(store: Store, open_handle: Callable[[], Store]) -> None:
    def broken() -> Iterator[PendingRun]:
        yield draft("hr:a", person("1"))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest(store, broken())
    assert is_untouched(store)
    assert ingest(open_handle(), [draft("hr:a", person("1"))])[0].state == COMPLETE


def test_a_source_that_another_writes_stops_the_command(store: Store, open_handle: Callable[[], Store]) -> None:
    other = open_handle()
    run = other.begin(RunHeader(source="hr:b", observed_at=START))
    with pytest.raises(LeaseHeld):
        ingest(store, [draft("hr:a", person("1")), draft("hr:b", person("1"))])
    other.abandon(run)
    assert is_untouched(store)


def test_an_older_observation_is_refused(store: Store) -> None:
    ingest(store, [draft("hr:a", person("1"), observed_at=START + DAY)])
    generation = store.generation()
    with pytest.raises(ObservationTooOld):
        ingest(store, [draft("hr:b", person("1")), draft("hr:a", person("2"))])
    assert (store.generation(), [state.source for state in store.sources()]) == (generation, ["hr:a"])


def test_a_lenient_run_leaves_out_what_cannot_be_kept_and_retires_nothing(store: Store) -> None:
    ingest(store, [draft("hr:a", person("1"), person("2"))])
    [outcome] = ingest(store, [draft("hr:a", person("1"), BAD, observed_at=START + DAY)])
    assert outcome.state == PARTIAL
    assert [reason.code for reason in outcome.reasons] == [REFUSED]
    assert "hr:a.file:2: field 'id'" in outcome.reasons[0].detail
    assert open_ids(store) == {"Identity:hr/1", "Identity:hr/2"}


def test_strict_foreign_refuses_what_a_lenient_draft_would_leave_out(store: Store) -> None:
    with pytest.raises(RecordError):
        ingest(store, [draft("hr:a", BAD)], strict_foreign=True)
    assert is_untouched(store)


def test_what_a_connector_refused_withdraws_all_scopes_unless_it_names_the_proven_ones(store: Store) -> None:
    both = person("1"), person("2"), member("1"), member("2")
    for source in ("hr:a", "hr:b"):
        ingest(store, [draft(source, *both)])
    later = START + DAY
    [all_lost] = ingest(store, [draft("hr:a", observed_at=later, rejected=["row 3"])])
    assert (all_lost.state, all_lost.retired) == (PARTIAL, {})
    [some_lost] = ingest(
        store, [draft("hr:b", person("1"), member("1"), observed_at=later, rejected=["row 3"], complete=("MEMBER_OF",))]
    )
    assert (some_lost.state, some_lost.retired) == (PARTIAL, {"MEMBER_OF": 1})


def test_the_list_of_refusals_says_how_long_it_is(store: Store) -> None:
    refused = [f"row {number}" for number in range(REFUSED_SHOWN + 20)]
    [outcome] = ingest(store, [draft("hr:a", person("1"), rejected=refused)])
    assert len(outcome.reasons) == REFUSED_SHOWN + 1
    assert outcome.reasons[-1].detail == f"and 20 more, {REFUSED_SHOWN + 20} in all"


def test_a_failed_run_is_recorded_and_writes_nothing(store: Store) -> None:
    why = Reason("UNREACHABLE", "the system did not answer")
    outcomes = ingest(store, [draft("hr:a", person("1"), failure=why), draft("hr:b", person("2"))])
    assert [(outcome.source, outcome.state) for outcome in outcomes] == [("hr:a", FAILED), ("hr:b", COMPLETE)]
    assert outcomes[0].reasons == (why,)
    assert open_ids(store) == {"Identity:hr/2"}
    assert {run.source: run.state for run in store.runs()} == {"hr:a": FAILED, "hr:b": COMPLETE}


def test_a_failed_run_of_a_refused_command_is_not_recorded(store: Store) -> None:
    with pytest.raises(RecordError):
        ingest(store, [draft("hr:a", failure=Reason("X", "x")), draft("hr:b", BAD, lenient=False)])
    assert is_untouched(store)


def test_nothing_at_all_is_refused(store: Store) -> None:
    with pytest.raises(InputError, match="no record at all"):
        ingest(store, [])


def test_decisions_are_kept_once_and_belong_to_no_run(store: Store, tmp_path: Path) -> None:
    link = (
        '{"record":"decision","kind":"link","ids":["Identity:hr/1","Identity:okta/1"],'
        '"by":"sam@harbor.example","at":"2026-11-20T09:00:00Z"}\n'
    )
    path = tmp_path / "decisions.jsonl"
    path.write_text(link)
    for _ in range(2):
        assert load(store, path) == []
    assert [decision.ids for decision in store.read().decisions] == [("Identity:hr/1", "Identity:okta/1")]
    assert store.sources() == []
    path.write_text(link.replace('"link"', '"owner"').replace("Identity:okta/1", "Account:x/1"))
    with pytest.raises(RecordError, match="an owner decision needs two different ids"):
        load(store, path)
    assert len(store.read().decisions) == 1


def test_decisions_within_a_refused_command_are_not_kept(store: Store, tmp_path: Path) -> None:
    good = (FIXTURES / "records" / "everything.jsonl").read_text()
    path = tmp_path / "hr.jsonl"
    path.write_text(good + '{"record":"node","id":"Person:hr/1"}\n')
    with pytest.raises(RecordError, match="not a node kind"):
        load(store, path)
    assert is_untouched(store)
    assert not store.read().decisions


def test_a_restore_may_not_come_twice(store: Store) -> None:
    header = RunHeader(source="hr:a", observed_at=START, restore=True)
    with pytest.raises(InputError, match="a second time"):
        ingest(store, [PendingRun(header, [(1, person("1"))], "a"), PendingRun(header, [(1, person("2"))], "b")])
    assert is_untouched(store)


def test_many_records_come_in_batches_and_tell_how_far_they_are(store: Store) -> None:
    seen: list[tuple[str, int]] = []
    people = [person(str(number)) for number in range(2 * BATCH + 5)]
    [outcome] = ingest(store, [draft("hr:a", *people)], progress=lambda *told: seen.append(told))
    assert outcome.added == {"Identity": 2 * BATCH + 5}
    assert seen == [("hr:a.file", BATCH), ("hr:a.file", 2 * BATCH), ("hr:a.file", 2 * BATCH + 5)]


def test_rounded_amounts_are_counted(store: Store) -> None:
    hr, contractors = load(store, FIXTURES / "records" / "everything.jsonl")
    assert {hr.source: hr.rounded, contractors.source: contractors.rounded} == {"hr:workday": 1, "hr:contractors": 0}


def test_the_same_files_again_change_nothing(store: Store) -> None:
    folders = [FIXTURES / "records" / "everything.jsonl", FIXTURES / "peribolos" / "harbor.yaml"]
    folders += [FIXTURES / "scim" / "harbor-users.json", FIXTURES / "scim" / "harbor-groups.json"]

    def load_all() -> list[Any]:
        return ingest(store, load_runs(folders, Context(START))[0])

    first = load_all()
    assert sorted(outcome.source for outcome in first) == [
        "github:harbor-works",
        "hr:contractors",
        "hr:workday",
        "scim:harbor",
    ]
    generation, counts = store.generation(), store.counts()
    assert not any(outcome.changed for outcome in load_all())
    assert (store.generation(), store.counts()) == (generation, counts)


@pytest.mark.parametrize("seed", range(5))
def test_permuting_the_lines_of_a_run_changes_nothing(
    open_handle: Callable[[], Store], tmp_path: Path, seed: int
) -> None:
    store = open_handle()
    path = FIXTURES / "records" / "everything.jsonl"
    load(store, path)
    generation = store.generation()
    lines = path.read_text().splitlines()
    second = next(number for number, line in enumerate(lines) if "hr:contractors" in line)
    body = lines[2:second]
    random.Random(seed).shuffle(body)
    shuffled = tmp_path / "shuffled.jsonl"
    shuffled.write_text("\n".join([*lines[:2], *body, *lines[second:]]) + "\n")
    assert not any(outcome.changed for outcome in load(store, shuffled))
    assert store.generation() == generation


def test_a_run_from_more_than_a_day_ahead_of_the_clock_is_refused_and_locks_nobody_out(store: Store) -> None:
    later = START + DAY
    with pytest.raises(InputError, match=r"x\.jsonl: hr:x is observed at 2026-11-21.*ahead of the clock"):
        ingest(store, [draft("hr:x", person("a"), observed_at=later + 1, origin="x.jsonl")], clock=START)
    assert (store.generation(), store.sources()) == (0, [])
    ingest(store, [draft("hr:x", person("a"), observed_at=later)], clock=START)
    ingest(store, [draft("hr:x", person("b"), observed_at=later + 1)], clock=later)


def test_a_decision_from_more_than_a_day_ahead_of_the_clock_is_refused(store: Store) -> None:
    decision = Decision(kind="approval", ids=("McpServer:mcp/x",), by="sam", at=START + DAY + 1, value="approved")
    with pytest.raises(InputError, match="it would outweigh every later one"):
        ingest(store, [draft("hr:x", person("a"), decision)], clock=START)
    assert (store.generation(), list(store.read().decisions)) == (0, [])

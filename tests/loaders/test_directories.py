"""Every directory over real HTTP, with every fault: nobody vanishes, and the next good run repairs it."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.check import check, check_props
from graph.claims import Edge, Node
from graph.errors import InputError
from graph.moment import read_moment
from graph.stores.base import Outcome, Store
from graph.stores.memory import MemoryStore
from loaders.base import Context, PendingRun, Secret
from loaders.connectors.records import write_line
from loaders.live.http import Clock, FetchContext, RetryPolicy
from loaders.live.sync import SyncOptions, sync
from loaders.saved.files import assign_connectors, load_runs, open_documents
from tests.loaders.cursor_api import FastClock, Fault, Request
from tests.loaders.directory_api import DirectoryApi, serving
from tests.loaders.directory_cases import CASES, Case

FIXTURES = Path(__file__).parents[1] / "fixtures"
MORNING = "2026-11-20T06:00:00Z"
NEXT_MORNING = "2026-11-21T06:00:00Z"
NOW = read_moment(MORNING)


# Those that list the members of each group apart.
LISTING = [case for case in CASES if case.lists_members]


@pytest.fixture(params=CASES, ids=lambda case: case.name)
def case(request: pytest.FixtureRequest) -> Case:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture
def api(case: Case) -> Iterator[DirectoryApi]:
    with serving(case.open_api()) as running:
        yield running


def run(case: Case, api: DirectoryApi, store: Store, at: str = MORNING, **terms: Any) -> Outcome:
    clock = FastClock()
    retry_policy = RetryPolicy(max_attempts=3, initial_wait_s=0.01, timeout_s=5)
    config = case.config(api, **terms)
    [outcome] = sync(
        store,
        case.name,
        config,
        SyncOptions(retry_policy=retry_policy, clock=Clock(clock.now_s, clock.sleep, lambda: read_moment(at))),
    )
    return outcome


def read(case: Case, api: DirectoryApi, timeout_s: float = 5, **terms: Any) -> tuple[PendingRun, list[bytes]]:
    """The run of one fetch and its records as lines."""
    clock = FastClock()
    io = FetchContext(NOW, Clock(clock.now_s, clock.sleep), RetryPolicy(initial_wait_s=0.01, timeout_s=timeout_s))
    pages = case.module.fetch(case.config(api, **terms), io, None)
    [draft] = case.module.normalize(pages, Context(NOW, source=f"{case.name}:acme"))
    for _, record in draft.records:
        check(record)
    return draft, [write_line(record) for _, record in draft.records]


def content(store: Store) -> set[tuple[Any, ...]]:
    """Every open claim, whatever its moments."""
    claims, never = store.read(), 2**63 - 1
    nodes, edges = claims.nodes, claims.edges
    return {
        (claims.ids[node], nodes.name[place], nodes.props[place])
        for place, node in enumerate(nodes.node)
        if nodes.retired[place] == never
    } | {
        (claims.ids[edges.source[place]], int(edges.kind[place]), claims.ids[edges.target[place]])
        for place in range(len(edges.kind))
        if min(edges.retired[place], edges.until[place]) == never
    }


def plan(case: Case) -> list[Request]:
    """Every request of an undisturbed run."""
    with serving(case.open_api()) as api:
        read(case, api)
        return list(api.requests)


def list_of(request: Request) -> tuple[str, dict[str, Any]]:
    """What a request reads, whichever page of it."""
    paging = ("after", "pageToken", "skip", "startIndex", "cursor", "$skiptoken", "$select")
    return request.path, {name: term for name, term in request.asked.items() if name not in paging}


def is_same(one: Request, other: Request) -> bool:
    """The same request, whatever port the server has."""
    asked, wanted = ({k: v for k, v in each.asked.items() if k != "scope"} for each in (one, other))
    return (one.path, asked) == (other.path, wanted)


# The files of SCIM have tests of their own.
@pytest.mark.parametrize("name", [case.name for case in CASES if case.name != "scim"])
def test_saved_pages_give_the_expected_records(name: str) -> None:
    folder = FIXTURES / name
    saved = sorted(folder.glob("*.json"))
    assert set(assign_connectors(open_documents(saved)[0])) == {name}
    [draft] = load_runs(saved, Context(NOW, source=f"{name}:harbor"))[0]
    assert draft.rejected == []
    records = [record for _, record in draft.records]
    for record in records:
        check(record)
        if isinstance(record, Node):
            assert check_props(record.id.partition(":")[0], record.props) == record.props
    expected = (folder / "expected.jsonl").read_bytes().splitlines(keepends=True)
    assert sorted(write_line(record) for record in records) == sorted(expected)


def test_pages_that_were_saved_say_what_they_said_live(case: Case, api: DirectoryApi, tmp_path: Path) -> None:
    clock = FastClock()
    io = FetchContext(NOW, Clock(clock.now_s, clock.sleep), RetryPolicy(timeout_s=5))
    pages = [page for page in case.module.fetch(case.config(api), io, None) if page.body is not None]
    for number, page in enumerate(pages):
        group = page.request.get("group")
        name = f"members-{group}-page{number}" if group else f"{page.endpoint.strip('/').lower()}-{number}"
        (tmp_path / f"{name}.json").write_text(json.dumps(page.body))
    [live] = case.module.normalize(pages, Context(NOW, source=f"{case.name}:acme"))
    [saved] = load_runs([tmp_path], Context(NOW, source=f"{case.name}:acme"))[0]
    told = [{write_line(record) for _, record in draft.records} for draft in (live, saved)]
    assert told[0] == told[1]
    assert saved.rejected == []


@pytest.mark.parametrize("name", [case.name for case in CASES if case.name != "scim"])
def test_nothing_private_of_a_saved_page_is_kept(name: str) -> None:
    written = (FIXTURES / name / "expected.jsonl").read_bytes()
    saved = b"".join(path.read_bytes() for path in (FIXTURES / name).glob("*.json"))
    for private in (b"hunter2", b"+81-555", b"private.example"):
        assert private in saved
        assert private not in written


def test_a_first_run_tells_people_their_state_their_manager_and_their_groups(case: Case, api: DirectoryApi) -> None:
    draft, _ = read(case, api)
    records = [record for _, record in draft.records]
    nodes = {record.name: record for record in records if isinstance(record, Node)}
    ids = {node.id.rpartition("/")[2]: node for node in nodes.values()}
    people = {name: next(node for key, node in ids.items() if key.endswith(name)) for name in ("ada", "bo", "cy", "ed")}
    assert nodes["Ada Byron"] == people["ada"]
    assert people["ada"].props["department"] == "Research"
    assert people["ada"].props["emails"][0] == "ada@acme.example"
    states = {name: node.props["status"] for name, node in people.items()}
    assert states == {"ada": "active", "bo": "active", "cy": "suspended", "ed": "unknown"}
    edges = {(edge.source, edge.kind, edge.target) for edge in records if isinstance(edge, Edge)}
    assert (people["bo"].id, "REPORTS_TO", people["ada"].id) in edges
    core, lab = nodes["core"].id, nodes["lab"].id
    assert {(people["ada"].id, "MEMBER_OF", core), (people["bo"].id, "MEMBER_OF", lab)} <= edges
    if case.has_departed:
        di = next(node for key, node in ids.items() if key.endswith("di"))
        assert (di.props["status"], di.props["departed_at"]) == ("departed", "2026-10-01T00:00:00Z")
    if case.nests:
        assert (core, "MEMBER_OF", lab) in edges
    assert set(draft.complete or ()) == case.complete
    assert draft.reasons == []


def test_a_run_is_complete_and_the_same_answers_change_nothing(case: Case, api: DirectoryApi) -> None:
    store = MemoryStore()
    outcome = run(case, api, store)
    assert (outcome.state, outcome.reasons) == ("COMPLETE", ())
    assert set(store.sources()[0].scopes) == case.complete
    assert not run(case, api, store).changed


FAULTS = {
    "429": Fault(status=429, headers={"Retry-After": "1"}),
    "500": Fault(status=500),
    "timeout": Fault(hangs=True),
    "truncated": Fault(cut=True),
    "html": Fault(body=b"<html>"),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_each_page_may_fail_once_and_nothing_is_missed(case: Case, fault: Fault) -> None:
    requests = plan(case)
    with serving(case.open_api()) as api:
        _, undisturbed = read(case, api)
        for number in range(1, len(requests) + 1):
            api.requests.clear()
            api.fault = lambda now, request, number=number: fault if now == number else None
            draft, records = read(case, api, timeout_s=0.25 if fault.hangs else 5)
            assert (draft.reasons, records) == ([], undisturbed), requests[number - 1]
            assert set(draft.complete or ()) == case.complete


def test_each_page_may_come_twice_and_nothing_is_missed(case: Case) -> None:
    """A page that is an earlier one of its list again is asked for again; one that stays so spoils its list."""
    requests = plan(case)
    with serving(case.open_api()) as api:
        _, undisturbed = read(case, api)
        for number in range(2, len(requests) + 1):
            if list_of(requests[number - 1]) != list_of(requests[number - 2]):
                continue
            last: list[Any] = []

            def again(body: Any, last: list[Any] = last) -> Any:
                last[:] = last or [body]
                return last[0]

            for lasting in (False, True):
                last.clear()
                api.requests.clear()
                api.fault = lambda now, request, number=number, lasting=lasting, again=again: (
                    Fault(mangle=again) if now == number - 1 or now == number or (lasting and now > number) else None
                )
                draft, records = read(case, api, max_pages=20)
                if lasting:
                    assert set(draft.complete or ()) < case.complete
                    assert draft.reasons
                else:
                    assert (draft.reasons, records) == ([], undisturbed), requests[number - 1]


@pytest.mark.parametrize("fault", [Fault(status=500), Fault(mangle=lambda body: {"ok": 1})], ids=["500", "other shape"])
def test_a_page_that_keeps_failing_retires_nothing_and_the_next_run_heals_it(case: Case, fault: Fault) -> None:
    for broken in plan(case):
        with serving(case.open_api()) as api:
            store = MemoryStore()
            run(case, api, store)
            before = content(store)
            api.fault = lambda number, request, broken=broken: fault if is_same(request, broken) else None
            outcome = run(case, api, store, NEXT_MORNING, **case.afresh)
            assert outcome.state in ("PARTIAL", "FAILED"), broken
            assert not any(outcome.retired.values())
            assert all(reason.detail for reason in outcome.reasons)
            assert content(store) >= before
            api.fault = lambda number, request: None
            assert run(case, api, store, NEXT_MORNING, **case.afresh).state == "COMPLETE"
            assert content(store) == before


@pytest.mark.parametrize(("status", "code"), [(401, "UNAUTHORIZED"), (403, "FORBIDDEN")])
def test_a_key_that_is_refused_ends_the_run_and_says_what_to_mend(case: Case, status: int, code: str) -> None:
    requests = plan(case)
    for number in range(1, len(requests) + 1):
        with serving(case.open_api()) as api:
            # A token that was not given out yet cannot be told from any other word.
            known = case.secrets[:1] if requests[number - 1].path.endswith("/token") else case.secrets
            body = json.dumps({"error": {"message": "will not do: " + ", ".join(known)}}).encode()
            api.fault = lambda now, request, number=number, body=body: (
                Fault(status=status, body=body) if now == number else None
            )
            outcome = run(case, api, MemoryStore())
            assert len(api.requests) == number
            assert [reason.code for reason in outcome.reasons] == [code]
            assert "of " + case.name + ", instance acme" in outcome.reasons[0].detail
            assert not [secret for secret in known if secret in repr(outcome)]
            assert outcome.state == ("FAILED" if number <= case.first_page else "PARTIAL")


def test_neither_settings_nor_pages_nor_records_show_a_secret(case: Case, api: DirectoryApi) -> None:
    draft, records = read(case, api)
    config = case.config(api)
    for secret in case.secrets:
        assert secret not in repr(config)
        assert secret.encode() not in b"".join(records)
        assert secret not in repr(draft)


def test_a_wrong_key_is_a_failed_run_that_changes_nothing(case: Case, api: DirectoryApi) -> None:
    store = MemoryStore()
    run(case, api, store)
    before = (content(store), store.generation())
    outcome = run(case, api, store, NEXT_MORNING, **{case.secret: Secret("expired-1b7")})
    assert (outcome.state, [reason.code for reason in outcome.reasons]) == ("FAILED", ["UNAUTHORIZED"])
    assert "expired-1b7" not in repr(outcome)
    assert (content(store), store.generation()) == before


def test_whoever_is_listed_no_more_is_retired_and_nobody_else(case: Case, api: DirectoryApi) -> None:
    store = MemoryStore()
    run(case, api, store)
    [gone] = [user for user in api.users if "bo" in json.dumps(list(user.values())[:3])]
    api.users.remove(gone)
    for listed in api.members.values():
        listed[:] = [member for member in listed if "bo" not in json.dumps(member)]
    outcome = run(case, api, store, NEXT_MORNING, **case.afresh)
    assert {kind: count for kind, count in outcome.retired.items() if count} == {
        "Identity": 1,
        "REPORTS_TO": 1,
        "MEMBER_OF": 1,
    }


def test_a_directory_that_lists_nobody_retires_nobody(case: Case, api: DirectoryApi) -> None:
    store = MemoryStore()
    run(case, api, store)
    before = content(store)
    api.users.clear()
    outcome = run(case, api, store, NEXT_MORNING)
    assert outcome.state == "PARTIAL"
    assert "nobody is listed" in outcome.reasons[0].detail
    assert not outcome.retired.get("Identity")
    assert content(store) >= {claim for claim in before if claim[0].startswith("Identity:")}


@pytest.mark.parametrize("case", LISTING, ids=lambda case: case.name)
def test_lists_of_members_that_are_nowhere_prove_nothing(case: Case, api: DirectoryApi) -> None:
    api.members.clear()
    draft, _ = read(case, api)
    assert "none of 3 lists is there" in draft.reasons[0].detail
    assert set(draft.complete or ()) == case.complete - {"MEMBER_OF"}


@pytest.mark.parametrize("case", LISTING, ids=lambda case: case.name)
def test_a_group_that_is_gone_between_two_pages_has_no_members(case: Case, api: DirectoryApi) -> None:
    draft, before = read(case, api)
    del api.members[next(key for key in api.members if "lab" in key)]
    draft, records = read(case, api)
    assert draft.reasons == []
    assert set(draft.complete or ()) == case.complete
    assert len(records) < len(before)


def test_fields_that_nobody_documented_change_nothing(case: Case, api: DirectoryApi) -> None:
    _, before = read(case, api)
    odd = {"x": [{"y": None}], "zz": 7.5, "Новое": {"a": "b"}}
    for entry in (*api.users, *api.groups, *(member for listed in api.members.values() for member in listed)):
        entry.update(odd)
    assert read(case, api)[1] == before


def test_an_entry_of_an_id_alone_is_somebody_of_whom_nothing_is_known(case: Case, api: DirectoryApi) -> None:
    key = case.key
    api.users.append({key: "only-an-id"} | case.least)
    draft, records = read(case, api)
    assert draft.rejected == []
    [line] = [json.loads(line) for line in records if b'"id":' in line and b"only-an-id" in line]
    assert line["props"]["status"] == "unknown"
    assert line["props"]["type"] == "human"


def test_a_wrong_type_is_refused_by_its_fields_name_and_the_others_load(case: Case) -> None:
    for collection, path, bad in case.wrong:
        with serving(case.open_api()) as api:
            _, before = read(case, api)
            entry = getattr(api, collection)[0]
            *outer, name = path.split(".")
            for part in outer:
                entry = entry[part]
            entry[name] = bad
            draft, records = read(case, api)
            [refused] = draft.rejected
            assert path.lower() in refused.lower()
            described, whole = ({line for line in lines if b'"node"' in line} for lines in (records, before))
            assert described < whole, (collection, path)
            assert not set(draft.complete or ()) & ({"Identity"} if collection == "users" else {"Group"})
            pages = case.module.fetch(case.config(api), FetchContext(NOW), None)
            with pytest.raises(InputError, match=f"(?i){path.rpartition('.')[2]}"):
                list(case.module.normalize(pages, Context(NOW, source="x:y", lenient=False)))


def test_a_next_page_on_another_host_is_not_asked_for(case: Case, api: DirectoryApi) -> None:
    with serving(case.open_api()) as other:
        own, api.base_url = api.base_url, other.base_url
        terms = {
            name: text.replace(other.base_url, own) if isinstance(text, str) else text
            for name, text in case.settings(api).items()
        }
        config = case.config(api, **{"base_url": own, **terms})
        pages = list(case.module.fetch(config, FetchContext(NOW), None))
        assert other.requests == []
        if case.links:
            assert "another host" in next(page.failure for page in pages if page.failure).detail


def test_too_many_pages_are_given_up_and_said(case: Case, api: DirectoryApi) -> None:
    draft, _ = read(case, api, max_pages=1)
    assert any("more than 1 pages" in reason.detail for reason in draft.reasons)
    assert "Identity" not in (draft.complete or ())


@pytest.mark.parametrize(
    ("terms", "setting"),
    [
        ({"instance": ""}, "instance"),
        ({"base_url": "http://directory.example"}, "base_url"),
        ({"base_url": "https://me:secret@directory.example"}, "base_url"),
        ({"base_url": "directory.example"}, "base_url"),
        ({"page_size": 0}, "page_size"),
        ({"max_pages": 0}, "max_pages"),
        ({"calls_per_minute": 0}, "calls_per_minute"),
    ],
)
def test_a_setting_that_cannot_be_is_named(case: Case, terms: dict[str, Any], setting: str) -> None:
    with serving(case.open_api()) as api:
        known = {field.name for field in dataclasses.fields(case.module.Config)}
        asked = [(terms, setting)] if setting in known else []
        for terms_now, name in (*asked, ({case.secret: Secret(" ")}, case.secret)):
            with pytest.raises(InputError, match=f"setting {name} of {case.name}") as error:
                case.config(api, **terms_now)
            assert "secret@" not in str(error.value)

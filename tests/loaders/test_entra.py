"""Microsoft Entra: delta rounds, nested groups, service principals and who is assigned to them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.claims import Edge, Node, Tombstone
from graph.errors import InputError
from graph.moment import read_moment
from graph.stores.base import Outcome, Store
from graph.stores.memory import MemoryStore
from loaders.base import Context, Document, Page, Secret
from loaders.connectors import entra
from loaders.connectors.entra.fetch import read_checkpoint
from loaders.live.http import Clock, FetchContext, RetryPolicy
from loaders.live.sync import SyncOptions, sync
from loaders.saved.files import load_runs
from tests.loaders.cursor_api import FastClock, Fault
from tests.loaders.directory_api import KEY, TOKEN, Entra, Reply, serving
from tests.loaders.directory_cases import CASES

MORNING, NOON, EVENING, NEXT_MORNING = (f"2026-11-{at}:00:00Z" for at in ("20T06", "20T12", "20T18", "21T06"))
ENTRA = next(case for case in CASES if case.name == "entra")
FIXTURES = "tests/fixtures/entra"


@pytest.fixture
def api() -> Iterator[Entra]:
    with serving(ENTRA.open_api()) as running:
        assert isinstance(running, Entra)
        yield running


@pytest.fixture
def memory() -> MemoryStore:
    return MemoryStore()


def run(api: Entra, store: Store, at: str, **terms: Any) -> Outcome:
    clock = FastClock()
    retry_policy = RetryPolicy(max_attempts=2, initial_wait_s=0.01, timeout_s=5)
    [outcome] = sync(
        store,
        "entra",
        ENTRA.config(api, **terms),
        SyncOptions(retry_policy=retry_policy, clock=Clock(clock.now_s, clock.sleep, lambda: read_moment(at))),
    )
    return outcome


def records(api: Entra, checkpoint: str | None = None, at: str = MORNING, **terms: Any) -> tuple[list[Any], Any]:
    clock = FastClock()
    io = FetchContext(
        read_moment(at), Clock(clock.now_s, clock.sleep), RetryPolicy(max_attempts=2, initial_wait_s=0.01, timeout_s=5)
    )
    pages = entra.fetch(ENTRA.config(api, **terms), io, checkpoint)
    [draft] = entra.normalize(pages, Context(io.observed_at, source="entra:acme"))
    return [record for _, record in draft.records], draft


def triples(found: list[Any]) -> set[tuple[str, str, str]]:
    return {(edge.source, edge.kind, edge.target) for edge in found if isinstance(edge, Edge) and edge.until is None}


def member(key: str, **more: Any) -> dict[str, Any]:
    return {"@odata.type": "#microsoft.graph.user", "id": key} | more


def paths(api: Entra) -> list[str]:
    return [request.path.removeprefix("/v1.0") for request in api.requests]


def open_edges(store: Store) -> set[tuple[str, str]]:
    claims = store.read()
    edges, never = claims.edges, 2**63 - 1
    return {
        (claims.ids[edges.source[place]], claims.ids[edges.target[place]])
        for place in range(len(edges.kind))
        if min(edges.retired[place], edges.until[place]) == never
    }


def test_groups_nest_devices_are_nobody_and_service_principals_are_services(api: Entra) -> None:
    found, _ = records(api)
    lab = "Group:entra/acme/g-lab"
    assert {source for source, kind, target in triples(found) if kind == "MEMBER_OF" and target == lab} == {
        "Group:entra/acme/g-core",
        "Identity:entra/acme/u-ada",
        "Identity:entra/acme/u-bo",
        "Identity:entra/acme/sp-etl",
    }
    types = {node.id: node.props["type"] for node in found if isinstance(node, Node) and "Identity" in node.id}
    assert (types["Identity:entra/acme/sp-etl"], types["Identity:entra/acme/u-ada"]) == ("service", "human")


def test_whoever_is_assigned_may_use_the_application(api: Entra) -> None:
    found, _ = records(api)
    crm = "Application:entra/acme/sp-crm"
    assert {source for source, kind, target in triples(found) if (kind, target) == ("CAN_USE", crm)} == {
        "Account:entra/acme/u-ada",
        "Account:entra/acme/sp-etl",
        "Group:entra/acme/g-lab",
    }
    assert ("Identity:entra/acme/u-ada", "HAS_ACCOUNT", "Account:entra/acme/u-ada") in triples(found)


def test_an_application_that_is_switched_off_is_disabled(api: Entra) -> None:
    api.principals[0]["accountEnabled"] = False
    found, _ = records(api)
    [application] = [record for record in found if isinstance(record, Node) and record.id.startswith("Application:")]
    assert application.props["status"] == "disabled"


def test_without_applications_people_are_vouched_for_and_applications_are_not(api: Entra) -> None:
    found, draft = records(api, applications=False)
    assert set(draft.complete) == {"Identity", "REPORTS_TO", "Group", "MEMBER_OF"}
    assert not any("servicePrincipals" in path for path in paths(api))
    assert not any(isinstance(record, Node) and record.id.startswith("Application:") for record in found)


def test_between_full_rounds_only_changes_are_asked_for(api: Entra, memory: MemoryStore) -> None:
    run(api, memory, MORNING)
    everybody = open_edges(memory)
    api.requests.clear()
    assert not run(api, memory, NOON).changed
    assert paths(api)[1:] == ["/users/delta", "/groups/delta", "/servicePrincipals/delta"]
    assert all("$deltatoken" in request.asked for request in api.requests[1:])
    assert open_edges(memory) == everybody
    [state] = memory.sources()
    assert (state.state, state.last_observed) == ("COMPLETE", read_moment(NOON))
    assert read_checkpoint(state.checkpoint, ("users",)).full_at == read_moment(MORNING)  # type: ignore[union-attr]
    api.requests.clear()
    run(api, memory, NEXT_MORNING)
    assert not any("$deltatoken" in request.asked for request in api.requests)


def test_changes_open_and_close_what_they_name_and_leave_the_rest(api: Entra, store: Store) -> None:
    run(api, store, MORNING)
    before = open_edges(store)
    # Bo is gone, Fay is new, Ada has another job, and moves from core to empty.
    api.users[:] = [{**user, "jobTitle": "Lead"} if user["id"] == "u-ada" else user for user in api.users[:1]]
    api.users.append({"id": "u-fay", "displayName": "Fay", "accountEnabled": True, "manager": {"id": "u-ada"}})
    api.changes = {
        "users": [
            {"id": "u-bo", "@removed": {"reason": "changed"}},
            {"id": "u-ada", "jobTitle": "Lead"},
            {"id": "u-fay", "displayName": "Fay"},
            {"id": "u-gone-again"},
        ],
        "groups": [
            {"id": "g-core", "members@delta": [member("u-ada", **{"@removed": {"reason": "deleted"}})]},
            {"id": "g-empty", "members@delta": [member("u-ada")]},
        ],
    }
    outcome = run(api, store, NOON)
    assert (outcome.state, outcome.reasons) == ("COMPLETE", ())
    assert {kind: count for kind, count in outcome.retired.items() if count} == {
        "Identity": 1,
        "REPORTS_TO": 1,
        "MEMBER_OF": 1,
    }
    ada, bo, fay, core, lab, empty = (
        f"{kind}:entra/acme/{key}"
        for kind, key in [("Identity", "u-ada"), ("Identity", "u-bo"), ("Identity", "u-fay")]
        + [("Group", name) for name in ("g-core", "g-lab", "g-empty")]
    )
    gone = {(bo, ada), (bo, lab), (ada, core)}
    assert gone <= before
    assert open_edges(store) == before - gone | {(ada, empty), (fay, ada)}
    claims = store.read()
    props = {claims.ids[node]: json.loads(claims.nodes.props[place]) for place, node in enumerate(claims.nodes.node)}
    # The change named the job alone; the object was read again, so nothing else of it was lost.
    assert (props[ada]["title"], props[ada]["department"], props[ada]["status"]) == ("Lead", "Research", "active")


def test_a_round_of_changes_that_fails_is_read_again_from_where_it_began(api: Entra, memory: MemoryStore) -> None:
    run(api, memory, MORNING)
    checkpoint = memory.sources()[0].checkpoint
    api.changes = {"users": [{"id": "u-bo", "@removed": {"reason": "deleted"}}]}
    api.fault = lambda number, request: Fault(status=500) if "groups" in request.path else None
    outcome = run(api, memory, NOON)
    assert (outcome.state, outcome.retired.get("Identity")) == ("PARTIAL", 1)
    assert memory.sources()[0].checkpoint == checkpoint
    api.fault = lambda number, request: None
    assert run(api, memory, EVENING).state == "COMPLETE"


@pytest.mark.parametrize("collection", ["users", "groups", "servicePrincipals"])
def test_a_link_that_has_expired_reads_everything_again(api: Entra, memory: MemoryStore, collection: str) -> None:
    run(api, memory, MORNING)
    before = open_edges(memory)
    api.changes = {"users": [{"id": "u-bo", "@removed": {"reason": "deleted"}}]}

    def expired(number: int, request: Any) -> Fault | None:
        is_old = "$deltatoken" in request.asked and collection in request.path
        return Fault(status=410, body=b'{"error": {"code": "syncStateNotFound"}}') if is_old else None

    api.fault = expired
    outcome = run(api, memory, NOON)
    assert (outcome.state, outcome.reasons) == ("COMPLETE", ())
    # What a full round lists is there, whatever the changes before it said.
    assert open_edges(memory) == before
    assert read_checkpoint(memory.sources()[0].checkpoint, ("users",)).full_at == read_moment(NOON)  # type: ignore[union-attr]


def test_an_empty_page_that_announces_another_one_is_not_the_end(api: Entra) -> None:
    _, whole = records(api)
    real = api.answer

    def hollow(path: str, asked: Any) -> Reply:
        if path.endswith("/delta") and "$skiptoken" not in asked:
            link = api.link(path, {"$skiptoken": "0"})
            return Reply({"@odata.nextLink": link, "value": []})
        return real(path, asked)

    api.answer = hollow  # type: ignore[method-assign]
    _, draft = records(api)
    assert [record for _, record in draft.records] == [record for _, record in whole.records]
    assert draft.complete == whole.complete


def test_a_list_that_ends_without_a_link_of_any_sort_proves_nothing(api: Entra) -> None:
    def cut(body: Any) -> Any:
        return {name: part for name, part in body.items() if name != "@odata.deltaLink"}

    api.fault = lambda number, request: Fault(mangle=cut) if request.path.endswith("/users/delta") else None
    _, draft = records(api)
    assert "Identity" not in draft.complete
    assert "ends without a delta link" in draft.reasons[0].detail
    assert draft.checkpoint is None


def test_pieces_of_one_object_are_put_together(api: Entra) -> None:
    api.users.append({"id": "u-ada", "manager@delta": [member("u-cy")]})
    api.groups.append({"id": "g-lab"})
    api.members["g-lab"] = [*api.members["g-lab"]]
    found, _ = records(api)
    nodes = {node.id: node for node in found if isinstance(node, Node)}
    assert nodes["Identity:entra/acme/u-ada"].props["department"] == "Research"
    assert nodes["Group:entra/acme/g-lab"].name == "lab"
    assert ("Identity:entra/acme/u-ada", "REPORTS_TO", "Identity:entra/acme/u-cy") in triples(found)


def test_a_token_is_bought_once_and_again_when_it_ends(api: Entra) -> None:
    records(api)
    assert sum(path.endswith("/token") for path in paths(api)) == 1
    api.requests.clear()
    shorter = Reply({"access_token": TOKEN, "expires_in": "30"})
    real = api.answer
    api.answer = lambda path, asked: shorter if path.endswith("/token") else real(path, asked)  # type: ignore[method-assign]
    _, draft = records(api)
    assert draft.reasons == []
    assert sum(path.endswith("/token") for path in paths(api)) == len(api.requests) / 2


def test_the_secret_goes_to_the_login_alone_and_the_token_to_graph_alone(api: Entra) -> None:
    records(api)
    for request in api.requests:
        is_login = request.path.endswith("/token")
        assert (KEY in repr(request)) == is_login
        assert TOKEN not in repr(request)


@pytest.mark.parametrize(
    "checkpoint", ["{", "[]", "null", '{"full_at": 7}', '{"full_at": "2026-11-20T06:00:00Z", "links": {}}']
)
def test_a_checkpoint_nobody_can_read_reads_everything_again(api: Entra, checkpoint: str) -> None:
    _, draft = records(api, checkpoint, NOON)
    assert set(draft.complete) == ENTRA.complete


def test_a_checkpoint_that_points_elsewhere_is_not_followed_with_the_token(api: Entra) -> None:
    links = dict.fromkeys(("users", "groups", "servicePrincipals"), "http://127.0.0.1:9/v1.0/users/delta?$deltatoken=x")
    _, draft = records(api, json.dumps({"full_at": MORNING, "links": links}), NOON)
    assert draft.failure.code == "FETCH_FAILED"
    assert "another host" in draft.failure.detail


def test_saved_changes_say_who_is_gone_and_prove_nothing() -> None:
    [draft] = load_runs([f"{FIXTURES}/groups-2.json"], Context(read_moment(MORNING)))[0]
    found = [record for _, record in draft.records]
    assert [record.id for record in found if isinstance(record, Tombstone)] == [
        "Group:entra/default/86462606-fde0-4fc4-9e0c-a20eb73e54c6"
    ]
    [closed] = [record for record in found if isinstance(record, Edge) and record.until is not None]
    assert closed.until == read_moment(MORNING)
    assert draft.complete == ()


def test_a_saved_list_of_users_or_groups_alone_does_not_vouch_for_what_it_leaves_out() -> None:
    context = Context(read_moment(MORNING))
    listed = {"@odata.context": "https://graph.microsoft.com/v1.0/$metadata#groups", "value": [{"id": "g"}]}
    [users] = load_runs([f"{FIXTURES}/users.json"], context)[0]
    assert users.complete == ()
    page = Page("", listed, document=Document(Path("groups.json"), "groups.json", "json", listed))
    [groups] = entra.normalize([page], context)
    assert groups.complete == ("Group",)


@pytest.mark.parametrize("tenant", ["", "a b", "acme/../x"])
def test_a_tenant_that_is_no_name_is_refused(api: Entra, tenant: str) -> None:
    with pytest.raises(InputError, match="setting tenant of entra"):
        ENTRA.config(api, tenant=tenant, client_secret=Secret(KEY))

"""A registry of MCP servers over real HTTP and from files: what stands, what was withdrawn, and that nothing vanishes by accident."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.claims import Node
from graph.errors import InputError, RecordError
from graph.moment import read_moment
from graph.snapshot import snapshot_of
from graph.stores.base import Outcome
from graph.stores.memory import MemoryStore
from loaders.base import Context, Document, Page, PendingRun, Secret
from loaders.connectors import mcp, mcp_registry
from loaders.ingest import ingest
from loaders.live.http import Clock, FetchContext, RetryPolicy
from loaders.live.sync import SyncOptions, sync
from tests.fixtures.mcp.reading import document, servers
from tests.loaders.cursor_api import FastClock, Fault
from tests.loaders.directory_api import KEY, DirectoryApi, Reply, serving

MORNING, NEXT_MORNING = "2026-11-20T06:00:00Z", "2026-11-21T06:00:00Z"
NOW = read_moment(MORNING)
OFFICIAL = "io.modelcontextprotocol.registry/official"
FIXTURES = Path(__file__).parents[1] / "fixtures" / "mcp_registry"


@dataclass
class Registry(DirectoryApi):
    """`GET /v0.1/servers`: pages by cursor; those withdrawn only when asked for."""

    listed: list[dict[str, Any]] = field(default_factory=list)
    snake: bool = False

    def answer(self, path: str, asked: Mapping[str, str]) -> Reply:
        if path != "/v0.1/servers":
            raise KeyError(path)
        found = [one for one in self.listed if asked.get("include_deleted") == "true" or _status(one) != "deleted"]
        page, following = self.page_of(found, int(asked.get("cursor", 0)))
        more = {} if following is None else {"next_cursor" if self.snake else "nextCursor": str(following)}
        return Reply({"servers": page, "metadata": {"count": len(page), **more}})


def _status(entry: dict[str, Any]) -> str:
    return str(entry["_meta"][OFFICIAL]["status"])


def listing(name: str, status: str = "active", version: str = "1.0.0", **more: Any) -> dict[str, Any]:
    package = {"registryType": "npm", "identifier": f"@acme/{name}", "version": version, "transport": {"type": "stdio"}}
    told = {"name": f"example.acme/{name}", "description": name, "version": version, "packages": [package], **more}
    about = {"status": status, "isLatest": True, "publishedAt": "2026-01-01T00:00:00Z"}
    return {"server": told, "_meta": {OFFICIAL: about}}


NAMES = ("crm", "files", "hr", "notes", "web")


@pytest.fixture
def api() -> Iterator[Registry]:
    with serving(
        Registry(listed=[listing(name) for name in NAMES], auth_header=("Authorization", f"Bearer {KEY}"))
    ) as found:
        assert isinstance(found, Registry)
        yield found


def config(api: Registry, **terms: Any) -> mcp_registry.Config:
    return mcp_registry.Config(**{"instance": "harbor", "base_url": api.base_url, "token": Secret(KEY), **terms})


def run(api: Registry, store: MemoryStore, at: str = MORNING, **terms: Any) -> Outcome:
    clock = FastClock()
    retry_policy = RetryPolicy(max_attempts=3, initial_wait_s=0.01, timeout_s=5)
    [outcome] = sync(
        store,
        "mcp_registry",
        config(api, **terms),
        SyncOptions(retry_policy=retry_policy, clock=Clock(clock.now_s, clock.sleep, lambda: read_moment(at))),
    )
    return outcome


def read(api: Registry, **terms: Any) -> PendingRun:
    clock = FastClock()
    io = FetchContext(NOW, Clock(clock.now_s, clock.sleep), RetryPolicy(initial_wait_s=0.01, timeout_s=5))
    [draft] = mcp_registry.normalize(
        mcp_registry.fetch(config(api, **terms), io, None), Context(NOW, source="mcp_registry:harbor")
    )
    return draft


def saved(*bodies: Any, **context: Any) -> PendingRun:
    documents = [
        Document(Path(f"mcp_registry/harbor/{n}.json"), f"{n}.json", "json", body) for n, body in enumerate(bodies)
    ]
    [draft] = mcp_registry.normalize(
        [Page("", one.content, document=one) for one in documents], Context(NOW, **context)
    )
    return draft


def nodes(draft: PendingRun) -> dict[str, Node]:
    return {record.id: record for _, record in draft.records if isinstance(record, Node)}


def node(name: str) -> str:
    return f"McpServer:mcp/npm:@acme/{name}"


@pytest.mark.parametrize("snake", [False, True])
def test_every_page_is_read_to_the_end_and_then_the_registry_vouches(api: Registry, snake: bool) -> None:
    api.snake = snake
    draft = read(api)
    assert set(nodes(draft)) == {node(name) for name in NAMES}
    assert draft.complete == ("McpServer",)
    assert draft.reasons == []
    assert len(api.requests) == 3


def test_a_registry_that_asks_for_no_token_is_sent_none(api: Registry) -> None:
    api.auth_header = ("Authorization", None)  # type: ignore[assignment]
    assert len(nodes(read(api, token=Secret()))) == len(NAMES)


FAULTS = {
    "429": Fault(status=429, headers={"Retry-After": "1"}),
    "500": Fault(status=500),
    "truncated": Fault(cut=True),
    "html": Fault(body=b"<html>"),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_each_page_may_fail_once_and_nothing_is_missed(api: Registry, fault: Fault) -> None:
    undisturbed = nodes(read(api))
    for number in (1, 2, 3):
        api.requests.clear()
        api.fault = lambda now, request, number=number: fault if now == number else None
        draft = read(api)
        assert (nodes(draft), draft.complete, draft.reasons) == (undisturbed, ("McpServer",), [])


WRONG = [
    Fault(status=500),
    Fault(body=b'{"servers": {}}'),
    Fault(body=b'{"servers": [], "metadata": {"nextCursor": "2"}}'),
]


@pytest.mark.parametrize("fault", WRONG)
@pytest.mark.parametrize("place", [0, 2, 4])
def test_a_page_that_keeps_failing_retires_nothing_and_the_next_run_heals_it(
    api: Registry, fault: Fault, place: int
) -> None:
    store = MemoryStore()
    run(api, store)
    api.fault = lambda number, request: fault if int(request.asked.get("cursor", 0)) == place else None
    outcome = run(api, store, NEXT_MORNING)
    assert outcome.state == ("FAILED" if place == 0 else "PARTIAL")
    assert not any(outcome.retired.values())
    api.fault = lambda number, request: None
    assert run(api, store, NEXT_MORNING).state == "COMPLETE"


@pytest.mark.parametrize(("status", "code"), [(401, "UNAUTHORIZED"), (403, "FORBIDDEN")])
def test_a_refused_token_ends_the_run_and_names_the_setting(api: Registry, status: int, code: str) -> None:
    body = json.dumps({"message": f"bad {KEY}"}).encode()
    api.fault = lambda number, request: Fault(status=status, body=body) if number == 2 else None
    outcome = run(api, MemoryStore())
    assert (outcome.state, [reason.code for reason in outcome.reasons]) == ("PARTIAL", [code])
    assert "token of mcp_registry, instance harbor" in outcome.reasons[0].detail
    assert KEY not in repr(outcome)
    assert KEY not in repr(config(api))


def test_what_is_withdrawn_is_disabled_and_what_is_listed_no_more_is_retired(api: Registry) -> None:
    store = MemoryStore()
    run(api, store)
    api.listed[0] = listing("crm", "deleted")
    del api.listed[1]
    outcome = run(api, store, NEXT_MORNING)
    assert {kind: count for kind, count in outcome.retired.items() if count} == {"McpServer": 1}
    status = {key: record.props["status"] for key, record in nodes(read(api)).items()}
    assert status[node("crm")] == "disabled"
    assert node("files") not in status


def test_a_registry_that_lists_nothing_retires_nothing(api: Registry) -> None:
    store = MemoryStore()
    run(api, store)
    api.listed.clear()
    outcome = run(api, store, NEXT_MORNING)
    assert (outcome.state, [reason.code for reason in outcome.reasons]) == ("PARTIAL", ["EMPTY"])
    assert not any(outcome.retired.values())


def test_an_entry_that_cannot_be_read_is_named_and_nothing_is_vouched_for(api: Registry) -> None:
    api.listed[1]["server"]["packages"][0]["identifier"] = {"token": "EXAMPLE-NOT-A-SECRET"}
    draft = read(api)
    assert set(nodes(draft)) == {node(name) for name in NAMES if name != "files"}
    assert ["servers[1].server.packages[0].identifier" in text for text in draft.rejected] == [True]
    assert "EXAMPLE-NOT-A-SECRET" not in repr(draft)
    assert draft.complete == ()


def test_strict_the_first_bad_entry_ends_the_command() -> None:
    with pytest.raises(RecordError) as caught:
        saved([listing("a"), {"server": {"name": 7, "packages": []}}], lenient=False)
    assert caught.value.field == "[1].server.name"


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        (["active"], "active"),
        (["deprecated"], "active"),
        (["deleted"], "disabled"),
        (["deleted", "active"], "active"),
        (["deleted", "deprecated"], "active"),
        (["deleted", "deleted"], "disabled"),
        (["something new"], None),
        ([None], None),
        (["deleted", None], None),
    ],
)
def test_a_package_is_disabled_only_when_every_version_of_it_was_withdrawn(
    statuses: list[str | None], expected: str | None
) -> None:
    entries = [listing("crm", status, f"{n}.0.0") for n, status in enumerate(statuses)]  # type: ignore[arg-type]
    assert nodes(saved(entries))[node("crm")].props.get("status") == expected


@given(st.permutations([("1.9.0", "deleted"), ("1.10.0", "active"), ("1.2.0", "active"), ("2.0.0", "deleted")]))
def test_the_newest_version_that_stands_is_told_whatever_the_order(order: list[tuple[str, str]]) -> None:
    draft = saved([listing("crm", status, version) for version, status in order])
    assert nodes(draft)[node("crm")].props["version"] == "1.10.0"


def test_the_order_of_pages_changes_nothing() -> None:
    bodies = [{"servers": [listing(name), listing("shared", title=name)], "metadata": {}} for name in NAMES[:4]]
    told = {repr(sorted(nodes(saved(*order)).items())) for order in itertools.permutations(bodies)}
    assert len(told) == 1


def test_a_local_server_takes_its_status_from_the_catalogue() -> None:
    store = MemoryStore()
    entry = {"command": "npx", "args": ["-y", "@Acme/crm@0.9.0"]}
    configured = mcp.normalize([Page("", {}, document=document(servers(crm=entry)))], Context(NOW, salt=b"s"))
    ingest(store, [*configured, saved([listing("crm", "deleted", "1.0.0")])])
    snapshot = snapshot_of(store, 1)
    known = snapshot.props(snapshot.index_of("McpServer:mcp/ada@acme.example/npm:@acme/crm"), NOW)
    assert (known["status"], known["version"]) == ("disabled", "0.9.0")


@pytest.mark.parametrize(
    ("terms", "setting"),
    [
        ({"base_url": "http://registry.acme.example"}, "base_url"),
        ({"base_url": "https://u:EXAMPLE-NOT-A-SECRET@registry.acme.example"}, "base_url"),
        ({"path": " "}, "path"),
        ({"token": Secret("EXAMPLE-NOT-A-SECRET\n")}, "token"),
        ({"page_size": 0}, "page_size"),
    ],
)
def test_settings_that_cannot_be_are_named_and_not_repeated(terms: dict[str, Any], setting: str) -> None:
    with pytest.raises(InputError) as caught:
        mcp_registry.Config(**{"instance": "harbor", "base_url": "https://registry.acme.example", **terms})
    assert f"setting {setting} of mcp_registry" in str(caught.value)
    assert "EXAMPLE-NOT-A-SECRET" not in str(caught.value)


@pytest.mark.parametrize(
    "body",
    [{}, [], None, {"servers": {"a": {"url": "https://x.example"}}}, {"name": "x", "packages": []}, {"servers": ["a"]}],
)
def test_what_is_no_catalogue_is_somebody_elses_file(body: Any) -> None:
    assert not mcp_registry.recognize(Document(Path("server.json"), "server.json", "json", body))


def test_no_value_of_a_catalogue_that_could_be_a_secret_is_kept() -> None:
    expected = (FIXTURES / "golden.expected.jsonl").read_bytes()
    assert b"EXAMPLE-NOT-A-SECRET" in (FIXTURES / "golden" / "server.json").read_bytes()
    assert b"EXAMPLE-NOT-A-SECRET" not in expected

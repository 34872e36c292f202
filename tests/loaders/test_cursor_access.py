"""Which models a Cursor team allows, what ran without a person, and the golden team.

The golden events by hand, cents to dollars: Noor's claude 12.5 + 0.25 = 12.75 ct = 0.1275; her cloud agent 40 ct = 0.4, a row of its
own; Pia's Auto 8 ct = 0.08, included; the crane bot's gpt-5 100 ct = 1, of the service account and not of Noor; an automation of
nobody 5 ct = 0.05; zed, who is no member, 0.00000015 ct = 1.5 nano-dollars, rounded half-even to 2; Quin, who has no id,
1.000001 ct = 0.01000001.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.claims import Edge, Node
from graph.errors import RecordError
from graph.moment import NEVER, read_day, read_moment
from graph.ontology import EDGE_CODES
from graph.stores.base import Outcome
from graph.stores.memory import MemoryStore
from loaders.base import Context, Document, Page, PendingRun, Secret
from loaders.connectors import cursor
from loaders.live.http import Clock, RetryPolicy
from loaders.live.sync import SyncOptions, sync
from loaders.saved.files import open_documents
from tests.loaders.cursor_api import KEY, CursorApi, FastClock, Fault, event, serving
from tests.loaders.usage_rows import usage_rows

GOLDEN = Path(__file__).parents[1] / "fixtures" / "cursor" / "golden"
OBSERVED = read_moment("2026-11-20T06:00:00Z")
ACCESS = "/teams/model-access/providers"
TEAM = "Application:cursor/acme"


def answer(**enabled: bool | None) -> dict[str, Any]:
    """The list of a team; `enabled` by model, of two providers of which one is off."""

    def model(name: str, on: bool | None) -> dict[str, Any]:
        return {"id": name, "displayName": name, "parameters": [{"id": "fast"}]} | (
            {} if on is None else {"enabled": on}
        )

    models = [model(name.replace("_", "-"), on) for name, on in enabled.items()]
    providers = [
        {"id": "anthropic", "displayName": "Anthropic", "enabled": True, "models": models},
        {"id": "openai", "displayName": "OpenAI", "enabled": False, "models": [model("gpt-5", True)]},
    ]
    return {"teamId": 7, "state": "custom", "providers": providers}


def read(*bodies: Any, **said: Any) -> PendingRun:
    """The team's own run."""
    return runs(*bodies, **said)[0]


def grants(*bodies: Any, **said: Any) -> PendingRun | None:
    """The run of what the team allows, if there is one."""
    return next((one for one in runs(*bodies, **said) if one.header.source == "cursor:acme/grants"), None)


def runs(*bodies: Any, **said: Any) -> list[PendingRun]:
    documents = [Document(Path("x.json"), "x.json", "json", body) for body in bodies]
    assert all(map(cursor.recognize, documents))
    pages = [Page("", document.content, document=document) for document in documents]
    return list(cursor.normalize(pages, Context(**{"observed_at": OBSERVED, "source": "cursor:acme"} | said)))


def allowed(draft: PendingRun) -> set[tuple[str, str]]:
    found = [record for _, record in draft.records]
    return {(one.source, one.target) for one in found if isinstance(one, Edge) and one.kind == "CAN_USE"}


def test_the_team_may_use_what_is_switched_on_and_nothing_that_is_off_or_not_said() -> None:
    body = answer(claude_opus_4_6=True, claude_old=False, claude_new=None)
    draft = grants(body)
    assert draft is not None
    assert allowed(draft) == {(TEAM, "Model:anthropic/claude-opus-4-6")}
    assert (draft.header.complete, draft.reasons) == (("CAN_USE",), [])
    assert (read(body).rejected, read(body).header.complete) == ([], ())


@pytest.mark.parametrize(
    "body",
    [
        {"teamId": 7, "state": "unrestricted", "newProviderDefault": None, "newModelDefault": None},
        {"teamId": 7, "state": "legacy", "providers": []},
        {"teamId": 7, "state": "custom", "newProviderDefault": "enabled", "newModelDefault": "enabled"},
    ],
)
def test_a_team_that_restricts_nothing_says_nothing_and_vouches_for_nothing(body: Any) -> None:
    draft = read(body)
    assert (allowed(draft), draft.header.complete, draft.failure) == (set(), (), None)
    assert grants(body) is None


@pytest.mark.parametrize(
    ("place", "wrong", "field"),
    [
        ((), [], "providers[0]"),
        (("enabled",), "perhaps", "providers[0].enabled"),
        (("models",), {}, "providers[0].models"),
        (("models", 0), "claude", "providers[0].models[0]"),
        (("models", 0, "id"), None, "providers[0].models[0].id"),
        (("models", 0, "enabled"), 3, "providers[0].models[0].enabled"),
    ],
)
def test_a_wrong_entry_is_named_and_withdraws_the_list(place: tuple[Any, ...], wrong: Any, field: str) -> None:
    body = answer(claude_opus_4_6=True)
    holder: Any = body["providers"]
    path = (0, *place)
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = wrong
    draft = read(body)
    assert [f"'{field}'" in text for text in draft.rejected] == [True]
    assert grants(body) is None
    body["providers"].append({"id": "xai", "enabled": True, "models": [{"id": "grok-4", "enabled": True}]})
    some = grants(body)
    assert some is not None
    assert (some.header.complete, [reason.code for reason in some.reasons]) == ((), ["INCOMPLETE"])
    with pytest.raises(RecordError):
        read(body, lenient=False)


def test_what_ran_without_a_person_has_rows_of_its_own() -> None:
    period = {"startDate": 1_793_491_200_000, "endDate": 1_793_577_599_999}
    events = [
        event("2026-11-01", "ada@acme.example", "1"),
        event("2026-11-01", "ada@acme.example", "2", cloudAgentId="bc_1"),
        event("2026-11-01", "ada@acme.example", "4", cloudAgentId="bc_2"),
        event("2026-11-01", None, "8", cloudAgentId="bc_3", automationId="auto_1"),
        event("2026-11-01", None, "16", automationId=17, kind=None, kindLabel="Usage-based"),
    ]
    draft = read({"totalUsageEventsCount": 5, "usageEvents": events, "period": period})
    rows = usage_rows(record for _, record in draft.records)
    told = {(row.principal, row.detail): (row.requests, row.cost_nano) for row in rows}
    ada = "Account:cursor/~ada@acme.example"
    assert told == {
        (ada, '{"kind": ["Usage-based"]}'): (1, 10_000_000),
        (ada, '{"kind": ["Usage-based"], "via": "cloud_agent"}'): (2, 60_000_000),
        (None, '{"kind": ["Usage-based"], "via": "automation"}'): (2, 240_000_000),
    }


def test_an_older_review_that_cost_nothing_is_not_chargeable() -> None:
    old = event("2026-11-01", "ada@acme.example", "3", isChargeable=None, isFreeBugbot=True)
    paid = event("2026-11-01", "ada@acme.example", "5", isChargeable=None, isFreeBugbot=False)
    rows = usage_rows(record for _, record in read({"usageEvents": [old, paid]}).records)
    assert {(row.chargeable, row.cost_nano) for row in rows} == {(False, 30_000_000), (True, 50_000_000)}


def test_the_golden_team_sums_to_its_events() -> None:
    opened, skipped = open_documents([GOLDEN])
    assert not skipped
    pages = [Page("", document.content, document=document) for document in opened]
    draft = next(iter(cursor.normalize(pages, Context(OBSERVED))))
    rows = usage_rows(record for _, record in draft.records)
    cost = {(row.principal, row.resource, row.chargeable, row.detail): row.cost_nano for row in rows if row.cost_nano}
    noor, paid = "Account:cursor/user_noor", '{"kind": ["Usage-based"]}'
    claude = "Model:anthropic/claude-4.5-sonnet"
    assert cost == {
        (noor, claude, True, paid): 127_500_000,
        (noor, claude, True, '{"kind": ["Usage-based"], "via": "cloud_agent"}'): 400_000_000,
        ("Account:cursor/4711", "Model:cursor/default", False, '{"kind": ["Included in Business"]}'): 80_000_000,
        ("Account:cursor/sa_crane", "Model:openai/gpt-5", True, paid): 1_000_000_000,
        (None, "Model:google/gemini-2.5-pro", True, '{"kind": ["Usage-based"], "via": "automation"}'): 50_000_000,
        ("Account:cursor/~zed@harbor.example", "Model:cursor/composer-1", True, paid): 2,
        ("Account:cursor/~quin@harbor.example", "Model:xai/grok-code-fast-1", True, paid): 10_000_010,
    }
    assert [row.cost_nano for row in rows if row.rounded] == [2]
    assert draft.header.usage == (read_day("2026-11-01"), read_day("2026-11-02"))


class Restricted(CursorApi):
    """A team that restricts its models; `body` None: it restricts none, and answers 409."""

    body: Any = None

    def answer(self, path: str, asked: Any) -> tuple[int, Any]:
        if path != ACCESS:
            return super().answer(path, asked)
        unrestricted = {"code": "error", "message": "Model access is unrestricted"}
        return (409, unrestricted) if self.body is None else (200, self.body)


@pytest.fixture
def api() -> Iterator[Restricted]:
    found = Restricted(members=[{"id": "user_ada", "email": "ada@acme.example", "isRemoved": False}])
    with serving(found):
        yield found


def run(api: CursorApi, store: MemoryStore, at: str = "2026-11-20T06:00:00Z", **terms: Any) -> Outcome:
    clock = FastClock()
    told = {"instance": "acme", "api_key": Secret(KEY), "base_url": api.base_url, "lookback_days": 2, "models": True}
    return sync(
        store,
        "cursor",
        cursor.Config(**{**told, **terms}),
        SyncOptions(
            retry_policy=RetryPolicy(max_attempts=2, initial_wait_s=0.01, timeout_s=0.5),
            clock=Clock(clock.now_s, clock.sleep, lambda: read_moment(at)),
        ),
    )[0]


def test_a_list_that_is_read_vouches_and_what_is_switched_off_ends(api: Restricted) -> None:
    store = MemoryStore()
    api.body = answer(claude_a=True, claude_b=True)
    assert run(api, store).state == "COMPLETE"
    assert store.read().edges.kind.tolist().count(EDGE_CODES["CAN_USE"]) == 2
    api.body = answer(claude_a=True, claude_b=False)
    run(api, store, "2026-11-21T06:00:00Z")
    claims = store.read()
    ends = [int(until) for until in claims.edges.until[claims.edges.kind == EDGE_CODES["CAN_USE"]]]
    assert sorted(ends) == [read_moment("2026-11-21T06:00:00Z"), NEVER]


def test_everything_is_allowed_where_the_answer_is_a_conflict(api: Restricted) -> None:
    store = MemoryStore()
    outcome = run(api, store)
    assert (outcome.state, outcome.reasons) == ("COMPLETE", ())
    assert EDGE_CODES["CAN_USE"] not in store.read().edges.kind.tolist()
    assert [state.source for state in store.sources()] == ["cursor:acme"]


@pytest.mark.parametrize("fault", [Fault(500), Fault(403), Fault(body=b"<html>"), Fault(cut=True), Fault(404)])
def test_a_list_that_cannot_be_read_retires_nothing(api: Restricted, fault: Fault) -> None:
    store = MemoryStore()
    api.body = answer(claude_a=True)
    run(api, store)
    api.fault = lambda number, request: fault if request.path == ACCESS else None
    outcome = run(api, store, "2026-11-21T06:00:00Z")
    assert outcome.state == "PARTIAL"
    assert not any(outcome.retired.values())
    assert int(store.read().edges.until[store.read().edges.kind == EDGE_CODES["CAN_USE"]][0]) == NEVER
    assert ACCESS in " ".join(reason.detail for reason in outcome.reasons)
    api.fault = lambda number, request: None
    assert run(api, store, "2026-11-22T06:00:00Z").state == "COMPLETE"


def test_nobody_is_asked_for_models_who_did_not_say_so(api: Restricted) -> None:
    assert run(api, MemoryStore(), models=False).state == "COMPLETE"
    assert api.asked(ACCESS) == []


def test_a_model_that_is_allowed_and_used_is_one_node() -> None:
    draft = read(
        answer(claude_4_5_sonnet=True), {"usageEvents": [event("2026-11-01", None, "1", model="claude-4-5-sonnet")]}
    )
    found = [record.id for _, record in draft.records if isinstance(record, Node) and record.id.startswith("Model:")]
    assert found == ["Model:anthropic/claude-4-5-sonnet"]

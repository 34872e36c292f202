"""What saved answers of a LiteLLM proxy become: which tokens and dollars count, who may use what, and what they prove.

The golden rows by hand, in dollars and tokens (prices as of the vendors' lists, per million: Opus 5 in, 6.25 and 10 written for
five minutes and an hour, 0.50 read, 25 out; GPT-5 1.25 in, 0.125 read, 10 out):

* r-anthropic: 10,000 in are 3,000 new + 4,000 read + 2,000 written (5m) + 1,000 written (1h); 500 out.
  0.015 + 0.002 + 0.0125 + 0.01 + 0.0125 = 0.052
* r-anthropic-2: one token in, 0.0000000004: finer than a nano-dollar, so the row of both is 0.052, rounded.
* r-openai: 2,000 in are 1,200 new + 800 read; 300 out, 120 of them thought. 0.0015 + 0.0001 + 0.003 = 0.0046
* r-bedrock: 400 in, 100 out: 0.0012 + 0.0015 = 0.0027, a millisecond before the 4th.
* r-replayed: the proxy's own cache: a request of 0 dollars whose 10,500 tokens nobody used again.
* r-tool 0.02; r-health 0.0001 of nobody; r-gone 0.5 of a key that is listed no more, whose prompt was counted without its cache.
* r-unpriced: 100 tokens at 0 dollars, so the proxy knew no price. r-refused: nothing was used. r-anthropic comes on both pages.
"""

from __future__ import annotations

import copy
import random
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.check import check, check_props
from graph.claims import Edge, Node, Record, Usage
from graph.errors import RecordError
from graph.moment import read_day, read_moment
from graph.ontology import DISJOINT_COUNTERS, TOKEN_COUNTERS
from loaders.base import Context, Document, Page, PendingRun
from loaders.connectors import litellm
from loaders.connectors.records import write_line
from loaders.saved.files import open_documents
from tests.loaders.litellm_api import hashed, row
from tests.loaders.saved_organization import changed, objects
from tests.loaders.usage_rows import usage_rows

GOLDEN = Path(__file__).parents[1] / "fixtures" / "litellm" / "golden"
OBSERVED = read_moment("2026-11-20T06:00:00Z")
DAY = read_day("2026-11-02")
LOGS = ("spend/logs/v2.1.json", "spend/logs/v2.2.json")
KINDS = ("Application", "Account", "ACCOUNT_IN", "Group", "MEMBER_OF", "Credential", "HAS_CREDENTIAL", "RUNS_AS")
KINDS += ("McpServer",)
TIDES = "McpServer:mcp/https://tides.harbor.example/mcp"

Bodies = dict[str, Any]


def bodies(instance: str = "harbor") -> Bodies:
    opened, skipped = open_documents([GOLDEN])
    assert not skipped
    found = {"/".join(one.path.parts): one.content for one in opened if instance in one.path.parts}
    return {name.partition(f"/{instance}/")[2]: copy.deepcopy(body) for name, body in found.items()}


def documents(found: Bodies, instance: str = "harbor") -> list[Document]:
    return [Document(Path("litellm", instance, name), name, "json", body) for name, body in found.items()]


def read(found: Bodies, **said: Any) -> PendingRun:
    """The proxy's own run."""
    return runs(found, **said)[0]


def grants(found: Bodies, **said: Any) -> PendingRun:
    """The run of who may use what."""
    _, draft = runs(found, **said)
    assert draft.header.source == "litellm:harbor/grants"
    return draft


def runs(found: Bodies, **said: Any) -> list[PendingRun]:
    opened = documents(found)
    assert all(map(litellm.recognize, opened))
    pages = [Page("", document.content, document=document) for document in opened]
    drafts = list(litellm.normalize(pages, Context(**{"observed_at": OBSERVED} | said)))
    for draft in drafts:
        for _, record in draft.records:
            check(record)
            if isinstance(record, Node):
                check_props(record.id.partition(":")[0], record.props)
    return drafts


def records(draft: PendingRun) -> list[Record]:
    return [record for _, record in draft.records]


def usage(draft: PendingRun) -> list[Usage]:
    return usage_rows(records(draft))


def nodes(draft: PendingRun) -> dict[str, Node]:
    return {record.id: record for record in records(draft) if isinstance(record, Node)}


def edges(draft: PendingRun, kind: str) -> set[tuple[str, str]]:
    found = [record for record in records(draft) if isinstance(record, Edge) and record.kind == kind]
    return {(edge.source, edge.target) for edge in found}


def lines(draft: PendingRun) -> list[bytes]:
    return sorted(map(write_line, records(draft)))


def key(name: str) -> str:
    return f"Credential:litellm/harbor/{hashed(name)}"


def account(name: str) -> str:
    return f"Account:litellm/harbor/u-{name}"


def group(name: str) -> str:
    return f"Group:litellm/harbor/t-{name}"


def counted(row: Usage) -> dict[str, int]:
    return {name: count for name, count in zip(TOKEN_COUNTERS, row.tokens, strict=True) if count}


def logs(*rows: dict[str, Any], **more: Any) -> Bodies:
    body = {"data": list(rows), "total": len(rows), "page": 1, "page_size": 1000, "total_pages": 1} | more
    return {"spend/logs/v2.json": body}


def test_saved_lists_prove_themselves_and_saved_logs_no_day() -> None:
    draft = read(bodies())
    assert (draft.header.source, draft.header.complete, draft.header.usage) == ("litellm:harbor", KINDS, None)
    assert (draft.rejected, draft.reasons, draft.failure, draft.checkpoint) == ([], [], None, None)


def test_money_and_tokens_are_the_proxy_s_own_total() -> None:
    found = bodies()
    rows = {one["request_id"]: one for name in LOGS for one in found[name]["data"]}
    dollars = sum(Decimal(one["spend"]) for one in rows.values())
    assert dollars == Decimal("0.5794000004")
    used = [one for one in rows.values() if one["cache_hit"] != "True"]
    told = usage(read(found))
    assert sum(one.cost_nano or 0 for one in told) == 579_400_000
    assert sum(one.rounded for one in told) == 1
    # r-gone's 50 cached tokens are not in its prompt.
    tokens = sum(one["prompt_tokens"] + one["completion_tokens"] for one in used) + 50
    assert sum(sum(one.tokens[: len(DISJOINT_COUNTERS)]) for one in told) == tokens
    # Every row but the refused one and the second r-anthropic is a request.
    assert sum(one.requests for one in told) == len(rows) - 1


def test_each_counter_of_the_golden_rows_is_its_own() -> None:
    told = {(one.principal, one.resource, one.requests): one for one in usage(read(bodies())) if any(one.tokens)}
    anthropic = told[key("crane"), "Model:anthropic/claude-opus-5", 2]
    assert counted(anthropic) == {
        "uncached_input": 3001,
        "cache_read": 4000,
        "cache_write_5m": 2000,
        "cache_write_1h": 1000,
        "output": 500,
    }
    assert (anthropic.cost_nano, anthropic.rounded, anthropic.day) == (52_000_000, True, DAY)
    openai = told[key("pia"), "Model:openai/gpt-5", 1]
    assert counted(openai) == {"uncached_input": 1200, "cache_read": 800, "output": 300, "reasoning": 120}
    assert (openai.cost_nano, openai.workspace, openai.detail) == (4_600_000, None, '{"raw":{"user":"u-pia"}}')
    bedrock = told[key("crane"), "Model:bedrock/us.anthropic.claude-opus-5-v1:0", 1]
    assert (counted(bedrock), bedrock.cost_nano) == ({"uncached_input": 400, "output": 100}, 2_700_000)
    assert (bedrock.day, bedrock.workspace) == (DAY + 1, group("docks"))
    gone = told[key("gone"), "Model:anthropic/claude-opus-5", 1]
    assert (counted(gone), gone.cost_nano) == ({"uncached_input": 20, "cache_read": 50, "output": 2}, 500_000_000)
    unpriced = told[key("crane"), "Model:hosted_vllm/harbor/own-model", 1]
    assert (counted(unpriced), unpriced.cost_nano, unpriced.basis) == ({"uncached_input": 70, "output": 30}, None, None)
    health = told[None, "Model:openai/gpt-5-mini", 1]
    assert (health.cost_nano, health.workspace) == (100_000, None)


def test_what_the_proxy_answered_from_its_own_cache_is_a_request_without_tokens() -> None:
    (cached,) = [one for one in usage(read(bodies())) if one.detail and "cache_hit" in one.detail]
    assert (cached.requests, counted(cached), cached.cost_nano) == (1, {}, 0)
    assert (cached.principal, cached.resource) == (key("crane"), "Model:anthropic/claude-opus-5")


def test_an_estimate_is_priced() -> None:
    told = usage(read(bodies()))
    assert {one.chargeable for one in told} == {True}
    assert {(one.basis, one.currency, one.priced_on == one.day) for one in told if one.cost_nano is not None} == {
        ("priced", "USD", True)
    }


def test_calls_of_tools_are_usage_of_the_server_they_went_to() -> None:
    draft = read(bodies())
    tools = {one.resource: (one.requests, one.cost_nano) for one in usage(draft) if one.resource.startswith("McpTool:")}
    assert tools == {
        "McpTool:mcp/https://tides.harbor.example/mcp/read_tide": (1, 20_000_000),
        "McpTool:litellm/harbor/files/list": (1, 0),
        "McpTool:litellm/harbor/sand/dig": (1, 0),
    }
    exposed = {target for _, target in edges(draft, "EXPOSES")}
    assert exposed == {*tools, "McpTool:mcp/https://tides.harbor.example/mcp/set_gate"}


@pytest.mark.parametrize("written", ["tides-read_tide", "tides/read_tide", "mcp-tides/read_tide"])
def test_a_tool_is_found_however_its_server_is_named(written: str) -> None:
    found = {**bodies(), **logs(row("t", "2026-11-02", 0.0, mcp_namespaced_tool_name=written, metadata={}))}
    for name in LOGS:
        del found[name]
    assert [one.resource for one in usage(read(found))] == ["McpTool:mcp/https://tides.harbor.example/mcp/read_tide"]


def test_who_may_use_what() -> None:
    draft = grants(bodies())
    assert (draft.header.complete, draft.reasons) == (("CAN_USE",), [])
    opus = ("Model:anthropic/claude-opus-5", "Model:bedrock/us.anthropic.claude-opus-5-v1:0")
    files, read_tide = "McpServer:litellm/harbor/files", "McpTool:mcp/https://tides.harbor.example/mcp/read_tide"
    assert edges(draft, "CAN_USE") == {
        # Its own list, by the public name of two deployments.
        *((key("crane"), model) for model in opus),
        # An empty list, and no team that narrows it.
        (key("pia"), "Application:litellm/harbor"),
        (account("noor"), "Model:openai/gpt-5-mini"),
        *((group("docks"), model) for model in (*opus, "Model:openai/gpt-5")),
        (group("old"), "Application:litellm/harbor"),
        (group("docks"), TIDES),
        # Of a server with a list of tools these alone, whatever group the server is in.
        (key("pia"), read_tide),
        *((key(name), files) for name in ("crane", "pia", "tide", "stale")),
    }


def test_keys_run_as_their_users_and_belong_to_their_teams() -> None:
    draft = read(bodies())
    held = {(account("pia"), key("pia")), (account("noor"), key("stale"))}
    assert edges(draft, "HAS_CREDENTIAL") == held
    assert edges(draft, "RUNS_AS") == {(credential, holder) for holder, credential in held}
    found = nodes(draft)
    status = {name: found[key(name)].props["status"] for name in ("crane", "pia", "tide", "stale")}
    assert status == {"crane": "active", "pia": "active", "tide": "revoked", "stale": "expired"}
    assert found[key("pia")].props["expires_at"] == "2027-01-01T00:00:00Z"
    assert found[key("crane")].props["hint"] == "sk-...rane"
    assert edges(draft, "MEMBER_OF") == {
        *((account(name), group("docks")) for name in ("pia", "noor")),
        (account("noor"), group("old")),
        (account("noor"), group("gone")),
        *((key(name), group("docks")) for name in ("crane", "stale")),
        (key("tide"), group("old")),
    }
    assert found[account("noor")].props["status"] == "suspended"
    assert found[account("pia")].props["email"] == "pia@harbor.example"


def test_no_key_no_secret_and_no_prompt_is_in_the_records() -> None:
    found = bodies()
    shown = repr([records(draft) for draft in runs(found)])
    for secret in ("sk-pretend-this-is-a-whole-key", "not-to-be-kept", "to-be-kept", "203.0.113.7"):
        assert secret in repr(found)
        assert secret not in shown


def test_what_is_no_hash_is_never_kept_as_a_key() -> None:
    found = bodies()
    found["key/list.1.json"]["keys"][0]["token"] = "sk-a-whole-key-by-mistake"
    draft = read(found)
    assert "sk-a-whole-key-by-mistake" not in repr((records(draft), draft.rejected))
    assert [text for text in draft.rejected if "'keys[0].token'" in text]
    assert "Credential" not in (draft.complete or ())
    (told,) = usage(read(logs(row("x", "2026-11-02", 1.0, api_key="sk-a-whole-key-by-mistake"))))
    assert (told.principal, told.cost_nano) == (account("ada"), 1_000_000_000)


@pytest.mark.parametrize(
    ("left_out", "lost"),
    [
        ("user/list.json", {"Application", "Account", "ACCOUNT_IN", "MEMBER_OF"}),
        ("team/list.json", {"Group", "MEMBER_OF"}),
        ("key/list.1.json", {"Credential", "HAS_CREDENTIAL", "RUNS_AS", "MEMBER_OF"}),
        ("key/list.2.json", {"Credential", "HAS_CREDENTIAL", "RUNS_AS", "MEMBER_OF"}),
        ("v1/mcp/server.json", {"McpServer"}),
        ("model/info.json", set()),
    ],
)
def test_a_list_that_is_not_whole_proves_nothing(left_out: str, lost: set[str]) -> None:
    found = bodies()
    del found[left_out]
    main, right = runs(found)
    assert set(main.header.complete) == set(KINDS) - lost
    # Grants are made of all lists but the logs.
    assert right.header.complete == ()


def test_without_the_teams_nobody_knows_whether_a_team_s_key_is_blocked() -> None:
    found = bodies()
    del found["team/list.json"]
    status = {name: nodes(read(found))[key(name)].props["status"] for name in ("crane", "pia", "stale")}
    assert status == {"crane": "unknown", "pia": "active", "stale": "expired"}


def test_rights_that_the_answer_leaves_out_are_said_and_not_taken_for_none() -> None:
    found = bodies()
    del found["key/list.1.json"]["keys"][1]["object_permission"]
    draft = grants(found)
    assert draft.header.complete == ()
    assert [reason.code for reason in draft.reasons] == ["RIGHTS_UNKNOWN"]
    assert read(found).reasons == []


def test_a_server_that_is_registered_twice_under_one_address_is_one() -> None:
    found = bodies()
    twin = found["v1/mcp/server.json"][0] | {"server_id": "mcp-twin", "server_name": "again", "allowed_tools": ["dig"]}
    found["v1/mcp/server.json"].append(twin)
    draft = read(found)
    assert (draft.rejected, nodes(draft)[TIDES].name) == ([], "again")
    assert len([target for source, target in edges(draft, "EXPOSES") if source == TIDES]) == 3


@pytest.mark.parametrize(
    ("told", "provider", "resource"),
    [
        ("claude-opus-5", "anthropic", "anthropic/claude-opus-5"),
        ("anthropic/claude-opus-5", "anthropic", "anthropic/claude-opus-5"),
        ("anthropic/claude-opus-5", None, "anthropic/claude-opus-5"),
        ("azure/our-gpt", "azure", "azure/our-gpt"),
        ("gpt-5", None, "openai/gpt-5"),
        ("meta/llama-4", "openrouter", "openrouter/meta/llama-4"),
        ("gemini-2.5-pro", "vertex_ai-language-models", "vertex/gemini-2.5-pro"),
        ("gemini-2.5-pro", "gemini", "google/gemini-2.5-pro"),
        ("our-own", None, "litellm/our-own"),
        ("", "", "litellm/~unnamed"),
    ],
)
def test_a_model_is_the_one_of_its_provider(told: str, provider: str | None, resource: str) -> None:
    found = logs(row("x", "2026-11-02", 1.0, model=told, model_group=None, custom_llm_provider=provider))
    assert [one.resource for one in usage(read(found))] == [f"Model:{resource}"]


def test_daily_sums_are_parted_by_key_and_nothing_of_them_is_lost() -> None:
    # By hand: the day 1.25 dollars, 1,210 tokens, 12 requests; Opus 1.00, 1,100 and 8 of them, the key 0.75, 660 and 5 of these,
    # with 200 read and 100 written; the rest of Opus 0.25, 440 and 3, with 100 read; three calls of a tool 0.05; the rest of the
    # day 0.20, 110 and one request.
    found = bodies("pier")
    assert set(found) == {"user/daily/activity.json", "global/spend/report.json"}
    told = {(one.principal, one.resource): one for one in usage(read(found))}
    opus = "Model:anthropic/claude-opus-5"
    keyed, rest, other = told[key("crane"), opus], told[None, opus], told[None, "Model:litellm/~unnamed"]
    assert counted(keyed) == {"uncached_input": 300, "cache_read": 200, "cache_write": 100, "output": 60}
    assert (keyed.cost_nano, keyed.requests, keyed.workspace) == (750_000_000, 5, group("docks"))
    assert counted(rest) == {"uncached_input": 300, "cache_read": 100, "output": 40}
    assert (rest.cost_nano, rest.requests) == (250_000_000, 3)
    assert (counted(other), other.cost_nano, other.requests) == ({"uncached_input": 100, "output": 10}, 200_000_000, 1)
    called = told[key("crane"), "McpTool:litellm/harbor/tides/read_tide"]
    assert (called.requests, called.cost_nano) == (3, 50_000_000)
    assert sum(one.cost_nano or 0 for one in told.values()) == 1_250_000_000
    assert sum(sum(one.tokens) for one in told.values()) == 1_210


@pytest.mark.parametrize(("model", "total"), [("MCP: read_tide", 1_250_000_000), ("claude-own", 1_250_000_000)])
def test_a_tool_s_money_counts_once_whether_or_not_it_stands_among_the_models(model: str, total: int) -> None:
    found = bodies("pier")
    day = found["user/daily/activity.json"]["results"][0]
    day["breakdown"]["models"][model] = copy.deepcopy(day["breakdown"]["mcp_servers"]["tides/read_tide"])
    if model == "claude-own":
        # Nothing is left of the day beside the models: the tool's sum is theirs.
        day["breakdown"]["models"][model]["metrics"]["spend"] = Decimal("0.25")
    told = usage(read(found))
    assert sum(one.cost_nano or 0 for one in told) == total
    assert not [one for one in told if "MCP:" in one.resource]


def test_daily_sums_of_keys_that_are_more_than_their_model_count_without_a_key() -> None:
    found = bodies("pier")
    model = found["user/daily/activity.json"]["results"][0]["breakdown"]["models"]["anthropic/claude-opus-5"]
    model["api_key_breakdown"][hashed("crane")]["metrics"]["prompt_tokens"] = 5000
    told = usage(read(found))
    assert sum(one.cost_nano or 0 for one in told) == 1_250_000_000
    assert {one.principal for one in told if one.resource.startswith("Model:")} == {None}


def test_daily_sums_do_not_count_beside_the_logs_of_their_day() -> None:
    found = bodies("pier") | logs(row("x", "2026-11-01", 0.5))
    draft = read(found)
    assert sum(one.cost_nano or 0 for one in usage(draft)) == 500_000_000
    assert [reason.code for reason in draft.reasons] == ["OVERLAP", "OVERLAP"]


def test_a_page_of_daily_sums_that_is_saved_twice_counts_once_and_another_one_contradicts() -> None:
    found = bodies("pier")
    found["user/daily/activity.2.json"] = copy.deepcopy(found["user/daily/activity.json"])
    assert sum(one.cost_nano or 0 for one in usage(read(found))) == 1_250_000_000
    found["user/daily/activity.2.json"]["results"][0]["metrics"]["spend"] = Decimal(9)
    draft = read(found)
    assert usage(draft) == []
    assert "CONTRADICTION" in [reason.code for reason in draft.reasons]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("global/spend/report.json", [{"group_by_day": "2026-11-01T00:00:00+00:00", "teams": []}]),
        ("spend/logs.json", [{"startTime": "2026-11-01", "spend": 1.5, "users": {}, "models": {}}]),
    ],
)
def test_sums_over_the_logs_are_recognized_and_never_counted(name: str, body: Any) -> None:
    (document,) = documents({name: body})
    assert litellm.recognize(document)
    [draft] = litellm.normalize([Page("", body, document=document)], Context(observed_at=OBSERVED))
    assert draft.failure is not None
    assert draft.failure.code == "OVERLAP"
    assert "/spend/logs/v2" in draft.failure.detail
    assert list(draft.records) == []


def test_answers_are_known_by_content_wherever_they_lie() -> None:
    for instance in ("harbor", "pier"):
        for name, body in bodies(instance).items():
            assert litellm.recognize(Document(Path("saved.json"), "saved.json", "json", body)), name
    for other in (
        None,
        [],
        {},
        3,
        "x",
        {"data": []},
        {"users": []},
        [{"id": 1}],
        {"keys": [], "total": 0},
        {"results": []},
    ):
        assert not litellm.recognize(Document(Path("x.json"), "x.json", "json", other)), other
    assert litellm.recognize(Document(Path("litellm/acme/v1/mcp/server.json"), "server.json", "json", []))
    assert not litellm.recognize(Document(Path("litellm/acme/v1/mcp/server.json"), "server.json", "yaml", []))


def test_the_order_of_files_pages_and_entries_is_no_matter() -> None:
    found, shuffled = bodies(), {}
    expected = [lines(draft) for draft in runs(found)]
    randomly = random.Random(7)
    for name in randomly.sample(sorted(found), len(found)):
        body = copy.deepcopy(found[name])
        listed = body if isinstance(body, list) else next(one for one in body.values() if isinstance(one, list))
        randomly.shuffle(listed)
        shuffled[name] = body
    assert [lines(draft) for draft in runs(shuffled)] == expected


def test_fields_nobody_knows_change_nothing() -> None:
    found = bodies()
    expected = [lines(draft) for draft in runs(found)]
    for name in found:
        for place in objects(found[name]):
            # Inside of maps by name an unknown name is an entry, and an empty object in place of a list stays empty.
            if not {"mcp_tool_permissions", "members_with_roles"} & set(place[-1:]):
                found = changed(found, name, (*place, "x_newer"), lambda holder, step: holder.update({step: [{}, 1]}))
    assert [lines(draft) for draft in runs(found)] == expected


def test_whatever_field_is_missing_or_wrong_costs_its_entry_alone() -> None:
    """Every field of every entry, once left out, once of a wrong type: lenient goes on, strict ends or reads it."""
    found = bodies()
    whole = sum(len(records(draft)) for draft in runs(found))
    # The second pages have nothing that the first ones lack.
    for name in sorted(found.keys() - {LOGS[1], "key/list.2.json"}):
        body = found[name]
        for place in list(objects(body)):
            holder = body
            for step in place:
                holder = holder[step]
            for field in holder:
                if not place:
                    continue
                for wrong in (None, {"a": [1]}):
                    bent = changed(
                        found, name, (*place, field), lambda one, step, wrong=wrong: one.update({step: wrong})
                    )
                    try:
                        drafts = runs(bent)
                    except AssertionError:
                        # Of a file that is known by its first entry alone.
                        continue
                    assert sum(len(records(draft)) for draft in drafts) > whole / 2
                    assert all(name in text for draft in drafts for text in draft.rejected)


def test_strict_ends_at_the_first_entry_that_is_wrong() -> None:
    found = bodies()
    found[LOGS[0]]["data"][3]["prompt_tokens"] = "many"
    with pytest.raises(RecordError) as error:
        read(found, lenient=False)
    assert (error.value.field, error.value.file) == ("data[3].prompt_tokens", LOGS[0])
    draft = read(found)
    assert len(draft.rejected) == 1
    # Only the tokens and the money of that row are missing.
    assert sum(one.cost_nano or 0 for one in usage(draft)) == 579_400_000 - 2_700_000


counts = st.integers(0, 10**6)


@st.composite
def rows(draw: st.DrawFn) -> dict[str, Any]:
    read_, short, long, other, fresh, output = (draw(counts) for _ in range(6))
    details = {"ephemeral_5m_input_tokens": short, "ephemeral_1h_input_tokens": long}
    used = {
        "cache_read_input_tokens": read_,
        "cache_creation_input_tokens": short + long + other,
        "prompt_tokens_details": {"cached_tokens": read_, "cache_creation_token_details": details},
    }
    return row(
        draw(st.uuids()).hex,
        draw(st.sampled_from(["2026-11-01", "2026-11-02"])),
        draw(st.decimals(0, 1000, places=9)),
        prompt_tokens=read_ + short + long + other + fresh,
        completion_tokens=output,
        api_key=draw(st.sampled_from([hashed("a"), hashed("b"), "", None])),
        user=draw(st.sampled_from(["u-ada", "", None])),
        cache_hit=draw(st.sampled_from(["True", "False", "", None])),
        metadata={"usage_object": used},
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(rows(), max_size=12))
def test_no_token_and_no_dollar_is_lost_or_counted_twice(found: list[dict[str, Any]]) -> None:
    told = usage(read(logs(*found)))
    used = [one for one in found if one["cache_hit"] != "True"]
    assert sum(one.cost_nano or 0 for one in told) == int(sum(one["spend"] for one in found) * 10**9)
    for name, count in {
        "cache_read": sum(one["metadata"]["usage_object"]["cache_read_input_tokens"] for one in used),
        "output": sum(one["completion_tokens"] for one in used),
    }.items():
        assert sum(one.tokens[TOKEN_COUNTERS.index(name)] for one in told) == count
    prompts = sum(sum(one.tokens[:5]) for one in told)
    assert prompts == sum(one["prompt_tokens"] for one in used)
    assert sum(one.requests for one in told) == len(found)
    assert len({(one.principal, one.resource, one.day, one.detail, one.cost_nano is None) for one in told}) == len(told)


@st.composite
def sums(draw: st.DrawFn, names: list[str], depth: int = 0) -> dict[str, Any]:
    """Metrics, and parts by name that are at most as much; `depth` 1: parts of parts by key."""
    parts = {name: draw(sums([hashed("a"), hashed("b")], 1)) for name in names if depth == 0 and draw(st.booleans())}
    if depth == 1:
        parts = {name: draw(sums([], 2)) for name in names if draw(st.booleans())}
    fields = ("prompt_tokens", "completion_tokens", "successful_requests")
    metrics = {
        field: sum(part["metrics"][field] for part in parts.values()) + draw(st.integers(0, 9)) for field in fields
    }
    spent = sum((part["metrics"]["spend"] for part in parts.values()), Decimal(0)) + draw(st.decimals(0, 9, places=6))
    inside = {"breakdown": {"models": parts}} if depth == 0 else {"api_key_breakdown": parts}
    return {"metrics": metrics | {"spend": spent}, **inside}


@settings(max_examples=60, deadline=None)
@given(sums(["gpt-5", "anthropic/claude-opus-5", "own"]))
def test_whatever_is_parted_how_a_day_s_sums_stay_its_own(day: dict[str, Any]) -> None:
    body = {"results": [{"date": "2026-11-01", **day}], "metadata": {"page": 1, "has_more": False}}
    told = usage(read({"user/daily/activity.json": body}))
    metrics = day["metrics"]
    assert sum(one.cost_nano or 0 for one in told) == int(metrics["spend"] * 10**9)
    assert sum(sum(one.tokens) for one in told) == metrics["prompt_tokens"] + metrics["completion_tokens"]
    assert all(one.chargeable is True and one.day == read_day("2026-11-01") for one in told)

"""What agent-scan found: the nodes that the configurations themselves give, tools with their defaults, and no marker as a secret."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.claims import Decision, Edge, Node
from graph.errors import RecordError
from graph.moment import read_moment
from graph.snapshot import snapshot_of
from graph.stores.memory import MemoryStore
from loaders.base import Context, Document, Page, PendingRun
from loaders.connectors import agent_scan, mcp
from loaders.ingest import ingest
from queries import blast_radius
from tests.fixtures.mcp.reading import document, edges, nodes, servers, written
from tests.loaders.test_mcp_law import CARRIERS, SECRETS

MORNING, NEXT_MORNING = "2026-11-20T06:00:00Z", "2026-11-21T06:00:00Z"
NOW = read_moment(MORNING)
ADA = "Identity:email/ada@acme.example"
SCAN = "homes/ada@acme.example/scan.json"
CONFIG = "/Users/ada/.cursor/mcp.json"
SECRET = "EXAMPLE-NOT-A-SECRET"
REMOTE = {"url": "https://mcp.acme.example/crm", "type": "http", "headers": {}}
CRM = "McpServer:mcp/https://mcp.acme.example/crm"
TOOLS = [{"name": "search", "inputSchema": {}, "annotations": {"readOnlyHint": True}}, {"name": "purge"}]


def signature(tools: Any = TOOLS, **more: Any) -> dict[str, Any]:
    return {"metadata": {}, "prompts": [], "resources": [], "resource_templates": [], "tools": tools, **more}


def found(name: str, server: Any, **more: Any) -> dict[str, Any]:
    return {"name": name, "server": server, "signature": None, "error": None, **more}


def result(*listed: Any, path: str = CONFIG, **more: Any) -> dict[str, Any]:
    told = {"client": "cursor", "path": path, "servers": list(listed), "issues": [], "labels": [], "error": None}
    return {path: {**told, **more}}


def drafts(value: Any, shown: str = SCAN, **said: Any) -> list[PendingRun]:
    one = Document(Path(shown), shown, "json", value)
    assert agent_scan.recognize(one)
    context = Context(**{"observed_at": NOW, "salt": b"a salt of the tests", **said})
    return list(agent_scan.normalize([Page("", value, document=one)], context))


def draft(value: Any, shown: str = SCAN, **said: Any) -> PendingRun:
    [only] = drafts(value, shown, **said)
    return only


ENTRIES: dict[str, dict[str, Any]] = {
    "remote": REMOTE,
    "spelled otherwise": {"url": "HTTPS://MCP.acme.example:443/crm/#top"},
    "package": {"command": "npx", "args": ["-y", "@Acme/files-mcp@1.4.0", "/srv"], "env": {}},
    "whole line": {"command": "uvx", "args": ["acme_mcp==2"]},
    "image": {"command": "docker", "args": ["run", "-i", "--rm", "-e", "BOX_KEY", "acme/box:2"]},
    "bridge": {"command": "npx", "args": ["-y", "mcp-remote", "https://mcp.acme.example/hr", "--header", "X: y"]},
    "program": {"command": "/opt/acme/bin/crm", "args": ["--stdio"]},
}


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=ENTRIES.keys())
def test_a_server_has_the_node_that_its_configuration_gives_it(entry: dict[str, Any]) -> None:
    [configured] = mcp.normalize(
        [Page("", {}, document=document(servers(crm=entry), "homes/ada@acme.example/.cursor/mcp.json"))],
        Context(NOW, salt=b"a salt of the tests"),
    )
    scanned = draft(result(found("crm", entry)))
    assert nodes(scanned, "McpServer:").keys() == nodes(configured, "McpServer:").keys()
    assert edges(scanned, "CONNECTS_TO").keys() == edges(configured, "CONNECTS_TO").keys()
    aliases = [[edge.alias for edge in edges(one, "CONNECTS_TO").values()] for one in (scanned, configured)]
    assert aliases[0] == aliases[1]


def test_two_of_one_package_are_told_apart_as_the_configuration_does() -> None:
    entry = ENTRIES["package"]
    [configured] = mcp.normalize(
        [Page("", {}, document=document(servers(a=entry, b=entry), "homes/ada@acme.example/mcp.json"))], Context(NOW)
    )
    assert (
        nodes(draft(result(found("a", entry), found("b", entry))), "McpServer:").keys()
        == nodes(configured, "McpServer:").keys()
    )


@pytest.mark.parametrize(
    ("shown", "owner", "path", "holder"),
    [
        (SCAN, None, CONFIG, ADA),
        (SCAN, "bo@acme.example", CONFIG, "Identity:email/bo@acme.example"),
        ("x/scan.json", "Identity:hr/1001", "/home/ada/.cursor/mcp.json", "Identity:hr/1001"),
        ("x/scan.json", None, "/srv/homes/ada@acme.example/.cursor/mcp.json", ADA),
        ("x/scan.json", None, "/w/repos/github.com/Acme/Web/.mcp.json", "Application:repo/github.com/acme/web"),
        ("x/lap.json", None, "/home/dana/.cursor/mcp.json", "Account:os/lap/dana"),
        ("x/lap.json", None, "/Users/dana/Library/mcp.json", "Account:os/lap/dana"),
        ("x/lap.json", None, "C:\\Users\\dana\\AppData\\mcp.json", "Account:os/lap/dana"),
        ("x/lap.json", None, "/root/.cursor/mcp.json", "Account:os/lap/root"),
    ],
)
def test_whose_a_configuration_is(shown: str, owner: str | None, path: str, holder: str) -> None:
    of = draft(result(found("crm", REMOTE), path=path), shown, owner=owner)
    [(source, _)] = edges(of, "CONNECTS_TO")
    assert source == holder
    assert not [node for node in nodes(of) if node.startswith(("Account:", "Identity:"))]


def test_the_same_user_name_on_two_machines_is_two_accounts() -> None:
    scan = result(found("a", ENTRIES["package"]), path="/home/ubuntu/.cursor/mcp.json")
    one, two = draft(scan, "x/one.json"), draft(scan, "x/two.json")
    assert nodes(one).keys().isdisjoint(nodes(two))
    assert one.header.source != two.header.source
    named = (
        draft(scan, "x/monday.json", source="agent_scan:lap-17"),
        draft(scan, "x/friday.json", source="agent_scan:lap-17"),
    )
    assert nodes(named[0]).keys() == nodes(named[1]).keys()
    assert named[0].header.source == named[1].header.source


def test_nobodys_configuration_is_inventory() -> None:
    of = draft(result(found("crm", REMOTE), path="/etc/claude-code/managed-mcp.json"), "x/scan.json")
    assert edges(of, "CONNECTS_TO") == {}
    assert list(nodes(of)) == [CRM]
    assert "CONNECTS_TO" not in of.header.complete


def test_tools_have_their_defaults_and_hang_on_their_server() -> None:
    of = draft(result(found("crm", REMOTE, signature=signature())))
    told = {
        n.name: (n.props["read_only"], n.props["destructive"], n.props["open_world"])
        for n in nodes(of, "McpTool:").values()
    }
    assert told == {"search": (True, False, True), "purge": (False, True, True)}
    assert set(edges(of, "EXPOSES")) == {(CRM, f"McpTool:mcp/https://mcp.acme.example/crm/{name}") for name in told}
    assert {"McpTool", "EXPOSES"} <= set(of.header.complete)


def test_a_server_that_did_not_start_is_known_without_its_tools() -> None:
    error = {
        "message": SECRET,
        "exception": SECRET,
        "traceback": SECRET,
        "server_output": SECRET,
        "category": "server_startup",
    }
    of = draft(result(found("crm", REMOTE, signature=signature()), found("b", ENTRIES["package"], error=error)))
    assert len(nodes(of, "McpServer:")) == 2
    assert [(reason.code, reason.detail) for reason in of.reasons] == [("X001", "servers[1]: its tools are not known")]
    assert of.complete is None
    assert "EXPOSES" not in of.header.complete
    assert SECRET not in written(of)


BROKEN: dict[str, Any] = {
    "no object": 7,
    "no server": {"name": "b"},
    "no command": found("b", {"type": "stdio"}),
    "wrong command": found("b", {"command": 7, "args": [SECRET]}),
    "wrong env": found("b", {"command": "b", "env": {"B_TOKEN": [SECRET]}}),
    "wrong name": found(["b"], REMOTE),  # type: ignore[arg-type]
    "NUL": found("b\0", {"command": "b"}),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN.keys())
def test_one_broken_server_does_not_sink_the_others(broken: Any) -> None:
    scan = result(found("crm", REMOTE, signature=signature()), broken)
    of = draft(scan)
    assert set(nodes(of, "McpServer:")) == {CRM}
    assert len(of.rejected) == 1
    assert of.complete == ()
    assert SECRET not in written(of)
    with pytest.raises(RecordError) as caught:
        drafts(scan, lenient=False)
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize(
    "bad",
    [
        {"tools": "x"},
        {"tools": [7]},
        {"tools": [{"name": 7}]},
        {"prompts": 7},
        "x",
        {"tools": [{"name": "a", "annotations": 7}]},
    ],
)
def test_what_a_server_listed_may_be_broken_and_the_server_stays(bad: Any) -> None:
    told = {**signature([]), **bad} if isinstance(bad, dict) else bad
    of = draft(result(found("crm", REMOTE, signature=told)))
    assert set(nodes(of, "McpServer:")) == {CRM}
    assert len(of.rejected) == 1


def test_issues_and_labels_find_their_tool_behind_prompts_and_resources() -> None:
    told = signature(prompts=[{"name": "p"}], resources=[{"name": "r"}], resource_templates=[{"name": "t"}])
    issues = [
        {"code": "W015", "message": SECRET, "reference": [0, 4], "extra_data": {"x": SECRET}},
        {"code": "E001", "message": SECRET, "reference": [0, 4]},
        {"code": "W021", "message": SECRET, "reference": [0, None]},
        {"code": "W020", "message": SECRET, "reference": None},
        {"code": SECRET, "message": "", "reference": [0, 3]},
        {"code": "W001", "message": "", "reference": ["0", 3]},
        {"code": "W001", "message": "", "reference": [9, 9]},
    ]
    zero = {"is_public_sink": 0, "destructive": 0, "untrusted_content": 0, "private_data": 0}
    labels = [[zero, zero, zero, {**zero, "is_public_sink": 1, "private_data": 0.25}, zero]]
    of = draft(result(found("crm", REMOTE, signature=told), issues=issues, labels=labels))
    by_name = {node.name: node.props for node in nodes(of, "McpTool:").values()}
    assert by_name["purge"]["issues"] == ["E001", "W015"]
    assert by_name["search"]["labels"] == ["is_public_sink=1", "private_data=0.25"]
    assert "issues" not in by_name["search"]
    assert nodes(of)[CRM].props["issues"] == ["W021"]
    assert SECRET not in written(of)


MARKED: dict[str, dict[str, Any]] = {
    "header": {**REMOTE, "headers": {"Authorization": "**REDACTED**"}},
    "variable": {"command": "crm", "env": {"CRM_TOKEN": "**REDACTED**"}},
    "argument": {"command": "npx", "args": ["crm", "--token", "**REDACTED_SECRET_KEYWORDDETECTOR**"]},
    "alone": {"command": "npx", "args": ["crm", "**REDACTED_SECRET_BASICAUTHDETECTOR**"]},
    "parameter": {"url": "https://mcp.acme.example/crm?api_key=**REDACTED**"},
    "quoted parameter": {"url": "https://mcp.acme.example/crm?api_key=%2A%2AREDACTED%2A%2A"},
    "header of a bridge": {
        "command": "npx",
        "args": ["mcp-remote", REMOTE["url"], "--header", "Authorization: Bearer **REDACTED_SECRET_JWTTOKENDETECTOR**"],
    },
}


@pytest.mark.parametrize("entry", MARKED.values(), ids=MARKED.keys())
def test_a_marker_is_a_credential_that_nobody_shares_and_nothing_is_known_of(entry: dict[str, Any]) -> None:
    one = draft(result(found("crm", entry)))
    two = draft(result(found("crm", entry)), "homes/bo@acme.example/scan.json")
    [(key, node)] = nodes(one, "Credential:").items()
    assert node.props == {"type": "redacted"}
    assert key not in nodes(two)
    assert "REDACTED" not in written(one)


def test_what_was_taken_away_elsewhere_names_no_account_and_no_address() -> None:
    env = dict.fromkeys(("PGHOST", "PGUSER", "PGPASSWORD", "LOG_LEVEL", "DATABASE_URL"), "**REDACTED**")
    entries = (
        found("pg", {"command": "pg-mcp", "env": env}),
        found("crm", {**REMOTE, "url": f"{REMOTE['url']}?team=**REDACTED**"}),
    )
    of = draft(result(*entries))
    assert "REDACTED" not in written(of)
    assert CRM in nodes(of)
    assert not [target for _, target in edges(of, "RUNS_AS") if target.startswith("Account:")]


@pytest.mark.parametrize("carrier", CARRIERS)
@given(secret=SECRETS)
def test_no_secret_of_a_scan_that_was_not_redacted_leaves_it(carrier: str, secret: str) -> None:
    error = {"message": secret, "server_output": secret, "category": "server_startup"}
    listed = [{"name": "a", "description": secret, "inputSchema": {"default": secret}}]
    scan = result(
        found("crm", CARRIERS[carrier](secret), signature=signature(listed), error=error),
        issues=[{"code": "E001", "message": secret, "reference": [0, 0], "extra_data": {"x": secret}}],
    )
    of = draft(scan)
    assert of.rejected == []
    assert secret not in written(of)
    assert any(node.props.get("literal") for node in nodes(of, "Credential:").values())


def test_a_digest_of_a_program_is_no_secret() -> None:
    entry = {"command": "crm", "binary_identifier": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}
    assert nodes(draft(result(found("crm", entry))), "Credential:") == {}


def test_skills_are_no_servers() -> None:
    of = draft(result(found("tidy", {"path": "/x", "type": "skill"}), found("crm", REMOTE), skills=[{"name": "tidy"}]))
    assert list(nodes(of, "McpServer:")) == [CRM]
    assert of.rejected == []


def test_each_path_is_a_run_and_one_that_cannot_be_read_fails_alone() -> None:
    scan = {
        **result(found("crm", REMOTE)),
        **result(
            path="/Users/ada/.codex/config.toml", servers=None, error={"message": SECRET, "category": "parse_error"}
        ),
        **result(
            path="/Users/ada/.gemini/settings.json",
            servers=None,
            error={"category": "file_not_found", "is_failure": False},
        ),
        "/Users/ada/other.json": [SECRET],
    }
    told = {one.origin.partition(": ")[2]: one for one in drafts(scan)}
    assert {path: one.failure.code if one.failure else None for path, one in told.items()} == {
        CONFIG: None,
        "/Users/ada/.codex/config.toml": "X005",
        "/Users/ada/other.json": "X005",
    }
    assert SECRET not in "".join(written(one) + repr(one.failure) for one in told.values())
    store = MemoryStore()
    states = {outcome.state for outcome in ingest(store, drafts(scan))}
    assert states == {"COMPLETE", "FAILED"}


def test_a_scan_that_looks_at_fewer_paths_retires_nothing_and_one_that_finds_less_does() -> None:
    store = MemoryStore()
    other = result(found("hr", {"url": "https://mcp.acme.example/hr"}), path="/Users/ada/.roo/mcp.json")
    ingest(store, drafts({**result(found("crm", REMOTE, signature=signature())), **other}))
    later = read_moment(NEXT_MORNING)
    narrower = result(found("crm", REMOTE, signature=signature(TOOLS[:1])))
    outcomes = ingest(store, drafts(narrower, observed_at=later))
    retired = [{kind: n for kind, n in outcome.retired.items() if n} for outcome in outcomes]
    assert retired == [{"McpTool": 1, "EXPOSES": 1}]


def test_a_list_of_results_is_read_like_the_object() -> None:
    scan = result(found("crm", REMOTE, signature=signature()))
    pushed = {"scan_path_results": list(scan.values()), "scan_user_info": {"hostname": "lap", "username": ["ada"]}}
    assert list(draft(pushed).records) == list(draft(scan).records)


def test_servers_of_several_files_of_one_client_belong_each_to_their_own() -> None:
    scan = result(
        found("crm", REMOTE, config_path="/home/bo/.claude.json"),
        found("web", ENTRIES["package"], config_path="/w/repos/github.com/acme/web/.mcp.json"),
        path="/home/bo/.claude",
    )
    of = draft(scan, "x/lap.json")
    assert {source.partition(":")[0] for source, _ in edges(of, "CONNECTS_TO")} == {"Account", "Application"}


@pytest.mark.parametrize("value", [{}, [], None, {"a": 1}, {"a": {"servers": []}}, {"servers": {}}, servers(a=REMOTE)])
def test_what_is_no_scan_is_somebody_elses_file(value: Any) -> None:
    assert not agent_scan.recognize(document(value, "x.json"))


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "name",
                    "server",
                    "signature",
                    "tools",
                    "error",
                    "annotations",
                    "command",
                    "url",
                    "env",
                    "args",
                    "code",
                    "reference",
                    "x",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(st.lists(_JSON, max_size=3), _JSON, _JSON, _JSON)
def test_nothing_that_a_scan_may_hold_breaks_the_others(
    listed: list[Any], issues: Any, labels: Any, error: Any
) -> None:
    scan = {**result(found("crm", REMOTE)), **result(*listed, path="/x", issues=issues, labels=labels, error=error)}
    one = Document(Path(SCAN), SCAN, "json", json.loads(json.dumps(scan)))
    told = list(agent_scan.normalize([Page("", {}, document=one)], Context(NOW)))
    for draft_ in told:
        for _, record in draft_.records:
            assert isinstance(record, Node | Edge)
    assert CRM in nodes(told[0])


@pytest.mark.parametrize(("approval", "permission"), [("approved", "READ"), ("unreviewed", "ADMIN"), (None, "ADMIN")])
def test_a_hint_narrows_access_only_where_we_approved_the_server(approval: str | None, permission: str) -> None:
    store = MemoryStore()
    ingest(store, drafts(result(found("crm", REMOTE, signature=signature()))))
    if approval is not None:
        store.decide(Decision(kind="approval", ids=(CRM,), by="sam", at=NOW, value=approval))
    answer = blast_radius.run(snapshot_of(store, 1), blast_radius.Params(start=(ADA,), as_of=NOW + 1))
    reached = {row.name: row.permission for row in answer.reached if row.kind == "McpTool"}
    assert reached == {"search": permission, "purge": "ADMIN"}

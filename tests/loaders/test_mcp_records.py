"""What one MCP configuration must claim: whose it is, which servers, which credentials, which accounts."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from graph.check import check_header
from graph.errors import RecordError
from loaders.base import Context, Page
from loaders.connectors.mcp import normalize
from tests.fixtures.mcp.reading import ADA, document, draft, drafts, edges, nodes, servers, written

REMOTE = {"url": "https://mcp.acme.example/crm"}
CRM = "McpServer:mcp/https://mcp.acme.example/crm"
SECRET = "EXAMPLE-NOT-A-SECRET"


def test_a_home_folder_tells_the_owner_and_nobody_describes_them_here() -> None:
    of = draft(servers(crm=REMOTE), "fleet/homes/Ada@Acme.Example/.cursor/mcp.json")
    assert [edge.alias for edge in edges(of, "CONNECTS_TO").values()] == ["crm"]
    assert list(edges(of, "CONNECTS_TO")) == [(ADA, CRM)]
    assert list(nodes(of)) == [CRM]
    assert of.header.complete == ("McpServer", "Credential", "RUNS_AS", "CONNECTS_TO", "HAS_CREDENTIAL")


@pytest.mark.parametrize(
    ("owner", "node", "server"),
    [
        (" Ada@Acme.Example ", ADA, "McpServer:mcp/ada@acme.example/cmd:a"),
        (ADA, ADA, "McpServer:mcp/ada@acme.example/cmd:a"),
        ("Identity:hr/1001", "Identity:hr/1001", "McpServer:mcp/Identity:hr/1001/cmd:a"),
        ("Group:github/acme/data", "Group:github/acme/data", "McpServer:mcp/Group:github/acme/data/cmd:a"),
    ],
)
def test_the_owner_who_is_named_wins(owner: str, node: str, server: str) -> None:
    of = draft(servers(a={"command": "a"}), "homes/sam@acme.example/mcp.json", owner=owner)
    assert list(edges(of, "CONNECTS_TO")) == [(node, server)]
    check_header(of.header)


@pytest.mark.parametrize("owner", ["ada", "Model:anthropic/claude", "Nothing:a/b"])
def test_an_owner_who_cannot_own_is_refused(owner: str) -> None:
    with pytest.raises(RecordError) as caught:
        draft(servers(crm=REMOTE), owner=owner)
    assert caught.value.field == "owner"


@pytest.mark.parametrize(
    ("shown", "name", "repository"),
    [
        ("repos/github.com/Acme/Web/.mcp.json", "github.com/acme/web", "DataSource:github/acme/web"),
        ("x/repos/github.com/acme/mono/apps/a/.cursor/mcp.json", "github.com/acme/mono", "DataSource:github/acme/mono"),
        ("repos/git.acme.example/data/etl/.mcp.json", "git.acme.example/data/etl", None),
        ("repos/web/.vscode/mcp.json", "web", None),
        (
            "homes/ada@acme.example/repos/github.com/acme/web/.mcp.json",
            "github.com/acme/web",
            "DataSource:github/acme/web",
        ),
    ],
)
def test_a_project_connects_through_its_application(shown: str, name: str, repository: str | None) -> None:
    of = draft(servers(crm=REMOTE), shown)
    application = f"Application:repo/{name}"
    assert list(edges(of, "CONNECTS_TO")) == [(application, CRM)]
    assert nodes(of)[application].props.get("repository") == repository
    assert "HAS_CREDENTIAL" not in of.header.complete


def test_a_project_acts_with_the_secret_in_its_file() -> None:
    of = draft(servers(crm={**REMOTE, "headers": {"X-Api-Key": SECRET}}), "repos/github.com/acme/web/.mcp.json")
    ((credential, _),) = nodes(of, "Credential:").items()
    assert list(edges(of, "RUNS_AS")) == [("Application:repo/github.com/acme/web", credential)]
    assert edges(of, "HAS_CREDENTIAL") == {}


def test_without_owner_and_project_there_is_inventory_alone() -> None:
    config = servers(crm={**REMOTE, "headers": {"X-Api-Key": SECRET}}, a={"command": "a", "env": {"A_TOKEN": SECRET}})
    of = draft(config, "found/mcp.json")
    assert of.header.source.startswith("mcp:unowned/other/")
    assert edges(of, "CONNECTS_TO") == edges(of, "HAS_CREDENTIAL") == {}
    assert [node.partition("/")[0] for node in nodes(of)] == ["Credential:mcp", "McpServer:mcp", "McpServer:mcp"]
    assert "CONNECTS_TO" not in of.header.complete


def test_local_servers_of_nobody_are_not_one_server() -> None:
    one, two = drafts([document(servers(a={"command": "a"}), f"{place}/mcp.json") for place in ("one", "two")])
    assert nodes(one).keys().isdisjoint(nodes(two))


def test_a_users_file_keeps_servers_for_projects() -> None:
    config = {"projects": {"/w/web": servers(db={"command": "db"})}}
    owned = draft(config, "homes/ada@acme.example/.claude.json")
    assert list(edges(owned, "CONNECTS_TO")) == [(ADA, "McpServer:mcp/ada@acme.example/cmd:db")]
    found = draft(config, "found/.claude.json")
    assert list(edges(found, "CONNECTS_TO")) == [("Application:repo//w/web", "McpServer:mcp//w/web/cmd:db")]


def test_every_file_is_its_own_run_and_its_own_source() -> None:
    places = ("homes/ada@acme.example/.cursor/mcp.json", "homes/ada@acme.example/.roo/mcp.json")
    many = drafts([document(servers(crm=REMOTE), place) for place in places])
    assert [of.origin for of in many] == list(places)
    assert [of.header.source for of in many] == [
        "mcp:ada@acme.example/cursor/.cursor/mcp.json",
        "mcp:ada@acme.example/roo/.roo/mcp.json",
    ]
    named = drafts([document(servers(crm=REMOTE), place) for place in places], source="mcp:fleet")
    assert len({of.header.source for of in named}) == 2
    assert draft(servers(crm=REMOTE), source="mcp:fleet").header.source == "mcp:fleet"


def test_one_package_started_twice_is_two_servers() -> None:
    entry = {"command": "npx", "args": ["-y", "@acme/pg"]}
    config = {**servers(a=entry, b=entry), "projects": {"/w": servers(a=entry)}}
    of = draft(config, "homes/ada@acme.example/.claude.json")
    started = nodes(of, "McpServer:")
    assert len(started) == 3
    assert "McpServer:mcp/ada@acme.example/npm:@acme/pg/b" in started
    assert {node.props["package"] for node in started.values()} == {"npm:@acme/pg"}


def test_one_remote_server_under_two_names_is_one_edge_that_knows_both() -> None:
    of = draft(servers(b={"url": "https://MCP.acme.example:443/crm/"}, a=REMOTE))
    ((place, edge),) = edges(of, "CONNECTS_TO").items()
    assert place == (ADA, CRM)
    assert edge.alias == "a"
    assert "also as b" in (edge.evidence or "")


@pytest.mark.parametrize(
    ("entry", "url", "bridge", "transport"),
    [
        ({"command": "npx", "args": ["-y", "mcp-remote@0.1", REMOTE["url"]]}, CRM, "npm:mcp-remote", "http"),
        ({"command": "npx mcp-remote https://mcp.acme.example/crm --transport sse-only"}, CRM, "npm:mcp-remote", "sse"),
        ({"command": "supergateway", "args": ["--sse", REMOTE["url"]]}, CRM, "cmd:supergateway", "sse"),
        (
            {"command": "uvx", "args": ["mcp-proxy", "${URL}"], "env": {"URL": REMOTE["url"]}},
            CRM,
            "pypi:mcp-proxy",
            "http",
        ),
        (
            {"command": "docker", "args": ["run", "-i", "supercorp/supergateway", "--streamableHttp", REMOTE["url"]]},
            CRM,
            "oci:supercorp/supergateway",
            "http",
        ),
    ],
)
def test_a_bridge_is_the_remote_server_behind_it(entry: Any, url: str, bridge: str, transport: str) -> None:
    of = draft(servers(crm=entry))
    node = nodes(of, "McpServer:")[url]
    assert (node.props["bridge"], node.props["transport"]) == (bridge, transport)
    assert f"through {bridge}" in (edges(of, "CONNECTS_TO")[(ADA, url)].evidence or "")


def test_a_gateway_that_publishes_a_local_server_is_that_local_server() -> None:
    of = draft(
        servers(a={"command": "npx", "args": ["-y", "supergateway", "--stdio", "uvx acme-db==1", "--port", "1"]})
    )
    assert nodes(of)["McpServer:mcp/ada@acme.example/pypi:acme-db"].props["version"] == "1"


def test_an_address_known_only_on_the_machine_is_that_configurations_own() -> None:
    of = draft(servers(a={"url": "${A_URL}"}, b={"url": "https://${HOST}/b"}))
    assert list(nodes(of)) == ["McpServer:mcp/ada@acme.example/cmd:a", "McpServer:mcp/ada@acme.example/cmd:b"]


def test_a_dsn_leads_from_the_local_server_to_the_account() -> None:
    of = draft(
        servers(db={"command": "npx", "args": ["-y", "pg-mcp", f"postgresql://app:{SECRET}@db.acme.example/sales"]})
    )
    server, account = "McpServer:mcp/ada@acme.example/npm:pg-mcp", "Account:postgres/db.acme.example:5432/app"
    ((credential, node),) = nodes(of, "Credential:").items()
    assert set(edges(of, "RUNS_AS")) == {(server, account), (server, credential), (credential, account)}
    assert list(edges(of, "HAS_CREDENTIAL")) == [(ADA, credential)]
    assert node.props["fingerprint"] in credential
    assert "database sales" in (edges(of, "RUNS_AS")[(server, account)].evidence or "")
    assert SECRET not in written(of)


def test_a_dsn_without_a_password_still_names_the_account() -> None:
    of = draft(servers(db={"command": "db", "env": {"DATABASE_URL": "postgres://app:${WORD}@db:6432/sales"}}))
    server, account = "McpServer:mcp/ada@acme.example/cmd:db", "Account:postgres/db:6432/app"
    reference = next(iter(nodes(of, "Credential:")))
    assert set(edges(of, "RUNS_AS")) == {(server, account), (server, reference)}


def test_two_databases_with_one_password_do_not_share_a_credential_but_its_fingerprint() -> None:
    entries = {name: {"command": name, "args": [f"postgres://app:hunter2@{name}/x"]} for name in ("one", "two")}
    found = nodes(draft(servers(**entries)), "Credential:")
    assert len(found) == 2
    assert len({node.props["fingerprint"] for node in found.values()}) == 1


def test_a_secret_sent_to_a_shared_server_is_its_owners_and_never_the_servers() -> None:
    of = draft(servers(crm={**REMOTE, "headers": {"Authorization": f"Bearer {SECRET}"}}))
    ((credential, node),) = nodes(of, "Credential:").items()
    assert list(edges(of, "HAS_CREDENTIAL")) == [(ADA, credential)]
    assert edges(of, "RUNS_AS") == {}
    assert node.props["literal"] is True
    assert node.props["hint"] == "CRET"


def test_reuse_of_a_secret_shows_across_people_places_and_clients() -> None:
    first = draft(
        servers(crm={**REMOTE, "headers": {"Authorization": f"Bearer {SECRET}"}}), "homes/a@x.example/mcp.json"
    )
    second = draft(
        {"mcp_servers": {"c": {"command": "c", "env": {"CRM_TOKEN": SECRET}}}}, "homes/b@x.example/config.toml"
    )
    salted = draft(servers(c={"command": "c", "env": {"CRM_TOKEN": SECRET}}), salt=b"another salt")
    assert nodes(first, "Credential:").keys() == nodes(second, "Credential:").keys()
    assert nodes(first, "Credential:").keys() != nodes(salted, "Credential:").keys()


@pytest.mark.parametrize("text", ["YOUR_CRM_TOKEN", "**REDACTED**", "${CRM_TOKEN}", "<token>"])
def test_references_and_placeholders_never_join_two_configurations(text: str) -> None:
    config = servers(crm={**REMOTE, "headers": {"Authorization": f"Bearer {text}"}})
    one, two = drafts([document(config, f"homes/{who}@x.example/mcp.json") for who in "ab"])
    ((_, node),) = nodes(one, "Credential:").items()
    assert nodes(one, "Credential:").keys().isdisjoint(nodes(two, "Credential:"))
    assert node.props["literal"] is False
    assert "fingerprint" not in node.props


def test_a_variable_handed_to_a_container_is_a_reference_unless_the_entry_sets_it() -> None:
    args = ["run", "-i", "--rm", "-e", "BOX_KEY", "-e", "BOX_PORT", "acme/box"]
    bare = nodes(draft(servers(box={"command": "docker", "args": args})), "Credential:")
    assert [(node.name, node.props["literal"]) for node in bare.values()] == [("BOX_KEY", False)]
    given = nodes(draft(servers(box={"command": "docker", "args": args, "env": {"BOX_KEY": SECRET}})), "Credential:")
    assert [node.props["literal"] for node in given.values()] == [True]


def test_a_header_that_a_variable_of_the_same_entry_fills_carries_that_secret() -> None:
    entry = {
        "command": "npx",
        "args": ["mcp-remote", REMOTE["url"], "--header", "Authorization:${HEADER}"],
        "env": {"HEADER": f"Bearer {SECRET}"},
    }
    assert [node.props["literal"] for node in nodes(draft(servers(crm=entry)), "Credential:").values()] == [True]


def test_a_token_pasted_where_its_variable_belongs_is_a_literal_secret() -> None:
    token = "ghp_" + "A1b2" * 9
    of = draft({"mcp_servers": {"a": {"url": "https://a.example", "bearer_token_env_var": token}}}, "config.toml")
    assert [node.props["literal"] for node in nodes(of, "Credential:").values()] == [True]
    assert token not in written(of)


def test_what_runs_without_asking_stands_in_the_evidence() -> None:
    of = draft(servers(a={**REMOTE, "autoApprove": ["write", "read"]}))
    assert (edges(of, "CONNECTS_TO")[(ADA, CRM)].evidence or "").endswith("auto-approves: read, write")


def test_the_order_of_a_file_changes_nothing() -> None:
    entries = {
        "a": {"command": "x", "env": {"A_TOKEN": SECRET, "B_TOKEN": SECRET}},
        "b": {**REMOTE, "headers": {"X-Api-Key": SECRET}},
        "c": {"command": "npx", "args": ["mcp-remote", REMOTE["url"]]},
        "d": {"command": "x", "disabled": True},
    }
    seen = {
        written(draft(servers(**{name: entries[name] for name in order}))) for order in itertools.permutations(entries)
    }
    assert len(seen) == 1


def test_an_emptied_file_vouches_that_nothing_is_left() -> None:
    of = draft(servers())
    assert list(of.records) == []
    assert "CONNECTS_TO" in of.header.complete
    assert of.complete is None


def test_a_page_without_a_file_is_no_configuration() -> None:
    assert list(normalize([Page(endpoint="/x", body={})], Context(observed_at=0))) == []

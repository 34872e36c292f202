"""References, placeholders, connection strings and launchers in every spelling that people use."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from graph.claims import Node
from loaders.mcp.command_line import parse_command
from loaders.mcp.dsn import parse_dsn
from loaders.mcp.secret import LITERAL, PLACEHOLDER, REFERENCE, classify, hint_of, is_secret_value
from tests.fixtures.mcp.reading import draft, edges, nodes, servers

REFERENCES = [
    ("$input:CONTEXT7_API_KEY", "input:CONTEXT7_API_KEY"),
    ("${input:token}", "input:token"),
    ("$(gh auth token)", ""),
    ("$(security find-generic-password -w -s $(whoami))", ""),
    ("`op read op://it/x/y`", ""),
    ("$env:GITHUB_TOKEN", "GITHUB_TOKEN"),
    ("env:GITHUB_TOKEN", "GITHUB_TOKEN"),
    ("process.env.GITHUB_TOKEN", "GITHUB_TOKEN"),
    ('process.env["GITHUB_TOKEN"]', "GITHUB_TOKEN"),
    ("os.environ/GITHUB_TOKEN", "GITHUB_TOKEN"),
    ("{env.GITHUB_TOKEN}", "GITHUB_TOKEN"),
    ("{env:GITHUB_TOKEN}", "GITHUB_TOKEN"),
    ("${GITHUB_TOKEN:?set it first}", "GITHUB_TOKEN"),
    ("${GITHUB_TOKEN:+x}", "GITHUB_TOKEN"),
    ("keychain:github-token", "keychain:github-token"),
    ("vault:secret/data/github#token", "vault:secret/data/github#token"),
    ("vault://secret/github", "vault://secret/github"),
    ("ref+awssecrets://x", None),
    ("!secret github_token", "github_token"),
    ("#{GITHUB_TOKEN}", "GITHUB_TOKEN"),
    ("%{GITHUB_TOKEN}", "GITHUB_TOKEN"),
    ("__GITHUB_TOKEN__", "GITHUB_TOKEN"),
    ("Bearer $(gh auth token)", ""),
    ("Bearer __GITHUB_TOKEN__", "GITHUB_TOKEN"),
    ("arn:aws:secretsmanager:eu-west-1:1:secret:gh", "arn:aws:secretsmanager:eu-west-1:1:secret:gh"),
    ("projects/acme/secrets/gh/versions/latest", "projects/acme/secrets/gh/versions/latest"),
]


@pytest.mark.parametrize(("text", "variable"), [case for case in REFERENCES if case[1] is not None])
def test_a_reference_in_any_spelling_is_no_secret(text: str, variable: str) -> None:
    classified = classify(text)
    assert classified is not None
    assert (classified.kind, classified.variable) == (REFERENCE, variable)


NOTHING = ["not-needed", "EMPTY", "not_required", "sk-no-key-required", "no-key", "unused", "n/a", "None", "ollama", ""]


@pytest.mark.parametrize("text", NOTHING)
def test_words_that_fill_a_field_are_nothing(text: str) -> None:
    assert classify(text) is None


@pytest.mark.parametrize("text", ["changeit", "change-me", "changeme", "change_this", "dummy-key", "sk-dummy", "fake"])
def test_words_that_wait_to_be_replaced_are_placeholders(text: str) -> None:
    classified = classify(text)
    assert classified is not None
    assert classified.kind == PLACEHOLDER


@pytest.mark.parametrize(
    "text", ["$(echo ghp_0123456789abcdefghij)", "${TOKEN:-ghp_0123456789abcdefghij}", "pa$$(w0rd"]
)
def test_a_secret_inside_a_reference_is_a_secret(text: str) -> None:
    classified = classify(text)
    assert classified is not None
    assert classified.kind == LITERAL


def test_people_with_the_same_references_share_nothing() -> None:
    """Case 15: two homes with equal entries and different databases."""

    def config(dsn: str) -> Any:
        return servers(
            db={"command": "npx", "args": ["-y", "@modelcontextprotocol/server-postgres", dsn]},
            **{
                f"r{number}": {"command": "npx", "env": {"API_KEY": text}}
                for number, (text, _) in enumerate(REFERENCES)
            },
            **{f"n{number}": {"command": "npx", "env": {"API_KEY": text}} for number, text in enumerate(NOTHING)},
        )

    ann = draft(
        config("postgresql://postgres:postgres@dev-db.acme.example:5432/sandbox"), "homes/ann@acme.example/mcp.json"
    )
    bob = draft(
        config("postgresql://admin:postgres@prod-db.acme.example:5432/payroll"), "homes/bob@acme.example/mcp.json"
    )
    assert not set(nodes(ann)) & set(nodes(bob))
    literal = [node.props["type"] for node in nodes(ann).values() if node.props.get("literal")]
    assert literal == ["password"]


@pytest.mark.parametrize(
    ("text", "accounts", "database", "password"),
    [
        (
            "Server=tcp:payroll.database.windows.net,1433;Initial Catalog=payroll;User ID=app@payroll;Password=p;Encrypt=True;",
            ["sqlserver/payroll.database.windows.net:1433/app"],
            "payroll",
            "p",
        ),
        ("Data Source=DB\\SQLEXPRESS;Database=x;Uid=sa;Pwd=p", ["sqlserver/db\\sqlexpress/sa"], "x", "p"),
        (
            "Driver={ODBC Driver 18 for SQL Server};Server=db;Database=x;UID=sa;PWD={p;1}}2}",
            ["sqlserver/db:1433/sa"],
            "x",
            "p;1}2",
        ),
        ("Driver={PostgreSQL Unicode};Server=db;Port=6432;Database=x;Uid=a;Pwd=p;", ["postgres/db:6432/a"], "x", "p"),
        ("Host=h1,h2:6432;Username=a;Password=p;Database=x", ["postgres/h1:5432/a", "postgres/h2:6432/a"], "x", "p"),
        ("Server=db;Port=3306;Database=x;Uid=a;Pwd='p;q';", ["mysql/db:3306/a"], "x", "p;q"),
        (
            "Server=a;Failover Partner=b;Database=x;User Id=u;Password=p",
            ["sqlserver/a:1433/u", "sqlserver/b:1433/u"],
            "x",
            "p",
        ),
        ("jdbc:sqlserver://db:1444;databaseName=x;user=a;password=p w", ["sqlserver/db:1444/a"], "x", "p w"),
        ("jdbc:oracle:thin:scott/tiger@//db:1521/HR", ["oracle/db:1521/scott"], "HR", "tiger"),
        (
            "postgresql://a:p@h1:5432,h2:6432,h3/x?target_session_attrs=any",
            ["postgres/h1:5432/a", "postgres/h2:6432/a", "postgres/h3:5432/a"],
            "x",
            "p",
        ),
        ("mongodb://a:p@m1:27017,m2/x?replicaSet=r", ["mongodb/m1:27017/a", "mongodb/m2:27017/a"], "x", "p"),
        ("jdbc:mysql:loadbalance://h1,h2/x?user=a&password=p", ["mysql/h1:3306/a", "mysql/h2:3306/a"], "x", "p"),
        (
            "host=h1,h2 port=5432,6432 user=a password=p dbname=x",
            ["postgres/h1:5432/a", "postgres/h2:6432/a"],
            "x",
            "p",
        ),
        ("host=h1,h2 port=6432 user=a password=p dbname=x", ["postgres/h1:6432/a", "postgres/h2:6432/a"], "x", "p"),
        ("postgresql://a:p@${DB_HOST},h2/x", ["postgres/h2:5432/a"], "x", "p"),
    ],
)
def test_a_login_in_any_spelling_gives_every_host(text: str, accounts: list[str], database: str, password: str) -> None:
    login = parse_dsn(text)
    assert login is not None
    assert list(login.accounts) == [f"Account:{account}" for account in accounts]
    assert (login.database, str(login.password)) == (database, password)


@pytest.mark.parametrize(
    "text",
    [
        "Server=db;Database=x;Integrated Security=true",
        "DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=abc==",
        "export A=b; npx",
        "a=b",
    ],
)
def test_a_string_without_role_or_host_is_no_login(text: str) -> None:
    assert parse_dsn(text) is None


def test_a_server_runs_as_the_role_at_every_host() -> None:
    of = draft(servers(db={"command": "npx", "args": ["-y", "pg-mcp", "postgres://a:Zk4-qq81-Lm@h1,h2/x"]}))
    targets = {target for _, target in edges(of, "RUNS_AS") if target.startswith("Account:")}
    assert targets == {"Account:postgres/h1:5432/a", "Account:postgres/h2:5432/a"}
    (server,) = nodes(of, "McpServer:").values()
    assert server.props["logins"] == ["a@postgres/h1:5432/x", "a@postgres/h2:5432/x"]


def _credentials(env: dict[str, str]) -> list[Node]:
    return list(nodes(draft(servers(a={"command": "npx", "env": env})), "Credential:").values())


@pytest.mark.parametrize(
    ("env", "hint"),
    [
        ({"DB": "Server=db.acme.example;Database=payroll;User Id=app;Password=short1;Encrypt=True"}, None),
        ({"DB": "Server=db.acme.example;Database=x;User Id=app;Password=long-enough-secret-9876"}, "9876"),
        ({"S": "DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=c2hvcnQ="}, None),
        ({"AUTHORIZATION": "Basic " + base64.b64encode(b"administrator:hunter2").decode()}, None),
        ({"DB": "postgres://administrator:hunter2@db.acme.example/payroll"}, None),
    ],
)
def test_a_hint_is_of_the_secret_and_not_of_the_text_around_it(env: dict[str, str], hint: str | None) -> None:
    (node,) = _credentials(env)
    assert node.props.get("hint") == hint


def test_a_hint_of_a_text_that_cannot_be_taken_apart_is_none() -> None:
    assert hint_of("scheme://a-host-that-is-long-enough") is None
    assert hint_of("administrator:hunter2") is None


@pytest.mark.parametrize(
    "words",
    [
        ["powershell", "-Command", "npx -y @acme/pg-mcp@1.2.0 --x"],
        ["pwsh", "-NoProfile", "-c", "& npx -y @acme/pg-mcp@1.2.0"],
        ["powershell.exe", "-ExecutionPolicy", "Bypass", "-NoLogo", "-Command", "npx", "-y", "@acme/pg-mcp@1.2.0"],
        ["powershell", "-Command", "$env:A='b'; npx -y @acme/pg-mcp@1.2.0"],
        ["powershell", "-enc", base64.b64encode("npx -y @acme/pg-mcp@1.2.0".encode("utf-16-le")).decode()],
        ["C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe", "npx -y @acme/pg-mcp@1.2.0"],
        ["npx", "-c", "npx -y @acme/pg-mcp@1.2.0"],
        ["npx", "-y", "-p", "@acme/pg-mcp@1.2.0", "-c", "pg-mcp --x"],
        ["npm", "exec", "--call", "@acme/pg-mcp@1.2.0 --x"],
        ["bash", "-lc", "cd /srv && npx -y @acme/pg-mcp@1.2.0"],
        ["sh", "-c", "export A=b; exec npx -y @acme/pg-mcp@1.2.0"],
        ["cmd", "/c", "set A=b && npx -y @acme/pg-mcp@1.2.0"],
    ],
    ids=" ".join,
)
def test_a_package_behind_a_shell_is_the_package(words: list[str]) -> None:
    launch = parse_command(words)
    assert (launch.package, launch.version) == ("npm:@acme/pg-mcp", "1.2.0")


def test_a_url_with_a_default_is_the_default() -> None:
    of = draft(servers(crm={"url": "${CRM_URL:-https://mcp.acme.example/crm}"}))
    assert list(nodes(of, "McpServer:")) == ["McpServer:mcp/https://mcp.acme.example/crm"]
    bridged = draft(servers(crm={"command": "npx", "args": ["mcp-remote", "${CRM_URL:-https://mcp.acme.example/crm}"]}))
    assert list(nodes(bridged, "McpServer:")) == ["McpServer:mcp/https://mcp.acme.example/crm"]


def test_a_url_without_a_default_is_this_configurations_own() -> None:
    of = draft(servers(crm={"url": "${CRM_URL}"}))
    assert list(nodes(of, "McpServer:")) == ["McpServer:mcp/ada@acme.example/cmd:crm"]


def test_a_connection_string_of_a_service_is_its_key() -> None:
    (node,) = _credentials(
        {"STORAGE": "DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=Zm9vYmFyYmF6cXV4MTIzNA=="}
    )
    assert node.props["literal"] is True
    assert is_secret_value("AccountKey=Zm9v")

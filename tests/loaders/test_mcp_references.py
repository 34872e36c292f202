"""What must hold of every spelling of a reference: alone it is no secret, and as a password it costs no DSN its login."""

from __future__ import annotations

import pytest

from loaders.mcp.command_line import split_command
from loaders.mcp.dsn import parse_dsn
from loaders.mcp.reference import mask_references
from loaders.mcp.reference_forms import EMBEDDED_FORMS, NAMELESS_FORMS, WHOLE_FORMS
from loaders.mcp.secret import LITERAL, PLACEHOLDER, REFERENCE, classify
from loaders.mcp.server_url import canonical_url, has_variable_host, secrets_in_url
from tests.fixtures.mcp.reading import draft, edges, nodes, servers

FORMS = (*EMBEDDED_FORMS, *WHOLE_FORMS, *NAMELESS_FORMS)
EXAMPLES = [(text, variable) for form in FORMS for text, variable in form.examples]
TEMPLATES = ["{{ .Values.x }}", "{{ vault_password }}", "<%= ENV['X'] %>", "[[ .Secret ]]", "<your key>", "{% raw %}"]
LITERALS = [
    "hunter2",
    "@dm!n",
    "@Secr3tP@ss@",
    "%Pa55%word%",
    "bao4Ever!",
    "ENC0DED",
    "file-key-123",
    "vault-key-9f8e7d",
    "op-1234",
    "env-9a8b7c6d",
    "<3mypass",
    "correct horse battery",
    "ghp_0123456789abcdefghij",
    "vault:ghp_0123456789abcdefghij",
    "${TOKEN-ghp_0123456789abcdefghij}",
    "${DB_PASSWORD:hunter2}",
]
PLACEHOLDERS = [
    *TEMPLATES,
    "{api_key}",
    "«key»",
    "⟨key⟩",
    "#TOKEN#",
    "00000000",
    "see 1password",
    "stored in the vault",
]


def test_every_form_has_an_example_and_a_name_of_its_own() -> None:
    assert all(form.examples for form in FORMS)
    assert len({form.name for form in FORMS}) == len(FORMS)


@pytest.mark.parametrize(("text", "variable"), EXAMPLES)
def test_a_reference_is_no_secret(text: str, variable: str) -> None:
    for written in (text, f" {text} "):
        classified = classify(written)
        assert classified is not None
        assert (classified.kind, classified.variable) == (REFERENCE, variable)


@pytest.mark.parametrize("text", PLACEHOLDERS)
def test_a_template_is_a_placeholder(text: str) -> None:
    classified = classify(text)
    assert classified is not None
    assert classified.kind == PLACEHOLDER


@pytest.mark.parametrize("text", LITERALS)
def test_what_looks_like_a_secret_is_one(text: str) -> None:
    classified = classify(text)
    assert classified is not None
    assert classified.kind == LITERAL
    assert str(classified.secret) in text


@pytest.mark.parametrize(
    "password", [*[text for text, _ in EXAMPLES], *TEMPLATES, "${X:-a/b@c:d e}", "$(a b)", "p@s/s:w?r#d"]
)
@pytest.mark.parametrize("tail", ["/sales", "/sales?sslmode=require", "/sales?user=a@b"])
def test_no_password_costs_a_dsn_its_login(password: str, tail: str) -> None:
    login = parse_dsn(f"postgres://app:{password}@db.acme.example:5433{tail}")
    assert login is not None
    assert (login.account, login.database) == ("Account:postgres/db.acme.example:5433/app", "sales")
    assert str(login.password) == password


@pytest.mark.parametrize("password", ["${X:?m}", "$(pass show a b)", "${X:-a;b c}", "{{ .Values.x }}"])
def test_other_connection_strings_keep_their_login_too(password: str) -> None:
    for text, system in (
        (f"host=db user=app password={password} dbname=sales", "postgres/db:5432"),
        (f"Server=db;Database=sales;Uid=app;Pwd={password};", "sqlserver/db:1433"),
        (f"jdbc:sqlserver://db:1444;databaseName=sales;user=app;password={password}", "sqlserver/db:1444"),
        (f"jdbc:oracle:thin:app/{password}@//db:1521/sales", "oracle/db:1521"),
    ):
        login = parse_dsn(text)
        assert login is not None
        assert (login.account, login.database, str(login.password)) == (f"Account:{system}/app", "sales", password)


@pytest.mark.parametrize(
    "dsn",
    [
        "postgres://<user>:<password>@<host>/<database>",
        "postgres://{{ user }}:x@db/sales",
        "postgres://app:x@{{ .Values.host }}:5432/sales",
        "postgres://${USER:?m}:x@db/sales",
        "postgres://app:x@your-host/sales",
    ],
)
def test_a_template_names_no_account(dsn: str) -> None:
    login = parse_dsn(dsn)
    assert login is not None
    assert login.account is None


@pytest.mark.parametrize("text", ["postgres://db/sales is ada@acme.example's", "postgres://app:x@db/a b"])
def test_a_sentence_is_no_dsn(text: str) -> None:
    assert parse_dsn(text) is None


def test_a_url_is_split_around_its_references() -> None:
    assert canonical_url("https://mcp.acme.example/${TEAM:?a/b@c}/x?token=${T:?m}&a=b") == (
        "https://mcp.acme.example/${TEAM:?a/b@c}/x?a=b"
    )
    assert has_variable_host(canonical_url("https://${HOST:?set it}/mcp"))
    assert has_variable_host(canonical_url("https://<host>/mcp"))
    assert secrets_in_url("amqp://app:${X:-a/b@c}@mq:5672/") == (("password", "${X:-a/b@c}"),)
    assert secrets_in_url("https://u:$(op read op://a/b)@h/mcp") == (("password", "$(op read op://a/b)"),)


def test_a_command_line_is_split_around_its_references() -> None:
    assert split_command("npx -y pkg postgres://app:$(pass show db)@db/x") == (
        "npx",
        "-y",
        "pkg",
        "postgres://app:$(pass show db)@db/x",
    )


@pytest.mark.parametrize("text", [text for text, _ in EXAMPLES] + ["${A:-${B:-$(c d)}}", "\ue0007\ue001", "plain"])
def test_a_masked_text_can_be_restored(text: str) -> None:
    masked = mask_references(f"a {text} b")
    assert masked.restore(masked.text) == f"a {text} b"


def test_servers_of_two_people_with_the_same_references_run_as_their_role_and_share_nothing() -> None:
    def config() -> object:
        return servers(
            **{
                f"db{number}": {"command": "npx", "args": ["-y", "pkg", f"postgres://app{number}:{text}@db/sales"]}
                for number, (text, _) in enumerate(EXAMPLES)
            },
            **{
                f"env{number}": {"command": "npx", "env": {"API_KEY": text}}
                for number, (text, _) in enumerate(EXAMPLES)
            },
        )

    ann, bob = (draft(config(), f"homes/{name}@acme.example/mcp.json") for name in ("ann", "bob"))
    assert not set(nodes(ann)) & set(nodes(bob))
    assert not [node for node in nodes(ann).values() if node.props.get("fingerprint")]
    logins = {target for _, target in edges(ann, "RUNS_AS") if target.startswith("Account:")}
    assert logins == {f"Account:postgres/db:5432/app{number}" for number in range(len(EXAMPLES))}

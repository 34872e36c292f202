"""Ad-hoc Cypher from outside: the command line, the schema, and whose right it is."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import SecretStr, ValidationError

from api.settings import Settings
from graph.stores.graph_store import QueryLimits
from graph.stores.neo4j.connection import Neo4jConnection
from graph.stores.neo4j.cypher.ask import ask
from tests.api.command_line import Remit
from tests.api.organisation import TOKEN, load, organisation
from tests.servers.choice import Neo4jServers

pytestmark = pytest.mark.anyio

ROOT = Path(__file__).parents[2]
ARCHITECTS = "the-token-of-an-architect"
ADA = "Identity:hr/1"
QUERY = """
query($input: CypherInput!) { cypher(input: $input) { __typename
  ... on CypherTable { columns rows rowCount textSha256 projection { generation digest builtAt }
    completeness { status reasons { code detail } notes { code detail } } }
  ... on UserError { message code } ... on LimitExceeded { limit maximum } } }
"""
DATA = "MATCH (n:Entity:DataSource) RETURN n.id AS id ORDER BY id"


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="module", params=["neo4j-5.26", "neo4j-calendar"])
def projected(
    request: pytest.FixtureRequest, neo4j_servers: Neo4jServers, tmp_path_factory: pytest.TempPathFactory
) -> Settings:
    """The organisation in Neo4j, loaded and published as `remit load` does; these tests only read it."""
    folder = tmp_path_factory.mktemp("projected")
    url = neo4j_servers.empty(request.param.partition("-")[2])
    settings = Settings(
        store=url, snapshots=folder / "snapshots", audit=folder / "audit", salt=SecretStr("a-salt-of-a-test")
    )
    load(settings, organisation(), folder)
    return settings


@dataclass(frozen=True)
class Shell(Remit):
    """`remit cypher` in a folder, with a store of its own."""

    store: str

    def command(self, *words: str) -> tuple[list[str], dict[str, str]]:
        command, environment = super().command("cypher", *words)
        return command, environment | {"REMIT_STORE": self.store}


@pytest.fixture
def shell(projected: Settings, tmp_path: Path) -> Shell:
    return Shell(tmp_path, projected.store)


def test_a_statement_is_answered_as_json_with_where_it_comes_from(shell: Shell) -> None:
    done = shell.run("MATCH (n:Identity {id: $id}) RETURN n.name AS name", "--param", f'id="{ADA}"', "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert (found["query"], found["completeness"]) == ("cypher", {"status": "COMPLETE", "reasons": [], "notes": []})
    assert (found["answer"]["columns"], found["answer"]["rows"]) == (["name"], [["Ada Byron"]])
    assert found["params"]["parameters"] == {"id": ADA}
    assert found["snapshot"]["generation"] >= 1


def test_a_statement_is_read_from_standard_input_and_printed_as_a_table(shell: Shell) -> None:
    done = shell.run("-", text="UNWIND ['a', '[bold]b'] AS name RETURN name")
    assert done.returncode == 0
    assert "[bold]b" in done.stdout
    assert "2 rows" in done.stdout


def test_what_would_steer_a_terminal_is_shown_and_a_formula_is_none(shell: Shell) -> None:
    """Names come from systems that others write to."""
    told = json.dumps("\x1b]0;x\x07=1+1")
    table = shell.run("RETURN $p AS p", "--param", f"p={told}")
    assert table.returncode == 0
    assert "\x1b" not in table.stdout
    csv = shell.run("RETURN $p AS p, [1, null] AS list", "--param", 'p="=1+1"', "--format", "csv")
    assert csv.stdout.splitlines() == ["p,list", '\'=1+1,"[1, null]"']


def test_more_rows_than_asked_for_is_partial_and_says_so(shell: Shell) -> None:
    done = shell.run("UNWIND range(1, 10) AS x RETURN x", "--limit", "4", "--format", "json")
    assert done.returncode == 1
    found = json.loads(done.stdout)
    assert len(found["answer"]["rows"]) == 4
    assert [reason["code"] for reason in found["completeness"]["reasons"]] == ["ROW_LIMIT"]
    assert "ROW_LIMIT" in shell.run("UNWIND range(1, 10) AS x RETURN x", "--limit", "4").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["MATCH (n) DETACH DELETE n"], "more than read"),
        (["LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l"], "LOAD CSV"),
        (["CALL db.labels()"], "procedures"),
        (["MATCH (n RETURN n"], "Neo4j: "),
        (["RETURN $p"], "p"),
        (["UNWIND range(1, 10000000000) AS x RETURN sum(x)", "--timeout", "0.5"], "longer than 0.5 s"),
    ],
)
def test_what_is_refused_ends_with_two_and_one_line(shell: Shell, words: list[str], said: str) -> None:
    done = shell.run(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["RETURN $p", "--param", "p=abc"], "not JSON"),
        (["RETURN $p", "--param", "p=NaN"], "not JSON"),
        (["RETURN $p", "--param", "p=" + "[" * 100_000], "not JSON"),
        (["RETURN $p", "--param", "p"], "NAME=JSON"),
        (["RETURN $p", "--param", "p=1", "--param", "p=2"], "twice"),
        (["RETURN $p", "--param", "p=9223372036854775808"], "63 bits"),
        (["RETURN $p", "--param", 'p={"a": ["\\ud800"]}'], "surrogate"),
        (["RETURN 1", "--format", "xml"], "--format"),
        (["RETURN 1", "--timeout", "0"], "timeout"),
        (["RETURN 1", "--limit", "0"], "limit"),
    ],
)
def test_what_was_typed_wrong_ends_with_two_before_the_store_is_opened(
    tmp_path: Path, words: list[str], said: str
) -> None:
    done = Shell(tmp_path, "bolt://127.0.0.1:1/neo4j").run(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_store_that_is_not_neo4j_says_what_to_do(tmp_path: Path) -> None:
    done = Shell(tmp_path, f"sqlite:///{tmp_path}/remit.db").run("RETURN 1")
    assert done.returncode == 2
    assert "Cypher is for a Neo4j store" in done.stderr


def test_a_store_that_does_not_answer_ends_with_three(tmp_path: Path) -> None:
    done = Shell(tmp_path, "bolt://127.0.0.1:1/neo4j").run("RETURN 1")
    assert done.returncode == 3
    assert "does not answer" in done.stderr


def test_the_examples_of_the_help_are_answered(projected: Settings) -> None:
    """What the help teaches is what runs: its two statements, as they stand there."""
    from api.cli.cypher import HELP

    first = HELP.split("prod/sales\"' '")[1].split("'\n")[0]
    second = HELP.split('remit cypher "')[1].split('"\n')[0]
    connection = Neo4jConnection.open(projected.store)
    try:
        reached = ask(connection, first, {"id": "DataSource:postgres/prod/sales"}, QueryLimits())
        spent = ask(connection, second, {}, QueryLimits())
    finally:
        connection.close()
    assert reached.columns == ("who", "steps")
    assert spent.columns == ("a.name", "u.currency", "cost")


async def asked(client: httpx.AsyncClient, **told: Any) -> dict[str, Any]:
    answer = await client.post("/graphql", json={"query": QUERY, "variables": {"input": told}})
    body = answer.json()
    assert "errors" not in body, body
    found: dict[str, Any] = body["data"]["cypher"]
    return found


Client = Callable[..., Any]


async def test_the_schema_answers_what_the_command_line_does(projected: Settings, shell: Shell, client: Client) -> None:
    async with client(projected) as open_client:
        found = await asked(
            open_client, text="MATCH (n {id: $id}) RETURN n.name AS name, 0.0 / 0.0 AS x", parameters={"id": ADA}
        )
    assert found["__typename"] == "CypherTable"
    done = shell.run(
        "MATCH (n {id: $id}) RETURN n.name AS name, 0.0 / 0.0 AS x", "--param", f'id="{ADA}"', "--format", "json"
    )
    told = json.loads(done.stdout)
    assert (found["columns"], found["rows"]) == (told["answer"]["columns"], told["answer"]["rows"])
    assert found["textSha256"] == told["answer"]["text_sha256"]
    assert found["projection"] == {
        "generation": told["snapshot"]["generation"],
        "digest": told["snapshot"]["digest"],
        "builtAt": told["snapshot"]["built_at"],
    }
    assert found["completeness"] == told["completeness"]


@pytest.mark.parametrize(
    ("told", "kind", "said"),
    [
        ({"text": "MATCH (n) SET n.x = 1"}, "BadInput", "more than read"),
        (
            {"text": "RETURN [x IN [1] | COLLECT { CALL db.labels() YIELD label RETURN label }]"},
            "BadInput",
            "procedures",
        ),
        ({"text": "RETURN 1", "limit": 0}, "BadInput", "at least 1"),
        ({"text": "RETURN 1", "limit": 10**6}, "LimitExceeded", "at most"),
        ({"text": "RETURN 1", "timeoutS": 10**6}, "LimitExceeded", "at most"),
        (
            {"text": "UNWIND range(1, 10000000000) AS x RETURN sum(x)", "timeoutS": 1},
            "LimitExceeded",
            "longer than 1 s",
        ),
        ({"text": "RETURN $p", "parameters": {"p": 2**63}}, "BadInput", "63 bits"),
    ],
)
async def test_a_refusal_is_an_answer(
    projected: Settings, client: Client, told: dict[str, Any], kind: str, said: str
) -> None:
    async with client(projected) as open_client:
        found = await asked(open_client, **told)
    assert found["__typename"] == kind
    assert said in found["message"]


async def test_parameters_are_an_object(projected: Settings, client: Client) -> None:
    async with client(projected) as open_client:
        for wrong in ([1], "x", 1):
            told = {"input": {"text": "RETURN 1", "parameters": wrong}}
            answer = await open_client.post("/graphql", json={"query": QUERY, "variables": told})
            assert "JSON object" in answer.json()["errors"][0]["message"]
        literal = '{ cypher(input: {text: "RETURN $a AS a", parameters: {a: {b: [1, true, null]}}}) { ... on CypherTable { rows } } }'
        answer = await open_client.post("/graphql", json={"query": literal})
        assert answer.json()["data"]["cypher"]["rows"] == [[{"b": [1, True, None]}]]


async def test_a_cut_answer_is_partial(projected: Settings, client: Client) -> None:
    async with client(projected) as open_client:
        found = await asked(open_client, text="UNWIND range(1, 9) AS x RETURN x", limit=2)
    assert (found["rows"], found["rowCount"]) == ([[1], [2]], 2)
    assert found["completeness"]["status"] == "PARTIAL"
    assert found["completeness"]["reasons"][0]["code"] == "ROW_LIMIT"


RIGHTS = [
    # REMIT_TOKEN, REMIT_ARCHITECT_TOKEN, the token of the request, what comes of it.
    (None, None, None, "CypherTable"),
    (None, None, "whatever", "CypherTable"),
    (TOKEN, None, TOKEN, "Forbidden"),
    (TOKEN, None, None, 401),
    (TOKEN, ARCHITECTS, TOKEN, "Forbidden"),
    (TOKEN, ARCHITECTS, ARCHITECTS, "CypherTable"),
    (TOKEN, ARCHITECTS, f"{ARCHITECTS}x", 401),
    (TOKEN, ARCHITECTS, None, 401),
    (None, ARCHITECTS, None, "Forbidden"),
    (None, ARCHITECTS, ARCHITECTS, "CypherTable"),
    (None, ARCHITECTS, "whatever", 401),
]


@pytest.mark.parametrize(("token", "architects", "given", "outcome"), RIGHTS)
async def test_only_the_architect_asks_in_cypher(
    projected: Settings, client: Client, token: str | None, architects: str | None, given: str | None, outcome: object
) -> None:
    tokens = {"token": token, "architect_token": architects}
    settings = projected.model_copy(update={name: told and SecretStr(told) for name, told in tokens.items()})
    async with client(settings) as open_client:
        headers = {"authorization": f"Bearer {given}"} if given else {}
        open_client.headers.pop("authorization", None)
        body = {"query": QUERY, "variables": {"input": {"text": "RETURN 1 AS x"}}}
        answer = await open_client.post("/graphql", json=body, headers=headers)
        if isinstance(outcome, int):
            assert answer.status_code == outcome
            return
        assert answer.json()["data"]["cypher"]["__typename"] == outcome
        status = await open_client.post("/graphql", json={"query": "{ status { generation } }"}, headers=headers)
        assert status.json()["data"]["status"]["generation"] >= 1


def test_one_token_for_both_rights_is_refused() -> None:
    with pytest.raises(ValidationError, match="must not be the same"):
        Settings(token=SecretStr(TOKEN), architect_token=SecretStr(TOKEN))


async def test_every_statement_is_written_down_without_its_text(
    projected: Settings, client: Client, log: io.StringIO
) -> None:
    async with client(projected) as open_client:
        await asked(open_client, text="MATCH (n {name: 'a secret of somebody'}) RETURN n")
        await asked(open_client, text="CREATE (n {name: 'a secret of somebody'})")
    guarded = projected.model_copy(update={"token": SecretStr(TOKEN)})
    async with client(guarded) as open_client:
        await asked(open_client, text="RETURN 1")
    told = [json.loads(line) for line in log.getvalue().splitlines()]
    found = [statement for line in told for statement in line.get("statements", ())]
    assert [(one["caller"], one["outcome"]) for one in found] == [("anonymous", "answered"), ("anonymous", "BAD_INPUT")]
    assert [(line["caller"], line["questions"]) for line in told if "questions" in line] == [
        ("REMIT_TOKEN", ["cypher FORBIDDEN"])
    ]
    assert found[0]["rows"] == 0
    assert found[0]["s"] >= 0
    assert all(len(one["sha256"]) == 64 for one in found)
    assert "secret of somebody" not in log.getvalue()


async def test_a_long_statement_keeps_nobody_waiting(projected: Settings, client: Client) -> None:
    async with client(projected) as open_client:
        await asked(open_client, text="RETURN 1")
        long = asyncio.create_task(
            asked(open_client, text="UNWIND range(1, 10000000000) AS x RETURN sum(x)", timeoutS=5)
        )
        answered = 0
        while not long.done():
            await asyncio.sleep(0.05)
            answer = await open_client.post("/graphql", json={"query": "{ __typename }"})
            answered += answer.status_code == 200 and not long.done()
        assert (await long)["__typename"] == "LimitExceeded"
    assert answered >= 5


async def test_a_store_without_cypher_says_so(settings: Settings, client: Client) -> None:
    async with client(settings) as open_client:
        found = await asked(open_client, text="RETURN 1")
    assert found["__typename"] == "BadInput"
    assert "Neo4j store" in found["message"]

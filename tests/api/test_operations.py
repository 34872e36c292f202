"""Documents are parsed, validated and answered off the server's own loop, whatever they hold."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import anyio
import pytest
from graphql import get_introspection_query

from api.gql import introspection
from api.gql.introspection import MAX_KEPT, SchemaAnswers, is_of_schema
from api.gql.router import Router
from api.http import operations
from api.http.operations import OperationLoops
from api.settings import Settings
from tests.api.organisation import TOKEN

NASTY = [
    "{" + " __typename" * 990 + "}",
    "{" + " __typename" * 1200 + "}",
    "{__schema{" + " ".join(f"a{n}: types{{name fields{{name}}}}" for n in range(29)) + "}}",
    get_introspection_query(),
    '{ blastRadius(input: { start: ["Ada Byron"] }) { ... on BlastRadius { reached(first: 200) { nodes { id } } } } }',
]


@pytest.mark.parametrize("document", NASTY)
def test_the_loop_of_the_server_does_nothing_of_a_document(
    document: str, client: Callable[..., Any], settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[str] = []
    execute = Router._execute

    async def noted(*arguments: Any) -> Any:
        threads.append(threading.current_thread().name)
        return await execute(*arguments)

    monkeypatch.setattr(Router, "_execute", noted)

    async def go() -> None:
        async with client(settings) as http:
            own = threading.current_thread().name
            answer = await http.post("/graphql", json={"query": document})
            assert answer.status_code in (200, 400, 422)
            assert (len(threads), own in threads) == (1, False)

    anyio.run(go)


def test_an_operation_that_blocks_leaves_probes_and_others_alone(
    client: Callable[..., Any], settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, execute = threading.Event(), Router._execute

    async def held(router: Router, request: Any, session: Any) -> Any:
        if "nodes" in request.query:
            # As a document does that takes long: nothing else of this loop turns meanwhile.
            go_on.wait(30)
        return await execute(router, request, session)

    monkeypatch.setattr(Router, "_execute", held)

    async def go() -> None:
        async with client(settings) as http, asyncio.timeout(20):
            slow = asyncio.create_task(http.post("/graphql", json={"query": '{ nodes(ids: ["x"]) { id } }'}))
            await asyncio.sleep(0.1)
            assert (await http.get("/livez")).status_code == 200
            assert (await http.post("/graphql", json={"query": "{ status { generation } }"})).status_code == 200
            assert not slow.done()
            go_on.set()
            assert (await slow).status_code == 200

    anyio.run(go)


def test_more_operations_than_may_wait_are_sent_away(
    client: Callable[..., Any], settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    monkeypatch.setattr(operations, "OPERATIONS", 1)
    monkeypatch.setattr(operations, "MAX_WAITING", 1)

    async def held(*_: Any) -> tuple[int, bytes]:
        await asyncio.to_thread(go_on.wait, 30)
        return 200, b"{}"

    monkeypatch.setattr(Router, "_answer", held)

    async def go() -> None:
        async with client(settings) as http, asyncio.timeout(20):
            asked = [asyncio.create_task(http.post("/graphql", json={"query": "{ __typename }"})) for _ in range(2)]
            # On a busy machine the third would come before them.
            while http._transport.app.state.server.operations._slots.waiting() < 1:
                await asyncio.sleep(0.01)
            refused = await http.post("/graphql", json={"query": "{ __typename }"})
            assert (refused.status_code, refused.json()["code"], refused.headers["retry-after"]) == (503, "BUSY", "1")
            go_on.set()
            assert [(await task).status_code for task in asked] == [200, 200]

    anyio.run(go)


def test_what_fails_on_another_loop_fails_here() -> None:
    async def go() -> None:
        loops = OperationLoops()
        loops.start()

        async def failing() -> None:
            raise LookupError("missing")

        async def asks_at_home() -> int:
            return await loops.at_home(asyncio.sleep, 0, 7)

        with pytest.raises(LookupError, match="missing"):
            await loops.run(failing)
        assert await loops.run(asks_at_home) == 7
        await loops.close()

    anyio.run(go)


@pytest.mark.parametrize(
    ("document", "of_schema"),
    [
        ("{ __schema { queryType { name } } __typename }", True),
        ('query A { ...F } fragment F on Query { ... { __type(name: "Query") { name } } }', True),
        ("{ __schema { queryType { name } } status { generation } }", False),
        ("query A { __schema { queryType { name } } } query B { status { __typename } }", False),
        ("{ status { generation } }", False),
    ],
)
def test_only_what_asks_for_the_schema_alone_is_kept(document: str, of_schema: bool) -> None:
    assert is_of_schema(document) is of_schema


def test_an_answer_of_the_schema_is_written_once(
    client: Callable[..., Any], guarded: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    executed: list[str] = []
    execute = Router._execute

    async def noted(router: Router, request: Any, session: Any) -> Any:
        executed.append(request.query)
        return await execute(router, request, session)

    monkeypatch.setattr(Router, "_execute", noted)

    async def go() -> None:
        async with client(guarded) as http:
            answers = [await http.post("/graphql", json={"query": get_introspection_query()}) for _ in range(3)]
            assert {answer.content for answer in answers} == {answers[0].content}
            assert answers[0].json()["data"]["__schema"]["queryType"]["name"] == "Query"
            # Other variables are another question, and who has no token gets nothing of it.
            await http.post("/graphql", json={"query": get_introspection_query(), "variables": {"a": 1}})
            assert (await http.get("/graphql", headers={"authorization": "Bearer x"})).status_code == 401

    anyio.run(go)
    assert (len(executed), TOKEN in str(executed)) == (2, False)


def test_answers_of_the_schema_are_kept_within_bounds() -> None:
    answers = SchemaAnswers()
    for number in range(MAX_KEPT + 1):
        answers.keep("{ __schema { queryType { name } } }", None, {"n": number}, (200, b"{}"))
    query = "{ __schema { queryType { name } } }"
    assert answers.find(query, None, {"n": 0}) is None
    assert answers.find(query, None, {"n": MAX_KEPT}) == (200, b"{}")
    answers.keep(query, "Large", None, (200, b" " * (introspection.MAX_KEPT_BYTES + 1)))
    answers.keep(query, "Bad", None, (422, b"{}"))
    assert answers.find(query, "Large", None) is answers.find(query, "Bad", None) is None

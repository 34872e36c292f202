"""The addresses beside GraphQL, who may use them, and that records come in as the CLI takes them."""

from __future__ import annotations

import io
import json
import re
from collections.abc import AsyncIterator, Callable
from typing import Any

import anyio
import httpx
import pytest
from pydantic import SecretStr

from api.access.rules import ROUTE_RULES
from api.http.audit import HEADERS, ROUTES
from api.http.auth import AllowedHosts, host_of, require_token
from api.http.rest import MAX_RECORDS_BYTES
from api.settings import Settings
from graph.errors import InputError
from graph.loopback import is_loopback
from tests.api.organisation import LOAD_TOKEN, TOKEN, edge, lines, node

RECORDS = {"content-type": "application/x-ndjson", "authorization": f"Bearer {LOAD_TOKEN}"}
RUN = {"record": "run", "source": "test:one", "observed_at": "2026-11-21T09:00:00Z"}
GOOD = lines(RUN, node("Identity:test/9", "New One"), edge("Identity:test/9", "HAS_ACCOUNT", "Account:test/9"))


def asked(client: Callable[..., Any], settings: Settings, *request: Any, **more: Any) -> httpx.Response:
    async def go() -> httpx.Response:
        async with client(settings) as http:
            answer: httpx.Response = await http.request(*request, **more)
            return answer

    return anyio.run(go)


def test_probes_say_how_it_is(client: Callable[..., Any], settings: Settings) -> None:
    async def go() -> None:
        async with client(settings) as http:
            assert (await http.get("/livez")).json() == {"status": "alive"}
            with anyio.fail_after(60):
                while (answer := await http.get("/readyz")).status_code == 503:
                    assert answer.json()["code"] == "NOT_READY"
                    await anyio.sleep(0.05)
            assert answer.json() == {"status": "ready", "generation": 2}

    anyio.run(go)


def test_an_empty_store_is_ready_too(client: Callable[..., Any], folder: Any) -> None:
    async def go() -> None:
        async with client(Settings(store=f"sqlite:///{folder}/empty.db")) as http:
            with anyio.fail_after(60):
                while (await http.get("/readyz")).status_code == 503:
                    await anyio.sleep(0.05)
            answer = await http.post("/graphql", json={"query": "{ status { generation builtAt counts { usage } } }"})
            assert answer.json()["data"]["status"] == {"generation": 0, "builtAt": None, "counts": {"usage": 0}}

    anyio.run(go)


def test_metrics_are_for_prometheus(client: Callable[..., Any], settings: Settings) -> None:
    async def go() -> None:
        async with client(settings) as http:
            await http.post("/graphql", json={"query": "{ ranking { __typename } }"})
            await http.get("/secret-name-of-somebody")
            answer = await http.get("/metrics")
            assert answer.headers["content-type"].startswith("text/plain")
            assert "remit_snapshot_generation 2.0" in answer.text
            assert 'remit_graphql_fields_total{field="ranking",outcome="answered"} 1.0' in answer.text
            assert 'remit_requests_total{method="POST",route="/graphql",status="200"} 1.0' in answer.text
            assert "secret-name" not in answer.text
            assert re.search(r"^remit_snapshot_nodes [1-9]", answer.text, re.MULTILINE)

    anyio.run(go)


def test_the_schema_is_served(client: Callable[..., Any], settings: Settings) -> None:
    assert "type Query {" in asked(client, settings, "GET", "/schema.graphql").text


@pytest.mark.parametrize("path", ["/", "/page.css"])
def test_the_page_names_no_other_host(path: str, client: Callable[..., Any], settings: Settings) -> None:
    answer = asked(client, settings, "GET", path)
    assert answer.status_code == 200
    assert not re.search(r"//\w|@import|url\(|style=|<script>|<style| on\w+=", answer.text)


@pytest.mark.parametrize("path", [*ROUTES, "/page.css", "/nowhere"])
def test_every_answer_is_dressed(path: str, client: Callable[..., Any], settings: Settings) -> None:
    answer = asked(client, settings, "GET", path)
    # The page with the form for a token (tests/api/test_login.py) may send it, to this server alone.
    form = path == "/login/token"
    for name, text in HEADERS.items():
        if form and name == "referrer-policy":
            text = "same-origin"
        assert answer.headers[name] == (text.replace("form-action 'none'", "form-action 'self'") if form else text)
    assert len(answer.headers["x-request-id"]) == 16
    assert not any(name.startswith("access-control") for name in answer.headers)


@pytest.mark.parametrize(
    "path", ["/docs", "/redoc", "/openapi.json", "/graphql/", "//graphql", "/static/page.css", "/assets/explorer.js"]
)
def test_nothing_else_is_there(path: str, client: Callable[..., Any], settings: Settings) -> None:
    answer = asked(client, settings, "GET", f"http://127.0.0.1:8800{path}")
    assert (answer.status_code, answer.json()["code"]) == (404, "NO_SUCH_ADDRESS")


@pytest.mark.parametrize(
    "told", [None, "Bearer wrong", f"Basic {TOKEN}", "Bearer", f"Bearer {TOKEN} x", f"bearer  {TOKEN}x"]
)
def test_with_a_token_every_request_needs_it(told: str | None, client: Callable[..., Any], guarded: Settings) -> None:
    async def go() -> None:
        async with client(guarded) as http:
            del http.headers["authorization"]
            # A page without data is open (tests/api/test_graphiql.py): a browser cannot send a token with it.
            for path in (*(path for path in ROUTES if not ROUTE_RULES[path].is_open), "/page.js", "/nowhere"):
                answer = await http.get(path, headers={"authorization": told} if told else {})
                assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
                answer = await http.get(path, headers={"authorization": f"Bearer {TOKEN}"})
                assert answer.status_code != 401

    anyio.run(go)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"host": "localhost:8800"}, 200),
        ({"host": "[::1]:8800"}, 200),
        ({"host": "evil.example"}, 421),
        ({"host": "127.0.0.1.evil.example"}, 421),
        ({"host": ""}, 421),
        ({"host": "10.0.0.1"}, 421),
        ({"origin": "http://127.0.0.1:8800", "sec-fetch-site": "same-origin"}, 200),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "http://127.0.0.1:9999"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": ""}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "none"}, 200),
    ],
)
def test_host_and_origin_are_checked(
    headers: dict[str, str], status: int, client: Callable[..., Any], settings: Settings
) -> None:
    answer = asked(client, settings, "POST", "/graphql", json={"query": "{ __typename }"}, headers=headers)
    assert answer.status_code == status


def test_names_of_a_server() -> None:
    here, there = (
        AllowedHosts.of("127.0.0.1", ["remit.acme.example"]),
        AllowedHosts.of("0.0.0.0", ["remit.acme.example"]),
    )
    assert here.has("REMIT.acme.example:443")
    assert there.has("192.0.2.7:8800")
    assert there.has("localhost")
    assert not there.has("evil.example:8800")
    assert not here.has("192.0.2.7")
    assert [host_of(text) for text in ("[::1]:80", "[::1", "a:b", "A.:1", "")] == ["::1", "", "", "a", ""]
    assert [is_loopback(host) for host in ("127.9.9.9", "::1", "0.0.0.0", "example", "127.0.0.1.evil.example")] == [
        True,
        True,
    ] + [False] * 3


def test_others_are_served_with_a_token_only(settings: Settings, guarded: Settings) -> None:
    require_token(settings, "127.0.0.1")
    require_token(guarded, "0.0.0.0")
    for host in ("0.0.0.0", "::", "192.0.2.7", "example"):
        with pytest.raises(InputError, match="REMIT_TOKEN"):
            require_token(settings, host)


def test_records_come_in_and_are_answered_from_at_once(client: Callable[..., Any], stored: Settings) -> None:
    async def go() -> None:
        async with client(
            stored.model_copy(update={"token": SecretStr(TOKEN), "load_token": SecretStr(LOAD_TOKEN)})
        ) as http:
            answer = await http.post("/records", content=GOOD, headers=RECORDS)
            assert answer.status_code == 200, answer.text
            told = answer.json()
            assert told["generation"] == told["outcomes"][0]["generation"] == 3
            assert (told["outcomes"][0]["source"], told["outcomes"][0]["state"]) == ("test:one", "COMPLETE")
            shown = await http.post("/graphql", json={"query": '{ node(id: "Identity:test/9") { name } }'})
            assert shown.json()["data"]["node"]["name"] == "New One"
            again = await http.post("/records", content=GOOD, headers=RECORDS)
            assert (again.status_code, again.json()["generation"]) == (200, 3)

    anyio.run(go)


def test_records_need_a_token_always(client: Callable[..., Any], settings: Settings, guarded: Settings) -> None:
    media = {"content-type": RECORDS["content-type"]}
    answer = asked(client, settings, "POST", "/records", content=GOOD, headers=media)
    assert (answer.status_code, answer.json()["code"]) == (403, "FORBIDDEN")
    answer = asked(client, guarded, "POST", "/records", content=GOOD, headers=RECORDS | {"authorization": ""})
    assert answer.status_code == 401


BAD = [
    ("", 422, {"line": None, "code": "BAD_RECORD"}),
    ("{", 422, {"line": 1}),
    (lines(RUN) + '{"record":"node","id":"Nope:x/1"}\n', 422, {"line": 2}),
    (
        lines(RUN, edge("Identity:a/1", "CAN_ACCESS", "DataSource:a/1", permission="OWN")),
        422,
        {"line": 2, "field": "permission"},
    ),
    (lines(RUN, node("Identity:a/1", "x"), node("Identity:a/1", "y")), 422, {"code": "CONFLICT"}),
    (
        lines({**RUN, "source": "hr:workday", "observed_at": "2020-01-01T00:00:00Z"}),
        409,
        {"code": "OBSERVATION_TOO_OLD"},
    ),
]


@pytest.mark.parametrize(("text", "status", "told"), BAD)
def test_bad_records_are_refused_whole(
    text: str, status: int, told: dict[str, Any], client: Callable[..., Any], guarded: Settings
) -> None:
    async def go() -> None:
        async with client(guarded) as http:
            answer = await http.post("/records", content=text, headers=RECORDS)
            problem = answer.json()
            assert (answer.status_code, problem["status"]) == (status, status), problem
            assert answer.headers["content-type"] == "application/problem+json"
            assert {name: problem.get(name) for name in told} == told
            assert problem["requestId"] == answer.headers["x-request-id"]
            if "line" in problem:
                assert (problem["file"], bool(problem["remedy"])) == ("request body", True)
            state = await http.post("/graphql", json={"query": "{ status { generation } }"})
            assert state.json()["data"]["status"]["generation"] == 2

    anyio.run(go)


@pytest.mark.parametrize(
    "media", ["application/json", "text/plain", "application/x-ndjson2", "application/x-ndjson; charset=utf-16", ""]
)
def test_records_are_one_media_type(media: str, client: Callable[..., Any], guarded: Settings) -> None:
    answer = asked(client, guarded, "POST", "/records", content=GOOD, headers=RECORDS | {"content-type": media})
    assert answer.status_code == 415


def test_too_many_records_are_refused_before_they_are_read(client: Callable[..., Any], guarded: Settings) -> None:
    told = RECORDS | {"content-length": str(MAX_RECORDS_BYTES + 1)}
    assert asked(client, guarded, "POST", "/records", content=GOOD, headers=told).status_code == 413


def test_a_body_without_length_is_counted(
    client: Callable[..., Any], guarded: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.http.rest.MAX_RECORDS_BYTES", 1000)

    async def endless() -> AsyncIterator[bytes]:
        yield GOOD.encode()
        while True:
            yield b"\n" * 100

    assert asked(client, guarded, "POST", "/records", content=endless(), headers=RECORDS).status_code == 413


def test_the_log_says_who_asked_and_not_for_what(
    client: Callable[..., Any], guarded: Settings, log: io.StringIO
) -> None:
    answer = asked(
        client,
        guarded,
        "POST",
        "/graphql",
        json={
            "query": "query($s: [ID!]!) { blastRadius(input: { start: $s }) { __typename } }",
            "variables": {"s": ["Ada Byron"]},
        },
    )
    told = [json.loads(line) for line in log.getvalue().splitlines()]
    request = next(line for line in told if line["event"] == "request")
    assert request["request_id"] == answer.headers["x-request-id"]
    assert request.items() >= {"method": "POST", "path": "/graphql", "status": 200, "generation": 2}.items()
    assert request["questions"] == ["blast-radius answered"]
    assert "Byron" not in log.getvalue()
    assert TOKEN not in log.getvalue()

"""GraphQL over HTTP by its table: what goes in, which status comes out, and what is never said."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import Any

import anyio
import httpx
import pytest
from graphql import get_introspection_query

from api.settings import Settings

MODERN, LEGACY = "application/graphql-response+json", "application/json"
OK = {"query": "{ __typename }"}


def post(client: Callable[..., Any], settings: Settings, body: Any, **headers: str) -> httpx.Response:
    async def go() -> httpx.Response:
        async with client(settings) as http:
            content = body if isinstance(body, bytes) else json.dumps(body).encode()
            told = {"content-type": LEGACY} | {name.replace("_", "-"): text for name, text in headers.items()}
            answer: httpx.Response = await http.post("/graphql", content=content, headers=told)
            return answer

    return anyio.run(go)


BODIES: list[tuple[Any, int, int]] = [
    (OK, 200, 200),
    ({"query": "query A { __typename } query B { __typename }", "operationName": "B"}, 200, 200),
    ({"query": "{ __typename }", "variables": None, "operationName": None, "extensions": None}, 200, 200),
    (b"", 400, 400),
    (b"{", 400, 400),
    (b'"\xff"', 400, 400),
    (b"[" * 60_000, 400, 400),
    (b"1", 422, 422),
    (b"null", 422, 422),
    ([OK], 422, 422),
    ({}, 422, 422),
    ({"query": ""}, 422, 422),
    ({"query": 1}, 422, 422),
    ({"query": "{ __typename }", "variables": [1]}, 422, 422),
    ({"query": "{ __typename }", "operationName": 1}, 422, 422),
    ({"query": "{ __typename }", "extensions": 1}, 422, 422),
    ({"query": "{"}, 400, 200),
    ({"query": "{ nope }"}, 422, 200),
    ({"query": "query($i: Int!) { __typename }"}, 422, 200),
    ({"query": "mutation { x }"}, 422, 200),
    ({"query": "subscription { x }"}, 422, 200),
    ({"query": "query A { __typename } query B { __typename }"}, 422, 200),
    ({"query": "query A { __typename }", "operationName": "B"}, 422, 200),
    ({"query": "fragment F on Query { __typename }"}, 422, 200),
    ({"query": "{ status { generation } nodes(ids: " + json.dumps(["x"] * 201) + ") { id } }"}, 294, 200),
]


@pytest.mark.parametrize(("body", "modern", "legacy"), BODIES)
def test_each_body_has_its_status(
    body: Any, modern: int, legacy: int, client: Callable[..., Any], settings: Settings
) -> None:
    for accept, status in ((MODERN, modern), (LEGACY, legacy)):
        answer = post(client, settings, body, accept=accept)
        assert answer.status_code == status, answer.text
        assert answer.headers["content-type"] == f"{accept}; charset=utf-8"
        assert answer.headers["vary"] == "Accept"
        told = answer.json()
        assert ("errors" in told) == (modern != 200)
        assert ("data" in told) == (modern in (200, 294))


ACCEPTS = [
    (None, 200, MODERN),
    ("*/*", 200, MODERN),
    ("application/*", 200, MODERN),
    (f"{LEGACY}, {MODERN};q=0.5", 200, LEGACY),
    (f"{MODERN}, {LEGACY};q=0.9", 200, MODERN),
    (f"{MODERN};q=0, {LEGACY}", 200, LEGACY),
    (f"{LEGACY}; charset=utf-8", 200, LEGACY),
    ("text/html", 406, "application/problem+json"),
    ("application/json;q=0", 406, "application/problem+json"),
]


@pytest.mark.parametrize(("accept", "status", "media"), ACCEPTS)
def test_the_client_chooses_the_media_type(
    accept: str | None, status: int, media: str, client: Callable[..., Any], settings: Settings
) -> None:
    answer = post(client, settings, OK, **({"accept": accept} if accept else {}))
    assert answer.status_code == status
    assert answer.headers["content-type"].partition(";")[0] == media


TYPES = [
    ("application/json", 200),
    ("application/json; charset=utf-8", 200),
    ('Application/JSON; charset="UTF-8"', 200),
    ("application/json; charset=latin-1", 415),
    ("xapplication/jsonx", 415),
    ("text/plain", 415),
    ("application/x-www-form-urlencoded", 415),
    ("multipart/form-data; boundary=x", 415),
    ("application/graphql", 415),
    ("", 415),
]


@pytest.mark.parametrize(("media", "status"), TYPES)
def test_only_json_is_read(media: str, status: int, client: Callable[..., Any], settings: Settings) -> None:
    assert post(client, settings, OK, content_type=media).status_code == status


@pytest.mark.parametrize("method", ["HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_only_get_and_post_ask(method: str, client: Callable[..., Any], settings: Settings) -> None:
    async def go() -> None:
        async with client(settings) as http:
            for address in ("/graphql", "/graphql?query={__typename}"):
                answer = await http.request(method, address, headers={"accept": "text/html"})
                assert (answer.status_code, answer.headers["allow"]) == (405, "GET, POST")
                assert not any(name.startswith("access-control") for name in answer.headers)

    anyio.run(go)


QUERIES_BY_GET: list[tuple[dict[str, str], int]] = [
    ({"query": "{ __typename }"}, 200),
    ({"query": "query Q($id: ID!) { node(id: $id) { id } }", "variables": '{"id": "Account:x/1"}'}, 200),
    ({"query": "query A { __typename } query B { __typename }", "operationName": "B"}, 200),
    ({"query": "{ __typename }", "variables": "", "extensions": "null"}, 200),
    ({"query": "{ __typename }", "variables": "{"}, 400),
    ({"query": "{ __typename }", "variables": "[1]"}, 422),
    ({"query": "{"}, 400),
    ({"query": "{ nothing }"}, 422),
    ({"query": "mutation { x }"}, 422),
    ({"query": " "}, 422),
    ({}, 422),
]


@pytest.mark.parametrize(("parameters", "status"), QUERIES_BY_GET)
def test_a_query_may_come_by_get(
    parameters: dict[str, str], status: int, client: Callable[..., Any], settings: Settings
) -> None:
    async def go() -> httpx.Response:
        async with client(settings) as http:
            answer: httpx.Response = await http.get("/graphql", params=parameters, headers={"accept": MODERN})
            return answer

    answer = anyio.run(go)
    assert answer.status_code == status, answer.text
    for error in answer.json().get("errors", ()):
        assert error["extensions"]["code"]


def test_a_long_body_is_refused(client: Callable[..., Any], settings: Settings) -> None:
    assert post(client, settings, b" " * (64 * 1024 - 30) + json.dumps(OK).encode()).status_code == 200
    assert post(client, settings, b" " * (64 * 1024) + json.dumps(OK).encode()).status_code == 413
    assert post(client, settings, OK, content_encoding="gzip").status_code == 415


def test_nothing_is_suggested(client: Callable[..., Any], settings: Settings) -> None:
    answer = post(client, settings, {"query": "{ statu { generation } }"})
    assert "id you mean" not in answer.text
    assert "'statu'" in answer.text


def test_errors_are_cut_to_five(client: Callable[..., Any], settings: Settings) -> None:
    answer = post(client, settings, {"query": "{ status {" + " ".join(f"x{n}" for n in range(50)) + "} }"})
    assert len(answer.json()["errors"]) == 5


def test_introspection_fits_the_limits(client: Callable[..., Any], settings: Settings) -> None:
    answer = post(client, settings, {"query": get_introspection_query(input_value_deprecation=True)})
    assert answer.status_code == 200, answer.text


def test_what_is_ours_to_mend_is_masked(
    client: Callable[..., Any], settings: Settings, monkeypatch: pytest.MonkeyPatch, log: io.StringIO
) -> None:
    def fail(*_: Any, **_named: Any) -> None:
        raise RuntimeError("a secret path")

    monkeypatch.setattr("api.gql.status.read_state", fail)
    answer = post(client, settings, {"query": "{ status { generation } }"})
    assert (answer.status_code, answer.json()["data"]) == (294, None)
    error = answer.json()["errors"][0]
    assert "secret" not in answer.text
    assert error["extensions"] == {"code": "INTERNAL", "requestId": answer.headers["x-request-id"]}
    told = [json.loads(line) for line in log.getvalue().splitlines()]
    failed = next(line for line in told if line["event"] == "field failed")
    assert "a secret path" in failed["exception"]
    assert failed["request_id"] == answer.headers["x-request-id"]


CODES: list[tuple[dict[str, Any], dict[str, str], int, str]] = [
    ({"query": "{"}, {}, 400, "GRAPHQL_PARSE_FAILED"),
    ({"query": "{ status {" + " generation" * 1200 + "} }"}, {}, 400, "TOO_LARGE"),
    ({"query": "{ status {" + " generation" * 400 + "} }"}, {}, 422, "TOO_LARGE"),
    ({"query": "{ nope }"}, {}, 422, "GRAPHQL_VALIDATION_FAILED"),
    ({"query": "{ blastRadius(input: { start: 1.5 }) { __typename } }"}, {}, 422, "GRAPHQL_VALIDATION_FAILED"),
    ({"query": "query($i: ID!) { node(id: $i) { id } }"}, {}, 422, "GRAPHQL_VALIDATION_FAILED"),
    ({"query": "mutation { x }"}, {}, 422, "GRAPHQL_VALIDATION_FAILED"),
    ({"query": "query A { __typename } query B { __typename }"}, {}, 422, "GRAPHQL_VALIDATION_FAILED"),
    ({"query": "{ nodes(ids: " + json.dumps(["x"] * 201) + ") { id } }"}, {}, 294, "LIMIT_EXCEEDED"),
    ({"query": 1}, {}, 422, "BAD_REQUEST"),
    (OK, {"content_type": "text/plain"}, 415, "WRONG_MEDIA_TYPE"),
    (OK, {"accept": "text/html"}, 406, "NOT_ACCEPTABLE"),
    ({"query": "{ __typename }" + " " * 70_000}, {}, 413, "TOO_LARGE"),
    (OK, {"origin": "https://elsewhere.example"}, 403, "WRONG_ORIGIN"),
    (OK, {"host": "elsewhere.example"}, 421, "WRONG_HOST"),
    (OK, {"authorization": "Bearer nobody"}, 401, "UNAUTHORIZED"),
]


@pytest.mark.parametrize(("body", "headers", "status", "code"), CODES)
def test_every_error_has_a_code(
    body: dict[str, Any], headers: dict[str, str], status: int, code: str, client: Callable[..., Any], guarded: Settings
) -> None:
    answer = post(client, guarded, body, **headers)
    assert answer.status_code == status, answer.text
    errors = answer.json()["errors"]
    assert errors
    assert all(error["extensions"]["code"] == code and error["message"] for error in errors)


def test_what_fails_before_a_field_is_asked_has_a_code_too(
    client: Callable[..., Any], settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> None:
        raise RuntimeError("a secret path")

    monkeypatch.setattr("api.gql.router.read_request", fail)
    answer = post(client, settings, OK)
    assert answer.status_code == 500
    assert answer.json()["errors"][0]["extensions"] == {"code": "INTERNAL", "requestId": answer.headers["x-request-id"]}
    assert "secret" not in answer.text

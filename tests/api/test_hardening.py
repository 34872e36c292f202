"""A hostile client: the checks of graphql-cop, documents drawn from the schema by Schemathesis, and random bodies."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest

from api.access.rules import ROUTE_RULES
from api.settings import Settings
from tests.api.organisation import LOAD_TOKEN, TOKEN

ROOT = Path(__file__).resolve().parents[2]
# REMIT_TEST_FUZZED=10000 sends as many bodies, REMIT_TEST_DOCUMENTS=50 draws as many documents for each root field.
FUZZED = int(os.environ.get("REMIT_TEST_FUZZED", "600"))
DOCUMENTS = int(os.environ.get("REMIT_TEST_DOCUMENTS", "2"))
SEED = 20261130


def ask(client: Callable[..., Any], settings: Settings, *requests: dict[str, Any]) -> list[httpx.Response]:
    """The responses to some requests, each with `method`, `url` and what httpx takes."""

    async def go() -> list[httpx.Response]:
        async with client(settings) as http:
            return [await http.request(**{"method": "POST", "url": "/graphql", **request}) for request in requests]

    responses: list[httpx.Response] = anyio.run(go)
    return responses


def document(text: str) -> dict[str, Any]:
    return {"json": {"query": text}}


def refused(response: httpx.Response) -> bool:
    """Whether nothing was executed."""
    return "data" not in response.json() and bool(response.json().get("errors"))


TYPES = (
    "{ __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }"
)


@pytest.mark.parametrize(
    ("check", "request_"),
    [
        ("alias overloading", document("{" + " ".join(f"a{n}: __typename" for n in range(101)) + "}")),
        ("array-based batching", {"json": [{"query": "{ __typename }"}] * 10}),
        ("circular introspection", document(TYPES)),
        ("directive overloading", document("{ __typename " + "@aa" * 10 + " }")),
        ("field duplication", document("{ " + "__typename " * 500 + "}")),
        ("mutation by GET", {"method": "GET", "params": {"query": "mutation { __typename }"}}),
    ],
)
def test_what_graphql_cop_overloads_with_is_refused(
    check: str, request_: dict[str, Any], client: Callable[..., Any], settings: Settings
) -> None:
    [response] = ask(client, settings, request_)
    assert refused(response), check
    # Ten bad directives give ten errors where nobody counts.
    assert len(response.json()["errors"]) <= 5


def test_no_answer_holds_what_graphql_cop_looks_for(client: Callable[..., Any], settings: Settings) -> None:
    """Suggestions, tracing, stack traces, an IDE at the address of the API."""
    misspelt, traced, broken, page = ask(
        client,
        settings,
        document("{ statu { generation } }"),
        {"json": {"query": "{ __typename }"}, "headers": {"x-apollo-tracing": "1"}},
        document("query cop { __typename @skip(if:"),
        {"method": "GET", "headers": {"accept": "text/html"}},
    )
    assert "Did you mean" not in misspelt.text
    assert "extensions" not in traced.json()
    assert not {"Traceback", "stack", ".py"} & set(broken.text.replace('"', " ").split())
    assert page.status_code == 406


def test_a_form_or_a_page_elsewhere_asks_nothing(client: Callable[..., Any], settings: Settings) -> None:
    """What a browser sends without asking first: forms, and GET from another site."""
    form, text, elsewhere, by_origin = ask(
        client,
        settings,
        {"data": {"query": "{ __typename }"}},
        {"content": b'{"query": "{ __typename }"}', "headers": {"content-type": "text/plain"}},
        {"method": "GET", "params": {"query": "{ __typename }"}, "headers": {"sec-fetch-site": "cross-site"}},
        {"method": "GET", "params": {"query": "{ __typename }"}, "headers": {"origin": "https://evil.example"}},
    )
    assert [form.status_code, text.status_code] == [415, 415]
    assert [elsewhere.status_code, by_origin.status_code] == [403, 403]


def test_introspection_and_everything_else_needs_the_token(client: Callable[..., Any], guarded: Settings) -> None:
    nobody = {"headers": {"authorization": ""}}
    [introspected, page] = ask(
        client, guarded, {**document(TYPES), **nobody}, {"method": "GET", "url": "/schema.graphql", **nobody}
    )
    assert [introspected.status_code, page.status_code] == [401, 401]


def test_no_random_body_makes_a_server_fail(client: Callable[..., Any], guarded: Settings) -> None:
    """Bodies, media types, methods and addresses at random, with the tokens that there are and without one."""
    dice = random.Random(SEED)
    requests = [fuzzed(dice) for _ in range(FUZZED)]
    settings = guarded.model_copy(update={"rate_limit": 0})
    read = Counter[str]()
    for request, response in zip(requests, ask(client, settings, *requests), strict=True):
        # A server that warms up says so.
        is_warming = request["url"] == "/readyz" and response.status_code == 503
        assert response.status_code < 500 or is_warming, (request, response.text)
        assert b"Traceback" not in response.content
        if response.status_code not in AT_THE_DOOR:
            read[request["url"]] += 1
    # Bodies that nobody read would show nothing.
    assert all(read[url] > FUZZED // 20 for url in SEEDS), read


# Statuses of requests whose body nobody looked at.
AT_THE_DOOR = (401, 403, 404, 405, 406, 415, 421, 429)
# Bodies that are good, by address: most that are sent are one of these with something changed.
SEEDS = {
    "/graphql": (
        b'{"query":"query q($x: ID!) { node(id: $x) { id name } }","variables":{"x":"Identity:hr/1"},"operationName":"q"}',
        b'{"query":"{ blastRadius(input: {start: [\\"Ada Byron\\"]}) { ... on BlastRadius { total '
        b'reached(first: 2) { nodes { id witness { kind } } } } ... on UserError { message } } }"}',
        b'{"query":"{ search(input: {text: \\"ada\\"}) { ... on Search { total nodes { nodes { id } } } } status { generation } }",'
        b'"extensions":{"persistedQuery":null}}',
    ),
    "/records": (
        b'{"record":"run","source":"hr:fuzz","observed_at":"2026-11-20T06:00:00Z","complete":["Identity"]}\n'
        b'{"record":"node","id":"Identity:hr/9","name":"Ada","props":{"type":"human","emails":["a@acme.example"]}}\n'
        b'{"record":"edge","kind":"HAS_ACCOUNT","source":"Identity:hr/9","target":"Account:github/ada"}\n',
        b'{"record":"run","source":"cursor:fuzz","observed_at":"2026-11-20T06:00:00Z"}\n'
        b'{"record":"usage","principal":"Account:cursor/a","resource":"Model:openai/x","application":"Application:cursor/a",'
        b'"day":"2026-11-19","requests":12,"tokens":{"output":450},"cost":{"amount":"0.2","currency":"USD","basis":"billed"}}\n',
    ),
    "/v1/traces": (
        b'{"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"x"}}]},"scopeSpans":'
        b'[{"spans":[{"traceId":"5b8efff798038103d269b633813fc60c","spanId":"eee19b7ec3c1b174","name":"chat",'
        b'"startTimeUnixNano":"1764000000000000000","endTimeUnixNano":"1764000001000000000","attributes":'
        b'[{"key":"gen_ai.system","value":{"stringValue":"openai"}},{"key":"gen_ai.usage.input_tokens","value":{"intValue":"9"}}]}]}]}]}',
        b"\x0a\x12\x0a\x00\x12\x0e\x0a\x00\x12\x0a\x0a\x08abcdefgh",
    ),
}


def test_bodies_are_good_before_something_is_changed(client: Callable[..., Any], guarded: Settings) -> None:
    requests = [
        {**known_request(url, number), "content": seed} for url in SEEDS for number, seed in enumerate(SEEDS[url])
    ]
    for request, response in zip(requests, ask(client, guarded, *requests), strict=True):
        assert (response.status_code, "errors" in response.text) == (200, False), (request, response.text)


TYPES_OF = {"/graphql": ("application/json",), "/records": ("application/x-ndjson",)}
TOKENS_OF = {"/graphql": TOKEN, "/records": LOAD_TOKEN, "/v1/traces": LOAD_TOKEN}
PIECES = (
    *(b"{", b"}", b"[", b"]", b'"', b":", b",", b"\n", b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"1e999", b"NaN", b"-0"),
    *(b'{"record":"run","source":"hr:x","observed_at":"2026-11-20T06:00:00Z"}\n', b'{"record":"node","id":"'),
    *(b'{"query":"', b"{ status { generation } }", b'","variables":', b"{ node(id: $x) { id } }", b"\\ud800", b"null"),
    *(b'{"resourceSpans":[', b'{"scopeSpans":[{"spans":[{"traceId":"', b"\x0a\x7f", b"\x1f\x8b\x08\x00", b"[" * 300),
    *(b"9" * 40, b"-1", b"true", b"[]", b"{}", b"9999-12-31", b"\\u0000", "\u202e\U0001f600".encode()),
)
MEDIA = (
    *(
        "application/json",
        "application/x-ndjson",
        "application/x-protobuf",
        "text/plain",
        "",
        "application/json; charset=x",
    ),
    *("multipart/form-data; boundary=x", "application/x-www-form-urlencoded"),
)
METHODS = ("GET", "POST", "POST", "POST", "PUT", "DELETE", "OPTIONS", "HEAD", "PATCH", "QUERY")
ADDRESSES = (*ROUTE_RULES, "/nowhere", "/graphql/", "/../etc/passwd", "/%00", "/records?x=%ff", "//graphql")


def fuzzed(dice: random.Random) -> dict[str, Any]:
    """A request: a third are random throughout, the others pass the door, so that their bodies are read."""
    if dice.random() < 1 / 3:
        return fuzzed_throughout(dice)
    url = dice.choice(list(SEEDS))
    seed = dice.randrange(len(SEEDS[url]))
    return {**known_request(url, seed), "content": mutated(SEEDS[url][seed], dice)}


def known_request(url: str, seed: int) -> dict[str, Any]:
    """What passes the door of an address, for the seed of this number."""
    media = TYPES_OF.get(url, ("application/json", "application/x-protobuf"))
    headers = {"authorization": f"Bearer {TOKENS_OF[url]}", "content-type": media[seed % len(media)]}
    return {"method": "POST", "url": url, "headers": headers}


def mutated(content: bytes, dice: random.Random) -> bytes:
    """A body with up to four pieces cut out, put in or written over."""
    for _ in range(dice.randrange(5)):
        start = dice.randrange(len(content) + 1)
        end = start if dice.random() < 0.3 else min(len(content), start + dice.choice((1, 1, 4, 16, 400)))
        piece = dice.choice((b"", dice.choice(PIECES), dice.randbytes(2), content[start:end] * 2))
        content = content[:start] + piece + content[end:]
    return content


def fuzzed_throughout(dice: random.Random) -> dict[str, Any]:
    headers = {"authorization": dice.choice(("", f"Bearer {TOKEN}", f"Bearer {LOAD_TOKEN}", "Bearer x", "Basic eDp5"))}
    for name, values in (
        ("content-type", MEDIA),
        ("accept", ("", "*/*", "application/json;q=x", "text/html", "\xff")),
        ("content-encoding", ("", "", "gzip", "br", "identity")),
        ("origin", ("", "", "null", "https://evil.example")),
        ("cookie", ("", "", "__Host-remit=" + "x" * dice.randrange(80))),
    ):
        value = dice.choice(values)
        if value:
            headers[name] = value
    content = b"".join(dice.choice(PIECES) for _ in range(dice.randrange(12)))
    if dice.random() < 0.2:
        content = dice.randbytes(dice.randrange(400))
    headers = {name: value.encode("latin-1") for name, value in headers.items()}  # type: ignore[misc]
    return {"method": dice.choice(METHODS), "url": dice.choice(ADDRESSES), "headers": headers, "content": content}


@pytest.mark.timeout(900)
def test_no_document_of_the_schema_makes_a_server_fail(
    served: Callable[[Settings], str], settings: Settings, tmp_path: Path
) -> None:
    """Schemathesis draws documents for every root field, with the values that each type takes and odd ones."""
    address = served(settings)
    command = [
        *(str(Path(sys.executable).with_name("schemathesis")), "run", f"{address}/graphql", "--phases", "fuzzing"),
        *("--seed", str(SEED), "--max-examples", str(DOCUMENTS), "--no-color", "--generation-database", "none"),
    ]
    environment = {**os.environ, "SCHEMATHESIS_HOOKS": "tests.api.schemathesis_hooks", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    assert " passed" in done.stdout


# What each route takes besides headers: methods, and the media types of a body or the names of query parameters.
ROUTES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "/records": (("post",), ("text/plain", "application/json")),
    "/v1/traces": (("post",), ("application/json", "text/plain")),
    "/graphql": (("post", "get"), ("application/json",)),
    "/login": (("get",), ("next",)),
    "/login/callback": (("get",), ("code", "state", "error", "iss")),
    "/login/token": (("get", "post"), ("application/x-www-form-urlencoded",)),
}


def open_api() -> dict[str, Any]:
    """Every route of the server as OpenAPI: those of ROUTES as there, the others as plain GET."""
    paths: dict[str, Any] = {}
    for path in ROUTE_RULES:
        methods, takes = ROUTES.get(path, (("get",), ()))
        operation: dict[str, Any] = {"responses": {"default": {"description": "any"}}}
        if bodies := [media for media in takes if "/" in media]:
            fields = {
                "type": "object",
                "properties": {name: {} for name in ("query", "resourceSpans", "token", "next")},
            }
            content = {media: {"schema": {"type": "string"} if media == "text/plain" else fields} for media in bodies}
            posted = {**operation, "requestBody": {"content": content}}
        else:
            posted = operation
        named = [{"name": name, "in": "query", "schema": {"type": "string"}} for name in takes if "/" not in name]
        paths[path] = {method: posted if method == "post" else {**operation, "parameters": named} for method in methods}
    return {"openapi": "3.0.3", "info": {"title": "routes", "version": "1"}, "paths": paths}


@pytest.mark.parametrize("token", [TOKEN, LOAD_TOKEN, "nobodys-token-at-all"])
def test_no_route_fails_whatever_it_is_sent(
    token: str, served: Callable[[Settings], str], settings: Settings, tmp_path: Path
) -> None:
    """Schemathesis over REST, from a description of the routes that is derived from the rules of access."""
    (tmp_path / "routes.json").write_text(json.dumps(open_api()))
    command = [
        *(str(Path(sys.executable).with_name("schemathesis")), "run", "routes.json", "--url", served(settings)),
        *("--phases", "fuzzing", "--checks", "not_a_server_error", "--mode", "all", "--no-color"),
        *("--header", f"Authorization: Bearer {token}", "--seed", str(SEED), "--max-examples", str(5 * DOCUMENTS)),
        *("--generation-database", "none"),
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    assert f"{sum(len(ROUTES.get(path, (('get',), ()))[0]) for path in ROUTE_RULES)} passed" in done.stdout

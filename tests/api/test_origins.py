"""Pages of other origins: those that REMIT_ORIGINS lists may ask, and nobody else's browser is told anything."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import anyio
import httpx
import pytest
from pydantic import ValidationError

from api.settings import Settings
from tests.api.organisation import TOKEN

PORTAL = "https://portal.acme.example"
ASK = {"query": "{ __typename }"}


@pytest.fixture
def shared(guarded: Settings) -> Settings:
    """A server with a token, and two origins whose pages may ask."""
    return guarded.model_copy(update={"origins": (PORTAL, "http://localhost:5173")})


def send(
    client: Callable[..., Any], settings: Settings, method: str, path: str, headers: dict[str, str], **more: Any
) -> httpx.Response:
    async def go() -> httpx.Response:
        async with client(settings) as http:
            http.headers.pop("authorization", None)
            answer: httpx.Response = await http.request(method, path, headers=headers, **more)
            return answer

    return anyio.run(go)


def preflight(client: Callable[..., Any], settings: Settings, origin: str, path: str = "/graphql") -> httpx.Response:
    """What a browser sends before a request that carries a token."""
    wanted = {
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type",
        "sec-fetch-site": "cross-site",
        "sec-fetch-mode": "cors",
    }
    return send(client, settings, "OPTIONS", path, {"origin": origin, **wanted})


def allowed(answer: httpx.Response) -> dict[str, str]:
    """The headers by which an answer tells a browser that other pages may see it."""
    return {name: text for name, text in answer.headers.items() if name.startswith("access-control")}


@pytest.mark.parametrize("origin", [PORTAL, "http://localhost:5173"])
def test_a_listed_origin_may_ask_with_the_token(origin: str, client: Callable[..., Any], shared: Settings) -> None:
    before = preflight(client, shared, origin)
    assert (before.status_code, before.content) == (204, b"")
    assert allowed(before) == {
        "access-control-allow-origin": origin,
        "access-control-allow-methods": "GET, POST",
        "access-control-allow-headers": "Authorization, Content-Type",
        "access-control-max-age": "600",
    }
    headers = {"origin": origin, "sec-fetch-site": "cross-site", "authorization": f"Bearer {TOKEN}"}
    for answer in (
        send(client, shared, "POST", "/graphql", headers, json=ASK),
        send(client, shared, "GET", "/graphql", headers, params=ASK),
        send(client, shared, "GET", "/schema.graphql", headers),
    ):
        assert answer.status_code == 200, answer.text
        # Never with credentials: a browser's own cookies and passwords are no part of it.
        assert allowed(answer) == {"access-control-allow-origin": origin}
        assert "origin" in answer.headers["vary"].lower()


def test_a_listed_origin_without_the_token_reads_why(client: Callable[..., Any], shared: Settings) -> None:
    answer = send(client, shared, "POST", "/graphql", {"origin": PORTAL}, json=ASK)
    assert (answer.status_code, answer.json()["errors"][0]["extensions"]["code"]) == (401, "UNAUTHORIZED")
    assert allowed(answer) == {"access-control-allow-origin": PORTAL}


STRANGERS = [
    "https://portal.acme.example.evil.example",
    "https://evil-portal.acme.example",
    "https://sub.portal.acme.example",
    "http://portal.acme.example",
    "https://portal.acme.example:8443",
    "https://PORTAL.acme.example",
    "http://localhost",
    "null",
    "*",
    "",
]


@pytest.mark.parametrize("origin", STRANGERS)
def test_any_other_origin_is_refused_and_told_nothing(
    origin: str, client: Callable[..., Any], shared: Settings
) -> None:
    headers = {"origin": origin, "authorization": f"Bearer {TOKEN}"}
    for answer in (
        preflight(client, shared, origin),
        send(client, shared, "POST", "/graphql", headers, json=ASK),
        send(client, shared, "GET", "/graphql", headers, params=ASK),
    ):
        assert (answer.status_code, allowed(answer)) == (403, {})


def test_two_origins_are_none(client: Callable[..., Any], shared: Settings) -> None:
    async def go() -> httpx.Response:
        async with client(shared) as http:
            headers = [("origin", PORTAL), ("origin", "https://evil.example")]
            answer: httpx.Response = await http.post("/graphql", json=ASK, headers=headers)
            return answer

    answer = anyio.run(go)
    assert (answer.status_code, allowed(answer)) == (403, {})


@pytest.mark.parametrize("path", ["/records", "/v1/traces", "/metrics", "/", "/readyz"])
def test_a_listed_origin_may_ask_questions_and_nothing_else(
    path: str, client: Callable[..., Any], shared: Settings
) -> None:
    assert (preflight(client, shared, PORTAL, path).status_code, allowed(preflight(client, shared, PORTAL, path))) == (
        403,
        {},
    )
    headers = {"origin": PORTAL, "authorization": f"Bearer {TOKEN}"}
    answer = send(client, shared, "POST" if path in ("/records", "/v1/traces") else "GET", path, headers)
    assert (answer.status_code, allowed(answer)) == (403, {})


def test_no_origin_is_listed_by_default(client: Callable[..., Any], guarded: Settings) -> None:
    assert (preflight(client, guarded, PORTAL).status_code, allowed(preflight(client, guarded, PORTAL))) == (403, {})


def test_a_request_that_names_no_origin_is_still_refused_from_another_site(
    client: Callable[..., Any], shared: Settings
) -> None:
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "authorization": f"Bearer {TOKEN}"}
    assert send(client, shared, "GET", "/graphql", headers, params=ASK).status_code == 403


def test_a_page_elsewhere_is_no_architect_by_reaching_this_machine(
    client: Callable[..., Any], settings: Settings
) -> None:
    open_server = settings.model_copy(update={"origins": (PORTAL,)})
    statement = {"query": '{ cypher(input: { text: "RETURN 1" }) { __typename ... on UserError { code } } }'}
    codes = []
    for headers in ({}, {"origin": PORTAL}):
        answer = send(client, open_server, "POST", "/graphql", headers, json=statement)
        codes.append(answer.json()["data"]["cypher"]["code"])
    assert codes == ["BAD_INPUT", "FORBIDDEN"]


@pytest.mark.parametrize(
    "origin",
    [
        "*",
        "https://*",
        "https://*.acme.example",
        "null",
        "portal.acme.example",
        "https://portal.acme.example/",
        "https://portal.acme.example/app",
        "https://Portal.acme.example",
        "https://portal.acme.example:443",
        "http://portal.acme.example:80",
        "https://user@portal.acme.example",
        "ftp://portal.acme.example",
        "https://",
    ],
)
def test_what_is_no_exact_origin_is_no_setting(origin: str) -> None:
    with pytest.raises(ValidationError, match="is not an origin"):
        Settings(store="memory:", origins=(PORTAL, origin))


@pytest.mark.parametrize("origin", ["http://localhost:5173", "http://[::1]:3000", "https://a", "http://127.0.0.1:8080"])
def test_an_exact_origin_is_a_setting(origin: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REMIT_ORIGINS", f"{PORTAL}, {origin}")
    assert Settings(store="memory:").origins == (PORTAL, origin)

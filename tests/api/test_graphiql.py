"""GraphiQL at /graphiql: from this host alone, under the same policy as every page, with a token or without."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest

from api.access.rules import ROUTE_RULES
from api.http.audit import HEADERS
from api.settings import Settings
from tests.api.organisation import TOKEN
from tests.servers.chromium import open_tab

ROOT = Path(__file__).parents[2]
BUILT, SOURCE = ROOT / "api" / "static" / "graphiql", ROOT / "web" / "graphiql"


def get(
    client: Callable[..., Any], settings: Settings, path: str, method: str = "GET", **headers: str
) -> httpx.Response:
    async def go() -> httpx.Response:
        async with client(settings) as http:
            http.headers.pop("authorization", None)
            answer: httpx.Response = await http.request(method, path, headers=headers)
            return answer

    return anyio.run(go)


@pytest.mark.parametrize(
    "path", [path for path, rule in ROUTE_RULES.items() if rule.is_open and path.startswith("/graphiql")]
)
def test_the_page_needs_no_token_and_keeps_the_policy(path: str, client: Callable[..., Any], guarded: Settings) -> None:
    answer = get(client, guarded, path)
    assert answer.status_code == 200
    for name, text in HEADERS.items():
        assert answer.headers[name] == text
    assert get(client, guarded, path, host="elsewhere.example").status_code == 421
    assert get(client, guarded, path, origin="https://elsewhere.example").status_code == 403
    assert get(client, guarded, path, method="POST").status_code == 401


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/page.js",
        "/graphql",
        "/schema.graphql",
        "/graphiql/",
        "/graphiql/main.jsx",
        "/assets/explorer.js",
        "/documents.json",
    ],
)
def test_nothing_but_the_page_is_open(path: str, client: Callable[..., Any], guarded: Settings) -> None:
    assert get(client, guarded, path).status_code == 401


def test_the_ide_of_strawberry_is_off(client: Callable[..., Any], settings: Settings) -> None:
    answer = get(client, settings, "/graphql", accept="text/html")
    assert answer.status_code == 406
    assert "<html" not in answer.text


def test_the_page_loads_nothing_from_elsewhere() -> None:
    html = (BUILT / "index.html").read_text()
    assert re.findall(r'(?:src|href)="([^"]*)"', html) == ["data:,", "graphiql/graphiql.css", "graphiql/graphiql.js"]
    assert not re.search(r"@import|@font-face|url\((?!data:image/)", (BUILT / "graphiql.css").read_text())
    assert not re.search(r"new Function\(|[^.\w]eval\(|import\(", (BUILT / "graphiql.js").read_text())
    packages = json.loads((SOURCE / "package-lock.json").read_text())["packages"]
    assert not [name for name, package in packages.items() if "resolved" in package]


def test_the_licence_of_every_package_is_carried() -> None:
    notices = (BUILT / "LICENSES.txt").read_text()
    for name in ("graphiql 3.", "@graphiql/react ", "graphql 16.", "react 18.", "react-dom 18.", "codemirror 5."):
        assert f"\n{name}" in notices
    assert set(re.findall(r"^@?[\w/.-]+ \d[\w.-]* \((.*)\)$", notices, re.MULTILINE)) <= {
        "MIT",
        "BSD-2-Clause",
        "0BSD",
        "ISC",
    }


QUERY = "{ status { generation } }"
ASK = 'document.querySelector(".graphiql-execute-button").click()'
ANSWER = 'document.querySelector(".graphiql-response .result-window").innerText'
WRITE = f'document.querySelector(".graphiql-query-editor .CodeMirror").CodeMirror.setValue({json.dumps(QUERY)})'


@pytest.mark.parametrize("with_token", [False, True], ids=["open", "token"])
def test_a_browser_asks_by_it(
    with_token: bool, served: Callable[[Settings], str], settings: Settings, guarded: Settings
) -> None:
    address = served(guarded if with_token else settings)
    with open_tab() as tab:
        tab.send("Page.navigate", url=f"{address}/graphiql")
        if with_token:
            tab.until('document.querySelector(".remit-token input")')
            # Typed as a person does, so that React notices.
            tab.evaluate('document.querySelector(".remit-token input").focus()')
            tab.send("Input.insertText", text=TOKEN)
            tab.evaluate('document.querySelector(".remit-token button").click()')
            tab.until('!document.querySelector(".remit-token")')
        tab.until('document.querySelector(".graphiql-query-editor .CodeMirror")')
        # The schema is there once the documentation can be opened.
        tab.evaluate("""document.querySelector('button[aria-label="Show Documentation Explorer"]').click()""")
        tab.until("""document.querySelector(".graphiql-doc-explorer")?.innerText.includes("Query")""")
        tab.evaluate(WRITE)
        tab.evaluate(ASK)
        tab.until(f'{ANSWER}.includes("generation")')
        assert '"generation": 2' in tab.evaluate(ANSWER)
        requests = [event["request"]["url"] for event in tab.of("Network.requestWillBeSent")]
        assert f"{address}/graphql" in requests
        assert [url for url in requests if not url.startswith((f"{address}/", "data:"))] == []
        entries = [event["entry"]["text"] for event in tab.of("Log.entryAdded")]
        assert [text for text in entries if "401" not in text] == []
        assert tab.of("Runtime.exceptionThrown") == []
        assert tab.evaluate("localStorage.length") == 0

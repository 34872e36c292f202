"""Blast radius, exposure and paths in a real browser: what is drawn is what is listed is what the API answers."""

from __future__ import annotations

import io
import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
import uvicorn

from api.http.audit import open_log
from api.http.serve import configure
from api.settings import Settings
from tests.api.organisation import edge, lines, load, node, organisation
from tests.servers.chromium import Tab, open_tab

ADA, DATABASE = "Identity:hr/1", "DataSource:postgres/prod/sales"
WIDE, TEAMS, SETS = "Identity:wide/1", 130, 10
# Nobody draws by WebGL without a word about it from the browser itself.
OWN_WORDS_OF_CHROMIUM = ("WebGL", "GL Driver Message")
NODES = '[...document.querySelectorAll("svg.picture [data-node]")]'
PLACES = f"JSON.stringify({NODES}.map((node) => [node.dataset.node, node.getAttribute('transform')]))"
LAYOUTS = 'performance.getEntriesByName("remit:layout").length'


def wide_organisation() -> str:
    """One person in many teams, each with data of its own: nothing of it folds."""
    teams = [f"Group:wide/{team:03}" for team in range(TEAMS)]
    sets = [(team, f"DataSource:wide/{team.rpartition('/')[2]}-{number}") for team in teams for number in range(SETS)]
    kinds = ["Identity", "Group", "DataSource", "MEMBER_OF", "CAN_ACCESS"]
    return lines(
        {"record": "run", "source": "wide:one", "observed_at": "2026-11-20T06:00:00Z", "complete": kinds},
        node(WIDE, "Wilma Wide", type="human", status="active", emails=["wilma@acme.example"]),
        *(node(team, team.rpartition("/")[2]) for team in teams),
        *(node(target, target.rpartition("/")[2]) for _, target in sets),
        *(edge(WIDE, "MEMBER_OF", team) for team in teams),
        *(edge(team, "CAN_ACCESS", target, permission="READ") for team, target in sets),
    )


@dataclass(frozen=True)
class Browser:
    tab: Tab
    address: str

    def open(self, hash_: str) -> None:
        """Load the page anew at a hash."""
        self.tab.send("Page.navigate", url="about:blank")
        self.tab.send("Page.navigate", url=f"{self.address}/#/{hash_}")

    def press(self, key: str) -> None:
        text = {"Enter": "\r"}.get(key, key if len(key) == 1 else "")
        self.tab.send("Input.dispatchKeyEvent", type="keyDown", key=key, text=text)
        self.tab.send("Input.dispatchKeyEvent", type="keyUp", key=key)

    def ask(self, text: str, **variables: Any) -> Any:
        answer = httpx.post(f"{self.address}/graphql", json={"query": text, "variables": variables})
        return answer.raise_for_status().json()["data"]

    def drawn(self) -> list[str]:
        ids: list[str] = json.loads(self.tab.evaluate(f"JSON.stringify({NODES}.map((node) => node.dataset.node))"))
        return ids


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One page for all tests here, of a server that holds both organisations."""
    folder = tmp_path_factory.mktemp("pictures")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for name in ("REMIT_STORE", "REMIT_TOKEN", "REMIT_LOAD_TOKEN", "REMIT_SNAPSHOTS", "REMIT_HOSTS"):
            patch.delenv(name, raising=False)
        settings = Settings(store=f"memory:{folder}")
        load(settings, organisation() + wide_organisation(), folder)
        config = configure(settings, "127.0.0.1", log=open_log(io.StringIO()))
        config.port = 0
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run)
        thread.start()
        try:
            while not server.started:
                time.sleep(0.01)
            with open_tab() as tab:
                tab.send("Emulation.setFocusEmulationEnabled", enabled=True)
                tab.send(
                    "Emulation.setDeviceMetricsOverride", width=1440, height=1000, deviceScaleFactor=1, mobile=False
                )
                yield Browser(tab, f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}")
        finally:
            server.should_exit = True
            thread.join(30)


def test_enter_in_the_search_draws_what_is_listed(browser: Browser) -> None:
    tab = browser.tab
    browser.open("")
    tab.until('document.querySelector("main h1")')
    browser.press("/")
    tab.until('document.activeElement.id === "search-box"')
    tab.send("Input.insertText", text="Ada Byron")
    tab.until('document.querySelector("#search-box-list li")')
    browser.press("Enter")
    tab.until(f"{NODES}.length > 1")
    assert tab.evaluate("location.hash") == f"#/blast-radius?start={ADA}"
    reached = "{ blastRadius(input: {start: [$start]}) { ... on BlastRadius { total columns { id } } } }"
    answer = browser.ask(f"query ($start: ID!) {reached}", start=ADA)["blastRadius"]
    fold = [drawn for drawn in browser.drawn() if drawn.startswith("fold:")]
    assert len(fold) == 1
    tab.evaluate(
        f"{NODES}.find((node) => node.dataset.role === 'fold').dispatchEvent(new MouseEvent('click', {{bubbles: true}}))"
    )
    tab.until(f"{NODES}.length > 300")
    assert sorted(browser.drawn()) == sorted([ADA, *answer["columns"]["id"]])
    assert f"open={fold[0].removeprefix('fold:')}" in tab.evaluate("location.hash")
    tab.evaluate('document.querySelector(".reach-list .table-foot button").click()')
    tab.until(f'document.querySelectorAll(".reach-list tbody tr").length === {answer["total"]}')
    listed = 'JSON.stringify([...document.querySelectorAll(".reach-list tbody .chip")].map((chip) => chip.title))'
    assert json.loads(tab.evaluate(listed)) == answer["columns"]["id"]
    tab.evaluate("history.back()")
    tab.until(f"{NODES}.length < 20")


def test_the_keyboard_alone_follows_edges_to_their_evidence(browser: Browser) -> None:
    tab = browser.tab
    browser.open(f"blast-radius?start={ADA}")
    tab.until(f"{NODES}.length > 1")
    tab.evaluate('document.querySelector("svg.picture [tabindex=\\"0\\"]").focus()')
    layouts = tab.evaluate(LAYOUTS)
    focused = "document.activeElement.dataset.node"
    assert tab.evaluate(focused) == ADA
    stops = []
    for _ in range(3):
        browser.press("ArrowRight")
        stops.append(tab.evaluate(focused))
    assert stops[-1] == DATABASE
    edges = browser.ask(
        "query ($start: ID!) { blastRadius(input: {start: [$start]}) { ... on BlastRadius { reached(first: 200) { nodes { id"
        " witness { target claimedBy } } } } } }",
        start=ADA,
    )["blastRadius"]["reached"]["nodes"]
    witness = next(row["witness"] for row in edges if row["id"] == DATABASE)
    assert stops == [step["target"] for step in witness]
    browser.press("Enter")
    tab.until('document.activeElement.classList.contains("evidence")')
    evidence = tab.evaluate("document.activeElement.innerText")
    assert all(step["claimedBy"] in evidence for step in witness)
    browser.press("Escape")
    tab.until('!document.querySelector(".evidence")')
    assert tab.evaluate(focused) == DATABASE
    browser.press("f")
    tab.until('document.querySelectorAll("svg.picture .edge.is-focused").length === 3')
    # Neither to choose nor to look at a way lays anything out again.
    assert tab.evaluate(LAYOUTS) == layouts


def test_a_second_load_draws_the_same_to_the_pixel(browser: Browser) -> None:
    drawings = []
    for _ in range(2):
        browser.open(f"exposure?target={DATABASE}")
        browser.tab.until(f"{NODES}.length > 3")
        drawings.append(browser.tab.evaluate(PLACES))
    assert drawings[0] == drawings[1]
    targets = browser.tab.evaluate('document.querySelector("svg.picture .role-start").dataset.node')
    assert targets == DATABASE


def test_paths_are_sentences_of_the_api_and_swap(browser: Browser) -> None:
    tab = browser.tab
    browser.open(f"paths?from={ADA}&to={DATABASE}")
    tab.until('document.querySelector(".path-sentence")')
    text = (
        "query ($from: ID!, $to: ID!) { accessPaths(input: {from: $from, to: $to}) { ... on AccessPaths { total"
        " paths(first: 10) { nodes { sentence } } } } }"
    )
    paths = browser.ask(text, **{"from": ADA, "to": DATABASE})["accessPaths"]
    sentences = tab.evaluate('JSON.stringify([...document.querySelectorAll(".path-sentence")].map((p) => p.innerText))')
    assert json.loads(sentences) == [path["sentence"] for path in paths["paths"]["nodes"]]
    assert len(browser.drawn()) == 4
    tab.evaluate(
        '[...document.querySelectorAll(".subject button")].find((button) => button.innerText.includes("Swap")).click()'
    )
    tab.until('document.querySelector(".empty")')
    assert tab.evaluate("location.hash") == f"#/paths?from={DATABASE}&to={ADA}"


def test_a_file_of_the_picture_says_where_it_comes_from(browser: Browser) -> None:
    tab = browser.tab
    browser.open(f"blast-radius?start={ADA}")
    tab.until(f"{NODES}.length > 1")
    tab.evaluate("window.files = []; URL.createObjectURL = (blob) => { window.files.push(blob); return 'data:,'; }")
    for name in ("SVG", "PNG"):
        tab.evaluate(
            f'[...document.querySelectorAll(".picture-exports button")].find((b) => b.innerText === "{name}").click()'
        )
    tab.until("window.files.length === 2")
    svg, png = tab.evaluate("Promise.all([files[0].text(), files[1].arrayBuffer().then((b) => b.byteLength)])")
    digest = browser.ask("{ status { digest } }")["status"]["digest"]
    assert digest[:12] in svg
    assert "<style" in svg
    assert svg.count("data-node=") == len(browser.drawn())
    assert png > 1000


def test_two_thousand_elements_are_drawn_and_followed(browser: Browser) -> None:
    tab = browser.tab
    browser.open(f"blast-radius?start={WIDE}")
    tab.until('document.querySelector(".picture-large canvas")', timeout_s=60)
    elements = 1 + 2 * (TEAMS + TEAMS * SETS)
    assert tab.evaluate('Number(document.querySelector(".picture-large").dataset.elements)') == elements
    assert elements > 2000
    tab.evaluate('document.querySelector(".picture-large").focus()')
    for key in ("Home", "ArrowRight", "Enter"):
        browser.press(key)
    tab.until('document.activeElement.classList.contains("evidence")')
    assert tab.evaluate(LAYOUTS) == 1


def test_nothing_left_the_host_and_nothing_failed(browser: Browser) -> None:
    tab = browser.tab
    urls = [event["request"]["url"] for event in tab.of("Network.requestWillBeSent")]
    assert len(urls) > 20
    assert [url for url in urls if not url.startswith((f"{browser.address}/", "data:", "about:"))] == []
    assert tab.of("Runtime.exceptionThrown") == []
    entries = [event["entry"]["text"] for event in tab.of("Log.entryAdded")]
    assert [text for text in entries if not any(words in text for words in OWN_WORDS_OF_CHROMIUM)] == []

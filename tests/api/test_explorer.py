"""The explorer in a browser: every view, from this host alone, without an error, for everybody, by the keyboard."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from api.settings import Settings
from tests.api.organisation import load, organisation
from tests.servers.chromium import Tab, open_tab
from tests.servers.node import EXPLORER, explorer_folder
from tests.servers.uvicorn_server import serving

TABLE = (EXPLORER / "src" / "views" / "table.ts").read_text()
VIEWS = re.findall(r'name: "([\w-]+)", component', TABLE)
# Where a view shows nothing until it is asked about something.
PARAMETERS = {
    "blast-radius": "start=Identity:hr/1",
    "exposure": "target=DataSource:postgres/prod/sales",
    "paths": "from=Identity:hr/1&to=DataSource:postgres/prod/sales",
    "search": "text=sam",
    "what-if": "offboard=Identity:hr/1&remove=DataSource:postgres/prod/sales",
    "cost": "by=account",
}
EARLIER = "compare=2026-01-01T00:00:00Z"
IDLE = "document.querySelector('main h1') && !document.querySelector('[aria-busy=true]')"
SEVERE = ("serious", "critical")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("explorer")
    settings = Settings(store=f"sqlite:///{folder}/remit.db")
    load(settings, organisation(), folder)
    with serving(settings) as served:
        yield served


@pytest.fixture(scope="module")
def tab(address: str) -> Iterator[Tab]:
    """One browser for all tests here; none of them needs it as another left it."""
    with open_tab() as opened:
        opened.send("Page.navigate", url=f"{address}/")
        opened.until(IDLE)
        yield opened


def show(tab: Tab, address: str, view: str, more: str = "") -> None:
    """Open a view as if by a link that somebody sent."""
    query = "&".join(filter(None, (PARAMETERS.get(view, ""), more)))
    tab.events.clear()
    tab.send("Page.navigate", url="about:blank")
    tab.send("Page.navigate", url=f"{address}/#/{view}?{query}")
    tab.until(IDLE)


def settled_text(tab: Tab) -> str:
    """What the view says once nothing of it is still asked for: names come after the rows that have ids alone."""
    text, before = tab.evaluate("document.querySelector('main').innerText"), None
    while text != before or not tab.evaluate(f"{IDLE} && !document.querySelector('.asking')"):
        time.sleep(0.3)
        text, before = tab.evaluate("document.querySelector('main').innerText"), text
    return str(text)


def assert_nothing_is_wrong(tab: Tab, address: str) -> None:
    requests = [event["request"]["url"] for event in tab.of("Network.requestWillBeSent")]
    assert [url for url in requests if not url.startswith((f"{address}/", "data:", "about:", "blob:"))] == []
    assert [event["entry"]["text"] for event in tab.of("Log.entryAdded")] == []
    assert [
        event for event in tab.of("Runtime.consoleAPICalled") if event["type"] in ("error", "warning", "assert")
    ] == []
    assert tab.of("Runtime.exceptionThrown") == []


def size(tab: Tab, width: int, height: int) -> None:
    tab.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)


def severe(tab: Tab) -> list[str]:
    """What axe finds that keeps people from using the page, and where."""
    run = "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']})"
    result: dict[str, Any] = tab.evaluate(
        f"{run}.then(({{passes, violations}}) => ({{passes: passes.map(({{id}}) => id), violations: violations.map("
        "({id, impact, nodes}) => ({id, impact, nodes: nodes.map(({target, failureSummary}) => "
        "[target.join(' '), failureSummary])}))}))"
    )
    # What it looked at: with nothing on the page it would find nothing.
    assert {"color-contrast", "landmark-one-main", "list", "document-title"} <= set(result["passes"])
    return [json.dumps(violation) for violation in result["violations"] if violation["impact"] in SEVERE]


@pytest.fixture(scope="module")
def axe() -> str:
    return (explorer_folder() / "node_modules" / "axe-core" / "axe.min.js").read_text()


def test_the_views_are_known_here() -> None:
    assert len(VIEWS) == TABLE.count("component:") - 1 >= 6


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_right_for_everybody(view: str, tab: Tab, address: str, axe: str) -> None:
    size(tab, 1280, 800)
    # Compared with another moment, a view shows all that it shows else, and more.
    show(tab, address, "" if view == "home" else view, EARLIER)
    assert not tab.evaluate("document.querySelector('.problem')?.innerText")
    # The protocol runs this beside the page: its policy allows no foreign script, and needs not to.
    tab.evaluate(f"{axe}; true")
    for theme in ("light", "dark"):
        tab.evaluate(f"document.documentElement.dataset.theme = {theme!r}")
        assert severe(tab) == [], theme
    for width in (360, 640):
        # 640 of 1280 is what zooming to 200 % leaves.
        size(tab, width, 800)
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert_nothing_is_wrong(tab, address)


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_its_address(view: str, tab: Tab, address: str) -> None:
    show(tab, address, "" if view == "home" else view, f"asOf=2026-11-21T06:00:00Z&{EARLIER}")
    before = tab.evaluate("location.hash"), settled_text(tab)
    assert "Ada Byron" not in before[0]
    tab.send("Page.reload")
    tab.until(f"{IDLE} && performance.now() < 30000")
    tab.until(f"document.querySelector('main').innerText === {json.dumps(before[1])}")
    assert tab.evaluate("location.hash") == before[0]


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_of_the_moment_that_the_slider_is_at(view: str, tab: Tab, address: str) -> None:
    show(tab, address, "" if view == "home" else view)
    slider = "document.getElementById('as-of-slider')"
    tab.until(f"!{slider}.disabled")
    question = {"query": "{ status { moments(last: 3) } }"}
    moments = httpx.post(f"{address}/graphql", json=question).json()["data"]["status"]["moments"]
    tab.evaluate(f"{slider}.focus()")
    press(tab, "ArrowLeft", "ArrowLeft")
    tab.until(f"location.hash.includes('asOf={moments[-2]}')")
    words = tab.evaluate(f"{slider}.getAttribute('aria-valuetext')")
    assert words == f"{moments[-2][:10]} {moments[-2][11:16]} UTC"
    tab.evaluate("document.activeElement.blur()")
    press(tab, ">")
    tab.until(f"location.hash.includes('asOf={moments[-1]}')")
    press(tab, ">")
    tab.until("!location.hash.includes('asOf')")
    press(tab, "<")
    tab.until(f"location.hash.includes('asOf={moments[-1]}')")
    tab.evaluate("history.back()")
    tab.until("!location.hash.includes('asOf')")


def test_what_is_compared_is_the_difference_of_two_answers(tab: Tab, address: str) -> None:
    def reached(moment: str) -> set[str]:
        question = f'{{ blastRadius(input: {{start: ["Identity:hr/1"], asOf: "{moment}"}}) {{ ... on BlastRadius {{ columns {{ id }} }} }} }}'
        answer = httpx.post(f"{address}/graphql", json={"query": question}).json()
        return set(answer["data"]["blastRadius"]["columns"]["id"])

    before, after = "2026-01-01T00:00:00Z", "2026-11-21T06:00:00Z"
    for earlier, later in ((before, after), (after, before)):
        show(tab, address, "blast-radius", f"asOf={later}&compare={earlier}")
        tab.until("document.querySelector('.compared')")
        then, now = reached(earlier), reached(later)
        assert len(now ^ then) > 300
        counts = [f"+{len(now - then)} opened since", f"−{len(then - now)} closed since"]
        assert tab.evaluate("[...document.querySelectorAll('.compared b')].map((each) => each.innerText)") == counts


def test_a_question_that_is_saved_stays_in_this_browser_without_names(tab: Tab, address: str) -> None:
    show(tab, address, "blast-radius", "asOf=2026-11-21T06:00:00Z")
    asked = "#/blast-radius?asOf=2026-11-21T06:00:00Z&start=Identity:hr/1"
    show(tab, address, "query")
    save = "document.querySelector('main .recent button[aria-pressed=false]')"
    tab.until(save)
    tab.evaluate(f"{save}.click()")
    assert json.loads(tab.evaluate("localStorage.getItem('remit.saved')")) == [asked]
    show(tab, address, "query")
    tab.until("document.querySelector('main .panel .recent a').innerText.includes('Ada Byron')")
    assert "Ada" not in tab.evaluate("JSON.stringify(localStorage)")
    tab.evaluate("document.querySelector('main .recent a').click()")
    tab.until(f"location.hash === {json.dumps(asked)}")
    tab.evaluate("history.back()")
    tab.until("location.hash.startsWith('#/query')")
    tab.evaluate("document.querySelector('main .recent button[aria-pressed=true]').click()")
    assert json.loads(tab.evaluate("localStorage.getItem('remit.saved')")) == []


def press(tab: Tab, *keys: str) -> None:
    names = {"Enter": "\r", "Escape": "", "ArrowDown": "", "ArrowLeft": "", "Tab": ""}
    # A slider moves by the code of a key, not by its name.
    codes = {"ArrowLeft": 37}
    for key in keys:
        text, code = names.get(key, key), codes.get(key, 0)
        tab.send("Input.dispatchKeyEvent", type="keyDown", key=key, text=text, windowsVirtualKeyCode=code)
        tab.send("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)


def test_an_investigation_needs_no_mouse(tab: Tab, address: str) -> None:
    size(tab, 1280, 800)
    show(tab, address, "")
    press(tab, "/")
    tab.until("document.activeElement.id === 'search-box'")
    tab.send("Input.insertText", text="sam twin")
    tab.until("document.querySelectorAll('[role=option]').length === 2")
    press(tab, "ArrowDown", "Enter")
    tab.until("location.hash.includes('start=Identity:hr/')")
    press(tab, "u")
    tab.until("location.hash === '#/?' || location.hash === '#/' || location.hash === ''")
    tab.until(IDLE)
    press(tab, "g", "s")
    tab.until("location.hash === '#/sources' && document.querySelector('main tbody tr')")
    press(tab, "j")
    tab.until("document.activeElement.tagName === 'TR'")
    press(tab, "j")
    tab.until("document.activeElement.sectionRowIndex === 1")
    press(tab, "?")
    tab.until("document.querySelector('dialog[open]')")
    press(tab, "Escape")
    tab.until("!document.querySelector('dialog[open]')")
    assert_nothing_is_wrong(tab, address)


def test_search_goes_by_kind_and_says_what_there_is(tab: Tab, address: str) -> None:
    show(tab, address, "search", "kind=Credential")
    tab.evaluate("location.hash = '#/search?text=key:bobs'")
    tab.until("document.querySelector('main tbody')?.innerText.includes('bobs key')")
    assert tab.evaluate("document.querySelectorAll('main tbody tr').length") == 1


def test_numbers_of_the_overview_are_those_of_the_api(tab: Tab, address: str) -> None:
    show(tab, address, "", "asOf=2026-11-21T06:00:00Z")
    question = '{ orphanedPaths(input: {asOf: \\"2026-11-21T06:00:00Z\\"}) { ... on OrphanedPaths { totalPaths totalRoots } } }'
    answer = tab.evaluate(
        "fetch('graphql', {method: 'POST', headers: {'content-type': 'application/json'}, "
        f'body: JSON.stringify({{query: "{question}"}})}}).then((response) => response.json())'
    )["data"]["orphanedPaths"]
    assert answer["totalPaths"] > 0
    shown = tab.evaluate("document.querySelector('main .figure-strong').innerText").split()
    assert (shown[0], shown[2]) == (str(answer["totalPaths"]), str(answer["totalRoots"]))


def test_a_name_that_nobody_has_is_a_problem_with_a_remedy(tab: Tab, address: str) -> None:
    show(tab, address, "changes", "of=nobody@nowhere.example")
    tab.until("document.querySelector('.problem')?.innerText.includes('NOT_FOUND')")
    tab.evaluate("location.hash = '#/nowhere'")
    tab.until("document.querySelector('main h1')?.innerText === 'There is no such view'")
    assert_nothing_is_wrong(tab, address)

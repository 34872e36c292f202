"""The explorer as whoever opens it: a viewer with a scope, an investigator who decides, an architect, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from api.access.caller import ARCHITECT, ASK, DECIDE
from api.settings import Settings
from graph.moment import now
from tests.api.organisation import TOKEN, load
from tests.api.test_decide import EVE, SOURCE, in_force, wiki
from tests.api.test_explorer import IDLE, VIEWS, assert_nothing_is_wrong, show
from tests.api.test_scopes import OF_BO, departments
from tests.servers.chromium import Tab, open_tab
from tests.servers.uvicorn_server import serving

SCOPE = "department:Research"
ADA, SHARED = "Identity:hr/ada", "DataSource:db/shared"
# What each view is about, for who may see Ada and not Bo.
PARAMETERS = {
    "blast-radius": f"start={ADA}",
    "exposure": f"target={SHARED}",
    "paths": f"from={ADA}&to={SHARED}",
    "search": "text=b",
    "what-if": f"offboard={ADA}",
    "cost": "by=account",
}


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("rights")
    made = Settings(store=f"sqlite:///{folder}/remit.db", token=TOKEN)
    load(made, departments() + wiki(40, "2026-11-20T08:00:00Z"), folder)
    load(made, wiki(2, "2026-11-21T08:00:00Z"), folder)
    return made


@pytest.fixture(scope="module")
def address(settings: Settings) -> Iterator[str]:
    with serving(settings) as served:
        yield served


@pytest.fixture(scope="module")
def tab() -> Iterator[Tab]:
    with open_tab() as opened:
        yield opened


def sign_in(tab: Tab, settings: Settings, name: str, *rights: str, scope: tuple[str, ...] = ()) -> None:
    """From now on the browser is somebody's: a session and a token give the same caller."""
    token = settings.token_file().create(name, list(rights), [], now(), None, list(scope))
    tab.send("Network.setExtraHTTPHeaders", headers={"authorization": f"Bearer {token}"})


def answers(tab: Tab) -> str:
    """Every body that the server sent since the view was opened."""
    bodies = []
    for event in tab.of("Network.responseReceived"):
        if event["response"]["url"].endswith(("/graphql", "/session")):
            bodies.append(tab.send("Network.getResponseBody", requestId=event["requestId"])["body"])
    return "\n".join(bodies)


def open_view(tab: Tab, address: str, view: str, more: str = "") -> None:
    show(tab, address, view, "&".join(filter(None, (more, PARAMETERS.get(view, "")))))
    tab.until(f"{IDLE} && !document.querySelector('.asking')")


def test_a_viewer_with_a_scope_sees_nothing_that_is_hidden(tab: Tab, address: str, settings: Settings) -> None:
    sign_in(tab, settings, "viewer", ASK, scope=(SCOPE,))
    whose = list[bool]()
    for view in VIEWS:
        tab.events.clear()
        tab.send("Page.navigate", url="about:blank")
        query = "&".join(filter(None, (PARAMETERS.get(view, ""), "compare=2026-01-01T00:00:00Z")))
        tab.send("Page.navigate", url=f"{address}/#/{'' if view == 'home' else view}?{query}")
        tab.until(f"{IDLE} && !document.querySelector('.asking')")
        seen = tab.evaluate("document.documentElement.outerHTML").lower() + answers(tab).lower()
        whose.append("ada byron" in seen)
        assert [word for word in OF_BO if word.lower() in seen] == [], view
        assert tab.evaluate("document.querySelectorAll('.decide, .settle').length") == 0, view
        assert_nothing_is_wrong(tab, address)
    # What is in the scope is there to be seen.
    assert sum(whose) >= 5


def test_what_one_may_not_do_is_not_offered(tab: Tab, address: str, settings: Settings) -> None:
    for name, rights in (("asks", [ASK]), ("architect", [ASK, ARCHITECT])):
        sign_in(tab, settings, name, *rights)
        for view in ("unresolved", "sources"):
            open_view(tab, address, view)
            tab.until("document.querySelector('main tbody tr')")
            assert tab.evaluate("document.querySelectorAll('.decide, .settle').length") == 0
    # How a held run is accepted is said, as the command that somebody else may run.
    assert f"remit decide accept-run {SOURCE}" in tab.evaluate("document.querySelector('main').innerText")


def test_an_investigator_settles_in_place_and_takes_it_back(tab: Tab, address: str, settings: Settings) -> None:
    sign_in(tab, settings, "iris", ASK, DECIDE)
    open_view(tab, address, "unresolved")
    row = f"[...document.querySelectorAll('main tbody tr')].find((row) => row.innerHTML.includes('{EVE}'))"
    tab.until(row)
    tab.evaluate(f"{row}.querySelector('.settle button').click()")
    tab.until("document.querySelector('.settle input')")
    tab.evaluate("document.querySelector('.settle input').focus()")
    tab.send("Input.insertText", text="ada@acme.example")
    tab.until("document.querySelector('.settle [role=option]')")
    for kind in ("keyDown", "keyUp"):
        tab.send("Input.dispatchKeyEvent", type=kind, key="Enter", text="\r")
    tab.until("document.querySelector('.settle .decide')")
    tab.evaluate("document.querySelector('.settle .decide').click()")
    tab.until(f"document.querySelector('.decided') && {IDLE} && !{row}")
    [kept] = in_force(settings)
    assert (kept.kind, kept.ids, kept.by) == ("link", (ADA, EVE), "iris")
    tab.evaluate("document.querySelector('.decided button').click()")
    tab.until(f"!document.querySelector('.decided') && {row}")
    assert in_force(settings) == []
    assert_nothing_is_wrong(tab, address)


def test_an_investigator_accepts_a_held_run(tab: Tab, address: str, settings: Settings) -> None:
    sign_in(tab, settings, "ivan", ASK, DECIDE)
    open_view(tab, address, "sources")
    tab.until("document.querySelector('main .decide')")
    tab.evaluate("document.querySelector('main .decide').click()")
    tab.until(f"!document.querySelector('main .decide') && {IDLE}")
    question = {"query": "{ status { sources { source state } } }"}
    headers = {"authorization": f"Bearer {TOKEN}"}
    sources = httpx.post(f"{address}/graphql", json=question, headers=headers).json()["data"]["status"]["sources"]
    assert {each["source"]: each["state"] for each in sources}[SOURCE] == "COMPLETE"
    assert_nothing_is_wrong(tab, address)

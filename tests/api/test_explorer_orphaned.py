"""Orphaned paths and what-if in a real browser, of the example organisation: by the keyboard, and equal to the CLI's JSON."""

from __future__ import annotations

import base64
import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from api.context import StoreContext
from api.settings import Settings
from graph.moment import read_moment
from loaders.base import Context
from loaders.ingest import ingest
from loaders.saved.files import load_runs
from tests.api.command_line import Remit
from tests.api.export_world import EXAMPLES
from tests.api.organisation import edge, lines, load, node
from tests.api.test_explorer import IDLE, assert_nothing_is_wrong, press, settled_text, severe, size
from tests.servers.chromium import Tab, open_tab
from tests.servers.node import explorer_folder
from tests.servers.uvicorn_server import serving

AS_OF = "2026-11-21T06:00:00Z"
PAVEL, DANA = "Identity:hr/pavel.novotny", "Identity:hr/dana.ito"
# A shadow account that reaches models alone, and one that reaches data.
KIT, JONAH = "Account:cursor/user_kit_9d41c7", "Account:openai/user_jpell_c01a77"
# A shadow account for which somebody answers all the same.
GOVERNED_BY_NOBODY, ITS_DATA = "Account:wiki/tomas-private", "DataSource:wiki/larkspur"
LAYOUTS = 'performance.getEntriesByName("remit:layout").length'
MOST_KEYSTROKES = 9
PERMISSIONS = {"DISCOVER": "Discover", "READ": "Read", "WRITE": "Write", "ADMIN": "Admin", None: "–"}


@dataclass(frozen=True)
class Page:
    tab: Tab
    address: str
    remit: Remit

    def open(self, view: str, query: str = "") -> None:
        """Load the page anew at a state of a view."""
        self.tab.events.clear()
        self.tab.send("Page.navigate", url="about:blank")
        self.tab.send("Page.navigate", url=f"{self.address}/#/{view}?asOf={AS_OF}&{query}")
        self.tab.until(IDLE)
        settled_text(self.tab)

    def read(self, expression: str) -> Any:
        return json.loads(self.tab.evaluate(f"JSON.stringify({expression})"))

    def table(self, caption: str) -> list[list[str]]:
        """The cells of a table's body: of a node its id, of an amount every digit, else what is written there."""
        cell = "(cell) => (cell.querySelector('.chip') ?? cell.querySelector('span[title^=USD]'))?.title ?? cell.innerText.trim()"
        chosen = f"[...document.querySelectorAll('table')].find((table) => table.caption?.innerText === {json.dumps(caption)})"
        rows: list[list[str]] = self.read(
            f"[...({chosen})?.tBodies[0].rows ?? []].map((row) => [...row.cells].map({cell}))"
        )
        return rows

    def difference(self) -> list[list[str]]:
        """What stands before and after, line by line."""
        rows: list[list[str]] = self.read(
            "[...document.querySelector('.difference').tBodies[0].rows].map((row) => [...row.querySelectorAll('td')]"
            ".map((cell) => cell.title || cell.innerText))"
        )
        return rows

    def ask(self, *words: str) -> dict[str, Any]:
        answer: dict[str, Any] = self.remit.ask(*words, "--as-of", AS_OF)["answer"]
        return answer

    def files(self, buttons: str, count: int) -> list[bytes]:
        """What some buttons hand out, in their order."""
        self.tab.evaluate(
            "window.files = []; URL.createObjectURL = (blob) => { files.push(blob); return 'data:,'; }; 0"
        )
        for number in range(count):
            self.tab.until(f"!document.querySelectorAll({buttons!r})[{number}].disabled")
            self.tab.evaluate(f"document.querySelectorAll({buttons!r})[{number}].click()")
            self.tab.until(f"window.files.length === {number + 1}")
        contents = self.tab.evaluate(
            "Promise.all(files.map((file) => new Promise((resolve) => { const reader = new FileReader();"
            " reader.onload = () => resolve(reader.result.split(',')[1]); reader.readAsDataURL(file); })))"
        )
        return [base64.b64decode(content) for content in contents]


def private_account() -> str:
    """Records of an account that the directory does not govern, though a person who is there has it."""
    return lines(
        {"record": "run", "source": "wiki:private", "observed_at": "2026-11-21T06:00:00Z"},
        node(GOVERNED_BY_NOBODY, "Tomás, private", status="active", managed="no"),
        edge("Identity:hr/tomas.arrieta", "HAS_ACCOUNT", GOVERNED_BY_NOBODY),
        edge(GOVERNED_BY_NOBODY, "CAN_ACCESS", ITS_DATA, permission="WRITE"),
    )


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """One page for all tests here, of a server that holds the example organisation."""
    folder = tmp_path_factory.mktemp("orphaned")
    (folder / ".remit").mkdir()
    settings = Settings(store=f"sqlite:///{folder}/.remit/remit.db")
    with StoreContext(settings) as context:
        for export in sorted(path for path in EXAMPLES.iterdir() if path.is_dir()):
            at = Context(observed_at=read_moment(f"{export.name}T06:00:00Z"), salt=settings.fingerprint_salt)
            ingest(context.store, load_runs([export], at)[0])
        context.publish()
    load(settings, private_account(), folder)
    with serving(settings) as address, open_tab() as tab:
        size(tab, 1440, 1000)
        yield Page(tab, address, Remit(Path(folder)))


def totals(side: dict[str, Any]) -> list[str]:
    """One side of a what-if answer as the page writes it."""
    spend = side["spend_per_month"]
    numbers = [side["data_sources"], round(side["score"], 1), side["orphaned_roots"], side["orphaned_paths"]]
    return [f"{number:,.1f}".removesuffix(".0") for number in numbers] + [f"{spend['currency']} {spend['amount']}"]


def revocation_of(page: Page, root: dict[str, Any], paths: list[dict[str, Any]]) -> dict[str, Any]:
    """What the CLI says to revoke so that a root reaches none of the data of its paths."""
    starts = [word for node in (root["id"], *root["folded"]) for word in ("--from", node)]
    targets = [path["target"] for path in paths if path["target"].startswith("DataSource:")]
    return page.ask("revocation", *starts, *(word for target in targets for word in ("--to", target)))


def test_from_the_overview_to_the_revocation_of_a_shadow_account_by_keyboard_alone(page: Page) -> None:
    tab, strokes = page.tab, list[str]()

    def stroke(key: str, then: str) -> None:
        strokes.append(key)
        press(tab, key)
        tab.until(then)

    page.open("")
    caption = "document.activeElement.closest('table')?.caption.innerText"
    while tab.evaluate(caption) != "Shadow accounts":
        stroke("]", "document.activeElement.tagName === 'TR'")
    account = tab.evaluate("document.activeElement.querySelector('.chip').title")
    stroke("Enter", f"location.hash.includes('root={account}') && document.querySelector('.verdict')")
    answer = page.ask("orphaned-paths", "--of", account)
    (root,) = answer["roots"]
    assert root["shadow"]
    revocation = revocation_of(page, root, answer["paths"])
    assert revocation["proven"]
    assert [row[:3] for row in page.table("What to revoke")] == [
        [step["action"], step["system"], str(step["cost"])] for step in revocation["steps"]
    ]
    cut = page.read("[...document.querySelectorAll('.node.is-cut')].map((node) => node.dataset.node)")
    assert cut == revocation["nodes"]
    layouts = tab.evaluate(LAYOUTS)
    stroke("w", "document.querySelector('.difference')")
    removed = [word for node in revocation["nodes"] for word in ("--remove", node)]
    tried = page.ask("what-if", *removed)
    assert page.difference() == [
        list(pair) for pair in zip(totals(tried["before"]), totals(tried["after"]), strict=True)
    ]
    gone = page.read("[...document.querySelectorAll('.node.is-gone')].map((node) => node.dataset.node)")
    assert {path["target"] for path in tried["orphaned_paths"]["closed"]} <= set(gone)
    assert account not in gone
    # Nothing moves where a mark comes or goes.
    assert tab.evaluate(LAYOUTS) == layouts
    stroke("u", "location.hash.startsWith('#/?')")
    assert len(strokes) <= MOST_KEYSTROKES, strokes
    assert_nothing_is_wrong(tab, page.address)


def test_the_lists_are_those_of_the_cli(page: Page) -> None:
    answer = page.ask("orphaned-paths")
    expected = [
        [
            root["id"],
            str(root["routes"]),
            f"{spend['currency']} {spend['amount']}" if (spend := root["spend_since"]) else "–",
        ]
        for root in answer["roots"]
    ]
    since = [
        min((reason["since"][:10] for reason in root["reasons"] if reason["since"]), default="not known")
        for root in answer["roots"]
    ]
    assert len(set(since)) > 2
    page.open("orphaned")
    rows = page.table("Orphaned")
    assert [[row[0], row[3], row[4]] for row in rows] == expected
    assert [row[2] for row in rows] == since
    owners = [root["next_owner"][0]["id"] if root["next_owner"] else "nobody is known" for root in answer["roots"]]
    assert [row[5] for row in rows] == owners
    figures = page.read("[...document.querySelectorAll('.figure-count')].map((figure) => figure.innerText)")
    assert figures == [str(answer["total_roots"]), str(answer["total_paths"])]
    page.open("orphaned", "list=shadow")
    assert [row[0] for row in page.table("Shadow accounts")] == [
        root["id"] for root in answer["roots"] if root["shadow"]
    ]
    page.open("orphaned", "list=unknown")
    assert page.table("Owner not known") == [[row["id"], row["why"]] for row in answer["unknown"]]
    # The overview shows the worst of them.
    worst = sorted(
        zip(answer["roots"], since, strict=True),
        key=lambda pair: (-pair[0]["routes"], -Decimal((pair[0]["spend_since"] or {"amount": "0"})["amount"])),
    )[:8]
    page.open("")
    rows = page.table("Orphaned paths")
    assert [[row[0], row[1], row[2]] for row in rows] == [[root["id"], str(root["routes"]), day] for root, day in worst]


@pytest.mark.parametrize("start", [PAVEL, DANA, KIT, JONAH])
def test_the_routes_of_a_root_and_what_ends_them_are_those_of_the_cli(start: str, page: Page) -> None:
    answer = page.ask("orphaned-paths", "--of", start)
    (root,) = answer["roots"]
    page.open("orphaned", f"root={start}")
    listed = [
        [path["target"], PERMISSIONS[path["permission"]], str(path["hops"]), path["last_used"] or "–"]
        for path in answer["paths"]
    ]
    assert [[row[0], row[1], row[3], row[4]] for row in page.table("Routes")] == listed
    drawn = page.read("[...document.querySelectorAll('svg.picture [data-node]')].map((node) => node.dataset.node)")
    on_the_way = {
        end for path in answer["paths"] for edge in path["witness"] for end in (edge["source"], edge["target"])
    }
    assert set(drawn) == on_the_way | {start}
    cut_edges = "[...document.querySelectorAll('.edge.is-cut')].map((edge) => edge.dataset.edge.split('\\t'))"
    if start == KIT:
        removals = [start]
    else:
        revocation = revocation_of(page, root, answer["paths"])
        assert [row[0] for row in page.table("What to revoke")] == [step["action"] for step in revocation["steps"]]
        edges = [[edge["source"], edge["kind"], edge["target"]] for edge in revocation["edges"]]
        assert sorted(page.read(cut_edges)) == sorted(edges)
        removals = [*(f"{source} -{kind}-> {target}" for source, kind, target in edges), *revocation["nodes"]]
    press(page.tab, "w")
    page.tab.until("document.querySelector('.difference')")
    tried = page.ask("what-if", *(word for removal in removals for word in ("--remove", removal)))
    assert page.difference() == [
        list(pair) for pair in zip(totals(tried["before"]), totals(tried["after"]), strict=True)
    ]
    closed = {path["target"] for path in tried["orphaned_paths"]["closed"] if path["root"] == start}
    left = {path["target"] for path in tried["orphaned_paths"]["opened"] if path["root"] == start}
    struck = page.read("[...document.querySelectorAll('tr.is-gone .chip')].map((chip) => chip.title)")
    assert set(struck) == closed - left
    # The link to the view of its own tries the same.
    page.tab.evaluate("document.querySelector('.try a').click()")
    page.tab.until(f"location.hash.startsWith('#/what-if?') && {IDLE} && document.querySelector('.difference')")
    assert page.difference() == [
        list(pair) for pair in zip(totals(tried["before"]), totals(tried["after"]), strict=True)
    ]


def test_what_a_root_alone_holds_leads_to_the_root(page: Page) -> None:
    (root,) = page.ask("orphaned-paths", "--of", PAVEL)["roots"]
    page.open("orphaned", f"root={root['folded'][0]}")
    assert page.read("document.querySelector('.hangs-on .chip').title") == root["folded"][0]
    assert page.read("document.querySelector('.root-head .chip').title") == PAVEL
    assert len(page.table("Routes")) == root["routes"]


def test_a_shadow_account_that_somebody_answers_for_has_a_revocation_too(page: Page) -> None:
    (root,) = page.ask("orphaned-paths", "--of", GOVERNED_BY_NOBODY)["roots"]
    assert (root["state"], root["shadow"]) == ("ANSWERED_FOR", True)
    page.open("orphaned", f"root={GOVERNED_BY_NOBODY}&try=true")
    reached = page.ask("blast-radius", GOVERNED_BY_NOBODY, "--kinds", "DataSource")["reached"]
    assert [row[0] for row in page.table("Routes")] == [row["id"] for row in reached] == [ITS_DATA]
    revocation = page.ask("revocation", "--from", GOVERNED_BY_NOBODY, "--to", ITS_DATA)
    assert [row[0] for row in page.table("What to revoke")] == [step["action"] for step in revocation["steps"]]
    page.tab.until("document.querySelector('.node.is-gone')")
    assert page.read("[...document.querySelectorAll('.node.is-gone')].map((node) => node.dataset.node)") == [ITS_DATA]


def test_what_if_is_that_of_the_cli_and_its_changes_come_and_go(page: Page) -> None:
    tab = page.tab
    page.open("what-if", f"offboard={PAVEL}")
    tried = page.ask("what-if", "--offboard", PAVEL)
    assert page.difference() == [
        list(pair) for pair in zip(totals(tried["before"]), totals(tried["after"]), strict=True)
    ]
    assert [row[:3] for row in page.table("Order of work")] == [
        [step["action"], step["system"], str(step["used_by"])] for step in tried["order"]
    ]
    assert [row[:3] for row in page.table("Access lost")] == [
        [row["id"], row["target"], PERMISSIONS[row["permission"]]] for row in tried["lost"]
    ]
    closed = tried["orphaned_paths"]["closed"]
    assert [row[1:3] for row in page.table("Orphaned paths closed")] == [
        [path["root"], path["target"]] for path in closed
    ]
    assert [row[0] for row in page.table("Whose reach changes")] == [row["id"] for row in tried["principals"]]
    stops = tried["spend_stops_per_month"]
    assert (
        tab.evaluate("document.querySelector('.what-if-top p[title]').title")
        == f"{stops['currency']} {stops['amount']}"
    )
    # Without a change it offers some.
    tab.evaluate("document.querySelector('.edit button').click()")
    tab.until(f"!document.querySelector('.edit') && {IDLE}")
    roots = [root["id"] for root in page.ask("orphaned-paths")["roots"]]
    beginnings = [row[0] for row in page.table("To begin with")]
    assert beginnings == roots[: len(beginnings)]
    tab.evaluate("history.back()")
    tab.until(f"document.querySelectorAll('.edit').length === 1 && document.querySelector('.difference') && {IDLE}")
    # One more change, by the form alone.
    tab.evaluate("document.querySelector('.edit-form input').focus()")
    tab.send("Input.insertText", text="jonah pell")
    tab.until("document.querySelector('.edit-form [role=option]')")
    press(tab, "Enter")
    tab.until(f"location.hash.includes('remove={JONAH}')")
    tab.until(f"document.querySelectorAll('.edit').length === 2 && {IDLE}")
    settled_text(tab)
    both = page.ask("what-if", "--offboard", PAVEL, "--remove", JONAH)
    assert page.difference() == [list(pair) for pair in zip(totals(both["before"]), totals(both["after"]), strict=True)]
    tab.evaluate("history.back()")
    tab.until(f"document.querySelectorAll('.edit').length === 1 && {IDLE}")
    assert page.difference()[3][1] == str(tried["after"]["orphaned_paths"])
    assert_nothing_is_wrong(tab, page.address)


def test_a_new_edge_is_tried_and_a_change_that_cannot_be_is_a_problem(page: Page) -> None:
    edge = f"{DANA} CAN_ACCESS DataSource:wiki/larkspur WRITE"
    page.open("what-if", "add=" + edge.replace(" ", "+"))
    tried = page.ask("what-if", "--add", edge)
    assert tried["total_gained"] > 0
    assert [row[:2] for row in page.table("Access gained")] == [[row["id"], row["target"]] for row in tried["gained"]]
    page.open("what-if", f"block={PAVEL}")
    assert "neither a server nor an application" in page.tab.evaluate("document.querySelector('.problem').innerText")


def test_the_sheet_has_every_path_once_and_says_of_which_snapshot(page: Page) -> None:
    page.open("orphaned")
    written, as_json = page.files(".sheet-tools button", 2)
    answer = page.remit.ask("orphaned-paths", "--as-of", AS_OF)
    paths, digest = answer["answer"]["paths"], answer["snapshot"]["digest"]
    rows = list(csv.DictReader(io.StringIO(written.decode())))
    assert [(row["root"], row["target"], row["permission"]) for row in rows if row["target"]] == [
        (path["root"], path["target"], path["permission"] or "") for path in paths
    ]
    assert {row["root"] for row in rows} == {root["id"] for root in answer["answer"]["roots"]}
    assert {row["snapshot"] for row in rows} == {digest}
    # Paper has the same, and nothing else of the page.
    tab = page.tab
    tab.evaluate("window.print = () => { window.printed = document.querySelector('.sheet').innerText.length; }; 0")
    tab.send("Emulation.setEmulatedMedia", media="print")
    tab.evaluate("document.querySelectorAll('.sheet-tools button')[2].click()")
    tab.until("window.printed")
    printed, listed = page.read(
        "[document.querySelector('.sheet').innerText, document.querySelector('.panel').checkVisibility()]"
    )
    tab.send("Emulation.setEmulatedMedia", media="")
    tab.evaluate("window.dispatchEvent(new Event('afterprint'))")
    tab.until("!document.querySelector('.sheet')")
    assert not listed
    assert digest[:12] in printed
    assert all(edge["target"] in printed for path in paths for edge in path["witness"])
    assert all(root["name"] in printed for root in answer["answer"]["roots"])
    document = json.loads(as_json)
    assert document["snapshot"]["digest"] == digest
    assert [path["target"] for path in document["answer"]["paths"]] == [path["target"] for path in paths]


def test_one_root_and_a_tried_change_are_right_for_everybody(page: Page) -> None:
    axe = (explorer_folder() / "node_modules" / "axe-core" / "axe.min.js").read_text()
    states = [
        ("orphaned", f"root={PAVEL}&try=true"),
        ("orphaned", "list=shadow"),
        ("what-if", ""),
        ("what-if", f"offboard={PAVEL}"),
    ]
    for view, query in states:
        size(page.tab, 1440, 1000)
        page.open(view, query)
        page.tab.evaluate(f"{axe}; true")
        for theme in ("light", "dark"):
            page.tab.evaluate(f"document.documentElement.dataset.theme = {theme!r}")
            assert severe(page.tab) == [], (view, query, theme)
        for width in (360, 720):
            size(page.tab, width, 900)
            assert page.tab.evaluate("document.documentElement.scrollWidth") <= width, (view, query)
        assert_nothing_is_wrong(page.tab, page.address)

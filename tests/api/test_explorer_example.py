"""The explorer over whole organisations: its pictures in the docs are of today, its numbers are those of the CLI.

The organisations are the example and, of GitHub alone, one with invented names. REMIT_TEST_PERIBOLOS names a folder with one
folder of YAML files per date, such as a history of real organisations, to take instead of the latter.
"""

from __future__ import annotations

import json
import math
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from api.settings import Settings
from examples.screenshots import (
    AS_OF,
    CONTENTS,
    FOLDER,
    PICTURES,
    ROOT,
    Picture,
    load_example,
    load_exports,
    open_picture,
    take,
)
from graph.moment import read_moment, write_moment
from tests.api.command_line import Remit
from tests.api.test_explorer import TABLE, VIEWS, assert_nothing_is_wrong
from tests.servers.chromium import Tab, open_tab
from tests.servers.uvicorn_server import serving

PERIBOLOS = ROOT / "tests" / "fixtures" / "peribolos_history"
PERMISSIONS = {"DISCOVER": "Discover", "READ": "Read", "WRITE": "Write", "ADMIN": "Admin", None: "no permission"}
# What a table draws at once, and what the views of changes and of loose ends ask for of each list.
DRAWN_ROWS, FIRST_ROWS = 200, 100
MICROSECONDS = 1_000_000
MOST_BYTES, MOST_BYTES_IN_ALL = 150_000, 1_500_000
PAGE = (ROOT / "docs" / "explorer.md").read_text()


Json = dict[str, Any]


@dataclass
class Page:
    """A browser on a server that holds one organisation, and the command line in the same store."""

    tab: Tab
    address: str
    remit: Remit
    as_of: str

    def ask(self, *words: str) -> Json:
        answer: Json = self.remit.ask(*words, "--as-of", self.as_of)["answer"]
        return answer

    @cached_property
    def widest(self) -> str:
        """The account or person that reaches most data."""
        return self._first("Account", "data_sources")

    @cached_property
    def most_reached(self) -> str:
        """The data that most principals reach."""
        return self._first("DataSource", "principals")

    @cached_property
    def reached(self) -> str:
        """Some data that the widest reaches."""
        rows = self.ask("blast-radius", self.widest, "--kinds", "DataSource")["reached"]
        return str(rows[0]["id"])

    def _first(self, kind: str, order: str) -> str:
        rows = self.ask("inventory", "--kinds", kind, "--sort", order)["rows"]
        return str(rows[0]["id"])

    def open(self, view: str, query: str = "") -> None:
        self.tab.events.clear()
        open_picture(self.tab, self.address, Picture(view, view, query, as_of=self.as_of))

    def read(self, expression: str) -> Any:
        return json.loads(self.tab.evaluate(f"JSON.stringify({expression})"))

    def table(self, caption: str) -> list[dict[str, str]]:
        """The rows of a table by the titles of its columns; where a cell has a node, the node's id."""
        chosen = f"[...document.querySelectorAll('table')].find((table) => table.caption?.innerText === {json.dumps(caption)})"
        rows: list[dict[str, str]] = self.read(
            f"((table) => table ? [...table.tBodies[0].rows].map((row) => Object.fromEntries([...row.cells].map((cell, place) =>"
            " [table.tHead.rows[0].cells[place].innerText.replace(/[▵▴▾]/, '').trim(),"
            f" cell.querySelector('.chip')?.title ?? cell.innerText.trim()]))) : [])({chosen})"
        )
        return rows

    def texts(self, selector: str) -> list[str]:
        texts: list[str] = self.read(
            f"[...document.querySelectorAll({selector!r})].map((each) => each.innerText.trim())"
        )
        return texts

    def totals(self) -> dict[str, str]:
        """What stands above picture and list, by its title."""
        return dict(zip(self.texts(".totals dt"), self.texts(".totals dd"), strict=True))


@contextmanager
def browsing(folder: Path, as_of: str, load: Callable[[Settings], None]) -> Iterator[Page]:
    (folder / ".remit").mkdir()
    settings = Settings(store=f"sqlite:///{folder}/.remit/remit.db")
    load(settings)
    with serving(settings) as address, open_tab() as tab:
        yield Page(tab, address, Remit(folder), as_of)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """One page for all tests of the example organisation."""
    with browsing(tmp_path_factory.mktemp("example"), AS_OF, load_example) as opened:
        yield opened


@pytest.fixture(scope="module")
def github_page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The same of organisations of which nothing is known but their GitHub teams, at several dates."""
    exports = Path(os.environ.get("REMIT_TEST_PERIBOLOS", PERIBOLOS))
    last = max(path.name for path in exports.iterdir())
    as_of = f"{last}T12:00:00Z"
    with browsing(tmp_path_factory.mktemp("github"), as_of, lambda settings: load_exports(settings, exports)) as opened:
        yield opened


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_picture_shows_the_view_as_it_is(picture: Picture, page: Page) -> None:
    """Not the pixels, which differ between fonts: its address, its size, and the headings of what it shows."""
    page.tab.events.clear()
    headings = open_picture(page.tab, page.address, picture)
    assert not page.tab.evaluate("document.querySelector('.problem')?.innerText")
    committed = json.loads(CONTENTS.read_text())[picture.name]
    assert committed == {"address": picture.address, "size": list(picture.size), "headings": headings}, (
        "stale: run `python -m examples.screenshots`"
    )
    taken = take(page.tab)
    with Image.open(FOLDER / f"{picture.name}.png") as kept:
        assert kept.size == taken.size == picture.size
        # As few colours as a page has, and more than an empty one has.
        assert kept.mode == "P"
        assert len(kept.convert("RGB").getcolors(256) or ()) > 32
    assert_nothing_is_wrong(page.tab, page.address)


def test_every_view_has_a_picture_that_the_page_of_the_docs_shows() -> None:
    assert {picture.view for picture in PICTURES} == set(VIEWS)
    assert {(picture.theme, picture.size[0]) for picture in PICTURES} == {
        ("light", 1440),
        ("dark", 1440),
        ("light", 360),
    }
    kept = {path.name: path.stat().st_size for path in FOLDER.glob("*.png")}
    assert kept.keys() == {f"{picture.name}.png" for picture in PICTURES}
    assert max(kept.values()) <= MOST_BYTES
    assert sum(kept.values()) <= MOST_BYTES_IN_ALL
    assert sorted(re.findall(r"^!\[[^\]]+\]\(explorer/(.*)\)$", PAGE, re.MULTILINE)) == sorted(kept)
    titles = json.loads(CONTENTS.read_text())
    sections = re.findall(r"^## (.*)\n\n`g (\S+)`", PAGE, re.MULTILINE)
    keys = re.findall(r'key: "(.)"', TABLE)
    assert sections == [(titles[view]["headings"][0], key) for view, key in zip(VIEWS, keys, strict=True)]
    readme = (ROOT / "README.md").read_text()
    assert "](docs/explorer/" in readme.partition("\n## ")[0]


def count(number: int) -> str:
    return f"{number:,}"


def difference(number: int) -> str:
    return f"{'+' if number > 0 else '−' if number < 0 else ''}{abs(number):,}"


def score(number: float) -> str:
    return f"{math.floor(number * 10 + 0.5) / 10:,}".removesuffix(".0")


def money(amount: dict[str, str] | None) -> str:
    if amount is None:
        return "–"
    return f"{amount['currency']} {Decimal(amount['amount']).quantize(Decimal('0.01'), ROUND_HALF_UP):,}"


def moment(text: str | None) -> str:
    return f"{text[:10]} {text[11:16]} UTC" if text else "–"


def earlier(page: Page, days: int) -> str:
    return write_moment(read_moment(page.as_of) - days * 86_400 * MICROSECONDS)


def columns(rows: list[dict[str, str]], *titles: str) -> list[tuple[str, ...]]:
    return [tuple(row[title] for title in titles) for row in rows]


def overview(page: Page) -> None:
    page.open("home")
    week, month, yesterday = (earlier(page, days) for days in (7, 30, 1))
    orphaned, changes = page.ask("orphaned-paths"), page.ask("changes", "--from", week)
    forecast = page.ask("forecast", "--by", "team")
    anomalies = page.ask("anomalies", "--by", "team", "--from", month[:10], "--to", yesterday[:10])
    shadow = page.ask("inventory", "--kinds", "Account", "--where", "shadow=true", "--sort", "data_sources")
    unresolved, sources = page.ask("unresolved"), page.remit.status()["sources"]
    late = [
        source
        for source in sources
        if source["state"] != "COMPLETE" or source["age_s"] > (source["promised_age_s"] or math.inf)
    ]
    unknown = [count(orphaned["total_unknown"])] if orphaned["total_unknown"] else []
    assert page.texts(".figure-count") == [
        count(orphaned["total_paths"]),
        *unknown,
        f"+{count(len(changes['orphaned_paths']['opened']))}",
        f"−{count(len(changes['orphaned_paths']['closed']))}",
        f"+{count(len(changes['edges']['opened']))}",
        f"−{count(len(changes['edges']['closed']))}",
        f"+{count(len(changes['nodes']['opened']))}",
        f"−{count(len(changes['nodes']['closed']))}",
        count(len(changes["permissions"])),
        count(len(changes["reach"])),
        money(forecast["total"]["spent"]),
        money(forecast["total"]["expected"]),
        count(shadow["total"]),
        count(len(anomalies["rows"])),
        count(len(late)),
        count(unresolved["total"]),
    ]
    worst = sorted(orphaned["roots"], key=lambda root: (-root["routes"], -amount(root["spend_since"])))
    words = page.texts(".figure-words")
    assert numbers(words[0]) == [count(orphaned["total_roots"])]
    assert numbers(words[-3]) == [count(anomalies["judged"])]
    assert columns(page.table("Orphaned paths"), "Principal", "Routes", "Spent since", "Next owner") == [
        (
            root["id"],
            count(root["routes"]),
            money(root["spend_since"]),
            root["next_owner"][0]["id"] if root["next_owner"] else "nobody is known",
        )
        for root in worst[:8]
    ]
    assert columns(page.table("Whose reach changed"), "Whose reach changed", "Gained", "Lost", "Score") == [
        reach_row(row) for row in changes["reach"][:5]
    ]
    months = columns(page.table("Spend this month"), "Spent", "Expected")
    assert months == [(money(row["spent"]), money(row["expected"])) for row in forecast["rows"][:6]]
    accounts = columns(page.table("Shadow accounts"), "Account", "Data sources", "Last used")
    assert accounts == [(row["id"], count(row["data_sources"]), row["last_used"] or "–") for row in shadow["rows"][:5]]
    assert [row["Why"] for row in page.table("Loose ends")] == [row["why"] for row in unresolved["rows"][:5]]


def amount(money: dict[str, str] | None) -> Decimal:
    return Decimal(money["amount"] if money else 0)


def reach_row(row: Json) -> tuple[str, ...]:
    scores = f"{score(row['score_before'])} → {score(row['score_after'])}"
    return row["id"], difference(row["gained"]), difference(-row["lost"]), scores


def numbers(text: str) -> list[str]:
    return re.findall(r"\d[\d,]*", text)


def blast_radius(page: Page) -> None:
    page.open("blast-radius", f"start={page.widest}")
    answer = page.ask("blast-radius", page.widest)
    totals = page.totals()
    assert totals["Score"] == score(answer["score"])
    assert totals["Of all data sources"] == f"{math.floor(answer['share_of_data_sources'] * 100 + 0.5)} %"
    assert totals["Spend in 30 days"] == money(answer["spend"])
    assert_reach(page, answer, "Blast radius", totals["Reached"])


def exposure(page: Page) -> None:
    page.open("exposure", f"target={page.most_reached}")
    assert_reach(page, page.ask("exposure", page.most_reached), "Exposure", page.totals()["Reached by"])


def assert_reach(page: Page, answer: Json, caption: str, total: str) -> None:
    totals = page.totals()
    assert total == count(answer["total"])
    for title, key in (("Kinds", "kind"), ("Data by sensitivity", "sensitivity"), ("Data by permission", "permission")):
        assert numbers(totals.get(title, "")) == [count(number) for number in answer[f"by_{key}"].values()]
    shown = columns(page.table(caption), "Name", "Permission", "Hops", "Last used")
    assert [(name, permission.rstrip("?\n"), *rest) for name, permission, *rest in shown] == [
        (row["id"], PERMISSIONS[row["permission"]], count(row["hops"]), row["last_used"] or "–")
        for row in answer["reached"][: len(shown)]
    ]
    assert len(shown) == min(answer["total"], DRAWN_ROWS)


def paths(page: Page) -> None:
    page.open("paths", f"from={page.widest}&to={page.reached}")
    answer = page.ask("access-paths", page.widest, page.reached, "--k", "10")
    assert numbers(page.texts(".path-count")[0]) == [count(answer["total"])]
    heads = [numbers(text)[0] for text in page.texts(".path-head")]
    assert heads == [count(path["hops"]) for path in answer["paths"]]
    assert page.texts(".path-sentence") == [path["sentence"] for path in answer["paths"]]


def search(page: Page) -> None:
    page.open("search", "text=in")
    answer = json.loads(
        page.remit.run("find", "in", "--limit", "100", "--as-of", page.as_of, "--format", "json").stdout
    )
    assert numbers(page.texts("main h2")[0]) == [count(answer["total"])]
    assert columns(page.table(page.texts("main caption")[0]), "Name", "Id") == [
        (node["id"], node["id"]) for node in answer["nodes"]
    ]


def changes(page: Page) -> None:
    begin = earlier(page, 90)
    page.open("changes", f"from={begin}")
    answer = page.ask("changes", "--from", begin)
    orphaned, edges = answer["orphaned_paths"], answer["edges"]
    parts = [len(each["opened"]) + len(each["closed"]) for each in (orphaned, edges)]
    totals = [parts[0], len(answer["reach"]), parts[1], len(answer["permissions"]), len(answer["properties"])]
    assert [numbers(text)[-1] for text in page.texts("main h3")] == [count(total) for total in totals]
    assert columns(page.table("Orphaned paths"), "Principal", "To", "Permission", "Hops") == [
        (row["root"], row["target"], PERMISSIONS[row["permission"]], count(row["hops"]))
        for side in ("opened", "closed")
        for row in orphaned[side][:FIRST_ROWS]
    ]
    reach = columns(page.table("Reach"), "Principal", "Gained", "Lost", "Score")
    assert reach == [reach_row(row) for row in answer["reach"][:FIRST_ROWS]]
    assert columns(page.table("Edges"), "From", "Edge", "To", "Claimed by", "Run", "At") == [
        (row["source"], row["kind"], row["target"], row["claimed_by"] or "–", dash(row["run"]), moment(row["at"]))
        for side in ("opened", "closed")
        for row in edges[side][:FIRST_ROWS]
    ]
    assert columns(page.table("Properties"), "About", "Property", "Run", "At") == [
        (row["id"], row["property"], dash(row["run"]), moment(row["at"])) for row in answer["properties"][:FIRST_ROWS]
    ]


def dash(number: int | None) -> str:
    return "–" if number is None else str(number)


def loose_ends(page: Page) -> None:
    page.open("unresolved")
    answer = page.ask("unresolved")
    assert numbers(page.texts("main h2")[0]) == [count(answer["total"])]
    assert [row["Why"] for row in page.table("Loose ends")] == [row["why"] for row in answer["rows"][:FIRST_ROWS]]


def sources(page: Page) -> None:
    page.open("sources")
    answer = page.remit.status()
    assert columns(page.table("Sources"), "Source", "State", "Last run") == [
        (source["source"], source["state"].title(), moment(source["last_run"])) for source in answer["sources"]
    ]
    covers = [numbers(row["Covers"])[0] for row in page.table("Sources")]
    assert covers == [count(len(source["scopes"])) for source in answer["sources"]]
    runs = page.table("Runs")
    assert columns(runs, "Run", "Source", "Observed", "State") == [
        (str(run["run"]), run["source"], moment(run["observed_at"]), run["state"].title())
        for run in answer["runs"][: len(runs)]
    ]
    for side in ("added", "retired", "held"):
        assert [sorted(row[side.title()].split(", ")) for row in runs] == [
            sorted(f"{kind} {count(number)}" for kind, number in run["counts"][side].items()) or ["–"]
            for run in answer["runs"][: len(runs)]
        ]


@pytest.mark.parametrize("organisation", ["page", "github_page"])
@pytest.mark.parametrize(
    "check",
    [overview, blast_radius, exposure, paths, search, changes, loose_ends, sources],
    ids=lambda check: check.__name__,
)
def test_every_number_is_that_of_the_cli(
    check: Callable[[Page], None], organisation: str, request: pytest.FixtureRequest
) -> None:
    """Each view says what the command says with `--format json` to the same question; cost and what-if have their own tests."""
    opened: Page = request.getfixturevalue(organisation)
    check(opened)
    assert_nothing_is_wrong(opened.tab, opened.address)


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_opens_where_only_github_is_known(view: str, github_page: Page) -> None:
    asked = {
        "orphaned": f"root={github_page.widest}",
        "what-if": f"remove={github_page.widest}",
        "cost": "by=account",
    }
    github_page.open(view, asked.get(view, ""))
    assert not github_page.tab.evaluate("document.querySelector('.problem')?.innerText")
    assert_nothing_is_wrong(github_page.tab, github_page.address)


def test_the_same_answer_gives_the_same_picture(page: Page) -> None:
    """Every element of it and every pixel, after a second load of the page."""
    for view, query in (
        ("blast-radius", f"start={page.widest}"),
        ("exposure", f"target={page.most_reached}"),
        ("paths", f"from={page.widest}&to={page.reached}"),
        ("orphaned", "root=Identity:hr/pavel.novotny"),
    ):
        drawings = []
        for _ in range(2):
            page.open(view, query)
            page.tab.until("document.querySelector('svg.picture [data-node]')")
            markup, box = page.read(
                "((svg, {x, y, width, height}) => [svg.outerHTML, {x: x + scrollX, y: y + scrollY, width, height, scale: 1}])"
                "(document.querySelector('svg.picture'), document.querySelector('svg.picture').getBoundingClientRect())"
            )
            shot = page.tab.send("Page.captureScreenshot", format="png", clip=box, captureBeyondViewport=True)["data"]
            drawings.append((markup, box, shot))
        assert [part for part, again in zip(*drawings, strict=True) if part != again] == []

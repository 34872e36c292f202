"""Cost in a real browser: every amount is that of the CLI's JSON, parts add up in sight, steps are addresses, files open."""

from __future__ import annotations

import base64
import csv
import io
import json
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from api.policy_settings import BudgetSetting
from api.settings import Settings
from graph.moment import now
from tests.api.command_line import Remit
from tests.api.organisation import edge, node
from tests.api.test_explorer import IDLE, assert_nothing_is_wrong, press, settled_text, severe, size
from tests.servers.chromium import Tab, open_tab
from tests.servers.node import explorer_folder
from tests.servers.uvicorn_server import serving

AS_OF = "2026-11-21T06:00:00Z"
FIRST, LAST = date(2026, 8, 20), date(2026, 11, 20)
WINDOW = ("2026-10-01", "2026-11-20")
SPIKE = "2026-11-12"
ANN = "Identity:hr/ann"
APPLICATION = "Application:cursor/acme"
MODELS = ("Model:anthropic/claude-4.5-sonnet", "Model:openai/gpt-5")
BUDGET = {"by": "team", "key": "Group:hr/payments", "amount": "60.50"}
TABS = ("", "show=forecast", "show=anomalies", "show=difference", "show=bill")


def usage(account: str, model: int, day: date, nano: int, **more: Any) -> dict[str, Any]:
    return {
        "record": "usage",
        "principal": account,
        "resource": MODELS[model],
        "application": APPLICATION,
        "day": day.isoformat(),
        "requests": 1 + nano % 7,
        "tokens": {"uncached_input": 100 + nano % 1000, "output": 10 + nano % 90},
        "cost": {"amount": str(Decimal(nano).scaleb(-9)), "currency": "USD", "basis": "billed"},
        **more,
    }


def charge(first: str, last: str, category: str, amount: str) -> dict[str, Any]:
    return {
        "record": "charge",
        "application": APPLICATION,
        "from": first,
        "to": last,
        "category": category,
        "cost": {"amount": amount, "currency": "USD"},
    }


def directory() -> list[dict[str, Any]]:
    """Two teams that Bea shares, an account of nobody, and Dan, who came in October."""
    people = {"ann": ("payments",), "bea": ("payments", "research"), "cy": ("research",), "dan": ("research",)}
    kinds = ["Identity", "Group", "HAS_ACCOUNT", "MEMBER_OF"]
    return [
        {"record": "run", "source": "hr:acme", "observed_at": "2026-11-20T06:00:00Z", "complete": kinds},
        *(node(f"Group:hr/{team}", team.title(), type="team") for team in ("payments", "research")),
        *(
            node(
                f"Identity:hr/{who}",
                who.title(),
                type="human",
                status="active",
                emails=[f"{who}@acme.example"],
                department="Sales" if who == "ann" else "Research",
            )
            for who in people
        ),
        *(edge(f"Identity:hr/{who}", "MEMBER_OF", f"Group:hr/{team}") for who in people for team in people[who]),
        *(edge(f"Identity:hr/{who}", "HAS_ACCOUNT", f"Account:cursor/{who}") for who in people),
    ]


def use(observed_at: str, factor: int) -> list[dict[str, Any]]:
    """What the tool reports, by a formula: amounts with nine digits, one day that stands out; `factor` changes one day."""
    rows = []
    for number in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(days=number)
        for place, who in enumerate(("ann", "bea", "cy", "dan", "nobody")):
            if who == "dan" and day < date(2026, 10, 5):
                continue
            nano = (place + 1) * 700_000_001 + (number * 37 + place * 11) % 97 * 3_000_007
            if who == "ann" and day.isoformat() == SPIKE:
                nano *= 60
            if day == date(2026, 11, 5):
                nano *= factor
            rows.append(usage(f"Account:cursor/{who}", (number + place) % 2, day, nano))
        rows.append(usage("Account:cursor/cy", 0, day, 250_000_003, chargeable=False))
    rows.append({**usage("Account:cursor/bea", 1, LAST, 5), "cost": None})
    charges = [
        charge("2026-09-01", "2026-09-30", "usage", "330.10"),
        charge("2026-10-01", "2026-10-31", "usage", "399.000000007"),
        charge("2026-10-01", "2026-12-29", "seat", "100.00"),
        charge("2026-10-01", "2026-10-31", "tax", "19.07"),
        charge("2026-10-03", "2026-10-03", "credit", "-7.50"),
    ]
    days = {"from": FIRST.isoformat(), "to": LAST.isoformat()}
    run = {
        "record": "run",
        "source": "cursor:acme",
        "observed_at": observed_at,
        "complete": ["Account"],
        "usage": days,
        "charges": {"from": FIRST.isoformat(), "to": "2026-12-29"},
    }
    accounts = [node(f"Account:cursor/{who}", who, status="active") for who in ("ann", "bea", "cy", "dan", "nobody")]
    return [run, *accounts, *rows, *charges]


def second_source() -> list[dict[str, Any]]:
    """A bill of the same tax by another source, reported twice, not added; and two days of spring in two currencies."""
    run = {
        "record": "run",
        "source": "invoices:acme",
        "observed_at": "2026-11-20T06:00:00Z",
        "charges": {"from": "2026-10-01", "to": "2026-10-31"},
        "usage": {"from": "2026-03-10", "to": "2026-03-11"},
    }
    spring = [usage("Account:cursor/ann", 0, date(2026, 3, 10 + place), 3_000_000_001) for place in range(2)]
    spring[1]["cost"]["currency"] = "EUR"
    return [run, *spring, charge("2026-10-01", "2026-10-31", "tax", "19.07")]


@dataclass(frozen=True)
class Page:
    tab: Tab
    address: str
    remit: Remit
    settings: Settings

    def open(self, query: str) -> None:
        """Load the page anew at a state of the view."""
        self.tab.events.clear()
        self.tab.send("Page.navigate", url="about:blank")
        self.tab.send("Page.navigate", url=f"{self.address}/#/cost?asOf={AS_OF}&{query}")
        self.settle()

    def settle(self) -> None:
        # Bars are drawn once their width is known, a frame after the answer.
        self.tab.until(f"{IDLE} && !document.querySelector('.chart-box:empty')")

    def read(self, expression: str) -> Any:
        return json.loads(self.tab.evaluate(f"JSON.stringify({expression})"))

    def ask(self, question: str, *words: str) -> dict[str, Any]:
        answer: dict[str, Any] = self.remit.ask(question, *words, "--as-of", AS_OF)["answer"]
        return answer

    def parts(self, of: str = ".ledger-sheet") -> dict[str, str]:
        """The amounts that are named in a part of the page, each as it is written there."""
        rows: list[list[str]] = self.read(
            f"[...document.querySelectorAll('{of} [data-part]')].filter((row) => row.querySelector('data') && row.checkVisibility())"
            ".map((row) => [row.dataset.part, row.querySelector('data').innerText])"
        )
        return {name: amount_of(text) for name, text in rows}

    def table(self, caption: str) -> list[list[str]]:
        """The cells of the body of a table, one list a row: of a node its id, of an amount its digits."""
        cell = (
            "(cell) => cell.querySelector(':scope > data')?.innerText"
            " ?? cell.querySelector(':scope > .chip')?.title ?? cell.innerText"
        )
        rows: list[list[str]] = self.read(
            f"[...document.querySelectorAll('table')].find((table) => table.caption?.innerText === {json.dumps(caption)})"
            f" ? [...[...document.querySelectorAll('table')].find((table) => table.caption?.innerText === {json.dumps(caption)})"
            f".tBodies[0].rows].map((row) => [...row.cells].map({cell})) : []"
        )
        return rows

    def files(self, panel: str, *formats: str) -> list[bytes]:
        """What the buttons of a panel hand out."""
        self.tab.evaluate(
            "window.files = []; URL.createObjectURL = (blob) => { files.push(blob); return 'data:,'; }; 0"
        )
        for name in formats:
            self.tab.evaluate(
                f"[...[...document.querySelectorAll('.panel')].find((panel) => panel.querySelector('h2').innerText === {json.dumps(panel)})"
                f".querySelectorAll('.export button')].find((button) => button.innerText === '{name}').click()"
            )
        self.tab.until(f"window.files.length === {len(formats)}")
        whole = self.tab.evaluate(
            "Promise.all(files.map((file) => new Promise((resolve) => { const reader = new FileReader();"
            " reader.onload = () => resolve(reader.result.split(',')[1]); reader.readAsDataURL(file); })))"
        )
        # PNG is made after the others: sort by what they are.
        contents = [base64.b64decode(part) for part in whole]
        return sorted(contents, key=lambda content: content.startswith(b"\x89PNG"))


def amount_of(written: str) -> str:
    """The decimal that people read as this."""
    return str(Decimal(written.replace(",", "").replace("−", "-").replace("+", "")))


def same(written: str, money: dict[str, str] | str) -> bool:
    """Whether what stands on the page is the amount of the CLI, in all its digits."""
    amount = money if isinstance(money, str) else money["amount"]
    return Decimal(amount_of(written)) == Decimal(amount)


def rounded(written: str, amount: str) -> bool:
    """Whether it is the amount to a hundredth."""
    return abs(Decimal(amount_of(written)) - Decimal(amount)) <= Decimal("0.005")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    folder = tmp_path_factory.mktemp("cost")
    (folder / "remit.toml").write_text(
        "[[budgets]]\n" + "".join(f'{name} = "{text}"\n' for name, text in BUDGET.items())
    )
    remit = Remit(folder)
    # The tool reports twice: the second time other figures of the fifth of November.
    first = remit.write("first.jsonl", [*directory(), *use("2026-11-20T23:00:00Z", 1), *second_source()])
    later = remit.write("later.jsonl", use("2026-11-21T01:00:00Z", 2))
    for name in (first, later):
        loaded = remit.run("load", name)
        assert loaded.returncode in (0, 1), loaded.stderr
    settings = Settings(store=f"sqlite:///{folder}/.remit/remit.db", budgets=(BudgetSetting.model_validate(BUDGET),))
    with serving(settings) as address, open_tab() as tab:
        tab.send("Emulation.setFocusEmulationEnabled", enabled=True)
        size(tab, 1440, 1000)
        yield Page(tab, address, remit, settings)


WORDS = {
    "~unattributed": "Unattributed",
    "~shared": "Shared by several",
    "answered_for": "Answered for",
    "unknown": "Unknown",
    "orphaned": "Orphaned",
}


@pytest.mark.parametrize(
    ("by", "more"),
    [
        (("team",), {}),
        (("team",), {"seats": "ACTIVE", "owners": "NONE"}),
        (("identity",), {}),
        (("model",), {"filter": "team=Group:hr/payments"}),
        (("owner_state",), {}),
        (("month",), {}),
        (("day", "account", "model"), {}),
    ],
)
def test_rows_and_parts_are_those_of_the_cli(page: Page, by: tuple[str, ...], more: dict[str, str]) -> None:
    given = "&".join(f"{name}={text}" for name, text in more.items())
    options = [word for name, text in more.items() for word in (f"--{name}", text)]
    page.open("&".join([*(f"by={name}" for name in by), f"from={WINDOW[0]}&to={WINDOW[1]}", given]))
    answer = page.ask("cost-attribution", "--by", ",".join(by), "--from", WINDOW[0], "--to", WINDOW[1], *options)
    caption = page.tab.evaluate("document.querySelector('.cost-main .panel:last-of-type caption').innerText")
    rest_button = "[...document.querySelectorAll('.table-foot button')].at(-1)"
    while page.tab.evaluate(f"Boolean({rest_button})"):
        page.tab.evaluate(f"{rest_button}.click()")
    rows = page.table(caption)
    assert len(rows) == len(answer["rows"])
    for cells, row in zip(rows, answer["rows"], strict=True):
        assert cells[: len(by)] == [WORDS.get(row["key"][name], row["key"][name]) for name in by]
        amounts = cells[len(by) :]
        assert all(same(amounts[place], row[name]) for place, name in enumerate(("cost", "estimate", "included")))
        assert amounts[4].replace(",", "") == str(row["requests"])
        tokens = sum(count for name, count in row["tokens"].items() if name != "reasoning")
        assert amounts[5].replace(",", "") == str(tokens)

    nameless = [Decimal(row["cost"]["amount"]) for row in answer["rows"] if row["key"][by[0]].startswith("~")]
    parts = page.parts()
    ledger = parts.pop("ledger")
    beside = {name: parts.pop(name) for name in ("estimate", "included", "overlaps")}
    dropped = {name: parts.pop(name) for name in tuple(parts) if name.startswith("dropped-")}
    # The parts are written out, and what is written adds up.
    assert sum(map(Decimal, parts.values())) == Decimal(ledger) == Decimal(answer["ledger"]["amount"])
    assert set(answer["buckets"]) <= set(parts)
    assert all(same(parts[name], money) for name, money in answer["buckets"].items())
    assert sum(Decimal(amount) for name, amount in parts.items() if name.startswith("~")) == sum(nameless)
    assert same(beside["estimate"], answer["estimate_value"])
    assert same(beside["included"], answer["included_value"])
    assert Decimal(beside["overlaps"]) == sum(Decimal(row["cost"]["amount"]) for row in answer["overlaps"]) > 0
    assert dropped.keys() == {f"dropped-{name}" for name in answer["dropped_buckets"]}
    assert all(same(dropped[f"dropped-{name}"], money) for name, money in answer["dropped_buckets"].items())
    units = page.read(
        "[...document.querySelectorAll('[data-unit]')].map((row) => [row.dataset.unit, row.querySelector('data').innerText])"
    )
    assert [unit for unit, _ in units] == [row["unit"] for row in answer["unit_costs"]]
    assert all(
        rounded(text, row["per_unit"]["amount"]) for (_, text), row in zip(units, answer["unit_costs"], strict=True)
    )
    unpriced = page.tab.evaluate("document.querySelector('[data-part=unpriced] td').innerText")
    assert unpriced == ("1 row" if answer["unpriced_rows"] == 1 else f"{answer['unpriced_rows']} rows")


def test_an_answer_is_in_one_currency_that_is_asked_for(page: Page) -> None:
    tab = page.tab
    days = ("2026-03-10", "2026-03-11")
    page.open(f"by=team&from={days[0]}&to={days[1]}")
    assert "EUR, USD" in tab.evaluate("document.querySelector('.cost-sheet .problem').innerText")
    words = ["--by", "team", "--from", days[0], "--to", days[1], "--currency", "EUR"]
    for number, typed, more in ((0, "eur", []), (1, "USD=0.25", ["--rate", "USD=0.25"])):
        field = f"document.querySelectorAll('.cost-controls input[type=text]')[{number}]"
        tab.evaluate(f"{field}.value = {typed!r}; {field}.dispatchEvent(new Event('change', {{bubbles: true}}))")
        tab.until(f"location.hash.includes({('rate=' if number else 'currency=')!r})")
        page.settle()
        answer = page.ask("cost-attribution", *words, *more)
        tab.until(f"document.querySelector('[data-part=ledger] data')?.value === {answer['ledger']['amount']!r}")
        left_out = [money["amount"] for money in answer["left_out"]]
        assert (
            page.read("[...document.querySelectorAll('[data-part^=left-out] data')].map((cell) => cell.value)")
            == left_out
        )
        assert len(left_out) == 1 - number


@pytest.mark.parametrize("step", ["day", "week", "month"])
def test_bars_are_the_amounts_of_their_days(page: Page, step: str) -> None:
    page.open(f"by=team&step={step}&from={WINDOW[0]}&to={WINDOW[1]}")
    answer = page.ask("cost-attribution", "--by", f"team,{step}", "--from", WINDOW[0], "--to", WINDOW[1])
    (content,) = page.files(f"Team by {step}", "CSV")
    drawn: dict[tuple[str, str], Decimal] = {
        (row[step], row["key"]): Decimal(row["cost"])
        for row in csv.DictReader(io.StringIO(content.decode()))
        if Decimal(row["cost"])
    }
    assert drawn == {
        (row["key"][step], row["key"]["team"]): Decimal(row["cost"]["amount"])
        for row in answer["rows"]
        if Decimal(row["cost"]["amount"])
    }
    # As high as the amounts are: one scale for all parts of all bars, to the pixel.
    heights = page.read(
        "[...document.querySelectorAll('.chart-bar')].flatMap((bar) => [...bar.querySelectorAll('.chart-part')].map((part) =>"
        " [bar.dataset.period, part.dataset.key, Number(part.getAttribute('height'))]))"
    )
    assert {(period, key) for period, key, _ in heights} == set(drawn)
    scale = sum(height for *_, height in heights) / float(sum(drawn.values()))
    assert all(abs(height - scale * float(drawn[period, key])) < 1 for period, key, height in heights)
    # The legend has the sums of the bars.
    legend = page.read(
        "[...document.querySelectorAll('.legend-list li')].map((item) => [item.dataset.key, item.querySelector('data').innerText])"
    )
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for (_, key), amount in drawn.items():
        sums[key] += amount
    assert {key: Decimal(amount_of(written)) for key, written in legend} == sums


def test_a_row_opens_to_what_is_behind_it_down_to_the_usage(page: Page) -> None:
    page.open(f"by=team&from={WINDOW[0]}&to={WINDOW[1]}")
    rows = ".cost-main .panel:last-of-type tbody tr"
    hashes = [page.tab.evaluate("location.hash")]
    for _ in range(3):
        whole = page.tab.evaluate(f"document.querySelector('{rows} data').value")
        page.tab.evaluate(f"document.querySelector('{rows} a').click()")
        page.tab.until(f"location.hash !== {json.dumps(hashes[-1])}")
        page.settle()
        hashes.append(page.tab.evaluate("location.hash"))
        footer = page.tab.evaluate("document.querySelector('.cost-main .panel:last-of-type tfoot data').innerText")
        assert same(footer, whole)
    assert [part for part in hashes[-1].partition("?")[2].split("&") if part.startswith("by=")] == [
        "by=day",
        "by=account",
        "by=model",
    ]
    assert page.tab.evaluate(f"document.querySelectorAll('{rows} td:first-child a').length") == 0
    # A step back is a step back.
    for earlier in reversed(hashes[:-1]):
        page.tab.evaluate("history.back()")
        page.tab.until(f"location.hash === {json.dumps(earlier)}")


def test_anomalies_are_marked_on_their_bars_with_what_grew(page: Page) -> None:
    page.open(f"show=anomalies&by=team&from={WINDOW[0]}&to={WINDOW[1]}")
    answer = page.ask("anomalies", "--by", "team", "--from", WINDOW[0], "--to", WINDOW[1])
    assert SPIKE in {row["day"] for row in answer["rows"]}
    rows = page.table("Anomalies")
    assert len(rows) == len(answer["rows"])
    for cells, row in zip(rows, answer["rows"], strict=True):
        assert cells[0] == row["day"]
        assert cells[1].split("\n")[0] == row["key"]["team"]
        assert same(cells[2], row["cost"])
        assert rounded(cells[3], row["expected"]["amount"])
        assert rounded(cells[4], row["high"]["amount"])
    marked = "[...document.querySelectorAll('.chart-bar')].filter((bar) => bar.querySelector('.chart-mark'))"
    assert page.read(f"{marked}.map((bar) => bar.dataset.period)") == sorted({row["day"] for row in answer["rows"]})
    # Chosen by the keyboard: the day is in the address, its drivers stand below the bars.
    page.tab.evaluate(f"{marked}.find((bar) => bar.dataset.period === '{SPIKE}').focus()")
    press(page.tab, "Enter")
    page.tab.until(f"location.hash.includes('at={SPIKE}') && document.querySelector('.anomaly-list')")
    drivers = page.read(
        "[...document.querySelectorAll('.anomaly-list .drivers li')].map((item) => [item.querySelector('.chip')?.title ?? '', item.querySelector('data').innerText])"
    )
    expected = [driver for row in answer["rows"] if row["day"] == SPIKE for driver in row["drivers"]]
    assert [principal for principal, _ in drivers] == [
        "" if driver["key"]["account"].startswith("~") else driver["key"]["account"] for driver in expected
    ]
    assert all(same(written, driver["cost"]) for (_, written), driver in zip(drivers, expected, strict=True))


@pytest.mark.parametrize("only", ["", "Group:hr/payments"])
def test_the_month_end_is_the_forecast_of_the_cli(page: Page, only: str) -> None:
    filters = ["--filter", f"team={only}"] if only else []
    page.open(f"show=forecast&by=team{f'&filter=team={only}' if only else ''}")
    answer = page.ask("forecast", "--by", "team", *filters)
    facts = dict(
        page.read(
            "[...document.querySelectorAll('[data-fact]')].map((fact) => [fact.dataset.fact, fact.querySelector('dd').innerText])"
        )
    )
    assert same(facts["spent"], answer["total"]["spent"])
    assert all(rounded(facts[name], answer["total"][name]["amount"]) for name in ("expected", "low", "high"))
    # What the line has come to is what is spent.
    assert same(page.parts()["ledger"] if only else facts["spent"], answer["total"]["spent"])
    rows = page.table("Forecast")
    for cells, row in zip(rows, answer["rows"], strict=True):
        assert cells[0] == WORDS.get(row["key"]["team"], row["key"]["team"])
        assert same(cells[1], row["spent"])
        assert rounded(cells[2], row["expected"]["amount"])
        assert cells[4] == "no budget" if row["budget"] is None else same(cells[4], row["budget"])
        assert cells[6] == {True: "over budget", False: "within budget", None: ""}[row["over"]]
    assert page.tab.evaluate("Boolean(document.querySelector('.chart-cone'))")
    assert page.tab.evaluate("Boolean(document.querySelector('.chart-budget'))") == bool(only)
    if only:
        assert same(facts["budget"], answer["rows"][0]["budget"])


def test_two_months_differ_by_parts_that_add_up_in_sight(page: Page) -> None:
    page.open("show=difference&by=team&month=2026-10&compare=2026-09")
    answer = page.ask(
        "cost-attribution", "--by", "team", "--from", "2026-10-01", "--to", "2026-10-31", "--compare", "2026-09"
    )
    difference = answer["difference"]
    parts = {name: Decimal(amount) for name, amount in page.parts(".steps").items()}
    before, after, whole = (parts.pop(name) for name in ("before", "after", "difference"))
    assert (before, after) == (Decimal(difference["before"]["amount"]), Decimal(difference["after"]["amount"]))
    assert parts == {name: Decimal(money["amount"]) for name, money in difference["parts"].items()}
    assert before + sum(parts.values()) == after == before + whole
    assert parts["people"] > 0
    names = ("before", "after", "difference", "people", "volume", "price", "mix")
    rows = page.table("Difference by team")
    for cells, row in zip(rows, answer["drivers"], strict=True):
        assert cells[0] == WORDS.get(row["key"]["team"], row["key"]["team"])
        assert all(same(cells[place + 1], row[name]) for place, name in enumerate(names))
    footer = page.read(
        "[...document.querySelectorAll('.cost-main .panel:last-of-type tfoot data')].map((cell) => cell.innerText)"
    )
    for place, name in enumerate(names):
        assert Decimal(amount_of(footer[place])) == sum(Decimal(row[name]["amount"]) for row in answer["drivers"])


def test_bills_stand_against_usage_and_restated_figures_openly(page: Page) -> None:
    window = ("2026-09-01", "2026-11-20")
    page.open(f"show=bill&by=team&from={window[0]}&to={window[1]}")
    answer = page.ask("cost-attribution", "--by", "application", "--from", window[0], "--to", window[1])
    rows = page.table("Bills against usage")
    assert len(rows) == len(answer["variance"]) == 2
    for cells, period in zip(rows, answer["variance"], strict=True):
        assert cells[1] == f"{period['from']} to {period['to']}"
        assert all(
            same(cells[place + 2], period[name])
            for place, name in enumerate(("billed", "usage", "variance", "in_window"))
        )
        assert all(cause["code"] in cells[6] and cause["detail"] in cells[6] for cause in period["causes"])
    total = page.tab.evaluate("document.querySelector('.cost-main tfoot data').innerText")
    assert same(total, answer["buckets"]["variance"])
    restated = page.table("Restated figures")
    assert len(restated) == len(answer["restated"]) >= 1
    for cells, row in zip(restated, answer["restated"], strict=True):
        assert cells[0] == row["from"] == "2026-11-05"
        assert (same(cells[4], row["before"]), same(cells[5], row["after"])) == (True, True)
        assert row["source"] in cells[7]
    overlaps = page.table("Reported twice")
    for cells, row in zip(overlaps, answer["overlaps"], strict=True):
        assert cells[3:5] == [row["source"], row["counted"]]
        assert same(cells[5], row["cost"])


def test_files_open_and_say_what_they_are_of(page: Page) -> None:
    page.open(f"by=team&from={WINDOW[0]}&to={WINDOW[1]}")
    answer = page.remit.ask(
        "cost-attribution", "--by", "team", "--from", WINDOW[0], "--to", WINDOW[1], "--as-of", AS_OF
    )
    digest = answer["snapshot"]["digest"]
    table, whole = page.files("Rows by team", "CSV", "JSON")
    rows = list(csv.DictReader(io.StringIO(table.decode())))
    assert [(row["team"], Decimal(row["cost"])) for row in rows] == [
        (row["key"]["team"], Decimal(row["cost"]["amount"])) for row in answer["answer"]["rows"]
    ]
    assert {row["snapshot"] for row in rows} == {digest}
    assert date.fromisoformat(rows[0]["exported_at"][:10]) >= date(2026, 11, 21)
    assert "costAttribution" in rows[0]["question"]
    assert WINDOW[0] in rows[0]["question"]
    document = json.loads(whole)
    assert document["snapshot"]["digest"] == digest
    assert document["variables"]["input"]["from"] == WINDOW[0]
    assert "costAttribution" in document["question"]
    assert document["answer"]["ledger"] == answer["answer"]["ledger"]
    for query, panel in (
        (f"by=team&from={WINDOW[0]}&to={WINDOW[1]}", "Team by day"),
        ("show=forecast", "Where 2026-11 will end"),
    ):
        page.open(query)
        drawing, pixels = page.files(panel, "SVG", "PNG")
        svg = ET.fromstring(drawing)
        metadata = svg.findtext("{http://www.w3.org/2000/svg}metadata") or ""
        assert digest[:12] in metadata
        assert "exported 20" in metadata
        marks = "[...document.querySelectorAll('svg.chart rect, svg.chart polygon, svg.chart polyline')].length"
        drawn = [element for element in svg.iter() if element.tag.endswith(("rect", "polyline", "polygon"))]
        # And the ground.
        assert len(drawn) == page.tab.evaluate(marks) + 1 > 2
        assert pixels[:8] == b"\x89PNG\r\n\x1a\n"
        width, height = int.from_bytes(pixels[16:20]), int.from_bytes(pixels[20:24])
        assert width > height > 200


def test_the_overview_leads_to_the_same_amounts(page: Page) -> None:
    tab = page.tab
    tab.send("Page.navigate", url="about:blank")
    tab.send("Page.navigate", url=f"{page.address}/#/?asOf={AS_OF}")
    tab.until(IDLE)
    home = tab.evaluate("location.hash")
    figure = "[...document.querySelectorAll('a.figure')].find((link) => link.innerText.includes({}))"
    spent = page.ask("forecast", "--by", "team")["total"]["spent"]
    anomalies = page.ask("anomalies", "--by", "team", "--from", "2026-10-22", "--to", "2026-11-20")["rows"]
    over = "[...document.querySelectorAll('a.tag-bad')].find((link) => link.innerText === 'over budget')"
    for link, shown in (
        (
            figure.format("'spent'"),
            f"document.querySelector('.cost-main .panel:last-of-type tfoot data').value === '{spent['amount']}'",
        ),
        (
            figure.format("'expected'"),
            f"document.querySelector('[data-fact=spent] data').value === '{spent['amount']}'",
        ),
        (
            figure.format("'judged'"),
            f"document.querySelectorAll('.cost-main .panel:last-of-type tbody tr').length === {len(anomalies)}",
        ),
        (over, "document.querySelector('.chart-budget') && document.querySelector('.fact .tag-bad')"),
    ):
        tab.evaluate(f"{link}.click()")
        tab.until("location.hash.startsWith('#/cost')")
        page.settle()
        tab.until(shown)
        tab.evaluate("history.back()")
        tab.until(f"location.hash === {json.dumps(home)} && {IDLE}")
        tab.until(f"Boolean({link})")


def test_a_scope_shows_how_much_it_hides_and_nothing_else_of_it(page: Page) -> None:
    tab = page.tab
    token = page.settings.token_file().create("scoped", ["ask"], [], now(), None, ["department:Research"])
    tab.send("Network.setExtraHTTPHeaders", headers={"authorization": f"Bearer {token}"})
    try:
        for shown in TABS:
            page.open(f"{shown}&by=identity&from={WINDOW[0]}&to={WINDOW[1]}")
            text = settled_text(tab)
            assert "Cy" in text or shown in ("show=anomalies", "show=bill")
            assert not tab.evaluate("document.querySelector('.problem')?.innerText")
            assert "hr/ann" not in tab.evaluate("document.body.innerHTML")
            assert "Ann" not in text
            parts = page.parts()
            whole = page.ask("cost-attribution", "--by", "identity", *window_of(tab))
            hidden = sum(Decimal(row["cost"]["amount"]) for row in whole["rows"] if row["key"]["identity"] == ANN)
            # Her usage, and the bills that go with it, have no name, and the whole is the whole.
            assert Decimal(parts["ledger"]) == Decimal(whole["ledger"]["amount"])
            assert Decimal(parts["hidden"]) >= hidden > 0
            assert not tab.evaluate("Boolean(document.querySelector('[data-part=hidden] a'))")
            assert_nothing_is_wrong(tab, page.address)
    finally:
        tab.send("Network.setExtraHTTPHeaders", headers={})


def window_of(tab: Tab) -> tuple[str, ...]:
    """The days that the parts of the ledger are of, as options of the CLI."""
    first, last = (
        tab.evaluate("document.querySelector('.cost-sheet .panel-lead').innerText").split(",")[0].split(" to ")
    )
    return "--from", first, "--to", last


@pytest.mark.parametrize("tab_of_view", TABS)
def test_every_part_is_right_for_everybody(page: Page, tab_of_view: str) -> None:
    tab = page.tab
    axe = (explorer_folder() / "node_modules" / "axe-core" / "axe.min.js").read_text()
    size(tab, 1280, 800)
    page.open(f"{tab_of_view}&from={WINDOW[0]}&to={WINDOW[1]}&at={SPIKE}&filter=team=Group:hr/payments")
    assert not tab.evaluate("document.querySelector('.problem')?.innerText")
    tab.evaluate(f"{axe}; true")
    for theme in ("light", "dark"):
        tab.evaluate(f"document.documentElement.dataset.theme = {theme!r}")
        assert severe(tab) == [], theme
    tab.evaluate("delete document.documentElement.dataset.theme")
    for width in (360, 640):
        size(tab, width, 800)
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
    size(tab, 1440, 1000)
    assert_nothing_is_wrong(tab, page.address)

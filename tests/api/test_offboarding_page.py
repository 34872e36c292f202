"""The offboarding sheet as a page: every step and what is left, no text that becomes markup, nothing from elsewhere."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from api.exports.offboarding_page import offboarding_page
from graph.claims import Edge, Node
from graph.moment import DAY
from queries import offboarding
from queries.base import envelope
from tests.api.command_line import Remit
from tests.oracles.world import frozen, only

WICKED = "</title><script src=//evil.example/x.js>alert(1)</script>\u202e\"' onload=x &amp; 🦊"
PERSON, KEY = "Identity:hr/ada", "Credential:x/k<b>"


class Page(HTMLParser):
    """Tags with their attributes, and the text outside of the style."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def sheet() -> tuple[dict[str, Any], str]:
    snapshot = frozen(
        only(
            Node(id=PERSON, name=WICKED, props={"type": "human", "status": "active"}),
            Node(id=KEY, name=WICKED),
            Node(id="Group:x/all", name=WICKED, props={"members": "public"}),
            Edge(kind="HAS_CREDENTIAL", source=PERSON, target=KEY),
            Edge(kind="CAN_ACCESS", source=KEY, target="DataSource:db/d"),
            Edge(kind="CAN_ACCESS", source="Group:x/all", target="DataSource:db/open", evidence=WICKED),
        )
    )
    params = offboarding.Params(person=PERSON, as_of=50 * DAY)
    document = envelope("offboarding", params, snapshot, offboarding.run(snapshot, params))
    return document, offboarding_page(document, lambda node: snapshot.name(snapshot.index_of(node), 50 * DAY))


def test_no_name_becomes_markup_and_nothing_is_loaded() -> None:
    document, text = sheet()
    page = Page(text)
    assert {tag for tag, _ in page.tags} == {
        *(
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "h1",
            "h2",
            "p",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
        ),
        *("br", "span"),
    }
    assert {name for _, attributes in page.tags for name in attributes} == {
        "lang",
        "charset",
        "http-equiv",
        "content",
        "class",
    }
    assert text.isascii()
    assert not re.search(r"(?i)\bsrc=(?!//evil)|href|url\(|@import|https?:", text)
    words = "".join(page.texts)
    assert "alert(1)" in words
    assert "\u202e" not in words
    assert "\\u202e" in words
    assert "🦊" in words
    assert "default-src 'none'" in text
    assert len(document["answer"]["items"]) == 2


def test_the_page_has_every_step_and_what_is_left() -> None:
    document, text = sheet()
    words = "".join(Page(text).texts)
    for item in document["answer"]["items"]:
        assert item["id"] in words
    assert "open" in words
    assert "anybody, also outside" in words
    assert "@media print" in text


def test_a_page_is_printed_by_the_command_line_and_only_of_what_has_one(tmp_path: Path) -> None:
    remit = Remit(tmp_path)
    run = {"record": "run", "source": "hr:test", "observed_at": "2026-11-20T06:00:00Z", "complete": ["Identity"]}
    ada = {"record": "node", "id": PERSON, "name": "Ada", "props": {"type": "human", "status": "active"}}
    key = {"record": "edge", "kind": "HAS_CREDENTIAL", "source": PERSON, "target": KEY}
    remit.write("good.jsonl", [run, ada, key])
    assert remit.run("load", "good.jsonl").returncode == 0
    page = remit.run("query", "offboarding", "Ada", "--format", "html")
    assert (page.returncode, page.stdout[:15]) == (0, "<!doctype html>")
    assert KEY in "".join(Page(page.stdout).texts)
    lines = remit.run("query", "offboarding", "Ada", "--format", "csv").stdout.splitlines()
    assert [line.split(",")[:3] for line in lines[1:]] == [["1", KEY, "Credential"], ["2", PERSON, "Identity"]]
    refused = remit.run("query", "ranking", "--format", "html")
    assert refused.returncode == 2
    assert "there is no page of ranking, only of offboarding" in refused.stderr


@pytest.mark.parametrize("amount", [None, {"amount": "-1234.500000000", "currency": "EUR"}])
def test_an_amount_that_nobody_knows_is_a_question_mark(amount: dict[str, str] | None) -> None:
    document, _ = sheet()
    document["answer"]["spend_30d"] = amount
    assert ("? in 30 days" if amount is None else "-1,234.50 EUR in 30 days") in offboarding_page(document, str)

"""The explorer over the example organisation: its pictures in the docs are of today, its numbers are those of the CLI."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from api.settings import Settings
from examples.screenshots import CONTENTS, FOLDER, PICTURES, ROOT, Picture, load_example, open_picture, take
from tests.api.command_line import Remit
from tests.api.test_explorer import TABLE, VIEWS, assert_nothing_is_wrong
from tests.servers.chromium import Tab, open_tab
from tests.servers.uvicorn_server import serving

MOST_BYTES, MOST_BYTES_IN_ALL = 150_000, 1_500_000
PAGE = (ROOT / "docs" / "explorer.md").read_text()


@dataclass(frozen=True)
class Page:
    tab: Tab
    address: str
    remit: Remit


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """One page for all tests here, of a server that holds the example organisation."""
    folder = tmp_path_factory.mktemp("example")
    (folder / ".remit").mkdir()
    settings = Settings(store=f"sqlite:///{folder}/.remit/remit.db")
    load_example(settings)
    with serving(settings) as address, open_tab() as tab:
        yield Page(tab, address, Remit(Path(folder)))


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

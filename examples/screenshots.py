"""The pictures of the explorer in docs/explorer: each view with what it says about the example organisation.

`python -m examples.screenshots` makes them again, in the browser and by the server that the tests have, and writes beside
them what they show; a test opens the same addresses and holds both to the page as it is built.
"""

from __future__ import annotations

import base64
import io
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from api.context import StoreContext
from api.settings import Settings
from graph.moment import read_moment
from loaders.base import Context
from loaders.ingest import ingest
from loaders.saved.files import load_runs
from tests.servers.chromium import Tab, find_browser, open_tab
from tests.servers.uvicorn_server import serving

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "explorer"
CONTENTS = FOLDER / "pictures.json"
EXPORTS = ROOT / "examples" / "larkspur"
AS_OF = "2026-11-21T06:00:00Z"
DESK, PHONE = (1440, 900), (360, 780)
# A picture is taken once nothing is asked for any more and the view says the same twice.
IDLE = "document.querySelector('main h1') && !document.querySelector('[aria-busy=true], .asking')"
_PAUSE_S = 0.3
_COLOURS = 256


@dataclass(frozen=True)
class Picture:
    """One file: the view, what is asked there, and how it is shown."""

    name: str
    view: str
    query: str = ""
    theme: str = "light"
    size: tuple[int, int] = DESK
    as_of: str = AS_OF

    @property
    def address(self) -> str:
        """Where the page shows it, below the address of the server."""
        return (
            f"#/{'' if self.view == 'home' else self.view}?{'&'.join(filter(None, (self.query, f'asOf={self.as_of}')))}"
        )


_CARDS = "DataSource:postgres/prod/larkspur/billing.cards"
PICTURES = (
    Picture("home", "home"),
    Picture("orphaned", "orphaned", "root=Identity:hr/pavel.novotny"),
    Picture("what-if", "what-if", "offboard=Identity:hr/teo.marchetti"),
    Picture("blast-radius", "blast-radius", "start=Identity:hr/dana.ito"),
    Picture("exposure", "exposure", f"target={_CARDS}"),
    Picture("paths", "paths", f"from=Identity:hr/dana.ito&to={_CARDS}"),
    Picture("search", "search", "text=billing"),
    Picture("cost", "cost", "by=team&from=2026-08-23&to=2026-11-20"),
    Picture("changes", "changes", "from=2026-10-16T06:00:00Z"),
    Picture("unresolved", "unresolved"),
    Picture("sources", "sources"),
    Picture("query", "query"),
    Picture("exposure-dark", "exposure", f"target={_CARDS}", theme="dark"),
    Picture("home-phone", "home", size=PHONE),
)


def load_example(settings: Settings) -> None:
    """Load every export of the example organisation, each as of its day."""
    load_exports(settings, EXPORTS)


def load_exports(settings: Settings, folder: Path) -> None:
    """The same of a folder whose folders are called by the days of their exports."""
    with StoreContext(settings) as context:
        for export in sorted(path for path in folder.iterdir() if path.is_dir()):
            at = Context(observed_at=read_moment(f"{export.name}T06:00:00Z"), salt=settings.fingerprint_salt)
            ingest(context.store, load_runs([export], at)[0])
        context.publish()


def open_picture(tab: Tab, address: str, picture: Picture) -> list[str]:
    """Show what a picture shows; returns the headings of it, in their order, by which the picture is known to be of today."""
    width, height = picture.size
    tab.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
    tab.send("Emulation.setScrollbarsHidden", hidden=True)
    tab.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": picture.theme}])
    tab.send("Page.navigate", url="about:blank")
    tab.send("Page.navigate", url=f"{address}/{picture.address}")
    text, before = "", None
    while text != before:
        tab.until(IDLE)
        time.sleep(_PAUSE_S)
        text, before = tab.evaluate("document.querySelector('main').innerText"), text
    headings: list[str] = tab.evaluate(
        "[...document.querySelectorAll('main :is(h1, h2)')].map((each) => each.innerText)"
    )
    return headings


def take(tab: Tab) -> Image.Image:
    """What the window shows, in its commonest colours: surfaces stay as they are, edges of letters lose nothing to see."""
    shown = Image.open(io.BytesIO(base64.b64decode(tab.send("Page.captureScreenshot", format="png")["data"])))
    pixels = np.asarray(shown.convert("RGB"))
    colours, places, counts = np.unique(pixels.reshape(-1, 3), axis=0, return_inverse=True, return_counts=True)
    common = colours[np.argsort(-counts, kind="stable")[:_COLOURS]]
    nearest = np.square(colours[:, None].astype(np.int64) - common).sum(axis=2).argmin(axis=1)
    picture = Image.fromarray(nearest[places].astype(np.uint8).reshape(pixels.shape[:2]), "P")
    picture.putpalette(common.tobytes())
    return picture


def make_pictures(folder: Path) -> Iterator[Path]:
    """Write every picture and the list of what they show; gives each path once it is written."""
    contents = {}
    with tempfile.TemporaryDirectory() as store:
        settings = Settings(store=f"sqlite:///{store}/remit.db")
        load_example(settings)
        with serving(settings) as address, open_tab() as tab:
            for picture in PICTURES:
                headings = open_picture(tab, address, picture)
                path = folder / f"{picture.name}.png"
                take(tab).save(path, optimize=True)
                contents[picture.name] = {"address": picture.address, "size": picture.size, "headings": headings}
                yield path
    path = folder / CONTENTS.name
    path.write_text(json.dumps(contents, indent=2, ensure_ascii=False) + "\n")
    yield path


if __name__ == "__main__":
    if find_browser() is None:
        sys.exit("no Chromium here to take pictures with (Debian: apt-get install chromium)")
    FOLDER.mkdir(exist_ok=True)
    for written in make_pictures(FOLDER):
        print(written.relative_to(ROOT), f"{written.stat().st_size / 1000:.0f} kB")

"""The explorer as web/explorer built it: the addresses of its files, each with a digest of all of them in it."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

FOLDER = Path(__file__).parent / "static" / "explorer"
# The documents that the page asks, as the build lists them.
DOCUMENTS = FOLDER / "documents.json"
_ASSETS = "assets"
_MEDIA = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".txt": "text/plain",
    ".svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class PageFile:
    """One file of the page. `is_versioned`: its address changes with its content, so that a browser may keep it."""

    path: Path
    media_type: str
    is_versioned: bool


def _list_files() -> tuple[str, dict[str, PageFile]]:
    """The digest of the assets, and every file by its address."""
    assets = sorted(path for path in (FOLDER / _ASSETS).iterdir() if path.suffix in _MEDIA)
    digest = sha256()
    for path in assets:
        digest.update(path.name.encode() + b"\0" + sha256(path.read_bytes()).digest())
    version = digest.hexdigest()[:16]
    files = {f"/{_ASSETS}/{version}/{path.name}": PageFile(path, _MEDIA[path.suffix], True) for path in assets}
    files["/LICENSES.txt"] = PageFile(FOLDER / "LICENSES.txt", "text/plain", False)
    files["/"] = PageFile(FOLDER / "index.html", "text/html", False)
    return version, files


# `FILES`: every file of the page by its address; the page itself is at `/`.
VERSION, FILES = _list_files()


@cache
def read_page_file(address: str) -> tuple[bytes, bytes]:
    """The content of one of FILES, plain and compressed by gzip; the page names its assets by the digest."""
    content = FILES[address].path.read_bytes()
    if address == "/":
        content = content.replace(f"./{_ASSETS}/".encode(), f"./{_ASSETS}/{VERSION}/".encode())
    return content, gzip.compress(content, mtime=0)

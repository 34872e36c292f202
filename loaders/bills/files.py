"""Files of bills: duplicates among them, JSON Lines, and the numbered pages of one saved answer."""

from __future__ import annotations

import gzip
import io
import json
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import blake2b
from typing import Any

from graph.errors import RecordError
from graph.reason import Reason
from loaders.base import Document
from loaders.claims.coverage import NumberedPages
from loaders.saved.fields import ErrorCollector, FieldReader
from loaders.saved.tables import GZIP

_REMEDY = "Export it again"
# A line may hold a whole conversation; beyond this it is no log.
_LINE_BYTES = 64 * 2**20


def first_line(document: Document) -> bytes:
    """The first line, as far as the head of the file holds it; empty for a file that is no JSON Lines."""
    head = document.head.lstrip()
    return head.partition(b"\n")[0] if document.format in ("jsonl", "csv") and head.startswith(b"{") else b""


def read_json_lines(document: Document, errors: ErrorCollector) -> Iterator[FieldReader]:
    """The objects in order, each with its line; numbers with a fraction as Decimal. A line that is none goes to `errors`.

    Raises RecordError for a file that cannot be read on.
    """
    number = 0
    try:
        with document.path.open("rb") as file:
            packed = file.read(2) == GZIP
            file.seek(0)
            unpacked: Any = gzip.GzipFile(fileobj=file) if packed else file
            reader = io.BufferedReader(unpacked) if packed else unpacked
            while line := reader.readline(_LINE_BYTES):
                number += 1
                if line.strip():
                    yield from errors.collect(_read, document.display_path, number, line)
    except (EOFError, OSError, zlib.error):
        raise RecordError(
            "the file is truncated or damaged", file=document.display_path, line=number + 1, remedy=_REMEDY
        ) from None


def _read(shown: str, number: int, line: bytes) -> FieldReader:
    try:
        body = json.loads(line.removeprefix(b"\xef\xbb\xbf"), parse_float=Decimal)
    except (ValueError, RecursionError):
        # What the line holds is never repeated: it may be somebody's prompt.
        raise RecordError("this line is no whole JSON", file=shown, line=number, remedy=_REMEDY) from None
    if not isinstance(body, dict):
        raise RecordError("this line is no object", file=shown, line=number, remedy=_REMEDY)
    return FieldReader(body, "", shown, line=number)


_AT_ONCE = 2**20


def without_duplicates(documents: Iterable[Document]) -> Iterator[Document]:
    """The documents without those whose content came before. One read of each file; the order stays."""
    seen: set[bytes] = set()
    for document in documents:
        content = _digest(document)
        if content is None or content not in seen:
            yield document
        if content is not None:
            seen.add(content)


def _digest(document: Document) -> bytes | None:
    """What a file holds, in short; None for one that cannot be read: whoever reads it says so."""
    digest = blake2b(digest_size=16)
    try:
        with document.path.open("rb") as file:
            packed = file.read(2) == GZIP
            file.seek(0)
            unpacked: Any = gzip.GzipFile(fileobj=file) if packed else file
            while piece := unpacked.read(_AT_ONCE):
                digest.update(piece)
    except (OSError, EOFError, zlib.error):
        return None
    return digest.digest()


_PAGE = re.compile(r"(?P<stem>.+)\.(?P<number>[0-9]{1,3})\Z")


@dataclass(slots=True)
class PagedExport:
    """The pages of one answer, in order of their numbers."""

    run: NumberedPages = field(default_factory=NumberedPages)
    documents: list[tuple[int, Document]] = field(default_factory=list)

    def gap(self) -> Reason | None:
        """Why these pages are not the whole answer; None if they are."""
        gap = self.run.gap()
        return Reason("PAGES_MISSING", f"{self.documents[0][1].display_path}: {gap}") if gap else None


def group_pages(documents: Iterable[tuple[Document, bool]]) -> list[PagedExport]:
    """The answers among documents, each of which says whether another page follows it, by path."""
    found: dict[tuple[str, str], PagedExport] = {}
    for document, more in documents:
        match = _PAGE.match(document.path.stem)
        stem, number = (match["stem"], int(match["number"])) if match else (document.path.stem, 1)
        answer = found.setdefault((str(document.path.parent), stem), PagedExport())
        answer.run.add(number, more)
        answer.documents.append((number, document))
    for answer in found.values():
        answer.documents.sort(key=lambda page: page[0])
    return [found[key] for key in sorted(found)]

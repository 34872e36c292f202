"""Files of bills: duplicates among them, JSON Lines, and the numbered pages of one saved answer."""

from __future__ import annotations

import gzip
import io
import json
import re
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import blake2b
from typing import IO, Any

from graph.errors import RecordError
from graph.reason import Reason
from loaders.base import Document
from loaders.claims.coverage import NumberedPages
from loaders.saved.fields import ErrorCollector, FieldReader
from loaders.saved.lines import BlankLines
from loaders.saved.tables import GZIP

_REMEDY = "Export it again"
# A line may hold a whole conversation; a longer one is not of a log.
_MAX_LINE_BYTES = 64 * 2**20
_CHUNK_BYTES = 2**20
MAX_COMPARED_BYTES = 2**31
_PAGE_FILE = re.compile(r"(?P<stem>.+)\.(?P<number>[0-9]{1,3})\Z")


def first_line(document: Document) -> bytes:
    """The first line, as far as the head of the file holds it; empty for a file that is not JSON Lines."""
    head = document.head.lstrip()
    return head.partition(b"\n")[0] if document.format in ("jsonl", "csv") and head.startswith(b"{") else b""


def read_json_lines(document: Document, errors: ErrorCollector) -> Iterator[FieldReader]:
    """The objects in order, each with its line number; numbers with a fraction as Decimal. Invalid lines go to `errors`.

    Raises RecordError for a file that is truncated or damaged, or that is blank without end.
    """
    number, blank = 0, BlankLines()
    try:
        with document.path.open("rb") as file:
            content = _decompressed(file)
            reader = io.BufferedReader(content) if isinstance(content, gzip.GzipFile) else content
            while line := reader.readline(_MAX_LINE_BYTES):
                number += 1
                if line.strip():
                    blank.end()
                    yield from errors.collect(_read_line, document.display_path, number, line)
                else:
                    blank.add(line)
    except RecordError as error:
        raise error.at(file=document.display_path, line=number) from None
    except (EOFError, OSError, zlib.error):
        raise RecordError(
            "the file is truncated or damaged", file=document.display_path, line=number + 1, remedy=_REMEDY
        ) from None


def _read_line(file: str, number: int, line: bytes) -> FieldReader:
    try:
        body = json.loads(line.removeprefix(b"\xef\xbb\xbf"), parse_float=Decimal)
    except (ValueError, RecursionError):
        # The content of the line is never repeated: it may be somebody's prompt.
        raise RecordError("this line is not valid JSON", file=file, line=number, remedy=_REMEDY) from None
    if not isinstance(body, dict):
        raise RecordError("this line is not an object", file=file, line=number, remedy=_REMEDY)
    return FieldReader(body, "", file, line=number)


def without_duplicates(documents: Iterable[Document]) -> Iterator[Document]:
    """The documents without those whose content came before, compressed or not; in order.

    Only files that begin alike are read for it, each once; none is unpacked beyond MAX_COMPARED_BYTES.
    """
    documents = list(documents)
    begins = Counter(document.head for document in documents)
    seen: set[bytes] = set()
    for document in documents:
        digest = _content_digest(document) if begins[document.head] > 1 else None
        if digest is None or digest not in seen:
            yield document
        if digest is not None:
            seen.add(digest)


def _content_digest(document: Document) -> bytes | None:
    """The digest of a file's unpacked content, of one that unpacks to too much that of the file as it is.

    None for one that cannot be read: whoever parses it says so.
    """
    try:
        with document.path.open("rb") as file:
            digest = _digest_of(_decompressed(file), MAX_COMPARED_BYTES)
            if digest is None:
                file.seek(0)
                digest = _digest_of(file, sys.maxsize)
    except (OSError, EOFError, zlib.error):
        return None
    return digest


def _digest_of(content: Any, limit: int) -> bytes | None:
    """The digest of all that can be read; None if it is more bytes than the limit."""
    digest, size = blake2b(digest_size=16), 0
    while chunk := content.read(_CHUNK_BYTES):
        size += len(chunk)
        if size > limit:
            return None
        digest.update(chunk)
    return digest.digest()


def _decompressed(file: IO[bytes]) -> Any:
    is_gzip = file.read(2) == GZIP
    file.seek(0)
    return gzip.GzipFile(fileobj=file) if is_gzip else file


@dataclass(slots=True)
class PagedExport:
    """The files that hold the pages of one saved answer, such as `costs.1.json` and `costs.2.json`, by page number."""

    pages: NumberedPages = field(default_factory=NumberedPages)
    documents: list[tuple[int, Document]] = field(default_factory=list)

    def gap(self) -> Reason | None:
        """Why these pages are not the whole answer; None if they are."""
        gap = self.pages.gap()
        return Reason("PAGES_MISSING", f"{self.documents[0][1].display_path}: {gap}") if gap else None


def group_pages(documents: Iterable[tuple[Document, bool]]) -> list[PagedExport]:
    """The answers that documents are pages of, by path; each document comes with whether another page follows it."""
    exports: dict[tuple[str, str], PagedExport] = {}
    for document, has_more in documents:
        match = _PAGE_FILE.match(document.path.stem)
        stem, number = (match["stem"], int(match["number"])) if match else (document.path.stem, 1)
        export = exports.setdefault((str(document.path.parent), stem), PagedExport())
        export.pages.add(number, has_more)
        export.documents.append((number, document))
    for export in exports.values():
        export.documents.sort(key=lambda page: page[0])
    return [exports[key] for key in sorted(exports)]

"""This file knows how JSON Lines are read object by object, packed or not, by the text that their first line holds."""

from __future__ import annotations

import gzip
import io
import json
import zlib
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from graph.errors import RecordError
from loaders.base import Document
from loaders.saved.fields import ErrorCollector, FieldReader
from loaders.saved.tables import GZIP

_REMEDY = "Export it again"
# A line may hold a whole conversation; beyond this it is no log.
_LINE_BYTES = 64 * 2**20


def first_line(document: Document) -> bytes:
    """The first line, as far as the head of the file holds it; empty for a file that is no JSON Lines."""
    head = document.head.lstrip()
    return head.partition(b"\n")[0] if document.form in ("jsonl", "csv") and head.startswith(b"{") else b""


def lines_of(document: Document, refusals: ErrorCollector) -> Iterator[FieldReader]:
    """The objects in order, each with its line; numbers with a fraction as Decimal. A line that is none goes to `refusals`.

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
                    yield from refusals.kept(_read, document.shown, number, line)
    except (EOFError, OSError, zlib.error):
        raise RecordError(
            "the file is truncated or damaged", file=document.shown, line=number + 1, remedy=_REMEDY
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

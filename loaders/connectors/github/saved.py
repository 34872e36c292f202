"""This file knows how a saved report is opened: a JSON document at once, JSON Lines line by line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.errors import RecordError
from loaders.base import Document, Page
from loaders.connectors.github.recognize import ApiCall
from loaders.saved.fields import ErrorCollector
from loaders.saved.parsing import parse


def parts_of(page: Page, call: ApiCall, errors: ErrorCollector) -> Iterator[Page]:
    """A live page as it is; of a saved file its content, of JSON Lines a page per line."""
    document = page.document
    if document is None:
        yield page
    elif document.format == "jsonl":
        yield from _lines(page, document, errors)
    else:
        yield Page(call.name, document.content, document=document)


def _lines(page: Page, document: Document, errors: ErrorCollector) -> Iterator[Page]:
    with document.path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            text = line.removeprefix(b"\xef\xbb\xbf").strip()
            if text:
                for raw in errors.collect(_read_line, text, document.display_path, number):
                    yield Page(page.endpoint, raw, {"line": number}, document)


def _read_line(text: bytes, shown: str, number: int) -> Any:
    try:
        return parse("json", text.decode(), is_pure=True)
    except UnicodeDecodeError:
        raise RecordError("the line is not UTF-8 text", file=shown, line=number) from None
    except RecordError as error:
        raise RecordError(error.problem, file=shown, line=number, remedy=error.remedy) from None

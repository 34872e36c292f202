"""This file knows one list of a proxy, live or saved: what it says, and whether all of it came."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from graph.reason import Reason
from loaders.base import Page
from loaders.connectors.litellm.recognize import FIELDS, GONE, entries_of, total_of
from loaders.live.pagination import WHOLE
from loaders.saved.fields import ErrorCollector, FieldReader


class ListPages:
    """The pages of one list. `items` are what its entries say; an entry that comes twice is one."""

    def __init__(self, call: str, read: Callable[[FieldReader], Any], errors: ErrorCollector) -> None:
        self._call, self._read, self._errors = call, read, errors
        self._found: dict[Any, Any] = {}
        self._refused = self._ended = self._twice = False
        self._failure: Reason | None = None
        self._pages, self._entries = 0, 0
        self._totals: set[int | None] = set()

    @property
    def items(self) -> list[Any]:
        """What was listed, in the order in which it came."""
        return list(self._found.values())

    def add(self, page: Page) -> None:
        """Take a page in, or the end of the list, or its failure."""
        if page.failure is not None:
            self._failure = page.failure
        elif page.document is None and page.body is None:
            self._ended = bool(page.request.get(WHOLE))
        else:
            body = page.body if page.document is None else page.document.content
            shown = page.endpoint if page.document is None else page.document.display_path
            self._take(body, shown, may_come_again=page.document is not None)
            if page.document is not None:
                self._pages += 1
                self._totals.add(total_of(self._call, body))

    @property
    def has_failed(self) -> bool:
        """Whether the list is there and could not be read."""
        return self._failure is not None and self._failure.code != GONE

    @property
    def is_proven(self) -> bool:
        """Whether the list was read to its end and every entry understood."""
        return (self._pages > 0 or self._ended) and not self._refused and self._problem() is None

    def gap(self) -> Reason | None:
        """Why this is not the whole list; None if it is, or if nothing of it came at all."""
        problem = self._problem()
        return self._failure or (Reason("INCOMPLETE", f"{self._call}: {problem}") if problem else None)

    def _problem(self) -> str | None:
        if self._failure is not None:
            return self._failure.detail
        if self._twice:
            return "an entry came twice: places shifted between two pages"
        if not self._pages or self._totals == {self._entries}:
            return None
        return f"{self._entries:,} entries came, and the pages do not say that these are all"

    def _take(self, body: Any, shown: str, may_come_again: bool) -> None:
        name = FIELDS.get(self._call, "") if isinstance(body, Mapping) else ""
        for place, raw in enumerate(entries_of(self._call, body) or ()):
            known = len(self._errors.messages)
            for item in self._errors.collect(self._entry, raw, f"{name}[{place}]", shown):
                has_id = hasattr(item, "id")
                earlier = self._found.setdefault(item.id if has_id else item, item)
                # Deployments have no id: two that say the same are one. A page that was saved twice counts once.
                self._entries += earlier is item or not has_id
                self._twice |= has_id and earlier is not item and (earlier != item or not may_come_again)
            lost = len(self._errors.messages) > known
            self._refused |= lost
            self._entries += lost

    def _entry(self, raw: Any, place: str, shown: str) -> Any:
        entry = FieldReader(raw, place, shown, accepts_digits=True)
        if not isinstance(raw, Mapping):
            FieldReader({}, "", shown).refuse(place, "this must be an object")
        return self._read(entry)

"""This file knows the saved pages of one answer, `costs.1.json`, `costs.2.json`, and whether they are all of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.reason import Reason
from loaders.admin.paging import PageRun
from loaders.base import Document

_PAGE = re.compile(r"(?P<stem>.+)\.(?P<number>[0-9]{1,3})\Z")


@dataclass(slots=True)
class Answered:
    """The pages of one answer, in order of their numbers."""

    run: PageRun = field(default_factory=PageRun)
    documents: list[tuple[int, Document]] = field(default_factory=list)

    def gap(self) -> Reason | None:
        """Why these pages are not the whole answer; None if they are."""
        gap = self.run.gap()
        return Reason("PAGES_MISSING", f"{self.documents[0][1].shown}: {gap}") if gap else None


def answers_of(documents: Iterable[tuple[Document, bool]]) -> list[Answered]:
    """The answers among documents, each of which says whether another page follows it, by path."""
    found: dict[tuple[str, str], Answered] = {}
    for document, more in documents:
        match = _PAGE.match(document.path.stem)
        stem, number = (match["stem"], int(match["number"])) if match else (document.path.stem, 1)
        answer = found.setdefault((str(document.path.parent), stem), Answered())
        answer.run.add(number, more)
        answer.documents.append((number, document))
    for answer in found.values():
        answer.documents.sort(key=lambda page: page[0])
    return [found[key] for key in sorted(found)]

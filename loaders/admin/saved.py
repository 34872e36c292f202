"""This file knows which call a saved answer belongs to: its path below `<connector>/<instance>/` is the call's own path.

`openai/acme/organization/projects/proj_1/users.json` is the answer of /organization/projects/proj_1/users of the
organisation acme; `users.1.json`, `users.2.json` are its pages. An answer saved elsewhere is of the instance `default`,
and its content alone says what it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.base import Document, Page

_PAGE = re.compile(r"(?P<stem>.+?)[._-](?P<number>[0-9]{1,6})\Z")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a saved answer lies: `path` is None outside a folder of the connector."""

    instance: str
    path: str | None
    number: int


def place_of(document: Document, connector: str) -> Place:
    """The instance, call and page number that the place of a file says."""
    parts = document.path.parts
    found = _PAGE.match(document.path.stem)
    number = int(found["number"]) if found else 1
    # At least an instance and a file below the folder; of several, the innermost one counts.
    below = [at for at, part in enumerate(parts[:-2]) if part == connector]
    if not below:
        return Place("default", None, number)
    inside = parts[below[-1] + 2 : -1]
    stem = found["stem"] if found else document.path.stem
    return Place(parts[below[-1] + 1], "/" + "/".join((*inside, stem)), number)


def place_of_page(page: Page, connector: str) -> Place | None:
    """The place of a saved page; None for a live one."""
    return None if page.document is None else place_of(page.document, connector)

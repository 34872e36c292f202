"""Location of saved answers: the path below `<connector>/<instance>/` is the path of the call that was answered.

`openai/acme/organization/projects/proj_1/users.json` is the answer of /organization/projects/proj_1/users of the
organisation acme; `users.1.json`, `users.2.json` are its pages. An answer saved elsewhere belongs to the instance `default`,
and its content alone says what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from loaders.base import Context, Document, Page

_PAGE = re.compile(r"(?P<stem>.+?)[._-](?P<number>[0-9]{1,6})\Z")


@dataclass(frozen=True, slots=True)
class SavedCall:
    """The call of a saved answer; `path` is None outside a folder of the connector. Pages are numbered from 1."""

    instance: str
    path: str | None
    number: int


def saved_call(document: Document, connector: str) -> SavedCall:
    """The instance, call and page number that the path of a file says."""
    parts = document.path.parts
    match = _PAGE.match(document.path.stem)
    number = int(match["number"]) if match else 1
    # At least an instance and a file below the folder; of several, the innermost one counts.
    below = [at for at, part in enumerate(parts[:-2]) if part == connector]
    if not below:
        return SavedCall("default", None, number)
    inside = parts[below[-1] + 2 : -1]
    stem = match["stem"] if match else document.path.stem
    return SavedCall(parts[below[-1] + 1], "/" + "/".join((*inside, stem)), number)


def saved_call_of_page(page: Page, connector: str) -> SavedCall | None:
    """The call of a saved page; None for a live one."""
    return None if page.document is None else saved_call(page.document, connector)


def documents_by_source(pages: Iterable[Page], context: Context, connector: str) -> list[tuple[str, list[Document]]]:
    """The saved files of each source, the one that the command names or `connector:instance`; both in byte order."""
    sources: dict[str, list[Document]] = {}
    for page in pages:
        if page.document is not None:
            source = context.source or f"{connector}:{saved_call(page.document, connector).instance}"
            sources.setdefault(source, []).append(page.document)
    return [(source, sorted(sources[source], key=lambda file: file.display_path)) for source in sorted(sources)]

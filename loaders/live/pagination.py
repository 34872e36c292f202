"""Pagination of live systems: lists read page after page until their end is proven."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx

from graph.errors import FetchError
from graph.reason import Reason
from loaders.base import Page
from loaders.live.http import HttpClient

FORBIDDEN, UNAUTHORIZED, FETCH_FAILED, EXPIRED = "FORBIDDEN", "UNAUTHORIZED", "FETCH_FAILED", "EXPIRED"
# A list whose owner is gone meanwhile, or that is not offered at all.
GONE = "GONE"
# What no other call of the run could mend: a person has to change the key first.
ENDING = (UNAUTHORIZED, FORBIDDEN)
# The last page of a collection carries no body: it says whether all of it came.
WHOLE = "whole"
# How often a page that was seen before is asked for again before it is given up.
REPEATS = 2

# What `read_list` returns for a list whose owner is gone meanwhile.
_GONE = Reason(GONE, "it is not there")

Pages = Generator[Page, None, Reason | None]


class PagesShifted(FetchError):
    """The pages of a list do not fit together: entries moved between pages while they were read."""


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of a list: its entries, the link of the next page (None: this is the last), the number of all entries.

    `problem` says why another page follows but cannot be asked for.
    """

    entries: Sequence[Any]
    next_link: str | None
    total: int | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class PageRequest:
    """Which collection a page is of, the link that it was asked for with, and the headers of the response."""

    name: str
    link: str
    headers: httpx.Headers

    def link_with(self, name: str, term: str | int) -> str:
        """The same link with another term in its query."""
        return str(httpx.URL(self.link).copy_set_param(name, term))


@dataclass(frozen=True, slots=True)
class Paginator:
    """The lists of one system, read page after page to the end.

    `parse` reads the response for a page. `ask` fetches it by its link, GET by default; a link is whatever `parse` gives.
    A list has at most `max_pages`. A page that came before is asked for again `repeats` times, and a list whose pages
    shifted is read again from its first page `restarts` times, before either is given up.
    """

    http: HttpClient
    parse: Callable[[PageRequest, Any], ListPage]
    max_pages: int
    ask: Callable[[str], Any] | None = None
    repeats: int = REPEATS
    restarts: int = 0

    def read_collection(self, name: str, links: Iterable[str], into: list[Any] | None = None) -> Pages:
        """The pages of the lists that make up a collection, and a last page that says that all came, unless one failed.

        What they list is also put `into` a list.
        """
        failures = []
        for link in links:
            failures.append((yield from self.read_list(name, link, {}, into)))
        return (yield from self._end(name, failures))

    def read_each(self, name: str, owners: Iterable[tuple[str, str]], role: str = "group") -> Pages:
        """The same for a collection of one list per (id, link); an owner that is gone meanwhile has none."""
        failures: list[Reason | None] = []
        for owner, link in owners:
            failures.append((yield from self.read_list(name, link, {role: owner}, may_be_gone=True)))
        if len(failures) > 1 and all(failure is _GONE for failure in failures):
            # One may go while others are read; that all do means that they are looked for in the wrong place.
            failures = [Reason(FETCH_FAILED, f"{name}: none of {len(failures):,} lists is there")]
            yield Page(name, None, failure=failures[0])
        return (yield from self._end(name, [failure for failure in failures if failure is not _GONE]))

    def read_list(
        self,
        name: str,
        link: str,
        request: Mapping[str, Any],
        into: list[Any] | None = None,
        *,
        may_be_gone: bool = False,
    ) -> Pages:
        """The pages of one list, from `link` on, each with its `number` in the request.

        A failure ends them with a page that says so, and is returned. A list that is read again begins with number 1.
        """
        for attempt in range(self.restarts + 1):
            progress = _ListProgress(name)
            try:
                while progress.link is not None or not progress.number:
                    page = self._next_page(progress, link if not progress.number else progress.link or "")
                    if into is not None:
                        into += page.entries
                    yield Page(name, progress.body, {**request, "number": progress.number})
                    if page.problem:
                        raise PagesShifted(f"{name}: page {progress.number} {page.problem}")
                return None
            except PagesShifted as error:
                if attempt < self.restarts:
                    continue
                failure = reason_of(error)
            except FetchError as error:
                if error.status == 404 and may_be_gone:
                    return _GONE
                failure = reason_of(error)
            yield Page(name, None, {**request, "number": progress.number + 1}, failure=failure)
            return failure
        raise AssertionError("a list is read at least once")

    def _next_page(self, progress: _ListProgress, link: str) -> ListPage:
        """Fetch the next page and check that it fits to those before. Raises FetchError."""
        name = progress.name
        if link in progress.links:
            raise PagesShifted(f"{name}: it never ends")
        if len(progress.links) >= self.max_pages:
            raise PagesShifted(f"{name}: there are more than {self.max_pages:,} pages")
        progress.links.add(link)
        progress.body, page = self._page(name, link, progress.fingerprints)
        progress.count += len(page.entries)
        progress.totals.add(page.total)
        if page.next_link is None and progress.totals - {None, progress.count}:
            # Entries shift when one is added or removed meanwhile, and another may be skipped.
            raise PagesShifted(f"{name}: {progress.count:,} came, which are not all, or the total changed meanwhile")
        progress.link, progress.number = page.next_link, progress.number + 1
        return page

    def _page(self, name: str, link: str, fingerprints: set[int]) -> tuple[Any, ListPage]:
        """A page; one that came before is asked for again."""
        for _ in range(self.repeats + 1):
            body, headers = self.http.get_link(link) if self.ask is None else (self.ask(link), httpx.Headers())
            page = self.parse(PageRequest(name, link, headers), body)
            # Entry by entry: the text of a whole page would take as much memory as the page.
            fingerprint = hash(tuple(hash(repr(entry)) for entry in page.entries))
            if not page.entries or fingerprint not in fingerprints:
                fingerprints.add(fingerprint)
                return body, page
        raise PagesShifted(f"{name}: a page repeats an earlier one")

    def _end(self, name: str, failures: list[Reason | None]) -> Pages:
        failure = next((failure for failure in failures if failure is not None), None)
        if failure is None:
            yield list_end(name)
        return failure


@dataclass(slots=True)
class _ListProgress:
    """How far a list was read: the number of pages, the next link, and what tells pages that do not fit together."""

    name: str
    number: int = 0
    link: str | None = None
    body: Any = None
    links: set[str] = field(default_factory=set)
    fingerprints: set[int] = field(default_factory=set)
    count: int = 0
    totals: set[int | None] = field(default_factory=set)


def list_end(name: str, **request: Any) -> Page:
    """The page without a body that ends a collection: all of it came."""
    return Page(name, None, {WHOLE: True, **request})


def until_refused(pages: Iterable[Page]) -> Iterator[Page]:
    """The pages up to the first that was refused: with a key that is not accepted there is nothing more to ask."""
    for page in pages:
        yield page
        if page.failure is not None and page.failure.code in ENDING:
            return


def entries_of(body: object, field: str | None, name: str, *, optional: bool = False) -> list[Any]:
    """The entries of a page: its own list, or that of a field. Raises FetchError if it is not as documented."""
    entries = body if field is None else body.get(field) if isinstance(body, Mapping) else None
    if entries is None and optional and isinstance(body, Mapping):
        return []
    if not isinstance(entries, list):
        raise FetchError(f"{name} did not answer as documented")
    return entries


def text_of(body: Mapping[str, Any], field: str, name: str) -> str | None:
    """A link or token of a page, None where there is none. Raises FetchError if it is no text."""
    value = body.get(field)
    if value is not None and not isinstance(value, str):
        raise FetchError(f"{name} did not answer as documented: {field} is no text")
    return value or None


def reason_of(error: FetchError) -> Reason:
    """Why a fetch ended, for the run that it spoils."""
    codes = {401: UNAUTHORIZED, 403: FORBIDDEN, 410: EXPIRED}
    return Reason(codes.get(error.status or 0, FETCH_FAILED), str(error))


def ids_of(entries: Iterable[Any], field: str = "id") -> list[str]:
    """The ids of listed entries, each once; what has none is refused where it is read."""
    ids = (entry.get(field) for entry in entries if isinstance(entry, Mapping))
    return list(dict.fromkeys(entry_id for entry_id in ids if isinstance(entry_id, str) and entry_id))

"""This file knows how a live system's lists are read, page after page, to the proven end."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
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

# What `pages` returns of a list whose owner is gone meanwhile.
_GONE = Reason(GONE, "it is not there")

Pages = Generator[Page, None, Reason | None]


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of a list: its entries, where the next one is (None: this is the last), how many there are in all."""

    entries: list[Any]
    next_link: str | None
    total: int | None = None


@dataclass(frozen=True, slots=True)
class PageRequest:
    """Which collection a page is of, where it was asked for, and the headers that came with it."""

    name: str
    link: str
    headers: httpx.Headers

    def link_with(self, name: str, term: str | int) -> str:
        """The same place with another term in its query."""
        return str(httpx.URL(self.link).copy_set_param(name, term))


@dataclass(frozen=True, slots=True)
class Paginator:
    """The lists of one system. `parse` reads what came for a page; `max_pages`: how many pages a list may have."""

    http: HttpClient
    parse: Callable[[PageRequest, Any], ListPage]
    max_pages: int

    def read_collection(self, name: str, links: Iterable[str], into: list[Any] | None = None) -> Pages:
        """The pages of the lists that make up a collection, and the one that says that all came, unless one failed.

        What they list is also put `into` a list.
        """
        failures = []
        for link in links:
            failures.append((yield from self.read_list(name, link, {}, into)))
        return (yield from self._end(name, failures))

    def read_each(self, name: str, owners: Iterable[tuple[str, str]], role: str = "group") -> Pages:
        """The same for a collection of one list per (id, link); what is gone meanwhile has none."""
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
        """The pages of one list, from `link` on. A failure ends them with a page that says so, and is returned."""
        links: set[str] = set()
        seen: set[int] = set()
        following: str | None = link
        count, totals = 0, set[int | None]()
        while following is not None:
            try:
                if following in links or len(links) >= self.max_pages:
                    problem = "it never ends" if following in links else f"there are more than {self.max_pages:,} pages"
                    raise FetchError(f"{name}: {problem}")
                links.add(following)
                body, answer = self._page(name, following, seen)
                count += len(answer.entries)
                totals.add(answer.total)
                if answer.next_link is None and totals - {None, count}:
                    # Places shift when somebody comes or goes meanwhile, and one may be skipped.
                    raise FetchError(f"{name}: {count:,} came, which are not all, or the total changed meanwhile")
            except FetchError as error:
                if error.status == 404 and may_be_gone:
                    return _GONE
                failure = reason_of(error)
                yield Page(name, None, request, failure=failure)
                return failure
            if into is not None:
                into += answer.entries
            yield Page(name, body, request)
            following = answer.next_link
        return None

    def _page(self, name: str, link: str, seen: set[int]) -> tuple[Any, ListPage]:
        """A page; one that was seen before is asked for again."""
        for _ in range(REPEATS + 1):
            body, headers = self.http.get_link(link)
            answer = self.parse(PageRequest(name, link, headers), body)
            fingerprint = hash(repr(answer.entries))
            if not answer.entries or fingerprint not in seen:
                seen.add(fingerprint)
                return body, answer
        raise FetchError(f"{name}: a page repeats an earlier one")

    def _end(self, name: str, failures: list[Reason | None]) -> Pages:
        failure = next((one for one in failures if one is not None), None)
        if failure is None:
            yield list_end(name)
        return failure


def list_end(name: str, **told: Any) -> Page:
    """The page without a body that ends a collection: all of it came."""
    return Page(name, None, {WHOLE: True, **told})


def until_refused(pages: Iterable[Page]) -> Iterator[Page]:
    """The pages up to the first that was refused: with a key that is not accepted there is nothing more to ask."""
    for page in pages:
        yield page
        if page.failure is not None and page.failure.code in ENDING:
            return


def entries_of(body: Any, field: str | None, name: str, *, optional: bool = False) -> list[Any]:
    """The entries of a page: its own list, or that of a field. Raises FetchError if it is not as documented."""
    found = body if field is None else body.get(field) if isinstance(body, Mapping) else None
    if found is None and optional and isinstance(body, Mapping):
        return []
    if not isinstance(found, list):
        raise FetchError(f"{name} did not answer as documented")
    return found


def text_of(body: Mapping[str, Any], field: str, name: str) -> str | None:
    """A link or token of a page, None where there is none. Raises FetchError if it is no text."""
    found = body.get(field)
    if found is not None and not isinstance(found, str):
        raise FetchError(f"{name} did not answer as documented: {field} is no text")
    return found or None


def reason_of(error: FetchError) -> Reason:
    """Why a fetch ended, for the run that it spoils."""
    codes = {401: UNAUTHORIZED, 403: FORBIDDEN, 410: EXPIRED}
    return Reason(codes.get(error.status or 0, FETCH_FAILED), str(error))


def ids_of(entries: Iterable[Any], field: str = "id") -> list[str]:
    """The ids of listed entries, each once; what has none is refused where it is read."""
    found = (entry.get(field) for entry in entries if isinstance(entry, Mapping))
    return list(dict.fromkeys(one for one in found if isinstance(one, str) and one))

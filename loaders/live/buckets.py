"""Paged calls of administration APIs: lists, and reports in daily buckets, with `data`, `has_more` and a way to go on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import httpx

from graph.errors import FetchError
from graph.moment import write_day
from loaders.claims.coverage import Days
from loaders.live.http import HttpClient, Params
from loaders.live.pagination import ListPage, PageRequest, Pages, Paginator, entries_of

# The parameter that asks for the page after a response, and its value. Raises KeyError where the response lacks it.
NextPage = Callable[[Mapping[str, Any]], tuple[str, object]]


def after_last(parameter: str) -> NextPage:
    """Lists: the next page begins after the last object of this one."""

    def next_page(body: Mapping[str, Any]) -> tuple[str, object]:
        return parameter, body.get("last_id") or body["data"][-1]["id"]

    return next_page


def next_token(body: Mapping[str, Any]) -> tuple[str, object]:
    """Reports: the next page has a token."""
    return "page", body["next_page"]


@dataclass(frozen=True, slots=True)
class PagedCall:
    """One list, or one report of `days`, in as many pages as it has."""

    path: str
    params: Params
    next_page: NextPage
    days: Days | None = None

    def read(self, http: HttpClient, max_pages: int, into: list[Any] | None = None) -> Pages:
        """The pages, to the proven end or to a failure, which is returned. What they list is also put `into` a list."""
        link = str(httpx.URL(self.path, params=self.params))
        paginator = Paginator(http, self._parse, max_pages, repeats=0)
        return (yield from paginator.read_list(self.path, link, self._request(), into))

    def _request(self) -> dict[str, Any]:
        """What each page says of how it was asked for, beside its number."""
        request: dict[str, Any] = {}
        if self.days is not None:
            request |= {"from": write_day(self.days[0]), "to": write_day(self.days[1])}
        if groups := self.params.get("group_by[]"):
            request["group_by"] = groups
        return request

    def _parse(self, request: PageRequest, body: Mapping[str, Any]) -> ListPage:
        entries, has_more = entries_of(body, "data", self.path), body.get("has_more")
        if not isinstance(has_more, bool):
            raise FetchError(f"{self.path}: a page does not say whether another one follows")
        if not has_more:
            return ListPage(entries, None)
        try:
            parameter, value = self.next_page(body)
        except (KeyError, IndexError, TypeError):
            value = None
        if not isinstance(value, str) or not value:
            return ListPage(entries, None, problem="announces another one and does not say which")
        return ListPage(entries, request.link_with(parameter, value))

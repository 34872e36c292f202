"""This file knows how a paged call is read to its proven end, and when its pages are all of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.errors import FetchError
from graph.moment import write_day
from graph.reason import Reason
from loaders.base import Page
from loaders.claims.coverage import Days, format_days
from loaders.live.http import HttpClient, Params
from loaders.live.pagination import FETCH_FAILED, Pages, reason_of

# Of an answer that another page follows: the parameters that ask for it. Raises KeyError where the answer lacks them.
Onward = Callable[[Mapping[str, Any]], Params]


def after_last(parameter: str) -> Onward:
    """Lists: the next page begins after the last object of this one."""

    def onward(body: Mapping[str, Any]) -> Params:
        last = body.get("last_id") or body["data"][-1]["id"]
        return {parameter: last}

    return onward


def next_token(body: Mapping[str, Any]) -> Params:
    """Reports: the next page has a token."""
    return {"page": body["next_page"]}


@dataclass(frozen=True, slots=True)
class Call:
    """One thing to ask for, in as many pages as it has. `days`: of a report."""

    path: str
    params: Params
    onward: Onward
    days: Days | None = None
    told: Mapping[str, Any] = field(default_factory=dict)

    def request(self, number: int) -> dict[str, Any]:
        """What a page has to say of how it was asked for."""
        days = {"from": write_day(self.days[0]), "to": write_day(self.days[1])} if self.days else {}
        groups = self.params.get("group_by[]")
        return {"number": number, **days, **({"group_by": groups} if groups else {}), **self.told}


def read_call(http: HttpClient, call: Call, max_pages: int, entries: list[Any] | None = None) -> Pages:
    """The pages of a call, to the proven end or to a failure, which is returned. `entries` gets what they list."""
    params: Params = call.params
    asked: set[str] = set()
    seen: set[int] = set()
    number, problem = 1, ""
    while not problem:
        request = call.request(number)
        try:
            body = http.get(call.path, params)
            found = _entries(call.path, body)
        except FetchError as error:
            failure = reason_of(error)
            yield Page(call.path, None, request, failure=failure)
            return failure
        more, fingerprint = body.get("has_more"), hash(repr(found))
        if found and fingerprint in seen:
            problem = f"page {number} repeats an earlier one"
        elif number > max_pages:
            problem = f"there are more than {max_pages:,} pages"
        elif not isinstance(more, bool):
            problem = f"page {number} does not say whether another one follows"
        else:
            yield Page(call.path, body, request)
            if entries is not None:
                entries += found
            if not more:
                return None
            following = _following(call, body)
            if following is None or repr(following) in asked:
                problem = f"page {number} announces another one and does not say which"
            else:
                asked.add(repr(following))
                params = {**call.params, **following}
        seen.add(fingerprint)
        number += 1
    failure = Reason(FETCH_FAILED, f"{call.path}{f', {format_days(call.days)}' if call.days else ''}: {problem}")
    yield Page(call.path, None, call.request(number), failure=failure)
    return failure


def _entries(path: str, body: Any) -> list[Any]:
    found = body.get("data") if isinstance(body, Mapping) else None
    if not isinstance(found, list):
        raise FetchError(f"{path} did not answer as documented")
    return found


def _following(call: Call, body: Mapping[str, Any]) -> Params | None:
    try:
        following = call.onward(body)
    except (KeyError, IndexError, TypeError):
        return None
    return following if all(isinstance(told, str) and told for told in following.values()) else None

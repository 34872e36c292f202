"""This file knows which calls tell of one day what Copilot was used for and what it cost, and where reports lie."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from graph.errors import FetchError
from graph.moment import date_of, write_day
from graph.reason import Reason
from loaders.base import Page
from loaders.claims.coverage import Days
from loaders.connectors.github.config import Config
from loaders.connectors.github.recognize import BILL, CREDITS, PREMIUM, REPORT, rows_of
from loaders.live.http import HttpClient, Params
from loaders.live.pagination import FETCH_FAILED, FORBIDDEN, entries_of, list_end, reason_of
from loaders.saved.parsing import read_body

_BILLS = (PREMIUM, CREDITS, BILL)
# Links expire: where one does not answer, the report is asked for new ones.
_ATTEMPTS = 2
_ABSENT = (204, 404)

Told = Generator[Page, None, Reason | None]


@dataclass(slots=True)
class _ReportReader:
    """What a run learns while it reads its days."""

    http: HttpClient
    config: Config
    holders: Sequence[str]
    refused: set[str] = field(default_factory=set)
    # Who used Copilot on the day that is being read.
    users: dict[str, None] = field(default_factory=dict)


def read_days(http: HttpClient, config: Config, days: Days, holders: Sequence[str]) -> Iterator[Page]:
    """The pages of every day, oldest first; a report that is refused is not asked for again.

    A page without a body says that a day's report came whole, or that there is none (`absent`).
    """
    reading = _ReportReader(http, config, holders)
    centres = yield from _centres(reading)
    names = [REPORT] * config.copilot + [*_BILLS] * config.billing
    for day in range(days[0], days[1] + 1):
        reading.users = {}
        for name in names:
            if name in reading.refused:
                continue
            failure = yield from (_report(reading, day) if name == REPORT else _bill(reading, name, day, centres))
            if failure is not None and failure.code == FORBIDDEN:
                reading.refused.add(name)


def _report(reading: _ReportReader, day: int) -> Told:
    told = {"day": write_day(day)}
    path = f"{_org(reading.config)}/{REPORT}"
    problem = Reason(FETCH_FAILED, f"{REPORT}: no answer")
    for _ in range(_ATTEMPTS):
        try:
            body = reading.http.get(path, told)
        except FetchError as error:
            return (yield from _failed(REPORT, error, told))
        if body is None:
            yield list_end(REPORT, **told, absent=204)
            return None
        try:
            found = _links(body, told["day"])
            shards = [_shard(reading.http, link) for link in found]
        except FetchError as error:
            # That a link is refused says nothing about the token, which it never saw.
            problem = Reason(FETCH_FAILED, f"{REPORT}: {error}")
            continue
        for place, rows in enumerate(shards):
            reading.users |= dict.fromkeys(filter(None, map(_login, rows)))
            yield Page(REPORT, rows, {**told, "shard": place})
        yield list_end(REPORT, **told)
        return None
    yield Page(REPORT, None, told, failure=problem)
    return problem


def _bill(reading: _ReportReader, name: str, day: int, centres: Sequence[str]) -> Told:
    """A bill of one day; of an enterprise the usage bill leaves out what belongs to its cost centres, unless asked."""
    told: dict[str, Any] = {"day": write_day(day)}
    date = date_of(day)
    params: dict[str, str | int] = {"year": date.year, "month": date.month, "day": date.day}
    enterprise = reading.config.enterprise
    if enterprise and name != BILL:
        params["organization"] = reading.config.instance
    root = f"/enterprises/{quote(enterprise, safe='')}" if enterprise else f"/organizations/{_quoted(reading.config)}"
    path = f"{root}/settings/{name}"
    asked: list[tuple[Params, Mapping[str, Any]]] = [(params, told)]
    if name == BILL and enterprise:
        # It holds the lines of every organisation.
        told["of"] = reading.config.instance.lower()
        asked += [({**params, "cost_center_id": centre}, {**told, "centre": centre}) for centre in centres]
    lines = 0
    for terms, request in asked:
        try:
            body = reading.http.get(path, terms)
            lines += len(entries_of(body, "usageItems", name))
        except FetchError as error:
            return (yield from _failed(name, error, request))
        yield Page(name, body, request)
    if reading.config.per_user and name != BILL and lines:
        for user in dict.fromkeys([*reading.users, *(holder.lower() for holder in reading.holders)]):
            try:
                body = reading.http.get(path, {**params, "user": user})
                entries_of(body, "usageItems", name)
            except FetchError as error:
                failure = Reason(FETCH_FAILED, f"{name} of one person: {error}")
                yield Page(name, None, told, failure=failure)
                return failure
            yield Page(name, body, {**told, "user": user})
    yield list_end(name, **told)
    return None


def _centres(reading: _ReportReader) -> Generator[Page, None, list[str]]:
    """The cost centres of the enterprise, those that were deleted included; none without one."""
    enterprise = reading.config.enterprise
    if not enterprise or not reading.config.billing:
        return []
    try:
        body = reading.http.get(f"/enterprises/{quote(enterprise, safe='')}/settings/billing/cost-centers")
        found = entries_of(body, "costCenters", "cost-centers")
    except FetchError as error:
        # Without them the usage bill is not whole, and nothing in it says so.
        reading.refused.add(BILL)
        yield Page(BILL, None, failure=reason_of(error))
        return []
    return [str(one["id"]) for one in found if isinstance(one, Mapping) and one.get("id")]


def _failed(name: str, error: FetchError, request: Mapping[str, Any]) -> Told:
    """A page that says why there is no report; that there is none of this day is no failure."""
    if error.status in _ABSENT and "centre" not in request:
        yield list_end(name, **request, absent=error.status)
        return None
    failure = reason_of(error)
    yield Page(name, None, request, failure=failure)
    return failure


def _links(body: Any, day: str) -> list[str]:
    if isinstance(body, Mapping) and body.get("report_day") not in (None, day):
        raise FetchError(f"{REPORT}: the report of another day came")
    found = entries_of(body, "download_links", REPORT)
    if not all(isinstance(link, str) for link in found):
        raise FetchError(f"{REPORT} did not answer as documented")
    return found


def _shard(http: HttpClient, link: str) -> list[Any]:
    """The rows of one file; a file that is none of ours is asked for again, as any other answer would be."""
    try:
        return _rows(http.download(link))
    except ValueError:
        pass
    try:
        return _rows(http.download(link))
    except ValueError as error:
        raise FetchError(f"a file of {REPORT}: {error}") from None


def _rows(content: bytes) -> list[Any]:
    """The rows of a file: one per line, or one JSON document. Raises ValueError for what is neither."""
    if not content.strip():
        return []
    try:
        return rows_of(read_body(content))
    except ValueError:
        pass
    return [row for line in content.splitlines() if line.strip() for row in rows_of(read_body(line))]


def _login(row: Any) -> str:
    login = row.get("user_login") if isinstance(row, Mapping) else None
    return login.lower() if isinstance(login, str) else ""


def _org(config: Config) -> str:
    return f"/orgs/{_quoted(config)}"


def _quoted(config: Config) -> str:
    return quote(config.instance, safe="")

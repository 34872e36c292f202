"""Calls that read, day by day, what Copilot was used for and what it cost; reports are downloaded from signed links."""

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
# Links expire: where one does not answer, the report is asked for new links.
_ATTEMPTS = 2
_ABSENT = (204, 404)

ReportPages = Generator[Page, None, Reason | None]


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
    reader = _ReportReader(http, config, holders)
    centres = yield from _centres(reader)
    names = [REPORT] * config.copilot + [*_BILLS] * config.billing
    for day in range(days[0], days[1] + 1):
        reader.users = {}
        for name in names:
            if name in reader.refused:
                continue
            failure = yield from (_report(reader, day) if name == REPORT else _bill(reader, name, day, centres))
            if failure is not None and failure.code == FORBIDDEN:
                reader.refused.add(name)


def _report(reader: _ReportReader, day: int) -> ReportPages:
    request = {"day": write_day(day)}
    path = f"{_org(reader.config)}/{REPORT}"
    problem = Reason(FETCH_FAILED, f"{REPORT}: no answer")
    for _ in range(_ATTEMPTS):
        try:
            body = reader.http.get(path, request)
        except FetchError as error:
            return (yield from _failure_page(REPORT, error, request))
        if body is None:
            yield list_end(REPORT, **request, absent=204)
            return None
        try:
            links = _links(body, request["day"])
            shards = [_shard(reader.http, link) for link in links]
        except FetchError as error:
            # A refused link says nothing about the token, which is not sent to it.
            problem = Reason(FETCH_FAILED, f"{REPORT}: {error}")
            continue
        for index, rows in enumerate(shards):
            reader.users |= dict.fromkeys(filter(None, map(_login, rows)))
            yield Page(REPORT, rows, {**request, "shard": index})
        yield list_end(REPORT, **request)
        return None
    yield Page(REPORT, None, request, failure=problem)
    return problem


def _bill(reader: _ReportReader, name: str, day: int, centres: Sequence[str]) -> ReportPages:
    """A bill of one day; the usage bill of an enterprise has the lines of a cost centre only if asked for it."""
    request_of_day: dict[str, Any] = {"day": write_day(day)}
    date = date_of(day)
    params: dict[str, str | int] = {"year": date.year, "month": date.month, "day": date.day}
    enterprise = reader.config.enterprise
    if enterprise and name != BILL:
        params["organization"] = reader.config.instance
    root = f"/enterprises/{quote(enterprise, safe='')}" if enterprise else f"/organizations/{_quoted(reader.config)}"
    path = f"{root}/settings/{name}"
    requests: list[tuple[Params, Mapping[str, Any]]] = [(params, request_of_day)]
    if name == BILL and enterprise:
        # It holds the lines of every organisation.
        request_of_day["of"] = reader.config.instance.lower()
        requests += [({**params, "cost_center_id": centre}, {**request_of_day, "centre": centre}) for centre in centres]
    lines = 0
    for terms, request in requests:
        try:
            body = reader.http.get(path, terms)
            lines += len(entries_of(body, "usageItems", name))
        except FetchError as error:
            return (yield from _failure_page(name, error, request))
        yield Page(name, body, request)
    if reader.config.per_user and name != BILL and lines:
        for user in dict.fromkeys([*reader.users, *(holder.lower() for holder in reader.holders)]):
            try:
                body = reader.http.get(path, {**params, "user": user})
                entries_of(body, "usageItems", name)
            except FetchError as error:
                failure = Reason(FETCH_FAILED, f"{name} of one person: {error}")
                yield Page(name, None, request_of_day, failure=failure)
                return failure
            yield Page(name, body, {**request_of_day, "user": user})
    yield list_end(name, **request_of_day)
    return None


def _centres(reader: _ReportReader) -> Generator[Page, None, list[str]]:
    """The cost centres of the enterprise, those that were deleted included; none without one."""
    enterprise = reader.config.enterprise
    if not enterprise or not reader.config.billing:
        return []
    try:
        body = reader.http.get(f"/enterprises/{quote(enterprise, safe='')}/settings/billing/cost-centers")
        centres = entries_of(body, "costCenters", "cost-centers")
    except FetchError as error:
        # Without them the usage bill is not whole, and nothing in it says so.
        reader.refused.add(BILL)
        yield Page(BILL, None, failure=reason_of(error))
        return []
    return [str(centre["id"]) for centre in centres if isinstance(centre, Mapping) and centre.get("id")]


def _failure_page(name: str, error: FetchError, request: Mapping[str, Any]) -> ReportPages:
    """A page that says why there is no report. A day without a report is not a failure."""
    if error.status in _ABSENT and "centre" not in request:
        yield list_end(name, **request, absent=error.status)
        return None
    failure = reason_of(error)
    yield Page(name, None, request, failure=failure)
    return failure


def _links(body: object, day: str) -> list[str]:
    if isinstance(body, Mapping) and body.get("report_day") not in (None, day):
        raise FetchError(f"{REPORT}: the report of another day came")
    links = entries_of(body, "download_links", REPORT)
    if not all(isinstance(link, str) for link in links):
        raise FetchError(f"{REPORT} did not answer as documented")
    return links


def _shard(http: HttpClient, link: str) -> list[Any]:
    """The rows of one file; a file that cannot be read is downloaded once more."""
    try:
        return _rows(http.download(link))
    except ValueError:
        pass
    try:
        return _rows(http.download(link))
    except ValueError as error:
        raise FetchError(f"a file of {REPORT}: {error}") from None


def _rows(content: bytes) -> list[Any]:
    """The rows of a file: one per line, or one JSON document. Raises ValueError if it is neither."""
    if not content.strip():
        return []
    try:
        return rows_of(read_body(content))
    except ValueError:
        pass
    return [row for line in content.splitlines() if line.strip() for row in rows_of(read_body(line))]


def _login(row: object) -> str:
    login = row.get("user_login") if isinstance(row, Mapping) else None
    return login.lower() if isinstance(login, str) else ""


def _org(config: Config) -> str:
    return f"/orgs/{_quoted(config)}"


def _quoted(config: Config) -> str:
    return quote(config.instance, safe="")

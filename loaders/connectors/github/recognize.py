"""Calls of GitHub's API: which one a live page or a saved file answers, by its path or by its content."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from graph.errors import RecordError
from loaders.base import Document, Page
from loaders.saved.fields import ErrorCollector
from loaders.saved.parsing import parse, read_body
from loaders.saved.tables import columns_of

NAME = "github"
# The first page of a live run: what it was to read.
PLAN = "plan"
ORGANIZATION = "organization"
MEMBERS, ADMINS, OUTSIDE = "members", "admins", "outside_collaborators"
TEAMS, TEAM_MEMBERS, TEAM_REPOS = "teams", "members of teams", "repositories of teams"
REPOS, COLLABORATORS = "repos", "collaborators"
TOKENS, TOKEN_REPOS, AUTHORIZATIONS = "personal-access-tokens", "repositories of tokens", "credential-authorizations"
SEATS = "copilot/billing/seats"
REPORT = "copilot/metrics/reports/users-1-day"
PREMIUM, CREDITS, BILL = "billing/premium_request/usage", "billing/ai_credit/usage", "billing/usage"
DAILY = (REPORT, PREMIUM, CREDITS, BILL)
# A billing report exported as CSV, and the columns that it has whatever its kind.
EXPORT = "billing report"
_EXPORT_COLUMNS = frozenset({"date", "product", "sku", "quantity", "unit_type", "gross_amount", "net_amount"})

_PAGE = re.compile(r"(?P<stem>.+?)[._-](?P<number>[0-9]{1,6})\Z")
_ROOTS = ("orgs", "organizations", "repos", "enterprises")
_BILLING = r"(?:organizations|orgs|enterprises)/[^/]+/settings/"
_REPORTS = r"(?:orgs|enterprises)/[^/]+/copilot/metrics/reports/"
# A day or a number behind the name, for whoever saves several.
_DATED = r"(?:[._-][0-9._-]+)?"
_PATHS = {
    ORGANIZATION: r"orgs/[^/]+",
    MEMBERS: r"orgs/[^/]+/members",
    ADMINS: r"orgs/[^/]+/(?:members[._-])?admins?",
    OUTSIDE: r"orgs/[^/]+/outside_collaborators",
    TEAMS: r"orgs/[^/]+/teams",
    TEAM_MEMBERS: r"orgs/[^/]+/teams/(?P<team>[^/]+)/members",
    TEAM_REPOS: r"orgs/[^/]+/teams/(?P<team>[^/]+)/repos",
    REPOS: r"orgs/[^/]+/repos",
    COLLABORATORS: r"repos/(?P<repository>[^/]+/[^/]+)/collaborators",
    TOKENS: r"orgs/[^/]+/personal-access-tokens",
    TOKEN_REPOS: r"orgs/[^/]+/personal-access-tokens/(?P<token>[^/]+)/repositories",
    AUTHORIZATIONS: r"orgs/[^/]+/credential-authorizations",
    SEATS: r"(?:orgs|enterprises)/[^/]+/copilot/billing/seats",
    REPORT: rf"{_REPORTS}users-(?:1-day|28-day(?:/latest)?){_DATED}",
    PREMIUM: rf"{_BILLING}billing/premium_request/usage{_DATED}",
    CREDITS: rf"{_BILLING}billing/ai_credit/usage{_DATED}",
    BILL: rf"{_BILLING}billing/usage{_DATED}",
}
_CALLS = {name: re.compile(rf"{path}\Z") for name, path in _PATHS.items()}
# Calls that answer one object, with the list or the field that it must have; all others answer a bare list of objects.
_OBJECTS = {ORGANIZATION: "login", SEATS: "seats", PREMIUM: "usageItems", CREDITS: "usageItems", BILL: "usageItems"}


@dataclass(frozen=True, slots=True)
class ApiCall:
    """What a page is of: the call, its request, and the organisation; `instance` None: unknown."""

    name: str
    instance: str | None = None
    request: Mapping[str, Any] = field(default_factory=dict)


def recognize(document: Document) -> bool:
    """A saved answer of GitHub's API: by its path below `github/ORG/`, else by its content: an organisation, its
    repositories, tokens, Copilot seats, users' daily reports (JSON or NDJSON), premium request, AI credit or usage bills;
    or a billing report exported as CSV."""
    return document.format in ("json", "jsonl", "csv") and call_of(document) is not None


def call_of(document: Document) -> ApiCall | None:
    """The call that a saved file answers; None if it answers none."""
    if document.format == "csv":
        columns = {name.strip().lower() for name in columns_of(document)}
        return ApiCall(EXPORT, _saved_path(document)[0]) if columns >= _EXPORT_COLUMNS else None
    if document.format == "jsonl":
        return ApiCall(REPORT, _saved_path(document)[0]) if _is_report(_first_line(document.head)) else None
    body = document.content
    instance, path = _saved_path(document)
    for name, pattern in _CALLS.items() if path is not None else ():
        match = pattern.match(path or "")
        if match is not None and _fits(name, body):
            params = {key: unquote(text) for key, text in match.groupdict().items()}
            return ApiCall(name, instance, params)
    known = _by_content(body)
    return None if known is None else ApiCall(known, instance or _instance_of_content(known, body))


def rows_of(body: object) -> list[Any]:
    """The rows of a users' report: an array, a wrapper with `day_totals`, or one row alone."""
    if isinstance(body, list):
        return [row for part in body for row in _unwrapped(part)]
    return _unwrapped(body)


def _unwrapped(part: object) -> list[Any]:
    if isinstance(part, Mapping) and isinstance(part.get("day_totals"), list):
        return list(part["day_totals"])
    return [part]


def _saved_path(document: Document) -> tuple[str | None, str | None]:
    """The organisation whose folder a file is in, and the path of the call; None outside such a folder."""
    parts = document.path.parts
    for index in range(len(parts) - 3, -1, -1):
        if parts[index] == NAME and parts[index + 2] in _ROOTS:
            match = _PAGE.match(document.path.stem)
            stem = match["stem"] if match and index + 3 < len(parts) - 1 else document.path.stem
            return parts[index + 1].lower(), "/".join((*parts[index + 2 : -1], stem))
    return None, None


def _fits(name: str, body: object) -> bool:
    """Whether an answer has the shape of a call's."""
    if name == REPORT:
        return any(map(_is_report, rows_of(body))) or body == []
    if name in _OBJECTS:
        return isinstance(body, Mapping) and _OBJECTS[name] in body
    return isinstance(body, list)


def _by_content(body: object) -> str | None:
    first = body[0] if isinstance(body, list) and body else body
    if not isinstance(first, Mapping):
        return None
    if any(map(_is_report, rows_of(body))):
        return REPORT
    if isinstance(body, Mapping):
        if isinstance(body.get("seats"), list) and "total_seats" in body:
            return SEATS
        if isinstance(body.get("usageItems"), list):
            return _bill_of(body["usageItems"])
        is_organization = "login" in body and ("default_repository_permission" in body or "members_url" in body)
        return ORGANIZATION if is_organization else None
    if "repository_selection" in first and "token_expired" in first and "owner" in first:
        return TOKENS
    if "credential_id" in first and "credential_type" in first and "login" in first:
        return AUTHORIZATIONS
    owner = first.get("owner")
    return REPOS if "full_name" in first and isinstance(owner, Mapping) and "login" in owner else None


def _bill_of(items: list[Any]) -> str | None:
    """Which bill these lines are of; a summary, which has neither days nor models, repeats other bills and is not one."""
    lines = [item for item in items if isinstance(item, Mapping)]
    if any("date" in item for item in lines):
        return BILL
    with_model = [item for item in lines if "model" in item]
    if not with_model:
        return None
    return CREDITS if "credit" in f"{with_model[0].get('sku')} {with_model[0].get('unitType')}".lower() else PREMIUM


def _instance_of_content(name: str, body: list[Any] | Mapping[str, Any]) -> str | None:
    """The organisation that an answer names."""
    first = body[0] if isinstance(body, list) else body
    name_of_instance: Any = None
    if name == ORGANIZATION:
        name_of_instance = first.get("login")
    elif name in (PREMIUM, CREDITS):
        name_of_instance = first.get("organization")
    elif name == REPOS:
        name_of_instance = first["owner"]["login"]
    elif name == BILL:
        name_of_instance = next(
            (item.get("organizationName") for item in first["usageItems"] if isinstance(item, Mapping)), None
        )
    return name_of_instance.lower() if isinstance(name_of_instance, str) and name_of_instance else None


def _is_report(row: object) -> bool:
    return isinstance(row, Mapping) and "day" in row and ("user_id" in row or "user_login" in row) and "slug" not in row


def _first_line(head: bytes) -> Any:
    try:
        first = read_body(head.lstrip().partition(b"\n")[0])
    except ValueError:
        return None
    return next(iter(rows_of(first)), None)


def parts_of(page: Page, call: ApiCall, errors: ErrorCollector) -> Iterator[Page]:
    """The pages of a saved report: its content as one page, of JSON Lines a page per line. A live page as it is."""
    document = page.document
    if document is None:
        yield page
    elif document.format == "jsonl":
        yield from _lines(page, document, errors)
    else:
        yield Page(call.name, document.content, document=document)


def _lines(page: Page, document: Document, errors: ErrorCollector) -> Iterator[Page]:
    with document.path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            text = line.removeprefix(b"\xef\xbb\xbf").strip()
            if text:
                for raw in errors.collect(_read_line, text, document.display_path, number):
                    yield Page(page.endpoint, raw, {"line": number}, document)


def _read_line(text: bytes, file: str, number: int) -> Any:
    try:
        return parse("json", text.decode(), is_pure=True)
    except UnicodeDecodeError:
        raise RecordError("the line is not UTF-8 text", file=file, line=number) from None
    except RecordError as error:
        raise RecordError(error.problem, file=file, line=number, remedy=error.remedy) from None

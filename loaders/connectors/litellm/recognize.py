"""Calls of a LiteLLM proxy: which one a saved file answers, the entries of an answer and their total."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from loaders.base import Document
from loaders.saved.location import saved_call

NAME = "litellm"
KEYS, USERS, TEAMS = "/key/list", "/user/list", "/team/list"
SERVERS, MODELS = "/v1/mcp/server", "/model/info"
LOGS, DAILY = "/spend/logs/v2", "/user/daily/activity"
# Sums over rows of the logs: recognized, so that they are not taken for the logs, and never counted.
REPORT, SUMMARY = "/global/spend/report", "/spend/logs"
OVERLAPS = (REPORT, SUMMARY)
LISTS = (KEYS, USERS, TEAMS, SERVERS, MODELS)
# The code of the reason that an older proxy has no list of servers.
GONE = "GONE"
# From this many rows on the proxy stops counting: `total` is a floor then.
TOTAL_CAP = 10_000

# The field with the entries of an answer; other answers are bare lists.
FIELDS: Mapping[str, str] = {
    KEYS: "keys",
    USERS: "users",
    TEAMS: "teams",
    MODELS: "data",
    LOGS: "data",
    DAILY: "results",
}
# The fields beside an empty list.
_BESIDE = {
    KEYS: ("total_count", "current_page", "total_pages"),
    USERS: ("users", "total", "page_size", "total_pages"),
    LOGS: ("total", "page_size", "total_pages"),
}
# Calls whose answer may be a bare list.
_BARE = (TEAMS, SERVERS, LOGS)
# The fields that every entry of a call has.
_MARKS = {
    KEYS: ("token", "models"),
    USERS: ("user_id", "user_role"),
    TEAMS: ("team_id", "members_with_roles"),
    SERVERS: ("server_id", "transport"),
    MODELS: ("model_name", "litellm_params"),
    LOGS: ("request_id", "spend"),
    DAILY: ("date", "breakdown"),
}
_SUMS = ((REPORT, ("group_by_day",)), (SUMMARY, ("startTime", "spend", "users", "models")))
_PATHS = {
    **{path: path for path in (*LISTS, LOGS, DAILY, REPORT, SUMMARY)},
    "/v2/team/list": TEAMS,
    "/v1/model/info": MODELS,
    "/mcp/server": SERVERS,
    "/spend/logs/ui": LOGS,
}


def recognize(document: Document) -> bool:
    """A saved answer of the proxy's API: keys, users, teams, MCP servers, models, spend logs, daily activity."""
    return document.format == "json" and call_of(document) is not None


def call_of(document: Document) -> str | None:
    """The call that a saved file answers: by its content, else by its path; None if neither says."""
    call = _call_of_content(document.content)
    if call is not None:
        return call
    path = _PATHS.get(saved_call(document, NAME).path or "")
    return path if path is not None and entries_of(path, document.content) is not None else None


def entries_of(call: str, body: object) -> list[Any] | None:
    """What an answer lists; None if it is not as documented."""
    entries = body.get(FIELDS.get(call)) if isinstance(body, Mapping) else body
    return entries if isinstance(entries, list) else None


def total_of(call: str, body: object) -> int | None:
    """How many entries all pages of a list or of the logs have together; None where that is unknown."""
    if not isinstance(body, Mapping):
        return len(body) if isinstance(body, list) and call in LISTS else None
    if call == MODELS:
        return len(body["data"])
    total = body.get("total_count" if call == KEYS else "total")
    if type(total) is not int or (call == LOGS and (body.get("total_is_capped") or total >= TOTAL_CAP)):
        return None
    return total


def _call_of_content(body: object) -> str | None:
    """The call that an answer's own content shows."""
    for call, marks in _MARKS.items():
        entries = entries_of(call, body) if isinstance(body, Mapping) or call in _BARE else None
        if entries and all(
            isinstance(entry, Mapping) and all(mark in entry for mark in marks) for entry in entries[:3]
        ):
            return call
        if entries == [] and isinstance(body, Mapping) and all(name in body for name in _BESIDE.get(call, (None,))):
            return call
    if isinstance(body, list) and body and isinstance(body[0], Mapping):
        return next((call for call, marks in _SUMS if all(mark in body[0] for mark in marks)), None)
    return None

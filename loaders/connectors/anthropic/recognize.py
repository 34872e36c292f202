"""Calls of Anthropic's administration API, and which of them a live or saved response answers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from loaders.base import Document
from loaders.saved.location import saved_call

NAME = "anthropic"
USERS = "/v1/organizations/users"
WORKSPACES = "/v1/organizations/workspaces"
KEYS = "/v1/organizations/api_keys"
MESSAGES = "/v1/organizations/usage_report/messages"
COSTS = "/v1/organizations/cost_report"
CLAUDE_CODE = "/v1/organizations/usage_report/claude_code"
REPORTS = (MESSAGES, COSTS, CLAUDE_CODE)
ANALYTICS_USAGE = "/v1/organizations/analytics/usage"
ANALYTICS_COST = "/v1/organizations/analytics/cost"
ANALYTICS = (ANALYTICS_USAGE, ANALYTICS_COST)

# What a report can be grouped by; it is asked for all of it.
MESSAGE_GROUPS = (
    "api_key_id",
    "account_id",
    "service_account_id",
    "workspace_id",
    "model",
    "service_tier",
    "context_window",
    "inference_geo",
)
COST_GROUPS = ("workspace_id", "description")
# At most five; usage and cost are asked for the same ones, by which their rows are joined.
ANALYTICS_GROUPS = ("actor", "api_key_id", "workspace_id", "model", "product")

_MEMBERS = re.compile(r"/v1/organizations/workspaces/[^/]+/members\Z")
_ANY_MEMBERS = f"{WORKSPACES}/~/members"
_TYPES = {"user": USERS, "workspace": WORKSPACES, "workspace_member": _ANY_MEMBERS, "api_key": KEYS}


def members_of(workspace: str) -> str:
    """The path of a workspace's members."""
    return f"{WORKSPACES}/{quote(workspace, safe='')}/members"


def is_members(path: str) -> bool:
    """Whether this is the path of some workspace's members."""
    return _MEMBERS.match(path) is not None


def recognize(document: Document) -> bool:
    """A saved answer of the administration API: users, workspaces, members, keys, usage, cost, Claude Code, analytics."""
    return document.format == "json" and call_of(document) is not None


def call_of(document: Document) -> str | None:
    """The path of the call that a saved file answers: the path it lies at says, else its content; None if neither."""
    body = document.content
    if not isinstance(body, Mapping) or not isinstance(body.get("data"), list) or "has_more" not in body:
        return None
    path = saved_call(document, NAME).path
    if path is not None and (path in (USERS, WORKSPACES, KEYS, *REPORTS, *ANALYTICS) or is_members(path)):
        return path
    entries = [entry for entry in body["data"] if isinstance(entry, Mapping)]
    return next((call for entry in entries if (call := _call_of_entry(entry)) is not None), None)


def _call_of_entry(entry: Mapping[str, Any]) -> str | None:
    if "model_breakdown" in entry and "actor" in entry:
        return CLAUDE_CODE
    if "object" in entry:
        return None  # another vendor's: this one's entries have a `type`
    if isinstance(entry.get("group"), Mapping) and "starting_at" in entry:
        has_usage_and_cost = (isinstance(entry.get("usage"), Mapping), isinstance(entry.get("cost"), Mapping))
        return {(True, False): ANALYTICS_USAGE, (False, True): ANALYTICS_COST}.get(has_usage_and_cost)
    rows = entry.get("results")
    if isinstance(rows, list) and "starting_at" in entry:
        row = next((row for row in rows if isinstance(row, Mapping)), {})
        if "amount" in row and "currency" in row:
            return COSTS
        return MESSAGES if "uncached_input_tokens" in row else None
    is_ours = entry.get("type") != "user" or "added_at" in entry
    return _TYPES.get(str(entry.get("type"))) if is_ours else None

"""This file knows which call of Cursor's API an answer belongs to, live or saved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from loaders.base import Document, Page

MEMBERS = "/teams/members"
GROUPS = "/teams/groups"
SPEND = "/teams/spend"
EVENTS = "/teams/filtered-usage-events"
TOOLS = "/analytics/by-user/mcp"
TEAM_TOOLS = "/analytics/team/mcp"
ACCESS = "/teams/model-access/providers"


def recognize(document: Document) -> bool:
    """A saved answer of a call that says something of the graph: members, groups, spend, events, MCP use, model access."""
    return call_of(document.content) is not None


def call_of(body: Any) -> str | None:
    """The call whose documented answer looks like this, or None."""
    if not isinstance(body, Mapping):
        return None
    if "teamMembers" in body:
        return MEMBERS
    if "teamMemberSpend" in body:
        return SPEND
    if "usageEvents" in body:
        return EVENTS
    if "billingCycle" in body and ("groups" in body or "group" in body):
        return GROUPS
    if isinstance(body.get("state"), str) and ("providers" in body or "newProviderDefault" in body):
        return ACCESS
    params = body.get("params")
    if "data" in body and isinstance(params, Mapping) and params.get("metric") == "mcp":
        # By user, `data` is an object keyed by address; an empty one may come as an empty list.
        by_user = isinstance(body["data"], Mapping) or (body["data"] == [] and "pagination" in body)
        return TOOLS if by_user else TEAM_TOOLS
    return None


def body_of(page: Page) -> Any:
    """The parsed answer, wherever the reader of a saved file left it."""
    return page.document.content if page.body is None and page.document is not None else page.body


def instance_of(page: Page) -> str:
    """The team of a saved page: the folder it lies in if that lies in one named cursor, else `default`."""
    folder = page.document.path.parent if page.document is not None else None
    return folder.name if folder is not None and folder.parent.name == "cursor" else "default"

"""Responses of Cursor's API: which call one answers, live or saved, and the fields that Cursor writes in a way of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.address import canonical_address
from graph.moment import read_day
from loaders.base import Document, Page
from loaders.saved import fields as entry

MEMBERS = "/teams/members"
GROUPS = "/teams/groups"
SPEND = "/teams/spend"
EVENTS = "/teams/filtered-usage-events"
TOOLS = "/analytics/by-user/mcp"
TEAM_TOOLS = "/analytics/team/mcp"
ACCESS = "/teams/model-access/providers"
LINES = "/teams/daily-usage-data"


def recognize(document: Document) -> bool:
    """A saved answer of a call that says something of the graph: members, groups, spend, events, MCP use, model access, lines."""
    return call_of(document.content) is not None


def call_of(body: object) -> str | None:
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
    if isinstance(body.get("data"), list) and isinstance(body.get("period"), Mapping) and "params" not in body:
        rows = body["data"]
        if all(isinstance(row, Mapping) and "acceptedLinesAdded" in row for row in rows[:1]):
            return LINES if rows or "totalUsers" in (body.get("pagination") or ()) else None
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


_LONGEST_WHOLE = 17


@dataclass(frozen=True, slots=True)
class CursorReader(entry.FieldReader):
    """One object of a payload, with its place in it: `usageEvents[3]` of a file or a call."""

    def login(self, name: str) -> str | None:
        """An address in its canonical form: Cursor compares them without case. Text that is none is kept as what it calls one."""
        address = self.text(name)
        return canonical_address(address) if address else None

    def identifier(self, name: str) -> str | None:
        """An id as text: today's are text, older copies of the API show whole numbers or none."""
        raw = self.body.get(name)
        if isinstance(raw, int) and not isinstance(raw, bool) and 0 <= raw < 10**_LONGEST_WHOLE:
            return str(raw)
        return self.text(name)

    def cents(self, name: str) -> tuple[int, bool] | None:
        """Nano-dollars of an amount in cents, and whether that had to be rounded; None if absent."""
        return self.money(name, -2)

    def date(self, name: str) -> int | None:
        """A UTC day from `2026-11-20`, a time after it cut off."""
        raw = self.text(name)
        if raw is None:
            return None
        try:
            return read_day(raw[:10])
        except ValueError:
            self.refuse(name, "this is no day such as 2026-11-20")

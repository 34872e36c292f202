"""This file knows MCP analytics: which tool of which server a member called, how often, on which day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from graph.check import check_id
from graph.claims import Edge, Node, Usage
from graph.errors import RecordError
from loaders.connectors.cursor.field import Entry
from loaders.connectors.cursor.member import Directory
from loaders.saved.fields import ErrorCollector

_UNNAMED = "~unnamed"


class Call(NamedTuple):
    """Who called what on which day. Cursor knows a server by the name its user gave it, nothing else."""

    day: int
    email: str | None
    server: str
    tool: str | None


def read_calls(body: Entry, errors: ErrorCollector, instance: str) -> Counter[Call]:
    """The calls of one page, those of one day added up; wrong entries go to `errors`."""
    calls: Counter[Call] = Counter()
    people: list[tuple[str | None, Entry, str]]
    if isinstance(body.body.get("data"), list):
        people = [(None, body, "data")]
    else:
        people = [(email, data, email) for data in errors.collect(body.child, "data") if data for email in data.body]
    for email, holder, name in people:
        for row in holder.valid_children(name, errors):
            for call, count in errors.collect(_read_call, row, email, instance):
                calls[call] += count
    return +calls


def usage(calls: Counter[Call], directory: Directory, instance: str, application: str) -> Iterator[Usage]:
    """One row per caller, tool and day; a call without a tool's name is one of the server."""
    for call, count in calls.items():
        yield Usage(
            principal=None if call.email is None else directory.account(call.email),
            resource=_server_id(call, instance) if call.tool is None else _tool_id(call, instance),
            application=application,
            day=call.day,
            requests=count,
        )


def seen(calls: Counter[Call], instance: str) -> Iterator[Node | Edge]:
    """The servers and tools that were called, each known by name alone."""
    for call in {Call(0, None, call.server, call.tool) for call in calls}:
        server = Node(id=_server_id(call, instance), name=call.server, props={"name_only": True})
        yield server
        if call.tool is not None:
            tool = Node(id=_tool_id(call, instance), name=call.tool, props={"name_only": True})
            yield tool
            yield Edge(kind="EXPOSES", source=server.id, target=tool.id, evidence="called, says /analytics/by-user/mcp")


def _read_call(row: Entry, email: str | None, instance: str) -> tuple[Call, int]:
    day = row.date("event_date")
    if day is None:
        row.refuse("event_date", "a row needs a day")
    address = None if email is None else Entry({"email": email}, row.location, row.file).email("email")
    call = Call(day, address, row.text("mcp_server_name") or _UNNAMED, row.text("tool_name"))
    for name, built in (("mcp_server_name", _server_id(call, instance)), ("tool_name", _tool_id(call, instance))):
        try:
            check_id(built, name)
        except RecordError as error:
            row.refuse(name, error.problem, error.remedy)
    return call, row.non_negative_int("usage") or 0


def _server_id(call: Call, instance: str) -> str:
    return f"McpServer:cursor/{escaped(instance)}/{escaped(call.server)}"


def _tool_id(call: Call, instance: str) -> str:
    return f"McpTool:cursor/{escaped(instance)}/{escaped(call.server)}/{escaped(call.tool or _UNNAMED)}"


def escaped(name: str) -> str:
    """A name without a slash, so that server and tool stay apart in an id; two names never become one."""
    return name.replace("%", "%25").replace("/", "%2F")

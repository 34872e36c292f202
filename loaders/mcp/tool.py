"""This file knows a tool as a server lists it, and what its hints come to when they are absent.

A hint that is absent has its documented default: a tool that says nothing of itself may write, may destroy and talks to the
outside. Whether it destroys means something only of a tool that is not read-only. Hints are the server's own word;
whether to believe them is decided by whoever approves the server.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.claims import Edge, Node
from loaders.saved.fields import ErrorCollector, FieldReader

# The names of the hints in the protocol, and as its Python SDK writes them.
_HINTS = {
    "readOnlyHint": "read_only_hint",
    "destructiveHint": "destructive_hint",
    "idempotentHint": "idempotent_hint",
    "openWorldHint": "open_world_hint",
}


@dataclass(frozen=True, slots=True)
class ListedTool:
    """A tool by its name, which is unique within its server alone. `declared`: the hints that it gives itself.

    The flags are None of a tool that is known by its name alone.
    """

    name: str
    title: str | None = None
    read_only: bool | None = None
    destructive: bool | None = None
    open_world: bool | None = None
    declared: tuple[str, ...] = ()
    notes: Mapping[str, Any] = field(default_factory=dict)


def read_tool(entry: FieldReader) -> ListedTool:
    """A tool of an answer to tools/list. Raises RecordError, naming the field."""
    name = entry.needed("name")
    hints = entry.inner("annotations")
    told = {hint: _hint(hints, hint, spelled) for hint, spelled in _HINTS.items()}
    read_only = told["readOnlyHint"] or False
    destroys, open_world = told["destructiveHint"], told["openWorldHint"]
    return ListedTool(
        name=name,
        title=entry.text("title") or hints.text("title"),
        read_only=read_only,
        destructive=destroys if destroys is not None else not read_only,
        open_world=open_world if open_world is not None else True,
        declared=tuple(hint for hint, said in told.items() if said is not None),
    )


def read_tools(listed: Iterable[tuple[str, Any]], shown: str, refusals: ErrorCollector) -> Iterator[ListedTool]:
    """The tools of a list of (place, raw); what cannot be read goes to `refusals`."""
    for place, raw in listed:
        yield from refusals.kept(_read, raw, place, shown)


def named_tool(name: str, notes: Mapping[str, Any]) -> ListedTool:
    """A tool of which nothing but its name and what somebody noted is known."""
    return ListedTool(name, notes=notes)


def tool_records(server: str, tools: Iterable[ListedTool], evidence: str) -> Iterator[Node | Edge]:
    """What a server exposes: each tool and the edge to it. Of two tools with one name the first counts."""
    unique: dict[str, ListedTool] = {}
    for tool in tools:
        unique.setdefault(tool.name, tool)
    for name, tool in unique.items():
        node = f"McpTool:{server.partition(':')[2]}/{escaped(name)}"
        is_listed = tool.read_only is not None
        props = {
            "read_only": tool.read_only,
            "destructive": tool.destructive,
            "open_world": tool.open_world,
            "title": tool.title,
            "declared": list(tool.declared) if is_listed else None,
            **tool.notes,
        }
        yield Node(id=node, name=name, props={key: said for key, said in props.items() if said is not None})
        yield Edge(kind="EXPOSES", source=server, target=node, evidence=evidence)


def escaped(name: str) -> str:
    """A name without a slash, so that server and tool stay apart in an id; two names never become one."""
    return name.replace("%", "%25").replace("/", "%2F")


def _read(raw: Any, place: str, shown: str) -> ListedTool:
    if not isinstance(raw, Mapping):
        FieldReader({}, "", shown).refuse(place, "a tool must be an object")
    return read_tool(FieldReader(raw, place, shown))


def _hint(hints: FieldReader, hint: str, spelled: str) -> bool | None:
    said = hints.flag(hint)
    return hints.flag(spelled) if said is None else said

"""Tools as a server lists them, and what their hints mean when they are absent.

An absent hint has its documented default: a tool without hints may write, may destroy and talks to the outside. Whether
it destroys matters only for a tool that is not read-only. Hints are claims of the server; whoever approves the server
decides whether to believe them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

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
    """A tool by its name, which is unique only within its server. `declared`: the hints that it states itself.

    The flags are None for a tool of which only the name is known.
    """

    name: str
    title: str | None = None
    read_only: bool | None = None
    destructive: bool | None = None
    open_world: bool | None = None
    declared: tuple[str, ...] = ()
    notes: Mapping[str, object] = field(default_factory=dict)


def read_tool(entry: FieldReader) -> ListedTool:
    """A tool of an answer to tools/list. Raises RecordError that names the field."""
    name = entry.required("name")
    hints = entry.child_or_empty("annotations")
    declared = {hint: _hint(hints, hint, sdk_name) for hint, sdk_name in _HINTS.items()}
    read_only = declared["readOnlyHint"] or False
    destructive, open_world = declared["destructiveHint"], declared["openWorldHint"]
    return ListedTool(
        name=name,
        title=entry.text("title") or hints.text("title"),
        read_only=read_only,
        destructive=destructive if destructive is not None else not read_only,
        open_world=open_world if open_world is not None else True,
        declared=tuple(hint for hint, flag in declared.items() if flag is not None),
    )


def read_tools(listed: Iterable[tuple[str, object]], file: str, errors: ErrorCollector) -> Iterator[ListedTool]:
    """The tools of (path, raw) pairs; what cannot be read goes to `errors`."""
    for path, raw in listed:
        yield from errors.collect(_read, raw, path, file)


def named_tool(name: str, notes: Mapping[str, object]) -> ListedTool:
    """A tool of which only the name and `notes` are known."""
    return ListedTool(name, notes=notes)


def tool_records(server: str, tools: Iterable[ListedTool], evidence: str) -> Iterator[Node | Edge]:
    """The node of each tool and the edge EXPOSES to it. Of two tools with one name the first counts."""
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
        yield Node(id=node, name=name, props={key: value for key, value in props.items() if value is not None})
        yield Edge(kind="EXPOSES", source=server, target=node, evidence=evidence)


def escaped(name: str) -> str:
    """A name without a slash, so that server and tool stay separate in an id; injective."""
    return name.replace("%", "%25").replace("/", "%2F")


def _read(raw: object, path: str, file: str) -> ListedTool:
    if not isinstance(raw, Mapping):
        FieldReader({}, "", file).refuse(path, "a tool must be an object")
    return read_tool(FieldReader(raw, path, file))


def _hint(hints: FieldReader, hint: str, sdk_name: str) -> bool | None:
    flag = hints.flag(hint)
    return hints.flag(sdk_name) if flag is None else flag

"""This file knows the shape of an OpenGraph file: nodes, edges, and how an edge names its ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NoReturn

from graph.check import check_text
from graph.errors import RecordError
from loaders.base import Document

_REMEDY = "Mend the entry or export the graph again"
_MAX_KINDS = 3


@dataclass(slots=True)
class ParsedNode:
    """A node as files tell it: entries of one id are one node, and the later one's properties stand."""

    id: str
    kinds: list[str]
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class ParsedEdge:
    """An edge whose ends are ids."""

    kind: str
    start: str
    end: str
    properties: Mapping[str, Any]
    place: str
    file: str


def recognize(document: Document) -> bool:
    """A JSON object `graph` with a list of `nodes` or of `edges` (JSON Graph Format has nodes by id)."""
    body = document.content.get("graph") if isinstance(document.content, dict) else None
    if document.format != "json" or not isinstance(body, dict):
        return False
    nodes, edges = body.get("nodes"), body.get("edges")
    if isinstance(nodes, list) and (edges is None or isinstance(edges, list)):
        return not nodes or any(isinstance(node, dict) and "kinds" in node for node in nodes) or _joins(edges)
    return nodes is None and _joins(edges)


def _joins(edges: Any) -> bool:
    return isinstance(edges, list) and any(isinstance(edge, dict) and "start" in edge for edge in edges)


def read_node(raw: Any, place: str, file: str) -> ParsedNode:
    """A node; raises RecordError with the field."""
    body = _object(raw, place, file)
    kinds = body.get("kinds")
    if not isinstance(kinds, list) or not kinds or len(kinds) > _MAX_KINDS or not all(map(_is_text, kinds)):
        _refuse("a node needs one to three kinds", f"{place}.kinds", file)
    return ParsedNode(_text(body, "id", place, file), list(kinds), dict(_properties(body, place, file)))


def read_edge(raw: Any, place: str, file: str, index: NodeIndex) -> ParsedEdge:
    """An edge; raises RecordError with the field, also where an end fits no node of the files or several."""
    body = _object(raw, place, file)
    kind = _text(body, "kind", place, file)
    ends = [_end(body, name, place, file, index) for name in ("start", "end")]
    return ParsedEdge(kind, ends[0], ends[1], _properties(body, place, file), place, file)


class NodeIndex:
    """All nodes of a command's files, by id, and by property where an edge asks for that."""

    def __init__(self, nodes: Iterable[ParsedNode]) -> None:
        self.nodes: dict[str, ParsedNode] = {}
        for node in nodes:
            told = self.nodes.setdefault(node.id, node)
            if told is not node:
                told.properties.update(node.properties)
                told.kinds += [kind for kind in node.kinds if kind not in told.kinds]
        self._by_value: dict[str, dict[Any, list[str]]] = {}
        self._by_capitals = {node_id.upper(): node_id for node_id in reversed(self.nodes)}
        # Kinds under which edges know ends that no file lists.
        self.wanted: dict[str, str] = {}

    def spelled(self, node_id: str) -> str:
        """The id as its node has it: BloodHound compares ids without case."""
        return node_id if node_id in self.nodes else self._by_capitals.get(node_id.upper(), node_id)

    def matching(self, wanted: list[tuple[str, Any]], kind: str | None) -> list[str]:
        """The ids of the nodes that have all these properties, and the kind."""
        name, value = wanted[0]
        found = self._values(name).get(_key(value), [])
        return [
            node_id
            for node_id in found
            if (kind is None or kind in self.nodes[node_id].kinds)
            and all(_key(self.nodes[node_id].properties.get(other)) == _key(told) for other, told in wanted[1:])
        ]

    def _values(self, name: str) -> dict[Any, list[str]]:
        if name not in self._by_value:
            found: dict[Any, list[str]] = defaultdict(list)
            for node in self.nodes.values():
                value = node.properties.get(name)
                if isinstance(value, str | bool | int | float | Decimal):
                    found[_key(value)].append(node.id)
            self._by_value[name] = found
        return self._by_value[name]


def _key(value: Any) -> tuple[bool, Any]:
    # True equals 1 in Python, not in a graph.
    return isinstance(value, bool), value


def _end(edge: Mapping[str, Any], name: str, place: str, file: str, index: NodeIndex) -> str:
    where = f"{place}.{name}"
    body = _object(edge.get(name), where, file)
    how, kind = body.get("match_by", "id"), body.get("kind")
    if kind is not None and not _is_text(kind):
        _refuse("a kind must be text", f"{where}.kind", file)
    if how == "id":
        found = index.spelled(_text(body, "value", where, file))
        if kind is not None:
            index.wanted.setdefault(found, kind)
        return found
    if how == "name":
        matches = index.matching([("name", _text(body, "value", where, file))], kind)
    elif how == "property":
        matches = index.matching(list(_matchers(body.get("property_matchers"), where, file)), kind)
    else:
        _refuse("match_by must be id, name or property", f"{where}.match_by", file)
    if len(matches) != 1:
        problem = "several nodes of these files fit" if matches else "no node of these files fits"
        _refuse(problem, where, file, "Name the node by its id")
    return matches[0]


def _matchers(raw: Any, place: str, file: str) -> Iterator[tuple[str, Any]]:
    where = f"{place}.property_matchers"
    if not isinstance(raw, list) or not raw:
        _refuse("a match by property needs its matchers", where, file)
    for number, one in enumerate(raw):
        body = _object(one, f"{where}[{number}]", file)
        value = body.get("value")
        if body.get("operator") != "equals" or not isinstance(value, str | bool | int | float | Decimal):
            _refuse("a matcher reads key, equals, value", f"{where}[{number}]", file)
        yield _text(body, "key", f"{where}[{number}]", file), value


def _properties(body: Mapping[str, Any], place: str, file: str) -> Mapping[str, Any]:
    raw = body.get("properties")
    return {} if raw is None else _object(raw, f"{place}.properties", file)


def _object(raw: Any, place: str, file: str) -> Mapping[str, Any]:
    if not isinstance(raw, dict):
        _refuse("an object is needed here", place, file)
    return raw


def _text(body: Mapping[str, Any], name: str, place: str, file: str) -> str:
    raw = body.get(name)
    if not isinstance(raw, str) or not raw.strip():
        _refuse("text is needed here", f"{place}.{name}", file)
    try:
        check_text(raw, f"{place}.{name}")
    except RecordError as error:
        raise error.at(file=file) from None
    return raw


def _is_text(raw: Any) -> bool:
    return isinstance(raw, str) and bool(raw)


def _refuse(problem: str, place: str, file: str, remedy: str = _REMEDY) -> NoReturn:
    raise RecordError(problem, file=file, field=place, remedy=remedy)

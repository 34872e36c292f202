"""Nodes and edges of an OpenGraph file as parsed, and how an edge names its ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NoReturn

from graph.check import check_text
from graph.errors import RecordError

_REMEDY = "Correct the entry or export the graph again"
_MAX_KINDS = 3


@dataclass(slots=True)
class ParsedNode:
    """A node of the files: entries of one id are one node, and later properties replace earlier ones."""

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
    path: str
    file: str


def read_node(raw: object, path: str, file: str) -> ParsedNode:
    """A node. Raises RecordError with the field."""
    body = _object(raw, path, file)
    kinds = body.get("kinds")
    if not isinstance(kinds, list) or not kinds or len(kinds) > _MAX_KINDS or not all(map(_is_text, kinds)):
        _refuse("a node needs one to three kinds", f"{path}.kinds", file)
    return ParsedNode(_text(body, "id", path, file), list(kinds), dict(_properties(body, path, file)))


def read_edge(raw: object, path: str, file: str, index: NodeIndex) -> ParsedEdge:
    """An edge. Raises RecordError with the field, also if an end matches no node of the files or several."""
    body = _object(raw, path, file)
    kind = _text(body, "kind", path, file)
    ends = [_end(body, name, path, file, index) for name in ("start", "end")]
    return ParsedEdge(kind, ends[0], ends[1], _properties(body, path, file), path, file)


class NodeIndex:
    """All nodes of a run's files, by id, and by property where an edge asks for that."""

    def __init__(self, nodes: Iterable[ParsedNode]) -> None:
        self.nodes: dict[str, ParsedNode] = {}
        for node in nodes:
            first = self.nodes.setdefault(node.id, node)
            if first is not node:
                first.properties.update(node.properties)
                first.kinds += [kind for kind in node.kinds if kind not in first.kinds]
        self._by_value: dict[str, dict[Any, list[str]]] = {}
        self._by_upper_case = {node_id.upper(): node_id for node_id in reversed(self.nodes)}
        # The kinds that edges give for ends that no file lists.
        self.expected_kinds: dict[str, str] = {}

    def canonical_id(self, node_id: str) -> str:
        """The id as its node has it: BloodHound compares ids without case."""
        return node_id if node_id in self.nodes else self._by_upper_case.get(node_id.upper(), node_id)

    def matching(self, matchers: list[tuple[str, Any]], kind: str | None) -> list[str]:
        """The ids of the nodes that have all these properties, and the kind."""
        name, value = matchers[0]
        candidates = self._values(name).get(_key(value), [])
        return [
            node_id
            for node_id in candidates
            if (kind is None or kind in self.nodes[node_id].kinds)
            and all(
                _key(self.nodes[node_id].properties.get(other)) == _key(expected) for other, expected in matchers[1:]
            )
        ]

    def _values(self, name: str) -> dict[Any, list[str]]:
        if name not in self._by_value:
            ids_by_value: dict[Any, list[str]] = defaultdict(list)
            for node in self.nodes.values():
                value = node.properties.get(name)
                if isinstance(value, str | bool | int | float | Decimal):
                    ids_by_value[_key(value)].append(node.id)
            self._by_value[name] = ids_by_value
        return self._by_value[name]


def _key(value: object) -> tuple[bool, object]:
    # True equals 1 in Python, not in a graph.
    return isinstance(value, bool), value


def _end(edge: Mapping[str, Any], name: str, path: str, file: str, index: NodeIndex) -> str:
    end_path = f"{path}.{name}"
    body = _object(edge.get(name), end_path, file)
    match_by, kind = body.get("match_by", "id"), body.get("kind")
    if kind is not None and not _is_text(kind):
        _refuse("a kind must be text", f"{end_path}.kind", file)
    if match_by == "id":
        node_id = index.canonical_id(_text(body, "value", end_path, file))
        if kind is not None:
            index.expected_kinds.setdefault(node_id, kind)
        return node_id
    if match_by == "name":
        matches = index.matching([("name", _text(body, "value", end_path, file))], kind)
    elif match_by == "property":
        matches = index.matching(list(_matchers(body.get("property_matchers"), end_path, file)), kind)
    else:
        _refuse("match_by must be id, name or property", f"{end_path}.match_by", file)
    if len(matches) != 1:
        problem = "several nodes of these files match" if matches else "no node of these files matches"
        _refuse(problem, end_path, file, "Name the node by its id")
    return matches[0]


def _matchers(raw: object, path: str, file: str) -> Iterator[tuple[str, Any]]:
    list_path = f"{path}.property_matchers"
    if not isinstance(raw, list) or not raw:
        _refuse("a match by property needs its matchers", list_path, file)
    for number, matcher in enumerate(raw):
        body = _object(matcher, f"{list_path}[{number}]", file)
        value = body.get("value")
        if body.get("operator") != "equals" or not isinstance(value, str | bool | int | float | Decimal):
            _refuse("a matcher needs a key, the operator equals and a value", f"{list_path}[{number}]", file)
        yield _text(body, "key", f"{list_path}[{number}]", file), value


def _properties(body: Mapping[str, Any], path: str, file: str) -> Mapping[str, Any]:
    raw = body.get("properties")
    return {} if raw is None else _object(raw, f"{path}.properties", file)


def _object(raw: object, path: str, file: str) -> Mapping[str, Any]:
    if not isinstance(raw, dict):
        _refuse("it must be an object", path, file)
    return raw


def _text(body: Mapping[str, Any], name: str, path: str, file: str) -> str:
    raw = body.get(name)
    if not isinstance(raw, str) or not raw.strip():
        _refuse("it must be text and not empty", f"{path}.{name}", file)
    try:
        check_text(raw, f"{path}.{name}")
    except RecordError as error:
        raise error.at(file=file) from None
    return raw


def _is_text(raw: object) -> bool:
    return isinstance(raw, str) and bool(raw)


def _refuse(problem: str, path: str, file: str, remedy: str = _REMEDY) -> NoReturn:
    raise RecordError(problem, file=file, field=path, remedy=remedy)

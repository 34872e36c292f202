"""GraphML of the graph at a moment, written by networkx; igraph, Gephi and yEd read it too.

Nodes are n0, n1 ... in order of their ids, which stand in `remitid`. Lists, and values of properties that the ontology does
not declare and that are no text, are JSON. What XML cannot hold (control characters) becomes U+FFFD.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import BinaryIO

import msgspec

from api.exports.request import Counter, ExportRequest
from api.exports.target import replaced_file
from api.exports.view import EdgeView, ExportView, NodeView
from graph.moment import write_moment
from graph.ontology import NODE_KINDS

Value = str | bool | int

_PROPERTIES = {prop.name: prop.type for kind in NODE_KINDS.values() for prop in kind.properties}
_TYPES = {"flag": bool, "whole": int}
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OWN = ("remitid", "kind", "name", "known", "members")


class _Escaped:
    """A file to which carriage returns are written as references: parsers take a plain one for the end of a line."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def write(self, content: bytes) -> int:
        self._file.write(content.replace(b"\r", b"&#13;"))
        return len(content)


def write(request: ExportRequest) -> str:
    """Write the graph by networkx, in memory whole; returns how many nodes and edges there are."""
    import networkx as nx

    snapshot, nodes, edges = request.snapshot(), Counter(), Counter()
    view = ExportView(snapshot, request.moment)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        id="remit", generation=snapshot.generation, as_of=write_moment(request.moment), digest=snapshot.digest
    )
    for node in request.counted(view.nodes(), nodes):
        # Not as keywords: a source may call a property anything.
        graph.add_nodes_from([(f"n{node.node_index}", _node_attributes(node))])
    for edge in request.counted(view.edges(), edges):
        graph.add_edge(f"n{edge.tail}", f"n{edge.head}", f"e{edges.rows}", **_edge_attributes(edge))
    with replaced_file(request.out) as file:
        nx.write_graphml_xml(graph, _Escaped(file))
    return f"{nodes.rows} nodes, {edges.rows} edges"


def _node_attributes(node: NodeView) -> dict[str, Value]:
    attributes: dict[str, object] = {"remitid": node.id, "kind": node.kind, "name": node.name, "known": node.known}
    attributes["members"] = node.members or None
    for name, value in node.props.items():
        attributes[f"prop_{name}" if name in _OWN else name] = (
            value if isinstance(value, _TYPES.get(_PROPERTIES.get(name, "text"), str)) else _json(value)
        )
    return _written(attributes)


def _edge_attributes(edge: EdgeView) -> dict[str, Value]:
    return _written(
        {
            "kind": edge.kind,
            "permission": edge.permission and edge.permission.name,
            "permission_known": False if edge.guessed else None,
            "cap": edge.cap and edge.cap.name,
            "conveys": edge.conveys,
            "since": edge.since,
            "until": edge.until,
            "first_seen": edge.first_seen,
            "claimed_by": edge.claimed_by,
            "evidence": edge.evidence,
        }
    )


def _written(attributes: Mapping[str, object]) -> dict[str, Value]:
    """What is there, as GraphML has it: texts without what XML cannot hold, lists as JSON."""
    written: dict[str, Value] = {}
    for name, value in attributes.items():
        if value is not None:
            plain = value if isinstance(value, bool | int) else value if isinstance(value, str) else _json(value)
            written[_FORBIDDEN.sub("\ufffd", name)] = (
                _FORBIDDEN.sub("\ufffd", plain) if isinstance(plain, str) else plain
            )
    return written


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()

"""This file knows how the graph of a moment becomes GraphML, as networkx, igraph, Gephi and yEd read it.

Nodes are n0, n1 ... in order of their ids, which stand in `remitid`. Lists, and values of properties that the ontology does
not declare and that are no text, are JSON. What XML cannot hold (control characters) becomes U+FFFD.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from api.exports.asked import Asked, Counter
from api.exports.target import replaced_file
from api.exports.view import EdgeView, NodeView, View
from graph.moment import write_moment
from graph.ontology import NODE_KINDS

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
_TYPES = {"flag": "boolean", "whole": "long"}
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PLAIN = re.compile(r"[A-Za-z0-9 _./:@#+-]*")
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}
)

_GRAPH = (("generation", "long"), ("as_of", "string"), ("digest", "string"))
_NODE = (("remitid", "string"), ("kind", "string"), ("name", "string"), ("known", "boolean"), ("members", "string"))
_EDGE = (
    *(("kind", "string"), ("permission", "string"), ("permission_known", "boolean"), ("cap", "string")),
    *(("conveys", "boolean"), ("since", "string"), ("until", "string"), ("first_seen", "string")),
    *(("claimed_by", "string"), ("evidence", "string")),
)

Keys = dict[tuple[str, str], str]


def write(asked: Asked) -> str:
    """Write the graph; what to tell of it."""
    snapshot, nodes, edges = asked.snapshot(), Counter(), Counter()
    view = View(snapshot, asked.moment)
    keys, lines = _keys(view)
    told = {"generation": snapshot.generation, "as_of": write_moment(asked.moment), "digest": snapshot.digest}
    with replaced_file(asked.out) as file:
        file.write((_HEAD + "".join(lines) + '<graph id="remit" edgedefault="directed">\n').encode())
        file.write("".join(_data(keys, "graph", told.items())).encode() + b"\n")
        for node in asked.counted(view.nodes(), nodes):
            file.write(f'<node id="n{node.place}">{"".join(_data(keys, "node", _of_node(node)))}</node>\n'.encode())
        for edge in asked.counted(view.edges(), edges):
            data = "".join(_data(keys, "edge", _of_edge(edge)))
            ends = f'source="n{edge.tail}" target="n{edge.head}"'
            file.write(f'<edge id="e{edges.rows}" {ends}>{data}</edge>\n'.encode())
        file.write(b"</graph>\n</graphml>\n")
    return f"{nodes.rows} nodes, {edges.rows} edges"


def _keys(view: View) -> tuple[Keys, list[str]]:
    """The number of each attribute, and the lines that declare them."""
    declared = {prop.name: prop.type for kind in NODE_KINDS.values() for prop in kind.properties}
    props = [(_prop(name), _TYPES.get(declared.get(name, "text"), "string")) for name in view.properties]
    keys: Keys = {}
    lines = []
    for domain, attributes in (("graph", _GRAPH), ("node", (*_NODE, *props)), ("edge", _EDGE)):
        for name, kind in attributes:
            if (domain, name) not in keys:
                key = keys[domain, name] = f"d{len(keys)}"
                lines.append(f'<key id="{key}" for="{domain}" attr.name="{_text(name)}" attr.type="{kind}"/>\n')
    return keys, lines


def _of_node(node: NodeView) -> Iterator[tuple[str, Any]]:
    yield from (("remitid", node.id), ("kind", node.kind), ("name", node.name), ("known", node.known))
    if node.members:
        yield "members", node.members
    for name, told in node.props.items():
        yield _prop(name), told


def _of_edge(edge: EdgeView) -> Iterator[tuple[str, Any]]:
    yield "kind", edge.kind
    yield "permission", edge.permission and edge.permission.name
    yield "permission_known", False if edge.guessed else None
    yield "cap", edge.cap and edge.cap.name
    yield "conveys", edge.conveys
    yield from (("since", edge.since), ("until", edge.until), ("first_seen", edge.first_seen))
    yield from (("claimed_by", edge.claimed_by), ("evidence", edge.evidence))


def _prop(name: str) -> str:
    """A property under a name that is none of ours."""
    return f"prop_{name}" if name in dict(_NODE) else name


def _data(keys: Keys, domain: str, told: Iterable[tuple[str, Any]]) -> Iterator[str]:
    for name, value in told:
        if value is not None:
            text = value if isinstance(value, str) else msgspec.json.encode(value).decode()
            yield f'<data key="{keys[domain, name]}">{_text(text)}</data>'


def _text(text: str) -> str:
    if _PLAIN.fullmatch(text):
        return text
    return _FORBIDDEN.sub("\ufffd", text).translate(_ESCAPES)

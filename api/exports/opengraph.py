"""Export of the graph at a moment as a BloodHound OpenGraph file, and the definition of our kinds for BloodHound.

The JSON file can be uploaded as it is. The extension definition says which edges BloodHound may walk: those along which
access flows. `remit load` reads both our nodes and our edges back as they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.metadata import version
from typing import Any, BinaryIO

import msgspec

from api.exports.request import Counter, ExportRequest
from api.exports.target import replaced_file
from api.exports.view import EdgeView, ExportView, NodeView
from graph.ontology import EDGE_KINDS, NODE_KINDS
from loaders.connectors.opengraph.encoding import BASE, ID, KNOWN, MEMBERS, NAMESPACE, write_id, write_kind, write_props

# Names of the free Font Awesome icons, which BloodHound draws, and colours that can be told apart.
_LOOKS = {
    "Identity": ("user", "#4e79a7"),
    "Group": ("users", "#59a14f"),
    "Account": ("id-badge", "#76b7b2"),
    "Credential": ("key", "#edc948"),
    "Application": ("window-maximize", "#9c755f"),
    "Model": ("brain", "#b07aa1"),
    "McpServer": ("server", "#f28e2b"),
    "McpTool": ("wrench", "#ff9da7"),
    "DataSource": ("database", "#e15759"),
}


def write(request: ExportRequest) -> str:
    """Write the graph, and with `extension` the definition of its kinds beside it; what to tell of it."""
    view, nodes, edges = ExportView(request.snapshot(), request.moment), Counter(), Counter()
    with replaced_file(request.out) as file:
        file.write(b'{"metadata":' + msgspec.json.encode({"source_kind": BASE}) + b',"graph":{"nodes":[')
        _write_list(file, (_node(node) for node in request.counted(view.nodes(), nodes)))
        file.write(b'],"edges":[')
        _write_list(file, (_edge(edge) for edge in request.counted(view.edges(), edges)))
        file.write(b"]}}\n")
    summary = f"{nodes.rows} nodes, {edges.rows} edges"
    if request.extension:
        beside = request.out.with_name(f"{request.out.stem}.extension.json")
        with replaced_file(beside) as file:
            file.write(msgspec.json.format(msgspec.json.encode(extension()), indent=2) + b"\n")
        summary += f"; {beside}: {len(NODE_KINDS)} node kinds, {len(EDGE_KINDS)} relationship kinds"
    return summary


def extension() -> dict[str, Any]:
    """The extension definition: our kinds, and which of them access flows along."""
    return {
        "schema": {
            "name": NAMESPACE,
            "display_name": NAMESPACE,
            "version": f"v{version('remit')}",
            "namespace": NAMESPACE,
        },
        "node_kinds": [
            {
                "name": write_kind(kind.name),
                "display_name": kind.name,
                "description": kind.meaning,
                "is_display_kind": True,
                "icon": _LOOKS[kind.name][0],
                "color": _LOOKS[kind.name][1],
            }
            for kind in NODE_KINDS.values()
        ],
        "relationship_kinds": [
            {"name": write_kind(kind.name), "description": kind.reads, "is_traversable": kind.conveys}
            for kind in EDGE_KINDS.values()
        ],
        "environments": [],
        "relationship_findings": [],
    }


def _write_list(file: BinaryIO, rows: Iterable[dict[str, Any]]) -> None:
    for number, row in enumerate(rows):
        file.write((b",\n" if number else b"\n") + msgspec.json.encode(row))


def _node(node: NodeView) -> dict[str, Any]:
    # BloodHound writes `name` in capitals; `displayname` stays.
    properties: dict[str, Any] = {"name": node.name, "displayname": node.name, ID: node.id}
    if node.members:
        properties[MEMBERS] = list(node.members)
    if not node.known:
        properties[KNOWN] = False
    return {
        "id": write_id(node.id),
        "kinds": [write_kind(node.kind), BASE],
        "properties": properties | write_props(node.props),
    }


def _edge(edge: EdgeView) -> dict[str, Any]:
    return {
        "kind": write_kind(edge.kind),
        "start": {"match_by": "id", "value": write_id(edge.source)},
        "end": {"match_by": "id", "value": write_id(edge.target)},
        "properties": dict(_said(edge)),
    }


def _said(edge: EdgeView) -> Iterator[tuple[str, Any]]:
    """What an edge says: there are no nulls."""
    yield "conveys", edge.conveys
    for name, permission in (("permission", edge.permission), ("cap", edge.cap)):
        if permission is not None:
            yield name, permission.name
    if edge.guessed:
        yield "permission_known", False
    for name, moment in (("since", edge.since), ("until", edge.until), ("first_seen", edge.first_seen)):
        if moment is not None:
            yield name, moment
    yield "claimed_by", list(edge.claimed_by)
    if edge.evidence is not None:
        yield "evidence", edge.evidence

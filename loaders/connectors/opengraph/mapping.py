"""This file knows what the nodes and edges of OpenGraph files are here: ours as they were, others by the tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from graph.check import check_id, check_props
from graph.claims import Edge, Node
from graph.errors import RecordError
from graph.moment import NEVER, read_moment
from graph.ontology import EDGE_KINDS, Permission
from graph.snapshot.rows import USED_TAIL
from loaders.connectors.opengraph.encoding import ID, KNOWN, MEMBERS, read_id, read_kind, read_props
from loaders.connectors.opengraph.kinds import EdgeMapping, map_edge_kind, map_node_kind
from loaders.connectors.opengraph.parse import ParsedEdge, ParsedNode
from loaders.saved.fields import FieldReader

_REMEDY = "Mend the entry or export the graph again"
_ADDRESSES = ("email", "mail", "userprincipalname")
_LABELS = ("approval", "sensitivity")
_KEPT_LONG = 2_000


@dataclass(frozen=True, slots=True)
class MappedNode:
    """What a node is here: its id, its kind, and whether it is one that we exported."""

    id: str
    kind: str
    ours: bool = False
    type: str | None = None


def map_node(node: ParsedNode) -> MappedNode | None:
    """What a node is by its kinds, the first known one counts; None if none is known."""
    for kind in node.kinds:
        ours = read_kind(kind)
        if ours is not None:
            told = node.properties.get(ID)
            if isinstance(told, str) and _is_id(told, ours):
                return MappedNode(told, ours, ours=True)
            return MappedNode(read_id(node.id) or f"{ours}:opengraph/{node.id}", ours, ours=True)
    for kind in node.kinds:
        found = map_node_kind(kind)
        if found is not None:
            return MappedNode(f"{found[0]}:opengraph/{node.id}", found[0], type=found[1])
    return None


def map_absent_node(node_id: str, kind: str | None) -> MappedNode | None:
    """What an end is that no file lists: by its id if that is ours, else by the kind that an edge says; None: unknown."""
    ours = read_id(node_id)
    if ours is not None:
        return MappedNode(ours, ours.partition(":")[0], ours=True)
    return None if kind is None else map_node(ParsedNode(node_id, [kind], {}))


def node_records(node: ParsedNode, meaning: MappedNode, file: str) -> list[Node | Edge]:
    """The records of a node; raises RecordError for one of ours that was changed into what cannot be."""
    told = node.properties
    if not meaning.ours:
        return [Node(id=meaning.id, name=_name(told), props=check_props(meaning.kind, _foreign(node, meaning, file)))]
    if check_id(meaning.id, ID) != meaning.kind or told.get(ID, meaning.id) != meaning.id:
        raise RecordError("the id is of another kind", field=ID, remedy=_REMEDY)
    try:
        props = check_props(meaning.kind, {name: _plain(value) for name, value in read_props(told).items()})
    except ValueError as error:
        raise RecordError(str(error), remedy=_REMEDY) from None
    members = told.get(MEMBERS)
    same: list[Node | Edge] = [
        Edge(kind="SAME_AS", source=meaning.id, target=member, evidence="merged where it was exported")
        for member in (members if isinstance(members, list) else ())
        if meaning.kind == "Identity" and isinstance(member, str) and _is_merged(member, meaning.id)
    ]
    if told.get(KNOWN) is not False:
        return [Node(id=meaning.id, name=_name(told), props=props), *same]
    # What nobody described there is described by nobody here: its edges bring it. Only a person's label is kept.
    labels = {name: props[name] for name in _LABELS if name in props}
    return [Node(id=meaning.id, props=labels), *same] if labels else same


def edge_record(edge: ParsedEdge, ends: tuple[MappedNode, MappedNode]) -> Edge | None:
    """The record of an edge; None if its kind is not known, or may not join these ends."""
    ours = read_kind(edge.kind)
    found = EdgeMapping(ours) if ours else map_edge_kind(edge.kind)
    kind = EDGE_KINDS.get(found.kind) if found else None
    if found is None or kind is None:
        return None
    source, target = (ends[1], ends[0]) if found.turned else ends
    if source.kind not in kind.sources or target.kind not in kind.targets:
        return None
    if not ours:
        evidence = f"{edge.kind} in the graph of {edge.file.rpartition('/')[2]}"
        return Edge(kind=kind.name, source=source.id, target=target.id, permission=found.permission, evidence=evidence)
    since, until = (_moment(edge, name) for name in ("since", "until"))
    if kind.name == "USED" and until is not None:
        # A use counts for some time after its last day, and that time is in the export already.
        until = until - USED_TAIL if since is None else max(since, until - USED_TAIL)
    told = edge.properties.get("evidence")
    return Edge(
        kind=kind.name,
        source=source.id,
        target=target.id,
        permission=_permission(edge),
        since=since,
        until=until,
        evidence=told if isinstance(told, str) else None,
    )


def allowed_ends(kind: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The kinds that may stand at the start and at the end of an edge; None if the kind is not known."""
    ours = read_kind(kind)
    found = EdgeMapping(ours) if ours else map_edge_kind(kind)
    told = EDGE_KINDS.get(found.kind) if found else None
    if found is None or told is None:
        return None
    return (told.targets, told.sources) if found.turned else (told.sources, told.targets)


def _is_id(told: str, kind: str) -> bool:
    try:
        return check_id(told, ID) == kind
    except RecordError:
        return False


def _is_merged(member: str, canonical: str) -> bool:
    """Whether this id was merged into the other. What is less, or names an address, is a spelling and follows by itself."""
    return member.startswith("Identity:") and not member.startswith("Identity:email/") and member > canonical


def _foreign(node: ParsedNode, meaning: MappedNode, file: str) -> dict[str, Any]:
    """The few properties of others that we understand."""
    entry = FieldReader({name.lower(): value for name, value in node.properties.items()}, node.id[:60], file)
    props: dict[str, Any] = {"opengraph_kind": node.kinds[0]}
    if meaning.type:
        props["type"] = meaning.type
    elif meaning.kind in ("DataSource", "Credential"):
        props["type"] = node.kinds[0]
    addresses = sorted({address for name in _ADDRESSES if (address := _address(entry, name))})
    if meaning.kind == "Identity":
        props |= {"emails": addresses} if addresses else {}
        props |= {name: told for name in ("department", "title") if (told := _short(entry.body.get(name)))}
    elif meaning.kind == "Account" and addresses:
        props["email"] = addresses[0]
    if meaning.kind in ("Identity", "Account"):
        enabled = next((entry.body[name] for name in ("enabled", "active") if name in entry.body), None)
        if isinstance(enabled, bool):
            props["status"] = "active" if enabled else "suspended"
    return props


def _address(entry: FieldReader, name: str) -> str | None:
    try:
        return entry.email(name)
    except RecordError:  # a property of theirs that is no text is none of our business
        return None


def _name(told: Mapping[str, Any]) -> str | None:
    return _short(told.get("displayname")) or _short(told.get("name"))


def _short(raw: Any) -> str | None:
    return raw if isinstance(raw, str) and raw.strip() and len(raw) <= _KEPT_LONG else None


def _plain(value: Any) -> Any:
    return float(value) if isinstance(value, Decimal) else value


def _permission(edge: ParsedEdge) -> Permission | None:
    told = edge.properties.get("permission")
    if told is None:
        return None
    if not isinstance(told, str) or told not in Permission.__members__:
        raise RecordError("this is no permission", field=f"{edge.place}.properties.permission", remedy=_REMEDY)
    return Permission[told]


def _moment(edge: ParsedEdge, name: str) -> int | None:
    told = edge.properties.get(name)
    if told is None:
        return None
    try:
        moment = read_moment(told) if isinstance(told, str) else None
    except ValueError:
        moment = None
    if moment is None:
        raise RecordError("this is no ISO 8601 time", field=f"{edge.place}.properties.{name}", remedy=_REMEDY)
    return None if moment == NEVER else moment

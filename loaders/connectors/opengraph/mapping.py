"""Nodes and edges of OpenGraph files as claims: those of Remit as they were, foreign ones by the tables."""

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
from graph.snapshot.tables import USED_TAIL
from loaders.connectors.opengraph.encoding import ID, KNOWN, MEMBERS, read_id, read_kind, read_props
from loaders.connectors.opengraph.kinds import EdgeMapping, map_edge_kind, map_node_kind, map_traversable
from loaders.connectors.opengraph.parse import ParsedEdge, ParsedNode
from loaders.connectors.opengraph.tokens import application_props, credential_props
from loaders.saved.fields import FieldReader

_REMEDY = "Correct the entry or export the graph again"
_EMAIL_PROPERTIES = ("email", "mail", "userprincipalname")
_SIGN_ON_NAMES = ("saml_identity_name_id", "saml_identity_username", "scim_identity_username")
_LABELS = ("approval", "sensitivity")
_MAX_CHARACTERS = 2_000


@dataclass(frozen=True, slots=True)
class MappedNode:
    """What a node becomes: its id, its kind, its type, and whether Remit exported it."""

    id: str
    kind: str
    is_own: bool = False
    type: str | None = None


def map_node(node: ParsedNode) -> MappedNode | None:
    """What a node becomes, by the first of its kinds that is known; None if none is."""
    for kind in node.kinds:
        own_kind = read_kind(kind)
        if own_kind is not None:
            node_id = node.properties.get(ID)
            if isinstance(node_id, str) and _is_id(node_id, own_kind):
                return MappedNode(node_id, own_kind, is_own=True)
            return MappedNode(read_id(node.id) or f"{own_kind}:opengraph/{node.id}", own_kind, is_own=True)
    for kind in node.kinds:
        mapped = map_node_kind(kind)
        if mapped is not None:
            return MappedNode(f"{mapped[0]}:opengraph/{node.id}", mapped[0], type=mapped[1])
    return None


def map_absent_node(node_id: str, kind: str | None) -> MappedNode | None:
    """What an end becomes that no file lists: by its id if Remit wrote it, else by the kind that an edge gives; or None."""
    own_id = read_id(node_id)
    if own_id is not None:
        return MappedNode(own_id, own_id.partition(":")[0], is_own=True)
    return None if kind is None else map_node(ParsedNode(node_id, [kind], {}))


def node_records(node: ParsedNode, mapped: MappedNode, file: str) -> list[Node | Edge]:
    """The claims of a node. Raises RecordError for one of Remit's that was changed into something invalid."""
    properties = node.properties
    if not mapped.is_own:
        return [
            Node(
                id=mapped.id, name=_name(properties), props=check_props(mapped.kind, _foreign_props(node, mapped, file))
            )
        ]
    if check_id(mapped.id, ID) != mapped.kind or properties.get(ID, mapped.id) != mapped.id:
        raise RecordError("the id is of another kind", field=ID, remedy=_REMEDY)
    try:
        props = check_props(mapped.kind, {name: _plain(value) for name, value in read_props(properties).items()})
    except ValueError as error:
        raise RecordError(str(error), remedy=_REMEDY) from None
    members = properties.get(MEMBERS)
    merged: list[Node | Edge] = [
        Edge(kind="SAME_AS", source=mapped.id, target=member, evidence="merged where it was exported")
        for member in (members if isinstance(members, list) else ())
        if mapped.kind == "Identity" and isinstance(member, str) and _is_merged(member, mapped.id)
    ]
    if properties.get(KNOWN) is not False:
        return [Node(id=mapped.id, name=_name(properties), props=props), *merged]
    # A node that was not described when it was exported is not described here: its edges create it. Only labels are kept.
    labels = {name: props[name] for name in _LABELS if name in props}
    return [Node(id=mapped.id, props=labels), *merged] if labels else merged


def edge_record(edge: ParsedEdge, ends: tuple[MappedNode, MappedNode], *, is_traversable: bool = False) -> Edge | None:
    """The claim of an edge; None if its kind is unknown, or may not connect these ends.

    `is_traversable`: an extension's schema or the edge itself says that access flows along it, whatever its kind.
    """
    own_kind = read_kind(edge.kind)
    mapping = _mapping_of(edge.kind, ends) or (map_traversable(ends[0].kind, ends[1].kind) if is_traversable else None)
    if mapping is None:
        return None
    source, target = (ends[1], ends[0]) if mapping.reversed else ends
    if not own_kind:
        evidence = f"{edge.kind} in the graph of {edge.file.rpartition('/')[2]}"
        return Edge(
            kind=mapping.kind, source=source.id, target=target.id, permission=mapping.permission, evidence=evidence
        )
    since, until = (_moment(edge, name) for name in ("since", "until"))
    if mapping.kind == "USED" and until is not None:
        # A use counts for some time after its last day, and that time is in the export already. Where the export shows
        # only a part of that time, because an end was not there before, the last use was before that part.
        until -= USED_TAIL
        since = None if since is None else min(since, until - 1)
    text = edge.properties.get("evidence")
    return Edge(
        kind=mapping.kind,
        source=source.id,
        target=target.id,
        permission=_permission(edge),
        since=since,
        until=until,
        evidence=text if isinstance(text, str) else None,
    )


def _mapping_of(kind: str, ends: tuple[MappedNode, MappedNode]) -> EdgeMapping | None:
    """What an edge kind becomes between these ends; None if they do not fit, or if it only says what belongs to whom."""
    own_kind = read_kind(kind)
    mapping = EdgeMapping(own_kind) if own_kind else map_edge_kind(kind)
    if mapping is not None and mapping.kind == "HAS_ACCOUNT" and {end.kind for end in ends} == {"Identity"}:
        # A person as one system knows them, mapped to the person of another.
        mapping = EdgeMapping("SAME_AS")
    edge_kind = EDGE_KINDS.get(mapping.kind) if mapping else None
    if mapping is None or edge_kind is None:
        return None
    source, target = (ends[1], ends[0]) if mapping.reversed else ends
    if source.kind not in edge_kind.sources or target.kind not in edge_kind.targets:
        return None
    # What an organisation owns is not its members': roles say what they may do.
    is_owner = not own_kind and mapping.permission is Permission.ADMIN and ends[0].type == "organization"
    return None if is_owner else mapping


def allowed_ends(kind: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The kinds that may be at the start and at the end of an edge; None if its kind is unknown."""
    own_kind = read_kind(kind)
    mapping = EdgeMapping(own_kind) if own_kind else map_edge_kind(kind)
    edge_kind = EDGE_KINDS.get(mapping.kind) if mapping else None
    if mapping is None or edge_kind is None:
        return None
    return (edge_kind.targets, edge_kind.sources) if mapping.reversed else (edge_kind.sources, edge_kind.targets)


def _is_id(node_id: str, kind: str) -> bool:
    try:
        return check_id(node_id, ID) == kind
    except RecordError:
        return False


def _is_merged(member: str, canonical: str) -> bool:
    """Whether this id was merged into the other. A lesser id, or an email, resolves to it by itself."""
    return member.startswith("Identity:") and not member.startswith("Identity:email/") and member > canonical


def _foreign_props(node: ParsedNode, mapped: MappedNode, file: str) -> dict[str, Any]:
    """The few properties of foreign nodes that are understood."""
    entry = FieldReader({name.lower(): value for name, value in node.properties.items()}, node.id[:60], file)
    props: dict[str, Any] = {"opengraph_kind": node.kinds[0]}
    if mapped.type:
        props["type"] = mapped.type
    elif mapped.kind in ("DataSource", "Credential"):
        props["type"] = node.kinds[0]
    # A name of single sign-on often is the person's address.
    names = (*_EMAIL_PROPERTIES, *_SIGN_ON_NAMES) if mapped.kind == "Identity" else _EMAIL_PROPERTIES
    emails = sorted({email for name in names if (email := _email(entry, name))})
    if mapped.kind == "Identity":
        props |= {"emails": emails} if emails else {}
        props |= {name: text for name in ("department", "title") if (text := _short(entry.body.get(name)))}
    elif mapped.kind == "Account" and emails:
        props["email"] = emails[0]
    if mapped.kind == "Credential":
        props |= credential_props(entry.body)
    elif mapped.kind == "Application":
        props |= application_props(entry.body)
    if mapped.kind in ("Identity", "Account"):
        enabled = next((entry.body[name] for name in ("enabled", "active") if name in entry.body), None)
        if isinstance(enabled, bool):
            props["status"] = "active" if enabled else "suspended"
    return props


def _email(entry: FieldReader, name: str) -> str | None:
    try:
        return entry.email(name)
    except RecordError:  # a foreign property may hold anything
        return None


def _name(properties: Mapping[str, object]) -> str | None:
    return _short(properties.get("displayname")) or _short(properties.get("name"))


def _short(raw: object) -> str | None:
    return raw if isinstance(raw, str) and raw.strip() and len(raw) <= _MAX_CHARACTERS else None


def _plain(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else value


def _permission(edge: ParsedEdge) -> Permission | None:
    name = edge.properties.get("permission")
    if name is None:
        return None
    if not isinstance(name, str) or name not in Permission.__members__:
        raise RecordError(
            "it must be one of " + ", ".join(Permission.__members__),
            field=f"{edge.path}.properties.permission",
            remedy=_REMEDY,
        )
    return Permission[name]


def _moment(edge: ParsedEdge, name: str) -> int | None:
    text = edge.properties.get(name)
    if text is None:
        return None
    try:
        moment = read_moment(text) if isinstance(text, str) else None
    except ValueError:
        moment = None
    if moment is None:
        raise RecordError("it must be an ISO 8601 time", field=f"{edge.path}.properties.{name}", remedy=_REMEDY)
    return None if moment == NEVER else moment

"""Subjects of questions: the node that a text means, what people call it, and what it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np

from graph.address import canonical_address
from graph.errors import AmbiguousName, UnknownName
from graph.ontology import NODE_KINDS
from graph.snapshot import Snapshot
from graph.snapshot.columns import Bool, Ints, expand_ranges
from queries.nearest import nearest_nodes
from queries.search import nodes_called, nodes_with_id

# What a headline writes: the name of a node with its id behind.
_NAME_WITH_ID = re.compile(r".* \((\w+:[^()]*(?:\([^()]*\)[^()]*)*)\)", re.DOTALL)
VIA_MEANING = "only walks through such a node between their ends: a kind such as McpServer, or one node"


def find_node(snapshot: Snapshot, text: str, *argument: str | int, kinds: Sequence[str] = ()) -> int:
    """The index of the one node that a text means: a node id, an email or a unique name, as answers write them.

    An email means the identity that has it, else the one account. An id may come without its kind or behind its name, in
    any letter case. Of several nodes those of `kinds` are meant, if there are any. `argument`: which one the text stands
    in. Raises UnknownName or AmbiguousName.
    """
    node = snapshot.index_of(text)
    if node >= 0:
        return node
    nodes = _nodes_meant(snapshot, text)
    if not nodes:
        raise unknown_name(snapshot, text).in_argument(*argument)
    if len(nodes) > 1:
        nodes = [node for node in nodes if snapshot.kind(node) in kinds] or nodes
    if len(nodes) > 1:
        raise AmbiguousName(text, [snapshot.ids[node] for node in nodes]).in_argument(*argument)
    return nodes[0]


def _nodes_meant(snapshot: Snapshot, text: str) -> list[int]:
    nodes: list[int] = []
    if "@" in text:
        nodes = snapshot.indices_of_email(canonical_address(text))
        nodes = [node for node in nodes if snapshot.kind(node) == "Identity"] or nodes
    nodes = nodes or snapshot.indices_of_name(text) or nodes_called(snapshot, text) or nodes_with_id(snapshot, text)
    with_id = None if nodes else _NAME_WITH_ID.fullmatch(text.strip())
    if with_id is not None:
        node = snapshot.index_of(with_id[1])
        nodes = [node] if node >= 0 else nodes_with_id(snapshot, with_id[1])
    return nodes


def unknown_name(
    snapshot: Snapshot, text: str, hint: str = "Give a node id such as Identity:hr/1001, an email, or a unique name"
) -> UnknownName:
    """The error for a text that means no node, with the ids of the nodes whose names are nearest."""
    return UnknownName(text, hint, [snapshot.ids[node] for node in nearest_nodes(snapshot, text)])


def find_nodes(snapshot: Snapshot, texts: Iterable[str], *argument: str | int, kinds: Sequence[str] = ()) -> list[int]:
    """The nodes of several texts, in the order given, each once. `argument`: which list the texts stand in."""
    nodes = (find_node(snapshot, text, *argument, at, kinds=kinds) for at, text in enumerate(texts))
    return list(dict.fromkeys(nodes))


def find_instance(snapshot: Snapshot, text: str) -> str:
    """The system/instance, such as postgres/prod, that a text names: itself, or its source `postgres:prod`.

    Raises UnknownName where no node is of that instance.
    """
    name = text if "/" in text else text.replace(":", "/", 1)
    for kind in ("DataSource", "Account", "Group"):
        if snapshot.index_of(f"{kind}:{name}") >= 0 or len(snapshot.ids.prefixed(f"{kind}:{name}/")):
            return name
    raise UnknownName(
        text, "Give an instance as ids have it, such as postgres/prod, or its source, such as postgres:prod"
    )


def names_of(snapshot: Snapshot, nodes: Ints, moment: int) -> list[str]:
    """What people call each node (see `Snapshot.name`), from one pass over the names."""
    codes, timeline = np.full(len(nodes), -1, dtype=np.int32), snapshot.timeline("name")
    if timeline is not None:
        low = np.searchsorted(timeline.node, nodes.astype(timeline.node.dtype))
        high = np.searchsorted(timeline.node, nodes.astype(timeline.node.dtype), side="right")
        position, event = expand_ranges(low, high - low)
        begun = timeline.start[event] <= moment
        # Events of a node stand by time: of equal positions written, the last one stays.
        codes[position[begun]] = timeline.code[event[begun]]
    return [
        str(snapshot.value(code)) if code >= 0 and snapshot.value(code) is not None else snapshot.name(node, moment)
        for node, code in zip(nodes.tolist(), codes.tolist(), strict=True)
    ]


HOLDS = ("HAS_ACCOUNT", "HAS_CREDENTIAL")


def held_by(snapshot: Snapshot, starts: Iterable[int], moment: int) -> list[int]:
    """The starts and everything they hold at a moment, in order of discovery."""
    edges = snapshot.edges
    held = list(dict.fromkeys(starts))
    seen = set(held)
    for node in held:
        rows = slice(int(edges.out_offsets[node]), int(edges.out_offsets[node + 1]))
        holds = edges.of(*HOLDS, rows=rows) & edges.valid_at(moment, rows)
        for target in edges.target[rows][holds].tolist():
            if target not in seen:
                seen.add(target)
                held.append(target)
    return held


def holders_of(snapshot: Snapshot, node: int, moment: int) -> list[int]:
    """Who holds a node at a moment, by edge row; one that holds it by several claims is there several times."""
    edges = snapshot.edges
    rows = edges.incoming(np.array([node]))
    rows = rows[edges.of(*HOLDS, rows=rows) & edges.valid_at(moment, rows)]
    holders: list[int] = edges.source[rows].tolist()
    return holders


def via_mask(snapshot: Snapshot, text: str | None) -> Bool | None:
    """Per node whether it is one that walks must pass: of a kind, or the one that a text means. None: any walk will do.

    Raises UnknownName or AmbiguousName.
    """
    if text is None:
        return None
    kind = next((name for name in NODE_KINDS if name.lower() == text.strip().lower()), None)
    if kind is not None:
        return snapshot.nodes.of(kind)
    mask = np.zeros(snapshot.count, dtype=bool)
    mask[find_node(snapshot, text, "via")] = True
    return mask

"""Nodes by a part of their id, email or name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import overload

import msgspec
import numpy as np

from graph.address import canonical_address
from graph.ontology import NODE_CODES
from graph.reason import Reason
from graph.snapshot import Snapshot
from graph.snapshot.columns import StringTable
from queries.base import HIDDEN, MOMENT, ROWS, Completeness, FreshnessWarning, described, freshness_warnings
from queries.vocabulary import NodeId, NodeKind

# A search for a single letter meets everything; what nobody reads need not be ranked.
MOST_FOUND = 10_000


@dataclass(frozen=True, slots=True)
class NodeProperty:
    """One property of a node and its value: a text, a list of texts, a whole number or a flag."""

    key: str
    """The name of the property."""
    value: object
    """Its value at the moment."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node at a moment. `aliases`: its other ids. `known` False: only named by others, described by nobody."""

    id: NodeId
    """The canonical id, Kind:system/key."""
    kind: NodeKind
    """What kind of node it is."""
    name: str
    """Its name; the key of its id where no source names it."""
    known: bool
    """False where other records name it and nobody describes it."""
    aliases: tuple[NodeId, ...]
    """The other ids of the same node, sorted."""
    props: tuple[NodeProperty, ...]
    """Its properties that are known, by name."""


def read_node(snapshot: Snapshot, node: int, moment: int) -> Node:
    """The node at a place as of a moment; properties by name."""
    props = snapshot.props(node, moment)
    return Node(
        id=snapshot.ids[node],
        kind=snapshot.kind(node),
        name=snapshot.name(node, moment),
        known=bool(snapshot.nodes.known[node]),
        aliases=tuple(sorted(snapshot.members(node))),
        props=tuple(NodeProperty(key, value) for key, value in props.items() if key != "name"),
    )


@dataclass(frozen=True, slots=True)
class Nodes(Sequence[Node]):
    """Nodes by place; each is made when it is read."""

    snapshot: Snapshot
    indices: Sequence[int]
    moment: int

    def __len__(self) -> int:
        return len(self.indices)

    def __iter__(self) -> Iterator[Node]:
        return (self[at] for at in range(len(self)))

    @overload
    def __getitem__(self, at: int) -> Node: ...
    @overload
    def __getitem__(self, at: slice) -> list[Node]: ...
    def __getitem__(self, at: int | slice) -> Node | list[Node]:
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(len(self)))]
        return read_node(self.snapshot, int(self.indices[at]), self.moment)


@dataclass(frozen=True, slots=True)
class Params:
    """What is searched for: a part of an id, email or name; an empty text finds every node of the kinds."""

    text: str = field(metadata=described("a part of an id, email or name", bounds=(0, 4096)))
    as_of: int = field(metadata=MOMENT)
    kinds: tuple[NodeKind, ...] = field(default=(), metadata=described("only nodes of these kinds"))


@dataclass(frozen=True, slots=True)
class Answer:
    """Nodes that have exactly this name first, then those whose name begins so, then the rest; ties by id."""

    total: int
    """How many nodes match."""
    nodes: Nodes = field(metadata=ROWS)
    """The nodes, best match first."""
    completeness: Completeness = field(metadata=HIDDEN)
    freshness: tuple[FreshnessWarning, ...] = field(metadata=HIDDEN)


def run(snapshot: Snapshot, params: Params) -> Answer:
    """Answer the question; PARTIAL where more than MOST_FOUND nodes hold the text."""
    indices, complete = search(snapshot, params.text, params.kinds)
    cut = Reason("ROWS", f"more than {MOST_FOUND} nodes hold this text; write more of it")
    return Answer(
        total=len(indices),
        nodes=Nodes(snapshot, indices, params.as_of),
        completeness=Completeness(() if complete else (cut,)),
        freshness=freshness_warnings(snapshot, params.as_of),
    )


def search(snapshot: Snapshot, text: str, kinds: Sequence[str]) -> tuple[list[int], bool]:
    """Places of nodes whose id, address or name holds a text, whatever the case of its ASCII letters; and if that is all.

    Who is called exactly so comes first, then whose name or key begins so, then the rest; ties by id. An empty text
    finds every node of the kinds. O(bytes of all ids and names).
    """
    wanted = text.strip()
    codes = np.array([NODE_CODES[kind] for kind in kinds or NODE_CODES])
    kept = np.isin(snapshot.nodes.kind, codes)
    if not wanted:
        return np.flatnonzero(kept).tolist(), True
    exact = [
        snapshot.index_of(wanted),
        *snapshot.indices_of_email(canonical_address(wanted)),
        *snapshot.indices_of_name(wanted),
    ]
    ids, all_ids = _holding(snapshot.ids, wanted.encode())
    values, all_values = _holding(snapshot.values, msgspec.json.encode(wanted)[1:-1])
    names = snapshot.timeline("name")
    named = names.node[np.isin(names.code, values)].tolist() if names is not None and values else []
    matches = [node for node in dict.fromkeys([*exact, *ids, *named]) if node >= 0 and kept[node]]
    first, start = set(exact), wanted.lower()

    def rank(node: int) -> tuple[int, int]:
        called = (snapshot.name(node).lower(), snapshot.ids[node].partition("/")[2].lower())
        return 0 if node in first else 1 if any(name.startswith(start) for name in called) else 2, node

    return sorted(matches[:MOST_FOUND], key=rank), all_ids and all_values and len(matches) <= MOST_FOUND


def nodes_called(snapshot: Snapshot, text: str) -> list[int]:
    """The distinct nodes that have or had this name, whatever its case and spaces around it, ascending."""
    folded, names = text.strip().casefold(), snapshot.timeline("name")
    # Beyond ASCII a letter's case changes its bytes: the longest run of plain letters finds the names to compare.
    runs = "".join(letter if letter.isascii() else " " for letter in text.strip()).split()
    part = max(runs, key=len, default="")
    if names is None or not part:
        return []
    codes = [code for code in _holding(snapshot.values, part.encode())[0] if _folded(snapshot, code) == folded]
    nodes: list[int] = np.unique(names.node[np.isin(names.code, codes)]).tolist() if codes else []
    return nodes


def nodes_with_id(snapshot: Snapshot, text: str) -> list[int]:
    """The distinct nodes one of whose ids is a text, or reads so behind its kind or its system, whatever its case; ascending."""
    wanted = text.strip()
    if not wanted:
        return []
    folded, nodes = wanted.casefold(), set[int]()
    members = snapshot.tables.members
    for texts, node_of in ((snapshot.ids, None), (members.texts, members.node)):
        for at in _holding(texts, wanted.encode())[0]:
            node_id = texts[at].casefold()
            if folded in (node_id, node_id.partition(":")[2], node_id.partition("/")[2]):
                nodes.add(at if node_of is None else int(node_of[at]))
    return sorted(nodes)


def _folded(snapshot: Snapshot, code: int) -> str | None:
    value = snapshot.value(code)
    return value.casefold() if isinstance(value, str) else None


def _holding(texts: StringTable, wanted: bytes) -> tuple[list[int], bool]:
    """The places of texts that hold some bytes, in order, and whether these are all."""
    blob, wanted, ends = texts.blob.tobytes().lower(), wanted.lower(), texts.offsets.tolist()
    matches: list[int] = []
    at = blob.find(wanted)
    while at >= 0:
        index = bisect_right(ends, at) - 1
        if at + len(wanted) > ends[index + 1]:
            # Begins in one text and ends in the next.
            at = blob.find(wanted, at + 1)
            continue
        if len(matches) == MOST_FOUND:
            return matches, False
        matches.append(index)
        at = blob.find(wanted, ends[index + 1])
    return matches, True

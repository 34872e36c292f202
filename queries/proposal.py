"""Proposal of a change: what is to be removed, offboarded, blocked and added, read as edits of a snapshot and steps of work."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from graph.check import check
from graph.claims import Edge
from graph.errors import InputError, UnknownName
from graph.ontology import EDGE_KINDS, EDGE_NAMES, NODE_KINDS, Permission, split_id
from graph.snapshot import Edits, NewEdge, Snapshot
from graph.snapshot.columns import I8
from graph.snapshot.derivations import Derivations
from graph.snapshot.edits import claimed_rows, is_listed
from queries.ownership import answered_by_alone
from queries.subject import HOLDS, find_node, find_nodes, held_by

Triple = tuple[str, str, str]

# An edge as answers print it, SOURCE -KIND-> TARGET, or without the arrow.
_EDGE = re.compile(rf"(.+?)\s+-?\s*({'|'.join(EDGE_KINDS)})\s*(?:->)?\s+(.+)", re.DOTALL)
# What somebody who leaves is given and does not hold: it ends with them.
_GIVEN = ("MEMBER_OF", "CAN_USE", "CONNECTS_TO", "CAN_ACCESS", "RUNS_AS")
# What is over already needs no other word.
_OVER = {
    "Identity": ("departed",),
    "Account": ("suspended", "deleted"),
    "Credential": ("revoked", "expired"),
    "McpServer": ("disabled",),
    "Application": ("disabled",),
}
_WORDS = {kind: words[0] for kind, words in _OVER.items()}
# RENEWED: it gets a new secret, and stays what it is for all others.
GONE, ENDED, RENEWED = "gone", "ended", "renewed"


@dataclass(frozen=True, slots=True)
class ProposedStep:
    """One thing to do: an edge to add or to end, or a node whose status becomes `word`, which may be GONE.

    `node` is the node itself, or what the edge begins at.
    """

    node: str
    word: str
    edge: Triple | None = None
    permission: Permission | None = None
    is_new: bool = False


@dataclass(slots=True)
class Proposal:
    """Steps, each once, in the order in which they were asked for."""

    moment: int
    _steps: dict[ProposedStep, None] = field(default_factory=dict)

    def add(self, steps: Iterable[ProposedStep]) -> None:
        """Take in more steps."""
        self._steps.update(dict.fromkeys(steps))

    def steps(self) -> list[ProposedStep]:
        """The steps; a node that goes needs no other status, and its edges end with it."""
        gone = {step.node for step in self._steps if step.word == GONE and step.edge is None}
        return [
            step
            for step in self._steps
            if step.is_new
            or (step.word == GONE and step.edge is None)
            or not gone & {step.node, *((step.edge[2],) if step.edge else ())}
        ]

    def edits(self) -> Edits:
        """The steps as edits of a snapshot."""
        steps = self.steps()
        nodes = [step for step in steps if step.edge is None]
        return Edits(
            moment=self.moment,
            ended=tuple(step.edge for step in steps if step.edge is not None and not step.is_new),
            statuses=tuple((step.node, step.word) for step in nodes if step.word not in (GONE, RENEWED)),
            gone=tuple(step.node for step in nodes if step.word == GONE),
            added=tuple(
                NewEdge(*step.edge, step.permission) for step in steps if step.edge is not None and step.is_new
            ),
        )


def holding_already(snapshot: Snapshot, edits: Edits) -> dict[NewEdge, Permission | None]:
    """The edges to be added that hold at the moment, at least as wide, and that no edit ends, with their widest permission."""
    edges, held = snapshot.edges, dict[NewEdge, Permission | None]()
    for edge in edits.added:
        ends = snapshot.index_of(edge.source), snapshot.index_of(edge.target)
        if min(ends) < 0 or {edge.source, edge.target} & {*edits.gone}:
            continue
        if (edge.source, edge.kind, edge.target) in edits.ended:
            continue
        rows = edges.outgoing(np.array(ends[:1]))
        rows = rows[(edges.target[rows] == ends[1]) & edges.of(edge.kind, rows=rows)]
        rows = rows[edges.valid_at(edits.moment, rows)]
        widest = max((_width(edge.kind, int(level)) for level in edges.permission[rows]), default=0)
        if widest and widest >= _width(edge.kind, int(edge.permission or 0)):
            held[edge] = Permission(widest) if edges.permission[rows].any() else None
    return held


def _width(kind: str, permission: int) -> int:
    """What an edge narrows to; where none is stated, CAN_ACCESS counts as READ and others do not narrow."""
    return permission or int(Permission.READ if kind == "CAN_ACCESS" else Permission.ADMIN)


def removals(snapshot: Snapshot, texts: Sequence[str]) -> Iterator[ProposedStep]:
    """Edges, written SOURCE -KIND-> TARGET, end; nodes go. Raises UnknownName, AmbiguousName and InputError."""
    for at, text in enumerate(texts):
        match = _EDGE.fullmatch(text.strip())
        if match is None:
            yield ProposedStep(snapshot.ids[find_node(snapshot, text, "remove", at)], GONE)
            continue
        kind = EDGE_KINDS[match[2]]
        source = snapshot.ids[find_node(snapshot, match[1], "remove", at, kinds=kind.sources)]
        target = snapshot.ids[find_node(snapshot, match[3], "remove", at, kinds=kind.targets)]
        yield ProposedStep(source, ENDED, (source, kind.name, target))


def additions(snapshot: Snapshot, texts: Sequence[str]) -> Iterator[ProposedStep]:
    """Edges, written SOURCE KIND TARGET and a permission if they have one, whose ends may be new.

    Raises UnknownName, AmbiguousName and InputError.
    """
    for at, text in enumerate(texts):
        match = _EDGE.fullmatch(text.strip())
        if match is None:
            raise InputError(
                f"{text!r} is no edge. Write SOURCE KIND TARGET, such as "
                "'ada@acme.example CAN_ACCESS DataSource:postgres/prod READ'; kinds are " + ", ".join(EDGE_KINDS)
            ).in_argument("add", at)
        kind, (target, permission) = EDGE_KINDS[match[2]], _permission(snapshot, match[3], at)
        ends = [_end(snapshot, end, kinds, at) for end, kinds in ((match[1], kind.sources), (target, kind.targets))]
        try:
            check(Edge(kind=kind.name, source=ends[0], target=ends[1], permission=permission))
        except InputError as error:
            raise error.in_argument("add", at) from None
        yield ProposedStep(ends[0], "added", (ends[0], kind.name, ends[1]), permission, is_new=True)


def offboarding(snapshot: Snapshot, texts: Sequence[str], moment: int) -> Iterator[ProposedStep]:
    """What somebody alone holds is closed, of what others hold too their part ends, and it gets a new secret; what they were
    given ends, their own servers go, and they are departed.

    Raises UnknownName and AmbiguousName, and InputError for what is no identity.
    """
    for at, person in enumerate(find_nodes(snapshot, texts, "offboard", kinds=("Identity",))):
        if snapshot.kind(person) != "Identity":
            raise InputError(
                f"{snapshot.ids[person]} is no identity; only somebody can leave. Remove it, or name who holds it"
            ).in_argument("offboard", at)
        servers = _own_servers(snapshot, person, moment)
        yield from _ending_holdings(snapshot, person, servers, moment)
        rows = snapshot.edges.outgoing(np.array([person]))
        rows = rows[snapshot.edges.of(*_GIVEN, rows=rows)]
        for row in claimed_rows(Derivations(snapshot.tables, snapshot.source_count), rows, moment).tolist():
            triple = _triple(snapshot, row)
            yield ProposedStep(triple[0], ENDED, triple)
        yield from (ProposedStep(snapshot.ids[server], GONE) for server in servers)
        if is_listed(snapshot.tables, person, moment):
            yield from _closing(snapshot, person, moment)


def blocks(snapshot: Snapshot, texts: Sequence[str], moment: int) -> Iterator[ProposedStep]:
    """Servers and applications are disabled; a server of a catalogue with every local server of its package.

    Raises UnknownName and AmbiguousName, and InputError for any other kind of node.
    """
    kinds = ("McpServer", "Application")
    for at, node in enumerate(find_nodes(snapshot, texts, "block", kinds=kinds)):
        if snapshot.kind(node) not in kinds:
            raise InputError(
                f"{snapshot.ids[node]} is neither a server nor an application, which alone can be blocked. Remove it"
            ).in_argument("block", at)
        local = Derivations(snapshot.tables, snapshot.source_count).local_servers(node)
        for server in (node, *local):
            if server == node or is_listed(snapshot.tables, server, moment):
                yield from _closing(snapshot, server, moment)


def _closing(snapshot: Snapshot, node: int, moment: int) -> Iterator[ProposedStep]:
    """The step that closes a node: its status where a source lists it, else its edges end. Nothing where it is closed."""
    kind = snapshot.kind(node)
    if not is_listed(snapshot.tables, node, moment):
        yield ProposedStep(snapshot.ids[node], GONE)
    elif not _is_over(snapshot, node, moment):
        yield ProposedStep(snapshot.ids[node], _WORDS[kind])


def _ending_holdings(snapshot: Snapshot, person: int, servers: Sequence[int], moment: int) -> Iterator[ProposedStep]:
    """What becomes of the accounts and keys of somebody who leaves, and of those as which their own servers run; keys first."""
    held, secrets = held_by(snapshot, [person], moment)[1:], _secrets_of(snapshot, servers, moment)
    alone = answered_by_alone(snapshot, moment, person)
    derivations = Derivations(snapshot.tables, snapshot.source_count)
    nodes = sorted(dict.fromkeys([*held, *secrets]), key=lambda node: (snapshot.kind(node) != "Credential", node))
    # What an account gives that others have too, they keep.
    holders = [person, *(node for node in held if alone[node])]
    for node in nodes:
        rows = _holding_rows(snapshot, holders, node, moment)
        # Who holds it by a rule cannot be told otherwise.
        by_rule = len(claimed_rows(derivations, rows, moment)) < len(rows)
        if node in held and (alone[node] or by_rule):
            yield from _closing(snapshot, node, moment)
            continue
        for row in rows.tolist():
            triple = _triple(snapshot, row)
            yield ProposedStep(triple[0], ENDED, triple)
        if not _is_over(snapshot, node, moment):
            yield ProposedStep(snapshot.ids[node], RENEWED)


def _holding_rows(snapshot: Snapshot, holders: Sequence[int], node: int, moment: int) -> I8:
    """The edges by which some nodes hold another at a moment."""
    edges = snapshot.edges
    rows = edges.incoming(np.array([node])).astype(np.int64)
    rows = rows[edges.of(*HOLDS, rows=rows) & edges.valid_at(moment, rows) & np.isin(edges.source[rows], holders)]
    others: I8 = rows[edges.source[rows] != node]
    return others


def _is_over(snapshot: Snapshot, node: int, moment: int) -> bool:
    return snapshot.prop(node, "status", moment) in _OVER[snapshot.kind(node)]


def _own_servers(snapshot: Snapshot, person: int, moment: int) -> list[int]:
    """The local servers that only this person's configuration starts, ascending."""
    edges = snapshot.edges
    rows = edges.outgoing(np.array([person]))
    rows = rows[edges.of("CONNECTS_TO", rows=rows) & edges.valid_at(moment, rows)]
    own = []
    for server in np.unique(edges.target[rows]).tolist():
        others = edges.incoming(np.array([server]))
        others = others[edges.of("CONNECTS_TO", rows=others) & edges.valid_at(moment, others)]
        is_local = snapshot.prop(server, "transport", moment) == "stdio"
        if is_local and set(edges.source[others].tolist()) == {person}:
            own.append(server)
    return own


def _secrets_of(snapshot: Snapshot, servers: Sequence[int], moment: int) -> list[int]:
    """The keys and accounts as which servers run: whoever wrote the configuration knows their secrets."""
    edges = snapshot.edges
    rows = edges.outgoing(np.array(servers, dtype=np.int64))
    rows = rows[edges.of("RUNS_AS", rows=rows) & edges.valid_at(moment, rows)]
    secrets: list[int] = np.unique(
        edges.target[rows][snapshot.nodes.of("Account", "Credential", nodes=edges.target[rows])]
    ).tolist()
    return secrets


def _triple(snapshot: Snapshot, row: int) -> Triple:
    edges, ids = snapshot.edges, snapshot.ids
    return ids[int(edges.source[row])], EDGE_NAMES[int(edges.kind[row])], ids[int(edges.target[row])]


def _permission(snapshot: Snapshot, text: str, at: int) -> tuple[str, Permission | None]:
    """A target and the permission behind it, if one is. Raises InputError where a node and a word that is none stand there."""
    target, _, word = text.rpartition(" ")
    target = target.rstrip()
    if target and word in Permission.__members__:
        return target, Permission[word]
    if snapshot.index_of(text) >= 0 or snapshot.index_of(target) < 0:
        return text, None
    # A new id may end in any word; behind the id of a node one that could be a permission is meant as such.
    if word.upper() in Permission.__members__:
        return target, Permission[word.upper()]
    if word.isalpha() and word.isupper():
        raise InputError(
            f"{word!r} is no permission. Write one of {', '.join(Permission.__members__)} behind {target}, or nothing"
        ).in_argument("add", at)
    return text, None


def _end(snapshot: Snapshot, text: str, kinds: Sequence[str], at: int) -> str:
    """The id of an end of a new edge: of the node that a text means, or the text where it is the id of none."""
    try:
        return snapshot.ids[find_node(snapshot, text, "add", at, kinds=kinds)]
    except UnknownName:
        if not _is_id(text):
            raise
        return text


def _is_id(text: str) -> bool:
    try:
        return split_id(text)[0] in NODE_KINDS
    except ValueError:
        return False

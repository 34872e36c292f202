"""Edits of a snapshot: what sources would say differently from a moment on, and what follows from that.

Applied, they give the tables that a compile of such claims would give: what derives from an edge ends and begins with it.
Where that would need what the tables do not hold, the edit is refused.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np

from graph.address import email_address
from graph.check import check_id
from graph.errors import InputError
from graph.model_names import one_node_per_model
from graph.moment import NEVER
from graph.ontology import EDGE_CODES, EDGE_KINDS, EDGE_NAMES, NODE_CODES, NODE_NAMES, Permission, split_id
from graph.snapshot.canonical_ids import ADDRESS
from graph.snapshot.columns import I4, I8
from graph.snapshot.derivations import Derivations, NewRow
from graph.snapshot.everybody import EVERYBODY, MEMBER_KINDS
from graph.snapshot.group_addresses import DIRECTORY_OF
from graph.snapshot.instance_aliases import renamed_id
from graph.snapshot.nodes import ABSENT, ENDED_MODE, ENDED_STATUS, STATUS_MODES, UNLISTED
from graph.snapshot.overlay import (
    with_edges,
    with_modes,
    with_nodes,
    with_source,
    with_texts,
    with_values,
    without_edges,
)
from graph.snapshot.rows import EdgeRows
from graph.snapshot.tables import Tables

# The source of what is added. It sorts after every name that begins with a letter.
ADDED = "~what-if:added"
# What is seen, and what makes two records one person: neither is a claim of access that could be given or ended.
NOT_EDITED = ("USED", "SAME_AS")


@dataclass(frozen=True, slots=True)
class NewEdge:
    """An edge that a source claims from then on; its ends may be nodes that are not there yet."""

    source: str
    kind: str
    target: str
    permission: Permission | None = None


@dataclass(frozen=True, slots=True)
class Edits:
    """What is different from `moment` on. Nodes go by their canonical ids.

    `ended`: edges (source, kind, target) that no source claims any more. `statuses`: (node, status) as all sources that
    list the node report it; of a catalogue's entry, also of the local servers of its package. `gone`: nodes that all
    sources report as gone, and with them every edge at them that a source claims; what was seen in use stays. `added`:
    edges that the source ADDED claims.
    """

    moment: int
    ended: tuple[tuple[str, str, str], ...] = ()
    statuses: tuple[tuple[str, str], ...] = ()
    gone: tuple[str, ...] = ()
    added: tuple[NewEdge, ...] = ()

    def digest(self, base: str) -> str:
        """The digest of what they make of the content with the digest `base`."""
        digest = hashlib.blake2b(base.encode(), digest_size=20)
        digest.update(msgspec.json.encode(dataclasses.asdict(self), order="sorted"))
        return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Edited:
    """Tables with edits and their manifest.

    `touched`: the nodes at which anything is different; `moments`: when edges begin and end that did not, or a node changes.
    Both ascending. `kinds`: of the edges that are different; None where nodes are new or different in themselves.
    """

    tables: Tables
    info: Mapping[str, Any]
    touched: I8
    moments: I8
    kinds: frozenset[str] | None


def apply_edits(tables: Tables, info: Mapping[str, Any], edits: Edits) -> Edited:
    """The tables and the manifest with the edits; the costs are those of graph.snapshot.overlay.

    Raises InputError for an edit that no source could claim, and for one whose consequences the tables cannot tell.
    """
    created = sorted({end for edge in edits.added for end in (edge.source, edge.target) if tables.ids.find(end) < 0})
    for node_id in created:
        _check_new_id(tables, info, node_id)
    tables = with_nodes(tables, created)
    work = _Work(tables, Derivations(tables, len(info["sources"])), info, edits)
    ended, statuses, modes = work.ended(), work.statuses(), work.modes()
    for edge in edits.added:
        work.check_added(edge, created)
    edges, touched = tables.edges, [node for node, *_ in (*statuses, *modes)]
    touched += [*edges.source[ended].tolist(), *edges.target[ended].tolist()]
    kinds, moments = {EDGE_NAMES[code] for code in np.unique(edges.kind[ended]).tolist()}, {edits.moment}
    tables = with_modes(with_values(tables, "status", statuses), modes)
    if edits.added:
        number = len(info["sources"])
        info = {**info, "sources": [*info["sources"], _source(edits.moment)]}
        tables = with_source(tables, number)
        # Equal ones stand once, as in any table.
        rows = list(dict.fromkeys(work.added(created, number)))
        touched += [end for row in rows for end in (row[0], row[2])]
        kinds.update(row[1] for row in rows)
        moments.update(end for row in rows for end in (row[4], row[5]))
        tables = with_texts(tables, [row[-1] for row in rows if row[-1] is not None])
        tables = with_edges(without_edges(tables, ended, edits.moment), _edge_rows(tables, rows))
    else:
        tables = without_edges(tables, ended, edits.moment)
    is_plain = not (created or statuses or modes)
    return Edited(
        tables,
        info,
        np.unique(np.array(touched, dtype=np.int64)),
        np.array(sorted(moments), dtype=np.int64),
        frozenset(kinds) if is_plain else None,
    )


def is_listed(tables: Tables, node: int, moment: int) -> bool:
    """Whether some source listed a node by a moment, so that it has a status that a source could change."""
    return tables.modes.of_node(node, moment) not in (-1, ABSENT, UNLISTED)


def claimed_rows(derivations: Derivations, rows: I8, moment: int) -> I8:
    """Those of some edges that hold at a moment and that a source claims itself, uses left out."""
    edges = derivations.tables.edges
    rows = rows[edges.valid_at(moment, rows) & ~edges.of(*NOT_EDITED, rows=rows)]
    return rows[[derivations.origin(row) is None for row in rows.tolist()]]


@dataclass(frozen=True, slots=True)
class _Work:
    """Edits on tables that have all their nodes."""

    tables: Tables
    derivations: Derivations
    info: Mapping[str, Any]
    edits: Edits

    def ended(self) -> I8:
        """The rows of the edges that end, with those that follow from them, ascending."""
        edges, moment = self.tables.edges, self.edits.moment
        ended = {row for triple in self.edits.ended for row in self._rows_of(*triple)}
        for node_id in self.edits.gone:
            node = np.array([self._node(node_id)])
            self._check_gone(int(node[0]))
            rows = np.union1d(edges.outgoing(node), edges.incoming(node))
            ended.update(claimed_rows(self.derivations, rows, moment).tolist())
        following = {other for row in sorted(ended) for other in self.derivations.following(row)}
        kept = {other for other in following if self._is_still_linked(other, ended)}
        rows = np.array(sorted(ended | (following - kept)), dtype=np.int64)
        return rows[edges.valid_at(moment, rows)]

    def _rows_of(self, source: str, kind: str, target: str) -> list[int]:
        """The rows of an edge that hold; raises InputError where there is none, and where a rule would keep it up."""
        edges, ends = self.tables.edges, (self._node(source), self._node(target))
        name = f"{source} -{kind}-> {target}"
        if kind in NOT_EDITED:
            raise InputError(f"{name} is nothing that could be taken away: it {EDGE_KINDS[kind].reads}. Remove a grant")
        rows = edges.outgoing(np.array(ends[:1]))
        rows = rows[(edges.target[rows] == ends[1]) & (edges.kind[rows] == EDGE_CODES[kind])]
        rows = rows[edges.valid_at(self.edits.moment, rows)]
        if not len(rows):
            raise InputError(f"there is no edge {name} at that time. Give one as answers print it")
        for row in rows.tolist():
            origin = self.derivations.origin(row)
            if origin is not None:
                raise InputError(
                    f"{name} is claimed by no source alone: it follows from '{origin}'. Remove that instead"
                )
        held: list[int] = rows.tolist()
        return held

    def _is_still_linked(self, other: int, ended: Collection[int]) -> bool:
        """Whether a derived HAS_ACCOUNT edge has another edge behind it that does not end."""
        edges = self.tables.edges
        if edges.kind[other] != EDGE_CODES["HAS_ACCOUNT"]:
            return False
        rows = edges.outgoing(edges.source[other : other + 1])
        rows = rows[edges.of("HAS_ACCOUNT", rows=rows)]
        return any(other in self.derivations.following(row) for row in rows.tolist() if row not in ended)

    def statuses(self) -> list[tuple[int, int, str]]:
        """The new values of `status`: (node, moment, word); a node that has it already gets none."""
        moment, words = self.edits.moment, dict[int, str]()
        for node_id, word in self.edits.statuses:
            node = self._node(node_id)
            if not is_listed(self.tables, node, moment):
                raise InputError(
                    f"no source lists {node_id}, so that none can say that it is {word}. Remove it instead"
                )
            self._check_people(node)
            words[node] = word
            words |= dict.fromkeys(self.derivations.local_servers(node), word)
        for node in self._gone_listed():
            word = ENDED_STATUS.get(NODE_NAMES[int(self.tables.nodes.kind[node])], "")
            if word:
                self._check_people(node)
                words[node] = word
        timeline = self.tables.properties.get("status")
        codes = {} if timeline is None else {node: timeline.of_node(node, moment) for node in words}
        return [
            (node, moment, word)
            for node, word in sorted(words.items())
            if codes.get(node, -1) != self.tables.value_code(word)
        ]

    def modes(self) -> list[tuple[int, int, int]]:
        """What nodes let through from now on: (node, moment, mode)."""
        moment, modes = self.edits.moment, dict[int, int]()
        for node_id, word in self.edits.statuses:
            node = self._node(node_id)
            kind = NODE_NAMES[int(self.tables.nodes.kind[node])]
            if word in STATUS_MODES.get(kind, {}):
                modes[node] = STATUS_MODES[kind][word]
        for node in self._gone_listed():
            modes[node] = ENDED_MODE.get(NODE_NAMES[int(self.tables.nodes.kind[node])], ABSENT)
        return [(node, moment, mode) for node, mode in sorted(modes.items())]

    def check_added(self, edge: NewEdge, created: Collection[str]) -> None:
        """Raise InputError for a new edge whose consequences the tables cannot tell."""
        name = f"{edge.source} -{edge.kind}-> {edge.target}"
        if edge.kind in NOT_EDITED:
            raise InputError(f"{name} is nothing that could be given. Add a grant or a connection")
        target = self._node(edge.target)
        if edge.kind == "HAS_ACCOUNT" and edge.target not in created:
            raise InputError(
                f"who has {edge.target} follows from addresses, subjects and decisions too. Load the change, or decide it "
                "with `remit decide link`"
            )
        names = self.tables.properties.get("name_only")
        by_name = names is not None and bool((names.code == self.tables.value_code(True)).any())
        if not by_name:
            return
        rows = self.tables.usage.of(np.array([target]))
        uses_servers = self.tables.nodes.of("McpServer", "McpTool", nodes=self.tables.usage.resource[rows]).any()
        if edge.kind == "EXPOSES" or (edge.kind == "HAS_CREDENTIAL" and uses_servers):
            raise InputError(
                f"{name} would change which servers and tools are meant where usage names them by a local name alone. "
                "Load the change instead"
            )

    def added(self, created: Sequence[str], claimed_by: int) -> Iterator[NewRow]:
        """The new rows: the edges that are added, what follows from them, the memberships of new people and accounts."""
        for edge in self.edits.added:
            permission = int(edge.permission or 0)
            ends = self._node(edge.source), self._node(edge.target)
            row = (ends[0], edge.kind, ends[1], permission, self.edits.moment, NEVER, claimed_by, None)
            yield row
            yield from self.derivations.consequences(row)
        members = [self._node(text) for text in created if text.partition(":")[0] in MEMBER_KINDS]
        everybody = claimed_by + 1 + list(self.info["reserved_sources"]).index(EVERYBODY)
        yield from self.derivations.memberships(members, everybody)

    def _node(self, node_id: str) -> int:
        node = self.tables.ids.find(node_id)
        if node < 0:
            raise InputError(f"there is no node {node_id}. Give its canonical id")
        return node

    def _gone_listed(self) -> list[int]:
        nodes = [self._node(node_id) for node_id in self.edits.gone]
        return [node for node in nodes if is_listed(self.tables, node, self.edits.moment)]

    def _check_gone(self, node: int) -> None:
        if NODE_NAMES[int(self.tables.nodes.kind[node])] == "Group" and self.tables.members.texts_of(node):
            raise InputError(
                f"{self.tables.ids[node]} is one group under several ids; which of them is meant may change when one is "
                "gone. Remove its edges instead"
            )

    def _check_people(self, node: int) -> None:
        """Raise InputError where the status of a person tells two records apart."""
        for conflict in self.info["conflicts"]:
            ends = conflict["left"], conflict["right"]
            if node in {self._index_of(end) for end in ends}:
                raise InputError(
                    f"{ends[0]} and {ends[1]} have the same {conflict['rule'].lower()} and are two people only as long as "
                    "their status is what it is. Say who they are with `remit decide link` or `unlink` in the store first"
                )

    def _index_of(self, node_id: str) -> int:
        node = self.tables.ids.find(node_id)
        if node >= 0:
            return node
        row = self.tables.members.texts.find(node_id)
        return int(self.tables.members.node[row]) if row >= 0 else -1


def _source(moment: int) -> dict[str, Any]:
    """What the manifest says of the source of what is added: that it covers nothing."""
    return {
        "source": ADDED,
        "scopes": [],
        "first_observed": moment,
        "usage_days": None,
        "charge_days": None,
        "usage_ranges": [],
        "charge_ranges": [],
    }


def _edge_rows(tables: Tables, rows: Sequence[NewRow]) -> EdgeRows:
    def column(position: int) -> I4:
        return np.array([row[position] for row in rows], dtype=np.int32)

    since = np.array([row[4] for row in rows], dtype=np.int64)
    evidence = [-1 if row[7] is None else tables.texts.find(row[7]) for row in rows]
    return EdgeRows(
        source=column(0),
        kind=np.array([EDGE_CODES[row[1]] for row in rows], dtype=np.uint8),
        target=column(2),
        permission=column(3).astype(np.uint8),
        since=since,
        until=np.array([row[5] for row in rows], dtype=np.int64),
        claimed_by=column(6),
        evidence=np.array(evidence, dtype=np.int32),
        alias=np.full(len(rows), -1, dtype=np.int32),
        first_seen=since,
    )


def _check_new_id(tables: Tables, info: Mapping[str, Any], node_id: str) -> None:
    """Raise InputError for an id that is none, and for one that would mean another node or be attached to one."""
    kind = check_id(node_id, "id")
    system, key = split_id(node_id)[1:]
    other = renamed_id(node_id, info.get("aliases", {}))
    if other == node_id and kind == "Model":
        other = _model(tables, node_id)
    if other != node_id:
        raise InputError(f"{node_id} is another name of {other}. Give that one")
    reason = None
    if (kind == "Account" and (key.startswith("~") or "@" in key)) or node_id.startswith(ADDRESS):
        reason = "whose it is follows from its address"
    elif kind == "Group" and system in DIRECTORY_OF and email_address(key) is not None:
        reason = "which group it is follows from its address"
    elif kind == "Application" and _has_value(tables, "external_id", key):
        reason = "an application has this external id"
    if reason is not None:
        raise InputError(f"no node has the id {node_id} yet, and {reason}. Load it instead")


def _model(tables: Tables, node_id: str) -> str:
    """What a model is called among those that are there."""
    kinds = tables.nodes.kind
    models = [tables.ids[node] for node in (kinds == NODE_CODES["Model"]).nonzero()[0].tolist()]
    renamed = one_node_per_model([*models, node_id])
    return renamed.get(node_id) or next((model for model in models if renamed.get(model) == node_id), node_id)


def _has_value(tables: Tables, name: str, value: str) -> bool:
    timeline = tables.properties.get(name)
    return timeline is not None and bool((timeline.code == tables.value_code(value)).any())

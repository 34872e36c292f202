"""This file knows which edges follow from what the sources claim: accounts by their address, catalogues, decisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec
import numpy as np

from graph.moment import ALWAYS, NEVER
from graph.ontology import EDGE_CODES, NODE_CODES, Permission, split_id
from graph.resolve import clean_email, linked, unlinked
from graph.snapshot.columns import Timeline
from graph.stores.base import I4, Claims

RESOLVED, DECIDED = "remit:resolve", "remit:decision"


@dataclass(frozen=True, slots=True)
class Link:
    """An edge that follows from others; `source` is whose word it rests on."""

    tail: int
    kind: str
    head: int
    source: str
    evidence: str
    since: int = ALWAYS
    until: int = NEVER
    permission: int = 0


@dataclass(slots=True)
class Ground:
    """What derivation stands on: the canonical ids with kinds, histories of properties, value texts, direct edges."""

    ids: Sequence[str]
    kinds: I4
    props: Mapping[str, Timeline]
    values: Sequence[str]
    edges: Mapping[str, Any]
    sources: Sequence[str]
    where: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self.where = {}

    def index_of(self, node_id: str) -> int:
        """The place of a canonical id, or -1."""
        if not self.where:
            self.where = {text: place for place, text in enumerate(self.ids)}
        return self.where.get(node_id, -1)

    def spans(self, name: str, kind: str) -> list[tuple[int, Any, int, int]]:
        """(node, value, since, until) of one property of one kind; the last value stays until NEVER."""
        timeline = self.props.get(name)
        if timeline is None:
            return []
        rows = np.flatnonzero(self.kinds[timeline.node] == NODE_CODES[kind])
        nodes, starts, codes = timeline.node[rows].tolist(), timeline.start[rows].tolist(), timeline.code[rows].tolist()
        spans = []
        for i, (node, start, code) in enumerate(zip(nodes, starts, codes, strict=True)):
            end = starts[i + 1] if i + 1 < len(nodes) and nodes[i + 1] == node else NEVER
            if code >= 0:
                spans.append((node, msgspec.json.decode(self.values[code]), start, end))
        return spans


def derive(ground: Ground, claims: Claims, canonical: Mapping[str, str]) -> list[Link]:
    """All derived edges."""
    return [
        *_attached(ground, claims, canonical),
        *_catalogued(ground),
        *_repository_writers(ground),
        *_decided(ground, claims, canonical),
    ]


def _attached(ground: Ground, claims: Claims, canonical: Mapping[str, str]) -> Iterable[Link]:
    """Accounts of people, by a decision, by subject, or by address; they stay when the person's last claim ends."""
    apart = {(canonical.get(a, a), canonical.get(b, b)) for a, b in unlinked(claims.decisions)}
    apart |= {(b, a) for a, b in apart}
    for left, right in sorted(linked(claims.decisions)):
        ends = sorted((canonical.get(left, left), canonical.get(right, right)))
        if ends[0].startswith("Account:") and ends[1].startswith("Identity:"):
            head, tail = ground.index_of(ends[0]), ground.index_of(ends[1])
            yield Link(tail, "HAS_ACCOUNT", head, DECIDED, "linked by a person's decision")
    subjects, emails = (_from_ever(ground.spans(name, "Identity")) for name in ("subject", "emails"))
    theirs, addresses = (_from_ever(ground.spans(name, "Account")) for name in ("subject", "email"))
    keys = (("subject", subjects, theirs, str), ("email", _each(emails), addresses, clean_email))
    done: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for what, people, accounts, clean in keys:
        owners: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for node, value, since, until in people:
            owners[clean(value)].append((node, since, until))
        for account, value, since, until in accounts:
            holders = {node for node, a, b in owners[clean(value)] if max(a, since) < min(b, until)}
            if len(holders) != 1:
                continue
            person = next(iter(holders))
            if (ground.ids[person], ground.ids[account]) in apart:
                continue
            for node, a, b in owners[clean(value)]:
                first, last = max(a, since), min(b, until)
                told = done[account, person]
                # What an earlier rule says of the same time needs no second reason.
                if node == person and first < last and not any(c <= first and last <= d for c, d in told):
                    told.append((first, last))
                    yield Link(person, "HAS_ACCOUNT", account, RESOLVED, f"same {what}: {value}", first, last)


def _from_ever(spans: Iterable[tuple[int, Any, int, int]]) -> list[tuple[int, Any, int, int]]:
    """The first value of each node held before anybody looked: who somebody is does not begin with our first look."""
    seen: set[int] = set()
    found = []
    for node, value, since, until in spans:
        found.append((node, value, since if node in seen else ALWAYS, until))
        seen.add(node)
    return found


def _each(spans: Iterable[tuple[int, Any, int, int]]) -> list[tuple[int, Any, int, int]]:
    """A property that is a list, one span per item; touching spans of one item joined."""
    joined: dict[tuple[int, str], list[list[int]]] = {}
    for node, values, since, until in spans:
        for value in values:
            runs = joined.setdefault((node, value), [])
            if runs and runs[-1][1] == since:
                runs[-1][1] = until
            else:
                runs.append([since, until])
    return [(node, value, since, until) for (node, value), runs in joined.items() for since, until in runs]


def _catalogued(ground: Ground) -> Iterable[Link]:
    """A local server exposes what the catalogue says its package exposes."""
    exposes: dict[int, list[int]] = defaultdict(list)
    rows = np.flatnonzero(ground.edges["kind"] == EDGE_CODES["EXPOSES"]).tolist()
    for row in rows:
        exposes[int(ground.edges["tail"][row])].append(row)
    for local, entry in catalogue_entries(ground):
        for row in exposes[entry]:
            yield Link(
                local,
                "EXPOSES",
                int(ground.edges["head"][row]),
                ground.sources[ground.edges["source"][row]],
                f"catalogue entry {ground.ids[entry]}",
                int(ground.edges["since"][row]),
                int(ground.edges["until"][row]),
            )


def catalogue_entries(ground: Ground) -> list[tuple[int, int]]:
    """(local server, its catalogue node) pairs."""
    pairs = set()
    for local, package, _, _ in ground.spans("package", "McpServer"):
        entry = ground.index_of(f"McpServer:mcp/{package}")
        if entry >= 0 and entry != local:
            pairs.add((local, entry))
    return sorted(pairs)


def _repository_writers(ground: Ground) -> Iterable[Link]:
    """Whoever may WRITE a repository can use what its files connect."""
    rows_of: dict[int, list[int]] = defaultdict(list)
    spans = ground.spans("repository", "Application")
    if not spans:
        return
    edges = ground.edges
    wanted = {ground.index_of(value) for _, value, _, _ in spans}
    writes = (edges["kind"] == EDGE_CODES["CAN_ACCESS"]) & (edges["permission"] >= Permission.WRITE)
    for row in np.flatnonzero(writes & np.isin(edges["head"], list(wanted))).tolist():
        rows_of[int(edges["head"][row])].append(row)
    users = {NODE_CODES[kind] for kind in ("Account", "Group", "Credential", "Application")}
    for application, value, since, until in spans:
        for row in rows_of[ground.index_of(value)]:
            tail = int(edges["tail"][row])
            if int(ground.kinds[tail]) in users:
                yield Link(
                    tail,
                    "CAN_USE",
                    application,
                    ground.sources[edges["source"][row]],
                    f"may write {value}",
                    max(since, int(edges["since"][row])),
                    min(until, int(edges["until"][row])),
                )


def _decided(ground: Ground, claims: Claims, canonical: Mapping[str, str]) -> Iterable[Link]:
    """Owners named by a person; the newest word on a principal holds, at every moment."""
    newest: dict[str, tuple[int, str]] = {}
    for decision in claims.decisions:
        if decision.kind == "owner":
            owned, owner = (canonical.get(node, node) for node in decision.ids)
            newest[owned] = max(newest.get(owned, (-1, "")), (decision.at, owner))
    for owned, (_, owner) in sorted(newest.items()):
        yield Link(
            ground.index_of(owner), "ANSWERS_FOR", ground.index_of(owned), DECIDED, "named by a person's decision"
        )


def local_name(node_id: str) -> str:
    """The last part of an id's key: the name under which a tool or server goes in its system."""
    return split_id(node_id)[2].rpartition("/")[2]

"""Histories of nodes: versions from several sources merged, property by property, and what a node lets through when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from graph.budgets import Budget
from graph.moment import ALWAYS, NEVER, read_moment
from graph.ontology import NODE_NAMES
from graph.prices import OwnPrice
from graph.snapshot.columns import I4, I8, Bool, Timeline
from graph.snapshot.merge import MergeOrder, listed_since, property_history
from graph.snapshot.versions import Version, one_record_per_source
from graph.stores.base import Claims, NodeClaims

# What a node lets through: nothing and is not there; reached but not passed; only its keys; everything. UNLISTED: no
# source listed it yet, and none dates its beginning; it is there if an edge that some source claims says so.
ABSENT, STOPS, KEYS_ONLY, CONVEYS, UNLISTED = 0, 1, 2, 3, 4

ENDED_STATUS = {"Identity": "departed", "Account": "deleted", "Credential": "revoked"}
ENDED_MODE = {"Identity": CONVEYS, "Account": KEYS_ONLY, "Credential": STOPS}
# Kinds of whose status the source of their own system knows best.
_OWN_STATUS = ("Account", "Credential")

Event = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Policy:
    """What `remit.toml` says about sources: per property those that go before all others.

    `authoritative` maps Kind.property (`Identity.status`) to source names; `preferred` are sources whose charges and
    usage count where two sources tell of the same spend. `counts` maps the instance of a connector (`litellm:acme`) to
    when its priced usage is in the ledger (`always`, `never`; without it, on days without a bill). `budgets`: what keys of
    cost may cost a month. `prices`: what tokens cost that nobody bills.
    """

    authoritative: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    preferred: tuple[str, ...] = ()
    counts: Mapping[str, str] = field(default_factory=dict)
    budgets: tuple[Budget, ...] = ()
    prices: tuple[OwnPrice, ...] = ()


class ValueCodes:
    """Property values as canonical JSON texts, numbered in order of appearance; `sorted` renumbers them in byte order."""

    def __init__(self) -> None:
        self._codes: dict[str, int] = {}

    def code(self, value: object) -> int:
        """The number of a value; -1 for None."""
        if value is None:
            return -1
        text = msgspec.json.encode(value, order="sorted").decode()
        return self._codes.setdefault(text, len(self._codes))

    def sorted(self) -> tuple[list[str], I4]:
        """All texts in byte order, and old code → new code (the last entry maps -1 to -1)."""
        texts = sorted(self._codes, key=str.encode)
        new_codes = np.full(len(texts) + 1, -1, dtype=np.int32)
        for code, text in enumerate(texts):
            new_codes[self._codes[text]] = code
        return texts, new_codes


@dataclass(slots=True)
class Histories:
    """Events per property and events of modes, in blocks of rows (node, start, code)."""

    values: ValueCodes = field(default_factory=ValueCodes)
    properties: dict[str, list[I8]] = field(default_factory=lambda: defaultdict(list))
    modes: list[I8] = field(default_factory=list)

    def add(self, name: str, events: Sequence[Event] | I8) -> None:
        if len(events):
            self.properties[name].append(np.asarray(events, dtype=np.int64).reshape(-1, 3))

    def add_modes(self, events: Sequence[Event] | I8) -> None:
        if len(events):
            self.modes.append(np.asarray(events, dtype=np.int64).reshape(-1, 3))

    def timelines(self, decided: Mapping[str, Mapping[int, int]]) -> tuple[dict[str, Timeline], Timeline, list[str]]:
        """Timelines of all properties by name, that of the modes, and the values' texts in byte order.

        `decided`: by property the value codes that a person decided for nodes; they go before all that sources say.
        """
        texts, new_codes = self.values.sorted()
        properties = {}
        for name in sorted(self.properties.keys() | {name for name, codes in decided.items() if codes}):
            timeline = Timeline.of(self.properties.get(name, []))
            codes = decided.get(name, {})
            if codes:
                others = timeline.where(~np.isin(timeline.node, list(codes)))
                events = np.array([(node, ALWAYS, code) for node, code in codes.items()], dtype=np.int64)
                timeline = Timeline.of([others.rows(), events])
            properties[name] = Timeline(timeline.node, timeline.start, new_codes[timeline.code])
        return properties, Timeline.of(self.modes), texts


def build_histories(
    claims: Claims, node: I4, source: I4, kinds: I4, authority: Mapping[str, frozenset[int]]
) -> Histories:
    """Merge all versions. `node` and `source` per claim; `kinds` per node; `authority` per Kind.property."""
    histories, versions = Histories(), claims.nodes
    texts: dict[str, int] = {}
    shape = np.array([texts.setdefault(text, len(texts)) for text in versions.props], dtype=np.int64)
    parsed: list[dict[str, Any]] = [msgspec.json.decode(text) for text in texts]
    counts = np.bincount(node, minlength=len(kinds))
    timed = np.array(["expires_at" in props for props in parsed] or [False])
    single = (counts[node] == 1) & ~timed[shape] if len(node) else np.zeros(0, dtype=bool)
    _add_single(histories, versions, np.flatnonzero(single), node, (kinds, shape, parsed))
    names = sorted((state.source for state in claims.sources), key=str.encode)
    systems = [name.partition(":")[0].encode() for name in names]
    versions_of: dict[int, list[Version]] = defaultdict(list)
    for row in np.flatnonzero(~single).tolist():
        props = parsed[shape[row]]
        name = versions.name[row]
        versions_of[int(node[row])].append(
            Version(
                source=int(source[row]),
                member=claims.ids[versions.node[row]].encode(),
                since=int(versions.since[row]),
                until=int(versions.until[row]),
                first_seen=int(versions.first_seen[row]),
                dated=bool(versions.dated[row]),
                props=props if name is None else {**props, "name": name},
            )
        )
    for index, several in versions_of.items():
        kind = NODE_NAMES[kinds[index]]
        first = {name.partition(".")[2]: sources for name, sources in authority.items() if name.startswith(kind + ".")}
        order = MergeOrder(first, systems if kind in _OWN_STATUS else ())
        _add_merged(histories, index, kind, [v for v in several if v.since < v.until], order)
    return histories


def _add_single(
    histories: Histories, claims: NodeClaims, rows: I8, node: I4, context: tuple[I4, I8, list[dict[str, Any]]]
) -> None:
    """Nodes with one version, whole columns at a time: the usual case of a first load."""
    kinds, shape, parsed = context
    since, until = claims.since[rows], claims.until[rows]
    rows, since, until = rows[since < until], since[since < until], until[since < until]
    nodes, shapes = node[rows].astype(np.int64), shape[rows]
    order = np.argsort(shapes, kind="stable")
    bounds = np.searchsorted(shapes[order], np.arange(len(parsed) + 1))
    collected: dict[str, list[tuple[I8, int]]] = defaultdict(list)
    for number, props in enumerate(parsed):
        block = order[bounds[number] : bounds[number + 1]]
        if len(block):
            for name, value in props.items():
                collected[name].append((block, histories.values.code(value)))
    for name, blocks in collected.items():
        which = np.concatenate([block for block, _ in blocks])
        codes = np.repeat([code for _, code in blocks], [len(block) for block, _ in blocks])
        histories.add(name, np.column_stack((nodes[which], since[which], codes)))
    named = [i for i, row in enumerate(rows.tolist()) if claims.name[row] is not None]
    name_codes = [histories.values.code(claims.name[rows[i]]) for i in named]
    histories.add("name", np.column_stack((nodes[named], since[named], name_codes)) if named else [])
    status = np.full(len(parsed), "", dtype=object)
    for number, props in enumerate(parsed):
        status[number] = props.get("status", "")
    _add_single_modes(histories, (nodes, since, until), kinds[nodes], status[shapes], claims.dated[rows].astype(bool))


def _add_single_modes(
    histories: Histories, spans: tuple[I8, I8, I8], kinds: I4, status: npt.NDArray[np.object_], dated: Bool
) -> None:
    nodes, since, until = spans
    for code, kind in enumerate(NODE_NAMES):
        here = np.flatnonzero(kinds == code)
        if not len(here):
            continue
        modes = np.full(len(here), CONVEYS)
        for value, mode in STATUS_MODES.get(kind, {}).items():
            modes[status[here] == value] = mode
        histories.add_modes(np.column_stack((nodes[here], since[here], modes)))
        late = here[since[here] > ALWAYS]
        histories.add_modes(
            np.column_stack((nodes[late], np.full(len(late), ALWAYS), np.where(dated[late], ABSENT, UNLISTED)))
        )
        ended = here[until[here] < NEVER]
        mode = ENDED_MODE.get(kind, ABSENT)
        histories.add_modes(np.column_stack((nodes[ended], until[ended], np.full(len(ended), mode))))
        if kind in ENDED_STATUS and len(ended):
            final = histories.values.code(ENDED_STATUS[kind])
            histories.add("status", np.column_stack((nodes[ended], until[ended], np.full(len(ended), final))))


STATUS_MODES: dict[str, dict[str, int]] = {
    "Account": {"suspended": KEYS_ONLY, "deleted": KEYS_ONLY},
    "Credential": {"revoked": STOPS, "expired": STOPS},
    "Application": {"disabled": STOPS},
    "McpServer": {"disabled": STOPS},
}


def _add_merged(histories: Histories, node: int, kind: str, versions: list[Version], order: MergeOrder) -> None:
    """One node with several versions or a date of expiry: property by property, moment by moment."""
    if kind == "Identity":
        versions = one_record_per_source(versions)
    versions.sort(key=lambda v: (v.source, v.member, v.since, v.first_seen))
    if not versions:
        return
    speaking = [v for v in versions if v.source in order.first.get("status", ())] if kind == "Identity" else []
    # Before those that have the word first listed it, any source's listing counts.
    heard = min((listed_since(v, versions) for v in speaking), default=NEVER)
    present = _presence(
        (listed_since(v, versions), v.until if v in speaking else min(v.until, heard)) for v in versions
    )
    properties = {
        name: property_history(name, versions, order)
        for name in sorted({name for version in versions for name in version.props})
    }
    ended = [moment for moment, there in present if not there]
    if kind in ENDED_STATUS and ended:
        properties["status"] = _with_ends(properties.get("status", []), present, ENDED_STATUS[kind])
    for name, history in properties.items():
        histories.add(name, [(node, start, histories.values.code(value)) for start, value in history])
    histories.add_modes([(node, start, mode) for start, mode in _modes(kind, present, properties, versions)])


def _presence(listings: Iterable[tuple[int, int]]) -> list[tuple[int, bool]]:
    """When the node is listed and when it is not: alternating, from the first listing on."""
    spans: list[list[int]] = []
    for since, until in sorted(listing for listing in listings if listing[0] < listing[1]):
        if spans and since <= spans[-1][1]:
            spans[-1][1] = max(spans[-1][1], until)
        else:
            spans.append([since, until])
    events: list[tuple[int, bool]] = []
    for since, until in spans:
        events.append((since, True))
        if until < NEVER:
            events.append((until, False))
    return events


def _with_ends(history: list[tuple[int, Any]], present: list[tuple[int, bool]], final: str) -> list[tuple[int, Any]]:
    """The status with `final` written wherever the node is no longer listed."""
    merged: list[tuple[int, Any]] = []
    listed = True
    last: Any = None
    changes, listings = dict(history), dict(present)
    for moment in sorted(changes.keys() | listings.keys()):
        last = changes.get(moment, last)
        listed = listings.get(moment, listed)
        merged.append((moment, last if listed else final))
    return merged


def _modes(
    kind: str,
    present: list[tuple[int, bool]],
    histories: Mapping[str, list[tuple[int, Any]]],
    versions: Sequence[Version],
) -> list[tuple[int, int]]:
    start = present[0][0]
    dated = all(v.dated for v in versions if v.since == start)
    modes = [] if start == ALWAYS else [(ALWAYS, ABSENT if dated else UNLISTED)]
    status, expiry, listed = None, None, False
    changes: dict[int, dict[str, Any]] = defaultdict(dict)
    for name in ("status", "expires_at"):
        for moment, value in histories.get(name, ()):
            changes[moment][name] = value
    for moment, there in present:
        changes[moment]["listed"] = there
    for _, value in histories.get("expires_at", ()):
        if value is not None:
            changes.setdefault(max(read_moment(value), start), {})
    for moment in sorted(changes):
        status = changes[moment].get("status", status)
        expiry = changes[moment].get("expires_at", expiry)
        listed = changes[moment].get("listed", listed)
        if not listed:
            modes.append((moment, ENDED_MODE.get(kind, ABSENT)))
        elif kind == "Credential" and expiry is not None and read_moment(expiry) <= moment:
            modes.append((moment, STOPS))
        else:
            modes.append((moment, STATUS_MODES.get(kind, {}).get(status or "", CONVEYS)))
    return modes

"""A snapshot: the frozen graph of one generation, its tables, and how to look things up in them."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec
import numpy as np

from graph.errors import SnapshotError
from graph.moment import ALWAYS, NEVER
from graph.ontology import NODE_NAMES
from graph.reason import Reason
from graph.restatement import Restatement
from graph.snapshot.columns import I4, I8, Timeline
from graph.snapshot.edits import Edits, apply_edits
from graph.snapshot.everybody import EVERYBODY
from graph.snapshot.runs import RunNumbers
from graph.snapshot.tables import Tables
from graph.snapshot.view import Basis, DerivedResults, View, build_view

T = TypeVar("T")

# How many views a snapshot keeps, the least recently used going first.
_KEPT_VIEWS = 6


@dataclass(frozen=True, slots=True)
class SourceFreshness:
    """How far one source can be trusted to be up to date. Moments; `promised_age_s` None: it promised nothing.

    `restated`: the days and periods that it told again with other figures, oldest first.
    """

    source: str
    state: str
    reasons: tuple[Reason, ...]
    observed_at: int
    first_observed: int
    promised_age_s: int | None
    scopes: Mapping[str, tuple[int, int]]
    restated: tuple[Restatement, ...] = ()

    def is_stale(self, moment: int) -> bool:
        """Older than it promised to be at this moment."""
        return self.promised_age_s is not None and moment - self.observed_at > self.promised_age_s * 1_000_000


class Snapshot:
    """One generation, immutable and safe to use from several threads. A node is its index in `ids` (byte order).

    The tables may be mapped from files. `freshness` is read beside them: it may be newer. `info` is what the manifest
    says in JSON. `runs`: the numbers of the runs at whose moments claims opened or closed, by source and moment.
    """

    def __init__(
        self,
        tables: Tables,
        info: Mapping[str, Any],
        stamp: tuple[int, int, str],
        freshness: Sequence[SourceFreshness],
        runs: RunNumbers,
    ) -> None:
        self.tables, self.info = tables, info
        self.generation, self.built_at, self.digest = stamp
        self.freshness = tuple(freshness)
        self.runs = runs
        self.nodes, self.edges, self.usage, self.charges = tables.nodes, tables.edges, tables.usage, tables.charges
        self.descriptions, self.usage_coverage = tables.descriptions, tables.usage_coverage
        self.ids, self.values, self.texts = tables.ids, tables.values, tables.texts
        self.count = len(self.nodes)
        # The sources, then the names under which edges that follow from their claims stand.
        self.sources: tuple[str, ...] = (*(source["source"] for source in info["sources"]), *info["reserved_sources"])
        self.source_count = len(info["sources"])
        # Under which of them stand the memberships of everybody, which follow from a rule and not from a grant to one.
        self.everybody_source = self.sources.index(EVERYBODY)
        # Lets go of the folder that the tables are mapped from, if any; called when nobody holds the snapshot.
        self.release: Callable[[], Any] = lambda: None
        # What this one was edited from; the arrays that they share are mapped as long as it is there.
        self.base: Snapshot | None = None
        # The nodes at which the edits made a difference, ascending; when anything changes that did not before; and the kinds
        # of the edges that are different, None where nodes are.
        self.touched: I8 = np.zeros(0, dtype=np.int64)
        self.edit_moments: I8 = np.zeros(0, dtype=np.int64)
        self.edited_kinds: frozenset[str] | None = None
        # What this one is a part of, where it was restricted to what somebody may see.
        self.whole: Snapshot | None = None
        self._views: OrderedDict[tuple[int, Basis], View] = OrderedDict()
        self._lock = threading.Lock()
        self._decoded: dict[int, Any] = {}
        self._changes: I8 | None = None
        self._derived = DerivedResults()

    def derived(self, function: Callable[[Snapshot], T]) -> T:
        """`function(snapshot)`, computed once and kept as long as the snapshot is.

        Its result must not hold the snapshot, which could not be let go of then.
        """
        return self._derived.of(function, self)

    def index_of(self, node_id: str) -> int:
        """The index of a node by any of its ids, or -1."""
        index = self.ids.find(node_id)
        if index < 0:
            members = self.tables.members
            row = members.texts.find(node_id)
            index = int(members.node[row]) if row >= 0 else -1
        return index

    def indices_of_email(self, email: str) -> list[int]:
        """The distinct nodes that have or had this address (already lower-cased), ascending."""
        return self.tables.emails.nodes_of(email)

    def indices_of_name(self, name: str) -> list[int]:
        """The distinct nodes that have or had exactly this name, ascending."""
        code, timeline = self.tables.value_code(name), self.timeline("name")
        if code < 0 or timeline is None:
            return []
        nodes: list[int] = np.unique(timeline.node[timeline.code == code]).tolist()
        return nodes

    def kind(self, node: int) -> str:
        """The kind of a node."""
        return NODE_NAMES[int(self.nodes.kind[node])]

    def members(self, node: int) -> list[str]:
        """All other ids of a node, in byte order."""
        return self.tables.members.texts_of(node)

    def name(self, node: int, moment: int = NEVER - 1) -> str:
        """What people call the node: its name at the moment, else its first one, else the key of its id."""
        name = self.prop(node, "name", moment)
        if name is None:
            history = self.history(node, "name")
            name = history[0][1] if history else self.ids[node].partition("/")[2]
        return str(name)

    def prop(self, node: int, name: str, moment: int) -> Any:
        """The value of a property at a moment; None where it is not known."""
        timeline = self.timeline(name)
        return None if timeline is None else self.value(timeline.of_node(node, moment))

    def history(self, node: int, name: str) -> list[tuple[int, Any]]:
        """All (start, value) of a property, oldest first."""
        timeline = self.timeline(name)
        return [] if timeline is None else [(start, self.value(code)) for start, code in timeline.history(node)]

    def props(self, node: int, moment: int) -> dict[str, Any]:
        """All known properties of a node at a moment, by name."""
        values = {name: self.prop(node, name, moment) for name in sorted(self.tables.properties)}
        return {name: value for name, value in values.items() if value is not None}

    def timeline(self, name: str) -> Timeline | None:
        """The history of one property over all nodes, or None where no node ever had it."""
        return self.tables.properties.get(name)

    def column(self, name: str, moment: int) -> I4:
        """The property of every node at a moment as value codes (-1: not known)."""
        return self.tables.property_at(name, moment)

    def value(self, code: int) -> Any:
        """The value behind a code; None for -1."""
        if code < 0:
            return None
        if code not in self._decoded:
            try:
                self._decoded[code] = msgspec.json.decode(self.values.bytes_at(code))
            except msgspec.DecodeError:
                raise SnapshotError(
                    "the snapshot is damaged: a value of it is no JSON; remove its folder and ask again"
                ) from None
        return self._decoded[code]

    def value_code(self, value: object) -> int:
        """The code of a value, or -2 (which no column holds) where no node ever had it."""
        return self.tables.value_code(value)

    def text(self, index: int) -> str | None:
        """An interned text (evidence, currency, detail); None for -1."""
        return None if index < 0 else self.texts[index]

    def at(self, moment: int, basis: Basis = Basis.EITHER) -> View:
        """The graph at a moment; all moments between two changes share what is derived from their view."""
        changes = self.moments_of_change()
        with self._lock:
            key = (int(np.searchsorted(changes, moment, side="right")), basis)
            view = self._views.get(key)
            if view is None:
                view = self._views[key] = build_view(
                    self.tables, (self.source_count, self.everybody_source), moment, basis
                )
                if len(self._views) > _KEPT_VIEWS:
                    self._views.popitem(last=False)
            self._views.move_to_end(key)
            return view.with_moment(moment)

    def with_edits(self, edits: Edits) -> Snapshot:
        """What a compile would give if sources said so: a snapshot of its own, which shares what does not change.

        Raises InputError for an edit that no source could claim, or whose consequences cannot be told from the tables.
        """
        result = apply_edits(self.tables, self.info, edits)
        stamp = (self.generation, self.built_at, edits.digest(self.digest))
        edited = Snapshot(result.tables, result.info, stamp, self.freshness, self.runs)
        edited.base, edited.whole, edited.touched = self, self.whole, result.touched
        edited.edit_moments, edited.edited_kinds = result.moments, result.kinds
        return edited

    def moments_of_change(self) -> I8:
        """Every moment at which a view may change, ascending; O(E log E) the first time."""
        if self._changes is None:
            self._changes = self._read_moments_of_change()
        return self._changes

    def _read_moments_of_change(self) -> I8:
        if self.base is not None:
            # That some moment is one no more makes two views of what one would do for.
            moments = np.union1d(self.base.moments_of_change(), self.edit_moments)
            return moments[(moments > ALWAYS) & (moments < NEVER)]
        columns = [self.tables.modes.start, self.edges.since, self.edges.until]
        columns += [
            timeline.start
            for name in ("status", "approval", "read_only", "sensitivity", "members")
            if (timeline := self.timeline(name)) is not None
        ]
        moments = np.unique(np.concatenate([np.unique(column) for column in columns]))
        return moments[(moments > ALWAYS) & (moments < NEVER)]

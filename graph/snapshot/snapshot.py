"""This file knows the frozen graph: columns and indexes of one generation, and how to look things up in them."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np

from graph.moment import ALWAYS, NEVER
from graph.ontology import NODE_NAMES
from graph.reason import Reason
from graph.snapshot.string_table import StringTable
from graph.snapshot.timeline import Timeline
from graph.snapshot.view import Basis, View, build_view

_VIEWS = 6


@dataclass(frozen=True, slots=True)
class SourceFreshness:
    """How far one source can be trusted to be up to date. Moments; `promised_age_s` None: it promised nothing."""

    source: str
    state: str
    reasons: tuple[Reason, ...]
    observed_at: int
    first_observed: int
    promised_age_s: int | None
    scopes: Mapping[str, tuple[int, int]]

    def is_stale(self, moment: int) -> bool:
        """Older than it promised to be at this moment."""
        return self.promised_age_s is not None and moment - self.observed_at > self.promised_age_s * 1_000_000


class Snapshot:
    """One generation, immutable. Nodes are dense places (ids in byte order); all arrays may be memory-mapped.

    `arrays` by name: `kind`, `known` per node; `edge.*` in order of tail, with `out` and `into`, `into.edge` as indexes;
    `usage.*`, `charge.*`; `prop.NAME.*` and `mode.*` as timelines; `described.*` pairs of node and source;
    `grants_vouched`, `usage_vouched` per node. `freshness` is read beside it: it may be newer than the arrays.
    """

    def __init__(
        self,
        arrays: dict[str, Any],
        info: Mapping[str, Any],
        stamp: tuple[int, int, str],
        freshness: Sequence[SourceFreshness],
    ) -> None:
        self.arrays, self.info = arrays, info
        self.generation, self.built_at, self.digest = stamp
        self.freshness = tuple(freshness)
        self.ids = self._texts("ids")
        self.values = self._texts("values")
        self.texts = self._texts("texts")
        self.sources: tuple[str, ...] = (*(source["source"] for source in info["sources"]), *info["reserved_sources"])
        # Edges of the sources from this number on follow from other claims.
        self.claimants = len(info["sources"])
        self.count = len(self.ids)
        self._members, self._emails = self._texts("members"), self._texts("emails")
        self._views: OrderedDict[tuple[int, Basis], View] = OrderedDict()
        self._lock = threading.Lock()
        self._decoded: dict[int, Any] = {}
        # Lets go of the folder the arrays are mapped from, if any; done by itself when nobody holds the snapshot.
        self.release: Callable[[], Any] = lambda: None
        self._changes: Any = None

    def index_of(self, node_id: str) -> int:
        """The place of a node by any of its ids, or -1."""
        place = self.ids.find(node_id)
        if place < 0:
            member = self._members.find(node_id)
            place = int(self.arrays["members.place"][member]) if member >= 0 else -1
        return place

    def indices_of_email(self, email: str) -> list[int]:
        """The nodes that have or had this address (already lower-cased), without repetition."""
        at = self._emails.find(email)
        found = []
        while 0 <= at < len(self._emails) and self._emails[at] == email:
            found.append(int(self.arrays["emails.place"][at]))
            at += 1
        return sorted(set(found))

    def indices_of_name(self, name: str) -> list[int]:
        """The nodes that have or had exactly this name."""
        code, timeline = self.value_code(name), self.timeline("name")
        if code < 0 or timeline is None:
            return []
        return sorted(set(timeline.node[timeline.code == code].tolist()))

    def kind(self, place: int) -> str:
        """The kind of a node."""
        return NODE_NAMES[int(self.arrays["kind"][place])]

    def members(self, place: int) -> list[str]:
        """All other ids of a node."""
        return [self._members[i] for i in np.flatnonzero(self.arrays["members.place"] == place).tolist()]

    def name(self, place: int, moment: int = NEVER - 1) -> str:
        """What a person calls the node: its name at the moment, else its first one, else the key of its id."""
        found = self.prop(place, "name", moment)
        if found is None:
            history = self.history(place, "name")
            found = history[0][1] if history else self.ids[place].partition("/")[2]
        return str(found)

    def prop(self, place: int, name: str, moment: int) -> Any:
        """The value of a property at a moment; None where it is not known."""
        timeline = self.timeline(name)
        return None if timeline is None else self.value(timeline.of_node(place, moment))

    def history(self, place: int, name: str) -> list[tuple[int, Any]]:
        """All (start, value) of a property, oldest first."""
        timeline = self.timeline(name)
        return [] if timeline is None else [(start, self.value(code)) for start, code in timeline.history(place)]

    def props(self, place: int, moment: int) -> dict[str, Any]:
        """All known properties of a node at a moment."""
        names = [name[5:-5] for name in self.arrays if name.startswith("prop.") and name.endswith(".node")]
        found = {name: self.prop(place, name, moment) for name in names}
        return {name: value for name, value in sorted(found.items()) if value is not None}

    def timeline(self, name: str) -> Timeline | None:
        """The history of one property over all nodes, or None where no node ever had it."""
        if f"prop.{name}.node" not in self.arrays:
            return None
        return Timeline(*(self.arrays[f"prop.{name}.{part}"] for part in ("node", "start", "code")))

    def column(self, name: str, moment: int) -> Any:
        """The property of every node at a moment as value codes (int32, -1: not known)."""
        timeline = self.timeline(name)
        return np.full(self.count, -1, dtype=np.int32) if timeline is None else timeline.at(moment, self.count)

    def value(self, code: int) -> Any:
        """The value behind a code; None for -1."""
        if code < 0:
            return None
        if code not in self._decoded:
            self._decoded[code] = msgspec.json.decode(self.values.bytes_at(code))
        return self._decoded[code]

    def value_code(self, value: object) -> int:
        """The code of a value, or -2 (which no column holds) where no node ever had it."""
        code = self.values.find(msgspec.json.encode(value, order="sorted").decode())
        return code if code >= 0 else -2

    def text(self, number: int) -> str | None:
        """An interned text (evidence, currency, detail); None for -1."""
        return None if number < 0 else self.texts[number]

    def at(self, moment: int, basis: Basis = Basis.EITHER) -> View:
        """The graph at a moment; moments between which nothing changes share one view."""
        with self._lock:
            if self._changes is None:
                self._changes = self._moments()
            key = (int(np.searchsorted(self._changes, moment, side="right")), basis)
            found = self._views.get(key)
            if found is None:
                found = self._views[key] = build_view(self, moment, basis)
                if len(self._views) > _VIEWS:
                    self._views.popitem(last=False)
            self._views.move_to_end(key)
            return found.with_moment(moment)

    def _moments(self) -> Any:
        """Every moment at which a view may change."""
        names = ["mode.start", "edge.since", "edge.until"]
        names += [
            f"prop.{name}.start"
            for name in ("status", "approval", "read_only", "sensitivity")
            if f"prop.{name}.start" in self.arrays
        ]
        found = np.concatenate([np.unique(self.arrays[name]) for name in names])
        return np.unique(found[(found > ALWAYS) & (found < NEVER)])

    def _texts(self, name: str) -> StringTable:
        return StringTable(self.arrays[f"{name}.blob"], self.arrays[f"{name}.offsets"])

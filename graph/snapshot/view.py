"""This file knows the graph of one moment: who conveys then, which edges do, and to what they narrow."""

from __future__ import annotations

import dataclasses
import threading
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Protocol

import numpy as np

from graph.ontology import EDGE_CODES, EDGE_KINDS, NODE_CODES, Permission
from graph.snapshot.edges import index
from graph.snapshot.nodes import ABSENT, CONVEYS, KEYS_ONLY, STOPS, UNLISTED
from graph.snapshot.timeline import Timeline
from graph.traverse import Traverser

# An edge that does not narrow what flows along it.
NO_CAP = 5


class Basis(Enum):
    """Which edges a walk may take: claimed ones, ones seen in use, or the former and the latter where nobody vouches."""

    GRANTED = "GRANTED"
    OBSERVED = "OBSERVED"
    EITHER = "EITHER"


class Source(Protocol):
    """What a slice is cut from."""

    arrays: dict[str, Any]
    claimants: int

    def timeline(self, name: str) -> Timeline | None: ...

    def value_code(self, value: object) -> int: ...


@dataclass(frozen=True, slots=True)
class Adjacency:
    """The conveying edges in one direction: the slice of node n is [offsets[n], offsets[n + 1]).

    `neighbours` are the nodes at the other end, `caps` 1 to 4 or NO_CAP, `rows` the edges' places in the snapshot's table.
    """

    offsets: Any
    neighbours: Any
    caps: Any
    rows: Any


@dataclass(slots=True)
class View:
    """The graph at one moment on one basis.

    `mode` per node (graph.snapshot.nodes), `levels` the permissions at which a walk can end, descending, `outlived` the
    accounts that convey only because a key of theirs does, `memo` what is derived from the slice and holds for all
    moments that share it.
    """

    moment: int
    basis: Basis
    mode: Any
    outgoing: Adjacency
    levels: tuple[int, ...]
    outlived: Any
    memo: dict[str, Any] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _local: threading.local = field(default_factory=threading.local)

    @property
    def incoming(self) -> Adjacency:
        """The same edges by their targets."""
        with self._lock:
            if "incoming" not in self.memo:
                count = len(self.outgoing.offsets) - 1
                order = np.argsort(self.outgoing.neighbours, kind="stable")
                tails = np.repeat(np.arange(count, dtype=np.int32), np.diff(self.outgoing.offsets))
                self.memo["incoming"] = Adjacency(
                    index(self.outgoing.neighbours, count),
                    tails[order],
                    self.outgoing.caps[order],
                    self.outgoing.rows[order],
                )
            found: Adjacency = self.memo["incoming"]
            return found

    def with_moment(self, moment: int) -> View:
        """The same graph asked at another moment of its stretch; all that was derived from it is shared."""
        return self if moment == self.moment else dataclasses.replace(self, moment=moment)

    def traverser(self, *, reverse: bool = False) -> Traverser:
        """This thread's traverser of the view."""
        name = "backward" if reverse else "forward"
        found: Traverser | None = getattr(self._local, name, None)
        if found is None:
            half = self.incoming if reverse else self.outgoing
            found = Traverser(half.offsets, half.neighbours, half.caps)
            setattr(self._local, name, found)
        return found


def build_view(source: Source, moment: int, basis: Basis) -> View:
    """Cut the slice of a moment: O(edges), all in whole columns."""
    arrays = source.arrays
    kind, head, permission = arrays["edge.kind"], arrays["edge.head"], arrays["edge.permission"]
    valid = (arrays["edge.since"] <= moment) & (moment < arrays["edge.until"])
    tail = np.repeat(np.arange(len(arrays["kind"]), dtype=np.int32), np.diff(arrays["out"]))
    mode, outlived = _modes(source, moment, valid, tail)
    conveying = np.array([edge.conveys for edge in EDGE_KINDS.values()])
    used = kind == EDGE_CODES["USED"]
    if basis is Basis.GRANTED:
        wanted = conveying[kind]
    elif basis is Basis.OBSERVED:
        wanted = used
    else:
        wanted = conveying[kind] | (used & ~arrays["grants_vouched"].astype(bool)[head])
    passes = (mode[tail] == CONVEYS) | ((mode[tail] == KEYS_ONLY) & (kind == EDGE_CODES["HAS_CREDENTIAL"]))
    rows = np.flatnonzero(valid & wanted & passes & (mode[head] >= STOPS)).astype(np.int32)
    caps = _caps(source, moment, rows, (tail, head, kind, permission))
    out = Adjacency(index(tail[rows], len(mode)), head[rows], caps, rows)
    present = np.bincount(caps, minlength=NO_CAP + 1)
    levels = tuple(level for level in (4, 3, 2, 1) if level == 4 or present[level])
    return View(moment, basis, mode, out, levels, outlived)


def _modes(source: Source, moment: int, valid: Any, tail: Any) -> tuple[Any, Any]:
    arrays = source.arrays
    kinds = arrays["kind"]
    timeline = Timeline(arrays["mode.node"], arrays["mode.start"], arrays["mode.code"])
    mode = timeline.at(moment, len(kinds), CONVEYS).astype(np.uint8)
    unlisted = mode == UNLISTED
    if unlisted.any():
        # What follows from claims is no sign of life: an account is attached to its owner at every moment.
        claimed = valid & (arrays["edge.source"] < source.claimants)
        seen = np.zeros(len(kinds), dtype=bool)
        seen[tail[claimed]] = seen[arrays["edge.head"][claimed]] = True
        mode[unlisted] = np.where(seen[unlisted], CONVEYS, ABSENT)
    # What is known only through edges lives as long as they do.
    living = np.zeros(len(kinds), dtype=bool)
    living[tail[valid]] = living[arrays["edge.head"][valid]] = True
    living[timeline.node] = True
    mode[~living] = ABSENT
    status = source.timeline("status")
    if status is not None:
        # A local server has its status from the catalogue, which its own history of modes does not know.
        off = status.at(moment, len(kinds)) == source.value_code("disabled")
        mode[off & (mode == CONVEYS) & np.isin(kinds, [NODE_CODES["McpServer"], NODE_CODES["Application"]])] = STOPS
    kind, head = arrays["edge.kind"], arrays["edge.head"]
    runs = np.flatnonzero(valid & (kind == EDGE_CODES["RUNS_AS"]))
    runs = runs[
        (kinds[tail[runs]] == NODE_CODES["Credential"])
        & (mode[tail[runs]] == CONVEYS)
        & (mode[head[runs]] == KEYS_ONLY)
    ]
    outlived = np.unique(head[runs])
    mode[outlived] = CONVEYS
    return mode, outlived


def _caps(source: Source, moment: int, rows: Any, columns: tuple[Any, ...]) -> Any:
    """What each edge narrows to: its permission; READ for CAN_ACCESS and USED without one; read-only tools."""
    tail, head, kind, permission = (column[rows] for column in columns)
    caps = permission.astype(np.uint8)
    silent = caps == 0
    caps[silent] = NO_CAP
    caps[silent & (kind == EDGE_CODES["CAN_ACCESS"])] = Permission.READ
    caps[kind == EDGE_CODES["USED"]] = Permission.READ
    exposes = np.flatnonzero(kind == EDGE_CODES["EXPOSES"])
    read_only, approval = source.timeline("read_only"), source.timeline("approval")
    if len(exposes) and read_only is not None and approval is not None:
        count = len(source.arrays["kind"])
        tame = read_only.at(moment, count)[head[exposes]] == source.value_code(True)
        trusted = approval.at(moment, count)[tail[exposes]] == source.value_code("approved")
        narrowed = exposes[tame & trusted]
        caps[narrowed] = np.minimum(caps[narrowed], Permission.READ)
    return caps

"""Since when a group has had no active human in it, nested or behind an account."""

from __future__ import annotations

import heapq

import numpy as np

from graph.moment import ALWAYS, read_moment
from graph.snapshot import Snapshot

_INTO = ("MEMBER_OF", "HAS_ACCOUNT")


class EmptiedGroups:
    """When groups that are empty at a moment last had somebody in them."""

    def __init__(self, snapshot: Snapshot, moment: int) -> None:
        self._snapshot, self._moment = snapshot, moment
        self._emptied: dict[int, int | None] = {}

    def emptied_at(self, group: int) -> int | None:
        """The moment at which the last active human left a group that is empty; None where none is known to have been in it.

        Cost: O(e log e) for the e edges by which anything was in the group at the latest moments, not for all there ever were.
        """
        if group not in self._emptied:
            self._emptied[group] = self._last_staffed(group)
        return self._emptied[group]

    def _last_staffed(self, group: int) -> int | None:
        """Goes backwards from the group along chains of edges that hold at one time, those that hold longest first."""
        edges, latest = self._snapshot.edges, None
        # Of each chain: until when it holds, its first node, and since when it holds.
        chains, passed = [(-self._moment, group, ALWAYS)], dict[int, list[int]]()
        while chains:
            negative, node, since = heapq.heappop(chains)
            until = -negative
            if latest is not None and until <= latest:
                break
            # A chain to the same node that holds longer came before; one that also began earlier leaves nothing to find.
            if any(earlier <= since for earlier in passed.get(node, ())):
                continue
            passed.setdefault(node, []).append(since)
            if self._snapshot.kind(node) == "Identity":
                end = self._last_active(node, until)
                if end is not None and end > since and (latest is None or end > latest):
                    latest = end
                continue
            rows = edges.incoming(np.array([node]))
            rows = rows[edges.of(*_INTO, rows=rows)]
            for row in rows.tolist():
                begins, ends = max(since, int(edges.since[row])), min(until, int(edges.until[row]))
                if begins < ends:
                    heapq.heappush(chains, (-ends, int(edges.source[row]), begins))
        return latest

    def _last_active(self, person: int, before: int) -> int | None:
        """The end of the last interval that begins before a moment in which a human is active, no later than the moment."""
        snapshot, moment = self._snapshot, self._moment
        departed_at = snapshot.prop(person, "departed_at", moment)
        if departed_at is not None and snapshot.prop(person, "status", moment) == "departed":
            before = min(before, read_moment(departed_at))
        end = before
        changes = {start for name in ("type", "status") for start, _ in snapshot.history(person, name)}
        for start in sorted(changes, reverse=True):
            if start < before and self._is_active_human(person, start):
                return min(end, before)
            end = min(end, start)
        return None

    def _is_active_human(self, person: int, moment: int) -> bool:
        kind, status = (self._snapshot.prop(person, name, moment) for name in ("type", "status"))
        return status == "active" and kind in (None, "human")

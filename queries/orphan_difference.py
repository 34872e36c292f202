"""Orphaned paths that close and open between a snapshot and the same one with edits, by their ends alone.

Only roots are walked from that reach something that is different, or of which other principals hang.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from graph.deadline import check_deadline
from graph.ontology import Permission
from graph.snapshot import Snapshot, View
from graph.snapshot.columns import Bool
from queries.liveness import live_nodes
from queries.orphaned_paths import Params, spent_models, topmost, window_of
from queries.ownership import ownership
from queries.reach import reach_from
from queries.reach_difference import ReachComparison
from queries.reached import reported_levels

# (root, target, permission), as ids and the permission's name.
PathKey = tuple[str, str, str | None]


@dataclass(frozen=True, slots=True)
class OrphanDifference:
    """How many live roots there are on both sides, and the paths of those at which anything is different, in order."""

    roots: tuple[int, int]
    before: tuple[PathKey, ...]
    after: tuple[PathKey, ...]

    @property
    def closed(self) -> tuple[PathKey, ...]:
        """Paths that are and would not be."""
        keys = set(self.after)
        return tuple(key for key in self.before if key not in keys)

    @property
    def opened(self) -> tuple[PathKey, ...]:
        """Paths that are not and would be."""
        keys = set(self.before)
        return tuple(key for key in self.after if key not in keys)


def orphan_difference(comparison: ReachComparison, params: Params) -> OrphanDifference:
    """The difference of two answers of `orphaned-paths`.

    Cost: who answers for whom, twice, and a walk for each root at which anything is different.
    """
    sides = (comparison.before, comparison.after)
    views = tuple(side.at(params.as_of, params.basis) for side in sides)
    groups = tuple(_groups(side, view, params) for side, view in zip(sides, views, strict=True))
    masks = comparison.reaching_touched(params.basis)
    changed = {root for root in groups[0].keys() | groups[1].keys() if groups[0].get(root) != groups[1].get(root)}
    for side, group, mask in zip(sides, groups, masks, strict=True):
        changed |= {root for root, members in group.items() if _is_touched(side, mask, (root, *members))}
    keys = []
    for side, view, group in zip(sides, views, groups, strict=True):
        paths: list[PathKey] = []
        for root in sorted(changed & group.keys(), key=str.encode):
            check_deadline()
            paths += _paths(side, view, root, group[root], params)
        keys.append(tuple(paths))
    return OrphanDifference((len(groups[0]), len(groups[1])), *keys)


def _is_touched(snapshot: Snapshot, mask: Bool, ids: tuple[str, ...]) -> bool:
    return any(mask[snapshot.ids.find(node_id)] for node_id in ids)


def _groups(snapshot: Snapshot, view: View, params: Params) -> dict[str, tuple[str, ...]]:
    """The live roots with what is folded under them, by id."""
    owned = ownership(snapshot, params.as_of)
    live = live_nodes(snapshot, view, window_of(params))
    folded: dict[int, list[int]] = defaultdict(list)
    for node, root in owned.root.items():
        folded[root].append(node)
    return {
        snapshot.ids[root]: tuple(snapshot.ids[member] for member in sorted(folded[root]))
        for root in owned.causes
        if live[root] or live[folded[root]].any()
    }


def _paths(snapshot: Snapshot, view: View, root_id: str, member_ids: tuple[str, ...], params: Params) -> list[PathKey]:
    root, members = snapshot.ids.find(root_id), [snapshot.ids.find(member) for member in member_ids]
    reach = reach_from(snapshot, view, [root])
    unreached = np.setdiff1d(members, reach.node).tolist()
    if unreached:
        reach = reach_from(snapshot, view, [root, *unreached])
    targets = [*topmost(snapshot, view, reach), *spent_models(snapshot, reach, [root, *members], params)]
    levels, position = reported_levels(snapshot, reach), reach.position_of(snapshot.count)
    with_levels = [(target, int(levels[position[target]])) for target in sorted(set(targets))]
    return [(root_id, snapshot.ids[target], Permission(level).name if level else None) for target, level in with_levels]

"""Orphaned paths that close and open between a snapshot and the same one with edits, by their ends alone.

Only roots are walked from whose reach differs, or on which other principals hang.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from graph.deadline import check_deadline
from graph.ontology import Permission
from graph.snapshot import Basis, Snapshot, View
from graph.snapshot.columns import U1, Bool
from queries.liveness import live_nodes
from queries.orphaned_paths import Params, window_of
from queries.orphaned_routes import live_roots, root_routes
from queries.ownership import ownership
from queries.reach_difference import ReachComparison
from queries.reached import reported_levels

# (root, target, permission), as ids and the permission's name.
PathKey = tuple[str, str, str | None]
# Roots, each with what is folded under it, ascending.
Groups = Mapping[int, Sequence[int]]
# From so few targets it is cheaper to see whose reach differs than from everybody who may reach them.
_FEW_TARGETS = 8


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
    groups = [
        live_roots(ownership(side, params.as_of), live_nodes(side, view, window_of(params)))
        for side, view in zip(sides, views, strict=True)
    ]
    masks = _differing(comparison, params.basis)
    changed = set[str]()
    for side, group, mask in zip(sides, groups, masks, strict=True):
        passing = (root for root, members in group.items() if mask[root] or (members and mask[list(members)].any()))
        changed.update(side.ids[root] for root in passing)
    changed |= _regrouped(comparison, groups)
    keys = []
    for side, view, group in zip(sides, views, groups, strict=True):
        paths: list[PathKey] = []
        for root_id in sorted(changed, key=str.encode):
            check_deadline()
            root = side.ids.find(root_id)
            if root in group:
                paths += _paths(side, view, root, group[root], params)
        keys.append(tuple(paths))
    return OrphanDifference((len(groups[0]), len(groups[1])), *keys)


def _differing(comparison: ReachComparison, basis: Basis) -> tuple[Bool, Bool]:
    """Per node of each snapshot whether what it reaches differs, or may do so."""
    before, after = comparison.reaching_difference(basis)
    ends = comparison.reached_from_difference(basis)
    targets = np.flatnonzero(ends[1])
    targets = np.union1d(targets, comparison.new_of[ends[0]])
    # Which of two data sources is the topmost may differ although both are reached as before.
    if len(targets) > _FEW_TARGETS or comparison.differing(basis).containment:
        return before, after
    views = comparison.before.at(comparison.moment, basis), comparison.after.at(comparison.moment, basis)
    differs = np.zeros(comparison.after.count, dtype=bool)
    old: Bool = comparison.old_of >= 0
    for target in targets.tolist():
        levels, own = _levels_to(views[1], target), int(comparison.old_of[target])
        was = _levels_to(views[0], own) if own >= 0 else np.zeros(comparison.before.count, dtype=np.uint8)
        differs[old] |= levels[old] != was[comparison.old_of[old]]
        differs[~old] |= levels[~old] > 0
    return before & differs[comparison.new_of], after & differs


def _levels_to(view: View, target: int) -> U1:
    """Per node the greatest level at which a walk leads from it to a target; 0 without one."""
    levels = np.zeros(len(view.mode), dtype=np.uint8)
    for level in sorted(view.levels):
        nodes = view.traverser(reverse=True).bfs(view.vertices_of([target]), level).nodes
        levels[nodes[nodes < len(levels)]] = level
    return levels


def _regrouped(comparison: ReachComparison, groups: Sequence[Groups]) -> set[str]:
    """The roots on one side alone, and those under which other principals are folded."""
    new_of, ids = comparison.new_of, comparison.after.ids
    before = {int(new_of[root]): new_of[list(members)].tolist() for root, members in groups[0].items()}
    return {
        ids[root]
        for root in before.keys() | groups[1].keys()
        if root not in before or root not in groups[1] or before[root] != list(groups[1][root])
    }


def _paths(snapshot: Snapshot, view: View, root: int, members: Sequence[int], params: Params) -> list[PathKey]:
    routes, reach = root_routes(snapshot, view, (root, members), window_of(params))
    levels, position = reported_levels(snapshot, reach), reach.position_of(snapshot.count)
    with_levels = [(target, int(levels[position[target]])) for target in sorted(routes.targets)]
    return [
        (snapshot.ids[root], snapshot.ids[target], Permission(level).name if level else None)
        for target, level in with_levels
    ]

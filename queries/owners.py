"""Owners of nodes at a moment: the people and groups that hold a node or answer for it, active or not."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from graph.snapshot import Snapshot
from graph.snapshot.columns import I8, Ints, expand, offsets_of, pair_keys, unpack_pairs
from queries.ownership import supports


@dataclass(frozen=True, slots=True)
class OwnerTable:
    """Distinct (node, owner) pairs, sorted: the owners of node n are `owner[offsets[n]:offsets[n + 1]]`."""

    offsets: I8
    owner: Ints

    def of(self, node: int) -> list[int]:
        """The owners of a node, ascending."""
        owners: list[int] = self.owner[int(self.offsets[node]) : int(self.offsets[node + 1])].tolist()
        return owners


def owners_at(snapshot: Snapshot, moment: int) -> OwnerTable:
    """Identities and groups that hold each node at a moment, directly or through an account, or answer for it.

    A credential that nobody holds has the owners of the accounts that it runs as. O(edges).
    """
    supporter, node = supports(snapshot, moment)
    keys = np.unique(pair_keys(node, supporter))
    node, supporter = unpack_pairs(keys)
    is_owner = snapshot.nodes.of("Identity", "Group", nodes=supporter)
    direct = _table(snapshot.count, keys[is_owner])
    through_accounts = _joined(direct, node[~is_owner], supporter[~is_owner])
    held = np.union1d(keys[is_owner], through_accounts)

    edges = snapshot.edges
    rows = np.flatnonzero(edges.of("RUNS_AS") & edges.valid_at(moment))
    owned = np.zeros(snapshot.count, dtype=bool)
    owned[unpack_pairs(held)[0]] = True
    source, target = edges.source[rows], edges.target[rows]
    runs = ~owned[source] & snapshot.nodes.of("Credential", nodes=source) & snapshot.nodes.of("Account", nodes=target)
    return _table(snapshot.count, np.union1d(held, _joined(direct, source[runs], target[runs])))


def _table(count: int, keys: I8) -> OwnerTable:
    node, owner = unpack_pairs(keys)
    return OwnerTable(offsets_of(node, count), owner)


def _joined(owners: OwnerTable, nodes: Ints, through: Ints) -> I8:
    """Pairs of nodes with the owners of the accounts through which they are held."""
    position, row = expand(owners.offsets, through)
    return np.unique(pair_keys(nodes[position], owners.owner[row]))

"""Owners of usage: the people who hold its principal on that day, and the teams that they were in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from graph.address import canonical_address
from graph.snapshot import Snapshot
from graph.snapshot.columns import I8, Bool, Ints
from graph.snapshot.principals import user_names
from queries.cost_attribution.allocate import Allocation
from queries.cost_attribution.day_links import DayLinks, NodeDays, codes_at_end_of, edge_intervals
from queries.cost_attribution.question import SHARED, UNATTRIBUTED, OwnerRule


class HolderLinks:
    """Who holds what on which day; each table of links is made once per snapshot, when it is first needed. O(edges) each."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot

    @property
    def holders(self) -> DayLinks:
        """Account or Credential → the identities that hold it, a credential's also through the account that holds it."""
        return self.snapshot.derived(_holders)

    @property
    def run_as_holders(self) -> DayLinks:
        """Credential → the identities that hold the account it runs as, while it does."""
        return self.snapshot.derived(_run_as_holders)

    @property
    def answerers(self) -> DayLinks:
        """Anything → the identities that answer for it."""
        return self.snapshot.derived(_answerers)

    @property
    def answering_groups(self) -> DayLinks:
        """Anything → the groups that answer for it."""
        return self.snapshot.derived(_answering_groups)

    @property
    def accounts(self) -> DayLinks:
        """Credential → the accounts that hold it."""
        return self.snapshot.derived(_accounts)

    @property
    def groups(self) -> DayLinks:
        """Identity, Account or Credential → the groups it is a direct member of."""
        return self.snapshot.derived(_groups)

    def owners_of(self, nodes: I8, days: I8) -> tuple[I8, I8]:
        """All (position in `nodes`, owner), by both.

        The holders of that day, else those of the account that a credential runs as, else who answers for the node. A
        person, whom a usage row may name, is their own.
        """
        position = np.flatnonzero((nodes >= 0) & self.snapshot.nodes.of("Identity", nodes=np.maximum(nodes, 0)))
        owner = nodes[position]
        held, holder = self.holders.join(nodes, days)
        position, owner = _merged((position, owner), (held, holder))
        for links in (self.run_as_holders, self.answerers):
            rest = _without(position, len(nodes))
            other, more = links.join(nodes[rest], days[rest])
            position, owner = _merged((position, owner), (rest[other], more))
        return position, owner

    def groups_for(self, nodes: I8, days: I8) -> tuple[I8, I8]:
        """All (position in `nodes`, group): those that answer for the node; a group, which a row may name, itself."""
        itself = np.flatnonzero((nodes >= 0) & self.snapshot.nodes.of("Group", nodes=np.maximum(nodes, 0)))
        return _merged(self.answering_groups.join(nodes, days), (itself, nodes[itself]))

    def account_of(self, nodes: I8, days: I8, *, unsure: int) -> I8:
        """The account a principal is, or is a credential of that day; `unsure` where a credential has several.

        Other principals, and credentials of no account, are UNATTRIBUTED.
        """
        table, known = self.snapshot.nodes, np.maximum(nodes, 0)
        account_of = np.where((nodes >= 0) & table.of("Account", nodes=known), nodes, UNATTRIBUTED)
        keys = np.flatnonzero((nodes >= 0) & table.of("Credential", nodes=known))
        position, account = self.accounts.join(nodes[keys], days[keys])
        account_of[keys[position]] = account
        account_of[keys[np.bincount(position, minlength=len(keys)) > 1]] = unsure
        return account_of

    def teams_of(self, nodes: I8, days: I8, team_type: str) -> tuple[I8, I8]:
        """All (position in `nodes`, team): direct groups that were of that type at the end of the day."""
        position, group = self.groups.join(nodes, days)
        code = self.snapshot.value_code(team_type)
        of_type = codes_at_end_of(self.snapshot.timeline("type"), group, days[position]) == code
        return position[of_type], group[of_type]


def _holders(snapshot: Snapshot) -> DayLinks:
    accounts = edge_intervals(snapshot, "HAS_ACCOUNT", sources=("Identity",), forward=False)
    keys = edge_intervals(snapshot, "HAS_CREDENTIAL", sources=("Identity",), forward=False)
    held = edge_intervals(snapshot, "HAS_CREDENTIAL", sources=("Account",), forward=False)
    return DayLinks.of(accounts.plus(keys).plus(held.then(accounts, snapshot.count)), snapshot.count)


def _run_as_holders(snapshot: Snapshot) -> DayLinks:
    runs_as = edge_intervals(snapshot, "RUNS_AS", sources=("Credential",), forward=True)
    accounts = edge_intervals(snapshot, "HAS_ACCOUNT", sources=("Identity",), forward=False)
    return DayLinks.of(runs_as.then(accounts, snapshot.count), snapshot.count)


def _answerers(snapshot: Snapshot) -> DayLinks:
    return DayLinks.of(edge_intervals(snapshot, "ANSWERS_FOR", sources=("Identity",), forward=False), snapshot.count)


def _answering_groups(snapshot: Snapshot) -> DayLinks:
    return DayLinks.of(edge_intervals(snapshot, "ANSWERS_FOR", sources=("Group",), forward=False), snapshot.count)


def _accounts(snapshot: Snapshot) -> DayLinks:
    return DayLinks.of(edge_intervals(snapshot, "HAS_CREDENTIAL", sources=("Account",), forward=False), snapshot.count)


def _groups(snapshot: Snapshot) -> DayLinks:
    kinds = ("Identity", "Account", "Credential")
    return DayLinks.of(edge_intervals(snapshot, "MEMBER_OF", sources=kinds, forward=True), snapshot.count)


@dataclass(frozen=True, slots=True)
class OwnerAllocation:
    """How rows are shared by owners: `unit` per row; `principal` and `day` per share: whose owner the target is, and when.

    `of_group`: the shares that belong to nobody by name because a group answers for the principal.
    """

    unit: Ints
    allocation: Allocation
    principal: I8
    day: I8
    of_group: Bool

    @classmethod
    def of(cls, unit: Ints, allocation: Allocation, pairs: NodeDays, pair: I8, of_group: Bool) -> OwnerAllocation:
        """`pair`: per share its (principal, day); `of_group`: per pair."""
        return cls(unit, allocation, pairs.node[pair], pairs.day[pair], of_group[pair])


def allocate_owners(links: HolderLinks, pairs: NodeDays, rule: OwnerRule, detail: Ints) -> OwnerAllocation:
    """The owners of the (principal, day) pairs of rows; `detail` per row is read where the source's own word counts."""
    position, owner = links.owners_of(pairs.node, pairs.day)
    count = len(pairs.node)
    rest = _without(position, count)
    of_group = np.zeros(count, dtype=bool)
    of_group[rest[links.groups_for(pairs.node[rest], pairs.day[rest])[0]]] = True
    nobody = np.where(of_group, SHARED, UNATTRIBUTED)
    if rule is OwnerRule.EVEN:
        position, owner = _merged((position, owner), (rest, nobody[rest]))
        return OwnerAllocation.of(pairs.of, Allocation.of(position, owner, count), pairs, position, of_group)
    shared = np.bincount(position, minlength=count) > 1
    single = nobody
    single[position] = owner
    single[shared] = SHARED
    every = np.arange(count)
    if rule is OwnerRule.NONE or not shared.any():
        return OwnerAllocation.of(pairs.of, Allocation.of(every, single, count), pairs, every, of_group)
    # Behind the pairs stands one unit per owner of a shared pair, for the rows that name that owner.
    position, owner = position[shared[position]], owner[shared[position]]
    unit = pairs.of.astype(np.int64)
    rows = np.flatnonzero(shared[unit] & (detail >= 0))
    user = _users_named(links.snapshot, detail[rows])
    width = links.snapshot.count + 1
    keys, sought = position * width + owner, unit[rows] * width + user
    at = np.minimum(np.searchsorted(keys, sought), len(keys) - 1)
    is_owner = (keys[at] == sought) & (user >= 0)
    unit[rows[is_owner]] = count + at[is_owner]
    target, pair = np.concatenate((single, owner)), np.concatenate((every, position))
    return OwnerAllocation.of(unit, Allocation.of(np.arange(len(target)), target, len(target)), pairs, pair, of_group)


def allocate_teams(links: HolderLinks, owners: OwnerAllocation, team_type: str) -> Allocation:
    """The teams of each share of an owner, which is a unit here: the owner's, else those of the account behind the row.

    A group that answers for the principal, where no person does, is the team itself.
    """
    owner, day, principal = owners.allocation.target, owners.day, owners.principal
    share, team = links.teams_of(owner, day, team_type)
    of_group = np.flatnonzero(owners.of_group)
    at, answering = links.groups_for(principal[of_group], day[of_group])
    share, team = _merged((share, team), (of_group[at], answering))
    for carriers_of in (links.accounts.join, _itself):
        rest = _without(share, len(owner))
        position, carrier = carriers_of(principal[rest], day[rest])
        at, carried_team = links.teams_of(carrier, day[rest][position], team_type)
        width = links.snapshot.count + 1
        keys = np.unique(rest[position[at]] * width + carried_team)
        share, team = _merged((share, team), np.divmod(keys, width))
    rest = _without(share, len(owner))
    share, team = _merged((share, team), (rest, np.where(owner[rest] < 0, owner[rest], UNATTRIBUTED)))
    return Allocation.of(share, team, len(owner))


def _itself(nodes: I8, days: I8) -> tuple[I8, I8]:
    return np.arange(len(nodes)), nodes


def _without(positions: I8, count: int) -> I8:
    """The positions up to `count` that are not among these."""
    missing = np.ones(count, dtype=bool)
    missing[positions] = False
    return np.flatnonzero(missing)


def _merged(first: tuple[I8, I8], second: tuple[I8, I8]) -> tuple[I8, I8]:
    """Two lists of (position, node) as one, by position; no position is in both."""
    position, node = np.concatenate((first[0], second[0])), np.concatenate((first[1], second[1]))
    if not len(second[0]):
        return position, node
    order = np.argsort(position, kind="stable")
    return position[order], node[order]


def _users_named(snapshot: Snapshot, detail: Ints) -> I8:
    """The identity that each row's own raw fields name; -1 where they name none, or several."""
    codes, which = np.unique(detail, return_inverse=True)
    users = np.full(len(codes), -1, dtype=np.int64)
    for at, code in enumerate(codes.tolist()):
        people = {node for name in user_names(snapshot.text(code) or "") for node in _people(snapshot, name)}
        if len(people) == 1:
            users[at] = people.pop()
    return np.asarray(users[which])


def _people(snapshot: Snapshot, name: str) -> Iterator[int]:
    nodes = [snapshot.index_of(name)] if ":" in name else snapshot.indices_of_email(canonical_address(name))
    return (node for node in nodes if node >= 0 and snapshot.kind(node) == "Identity")

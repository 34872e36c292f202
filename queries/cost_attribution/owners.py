"""This file knows whose a row of usage is: the owners of its principal on that day, and the teams they were in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import msgspec
import numpy as np

from graph.ontology import NODE_CODES
from graph.resolve import clean_email
from graph.snapshot import Snapshot
from queries.cost_attribution.links import DayLinks, Pairs, codes_at_end_of, edge_spans
from queries.cost_attribution.question import SHARED, UNATTRIBUTED, OwnerRule
from queries.cost_attribution.split import Allocation
from queries.usage.int_sums import I8

# Where a source's raw fields name the person who used a shared account.
TELLING = ("user_email", "userEmail", "email", "user", "user_id", "actor_email", "actor", "end_user", "identity")


class Holdings:
    """Who holds what on which day; each table of links is made when it is first needed. Cost: O(edges) each."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot

    @cached_property
    def holders(self) -> DayLinks:
        """Account or Credential → the identities that hold it, a credential's also through the account that holds it."""
        accounts = edge_spans(self.snapshot, "HAS_ACCOUNT", tails=("Identity",), forward=False)
        keys = edge_spans(self.snapshot, "HAS_CREDENTIAL", tails=("Identity",), forward=False)
        held = edge_spans(self.snapshot, "HAS_CREDENTIAL", tails=("Account",), forward=False)
        through = held.then(accounts, self.snapshot.count)
        return DayLinks.of(accounts.plus(keys).plus(through), self.snapshot.count)

    @cached_property
    def answerers(self) -> DayLinks:
        """Anything → the identities that answer for it."""
        spans = edge_spans(self.snapshot, "ANSWERS_FOR", tails=("Identity",), forward=False)
        return DayLinks.of(spans, self.snapshot.count)

    @cached_property
    def accounts(self) -> DayLinks:
        """Credential → the accounts that hold it."""
        spans = edge_spans(self.snapshot, "HAS_CREDENTIAL", tails=("Account",), forward=False)
        return DayLinks.of(spans, self.snapshot.count)

    @cached_property
    def groups(self) -> DayLinks:
        """Identity, Account or Credential → the groups it is a direct member of."""
        spans = edge_spans(self.snapshot, "MEMBER_OF", tails=("Identity", "Account", "Credential"), forward=True)
        return DayLinks.of(spans, self.snapshot.count)

    def owners_of(self, nodes: I8, days: I8) -> tuple[I8, I8]:
        """All (place in `nodes`, owner): the holders of that day, else those who answer for it; by place, then owner."""
        at, owner = self.holders.join(nodes, days)
        bare = np.ones(len(nodes), dtype=bool)
        bare[at] = False
        bare = np.flatnonzero(bare)
        other, answerer = self.answerers.join(nodes[bare], days[bare])
        return _merged((at, owner), (bare[other], answerer))

    def account_of(self, nodes: I8, days: I8, *, unsure: int) -> I8:
        """The account a principal is, or is a credential of that day; `unsure` where a credential has several.

        Other principals, and credentials of no account, are UNATTRIBUTED.
        """
        kinds = self.snapshot.arrays["kind"][np.maximum(nodes, 0)]
        found = np.where((nodes >= 0) & (kinds == NODE_CODES["Account"]), nodes, UNATTRIBUTED)
        keys = np.flatnonzero((nodes >= 0) & (kinds == NODE_CODES["Credential"]))
        at, account = self.accounts.join(nodes[keys], days[keys])
        found[keys[at]] = account
        found[keys[np.bincount(at, minlength=len(keys)) > 1]] = unsure
        return found

    def teams_of(self, nodes: I8, days: I8, team_type: str) -> tuple[I8, I8]:
        """All (place in `nodes`, team): direct groups that were of that type at the end of the day."""
        at, group = self.groups.join(nodes, days)
        wanted = self.snapshot.value_code(team_type)
        of_type = codes_at_end_of(self.snapshot.timeline("type"), group, days[at]) == wanted
        return at[of_type], group[of_type]


@dataclass(frozen=True, slots=True)
class Owned:
    """How rows fan out to owners: `unit` per row, and per leaf of `fan` the principal and the day it is an owner of."""

    unit: Any
    fan: Allocation
    principal: I8
    day: I8

    @classmethod
    def of(cls, unit: Any, fan: Allocation, pairs: Pairs, pair: I8) -> Owned:
        return cls(unit, fan, pairs.node[pair], pairs.day[pair])


def owned(holdings: Holdings, pairs: Pairs, rule: OwnerRule, detail: Any) -> Owned:
    """The fan of owners over the pairs of rows; `detail` per row is read where the source's own telling counts."""
    at, owner = holdings.owners_of(pairs.node, pairs.day)
    count = len(pairs.node)
    owners = np.bincount(at, minlength=count)
    bare = np.flatnonzero(owners == 0)
    if rule is OwnerRule.EVEN:
        at, owner = _merged((at, owner), (bare, np.full(len(bare), UNATTRIBUTED)))
        return Owned.of(pairs.of, Allocation.of(at, owner, count), pairs, at)
    shared = owners > 1
    alone = np.full(count, UNATTRIBUTED, dtype=np.int64)
    alone[at] = owner
    alone[shared] = SHARED
    if rule is OwnerRule.NONE or not shared.any():
        return Owned.of(pairs.of, Allocation.of(np.arange(count), alone, count), pairs, np.arange(count))
    # Behind the pairs stands one unit per owner of a shared pair, for the rows that name that owner.
    mine = shared[at]
    at, owner = at[mine], owner[mine]
    unit = pairs.of.astype(np.int64)
    rows = np.flatnonzero(shared[unit] & (detail >= 0))
    told = _told(holdings.snapshot, detail[rows])
    width = holdings.snapshot.count + 1
    keys, asked = at * width + owner, unit[rows] * width + told
    place = np.minimum(np.searchsorted(keys, asked), len(keys) - 1)
    named = (keys[place] == asked) & (told >= 0)
    unit[rows[named]] = count + place[named]
    code, pair = np.concatenate((alone, owner)), np.concatenate((np.arange(count), at))
    return Owned.of(unit, Allocation.of(np.arange(len(code)), code, len(code)), pairs, pair)


def team_fan(holdings: Holdings, owners: Owned, team_type: str) -> Allocation:
    """The teams of each leaf of `owners`: the owner's, else those of the account behind the row; its unit is that leaf."""
    owner, day, principal = owners.fan.code, owners.day, owners.principal
    leaf, team = holdings.teams_of(owner, day, team_type)
    for carriers in (holdings.accounts.join, _itself):
        bare = np.ones(len(owner), dtype=bool)
        bare[leaf] = False
        without = np.flatnonzero(bare)
        at, carrier = carriers(principal[without], day[without])
        place, found = holdings.teams_of(carrier, day[without][at], team_type)
        keys = np.unique(without[at[place]] * (holdings.snapshot.count + 1) + found)
        more = np.divmod(keys, holdings.snapshot.count + 1)
        leaf, team = _merged((leaf, team), more)
    bare = np.ones(len(owner), dtype=bool)
    bare[leaf] = False
    without = np.flatnonzero(bare)
    leaf, team = _merged((leaf, team), (without, np.where(owner[without] < 0, owner[without], UNATTRIBUTED)))
    return Allocation.of(leaf, team, len(owner))


def _itself(nodes: I8, days: I8) -> tuple[I8, I8]:
    return np.arange(len(nodes)), nodes


def _merged(one: tuple[Any, Any], other: tuple[Any, Any]) -> tuple[I8, I8]:
    """Two lists of (place, node) as one, by place; the places of the one are not those of the other."""
    at, node = np.concatenate((one[0], other[0])), np.concatenate((one[1], other[1]))
    if not len(other[0]):
        return at, node
    order = np.argsort(at, kind="stable")
    return at[order], node[order]


def _told(snapshot: Snapshot, detail: Any) -> I8:
    """The identity that each row's own raw fields name; -1 where they name none, or several."""
    codes, which = np.unique(detail, return_inverse=True)
    told = np.full(len(codes), -1, dtype=np.int64)
    for at, code in enumerate(codes.tolist()):
        people = {place for name in _names(snapshot.text(code) or "") for place in _people(snapshot, name)}
        if len(people) == 1:
            told[at] = people.pop()
    return np.asarray(told[which])


def _names(detail: str) -> Iterator[str]:
    try:
        fields = msgspec.json.decode(detail)
    except msgspec.DecodeError:
        return
    places = [fields, fields.get("raw")] if isinstance(fields, dict) else []
    for place in places:
        for key in TELLING:
            if isinstance(place, dict) and isinstance(place.get(key), str):
                yield place[key]


def _people(snapshot: Snapshot, name: str) -> Iterator[int]:
    found = [snapshot.index_of(name)] if ":" in name else snapshot.indices_of_email(clean_email(name))
    for place in found:
        if place >= 0 and snapshot.kind(place) == "Identity":
            yield place

"""What is to be done when a person leaves: what they hold and answer for, in which order it ends, and what stays reachable?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from graph.deadline import check_deadline
from graph.errors import InputError
from graph.moment import day_of
from graph.money import Money
from graph.ontology import EDGE_KINDS, EDGE_NAMES
from graph.reason import Reason
from graph.snapshot import CONVEYS, Basis, Snapshot, View
from graph.snapshot.columns import Bool
from graph.snapshot.reduced import ReachedEdges
from queries.actions import Action, Actions
from queries.base import (
    HIDDEN,
    MOMENT,
    ROWS,
    WINDOW_BOUNDS,
    Completeness,
    FreshnessWarning,
    described,
    freshness_warnings,
)
from queries.blast_radius import WINDOW_DAYS
from queries.exercise import exercise
from queries.holdings import Holding, Holdings, holdings_of
from queries.next_owner import NextOwners
from queries.reach import Reach, public_notes, reach_from
from queries.reached import ReachedRows, ordered, reported_levels
from queries.revocation import RevokedEdge
from queries.subject import find_node
from queries.usage.spend import spend
from queries.vocabulary import NodeId, NodeKind


@dataclass(frozen=True, slots=True)
class Params:
    """Who leaves. Nothing is written."""

    person: NodeId = field(metadata=described("who leaves: a node id, an email or a unique name", argument=True))
    as_of: int = field(metadata=MOMENT)
    basis: Basis = field(default=Basis.EITHER, metadata=described("which edges count as reach"))
    window_days: int = field(
        default=WINDOW_DAYS,
        metadata=described("how many days back use looks, and who uses most", bounds=WINDOW_BOUNDS),
    )
    currency: str | None = field(default=None, metadata=described("which currency to answer in"))


@dataclass(frozen=True, slots=True)
class OffboardingItem:
    """One node that the person holds, uses or answers for, and what is to be done about it."""

    id: NodeId
    """The canonical id of the node; the person's own stands for their entry in the directory."""
    kind: NodeKind
    """What kind of node it is."""
    name: str
    """Its name at the moment."""
    system: str
    """The system in which to do it."""
    action: str
    """What to do, as a sentence in the words of the system."""
    why: str
    """What joins it to the person."""
    only_theirs: bool
    """Whether nobody but the person answers for it."""
    disabled: bool
    """Whether it is switched off for everybody: an account is closed, a key revoked."""
    ends: tuple[RevokedEdge, ...]
    """The edges that end with it."""
    breaks: tuple[NodeId, ...]
    """The active people who use it or reach it, and for whom it changes, by id; of what only the person held, who is hit."""
    spend_30d: Money | None
    """What usage in its own name cost in the last 30 days; null where currencies are mixed."""
    next_owner: tuple[NodeId, ...]
    """Who could take it over, best first; `orphaned-paths` says why. Only of what is only theirs."""
    command: str | None
    """The command or the request that does it; null where only the system's console does."""
    data_sources_left: int
    """How many data sources the person still reaches once this and all before it is done."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The sheet of somebody who leaves. Items stand in the order in which they are safe to do."""

    person: NodeId
    """The canonical id of the person."""
    name: str
    """Their name at the moment."""
    spend_30d: Money | None
    """What the person's accounts and keys, closed ones too, cost in the last 30 days; null where currencies are mixed."""
    data_sources: int
    """How many data sources the person reaches now."""
    items: tuple[OffboardingItem, ...] = field(metadata=ROWS)
    """What is to be done: hand over, end secrets, servers, grants and memberships, close accounts, leave the directory."""
    left_after: ReachedRows = field(metadata=ROWS)
    """What the person still reaches when all is done, as `blast-radius` lists it, without their closed accounts and keys."""
    order: tuple[NodeId, ...]
    """The ids of all items, in order."""
    completeness: Completeness = field(metadata=HIDDEN)
    freshness: tuple[FreshnessWarning, ...] = field(metadata=HIDDEN)


def run(snapshot: Snapshot, params: Params) -> Answer:
    """Answer the question. Cost: a few passes over the edges, then a search of what the person reaches for every item.

    Raises UnknownName and AmbiguousName, and InputError for what is no Identity.
    """
    person = find_node(snapshot, params.person, "person", kinds=("Identity",))
    if snapshot.kind(person) != "Identity":
        raise InputError(f"{snapshot.ids[person]} is no person; give an Identity").in_argument("person")
    sheet = _Sheet(snapshot, params, holdings_of(snapshot, snapshot.at(params.as_of, params.basis), person))
    total, gaps = sheet.spend_of(sheet.holdings.held)
    rows = sheet.left_after()
    groups = rows.reach.node[snapshot.nodes.of("Group", nodes=rows.reach.node)]
    return Answer(
        person=snapshot.ids[person],
        name=snapshot.name(person, params.as_of),
        spend_30d=total,
        data_sources=sheet.data_sources_left[0],
        items=tuple(sheet.item(number) for number in range(1, len(sheet.holdings.listed) + 1)),
        left_after=rows,
        order=tuple(snapshot.ids[holding.node] for holding in sheet.holdings.listed),
        completeness=Completeness(gaps, public_notes(snapshot, sheet.view, groups)),
        freshness=freshness_warnings(snapshot, params.as_of),
    )


class _Sheet:
    """The items of one person, and what is reached after each of them."""

    def __init__(self, snapshot: Snapshot, params: Params, holdings: Holdings) -> None:
        self.snapshot, self.params, self.holdings = snapshot, params, holdings
        self.view = snapshot.at(params.as_of, params.basis)
        self.actions = Actions(snapshot, params.as_of)
        last = day_of(params.as_of)
        self.days = (last - params.window_days + 1, last)
        self.next_owners = NextOwners(snapshot, params.as_of, self.days, [holdings.person])
        self.edges = ReachedEdges.of(self.view, [holdings.person])

    @cached_property
    def granted(self) -> View:
        """The view over grants alone: who depends on what."""
        return self.snapshot.at(self.params.as_of, Basis.GRANTED)

    def after(self, edges: ReachedEdges, count: int) -> View:
        """The view once the first `count` items are done."""
        closed, revoked = (self.holdings.disabled(self.snapshot, kind, count) for kind in ("Account", "Credential"))
        return edges.without(self.holdings.ended(count), closed, revoked)

    @cached_property
    def data_sources_left(self) -> list[int]:
        """How many data sources are reached once the first 0, 1, ... items are done.

        They only become fewer: where they are as many after an item as after a later one, they are so in between.
        """
        last = len(self.holdings.listed)
        counts = {0: self._data_sources_after(0), last: self._data_sources_after(last)}
        waiting = [(0, last)]
        while waiting:
            low, high = waiting.pop()
            middle = (low + high) // 2
            if counts[low] == counts[high]:
                counts |= dict.fromkeys(range(low + 1, high), counts[low])
            elif middle > low:
                counts[middle] = self._data_sources_after(middle)
                waiting += [(low, middle), (middle, high)]
        return [counts[number] for number in range(last + 1)]

    def _data_sources_after(self, count: int) -> int:
        """How many data sources are reached once the first `count` items are done."""
        check_deadline()
        view = self.after(self.edges, count)
        nodes = np.unique(view.node_of[view.traverser().bfs([self.holdings.person], min(view.levels)).nodes])
        return int(self.snapshot.nodes.of("DataSource", nodes=nodes).sum())

    def left_after(self) -> ReachedRows:
        """The rows of what is still reached when all items are done."""
        snapshot, person, count = self.snapshot, self.holdings.person, len(self.holdings.listed)
        view = self.after(self.edges, count)
        reach = reach_from(snapshot, view, [person])
        levels = reported_levels(snapshot, reach)
        ended = [*self.holdings.closed, *(holding.node for holding in self.holdings.listed if holding.disabled)]
        keep: Bool = ~np.isin(reach.node, ended)
        return ReachedRows(
            snapshot=snapshot,
            view=self.view,
            reach=reach,
            exercise=exercise(snapshot, view, reach, self.days[0]),
            observed=self._observed(reach, view, count),
            permissions=levels,
            order=ordered(self.view, reach, levels, keep),
        )

    def _observed(self, reach: Reach, view: View, count: int) -> Bool:
        """Per reached node whether no walk over grants alone attains its level."""
        if view.basis is Basis.GRANTED or not view.has_used:
            return np.zeros(len(reach.node), dtype=bool)
        person = [self.holdings.person]
        granted = reach_from(self.snapshot, self.after(ReachedEdges.of(self.granted, person), count), person)
        return granted.level_of(self.snapshot.count)[reach.node] < reach.level

    def spend_of(self, nodes: Sequence[int]) -> tuple[Money | None, tuple[Reason, ...]]:
        """What some nodes cost in 30 days in their own names, or why that is not known."""
        last = day_of(self.params.as_of)
        spent = spend(self.snapshot, nodes, last - 29, last, self.params.currency)
        return (None, (spent,)) if isinstance(spent, Reason) else (spent, ())

    def item(self, number: int) -> OffboardingItem:
        """The item of a number, from 1 on."""
        snapshot, holding = self.snapshot, self.holdings.listed[number - 1]
        node = holding.node
        hit = self._hit(holding) if holding.disabled or holding.renewed else []
        nexts = self.next_owners.of([node], [self.holdings.person]) if holding.alone else ()
        next_ids = tuple(proposal.id for proposal in nexts if proposal.id != snapshot.ids[node])
        steps = self._actions(holding, next_ids)
        commands = list(dict.fromkeys(step.command for step in steps if step.command))
        return OffboardingItem(
            id=snapshot.ids[node],
            kind=snapshot.kind(node),
            name=snapshot.name(node, self.params.as_of),
            system=steps[0].system,
            action="; ".join(dict.fromkeys(step.text for step in steps)),
            why=self._why(holding, len(hit)),
            only_theirs=holding.alone,
            disabled=holding.disabled,
            ends=tuple(dict.fromkeys(map(self._edge, holding.rows))),
            breaks=tuple(snapshot.ids[person] for person in hit),
            spend_30d=self.spend_of([node])[0],
            next_owner=next_ids if node != self.holdings.person else (),
            command="\n".join(commands) or None,
            data_sources_left=self.data_sources_left[number],
        )

    def _edge(self, row: int) -> RevokedEdge:
        ids, edges = self.snapshot.ids, self.snapshot.edges
        return RevokedEdge(ids[int(edges.source[row])], EDGE_NAMES[int(edges.kind[row])], ids[int(edges.target[row])])

    def _hit(self, holding: Holding) -> list[int]:
        """The active people but the person who were seen using a node, or whose grants lead to it, ascending."""
        if holding.node == self.holdings.person:
            return []
        view = self.granted
        sources = view.traverser(reverse=True).bfs(view.vertices_of([holding.node]), min(view.levels)).nodes
        nodes = np.unique(view.node_of[sources])
        people = nodes[self.next_owners.active[nodes] & (view.mode[nodes] == CONVEYS)]
        users = np.fromiter(self.next_owners.users_of([holding.node]), dtype=np.int64)
        people_hit: list[int] = np.union1d(people, users).tolist()
        return people_hit

    def _actions(self, holding: Holding, next_owners: Sequence[str]) -> list[Action]:
        """What to do about a holding, in the order in which to do it."""
        snapshot, node, person = self.snapshot, holding.node, self.holdings.person
        edges, actions = snapshot.edges, self.actions
        if node == person:
            return actions.deactivate(node)
        kinds = {row: EDGE_NAMES[int(edges.kind[row])] for row in holding.rows}
        steps = [actions.hand_over(person, node, next_owners)] if "ANSWERS_FOR" in kinds.values() else []
        if holding.disabled:
            return [*steps, actions.disable(node)]
        ended = [row for row, kind in kinds.items() if kind != "ANSWERS_FOR" and not holding.renewed]
        steps += [actions.end(int(edges.source[row]), kinds[row], int(edges.target[row])) for row in ended]
        return [*steps, actions.renew(node)] if holding.renewed else steps

    def _why(self, holding: Holding, hit: int) -> str:
        """What joins a node to the person, and who else is concerned."""
        edges, called, moment = self.snapshot.edges, self.actions.called, self.params.as_of
        rows = holding.rows or self._joining(holding.node)
        reads = [
            f"{called(int(edges.source[row]))} {EDGE_KINDS[EDGE_NAMES[int(edges.kind[row])]].reads} "
            f"{self.snapshot.name(int(edges.target[row]), moment)}"
            for row in rows
        ]
        parts = list(dict.fromkeys(reads)) or ["their entry in the directory"]
        parts += ["nobody else answers for it"] if holding.alone and holding.node != self.holdings.person else []
        parts += (
            [f"{hit} other active {'person uses or reaches' if hit == 1 else 'people use or reach'} it"] if hit else []
        )
        return "; ".join(parts)

    def _joining(self, node: int) -> list[int]:
        """The edges by which the person, or an account of theirs, holds a node that is switched off as a whole."""
        edges = self.snapshot.edges
        rows = edges.incoming(np.array([node]))
        rows = rows[edges.of("HAS_ACCOUNT", "HAS_CREDENTIAL", rows=rows) & edges.valid_at(self.params.as_of, rows)]
        joined: list[int] = rows.tolist()
        return joined

"""The law of what-if: it says what really doing it would change, every question compared.

Random changes are proposed to random worlds. The same changes are worked out here, plainly, and written into a store; the
answers of the two stores differ by what the question said.
"""

from __future__ import annotations

import dataclasses
import itertools
import os
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from graph.errors import InputError
from graph.money import write_amount
from graph.ontology import EDGE_NAMES
from graph.snapshot import ABSENT, CONVEYS, Basis, Edits, NewEdge, Snapshot, snapshot_of
from graph.snapshot.ledger import COST, usage_amounts
from graph.stores.base import Store
from graph.stores.memory import MemoryStore
from graph.stores.open import open_store
from queries import blast_radius, orphaned_paths, ranking, what_if
from queries.base import as_json
from tests.conftest import LAW_STORES
from tests.oracles.edits import Written, is_changeable, new_edges, world
from tests.oracles.leaving import only_theirs
from tests.oracles.questions import assert_same_answers
from tests.oracles.world import DAY, MOMENTS, OBSERVED, World, put

# REMIT_TEST_EDITS=500 tries so many; of them on a store that is no memory, REMIT_TEST_EDITS_STORED.
COUNT = int(os.environ.get("REMIT_TEST_EDITS", "12"))
STORED = int(os.environ.get("REMIT_TEST_EDITS_STORED", "2"))
ASKED = (OBSERVED + 5 * DAY, *(moment for moment in MOMENTS if moment > OBSERVED))
RESOURCES = ("Application", "Model", "McpServer", "McpTool", "DataSource")
WORDS = {"Identity": "departed", "Account": "suspended", "Credential": "revoked"}
GIVEN = ("MEMBER_OF", "CAN_USE", "CONNECTS_TO", "CAN_ACCESS", "RUNS_AS")

Triple = tuple[str, str, str]
# How many of the changes that were tried stop spend, and how many do not.
STOPPED = {True: 0, False: 0}


def loaded(drawn: World) -> Store:
    store = MemoryStore()
    for run in drawn.runs:
        put(store, run)
    for decision in drawn.decisions:
        store.decide(decision)
    return store


def triples(snapshot: Snapshot, moment: int, *, claimed: bool = False) -> list[Triple]:
    """The edges that hold; `claimed`: those that a source claims and no rule made."""
    edges, ids = snapshot.edges, list(snapshot.ids)
    held = []
    for row in range(len(edges)):
        evidence = snapshot.text(int(edges.evidence[row])) or ""
        by_rule = edges.claimed_by[row] >= snapshot.source_count or evidence.startswith(
            ("catalogue entry", "may write")
        )
        if edges.since[row] <= moment < edges.until[row] and not (claimed and by_rule):
            held.append((ids[edges.source[row]], EDGE_NAMES[edges.kind[row]], ids[edges.target[row]]))
    return sorted(set(held))


class Plan:
    """Random changes: as the question reads them, and as sources would write them."""

    def __init__(self, dice: random.Random, snapshot: Snapshot, moment: int) -> None:
        self.snapshot, self.moment = snapshot, moment
        ids = list(snapshot.ids)
        edges = [edge for edge in triples(snapshot, moment) if edge[1] not in ("USED", "SAME_AS")]
        begun = {int(node) for line in snapshot.tables.properties.values() for node in line.node[line.start == moment]}
        lasting = [node_id for node, node_id in enumerate(ids) if node not in begun]
        self.ended = dice.sample(edges, min(len(edges), dice.choice((0, 1, 1, 2))))
        self.gone = dice.sample(lasting, dice.choice((0, 0, 0, 1)))
        people = [node for node in lasting if node.startswith("Identity:")]
        services = [node for node in lasting if node.startswith(("McpServer:", "Application:"))]
        self.leavers = dice.sample(people, min(len(people), dice.choice((0, 0, 1, 1, 2))))
        self.blocked = dice.sample(services, min(len(services), dice.choice((0, 0, 1))))
        self.added = list(new_edges(dice, ids, dice.choice((0, 0, 1, 2))))
        if not (self.ended or self.gone or self.leavers or self.blocked or self.added):
            self.gone = lasting[:1]

    def params(self) -> what_if.Params:
        return what_if.Params(
            as_of=self.moment,
            remove=(*(f"{source} -{kind}-> {target}" for source, kind, target in self.ended), *self.gone),
            offboard=tuple(self.leavers),
            block=tuple(self.blocked),
            add=tuple(
                f"{edge.source} {edge.kind} {edge.target} {edge.permission.name if edge.permission else ''}".strip()
                for edge in self.added
            ),
        )

    def edits(self) -> Edits:
        """What is written: plainly, from the edges that hold."""
        held, claimed = triples(self.snapshot, self.moment), triples(self.snapshot, self.moment, claimed=True)
        ended, gone, words = set(self.ended), set(self.gone), dict[str, str]()
        for person in self.leavers:
            holds, own = {person}, self._own_servers(person, held)
            while (
                more := {t for s, kind, t in held if s in holds and kind in ("HAS_ACCOUNT", "HAS_CREDENTIAL")} - holds
            ):
                holds |= more
            theirs = only_theirs(self.snapshot, held, person, self.moment)
            for node in holds - {person}:
                joining = {
                    edge
                    for edge in held
                    if edge[1] in ("HAS_ACCOUNT", "HAS_CREDENTIAL")
                    and edge[2] == node != edge[0]
                    and (edge[0] == person or edge[0] in holds & theirs)
                }
                if node in theirs or not self._all_claimed(joining):
                    self._close(node, words, gone)
                else:
                    ended |= joining
            self._close(person, words, gone, is_person=True)
            ended |= {edge for edge in claimed if edge[0] == person and edge[1] in GIVEN}
            gone |= own
        for service in self.blocked:
            package = service.removeprefix("McpServer:mcp/")
            local = [
                node
                for node in self.snapshot.ids
                if node.startswith("McpServer:") and node != service and self._packages(node) & {package}
            ]
            for node in (service, *local):
                if node == service or self._is_listed(node):
                    self._close(node, words, gone)
        for node in gone & words.keys():
            del words[node]
        ended = {edge for edge in ended if not gone & {edge[0], edge[2]}}
        added = tuple(NewEdge(e.source, e.kind, e.target, e.permission) for e in self.added)
        return Edits(self.moment, tuple(sorted(ended)), tuple(sorted(words.items())), tuple(sorted(gone)), added)

    def _close(self, node: str, words: dict[str, str], gone: set[str], *, is_person: bool = False) -> None:
        word = WORDS.get(node.partition(":")[0], "disabled")
        status = self.snapshot.prop(self.snapshot.index_of(node), "status", self.moment)
        if not self._is_listed(node):
            gone |= set() if is_person else {node}
        elif status != word and (is_changeable(self.snapshot, node, self.moment) or is_person):
            words[node] = word

    def _all_claimed(self, edges: set[Triple]) -> bool:
        """Whether each row of these edges that holds is one that a source claims."""
        table, ids = self.snapshot.edges, self.snapshot.ids
        return not any(
            table.claimed_by[row] >= self.snapshot.source_count
            for row in range(len(table))
            if table.since[row] <= self.moment < table.until[row]
            and (ids[table.source[row]], EDGE_NAMES[table.kind[row]], ids[table.target[row]]) in edges
        )

    def _is_listed(self, node: str) -> bool:
        return self.snapshot.tables.modes.of_node(self.snapshot.index_of(node), self.moment) in (1, 2, 3)

    def _packages(self, node: str) -> set[str]:
        return {str(value) for _, value in self.snapshot.history(self.snapshot.index_of(node), "package")}

    def _own_servers(self, person: str, held: list[Triple]) -> set[str]:
        servers = {target for source, kind, target in held if kind == "CONNECTS_TO" and source == person}
        return {
            server
            for server in servers
            if {source for source, kind, target in held if kind == "CONNECTS_TO" and target == server} == {person}
            and self.snapshot.prop(self.snapshot.index_of(server), "transport", self.moment) == "stdio"
        }


def reaches(snapshot: Snapshot, node: str, moment: int, basis: Basis) -> dict[str, Any]:
    """What a node reaches of resources: the permission, and whether it was used, by id."""
    if snapshot.index_of(node) < 0:
        return {}
    answer = as_json(blast_radius.run(snapshot, blast_radius.Params(start=(node,), as_of=moment, basis=basis)))
    return {row["id"]: row for row in answer["reached"] if row["kind"] in RESOURCES}


def principals_of(snapshot: Snapshot, moment: int) -> set[str]:
    """Identities, and the accounts and keys that none of them holds."""
    held = triples(snapshot, moment)
    holds = {node for node in snapshot.ids if node.startswith("Identity:")}
    while more := {t for s, kind, t in held if s in holds and kind in ("HAS_ACCOUNT", "HAS_CREDENTIAL")} - holds:
        holds |= more
    return {
        node
        for node in snapshot.ids
        if node.startswith("Identity:") or (node.startswith(("Account:", "Credential:")) and node not in holds)
    }


def assert_difference(
    answer: Any, before: Snapshot, after: Snapshot, asked: tuple[int, Basis], gone: Sequence[str], seed: int
) -> None:
    """The question's difference is the difference of the answers of two stores."""
    (moment, basis), lost, gained = asked, {}, {}
    new = set(after.ids) - set(before.ids)
    starts = principals_of(before, moment) | {
        n for n in new if n.partition(":")[0] in ("Identity", "Account", "Credential")
    }
    changed = set()
    for start in starts:
        old, now = (reaches(side, start, moment, basis) for side in (before, after))
        for target in old.keys() | now.keys():
            was, is_now = old.get(target), now.get(target)
            ranks = [
                0 if row is None else ("DISCOVER", "READ", "WRITE", "ADMIN").index(row["permission"] or "ADMIN") + 1
                for row in (was, is_now)
            ]
            left = None if is_now is None else is_now["permission"]
            had = None if was is None else was["permission"]
            if ranks[0] > ranks[1]:
                lost[start, target] = (had, left, was["exercised"])
            elif ranks[0] < ranks[1]:
                gained[start, target] = (left, had, is_now["exercised"])
            changed |= {start} if ranks[0] != ranks[1] else set()
    assert {(r["id"], r["target"]): (r["permission"], r["left"], r["used"]) for r in answer["lost"]} == lost, seed
    assert {(r["id"], r["target"]): (r["permission"], r["had"], r["used"]) for r in answer["gained"]} == gained, seed
    assert (answer["total_lost"], answer["total_gained"]) == (len(lost), len(gained))
    assert sum(answer["lost_by_use"].values()) == len(lost)
    assert {row["id"] for row in answer["principals"]} == changed, seed
    ranks_before, ranks_after = (ranked(side, moment, basis) for side in (before, after))
    for row in answer["principals"]:
        assert (row["data_sources_before"], row["score_before"]) == ranks_before.get(row["id"], (0, 0.0)), seed
        assert (row["data_sources_after"], row["score_after"]) == ranks_after.get(row["id"], (0, 0.0)), seed
    currencies, total, stopped = spend_that_stops(before, after, moment, gone)
    amounts = [answer[name]["spend_per_month"] for name in ("before", "after")] + [answer["spend_stops_per_month"]]
    if len(currencies) > 1:
        assert amounts == [None] * 3
    else:
        want = [write_amount(nano) for nano in (total, total - stopped, stopped)]
        assert [money["amount"] for money in amounts] == want, seed
    STOPPED[stopped != 0] += 1
    params = orphaned_paths.Params(as_of=moment, basis=basis)
    sides = [as_json(orphaned_paths.run(side, params)) for side in (before, after)]
    paths = [{(p["root"], p["target"], p["permission"]) for p in side["paths"]} for side in sides]
    for name, want in (("closed", paths[0] - paths[1]), ("opened", paths[1] - paths[0])):
        assert {(p["root"], p["target"], p["permission"]) for p in answer["orphaned_paths"][name]} == want, (seed, name)
    for side, name in zip(sides, ("before", "after"), strict=True):
        assert answer[name]["orphaned_roots"] == side["total_roots"], seed
    more = answer["after"]["orphaned_paths"] - answer["before"]["orphaned_paths"]
    assert more == sides[1]["total_paths"] - sides[0]["total_paths"], seed


def spend_that_stops(before: Snapshot, after: Snapshot, moment: int, gone: Sequence[str]) -> tuple[set[str], int, int]:
    """By definition, row by row: the currencies of a month's cost, what usage cost, and what of it could not happen any more."""
    usage, codes, sides = (
        before.usage,
        usage_amounts(before).code,
        [s.at(moment, Basis.GRANTED) for s in (before, after)],
    )
    ids = list(before.ids)

    def acts(side: int, node: int) -> bool:
        if node < 0 or (side == 1 and ids[node] in gone):
            return node < 0
        view, snapshot = sides[side], (before, after)[side]
        at = snapshot.index_of(ids[node])
        # Of an application that no record describes and no edge names, nobody can say that it serves no longer.
        is_unknown = ids[node].startswith("Application:") and at not in snapshot.tables.modes.node.tolist()
        return view.mode[at] == CONVEYS or at in view.outlived.tolist() or (is_unknown and view.mode[at] == ABSENT)

    def reached(side: int, node: int) -> set[str]:
        """What a node leads to over grants, a closed account as its keys act as it."""
        view, names = sides[side], list((before, after)[side].ids)
        queue = view.vertices_of([names.index(ids[node])])
        for vertex in queue:
            heads = view.outgoing.neighbours[view.outgoing.offsets[vertex] : view.outgoing.offsets[vertex + 1]]
            queue += [head for head in heads.tolist() if head not in queue]
        return {names[view.node_of[vertex]] for vertex in queue}

    currencies, total, stopped, last = set[str](), 0, 0, moment // DAY
    for row in range(len(usage)):
        if codes[row] != COST or not last - 30 < usage.day[row] <= last:
            continue
        currencies.add(before.text(int(usage.currency[row])) or "")
        total += int(usage.cost[row])
        principal, resource = int(usage.principal[row]), int(usage.resource[row])
        ends = (principal, resource, int(usage.application[row]))
        if not all(acts(0, node) for node in ends):
            continue
        stops = not all(acts(1, node) for node in ends)
        if not stops and principal >= 0:
            stops = ids[resource] in reached(0, principal) - reached(1, principal)
        stopped += int(usage.cost[row]) * stops
    return currencies, total, stopped


def ranked(snapshot: Snapshot, moment: int, basis: Basis) -> dict[str, tuple[int, float]]:
    params = ranking.Params(as_of=moment, kinds=("Identity", "Account", "Credential"), basis=basis)
    return {row.id: (row.data_sources, row.score) for row in ranking.run(snapshot, params).rows}


def tried(seed: int, empty_store: Callable[[], Store]) -> bool:
    """Propose random changes and do them; False where they are refused."""
    dice, store = random.Random(seed), loaded(world(seed))
    base, moment = snapshot_of(store, 0), dice.choice(ASKED)
    plan = Plan(dice, base, moment)
    basis = dice.choice((Basis.EITHER, Basis.GRANTED, Basis.OBSERVED))
    try:
        answer = as_json(what_if.run(base, dataclasses.replace(plan.params(), basis=basis)))
    except InputError:
        return False
    target = empty_store()
    try:
        Written(store, base).into(target, plan.edits())
        after = snapshot_of(target, 0)
    finally:
        target.close()
    assert_difference(answer, base, after, (moment, basis), plan.edits().gone, seed)
    assert_same_answers(base.with_edits(plan.edits()), after, moment, seed)
    return True


def test_what_if_says_what_doing_it_changes() -> None:
    answered, seed = 0, 0
    while answered < COUNT:
        seed += 1
        answered += tried(seed, MemoryStore)
    assert seed < 4 * COUNT
    print(f"{COUNT} of {seed} changes; {STOPPED[True]} stop spend")


@pytest.fixture(params=LAW_STORES[1:])
def empty_store(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Store]:
    """Opens a new store every time, or the one of a server, emptied."""
    kind, _, edition = request.param.partition("-")
    numbers = itertools.count()
    if kind == "neo4j":
        servers = request.getfixturevalue("neo4j_servers")
        return lambda: open_store(servers.empty(edition))
    return lambda: open_store(f"sqlite:///{tmp_path}/{next(numbers)}.db")


def test_it_says_so_of_every_store(empty_store: Callable[[], Store]) -> None:
    answered, seed = 0, 10_000
    while answered < STORED:
        seed += 1
        answered += tried(seed, empty_store)

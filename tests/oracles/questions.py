"""Every question asked of two snapshots that must say the same."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any

from graph.errors import InputError
from graph.moment import DAY, day_of
from graph.ontology import NODE_KINDS
from graph.snapshot import Basis, Snapshot
from graph.snapshot.edits import ADDED
from queries import (
    QUERIES,
    access_paths,
    anomalies,
    blast_radius,
    changes,
    choke_points,
    exposure,
    forecast,
    inventory,
    least_privilege,
    neighbours,
    offboarding,
    orphaned_paths,
    ranking,
    revocation,
    search,
    unresolved,
    what_if,
)
from queries import cost_attribution as cost
from queries.base import as_json

DIMENSIONS = ("identity", "owner_state", "mcp_server", "application")
PRINCIPALS = ("Identity", "Account", "Credential")

# What a question is asked with, in several ways: of a snapshot, of these nodes, at a moment, with these dice.
Asked = Callable[[Snapshot, list[str], int, random.Random], Iterator[Any]]


def _each(make: Callable[[str, int, Basis], Any]) -> Asked:
    """The question asked of each of the nodes."""

    def asked(snapshot: Snapshot, ids: list[str], as_of: int, dice: random.Random) -> Iterator[Any]:
        basis = dice.choice(tuple(Basis))
        yield from (make(node, as_of, basis) for node in ids)

    return asked


def _once(make: Callable[[int, Basis, str], Any]) -> Asked:
    """The question asked once; with a basis and a dimension drawn."""

    def asked(snapshot: Snapshot, ids: list[str], as_of: int, dice: random.Random) -> Iterator[Any]:
        yield make(as_of, dice.choice(tuple(Basis)), dice.choice(DIMENSIONS))

    return asked


def _paths(snapshot: Snapshot, ids: list[str], as_of: int, dice: random.Random) -> Iterator[Any]:
    for origin, target in zip(ids, reversed(ids), strict=True):
        yield access_paths.Params(origin=origin, target=target, as_of=as_of)


def _people(snapshot: Snapshot, ids: list[str], as_of: int, dice: random.Random) -> Iterator[Any]:
    for person in _some(snapshot, dice, "Identity", 2):
        yield offboarding.Params(person=person, as_of=as_of, basis=dice.choice(tuple(Basis)))


def _cuts(snapshot: Snapshot, ids: list[str], as_of: int, dice: random.Random) -> Iterator[Any]:
    yield revocation.Params(as_of=as_of)
    roots, targets = _some(snapshot, dice, "Account", 2), _some(snapshot, dice, "DataSource", 2)
    if roots and targets:
        yield revocation.Params(as_of=as_of, roots=tuple(roots), targets=tuple(targets))


def _further(snapshot: Snapshot, ids: list[str], as_of: int, dice: random.Random) -> Iterator[Any]:
    """What would happen besides."""
    for person in _some(snapshot, dice, "Identity", 1):
        yield what_if.Params(as_of=as_of, offboard=(person,), basis=dice.choice(tuple(Basis)))
    for node in ids[:1]:
        yield what_if.Params(as_of=as_of, remove=(node,))


def _grants(snapshot: Snapshot, ids: list[str], as_of: int, dice: random.Random) -> Iterator[Any]:
    yield least_privilege.Params(as_of=as_of, kinds=PRINCIPALS)
    yield from (least_privilege.Params(as_of=as_of, principal=node) for node in ids[:1])


def _some(snapshot: Snapshot, dice: random.Random, kind: str, count: int) -> list[str]:
    nodes = [node for node in snapshot.ids if node.startswith(f"{kind}:")]
    return dice.sample(nodes, min(count, len(nodes)))


# Every question of QUERIES, by its name.
ASKED: Mapping[str, Asked] = {
    "blast-radius": _each(lambda node, at, basis: blast_radius.Params(start=(node,), as_of=at, basis=basis)),
    "exposure": _each(lambda node, at, basis: exposure.Params(target=node, as_of=at, basis=basis)),
    "access-paths": _paths,
    "ranking": _once(lambda at, basis, by: ranking.Params(as_of=at, kinds=PRINCIPALS, basis=basis)),
    "orphaned-paths": _once(lambda at, basis, by: orphaned_paths.Params(as_of=at, basis=basis)),
    "cost-attribution": _once(
        lambda at, basis, by: cost.Params(by=(by,), first_day=day_of(at) - 40, last_day=day_of(at) + 1, as_of=at)
    ),
    "inventory": _once(lambda at, basis, by: inventory.Params(kinds=tuple(NODE_KINDS), as_of=at)),
    "unresolved": _once(lambda at, basis, by: unresolved.Params(as_of=at)),
    "revocation": _cuts,
    "offboarding": _people,
    "forecast": _once(lambda at, basis, by: forecast.Params(by=(by,), as_of=at)),
    "anomalies": _once(
        lambda at, basis, by: anomalies.Params(
            by=(by,), first_day=day_of(at) - 40, last_day=day_of(at), as_of=at, least=0
        )
    ),
    "choke-points": _once(lambda at, basis, by: choke_points.Params(as_of=at, kinds=PRINCIPALS, basis=basis)),
    "least-privilege": _grants,
    "what-if": _further,
    "changes": _once(lambda at, basis, by: changes.Params(start=at - 30 * DAY, as_of=at, basis=basis)),
}
# What the snapshot with edits cannot tell, and says so: what would be written is in no run that observed it.
REFUSED = ("changes",)


def answers(snapshot: Snapshot, ids: list[str], as_of: int, dice: random.Random) -> Iterator[tuple[str, Any]]:
    """Every question, of these nodes where it is of some, by name; a refusal is an answer too."""
    for node in ids:
        yield f"neighbours {node}", _answer(neighbours, snapshot, neighbours.Params(node=node, as_of=as_of))
        yield f"search {node}", _answer(search, snapshot, search.Params(text=node.partition("/")[2], as_of=as_of))
    for name, asked in ASKED.items():
        for params in asked(snapshot, ids, as_of, dice):
            if name not in REFUSED:
                yield f"{name} {params}", _answer(import_module(QUERIES[name]), snapshot, params)


def _answer(module: Any, snapshot: Snapshot, params: Any) -> Any:
    try:
        answer = module.run(snapshot, params)
        # What is added is claimed by no source whose age could matter.
        freshness = [row for row in answer.freshness if row.source != ADDED]
        return as_json(answer), as_json(answer.completeness), as_json(freshness)
    except InputError as error:
        return str(error)


def assert_same_answers(left: Snapshot, right: Snapshot, as_of: int, seed: int) -> None:
    """Fails the test where one question has two answers."""
    ids = list(left.ids)
    assert ids == list(right.ids), seed
    asked = random.Random(seed).sample(ids, min(5, len(ids)))
    pairs = zip(
        answers(left, asked, as_of, random.Random(seed)), answers(right, asked, as_of, random.Random(seed)), strict=True
    )
    for (name, one), (_, other) in pairs:
        assert one == other, (seed, name)

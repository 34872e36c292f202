"""Every question asked of two snapshots that must say the same."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from graph.errors import InputError
from graph.moment import day_of
from graph.ontology import NODE_KINDS
from graph.snapshot import Basis, Snapshot
from graph.snapshot.edits import ADDED
from queries import (
    access_paths,
    blast_radius,
    exposure,
    inventory,
    neighbours,
    orphaned_paths,
    ranking,
    revocation,
    search,
    unresolved,
)
from queries import cost_attribution as cost
from queries.base import as_json

DIMENSIONS = ("identity", "owner_state", "mcp_server", "application")


def answers(snapshot: Snapshot, ids: list[str], as_of: int, dice: random.Random) -> Iterator[tuple[str, Any]]:
    """Every question, of these nodes where it is of some, by name; a refusal is an answer too."""
    basis = dice.choice(tuple(Basis))
    questions: list[tuple[str, Any, Any]] = []
    for node in ids:
        questions += [
            (f"blast {node}", blast_radius, blast_radius.Params(start=(node,), as_of=as_of, basis=basis)),
            (f"exposure {node}", exposure, exposure.Params(target=node, as_of=as_of, basis=basis)),
            (f"neighbours {node}", neighbours, neighbours.Params(node=node, as_of=as_of)),
            (f"search {node}", search, search.Params(text=node.partition("/")[2], as_of=as_of)),
        ]
    for origin, target in zip(ids, reversed(ids), strict=True):
        paths = access_paths.Params(origin=origin, target=target, as_of=as_of)
        questions.append((f"paths {origin} {target}", access_paths, paths))
    days, by = (day_of(as_of) - 40, day_of(as_of) + 1), dice.choice(DIMENSIONS)
    questions += [
        ("ranking", ranking, ranking.Params(as_of=as_of, kinds=("Identity", "Account", "Credential"), basis=basis)),
        ("orphaned", orphaned_paths, orphaned_paths.Params(as_of=as_of)),
        ("inventory", inventory, inventory.Params(kinds=tuple(NODE_KINDS), as_of=as_of)),
        ("unresolved", unresolved, unresolved.Params(as_of=as_of)),
        ("revocation", revocation, revocation.Params(as_of=as_of)),
        (f"cost by {by}", cost, cost.Params(by=(by,), first_day=days[0], last_day=days[1], as_of=as_of)),
    ]
    for name, module, params in questions:
        try:
            answer = module.run(snapshot, params)
            # What is added is claimed by no source whose age could matter.
            freshness = [row for row in answer.freshness if row.source != ADDED]
            yield name, (as_json(answer), as_json(answer.completeness), as_json(freshness))
        except InputError as error:
            yield name, str(error)


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

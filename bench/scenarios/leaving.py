"""Time of the answers about those who leave: who answers for what, orphaned paths, the revocation set, offboarding sheets."""

from __future__ import annotations

import numpy as np

from bench import records
from bench.graph import SEED
from bench.measure import Measure, Result, seconds
from bench.world import World
from queries import offboarding, orphaned_paths
from queries.ownership import ownership

TITLE = "Those who leave"
_PEOPLE = 20


def run(world: World) -> Result:
    """Seconds of each answer, and of the sheets of so many people drawn at random."""
    snapshot, moment = world.snapshot(), records.OBSERVED_AT
    judged = [
        Measure.of("ownership, the first time", "s", seconds(lambda: ownership(snapshot, moment))),
        Measure.of("ownership, again", "s", seconds(lambda: ownership(snapshot, moment), 3)),
    ]
    answers: list[orphaned_paths.Answer] = []
    took = seconds(lambda: answers.append(orphaned_paths.run(snapshot, orphaned_paths.Params(as_of=moment))), 2)
    answer = answers[0]
    revoked = seconds(lambda: answer.revocation.result())
    people = np.flatnonzero(snapshot.nodes.of("Identity"))
    chosen = np.random.default_rng(SEED).choice(people, _PEOPLE, replace=False)
    sheets: list[offboarding.Answer] = []
    each = []
    for person in chosen.tolist():
        params = offboarding.Params(person=snapshot.ids[person], as_of=moment)
        each += seconds(lambda params=params: sheets.append(offboarding.run(snapshot, params)))  # type: ignore[misc]
    measures = (
        *judged,
        Measure.of("queries.orphaned_paths, the first time", "s", took[:1]),
        Measure.of("queries.orphaned_paths, again", "s", took[1:]),
        Measure.of("its revocation set, when it is read", "s", revoked),
        Measure.of("queries.offboarding, the first time", "s", each[:1]),
        Measure.of("queries.offboarding, another person", "s", each[1:]),
    )
    items = [len(sheet.items) for sheet in sheets]
    proposed = sum(bool(root.next_owner) for root in answer.roots)
    notes = (
        f"{len(snapshot.edges):,} edges; {answer.total_roots:,} roots, {proposed:,} with a next owner, {answer.total_paths:,} paths; "
        f"revocation cuts {len(answer.revocation.result().edges):,} edges and {len(answer.revocation.result().roots):,} roots.",
        f"{_PEOPLE} people, {min(items)} to {max(items)} items each, {max(sheet.data_sources for sheet in sheets):,} data sources at most.",
    )
    return Result("leaving", TITLE, measures, notes)

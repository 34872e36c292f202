"""Time of the answers about those who leave: who answers for what, next owners, the revocation set, offboarding sheets."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from bench import records
from bench.graph import SEED
from bench.measure import Measure, Result, seconds
from bench.world import World
from graph.moment import DAY
from queries import offboarding, revocation
from queries.next_owner import NextOwner, NextOwners
from queries.ownership import Ownership, ownership

TITLE = "Those who leave"
_PEOPLE, _ROOTS = 20, 2_000


def run(world: World) -> Result:
    """Seconds of each answer, and of the sheets of so many people drawn at random."""
    snapshot, moment = world.snapshot(), records.OBSERVED_AT
    owned: list[Ownership] = []
    judged = seconds(lambda: owned.append(ownership(snapshot, moment)))
    again = seconds(lambda: ownership(snapshot, moment), 3)
    members: dict[int, list[int]] = defaultdict(list)
    for node, root in owned[0].root.items():
        members[root].append(node)
    owners = NextOwners(snapshot, moment, (moment // DAY - 29, moment // DAY))
    roots = sorted(owned[0].causes)[:_ROOTS]
    proposals: list[tuple[NextOwner, ...]] = []
    proposed = seconds(lambda: proposals.extend(owners.of_root(owned[0], root, members[root]) for root in roots))
    sets: list[revocation.Answer] = []
    revoked = seconds(lambda: sets.append(revocation.run(snapshot, revocation.Params(as_of=moment))))
    people = np.flatnonzero(snapshot.nodes.of("Identity"))
    chosen = np.random.default_rng(SEED).choice(people, _PEOPLE, replace=False)
    sheets: list[offboarding.Answer] = []
    each = []
    for person in chosen.tolist():
        params = offboarding.Params(person=snapshot.ids[person], as_of=moment)
        each += seconds(lambda params=params: sheets.append(offboarding.run(snapshot, params)))  # type: ignore[misc]
    measures = (
        Measure.of("ownership, the first time", "s", judged),
        Measure.of("ownership, again", "s", again),
        Measure.of("next owners, per root", "ms", [1_000 * proposed[0] / max(1, len(roots))]),
        Measure.of("the revocation set, when it is read", "s", revoked),
        Measure.of("queries.offboarding, the first time", "s", each[:1]),
        Measure.of("queries.offboarding, another person", "s", each[1:]),
    )
    items = [len(sheet.items) for sheet in sheets]
    notes = (
        f"{len(snapshot.edges):,} edges; {len(owned[0].causes):,} roots, of the first {len(roots):,} "
        f"{sum(map(bool, proposals)):,} have a next owner; revocation cuts {len(sets[0].edges):,} edges and {len(sets[0].nodes):,} roots.",
        f"{_PEOPLE} people, {min(items)} to {max(items)} items each, {max(sheet.data_sources for sheet in sheets):,} data sources at most.",
    )
    return Result("leaving", TITLE, measures, notes)

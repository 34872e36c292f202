"""Time of an exact minimum cut between 100 roots and 1,000 data sources; what is cut is checked before it is timed."""

from __future__ import annotations

import numpy as np

from bench import records
from bench.graph import SEED
from bench.measure import Measure, Result, say, seconds
from bench.walk import Triple, Walk, ids_of
from bench.world import World
from graph.snapshot import Basis, Snapshot
from queries import revocation
from queries.targets import find_targets

TITLE = "The cheapest cut between 100 roots and 1,000 data sources"
ROOTS, TARGETS = 100, 1_000
# Of so many parts of a cut it is shown that a path remains without them.
_DROPPED = 50


def run(world: World) -> Result:
    """Seconds of `revocation`: the first time, which also makes the view of grants and who answers for what, and again."""
    snapshot = world.snapshot()
    params = asked(snapshot)
    answers: list[revocation.Answer] = []
    first = seconds(lambda: answers.append(revocation.run(snapshot, params)))
    say("checking")
    note = check(snapshot, params, answers[0])
    again = seconds(lambda: revocation.run(snapshot, params), 3)
    measures = (
        Measure.of("queries.revocation, the first time", "s", first),
        Measure.of("queries.revocation, again", "s", again),
    )
    return Result("revocation", TITLE, measures, (f"{snapshot.count:,} nodes, {len(snapshot.edges):,} edges.", note))


def asked(snapshot: Snapshot) -> revocation.Params:
    """Roots and targets drawn at random, of the people who reach confidential data and of the confidential data."""
    moment, dice = records.OBSERVED_AT, np.random.default_rng(SEED)
    view = snapshot.at(moment, Basis.GRANTED)
    data = [snapshot.ids[node] for node in find_targets(snapshot, view, ())]
    targets = sorted(dice.choice(data, min(TARGETS, len(data) // 2), replace=False).tolist())
    people = sorted(ids_of(snapshot, Walk.of(snapshot, view).reached(targets, reverse=True), "Identity"))
    roots = sorted(dice.choice(people, min(ROOTS, len(people) // 2), replace=False).tolist())
    return revocation.Params(as_of=moment, roots=tuple(roots), targets=tuple(targets))


def check(snapshot: Snapshot, params: revocation.Params, answer: revocation.Answer) -> str:
    """A sentence about the cut. Raises AssertionError where a path remains after it, or none does without a part of it."""
    view = snapshot.at(params.as_of, Basis.GRANTED)
    roots, targets = answer.roots, [snapshot.index_of(target) for target in answer.targets]
    edges: list[Triple] = [(edge.source, edge.kind, edge.target) for edge in answer.edges]
    parts: list[Triple | str] = [*edges, *answer.nodes]
    if not (parts and answer.proven):
        raise AssertionError("nothing is cut, or the answer could not prove its cut")

    walk, begins = Walk.of(snapshot, view, edges, answer.nodes), [snapshot.index_of(root) for root in roots]
    if walk.reached_from(begins)[targets].any():
        raise AssertionError("a path remains after the cut")
    chosen = parts[:: max(1, len(parts) // _DROPPED)][:_DROPPED]
    if not all(walk.with_part(part).reached_from(begins)[targets].any() for part in chosen):
        raise AssertionError("some part of the cut is not needed")
    return (
        f"{len(roots):,} roots reach {len(targets):,} targets; the cut has {len(edges):,} edges and {len(answer.nodes):,} nodes and "
        f"costs {answer.cost:,}. A plain walk finds no path after it, and one without any of {len(chosen)} parts of it."
    )

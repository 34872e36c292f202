"""Time to rank every identity by its blast radius."""

from __future__ import annotations

import numpy as np

from bench import records
from bench.measure import Measure, Result, seconds
from bench.world import World
from graph.ontology import NODE_CODES

TITLE = "Ranking every identity"


def run(world: World) -> Result:
    """Seconds of the kernel alone and of the whole question, first and again."""
    snapshot = world.snapshot()
    moment = records.OBSERVED_AT
    cut = snapshot.at(moment)
    identities = np.flatnonzero(snapshot.nodes.kind == NODE_CODES["Identity"]).astype(np.int32)
    counted, weights, factors = np.ones(snapshot.count, np.bool_), np.ones(snapshot.count), np.ones(6)
    traverser = cut.traverser()
    traverser.rank(identities[:1], cut.levels, counted, weights, factors)
    kernel = seconds(lambda: traverser.rank(identities, cut.levels, counted, weights, factors), 3)
    measures = [
        Measure.of("Traverser.rank, all identities", "s", kernel),
        Measure.of("Traverser.rank, per identity", "µs", [1e6 * took / len(identities) for took in kernel]),
    ]
    notes = [f"{len(identities):,} identities, levels {cut.levels}."]
    try:
        from queries import ranking
    except ImportError as error:
        notes.append(f"queries.ranking is not there: {error}.")
    else:
        whole = seconds(lambda: ranking.run(snapshot, ranking.Params(as_of=moment)), 4)
        measures.append(Measure.of("queries.ranking, the first time", "s", whole[:1]))
        measures.append(Measure.of("queries.ranking, again", "s", whole[1:]))
    return Result("ranking", TITLE, tuple(measures), tuple(notes))

"""Time to find every choke point and to shrink the grants of many people, beside a ranking in the same process."""

from __future__ import annotations

from bench import records
from bench.measure import Measure, Result, seconds
from bench.world import World
from queries import choke_points, least_privilege, ranking

TITLE = "What access runs through, and what nobody needs"
# As many as the question looks at by itself.
PEOPLE = least_privilege.MOST


def run(world: World) -> Result:
    """Seconds of `choke-points` and `least-privilege`; the first of each also makes the view and loads machine code."""
    snapshot, moment = world.snapshot(), records.OBSERVED_AT
    ranked = seconds(lambda: ranking.run(snapshot, ranking.Params(as_of=moment)), world.runs + 1)
    floor = Measure.of("queries.ranking, again", "s", ranked[1:])
    answers = []
    points = seconds(
        lambda: answers.append(choke_points.run(snapshot, choke_points.Params(as_of=moment))), world.runs + 1
    )
    rows = answers[-1].rows
    first_rows = seconds(lambda: rows[:1000], 3)
    [target] = [row.edge.target for row in rows if row.edge is not None and row.edge.kind == "CAN_ACCESS"][:1]
    of_one = seconds(
        lambda: choke_points.run(snapshot, choke_points.Params(as_of=moment, targets=(target,))), world.runs + 1
    )
    measures = [
        floor,
        Measure.of("queries.choke_points, all confidential data", "s", points[1:], floor),
        Measure.of("queries.choke_points, one data source and its contents", "s", of_one[1:], floor),
        Measure.of("its first 1,000 rows", "s", first_rows),
    ]
    # The first two walks make machine code and the view of grants.
    person = least_privilege.run(snapshot, least_privilege.Params(as_of=moment, most=2)).rows[0].principal
    many = seconds(
        lambda: answers.append(least_privilege.run(snapshot, least_privilege.Params(as_of=moment, most=PEOPLE)))
    )
    alone = seconds(lambda: least_privilege.run(snapshot, least_privilege.Params(as_of=moment, principal=person)), 3)
    measures += [
        Measure.of(f"queries.least_privilege, the first {PEOPLE:,} people", "s", many),
        Measure.of("queries.least_privilege, one of them", "s", alone),
    ]
    counts = f"{snapshot.count:,} nodes, {len(snapshot.edges):,} edges"
    return Result(
        "grants",
        TITLE,
        tuple(measures),
        (
            f"{counts}; {answers[0].principals:,} people reach {answers[0].targets:,} targets; {len(rows):,} choke points.",
            f"{sum(len(row.remove) for row in answers[-1].rows):,} grants can go; all proven: {all(row.proven for row in answers[-1].rows)}.",
        ),
    )

"""Memory of a process that opened a snapshot and answered one question."""

from __future__ import annotations

from bench import records
from bench.measure import Measure, Result
from bench.world import World, in_new_process

TITLE = "Memory of a process that answered one question"
RUNS = 3


def run(world: World) -> Result:
    """Megabytes resident, the part that no other process shares apart; the question is one blast radius."""
    try:
        from queries import blast_radius  # noqa: F401
    except ImportError as error:
        return Result("memory", TITLE, skipped=f"queries.blast_radius is not there: {error}")
    world.snapshot()
    start = world.ids[int(world.graph.nodes("Identity")[len(world.graph.nodes("Identity")) // 2])]
    runs = [in_new_process("answer", world.snapshots.folder, start, records.OBSERVED_AT) for _ in range(RUNS)]
    measures = []
    for state, what in (
        ("imported", "imported"),
        ("opened", "opened"),
        ("answered", "answered"),
    ):
        measures.append(Measure.of(f"{what}: resident", "MB", [record[state]["VmRSS"] / 1e6 for record in runs]))
        measures.append(
            Measure.of(f"{what}: of it private (anonymous)", "MB", [record[state]["RssAnon"] / 1e6 for record in runs])
        )
    measures.append(Measure.of("peak resident", "MB", [record["answered"]["VmHWM"] / 1e6 for record in runs]))
    measures.append(
        Measure.of("the first answer, from open snapshot", "ms", [1_000 * record["seconds"] for record in runs])
    )
    measures.append(Measure.of("the same answer again", "ms", [1_000 * record["again"] for record in runs]))
    notes = (
        f"queries.blast_radius of one identity, {runs[0]['total']:,} nodes reached. File pages are shared by all processes.",
    )
    return Result("memory", TITLE, tuple(measures), notes)

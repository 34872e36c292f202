"""Time to attribute cost, beside DuckDB adding up the same usage rows."""

from __future__ import annotations

from bench import records
from bench.graph import USAGE_DAYS
from bench.measure import Measure, Result, Stopwatch, say, seconds
from bench.world import World
from graph.snapshot import Snapshot

TITLE = "Attributing the cost of every usage row"
RUNS = 3
_BY = (("account",), ("identity",), ("team", "model"))


def run(world: World) -> Result:
    """Seconds per question over all days; DuckDB groups by the row's own principal, and knows no owners."""
    try:
        from queries.cost_attribution import Params
        from queries.cost_attribution import run as attribute
    except ImportError as error:
        return Result("attribution", TITLE, skipped=f"queries.cost_attribution is not there: {error}")
    snapshot = world.snapshot()
    rows = len(snapshot.usage.day)
    say("DuckDB")
    measures, total = _duckdb(snapshot)
    notes = [
        f"{rows:,} usage rows of {USAGE_DAYS[1] - USAGE_DAYS[0] + 1} days. DuckDB with its default threads, rows in its own memory."
    ]
    for by in _BY:
        say("by " + ", ".join(by))
        params = Params(by=by, first_day=USAGE_DAYS[0], last_day=USAGE_DAYS[1], as_of=records.OBSERVED_AT)
        took = []
        for _ in range(RUNS):
            watch = Stopwatch()
            with watch:
                answer = attribute(snapshot, params)
            took.append(watch.seconds)
        if answer.ledger.nano != total:
            raise AssertionError(f"the ledger is {answer.ledger.nano}, the rows add up to {total}")
        beside = measures[-1] if len(by) == 1 else measures[-2]
        measures.insert(0, Measure.of("Remit by " + ", ".join(by), "s", took, beside))
        notes.append(
            f"By {', '.join(by)}: {len(answer.rows):,} rows; the ledger is the sum of all usage rows, exactly."
        )
    return Result("attribution", TITLE, tuple(measures), tuple(notes))


def _duckdb(snapshot: Snapshot) -> tuple[list[Measure], int]:
    """Two bare group-bys, and the sum of cost."""
    import duckdb

    usage = snapshot.usage
    columns = {name: getattr(usage, name) for name in ("principal", "resource", "day", "requests", "cost")}
    columns |= {f"tokens_{place}": usage.tokens[:, place].copy() for place in range(usage.tokens.shape[1])}
    connection = duckdb.connect()
    connection.register("columns", {name: column[:] for name, column in columns.items()})
    connection.execute("CREATE TABLE usage AS SELECT * FROM columns")
    sums = ", ".join(f"sum({name})" for name in columns if name not in ("principal", "resource", "day"))

    def ask(key: str) -> list[float]:
        return seconds(
            lambda: connection.execute(f"SELECT {key}, {sums} FROM usage GROUP BY {key}").fetchnumpy(), RUNS + 2
        )[2:]

    pairs = Measure.of("DuckDB, bare group by principal and model", "s", ask("principal, resource"))
    alone = Measure.of("DuckDB, bare group by principal", "s", ask("principal"))
    total = connection.execute("SELECT sum(cost) FROM usage").fetchone()
    connection.close()
    return [pairs, alone], int(total[0]) if total else 0

"""What is measured, in this order. `SCENARIOS` maps a name to the module whose `run(world)` measures it."""

SCENARIOS: dict[str, str] = {
    "load": "bench.scenarios.load",
    "reader": "bench.scenarios.reader",
    "compile": "bench.scenarios.compiling",
    "open": "bench.scenarios.opening",
    "reach": "bench.scenarios.reach",
    "ranking": "bench.scenarios.ranking",
    "grants": "bench.scenarios.grants",
    "revocation": "bench.scenarios.revocation",
    "questions": "bench.scenarios.questions",
    "leaving": "bench.scenarios.leaving",
    "what-if": "bench.scenarios.what_if",
    "attribution": "bench.scenarios.attribution",
    "forecast": "bench.scenarios.forecast",
    "telemetry": "bench.scenarios.telemetry",
    "serving": "bench.scenarios.serving",
    "fairness": "bench.scenarios.fairness",
    "memory": "bench.scenarios.memory",
    "cold-start": "bench.scenarios.cold_start",
    "neo4j": "bench.scenarios.neo4j",
}

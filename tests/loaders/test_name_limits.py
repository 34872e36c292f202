"""What must hold of names without end: beyond the limit they count as others, sums stay whole, and the run says so."""

from __future__ import annotations

import random
from collections import defaultdict

import pytest

from graph.claims import Node, RunHeader, Usage
from graph.reason import PARTIAL
from graph.stores.memory import MemoryStore
from loaders.base import PendingRun
from loaders.connectors.otlp.counting import UsageKey
from loaders.connectors.otlp.journal import UsageTotal
from loaders.connectors.otlp.records import records
from loaders.ingest import ingest
from loaders.name_limits import CODE, OTHER, DayNames, limited_runs

LIMITS = {"Account": 3, "Application": 2, "McpServer": 2, "McpTool": 4, "Model": 2}


def _totals(source: random.Random) -> list[UsageTotal]:
    totals = {}
    for _ in range(200):
        is_call, day = source.randrange(2), 20_000 + source.randrange(3)
        name = f"tool{source.randrange(9)}" if is_call else f"Model:openai/m{source.randrange(9)}"
        key = UsageKey(
            day,
            f"Account:otlp/x/p{source.randrange(9)}",
            source.choice(["", f"Application:otlp/x/a{source.randrange(9)}"]),
            f"server{source.randrange(5)}" if is_call else "",
            name,
            is_call,
        )
        totals[key] = UsageTotal(key, source.randrange(1, 9), tuple(source.randrange(9) for _ in range(5)))
    return list(totals.values())


@pytest.mark.parametrize("seed", range(10))
def test_spans_name_no_more_than_the_limit_and_sums_stay_whole(seed: int) -> None:
    source = random.Random(seed)
    totals, names = _totals(source), DayNames(LIMITS)
    made = list(records(totals, "x", names))
    usage = [record for record in made if isinstance(record, Usage)]
    by_day: dict[tuple[int, str], set[str]] = defaultdict(set)
    for row in usage:
        for node in (row.principal, row.resource, row.application):
            if node and OTHER not in node:
                by_day[row.day, node.partition(":")[0]].add(node)
    assert all(len(nodes) <= LIMITS[kind] for (_, kind), nodes in by_day.items())
    for day in {total.usage_key.day for total in totals}:
        expected = [total for total in totals if total.usage_key.day == day]
        rows = [row for row in usage if row.day == day]
        assert sum(row.requests for row in rows) == sum(total.requests for total in expected)
        assert sum(sum(row.tokens) for row in rows) == sum(sum(total.tokens) for total in expected)
    assert {node.id for node in made if isinstance(node, Node)} >= {row.resource for row in usage}
    assert {reason.code for reason in names.reasons()} == {CODE}
    # The order in which they come decides nothing.
    source.shuffle(totals)
    assert list(records(totals, "x", DayNames(LIMITS))) == made


def test_the_most_used_names_stay() -> None:
    totals = [
        UsageTotal(UsageKey(1, f"Account:otlp/x/p{number}", "", "", "Model:openai/m", 0), number, (0, 0, 0, 0, 0))
        for number in range(1, 8)
    ]
    usage = [record for record in records(totals, "x", DayNames(LIMITS)) if isinstance(record, Usage)]
    who = {row.principal: row.requests for row in usage}
    assert who == {"Account:otlp/x/p7": 7, "Account:otlp/x/p6": 6, "Account:otlp/x/p5": 5, "Account:otlp/x/(other)": 10}


def test_what_is_within_the_limits_is_as_it_was() -> None:
    totals, names = _totals(random.Random(1)), DayNames()
    assert not any(OTHER in str(record) for record in records(totals, "x", names))
    assert names.reasons() == []


def test_records_beyond_the_limit_are_others_and_the_run_is_partial() -> None:
    rows = [
        Usage(resource="Model:openai/m", principal=f"Account:own/{number}", day=20_000, requests=1)
        for number in range(10)
    ]
    run = PendingRun(RunHeader(source="own:acme", observed_at=5), [(n, row) for n, row in enumerate(rows)])
    store = MemoryStore()
    (outcome,) = ingest(store, limited_runs([run], LIMITS))
    assert outcome.state == PARTIAL
    assert [(reason.code, "7 rows" in reason.detail, "3 different" in reason.detail) for reason in outcome.reasons] == [
        (CODE, True, True)
    ]
    claims = store.read()
    assert int(sum(claims.usage.requests)) == 10
    assert sorted(node for node in claims.ids if node.startswith("Account:")) == [
        "Account:own/0",
        "Account:own/1",
        "Account:own/2",
        "Account:own/acme/(other)",
    ]

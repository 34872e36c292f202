"""Limits of rows: whatever `--limit` shows, totals, counts and columns of an answer are those of all rows."""

from __future__ import annotations

from typing import Any

import pytest

from api.cli.tables import print_table
from graph.claims import Edge, Node, Usage
from graph.moment import DAY
from graph.ontology import Permission
from queries import access_paths, cost_attribution, orphaned_paths
from queries.base import envelope, limited
from tests.oracles.world import OBSERVED, frozen, only

GONE = "Identity:hr/gone"
RECORDS = (
    Node(id=GONE, name="Gone", props={"type": "human", "status": "departed"}),
    *(Edge(kind="MEMBER_OF", source=GONE, target=f"Group:x/{n}") for n in range(3)),
    *(
        Edge(kind="CAN_ACCESS", source=f"Group:x/{n}", target=f"DataSource:db/{m}", permission=Permission.READ)
        for n in range(3)
        for m in range(3)
    ),
    Usage(
        principal="Account:x/a",
        resource="Model:m/one",
        day=OBSERVED // DAY,
        cost_nano=5,
        currency="USD",
        basis="billed",
    ),
)
QUESTIONS: tuple[tuple[str, Any, Any, tuple[str, ...]], ...] = (
    (
        "orphaned-paths",
        orphaned_paths,
        orphaned_paths.Params(as_of=OBSERVED),
        ("1 roots that nobody answers for", "3 live routes from them"),
    ),
    (
        "access-paths",
        access_paths,
        access_paths.Params(origin=GONE, target="DataSource:db/0", as_of=OBSERVED),
        ("3 ways from",),
    ),
    (
        "cost-attribution",
        cost_attribution,
        cost_attribution.Params(
            by=("model",), first_day=OBSERVED // DAY, last_day=OBSERVED // DAY, as_of=OBSERVED, currency="USD"
        ),
        ("model",),
    ),
)


@pytest.mark.parametrize("limit", [None, 2, 1, 0])
@pytest.mark.parametrize(("name", "module", "params", "shown"), QUESTIONS, ids=[row[0] for row in QUESTIONS])
def test_a_limit_changes_no_count_and_no_column(
    name: str, module: Any, params: Any, shown: tuple[str, ...], limit: int | None, capsys: pytest.CaptureFixture[str]
) -> None:
    snapshot = frozen(only(*RECORDS))
    print_table(envelope(name, params, snapshot, limited(module.run(snapshot, params), limit)), str)
    text = capsys.readouterr().out
    assert [words for words in shown if words not in text] == []

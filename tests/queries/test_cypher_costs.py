"""Random bills, all in one Neo4j: its split of cost is the snapshot's, unit by unit, and adds up to the ledger."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest

from graph.errors import InputError
from graph.moment import DAY
from graph.money import read_amount
from graph.snapshot import Snapshot
from queries import cost_attribution as costing
from queries.base import as_json
from queries.cost_attribution import OwnerRule, Params
from queries.cypher.cost_attribution import SUPPORTED_DIMENSIONS, UNSUPPORTED_DIMENSIONS, cost_attribution
from queries.cypher.projection import ProjectedGraph
from queries.usage.coverage import snapshot_coverage
from tests.oracles.cost_world import FIRST, LAST
from tests.queries.cypher_world import billed, shown, together
from tests.servers.choice import Neo4jServers

WORLDS = 200
# The scenarios are asked of every edition; these many bills of one.
EDITIONS = ("calendar",)
ALIKE = ("ledger", "rows", "buckets", "estimate_value", "included_value", "left_out", "dropped_buckets", "rates")


@dataclass(frozen=True)
class Both:
    snapshot: Snapshot
    ground: ProjectedGraph
    dice: random.Random

    def ask(self, **more: Any) -> Params:
        """A question about a window drawn at random, in one of the two currencies."""
        first = self.dice.randint(FIRST - 2, LAST + 1)
        told = {"first_day": first, "last_day": first + self.dice.randint(0, 5), "as_of": (LAST + 10) * DAY}
        return Params(**{**told, "currency": self.dice.choice(("USD", "USD", "EUR")), "by": (), **more})


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    """Of every third organisation the second source is preferred."""
    preferred = [f"w{number}ai:two" for number in range(0, WORLDS, 3)]
    return together([billed(seed) for seed in range(WORLDS)], preferred)


@pytest.fixture(scope="module", params=EDITIONS)
def both(request: pytest.FixtureRequest, snapshot: Snapshot, neo4j_servers: Neo4jServers) -> Iterator[Both]:
    with shown(snapshot, neo4j_servers.empty(request.param)) as neo4j:
        yield Both(
            snapshot,
            ProjectedGraph(neo4j.cypher, snapshot_coverage(snapshot)),
            random.Random(EDITIONS.index(request.param)),
        )


def test_a_currency_that_holds_nothing_while_others_do_is_a_reason(both: Both) -> None:
    params = both.ask(first_day=FIRST, last_day=LAST, currency="CHF")
    codes = [reason.code for reason in cost_attribution(both.ground, params).reasons]
    assert (codes[0], set(codes[1:])) == ("CURRENCY", {"DAYS_NOT_COVERED"})
    hold(both, params)


def nano(money: dict[str, str]) -> int:
    return read_amount(Decimal(money["amount"]))[0]


def hold(both: Both, params: Params) -> dict[str, Any]:
    """Both answers are the same, to the order of the rows; Neo4j's adds up."""
    expected, projected = costing.run(both.snapshot, params), cost_attribution(both.ground, params)
    told, answer = as_json(expected), projected.answer
    assert projected.reasons == expected.completeness.reasons, params
    assert list(projected.notes) == [note for note in expected.completeness.notes if note.code == "CURRENCY"]
    assert answer.keys() == told.keys()
    for name in ALIKE:
        assert answer[name] == told[name], (name, params)
    parts = [row["cost"] for row in answer["rows"]] + list(answer["buckets"].values())
    assert sum(map(nano, parts)) == nano(answer["ledger"])
    return answer


@pytest.mark.parametrize("by", SUPPORTED_DIMENSIONS)
def test_cost_by_one_dimension_is_what_the_snapshot_says(by: str, both: Both) -> None:
    hold(both, both.ask(by=(by,)))


def test_cost_by_several_dimensions_is_what_the_snapshot_says(both: Both) -> None:
    for _ in range(8):
        by = tuple(both.dice.sample(SUPPORTED_DIMENSIONS, both.dice.choice((0, 2, 3))))
        hold(both, both.ask(by=by, team_type=both.dice.choice(("team", "team", "role"))))


def test_all_that_splits_and_every_bucket_was_there_to_be_compared(both: Both) -> None:
    answer = hold(both, both.ask(by=("team", "identity"), first_day=FIRST - 2, last_day=LAST + 2, currency="USD"))
    assert set(answer["buckets"]) == {"variance", "seat", "tax", "credit", "other"}
    assert answer["left_out"][0]["currency"] == "EUR"
    keys = [row["key"] for row in answer["rows"]]
    assert any(key["team"].startswith("Group:") and key["identity"] == "~unattributed" for key in keys)
    assert len({key["team"] for key in keys if key["team"].startswith("Group:")}) > 20
    # Somebody who shares an account has an odd unit of it.
    assert any(nano(row["cost"]) % 2 for row in answer["rows"])


def test_a_window_of_several_currencies_is_refused_until_one_is_named(both: Both) -> None:
    with pytest.raises(InputError, match=r"CURRENCY.*EUR, USD.*--currency"):
        cost_attribution(both.ground, both.ask(first_day=FIRST, last_day=LAST, currency=None))
    empty = cost_attribution(both.ground, both.ask(first_day=0, last_day=1, currency=None)).answer
    assert (empty["ledger"], empty["rows"]) == ({"amount": "0.000000000", "currency": "USD"}, [])


@pytest.mark.parametrize(
    "more",
    [
        *({"by": (name,)} for name in UNSUPPORTED_DIMENSIONS),
        {"filters": {"team": ("Group:w1hr/t1",)}},
        {"rates": {"EUR": Decimal("1.1")}},
        {"owners": OwnerRule.NONE},
        {"by": ("nothing",)},
    ],
    ids=str,
)
def test_what_only_the_snapshot_knows_is_refused_and_not_guessed(more: dict[str, Any], both: Both) -> None:
    with pytest.raises(InputError):
        cost_attribution(both.ground, both.ask(**more))

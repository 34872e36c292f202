"""What principals spent, alone and with what they hold."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.claims import Edge, Usage
from graph.money import Money
from graph.reason import Reason
from queries.subject import held_by
from queries.usage.spend import amounts_by_principal, amounts_of_each, spend
from tests.oracles.cost import AMOUNTS, DAY, Asked, Oracle, World
from tests.oracles.cost_world import FIRST, LAST, snapshot, worlds


def used(principal: str | None, cost: int, **more: object) -> tuple[str, Usage]:
    fields = {"principal": principal, "resource": "Model:a/b", "day": FIRST, "cost_nano": cost, "currency": "USD"}
    return "ai:one", Usage(**{**fields, "basis": "billed", **more})  # type: ignore[arg-type]


@settings(max_examples=120, deadline=None)
@given(worlds(), st.integers(FIRST - 1, LAST), st.integers(0, 3))
def test_amounts_are_those_of_the_principals_rows_and_spend_is_their_cost(world: World, first: int, more: int) -> None:
    compiled = snapshot(world)
    oracle = Oracle(world, Asked((), first, first + more))
    own = amounts_by_principal(compiled, first, first + more)
    assert (own.currency, own.reason, own.notes) == ("USD", None, ())
    for place, node in enumerate(compiled.ids):
        wanted = [
            sum(cost for row, cost in oracle.rows(name) if node in (row.principal, oracle.named[id(row)]))
            for name in AMOUNTS
        ]
        assert [int(column[place]) for column in (own.cost, own.estimate, own.included)] == wanted
        assert spend(compiled, [place, place], first, first + more) == Money(wanted[0], "USD")


@settings(max_examples=120, deadline=None)
@given(worlds(), st.integers(FIRST * DAY, (LAST + 1) * DAY))
def test_spend_of_each_is_the_spend_of_what_each_holds_every_row_once(world: World, moment: int) -> None:
    compiled = snapshot(world)
    starts = np.arange(compiled.count)
    amounts = amounts_of_each(compiled, starts, moment, (FIRST, LAST))
    assert amounts.currency == "USD"
    for place in starts.tolist():
        alone = spend(compiled, held_by(compiled, [place], moment), FIRST, LAST)
        assert alone == Money(int(amounts.cost[place]), "USD")


def test_several_currencies_and_none_asked_for_is_no_number_but_a_reason() -> None:
    world = World(usage=[used("Account:ai/a", 5), used("Account:ai/a", 7, currency="EUR"), used("Account:ai/b", 1)])
    compiled = snapshot(world)
    a, b = compiled.index_of("Account:ai/a"), compiled.index_of("Account:ai/b")
    found = spend(compiled, [a], FIRST, FIRST)
    assert isinstance(found, Reason)
    assert found.code == "CURRENCY"
    assert spend(compiled, [b], FIRST, FIRST) == Money(1, "USD")
    assert spend(compiled, [a, b], FIRST, FIRST, "USD") == Money(6, "USD")
    own = amounts_by_principal(compiled, FIRST, FIRST)
    assert own.currency is None
    assert own.reason is not None
    assert own.reason.code == "CURRENCY"
    assert not own.cost.any()


def test_a_key_of_an_account_counts_for_the_person_once_by_either_way() -> None:
    edges = [
        Edge(kind="HAS_ACCOUNT", source="Identity:hr/1", target="Account:ai/a"),
        Edge(kind="HAS_CREDENTIAL", source="Account:ai/a", target="Credential:ai/k"),
        Edge(kind="HAS_CREDENTIAL", source="Identity:hr/1", target="Credential:ai/k"),
    ]
    compiled = snapshot(World(edges=edges, usage=[used("Credential:ai/k", 5), used("Account:ai/a", 2)]))
    amounts = amounts_of_each(compiled, [compiled.index_of("Identity:hr/1")], FIRST * DAY, (FIRST, FIRST))
    assert amounts.cost.tolist() == [7]


def test_spend_beyond_63_bits_is_exact() -> None:
    huge = 2**62 - 1
    world = World(usage=[used("Account:ai/a", huge, workspace=f"Group:w/{i}") for i in range(4)])
    compiled = snapshot(world)
    a = compiled.index_of("Account:ai/a")
    amounts = amounts_of_each(compiled, [a], FIRST * DAY, (FIRST, FIRST))
    assert amounts.cost.tolist() == [4 * huge]
    assert spend(compiled, [a], FIRST, FIRST) == Money(4 * huge, "USD")


def test_nothing_spent_is_nought_in_the_currency_of_all_usage() -> None:
    world = World(usage=[used("Account:ai/a", 7, currency="EUR")], departments={"Identity:hr/1": [(-1, "x")]})
    compiled = snapshot(world)
    assert spend(compiled, [compiled.index_of("Identity:hr/1")], FIRST, FIRST) == Money(0, "EUR")


def test_usage_of_a_key_that_is_gone_is_also_whom_its_row_names() -> None:
    """As in cost attribution: the ranking has the same amounts, and the key keeps its own."""
    gone = "Credential:ai/gone"
    rows = [used(gone, 50, detail='{"raw":{"user":"a"}}'), used("Account:ai/a", 7), used(gone, 3)]
    world = World([Edge(kind="HAS_ACCOUNT", source="Identity:hr/1", target="Account:ai/a")], usage=rows)
    compiled = snapshot(world)
    nodes = [compiled.index_of(name) for name in ("Identity:hr/1", "Account:ai/a", gone)]
    amounts = amounts_of_each(compiled, np.array(nodes), FIRST * 86_400_000_000, (FIRST, FIRST))
    assert [int(cost) for cost in amounts.cost] == [57, 57, 53]
    for node, cost in zip(nodes, (57, 57, 53), strict=True):
        held = held_by(compiled, [node], FIRST * 86_400_000_000)
        assert spend(compiled, held, FIRST, FIRST) == Money(cost, "USD")

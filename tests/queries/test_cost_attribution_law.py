"""Laws of cost attribution: random ledgers against a plain oracle, and rows + buckets = ledger, exactly."""

from __future__ import annotations

import random
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import InputError
from graph.ontology import TOKEN_COUNTERS
from queries.base import as_json
from queries.cost_attribution import DIMENSIONS, OwnerRule, Params, bucket_lines, contributions, run
from queries.cost_attribution.allocate import Proportions
from tests.oracles.cost import DAY, Asked, Oracle, World, share
from tests.oracles.cost_world import FIRST, LAST, snapshot, worlds

# What the oracle can tell; owner_state is asked of another question.
TOLD = tuple(name for name in DIMENSIONS if name != "owner_state")
# Those that split rows are drawn as often as all that are read off a row.
SPLITTING = ("identity", "team", "department", "mcp_server", "data_source", "account")
BY = st.lists(st.sampled_from(SPLITTING) | st.sampled_from(TOLD), max_size=3, unique=True).map(tuple)
WINDOWS = st.tuples(st.integers(FIRST - 2, LAST + 1), st.integers(0, 5)).map(lambda days: (days[0], days[0] + days[1]))
FILTERS = {
    "team": ("Group:hr/t1", "~unattributed"),
    "identity": ("Identity:hr/1", "~shared"),
    "department": ("Sales",),
    "mcp_server": ("McpServer:mcp/s1", "~no_mcp_use"),
    "data_source": ("~unknown", "DataSource:pg/d1"),
    "application": ("Application:ai/one",),
    "model": ("Model:acme/big",),
    "day": ("2024-10-05", "2024-10-07"),
    "week": ("2024-W40",),
    "month": ("2024-10",),
}


def ask(asked: Asked, **more: object) -> Params:
    return Params(
        by=tuple(asked.by),
        first_day=asked.first,
        last_day=asked.last,
        as_of=(LAST + 10) * DAY,
        owners=OwnerRule[asked.owners],
        currency=asked.currency,
        rates={name: Decimal(rate.numerator) / Decimal(rate.denominator) for name, rate in asked.rates.items()},
        filters={name: tuple(keys) for name, keys in asked.filters.items()},
        **more,  # type: ignore[arg-type]
    )


def hold_against_oracle(world: World, asked: Asked) -> None:
    compiled = snapshot(world)
    known = set(compiled.ids)
    asked.filters = {
        name: [key for key in keys if key in known or key.startswith("~") or ":" not in key]
        for name, keys in asked.filters.items()
    }
    answer, oracle = run(compiled, ask(asked)), Oracle(world, asked)
    found = {
        tuple(row.key[name] for name in asked.by): (
            [
                row.cost.nano,
                row.estimate.nano,
                row.included.nano,
                row.requests,
                *(row.tokens[name] for name in TOKEN_COUNTERS),
            ],
            row.basis,
        )
        for row in answer.rows
    }
    assert found == oracle.table()
    dropped = not {"application", "day", "week", "month"}.issuperset(asked.filters)
    buckets = {name: money.nano for name, money in (answer.dropped_buckets if dropped else answer.buckets).items()}
    assert buckets == oracle.buckets()
    totals = (answer.estimate_value, answer.included_value)
    assert [money.nano for money in totals] == [oracle.total("estimate"), oracle.total("included")]
    assert dropped == bool(answer.dropped_buckets) or not buckets
    assert not (dropped and answer.buckets)
    total = sum(row.cost.nano for row in answer.rows) + sum(money.nano for money in answer.buckets.values())
    assert total == answer.ledger.nano
    assert sum(row.estimate.nano for row in answer.rows) == answer.estimate_value.nano
    assert sum(row.included.nano for row in answer.rows) == answer.included_value.nano
    if not asked.filters:
        priced = [sum(getattr(row, name).nano for row in answer.priced) for name in ("cost", "estimate")]
        assert priced == [sum(c for r, c in oracle.rows(n) if r.basis == "priced") for n in ("cost", "estimate")]


@settings(max_examples=400, deadline=None)
@given(worlds(), BY, WINDOWS, st.sampled_from(("EVEN", "NONE")))
def test_every_answer_is_what_the_rules_say_row_by_row(
    world: World, by: tuple[str, ...], window: tuple[int, int], owners: str
) -> None:
    hold_against_oracle(world, Asked(by, *window, owners=owners))


@settings(max_examples=150, deadline=None)
@given(worlds(), BY, WINDOWS, st.lists(st.sampled_from(sorted(FILTERS)), min_size=1, max_size=2, unique=True))
def test_a_filter_keeps_exactly_its_parts_and_drops_only_buckets_that_lack_its_dimension(
    world: World, by: tuple[str, ...], window: tuple[int, int], names: list[str]
) -> None:
    hold_against_oracle(world, Asked(by, *window, filters={name: list(FILTERS[name]) for name in names}))


RATES = st.sampled_from((Fraction(27, 25), Fraction(1, 8), Fraction(5, 2), Fraction(1, 10**12)))


@settings(max_examples=150, deadline=None)
@given(worlds(currencies=("USD", "EUR", "JPY")), BY, WINDOWS, RATES)
def test_conversion_rounds_each_row_once_and_the_ledger_is_the_sum_of_what_it_shows(
    world: World, by: tuple[str, ...], window: tuple[int, int], rate: Fraction
) -> None:
    # Beyond 9.2 billion units a conversion is refused; that has its own test.
    world.usage = [(name, row) for name, row in world.usage if abs(row.cost_nano or 0) < 2**60]
    hold_against_oracle(world, Asked(by, *window, rates={"EUR": rate}))


AMOUNTS = st.integers(-9, 9) | st.integers(-(2**62), 2**62) | st.sampled_from((-(2**63) + 1, 2**63 - 1))
WEIGHTS = st.lists(st.integers(0, 9) | st.integers(0, 2**33) | st.integers(0, 2**64), min_size=1, max_size=5).filter(
    any
)


@settings(max_examples=500, deadline=None)
@given(st.lists(st.tuples(AMOUNTS, WEIGHTS), min_size=1, max_size=6))
def test_shares_are_those_of_the_largest_remainder_however_large_the_numbers(
    items: list[tuple[int, list[int]]],
) -> None:
    weights = [weight for _, several in items for weight in several]
    kind = np.int64 if max(weights) < 2**63 else object
    item = np.repeat(np.arange(len(items)), [len(several) for _, several in items])
    parts = Proportions.of(item, np.array(weights, dtype=kind)).split(
        np.array([amount for amount, _ in items], dtype=np.int64)
    )
    assert parts.tolist() == [part for amount, several in items for part in share(amount, several)]


@settings(max_examples=60, deadline=None)
@given(worlds(), BY, st.randoms(use_true_random=False))
def test_the_order_of_loading_changes_no_answer(world: World, by: tuple[str, ...], shuffle: random.Random) -> None:
    params = ask(Asked(by, FIRST, LAST))
    assert as_json(run(snapshot(world), params)) == as_json(run(snapshot(world, shuffle), params))


@settings(max_examples=100, deadline=None)
@given(worlds(), BY, st.sampled_from(("EVEN", "NONE", "USAGE")))
def test_every_row_and_every_bucket_opens_to_what_stands_behind_it(
    world: World, by: tuple[str, ...], owners: str
) -> None:
    compiled, params = snapshot(world), ask(Asked(by, FIRST, LAST, owners=owners))
    answer = run(compiled, params)
    for row in answer.rows[:6]:
        behind = contributions(compiled, params, row.key)
        assert behind
        for amount in ("cost", "estimate", "included"):
            assert sum(one.cost.nano for one in behind if one.amount == amount) == getattr(row, amount).nano
        amounts = [one.amount for one in behind]
        first = next((name for name in ("cost", "estimate", "included") if name in amounts), None)
        bases = {one.basis for one in behind if one.amount == first}
        assert row.basis == (next(iter(bases)) if len(bases) == 1 else "mixed")
    for name, money in answer.buckets.items():
        assert sum(line.cost.nano for line in bucket_lines(compiled, params, name)) == money.nano


@settings(max_examples=100, deadline=None)
@given(worlds(), BY, st.integers(FIRST - 1, LAST))
def test_two_windows_side_by_side_add_up_to_the_window_of_both(world: World, by: tuple[str, ...], cut: int) -> None:
    compiled = snapshot(world)
    whole, left, right = (
        run(compiled, ask(Asked(by, *days))) for days in ((FIRST - 1, LAST + 1), (FIRST - 1, cut), (cut + 1, LAST + 1))
    )
    assert left.ledger.nano + right.ledger.nano == whole.ledger.nano
    for row in whole.rows:
        halves = [half.cost.nano for answer in (left, right) for half in answer.rows if half.key == row.key]
        assert sum(halves) == row.cost.nano


@settings(max_examples=60, deadline=None)
@given(worlds(currencies=("USD", "EUR")))
def test_several_currencies_without_one_asked_for_are_refused_with_the_remedy(world: World) -> None:
    inside = [row.currency for _, row in world.usage if row.currency and FIRST <= row.day <= LAST]
    inside += [c.currency for _, c in world.charges if c.first_day <= LAST and c.last_day >= FIRST]
    params = Params(by=("model",), first_day=FIRST, last_day=LAST, as_of=0)
    if len(set(inside)) < 2:
        assert run(snapshot(world), params).ledger.currency in {*inside, "USD"}
        return
    with pytest.raises(InputError, match=r"CURRENCY.*EUR, USD.*--currency"):
        run(snapshot(world), params)

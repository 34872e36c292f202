"""Forecasts and anomalies: exact sums, nothing of later days, days that nobody read, budgets, and what drove a day."""

from __future__ import annotations

import dataclasses
import json
import random
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import numpy as np
import pytest

from bench import backtest
from bench.spend_series import drawn
from graph.budgets import Budget
from graph.claims import Decision, Edge, Node, Record, RunHeader, Usage
from graph.errors import InputError
from graph.moment import midnight, read_day
from graph.snapshot import Policy, Snapshot, snapshot_of
from graph.snapshot.restrict import Visibility, restrict
from graph.stores.memory import MemoryStore
from queries import anomalies, forecast, outliers
from queries import cost_attribution as cost
from queries.outliers import AnomalySensitivity
from queries.weekday_profile import WeekdayProfile, conformal_quantile

FIRST = read_day("2026-08-03")  # a Monday
DAYS = 112
LAST = FIRST + DAYS - 1  # 2026-11-22
ACCOUNTS = ("Account:ai/a", "Account:ai/b", "Account:ai/c")
MODELS = ("Model:ai/large", "Model:ai/small")
TEAM = "Group:hr/payments"
UNIT = 10**9


def usage(principal: str, day: int, nano: int, model: str = MODELS[0], currency: str = "USD") -> Usage:
    return Usage(
        principal=principal, resource=model, application="Application:ai/x", day=day, cost_nano=nano, currency=currency,
        basis="billed", requests=1,
    )  # fmt: skip


def weekly(rng: random.Random, level: float, day: int) -> int:
    """What a person's day costs: little at weekends, and never twice the same."""
    return round(level * UNIT * (0.05 if (day - FIRST) % 7 > 4 else 1.0) * rng.uniform(0.7, 1.3))


def rows(seed: int = 1) -> list[Usage]:
    rng = random.Random(seed)
    return [
        usage(account, day, weekly(rng, level, day), model)
        for day in range(FIRST, LAST + 1)
        for account, level in zip(ACCOUNTS, (40, 10, 3), strict=True)
        for model in MODELS
    ]


PEOPLE: tuple[Record, ...] = (
    Node(id=TEAM, name="Payments", props={"type": "team"}),
    *(Node(id=f"Identity:hr/{name}", name=name, props={"type": "human", "status": "active"}) for name in "abc"),
    *(Edge(kind="HAS_ACCOUNT", source=f"Identity:hr/{name}", target=f"Account:ai/{name}") for name in "abc"),
    Edge(kind="MEMBER_OF", source="Identity:hr/a", target=TEAM),
    Edge(kind="MEMBER_OF", source="Identity:hr/b", target=TEAM),
)


def compiled(
    used: Sequence[Usage],
    covered: tuple[int, int] = (FIRST, LAST),
    observed: int = LAST + 1,
    policy: Policy | None = None,
    decisions: Sequence[Decision] = (),
) -> Snapshot:
    store = MemoryStore()
    runs: list[tuple[RunHeader, Sequence[Record]]] = [
        (RunHeader(source="hr:main", observed_at=midnight(FIRST), complete=("Identity", "Group", "MEMBER_OF")), PEOPLE),
        (RunHeader(source="ai:one", observed_at=midnight(observed), usage=covered), used),
    ]
    for header, records in runs:
        run = store.begin(header)
        store.write(run, records, range(len(records)))
        store.check(run)
        store.finish(run)
    for decision in decisions:
        store.decide(decision)
    return snapshot_of(store, midnight(observed), policy)


def month_end(snapshot: Snapshot, day: int = LAST, by: tuple[str, ...] = ("account",), **more: Any) -> forecast.Answer:
    return forecast.run(snapshot, forecast.Params(by=by, as_of=midnight(day) + 1, **more))


def judged(snapshot: Snapshot, first: int, last: int, **more: Any) -> anomalies.Answer:
    more = {"by": ("account",), "as_of": midnight(LAST) + 1, **more}
    return anomalies.run(snapshot, anomalies.Params(first_day=first, last_day=last, **more))


def test_spent_is_what_cost_attribution_says_exactly_and_parts_add_up_to_the_total() -> None:
    snapshot = compiled(rows())
    for by in (("account",), ("team",), ("model", "identity"), ("provider",)):
        answer = month_end(snapshot, by=by)
        ledger = cost.run(snapshot, cost.Params(by, read_day("2026-11-01"), LAST, midnight(LAST)))
        assert {tuple(row.key.items()): row.spent for row in answer.rows} == {
            tuple(row.key.items()): row.cost for row in ledger.rows
        }
        assert answer.total.spent == ledger.ledger
        for row in (*answer.rows, answer.total):
            assert row.low is not None
            assert row.expected is not None
            assert row.high is not None
            assert row.spent.nano <= row.low.nano <= row.expected.nano <= row.high.nano
            assert (row.month, row.missing_days, row.reason) == ("2026-11", 8, None)


def test_a_steady_week_goes_on_and_a_month_that_is_over_is_what_it_cost() -> None:
    steady = [usage(ACCOUNTS[0], day, (2 if (day - FIRST) % 7 < 5 else 0) * UNIT) for day in range(FIRST, LAST + 1)]
    (row,) = month_end(compiled(steady)).rows
    # 21 weekdays of November 2026 cost 2 each; weekdays are drawn towards each other a little, as one more day would.
    assert row.expected is not None
    assert abs(row.expected.nano - 42 * UNIT) < 42 * UNIT * 0.05
    october = read_day("2026-10-31")
    for row in month_end(compiled(rows()), october).rows:
        assert row.expected == row.low == row.high == row.spent


@pytest.mark.parametrize("day", [FIRST + 20, FIRST + 61, LAST - 9, LAST])
def test_nothing_after_the_day_asked_about_is_used(day: int) -> None:
    whole, known = compiled(rows()), compiled([row for row in rows() if row.day <= day])
    for by in (("account",), ("team",)):
        assert month_end(whole, day, by) == month_end(known, day, by)
        window = {"by": by, "as_of": midnight(day) + 1, "least": 0, "sensitivity": AnomalySensitivity.HIGH}
        assert judged(whole, day - 30, LAST, **window).rows == judged(known, day - 30, LAST, **window).rows


def test_whether_a_day_is_an_anomaly_does_not_depend_on_the_window_asked_about() -> None:
    spiky = [*rows(), *(usage(ACCOUNTS[1], FIRST + day, 90 * UNIT * (1 + day % 3)) for day in (60, 63, 65, 80))]
    snapshot = compiled(spiky)
    whole = {(row.key["account"], row.day): row for row in judged(snapshot, FIRST, LAST, least=0).rows}
    assert whole
    for first in range(FIRST + 50, LAST - 10, 7):
        part = judged(snapshot, first, first + 9, least=0).rows
        days = {row.day for row in part}
        assert {(row.key["account"], row.day): row for row in part} == {
            key: row for key, row in whole.items() if first <= read_day(key[1]) <= first + 9
        }
        assert len(days) <= 10


def test_the_order_of_rows_and_the_company_of_other_keys_change_nothing() -> None:
    used = rows()
    plain = compiled(used)
    mixed = compiled(random.Random(3).sample(used, len(used)))
    assert month_end(plain) == month_end(mixed)
    assert judged(plain, FIRST, LAST, least=0) == judged(mixed, FIRST, LAST, least=0)
    alone = month_end(plain, filters={"account": (ACCOUNTS[1],)})
    assert list(alone.rows) == [row for row in month_end(plain).rows if row.key["account"] == ACCOUNTS[1]]
    assert alone.total.expected == alone.rows[0].expected


def test_days_that_nobody_read_are_unknown_and_never_zero() -> None:
    # The source was not read after the 12th: ten days of November are estimated as those to come are.
    stopped = read_day("2026-11-12")
    used = [row for row in rows() if row.day <= stopped]
    snapshot = compiled(used, (FIRST, stopped), stopped + 1)
    answer = month_end(snapshot)
    assert {row.missing_days for row in answer.rows} == {18}
    at_the_stop = month_end(snapshot, stopped)
    assert [row.expected for row in answer.rows] == [row.expected for row in at_the_stop.rows]
    assert [reason.code for reason in answer.completeness.reasons] == ["DAYS_NOT_COVERED"]
    assert not at_the_stop.completeness.reasons
    # A hole in the middle is no fall in cost, and no day of it is judged.
    hole = range(FIRST + 70, FIRST + 84)
    used = [row for row in rows() if row.day not in hole]
    holey = compiled(used, (FIRST, FIRST + 69))
    whole = month_end(compiled(rows()))
    for row, other in zip(month_end(holey).rows, whole.rows, strict=True):
        assert row.expected is not None
        assert other.expected is not None
        assert abs(row.expected.nano / other.expected.nano - 1) < 0.1
        assert row.history_days == other.history_days - 14
    assert judged(holey, hole[0], hole[-1]).judged == 0


def test_a_day_that_was_read_before_it_ended_counts_as_spent_and_is_not_history() -> None:
    used = [row for row in rows() if row.day < LAST] + [usage(ACCOUNTS[0], LAST, UNIT)]
    running = compiled(used, (FIRST, LAST), observed=LAST)
    row = next(row for row in month_end(running).rows if row.key["account"] == ACCOUNTS[0])
    ended = next(row for row in month_end(running, LAST - 1).rows if row.key["account"] == ACCOUNTS[0])
    assert (row.spent.nano, row.missing_days) == (ended.spent.nano + UNIT, 9)
    assert row.expected == ended.expected
    # What is more than a whole day was expected to cost counts as it is.
    used[-1] = usage(ACCOUNTS[0], LAST, 500 * UNIT)
    (more,) = [row for row in month_end(compiled(used, observed=LAST)).rows if row.key["account"] == ACCOUNTS[0]]
    assert more.expected is not None
    assert ended.expected is not None
    assert more.expected.nano > ended.expected.nano + 470 * UNIT


@pytest.mark.parametrize(("days", "reason"), [(1, "TOO_SHORT"), (7, "TOO_SHORT"), (8, None), (30, None)])
def test_a_week_of_history_is_too_short(days: int, reason: str | None) -> None:
    used = [usage(ACCOUNTS[0], day, 5 * UNIT) for day in range(LAST - days + 1, LAST + 1)]
    (row,) = month_end(compiled(used)).rows
    assert (row.reason, row.history_days) == (reason, days)
    assert (row.expected is None) == (row.low is None) == (row.high is None) == (reason is not None)
    assert row.spent.nano == 5 * UNIT * min(days, 22)
    short = judged(compiled(used), LAST, LAST)
    assert [note.code for note in short.completeness.notes] == (["TOO_SHORT"] if days < 15 else [])


def test_a_budget_is_of_a_key_by_any_name_and_a_month_s_own_goes_before_that_of_every_month() -> None:
    budgets = (
        Budget("team", "payments", 2000 * UNIT, "USD"),
        Budget("account", "Account:ai/a", 100 * UNIT, "USD"),
        Budget("account", "Account:ai/b", 10**6 * UNIT, "USD"),
        Budget("account", "Account:ai/b", 1 * UNIT, "USD", "2026-10"),
        Budget("account", "Account:ai/zed", 1 * UNIT, "USD"),
    )
    snapshot = compiled(rows(), policy=Policy(budgets=budgets))
    answer = month_end(snapshot)
    by_key = {row.key["account"]: row for row in answer.rows}
    assert answer.rows[0].key["account"] == "Account:ai/a"
    assert [by_key[account].over for account in ACCOUNTS] == [True, False, None]
    assert by_key["Account:ai/b"].budget is not None
    assert by_key["Account:ai/b"].budget.nano == 10**6 * UNIT
    assert [note.code for note in answer.completeness.notes] == ["BUDGET_KEY"]
    assert month_end(snapshot, read_day("2026-10-20")).rows[0].key["account"] in ACCOUNTS[:2]
    assert {row.over for row in month_end(snapshot, read_day("2026-10-20")).rows} == {True, None}
    (team,) = [row for row in month_end(snapshot, by=("team",)).rows if row.key["team"] == TEAM]
    assert team.budget is not None
    assert team.budget.nano == 2000 * UNIT


def test_the_newest_decision_about_a_budget_counts_before_remit_toml() -> None:
    def decide(value: str, at: int) -> Decision:
        return Decision(kind="budget", ids=(TEAM,), by="x", at=midnight(at), value=value)

    policy = Policy(budgets=(Budget("team", TEAM, 7 * UNIT, "USD"),))
    decisions = [decide("team 9 USD monthly", LAST), decide("team 8 USD monthly", LAST - 1)]
    decisions.append(Decision(kind="budget", ids=(), by="x", at=1, value="department 5 USD monthly Field Labs"))
    snapshot = compiled(rows(), policy=policy, decisions=decisions)
    (row,) = [row for row in month_end(snapshot, by=("team",)).rows if row.key["team"] == TEAM]
    assert (row.budget and row.budget.nano, row.over) == (9 * UNIT, True)
    # A budget of a key that cost nothing has its row.
    (idle,) = [row for row in month_end(snapshot, by=("department",)).rows if row.budget]
    assert (idle.key, idle.spent.nano, idle.reason, idle.over) == ({"department": "Field Labs"}, 0, "NO_COST", None)


def test_a_decision_counts_before_remit_toml_however_the_key_is_written() -> None:
    for written, decided in (("payments", TEAM), (TEAM, "payments")):
        ids = (TEAM,) if decided == TEAM else ()
        value = "team 9 USD monthly" if ids else "team 9 USD monthly payments"
        snapshot = compiled(
            rows(),
            policy=Policy(budgets=(Budget("team", written, 7 * UNIT, "USD"),)),
            decisions=[Decision(kind="budget", ids=ids, by="x", at=1, value=value)],
        )
        answer = month_end(snapshot, by=("team",))
        assert [row.budget.nano for row in answer.rows if row.budget] == [9 * UNIT]
        assert [note.code for note in answer.completeness.notes] == ["BUDGET_KEY"]


def test_a_budget_of_another_currency_needs_a_rate() -> None:
    policy = Policy(budgets=(Budget("account", ACCOUNTS[0], 100 * UNIT, "EUR"),))
    snapshot = compiled(rows(), policy=policy)
    answer = month_end(snapshot)
    assert {row.budget for row in answer.rows} == {None}
    assert [note.code for note in answer.completeness.notes] == ["BUDGET_CURRENCY"]
    converted = month_end(snapshot, currency="USD", rates={"EUR": Decimal("1.5")})
    assert converted.rows[0].budget is not None
    assert converted.rows[0].budget.nano == 150 * UNIT


def test_a_caller_with_a_scope_learns_of_no_budget_of_what_they_do_not_see() -> None:
    budgets = tuple(Budget("account", account, UNIT, "USD") for account in ACCOUNTS)
    snapshot = compiled(rows(), policy=Policy(budgets=(*budgets, Budget("department", "Secret", UNIT, "USD"))))
    visible = np.array([text not in ("Account:ai/b", "Identity:hr/b") for text in snapshot.ids])
    part = restrict(snapshot, Visibility(visible, visible))
    answer = month_end(part)
    assert sorted(row.key["account"] for row in answer.rows) == ["Account:ai/a", "Account:ai/c"]
    assert [note.code for note in answer.completeness.notes] == ["BUDGET_SCOPE"]
    assert month_end(part, by=("department",)).rows == tuple(
        row for row in month_end(part, by=("department",)).rows if row.budget is None
    )


@pytest.mark.parametrize("sensitivity", AnomalySensitivity)
def test_a_spike_is_one_anomaly_with_the_part_that_drove_it(sensitivity: AnomalySensitivity) -> None:
    day = read_day("2026-11-11")
    spike = usage(ACCOUNTS[1], day, 400 * UNIT, MODELS[1])
    answer = judged(compiled([*rows(), spike]), FIRST, LAST, by=("team",), sensitivity=sensitivity)
    (row,) = answer.rows
    assert (row.key, row.day) == ({"team": TEAM}, "2026-11-11")
    assert sum(driver.cost.nano for driver in row.drivers) == row.cost.nano
    first = row.drivers[0]
    assert (first.key["account"], first.key["model"]) == (ACCOUNTS[1], MODELS[1])
    assert first.cost.nano - first.usual.nano > 0.9 * (row.cost.nano - row.expected.nano)
    assert row.low.nano <= row.expected.nano < row.high.nano < row.cost.nano


def test_drivers_add_up_to_the_day_however_many_there_are() -> None:
    day = LAST - 3
    many = [usage(f"Account:ai/n{at}", day, (at + 1) * UNIT, MODELS[at % 2]) for at in range(40)]
    (row,) = judged(compiled([*rows(), *many]), day, day, by=("application",)).rows
    assert len(row.drivers) == 6
    assert set(row.drivers[-1].key.values()) == {"~other"}
    assert sum(driver.cost.nano for driver in row.drivers) == row.cost.nano
    ledger = cost.run(compiled([*rows(), *many]), cost.Params(("application",), day, day, midnight(LAST)))
    assert row.cost == ledger.rows[0].cost


def test_the_amount_gate_and_the_week_keep_alarms_few() -> None:
    spikes = [usage(ACCOUNTS[0], LAST - at, 500 * UNIT) for at in (6, 5, 4)]
    snapshot = compiled([*rows(), *spikes, usage(ACCOUNTS[0], LAST - 3, 3000 * UNIT)])
    days = [row.day for row in sorted(judged(snapshot, LAST - 10, LAST).rows, key=lambda row: row.day)]
    assert days == ["2026-11-16", "2026-11-19"]
    assert not judged(snapshot, LAST - 10, LAST, least=5000).rows


def test_what_cannot_be_asked_says_what_can() -> None:
    snapshot = compiled(rows())
    for by in (("day",), ("account", "month"), ("colour",)):
        with pytest.raises(InputError) as caught:
            month_end(snapshot, by=by)
        assert caught.value.argument[0] == "by"
    with pytest.raises(InputError, match="no dimension here"):
        month_end(snapshot, filters={"week": ("2026-W36",)})
    with pytest.raises(InputError, match="first day is after"):
        judged(snapshot, LAST, FIRST)
    with pytest.raises(InputError, match="at most"):
        judged(snapshot, LAST - 5000, LAST)
    euros = compiled([*rows(), usage(ACCOUNTS[0], LAST, UNIT, currency="EUR")])
    with pytest.raises(InputError, match="CURRENCY"):
        month_end(euros)
    assert [note.code for note in month_end(euros, currency="USD").completeness.notes] == ["CURRENCY"]


def test_without_usage_there_is_an_answer_and_no_number_that_is_made_up() -> None:
    snapshot = compiled([])
    answer = month_end(snapshot)
    assert (answer.rows, answer.total.spent.nano) == ((), 0)
    assert judged(snapshot, FIRST, LAST).rows == ()
    # Nor does the window matter that lies after the moment.
    assert judged(compiled(rows()), LAST + 5, LAST + 9).rows == ()


def test_amounts_beyond_63_bits_stay_exact() -> None:
    greatest = 2**62 - 1
    used = [usage(account, day, greatest) for account in ACCOUNTS for day in range(LAST - 20, LAST + 1)]
    answer = month_end(compiled(used), by=("application",))
    assert answer.rows[0].spent.nano == answer.total.spent.nano == greatest * len(used)
    assert len(judged(compiled(used), LAST, LAST, by=("application",)).rows) == 0


def test_credits_forecast_no_infinity() -> None:
    used = [*rows(), *(usage(ACCOUNTS[2], day, -90 * UNIT) for day in range(LAST - 9, LAST + 1))]
    for row in month_end(compiled(used)).rows:
        assert row.low is not None
        assert row.expected is not None
        assert row.high is not None
        assert row.low.nano <= row.expected.nano <= row.high.nano
        assert abs(row.expected.nano) < 10**6 * UNIT


@pytest.mark.parametrize("sensitivity", AnomalySensitivity)
def test_series_that_need_no_profile_are_judged_as_with_one(sensitivity: AnomalySensitivity, monkeypatch: Any) -> None:
    monkeypatch.setattr(outliers, "_BLOCK", 7)
    draw = np.random.default_rng(7)
    costs = draw.lognormal(0, 1.5, (150, 60)) * 4 * UNIT * (draw.random((150, 60)) < draw.random(60))
    # Credits let expect less than nothing, so that less than the least amount may be an anomaly.
    costs[:, 50:] -= draw.random((150, 10)) * 9 * UNIT
    costs[:, 40:50] /= 1000
    known = np.maximum.accumulate(costs != 0, axis=0) & (draw.random((150, 60)) < 0.97)
    count = 0
    for days, least in (((126, 149), 10), ((3, 149), 0), ((126, 126), 40)):
        plain = outliers.judge(WeekdayProfile(costs, known, 5), days, sensitivity, least)
        pruned = outliers.judge_series((costs, known, 5), days, sensitivity, least)
        assert np.array_equal(plain.anomaly, pruned.anomaly)
        assert np.array_equal(plain.judged, pruned.judged)
        for name in ("expected", "low", "high"):
            assert np.array_equal(getattr(plain, name)[plain.anomaly], getattr(pruned, name)[plain.anomaly])
        count += int(plain.anomaly.sum())
    assert count


def test_an_expectation_is_the_mean_of_equal_weekdays_where_every_week_is_alike() -> None:
    week = np.array([3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0])
    costs = np.tile(week, 16)[:, None]
    profile = WeekdayProfile(costs, np.ones_like(costs, dtype=bool)).at(112)[:, 0]
    # Eight weeks, and one day of the mean: (8 w + 25 / 7) / 9.
    drawn = (8 * week + week.mean()) / 9
    assert np.allclose(profile / profile.sum(), drawn / drawn.sum())
    assert abs(profile.sum() / week.sum() - 1) < 0.02


def test_the_conformal_rank_is_the_one_that_covers() -> None:
    errors = np.array([[5.0, np.inf], [1.0, 2.0], [3.0, np.inf], [4.0, np.inf], [2.0, np.inf]])
    width, number = conformal_quantile(errors, 0.8)
    assert width.tolist() == [5.0, 2.0]
    assert number.tolist() == [5, 1]
    assert conformal_quantile(np.zeros((0, 2)), 0.8)[0].tolist() == [np.inf, np.inf]
    # Of 99 errors the 80th.
    assert conformal_quantile(np.arange(1.0, 100.0)[:, None], 0.8)[0].tolist() == [80.0]


def test_every_row_has_the_fields_of_the_contract() -> None:
    names = {field.name for field in dataclasses.fields(forecast.MonthEnd)}
    assert {"key", "month", "spent", "expected", "low", "high", "budget", "over"} <= names


def test_the_page_of_the_back_test_says_what_was_measured() -> None:
    assert backtest.PAGE.read_text() == backtest.page(json.loads(backtest.newest_results().read_text()))


def test_the_profile_is_nearer_than_the_naive_forecast_and_its_interval_holds_month_ends() -> None:
    errors = backtest.forecast_errors(backtest.Profiles(drawn(40, 3)))
    naive, shipped = (errors["mean_error"][name] for name in (next(iter(backtest.PLAIN)), backtest.SHIPPED))
    assert shipped < 0.95 * naive
    assert 70 < errors["coverage"] < 95

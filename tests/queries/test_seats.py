"""Seats spread by a named rule: all of a charge is in rows, to the last unit, whatever the window and the dimension."""

from __future__ import annotations

import random
from collections import Counter
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from graph.claims import Charge, Edge, Node, Record, RunHeader, Usage
from graph.errors import InputError
from graph.moment import midnight, month_days, read_day
from graph.money import NANO
from graph.snapshot import Snapshot, snapshot_of
from graph.snapshot.restrict import Visibility, restrict
from graph.stores.memory import MemoryStore
from queries.cost_attribution import DIMENSIONS, Params, run
from queries.cost_attribution.question import SeatRule

FIRST, LAST = NOVEMBER = month_days(read_day("2026-11-01"))
NOW = midnight(LAST + 5)
APP = "Application:ai/one"
RULES = tuple(rule for rule in SeatRule if rule is not SeatRule.NONE)


def day(number: int) -> int:
    return midnight(FIRST + number)


def usage(number: int, principal: str | None, requests: int, **more: Any) -> Usage:
    return Usage(
        day=FIRST + number, principal=principal, resource="Model:acme/big", application=APP, requests=requests, **more
    )


def seats(cost: int, days: tuple[int, int] = NOVEMBER, application: str = APP) -> Charge:
    first, last = days
    return Charge(
        application=application, first_day=first, last_day=last, category="seat", cost_nano=cost, currency="USD"
    )


# a is there all month, b from the 11th on, c is suspended from the 21st on; nobody knows whose account c is.
WORLD: tuple[Record, ...] = (
    *(Node(id=f"Identity:hr/{who}", props={"department": f"of {who}"}) for who in "ab"),
    Node(id="Account:ai/a", props={"status": "active"}),
    Node(id="Account:ai/b", props={"status": "active"}),
    Node(id="Account:ai/c", props={"status": "active"}),
    *(Edge(kind="HAS_ACCOUNT", source=f"Identity:hr/{who}", target=f"Account:ai/{who}") for who in "ab"),
    Edge(kind="HAS_CREDENTIAL", source="Account:ai/a", target="Credential:ai/key"),
    Edge(kind="ACCOUNT_IN", source="Account:ai/a", target=APP),
    Edge(kind="ACCOUNT_IN", source="Account:ai/b", target=APP, since=day(10)),
    Edge(kind="ACCOUNT_IN", source="Account:ai/c", target=APP),
    usage(3, "Account:ai/a", 1),
    usage(4, "Credential:ai/key", 2),
    usage(5, "Account:ai/b", 6, cost_nano=5 * NANO, currency="USD", basis="billed"),
    usage(5, None, 1),
)


def world(*records: Record) -> Snapshot:
    store = MemoryStore()
    suspended = Node(id="Account:ai/c", props={"status": "suspended"})
    for moment, lines in ((day(0), [*WORLD, *records]), (day(20), [suspended])):
        begun = store.begin(RunHeader(source="ai:one", observed_at=moment))
        store.write(begun, lines, range(len(lines)))
        store.finish(begun)
    return snapshot_of(store, NOW)


def ask(ledger: Snapshot, rule: SeatRule, by: tuple[str, ...] = ("account",), **more: Any) -> Any:
    values: dict[str, Any] = {"first_day": FIRST, "last_day": LAST, "as_of": NOW, "currency": "USD", "seats": rule}
    answer = run(ledger, Params(by=by, **(values | more)))
    rows, buckets = sum(row.cost.nano for row in answer.rows), sum(money.nano for money in answer.buckets.values())
    assert rows + buckets == answer.ledger.nano
    return answer


def costs(answer: Any) -> dict[str, int]:
    return {"/".join(row.key.values()): row.cost.nano for row in answer.rows if row.cost.nano}


def test_each_rule_is_what_it_is_called() -> None:
    ledger = world(seats(60 * NANO))
    plain = ask(ledger, SeatRule.NONE)
    assert (plain.buckets["seat"].nano, plain.spread_seats, costs(plain)) == (60 * NANO, (), {"Account:ai/b": 5 * NANO})
    # 2 a day: 10 days for a and c, 10 for all three, 10 for a and b.
    third = Fraction(2 * NANO, 3)
    assigned = ask(ledger, SeatRule.ASSIGNED)
    sums = costs(assigned)
    for account, days, more in (("a", 20, 0), ("b", 10, 5), ("c", 10, 0)):
        assert abs(sums[f"Account:ai/{account}"] - (days + more) * NANO - 10 * third) <= 10
    assert (assigned.ledger, "seat" in assigned.buckets) == (plain.ledger, False)
    (line,) = assigned.spread_seats
    assert (line.rule, line.cost.nano, line.seats, line.unattributed.nano) == ("ASSIGNED", 60 * NANO, 3, 0)
    assert {row.basis for row in assigned.rows} == {"mixed"}
    # The key is a's, and who is not named has used it too.
    active = ask(ledger, SeatRule.ACTIVE)
    assert abs(costs(active)["Account:ai/a"] - 20 * NANO) <= 30
    assert costs(ask(ledger, SeatRule.USE)) == {
        "Account:ai/a": 18 * NANO,
        "Account:ai/b": 36 * NANO + 5 * NANO,
        "~unattributed": 6 * NANO,
    }
    assert costs(ask(ledger, SeatRule.USE, ("identity",)))["Identity:hr/b"] == 41 * NANO
    filtered = ask(ledger, SeatRule.USE, ("identity",), filters={"department": ("of a",)})
    assert (filtered.ledger.nano, costs(filtered)) == (18 * NANO, {"Identity:hr/a": 18 * NANO})


def test_a_seat_that_nobody_has_stays_with_nobody() -> None:
    empty = "Application:ai/empty"
    ledger = world(seats(7, application=empty))
    for rule in RULES:
        answer = ask(ledger, rule, ("application", "account"))
        assert costs(answer)[f"{empty}/~unattributed"] == 7
        assert [(line.seats, line.unattributed.nano) for line in answer.spread_seats] == [(0, 7)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_spread_seats_add_up_for_every_dimension_window_and_scope(rule: SeatRule) -> None:
    pick = random.Random(rule.name)
    charges = [
        seats(
            pick.choice((1, -7, 10**9 + 7, 2**62 - 1)), tuple(sorted(FIRST + pick.randint(-20, 40) for _ in "ab")), app
        )  # type: ignore[arg-type]
        for app in (APP, APP, "Application:ai/empty")
    ]
    ledger = world(*charges)
    whole = ask(ledger, SeatRule.NONE)
    for name in DIMENSIONS:
        assert ask(ledger, rule, (name,)).ledger == whole.ledger
    # Day by day they are spread, so that windows add up for every key.
    middle = FIRST + pick.randint(0, 28)
    parts: Counter[str] = Counter()
    for window in ((FIRST, middle), (middle + 1, LAST)):
        parts.update(costs(ask(ledger, rule, ("identity", "application"), first_day=window[0], last_day=window[1])))
    assert {key: nano for key, nano in parts.items() if nano} == costs(ask(ledger, rule, ("identity", "application")))
    assert costs(ask(ledger, rule, ("mcp_server",))).keys() <= {"~no_mcp_use", "~unattributed"}
    # Who sees a part sees of each visible account what the whole shows of it.
    nodes = np.array([node_id != "Account:ai/b" for node_id in ledger.ids])
    part = restrict(ledger, Visibility(nodes, nodes))
    answer, full = ask(part, rule, ("account", "application")), costs(ask(ledger, rule, ("account", "application")))
    shown = {key: nano for key, nano in costs(answer).items() if key.startswith("Account")}
    assert shown == {key: nano for key, nano in full.items() if key.startswith(("Account:ai/a", "Account:ai/c"))}
    assert answer.ledger == whole.ledger


def test_what_is_spread_is_not_compared() -> None:
    with pytest.raises(InputError, match="Leave --seats or --compare out"):
        ask(world(), SeatRule.USE, compare="2026-10")

"""Bills that are not whole: a line that cannot be read and an export of a part take nothing away silently."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph.claims import RunHeader, Usage
from graph.moment import read_day, read_moment
from graph.snapshot import snapshot_of
from graph.stores.base import DaysRead, Outcome, Store
from graph.stores.memory import MemoryStore
from graph.stores.records import Restores
from loaders.base import Context
from loaders.ingest import ingest
from loaders.saved.files import load_runs
from queries.cost_attribution.question import Params
from queries.cost_attribution.run import run
from tests.loaders.bills import changed
from tests.loaders.test_focus import ROW, saved

DAYS = range(1, 11)


def rows(days: range, category: str = "Usage") -> list[dict[str, Any]]:
    """A line of 1 USD per day of October."""
    return [
        changed(
            ROW,
            ChargePeriodStart=f"2026-10-{day:02}T00:00:00Z",
            ChargePeriodEnd=f"2026-10-{day + 1:02}T00:00:00Z",
            EffectiveCost="1",
            ChargeCategory=category,
        )
        for day in days
    ]


def load(store: Store, folder: Path, lines: list[dict[str, Any]], at: str) -> Outcome:
    path = folder / "bill.csv"
    saved(path, lines)
    [outcome] = ingest(store, load_runs([path], Context(read_moment(at), salt=b"test"))[0])
    return outcome


def october(store: Store, last: int = 10) -> tuple[int, str, list[str]]:
    """The ledger of the first days in dollars, the status of the answer and its reasons of coverage."""
    params = Params(
        by=("application",),
        as_of=read_moment("2026-12-01"),
        first_day=read_day("2026-10-01"),
        last_day=read_day(f"2026-10-{last:02}"),
    )
    answer = run(snapshot_of(store, read_moment("2026-12-01")), params)
    reasons = [each.detail for each in answer.completeness.reasons if each.code == "DAYS_NOT_COVERED"]
    return answer.ledger.nano // 10**9, answer.completeness.status.value, reasons


BROKEN = {"EffectiveCost": "1,2,3 EUR"}


def test_a_line_that_cannot_be_read_takes_no_money_that_is_known(store: Store, tmp_path: Path) -> None:
    # Of one day two lines, of which one breaks; of another the only one.
    whole = [*rows(DAYS), *rows(range(4, 5))]
    load(store, tmp_path, whole, "2026-11-02")
    assert october(store) == (11, "COMPLETE", [])
    lines = [{**line, **BROKEN} if at in (3, 7) else line for at, line in enumerate(whole)]
    outcome = load(store, tmp_path, lines, "2026-11-03")
    assert (outcome.state, outcome.held) == ("HELD", {"usage_days": 1})
    ledger, status, (reason,) = october(store)
    assert (ledger, status) == (11, "PARTIAL")
    assert "some lines of 2026-10-01 to 2026-10-10 could not be read" in reason
    # The bill that is mended makes it whole again.
    assert load(store, tmp_path, whole, "2026-11-04").state == "COMPLETE"
    assert october(store) == (11, "COMPLETE", [])


def test_a_first_bill_with_a_broken_line_is_not_whole(store: Store, tmp_path: Path) -> None:
    lines = rows(DAYS)
    lines[3] |= BROKEN
    assert load(store, tmp_path, lines, "2026-11-03").state == "PARTIAL"
    assert october(store)[:2] == (9, "PARTIAL")
    # A person may take what there is; that it is not all stays true.
    load(store, tmp_path, lines[:3], "2026-11-04")
    assert october(store)[1] == "PARTIAL"


def test_charges_that_are_known_stay_where_a_line_cannot_be_read(store: Store, tmp_path: Path) -> None:
    load(store, tmp_path, rows(DAYS, "Tax"), "2026-11-02")
    lines = rows(DAYS, "Tax")
    lines[3] |= BROKEN
    load(store, tmp_path, lines, "2026-11-03")
    assert october(store)[:2] == (10, "PARTIAL")


def test_what_an_unread_run_left_stays_through_an_export(store: Store) -> None:
    lines = [Usage(resource="Model:a/b", day=day, cost_nano=10**9, currency="USD", basis="billed") for day in (5, 6)]
    header = RunHeader(source="bill:a", observed_at=100)
    started = store.begin(header)
    store.write(started, lines, [1, 2])
    store.finish(started, complete=(), reasons=(), days_read=DaysRead(1, 9, is_whole=False))
    claims = store.read()
    copy = MemoryStore()
    restored = copy.begin(Restores(claims).header(0))
    copy.finish(restored)
    assert [each.unread_ranges for each in (*store.sources(), *copy.sources())] == [((1, 9),), ((1, 9),)]


@pytest.mark.parametrize("last", [10, 15])
def test_a_part_of_a_bill_takes_no_days_before_it(store: Store, tmp_path: Path, last: int) -> None:
    load(store, tmp_path, rows(DAYS), "2026-11-02")
    outcome = load(store, tmp_path, rows(range(6, last + 1)), "2026-11-03")
    assert (outcome.state, outcome.held) == ("HELD", {"usage_days": 5})
    assert october(store, last)[0] == last
    store.accept_run(outcome.source)
    assert october(store, last)[0] == last - 5

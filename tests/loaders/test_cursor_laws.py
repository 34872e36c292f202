"""However the same events are cut into pages and windows, and in whatever order they come, the records are the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from graph.claims import Record
from graph.moment import midnight, read_day, write_day
from loaders.base import Context, Document, Page, PendingRun
from loaders.connectors import cursor
from tests.loaders.usage_rows import usage_rows

FIRST, LAST = read_day("2026-11-01"), read_day("2026-11-08")
DAY_MS = 86_400_000
CONTEXT = Context(observed_at=midnight(LAST + 5), source="cursor:acme")
MEMBERS = {"teamMembers": [{"id": "user_ada", "email": "ada@acme.example", "isRemoved": False}]}

events = st.builds(
    lambda day, ms, email, service, model, chargeable, tokens, cents: {
        "timestamp": str(day * DAY_MS + ms),
        "userEmail": email,
        "serviceAccountId": service,
        "serviceAccountName": service and f"name {ms % 3}",
        "model": model,
        "kind": ("Usage-based", "Included", None)[ms % 3],
        "isChargeable": chargeable,
        "tokenUsage": tokens,
        "chargedCents": cents,
    },
    st.integers(FIRST, LAST),
    st.sampled_from([0, 1, 2, DAY_MS // 2, DAY_MS - 1]),
    st.sampled_from(["ada@acme.example", "ADA@acme.example", "zed@x.example", None]),
    st.sampled_from([None, None, "sa_1"]),
    st.sampled_from(["claude-4.5-sonnet", "default", None]),
    st.sampled_from([True, False, None]),
    st.none() | st.fixed_dictionaries({"inputTokens": st.integers(0, 2**40), "outputTokens": st.integers(0, 9)}),
    st.none() | st.decimals(0, 1000, places=9, allow_nan=False),
)
many = st.lists(events, max_size=12)


def pages_of(found: Sequence[dict[str, Any]], cuts: Sequence[int], days: tuple[int, int]) -> list[dict[str, Any]]:
    """Answers of one window, cut at those places."""
    edges = [0, *sorted({cut for cut in cuts if 0 < cut < len(found)}), len(found)]
    parts = [list(found[start:end]) for start, end in pairwise(edges)]
    return [
        {
            "totalUsageEventsCount": len(found),
            "pagination": {"numPages": len(parts), "currentPage": n, "pageSize": 9, "hasNextPage": n < len(parts)},
            "usageEvents": part,
            "period": {"startDate": days[0] * DAY_MS, "endDate": (days[1] + 1) * DAY_MS - 1},
        }
        for n, part in enumerate(parts, start=1)
    ]


def live(windows: Sequence[tuple[tuple[int, int], list[dict[str, Any]]]]) -> Iterator[Page]:
    """What fetch yields for these windows."""
    yield Page("/teams/members", MEMBERS)
    for days, _ in windows:
        body = {
            "data": {},
            "pagination": {"page": 1, "totalPages": 1, "hasNextPage": False},
            "params": {"metric": "mcp"},
        }
        asked = {"startDate": write_day(days[0]), "endDate": write_day(days[1]), "number": 1}
        yield Page("/analytics/by-user/mcp", body, asked)
    for _, bodies in windows:
        for number, body in enumerate(bodies, start=1):
            yield Page("/teams/filtered-usage-events", body, {**body["period"], "number": number})


def only(drafts: list[PendingRun]) -> tuple[Any, list[Record], list[Record]]:
    names = [record for draft in drafts[1:] for _, record in draft.records]
    return drafts[0].header, [record for _, record in drafts[0].records], names


def normalized(pages: Iterator[Page]) -> tuple[Any, list[Record], list[Record]]:
    return only(list(cursor.normalize(pages, CONTEXT)))


def in_days(found: Sequence[dict[str, Any]], days: tuple[int, int]) -> list[dict[str, Any]]:
    return [event for event in found if days[0] <= int(event["timestamp"]) // DAY_MS <= days[1]]


@given(found=many, data=st.data())
def test_any_split_into_pages_and_windows_gives_the_same_records(
    found: list[dict[str, Any]], data: st.DataObject
) -> None:
    whole = ((FIRST, LAST), pages_of(found, [], (FIRST, LAST)))
    splits = sorted(data.draw(st.sets(st.integers(FIRST, LAST - 1))))
    bounds = list(zip([FIRST, *(day + 1 for day in splits)], [*splits, LAST], strict=True))
    windows = []
    for days in bounds:
        inside = data.draw(st.permutations(in_days(found, days)))
        windows.append((days, pages_of(inside, data.draw(st.lists(st.integers(1, 11))), days)))
    header, records, names = normalized(live([whole]))
    assert header.usage == (FIRST, LAST)
    assert normalized(live(windows)) == (header, records, names)


@given(found=many, data=st.data())
def test_saved_pages_in_any_order_say_what_live_ones_say(found: list[dict[str, Any]], data: st.DataObject) -> None:
    days = (FIRST, LAST)
    bodies = [MEMBERS, *pages_of(data.draw(st.permutations(found)), data.draw(st.lists(st.integers(1, 11))), days)]
    shuffled = data.draw(st.permutations(bodies))
    path = Path("page.json")
    saved = (Page("", body, document=Document(path, "page.json", "json", body)) for body in shuffled)
    assert normalized(saved) == normalized(live([(days, pages_of(found, [], days))]))


def test_events_that_are_alike_but_for_whose_they_are_may_come_in_any_order() -> None:
    ours = {"timestamp": str(FIRST * DAY_MS), "model": "default", "isChargeable": True, "chargedCents": 1}
    alike = [ours | {"userEmail": email} for email in ("ada@acme.example", "zed@x.example")]
    one, other = (
        normalized(live([((FIRST, LAST), pages_of(each, [], (FIRST, LAST)))])) for each in (alike, alike[::-1])
    )
    assert one == other
    assert len({row.principal for row in usage_rows(one[1])}) == 2


@given(found=many)
def test_the_rows_sum_to_the_events_in_every_counter(found: list[dict[str, Any]]) -> None:
    _, records, _ = normalized(live([((FIRST, LAST), pages_of(found, [], (FIRST, LAST)))]))
    rows = usage_rows(records)
    assert sum(row.requests for row in rows) == len(found)
    for name, counter in (("inputTokens", 0), ("outputTokens", 5)):
        assert sum(row.tokens[counter] for row in rows) == sum((e["tokenUsage"] or {}).get(name, 0) for e in found)
    # Nine digits behind the point of a cent are two more than a nano-dollar has: each event is rounded once.
    told = [Decimal(e["chargedCents"]) * 10_000_000 for e in found if e["chargedCents"] is not None]
    assert sum(row.cost_nano or 0 for row in rows) == sum(int(amount.to_integral_value()) for amount in told)


@given(found=many, lost=st.integers(1, 12))
def test_a_window_with_any_page_missing_proves_and_stores_nothing(found: list[dict[str, Any]], lost: int) -> None:
    bodies = pages_of(found, [2, 4, 6], (FIRST, LAST))
    pages = list(live([((FIRST, LAST), bodies)]))
    del pages[-1 - (lost % len(bodies))]
    header, records, _ = normalized(iter(pages))
    assert header.usage is None
    assert not usage_rows(records)

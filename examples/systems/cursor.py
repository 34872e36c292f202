"""The answers of Cursor's Team Admin API: members, billing groups, spend, usage events, MCP analytics."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from examples.systems.cursor_events import CYCLE_START, GUEST_CAME, GUEST_EMAIL, Event, events
from examples.systems.homes import CURSOR_ALIASES, mcp_calls
from examples.world.calendar import DAYS, WINDOWS, epoch_ms, next_day
from examples.world.people import MOVED_ON, MOVER, PEOPLE, Person, key, short
from examples.world.records import pretty

TEAM = 48213
PAGE_SIZE = 500
# A partner's developer whom somebody invited by hand: no directory of ours covers the address.
GUEST_ID, GUEST_NAME = "user_kit_9d41c7", "Kit (Moonjar)"
# Nobody told Cursor that Marcus and Pavel left.
_STAYED = ("marcus.oyelaran", "pavel.novotny")
_GROUPS = {
    "group_engineering_4f7b": (
        "Engineering",
        ("billing", "field-labs", "mobile", "records", "reliability", "scheduling"),
    ),
    "group_data_b1c9": ("Data", ("data-platform", "insights")),
}


def user_id(login: str) -> str:
    """Cursor's id of a member."""
    return key("user_", short(login), 8)


def account_id(login: str) -> str:
    """The node of a member."""
    return f"Account:cursor/{user_id(login)}"


def seats(day: date) -> list[Person]:
    """Who ever had a seat by a day."""
    return [person for person in PEOPLE if person.cursor and person.hired <= day]


def files(day: date, with_usage: bool) -> Iterator[tuple[str, str]]:
    """Path and text of each saved answer."""
    yield "members.json", pretty({"teamMembers": _members(day)})
    if with_usage:
        listed = events()
        yield "groups.json", pretty(_groups(day, listed))
        yield "spend.json", pretty(_spend(day, listed))
        yield from _event_pages(listed)
        yield from _analytics()


def _members(day: date) -> list[dict[str, Any]]:
    members = [
        {
            "id": user_id(person.login),
            "name": person.name,
            "email": person.email,
            "role": "owner" if person.login in ("tomas.arrieta", "carmen.iglesias") else "member",
            "isRemoved": _is_removed(person, day),
        }
        for person in seats(day)
    ]
    guest = {"id": GUEST_ID, "name": GUEST_NAME, "email": GUEST_EMAIL, "role": "member", "isRemoved": False}
    return [*members, guest] if day >= GUEST_CAME else members


def _is_removed(person: Person, day: date) -> bool:
    return not person.works(day) and person.login not in _STAYED


def _groups(day: date, listed: list[Event]) -> dict[str, Any]:
    cycle = {"cycleStart": f"{CYCLE_START}T00:00:00.000Z", "cycleEnd": "2026-11-23T00:00:00.000Z"}
    groups = [_group(group, name, teams, day, listed) for group, (name, teams) in _GROUPS.items()]
    grouped = {team for _, teams in _GROUPS.values() for team in teams}
    others = tuple({person.team(day) for person in PEOPLE} - grouped)
    unassigned = _group("group_unassigned", "Unassigned", others, day, listed)
    return {"groups": groups, "unassignedGroup": unassigned, "billingCycle": cycle}


def _group(group: str, name: str, teams: tuple[str, ...], day: date, listed: list[Event]) -> dict[str, Any]:
    spent = _spent(listed, overall=False)
    members = [
        _stay(person, day, spent if person.team(day) in teams else {}, person.team(day) not in teams)
        for person in seats(day)
        if person.team(day) in teams or person.first_team in teams
    ]
    current = [member for member in members if member["leftAt"] is None]
    return {
        "id": group,
        "name": name,
        "type": "BILLING",
        "directoryGroupId": None,
        "memberCount": len(current),
        "createdAt": "2026-02-01T09:00:00.000Z",
        "updatedAt": "2026-11-02T10:12:44.000Z",
        "spendCents": round(sum(float(member["spendCents"]) for member in members), 6),
        "currentMembers": current,
        "formerMembers": [member for member in members if member["leftAt"] is not None],
        "dailySpend": [],
    }


def _stay(person: Person, day: date, spent: dict[str, float], moved_away: bool) -> dict[str, Any]:
    """One person's time in a group: it ends with the seat, or with a move to another team."""
    moved = person.login == MOVER and day >= MOVED_ON
    left = next_day(person.left) if person.left and _is_removed(person, day) else MOVED_ON if moved_away else None
    joined = MOVED_ON if moved and not moved_away else max(person.hired, date(2026, 2, 1))
    return {
        "userId": user_id(person.login),
        "name": person.name,
        "email": person.email,
        "joinedAt": f"{joined}T09:00:00.000Z",
        "leftAt": f"{left}T09:00:00.000Z" if left else None,
        "spendCents": spent.get(person.email, 0),
    }


def _spent(listed: list[Event], overall: bool) -> dict[str, float]:
    """Cents per address in the running cycle."""
    total: dict[str, float] = {}
    for event in listed:
        if event.day >= CYCLE_START and event.service is None and (overall or event.chargeable) and event.cents:
            total[event.email] = round(total.get(event.email, 0) + event.cents, 6)
    return total


def _spend(day: date, listed: list[Event]) -> dict[str, Any]:
    on_demand, overall = _spent(listed, overall=False), _spent(listed, overall=True)
    rows = [
        {
            "userId": member["id"],
            "spendCents": on_demand.get(member["email"], 0),
            "overallSpendCents": overall.get(member["email"], 0),
            "fastPremiumRequests": 0,
            "name": member["name"],
            "email": member["email"],
            "role": member["role"],
            "hardLimitOverrideDollars": 0,
            "monthlyLimitDollars": None,
            "effectivePerUserLimitDollars": 400,
        }
        for member in _members(day)
        if not member["isRemoved"]
    ]
    return {
        "teamMemberSpend": rows,
        "subscriptionCycleStart": epoch_ms(CYCLE_START),
        "totalMembers": len(rows),
        "totalPages": 1,
    }


def _event_pages(listed: list[Event]) -> Iterator[tuple[str, str]]:
    """Newest first within a window of thirty days, as the API answers; one event per line keeps the files readable."""
    for window in WINDOWS:
        first, last = window[0], window[-1]
        rows = sorted((event for event in listed if first <= event.day <= last), key=lambda e: -e.timestamp)
        pages = [rows[n : n + PAGE_SIZE] for n in range(0, len(rows), PAGE_SIZE)]
        for number, page in enumerate(pages, 1):
            head = {
                "totalUsageEventsCount": len(rows),
                "pagination": {
                    "numPages": len(pages),
                    "currentPage": number,
                    "pageSize": PAGE_SIZE,
                    "hasNextPage": number < len(pages),
                    "hasPreviousPage": number > 1,
                },
                "period": {"startDate": epoch_ms(first), "endDate": epoch_ms(next_day(last)) - 1},
            }
            yield f"usage-events-{first}-page-{number}.json", _page(head, "usageEvents", [e.body() for e in page])


def _page(head: dict[str, Any], name: str, rows: list[dict[str, Any]]) -> str:
    start = json.dumps(head, separators=(", ", ": "))[:-1]
    body = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
    return f'{start}, "{name}": [\n{body}\n]}}\n'


def _analytics() -> Iterator[tuple[str, str]]:
    """MCP calls by user: counts under the name that each gave a server."""
    calls = mcp_calls(DAYS)
    for window in WINDOWS:
        data: dict[str, list[dict[str, Any]]] = {}
        for login in sorted(CURSOR_ALIASES):
            rows = [
                {"event_date": str(day), "tool_name": tool, "mcp_server_name": alias, "usage": count}
                for (who, day, alias, tool), count in calls.items()
                if who == login and window[0] <= day <= window[-1]
            ]
            if rows:
                data[_email(login)] = rows
        body = {
            "data": data,
            "pagination": {
                "page": 1,
                "pageSize": 100,
                "totalUsers": len(data),
                "totalPages": 1,
                "hasNextPage": False,
                "hasPreviousPage": False,
            },
            "params": {
                "metric": "mcp",
                "teamId": TEAM,
                "startDate": str(window[0]),
                "endDate": str(window[-1]),
                "page": 1,
                "pageSize": 100,
                "userMappings": [{"id": user_id(login), "email": _email(login)} for login in sorted(CURSOR_ALIASES)],
            },
        }
        yield f"analytics-mcp-{window[0]}-page-1.json", _folded(body)


def _folded(body: dict[str, Any]) -> str:
    """Pretty, but one analytics row per line."""
    users = ",\n".join(
        f"    {json.dumps(email)}: [\n" + ",\n".join(f"      {json.dumps(row)}" for row in rows) + "\n    ]"
        for email, rows in body["data"].items()
    )
    rest = {name: value for name, value in body.items() if name != "data"}
    return '{\n  "data": {\n' + users + "\n  },\n" + pretty(rest)[2:]


def _email(login: str) -> str:
    return next(person.email for person in PEOPLE if person.login == login)

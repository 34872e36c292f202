"""Copilot seats: who may use it, since when, and when each was last active.

A seat is an ACCOUNT_IN the application and not a CAN_USE: a source that covers CAN_USE decides who may use the models and
servers that it describes, and usage that was seen would not count. GitHub lists no such grants.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.moment import write_moment
from loaders.claims.builder import Claims
from loaders.connectors.github.people import GithubUser, login_of
from loaders.connectors.github.tokens import emit_owner
from loaders.saved.fields import FieldReader


@dataclass(frozen=True, slots=True)
class CopilotSeat:
    """One seat; `person` is None where the answer does not name its holder, such as a deleted user."""

    person: GithubUser | None
    plan: str | None
    team: str | None
    since: int | None
    active: int | None
    editor: str | None
    ends: str | None


def read_seat(entry: FieldReader, request: Mapping[str, Any]) -> Iterator[CopilotSeat]:
    """One entry of the list of seats."""
    assignee, team = entry.child("assignee"), entry.child("assigning_team")
    yield CopilotSeat(
        person=None if assignee is None else GithubUser(login_of(assignee), assignee.text("id") or ""),
        plan=entry.text("plan_type"),
        team=None if team is None else team.text("name") or team.text("slug"),
        since=entry.moment("created_at"),
        active=entry.moment("last_activity_at"),
        editor=entry.text("last_activity_editor"),
        ends=entry.text("pending_cancellation_date"),
    )


def emit_seats(claims: Claims, application: str, seats: Iterable[CopilotSeat]) -> tuple[int, int]:
    """The accounts that have a seat; how many people have one, and how many seats name nobody.

    Somebody who is listed twice (once per organisation of an enterprise) has one seat, since the earliest day listed.
    """
    held: dict[tuple[str, str], list[CopilotSeat]] = {}
    nobody = 0
    for seat in seats:
        if seat.person is None:
            nobody += 1
        else:
            # Two logins of one id would be a person renamed meanwhile: neither is left out, but they count once.
            held.setdefault((seat.person.id, seat.person.login.lower()), []).append(seat)
    for _, same in sorted(held.items()):
        same.sort(key=lambda seat: (seat.since is None, seat.since or 0, repr(seat)))
        first, latest = same[0], max(same, key=lambda seat: (seat.active or 0, repr(seat)))
        assert first.person is not None
        account = emit_owner(claims, first.person)
        claims.node(
            account,
            first.person.login,
            last_active_at=None if latest.active is None else write_moment(latest.active),
            copilot_plan=first.plan,
            copilot_editor=latest.editor,
            copilot_ends=first.ends,
        )
        evidence = f"Copilot seat{f' of plan {first.plan}' if first.plan else ''}"
        evidence += f", assigned through team {first.team}" if first.team else ""
        claims.edge("ACCOUNT_IN", (account, application), evidence, span=(first.since, None))
    return len({who or login for who, login in held}), nobody

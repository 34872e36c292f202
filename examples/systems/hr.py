"""The export of the HR system: people, their managers and teams, and who left."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from examples.world.calendar import next_day, observed
from examples.world.people import DROPPED_BY_HR, MOVED_ON, MOVED_TO, MOVER, PEOPLE, TEAMS, Person
from examples.world.records import Row, edge, node, run

SCOPES = ("Identity", "Group", "MEMBER_OF", "REPORTS_TO")


def team_id(team: str) -> str:
    """The node of a team."""
    return f"Group:hr/team-{team}"


def export(day: date) -> Iterator[Row]:
    """The run of one morning."""
    yield run("hr:workday", observed(day), SCOPES)
    for team, (name, _, _) in TEAMS.items():
        yield node(team_id(team), name, type="team")
    listed = [person for person in PEOPLE if _is_listed(person, day)]
    for person in listed:
        yield _identity(person, day)
    for person in listed:
        yield from _memberships(person, day)
        manager = person.manager(day)
        if manager is not None and person.works(day):
            yield edge("REPORTS_TO", person.hr_id, f"Identity:hr/{manager}")


def _is_listed(person: Person, day: date) -> bool:
    return person.hired <= day and (person.login != DROPPED_BY_HR or person.works(day))


def _identity(person: Person, day: date) -> Row:
    _, department, cost_center = TEAMS[person.team(day)]
    moved = person.login == MOVER and day >= MOVED_ON
    return node(
        person.hr_id,
        person.name,
        since=str(MOVED_ON) if moved else None,
        type="human",
        status="active" if person.works(day) else "departed",
        emails=[person.email],
        department=department,
        cost_center=cost_center,
        title=person.title,
        departed_at=None if person.left is None or person.works(day) else str(next_day(person.left)),
    )


def _memberships(person: Person, day: date) -> Iterator[Row]:
    left = None if person.left is None or person.works(day) else str(next_day(person.left))
    moved = person.login == MOVER and day >= MOVED_ON
    yield edge(
        "MEMBER_OF",
        person.hr_id,
        team_id(person.first_team),
        since=str(person.hired),
        until=str(MOVED_ON) if moved else left,
    )
    if moved:
        yield edge("MEMBER_OF", person.hr_id, team_id(MOVED_TO), since=str(MOVED_ON), evidence="moved by S. Kjær")

"""Owners of usage events in SQL: what a run leaves open is taken from what earlier runs knew, and what it knows is kept."""

from __future__ import annotations

from collections import defaultdict

from graph.stores.events import EventVariant, Owner, match_events
from graph.stores.sql.change import RunChange
from graph.stores.sql.schema import USAGE_SUMS

_COLUMNS = "day, event, variant, principal, workspace, detail"
_TABLES = """
DROP TABLE IF EXISTS temp.unnamed; DROP TABLE IF EXISTS temp.completed;
DROP TABLE IF EXISTS temp.event_owner; DROP TABLE IF EXISTS temp.moved; DROP TABLE IF EXISTS temp.group_event;
CREATE TEMP TABLE completed (
    row INTEGER PRIMARY KEY, principal INTEGER NOT NULL, workspace INTEGER NOT NULL, detail INTEGER NOT NULL
);
CREATE TEMP TABLE moved (n INTEGER PRIMARY KEY, day INTEGER NOT NULL);
CREATE TEMP TABLE group_event (day INTEGER NOT NULL, event INTEGER NOT NULL, PRIMARY KEY (day, event)) WITHOUT ROWID;
"""
# In the order of their amounts: that of the lines changes no answer.
_UNNAMED = """
CREATE TEMP TABLE unnamed AS
SELECT s.rowid AS row, s.day, s.event, s.variant, p.id AS principal, w.id AS workspace, d.id AS detail
FROM stage_usage s JOIN temp.as_id p ON p.n = s.principal JOIN temp.as_id w ON w.n = s.workspace
JOIN temp.as_text d ON d.n = s.detail WHERE s.run = {run} AND s.event IS NOT NULL ORDER BY {amounts}
"""
_NAMED = """
SELECT s.day, s.event, s.variant, p.id AS principal, w.id AS workspace, d.id AS detail
FROM stage_event s JOIN temp.as_id p ON p.n = s.principal JOIN temp.as_id w ON w.n = s.workspace
JOIN temp.as_text d ON d.n = s.detail WHERE s.run = {run} AND s.held = {held}
"""
# The numbers of events of which something that is left open was known.
_GROUPS = """
SELECT DISTINCT u.day, u.event FROM temp.unnamed u
CROSS JOIN event k ON k.source = {source} AND k.day = u.day AND k.event = u.event
WHERE (u.principal = -1 OR k.principal IN (-1, u.principal))
AND (u.principal, u.workspace, u.detail) <> (k.principal, k.workspace, k.detail)
"""

Group = tuple[int, int]


def complete_owners(change: RunChange) -> None:
    """Fill temp.completed: per row of stage_usage that leaves its owner open, the owner that an earlier run knew.

    temp.event_owner are all events of the run with their owners; temp.moved those known events that have another variant.
    """
    for statement in _TABLES.split(";"):
        change.connection.execute(statement)
    change.connection.execute(_UNNAMED.format(run=change.run, amounts=", ".join(f"s.{name}" for name in USAGE_SUMS)))
    change.connection.execute(f"CREATE TEMP TABLE event_owner AS {_NAMED.format(run=change.run, held=0)}")
    _match(change)
    change.connection.execute(
        f"""
        INSERT INTO temp.event_owner ({_COLUMNS})
        SELECT u.day, u.event, u.variant, coalesce(c.principal, u.principal), coalesce(c.workspace, u.workspace),
               coalesce(c.detail, u.detail)
        FROM temp.unnamed u LEFT JOIN temp.completed c ON c.row = u.row
        """
    )


def replace_owners(change: RunChange, days: str, events: str = "temp.event_owner") -> None:
    """Make the owners of these events on days that a query selects the known ones; other events stay as they are."""
    source = change.source
    change.connection.execute(f"DELETE FROM event WHERE rowid IN (SELECT n FROM temp.moved WHERE day IN ({days}))")
    change.connection.execute(
        f"""
        DELETE FROM event WHERE rowid IN (
            SELECT k.rowid FROM {events} e CROSS JOIN event k ON k.source = {source}
            AND k.day = e.day AND k.event = e.event AND k.variant = e.variant WHERE e.day IN ({days})
        )
        """
    )
    change.connection.execute(
        f"""
        INSERT INTO event SELECT {source}, {_COLUMNS} FROM {events}
        WHERE day IN ({days}) AND (principal <> -1 OR workspace <> -1)
        """
    )


def hold_owners(change: RunChange, days: str) -> None:
    """Keep the owners of events on days that wait for a person."""
    change.connection.execute(
        f"INSERT INTO held_event SELECT {change.source}, {_COLUMNS} FROM temp.event_owner WHERE day IN ({days})"
    )


def replace_held_owners(change: RunChange, days: str) -> None:
    """Make the owners that waited for a person the known ones."""
    for statement in _TABLES.split(";"):
        change.connection.execute(statement)
    replace_owners(change, days, f"(SELECT {_COLUMNS} FROM held_event WHERE source = {change.source})")


def restore_held_owners(change: RunChange) -> None:
    """Keep the owners of events of an export that wait for a person."""
    rows = _NAMED.format(run=change.run, held=1)
    change.connection.execute(f"INSERT INTO held_event SELECT {change.source}, * FROM ({rows})")


def _match(change: RunChange) -> None:
    change.connection.execute("CREATE INDEX temp.unnamed_event ON unnamed (day, event)")
    change.connection.execute(f"INSERT INTO temp.group_event {_GROUPS.format(source=change.source)}")
    if change.connection.execute("SELECT 1 FROM temp.group_event LIMIT 1").fetchone() is None:
        return
    numbers: dict[str | None, int] = {None: -1}
    details: dict[str | None, int] = {None: -1}
    unnamed, known, named = (
        _by_group(change, table, numbers, details)
        for table in (
            "(SELECT rowid AS nth, * FROM temp.unnamed)",
            f"(SELECT 0 AS nth, rowid AS row, * FROM event WHERE source = {change.source})",
            "(SELECT 0 AS nth, 0 AS row, * FROM temp.event_owner)",
        )
    )
    filled: list[tuple[int, int, int, int]] = []
    moved: list[tuple[int, int]] = []
    for (day, event), rows in unnamed.items():
        before, others = known[day, event], named.get((day, event), ())
        owners, moved_indices = match_events(
            [variant for _, variant in before], [variant for _, variant in others], [variant for _, variant in rows]
        )
        moved += ((before[index][0], day) for index in moved_indices)
        filled += (
            (row, numbers[owner.principal], numbers[owner.workspace], details[owner.detail])
            for (row, variant), owner in zip(rows, owners, strict=True)
            if owner != variant.owner
        )
    change.connection.executemany("INSERT INTO temp.completed VALUES (?, ?, ?, ?)", filled)
    change.connection.executemany("INSERT INTO temp.moved VALUES (?, ?)", moved)


def _by_group(
    change: RunChange, table: str, numbers: dict[str | None, int], details: dict[str | None, int]
) -> dict[Group, list[tuple[int, EventVariant]]]:
    """The events of the groups with their rows; the numbers of the texts of their owners go to `numbers` and `details`."""
    events: dict[Group, list[tuple[int, EventVariant]]] = defaultdict(list)
    for row, day, event, variant, *owner in change.connection.execute(
        f"""
        SELECT e.row, e.day, e.event, e.variant, e.principal, p.id, e.workspace, w.id, e.detail, d.text
        FROM {table} e CROSS JOIN temp.group_event g ON g.day = e.day AND g.event = e.event
        LEFT JOIN id p ON p.n = e.principal LEFT JOIN id w ON w.n = e.workspace LEFT JOIN text d ON d.n = e.detail
        ORDER BY e.nth
        """
    ):
        principal_number, principal, workspace_number, workspace, detail_number, detail = owner
        numbers[principal], numbers[workspace] = principal_number, workspace_number
        details[detail] = detail_number
        events[day, event].append((row, EventVariant(variant, Owner(principal, workspace, detail))))
    return events

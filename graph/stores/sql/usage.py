"""Replacing the usage rows and charges of a source by those of a run, day by day, in set-based SQL."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from graph.stores.base import GUARD_SHARE
from graph.stores.sql.change import RunChange
from graph.stores.sql.events import complete_owners, hold_owners, replace_held_owners, replace_owners
from graph.stores.sql.figures import restated_charges, restated_usage
from graph.stores.sql.schema import CHARGE_ROW, USAGE_KEY, USAGE_SUMS
from graph.stores.state import overlaps_any

_ROW = ", ".join(("day", *USAGE_KEY, *USAGE_SUMS))
_KEY = ", ".join(("day", *USAGE_KEY))
_LOSSY = "SELECT day FROM temp.lossy"
# Staged rows with what an earlier run knew of their owners (store numbers, NULL: nothing).
_OWNERS = "f.principal AS known_principal, f.workspace AS known_workspace, f.detail AS known_detail"
_COMPLETED = f"(SELECT s.*, {_OWNERS} FROM stage_usage s LEFT JOIN temp.completed f ON f.row = s.rowid)"
_PLAIN = "(SELECT *, NULL AS known_principal, NULL AS known_workspace, NULL AS known_detail FROM stage_held_usage)"


@dataclass(slots=True)
class UsageMerge:
    """The usage and charges of a run while they are merged; `lost_rows` is the input of the mass-removal guard, `doubtful_rows` those
    of doubtful days."""

    change: RunChange
    lost_rows: int = 0
    doubtful_rows: int = 0

    def merge_usage(self) -> None:
        """Replace the days that lose little; list the others in temp.lossy, for the guard to decide.

        Of a doubtful day every loss counts: it may be a line that is still in the bill.
        """
        doubtful = self.change.doubtful_day("b.day")
        share = f"iif({doubtful}, 0, {GUARD_SHARE})"
        for table in ("used", "renewed", "differs", "lossy"):
            self.change.connection.execute(f"DROP TABLE IF EXISTS temp.{table}")
        complete_owners(self.change)
        self.change.connection.execute(f"CREATE TEMP TABLE used AS {self._staged_rows(_COMPLETED)}")
        first, last = (
            self.change.header.usage if self.change.header.usage and "usage" in self.change.complete else (1, 0)
        )
        self.change.connection.execute(
            f"""
            CREATE TEMP TABLE renewed AS SELECT DISTINCT day FROM temp.used
            UNION SELECT DISTINCT day FROM usage WHERE source = {self.change.source} AND day BETWEEN {first} AND {last}
            """
        )
        old = f"SELECT {_ROW} FROM usage WHERE source = {self.change.source} AND day IN (SELECT day FROM temp.renewed)"
        new = f"SELECT {_ROW} FROM temp.used"
        self.change.connection.execute(
            f"""
            CREATE TEMP TABLE differs AS SELECT DISTINCT day FROM (
                SELECT * FROM ({old} EXCEPT {new}) UNION ALL SELECT * FROM ({new} EXCEPT {old})
            )
            """
        )
        self.change.connection.execute(
            f"""
            CREATE TEMP TABLE lossy AS
            WITH before AS (SELECT day, count(*) AS n, sum(cost) AS cost FROM ({old}) GROUP BY day),
                 after AS (SELECT day, sum(cost) AS cost FROM temp.used GROUP BY day),
                 gone AS (
                     SELECT day, count(*) AS n FROM (
                         SELECT {_KEY} FROM ({old}) EXCEPT SELECT {_KEY} FROM temp.used
                     ) GROUP BY day
                 )
            SELECT b.day, coalesce(g.n, 0) AS gone, b.n AS rows,
                   b.cost > 0 AND b.cost - coalesce(a.cost, 0) > {share} * b.cost AS falls,
                   {doubtful} AS doubtful
            FROM before b LEFT JOIN after a USING (day) LEFT JOIN gone g USING (day)
            WHERE b.day IN (SELECT day FROM temp.differs)
            AND (coalesce(g.n, 0) > {share} * b.n OR falls)
            """
        )
        lost = "CASE WHEN falls THEN rows ELSE gone END"
        self.lost_rows, self.doubtful_rows = self.change.connection.execute(
            f"SELECT coalesce(sum({lost}), 0), coalesce(sum(doubtful * {lost}), 0) FROM temp.lossy"
        ).fetchone()
        self._replace("SELECT day FROM temp.differs WHERE day NOT IN (SELECT day FROM temp.lossy)", "temp.used")
        replace_owners(self.change, f"SELECT day FROM temp.event_owner WHERE day NOT IN ({_LOSSY})")

    def replace_lossy_days(self) -> None:
        """Replace the days that the guard allows."""
        self._replace(_LOSSY, "temp.used")
        replace_owners(self.change, _LOSSY)

    def hold_lossy_days(self) -> None:
        """Store the days that the guard holds, until a person accepts them."""
        source = self.change.source
        self.change.run_sql(f"INSERT INTO held_day SELECT :source, day FROM ({_LOSSY})")
        self.change.connection.execute(
            f"INSERT INTO held_usage SELECT {source}, {_ROW} FROM temp.used WHERE day IN ({_LOSSY})"
        )
        hold_owners(self.change, _LOSSY)

    def replace_held_days(self) -> None:
        """Replace the days that waited for a person."""
        rows = f"(SELECT {_ROW} FROM held_usage WHERE source = {self.change.source})"
        days = f"SELECT day FROM held_day WHERE source = {self.change.source}"
        self._replace(days, rows)
        replace_held_owners(self.change, days)

    def keep_held_usage(self) -> None:
        """Keep the rows of a restore that wait for a person."""
        self.change.connection.execute(
            f"INSERT INTO held_usage SELECT {self.change.source}, * FROM ({self._staged_rows(_PLAIN)})"
        )

    def merge_charges(self) -> None:
        """Replace the charges that touch the days this run covers or mentions.

        Where lines could not be read and a known charge is not among those that could, the known ones stay.
        """
        row = ", ".join(CHARGE_ROW)
        new = f"""
            SELECT a.id AS application, s.first_day, s.last_day, s.category, s.cost, c.id AS currency, d.id AS description
            FROM stage_charge s JOIN temp.as_id a ON a.n = s.application
            JOIN temp.as_text c ON c.n = s.currency JOIN temp.as_text d ON d.n = s.description WHERE s.run = {self.change.run}
        """
        spans = f"SELECT first_day, last_day FROM stage_charge WHERE run = {self.change.run}"
        if self.change.header.charges and "charges" in self.change.complete:
            spans += f" UNION SELECT {self.change.header.charges[0]}, {self.change.header.charges[1]}"
        touched = f"""
            SELECT o.rowid FROM charge o JOIN ({spans}) s ON s.first_day <= o.last_day AND o.first_day <= s.last_day
            WHERE o.source = {self.change.source}
        """
        old_rows = sorted(self.change.connection.execute(f"SELECT {row} FROM charge WHERE rowid IN ({touched})"))
        new_rows = sorted(self.change.connection.execute(new))
        if self.change.has_unread_lines and Counter(old_rows) - Counter(new_rows):
            first, last = CHARGE_ROW.index("first_day"), CHARGE_ROW.index("last_day")
            spans_known = [(row[first], row[last]) for row in old_rows]
            new_rows = [row for row in new_rows if not overlaps_any((row[first], row[last]), spans_known)]
            old_rows = []
        if old_rows == new_rows:
            return
        self.change.restated += restated_charges(self.change, old_rows, new_rows)
        if old_rows:
            self.change.connection.execute(f"DELETE FROM charge WHERE rowid IN ({touched})")
        marks = ", ".join("?" * len(CHARGE_ROW))
        self.change.connection.executemany(f"INSERT INTO charge VALUES ({self.change.source}, {marks})", new_rows)
        self._count(old_rows, new_rows)

    def _staged_rows(self, table: str) -> str:
        """SQL of this run's staged rows with the store's own numbers; rows of one key are added up."""
        return f"""
            SELECT s.day, coalesce(s.known_principal, p.id) AS principal, r.id AS resource, a.id AS application,
                   coalesce(s.known_workspace, w.id) AS workspace, c.id AS currency,
                   s.basis, s.priced_on, s.chargeable, coalesce(s.known_detail, d.id) AS detail, {", ".join(f"sum(s.{n}) AS {n}" for n in USAGE_SUMS)}
            FROM {table} s
            JOIN temp.as_id p ON p.n = s.principal JOIN temp.as_id r ON r.n = s.resource
            JOIN temp.as_id a ON a.n = s.application JOIN temp.as_id w ON w.n = s.workspace
            JOIN temp.as_text c ON c.n = s.currency JOIN temp.as_text d ON d.n = s.detail
            WHERE s.run = {self.change.run} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
        """

    def _count(self, old_rows: list[tuple[int, ...]], new_rows: list[tuple[int, ...]]) -> None:
        old, new = Counter(old_rows), Counter(new_rows)
        for counts, rows in ((self.change.added, new - old), (self.change.retired, old - new)):
            if rows:
                counts["charges"] = counts.get("charges", 0) + rows.total()
        self.change.changed = True

    def _replace(self, days: str, rows: str) -> None:
        old = f"SELECT {_ROW} FROM usage WHERE source = {self.change.source} AND day IN ({days})"
        new = f"SELECT {_ROW} FROM {rows} WHERE day IN ({days})"
        for counts, difference in (
            (self.change.added, f"{new} EXCEPT {old}"),
            (self.change.retired, f"{old} EXCEPT {new}"),
        ):
            count = self.change.connection.execute(f"SELECT count(*) FROM ({difference})").fetchone()[0]
            if count:
                counts["usage"] = counts.get("usage", 0) + count
                self.change.changed = True
        self.change.restated += restated_usage(self.change, days, f"SELECT {_ROW} FROM {rows}")
        self.change.connection.execute(f"DELETE FROM usage WHERE source = {self.change.source} AND day IN ({days})")
        self.change.connection.execute(
            f"INSERT INTO usage (source, {_ROW}) SELECT {self.change.source}, {_ROW} FROM {rows} WHERE day IN ({days})"
        )

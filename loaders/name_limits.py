"""Limits on names: how many different accounts, models and tools one source may name in the usage of one day.

Whoever may send spans or records could name a new account in each. Beyond the limit a name counts as `(other)` of its kind, so
that sums stay whole, and the run says how much that was.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from graph.claims import Record, Usage
from graph.moment import write_day
from graph.reason import Reason
from loaders.base import PendingRun

# Far more than an organisation has. Per source and day.
MOST_NAMES: Mapping[str, int] = {
    "Account": 200_000,
    "Application": 20_000,
    "Credential": 200_000,
    "DataSource": 200_000,
    "Group": 50_000,
    "Identity": 200_000,
    "McpServer": 20_000,
    "McpTool": 50_000,
    "Model": 2_000,
}
OTHER = "(other)"
CODE = "NAMES_LIMITED"


class DayNames:
    """The names that a source has used on each day, up to a limit for each kind."""

    def __init__(self, limits: Mapping[str, int] = MOST_NAMES) -> None:
        self._limits = limits
        self._names: dict[tuple[int, str], set[str]] = defaultdict(set)
        self._over: Counter[tuple[int, str]] = Counter()

    def admits(self, day: int, kind: str, name: str) -> bool:
        """Whether a name of a kind of node counts under itself on a day; one that does not is counted."""
        limit = self._limits.get(kind)
        names = self._names[day, kind]
        if name in names or limit is None:
            return True
        if len(names) < limit:
            names.add(name)
            return True
        self._over[day, kind] += 1
        return False

    def reasons(self) -> list[Reason]:
        """What was counted as other names, by day and kind."""
        return [
            Reason(
                CODE,
                f"{write_day(day)}: {count:,} rows name more than {self._limits[kind]:,} different nodes of the kind {kind}; "
                f"they count as {OTHER}",
            )
            for (day, kind), count in sorted(self._over.items())
        ]


def limited_runs(runs: Iterable[PendingRun], limits: Mapping[str, int] = MOST_NAMES) -> Iterator[PendingRun]:
    """The runs; names in their usage beyond the limit become `(other)` of the source, with a reason once all are read."""
    for run in runs:
        if not run.header.restore:
            run.records = _limited(run, run.records, DayNames(limits))
        yield run


def _limited(run: PendingRun, records: Iterable[tuple[int, Record]], names: DayNames) -> Iterator[tuple[int, Record]]:
    bucket = f"{run.header.source.replace(':', '/', 1)}/{OTHER}"
    for line, record in records:
        if isinstance(record, Usage):
            changed = {}
            for field in ("principal", "resource", "application", "workspace"):
                node: str | None = getattr(record, field)
                kind = node.partition(":")[0] if node else ""
                if node and not names.admits(record.day, kind, node):
                    changed[field] = f"{kind}:{bucket}"
            record = msgspec.structs.replace(record, **changed) if changed else record
        yield line, record
    run.reasons += names.reasons()

"""The usage rows of a run as a store without earlier runs adds them up, single events included."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from graph.claims import Record, Usage, UsageEvent
from graph.stores.memory.rows import usage_key


def usage_rows(records: Iterable[Record]) -> list[Usage]:
    """The rows of a run; single events of one key are one row."""
    rows, events = list[Usage](), dict[tuple[object, ...], Usage]()
    for record in records:
        if isinstance(record, Usage):
            rows.append(record)
        elif isinstance(record, UsageEvent):
            row = record.usage
            other = events.get(usage_key(row))
            if other is not None:
                row = msgspec.structs.replace(
                    row,
                    requests=row.requests + other.requests,
                    tokens=tuple(map(sum, zip(row.tokens, other.tokens, strict=True))),
                    cost_nano=None if row.cost_nano is None else row.cost_nano + (other.cost_nano or 0),
                    rounded=row.rounded or other.rounded,
                )
            events[usage_key(row)] = row
    return [*rows, *events.values()]

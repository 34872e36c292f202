"""Versions of a node as its sources claim them, and one line of them per source where a source lists a person twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import msgspec

from graph.moment import ALWAYS

UNKNOWN_VALUES = (None, "unknown")

# What belongs to the status: of a record whose status does not count, neither does when and how it ended.
_OF_STATUS = ("status", "provider_status", "departed_at")


@dataclass(slots=True)
class Version:
    """One version of a node of one source, as the slow path merges them."""

    source: int
    member: bytes
    since: int
    until: int
    first_seen: int
    dated: bool
    props: Mapping[str, Any]

    def opened(self) -> int:
        """When the claim opened; an open since opens when it was first seen."""
        return self.first_seen if self.since == ALWAYS else self.since

    def is_known_at(self, moment: int) -> bool:
        """Whether the source had said it by then, or dates it; before that it counts where nobody else says anything."""
        return self.since != ALWAYS or moment >= self.first_seen


def one_record_per_source(versions: Sequence[Version]) -> list[Version]:
    """The versions of a person, with those of a source that has several records of them merged into one line.

    At each moment an active record goes before one that is not, per property a known value before an unknown one, then what
    opened last, then the least value: never the least id.
    """
    of_source: dict[int, list[Version]] = defaultdict(list)
    for version in versions:
        of_source[version.source].append(version)
    merged: list[Version] = []
    for several in of_source.values():
        merged += several if len({version.member for version in several}) == 1 else _one_line(several)
    return merged


def _one_line(versions: Sequence[Version]) -> list[Version]:
    moments = sorted({moment for version in versions for moment in (version.since, version.until)})
    line = []
    for since, until in pairwise(moments):
        valid = [version for version in versions if version.since <= since < version.until]
        if valid:
            beginning = [version.dated for version in valid if version.since == since]
            line.append(
                Version(
                    source=valid[0].source,
                    member=b"",
                    since=since,
                    until=until,
                    first_seen=min(version.first_seen for version in valid) if since == ALWAYS else since,
                    dated=all(beginning),
                    props=_merged_props(valid),
                )
            )
    return line


def _merged_props(versions: Sequence[Version]) -> dict[str, Any]:
    props = {name: _best(name, versions) for name in {name for version in versions for name in version.props}}
    status = max(versions, key=lambda version: _rank("status", version))
    return (
        props
        | {name: status.props[name] for name in _OF_STATUS if name in status.props}
        | {name: None for name in _OF_STATUS if name in props and name not in status.props}
    )


def _best(name: str, versions: Sequence[Version]) -> Any:
    return max(versions, key=lambda version: _rank(name, version)).props.get(name)


def _rank(name: str, version: Version) -> tuple[object, ...]:
    value = version.props.get(name)
    # Of equal ones the least value: the bytes of each text turned round, so that the greatest rank is the least text.
    text = msgspec.json.encode(value, order="sorted")
    least = (*(255 - byte for byte in text), 256)
    active = version.props.get("status") == "active"
    return value not in UNKNOWN_VALUES, active, version.opened(), version.first_seen, least

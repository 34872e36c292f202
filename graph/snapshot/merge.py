"""Merging at a moment: which of several sources' claims about one property of a node counts when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.moment import ALWAYS, NEVER
from graph.snapshot.versions import UNKNOWN_VALUES, Version

# Of an account or a credential the more restrictive word counts; a word of no meaning here is as good as none.
_WORDS = ("deleted", "revoked", "suspended", "expired", "active", "unknown")
_RESTRICTION = {word: -number for number, word in enumerate(_WORDS)}


@dataclass(frozen=True, slots=True)
class MergeOrder:
    """Who goes before whom. `first`: per property the sources that `remit.toml` names authoritative.

    `systems`: of each source its system, for kinds of whose status the source of their own system goes first; else empty.
    """

    first: Mapping[str, frozenset[int]]
    systems: Sequence[bytes] = ()

    def rank(self, name: str, version: Version, opened: int, moment: int) -> tuple[object, ...]:
        """The rank of a claim about a property at a moment; the greatest counts, of equal ones the least source."""
        word, known_then = version.props.get(name), version.is_known_at(moment)
        own, restriction = False, 0
        if name == "status" and self.systems:
            own = _system(version.member) == self.systems[version.source]
            restriction = _RESTRICTION.get(str(word), -len(_WORDS))
        return (
            word not in UNKNOWN_VALUES,
            known_then,
            # Of those that nobody had said by then the one that was said first: later ones change nothing.
            0 if known_then else -version.first_seen,
            version.source in self.first.get(name, ()),
            own,
            restriction,
            opened,
            -version.source,
            version.first_seen,
        )


def property_history(name: str, versions: Sequence[Version], order: MergeOrder) -> list[tuple[int, Any]]:
    """The value at each moment; kept after the last end. `versions` are in order of source, member, since."""
    opened = _openings(name, versions)
    moments = {m for v in versions for m in (v.since, v.until) if m < NEVER}
    moments |= {v.first_seen for v in versions if v.since == ALWAYS and v.first_seen < v.until}
    history: list[tuple[int, Any]] = []
    for moment in sorted(moments):
        ranked = [
            (order.rank(name, version, since, moment), version.props.get(name))
            for version, since in zip(versions, opened, strict=True)
            if version.since <= moment < version.until and not _comes_late(name, version, versions, moment)
        ]
        if not ranked:
            continue
        _, value = max(ranked, key=lambda pair: pair[0])
        if not history or history[-1][1] != value:
            history.append((moment, value))
    return history


def listed_since(version: Version, versions: Sequence[Version]) -> int:
    """From when on a listing says that the node is there.

    One without a date says so from ever, unless another source listed the node before: what was known then stays.
    """
    if version.since == ALWAYS and any(
        other.source != version.source and other.first_seen < version.first_seen for other in versions
    ):
        return version.first_seen
    return version.since


def _openings(name: str, versions: Sequence[Version]) -> list[int]:
    """When each claim of the property opened: seeing the same value again does not reopen it."""
    opened: list[int] = []
    for version, before in zip(versions, (None, *versions), strict=False):
        unchanged = (
            before is not None
            and (before.source, before.member, before.until) == (version.source, version.member, version.since)
            and before.props.get(name) == version.props.get(name)
        )
        opened.append(opened[-1] if unchanged else version.opened())
    return opened


def _comes_late(name: str, version: Version, versions: Sequence[Version], moment: int) -> bool:
    """Whether another source had said something of the property before, which is over at the moment, but stays known."""
    return not version.is_known_at(moment) and any(
        other.source != version.source
        and other.first_seen < version.first_seen
        and other.until <= moment
        and other.props.get(name) not in UNKNOWN_VALUES
        for other in versions
    )


def _system(node_id: bytes) -> bytes:
    return node_id.partition(b":")[2].partition(b"/")[0]

"""Exports of one bill side by side: which files hold the same lines, and which of them counts for which day.

A bill that is not closed is exported again and again: the export of the 6th has the days of the 5th too. Files of one folder that
have no line in common are parts of one export. Two exports that agree on most lines of the days that both have are
one bill; the newer one counts, and the older one for days that the newer does not have. Lines are compared by a sample
of bounded size, whatever the form of the file.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import blake2b
from heapq import heappush, heappushpop
from itertools import combinations
from pathlib import PurePath

from graph.reason import Reason

# The days of one answer are in another one as well.
TOLD_TWICE = "TOLD_TWICE"
# How many lines of one file and day are compared.
_SAMPLE_SIZE = 256
_MASK = 2**64 - 1
_NUMBERED = re.compile(r"(?P<stem>.*[._-])(?P<number>[0-9]{1,6})\Z")


@dataclass(frozen=True, slots=True)
class LineFingerprint:
    """What a line is about (`key`), and that with its amounts (`content`); 64 bits each."""

    key: int
    content: int

    @classmethod
    def of(cls, cells: Iterable[object], amounts: Iterable[Decimal]) -> LineFingerprint:
        """From the cells that say what a line is about, and its amounts; a table may hold these as floats."""
        about = "\x1f".join(map(str, cells))
        numbers = map(_plain, amounts)
        return cls(_hash(about), _hash("\x1f".join((about, *numbers))))


def _plain(amount: Decimal) -> str:
    # No line of a bill is beyond 15 digits; rounding such a number is an error.
    return f"{round(amount, 9).normalize():f}" if amount.is_finite() and abs(amount) < 10**15 else str(amount)


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "big")


@dataclass(slots=True)
class DaySample:
    """The lines of one file on one day: those with the least keys, per key how many and the sum of their contents."""

    lines: dict[int, tuple[int, int]] = field(default_factory=dict)
    count: int = 0
    _heap: list[int] = field(default_factory=list)

    def add(self, line: LineFingerprint) -> None:
        """Add a line; a key that was dropped never comes back, as only lesser ones are kept."""
        self.count += 1
        known = self.lines.get(line.key)
        if known is not None:
            self.lines[line.key] = known[0] + 1, (known[1] + line.content) & _MASK
        elif len(self.lines) < _SAMPLE_SIZE:
            heappush(self._heap, -line.key)
            self.lines[line.key] = 1, line.content
        elif line.key < -self._heap[0]:
            del self.lines[-heappushpop(self._heap, -line.key)]
            self.lines[line.key] = 1, line.content

    @property
    def limit(self) -> int:
        """Every key below this is in the sample."""
        return -self._heap[0] + 1 if len(self.lines) == _SAMPLE_SIZE else _MASK + 1


# Per day the sample of a file.
FileSamples = Mapping[int, DaySample]


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """Which files count: `loses` per file the days that another one accounts for; `notes` and `reasons` say so."""

    loses: Mapping[str, frozenset[int]]
    notes: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class _Export:
    """Files that together are one export."""

    files: tuple[str, ...]
    days: frozenset[int]
    count: int

    @property
    def name(self) -> str:
        return self.files[0] if len(self.files) == 1 else f"{self.files[0]} and {len(self.files) - 1} more"


def choose_exports(samples: Mapping[str, FileSamples]) -> ExportChoice:
    """Choose among the files of one billing period; `samples` by path. O(files² · days) in the number of files."""
    exports = [export for folder in _by_folder(samples) for export in _exports_of(folder, samples)]
    reasons = [reason for folder in _by_folder(samples) if (reason := _doubtful_parts(folder, samples)) is not None]
    loses: dict[str, frozenset[int]] = {}
    notes: list[str] = []
    for group in _connected(exports, samples):
        best, *others = sorted(group, key=lambda export: (-max(export.days), -export.count, export.files))
        small = [other for other in others if _is_part(best, other, samples)]
        order = [*small, best, *(other for other in others if other not in small)]
        accounted: dict[int, _Export] = {}
        for export in order:
            for day in export.days:
                accounted.setdefault(day, export)
        for export in order:
            lost = frozenset(day for day in export.days if accounted[day] is not export)
            loses |= dict.fromkeys(export.files, lost) if lost else {}
            text = f"{export.name} holds lines that {order[0].name} holds too"
            if lost == export.days and not small:
                notes.append(f"{text}: those of {order[0].name} count")
            elif export is not order[0]:
                reasons.append(
                    Reason(TOLD_TWICE, f"{text}, and neither holds all: of each day one counts. Load a whole export")
                )
    return ExportChoice(loses, tuple(notes), tuple(reasons))


def _by_folder(samples: Mapping[str, FileSamples]) -> list[list[str]]:
    folders: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in sorted(samples):
        path = PurePath(name)
        folders[str(path.parent), "".join(path.suffixes[-2:]).lower()].append(name)
    return [folders[key] for key in sorted(folders)]


def _exports_of(folder: Sequence[str], samples: Mapping[str, FileSamples]) -> list[_Export]:
    """The files of a folder as one export if they are its parts, else each by itself."""
    separate = not _are_numbered(folder) and any(
        _agree((left,), (right,), samples) for left, right in combinations(folder, 2)
    )
    groups = [(name,) for name in folder] if separate else [tuple(folder)]
    return [
        _Export(
            files,
            frozenset(day for name in files for day in samples[name]),
            sum(sample.count for name in files for sample in samples[name].values()),
        )
        for files in groups
    ]


def _are_numbered(folder: Sequence[str]) -> bool:
    """Whether files are numbered as the parts of one export are: one name, from 0 or 1 on, without a gap."""
    matches = [_NUMBERED.match(PurePath(name).name.partition(".")[0]) for name in folder]
    numbers = sorted(int(match["number"]) for match in matches if match is not None)
    stems = {match["stem"] for match in matches if match is not None}
    return len(stems) == 1 and numbers in (list(range(len(folder))), list(range(1, len(folder) + 1)))


def _doubtful_parts(folder: Sequence[str], samples: Mapping[str, FileSamples]) -> Reason | None:
    """Numbered parts that have most lines in common: all of them count, as they may be parts."""
    if not _are_numbered(folder):
        return None
    for left, right in combinations(folder, 2):
        if _agree((left,), (right,), samples):
            text = f"{left} and {right} are numbered as parts of one export, and have most lines in common"
            return Reason(TOLD_TWICE, f"{text}: both count. If they are two exports of one bill, load the newer alone")
    return None


def _connected(exports: Sequence[_Export], samples: Mapping[str, FileSamples]) -> list[list[_Export]]:
    """Groups of exports that are one bill."""
    groups: list[list[_Export]] = []
    for export in exports:
        same = [group for group in groups if any(_agree(export.files, other.files, samples) for other in group)]
        groups = [group for group in groups if group not in same] + [
            [export, *(member for group in same for member in group)]
        ]
    return [group for group in groups if len(group) > 1]


def _is_part(newest: _Export, other: _Export, samples: Mapping[str, FileSamples]) -> bool:
    """Whether the newest export has less than half of another's lines on days that both have: it is no whole export."""
    days = newest.days & other.days
    counts = [
        sum(samples[name][day].count for name in export.files for day in days if day in samples[name])
        for export in (newest, other)
    ]
    return 2 * counts[0] < counts[1]


def _agree(left: Sequence[str], right: Sequence[str], samples: Mapping[str, FileSamples]) -> bool:
    """Whether at least half of the lines of one are in the other, on the days that both have."""
    same = fewest = 0
    sides = [{day for name in files for day in samples[name]} for files in (left, right)]
    for day in sides[0] & sides[1]:
        lines = [_sampled(files, day, samples) for files in (left, right)]
        limit = min(limit for _, limit in lines)
        of_left, of_right = ({key: value for key, value in part.items() if key < limit} for part, _ in lines)
        same += sum(of_right.get(key) == value for key, value in of_left.items())
        fewest += min(len(of_left), len(of_right))
    return fewest > 0 and 2 * same >= fewest


def _sampled(
    files: Sequence[str], day: int, samples: Mapping[str, FileSamples]
) -> tuple[dict[int, tuple[int, int]], int]:
    lines: dict[int, tuple[int, int]] = {}
    limit = _MASK + 1
    for sample in (samples[name][day] for name in files if day in samples[name]):
        limit = min(limit, sample.limit)
        for key, (count, content) in sample.lines.items():
            known = lines.get(key, (0, 0))
            lines[key] = known[0] + count, (known[1] + content) & _MASK
    return lines, limit

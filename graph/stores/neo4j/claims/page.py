"""Pages: the tables of one source in immutable, compressed chunks of rows.

Page boundaries depend on the rows (content-defined chunking): a run that changes few rows changes few pages, wherever in
the table they are. Equal rows give an equal page with an equal key.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

# A page ends at a boundary row, on average every _MEAN rows, but has between _LEAST and _MOST rows.
_LEAST, _MEAN, _MOST = 4_096, 16_384, 32_768
_FAST = 1

Columns = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ClaimsPage:
    """Some rows of one table of one source. `key` is a hash of the source and the content."""

    key: str
    table: str
    rows: int
    content: bytes


def encode_page(source: str, table: str, columns: Columns) -> ClaimsPage:
    """Columns (arrays of integers, lists of texts or None) as a page."""
    names = list(columns)
    packed = [
        (name, *_narrow(columns[name])) if isinstance(columns[name], np.ndarray) else (name, "", columns[name])
        for name in names
    ]
    content = msgspec.msgpack.encode((table, packed))
    key = blake2b(content, digest_size=16, key=blake2b(source.encode(), digest_size=32).digest()).hexdigest()
    return ClaimsPage(key, table, len(columns[names[0]]), zlib.compress(content, _FAST))


def decode_page(content: bytes) -> tuple[str, dict[str, Any]]:
    """The table and the columns of a page: int64 arrays, lists of texts."""
    table, packed = msgspec.msgpack.decode(zlib.decompress(content))
    return table, {
        name: np.frombuffer(column, dtype=dtype).astype(np.int64) if dtype else column for name, dtype, column in packed
    }


def chunk_bounds(columns: Columns, by: Sequence[str]) -> Iterator[tuple[int, int, bool]]:
    """Where pages begin and end, and whether the end is final: more rows could still follow the last one.

    `by` names the columns whose values decide on boundaries.
    """
    count = len(columns[by[0]])
    mixed = np.zeros(count, dtype=np.uint64)
    for name in by:
        mixed = (mixed ^ columns[name].astype(np.uint64)) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(29)
    ends = np.flatnonzero(mixed % np.uint64(_MEAN) == 0) + 1
    begin = 0
    while begin < count:
        next_end = int(np.searchsorted(ends, begin + _LEAST))
        boundary = int(ends[next_end]) if next_end < len(ends) else count + 1
        end = min(boundary, begin + _MOST)
        if end > count:
            yield begin, count, False
            return
        yield begin, end, True
        begin = end


def _narrow(column: npt.NDArray[np.int64]) -> tuple[str, bytes]:
    """The type and bytes of a column of integers in the fewest bytes, little-endian."""
    low, high = (int(column.min()), int(column.max())) if len(column) else (0, 0)
    for dtype in ("<i1", "<i2", "<i4"):
        info = np.iinfo(dtype)
        if info.min <= low and high <= info.max:
            return dtype, column.astype(dtype).tobytes()
    return "<i8", column.astype("<i8").tobytes()

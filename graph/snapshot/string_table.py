"""This file knows how many texts lie in two arrays: one blob of UTF-8 and the offsets into it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class StringTable(Sequence[str]):
    """An immutable sequence of texts; `blob` is uint8, `offsets` int64 with one entry more than there are texts.

    `find` needs the texts sorted by their bytes.
    """

    blob: npt.NDArray[np.uint8]
    offsets: npt.NDArray[np.int64]

    @classmethod
    def of(cls, texts: Iterable[str]) -> StringTable:
        encoded = [text.encode() for text in texts]
        offsets = np.zeros(len(encoded) + 1, dtype=np.int64)
        np.cumsum([len(text) for text in encoded], out=offsets[1:])
        return cls(np.frombuffer(b"".join(encoded), dtype=np.uint8), offsets)

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def __getitem__(self, place: int) -> str:  # type: ignore[override]  # one text at a time; no slices
        return self.bytes_at(place).decode()

    def __iter__(self) -> Iterator[str]:
        blob, ends = self.blob.tobytes(), self.offsets.tolist()
        return (blob[start:end].decode() for start, end in pairwise(ends))

    def bytes_at(self, place: int) -> bytes:
        """The UTF-8 of one text."""
        return self.blob[self.offsets[place] : self.offsets[place + 1]].tobytes()

    def find(self, text: str) -> int:
        """The place of a text, or -1."""
        wanted, low, high = text.encode(), 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self.bytes_at(middle) < wanted:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self) and self.bytes_at(low) == wanted else -1

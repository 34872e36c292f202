"""Record buffer and fingerprint: finding out that a run repeats an earlier one without staging it.

Most runs repeat the claims of the previous run. A fingerprint costs a hash per record; staging costs several times that.
So the records of a known source are buffered as they come, and staged only if their fingerprint is new.
"""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import IO

import msgspec

from graph.claims import Charge, Decision, Edge, EventOwner, Node, Record, Tombstone, Usage, UsageEvent

_ENCODER = msgspec.msgpack.Encoder(order="deterministic")
_KINDS: tuple[type[Record], ...] = (Node, Edge, Usage, Charge, Tombstone, Decision, UsageEvent, EventOwner)
_DECODERS = {number: msgspec.msgpack.Decoder(kind) for number, kind in enumerate(_KINDS)}
_NUMBER = {kind: number for number, kind in enumerate(_KINDS)}
# How many bytes stay in memory before they go to a file.
_MEMORY = 32 << 20


@dataclass(slots=True)
class RecordsFingerprint:
    """Sum of hashes of records: equal in every order, different after every change."""

    count: int = 0
    total: int = 0

    @classmethod
    def unique(cls) -> RecordsFingerprint:
        """A fingerprint that no other run has."""
        return cls(total=secrets.randbits(256))

    def add(self, encoded: Sequence[bytes]) -> None:
        """Add records, as `encode_records` returns them."""
        self.total += sum([int.from_bytes(blake2b(record, digest_size=16).digest(), "big") for record in encoded])
        self.count += len(encoded)


@dataclass(slots=True)
class RecordBuffer:
    """Records in the order they came, each batch with its lines."""

    _file: IO[bytes] = field(default_factory=lambda: tempfile.SpooledTemporaryFile(_MEMORY))  # noqa: SIM115
    _batches: list[tuple[int, int]] = field(default_factory=list)

    def put(self, encoded: Sequence[bytes], lines: Sequence[int]) -> None:
        """Append a batch."""
        index = _ENCODER.encode((list(lines), list(map(len, encoded))))
        content = b"".join(encoded)
        self._file.write(index)
        self._file.write(content)
        self._batches.append((len(index), len(content)))

    def batches(self) -> Iterator[tuple[list[Record], list[int]]]:
        """All batches, as they came."""
        self._file.seek(0)
        for head, size in self._batches:
            lines, lengths = msgspec.msgpack.decode(self._file.read(head))
            yield list(_read(self._file.read(size), lengths)), lines

    def close(self) -> None:
        """Delete the buffer."""
        self._file.close()


def encode_records(records: Sequence[Record]) -> list[bytes]:
    """Each record as bytes, prefixed with its kind."""
    number, encode = _NUMBER, _ENCODER.encode
    return [bytes((number[type(record)],)) + encode(record) for record in records]


def _read(content: bytes, lengths: Sequence[int]) -> Iterator[Record]:
    begin = 0
    for length in lengths:
        yield _DECODERS[content[begin]].decode(content[begin + 1 : begin + length])
        begin += length

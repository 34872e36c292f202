"""This file knows how a run's records are told apart from those of another run, and how they wait until that is known.

Most runs tell what their source told last time. To find that out costs a hash per record; to stage them costs several
times that. So the records of a source that was heard before are put aside as they come, and staged only if they differ.
"""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import IO

import msgspec

from graph.claims import Charge, Decision, Edge, Node, Record, Tombstone, Usage

_SPELL = msgspec.msgpack.Encoder(order="deterministic")
_KINDS: tuple[type[Record], ...] = (Node, Edge, Usage, Charge, Tombstone, Decision)
_READ = {number: msgspec.msgpack.Decoder(kind) for number, kind in enumerate(_KINDS)}
_NUMBER = {kind: number for number, kind in enumerate(_KINDS)}
# So much is kept in memory before it goes to a file.
_MEMORY = 32 << 20


@dataclass(slots=True)
class RecordsFingerprint:
    """A sum over records: the same in every order, another with every change."""

    count: int = 0
    total: int = 0

    @classmethod
    def of_no_other(cls) -> RecordsFingerprint:
        """One that no other run has."""
        return cls(total=secrets.randbits(256))

    def add(self, spelled: Sequence[bytes]) -> None:
        """Take records in, each spelled with its kind."""
        self.total += sum([int.from_bytes(blake2b(one, digest_size=16).digest(), "big") for one in spelled])
        self.count += len(spelled)


@dataclass(slots=True)
class RecordBuffer:
    """Records put aside in the order they came, each batch with its lines."""

    _file: IO[bytes] = field(default_factory=lambda: tempfile.SpooledTemporaryFile(_MEMORY))  # noqa: SIM115
    _batches: list[tuple[int, int]] = field(default_factory=list)

    def put(self, spelled: Sequence[bytes], lines: Sequence[int]) -> None:
        """Put a batch aside."""
        told = _SPELL.encode((list(lines), list(map(len, spelled))))
        content = b"".join(spelled)
        self._file.write(told)
        self._file.write(content)
        self._batches.append((len(told), len(content)))

    def batches(self) -> Iterator[tuple[list[Record], list[int]]]:
        """All batches, as they came."""
        self._file.seek(0)
        for head, size in self._batches:
            lines, lengths = msgspec.msgpack.decode(self._file.read(head))
            yield list(_read(self._file.read(size), lengths)), lines

    def close(self) -> None:
        """Let the records go."""
        self._file.close()


def encode_records(records: Sequence[Record]) -> list[bytes]:
    """Each record as bytes, with its kind."""
    number, encode = _NUMBER, _SPELL.encode
    return [bytes((number[type(record)],)) + encode(record) for record in records]


def _read(content: bytes, lengths: Sequence[int]) -> Iterator[Record]:
    begin = 0
    for length in lengths:
        yield _READ[content[begin]].decode(content[begin + 1 : begin + length])
        begin += length

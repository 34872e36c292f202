"""The audit log: lines that are only ever appended, each under a MAC over the line and the one before it."""

from __future__ import annotations

import contextlib
import dataclasses
import fcntl
import glob
import hmac
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from graph.errors import SystemFailure
from graph.moment import write_moment
from graph.private_files import make_private_folder

Event = Mapping[str, Any]

_MAC = b',"mac":"'
_MAC_LENGTH = len(_MAC) + 64 + len(b'"}')
_HEAD_BYTES = 512
_TAIL_BYTES = 2**20


class AuditError(SystemFailure):
    """The audit log cannot be written or read; what must not happen unrecorded does not happen."""


class LogHead(msgspec.Struct, frozen=True):
    """How far a log has come: the number and MAC of its last line, and the size of its file.

    `removed_seq`, `removed_mac`: those of the last line of the files that were removed on purpose, where the chain begins.
    """

    seq: int
    mac: str
    size: int
    removed_seq: int = 0
    removed_mac: str = "0" * 64


_START = LogHead(0, "0" * 64, 0)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a log. `line`: counted from 1 in its file; of a line that is missing, where it would stand."""

    line: int
    detail: str
    file: str = ""

    def __str__(self) -> str:
        return f"line {self.line}: {self.detail}"


class AuditLog:
    """One log, which any process of this machine appends to: a lock for each batch of lines, one fsync.

    Beside it stands `<name>.head`, which says under a MAC how far the log has come: lines that are cut off at the end are
    missed by it. Without the key nobody writes a line that fits. All files are for their owner alone.

    A file that has grown to `max_bytes` (0: none has) is renamed to `<name>.<number of its last line>`; the chain goes on in
    a new one. Of closed files the newest `max_files` (0: all) are kept: the head says under its MAC where the chain begins
    then, and a line says what was removed.
    """

    def __init__(self, path: Path, key: bytes, max_bytes: int = 0, max_files: int = 0) -> None:
        self.path, self.head_path, self._key = path, path.with_name(f"{path.name}.head"), key
        self._max_bytes, self._max_files = max_bytes, max_files
        self.key_id = sha256(b"key of an audit log" + key).hexdigest()[:8]

    def append(self, events: Sequence[Event], moment: int) -> list[dict[str, Any]]:
        """Append one line for each event, all or none; the lines as they stand there. Raises AuditError.

        When it returns, the lines are on disk.
        """
        try:
            make_private_folder(self.path.parent)
            with self._locked() as head_number:
                removal = self._begin_file(head_number)
                number = os.open(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
                try:
                    return self._append(number, head_number, [*removal, *events], moment)
                finally:
                    os.close(number)
        except OSError as error:
            raise AuditError(
                f"{self.path}: the audit log cannot be written ({error.strerror}); what it must record is refused. Make room, "
                "or set REMIT_AUDIT to a file that can be written"
            ) from None

    def files(self) -> list[Path]:
        """The files of the log, oldest first; the last one is written to."""
        begins = f"{self.path.name}."
        numbers = (path.name.removeprefix(begins) for path in self.path.parent.glob(f"{glob.escape(begins)}*"))
        full = sorted(int(number) for number in numbers if number.isdecimal())
        return [*(self._full_path(number) for number in full), self.path]

    def _full_path(self, last: int) -> Path:
        return self.path.with_name(f"{self.path.name}.{last:012d}")

    def _begin_file(self, head_number: int) -> list[Event]:
        """Rename a file that is full; the line that says which files were removed, if any were.

        A file whose head lags behind, since a process died, is left for the next time.
        """
        if not self._max_bytes or not self.path.is_file() or self.path.stat().st_size < self._max_bytes:
            return []
        head = self._read_head(head_number)
        if head is None or head.size != self.path.stat().st_size:
            return []
        os.rename(self.path, self._full_path(head.seq))
        head = msgspec.structs.replace(head, size=0)
        surplus = self.files()[: -1 - self._max_files] if self._max_files else []
        end = _last_line(surplus[-1]) if surplus else None
        if end is None:
            self._write_head(head_number, head)
            return []
        # First where the chain begins: whoever dies in between leaves files that are not looked at any more.
        self._write_head(head_number, msgspec.structs.replace(head, removed_seq=end[0], removed_mac=end[1]))
        for path in surplus:
            path.unlink(missing_ok=True)
        return [{"kind": "audit", "name": "retention", "outcome": "done", "removed_until": end[0]}]

    def _append(self, number: int, head_number: int, events: Sequence[Event], moment: int) -> list[dict[str, Any]]:
        size = os.fstat(number).st_size
        head = self._read_head(head_number)
        extra: list[Event] = []
        prefix = b""
        if head is None and size:
            extra = [
                {"kind": "audit", "name": "head", "outcome": "missing: lines may have been cut off before this one"}
            ]
        if head is None or size > head.size:
            # A process died between the line and the head.
            head, prefix = self._read_tail(number, size, head or _START)
        lines, written, mac, seq = [prefix], [], head.mac, head.seq
        for event in (*extra, *events):
            seq += 1
            own = {"seq": seq, "at": write_moment(moment), "key": self.key_id}
            record = {**own, **event, **own}
            body = msgspec.json.encode(record)
            mac = self._mac(mac, body)
            lines.append(body[:-1] + _MAC + mac.encode() + b'"}\n')
            written.append(record)
        content = b"".join(lines)
        try:
            _write_whole(number, content)
            os.fsync(number)
        except OSError:
            # A part of a line would stay for ever.
            with contextlib.suppress(OSError):
                os.ftruncate(number, size)
            raise
        self._write_head(head_number, msgspec.structs.replace(head, seq=seq, mac=mac, size=size + len(content)))
        return written

    def lines(self) -> Iterator[bytes]:
        """The lines as they stand, oldest first; none where there is no log yet. Raises AuditError."""
        for path in self.files():
            yield from self._lines_of(path)

    def _lines_of(self, path: Path) -> Iterator[bytes]:
        try:
            with path.open("rb") as file:
                yield from (line.rstrip(b"\n") for line in file)
        except FileNotFoundError:
            return
        except OSError as error:
            raise AuditError(f"{path}: the audit log cannot be read: {error.strerror}") from None

    def verify(self) -> tuple[int, list[Problem]]:
        """How many lines there are, and what is wrong with them: changed, missing, or out of order, and where."""
        head = self._decode_head(self._head_content())
        begin = head or _START
        problems, total, count = list[Problem](), 0, 0
        chain = (begin.removed_mac, begin.removed_seq + 1)
        for path in self.files():
            if path != self.path and int(path.name.rpartition(".")[2]) <= begin.removed_seq:
                continue
            count, chain, in_file = self._verify_file(path, chain)
            problems += in_file
            total += count
        problems.extend(self._check_end(head, total, count, chain[1] - 1))
        return total, problems

    def _verify_file(self, path: Path, chain: tuple[str, int]) -> tuple[int, tuple[str, int], list[Problem]]:
        """How many lines a file has, the chain behind them, and what is wrong. `chain`: the MAC before, the number expected."""
        problems, (previous, expected), count = list[Problem](), chain, 0
        for count, line in enumerate(self._lines_of(path), 1):
            body, mac = line[:-_MAC_LENGTH] + b"}", line[-66:-2].decode(errors="replace")
            seq, key_id = _identify(line)
            if seq is None:
                problems.append(Problem(count, "this is no whole line of an audit log"))
                continue
            if key_id != self.key_id:
                problems.append(
                    Problem(count, f"written under another salt (key {key_id}); verify it with that REMIT_SALT")
                )
            elif seq > expected:
                missing = f"{expected}" if seq == expected + 1 else f"{expected} to {seq - 1}"
                problems.append(Problem(count, f"number {missing} is missing before this line, which is number {seq}"))
            elif seq < expected:
                problems.append(Problem(count, f"number {seq} stands where number {expected} belongs"))
            elif not hmac.compare_digest(mac.encode(), self._mac(previous, body).encode()):
                problems.append(Problem(count, f"number {seq} was changed after it was written"))
            previous, expected = mac, seq + 1
        named = [dataclasses.replace(problem, file=path.name) for problem in problems]
        return count, (previous, expected), named

    def removed_until(self) -> int:
        """The number of the last line that was removed on purpose, 0 if none was. Raises AuditError."""
        head = self._decode_head(self._head_content())
        return 0 if head is None else head.removed_seq

    def _head_content(self) -> bytes:
        try:
            return self.head_path.read_bytes()
        except FileNotFoundError:
            return b""
        except OSError as error:
            raise AuditError(f"{self.head_path}: it cannot be read: {error.strerror}") from None

    def _check_end(self, head: LogHead | None, total: int, count: int, last: int) -> Iterator[Problem]:
        """What the head says of the end. `total`: lines of all files, `count`: of the newest."""
        if head is None:
            if total:
                yield Problem(
                    count + 1,
                    f"{self.head_path.name}, which says how far the log came, is missing or changed",
                    self.path.name,
                )
        elif head.seq > last:
            yield Problem(
                count + 1,
                f"the log came to number {head.seq}; the lines after number {last} are missing",
                self.path.name,
            )

    def _mac(self, previous: str, body: bytes) -> str:
        return hmac.new(self._key, previous.encode() + b"\n" + body, sha256).hexdigest()

    @contextmanager
    def _locked(self) -> Iterator[int]:
        number = os.open(self.head_path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(number, fcntl.LOCK_EX)
            yield number
        finally:
            os.close(number)

    def _read_head(self, number: int) -> LogHead | None:
        return self._decode_head(os.pread(number, _HEAD_BYTES, 0))

    def _decode_head(self, content: bytes) -> LogHead | None:
        text, _, mac = content.strip().partition(b" ")
        if not hmac.compare_digest(mac, self._mac("head", text).encode()):
            return None
        return msgspec.json.decode(text, type=LogHead)

    def _write_head(self, number: int, head: LogHead) -> None:
        text = msgspec.json.encode(head)
        content = text + b" " + self._mac("head", text).encode()
        os.pwrite(number, content.ljust(_HEAD_BYTES - 1) + b"\n", 0)

    def _read_tail(self, number: int, size: int, head: LogHead) -> tuple[LogHead, bytes]:
        """The last whole line of the file, and what has to come before the next one: a line that was cut ends first."""
        tail = os.pread(number, _TAIL_BYTES, max(0, size - _TAIL_BYTES))
        prefix = b"" if tail.endswith(b"\n") or not tail else b"\n"
        for line in reversed(tail.split(b"\n")):
            seq, _ = _identify(line)
            if seq is not None and seq >= head.seq:
                mac = line[-66:-2].decode(errors="replace")
                return msgspec.structs.replace(head, seq=seq, mac=mac, size=size), prefix
        return head, prefix


def _last_line(path: Path) -> tuple[int, str] | None:
    """The number and MAC of the last line of a closed file; None where it is not the one that its name says."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _TAIL_BYTES))
        line = file.read().rstrip(b"\n").rpartition(b"\n")[2]
    seq, _ = _identify(line)
    if seq is None or seq != int(path.name.rpartition(".")[2]):
        return None
    return seq, line[-66:-2].decode(errors="replace")


def _identify(line: bytes) -> tuple[int | None, str]:
    """The number of a line and the id of its key; None for what is no line of a log."""
    if line[-_MAC_LENGTH : -_MAC_LENGTH + len(_MAC)] != _MAC or not line.endswith(b'"}'):
        return None, ""
    try:
        record = msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError):
        return None, ""
    seq, key_id = record.get("seq"), record.get("key")
    return (seq, str(key_id)) if type(seq) is int else (None, "")


def _write_whole(number: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(number, rest) :]

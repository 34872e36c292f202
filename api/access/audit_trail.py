"""Recording of questions and changes: to the audit log, and as OCSF events where a setting names a place for them."""

from __future__ import annotations

import asyncio
import getpass
import hmac
import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from hashlib import sha256
from typing import Any

import msgspec

from api.access.audit_format import Redactor, write_ocsf
from api.access.audit_log import AuditError, AuditLog, Event
from api.settings import OCSF_TO_OUTPUT, Settings
from api.tracing import span
from graph.errors import RemitError, StoreError
from graph.moment import now
from graph.stores.base import Outcome

_STDOUT = 1
# What the span of a change says of it.
_COUNTS = ("runs", "added", "retired", "held", "generation")


class AuditWriter:
    """Appends to the log of an installation; safe for several threads. A store in memory has none unless REMIT_AUDIT says."""

    def __init__(self, settings: Settings) -> None:
        self._settings, self._path = settings, settings.audit_file()
        self._lock = threading.Lock()

    @cached_property
    def log(self) -> AuditLog | None:
        """The log; raises StoreError where the salt that keys it cannot be kept."""
        return (
            None
            if self._path is None
            else AuditLog(
                self._path,
                audit_key(self._settings, "chain"),
                self._settings.audit_mb * 2**20,
                self._settings.audit_files,
            )
        )

    @cached_property
    def redactor(self) -> Redactor:
        """What hashes names and ids; raises StoreError as `log` does."""
        return Redactor(audit_key(self._settings, "names"))

    def write(self, events: Sequence[Event]) -> None:
        """Record events, all or none; raises AuditError."""
        try:
            with self._lock:
                records = [] if self.log is None else self.log.append(events, now())
            self._write_ocsf(records)
        except AuditError:
            raise
        except (RemitError, OSError) as error:
            raise AuditError(f"the audit log cannot be written: {error}") from None

    def _write_ocsf(self, records: Sequence[dict[str, Any]]) -> None:
        target = self._settings.audit_ocsf
        if target is None or not records:
            return
        content = b"".join(msgspec.json.encode(write_ocsf(record)) + b"\n" for record in records)
        if target == OCSF_TO_OUTPUT:
            number = _STDOUT
        else:
            number = os.open(target, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(number, content)
        finally:
            if number != _STDOUT:
                os.close(number)


class AuditTrail:
    """The writer of one server process: what comes while a batch is written is the next batch, under one fsync."""

    def __init__(self, settings: Settings) -> None:
        self.writer = AuditWriter(settings)
        self._waiting: list[tuple[Sequence[Event], asyncio.Future[None]]] = []
        self._flush: asyncio.Task[None] | None = None

    def redact(self, argument: object) -> object:
        """An argument of a question with its texts hashed; None where no key can be kept, so that nothing can be written either."""
        with suppress(StoreError):
            return self.writer.redactor.redact(argument)
        return None

    async def write(self, events: Sequence[Event]) -> None:
        """Record events; when this returns they are on disk. Raises AuditError."""
        if not events:
            return
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((events, future))
        if self._flush is None or self._flush.done():
            self._flush = asyncio.create_task(self._write_waiting())
        await future

    async def _write_waiting(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            failure: AuditError | None = None
            try:
                await asyncio.to_thread(self.writer.write, [event for events, _ in batch for event in events])
            except AuditError as error:
                failure = error
            for _, future in batch:
                # Whoever went away is recorded all the same.
                if future.done():
                    continue
                if failure is None:
                    future.set_result(None)
                else:
                    future.set_exception(failure)


def audit_key(settings: Settings, purpose: str) -> bytes:
    """A key of the audit, derived from the salt; one purpose's key says nothing of the other's."""
    return hmac.new(settings.fingerprint_salt, f"audit {purpose}".encode(), sha256).digest()


@contextmanager
def recorded(settings: Settings, name: str, **details: object) -> Iterator[dict[str, Any]]:
    """Record a change that is made on the command line: that it begins, and what came of it.

    The block fills in what it did; the ids in `nodes` and the text `value` are hashed. A change that cannot be recorded is not begun: AuditError.
    """
    writer = AuditWriter(settings)
    event = {"kind": "change", "name": name, **command_line_caller(), **details}
    writer.write([{**event, "outcome": "begun"}])
    facts: dict[str, Any] = {}
    try:
        with span(name) as traced:
            yield facts
            traced.set({f"remit.{count}": facts[count] for count in _COUNTS if isinstance(facts.get(count), int)})
    except BaseException as error:
        writer.write([{**event, **_redacted(writer, facts), "outcome": "failed", "why": type(error).__name__}])
        raise
    writer.write([{**event, **_redacted(writer, facts), "outcome": "done"}])


def count_outcomes(outcomes: Sequence[Outcome]) -> dict[str, object]:
    """What the audit says of runs: their sources, how much they added, retired and hold, and the generation."""
    return {
        "sources": list(dict.fromkeys(outcome.source for outcome in outcomes)),
        "runs": len(outcomes),
        "added": sum(sum(outcome.added.values()) for outcome in outcomes),
        "retired": sum(sum(outcome.retired.values()) for outcome in outcomes),
        "held": sum(sum(outcome.held.values()) for outcome in outcomes),
        "generation": max((outcome.generation for outcome in outcomes), default=None),
    }


def _redacted(writer: AuditWriter, facts: dict[str, Any]) -> dict[str, Any]:
    hashed = {name: writer.redactor.redact(facts[name]) for name in ("nodes", "value") if facts.get(name) is not None}
    return facts | hashed


def command_line_caller() -> dict[str, str]:
    """Who asks or changes something on the command line: the user of this machine."""
    return {"caller": f"cli:{_user()}", "method": "cli"}


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid())

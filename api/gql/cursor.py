"""This file knows what a cursor says: which snapshot, moment and question a list is of, and how far it was read."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import msgspec

from graph.errors import InputError
from graph.snapshot import Snapshot

MAX_FIRST = 200
DEFAULT_FIRST = 50


class CursorExpired(InputError):
    """A cursor of a snapshot that no longer answers."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in one list of one answer. `digest`: of the snapshot, shortened; `question`: of what was asked."""

    digest: str
    as_of: int
    question: str
    field: str
    position: int

    def write(self) -> str:
        """As clients get it."""
        told = [self.digest, self.as_of, self.question, self.field, self.position]
        return base64.urlsafe_b64encode(msgspec.json.encode(told)).decode().rstrip("=")


def read_cursor(text: str) -> Cursor:
    """A cursor as clients send it back; raises InputError for what never was one."""
    try:
        raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        cursor = Cursor(*msgspec.json.decode(raw, type=tuple[str, int, str, str, int]))
    except (binascii.Error, ValueError, msgspec.DecodeError):
        cursor = None
    if cursor is None or cursor.position < 0 or cursor.write() != text:
        raise InputError("`after` is no cursor of this server; give one that an earlier page ended with")
    return cursor


def shorten(snapshot: Snapshot) -> str:
    """The snapshot's digest as cursors carry it."""
    return snapshot.digest[:16]


def question_of(name: str, params: Any) -> str:
    """What tells one question from another: its name and all it was asked with, the moment included."""
    return blake2b(f"{name} {params!r}".encode(), digest_size=8).hexdigest()

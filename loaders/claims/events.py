"""Keys of usage events, and the records that make known whose they are."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b

from graph.claims import EVENT_KEY_BYTES, EVENTS_PER_RECORD, EventOwner, Usage

_HALF = EVENT_KEY_BYTES // 2
_BLOCK = EVENTS_PER_RECORD * EVENT_KEY_BYTES


def event_key(event: object, variant: object = None) -> bytes:
    """The key of an event: the provider's id, or its time, model and counts; `variant` is what else is told of it.

    Two events that share all but the variant are two, and an event whose variant changed is found all the same.
    """
    return _half(event) + _half(variant)


def owner_records(row: Usage, keys: bytes | bytearray) -> Iterator[EventOwner]:
    """Records that the events of these keys, in any order, are those of a usage row's owner."""
    ordered = b"".join(sorted(keys[start : start + EVENT_KEY_BYTES] for start in range(0, len(keys), EVENT_KEY_BYTES)))
    for start in range(0, len(ordered), _BLOCK):
        yield EventOwner(
            day=row.day,
            keys=ordered[start : start + _BLOCK],
            principal=row.principal,
            workspace=row.workspace,
            detail=row.detail,
        )


def _half(part: object) -> bytes:
    return bytes(_HALF) if part is None else blake2b(repr(part).encode(), digest_size=_HALF).digest()

"""Owners of usage events: what an earlier reading of an event says of whose it is, where a later one leaves it open.

The key of an event is two numbers. `event` says which one it is: the provider's id, or its time, model and counts, which
several events may share. `variant` tells these apart by what else is known of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from struct import Struct
from typing import NamedTuple

from graph.claims import EVENT_KEY_BYTES

_KEY = Struct(">qq")


class Owner(NamedTuple):
    """What a usage row says of its owner; `detail` may name a user."""

    principal: str | None
    workspace: str | None
    detail: str | None


class EventVariant(NamedTuple):
    """One of the events of a number, and whose it is."""

    variant: int
    owner: Owner


def read_keys(keys: bytes) -> Iterator[tuple[int, int]]:
    """The (event, variant) of keys that are written one after the other."""
    return _KEY.iter_unpack(keys)


def write_key(event: int, variant: int) -> bytes:
    """The key of an event, EVENT_KEY_BYTES long."""
    key = _KEY.pack(event, variant)
    assert len(key) == EVENT_KEY_BYTES
    return key


def completed(owner: Owner, known: Owner) -> Owner:
    """An owner with what an earlier reading knew and this one leaves open; another principal is another owner."""
    if None not in (owner.principal, known.principal) and owner.principal != known.principal:
        return owner
    return Owner(
        known.principal if owner.principal is None else owner.principal,
        known.workspace if owner.workspace is None else owner.workspace,
        known.detail if owner.principal is None or _says_less(owner.detail, known.detail) else owner.detail,
    )


def match_events(
    known: Sequence[EventVariant], named: Sequence[EventVariant], unnamed: Sequence[EventVariant]
) -> tuple[list[Owner], list[int]]:
    """The owners of the unnamed events of one number, in their order, given what earlier readings knew.

    `named` are the events of this reading that say everything: they are those of their principal. Each known event is one
    event, of the same variant if there is one. The second list are the indices of known events of which an event of
    another variant took something: it is the same event.
    """
    rest = sorted(range(len(known)), key=lambda index: _order(known[index]))
    owners, moved = [event.owner for event in unnamed], list[int]()

    def take(number: int, events: Sequence[EventVariant], same: str) -> bool:
        """Match an event with the first known one that is left and the same in this respect."""
        event = events[number]
        for index in rest:
            has_variant = known[index].variant == event.variant or "variant" not in same
            if has_variant and (known[index].owner.principal == event.owner.principal or "principal" not in same):
                rest.remove(index)
                if events is unnamed:
                    owners[number] = completed(event.owner, known[index].owner)
                    if owners[number] != event.owner and known[index].variant != event.variant:
                        moved.append(index)
                return True
        return False

    named_left = list(range(len(named)))
    left = sorted(range(len(unnamed)), key=lambda number: _order(unnamed[number]))
    # The surest matches first.
    named_left = [number for number in named_left if not take(number, named, "variant principal")]
    left = [number for number in left if not take(number, unnamed, "variant")]
    named_left = [number for number in named_left if not take(number, named, "variant")]
    for number in named_left:
        take(number, named, "principal")
    for number in left:
        take(number, unnamed, "")
    return owners, moved


def _order(event: EventVariant) -> tuple[int, tuple[str, ...]]:
    return event.variant, tuple(text or "" for text in event.owner)


def _says_less(detail: str | None, known: str | None) -> bool:
    """Whether a detail says nothing that the known one does not."""
    if detail is None or known is None or detail == known:
        return detail is None
    try:
        fields, known_fields = json.loads(detail), json.loads(known)
        raw, known_raw = fields.get("raw", fields), known_fields.get("raw", known_fields)
        return bool(raw.items() <= known_raw.items())
    except (ValueError, TypeError, AttributeError):
        return False

"""Decisions of people that are in force, and the short keys by which a person names one of them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import msgspec

from graph.claims import Decision

_KEY_LENGTH = 10


def decision_key(decision: Decision) -> str:
    """The key of a decision: ten hexadecimal digits of its content, the same in every store."""
    content = msgspec.json.encode(decision, order="sorted")
    return hashlib.blake2b(content, digest_size=20).hexdigest()[:_KEY_LENGTH]


def decisions_in_force(decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions that no later one undoes, without the undoing ones; in the order given."""
    undone: set[str] = set()
    # Newest first: an undoing that was itself undone undoes nothing.
    for decision in sorted(decisions, key=lambda decision: (decision.at, decision.kind == "undo"), reverse=True):
        if decision.kind == "undo" and decision.value and decision_key(decision) not in undone:
            undone.add(decision.value)
    return [decision for decision in decisions if decision.kind != "undo" and decision_key(decision) not in undone]


def linked_pairs(decisions: Sequence[Decision]) -> dict[tuple[str, str], int]:
    """The pairs of ids, each in byte order, whose newest decision is link, with the moment of that decision."""
    return _standing(decisions, "link")


def unlinked_pairs(decisions: Sequence[Decision]) -> set[tuple[str, str]]:
    """The pairs of ids, each in byte order, whose newest decision is unlink."""
    return set(_standing(decisions, "unlink"))


def _standing(decisions: Sequence[Decision], kind: str) -> dict[tuple[str, str], int]:
    """Pairs whose newest decision is of this kind."""
    newest: dict[tuple[str, str], tuple[int, str]] = {}
    for decision in decisions:
        if decision.kind not in ("link", "unlink"):
            continue
        ids = sorted(set(decision.ids), key=str.encode)
        for i, left in enumerate(ids):
            for right in ids[i + 1 :]:
                newest[left, right] = max(newest.get((left, right), (-1, "")), (decision.at, decision.kind))
    return {pair: at for pair, (at, last) in newest.items() if last == kind}

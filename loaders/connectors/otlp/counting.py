"""This file knows which spans count: of all that tell of one call, exactly one, whatever order they come in.

The rules look at a span's parent, its children and the spans with its tool call id, in the same trace, and at nothing else:
so what counts is a function of the set of spans, and a new span changes what counts among its neighbours alone.

* An **inference** span counts its request unless a child is an inference of its sort (generation or embedding): the wrapper of
  a framework repeats the call of the library below it. It counts its tokens unless such a child tells tokens.
* A **tool call** may be told by the agent (`execute_tool`), the MCP client and the MCP server. Of spans with one
  `gen_ai.tool.call.id` the best one counts: client, then agent, then server, then by id. Without: a client span always
  counts; an `execute_tool` span unless a client span is its child, or its parent is an MCP span of the same tool;
  a server span unless its parent is a client's or an agent's.
* What the one that counts does not tell, the others of its call do: a person before an agent or service; the server's
  name by the client, else the server itself, else the agent.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from loaders.connectors.otlp.span import CALLS, CLIENT, EXECUTE, SERVER

REQUEST, TOKENS = 1, 2


class UsageKey(NamedTuple):
    """Where spans are added up: one row of usage. Fields as in Fact."""

    day: int
    who: str
    application: str
    server: str
    name: str
    is_call: int  # 0 or 1, as SQLite keeps it


class StoredSpan(NamedTuple):
    """A span as the journal keeps it."""

    key: bytes
    parent: bytes | None
    role: int
    call: bytes | None
    slot: UsageKey


class SpanNeighbours(NamedTuple):
    """The neighbours of a span: of its children and of the spans with its call id the least by key of each role."""

    own: StoredSpan
    parent: StoredSpan | None
    children: dict[int, StoredSpan]
    mates: dict[int, StoredSpan]


def counted_usage(near: SpanNeighbours) -> tuple[UsageKey, int] | None:
    """The slot a span counts in and what of it counts (REQUEST, TOKENS, both); None if others tell its call."""
    own = near.own
    if own.role not in CALLS:
        told = own.role - own.role % 2
        what = 0 if told in near.children else TOKENS
        what |= 0 if told in near.children or told + 1 in near.children else REQUEST
        return (own.slot, what) if what else None
    return None if _is_told(near) else (_merged(near), REQUEST)


def may_be_superseded(role: int, server: str) -> bool:
    """Whether a call may soon be told better: by the client of a server, by the server of a client that cannot name it."""
    return role == SERVER or (role == CLIENT and not server)


def _is_told(near: SpanNeighbours) -> bool:
    """Whether another span counts for the call of this one."""
    own, parent = near.own, near.parent
    best = next((near.mates[role] for role in CALLS if role in near.mates), own)
    if best.key != own.key:
        return True
    if own.role == EXECUTE:
        inside = parent is not None and parent.role in (CLIENT, SERVER) and parent.slot.name == own.slot.name
        return inside or CLIENT in near.children
    return own.role == SERVER and parent is not None and parent.role in (CLIENT, EXECUTE)


def _merged(near: SpanNeighbours) -> UsageKey:
    own = near.own
    others = [*near.mates.values()]
    if own.role != SERVER and SERVER in near.children:
        others.append(near.children[SERVER])
    if near.parent is not None and own.role == CLIENT and near.parent.role == EXECUTE:
        others.append(near.parent)
    others = sorted((one for one in others if one.key != own.key), key=lambda one: (one.role, one.key))
    all_told = [own.slot, *(one.slot for one in others)]
    people = (slot.who for slot in all_told if slot.who.startswith("Account:"))
    by_role = sorted([own, *others], key=lambda one: ((CLIENT, SERVER, EXECUTE).index(one.role), one.key))
    return UsageKey(
        own.slot.day,
        next(people, None) or _first(slot.who for slot in all_told),
        _first(slot.application for slot in all_told),
        _first(one.slot.server for one in by_role),
        _first(slot.name for slot in all_told),
        1,
    )


def _first(told: Iterable[str]) -> str:
    return next((text for text in told if text), "")

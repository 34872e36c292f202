"""The rules of which spans count: of all spans of one call exactly one, in whatever order they arrive.

The rules look at a span's parent, its children and the spans with its tool call id, in the same trace, and at nothing else.
So what counts is a function of the set of spans, and a new span changes what counts only among its neighbours.

* An **inference** span counts its request unless a child is an inference of its sort (generation or embedding): the wrapper
  of a framework repeats the call of the library below it. It counts its tokens unless such a child has tokens.
* A **tool call** may be reported by the agent (`execute_tool`), the MCP client and the MCP server. Of spans with one
  `gen_ai.tool.call.id` the best one counts: client, then agent, then server, then by id. Without one: a client span always
  counts; an `execute_tool` span unless a client span is its child, or its parent is an MCP span of the same tool;
  a server span unless its parent is a client's or an agent's.
* What the counted span leaves out is taken from the others of its call: a person before an agent or service; the server's
  name as the client gives it, else the server itself, else the agent.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from loaders.connectors.otlp.span import CALLS, CLIENT, EXECUTE, SERVER

REQUEST, TOKENS = 1, 2


class UsageKey(NamedTuple):
    """What spans are summed by: one row of usage. Fields as in SpanUsage."""

    day: int
    who: str
    application: str
    server: str
    name: str
    is_call: int  # 0 or 1, as SQLite keeps it


class StoredSpan(NamedTuple):
    """A span as the journal stores it. `usage_key` is its own, whichever one it counts for."""

    key: bytes
    parent: bytes | None
    role: int
    call: bytes | None
    usage_key: UsageKey


class SpanNeighbours(NamedTuple):
    """A span with its neighbours: per role the child, and the span of the same call, that is least by key."""

    span: StoredSpan
    parent: StoredSpan | None
    children: dict[int, StoredSpan]
    same_call: dict[int, StoredSpan]


def counted_usage(neighbours: SpanNeighbours) -> tuple[UsageKey, int] | None:
    """The key that a span counts for and what of it counts (REQUEST, TOKENS, both); None if another span counts."""
    span, children = neighbours.span, neighbours.children
    if span.role not in CALLS:
        with_tokens = span.role - span.role % 2
        counted = 0 if with_tokens in children else TOKENS
        counted |= 0 if with_tokens in children or with_tokens + 1 in children else REQUEST
        return (span.usage_key, counted) if counted else None
    return None if _is_superseded(neighbours) else (_merged_key(neighbours), REQUEST)


def may_be_superseded(role: int, server: str) -> bool:
    """Whether a better span of a call may follow: a server's client, or the server of a client that cannot name it."""
    return role == SERVER or (role == CLIENT and not server)


def _is_superseded(neighbours: SpanNeighbours) -> bool:
    """Whether another span counts for the call of this one."""
    span, parent = neighbours.span, neighbours.parent
    best = next((neighbours.same_call[role] for role in CALLS if role in neighbours.same_call), span)
    if best.key != span.key:
        return True
    if span.role == EXECUTE:
        is_inside = (
            parent is not None and parent.role in (CLIENT, SERVER) and parent.usage_key.name == span.usage_key.name
        )
        return is_inside or CLIENT in neighbours.children
    return span.role == SERVER and parent is not None and parent.role in (CLIENT, EXECUTE)


def _merged_key(neighbours: SpanNeighbours) -> UsageKey:
    """The key of a call: what its counted span says, completed by the other spans of the call."""
    span, parent = neighbours.span, neighbours.parent
    others = [*neighbours.same_call.values()]
    if span.role != SERVER and SERVER in neighbours.children:
        others.append(neighbours.children[SERVER])
    if parent is not None and span.role == CLIENT and parent.role == EXECUTE:
        others.append(parent)
    others = sorted((other for other in others if other.key != span.key), key=lambda other: (other.role, other.key))
    keys = [span.usage_key, *(other.usage_key for other in others)]
    people = (key.who for key in keys if key.who.startswith("Account:"))
    by_role = sorted([span, *others], key=lambda other: ((CLIENT, SERVER, EXECUTE).index(other.role), other.key))
    return UsageKey(
        span.usage_key.day,
        next(people, None) or _first(key.who for key in keys),
        _first(key.application for key in keys),
        _first(other.usage_key.server for other in by_role),
        _first(key.name for key in keys),
        1,
    )


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")

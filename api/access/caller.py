"""Callers: who asks or changes something, how they authenticated, and which rights they have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

# What a caller may do: ask questions; load records and spans; decide (reviews, links, approvals); Cypher; run the server.
ASK, LOAD, DECIDE, ARCHITECT, ADMIN = "ask", "load", "decide", "architect", "admin"
RIGHTS = (ASK, LOAD, DECIDE, ARCHITECT, ADMIN)

# A prefix of sources that every source begins with.
EVERY_SOURCE = "*"


@dataclass(frozen=True, slots=True)
class Caller:
    """Who a request comes from.

    `name`: what the audit and decisions call them: a person's address, a token's name, a setting. `method`: how they
    authenticated (`none`, `setting`, `token`, ...). `source_prefixes`: which sources `load` may write, see `may_write`.
    `scope`: the part of the graph that questions are answered from, as graph.snapshot.scope writes it; empty: all of it.
    """

    name: str
    method: str
    rights: frozenset[str] = frozenset()
    source_prefixes: tuple[str, ...] = field(default=())
    scope: tuple[str, ...] = field(default=())

    def has(self, right: str) -> bool:
        """Whether the caller has a right of RIGHTS."""
        return right in self.rights

    def may_write(self, source: str) -> bool:
        """Whether `load` reaches a source: it is named whole, or a prefix of it up to a `:` or `/` is."""
        return LOAD in self.rights and any(covers(prefix, source) for prefix in self.source_prefixes)


def covers(prefix: str, source: str) -> bool:
    """Whether a prefix covers a source: `hr:` every instance of hr; `hr:acme` that source and what is below `hr:acme/`."""
    if prefix == EVERY_SOURCE or source == prefix:
        return True
    return source.startswith(prefix if prefix.endswith((":", "/")) else f"{prefix}/")


def nobody(rights: Iterable[str] = ()) -> Caller:
    """A caller who did not authenticate."""
    return Caller("anonymous", "none", frozenset(rights))

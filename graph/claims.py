"""Claims of a source: the header of a run and the records it writes.

A claim is what a source says, not what is true. Records are frozen and in the units of the graph: moments and days are
integers (graph.moment), money is nano-units (graph.money), permissions are `Permission`. They are msgspec structs because
millions of them pass through a load; they behave like frozen dataclasses.

Every record is checked by `graph.check` before a store sees it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from graph.ontology import TOKEN_COUNTERS, Permission

NO_TOKENS = (0,) * len(TOKEN_COUNTERS)
EVENT_KEY_BYTES = 16
# How many events one record makes known at most.
EVENTS_PER_RECORD = 4_096


class RunHeader(msgspec.Struct, frozen=True, kw_only=True):
    """The header of a run.

    `source` is system:instance. `complete` lists the node and edge kinds it fetched to their proven end; `usage` and
    `charges` the days (first, last; both inclusive) it covers. `aliases` maps another spelling of a system/instance
    prefix to this source's own, such as `postgres/db.acme.example:5432` to `postgres/prod`. `max_age_s` is how old
    this source may become before answers say that it is stale. `scopes` is set in exports only, with `restore`: per
    scope the moments of the first and the last complete run, and under `source` what else the store knew of the source:
    `first_observed`, `state`, `reasons`, `bookmark`, `recent_runs`, whether a run of it is `held` and for which `held_days` of usage.
    """

    source: str
    observed_at: int
    complete: tuple[str, ...] = ()
    usage: tuple[int, int] | None = None
    charges: tuple[int, int] | None = None
    aliases: Mapping[str, str] = {}
    max_age_s: int | None = msgspec.field(default=None, name="promised_age_s")
    restore: bool = False
    scopes: Mapping[str, Mapping[str, Any]] = {}


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A node as one source describes it. An absent property is unknown; None in `props` means the same."""

    id: str
    name: str | None = None
    props: Mapping[str, Any] = {}
    since: int | None = None
    until: int | None = None
    first_seen: int | None = None
    dated: bool = True  # restore only: False if the store set `since`, not the source
    retired: int | None = None  # restore only: when the source stopped listing this version
    opened: int | None = None  # restore only: the moment of the run that wrote this version, if not `first_seen`
    held: bool = False  # restore only: a person must confirm its retirement


class Edge(msgspec.Struct, frozen=True, kw_only=True):
    """An edge as one source claims it.

    `permission` None: not stated. `evidence`: a short text that a person can check. `alias`: the name under which
    `source` knows `target` (the key of a server in a configuration).
    """

    kind: str
    source: str
    target: str
    permission: Permission | None = None
    since: int | None = None
    until: int | None = None
    first_seen: int | None = None
    evidence: str | None = None
    alias: str | None = None
    dated: bool = True  # restore only: False if the store set `since`, not the source
    declared: int | None = None  # restore only: the source's own date, where the claim came back later than that
    retired: int | None = None
    held: bool = False  # restore only: a person must confirm its retirement

    @property
    def declared_since(self) -> int | None:
        """The date that the source gave, which is part of the claim's key; None if it gave none."""
        if not self.dated:
            return None
        return self.since if self.declared is None else self.declared


class Usage(msgspec.Struct, frozen=True, kw_only=True):
    """Usage of one resource by one principal on one UTC day; equal rows within a run add up.

    `tokens` are in the order of TOKEN_COUNTERS. `cost_nano` None: cost unknown. `basis`: billed, or priced from the
    price table of day `priced_on`. `detail`: the provider's raw fields and the group_by of the request, as JSON text.
    """

    resource: str
    day: int
    principal: str | None = None
    application: str | None = None
    workspace: str | None = None
    requests: int = 0
    tokens: tuple[int, ...] = NO_TOKENS
    cost_nano: int | None = None
    currency: str | None = None
    basis: str | None = None
    priced_on: int | None = None
    chargeable: bool = True
    rounded: bool = False
    detail: str | None = None
    held: bool = False  # restore only: a person must confirm it before it replaces the rows of its day


class UsageEvent(msgspec.Struct, frozen=True, kw_only=True):
    """One event of a provider as a usage row of its own, which adds up with the others like any row.

    `key`: EVENT_KEY_BYTES; the first half says which event it is, the second tells apart events of which the provider
    tells no more (graph.stores.events). What the row leaves open of whose it is it takes from an earlier reading of the event.
    """

    key: bytes
    usage: Usage


class EventOwner(msgspec.Struct, frozen=True, kw_only=True):
    """Whose the events of a day are: the key of each, one after the other, and what their usage row says of its owner.

    The events are in the amounts of a Usage record already; this one only makes their owner known to later readings.
    """

    day: int
    keys: bytes
    principal: str | None = None
    workspace: str | None = None
    detail: str | None = None
    held: bool = False  # restore only: it waits with the usage rows of its day


class Charge(msgspec.Struct, frozen=True, kw_only=True):
    """A line of an invoice or cost report, for the days `first_day` to `last_day`, both inclusive."""

    application: str
    first_day: int
    last_day: int
    category: str
    cost_nano: int
    currency: str
    description: str | None = None
    rounded: bool = False


class Tombstone(msgspec.Struct, frozen=True, kw_only=True):
    """An id that the source reports as gone."""

    id: str


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """A person's decision; it belongs to no source and survives every sync.

    kind link, unlink: two or more ids of Identities and Accounts. owner: (principal, owner). sensitivity, approval: one id
    and `value`. budget: the id of the node that is the key, or none, and a `value` (graph.budgets). alias: (an instance as configurations write its address, the instance). undo: the ids of the decision that
    is taken back, and its key (graph.decisions) as `value`.
    """

    kind: str
    ids: tuple[str, ...]
    by: str
    at: int
    why: str | None = None
    value: str | None = None


Record = Node | Edge | Usage | UsageEvent | EventOwner | Charge | Tombstone | Decision

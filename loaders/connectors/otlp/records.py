"""Records of what spans add up to, and their delivery to a store: usage by day, and the nodes that it names.

Spans prove that something was used, never that nothing was. A run mentions days, which replaces its source's rows of these
days, and covers nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import add
from typing import Any

from graph.address import canonical_address
from graph.claims import Edge, Node, RunHeader, Usage
from graph.moment import SECOND
from graph.ontology import TOKEN_COUNTERS
from graph.reason import HELD, Reason
from graph.stores.base import Outcome, Store
from loaders.base import PendingRun
from loaders.connectors.otlp.counting import UsageKey
from loaders.connectors.otlp.journal import ChangedDays, Journal, UsageTotal
from loaders.connectors.otlp.span import escaped, is_address
from loaders.ingest import ingest
from loaders.models.names import UNNAMED, model_node
from loaders.models.prices import priced
from loaders.name_limits import OTHER, DayNames

_COUNTER_INDICES = tuple(
    TOKEN_COUNTERS.index(name) for name in ("uncached_input", "cache_read", "cache_write", "output", "reasoning")
)


def deliver(journal: Journal, store: Store, instance: str, now: int) -> Outcome | None:
    """Write the days that changed since the last delivery, whole, as one run of one source; None if none did.

    Killed at any moment, it is done again next time: equal days change nothing. Waits for another delivery of this journal.
    Raises what `ingest` raises.
    """
    with journal.delivering():
        journal.settle(now // SECOND)
        changed, pending = changed_days(journal, store, instance, now)
        return deliver_days(journal, store, changed, pending) if changed.days else None


def changed_days(journal: Journal, store: Store, instance: str, now: int) -> tuple[ChangedDays, PendingRun]:
    """The days to deliver and the run that writes them; the caller has the turn to deliver."""
    source, last_observed = _source(store, instance, journal.identity)
    journal.attach_store(store.identity(), last_observed)
    changed, names = journal.changed(), DayNames()
    header = RunHeader(source=source, observed_at=max(now, last_observed or 0))
    run = PendingRun(
        header,
        [(0, record) for record in records(changed.totals, instance, names)],
        "telemetry",
        reasons=[*left_out_reasons(journal), *names.reasons()],
        checkpoint=journal.identity,
    )
    return changed, run


def deliver_days(journal: Journal, store: Store, changed: ChangedDays, pending: PendingRun) -> Outcome:
    """Write what `changed_days` gave, and note it. Raises what `ingest` raises."""
    source = pending.header.source
    outcome = ingest(store, [pending])[0]
    if outcome.state == HELD:
        # A span that came late moved calls from one row to another. A journal loses nothing of its days: all that they
        # add up to is in it, and this source has no other author. There is nothing for a person to review.
        outcome = store.accept_run(source)
    journal.mark_delivered(changed.days, pending.header.observed_at)
    return outcome


def left_out_reasons(journal: Journal) -> list[Reason]:
    """That spans carry tokens which nothing that counts tells; empty if none do."""
    count = journal.left_out()
    if not count:
        return []
    what = "1 span carries" if count == 1 else f"{count:,} spans carry"
    why = "but no inference in words that are known, nor does one below it: these tokens are not counted"
    return [Reason("TOKENS_LEFT_OUT", f"{what} tokens, {why}")]


def records(
    totals: Iterable[UsageTotal], instance: str, names: DayNames | None = None
) -> Iterator[Node | Edge | Usage]:
    """Nodes and edges once each, sorted, then one usage row per key; a day that lost all its rows is still mentioned.

    Names beyond the limits of `names` count as `(other)`.
    """
    totals = limited(totals, instance, names or DayNames())
    used = [total for total in totals if total.requests or any(total.tokens)]
    claims: dict[tuple[str, ...], Node | Edge] = {}
    for total in used:
        for claim in _claims(total.usage_key, instance):
            claims[(claim.id,) if isinstance(claim, Node) else (claim.source, claim.kind, claim.target)] = claim
    yield from (claims[key] for key in sorted(claims))
    days = {total.usage_key.day for total in used}
    for total in used:
        yield _usage(total, instance)
    for total in totals:
        usage_key = total.usage_key
        if usage_key.day not in days:
            days.add(usage_key.day)
            yield Usage(resource=_resource(usage_key, instance), day=usage_key.day, chargeable=False)


def limited(totals: Iterable[UsageTotal], instance: str, names: DayNames) -> list[UsageTotal]:
    """The totals by key, sorted; of the names of a day the most used ones count under themselves."""
    sums: dict[UsageKey, UsageTotal] = {}
    for total in sorted(totals, key=lambda total: (-total.requests, total.usage_key)):
        key = _limited_key(total.usage_key, instance, names)
        known = sums.get(key)
        tokens = total.tokens if known is None else tuple(map(add, known.tokens, total.tokens))
        sums[key] = UsageTotal(key, total.requests + (known.requests if known else 0), tokens)
    return [sums[key] for key in sorted(sums)]


def _limited_key(key: UsageKey, instance: str, names: DayNames) -> UsageKey:
    bucket = f"otlp/{escaped(instance)}/{OTHER}"
    changed: dict[str, Any] = {}
    for field, node in (("who", key.who), ("application", key.application)):
        kind = node.partition(":")[0]
        if node and not names.admits(key.day, kind, node):
            changed[field] = f"{kind}:{bucket}"
    if key.server and not names.admits(key.day, "McpServer", key.server):
        changed["server"] = OTHER
    if key.name and key.is_call:
        if not names.admits(key.day, "McpTool", f"{changed.get('server', key.server)}/{key.name}"):
            changed["name"] = OTHER
    elif not key.is_call and not names.admits(key.day, "Model", key.name):
        changed["name"] = f"Model:{bucket}"
    return key._replace(**changed) if changed else key


def _source(store: Store, instance: str, identity: str) -> tuple[str, int | None]:
    """The source of a journal, and when it was last observed; None if the store does not have it.

    A source's days are replaced whole, so each source has one journal. If another journal used the name first (its file
    was lost, or belongs to another machine), this one adds to that usage as a source of its own.
    """
    states = {state.source: state for state in store.sources()}
    source = f"otlp:{instance}"
    if source in states and states[source].checkpoint != identity:
        source = f"{source}/{identity}"
    return source, states[source].last_observed if source in states else None


def _usage(total: UsageTotal, instance: str) -> Usage:
    usage_key = total.usage_key
    tokens = [0] * len(TOKEN_COUNTERS)
    for index, count in zip(_COUNTER_INDICES, total.tokens, strict=True):
        tokens[index] = count
    return priced(
        Usage(
            principal=usage_key.who or None,
            resource=_resource(usage_key, instance),
            application=usage_key.application or None,
            day=usage_key.day,
            requests=total.requests,
            tokens=tuple(tokens),
        )
    )


def _claims(usage_key: UsageKey, instance: str) -> Iterator[Node | Edge]:
    for principal in (usage_key.who, usage_key.application):
        if principal:
            yield _principal(principal)
    if not usage_key.is_call:
        yield model_node(usage_key.name)
        return
    props = {"name_only": True} if usage_key.server else {}
    server = Node(id=_server(usage_key, instance), name=usage_key.server or None, props=props)
    if not usage_key.name or usage_key.server:
        yield server
    if usage_key.name:
        # Tools of unnamed servers have nothing in common: no edge joins them.
        tool = Node(id=_resource(usage_key, instance), name=usage_key.name, props=props)
        yield tool
        if usage_key.server:
            yield Edge(kind="EXPOSES", source=server.id, target=tool.id, evidence="called, says a span")


def _principal(node_id: str) -> Node:
    # Kind:otlp/<instance>/<name>, its parts escaped.
    name = node_id.split("/", 2)[2].replace("%2F", "/").replace("%25", "%")
    if node_id.startswith("Account:"):
        return Node(id=node_id, name=name, props={"email": canonical_address(name)} if is_address(name) else {})
    return Node(id=node_id, name=name)


def _resource(usage_key: UsageKey, instance: str) -> str:
    if not usage_key.is_call:
        return usage_key.name
    if not usage_key.name:
        return _server(usage_key, instance)
    return f"McpTool:otlp/{escaped(instance)}/{escaped(usage_key.server or UNNAMED)}/{escaped(usage_key.name)}"


def _server(usage_key: UsageKey, instance: str) -> str:
    return f"McpServer:otlp/{escaped(instance)}/{escaped(usage_key.server or UNNAMED)}"

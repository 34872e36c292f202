"""This file knows the daily sums of a proxy that keeps no logs: per day what each model, key and MCP server used.

The sums overlap each other (by model, by key, by provider), so those by model and by tool alone are the tokens and the money,
parted by key. What they do not account for has no model; what the keys do not account for has no principal.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from graph.claims import NO_TOKENS
from graph.errors import RecordError
from graph.moment import read_day
from loaders.claims.coverage import Days
from loaders.connectors.litellm.directory import key_hash
from loaders.connectors.litellm.models import resource_of
from loaders.connectors.litellm.spend import SpendKey, counters, uncached
from loaders.saved.fields import FieldReader

# What the logs write in place of a model for the call of a tool.
_CALL = "MCP: "
_PARTS = ("prompt_tokens", "completion_tokens", "cache_read_input_tokens", "cache_creation_input_tokens", "requests")


class Metrics(NamedTuple):
    """What metrics say; `counts` in the order of _PARTS, as the proxy counts: the prompt with its cached part."""

    spend: Decimal
    counts: tuple[int, ...]

    def less(self, others: list[Metrics]) -> Metrics | None:
        """What is left beside parts; None if they are more than the whole."""
        spend = self.spend - sum((other.spend for other in others), Decimal(0))
        counts = tuple(
            own - sum(parts) for own, *parts in zip(self.counts, *(other.counts for other in others), strict=True)
        )
        return None if spend < 0 <= self.spend or min(counts) < 0 else Metrics(spend, counts)


class DailySum(NamedTuple):
    """What one slot adds to the ledger."""

    slot: SpendKey
    requests: int
    spend: Decimal
    tokens: tuple[int, ...]


def read_daily(entry: FieldReader, asked: Days | None) -> list[DailySum]:
    """One element of `results`. Raises RecordError for a wrong type, and for a day that was not asked for."""
    told = entry.required("date")
    try:
        day = read_day(told[:10])
    except ValueError:
        entry.refuse("date", "this is no day")
    if asked is not None and not asked[0] <= day <= asked[1]:
        entry.refuse("date", "it lies outside the days that were asked for")
    breakdown, whole = entry.child_or_empty("breakdown"), _sums(entry)
    models = [(name, child, _sums(child)) for name, child in _children(breakdown, "models")]
    servers = [(name, child, _sums(child)) for name, child in _children(breakdown, "mcp_servers")]
    beside = [model for model in models if not model[0].startswith(_CALL)]
    left = whole.less([sums for _, _, sums in (*beside, *servers)])
    has_own = left is not None
    if left is None:
        # What the servers used is in the sums of the models, too: there it counts.
        beside, left = models, whole.less([sums for _, _, sums in models])
    slot = SpendKey(day, None, None, None, None, None, False, True)
    parts = [
        part for name, child, sums in beside for part in _by_key(child, sums, slot._replace(model=resource_of(name)))
    ]
    for name, child, sums in servers:
        for part in _by_key(child, sums, slot._replace(tool=name)):
            bare = part._replace(spend=Decimal(0), tokens=NO_TOKENS, slot=part.slot._replace(priced=True))
            parts.append(part if has_own else bare)
    if left is not None and (left.spend or any(left.counts[:-1])):
        parts.append(_part(slot._replace(model=resource_of(None)), left))
    return parts


def _by_key(entry: FieldReader, whole: Metrics, slot: SpendKey) -> Iterator[DailySum]:
    """The sums of a model by key, and what they leave over; the whole without a key where they are more than that."""
    keys = [(name, child, _sums(child)) for name, child in _children(entry, "api_key_breakdown")]
    left = whole.less([sums for _, _, sums in keys])
    if left is None:
        keys, left = [], whole
    for name, child, sums in keys:
        yield _part(slot._replace(key=key_hash(name), team=child.child_or_empty("metadata").text("team_id")), sums)
    if left.spend or any(left.counts):
        yield _part(slot, left)


def _part(slot: SpendKey, sums: Metrics) -> DailySum:
    prompt, output, read, written, requests = sums.counts
    tokens = counters(
        uncached_input=uncached(prompt, read + written), cache_read=read, cache_write=written, output=output
    )
    return DailySum(slot._replace(priced=bool(sums.spend) or not any(tokens)), requests, sums.spend, tokens)


def _sums(entry: FieldReader) -> Metrics:
    metrics = entry.child_or_empty("metrics")
    requests = metrics.non_negative_int("successful_requests")
    if requests is None:
        requests = metrics.count("api_requests")
    metrics.money("spend")
    counts = (*(metrics.count(name) for name in _PARTS[:-1]), requests)
    return Metrics(metrics.number("spend") or Decimal(0), counts)


def _children(entry: FieldReader, name: str) -> Iterator[tuple[str, FieldReader]]:
    """The objects of a map inside an entry, by their names. A name that might be a key is in no place that is told."""
    held = entry.child_or_empty(name)
    for place, (key, raw) in enumerate(sorted(held.body.items())):
        where = f"{held.location}[{place}]"
        if not isinstance(raw, dict):
            raise RecordError("this must be an object", file=entry.file, field=where)
        yield key, FieldReader(raw, where, entry.file, entry.accepts_digits)

"""Spend of a proxy: rows of its logs and its daily sums, and the usage rows of a day that they add up to.

`prompt_tokens` include what was read from and written to the provider's cache; the counters here are disjoint. A row that the
proxy answered from its own cache repeats the tokens of the first answer: they were not used again. Prompts and answers
are never read.

A proxy that keeps no logs has daily sums, which overlap each other (by model, by key, by provider): those by model and by tool
alone are the tokens and the money, split by key. What they do not account for has no model; what the keys do not account
for has no principal.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Context, Decimal
from typing import Any, NamedTuple

import msgspec

from graph.claims import NO_TOKENS, Usage, UsageEvent
from graph.errors import RecordError
from graph.moment import day_of, read_day
from graph.money import read_amount
from graph.ontology import TOKEN_COUNTERS
from loaders.claims.builder import usage_detail
from loaders.claims.coverage import Days
from loaders.claims.events import event_key
from loaders.claims.tags import read_tag_texts, tag_text
from loaders.connectors.litellm.directory import ProxyIds, key_hash
from loaders.connectors.litellm.models import resource_of
from loaders.connectors.litellm.servers import ProxyServers
from loaders.saved.fields import FieldReader
from loaders.saved.parsing import read_body

# Wide enough that no sum of floats rounds.
_WIDE = Context(prec=100)


class SpendKey(NamedTuple):
    """What the log rows of one usage row have in common. `priced`: the proxy has a price for the model.

    `tags`: the fields that request tags say, sorted.
    """

    day: int
    key: str | None
    user: str | None
    team: str | None
    model: str | None
    tool: str | None
    cached: bool
    priced: bool
    end_user: str | None = None
    tags: tuple[tuple[str, str], ...] = ()


class LogRow(NamedTuple):
    """One row of the logs; `event` is its key as an event (loaders.claims.events).

    `unused_tags`: the request tags that say nothing of whose or for whom it is.
    """

    started_at: int
    event: bytes
    key: SpendKey
    tokens: tuple[int, ...]
    spend: Decimal
    unused_tags: tuple[str, ...] = ()


class SpendSums:
    """Requests, money and tokens summed by SpendKey: a million log rows are some thousand usage rows.

    Rows of the logs that name no user are kept one by one, by the keys of their events: an earlier reading may have named one.
    """

    def __init__(self) -> None:
        self.unused_tags: Counter[str] = Counter()
        self._sums: dict[SpendKey, tuple[int, Decimal, tuple[int, ...]]] = {}
        self._event_keys: defaultdict[SpendKey, bytearray] = defaultdict(bytearray)
        self._unnamed: defaultdict[bytes, list[LogRow]] = defaultdict(list)

    def add(self, key: SpendKey, requests: int, spend: Decimal, tokens: tuple[int, ...]) -> None:
        """Add requests to the sums of their key. Sums are exact, so the order does not matter."""
        sums = self._sums.get(key, (0, Decimal(0), NO_TOKENS))
        added = tuple(left + right for left, right in zip(sums[2], tokens, strict=True))
        self._sums[key] = sums[0] + requests, _WIDE.add(sums[1], spend), added

    def add_row(self, row: LogRow) -> None:
        """Add a row of the logs."""
        self.unused_tags.update(row.unused_tags)
        if row.key.user is None:
            self._unnamed[row.event].append(row)
        else:
            self.add(row.key, 1, row.spend, row.tokens)
            self._event_keys[row.key] += row.event

    def add_repeated(self, row: LogRow) -> None:
        """Add what a row that came before says of its user, if it said nothing of one then."""
        if row.key.user is not None and self._unnamed.pop(row.event, []):
            self.add_row(row._replace(unused_tags=()))

    def absorb(self, other: SpendSums) -> None:
        """Take over the sums of other rows."""
        for key, (requests, spend, tokens) in other._sums.items():
            self.add(key, requests, spend, tokens)
        for key, event_keys in other._event_keys.items():
            self._event_keys[key] += event_keys
        for event, rows in other._unnamed.items():
            self._unnamed[event] += rows
        self.unused_tags.update(other.unused_tags)

    def days(self) -> set[int]:
        return {key.day for key in self._keys()}

    def without(self, days: set[int]) -> SpendSums:
        """The sums of all other days. Daily sums have no rows of logs."""
        left = SpendSums()
        left._sums = {key: sums for key, sums in self._sums.items() if key.day not in days}
        return left

    def tools(self) -> set[str]:
        return {key.tool for key in self._keys() if key.tool is not None}

    def usage(self, ids: ProxyIds, servers: ProxyServers) -> Iterator[tuple[Usage, bytearray]]:
        """One row per key, user, team, model or tool, and day, each with the keys of its events."""
        for key, (requests, spend, tokens) in self._sums.items():
            yield _usage(key, (requests, spend, tokens), ids, servers), self._event_keys.get(key, bytearray())

    def unnamed(self, ids: ProxyIds, servers: ProxyServers) -> Iterator[UsageEvent]:
        """The rows of the logs that name no user, one by one. Those of one key add up to their sum, rounded once."""
        by_key: defaultdict[SpendKey, list[LogRow]] = defaultdict(list)
        for rows in self._unnamed.values():
            for row in rows:
                by_key[row.key].append(row)
        for key, rows in by_key.items():
            spend, cost_nano, rounded = Decimal(0), 0, False
            for row in sorted(rows, key=lambda row: (row.event, row.spend)):
                usage = _usage(key, (1, row.spend, row.tokens), ids, servers)
                if usage.cost_nano is not None:
                    spend, before = _WIDE.add(spend, row.spend), cost_nano
                    was_rounded = rounded
                    cost_nano, rounded = read_amount(spend)
                    usage = msgspec.structs.replace(
                        usage, cost_nano=cost_nano - before, rounded=rounded and not was_rounded
                    )
                yield UsageEvent(key=row.event, usage=usage)

    def _keys(self) -> Iterator[SpendKey]:
        yield from self._sums
        yield from (row.key for rows in self._unnamed.values() for row in rows)


def _usage(key: SpendKey, sums: tuple[int, Decimal, tuple[int, ...]], ids: ProxyIds, servers: ProxyServers) -> Usage:
    requests, spend, tokens = sums
    cost = read_amount(spend) if key.priced else None
    raw: dict[str, Any] = {"user": key.user} if key.user else {}
    raw |= {"cache_hit": True} if key.cached else {}
    raw |= {"end_user": key.end_user} if key.end_user else {}
    raw |= dict(key.tags)
    return Usage(
        principal=_principal(key, ids),
        resource=_resource(key, servers),
        application=ids.application,
        workspace=ids.group(key.team) if key.team else None,
        day=key.day,
        requests=requests,
        tokens=tokens,
        cost_nano=cost[0] if cost else None,
        currency="USD" if cost else None,
        basis="priced" if cost else None,
        priced_on=key.day if cost else None,
        rounded=cost is not None and cost[1],
        detail=usage_detail(raw, None) if raw else None,
    )


def read_row(entry: FieldReader) -> LogRow | None:
    """One row of the logs; None for a request that was refused and used nothing. Raises RecordError for a wrong type."""
    started_at = entry.moment("startTime")
    if started_at is None:
        entry.refuse("startTime", "a row needs its time")
    spend = entry.number("spend") or Decimal(0)
    # Checked here, where the field has a name: one bad amount would make a whole sum useless.
    entry.money("spend")
    metadata = _object(entry, "metadata")
    cached = entry.body.get("cache_hit") is True or str(entry.body.get("cache_hit")).strip().lower() == "true"
    tokens = NO_TOKENS if cached else tokens_of(entry, metadata)
    if entry.text("status") == "failure" and not spend and not any(tokens):
        return None
    tags, unused_tags = read_tag_texts(_texts(entry, "request_tags"))
    spend_key = SpendKey(
        day=day_of(started_at),
        key=key_hash(entry.text("api_key")),
        user=entry.text("user"),
        team=entry.text("team_id"),
        model=resource_of(entry.text("model") or entry.text("model_group"), entry.text("custom_llm_provider")),
        tool=_tool(entry, metadata),
        cached=cached,
        # The proxy writes 0 for a model that it has no price for.
        priced=bool(spend) or not any(tokens),
        end_user=tag_text(entry.text("end_user")),
        tags=tuple(sorted(tags.items())),
    )
    spend_key = spend_key._replace(model=None) if spend_key.tool else spend_key
    request = entry.body.get("request_id")
    if isinstance(request, str) and request:
        event = event_key(request)
    else:
        event = event_key((started_at, spend_key.model, spend_key.tool, tokens), (str(spend), cached))
    return LogRow(started_at, event, spend_key, tokens, spend, tuple(unused_tags))


def tokens_of(entry: FieldReader, metadata: FieldReader) -> tuple[int, ...]:
    """The disjoint counters of a row, in the order of TOKEN_COUNTERS."""
    used, more = metadata.child_or_empty("usage_object"), metadata.child_or_empty("additional_usage_values")
    before, after = used.child_or_empty("prompt_tokens_details"), used.child_or_empty("completion_tokens_details")
    read = max(
        used.count("cache_read_input_tokens"), more.count("cache_read_input_tokens"), before.count("cached_tokens")
    )
    written = max(
        used.count("cache_creation_input_tokens"),
        more.count("cache_creation_input_tokens"),
        before.count("cache_creation_tokens"),
        before.count("cache_write_tokens"),
    )
    cache_writes = before.child_or_empty("cache_creation_token_details")
    short, long = cache_writes.count("ephemeral_5m_input_tokens"), cache_writes.count("ephemeral_1h_input_tokens")
    written = max(written, short + long)
    output = entry.count("completion_tokens")
    return counters(
        uncached_input=uncached(entry.count("prompt_tokens"), read + written),
        cache_read=read,
        cache_write_5m=short,
        cache_write_1h=long,
        cache_write=written - short - long,
        output=output,
        reasoning=min(after.count("reasoning_tokens"), output),
    )


def counters(**counts: int) -> tuple[int, ...]:
    """Counters by name as a row keeps them."""
    return tuple(counts.get(name, 0) for name in TOKEN_COUNTERS)


def uncached(prompt: int, cached: int) -> int:
    """What of the prompt was not cached. A prompt that is less than its cached part was counted without it."""
    return prompt - cached if prompt >= cached else prompt


def _principal(key: SpendKey, ids: ProxyIds) -> str | None:
    """The key, else the user; the text in place of a key for the proxy's own calls is nobody."""
    if key.key is not None:
        return ids.credential(key.key)
    return None if key.user is None else ids.account(key.user)


def _resource(key: SpendKey, servers: ProxyServers) -> str:
    if key.tool is None:
        return key.model or resource_of(None)
    server, tool = servers.split_tool(key.tool)
    return servers.node_id(server) if tool is None else servers.tool_id(server, tool)


def _tool(entry: FieldReader, metadata: FieldReader) -> str | None:
    """The tool of a call that went to an MCP server, with its server before it."""
    call = metadata.child_or_empty("mcp_tool_call_metadata")
    server, tool = call.text("mcp_server_name"), call.text("name")
    if server and tool:
        return f"{server}/{tool.removeprefix(server + '-')}"
    return entry.text("mcp_namespaced_tool_name") or call.text("namespaced_tool_name")


def _texts(entry: FieldReader, name: str) -> list[str]:
    """The texts of a list that some versions write as JSON text."""
    raw = entry.body.get(name)
    if isinstance(raw, str):
        try:
            raw = read_body(raw.encode())
        except (ValueError, RecordError):
            raw = [raw]
    return [text for text in raw if isinstance(text, str) and text] if isinstance(raw, list) else []


def _object(entry: FieldReader, name: str) -> FieldReader:
    """An object that some versions write as JSON text."""
    raw = entry.body.get(name)
    if isinstance(raw, str):
        try:
            raw = read_body(raw.encode())
        except (ValueError, RecordError):
            raw = None
        if not isinstance(raw, dict):
            return FieldReader({}, entry.location, entry.file, entry.accepts_digits)
        return FieldReader(raw, f"{entry.location}.{name}", entry.file, entry.accepts_digits)
    return entry.child_or_empty(name)


# The logs write this in place of a model for the call of a tool.
_CALL = "MCP: "
_PARTS = ("prompt_tokens", "completion_tokens", "cache_read_input_tokens", "cache_creation_input_tokens", "requests")


class SpendMetrics(NamedTuple):
    """Spend and counts of an entry; `counts` in the order of _PARTS, the prompt with its cached part."""

    spend: Decimal
    counts: tuple[int, ...]

    def less(self, others: list[SpendMetrics]) -> SpendMetrics | None:
        """The rest without some parts; None if they add up to more."""
        spend = self.spend - sum((other.spend for other in others), Decimal(0))
        counts = tuple(
            own - sum(parts) for own, *parts in zip(self.counts, *(other.counts for other in others), strict=True)
        )
        return None if spend < 0 <= self.spend or min(counts) < 0 else SpendMetrics(spend, counts)


class DailySum(NamedTuple):
    """What a day adds to the sums of one key."""

    key: SpendKey
    requests: int
    spend: Decimal
    tokens: tuple[int, ...]


def read_daily(entry: FieldReader, requested_days: Days | None) -> list[DailySum]:
    """One element of `results`. Raises RecordError for a wrong type, and for a day that was not requested."""
    date_text = entry.required("date")
    try:
        day = read_day(date_text[:10])
    except ValueError:
        entry.refuse("date", "this is not a day")
    if requested_days is not None and not requested_days[0] <= day <= requested_days[1]:
        entry.refuse("date", "it is outside the requested days")
    breakdown, total = entry.child_or_empty("breakdown"), _sums(entry)
    models = [(name, child, _sums(child)) for name, child in _children(breakdown, "models")]
    servers = [(name, child, _sums(child)) for name, child in _children(breakdown, "mcp_servers")]
    own_models = [model for model in models if not model[0].startswith(_CALL)]
    left = total.less([sums for _, _, sums in (*own_models, *servers)])
    has_own = left is not None
    if left is None:
        # The sums of the models include what the servers used: it counts there.
        own_models, left = models, total.less([sums for _, _, sums in models])
    spend_key = SpendKey(day, None, None, None, None, None, False, True)
    parts = [
        part
        for name, child, sums in own_models
        for part in _by_key(child, sums, spend_key._replace(model=resource_of(name)))
    ]
    for name, child, sums in servers:
        for part in _by_key(child, sums, spend_key._replace(tool=name)):
            bare = part._replace(spend=Decimal(0), tokens=NO_TOKENS, key=part.key._replace(priced=True))
            parts.append(part if has_own else bare)
    if left is not None and (left.spend or any(left.counts[:-1])):
        parts.append(_part(spend_key._replace(model=resource_of(None)), left))
    return parts


def _by_key(entry: FieldReader, total: SpendMetrics, spend_key: SpendKey) -> Iterator[DailySum]:
    """The sums of a model by key, and the rest without a key; the total without a key where they add up to more."""
    keys = [(name, child, _sums(child)) for name, child in _children(entry, "api_key_breakdown")]
    left = total.less([sums for _, _, sums in keys])
    if left is None:
        keys, left = [], total
    for name, child, sums in keys:
        yield _part(spend_key._replace(key=key_hash(name), team=child.child_or_empty("metadata").text("team_id")), sums)
    if left.spend or any(left.counts):
        yield _part(spend_key, left)


def _part(spend_key: SpendKey, sums: SpendMetrics) -> DailySum:
    prompt, output, read, written, requests = sums.counts
    tokens = counters(
        uncached_input=uncached(prompt, read + written), cache_read=read, cache_write=written, output=output
    )
    return DailySum(spend_key._replace(priced=bool(sums.spend) or not any(tokens)), requests, sums.spend, tokens)


def _sums(entry: FieldReader) -> SpendMetrics:
    metrics = entry.child_or_empty("metrics")
    requests = metrics.non_negative_int("successful_requests")
    if requests is None:
        requests = metrics.count("api_requests")
    metrics.money("spend")
    counts = (*(metrics.count(name) for name in _PARTS[:-1]), requests)
    return SpendMetrics(metrics.number("spend") or Decimal(0), counts)


def _children(entry: FieldReader, name: str) -> Iterator[tuple[str, FieldReader]]:
    """The objects of a map inside an entry, by their names. A name might be a key, so it is in no location."""
    entries = entry.child_or_empty(name)
    for index, (key, raw) in enumerate(sorted(entries.body.items())):
        location = f"{entries.location}[{index}]"
        if not isinstance(raw, dict):
            raise RecordError("this must be an object", file=entry.file, field=location)
        yield key, FieldReader(raw, location, entry.file, entry.accepts_digits)

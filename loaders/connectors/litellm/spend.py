"""This file knows the spend logs of a proxy: what one row says, and how many become one usage row of a day.

`prompt_tokens` include what was read from and written to the provider's cache; the counters here are disjoint. A row that the
proxy answered from its own cache repeats the tokens of the first answer: they were not used again. What was asked and
answered is never read.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Context, Decimal
from typing import Any, NamedTuple

from graph.claims import NO_TOKENS, Usage
from graph.errors import RecordError
from graph.moment import day_of
from graph.money import read_amount
from graph.ontology import TOKEN_COUNTERS
from loaders.claims.builder import usage_detail
from loaders.connectors.litellm.directory import ProxyIds, key_hash
from loaders.connectors.litellm.models import resource_of
from loaders.connectors.litellm.servers import ProxyServers
from loaders.saved.fields import FieldReader
from loaders.saved.parsing import read_body

# Wide enough that no sum of floats rounds.
_WIDE = Context(prec=100)


class SpendKey(NamedTuple):
    """What the log rows of one usage row have in common."""

    day: int
    key: str | None
    user: str | None
    team: str | None
    model: str | None
    tool: str | None
    cached: bool
    priced: bool


class LogRow(NamedTuple):
    """One row of the logs. `at`: when it began."""

    at: int
    slot: SpendKey
    tokens: tuple[int, ...]
    spend: Decimal


class SpendSums:
    """Log rows of any number, summed by slot: a million rows are some thousand usage rows."""

    def __init__(self) -> None:
        self._sums: dict[SpendKey, tuple[int, Decimal, tuple[int, ...]]] = {}

    def add(self, slot: SpendKey, requests: int, spend: Decimal, tokens: tuple[int, ...]) -> None:
        """Add requests to their slot. Sums are exact, so their order does not matter."""
        known = self._sums.get(slot, (0, Decimal(0), NO_TOKENS))
        added = tuple(one + other for one, other in zip(known[2], tokens, strict=True))
        self._sums[slot] = known[0] + requests, _WIDE.add(known[1], spend), added

    def absorb(self, other: SpendSums) -> None:
        """Take over the sums of other rows."""
        for slot, (requests, spend, tokens) in other._sums.items():
            self.add(slot, requests, spend, tokens)

    def days(self) -> set[int]:
        return {slot.day for slot in self._sums}

    def without(self, days: set[int]) -> SpendSums:
        """The sums of all other days."""
        left = SpendSums()
        left._sums = {slot: sums for slot, sums in self._sums.items() if slot.day not in days}
        return left

    def tools(self) -> set[str]:
        return {slot.tool for slot in self._sums if slot.tool is not None}

    def usage(self, names: ProxyIds, servers: ProxyServers, counts: bool) -> Iterator[Usage]:
        """One row per key, user, team, model or tool, and day."""
        for slot, (requests, spend, tokens) in self._sums.items():
            cost = read_amount(spend) if slot.priced else None
            raw: dict[str, Any] = {"user": slot.user} if slot.user else {}
            raw |= {"cache_hit": True} if slot.cached else {}
            yield Usage(
                principal=_principal(slot, names),
                resource=_resource(slot, servers),
                application=names.application,
                workspace=names.group(slot.team) if slot.team else None,
                day=slot.day,
                requests=requests,
                tokens=tokens,
                cost_nano=cost[0] if cost else None,
                currency="USD" if cost else None,
                basis="priced" if cost else None,
                priced_on=slot.day if cost else None,
                chargeable=counts,
                rounded=cost is not None and cost[1],
                detail=usage_detail(raw, None) if raw else None,
            )


def read_row(entry: FieldReader) -> LogRow | None:
    """One row of the logs; None for a request that was refused and used nothing. Raises RecordError for a wrong type."""
    at = entry.moment("startTime")
    if at is None:
        entry.refuse("startTime", "a row needs its time")
    spend = entry.number("spend") or Decimal(0)
    # Refused here, where it has a name: an amount that is none would spoil a whole sum.
    entry.money("spend")
    metadata = _object(entry, "metadata")
    cached = entry.body.get("cache_hit") is True or str(entry.body.get("cache_hit")).strip().lower() == "true"
    tokens = NO_TOKENS if cached else tokens_of(entry, metadata)
    if entry.text("status") == "failure" and not spend and not any(tokens):
        return None
    slot = SpendKey(
        day=day_of(at),
        key=key_hash(entry.text("api_key")),
        user=entry.text("user"),
        team=entry.text("team_id"),
        model=resource_of(entry.text("model") or entry.text("model_group"), entry.text("custom_llm_provider")),
        tool=_tool(entry, metadata),
        cached=cached,
        # The proxy writes 0 for a model that it has no price for.
        priced=bool(spend) or not any(tokens),
    )
    return LogRow(at, slot._replace(model=None) if slot.tool else slot, tokens, spend)


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
    kept = before.child_or_empty("cache_creation_token_details")
    short, long = kept.count("ephemeral_5m_input_tokens"), kept.count("ephemeral_1h_input_tokens")
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


def counters(**told: int) -> tuple[int, ...]:
    """Counters by name as a row keeps them."""
    return tuple(told.get(name, 0) for name in TOKEN_COUNTERS)


def uncached(prompt: int, cached: int) -> int:
    """What of the prompt was not cached. A prompt that is less than its cached part was counted without it."""
    return prompt - cached if prompt >= cached else prompt


def _principal(slot: SpendKey, names: ProxyIds) -> str | None:
    """The key, else the user; what stands in place of a key for the proxy's own calls is nobody."""
    if slot.key is not None:
        return names.credential(slot.key)
    return None if slot.user is None else names.account(slot.user)


def _resource(slot: SpendKey, servers: ProxyServers) -> str:
    if slot.tool is None:
        return slot.model or resource_of(None)
    server, tool = servers.parted(slot.tool)
    return servers.node_id(server) if tool is None else servers.tool_id(server, tool)


def _tool(entry: FieldReader, metadata: FieldReader) -> str | None:
    """The tool of a call that went to an MCP server, with its server before it."""
    told = metadata.child_or_empty("mcp_tool_call_metadata")
    server, tool = told.text("mcp_server_name"), told.text("name")
    if server and tool:
        return f"{server}/{tool.removeprefix(server + '-')}"
    return entry.text("mcp_namespaced_tool_name") or told.text("namespaced_tool_name")


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

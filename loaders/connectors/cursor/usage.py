"""Usage of a Cursor team: events, summed to one row per principal, model and day, and calls of MCP tools."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from graph.check import check_id
from graph.claims import Edge, Node, Usage, UsageEvent
from graph.errors import RecordError
from graph.model_names import UNNAMED
from graph.moment import DAY
from graph.ontology import TOKEN_COUNTERS
from loaders.claims.events import event_key
from loaders.connectors.cursor.models import model_id
from loaders.connectors.cursor.people import Directory, account_id
from loaders.connectors.cursor.recognize import CursorReader
from loaders.saved.fields import ErrorCollector

DAY_MS = DAY // 1000
# The four counters of a tokenUsage object; they are disjoint already.
_COUNTERS = {
    "inputTokens": "uncached_input",
    "cacheReadTokens": "cache_read",
    "cacheWriteTokens": "cache_write",
    "outputTokens": "output",
}
# What ran without a person at the keyboard; an automation starts cloud agents, so it goes first.
_VIA = {"automationId": "automation", "cloudAgentId": "cloud_agent"}
_POSITIONS = tuple(TOKEN_COUNTERS.index(name) for name in _COUNTERS.values())


class Event(NamedTuple):
    """One usage event. It has no id of its own: two that are equal in everything are two events."""

    at_ms: int
    email: str | None
    service: str | None
    service_name: str | None
    model: str | None
    kind: str | None
    chargeable: bool
    tokens: tuple[int, ...]
    cost_nano: int | None
    rounded: bool
    conversation: str | None
    via: str | None

    @property
    def names_nobody(self) -> bool:
        return self.email is None and self.service is None


class UsageKey(NamedTuple):
    """What the events of one usage row have in common; `event` is the key of an event that names nobody."""

    day: int
    email: str | None
    service: str | None
    model: str | None
    chargeable: bool
    billed: bool
    via: str | None
    event: bytes | None = None


class UsageSum:
    """The sum of the events of one key; counts stay whole numbers, so their order does not matter. `event_keys`: of each."""

    __slots__ = ("cost_nano", "event_keys", "kinds", "requests", "rounded", "tokens")

    def __init__(self) -> None:
        self.requests, self.cost_nano, self.rounded = 0, 0, False
        self.tokens = [0] * len(_COUNTERS)
        self.kinds: set[str] = set()
        self.event_keys = bytearray()

    def add(self, event: Event, times: int, key: bytes) -> None:
        self.requests += times
        self.cost_nano += (event.cost_nano or 0) * times
        self.rounded |= event.rounded
        for position, count in enumerate(event.tokens):
            self.tokens[position] += count * times
        if event.kind is not None:
            self.kinds.add(event.kind)
        self.event_keys += key * times


class UsageSums:
    """Events of any number, summed by key: a million events are some thousand rows."""

    def __init__(self) -> None:
        self.sums: dict[UsageKey, UsageSum] = {}
        self.names: dict[str, tuple[int, str]] = {}

    def add(self, events: Iterable[tuple[Event, int]]) -> None:
        for event, times in events:
            who = None if event.service is not None else event.email
            billed = event.cost_nano is not None
            event_key = key_of(event)
            key = UsageKey(event.at_ms // DAY_MS, who, event.service, event.model, event.chargeable, billed, event.via)
            if event.names_nobody:
                # Apart, since an earlier reading may have said whose it is.
                key = key._replace(event=event_key)
            self.sums.setdefault(key, UsageSum()).add(event, times, event_key)
            if event.service is not None and event.service_name is not None:
                newest = (event.at_ms, event.service_name)
                self.names[event.service] = max(self.names.get(event.service, newest), newest)

    def absorb(self, other: UsageSums) -> None:
        """Take over the sums of other days."""
        self.sums.update(other.sums)
        for service, newest in other.names.items():
            self.names[service] = max(self.names.get(service, newest), newest)

    def unpriced(self) -> int:
        """How many chargeable events say no cost."""
        return sum(usage_sum.requests for key, usage_sum in self.sums.items() if key.chargeable and not key.billed)

    def models(self) -> set[str | None]:
        return {key.model for key in self.sums}

    def rows(self, directory: Directory, application: str) -> Iterator[tuple[Usage, bytearray]]:
        """One row per principal, model, day, chargeable or not, with or without a cost, each with the keys of its events."""
        for key, usage_sum in self.sums.items():
            if key.event is None:
                yield _row(key, usage_sum, _principal(key, directory), application), usage_sum.event_keys

    def unnamed(self, application: str) -> Iterator[UsageEvent]:
        """The events that name nobody, one by one."""
        for key, usage_sum in self.sums.items():
            if key.event is not None:
                yield from _single_events(_row(key, usage_sum, None, application), key.event)


def service_accounts(names: dict[str, tuple[int, str]]) -> Iterator[Node]:
    """The service accounts that events name, under their newest name."""
    for service, (_, name) in sorted(names.items()):
        yield Node(id=account_id(service, None), name=name, props={"role": "service account"})


def read_event(entry: CursorReader, span_ms: tuple[int, int] | None) -> Event:
    """One element of usageEvents. Raises RecordError for a wrong type, and for a time outside the asked window."""
    at_ms = entry.non_negative_int("timestamp")
    if at_ms is None:
        entry.refuse("timestamp", "an event needs a time")
    if span_ms is not None and not span_ms[0] <= at_ms <= span_ms[1]:
        entry.refuse("timestamp", "it lies outside the period of the page")
    used = entry.child("tokenUsage")
    cost = entry.cents("chargedCents")
    chargeable = entry.flag("isChargeable")
    return Event(
        at_ms=at_ms,
        email=entry.email("userEmail"),
        service=entry.identifier("serviceAccountId"),
        service_name=entry.text("serviceAccountName"),
        model=entry.text("model"),
        kind=entry.text("kind") or entry.text("kindLabel"),
        # Older copies tell only of reviews that cost nothing.
        chargeable=chargeable is not False and not (chargeable is None and entry.flag("isFreeBugbot")),
        tokens=tuple(used.non_negative_int(name) or 0 for name in _COUNTERS) if used is not None else (),
        cost_nano=None if cost is None else cost[0],
        rounded=cost is not None and cost[1],
        conversation=entry.text("conversationId"),
        via=next((word for name, word in _VIA.items() if entry.identifier(name) is not None), None),
    )


def key_of(event: Event) -> bytes:
    """The key of an event: its time, model and counts, and what else is told of it but whose it is."""
    rest = event.kind, event.chargeable, event.cost_nano, event.conversation, event.via
    return event_key((event.at_ms, event.model, event.tokens), rest)


def united(readings: Iterable[Counter[Event]]) -> Counter[Event]:
    """The events of several readings of the same pages: what two of them tell is one event, though one names nobody."""
    together: Counter[Event] = Counter()
    totals: Counter[Event] = Counter()
    for reading in readings:
        together |= reading
        reading_totals: Counter[Event] = Counter()
        for event, times in reading.items():
            reading_totals[_nobodys(event)] += times
        totals |= reading_totals
    named: Counter[Event] = Counter()
    for event, times in together.items():
        if not event.names_nobody:
            named[_nobodys(event)] += times
    for event in [event for event in together if event.names_nobody]:
        together[event] = max(0, totals[event] - named[event])
    return +together


def _nobodys(event: Event) -> Event:
    return event._replace(email=None, service=None, service_name=None)


def _row(key: UsageKey, usage_sum: UsageSum, principal: str | None, application: str) -> Usage:
    tokens = [0] * len(TOKEN_COUNTERS)
    for position, count in zip(_POSITIONS, usage_sum.tokens, strict=True):
        tokens[position] = count
    return Usage(
        principal=principal,
        resource=model_id(key.model),
        application=application,
        day=key.day,
        requests=usage_sum.requests,
        tokens=tuple(tokens),
        chargeable=key.chargeable,
        cost_nano=usage_sum.cost_nano if key.billed else None,
        currency="USD" if key.billed else None,
        basis="billed" if key.billed else None,
        rounded=usage_sum.rounded,
        detail=_detail(key, usage_sum),
    )


def _single_events(row: Usage, key: bytes) -> Iterator[UsageEvent]:
    """Events of one key as rows of their own: equal in everything, they have equal parts of the row."""
    times = row.requests
    single = msgspec.structs.replace(
        row,
        requests=1,
        tokens=tuple(count // times for count in row.tokens),
        cost_nano=None if row.cost_nano is None else row.cost_nano // times,
    )
    for _ in range(times):
        yield UsageEvent(key=key, usage=single)


def _detail(key: UsageKey, usage_sum: UsageSum) -> str | None:
    detail = {"kind": sorted(usage_sum.kinds)} if usage_sum.kinds else {}
    return json.dumps(detail | ({"via": key.via} if key.via else {}), ensure_ascii=False) if detail or key.via else None


def _principal(key: UsageKey, directory: Directory) -> str | None:
    if key.service is not None:
        return account_id(key.service, None)
    return None if key.email is None else directory.account(key.email)


class ToolCall(NamedTuple):
    """Who called what on which day. Cursor knows a server by the name its user gave it, nothing else."""

    day: int
    email: str | None
    server: str
    tool: str | None


def read_calls(body: CursorReader, errors: ErrorCollector, instance: str) -> Counter[ToolCall]:
    """The calls of one page, those of one day added up; wrong entries go to `errors`."""
    calls: Counter[ToolCall] = Counter()
    people: list[tuple[str | None, CursorReader, str]]
    if isinstance(body.body.get("data"), list):
        people = [(None, body, "data")]
    else:
        people = [(email, data, email) for data in errors.collect(body.child, "data") if data for email in data.body]
    for email, holder, name in people:
        for row in holder.valid_children(name, errors):
            for call, count in errors.collect(_read_call, row, email, instance):
                calls[call] += count
    return +calls


def tool_usage(calls: Counter[ToolCall], directory: Directory, instance: str, application: str) -> Iterator[Usage]:
    """One row per caller, tool and day; a call without a tool's name is one of the server."""
    for call, count in calls.items():
        yield Usage(
            principal=None if call.email is None else directory.account(call.email),
            resource=_server_id(call, instance) if call.tool is None else _tool_id(call, instance),
            application=application,
            day=call.day,
            requests=count,
        )


def called_tools(calls: Counter[ToolCall], instance: str) -> Iterator[Node | Edge]:
    """The servers and tools that were called, each known by name alone."""
    for call in {ToolCall(0, None, call.server, call.tool) for call in calls}:
        server = Node(id=_server_id(call, instance), name=call.server, props={"name_only": True})
        yield server
        if call.tool is not None:
            tool = Node(id=_tool_id(call, instance), name=call.tool, props={"name_only": True})
            yield tool
            yield Edge(kind="EXPOSES", source=server.id, target=tool.id, evidence="called, says /analytics/by-user/mcp")


def _read_call(row: CursorReader, email: str | None, instance: str) -> tuple[ToolCall, int]:
    day = row.date("event_date")
    if day is None:
        row.refuse("event_date", "a row needs a day")
    address = None if email is None else CursorReader({"email": email}, row.location, row.file).email("email")
    call = ToolCall(day, address, row.text("mcp_server_name") or UNNAMED, row.text("tool_name"))
    for name, built in (("mcp_server_name", _server_id(call, instance)), ("tool_name", _tool_id(call, instance))):
        try:
            check_id(built, name)
        except RecordError as error:
            row.refuse(name, error.problem, error.remedy)
    return call, row.non_negative_int("usage") or 0


def _server_id(call: ToolCall, instance: str) -> str:
    return f"McpServer:cursor/{escaped(instance)}/{escaped(call.server)}"


def _tool_id(call: ToolCall, instance: str) -> str:
    return f"McpTool:cursor/{escaped(instance)}/{escaped(call.server)}/{escaped(call.tool or UNNAMED)}"


def escaped(name: str) -> str:
    """A name without a slash, so that server and tool stay apart in an id; two names never become one."""
    return name.replace("%", "%25").replace("/", "%2F")

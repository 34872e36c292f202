"""The rules of which spans count: of all spans of one call exactly one, in whatever order they arrive.

What counts is a function of the set of spans of a trace. The **caller** of a span is the nearest span above it that is no mere link
(HTTP client and server, a framework's steps, a gateway's handler lie between); an agent as a whole begins work of its own.

* An **inference** is told again by its caller, if that is an inference of its sort (generation or embedding): the wrapper of a
  framework, the client of a gateway. The innermost counts, and its tokens, unless only the outer one has them. Spans with
  one `gen_ai.response.id` are one call as well: the innermost of them counts, one with tokens before one without, else the
  least by id.
* A **tool call** may be reported by the agent (`execute_tool`), the MCP client and the MCP server. Of spans with one
  `gen_ai.tool.call.id` the best one counts: client, then agent, then server, then by id. Without one: a client span always
  counts; an `execute_tool` span unless it calls a client span, or its caller is an MCP span of the same tool;
  a server span unless its caller is a client's or an agent's.
* **Who** used it: the person that the span names, else the nearest person above it, up to the root, else one whom another span
  of the call knows; else the agent or service that called first. What the counted span leaves out is taken from
  the others of its call: the server's name as the client gives it, else the server itself, else the agent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from loaders.connectors.otlp.dialects import AGENT, CALLS, CLIENT, EXECUTE, LINK, SERVER

REQUEST, TOKENS = 1, 2
_ACCOUNT = "Account:"


class UsageKey(NamedTuple):
    """What spans are summed by: one row of usage. Fields as in SpanUsage."""

    day: int
    who: str
    application: str
    server: str
    name: str
    is_call: int  # 0 or 1, as SQLite keeps it


class StoredSpan(NamedTuple):
    """A span as the journal stores it. `usage_key` is its own, whichever one it counts for; of a link its day and person alone.

    `has_tokens`: it tells tokens, or, of a link or a call of a tool, carries some. `is_waiting`: it may not count yet, since a better span may follow.
    """

    key: bytes
    parent: bytes | None
    role: int
    call: bytes | None
    usage_key: UsageKey
    has_tokens: bool
    is_waiting: bool = False

    @property
    def person(self) -> str:
        """The account of the person that the span itself names, or empty."""
        who = self.usage_key.who
        return who if who.startswith(_ACCOUNT) else ""


class TraceCount(NamedTuple):
    """Per key of a span that counts the key that it counts for and what of it counts (REQUEST, TOKENS, both); and the keys of
    the links and calls of tools that have tokens no inference below them tells.
    """

    counted: dict[bytes, tuple[UsageKey, int]]
    left_out: set[bytes]


def may_be_superseded(role: int, server: str) -> bool:
    """Whether a better span of a call may follow: a server's client, or the server of a client that cannot name it."""
    return role == SERVER or (role == CLIENT and not server)


def count_trace(spans: Iterable[StoredSpan]) -> TraceCount:
    """Count all spans of one trace; O(spans)."""
    spans = list(spans)
    if len(spans) == 1 and spans[0].role < CLIENT:
        return TraceCount({spans[0].key: (spans[0].usage_key, REQUEST | (TOKENS if spans[0].has_tokens else 0))}, set())
    trace = _Trace(spans)
    counted: dict[bytes, tuple[UsageKey, int]] = {}
    for span in trace.spans.values():
        if span.role in CALLS:
            is_early = span.is_waiting and may_be_superseded(span.role, trace.call_key(span).server)
            if not is_early and not trace.is_superseded(span):
                counted[span.key] = trace.call_key(span), REQUEST
        elif span.role not in (LINK, AGENT):
            parts = trace.inference_parts(span)
            if parts:
                counted[span.key] = trace.inference_key(span), parts
    return TraceCount(counted, trace.left_out())


class _Trace:
    """The spans of a trace and what they are to each other."""

    def __init__(self, spans: Iterable[StoredSpan]) -> None:
        self.spans = {span.key: span for span in sorted(spans)}
        self._callers = _nearest(self.spans, lambda span: span.role != LINK)
        self._named = _nearest(self.spans, lambda span: bool(span.person))
        # By key of the caller and role the spans called; by id of the call and role its spans; each in the order of their keys.
        self._called: dict[bytes, dict[int, list[StoredSpan]]] = defaultdict(lambda: defaultdict(list))
        self._calls: dict[bytes, dict[int, list[StoredSpan]]] = defaultdict(lambda: defaultdict(list))
        for span in self.spans.values():
            caller = self._callers.get(span.key)
            if caller is not None:
                self._called[caller.key][span.role].append(span)
            if span.call is not None:
                self._calls[span.call][span.role].append(span)
        self._told_by: dict[tuple[bytes, int], tuple[bytes | None, bytes | None]] = {}

    def inference_parts(self, span: StoredSpan) -> int:
        """What of an inference counts: its request, its tokens, both or nothing."""
        requested, with_tokens = self._counted_of_call(span)
        return (REQUEST if requested == span.key else 0) | (TOKENS if with_tokens == span.key else 0)

    def _counted_of_call(self, span: StoredSpan) -> tuple[bytes | None, bytes | None]:
        """The key of the span that counts the request, and of that whose tokens count, among those with the id of its call."""
        sort = _sort(span)
        if span.call is None:
            return self._best([span])
        key = span.call, sort
        if key not in self._told_by:
            roles = self._calls[span.call]
            self._told_by[key] = self._best([*roles.get(sort, ()), *roles.get(sort + 1, ())])
        return self._told_by[key]

    def _best(self, spans: Sequence[StoredSpan]) -> tuple[bytes | None, bytes | None]:
        requests = [span for span in spans if not self._repeats(span)]
        tokens = [span for span in spans if span.has_tokens and not self._called[span.key].get(_sort(span))]
        requested = min(requests, key=lambda span: (not span.has_tokens, span.key), default=None)
        with_tokens = min(tokens, key=lambda span: (self._repeats(span), span.key), default=None)
        return requested and requested.key, with_tokens and with_tokens.key

    def _repeats(self, span: StoredSpan) -> bool:
        called = self._called[span.key]
        return bool(called.get(_sort(span)) or called.get(_sort(span) + 1))

    def inference_key(self, span: StoredSpan) -> UsageKey:
        """The key that an inference counts for: its own model, and who called first."""
        key, caller = span.usage_key, self._caller_of_sort(span)
        mates = [mate for mate in self._mates(span) if _sort(mate) == _sort(span)]
        person = self._person([span, *mates])
        return key._replace(
            who=person
            or _first([caller.usage_key.who if caller else "", key.who, *(mate.usage_key.who for mate in mates)]),
            application=_first(
                [
                    caller.usage_key.application if caller else "",
                    key.application,
                    *(mate.usage_key.application for mate in mates),
                ]
            ),
        )

    def _caller_of_sort(self, span: StoredSpan) -> StoredSpan | None:
        caller = self._callers.get(span.key)
        is_same = caller is not None and caller.role not in (*CALLS, AGENT) and _sort(caller) == _sort(span)
        return caller if is_same else None

    def _mates(self, span: StoredSpan) -> list[StoredSpan]:
        """Per role the least of the other spans with the id of its call."""
        roles = self._calls[span.call] if span.call is not None else {}
        least = [spans[0] for role, spans in sorted(roles.items())]
        return [mate for mate in least if mate.key != span.key]

    def _person(self, spans: Iterable[StoredSpan]) -> str:
        """The first person that these spans name themselves, else the first above them."""
        spans = list(spans)
        above = (self._named.get(span.key) for span in spans)
        return _first([*(span.person for span in spans), *(named.person for named in above if named is not None)])

    def is_superseded(self, span: StoredSpan) -> bool:
        """Whether another span counts for the call of a tool that this one tells."""
        roles = self._calls[span.call] if span.call is not None else {}
        best = next((roles[role][0] for role in CALLS if roles.get(role)), span)
        if best.key != span.key:
            return True
        caller = self._callers.get(span.key)
        if span.role == EXECUTE:
            is_inside = (
                caller is not None and caller.role in (CLIENT, SERVER) and caller.usage_key.name == span.usage_key.name
            )
            return is_inside or bool(self._called[span.key].get(CLIENT))
        return span.role == SERVER and caller is not None and caller.role in (CLIENT, EXECUTE)

    def call_key(self, span: StoredSpan) -> UsageKey:
        """The key of a tool call: what its counted span says, completed by the other spans of the call."""
        caller, others = self._callers.get(span.key), self._mates(span)
        servers = self._called[span.key].get(SERVER)
        if span.role != SERVER and servers:
            others.append(servers[0])
        if caller is not None and span.role == CLIENT and caller.role == EXECUTE:
            others.append(caller)
        others = sorted({other.key: other for other in others}.values(), key=lambda other: (other.role, other.key))
        keys = [span.usage_key, *(other.usage_key for other in others)]
        by_role = sorted([span, *others], key=lambda other: ((CLIENT, SERVER, EXECUTE).index(other.role), other.key))
        return UsageKey(
            span.usage_key.day,
            self._person([span, *others]) or _first(key.who for key in keys),
            _first(key.application for key in keys),
            _first(other.usage_key.server for other in by_role),
            _first(key.name for key in keys),
            1,
        )

    def left_out(self) -> set[bytes]:
        """The links, agents and calls of tools with tokens of which no inference below them has any.

        Of the spans of one call of a tool an inference below one of them is enough.
        """
        candidates = {
            span.key for span in self.spans.values() if span.role in (LINK, AGENT, *CALLS) and span.has_tokens
        }
        if not candidates:
            return candidates
        seen: set[bytes] = set()
        for span in self.spans.values():
            above = span.parent if span.role not in (*CALLS, LINK, AGENT) and span.has_tokens else None
            while above is not None and above not in seen and above in self.spans:
                seen.add(above)
                above = self.spans[above].parent
        calls = {self.spans[key].call for key in seen} - {None}
        return {key for key in candidates - seen if self.spans[key].call not in calls}


def _nearest(spans: Mapping[bytes, StoredSpan], is_meant: Callable[[StoredSpan], bool]) -> dict[bytes, StoredSpan]:
    """Per span the nearest one above it that is meant; a span is not above itself, where parents go in circles."""
    # What is met from a span on upwards, itself included; None while it is looked for, which ends circles.
    met: dict[bytes, StoredSpan | None] = {}
    nearest: dict[bytes, StoredSpan] = {}
    for span in spans.values():
        way: list[bytes] = []
        key, match = span.parent, None
        while key is not None and key in spans:
            if key in met:
                match = met[key]
                break
            if is_meant(spans[key]):
                match = spans[key]
                break
            met[key] = None
            way.append(key)
            key = spans[key].parent
        met.update(dict.fromkeys(way, match))
        if match is not None and match.key != span.key:
            nearest[span.key] = match
    return nearest


def _sort(span: StoredSpan) -> int:
    """The sort of an inference, as the role that it has with tokens."""
    return span.role - span.role % 2


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")

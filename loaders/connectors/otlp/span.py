"""The usage in one span: who used which model or tool on which day, and how much of it.

Usages are small and hold no word of what was said. Spans of other things (HTTP, databases, agents as a whole) have none: they
link the spans below them to those above, and may name the person for whom all of it was done.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from graph.address import canonical_address, email_address
from graph.check import INVISIBLE
from loaders.connectors.otlp import dialects
from loaders.connectors.otlp.dialects import AGENT, CALLS, CLIENT, EXECUTE, GENERATION, LINK, METHOD, SERVER
from loaders.connectors.otlp.wire import Attributes, RawSpan, Scalar, is_digits
from loaders.models.names import UNNAMED, model_id

_DAY_NS = 86_400 * 10**9
_METHODS = frozenset({"tools/call", "resources/read", "prompts/get"})
_SERVER_KIND = 2
_PREFIXED = re.compile(r"mcp__(?P<server>.+?)__(?P<tool>.+)\Z")
# Ids are built of these: escaping may turn one byte into three.
_TEXT_BYTES = 500
# More than any model reads or writes at once; a sum of 2^23 such spans still fits the store.
_MOST_TOKENS = 2**40

_TOKENS = frozenset({*dialects.INPUT, *dialects.OUTPUT})
_COUNTERS = _TOKENS | {*dialects.CACHE_READ, *dialects.CACHE_WRITE, *dialects.REASONING}

# uncached_input, cache_read, cache_write, output, reasoning
TokenCounts = tuple[int, int, int, int, int]
NO_TOKENS: TokenCounts = (0, 0, 0, 0, 0)


_NO_START = "a span without startTimeUnixNano: its day is unknown"


class SpanRejected(ValueError):
    """A span that cannot be counted; its text says why and repeats nothing of the span."""


class SpanUsage(NamedTuple):
    """The usage in one span. `key` is trace id + span id, `parent` the key of its parent or None. `call` joins the spans of one
    call, by the id of a tool call or of a model's response in one trace, or is None. `who` and `application` are node ids or
    empty; `server` is a server's name, or empty; `name` the model's id or the tool's name. `has_tokens` matters of a call of a
    tool: it carries tokens, which no call of a tool counts.
    """

    key: bytes
    parent: bytes | None
    day: int
    role: int
    call: bytes | None
    who: str
    application: str
    server: str
    name: str
    tokens: TokenCounts
    has_tokens: bool = False


class SpanLink(NamedTuple):
    """A span without usage of its own: its place in the trace, and the account of the person that it names, or empty.

    `role` is LINK, or AGENT of an agent as a whole: what runs in it is work of its own. `has_tokens`: it repeats tokens of others,
    or tells some in a way that is not known.
    """

    key: bytes
    parent: bytes | None
    day: int
    role: int
    who: str
    has_tokens: bool


def read_span(span: RawSpan, resource: Attributes, instance: str) -> SpanUsage | SpanLink | None:
    """The usage in a span, or its place in the trace; None for one of no place and without tokens; pure. Raises SpanRejected."""
    role = _role(span.attributes, span.kind)
    return _link(span, role, resource, instance) if role in (LINK, AGENT) else _usage(span, role, resource, instance)


def _usage(span: RawSpan, role: int, resource: Attributes, instance: str) -> SpanUsage:
    attributes = span.attributes
    key, parent = _keys(span)
    start_ns = span.start_ns or span.end_ns
    if start_ns <= 0:
        raise SpanRejected(_NO_START)
    merged = {**resource, **attributes}
    service, instance = _text(merged, dialects.SERVICE), escaped(instance)
    # A server gives its own name; its caller is somebody else.
    caller = "" if role == SERVER else service
    who = _who(_person(merged), "" if role == SERVER else _first_text(merged, dialects.AGENTS), caller, instance)
    application = f"Application:otlp/{instance}/{escaped(caller)}" if caller else ""
    server, tokens = "", NO_TOKENS
    if role in CALLS:
        name = _tool(attributes, span.name)
        server, name = _server(attributes, role, service, name)
        call_id = _first_text(attributes, dialects.TOOL_CALLS)
    else:
        name, tokens = _model(attributes), _tokens(attributes)
        role += 0 if any(tokens) else 1
        call_id = _first_text(attributes, dialects.RESPONSE_IDS)
    # The id of a tool call and that of a response are not compared.
    call_text = (b"" if role in CALLS else b"response ") + call_id.encode()
    call = blake2b(key[:16] + call_text, digest_size=16).digest() if call_id else None
    has_tokens = role in CALLS and _has_tokens(attributes)
    day = start_ns // _DAY_NS
    return SpanUsage(key, parent, day, role, call, who, application, server, name, tokens, has_tokens)


def _link(span: RawSpan, role: int, resource: Attributes, instance: str) -> SpanLink | None:
    attributes = span.attributes
    start_ns = span.start_ns or span.end_ns
    try:
        key, parent = _keys(span)
        person = _person({**resource, **attributes}) if resource or attributes else ""
        if start_ns <= 0:
            raise SpanRejected(_NO_START)
    except SpanRejected:
        if _has_tokens(attributes):
            raise
        return None
    who = _who(person, "", "", escaped(instance)) if person else ""
    return SpanLink(key, parent, start_ns // _DAY_NS, role, who, _has_tokens(attributes))


def _has_tokens(attributes: Attributes) -> bool:
    """Whether a span carries tokens of any sort, in whatever form."""
    return not _COUNTERS.isdisjoint(attributes) and any(attributes[name] for name in _COUNTERS & attributes.keys())


def _keys(span: RawSpan) -> tuple[bytes, bytes | None]:
    """The key of a span and of its parent, which is another one, or None."""
    trace_id = _id(span.trace_id, 16, "traceId")
    key = trace_id + _id(span.span_id, 8, "spanId")
    parent = None if not span.parent_id else trace_id + _id(span.parent_id, 8, "parentSpanId", may_be_zero=True)
    return key, None if parent in (trace_id + bytes(8), key) else parent


def _role(attributes: Attributes, kind: int) -> int:
    if not attributes:
        return LINK
    method = attributes.get(METHOD)
    if method is not None:
        return LINK if method not in _METHODS else SERVER if kind == _SERVER_KIND else CLIENT
    is_classified = False
    for attribute, roles in dialects.ROLES.items():
        value = attributes.get(attribute)
        if isinstance(value, str):
            is_classified = True
            if (role := roles.get(value.strip().lower())) is not None:
                return role
    if is_classified:
        return LINK
    # Older instrumentations do not say what a span is.
    if not _TOKENS.isdisjoint(attributes):
        return GENERATION
    return EXECUTE if not attributes.keys().isdisjoint(dialects.TOOL_CALLS) else LINK


def _id(raw: str | bytes, length: int, name: str, *, may_be_zero: bool = False) -> bytes:
    try:
        digits = bytes.fromhex(raw) if isinstance(raw, str) else raw
    except ValueError:
        digits = b""
    if len(digits) != length or not (may_be_zero or any(digits)):
        raise SpanRejected(f"a span whose {name} is not {length * 2} hexadecimal digits other than 0")
    return digits


def _text(attributes: Attributes, name: str) -> str:
    """An attribute as trimmed text, empty if it is absent."""
    raw = attributes.get(name)
    return "" if raw is None else _clean(name, raw)


# The same few names come with every span.
@lru_cache(maxsize=65_536, typed=True)
def _clean(name: str, raw: Scalar) -> str:
    text = (raw if isinstance(raw, str) else str(raw)).strip()
    if len(text) * 4 > _TEXT_BYTES and len(text.encode(errors="surrogatepass")) > _TEXT_BYTES:
        raise SpanRejected(f"a span whose {name} is longer than {_TEXT_BYTES} bytes")
    if (not text.isprintable() and INVISIBLE.search(text)) or not (text.isascii() or _is_whole(text)):
        raise SpanRejected(f"a span whose {name} holds characters that no store can keep")
    return text


def _is_whole(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _first_text(attributes: Attributes, names: Iterable[str]) -> str:
    """The first of these attributes that is not empty, as trimmed text."""
    return next((text for name in names if name in attributes and (text := _text(attributes, name))), "")


def _person(attributes: Attributes) -> str:
    """The email of a person, else the name that the application has for its user."""
    named = [(name, text) for name in dialects.PEOPLE if name in attributes and (text := _text(attributes, name))]
    named = [(name, text) for name, text in named if text not in dialects.NOBODY]
    email = next((text for _, text in named if is_address(text)), None)
    # Many people share a name.
    return email or next((text for name, text in named if name != dialects.NAMES_ONLY), "")


@lru_cache(maxsize=65_536)
def _who(person: str, agent: str, service: str, instance: str) -> str:
    if person:
        return f"Account:otlp/{instance}/{canonical_address(person) if is_address(person) else escaped(person)}"
    return f"Application:otlp/{instance}/{escaped(agent or service)}" if agent or service else ""


@lru_cache(maxsize=65_536)
def is_address(text: str) -> bool:
    """Whether the name of a person is an email address."""
    return email_address(text) is not None


def _model(attributes: Attributes) -> str:
    return _model_id(_first_text(attributes, dialects.PROVIDERS), _first_text(attributes, dialects.MODELS))


@lru_cache(maxsize=65_536)
def _model_id(provider: str, name: str) -> str:
    return model_id(provider, name or None)


def _tool(attributes: Attributes, span_name: str) -> str:
    """The tool of a call; empty for a call that names no tool."""
    method = attributes.get(METHOD)
    if method is not None and method != "tools/call":
        return ""
    name = _first_text(attributes, dialects.TOOLS)
    if not name:
        prefix = "tools/call " if method else "execute_tool "
        name = _text({"name": span_name[len(prefix) :]}, "name") if span_name.startswith(prefix) else ""
    return name or (UNNAMED if method is None else "")


def _server(attributes: Attributes, role: int, service: str, tool: str) -> tuple[str, str]:
    """The server's name as far as this span has it, and the tool without it."""
    prefixed = _PREFIXED.match(tool)
    if prefixed is not None:
        return prefixed["server"], prefixed["tool"]
    server = _text(attributes, dialects.SERVERS)
    if not server and role == SERVER:
        server = service
    if not server and role == CLIENT and (host := _text(attributes, dialects.ADDRESS)):
        port = _text(attributes, dialects.PORT)
        server = f"{host.lower()}:{port}" if port not in ("", "80", "443") else host.lower()
    return server, tool


def _tokens(attributes: Attributes) -> TokenCounts:
    """The counters, disjoint. By convention input tokens include the cached ones and output tokens those of reasoning;
    if the parts exceed the total, the span had separated them.
    """
    total, output = _count(attributes, dialects.INPUT), _count(attributes, dialects.OUTPUT)
    read, write = _count(attributes, dialects.CACHE_READ), _count(attributes, dialects.CACHE_WRITE)
    reasoning = _count(attributes, dialects.REASONING)
    uncached = total - read - write if total >= read + write else total
    return uncached, read, write, output if output >= reasoning else output + reasoning, reasoning


def _count(attributes: Attributes, names: Iterable[str]) -> int:
    name = next((name for name in names if name in attributes), None)
    if name is None:
        return 0
    raw: Scalar = attributes[name]
    if type(raw) is int:
        count = raw
    else:
        try:
            count = int(raw)
            is_exact = not isinstance(raw, bool) and (is_digits(raw) if isinstance(raw, str) else count == raw)
        except (ValueError, OverflowError):
            is_exact = False
        if not is_exact:
            raise SpanRejected(f"a span whose {name} is not a whole number")
    if not 0 <= count <= _MOST_TOKENS:
        raise SpanRejected(f"a span whose {name} is not a number of tokens")
    return count


@lru_cache(maxsize=65_536)
def escaped(name: str) -> str:
    """A name without a slash, so that the parts of an id stay separate; injective."""
    return name.replace("%", "%25").replace("/", "%2F")

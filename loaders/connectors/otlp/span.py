"""This file knows what one span says of usage: who used which model or tool on which day, and how much of it.

Facts are small and hold no word of what was said. Spans of other things (HTTP, databases, agents as a whole) say nothing here:
an `invoke_agent` span may repeat the tokens of the calls below it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from graph.resolve import clean_email
from loaders.connectors.otlp.wire import METHOD, OPERATION, REQUEST_TYPE, Attributes, RawSpan, Scalar
from loaders.models.names import UNNAMED, model_id

# What a span is. An inference with tokens and one without are told apart, so that an index finds each.
TOLD, SILENT, EMBEDDED, EMBEDDED_SILENT, CLIENT, EXECUTE, SERVER = range(7)
CALLS = (CLIENT, EXECUTE, SERVER)

_DAY_NS = 86_400 * 10**9
_GENERATES = frozenset({"chat", "text_completion", "generate_content", "completion"})
_EMBEDS = frozenset({"embeddings", "embedding"})
_METHODS = frozenset({"tools/call", "resources/read", "prompts/get"})
_SERVER_KIND = 2
_ADDRESS = re.compile(r"[^@\s/]+@[^@\s/]+\.[^@\s/]+\Z")
_PREFIXED = re.compile(r"mcp__(?P<server>.+?)__(?P<tool>.+)\Z")
# Ids are built of these: three bytes may come of one when it is escaped.
_TEXT_BYTES = 500
# More than any model reads or writes at once; a sum of 2^23 such spans still fits the store.
_MOST_TOKENS = 2**40

_INPUT = ("gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens")
_OUTPUT = ("gen_ai.usage.output_tokens", "gen_ai.usage.completion_tokens")
_CACHE_READ = ("gen_ai.usage.cache_read.input_tokens", "gen_ai.usage.cache_read_input_tokens")
_CACHE_WRITE = ("gen_ai.usage.cache_creation.input_tokens", "gen_ai.usage.cache_creation_input_tokens")
_REASONING = ("gen_ai.usage.reasoning.output_tokens", "gen_ai.usage.reasoning_tokens")
_TOKENS = frozenset({*_INPUT, *_OUTPUT})
_PEOPLE = ("user.email", "user.id", "enduser.id", "user.name", "enduser.pseudo.id")
_MODELS = ("gen_ai.response.model", "gen_ai.request.model")

# uncached_input, cache_read, cache_write, output, reasoning
TokenCounts = tuple[int, int, int, int, int]
NO_TOKENS: TokenCounts = (0, 0, 0, 0, 0)


class SpanRejected(ValueError):
    """A span that cannot be counted; its text says why and repeats nothing of the span."""


class SpanUsage(NamedTuple):
    """What one span says. `key` is trace id + span id, `parent` the key of its parent or None, `call` joins the spans of one
    tool call or is None. `who` and `application` are node ids or empty; `server` is a server's name, or empty;
    `name` the model's id or the tool's name."""

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


def read_span_usage(seen: RawSpan, resource: Attributes, instance: str) -> SpanUsage | None:
    """What a span says, or None if it is none of ours; pure. Raises Refused."""
    told = seen.told
    role = _role(told, seen.kind)
    if role is None:
        return None
    trace, span = _id(seen.trace, 16, "traceId"), _id(seen.span, 8, "spanId")
    parent = None if not seen.parent else trace + _id(seen.parent, 8, "parentSpanId", may_be_nought=True)
    start = seen.start_ns or seen.end_ns
    if start <= 0:
        raise SpanRejected("a span without startTimeUnixNano: nobody knows its day")
    everywhere = {**resource, **told}
    service, instance = _text(everywhere, "service.name"), escaped(instance)
    # A server tells its own name; who calls it is somebody else.
    caller = "" if role == SERVER else service
    who = _who(_person(everywhere), "" if role == SERVER else _agent(everywhere), caller, instance)
    application = f"Application:otlp/{instance}/{escaped(caller)}" if caller else ""
    call, server, tokens = None, "", NO_TOKENS
    if role in CALLS:
        name = _tool(told, seen.name)
        server, name = _server(told, role, service, name)
        call_id = _text(told, "gen_ai.tool.call.id")
        call = blake2b(trace + call_id.encode(), digest_size=16).digest() if call_id else None
    else:
        name, tokens = _model(told), _tokens(told)
        role += 0 if any(tokens) else 1
    if parent == trace + bytes(8) or parent == trace + span:
        parent = None
    return SpanUsage(trace + span, parent, start // _DAY_NS, role, call, who, application, server, name, tokens)


def _role(told: Attributes, kind: int) -> int | None:
    if not told:
        return None
    method, operation = told.get(METHOD), told.get(OPERATION)
    if method is not None:
        if method not in _METHODS:
            return None
        return SERVER if kind == _SERVER_KIND else CLIENT
    if operation is None:
        # Before there was an operation's name.
        operation = told.get(REQUEST_TYPE) or ("chat" if not _TOKENS.isdisjoint(told) else None)
    if operation == "execute_tool":
        return EXECUTE
    return TOLD if operation in _GENERATES else EMBEDDED if operation in _EMBEDS else None


def _id(raw: str | bytes, length: int, name: str, *, may_be_nought: bool = False) -> bytes:
    try:
        found = bytes.fromhex(raw) if isinstance(raw, str) else raw
    except ValueError:
        found = b""
    if len(found) != length or not (may_be_nought or any(found)):
        raise SpanRejected(f"a span whose {name} is not {length * 2} hexadecimal digits other than 0")
    return found


def _text(told: Attributes, name: str) -> str:
    """An attribute as trimmed text, empty if it is absent."""
    raw = told.get(name)
    return "" if raw is None else _clean(name, raw)


# The same few names come with every span.
@lru_cache(maxsize=65_536, typed=True)
def _clean(name: str, raw: Scalar) -> str:
    text = raw if isinstance(raw, str) else str(raw)
    if len(text) * 4 > _TEXT_BYTES and len(text.encode(errors="surrogatepass")) > _TEXT_BYTES:
        raise SpanRejected(f"a span whose {name} is longer than {_TEXT_BYTES} bytes")
    if "\0" in text or not (text.isascii() or _is_whole(text)):
        raise SpanRejected(f"a span whose {name} holds characters that no store can keep")
    return text.strip()


def _is_whole(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _person(told: Attributes) -> str:
    """The address of a person, else how the application names its user."""
    named = [_text(told, name) for name in _PEOPLE]
    if not any(named):
        return ""
    address = next((name for name in named if name and is_address(name)), None)
    # A name alone is shared by many: only where it is an address it tells who.
    return address or next((name for place, name in enumerate(named) if name and place in (0, 1, 2, 4)), "")


def _agent(told: Attributes) -> str:
    return _text(told, "gen_ai.agent.id") or _text(told, "gen_ai.agent.name")


@lru_cache(maxsize=65_536)
def _who(person: str, agent: str, service: str, instance: str) -> str:
    if person:
        return f"Account:otlp/{instance}/{clean_email(person) if is_address(person) else escaped(person)}"
    return f"Application:otlp/{instance}/{escaped(agent or service)}" if agent or service else ""


@lru_cache(maxsize=65_536)
def is_address(text: str) -> bool:
    """Whether the name of a person is an e-mail address."""
    return _ADDRESS.match(text) is not None


def _model(told: Attributes) -> str:
    name = next((text for attribute in _MODELS if (text := _text(told, attribute))), "")
    return _model_id(_text(told, "gen_ai.provider.name") or _text(told, "gen_ai.system"), name)


@lru_cache(maxsize=65_536)
def _model_id(provider: str, name: str) -> str:
    return model_id(provider, name or None)


def _tool(told: Attributes, span_name: str) -> str:
    """The tool of a call; empty for a call of a server that names no tool."""
    method = told.get(METHOD)
    if method is not None and method != "tools/call":
        return ""
    found = _text(told, "gen_ai.tool.name") or _text(told, "mcp.tool.name")
    if not found:
        begin = "tools/call " if method else "execute_tool "
        found = _text({"name": span_name[len(begin) :]}, "name") if span_name.startswith(begin) else ""
    return found or (UNNAMED if method is None else "")


def _server(told: Attributes, role: int, service: str, tool: str) -> tuple[str, str]:
    """The server's name as far as this span knows it, and the tool without it."""
    prefixed = _PREFIXED.match(tool)
    if prefixed is not None:
        return prefixed["server"], prefixed["tool"]
    found = _text(told, "mcp.server.name")
    if not found and role == SERVER:
        found = service
    if not found and role == CLIENT and (host := _text(told, "server.address")):
        port = _text(told, "server.port")
        found = f"{host.lower()}:{port}" if port not in ("", "80", "443") else host.lower()
    return found, tool


def _tokens(told: Attributes) -> TokenCounts:
    """The counters, disjoint. Input tokens include the cached ones and output tokens those of reasoning, by convention;
    where the parts are more than the whole, the span told them apart."""
    whole, read, write = _count(told, _INPUT), _count(told, _CACHE_READ), _count(told, _CACHE_WRITE)
    output, reasoning = _count(told, _OUTPUT), _count(told, _REASONING)
    uncached = whole - read - write if whole >= read + write else whole
    return uncached, read, write, output if output >= reasoning else output + reasoning, reasoning


def _count(told: Attributes, names: tuple[str, str]) -> int:
    name = names[0] if names[0] in told else names[1]
    raw: Scalar = told.get(name, 0)
    if type(raw) is int:
        found = raw
    else:
        try:
            found = int(raw)
            exact = not isinstance(raw, bool) and (isinstance(raw, str) or found == raw)
        except (ValueError, OverflowError):
            exact = False
        if not exact:
            raise SpanRejected(f"a span whose {name} is not a whole number")
    if not 0 <= found <= _MOST_TOKENS:
        raise SpanRejected(f"a span whose {name} is not a number of tokens")
    return found


@lru_cache(maxsize=65_536)
def escaped(name: str) -> str:
    """A name without a slash, so that the parts of an id stay apart; two names never become one."""
    return name.replace("%", "%25").replace("/", "%2F")

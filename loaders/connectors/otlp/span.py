"""The usage in one span: who used which model or tool on which day, and how much of it.

Usages are small and hold no word of what was said. Spans of other things (HTTP, databases, agents as a whole) have none:
an `invoke_agent` span may repeat the tokens of the calls below it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from graph.address import canonical_address, email_address
from loaders.connectors.otlp.wire import METHOD, OPERATION, REQUEST_TYPE, Attributes, RawSpan, Scalar
from loaders.models.names import UNNAMED, model_id

# The role of a span. Inferences with and without tokens have different roles, so that an index finds each.
GENERATION, GENERATION_NO_TOKENS, EMBEDDING, EMBEDDING_NO_TOKENS, CLIENT, EXECUTE, SERVER = range(7)
CALLS = (CLIENT, EXECUTE, SERVER)

_DAY_NS = 86_400 * 10**9
_GENERATES = frozenset({"chat", "text_completion", "generate_content", "completion"})
_EMBEDS = frozenset({"embeddings", "embedding"})
_METHODS = frozenset({"tools/call", "resources/read", "prompts/get"})
_SERVER_KIND = 2
_PREFIXED = re.compile(r"mcp__(?P<server>.+?)__(?P<tool>.+)\Z")
# Ids are built of these: escaping may turn one byte into three.
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
    """The usage in one span. `key` is trace id + span id, `parent` the key of its parent or None, `call` joins the spans of one
    tool call or is None. `who` and `application` are node ids or empty; `server` is a server's name, or empty;
    `name` the model's id or the tool's name.
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


def read_span_usage(span: RawSpan, resource: Attributes, instance: str) -> SpanUsage | None:
    """The usage in a span, None for a span of something else; pure. Raises SpanRejected."""
    attributes = span.attributes
    role = _role(attributes, span.kind)
    if role is None:
        return None
    trace_id, span_id = _id(span.trace_id, 16, "traceId"), _id(span.span_id, 8, "spanId")
    parent = None if not span.parent_id else trace_id + _id(span.parent_id, 8, "parentSpanId", may_be_zero=True)
    start_ns = span.start_ns or span.end_ns
    if start_ns <= 0:
        raise SpanRejected("a span without startTimeUnixNano: its day is unknown")
    merged = {**resource, **attributes}
    service, instance = _text(merged, "service.name"), escaped(instance)
    # A server gives its own name; its caller is somebody else.
    caller = "" if role == SERVER else service
    who = _who(_person(merged), "" if role == SERVER else _agent(merged), caller, instance)
    application = f"Application:otlp/{instance}/{escaped(caller)}" if caller else ""
    call, server, tokens = None, "", NO_TOKENS
    if role in CALLS:
        name = _tool(attributes, span.name)
        server, name = _server(attributes, role, service, name)
        call_id = _text(attributes, "gen_ai.tool.call.id")
        call = blake2b(trace_id + call_id.encode(), digest_size=16).digest() if call_id else None
    else:
        name, tokens = _model(attributes), _tokens(attributes)
        role += 0 if any(tokens) else 1
    if parent == trace_id + bytes(8) or parent == trace_id + span_id:
        parent = None
    return SpanUsage(
        trace_id + span_id, parent, start_ns // _DAY_NS, role, call, who, application, server, name, tokens
    )


def _role(attributes: Attributes, kind: int) -> int | None:
    if not attributes:
        return None
    method, operation = attributes.get(METHOD), attributes.get(OPERATION)
    if method is not None:
        if method not in _METHODS:
            return None
        return SERVER if kind == _SERVER_KIND else CLIENT
    if operation is None:
        # Older instrumentations have no operation name.
        operation = attributes.get(REQUEST_TYPE) or ("chat" if not _TOKENS.isdisjoint(attributes) else None)
    if operation == "execute_tool":
        return EXECUTE
    return GENERATION if operation in _GENERATES else EMBEDDING if operation in _EMBEDS else None


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


def _person(attributes: Attributes) -> str:
    """The email of a person, else the name that the application has for its user."""
    named = [_text(attributes, name) for name in _PEOPLE]
    if not any(named):
        return ""
    email = next((name for name in named if name and is_address(name)), None)
    # Many people share a name: `user.name` identifies somebody only if it is an email.
    return email or next((name for index, name in enumerate(named) if name and index in (0, 1, 2, 4)), "")


def _agent(attributes: Attributes) -> str:
    return _text(attributes, "gen_ai.agent.id") or _text(attributes, "gen_ai.agent.name")


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
    name = next((text for attribute in _MODELS if (text := _text(attributes, attribute))), "")
    return _model_id(_text(attributes, "gen_ai.provider.name") or _text(attributes, "gen_ai.system"), name)


@lru_cache(maxsize=65_536)
def _model_id(provider: str, name: str) -> str:
    return model_id(provider, name or None)


def _tool(attributes: Attributes, span_name: str) -> str:
    """The tool of a call; empty for a call that names no tool."""
    method = attributes.get(METHOD)
    if method is not None and method != "tools/call":
        return ""
    name = _text(attributes, "gen_ai.tool.name") or _text(attributes, "mcp.tool.name")
    if not name:
        prefix = "tools/call " if method else "execute_tool "
        name = _text({"name": span_name[len(prefix) :]}, "name") if span_name.startswith(prefix) else ""
    return name or (UNNAMED if method is None else "")


def _server(attributes: Attributes, role: int, service: str, tool: str) -> tuple[str, str]:
    """The server's name as far as this span has it, and the tool without it."""
    prefixed = _PREFIXED.match(tool)
    if prefixed is not None:
        return prefixed["server"], prefixed["tool"]
    server = _text(attributes, "mcp.server.name")
    if not server and role == SERVER:
        server = service
    if not server and role == CLIENT and (host := _text(attributes, "server.address")):
        port = _text(attributes, "server.port")
        server = f"{host.lower()}:{port}" if port not in ("", "80", "443") else host.lower()
    return server, tool


def _tokens(attributes: Attributes) -> TokenCounts:
    """The counters, disjoint. By convention input tokens include the cached ones and output tokens those of reasoning;
    if the parts exceed the total, the span had separated them.
    """
    total, read, write = _count(attributes, _INPUT), _count(attributes, _CACHE_READ), _count(attributes, _CACHE_WRITE)
    output, reasoning = _count(attributes, _OUTPUT), _count(attributes, _REASONING)
    uncached = total - read - write if total >= read + write else total
    return uncached, read, write, output if output >= reasoning else output + reasoning, reasoning


def _count(attributes: Attributes, names: tuple[str, str]) -> int:
    name = names[0] if names[0] in attributes else names[1]
    raw: Scalar = attributes.get(name, 0)
    if type(raw) is int:
        count = raw
    else:
        try:
            count = int(raw)
            is_exact = not isinstance(raw, bool) and (isinstance(raw, str) or count == raw)
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

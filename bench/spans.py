"""A fleet of instrumented clients that push spans; run as a program, one process per client.

Span number i of N: seven of ten are inferences, three tell of one tool call (the agent, its MCP client, the MCP server). Client k
of K sends the numbers with i % K == k: the parts of a call arrive apart. Every third export is sent twice, as after an answer
that was lost; an answer of 429 or 503 is waited out, as OTLP asks.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import httpx

USERS, MODELS, TOOLS, SERVERS = 40, 5, 7, 3
BATCH = 1_000
SECRET = "the-planted-prompt"

_HEAD = (
    '{{"traceId":"{trace:032x}","spanId":"{span:016x}","parentSpanId":"{parent:016x}","name":"{name}","kind":{kind},'
)
_HEAD += '"startTimeUnixNano":"{start}","endTimeUnixNano":"{end}","attributes":['
_TEXT = '{{"key":"{}","value":{{"stringValue":"{}"}}}}'
_WHOLE = '{{"key":"{}","value":{{"intValue":"{}"}}}}'
_PROMPT = _TEXT.format("gen_ai.input.messages", f"{SECRET}: " + "say it again, and then once more; " * 12)


def user(number: int) -> str:
    return "ada@acme.example" if number % USERS == 0 else f"user{number % USERS}@acme.example"


def tokens(number: int) -> tuple[int, int, int]:
    """Input with the cached, of these cached, output."""
    return 100 + number % 1_000, number % 100, number % 50


def is_call(number: int) -> bool:
    return number % 10 > 6


def expected(count: int) -> dict[str, Any]:
    """What the first `count` spans add up to: requests per (user, resource), and tokens, cached ones apart."""
    requests: Counter[tuple[str, str]] = Counter()
    whole = [0, 0, 0]
    for number in range(count):
        if not is_call(number):
            requests[user(number), f"Model:openai/model-{number % MODELS}"] += 1
            attributes = tokens(number)
            whole = [whole[0] + attributes[0] - attributes[1], whole[1] + attributes[1], whole[2] + attributes[2]]
        elif number % 10 == 7:
            ten = number // 10
            tool = f"McpTool:otlp/default/server-{ten % SERVERS}/tool-{ten % TOOLS}"
            requests[user(number), tool] += 1
    return {"requests": requests, "tokens": whole}


def written(number: int, start_ns: int) -> str:
    """One span as JSON."""
    what = number % 10
    ten, parent, kind = number // 10, number - 1, 3
    if not is_call(number):
        parent, name = 2**63 + number, "chat model"
        whole, cached, output = tokens(number)
        attributes = [
            _TEXT.format("gen_ai.operation.name", "chat"),
            _TEXT.format("gen_ai.provider.name", "openai"),
            _TEXT.format("gen_ai.request.model", f"model-{number % MODELS}"),
            _WHOLE.format("gen_ai.usage.input_tokens", whole),
            _WHOLE.format("gen_ai.usage.cache_read.input_tokens", cached),
            _WHOLE.format("gen_ai.usage.output_tokens", output),
            _TEXT.format("user.email", user(number)),
            _PROMPT,
        ]
    elif what == 7:
        name, kind, parent = "execute_tool", 1, 2**63 + number
        attributes = [_TEXT.format("gen_ai.operation.name", "execute_tool"), _TEXT.format("user.email", user(number))]
        attributes += [_TEXT.format("gen_ai.tool.name", f"tool-{ten % TOOLS}"), _PROMPT]
    else:
        name, kind = "tools/call", 3 if what == 8 else 2
        attributes = [
            _TEXT.format("mcp.method.name", "tools/call"),
            _TEXT.format("gen_ai.tool.name", f"tool-{ten % TOOLS}"),
        ]
        attributes += [_TEXT.format("mcp.server.name", f"server-{ten % SERVERS}")]
    # The parts of a call have one trace; inferences have a trace each.
    trace = (ten << 64) + 1 if is_call(number) else (number << 80) + 2
    head = _HEAD.format(
        trace=trace, span=number + 1, parent=parent + 1, name=name, kind=kind, start=start_ns, end=start_ns + 10**9
    )
    return head + ",".join(attributes) + "]}"


def exports(numbers: Iterable[int], start_ns: int) -> Iterator[bytes]:
    """The spans as exports of BATCH each."""
    service = _TEXT.format("service.name", "agent")
    left = iter(numbers)
    while batch := list(islice(left, BATCH)):
        spans = ",".join(written(number, start_ns) for number in batch)
        yield (
            f'{{"resourceSpans":[{{"resource":{{"attributes":[{service}]}},'
            f'"scopeSpans":[{{"scope":{{"name":"acme"}},"spans":[{spans}]}}]}}]}}'
        ).encode()


def push(address: str, token: str, bodies: Iterable[bytes], is_gzipped: bool) -> dict[str, int]:
    """Send exports one after the other until each is acknowledged."""
    attributes = Counter[str]()
    headers = {"authorization": f"Bearer {token}", "content-type": "application/json"}
    if is_gzipped:
        headers["content-encoding"] = "gzip"
    with httpx.Client(base_url=address, headers=headers, timeout=120) as http:
        for number, body in enumerate(bodies):
            content = gzip.compress(body, 1) if is_gzipped else body
            for _ in range(2 if number % 3 == 2 else 1):
                while (answer := http.post("/v1/traces", content=content)).status_code in (429, 503):
                    attributes["waited"] += 1
                    time.sleep(float(answer.headers["retry-after"]))
                attributes["exports"] += 1
                attributes["failures"] += answer.status_code != 200 or answer.content != b"{}"
    return dict(attributes)


if __name__ == "__main__":
    address, token, place, clients, count, start_ns = sys.argv[1:]
    own_numbers = range(int(place), int(count), int(clients))
    print(json.dumps(push(address, token, exports(own_numbers, int(start_ns)), is_gzipped=int(place) == 1)))

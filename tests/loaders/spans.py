"""Spans as clients write them, for the tests of OTLP."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

DAY_NS = 86_400 * 10**9
# 2026-11-20T06:00:00Z
NOON_NS = 20_777 * DAY_NS + 6 * 3600 * 10**9
NOW_S = NOON_NS // 10**9

KINDS = {"internal": 1, "server": 2, "client": 3}
# Nothing of this may be found anywhere.
PLANTED = "the-planted-prompt"
CONTENT = {
    "gen_ai.input.messages": f'[{{"role":"user","parts":[{{"type":"text","content":"{PLANTED} one"}}]}}]',
    "gen_ai.output.messages": f"{PLANTED} two",
    "gen_ai.system_instructions": f"{PLANTED} three",
    "gen_ai.tool.call.arguments": f"{PLANTED} four",
    "gen_ai.tool.call.result": f"{PLANTED} five",
    "gen_ai.prompt.0.content": f"{PLANTED} six",
}


def attributes(told: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [{"key": name, "value": _value(one)} for name, one in told.items()]


def _value(one: Any) -> dict[str, Any]:
    if isinstance(one, bool):
        return {"boolValue": one}
    if isinstance(one, int):
        return {"intValue": str(one)}
    if isinstance(one, float):
        return {"doubleValue": one}
    if isinstance(one, list):
        return {"arrayValue": {"values": [_value(part) for part in one]}}
    return {"stringValue": one}


def span(
    span_id: int | str,
    told: Mapping[str, Any],
    *,
    trace: int | str = 1,
    parent: int | str | None = None,
    kind: str = "client",
    start_ns: int = NOON_NS,
    name: str = "a span",
) -> dict[str, Any]:
    """One span; ids as numbers or as hex."""
    made = {
        "traceId": trace if isinstance(trace, str) else f"{trace:032x}",
        "spanId": span_id if isinstance(span_id, str) else f"{span_id:016x}",
        "name": name,
        "kind": KINDS[kind],
        "startTimeUnixNano": str(start_ns),
        "endTimeUnixNano": str(start_ns + 10**9),
        "attributes": attributes(told),
        "status": {"code": 0},
    }
    if parent is not None:
        made["parentSpanId"] = parent if isinstance(parent, str) else f"{parent:016x}"
    return made


def chat(span_id: int | str, tokens: int = 10, told: Mapping[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    """An inference."""
    usual = {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "openai",
        "gen_ai.request.model": "gpt-4o",
        "gen_ai.usage.input_tokens": tokens,
        "gen_ai.usage.output_tokens": 1,
    }
    return span(span_id, {**usual, **(told or {})}, **more)


def call(span_id: int | str, tool: str, told: Mapping[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    """An MCP tool call, as client unless `kind` says server."""
    return span(span_id, {"mcp.method.name": "tools/call", "gen_ai.tool.name": tool, **(told or {})}, **more)


def execute(span_id: int | str, tool: str, told: Mapping[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    """A tool call as the agent tells it."""
    usual = {"gen_ai.operation.name": "execute_tool", "gen_ai.tool.name": tool}
    return span(span_id, {**usual, **(told or {})}, **{"kind": "internal", **more})


def envelope(spans: Iterable[dict[str, Any]], resource: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """One export of one resource."""
    return {
        "resourceSpans": [
            {
                "resource": {"attributes": attributes(resource or {})},
                "scopeSpans": [{"scope": {"name": "acme.instr", "version": "1"}, "spans": list(spans)}],
            }
        ]
    }


def written(*spans: dict[str, Any], resource: Mapping[str, Any] | None = None) -> bytes:
    """An export as JSON."""
    return json.dumps(envelope(spans, resource)).encode()

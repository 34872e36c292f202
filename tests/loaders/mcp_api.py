"""A real MCP server over streamable HTTP on a real socket, made of the SDK's own, and how it can misbehave."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import mcp_types as types
import uvicorn
from mcp.server.lowlevel import Server

TOKEN = "not-a-real-token-9c2"


@dataclass(frozen=True)
class Trouble:
    """One wrong answer: a status, another body, or half of the right one."""

    status: int = 200
    body: bytes | None = None
    headers: tuple[tuple[bytes, bytes], ...] = ()
    cut: bool = False


def tool(name: str, title: str | None = None, **hints: bool) -> types.Tool:
    annotations = types.ToolAnnotations.model_validate(hints) if hints else None
    return types.Tool(name=name, title=title, input_schema={"type": "object"}, annotations=annotations)


@dataclass
class ToolServer:
    """Lists `tools` in pages of `size`. `trouble` is asked before each answer; `asked` remembers methods and cursors."""

    tools: list[types.Tool] = field(default_factory=list)
    size: int = 2
    wanted: tuple[str, str] | None = None
    trouble: Callable[[str, int], Trouble | None] = lambda method, number: None
    asked: list[tuple[str, str | None]] = field(default_factory=list)
    modern: bool = True
    loops: bool = False
    url: str = ""

    def count(self, method: str) -> int:
        return sum(one == method for one, _ in self.asked)

    async def list_tools(self, context: Any, params: types.PaginatedRequestParams | None) -> types.ListToolsResult:
        begin = int(params.cursor) if params is not None and params.cursor else 0
        end = begin + self.size
        following = "0" if self.loops else str(end) if end < len(self.tools) else None
        return types.ListToolsResult(tools=self.tools[begin:end], next_cursor=following)

    async def call_tool(self, context: Any, params: types.CallToolRequestParams) -> types.CallToolResult:
        raise AssertionError("an inventory calls no tool")

    async def answer(self, app: Any, scope: Any, receive: Any, send: Any) -> None:
        """The server's own answer, unless there is trouble."""
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        body = b""
        while True:
            part = await receive()
            body += part.get("body", b"")
            if not part.get("more_body"):
                break
        method, cursor = _asked(body) or (scope["method"], None)
        self.asked.append((method, cursor))
        headers = {name.decode().lower(): told.decode() for name, told in scope["headers"]}
        trouble = self.trouble(method, self.count(method))
        if self.wanted is not None and headers.get(self.wanted[0].lower()) != self.wanted[1]:
            # It tells what it was sent, as some do.
            trouble = Trouble(401, json.dumps({"error": f"bad {headers}"}).encode())
        if not self.modern and method == "server/discover":
            trouble = Trouble(404, b"{}")
        if trouble is not None and trouble.body is not None:
            await send({"type": "http.response.start", "status": trouble.status, "headers": list(trouble.headers)})
            await send({"type": "http.response.body", "body": trouble.body})
            return

        left = [{"type": "http.request", "body": body, "more_body": False}]

        async def again() -> Any:
            return left.pop() if left else await receive()

        async def halved(message: Any) -> None:
            if trouble is not None and trouble.cut and message["type"] == "http.response.body" and message["body"]:
                message = {**message, "body": message["body"][: len(message["body"]) // 2]}
            if trouble is not None and trouble.cut and message["type"] == "http.response.start":
                kept = [pair for pair in message["headers"] if pair[0].lower() != b"content-length"]
                message = {**message, "headers": kept}
            await send(message)

        await app(scope, again, halved)


def _asked(body: bytes) -> tuple[str, str | None] | None:
    try:
        told = json.loads(body)
    except ValueError:
        return None
    if not isinstance(told, dict) or "method" not in told:
        return None
    return str(told["method"]), (told.get("params") or {}).get("cursor")


@contextmanager
def serving(api: ToolServer, *, streams: bool = False) -> Iterator[ToolServer]:
    """The server on a free port of this machine, until the block ends. `streams`: with sessions, and answers as events."""
    server: Server[Any] = Server(
        "crm-server", version="3.2.1", on_list_tools=api.list_tools, on_call_tool=api.call_tool
    )
    app = server.streamable_http_app(json_response=not streams, stateless_http=not streams)

    async def wrapped(scope: Any, receive: Any, send: Any) -> None:
        await api.answer(app, scope, receive, send)

    # Named TCP, so that its connections send at once: else each answer waits 40 ms for the acknowledgement of its head.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.bind(("127.0.0.1", 0))
    running = uvicorn.Server(uvicorn.Config(wrapped, log_level="critical", lifespan="on", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=running.run, args=([listening],))
    thread.start()
    deadline = time.monotonic() + 20
    while not running.started and time.monotonic() < deadline:
        time.sleep(0.005)
    api.url = f"http://127.0.0.1:{listening.getsockname()[1]}/mcp"
    try:
        yield api
    finally:
        running.should_exit = True
        thread.join(20)
        listening.close()

"""How two vendors' administration APIs behave as documented, on a real socket, and can misbehave."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from graph.moment import read_day, write_day
from tests.loaders.cursor_api import Fault, Request

KEY = "key-that-is-not-real"
DAY_S = 86_400
Asked = Mapping[str, Sequence[str]]


@dataclass
class AdminApi:
    """One organisation. `lists` are objects by path; `rows` are a report's results by path and day.

    `fault` is asked before each answer; `requests` remembers what came. `buckets` cuts a report into buckets.
    """

    sign: Mapping[str, str]
    after: str
    buckets: Callable[[AdminApi, str, Asked], list[dict[str, Any]]]
    lists: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    rows: dict[tuple[str, str], list[dict[str, Any]]] = field(default_factory=dict)
    reports: tuple[str, ...] = ()
    fault: Callable[[int, Request], Fault | None] = lambda number, request: None
    requests: list[Request] = field(default_factory=list)
    most_per_page: int = 1000
    most_buckets: Mapping[str, int] = field(default_factory=dict)
    # The calls that need the header `anthropic-beta`, with this text; no other call may carry it.
    betas: Mapping[str, str] = field(default_factory=dict)
    base_url: str = ""
    quiet: threading.Event = field(default_factory=threading.Event)

    def asked(self, path: str) -> list[Asked]:
        return [request.asked for request in self.requests if request.path == path]

    def answer(self, path: str, asked: Asked) -> tuple[int, Any]:
        if path in self.reports:
            return self._report(path, asked)
        if path not in self.lists:
            return 404, {"error": {"message": "Not found"}}
        found = self.lists[path]
        ids = [one.get("id") or one["user_id"] for one in found]
        after = asked.get(self.after, [""])[0]
        first = ids.index(after) + 1 if after in ids else 0
        page = found[first : first + min(int(asked["limit"][0]), self.most_per_page)]
        return 200, {
            "object": "list",
            "data": page,
            "first_id": ids[first] if page else None,
            "last_id": ids[first + len(page) - 1] if page else None,
            "has_more": first + len(page) < len(found),
        }

    def _report(self, path: str, asked: Asked) -> tuple[int, Any]:
        found = self.buckets(self, path, asked)
        token = asked.get("page", ["page_0"])[0].removeprefix("page_")
        first = int(token) if token.isdecimal() else 0
        last = first + min(int(asked["limit"][0]), self.most_buckets.get(path, 1000))
        more = last < len(found)
        return 200, {
            "object": "page",
            "data": found[first:last],
            "has_more": more,
            "next_page": f"page_{last}" if more else None,
        }


def openai_buckets(api: AdminApi, path: str, asked: Asked) -> list[dict[str, Any]]:
    """Buckets of whole days, in seconds, empty ones included."""
    first, last = int(asked["start_time"][0]), int(asked["end_time"][0])
    return [
        {
            "object": "bucket",
            "start_time": at,
            "end_time": at + DAY_S,
            "results": api.rows.get((path, write_day(at // DAY_S)), []),
        }
        for at in range(first, last, DAY_S)
    ]


def anthropic_buckets(api: AdminApi, path: str, asked: Asked) -> list[dict[str, Any]]:
    """Buckets of whole days in ISO 8601, empty ones included; Claude Code gives the lines of the one day it is asked for."""
    if path.endswith("/claude_code"):
        return api.rows.get((path, asked["starting_at"][0]), [])
    first, last = read_day(asked["starting_at"][0][:10]), read_day(asked["ending_at"][0][:10])
    return [
        {
            "starting_at": f"{write_day(day)}T00:00:00Z",
            "ending_at": f"{write_day(day + 1)}T00:00:00Z",
            "results": api.rows.get((path, write_day(day)), []),
        }
        for day in range(first, last)
    ]


def analytics_rows(api: AdminApi, path: str, asked: Asked) -> list[dict[str, Any]]:
    """Flat rows in ISO 8601, day by day, for spans that the newer analytics take."""
    first, last = read_day(asked["starting_at"][0][:10]), read_day(asked["ending_at"][0][:10])
    assert read_day("2026-01-01") <= first < last <= first + 31
    assert (asked["time_bucket_width"], len(asked["group_by[]"])) == (["1d"], 5)
    return [
        {"starting_at": f"{write_day(day)}T00:00:00Z", "ending_at": f"{write_day(day + 1)}T00:00:00Z", **row}
        for day in range(first, last)
        for row in api.rows.get((path, write_day(day)), [])
    ]


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hung up in the middle of an answer is what some tests are about."""


@contextmanager
def serving(api: AdminApi, prefix: str = "") -> Iterator[AdminApi]:
    """The API on a free port of this machine, below the path `prefix`, until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Head and body leave in one packet: else each answer waits 40 ms for the client's acknowledgement.
        disable_nagle_algorithm = True
        wbufsize = -1

        def log_message(self, format: str, *args: Any) -> None:
            pass

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            path, asked = parts.path.removeprefix(prefix), parse_qs(parts.query)
            request = Request(path, asked)
            api.requests.append(request)
            fault = api.fault(len(api.requests), request) or Fault()
            if fault.hangs:
                api.quiet.wait(10)
                self.close_connection = True
                return
            status, body = api.answer(path, asked)
            if any(self.headers[name] != text for name, text in api.sign.items()):
                told = [self.headers[name] for name in api.sign]
                status, body = 401, {"error": {"type": "unauthorized", "message": f"bad key {told}"}}
            if self.headers["anthropic-beta"] != api.betas.get(path):
                status, body = 400, {"error": {"message": "anthropic-beta: missing, or not for this call"}}
            if fault.mangle is not None:
                body = fault.mangle(json.loads(json.dumps(body, default=_number)))
            raw = json.dumps(body, default=_number).encode() if fault.body is None else fault.body
            self.send_response(status if fault.status == 200 else fault.status)
            for name, text in fault.headers.items():
                self.send_header(name, text)
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw[: len(raw) // 2] if fault.cut else raw)
            self.close_connection = fault.cut

    server = _Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.01))
    thread.start()
    api.base_url = f"http://127.0.0.1:{server.server_port}{prefix}"
    try:
        yield api
    finally:
        api.quiet.set()
        server.shutdown()
        server.server_close()
        thread.join()


def _number(number: Decimal) -> float:
    """Decimals as JSON numbers; the amounts of tests have few digits."""
    return float(number)

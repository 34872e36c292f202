"""How Cursor's admin API behaves as documented, on a real socket, and how it can misbehave."""

from __future__ import annotations

import base64
import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from graph.moment import read_day, write_day

KEY = "crsr_not-a-real-key"
DAY_MS = 86_400_000
GROUPS_BODY: Mapping[str, Any] = {
    "groups": [
        {
            "id": "group_R",
            "name": "Research",
            "type": "BILLING",
            "directoryGroupId": None,
            "currentMembers": [
                {
                    "userId": "user_ada",
                    "email": "ada@acme.example",
                    "joinedAt": "2026-01-15T10:30:00.000Z",
                    "leftAt": None,
                }
            ],
            "formerMembers": [],
        }
    ],
    "billingCycle": {"cycleStart": "2026-11-01T00:00:00.000Z", "cycleEnd": "2026-12-01T00:00:00.000Z"},
}


@dataclass(frozen=True)
class Fault:
    """One wrong answer. `mangle` rewrites the body of a right one; `hangs` answers nothing; `cut` sends half of it."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    mangle: Callable[[dict[str, Any]], Any] | None = None
    hangs: bool = False
    cut: bool = False


@dataclass(frozen=True)
class Request:
    """What a client asked: the path, and its parameters or JSON body."""

    path: str
    asked: Mapping[str, Any]


@dataclass
class CursorApi:
    """One team. `fault` is asked before each answer; `requests` remembers what came."""

    members: list[dict[str, Any]] = field(default_factory=list)
    groups: Mapping[str, Any] = field(default_factory=lambda: dict(GROUPS_BODY))
    events: list[dict[str, Any]] = field(default_factory=list)
    # (email, day, server, tool, calls)
    tools: list[tuple[str, str, str, str, int]] = field(default_factory=list)
    # (email, day, accepted lines)
    lines: list[tuple[str, str, int]] = field(default_factory=list)
    fault: Callable[[int, Request], Fault | None] = lambda number, request: None
    requests: list[Request] = field(default_factory=list)
    most_per_page: int = 1000
    base_url: str = ""
    quiet: threading.Event = field(default_factory=threading.Event)

    def asked(self, path: str) -> list[Mapping[str, Any]]:
        return [request.asked for request in self.requests if request.path == path]

    def answer(self, path: str, asked: Mapping[str, Any]) -> tuple[int, Any]:
        if path == "/teams/members":
            return 200, {"teamMembers": self.members}
        if path == "/teams/groups":
            return 200, self.groups
        if path == "/teams/filtered-usage-events":
            return self._events(asked)
        if path == "/analytics/by-user/mcp":
            return self._tools(asked)
        if path == "/teams/daily-usage-data":
            return self._lines(asked)
        return 404, {"error": "Not found"}

    def _events(self, asked: Mapping[str, Any]) -> tuple[int, Any]:
        first, last = asked["startDate"], asked["endDate"]
        if last - first >= 30 * DAY_MS:
            return 400, {"error": "Date range cannot exceed 30 days"}
        found = [event for event in self.events if first <= int(event["timestamp"]) <= last]
        found.sort(key=lambda event: -int(event["timestamp"]))
        size = min(asked.get("pageSize", 100), self.most_per_page)
        return 200, {
            "totalUsageEventsCount": len(found),
            "pagination": _place(asked, size, len(found), ("currentPage", "numPages")),
            "usageEvents": _cut(asked, size, found),
            "period": {"startDate": first, "endDate": last},
        }

    def _lines(self, asked: Mapping[str, Any]) -> tuple[int, Any]:
        """A page holds all days of some members."""
        first, last = asked["startDate"], asked["endDate"]
        if last - first >= 30 * DAY_MS:
            return 400, {"error": "Date range cannot exceed 30 days"}
        people = sorted({email for email, _, _ in self.lines})
        size = min(asked.get("pageSize", 100), self.most_per_page)
        of_page = _cut(asked, size, people)
        data = [
            {
                "day": day,
                "date": read_day(day) * DAY_MS,
                "email": email,
                "acceptedLinesAdded": count,
                "mostUsedModel": "gpt-5",
            }
            for email, day, count in self.lines
            if email in of_page and first <= read_day(day) * DAY_MS <= last
        ]
        place = _place(asked, size, len(people), ("page", "totalPages")) | {"totalUsers": len(people)}
        return 200, {"data": data, "period": {"startDate": first, "endDate": last}, "pagination": place}

    def _tools(self, asked: Mapping[str, Any]) -> tuple[int, Any]:
        first, last = read_day(asked["startDate"]), read_day(asked["endDate"])
        if last - first > 30:
            return 400, {"error": "Date range cannot exceed 30 days"}
        people: dict[str, list[dict[str, Any]]] = {}
        for email, day, server, tool, calls in self.tools:
            if first <= read_day(day) <= last:
                row = {"event_date": day, "tool_name": tool, "mcp_server_name": server, "usage": calls}
                people.setdefault(email, []).append(row)
        size = min(int(asked.get("pageSize", 100)), self.most_per_page)
        return 200, {
            "data": dict(_cut(asked, size, sorted(people.items()))),
            "pagination": _place(asked, size, len(people), ("page", "totalPages")) | {"totalUsers": len(people)},
            "params": {"metric": "mcp", "teamId": 42, "startDate": write_day(first), "endDate": write_day(last)},
        }


class FastClock:
    """Time that passes at once when it is slept through; `slept` lists how long."""

    def __init__(self) -> None:
        self.slept: list[float] = []
        self.ahead_s = 0.0

    def now_s(self) -> float:
        return time.monotonic() + self.ahead_s

    def sleep(self, wait_s: float) -> None:
        self.slept.append(wait_s)
        self.ahead_s += wait_s


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hung up in the middle of an answer is what some tests are about."""


@contextmanager
def serving(api: CursorApi) -> Iterator[CursorApi]:
    """The API on a free port of this machine, until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Head and body leave in one packet: else each answer waits 40 ms for the client's acknowledgement.
        disable_nagle_algorithm = True
        wbufsize = -1

        def log_message(self, format: str, *args: Any) -> None:
            pass

        def do_GET(self) -> None:
            self._serve(dict(parse_qsl(urlsplit(self.path).query)))

        def do_POST(self) -> None:
            self._serve(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

        def _serve(self, asked: Mapping[str, Any]) -> None:
            path = urlsplit(self.path).path
            request = Request(path, asked)
            api.requests.append(request)
            fault = api.fault(len(api.requests), request) or Fault()
            if fault.hangs:
                api.quiet.wait(10)
                self.close_connection = True
                return
            status, body = api.answer(path, asked)
            if self.headers["Authorization"] != "Basic " + base64.b64encode(f"{KEY}:".encode()).decode():
                status, body = 401, {"error": "Unauthorized", "message": f"bad {self.headers['Authorization']}"}
            if fault.mangle is not None:
                body = fault.mangle(json.loads(json.dumps(body, default=str)))
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
    api.base_url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield api
    finally:
        api.quiet.set()
        server.shutdown()
        server.server_close()
        thread.join()


def at(day: str, hour: int = 8) -> str:
    """The time of an event, as the API writes it."""
    return str(read_day(day) * DAY_MS + hour * 3_600_000)


def event(day: str, email: str | None, cents: str, *, hour: int = 8, **more: Any) -> dict[str, Any]:
    """A chargeable event of one model; `more` adds or replaces documented fields."""
    told = {
        "timestamp": at(day, hour),
        "userEmail": email,
        "model": "claude-4.5-sonnet",
        "kind": "Usage-based",
        "isTokenBasedCall": True,
        "isChargeable": True,
        "tokenUsage": {"inputTokens": 10, "outputTokens": 20, "cacheWriteTokens": 30, "cacheReadTokens": 40},
        "chargedCents": Decimal(cents),
    }
    return {name: term for name, term in (told | more).items() if term is not None}


def _cut(asked: Mapping[str, Any], size: int, found: list[Any]) -> list[Any]:
    first = (int(asked.get("page", 1)) - 1) * size
    return found[first : first + size]


def _place(asked: Mapping[str, Any], size: int, total: int, names: tuple[str, str]) -> dict[str, Any]:
    page, pages = int(asked.get("page", 1)), max(1, -(-total // size))
    return {
        names[0]: page,
        names[1]: pages,
        "pageSize": size,
        "hasNextPage": page < pages,
        "hasPreviousPage": page > 1,
    }


def _number(number: Any) -> Any:
    """Decimals as JSON numbers; the amounts of tests have few digits."""
    return float(number)

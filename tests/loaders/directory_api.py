"""APIs of directories as documented, served on a real socket, with faults to inject."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from tests.loaders.cursor_api import Fault, Request

KEY = "not-a-real-key-7f1"
# The access token that a directory gives for its secret.
TOKEN = "not-a-real-token-9c2"


@dataclass(frozen=True)
class Reply:
    """A correct response."""

    body: Any
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass
class DirectoryApi:
    """One directory. `fault` is called before each response; `requests` keeps what arrived."""

    users: list[dict[str, Any]] = field(default_factory=list)
    groups: list[dict[str, Any]] = field(default_factory=list)
    # By group: its members as the API lists them.
    members: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    size: int = 2
    fault: Callable[[int, Request], Fault | None] = lambda number, request: None
    requests: list[Request] = field(default_factory=list)
    base_url: str = ""
    auth_header: tuple[str, str] = ("Authorization", "")
    # Paths that must be requested without the key, such as files behind signed links.
    bare: tuple[str, ...] = ()
    quiet: threading.Event = field(default_factory=threading.Event)

    def answer(self, path: str, query: Mapping[str, str]) -> Reply:
        """The response of the API. Raises KeyError for a path that it does not have."""
        raise NotImplementedError

    def link(self, path: str, query: Mapping[str, Any]) -> str:
        return f"{self.base_url}{path}?{urlencode(query)}"

    def page_of(self, entries: list[Any], first: int) -> tuple[list[Any], int | None]:
        """A page from an offset on, and the offset of the next one."""
        end = first + self.size
        return entries[first:end], end if end < len(entries) else None


class Okta(DirectoryApi):
    """Okta: bare lists, the next page in the header Link; deactivated users only for a filter."""

    def answer(self, path: str, query: Mapping[str, str]) -> Reply:
        _, _, _, collection, *rest = path.split("/")
        if collection == "users":
            wants_deactivated = query.get("filter") == 'status eq "DEPROVISIONED"'
            entries = [user for user in self.users if (user["status"] == "DEPROVISIONED") == wants_deactivated]
        elif rest:
            entries = self.members[rest[0]]
        else:
            entries = self.groups
        page, next_offset = self.page_of(entries, int(query.get("after", 0)))
        links = [f'<{self.link(path, query)}>; rel="self"']
        if next_offset is not None:
            links.append(f'<{self.link(path, {**query, "after": next_offset})}>; rel="next"')
        return Reply(page, headers={"Link": ", ".join(links)})


@dataclass
class Entra(DirectoryApi):
    """Microsoft Graph: delta rounds with links in the body, groups that bring their members, tokens for a secret."""

    principals: list[dict[str, Any]] = field(default_factory=list)
    # By service principal: who is assigned to it.
    assigned: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    # What each collection answers to its delta link.
    changes: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def answer(self, path: str, query: Mapping[str, str]) -> Reply:
        if path == "/acme.example/oauth2/v2.0/token":
            if query["client_secret"] != KEY or query["client_id"] != "reader":
                return Reply({"error": "invalid_client", "error_description": f"bad {query}"}, 401)
            return Reply({"token_type": "Bearer", "expires_in": 3599, "access_token": TOKEN})
        _, _, collection, *rest = path.split("/")
        groups = [{**group, "members@delta": self.members[group["id"]]} for group in self.groups]
        listed = {"users": self.users, "groups": groups, "servicePrincipals": self.principals}[collection]
        if rest == ["delta"]:
            return self._page(path, query, self.changes.get(collection, []) if "$deltatoken" in query else listed)
        if rest[1:] == ["appRoleAssignedTo"]:
            return self._page(path, query, self.assigned.get(rest[0], []))
        entry = next(entry for entry in listed if entry["id"] == rest[0])
        return Reply({name: term for name, term in entry.items() if name != "members@delta"})

    def _page(self, path: str, query: Mapping[str, str], entries: list[Any]) -> Reply:
        page, next_offset = self.page_of(entries, int(query.get("$skiptoken", 0)))
        about = "appRoleAssignments" if path.endswith("/appRoleAssignedTo") else path.split("/")[2]
        context = f"https://graph.microsoft.com/v1.0/$metadata#{about}"
        body: dict[str, Any] = {"@odata.context": context, "value": page}
        delta = {name: term for name, term in query.items() if name == "$deltatoken"}
        if next_offset is not None:
            body["@odata.nextLink"] = self.link(path, {**delta, "$skiptoken": next_offset})
        elif path.endswith("/delta"):
            body["@odata.deltaLink"] = self.link(path, {"$deltatoken": "d1"})
        return Reply(body)


class Google(DirectoryApi):
    """Google's Directory API: a token for the next page, no list in an empty one, deleted users only on request."""

    def answer(self, path: str, query: Mapping[str, str]) -> Reply:
        if path == "/token":
            if query["refresh_token"] != KEY:
                return Reply({"error": "invalid_grant", "error_description": f"bad {query}"}, 400)
            return Reply({"access_token": TOKEN, "expires_in": 3599, "token_type": "Bearer"})
        _, _, _, _, collection, *rest = path.split("/")
        name = rest[1] if rest else collection
        if rest:
            entries = self.members[rest[0]]
        elif collection == "users":
            entries = [user for user in self.users if ("deletionTime" in user) == (query.get("showDeleted") == "true")]
        else:
            entries = self.groups
        assert rest or query["customer"] == "my_customer"
        page, next_offset = self.page_of(entries, int(query.get("pageToken", 0)))
        body: dict[str, Any] = {"kind": f"admin#directory#{name}", "etag": "e"} | ({name: page} if page else {})
        return Reply(body if next_offset is None else body | {"nextPageToken": str(next_offset)})


@dataclass
class Scim(DirectoryApi):
    """SCIM 2.0: list responses by index, or by cursor where it has them; groups bring their members."""

    has_cursor: bool = False
    says_total: bool = True

    def answer(self, path: str, query: Mapping[str, str]) -> Reply:
        groups = [{**group, "members": self.members[group["id"]]} for group in self.groups]
        entries = {"/scim/v2/Users": self.users, "/scim/v2/Groups": groups}[path]
        first = int(query.get("cursor", 0)) if self.has_cursor else max(1, int(query.get("startIndex", 1))) - 1
        page, next_offset = self.page_of(entries, first)
        body: dict[str, Any] = {
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
            "itemsPerPage": len(page),
            "Resources": page,
        }
        body |= {"totalResults": len(entries)} if self.says_total else {}
        return Reply(body | {"nextCursor": str(next_offset)} if self.has_cursor and next_offset is not None else body)


@dataclass
class JumpCloud(DirectoryApi):
    """JumpCloud: users with a total, groups and members as bare lists; `counts`: whether a header gives their total."""

    counts: bool = True

    def answer(self, path: str, query: Mapping[str, str]) -> Reply:
        _, _, *rest = path.split("/")
        if rest == ["systemusers"]:
            entries = self.users
        else:
            entries = self.members[rest[2]] if rest[3:] == ["members"] else self.groups
        page, _ = self.page_of(entries, int(query.get("skip", 0)))
        if rest == ["systemusers"]:
            return Reply({"totalCount": len(entries), "results": page})
        return Reply(page, headers={"x-total-count": str(len(entries))} if self.counts else {})


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hung up in the middle of an answer is what some tests are about."""


@contextmanager
def serving(api: DirectoryApi) -> Iterator[DirectoryApi]:
    """The API on a free port of this machine, until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Head and body leave in one packet: else each answer waits 40 ms for the client's acknowledgement.
        disable_nagle_algorithm = True
        wbufsize = -1

        def log_message(self, format: str, *args: Any) -> None:
            pass

        def do_GET(self) -> None:
            self._serve(dict(parse_qsl(urlsplit(self.path).query, keep_blank_values=True)))

        def do_POST(self) -> None:
            self._serve(dict(parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode())))

        def _serve(self, query: dict[str, str]) -> None:
            path = urlsplit(self.path).path
            request = Request(path, query)
            api.requests.append(request)
            fault = api.fault(len(api.requests), request) or Fault()
            if fault.hangs:
                api.quiet.wait(10)
                self.close_connection = True
                return
            name, expected = api.auth_header
            if path.startswith(api.bare):
                expected = None
            if not path.endswith("/token") and self.headers[name] != expected:
                reply = Reply({"message": f"bad {self.headers[name]}"}, 401)
            else:
                try:
                    reply = api.answer(path, query)
                except (KeyError, StopIteration):
                    reply = Reply({"message": "no such thing"}, 404)
            body = reply.body
            if fault.mangle is not None:
                body = fault.mangle(json.loads(json.dumps(body)))
            plain = body if isinstance(body, bytes) else json.dumps(body).encode()
            raw = plain if fault.body is None else fault.body
            self.send_response_only(reply.status if fault.status == 200 else fault.status)
            for header, text in {**reply.headers, **fault.headers}.items():
                self.send_header(header, text)
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

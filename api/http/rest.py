"""Addresses beside GraphQL: probes, metrics, the schema, the page, and records coming in."""

from __future__ import annotations

import tempfile
from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from typing import cast

import anyio.to_thread
import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api import explorer_page
from api.access.caller import ADMIN, ARCHITECT
from api.access.loading import BoundedLoad, owned_sources
from api.errors import Refusal, problem
from api.gql.documents import ONLY
from api.http.body import require_type, spool_body
from api.http.lifespan import Server
from api.http.metrics import CONTENT_TYPE
from graph.moment import now
from graph.stores.base import Outcome
from loaders.base import Context, Document, Page, PendingRun
from loaders.connectors.records import normalize
from loaders.ingest import ingest
from loaders.masked_runs import masked_runs
from loaders.name_limits import limited_runs
from loaders.saved.files import HEAD_BYTES
from queries.base import as_json

RECORDS = "application/x-ndjson"
MAX_RECORDS_BYTES = 256 * 2**20
# What errors call the body, in place of a file's name.
BODY = "request body"

_STATIC = Path(__file__).parents[1] / "static"
_PAGES = {
    "/page.css": ("page.css", "text/css"),
    "/signing-in.js": ("signing-in.js", "text/javascript"),
    # GraphiQL, built by web/graphiql; see api.access.rules.
    "/graphiql": ("graphiql/index.html", "text/html"),
    "/graphiql/graphiql.css": ("graphiql/graphiql.css", "text/css"),
    "/graphiql/graphiql.js": ("graphiql/graphiql.js", "text/javascript"),
    "/graphiql/LICENSES.txt": ("graphiql/LICENSES.txt", "text/plain"),
}


class Rest:
    """The addresses of one server."""

    def __init__(self, server: Server, sdl: str) -> None:
        self._server, self._sdl = server, sdl

    def routes(self) -> list[Route]:
        """Every route, with the methods it takes."""
        return [
            Route("/livez", self.livez, methods=["GET"]),
            Route("/readyz", self.readyz, methods=["GET"]),
            Route("/metrics", self.metrics, methods=["GET"]),
            Route("/schema.graphql", self.schema, methods=["GET"]),
            Route("/records", self.records, methods=["POST"]),
            *(Route(path, self.page, methods=["GET"]) for path in _PAGES),
            *(Route(path, self.explorer, methods=["GET"]) for path in explorer_page.FILES),
        ]

    async def livez(self, request: Request) -> Response:
        """The loop turns."""
        return _json({"status": "alive"})

    async def readyz(self, request: Request) -> Response:
        """Whether requests should come here, and from which generation they would be answered."""
        why = self._server.unready()
        if why:
            return problem(503, "NOT_READY", why, request.state.request_id)
        pinned = await self._server.pin()
        return _json({"status": "ready", "generation": pinned.snapshot.generation})

    async def metrics(self, request: Request) -> Response:
        """Numbers for Prometheus."""
        pinned = await self._server.pin() if self._server.opened.is_set() else None
        body = self._server.metrics.write(pinned.snapshot if pinned else None)
        return Response(body, headers={"content-type": CONTENT_TYPE})

    async def schema(self, request: Request) -> Response:
        """The schema of /graphql; where only listed documents are answered, to who composes others (403)."""
        settings, caller = self._server.holder.settings, request.state.caller
        if settings.documents_mode == ONLY and not (caller.has(ARCHITECT) or caller.has(ADMIN)):
            detail = "this server answers listed documents alone and shows its schema to the rights architect and admin"
            raise Refusal(403, "FORBIDDEN", detail)
        return Response(self._sdl, media_type="application/graphql; charset=utf-8")

    async def page(self, request: Request) -> Response:
        """A page, or a file of one."""
        name, media = _PAGES[request.url.path]
        return Response(await anyio.Path(_STATIC / name).read_bytes(), media_type=media)

    async def explorer(self, request: Request) -> Response:
        """A file of the explorer, compressed where the client takes that; one whose address names its content may be kept."""
        file = explorer_page.FILES[request.url.path]
        content, compressed = explorer_page.read_page_file(request.url.path)
        headers = {"vary": "Accept-Encoding"}
        if file.is_versioned:
            headers["cache-control"] = "public, max-age=31536000, immutable"
        if "gzip" in request.headers.get("accept-encoding", ""):
            content, headers["content-encoding"] = compressed, "gzip"
        return Response(content, headers=headers, media_type=file.media_type)

    async def records(self, request: Request) -> Response:
        """Load records, strictly, and publish: all of them or, with the problem told, none."""
        require_type(request, RECORDS)
        with tempfile.TemporaryDirectory(prefix="remit-") as folder:
            path = await spool_body(request, MAX_RECORDS_BYTES, Path(folder))
            caller, client = request.state.caller, request.client
            host = client.host if client else None
            async with self._server.recorded_change("records", caller, host, request.state.request_id) as facts:
                load = BoundedLoad(request.state.caller, owned_sources(self._server.holder.settings))
                outcomes: list[Outcome] = []
                try:
                    outcomes = await anyio.to_thread.run_sync(self._load, path, load, limiter=self._server.writes)
                finally:
                    facts.update(load.summary(outcomes, self._server.trail.redact))
        await self._server.refresh()
        generation = (await self._server.pin()).snapshot.generation
        request.state.audit.update({**facts, "generation": generation})
        return _json({"generation": generation, "outcomes": as_json(outcomes)})

    def _load(self, path: Path, load: BoundedLoad) -> list[Outcome]:
        settings = self._server.holder.settings
        with path.open("rb") as file:
            document = Document(path, BODY, "jsonl", None, file.read(HEAD_BYTES))
        context = Context(observed_at=now(), salt=settings.fingerprint_salt)
        drafts = cast("Generator[PendingRun, None, None]", normalize([Page("", None, document=document)], context))
        # Closed at once also when a load is refused midway: the drafts hold the file open.
        with closing(drafts), self._server.holder.opened() as house:
            load.known = [state.source for state in house.store.sources()]
            outcomes = ingest(house.store, load.runs(limited_runs(masked_runs(drafts, context.salt))), clock=now())
            house.publish()
        return outcomes


def _json(body: object) -> Response:
    return Response(orjson.dumps(body), media_type="application/json")

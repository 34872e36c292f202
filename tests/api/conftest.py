"""Applications that serve a small organisation: one in this process, one behind a real socket."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from api.http.app import create_app
from api.http.audit import open_log
from api.settings import Settings
from tests.api.organisation import LOAD_TOKEN, TOKEN, load, organisation
from tests.servers.uvicorn_server import serving


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder of one's own, without settings from outside."""
    monkeypatch.chdir(tmp_path)
    for name in ("REMIT_STORE", "REMIT_TOKEN", "REMIT_LOAD_TOKEN", "REMIT_SNAPSHOTS", "REMIT_HOSTS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def settings(folder: Path) -> Settings:
    """Settings of a store in memory that holds the organisation; no token."""
    found = Settings(store=f"memory:{folder}")
    load(found, organisation(), folder)
    return found


@pytest.fixture(params=["memory", "sqlite"])
def stored(request: pytest.FixtureRequest, folder: Path) -> Settings:
    """The same in a store of each kind."""
    found = Settings(store=f"memory:{folder}" if request.param == "memory" else f"sqlite:///{folder}/remit.db")
    load(found, organisation(), folder)
    return found


@pytest.fixture
def guarded(settings: Settings) -> Settings:
    """The same with a token that asks and one that loads."""
    return settings.model_copy(update={"token": SecretStr(TOKEN), "load_token": SecretStr(LOAD_TOKEN)})


@pytest.fixture
def log() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def client(log: io.StringIO) -> Callable[..., Any]:
    """Opens a client of an application in this process, whose lifespan lasts as long as the client."""

    @asynccontextmanager
    async def open_client(settings: Settings, host: str = "127.0.0.1") -> AsyncIterator[httpx.AsyncClient]:
        app = create_app(settings, host, open_log(log))
        async with app.router.lifespan_context(app):
            transport = httpx.ASGITransport(app)
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8800") as found:
                if settings.token is not None:
                    found.headers["authorization"] = f"Bearer {settings.token.get_secret_value()}"
                yield found

    return open_client


@pytest.fixture
def served(log: io.StringIO) -> Iterator[Callable[[Settings], str]]:
    """Serves applications behind real sockets until the test ends; gives the address of each."""
    with ExitStack() as running:
        yield lambda settings: running.enter_context(serving(settings, log))

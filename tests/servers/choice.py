"""Which Neo4j a test gets: one it is given, a container, or one of its own from the jars; or why none.

Tests empty the database of the server they get, a given one's too.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from typing import Any, NoReturn

import pytest

from tests.servers.bolt import version_of, wipe
from tests.servers.jars import EDITIONS, Edition, Unavailable, edition_of
from tests.servers.neo4j import QUICK, Neo4jServer

IMAGES = {"5.26": "neo4j:5.26-community", "calendar": "neo4j:2026.08-community"}
HEAP = "512m"
# The container gets this one whether it is asked or not.
PASSWORD = "password"


@dataclass(frozen=True)
class Found:
    """A server that somebody else started: a person, or Docker for us."""

    edition: Edition
    version: str
    url: str
    container: Any = field(default=None, repr=False)
    jdk: str = "not known"

    def await_ready(self) -> None:
        """It answered when it was found."""

    def close(self) -> None:
        if self.container is not None:
            self.container.stop()


Server = Neo4jServer | Found


def given(name: str) -> Found | None:
    """The server of REMIT_TEST_NEO4J_URI, for the edition that it reports; an error when it does not answer."""
    url = os.environ.get("REMIT_TEST_NEO4J_URI")
    if not url:
        return None
    version = version_of(url)
    if edition_of(version) is None:
        raise RuntimeError(f"REMIT_TEST_NEO4J_URI leads to Neo4j {version}; the tests know {', '.join(EDITIONS)}")
    return Found(EDITIONS[name], version, url) if edition_of(version) == name else None


def docker_answers() -> bool:
    """Asked in a process of its own: where none answers, Docker's client leaves a socket open."""
    ask = [sys.executable, "-c", "import docker; docker.from_env(timeout=5).ping()"]
    return subprocess.run(ask, capture_output=True, check=False).returncode == 0


def contained(name: str) -> Found:
    """A container that Docker started; any error of Docker's when it did not."""
    try:
        from testcontainers.community.neo4j import Neo4jContainer
    except ImportError:
        from testcontainers.neo4j import Neo4jContainer
    container = Neo4jContainer(IMAGES[name], password=PASSWORD)
    container.with_env("NEO4J_server_memory_heap_max__size", HEAP)
    container.with_env("NEO4J_server_memory_pagecache_size", "256m")
    container.start()
    try:
        address = container.get_connection_url().partition("://")[2]
        url = f"bolt://neo4j:{PASSWORD}@{address}/neo4j"
        return Found(EDITIONS[name], version_of(url), url, container)
    except BaseException:
        container.stop()
        raise


def launched(name: str) -> Server:
    """The first server of the order that can be had, perhaps not ready yet; Unavailable with every reason when none."""
    if found := given(name):
        return found
    refused = "no Docker engine answers"
    if docker_answers():
        try:
            return contained(name)
        except Exception as error:  # Docker, the registry or the image: the jars may still do.
            refused = f"Docker answers, but {type(error).__name__}: {error}"
    try:
        server = Neo4jServer(name, heap=HEAP, flags=QUICK)
    except Unavailable as reason:
        raise Unavailable(f"no Neo4j {name}: REMIT_TEST_NEO4J_URI names none; {refused}; {reason}") from None
    try:
        server.launch()
    except BaseException:
        server.close()
        raise
    return server


def cannot_run(reason: object) -> NoReturn:
    """Skip the test; where every test is required, fail it."""
    if os.environ.get("REMIT_REQUIRE_ALL") == "1":
        pytest.fail(str(reason), pytrace=False)
    pytest.skip(str(reason))


def server_for(name: str) -> Server:
    """A server of an edition, ready; the caller closes it. Where none can be had the test is skipped, or fails."""
    try:
        server = launched(name)
    except Unavailable as reason:
        cannot_run(reason)
    try:
        server.await_ready()
    except BaseException:
        server.close()
        raise
    return server


class Neo4jServers:
    """One server of each edition for the whole session, started when a test first asks for it.

    Those of `together` start at once with the first: that saves time where both will be asked for.
    """

    def __init__(self, *together: str) -> None:
        self._together = together
        self._launched: dict[str, Server | Exception] = {}
        self._ready: set[str] = set()

    def get(self, name: str) -> Server:
        """The server of an edition, ready, with what earlier tests left in it."""
        for each in (name, *self._together):
            if each not in self._launched:
                self._launched[each] = attempt(each)
        server = self._launched[name]
        if isinstance(server, Unavailable):
            cannot_run(server)
        if isinstance(server, Exception):
            raise server
        if name not in self._ready:
            server.await_ready()
            self._ready.add(name)
        return server

    def empty(self, name: str, *, schema: bool = False) -> str:
        """The address of an edition's server, emptied: its data; with `schema` its constraints and indexes too."""
        url = self.get(name).url
        wipe(url, schema=schema)
        return url

    def close(self) -> None:
        for server in self._launched.values():
            if not isinstance(server, Exception):
                server.close()


def attempt(name: str) -> Server | Exception:
    """What came of it: one edition that cannot start leaves the other alone."""
    try:
        return launched(name)
    except Exception as error:
        return error

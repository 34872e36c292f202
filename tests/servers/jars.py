"""What a Neo4j server is made of: which Java runs which edition, and where Maven puts its jars."""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

POM = Path(__file__).with_name("pom.xml")
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"
DOWNLOAD_TIMEOUT_S = 240


class Unavailable(RuntimeError):
    """A server cannot be had here; the message says why."""


@dataclass(frozen=True)
class Edition:
    """A line of releases: its newest version that Maven resolves, and the Java releases for it, the best first."""

    name: str
    version: str
    java_versions: tuple[int, ...]


@dataclass(frozen=True)
class Jdk:
    java: Path
    release: int
    banner: str


EDITIONS = {
    "5.26": Edition("5.26", "5.26.31", (21, 17)),
    "calendar": Edition("calendar", "2026.08.1", (25, 21)),
}


def edition_of(version: str) -> str | None:
    """The name of the edition that a server's own version belongs to, if it is one of ours."""
    if version.startswith("5.26."):
        return "5.26"
    return "calendar" if re.match(r"20\d\d\.", version) else None


@cache
def jdk_at(java: Path) -> Jdk | None:
    """What a program says of itself, asked once; None when it does not speak as Java does."""
    said = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    number = re.search(r'^\w+ version "(\d+).*$', said, re.MULTILINE)
    return Jdk(java, int(number[1]), number[0]) if number else None


def jdks() -> list[Jdk]:
    """Every Java here that runs: those of JAVA_HOME and its kin, of the path, of the system's folder."""
    homes = [Path(text) for name, text in sorted(os.environ.items()) if name.startswith("JAVA_HOME") and text]
    found = [home / "bin" / "java" for home in homes]
    if on_path := shutil.which("java"):
        found.append(Path(on_path))
    found += sorted(Path("/usr/lib/jvm").glob("*/bin/java"))
    # One program may be found by several names.
    programs = dict.fromkeys(java.resolve() for java in found if os.access(java, os.X_OK))
    return [jdk for java in programs if (jdk := jdk_at(java))]


def jdk_for(edition: Edition) -> Jdk:
    """The best Java for an edition; Unavailable when there is none."""
    for release in edition.java_versions:
        for jdk in jdks():
            if jdk.release == release:
                return jdk
    wanted = " or ".join(map(str, sorted(edition.java_versions)))
    found = ", ".join(str(jdk.release) for jdk in jdks()) or "none"
    raise Unavailable(f"Neo4j {edition.version} needs Java {wanted}; found: {found}")


def jars_of(edition: Edition) -> Path:
    """The folder with the jars of an edition, fetched by Maven when this is the first time; Unavailable when it cannot."""
    root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "remit-tests"
    folder = root / f"neo4j-{edition.version}"
    if folder.is_dir():
        return folder
    maven = shutil.which("mvn")
    if maven is None:
        raise Unavailable(f"no Maven on the path to fetch Neo4j {edition.version}")
    root.mkdir(parents=True, exist_ok=True)
    with locked(root / f"neo4j-{edition.version}.lock") as lock:
        if not folder.is_dir():
            download(edition, maven, folder, lock)
    return folder


def entry_point(edition: Edition, folder: Path) -> str:
    """The class that starts the server, as its own jar names it: it was renamed among the calendar versions."""
    with zipfile.ZipFile(folder / f"neo4j-{edition.version}.jar") as jar:
        return jar.read("META-INF/services/org.neo4j.server.startup.EntryPoint").decode().split()[-1]


@contextlib.contextmanager
def locked(path: Path) -> Iterator[int]:
    """Held by one process at a time, and by those it hands the descriptor to; who dies lets go."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file.fileno()


def download(edition: Edition, maven: str, folder: Path, lock: int) -> None:
    """Into a scratch folder, then one rename: a download that was cut short is never taken for a whole one."""
    scratch = folder.with_name(f"{folder.name}.partial")
    shutil.rmtree(scratch, ignore_errors=True)  # The lock is ours: whoever left it is gone.
    scratch.mkdir()
    # Maven may leave a `target` beside the pom it reads, so it reads a copy.
    pom = Path(shutil.copy(POM, scratch))
    command = [maven, "-q", "-B", "-f", str(pom), f"-Dneo4j.version={edition.version}", COPY]
    command += ["-DincludeScope=runtime", f"-DoutputDirectory={scratch / 'lib'}"]
    try:
        # Maven holds the lock too: it may outlive us, and nobody else may write where it does.
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, timeout=DOWNLOAD_TIMEOUT_S, pass_fds=[lock]
        )
    except subprocess.TimeoutExpired:
        raise Unavailable(f"Maven did not fetch Neo4j {edition.version} in {DOWNLOAD_TIMEOUT_S} s") from None
    if done.returncode:
        lines = [line for line in (done.stdout + done.stderr).splitlines() if "ERROR" in line]
        raise Unavailable(f"Maven cannot fetch Neo4j {edition.version}: {' '.join(lines[:1])[:600]}")
    (scratch / "lib").rename(folder)
    shutil.rmtree(scratch, ignore_errors=True)

"""Node.js and the npm packages that tests run, of GraphQL clients and of the explorer, or why they cannot be had."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from functools import cache
from hashlib import sha256
from pathlib import Path

from tests.servers.choice import cannot_run
from tests.servers.jars import Unavailable, locked

CLIENTS = Path(__file__).parents[1] / "api" / "clients"
EXPLORER = Path(__file__).parents[2] / "web" / "explorer"
LEAST_NODE = 20
INSTALL_TIMEOUT_S = 400
MISSING = f"no Node.js {LEAST_NODE} or newer with npm here (Debian: apt-get install nodejs npm)"


def client_folder() -> Path:
    """The folder whose node_modules hold the clients, at the versions of the lock file.

    Installed when this is the first time; where that cannot be, the test is skipped, or fails where every test is required.
    """
    return _package_folder(CLIENTS)


def explorer_folder() -> Path:
    """The folder whose node_modules build the explorer; the same otherwise."""
    return _package_folder(EXPLORER)


def _package_folder(source: Path) -> Path:
    try:
        return _installed(source)
    except Unavailable as reason:
        cannot_run(reason)


@cache
def _installed(source: Path) -> Path:
    if not all(map(shutil.which, ("node", "npm"))):
        raise Unavailable(MISSING)
    version = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False).stdout
    number = re.match(r"v(\d+)\.", version)
    if number is None or int(number[1]) < LEAST_NODE:
        raise Unavailable(f"{MISSING}; node --version says {version.strip() or 'nothing'}")
    lock = source / "package-lock.json"
    root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "remit-tests"
    folder = root / f"{source.name}-{sha256(lock.read_bytes()).hexdigest()[:16]}"
    root.mkdir(parents=True, exist_ok=True)
    with locked(root / f"{folder.name}.lock"):
        if not folder.is_dir():
            _install(folder, source)
    return folder


def _install(folder: Path, source: Path) -> None:
    """Fetch the packages beside the folder, which is there whole or not at all; raises Unavailable."""
    scratch = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir()
    for file in (source / "package-lock.json", source / "package.json"):
        shutil.copy(file, scratch)
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    try:
        done = subprocess.run(
            command, cwd=scratch, capture_output=True, text=True, timeout=INSTALL_TIMEOUT_S, check=False
        )
    except subprocess.TimeoutExpired:
        raise Unavailable(f"npm ci of {source.name} took longer than {INSTALL_TIMEOUT_S} s") from None
    if done.returncode:
        raise Unavailable(f"npm ci cannot fetch {source.name}: {done.stderr.strip()[-600:]}")
    scratch.rename(folder)

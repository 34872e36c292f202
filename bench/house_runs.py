"""Files of a source tree that run: which of its modules are called for one load, one question, one GraphQL request.

`count_runs` starts this file as a script, in a process whose PYTHONPATH is the tree to be measured; it therefore
imports nothing but the standard library and, by name, what the tree offers to everybody: its command line and its
ASGI application.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from types import FrameType
from typing import Any

PACKAGES = ("graph", "loaders", "queries", "api")
# Where the command line starts: module and function. The first module that exists is used.
COMMAND_LINES = (("remit", "main"), ("api.cli", "main"))
# How the ASGI application is built: module and function, module and class of its settings. The first found is used.
APPLICATIONS = (
    ("api.http.app", "create_app", "api.settings", "Settings"),
    ("api.app", "create_app", "api.settings", "Settings"),
)
EXPORT = "examples/larkspur/2026-11-21"
OBSERVED = ("--observed-at", "2026-11-21T06:00:00Z")
COST = ("query", "cost-attribution", "--by", "team,model", "--from", "2026-11-01", "--to", "2026-11-20")
BLAST_RADIUS = """{
  blastRadius(input: {start: ["Identity:hr/yusuf.demir"]}) {
    __typename
    ... on BlastRadius { total score reached(first: 10) { edges { node { __typename } } } }
  }
}"""
STATUS = "{ status { __typename } }"
# CPython marks the code of a function with both flags, that of a module or a class body with neither.
_OPTIMIZED_AND_NEW_LOCALS = 0x1 | 0x2


class CallRecorder:
    """The files of one tree in which a function was called while recording, in every thread started meanwhile.

    `written` are files of which a function or lambda was called, `generated` those of which a method was called that
    a library compiled for one of their classes, such as the `__init__` of a dataclass. Comprehensions do not count.
    """

    def __init__(self, tree: Path) -> None:
        self._roots = tuple(f"{tree / package}/" for package in PACKAGES)
        self._prefix = len(f"{tree}/")
        self.written: set[str] = set()
        self.generated: set[str] = set()

    def forget(self) -> None:
        """Drop what was recorded so far; threads that live on are still recorded, which a new start would not do."""
        self.written.clear()
        self.generated.clear()

    def start(self) -> None:
        threading.setprofile(self._record)
        sys.setprofile(self._record)

    def stop(self) -> None:
        sys.setprofile(None)
        threading.setprofile(None)

    def _record(self, frame: FrameType, event: str, _: Any) -> None:
        code = frame.f_code
        if event != "call" or code.co_flags & _OPTIMIZED_AND_NEW_LOCALS != _OPTIMIZED_AND_NEW_LOCALS:
            return
        if code.co_name.startswith("<") and code.co_name != "<lambda>":
            return
        # dataclasses call this one while a class is defined, which is an import and not a run.
        if code.co_name == "__create_fn__":
            return
        if code.co_filename == "<string>":
            file = frame.f_globals.get("__file__") or ""
            if file.startswith(self._roots):
                self.generated.add(file[self._prefix :])
        elif code.co_filename.startswith(self._roots):
            self.written.add(code.co_filename[self._prefix :])


def count_runs(tree: Path) -> tuple[dict[str, int | None], tuple[str, ...]]:
    """The files that run, by label, and what failed; every run is a process of its own, with a store of its own."""
    counts: dict[str, int | None] = {}
    failures: list[str] = []
    with tempfile.TemporaryDirectory(prefix="remit-house-") as scratch:
        run = partial(run_recorded, tree)
        whole, cursor = Path(scratch, "whole"), Path(scratch, "cursor")
        steps = (
            ("", whole, "", ("command", "load", str(tree / EXPORT), *OBSERVED)),
            ("for the first GraphQL blast radius of a server", whole, "", ("request", "first")),
            ("for one GraphQL blast radius", whole, "", ("request", "next")),
            (
                "for one load of a Cursor export",
                cursor,
                "",
                ("command", "load", str(tree / EXPORT / "cursor"), *OBSERVED),
            ),
            ("of queries for one cost attribution", whole, "queries/", ("command", *COST)),
        )
        for label, folder, package, arguments in steps:
            called, error = run(folder, arguments)
            if error:
                failures.append(f"{label or 'loading the example'}: {error}")
            if label:
                counts.update(count_called(label, package, called))
    return counts, tuple(failures)


def count_called(label: str, package: str, called: Mapping[str, Sequence[str]] | None) -> dict[str, int | None]:
    """The two counts of one run: all files that run, and those of which a written function runs."""
    labels = (f"files {label}", f"files {label}, generated methods aside")
    if called is None:
        return dict.fromkeys(labels)
    written, generated = (
        {path for path in called[kind] if path.startswith(package)} for kind in ("written", "generated")
    )
    return {labels[0]: len(written | generated), labels[1]: len(written)}


def run_recorded(
    tree: Path, folder: Path, arguments: Sequence[str]
) -> tuple[Mapping[str, Sequence[str]] | None, str | None]:
    """What one run called, or None and the last line of its complaint; the store is in the folder."""
    folder.mkdir(exist_ok=True)
    result = folder / "called.json"
    result.unlink(missing_ok=True)
    environment = {name: text for name, text in os.environ.items() if not name.startswith("REMIT_")}
    environment |= {
        "PYTHONPATH": str(tree),
        "PYTHONDONTWRITEBYTECODE": "1",
        "REMIT_STORE": f"sqlite:///{folder / 'remit.db'}",
    }
    # -P: the folder of the script must not stand in front of the tree.
    script = Path(__file__).with_name("house_runs.py")
    command = [sys.executable, "-P", str(script), str(tree), str(result), *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    # 1: answered or loaded, but PARTIAL.
    if not result.exists() or done.returncode > (arguments[0] == "command"):
        complaint = done.stderr.strip().splitlines()[-1:] or [f"exit code {done.returncode}"]
        return None, complaint[0]
    called: Mapping[str, Sequence[str]] = json.loads(result.read_text())
    return called, None


def run_command(recorder: CallRecorder, arguments: Sequence[str]) -> int:
    """Run `remit ARGUMENTS` and record it from the call of main on; returns the exit code."""
    main = load_first(COMMAND_LINES)
    sys.argv = ["remit", *arguments]
    recorder.start()
    try:
        main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    finally:
        recorder.stop()
    return 0


async def run_request(recorder: CallRecorder, first: bool) -> int:
    """Ask one blast radius of the application in this process and record that request; returns 0 if answered.

    The first request of a server opens the snapshot. Unless it is what is asked for, another question goes before.
    """
    httpx = importlib.import_module("httpx")
    app = build_app()
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8800") as client:
            recorder.start()
            if not first:
                await client.post("/graphql", json={"query": STATUS})
                recorder.forget()
            try:
                response = await client.post("/graphql", json={"query": BLAST_RADIUS})
            finally:
                recorder.stop()
    payload = response.json()
    if ((payload.get("data") or {}).get("blastRadius") or {}).get("__typename") == "BlastRadius":
        return 0
    print(f"no blast radius was answered: {response.text[:300]}", file=sys.stderr)
    return 1


def build_app() -> Any:
    """The ASGI application of the tree, with the settings of the environment."""
    for module, function, settings_module, settings in APPLICATIONS:
        if exists(module):
            config = getattr(importlib.import_module(settings_module), settings)()
            return getattr(importlib.import_module(module), function)(config)
    raise LookupError(f"none of these modules exists: {', '.join(names[0] for names in APPLICATIONS)}")


def load_first(candidates: Sequence[tuple[str, str]]) -> Callable[[], object]:
    """The function of the first module that exists; raises LookupError if none does."""
    for module, function in candidates:
        if exists(module):
            loaded: Callable[[], object] = getattr(importlib.import_module(module), function)
            return loaded
    raise LookupError(f"none of these modules exists: {', '.join(module for module, _ in candidates)}")


def exists(module: str) -> bool:
    """Whether the tree has a module; the package above it is imported to know. One that is merely installed is no part."""
    try:
        spec = find_spec(module)
    except ModuleNotFoundError:
        return False
    return spec is not None and (spec.origin or "").startswith(f"{sys.argv[1]}/")


def main() -> int:
    """Arguments: the tree, the file to write the result to, then `request first`, `request next`, or `command` and its arguments."""
    tree, result, mode, *arguments = sys.argv[1:]
    recorder = CallRecorder(Path(tree))
    code = (
        asyncio.run(run_request(recorder, arguments == ["first"]))
        if mode == "request"
        else run_command(recorder, arguments)
    )
    counted = {"written": sorted(recorder.written), "generated": sorted(recorder.generated)}
    Path(result).write_text(json.dumps(counted))
    return code


if __name__ == "__main__":
    sys.exit(main())

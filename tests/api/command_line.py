"""Runs the command line as a person does: in a process of its own, in a folder of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.api.forked import ForkedProcess, Streams, fork_server

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Remit:
    """The command line in one folder, with the default store there."""

    folder: Path

    def command(self, *words: str) -> tuple[list[str], dict[str, str]]:
        environment = {key: text for key, text in os.environ.items() if not key.startswith("REMIT_")}
        environment["PYTHONPATH"] = str(ROOT)
        return [sys.executable, "-m", "remit", *words], environment

    def run(
        self, *words: str, memory: int | None = None, settings: Mapping[str, str] | None = None, text: str = ""
    ) -> subprocess.CompletedProcess[str]:
        """Run to the end. `memory` bounds the address space in bytes, `settings` go into the environment, `text` is the input."""
        with tempfile.TemporaryFile("w+") as given, ThreadPoolExecutor(2) as readers:
            given.write(text)
            given.seek(0)
            # Pipes, as a shell has them: what is written to a file would be another thing to some commands.
            (output, output_end), (errors, errors_end) = os.pipe(), os.pipe()
            with open(output_end, "w") as out, open(errors_end, "w") as err:
                process = self._fork(words, (given, out, err), memory, settings)
            printed = [readers.submit(_read_whole, end) for end in (output, errors)]
            code = process.wait(240)
            return subprocess.CompletedProcess(["remit", *words], code, *(text.result() for text in printed))

    def start(self, *words: str) -> ForkedProcess:
        """Start and do not wait."""
        with open(os.devnull, "r+") as null:
            return self._fork(words, (null, null, null))

    def _fork(
        self,
        words: Sequence[str],
        streams: Streams,
        memory: int | None = None,
        settings: Mapping[str, str] | None = None,
    ) -> ForkedProcess:
        command, environment = self.command(*words)
        return fork_server().start(command[3:], self.folder, environment | dict(settings or {}), streams, memory)

    def ask(self, *words: str) -> dict[str, Any]:
        """A question's JSON."""
        found: dict[str, Any] = json.loads(self.run("query", *words, "--format", "json").stdout)
        return found

    def status(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.run("status", "--format", "json").stdout)
        return found

    def write(self, name: str, lines: Sequence[dict[str, Any]]) -> str:
        """A records file."""
        path = self.folder / name
        path.write_text("".join(json.dumps(line) + "\n" for line in lines))
        return name


def _read_whole(end: int) -> str:
    with open(end) as pipe:
        return pipe.read()

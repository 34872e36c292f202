"""Runs the command line as a person does: in a process of its own, in a folder of its own."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Remit:
    """The command line in one folder, with the default store there."""

    folder: Path

    def command(self, *words: str) -> tuple[list[str], dict[str, str]]:
        environment = {key: text for key, text in os.environ.items() if not key.startswith("REMIT_")}
        environment["PYTHONPATH"] = str(ROOT)
        return [sys.executable, "-m", "remit", *words], environment

    def run(self, *words: str, memory: int | None = None) -> subprocess.CompletedProcess[str]:
        """Run to the end; `memory` bounds the address space in bytes."""
        command, environment = self.command(*words)

        def bound() -> None:
            if memory is not None:
                resource.setrlimit(resource.RLIMIT_AS, (memory, memory))

        return subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, text=True, timeout=240, preexec_fn=bound
        )

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        """Start and do not wait."""
        command, environment = self.command(*words)
        null = subprocess.DEVNULL
        return subprocess.Popen(command, cwd=self.folder, env=environment, stdout=null, stderr=null)

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

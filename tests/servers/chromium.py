"""A headless Chromium, driven by its own protocol through a pipe."""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# No name but those of this machine is resolved.
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    "--remote-debugging-pipe",
)
ANSWER_TIMEOUT_S = 60


class Tab:
    """One page: what it is told to do, and every event that the browser reports of it."""

    def __init__(self, commands: int, answers: int) -> None:
        self.events: list[dict[str, Any]] = []
        self._commands, self._answers, self._buffer, self._number, self._session = commands, answers, b"", 0, ""
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """The result of a command; raises RuntimeError for an error or none in time."""
        self._number += 1
        command = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            command["sessionId"] = self._session
        os.write(self._commands, json.dumps(command).encode() + b"\0")
        deadline = time.monotonic() + ANSWER_TIMEOUT_S
        while (message := self._read(deadline)).get("id") != self._number:
            self.events.append(message)
        if "error" in message:
            raise RuntimeError(f"{method}: {message['error']}")
        result: dict[str, Any] = message["result"]
        return result

    def evaluate(self, expression: str) -> Any:
        """The value of an expression of JavaScript in the page."""
        result = self.send("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    def until(self, expression: str, timeout_s: float = 30) -> None:
        """Returns once an expression is true; fails the test where it never is."""
        deadline = time.monotonic() + timeout_s
        while not self._holds(expression):
            assert time.monotonic() < deadline, expression
            time.sleep(0.1)

    def _holds(self, expression: str) -> bool:
        try:
            return bool(self.evaluate(f"Boolean({expression})"))
        except RuntimeError as error:
            # The page was left meanwhile: by a link, a form, or by itself.
            if not any(words in str(error) for words in ("context", "navigated")):
                raise
            return False

    def of(self, method: str) -> list[dict[str, Any]]:
        """What the browser reported under this name."""
        return [event["params"] for event in self.events if event.get("method") == method]

    def _read(self, deadline: float) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._answers], [], [], max(0.0, deadline - time.monotonic()))
            part = os.read(self._answers, 2**20) if ready else b""
            if not part:
                raise RuntimeError("Chromium did not answer")
            self._buffer += part
        text, _, self._buffer = self._buffer.partition(b"\0")
        message: dict[str, Any] = json.loads(text)
        return message


def find_browser() -> str | None:
    """The program of a Chromium of this machine; None: there is none."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


@contextmanager
def open_tab() -> Iterator[Tab]:
    """A page of a browser of its own, which ends with it; skips the test where there is no Chromium."""
    program = find_browser()
    if program is None:
        pytest.skip("no Chromium here to look at the page with (Debian: apt-get install chromium)")
    command_reader, command_writer = os.pipe()
    answer_reader, answer_writer = os.pipe()
    with tempfile.TemporaryDirectory(prefix="remit-chromium-", ignore_cleanup_errors=True) as profile:
        # The browser reads commands from descriptor 3 and writes to 4, whatever ours are.
        script = f'exec "$@" 3<&{command_reader} 4>&{answer_writer}'
        browser = subprocess.Popen(
            ["bash", "-c", script, "bash", program, *FLAGS, f"--user-data-dir={profile}"],
            pass_fds=(command_reader, answer_writer),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(command_reader)
        os.close(answer_writer)
        try:
            yield Tab(command_writer, answer_reader)
        finally:
            os.close(command_writer)
            os.close(answer_reader)
            browser.terminate()
            try:
                browser.wait(20)
            except subprocess.TimeoutExpired:
                browser.kill()
                browser.wait()

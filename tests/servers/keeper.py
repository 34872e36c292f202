"""How to keep a process no longer than its parent lives, even a parent that is killed.

Usage: keeper.py FOLDER COMMAND...  Prints the pid of COMMAND, then obeys its standard input: `stop` is SIGTERM, `kill`
SIGKILL, and its end (the parent closed it, or is gone) SIGKILL too, after which FOLDER is removed unless it is empty text.

A signal at the death of the parent (prctl) alone is not enough: it fires when the *thread* that started the child ends.
A pipe alone is not either: a fork of the parent keeps it open. So the keeper watches the pipe and who its parent is; it
has one thread, so COMMAND may be bound to it by the signal.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import select
import shutil
import signal
import subprocess
import sys

PR_SET_PDEATHSIG = 1


def die_with_keeper() -> None:
    """Where the system has no such call, a killed keeper leaves its process; a killed parent never does."""
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def keep(folder: str, command: list[str]) -> int:
    """Run the command to its end; returns its exit code, as Popen counts it."""
    parent = os.getppid()
    ended, told = os.pipe()
    os.set_blocking(told, False)
    signal.set_wakeup_fd(told)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    kept = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=2, preexec_fn=die_with_keeper)
    sys.stdout.write(f"{kept.pid}\n")
    sys.stdout.close()
    orphan = False
    while kept.poll() is None:
        ready, _, _ = select.select([0, ended], [], [], 1.0)
        words = os.read(0, 4096).split() if 0 in ready else [b""]
        if ended in ready:
            os.read(ended, 4096)
        orphan = not words or os.getppid() != parent
        if orphan or b"kill" in words:
            kept.kill()
            kept.wait()
        elif b"stop" in words:
            kept.terminate()
    if orphan and folder:
        shutil.rmtree(folder, ignore_errors=True)
    return kept.returncode


if __name__ == "__main__":
    code = keep(sys.argv[1], sys.argv[2:])
    sys.exit(code if code >= 0 else 128 - code)

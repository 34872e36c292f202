"""This file knows when to do a thing again: every so often, sooner after a failure, until somebody says stop."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from threading import Event

from graph.errors import InputError, SystemFailure

_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_EVERY = re.compile(r"([0-9]{1,6})([smhd])\Z")
FIRST_RETRY_S = 60.0
# Instances that were started together must not ask their systems together for ever.
JITTER = 0.1


def read_every(text: str) -> int:
    """Seconds of `6h`, `30m`, `1d`, `90s`. Raises InputError for anything else, and for nothing at all."""
    match = _EVERY.match(text.strip())
    seconds = int(match[1]) * _SECONDS[match[2]] if match else 0
    if not seconds:
        raise InputError(f"{text!r} is no interval: write 30m, 6h or 1d")
    return seconds


def pause_s(every_s: float, failures: int, chance: Callable[[], float] = random.random) -> float:
    """Seconds until the next time, after so many failures in a row: doubling from a minute, never beyond `every_s`."""
    wait_s = every_s if failures == 0 else min(every_s, FIRST_RETRY_S * 2.0 ** min(failures - 1, 30))
    return wait_s * (1 + JITTER * (2 * chance() - 1))


def repeat(
    work: Callable[[], bool], every_s: float, stop: Event, *, pause: Callable[[float, int], float] = pause_s
) -> None:
    """Do `work` now and again until `stop` is set, which also ends a pause. False, or a SystemFailure, is a failure.

    `work` reports its own failures; other errors end the loop, since trying again would not mend them.
    """
    failures = 0
    while not stop.is_set():
        try:
            done = work()
        except SystemFailure:
            done = False
        failures = 0 if done else failures + 1
        stop.wait(pause(every_s, failures))

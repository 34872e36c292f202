"""Schedule of live instances: each is read at its interval and within its maximum age, sooner after a failure."""

from __future__ import annotations

import random
import re
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Event

from graph.errors import InputError, SystemFailure
from graph.moment import SECOND, now
from loaders.live.config import LiveConfig

_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_EVERY = re.compile(r"([0-9]{1,6})([smhd])\Z")
FIRST_RETRY_S = 60.0
# Instances that were started together must not ask their systems together for ever.
JITTER = 0.1
# A source is read twice within the age that it promises, so that one failure does not break the promise.
READS_PER_PROMISE = 2
# Systems that are read at once; they mostly wait, each for its own limits.
AT_ONCE = 4
# How long a stop waits for the runs that are under way. What is cut off leaves no trace in the store.
GRACE_S = 10.0
_LOOK_S = 0.5


def read_every(text: str) -> int:
    """Seconds of `6h`, `30m`, `1d`, `90s`. Raises InputError for anything else, and for nothing at all."""
    match = _EVERY.match(text.strip())
    seconds = int(match[1]) * _SECONDS[match[2]] if match else 0
    if not seconds:
        raise InputError(f"{text!r} is no interval: write 30m, 6h or 1d")
    return seconds


def interval_s(every_s: float, max_age_s: int) -> float:
    """Seconds between two runs of an instance: as asked, and often enough to keep what it promises."""
    return min(every_s, max_age_s / READS_PER_PROMISE)


def pause_s(every_s: float, failures: int, chance: Callable[[], float] = random.random) -> float:
    """Seconds until the next time, after so many failures in a row: doubling from a minute, never beyond `every_s`."""
    wait_s = every_s if failures == 0 else min(every_s, FIRST_RETRY_S * 2.0 ** min(failures - 1, 30))
    return wait_s * (1 + JITTER * (2 * chance() - 1))


@dataclass(slots=True)
class ScheduledSource:
    """One instance of a connector, and when it is read next, in seconds since 1970."""

    connector: str
    config: LiveConfig
    every_s: float
    due_s: float = 0.0
    failures: int = 0

    @property
    def source(self) -> str:
        return f"{self.connector}:{self.config.instance}"


@dataclass(slots=True)
class Schedule:
    """Whose turn it is. `observed` tells when each source was last read well, by whomever; asked only if one is due."""

    sources: Sequence[ScheduledSource]
    observed: Callable[[], Mapping[str, int]]
    now_s: Callable[[], float] = lambda: now() / SECOND
    chance: Callable[[], float] = random.random
    _reading: set[str] = field(default_factory=set)

    def take(self) -> ScheduledSource | None:
        """An instance that is due, the longest overdue first; None if none is. It is out until `done`."""
        asked_s = self.now_s()
        due = [turn for turn in self.sources if turn.source not in self._reading and turn.due_s <= asked_s]
        last = self.observed() if due else {}
        for turn in sorted(due, key=lambda candidate: (candidate.due_s, candidate.source)):
            seen_s = last.get(turn.source, 0) / SECOND
            if turn.failures == 0 and seen_s + turn.every_s > asked_s:
                # Read already: before we were started, or by somebody else.
                turn.due_s = max(asked_s, seen_s + pause_s(turn.every_s, 0, self.chance))
                continue
            self._reading.add(turn.source)
            return turn
        return None

    def done(self, turn: ScheduledSource, succeeded: bool) -> None:
        """The run of an instance ended."""
        self._reading.discard(turn.source)
        turn.failures = 0 if succeeded else turn.failures + 1
        turn.due_s = self.now_s() + pause_s(turn.every_s, turn.failures, self.chance)

    def is_reading(self) -> int:
        """How many instances are out."""
        return len(self._reading)


def follow(
    schedule: Schedule, read: Callable[[ScheduledSource], bool], stop: Event, *, grace_s: float = GRACE_S
) -> None:
    """Read whatever is due, several instances at once, until `stop` is set. False, or a SystemFailure, is a failure.

    `read` reports its own failures and is called in threads. Any other error ends all, since trying again would not
    mend it, and is raised here.
    """
    lock, fatal, changed = threading.Lock(), list[BaseException](), Event()

    def work(turn: ScheduledSource) -> None:
        succeeded = False
        try:
            succeeded = read(turn)
        except SystemFailure:
            pass
        except BaseException as error:
            fatal.append(error)
        with lock:
            schedule.done(turn, succeeded)
        changed.set()

    while not stop.is_set() and not fatal:
        with lock:
            turn = schedule.take() if schedule.is_reading() < AT_ONCE else None
        if turn is None:
            stop.wait(_LOOK_S)
        else:
            threading.Thread(target=work, args=(turn,), daemon=True, name=turn.source).start()
    _let_end(schedule, changed, grace_s)
    if fatal:
        raise fatal[0]


def _let_end(schedule: Schedule, changed: Event, grace_s: float) -> None:
    looks = round(grace_s / _LOOK_S)
    while schedule.is_reading() and looks > 0:
        changed.clear()
        changed.wait(_LOOK_S)
        looks -= 1

"""An open store, its directory of snapshots, and the snapshot that answers now."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from api.settings import Settings
from graph.errors import InputError, SnapshotError
from graph.moment import now, write_day, write_moment
from graph.snapshot import Snapshot, SnapshotDirectory, current_snapshot, is_ahead, publish, show, snapshot_of
from graph.snapshot.ledger import is_instance
from graph.stores.base import SourceState, Store
from graph.stores.open import open_store
from queries.base import as_json

T = TypeVar("T")

# Answers of one snapshot that are kept, so that the next page of a list need not walk again.
_KEPT_ANSWERS = 4


class StoreContext:
    """An open store and the folder of its snapshots; both faces, the CLI and the server, start here. Close it, or use `with`."""

    def __init__(self, settings: Settings) -> None:
        """Open the store; raises InputError for an address of no known kind, StoreError for one that does not open."""
        self.settings = settings
        self.policy = settings.policy()
        folder = settings.snapshot_folder()
        self.snapshots = None if folder is None else SnapshotDirectory(folder)
        self.store: Store = open_store(settings.store)

    def __enter__(self) -> StoreContext:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    def publish(self, on_progress: Callable[[str, int, int], None] | None = None) -> bool:
        """Bring the snapshots up to the store, and the projection in the store, if it has one, up to the snapshots.

        True if a new generation was compiled. A store in memory has no folder of snapshots.
        """
        if self.snapshots is None:
            return False
        compiled = publish(self.store, self.snapshots, now(), self.policy)
        show(self.store, self.snapshots, self.policy, on_progress)
        return compiled

    def snapshot(self) -> Snapshot:
        """The newest generation, compiled first where the store is ahead of its directory."""
        if self.snapshots is None:
            return snapshot_of(self.store, now(), self.policy)
        return current_snapshot(self.store, self.snapshots, now(), self.policy)

    def check_settings(self, snapshot: Snapshot) -> None:
        """Raise InputError for a setting of answers that names no source of the snapshot: it would have no effect."""
        for name in self.policy.counts:
            if snapshot.source_count and not any(is_instance(source, name) for source in snapshot.sources):
                connector, _, instance = name.partition(":")
                raise InputError(
                    f"setting counts of {connector}, instance {instance}: no source {name} was ever loaded, so it has no "
                    f"effect. Sources are {', '.join(snapshot.sources[: snapshot.source_count])}"
                )


@dataclass(slots=True)
class Pinned:
    """The snapshot that one request began with, and the last answers given from it. Safe for several threads."""

    snapshot: Snapshot
    _answers: OrderedDict[str, Any] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def remember(self, key: str, make: Callable[[], T]) -> T:
        """The answer of this key, made if it is not kept."""
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
                return cast(T, self._answers[key])
        made = make()
        with self._lock:
            self._answers[key] = made
            while len(self._answers) > _KEPT_ANSWERS:
                self._answers.popitem(last=False)
        return made


class SnapshotHolder:
    """What a server answers from. `pinned` is swapped whole: a request keeps what it began with.

    A store in memory is asked for its generation each time; else the stamp of the folder is, every half second, off the
    requests' way (`refresh`, called by api.http.lifespan). Safe for several threads.
    """

    def __init__(self, settings: Settings) -> None:
        if settings.store == "memory:":
            # Every part of this server must mean the same store.
            settings = settings.model_copy(update={"store": f"memory:server-{id(self)}"})
        self.settings = settings
        self._lock = threading.Lock()
        self._pinned: Pinned | None = None
        self._stamp: object = None

    @contextmanager
    def opened(self) -> Iterator[StoreContext]:
        """A context of one's own: stores are not for several threads at once."""
        with StoreContext(self.settings) as context:
            yield context

    @property
    def in_memory(self) -> bool:
        """Whether the store is in memory: then there is no folder to follow, and asking the store is cheap."""
        return self.settings.snapshot_folder() is None

    def pin(self) -> Pinned:
        """What to answer from; raises SnapshotError before the first `refresh`."""
        if self._pinned is None:
            raise SnapshotError("no snapshot is open yet; try again in a moment")
        return self._pinned

    def refresh(self) -> bool:
        """Take over what was published since; True if something was. Raises StoreError or SnapshotError."""
        with self._lock:
            folder = self.settings.snapshot_folder()
            stamp = self._memory_generation() if folder is None else SnapshotDirectory(folder).stamp()
            if self._pinned is not None and stamp == self._stamp:
                return False
            self._pinned = Pinned(self._open(folder is None))
            self._stamp = stamp
            return True

    def catch_up(self) -> bool:
        """Publish what a loader finished and did not live to publish; True if there was something."""
        if self.settings.snapshot_folder() is None:
            return False
        with self.opened() as context:
            return (
                context.snapshots is not None
                and is_ahead(context.store, context.snapshots, context.policy)
                and context.publish()
            )

    def _open(self, in_memory: bool) -> Snapshot:
        folder = self.settings.snapshot_folder()
        if not in_memory and self._pinned is not None and folder is not None:
            return SnapshotDirectory(folder).open()
        with self.opened() as context:
            return context.snapshot()

    def _memory_generation(self) -> object:
        with self.opened() as context:
            return context.store.generation(), [state.last_observed for state in context.store.sources()]


def read_state(context: StoreContext) -> dict[str, Any]:
    """What `remit status` and the GraphQL field `status` show: generation, counts, sources with their age, newest runs."""
    asked_at = now()
    store = context.store
    snapshot = context.snapshot() if store.generation() else None
    return {
        "generation": store.generation(),
        "built_at": write_moment(snapshot.built_at) if snapshot else None,
        "digest": snapshot.digest if snapshot else None,
        "counts": store.counts(),
        "sources": [_source(state, asked_at) for state in store.sources()],
        "runs": [
            {
                "run": run.run,
                "source": run.source,
                "observed_at": write_moment(run.observed_at),
                "state": run.state,
                "reasons": as_json(run.reasons),
                "counts": as_json(run.counts),
            }
            for run in store.runs()
        ],
    }


def _source(state: SourceState, asked_at: int) -> dict[str, Any]:
    days = {"usage": state.usage_days, "charges": state.charge_days}
    return {
        "source": state.source,
        "last_run": write_moment(state.last_observed),
        "state": state.state,
        "age_s": max(0, (asked_at - state.last_observed) // 1_000_000),
        "promised_age_s": state.age_limit_s(),
        "reasons": as_json(state.reasons),
        "scopes": [
            {"scope": scope, "first_complete": write_moment(first), "last_complete": write_moment(last)}
            | ({"from": write_day(span[0]), "to": write_day(span[1])} if (span := days.get(scope)) else {})
            for scope, (first, last) in state.scopes.items()
        ],
    }

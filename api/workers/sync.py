"""Reading configured instances into the store and publishing: each once, or all for ever."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any

from api.access.audit_trail import count_outcomes, recorded
from api.context import StoreContext
from api.settings import Settings
from api.terminal import print_error, print_json
from graph.errors import InputError, SystemFailure
from graph.moment import now, write_moment
from graph.reason import COMPLETE, FAILED
from graph.stores.base import Outcome
from loaders.connectors import CONNECTORS
from loaders.ingest import Progress
from loaders.live.schedule import Schedule, ScheduledSource, follow, interval_s
from loaders.live.sync import SyncOptions, sync
from queries.base import as_json

Tell = Callable[[Sequence[Outcome]], None]


def configured(settings: Settings, names: Sequence[str], every_s: float = 0.0) -> list[ScheduledSource]:
    """The instances of these connectors; without names, of all. Raises InputError if there are none."""
    wanted = names or sorted(settings.connectors)
    turns = [
        ScheduledSource(name, config, interval_s(every_s, config.max_age_s))
        for name in wanted
        for config in settings.configs(name).values()
    ]
    unknown = [name for name in names if not settings.connectors.get(name)]
    if unknown and settings.connectors:
        listed = ", ".join(sorted(settings.connectors))
        raise InputError(f"connector {unknown[0]!r} is not configured. Configured are {listed}")
    if unknown and not turns:
        live = ", ".join(live_connectors())
        raise InputError(
            f"connector {unknown[0]!r} is not configured. Connectors that read live systems are {live}; "
            f"set REMIT_CURSOR__<INSTANCE>__API_KEY and the like, or write remit.toml"
        )
    if not turns:
        raise InputError("no connector is configured; set REMIT_CURSOR__<INSTANCE>__API_KEY or write remit.toml")
    return turns


def live_connectors() -> list[str]:
    """The connectors that have settings, because they read live systems."""
    return [name for name, module in CONNECTORS.items() if hasattr(import_module(module), "Config")]


def read_once(
    settings: Settings, turns: Sequence[ScheduledSource], tell: Tell, progress: Progress | None = None
) -> int:
    """Read every instance now; the exit code: 1 if something is PARTIAL or HELD, 3 if a system failed."""
    code = 0
    with StoreContext(settings) as context:
        for turn in turns:
            options = SyncOptions(progress=progress, salt=settings.fingerprint_salt)
            with recorded(settings, "sync", source=turn.source) as facts:
                outcomes = sync(context.store, turn.connector, turn.config, options)
                facts.update(count_outcomes(outcomes))
            tell(outcomes)
            states = {outcome.state for outcome in outcomes}
            code = max(code, 3 if FAILED in states else 0 if states <= {COMPLETE} else 1)
        context.publish()
    return code


def read_for_ever(settings: Settings, turns: Sequence[ScheduledSource], tell: Tell, stop: threading.Event) -> None:
    """Read each instance whenever it is due, and publish, until `stop` is set. Raises InputError for bad settings."""
    publishing = threading.Lock()

    def observed() -> Mapping[str, int]:
        with StoreContext(settings) as context:
            return {state.source: state.last_observed for state in context.store.sources() if state.state != FAILED}

    def read(turn: ScheduledSource) -> bool:
        try:
            # A store's handle is for one thread alone.
            with StoreContext(settings) as context:
                options = SyncOptions(salt=settings.fingerprint_salt)
                with recorded(settings, "sync", source=turn.source) as facts:
                    outcomes = sync(context.store, turn.connector, turn.config, options)
                    facts.update(count_outcomes(outcomes))
                with publishing:
                    context.publish()
        except SystemFailure as error:
            print_error(f"remit: {turn.source}: {error}")
            raise
        tell(outcomes)
        return all(outcome.state != FAILED for outcome in outcomes)

    follow(Schedule(turns, observed), read, stop)


def tell_lines(outcomes: Sequence[Outcome]) -> None:
    """Outcomes as lines of JSON, for logs."""
    for outcome in outcomes:
        event: dict[str, Any] = {"event": "run", "at": write_moment(now()), **as_json(outcome)}
        print_json(event, None)

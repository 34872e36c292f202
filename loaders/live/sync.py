"""Synchronization of a live system with a store: fetch from the last checkpoint, normalize, ingest."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol, cast

import msgspec

from graph.errors import InputError
from graph.stores.base import Outcome, Store
from loaders.base import Context, Page, PendingRun
from loaders.connectors import CONNECTORS
from loaders.ingest import Progress, ingest
from loaders.live.config import LiveConfig
from loaders.live.http import Clock, FetchContext, RetryPolicy
from loaders.masked_runs import masked_runs


class LiveConnector(Protocol):
    """A connector that reads a system; see loaders.base."""

    def fetch(self, config: LiveConfig, context: FetchContext, checkpoint: str | None) -> Iterator[Page]: ...

    def normalize(self, pages: Iterable[Page], context: Context) -> Iterator[PendingRun]: ...


@dataclass(frozen=True, slots=True)
class SyncOptions:
    """How to read: `salt` keys the fingerprints of secrets. `progress`: see `sync`."""

    retry_policy: RetryPolicy = field(default_factory=RetryPolicy)
    clock: Clock = field(default_factory=Clock)
    progress: Progress | None = None
    salt: bytes = b""


def sync(store: Store, name: str, config: LiveConfig, options: SyncOptions | None = None) -> list[Outcome]:
    """Read one instance of a connector now; its own source's outcome first.

    `options.progress` gets (what is being read, records staged so far) now and then. A system that does not answer is an outcome (PARTIAL or FAILED with its reasons), not an error. Raises InputError for
    a connector that cannot be read live, and what `ingest` raises: the store's errors, and LeaseHeld.
    """
    connector = _connector(name)
    options = options or SyncOptions()
    source = f"{name}:{config.instance}"
    # The moment before the first request: nothing that was read is older than the run says.
    observed_at = options.clock.moment()
    checkpoint = next((state.checkpoint for state in store.sources() if state.source == source), None)
    fetch_context = FetchContext(observed_at, options.clock, options.retry_policy)
    pages = _counted(connector.fetch(config, fetch_context, checkpoint), source, options.progress)
    drafts = connector.normalize(pages, Context(observed_at=observed_at, source=source, salt=options.salt))
    runs = masked_runs(_promising(drafts, source, config.max_age_s), options.salt)
    outcomes = ingest(store, runs, progress=options.progress, clock=observed_at)
    return sorted(outcomes, key=lambda outcome: outcome.source != source)


def _connector(name: str) -> LiveConnector:
    path = CONNECTORS.get(name)
    if path is None:
        raise InputError(f"there is no connector {name}; there are {', '.join(CONNECTORS)}")
    module = importlib.import_module(path)
    if not hasattr(module, "fetch"):
        raise InputError(f"connector {name} reads files only: `remit load PATH --connector {name}`")
    return cast(LiveConnector, module)


def _counted(pages: Iterable[Page], source: str, progress: Progress | None) -> Iterator[Page]:
    """The pages as they come; whoever watches sees which call is being read."""
    for number, page in enumerate(pages, 1):
        if progress is not None:
            progress(f"{source} {page.endpoint}, answer {number}", 0)
        yield page


def _promising(drafts: Iterable[PendingRun], source: str, max_age_s: int) -> Iterator[PendingRun]:
    """The drafts; the instance's own source promises how old it may become."""
    for draft in drafts:
        if draft.header.source == source:
            draft.header = msgspec.structs.replace(draft.header, max_age_s=max_age_s)
        yield draft

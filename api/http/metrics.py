"""Metrics of the server for Prometheus, in a registry of its own; several worker processes answer with those of all."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead

from api.settings import metrics_folder, set_metrics_folder
from graph.moment import now
from graph.snapshot import Snapshot

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


@contextmanager
def shared_metrics() -> Iterator[None]:
    """Processes that are spawned meanwhile count together: a scrape reaches one of them, and must not see its part alone."""
    with tempfile.TemporaryDirectory(prefix="remit-metrics-", ignore_cleanup_errors=True) as folder:
        set_metrics_folder(folder)
        try:
            yield
        finally:
            set_metrics_folder(None)


def forget_worker(pid: int | None) -> None:
    """Leave out of the gauges what a worker that died had; what it counted stays counted."""
    folder = metrics_folder()
    if folder is not None and pid is not None:
        mark_process_dead(pid, folder)  # type: ignore[no-untyped-call]


class Metrics:
    """The numbers of one server. Labels come from fixed sets alone, never from what a client writes."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "remit_requests_total",
            "Requests by route and status.",
            ("route", "method", "status"),
            registry=self.registry,
        )
        self.duration = Histogram(
            "remit_request_duration_seconds", "From the first byte to the last.", ("route",), registry=self.registry
        )
        self.rejected = Counter(
            "remit_rejected_total", "Requests refused before they were answered.", ("code",), registry=self.registry
        )
        self.fields = Counter(
            "remit_graphql_fields_total",
            "Questions by root field and outcome.",
            ("field", "outcome"),
            registry=self.registry,
        )
        self.spans = Counter(
            "remit_spans_total",
            "Spans by what became of them: accepted, duplicate, other (none of GenAI or MCP), refused.",
            ("outcome",),
            registry=self.registry,
        )
        self.documents = Counter(
            "remit_documents_total",
            "Documents where a list of trusted ones counts: listed, unlisted, refused.",
            ("outcome",),
            registry=self.registry,
        )
        self.in_flight = Gauge(
            "remit_in_flight", "Requests being answered.", registry=self.registry, multiprocess_mode="livesum"
        )
        self.lag = Gauge(
            "remit_loop_lag_seconds",
            "How late the event loop last was.",
            registry=self.registry,
            multiprocess_mode="livemax",
        )
        self.failures = Counter(
            "remit_refresh_failures_total", "Snapshots that could not be taken over.", registry=self.registry
        )
        self.unrecorded = Counter(
            "remit_audit_failures_total",
            "Questions and changes that the audit could not record.",
            registry=self.registry,
        )
        self._generation = self._of_snapshot("remit_snapshot_generation", "Generation that answers.")
        self._age = self._of_snapshot("remit_snapshot_age_seconds", "Time since it was built.")
        self._nodes = self._of_snapshot("remit_snapshot_nodes", "Its nodes.")
        self._edges = self._of_snapshot("remit_snapshot_edges", "Its edge claims.")

    def _of_snapshot(self, name: str, meaning: str) -> Gauge:
        """A gauge that is set when it is asked for: of several processes, that of the one that was asked counts."""
        return Gauge(name, meaning, registry=self.registry, multiprocess_mode="livemostrecent")

    def write(self, snapshot: Snapshot | None) -> bytes:
        """Everything in the text format of Prometheus."""
        if snapshot is not None:
            self._generation.set(snapshot.generation)
            self._age.set(max(0, now() - snapshot.built_at) / 1_000_000)
            self._nodes.set(snapshot.count)
            self._edges.set(len(snapshot.edges.kind))
        folder = metrics_folder()
        if folder is None:
            return generate_latest(self.registry)
        of_all = CollectorRegistry()
        MultiProcessCollector(of_all, folder)  # type: ignore[no-untyped-call]
        return generate_latest(of_all)

"""Metrics of the server for Prometheus, in a registry of its own."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from graph.moment import now
from graph.snapshot import Snapshot

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Metrics:
    """One server process's numbers. Labels come from fixed sets alone, never from what a client writes."""

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
        self.in_flight = Gauge("remit_in_flight", "Requests being answered.", registry=self.registry)
        self.lag = Gauge("remit_loop_lag_seconds", "How late the event loop last was.", registry=self.registry)
        self.failures = Counter(
            "remit_refresh_failures_total", "Snapshots that could not be taken over.", registry=self.registry
        )
        self.unrecorded = Counter(
            "remit_audit_failures_total",
            "Questions and changes that the audit could not record.",
            registry=self.registry,
        )
        self._generation = Gauge("remit_snapshot_generation", "Generation that answers.", registry=self.registry)
        self._age = Gauge("remit_snapshot_age_seconds", "Time since it was built.", registry=self.registry)
        self._nodes = Gauge("remit_snapshot_nodes", "Its nodes.", registry=self.registry)
        self._edges = Gauge("remit_snapshot_edges", "Its edge claims.", registry=self.registry)

    def write(self, snapshot: Snapshot | None) -> bytes:
        """Everything in the text format of Prometheus."""
        if snapshot is not None:
            self._generation.set(snapshot.generation)
            self._age.set(max(0, now() - snapshot.built_at) / 1_000_000)
            self._nodes.set(snapshot.count)
            self._edges.set(len(snapshot.edges.kind))
        return generate_latest(self.registry)

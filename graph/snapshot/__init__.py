"""Snapshots: the graph frozen as tables, compiled, published, opened, and seen at a moment."""

from graph.snapshot.compile import Compiled, compile_claims
from graph.snapshot.directory import SnapshotDirectory
from graph.snapshot.edits import Edits, NewEdge
from graph.snapshot.nodes import ABSENT, CONVEYS, KEYS_ONLY, STOPS, Policy
from graph.snapshot.publish import current_snapshot, is_ahead, publish, show, snapshot_of
from graph.snapshot.snapshot import Snapshot, SourceFreshness
from graph.snapshot.view import NO_CAP, Adjacency, Basis, View

__all__ = [
    "ABSENT",
    "CONVEYS",
    "KEYS_ONLY",
    "NO_CAP",
    "STOPS",
    "Adjacency",
    "Basis",
    "Compiled",
    "Edits",
    "NewEdge",
    "Policy",
    "Snapshot",
    "SnapshotDirectory",
    "SourceFreshness",
    "View",
    "compile_claims",
    "current_snapshot",
    "is_ahead",
    "publish",
    "show",
    "snapshot_of",
]

"""The frozen graph: compiled, published, opened, cut at a moment."""

from graph.snapshot.compile import Compiled, compile_claims
from graph.snapshot.model import Snapshot, SourceFreshness
from graph.snapshot.nodes import ABSENT, CONVEYS, KEYS_ONLY, STOPS, Policy
from graph.snapshot.publish import current_snapshot, is_ahead, publish, show, snapshot_of
from graph.snapshot.shelf import Shelf
from graph.snapshot.slice import NO_CAP, Basis, Half, Slice

__all__ = [
    "ABSENT",
    "CONVEYS",
    "KEYS_ONLY",
    "NO_CAP",
    "STOPS",
    "Basis",
    "Compiled",
    "Half",
    "Policy",
    "Shelf",
    "Slice",
    "Snapshot",
    "SourceFreshness",
    "compile_claims",
    "current_snapshot",
    "is_ahead",
    "publish",
    "show",
    "snapshot_of",
]

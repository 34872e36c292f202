"""What publishing shows of a snapshot in a store that people browse: resolved, cut to when it holds, for all time."""

from graph.snapshot.projection.project import project

__all__ = ["project"]

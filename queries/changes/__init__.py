"""Changes: what opened and closed between two moments, who reaches more or less, and by which claim of which run."""

from queries.changes.question import Answer, Params
from queries.changes.run import run

__all__ = ["Answer", "Params", "run"]

"""Cost attribution: what AI use cost, and whose cost it is. Every unit of the ledger is in exactly one place."""

from queries.cost_attribution.contributions import bucket_lines, contributions
from queries.cost_attribution.question import DIMENSIONS, Answer, OwnerRule, Params
from queries.cost_attribution.run import run

__all__ = ["DIMENSIONS", "Answer", "OwnerRule", "Params", "bucket_lines", "contributions", "run"]

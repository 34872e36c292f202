"""What did AI use cost, and whose cost is it? Every unit of the ledger in exactly one place."""

from queries.cost_attribution.answer import Answer
from queries.cost_attribution.contributions import bucket_lines, contributions
from queries.cost_attribution.question import DIMENSIONS, OwnerRule, Params
from queries.cost_attribution.run import run

__all__ = ["DIMENSIONS", "Answer", "OwnerRule", "Params", "bucket_lines", "contributions", "run"]

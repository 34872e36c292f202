"""Spending: prices per model, and how a sum of dollars becomes tokens."""

from __future__ import annotations

import math
import random
from decimal import ROUND_HALF_EVEN, Decimal

# Dollars per million tokens: uncached input, cache read, cache write (5 minutes, 1 hour), output.
PRICES: dict[str, tuple[str, str, str, str, str]] = {
    "claude-4.5-haiku": ("1", "0.10", "1.25", "2", "5"),
    "claude-4.5-opus": ("5", "0.50", "6.25", "10", "25"),
    "claude-4.5-sonnet": ("3", "0.30", "3.75", "6", "15"),
    "composer-1": ("1.25", "0.125", "1.25", "1.25", "10"),
    "default": ("1.25", "0.25", "1.25", "1.25", "6"),
    "gemini-2.5-pro": ("1.25", "0.31", "1.25", "1.25", "10"),
    "gpt-5": ("1.25", "0.125", "1.25", "1.25", "10"),
    "gpt-5-mini": ("0.25", "0.025", "0.25", "0.25", "2"),
    "text-embedding-3-large": ("0.13", "0.13", "0.13", "0.13", "0.13"),
}
COUNTERS = ("uncached_input", "cache_read", "cache_write_5m", "cache_write_1h", "output")

# How an agent's dollar falls: most of it re-reads the conversation.
AGENT = (0.08, 0.42, 0.22, 0.03, 0.25)
AGENT_NO_WRITES = (0.25, 0.45, 0.0, 0.0, 0.30)
BATCH = (0.80, 0.0, 0.0, 0.0, 0.20)
EMBEDDING = (1.0, 0.0, 0.0, 0.0, 0.0)

MILLION = Decimal(1_000_000)


def heavy(rng: random.Random, median: float, spread: float = 0.8) -> float:
    """A draw with a long tail: half below the median, a few far above it."""
    return median * math.exp(rng.gauss(0.0, spread))


def tokens_of(rng: random.Random, model: str, dollars: float, mix: tuple[float, ...] = AGENT) -> dict[str, int]:
    """Token counters that cost about so many dollars; a counter of zero is left out."""
    tokens: dict[str, int] = {}
    for counter, price, share in zip(COUNTERS, PRICES[model], mix, strict=True):
        count = int(dollars * share * rng.uniform(0.7, 1.3) / float(price) * 1e6)
        if count:
            tokens[counter] = count
    return tokens


def cost_of(model: str, tokens: dict[str, int], places: str = "0.000001") -> Decimal:
    """What the tokens cost, in dollars."""
    prices = dict(zip(COUNTERS, PRICES[model], strict=True))
    total = sum((Decimal(prices[counter]) * count / MILLION for counter, count in tokens.items()), Decimal(0))
    return total.quantize(Decimal(places), ROUND_HALF_EVEN)


def requests_of(rng: random.Random, tokens: dict[str, int]) -> int:
    """How many requests such tokens take."""
    return max(1, int(tokens.get("output", 4000) / rng.uniform(700, 1500)))


def poisson(rng: random.Random, mean: float) -> int:
    """How many of something that happens `mean` times on average."""
    limit, count, product = math.exp(-mean), 0, rng.random()
    while product > limit:
        count, product = count + 1, product * rng.random()
    return count

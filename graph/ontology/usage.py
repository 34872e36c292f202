"""Words of usage rows, charges and decisions: counters, bases of cost, categories, kinds."""

from __future__ import annotations

# Disjoint, so that they add up; reasoning is a part of output, and is never added to it.
TOKEN_COUNTERS: tuple[str, ...] = (
    "uncached_input",
    "cache_read",
    "cache_write_5m",
    "cache_write_1h",
    "cache_write",
    "output",
    "reasoning",
)
DISJOINT_COUNTERS: tuple[str, ...] = TOKEN_COUNTERS[:-1]

USAGE_PRINCIPALS: tuple[str, ...] = ("Account", "Credential", "McpServer", "McpTool", "Application")
USAGE_RESOURCES: tuple[str, ...] = ("Model", "McpServer", "McpTool", "DataSource")

COST_BASES: tuple[str, ...] = ("billed", "priced")
# When the priced usage of a source is in the ledger: on days without a bill of the same provider or application, or ...
COUNTS: tuple[str, ...] = ("auto", "always", "never")
# The amounts of an answer about money: in the ledger, priced and not in it, used within a plan.
AMOUNTS: tuple[str, ...] = ("cost", "estimate", "included")
CHARGE_CATEGORIES: tuple[str, ...] = ("usage", "seat", "tax", "credit", "other")

DECISION_KINDS: tuple[str, ...] = ("link", "unlink", "owner", "sensitivity", "approval", "alias", "budget", "undo")

# What a run may cover beside node and edge kinds, for a range of days.
DAY_SCOPES: tuple[str, ...] = ("usage", "charges")

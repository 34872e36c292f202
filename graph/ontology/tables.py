"""Markdown tables of the ontology, from which the docs are generated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.ontology.core import EdgeKind, Permission, Property
from graph.ontology.edges import EDGE_KINDS
from graph.ontology.nodes import NODE_KINDS
from graph.ontology.usage import (
    CHARGE_CATEGORIES,
    COST_BASES,
    DECISION_KINDS,
    DISJOINT_COUNTERS,
    TOKEN_COUNTERS,
    USAGE_PRINCIPALS,
    USAGE_RESOURCES,
)


def node_tables() -> str:
    """Markdown: every node kind, and below each the properties it has."""
    parts = []
    for kind in NODE_KINDS.values():
        rows = [(f"`{prop.name}`", _type_text(prop), prop.meaning) for prop in kind.properties]
        principal = " A principal: somebody must answer for it." if kind.principal else ""
        parts.append(f"### {kind.name}\n\n{_sentence(kind.meaning)}{principal}\n\n")
        parts.append(table(("property", "type", "meaning"), rows) + "\n")
    return "".join(parts).rstrip() + "\n"


def edge_table() -> str:
    """Markdown: every edge kind, what it joins, how it reads, and what follows from it."""
    rows = [
        (
            f"`{kind.name}`",
            _kinds_text(kind.sources),
            _kinds_text(kind.targets),
            kind.reads,
            "yes" if kind.conveys else "as evidence" if kind.name == "USED" else "no",
            ", ".join(_traits(kind)),
        )
        for kind in EDGE_KINDS.values()
    ]
    return table(("edge", "source", "target", "reads", "conveys access", "moreover"), rows)


def usage_table() -> str:
    """Markdown: what usage rows, charges and decisions are made of."""
    permissions = " < ".join(f"`{permission.name}`" for permission in Permission)
    rows = [
        ("permissions", permissions),
        ("principals of usage", _codes(USAGE_PRINCIPALS)),
        ("resources of usage", _codes(USAGE_RESOURCES)),
        ("token counters that add up", _codes(DISJOINT_COUNTERS)),
        ("token counters that are part of output", _codes(TOKEN_COUNTERS[len(DISJOINT_COUNTERS) :])),
        ("basis of a cost", _codes(COST_BASES)),
        ("categories of charges", _codes(CHARGE_CATEGORIES)),
        ("decisions", _codes(DECISION_KINDS)),
    ]
    return table(("word", "members"), rows)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table, one line per row, with pipes in cells escaped."""
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    lines += ["| " + " | ".join(cell.replace("|", r"\|") for cell in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def _type_text(prop: Property) -> str:
    return ", ".join(prop.choices) if prop.type == "choice" else prop.type


def _kinds_text(kinds: Sequence[str]) -> str:
    return "any" if len(kinds) == len(NODE_KINDS) else ", ".join(kinds)


def _traits(kind: EdgeKind) -> Iterable[str]:
    traits = {
        "grants": "covering it covers grants",
        "keeps_leavers": "outlives a leaver's record",
        "revocable": "revocable",
    }
    return (text for name, text in traits.items() if getattr(kind, name))


def _codes(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + "."

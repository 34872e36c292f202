"""Models as GitHub names them, and the nodes of bill lines that name none."""

from __future__ import annotations

from graph.claims import Node
from loaders.models import names as shared

PROVIDER = "github"
UNNAMED, CLI = f"Model:{PROVIDER}/~unnamed", f"Model:{PROVIDER}/~cli"
_NAMES = {UNNAMED: "Copilot, model not told", CLI: "Copilot CLI, model not told"}
_AUTO = "auto:"
# Buckets of reports, not models.
_NOBODY = ("", "unknown", "other", "others", "none")


def model_of(name: str | None) -> str:
    """The node of a model as a report or a bill names it: bills write `Auto: GPT-5`, reports `gpt-5`, both mean one.

    The provider is the maker that the name tells; a model of GitHub's own, or of a maker unknown here, is GitHub's.
    """
    plain = " ".join((name or "").lower().split())
    if plain.startswith(_AUTO):
        plain = plain.removeprefix(_AUTO).strip()
    if plain in _NOBODY:
        return UNNAMED
    slug = plain.replace(" ", "-")
    maker = shared.provider_word(None, slug)
    return f"Model:{PROVIDER if maker == 'unknown' else maker}/{slug}"


def line_of(product: str | None, sku: str | None) -> str:
    """The node of a bill line that names no model."""
    slug = " ".join((sku or product or "").lower().split()).replace(" ", "-")
    return f"Model:{PROVIDER}/~{slug}" if slug else UNNAMED


def node_of(resource: str) -> Node:
    """The node of a model, with what its name says."""
    if resource in _NAMES:
        return Node(id=resource, name=_NAMES[resource], props={"provider": PROVIDER})
    return shared.model_node(resource)

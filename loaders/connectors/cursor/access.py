"""This file knows which models a Cursor team allows, as /teams/model-access/providers tells.

It is the team's baseline: groups of an organisation may widen it, and keys that people bring themselves are not in it. A team
that restricts nothing has no such list, so nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.claims import Edge
from loaders.connectors.cursor.field import Entry
from loaders.connectors.cursor.model import model_id
from loaders.saved.fields import ErrorCollector

# The state in which the list is what holds.
RESTRICTED = "custom"


def read_allowed(body: Entry, errors: ErrorCollector) -> Iterator[str]:
    """The names of the models that are switched on, of providers that are; wrong entries go to `errors`."""
    for provider in body.valid_children("providers", errors):
        for enabled in errors.collect(provider.flag, "enabled"):
            for model in provider.valid_children("models", errors) if enabled else ():
                yield from (name for names in errors.collect(_name, model) for name in names)


def grants(names: Iterable[str], application: str) -> Iterator[Edge]:
    """Whoever is in the team may use these models."""
    evidence = "switched on in /teams/model-access/providers"
    for model in sorted({model_id(name) for name in names}):
        yield Edge(kind="CAN_USE", source=application, target=model, evidence=evidence)


def _name(model: Entry) -> tuple[str, ...]:
    """The name of a model; none of one that is off, or of which it is not said."""
    name = model.identifier("id") or model.refuse("id", "it is missing")
    return (name,) if model.flag("enabled") else ()

"""Models of a Cursor team: the provider and family that a name belongs to, and which models the team allows.

The allowed models are the team's baseline: groups of an organisation may widen it, and keys that people bring themselves are
not in it. A team that restricts nothing has no such list, so nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.claims import Edge, Node
from graph.model_names import UNNAMED, maker_of
from loaders.connectors.cursor.recognize import CursorReader
from loaders.models import names as shared
from loaders.saved.fields import ErrorCollector

_AUTO = ("default", "auto")


def model_id(name: str | None) -> str:
    """`Model:provider/model`; Auto is `Model:cursor/default`, a model of an unknown family is Cursor's."""
    return f"Model:{_provider(name)}/{_display_name(name)}"


def model_node(name: str | None) -> Node:
    """The model, described by provider and family where the name tells them."""
    node = shared.model_node(model_id(name))
    return Node(id=node.id, name="Auto", props=node.props) if _is_auto(name) else node


def _provider(name: str | None) -> str:
    return "cursor" if _is_auto(name) else maker_of(name) or "cursor"


def _is_auto(name: str | None) -> bool:
    return name is not None and name.lower() in _AUTO


def _display_name(name: str | None) -> str:
    return "default" if _is_auto(name) else name or UNNAMED


# The state in which the list is what holds.
RESTRICTED = "custom"


def read_allowed(body: CursorReader, errors: ErrorCollector) -> Iterator[str]:
    """The names of the models that are switched on, of providers that are; wrong entries go to `errors`."""
    for provider in body.valid_children("providers", errors):
        for enabled in errors.collect(provider.flag, "enabled"):
            for model in provider.valid_children("models", errors) if enabled else ():
                yield from (name for names in errors.collect(_name, model) for name in names)


def allowed_model_edges(names: Iterable[str], application: str) -> Iterator[Edge]:
    """Whoever is in the team may use these models."""
    evidence = "switched on in /teams/model-access/providers"
    for model in sorted({model_id(name) for name in names}):
        yield Edge(kind="CAN_USE", source=application, target=model, evidence=evidence)


def _name(model: CursorReader) -> tuple[str, ...]:
    """The name of a model; none of one that is off, or of which it is not said."""
    name = model.identifier("id") or model.refuse("id", "it is missing")
    return (name,) if model.flag("enabled") else ()

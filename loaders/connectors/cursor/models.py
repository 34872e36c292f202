"""Models of a Cursor team: the provider and family that a name belongs to, and which models the team allows.

The allowed models are the team's baseline: groups of an organisation may widen it, and keys that people bring themselves are
not in it. A team that restricts nothing has no such list, so nothing is said of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.claims import Edge, Node
from loaders.connectors.cursor.recognize import CursorReader
from loaders.saved.fields import ErrorCollector

# Prefix of the name, provider, family. A prefix ends where no letter follows: `o1-mini` is an o1, `o1x` is not.
_FAMILIES = (
    ("claude", "anthropic", "claude"),
    ("chatgpt", "openai", "gpt"),
    ("gpt-oss", "openai", "gpt-oss"),
    ("gpt", "openai", "gpt"),
    ("codex", "openai", "codex"),
    ("o1", "openai", "o"),
    ("o3", "openai", "o"),
    ("o4", "openai", "o"),
    ("gemini", "google", "gemini"),
    ("gemma", "google", "gemma"),
    ("grok", "xai", "grok"),
    ("deepseek", "deepseek", "deepseek"),
    ("kimi", "moonshot", "kimi"),
    ("qwen", "alibaba", "qwen"),
    ("llama", "meta", "llama"),
    ("mistral", "mistral", "mistral"),
    ("codestral", "mistral", "codestral"),
    ("devstral", "mistral", "devstral"),
    ("glm", "zai", "glm"),
    ("composer", "cursor", "composer"),
    ("cursor", "cursor", "cursor"),
)
_FIRST = re.compile("|".join(f"({re.escape(prefix)})(?![a-z])" for prefix, _, _ in _FAMILIES))
_AUTO = ("default", "auto")
UNNAMED = "~unnamed"


def model_id(name: str | None) -> str:
    """`Model:provider/model`; Auto is `Model:cursor/default`, a model of an unknown family is Cursor's."""
    return f"Model:{_family(name)[0]}/{_display_name(name)}"


def model_node(name: str | None) -> Node:
    """The model, described by provider and family where the name tells them."""
    provider, family = _family(name)
    props = {"provider": provider} | ({"family": family} if family else {})
    return Node(id=model_id(name), name="Auto" if _is_auto(name) else name, props=props)


def _family(name: str | None) -> tuple[str, str | None]:
    match = _FIRST.match(name.lower()) if name and not _is_auto(name) else None
    if match is None or match.lastindex is None:
        return "cursor", None
    _, provider, family = _FAMILIES[match.lastindex - 1]
    return provider, family


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

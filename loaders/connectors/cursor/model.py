"""This file knows which provider a model name of Cursor belongs to."""

from __future__ import annotations

import re

from graph.claims import Node

# Prefix of the name, provider, family. A prefix ends where no letter follows: `o1-mini` is an o1, `o1x` is not.
_LINES = (
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
_FIRST = re.compile("|".join(f"({re.escape(prefix)})(?![a-z])" for prefix, _, _ in _LINES))
_AUTO = ("default", "auto")
UNNAMED = "~unnamed"


def model_id(name: str | None) -> str:
    """`Model:provider/model`; Auto is `Model:cursor/default`, a line nobody knows is Cursor's."""
    return f"Model:{_line(name)[0]}/{_shown(name)}"


def model_node(name: str | None) -> Node:
    """The model, described by provider and family where the name tells them."""
    provider, family = _line(name)
    props = {"provider": provider} | ({"family": family} if family else {})
    return Node(id=model_id(name), name="Auto" if _is_auto(name) else name, props=props)


def _line(name: str | None) -> tuple[str, str | None]:
    match = _FIRST.match(name.lower()) if name and not _is_auto(name) else None
    if match is None or match.lastindex is None:
        return "cursor", None
    _, provider, family = _LINES[match.lastindex - 1]
    return provider, family


def _is_auto(name: str | None) -> bool:
    return name is not None and name.lower() in _AUTO


def _shown(name: str | None) -> str:
    return "default" if _is_auto(name) else name or UNNAMED

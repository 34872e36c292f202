"""Models behind a proxy: which ones its names mean, by deployments, access groups and wildcards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from loaders.models.names import model_id, provider_word
from loaders.saved.fields import FieldReader

# Names in a list that are not models. An empty list means the first of them.
ALL, OF_TEAM, NONE = "all-proxy-models", "all-team-models", "no-default-models"


@dataclass(frozen=True, slots=True)
class Deployment:
    """One model behind the proxy: the name that callers use, the node it is, and the access groups it belongs to."""

    name: str
    resource: str
    groups: tuple[str, ...]


def read_deployment(entry: FieldReader) -> Deployment:
    """One entry of /model/info. Of its parameters nothing but model and provider is read: the rest may be secret."""
    params, info = entry.child_or_empty("litellm_params"), entry.child_or_empty("model_info")
    name = entry.required("model_name")
    model = params.text("model") or name
    provider = params.text("custom_llm_provider") or info.text("litellm_provider")
    groups = tuple(group for group in info.items("access_groups") if isinstance(group, str))
    return Deployment(name, resource_of(model, provider), groups)


def resource_of(name: str | None, provider: str | None = None) -> str:
    """The node of a model as the proxy names it: `openai/gpt-5`, or `gpt-5` with its provider beside it."""
    if not name:
        return model_id(_word(provider) or "litellm", None)
    first, slash, rest = name.partition("/")
    if provider is None and slash and rest:
        return model_id(_word(first), rest)
    if provider is not None and slash and rest and provider_word(_word(first)) == provider_word(_word(provider)):
        name = rest
    node = model_id(_word(provider), name)
    return node if not node.startswith("Model:unknown/") else model_id("litellm", name)


class ModelNames:
    """The models that a name in a list of models means."""

    def __init__(self, deployments: Iterable[Deployment]) -> None:
        self._named: dict[str, set[str]] = {}
        self._grouped: dict[str, set[str]] = {}
        for deployment in deployments:
            self._named.setdefault(deployment.name, set()).add(deployment.resource)
            for group in deployment.groups:
                self._grouped.setdefault(group, set()).add(deployment.resource)

    def resources(self, name: str) -> Iterator[str]:
        """The models of a name, an access group or a wildcard; for a name without a deployment, the model of that name."""
        nodes = self._named.get(name, set()) | self._grouped.get(name, set())
        if not nodes and "*" in name:
            nodes = {node for known, models in self._named.items() if fnmatchcase(known, name) for node in models}
        yield from sorted(nodes or {resource_of(name)})


def _word(provider: str | None) -> str | None:
    """The provider; LiteLLM names the publisher behind Vertex: `vertex_ai-anthropic_models`."""
    if provider is None:
        return None
    plain = provider.strip().lower()
    return "vertex_ai" if plain.startswith("vertex_ai") else plain

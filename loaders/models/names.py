"""Nodes of models: the provider that a source means, the id and description of a model, and its name in the price table.

`Model:<provider>/<name>`: the provider is who serves the model (a cloud that serves Claude is the cloud), the name stays as the
source writes it, since prices depend on date and region. A snapshot joins the spellings of one model (`graph/model_names.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from graph.claims import Node
from graph.model_names import OWN_MODELS_ONLY, UNNAMED, family_of, maker_of, model_name, named_in

__all__ = ["UNNAMED", "family_of", "model_id", "model_node", "named_in", "provider_word", "table_names"]

# How a provider is spelled (OpenTelemetry, LiteLLM, Vercel's AI SDK, bills), lower-cased, and the word that stands in node ids.
PROVIDERS: Mapping[str, str] = {
    "amazon bedrock": "bedrock",
    "amazon-bedrock": "bedrock",
    "amazon_bedrock": "bedrock",
    "amazonbedrock": "bedrock",
    "aws": "bedrock",
    "aws.bedrock": "bedrock",
    "aws_bedrock": "bedrock",
    "bedrock_converse": "bedrock",
    "anthropic_text": "anthropic",
    "az.ai.inference": "azure",
    "az.ai.openai": "azure",
    "azure openai": "azure",
    "azure.ai.inference": "azure",
    "azure.ai.openai": "azure",
    "azure_ai": "azure",
    "azure-openai": "azure",
    "azure_openai": "azure",
    "azure_text": "azure",
    "cohere_chat": "cohere",
    "gcp.gemini": "google",
    "gcp.gen_ai": "google",
    "gemini": "google",
    "google.generative-ai": "google",
    "gcp.vertex_ai": "vertex",
    "google.vertex": "vertex",
    "google.vertex.anthropic": "vertex",
    "vertex.anthropic": "vertex",
    "vertex_ai": "vertex",
    "vertex_ai_beta": "vertex",
    "vertexai": "vertex",
    "google vertex ai": "vertex",
    "github": "copilot",
    "github copilot": "copilot",
    "github_copilot": "copilot",
    "github-copilot": "copilot",
    "ibm.watsonx.ai": "watsonx",
    "mistral_ai": "mistral",
    "mistralai": "mistral",
    "moonshot_ai": "moonshot",
    "moonshotai": "moonshot",
    "ollama_chat": "ollama",
    "text-completion-openai": "openai",
    "together_ai": "together",
    "x-ai": "xai",
    "x.ai": "xai",
    "x_ai": "xai",
}
# What the price table calls a provider, where that is another word. Who bills by another table of its own is not there.
TABLE_PROVIDERS: Mapping[str, str] = {
    "bedrock": "aws",
    "copilot": "github-copilot",
    "moonshot": "moonshotai",
    "vertex": "google",
    "xai": "x-ai",
}
# Words before a slash that say who serves the model, not who made it or where its weights lie.
_SERVING = frozenset(
    {*PROVIDERS, *PROVIDERS.values(), "anthropic", "cohere", "deepseek", "fireworks_ai", "groq", "openai"}
)
_SERVING |= {"openrouter", "perplexity", "replicate", "databricks", "sagemaker", "hosted_vllm", "cerebras", "deepinfra"}
# What stands where a provider should, and names a framework or a proxy: the model's own name tells more.
_NO_PROVIDER = frozenset({"unknown", "other", "_other", "langchain", "llamaindex", "llama_index", "litellm"})
_NO_PROVIDER |= {"litellm_proxy", "custom_openai", "openai_like", "gateway", "vercel"}
# Vercel's AI SDK names the protocol behind the provider: `openai.responses`.
_PROTOCOL = re.compile(r"\.(?:chat|completion|embedding|generative-ai|image|messages|responses|speech|transcription)\Z")
_SPACES = re.compile(r"[\s_]+")
_NOISE = re.compile(r"\Aauto:\s*|[-\s]*\(preview\)\Z|-thinking\Z")


def provider_word(provider: str | None, name: str | None = None) -> str:
    """The word for a provider in node ids, from how a source spells it, else from the model's name, else `unknown`."""
    if provider:
        plain = " ".join(provider.lower().split())
        plain = PROVIDERS.get(plain) or _PROTOCOL.sub("", plain)
        return PROVIDERS.get(plain, plain.replace(" ", "-").replace("/", "-"))
    return maker_of(name) or "unknown"


def model_id(provider: str | None, name: str | None) -> str:
    """`Model:provider/name` of a model as a source spells it; without a name `~unnamed`.

    Who serves it may stand before the name (`vertex_ai/gemini-2.5-pro`). A client that says `openai` of Claude speaks OpenAI's
    protocol to somebody else: then the provider is who that prefix names, else the model's maker.
    """
    word, name = provider_word(provider) if provider else None, name or None
    if word in _NO_PROVIDER:
        word = None
    first, slash, rest = (name or "").partition("/")
    if slash and rest and first.lower() in _SERVING:
        server = provider_word(first)
        if word is None or word == server or word in OWN_MODELS_ONLY:
            word, name = server, rest
    maker = maker_of(name)
    if maker is not None and (word is None or word in OWN_MODELS_ONLY):
        word = maker
    return f"Model:{word or provider_word(provider)}/{name or UNNAMED}"


def model_node(resource: str) -> Node:
    """A model, described by its one name, its provider and, where its name tells it, its family."""
    provider, _, name = resource.removeprefix("Model:").partition("/")
    family_name = family_of(name)
    family = {"family": family_name} if family_name else {}
    return Node(id=resource, name=model_name(name).removeprefix("~"), props={"provider": provider} | family)


def table_names(resource: str) -> tuple[str, tuple[str, ...]]:
    """What a price table may call a model: its provider, and the model's spellings, the likeliest first."""
    provider, _, name = resource.removeprefix("Model:").partition("/")
    return TABLE_PROVIDERS.get(provider, provider), tuple(dict.fromkeys(_spellings(name)))


def _spellings(name: str) -> Iterator[str]:
    yield name
    plain = _SPACES.sub("-", _NOISE.sub("", name.strip().lower()))
    yield plain
    yield plain.replace(".", "-")
    yield model_name(plain)
    yield model_name(plain).replace(".", "-")

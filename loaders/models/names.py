"""Names of models: how vendors, clouds and tools spell them, their node, and their name in the price table.

`Model:<provider>/<name>`: the provider is who serves the model (a cloud that serves Claude is the cloud), the name stays as the
source writes it. Only the look-up of a price tries other spellings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from graph.claims import Node

UNNAMED = "~unnamed"

# How a provider is spelled (OpenTelemetry, LiteLLM, bills), lower-cased, and the word that stands in node ids.
PROVIDERS: Mapping[str, str] = {
    "amazon bedrock": "bedrock",
    "amazon_bedrock": "bedrock",
    "amazonbedrock": "bedrock",
    "aws": "bedrock",
    "aws.bedrock": "bedrock",
    "aws_bedrock": "bedrock",
    "bedrock_converse": "bedrock",
    "az.ai.inference": "azure",
    "az.ai.openai": "azure",
    "azure openai": "azure",
    "azure.ai.inference": "azure",
    "azure.ai.openai": "azure",
    "azure_ai": "azure",
    "azure_openai": "azure",
    "gcp.gemini": "google",
    "gcp.gen_ai": "google",
    "gemini": "google",
    "gcp.vertex_ai": "vertex",
    "vertex_ai": "vertex",
    "vertexai": "vertex",
    "google vertex ai": "vertex",
    "github": "copilot",
    "github copilot": "copilot",
    "github_copilot": "copilot",
    "github-copilot": "copilot",
    "ibm.watsonx.ai": "watsonx",
    "mistral_ai": "mistral",
    "mistralai": "mistral",
    "moonshotai": "moonshot",
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
# The first word of a model's name, its maker and its family: for sources that name a model alone.
_LINES: Mapping[str, tuple[str, str]] = {
    "claude": ("anthropic", "claude"),
    "chatgpt": ("openai", "gpt"),
    "gpt": ("openai", "gpt"),
    "codex": ("openai", "codex"),
    "o1": ("openai", "o"),
    "o3": ("openai", "o"),
    "o4": ("openai", "o"),
    "text-embedding": ("openai", "text-embedding"),
    "dall-e": ("openai", "dall-e"),
    "whisper": ("openai", "whisper"),
    "gemini": ("google", "gemini"),
    "gemma": ("google", "gemma"),
    "grok": ("xai", "grok"),
    "deepseek": ("deepseek", "deepseek"),
    "kimi": ("moonshot", "kimi"),
    "qwen": ("alibaba", "qwen"),
    "llama": ("meta", "llama"),
    "mistral": ("mistral", "mistral"),
    "mixtral": ("mistral", "mistral"),
    "codestral": ("mistral", "codestral"),
    "devstral": ("mistral", "devstral"),
    "command": ("cohere", "command"),
    "nova": ("bedrock", "nova"),
    "titan": ("bedrock", "titan"),
    "glm": ("zai", "glm"),
    "composer": ("cursor", "composer"),
}
_FIRST = re.compile("(?:" + "|".join(map(re.escape, sorted(_LINES, key=len, reverse=True))) + ")(?![a-z])")
_FIRST_ANYWHERE = re.compile(r"(?<![a-z0-9])" + _FIRST.pattern)
_SPACES = re.compile(r"[\s_]+")
_NOISE = re.compile(r"\Aauto:\s*|[-\s]*\(preview\)\Z|-thinking\Z")
# Cursor writes the number before the line: `claude-4.5-sonnet`; the vendor writes it behind.
_TURNED = re.compile(r"\Aclaude-(?P<number>[0-9]+(?:[.-][0-9])?)-(?P<line>[a-z]+)(?P<rest>.*)\Z")


def provider_word(provider: str | None, name: str | None = None) -> str:
    """The word for a provider in node ids, from how a source spells it, else from the model's name, else `unknown`."""
    if provider:
        plain = " ".join(provider.lower().split())
        return PROVIDERS.get(plain, plain.replace(" ", "-").replace("/", "-"))
    line = _line(name)
    return line[0] if line else "unknown"


def model_id(provider: str | None, name: str | None) -> str:
    """`Model:provider/name` of a model as a source spells it; without a name `~unnamed`."""
    return f"Model:{provider_word(provider, name)}/{name or UNNAMED}"


def model_node(resource: str) -> Node:
    """A model, described by its provider and, where its name tells it, by its family."""
    provider, _, name = resource.removeprefix("Model:").partition("/")
    family_name = family_of(name)
    family = {"family": family_name} if family_name else {}
    return Node(id=resource, name=name.removeprefix("~"), props={"provider": provider} | family)


def table_names(resource: str) -> tuple[str, tuple[str, ...]]:
    """What a price table may call a model: its provider, and the model's spellings, the likeliest first."""
    provider, _, name = resource.removeprefix("Model:").partition("/")
    return TABLE_PROVIDERS.get(provider, provider), tuple(dict.fromkeys(_spellings(name)))


def _spellings(name: str) -> Iterator[str]:
    yield name
    plain = _NOISE.sub("", name.strip().lower())
    plain = _SPACES.sub("-", plain)
    yield plain
    turned = _TURNED.match(plain)
    if turned is not None:
        yield "claude-{line}-{number}{rest}".format(**turned.groupdict())
    yield plain.replace(".", "-")
    if turned is not None:
        yield "claude-{line}-{number}{rest}".format(**turned.groupdict()).replace(".", "-")


def named_in(text: str) -> str | None:
    """From where on a text for people names a model of a known line and number, such as `Gemini 2.5 Flash`; None if it does not."""
    match = _FIRST_ANYWHERE.search(text.lower())
    rest = text[match.start() :] if match is not None else ""
    return rest if any(sign.isdigit() for sign in rest) else None


def family_of(name: str | None) -> str | None:
    """The family that a model's name tells, such as `claude`; None for a name of no line that is known."""
    line = _line(name)
    return line[1] if line else None


def _line(name: str | None) -> tuple[str, str] | None:
    """The maker and family that a name tells. A cloud writes region and maker before it: `us.anthropic.claude-...`."""
    plain = _SPACES.sub("-", (name or "").strip().lower())
    for start in (0, *(index + 1 for index in range(len(plain)) if plain[index] in "./")):
        match = _FIRST.match(plain, start)
        if match is not None:
            return _LINES[match[0]]
    return None

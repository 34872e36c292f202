"""Vendors that send bills: their names in node ids, which of their services are AI, and whose models they serve."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.claims import Node
from loaders.models.names import family_of

# FOCUS's own name of the category.
AI_CATEGORY = "ai and machine learning"
# By a word in the name of who sends the bill: its name in node ids, the one that its own connector writes.
_VENDORS = (
    (re.compile(r"\bopenai\b"), "openai"),
    (re.compile(r"\banthropic\b"), "anthropic"),
    (re.compile(r"\b(?:cursor|anysphere)\b"), "cursor"),
    (re.compile(r"\bgithub\b"), "github"),
    (re.compile(r"\b(?:aws|amazon)\b"), "aws"),
    (re.compile(r"\b(?:azure|microsoft)\b"), "azure"),
    (re.compile(r"\b(?:google|gcp)\b"), "gcp"),
    (re.compile(r"\bmistral\b"), "mistral"),
    (re.compile(r"\bcohere\b"), "cohere"),
    (re.compile(r"\b(?:xai|x\.ai)\b"), "xai"),
    (re.compile(r"\bgroq\b"), "groq"),
    (re.compile(r"\bperplexity\b"), "perplexity"),
    (re.compile(r"\bdeepseek\b"), "deepseek"),
    (re.compile(r"\btogether\b"), "together"),
)
# Everything on their bills is AI. A cloud's bill is for many things.
_AI_VENDORS = frozenset(slug for _, slug in _VENDORS) - {"github", "aws", "azure", "gcp"}
_AI_SERVICES = re.compile(
    r"bedrock|sagemaker|amazon q\b|amazonq|openai|anthropic|claude|cognitive services|azure ai|ai foundry"
    r"|foundry (?:models|tools)|microsoft foundry|machine learning|vertex|gemini|generative language|ai platform|copilot|cursor|mistral|cohere"
    r"|comprehend|rekognition|\btextract\b|\bml\b|artificial intelligence",
    re.IGNORECASE,
)
# The provider in the ids of models that a vendor serves, and the services that serve them.
_MODEL_PROVIDERS = {
    "aws": ("bedrock", re.compile("bedrock", re.IGNORECASE)),
    "gcp": ("vertex", re.compile("vertex|gemini|generative language", re.IGNORECASE)),
    "github": ("copilot", re.compile("copilot", re.IGNORECASE)),
}
_NON_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=1024)
def vendor_slug(name: str | None) -> str:
    """The name in node ids of who sends a bill: `openai` for `OpenAI, LLC`; an unknown vendor's own name, slugified."""
    normalized = " ".join((name or "").lower().split())
    known = next((slug for pattern, slug in _VENDORS if pattern.search(normalized)), None)
    return known or _NON_ALPHANUMERIC.sub("-", normalized).strip("-") or "unknown"


@lru_cache(maxsize=65_536)
def is_ai(vendor: str, category: str | None, *services: str | None) -> bool:
    """Whether a line is for AI: all of an AI vendor's, the category that FOCUS has for it, or a known AI service."""
    if vendor in _AI_VENDORS or (category or "").strip().lower() == AI_CATEGORY:
        return True
    return any(name is not None and _AI_SERVICES.search(name) for name in services)


def model_provider(vendor: str, model: str, *services: str | None) -> str:
    """The provider in the id of a model: a cloud's model service for models and such services, else the vendor itself."""
    provider, pattern = _MODEL_PROVIDERS.get(vendor, (vendor, None))
    if pattern is None or family_of(model) is not None:
        return provider
    return provider if any(name is not None and pattern.search(name) for name in services) else vendor


def application_node(application: str, vendor: str | None, name: str | None = None) -> Node:
    """The application that a bill's usage is of: the account that the bill is sent to."""
    return Node(id=application, name=name, props={"vendor": vendor} if vendor else {})

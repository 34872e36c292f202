"""This file knows which lines of a bill are for AI, and the word for who sends the bill."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.claims import Node
from loaders.models.names import family_of

# FOCUS's own name of the category.
AI_CATEGORY = "ai and machine learning"
# Who sends the bill, by a word in its name, and the word for it in node ids: the one that its own connector writes.
_SENDERS = (
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
# All that these send is for AI. A cloud's bill is for many things.
_AI_SENDERS = frozenset(word for _, word in _SENDERS) - {"github", "aws", "azure", "gcp"}
_AI_SERVICES = re.compile(
    r"bedrock|sagemaker|amazon q\b|amazonq|openai|anthropic|claude|cognitive services|azure ai|ai foundry"
    r"|foundry (?:models|tools)|microsoft foundry|machine learning|vertex|gemini|generative language|ai platform|copilot|cursor|mistral|cohere"
    r"|comprehend|rekognition|\btextract\b|\bml\b|artificial intelligence",
    re.IGNORECASE,
)
# Under which word the models that a sender serves stand, and the services that serve them.
_SERVED = {
    "aws": ("bedrock", re.compile("bedrock", re.IGNORECASE)),
    "gcp": ("vertex", re.compile("vertex|gemini|generative language", re.IGNORECASE)),
    "github": ("copilot", re.compile("copilot", re.IGNORECASE)),
}
_PLAIN = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=1024)
def vendor_slug(name: str | None) -> str:
    """The word for who sends a bill: `openai` for `OpenAI, LLC`; a name nobody knows is spelled plainly."""
    plain = " ".join((name or "").lower().split())
    known = next((word for pattern, word in _SENDERS if pattern.search(plain)), None)
    return known or _PLAIN.sub("-", plain).strip("-") or "unknown"


@lru_cache(maxsize=65_536)
def is_ai(sender: str, category: str | None, *services: str | None) -> bool:
    """Whether a line is for AI: all of an AI vendor's, the category that FOCUS has for it, or a service that we know."""
    if sender in _AI_SENDERS or (category or "").strip().lower() == AI_CATEGORY:
        return True
    return any(name is not None and _AI_SERVICES.search(name) for name in services)


def model_provider(sender: str, model: str, *services: str | None) -> str:
    """The provider of what a line is for: of models and their services a cloud's word for those, else the sender's own."""
    word, pattern = _SERVED.get(sender, (sender, None))
    if pattern is None or family_of(model) is not None:
        return word
    return word if any(name is not None and pattern.search(name) for name in services) else sender


def application_node(application: str, vendor: str | None, name: str | None = None) -> Node:
    """Who a bill is sent to, as the application that its usage is of."""
    return Node(id=application, name=name, props={"vendor": vendor} if vendor else {})

"""This file knows how the name of a meter, SKU or usage type tells a model and what is counted, and how its unit scales."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from graph.claims import NO_TOKENS
from graph.ontology import TOKEN_COUNTERS
from loaders.models.names import family_of, named_in

# Before the name of a usage type stands the region that it ran in: `USE1-`, `MP:USW2_`.
_REGION = re.compile(r"\A(?:MP:)?(?:[A-Z]{2,4}[0-9][-_:])?")
_BREAK = re.compile(r"[\s_,/:()-]+")
_WORDS = re.compile(
    r"(?:(?<=[\s_,/:(-])|(?<=[a-z0-9])(?=[A-Z]))"
    r"(?:uncached|cached?|cache|(?:text|audio|image|video|media|multimodal)(?=[\s_-]*(?:input|output|token|inp|outp))"
    r"|input|inp|output|outp|opt|prompt|completion|generated|reasoning|tokens?|batch|on-demand|provisioned)"
    r"(?![a-z])",
    re.IGNORECASE,
)
_CACHE = re.compile(r"\bcach|\bcchd\b")
_WRITE = re.compile(r"\bwrit|\bcreat|\bwrt\b")
_HOUR, _MINUTES = re.compile(r"\b(?:1 ?h|1 ?hr|1 ?hour|ephemeral 1h)\b"), re.compile(r"\b(?:5 ?m|5 ?min|5 ?minutes?)\b")
_OUTPUT = re.compile(r"\b(?:output|outp|opt|out|completion|generated|reasoning|response)\b")
_INPUT = re.compile(r"\b(?:input|inp|in|prompt|uncached)\b")
_EDITION = re.compile(r"\s*\([^()]*\bEdition\)")
_USAGE = re.compile(r"\s+usage\Z", re.IGNORECASE)
_JOINED = re.compile(r"\AClaude(?P<number>[0-9]+(?:\.[0-9]+)?)(?P<line>[A-Z][a-z]+)(?P<rest>.*)\Z")
_UNIT = re.compile(
    r"(?P<count>[0-9][0-9,]*(?:\.[0-9]+)?)?\s*(?:(?P<scale>k|mm?|b|thousand|million|billion)(?![a-z]))?[\s-]*"
    r"(?P<what>[a-z][a-z ]*?)s?\Z"
)
_SCALES = {"k": 3, "thousand": 3, "m": 6, "mm": 6, "million": 6, "b": 9, "billion": 9}
_REQUESTS = ("request", "api call", "call", "query", "querie", "invocation", "api request", "message")


@dataclass(frozen=True, slots=True)
class Meter:
    """What a line is for: the model's name as it is written, or the meter's own name marked with `~`; and a counter."""

    model: str
    counter: str | None


def read_meter(*names: str | None) -> Meter:
    """What the first of these names that says anything says. The counter is the first that any of them tells."""
    told = [name for name in names if name]
    counter = next((found for name in told if (found := token_counter(name)) is not None), None)
    model = next((found for name in told if (found := model_name(name)) is not None), None)
    return Meter(model or (f"~{told[0]}" if told else "~unnamed"), counter)


def model_name(name: str) -> str | None:
    """The model in `gpt-5, input_tokens` or `USE1-Claude4.6Sonnet-input-tokens`; None if it names none that is plain."""
    # A marketplace writes what it sells last: `software usage|us-east-1|Claude Opus 5 (Amazon Bedrock Edition)`.
    plain = _EDITION.sub("", _REGION.sub("", name.rpartition("|")[2].strip()))
    model = _before_measure(plain)
    if model is None:
        return _spelled(plain) if plain and family_of(plain) else None
    later = named_in(plain) if not family_of(model) else None
    if later is not None:
        # `Generate content output token count Gemini 2.5 Flash`
        model = _before_measure(later) or later
    return _spelled(_USAGE.sub("", model)) or None


def _before_measure(plain: str) -> str | None:
    """What stands before the first word that says what is counted; None without such a word."""
    first = next((match for match in _WORDS.finditer(plain) if _BREAK.sub("", plain[: match.start()])), None)
    return plain[: first.start()].rstrip(" _,/:(-") if first is not None else None


def _spelled(model: str) -> str:
    """A model that a bill writes for people, spelled as its vendor does: `GPT-5`, `Claude Opus 5`, `Claude4.6Sonnet`."""
    if not family_of(model):
        return model
    joined = _JOINED.match(model)
    if joined is not None:
        model = f"Claude {joined['line']} {joined['number']}{joined['rest']}"
    return "-".join(model.lower().split())


def token_counter(name: str) -> str | None:
    """Which of our token counters a name means, or None."""
    plain = " ".join(part for part in _BREAK.split(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()) if part)
    if _CACHE.search(plain) and not plain.startswith("uncached") and " uncached" not in plain:
        if not _WRITE.search(plain):
            return "cache_read"
        if _HOUR.search(plain):
            return "cache_write_1h"
        return "cache_write_5m" if _MINUTES.search(plain) else "cache_write"
    if _OUTPUT.search(plain):
        return "output"
    # What is embedded comes in; nothing that is charged comes out.
    return "uncached_input" if _INPUT.search(plain) or "embedding" in plain else None


def unit_scale(unit: str | None) -> tuple[str, Decimal] | None:
    """(`tokens` or `requests`, how many one unit is): `1M Tokens`, `1000 Tokens`, `Requests`; None for other units."""
    match = _UNIT.match(" ".join((unit or "").lower().split()))
    if match is None:
        return None
    what = match["what"].strip()
    kind = "tokens" if what == "token" else "requests" if what in _REQUESTS else None
    if kind is None:
        return None
    count = Decimal((match["count"] or "1").replace(",", ""))
    return kind, count.scaleb(_SCALES.get(match["scale"] or "", 0))


def count_usage(quantity: Decimal | None, unit: str | None, counter: str | None) -> tuple[int, tuple[int, ...]]:
    """Requests, and tokens by counter, of a quantity in its unit. What is negative, or counts neither, is in neither."""
    scale = unit_scale(unit)
    if scale is None or quantity is None or not quantity.is_finite() or quantity <= 0 or quantity.adjusted() > 15:
        return 0, NO_TOKENS
    whole = int((quantity * scale[1]).to_integral_value(rounding=ROUND_HALF_EVEN))
    if scale[0] == "requests":
        return whole, NO_TOKENS
    if counter is None:
        return 0, NO_TOKENS
    return 0, tuple(whole if name == counter else 0 for name in TOKEN_COUNTERS)

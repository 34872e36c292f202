"""Meters, SKUs and usage types: the model and token counter that their names mean, and the scale of their units."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from graph.claims import NO_TOKENS
from graph.ontology import TOKEN_COUNTERS
from loaders.models.names import family_of, named_in

# Usage types begin with the region: `USE1-`, `MP:USW2_`.
_REGION = re.compile(r"\A(?:MP:)?(?:[A-Z]{2,4}[0-9][-_:])?")
_SEPARATOR = re.compile(r"[\s_,/:()-]+")
_MEASURE_WORDS = re.compile(
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
    r"(?P<measure>[a-z][a-z ]*?)s?\Z"
)
_SCALES = {"k": 3, "thousand": 3, "m": 6, "mm": 6, "million": 6, "b": 9, "billion": 9}
_REQUESTS = ("request", "api call", "call", "query", "querie", "invocation", "api request", "message")


@dataclass(frozen=True, slots=True)
class Meter:
    """What a line counts: the model's name as written, or the meter's own name after a `~`; and a token counter."""

    model: str
    counter: str | None


def read_meter(*names: str | None) -> Meter:
    """The model that the first of these names with a model means, and the counter that the first with a counter means."""
    present = [name for name in names if name]
    counter = next((counter for name in present if (counter := token_counter(name)) is not None), None)
    model = next((model for name in present if (model := model_name(name)) is not None), None)
    return Meter(model or (f"~{present[0]}" if present else "~unnamed"), counter)


def model_name(name: str) -> str | None:
    """The model in `gpt-5, input_tokens` or `USE1-Claude4.6Sonnet-input-tokens`; None if it names none."""
    # A marketplace writes the product last: `software usage|us-east-1|Claude Opus 5 (Amazon Bedrock Edition)`.
    name = _EDITION.sub("", _REGION.sub("", name.rpartition("|")[2].strip()))
    model = _before_measure(name)
    if model is None:
        return _vendor_spelling(name) if name and family_of(name) else None
    later = named_in(name) if not family_of(model) else None
    if later is not None:
        # `Generate content output token count Gemini 2.5 Flash`
        model = _before_measure(later) or later
    return _vendor_spelling(_USAGE.sub("", model)) or None


def _before_measure(name: str) -> str | None:
    """The part before the first word that says what is counted; None without such a word."""
    first = next((match for match in _MEASURE_WORDS.finditer(name) if _SEPARATOR.sub("", name[: match.start()])), None)
    return name[: first.start()].rstrip(" _,/:(-") if first is not None else None


def _vendor_spelling(model: str) -> str:
    """A model that a bill writes for people, in its vendor's spelling: `GPT-5`, `Claude Opus 5`, `Claude4.6Sonnet`."""
    if not family_of(model):
        return model
    joined = _JOINED.match(model)
    if joined is not None:
        model = f"Claude {joined['line']} {joined['number']}{joined['rest']}"
    return "-".join(model.lower().split())


def token_counter(name: str) -> str | None:
    """The token counter that a name means, or None."""
    words = " ".join(part for part in _SEPARATOR.split(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()) if part)
    if _CACHE.search(words) and not words.startswith("uncached") and " uncached" not in words:
        if not _WRITE.search(words):
            return "cache_read"
        if _HOUR.search(words):
            return "cache_write_1h"
        return "cache_write_5m" if _MINUTES.search(words) else "cache_write"
    if _OUTPUT.search(words):
        return "output"
    # An embedding is charged for its input alone.
    return "uncached_input" if _INPUT.search(words) or "embedding" in words else None


def unit_scale(unit: str | None) -> tuple[str, Decimal] | None:
    """(`tokens` or `requests`, how many one unit is): `1M Tokens`, `1000 Tokens`, `Requests`; None for other units."""
    match = _UNIT.match(" ".join((unit or "").lower().split()))
    if match is None:
        return None
    measure = match["measure"].strip()
    kind = "tokens" if measure == "token" else "requests" if measure in _REQUESTS else None
    if kind is None:
        return None
    count = Decimal((match["count"] or "1").replace(",", ""))
    return kind, count.scaleb(_SCALES.get(match["scale"] or "", 0))


def count_usage(quantity: Decimal | None, unit: str | None, counter: str | None) -> tuple[int, tuple[int, ...]]:
    """Requests, and tokens by counter, of a quantity in its unit; none of a negative one or of another unit."""
    scale = unit_scale(unit)
    if scale is None or quantity is None or not quantity.is_finite() or quantity <= 0 or quantity.adjusted() > 15:
        return 0, NO_TOKENS
    count = int((quantity * scale[1]).to_integral_value(rounding=ROUND_HALF_EVEN))
    if scale[0] == "requests":
        return count, NO_TOKENS
    if counter is None:
        return 0, NO_TOKENS
    return 0, tuple(count if name == counter else 0 for name in TOKEN_COUNTERS)

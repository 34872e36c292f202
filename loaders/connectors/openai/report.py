"""Rows of OpenAI's daily reports: usage gives tokens and requests, costs give money, and neither is derived from the other.

Usage tells tokens and requests and no money; costs tell money and no tokens. Both tell the key, so each becomes rows of
its own: the dollars of the organisation are the rows of /organization/costs alone, billed, and nothing is priced.
`input_tokens` includes what was read from and written to the cache; the counters here are disjoint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.claims import NO_TOKENS, Node, Usage
from graph.model_names import UNNAMED, family_of
from graph.ontology import TOKEN_COUNTERS
from loaders.claims.builder import usage_detail
from loaders.claims.coverage import Days
from loaders.claims.pages import Bucket
from loaders.connectors.openai.directory import account_id, credential_id, group_id
from loaders.connectors.openai.recognize import COSTS, USAGE
from loaders.models import names as shared
from loaders.saved.fields import ErrorCollector, FieldReader

_RAW: Mapping[str, tuple[str, ...]] = {
    "completions": (
        "batch",
        "service_tier",
        "input_text_tokens",
        "input_audio_tokens",
        "input_image_tokens",
        "input_cached_text_tokens",
        "input_cached_audio_tokens",
        "input_cached_image_tokens",
        "input_cache_write_30m_tokens",
        "input_cache_write_12h_tokens",
        "output_text_tokens",
        "output_audio_tokens",
        "output_image_tokens",
    ),
    "images": ("images", "size", "source"),
    "audio_speeches": ("characters",),
    "audio_transcriptions": ("seconds",),
    "vector_stores": ("usage_bytes",),
    "code_interpreter_sessions": ("num_sessions",),
    "file_search_calls": ("vector_store_id",),
    "web_search_calls": ("model", "context_level", "num_model_requests"),
}
# Tools beside the models: their calls are no requests to a model, which completions count already.
_TOOLS = ("vector_stores", "code_interpreter_sessions", "file_search_calls", "web_search_calls")
_MEASURE = re.compile(r"(?P<model>[^,]+), [^,]+\Z")
_MODEL = re.compile(r"(?:ft:)?[a-z0-9][\w.:-]*\Z")
_CACHED = ("input_cached_tokens", "input_cache_write_tokens")


def read_report(path: str, page: FieldReader, request: Mapping[str, Any], errors: ErrorCollector) -> Iterator[Bucket]:
    """The buckets of one page of usage or costs; `request` says for which days and by what it was grouped."""
    groups: Sequence[str] | None = request.get("group_by")
    days = request.get("days")
    for bucket in page.valid_children("data", errors):
        for day in errors.collect(_day, bucket, days):
            rows: list[Usage] = []
            for result in bucket.valid_children("results", errors):
                rows += errors.collect(_cost if path == COSTS else _usage, path, result, day, groups)
            yield Bucket(day, tuple(rows))


def model_node(resource: str) -> Node:
    """A resource of a usage row, described as far as its name tells."""
    kind, _, name = resource.partition(":openai/")
    if kind == "DataSource":
        return Node(id=resource, name=name, props={"type": "vector store"})
    return shared.model_node(resource)


def _day(bucket: FieldReader, days: Days | None) -> int:
    day = bucket.day("start_time", bucket.seconds("start_time"))
    if days is not None and not days[0] <= day <= days[1]:
        bucket.refuse("start_time", "it lies outside the days that were asked for")
    return day


def _usage(path: str, entry: FieldReader, day: int, groups: Sequence[str] | None) -> Usage:
    kind = path.removeprefix(USAGE)
    user = entry.text("user_id")
    requests = entry.count("num_requests") if kind.endswith("_calls") else entry.count("num_model_requests")
    return Usage(
        principal=_principal(entry),
        resource=_resource(kind, entry),
        workspace=_workspace(entry),
        day=day,
        requests=entry.count("num_sessions") if kind == "code_interpreter_sessions" else requests,
        tokens=_tokens(entry),
        detail=usage_detail(
            {"report": kind, **({"user_id": user} if user else {}), **entry.raw(_RAW.get(kind, ()))}, groups
        ),
    )


def _cost(path: str, entry: FieldReader, day: int, groups: Sequence[str] | None) -> Usage:
    amount = entry.child("amount")
    cost = amount.money("value") if amount is not None else None
    return Usage(
        principal=_principal(entry),
        resource=f"Model:openai/{_billed_model(entry.text('line_item'))}",
        workspace=_workspace(entry),
        day=day,
        cost_nano=cost[0] if cost else None,
        currency=amount.currency("currency") if cost and amount is not None else None,
        basis="billed" if cost else None,
        rounded=cost is not None and cost[1],
        detail=usage_detail({"report": "costs", **entry.raw(("line_item", "quantity", "quantity_unit"))}, groups),
    )


def _tokens(entry: FieldReader) -> tuple[int, ...]:
    total, cached, written = entry.non_negative_int("input_tokens"), *map(entry.count, _CACHED)
    uncached = entry.non_negative_int("input_uncached_tokens")
    if uncached is None:
        uncached = 0 if total is None else total - cached - written
    if uncached < 0:
        entry.refuse("input_cached_tokens", "more was cached than came in: input_tokens includes it")
    counters = {
        "uncached_input": uncached,
        "cache_read": cached,
        "cache_write": written,
        "output": entry.count("output_tokens"),
    }
    return tuple(counters.get(name, 0) for name in TOKEN_COUNTERS) if any(counters.values()) else NO_TOKENS


def _principal(entry: FieldReader) -> str | None:
    """The key that paid, else the user: without a key the call was made in the vendor's own pages."""
    key, user = entry.text("api_key_id"), entry.text("user_id")
    if key is not None:
        return credential_id(key)
    return None if user is None else account_id(user)


def _workspace(entry: FieldReader) -> str | None:
    project = entry.text("project_id")
    return None if project is None else group_id(project)


def _resource(kind: str, entry: FieldReader) -> str:
    if kind in _TOOLS:
        store = entry.text("vector_store_id") if kind == "file_search_calls" else None
        return f"Model:openai/~{kind}" if store is None else f"DataSource:openai/{store}"
    return f"Model:openai/{entry.text('model') or UNNAMED}"


def _billed_model(line_item: str | None) -> str:
    """The model of a line such as `gpt-5, input_tokens`; what is no model keeps its line's own name, marked."""
    if line_item is None:
        return UNNAMED
    match = _MEASURE.match(line_item)
    name = match["model"] if match else line_item
    is_model = _MODEL.match(name) and (match or family_of(name))
    return name if is_model else f"~{line_item}"

"""Lines of Anthropic's daily reports: token usage, cost, Claude Code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from loaders.claims.coverage import Days
from loaders.claims.pages import Bucket
from loaders.connectors.anthropic.recognize import CLAUDE_CODE, COSTS
from loaders.saved.fields import ErrorCollector, FieldReader

CENTS = -2
UNCACHED, READ, OUTPUT = "uncached_input_tokens", "cache_read_input_tokens", "output_tokens"
WRITE_5M, WRITE_1H = "cache_creation.ephemeral_5m_input_tokens", "cache_creation.ephemeral_1h_input_tokens"
WEB_SEARCH = "web_search"
# How the cost report names what it charges for, and the counter of ours that this is.
COUNTERS: Mapping[str, str] = {
    UNCACHED: "uncached_input",
    READ: "cache_read",
    WRITE_5M: "cache_write_5m",
    WRITE_1H: "cache_write_1h",
    OUTPUT: "output",
}
_TERMINAL = ("customer_type", "subscription_type", "terminal_type", "is_remote")
_ACTIVITY = ("num_sessions", "commits_by_claude_code", "pull_requests_by_claude_code")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a price depends on, and the workspace; None: not told, or the default workspace."""

    workspace: str | None
    model: str | None
    tier: str | None
    context: str | None
    geo: str | None


@dataclass(frozen=True, slots=True)
class Messages:
    """Tokens of one key, user or service account on one day under one set of terms. `counts` are by COUNTERS' names."""

    day: int
    terms: Terms
    key: str | None
    account: str | None
    service: str | None
    counts: tuple[tuple[str, int], ...]
    groups: tuple[str, ...] | None

    def counted(self, name: str | None) -> int:
        return dict(self.counts).get(name or "", 0)


@dataclass(frozen=True, slots=True)
class Cost:
    """Money of one day and one thing charged for. `measure`: the count of Messages that it was charged for."""

    day: int
    terms: Terms
    measure: str | None
    nano: int
    currency: str
    rounded: bool
    raw: tuple[tuple[str, Any], ...]
    groups: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Coding:
    """What one person or key did with one model in Claude Code on one day, and the vendor's own estimate of its cost."""

    day: int
    email: str | None
    key_name: str | None
    model: str | None
    is_subscription: bool
    tokens: tuple[tuple[str, int], ...]
    nano: int | None
    currency: str
    rounded: bool
    raw: tuple[tuple[str, Any], ...]


def read_report(path: str, page: FieldReader, request: Mapping[str, Any], errors: ErrorCollector) -> Iterator[Bucket]:
    """The buckets of one page; a line of Claude Code is a bucket without a day."""
    days: Days | None = request.get("days")
    group_by: Sequence[str] | None = request.get("group_by")
    groups = tuple(group_by) if group_by is not None else None
    for entry in page.valid_children("data", errors):
        if path == CLAUDE_CODE:
            for lines in errors.collect(_coding, entry, days, errors):
                yield Bucket(None, tuple(lines))
            continue
        for day in errors.collect(_day, entry, "starting_at", days):
            rows: list[Messages | Cost] = []
            for result in entry.valid_children("results", errors):
                rows += errors.collect(_cost if path == COSTS else _messages, result, day, groups)
            yield Bucket(day, tuple(rows))


def _day(entry: FieldReader, name: str, days: Days | None) -> int:
    day = entry.day(name, entry.moment(name))
    if days is not None and not days[0] <= day <= days[1]:
        entry.refuse(name, "it lies outside the days that were asked for")
    return day


def _terms(entry: FieldReader) -> Terms:
    names = ("workspace_id", "model", "service_tier", "context_window", "inference_geo")
    return Terms(*(entry.text(name) for name in names))


def _messages(entry: FieldReader, day: int, groups: tuple[str, ...] | None) -> Messages:
    written = entry.child("cache_creation") or FieldReader({}, entry.location, entry.file)
    searched = entry.child("server_tool_use") or FieldReader({}, entry.location, entry.file)
    counts = {
        UNCACHED: entry.count(UNCACHED),
        READ: entry.count(READ),
        WRITE_5M: written.count("ephemeral_5m_input_tokens"),
        WRITE_1H: written.count("ephemeral_1h_input_tokens"),
        OUTPUT: entry.count(OUTPUT),
        WEB_SEARCH: searched.count("web_search_requests"),
    }
    return Messages(
        day=day,
        terms=_terms(entry),
        key=entry.text("api_key_id"),
        account=entry.text("account_id"),
        service=entry.text("service_account_id"),
        counts=tuple(counts.items()),
        groups=groups,
    )


def _cost(entry: FieldReader, day: int, groups: tuple[str, ...] | None) -> Cost:
    amount = entry.money("amount", CENTS)
    if amount is None:
        entry.refuse("amount", "a line of the cost report needs an amount")
    kind = entry.text("cost_type")
    return Cost(
        day=day,
        terms=_terms(entry),
        measure=WEB_SEARCH if kind == WEB_SEARCH else entry.text("token_type"),
        nano=amount[0],
        currency=entry.currency("currency"),
        rounded=amount[1],
        raw=tuple(entry.raw(("cost_type", "token_type", "description")).items()),
        groups=groups,
    )


def _coding(entry: FieldReader, days: Days | None, errors: ErrorCollector) -> list[Coding]:
    """One line per model. What was done besides stands on the first alone: it is told once per person, not per model."""
    day = _day(entry, "date", days)
    actor = entry.child("actor") or FieldReader({}, entry.location, entry.file)
    metrics = entry.child("core_metrics") or FieldReader({}, entry.location, entry.file)
    lines = metrics.child("lines_of_code") or FieldReader({}, entry.location, entry.file)
    done = {**metrics.raw(_ACTIVITY), **{f"lines_{name}": lines.count(name) for name in ("added", "removed")}}
    coding_lines: list[Coding] = []
    for model in entry.valid_children("model_breakdown", errors):
        tokens = model.child("tokens") or FieldReader({}, model.location, model.file)
        estimate = model.child("estimated_cost")
        cost = estimate.money("amount", CENTS) if estimate is not None else None
        counts = {
            "uncached_input": tokens.count("input"),
            "cache_read": tokens.count("cache_read"),
            "cache_write": tokens.count("cache_creation"),
            "output": tokens.count("output"),
        }
        coding_lines.append(
            Coding(
                day=day,
                email=actor.email("email_address"),
                key_name=actor.text("api_key_name"),
                model=model.text("model"),
                is_subscription=entry.text("customer_type") == "subscription",
                tokens=tuple(counts.items()),
                nano=cost[0] if cost else None,
                currency=estimate.currency("currency") if estimate is not None else "USD",
                rounded=cost is not None and cost[1],
                raw=tuple({**entry.raw(_TERMINAL), **({} if coding_lines else done)}.items()),
            )
        )
    return coding_lines

"""Copilot's daily report per user: requests by model, tokens of its CLI, calls of MCP servers.

The report has requests by model, and requests and tokens of the CLI without a model; the two do not overlap. Requests of the
day's total beyond those of its models go to an unnamed model. `prompt_tokens_sum` is the whole input: what was read from a
cache is not separate. `ai_credits_used` is not money and is in the detail of that last row.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from graph.claims import NO_TOKENS, Usage
from graph.moment import read_day
from graph.ontology import TOKEN_COUNTERS
from loaders.claims.builder import usage_detail
from loaders.connectors.github.models import CLI, UNNAMED, model_of
from loaders.connectors.github.people import account_of
from loaders.saved.fields import ErrorCollector, FieldReader

_COUNTS = (
    "code_generation_activity_count",
    "code_acceptance_activity_count",
    "loc_suggested_to_add_sum",
    "loc_suggested_to_delete_sum",
    "loc_added_sum",
    "loc_deleted_sum",
)
_REQUESTS, _MODEL, _MCP, _CLI, _RAW = "asked", "model", "mcp", "cli", "raw"
# The bucket of the servers that are too few to name; no configuration calls one so.
_REST = ("other", "others")


@dataclass(frozen=True, slots=True, order=True)
class UserDay:
    """What one file says of one user on one day: counts by (what, name), sorted."""

    day: int
    user: str
    organization: str
    login: str
    credits: Decimal
    counts: tuple[tuple[str, str, int], ...]


def read_user_day(entry: FieldReader, errors: ErrorCollector) -> UserDay:
    """One row of the report. Raises RecordError for a wrong type, and for a row without a user or a day."""
    day = day_of(entry, "day")
    user, login = entry.text("user_id") or "", (entry.text("user_login") or "").lower()
    if not user and not login:
        entry.refuse("user_id", "it is missing")
    counts: Counter[tuple[str, str]] = Counter()
    counts[_REQUESTS, ""] = entry.count("user_initiated_interaction_count")
    for name in _COUNTS:
        counts[_RAW, name] = entry.count(name)
    for part in entry.valid_children("totals_by_model_feature", errors):
        counts[_MODEL, part.text("model") or ""] += part.count("user_initiated_interaction_count")
    for part in entry.valid_children("totals_by_mcp", errors):
        counts[_MCP, part.text("mcp") or part.text("mcp_server") or ""] += part.count("interaction_count")
    cli = entry.child_or_empty("totals_by_cli")
    for name in ("session_count", "request_count", "prompt_count"):
        counts[_CLI, name] = cli.count(name)
    used = cli.child_or_empty("token_usage")
    for name in ("prompt_tokens_sum", "output_tokens_sum"):
        counts[_CLI, name] = used.count(name)
    credits = entry.number("ai_credits_used") or Decimal(0)
    if not credits.is_finite():
        entry.refuse("ai_credits_used", "this is not a quantity")
    sorted_counts = tuple(sorted((what, name, count) for (what, name), count in counts.items() if count))
    return UserDay(day, user, entry.text("organization_id") or "", login, credits, sorted_counts)


def day_of(entry: FieldReader, name: str) -> int:
    """The day of a field, without a time behind it. Raises RecordError if it is not a day."""
    text = entry.required(name)
    try:
        day = read_day(text[:10])
    except ValueError:
        day = -1
    return day if day >= 0 else entry.refuse(name, "this is not a day since 1970")


def merged(rows: Iterable[UserDay]) -> list[UserDay]:
    """One row per day, user and organisation: files repeat users. The same row counts once, others add up."""
    same: dict[tuple[int, str, str], list[UserDay]] = defaultdict(list)
    for row in sorted(set(rows)):
        same[row.day, row.user or row.login, row.organization].append(row)
    merged_rows = []
    for (day, _, organization), parts in sorted(same.items()):
        counts: Counter[tuple[str, str]] = Counter()
        for part in parts:
            counts.update({(what, name): count for what, name, count in part.counts})
        counts_of_rows = tuple(sorted((what, name, count) for (what, name), count in counts.items()))
        total = sum((part.credits for part in parts), Decimal(0))
        merged_rows.append(
            UserDay(day, parts[0].user, organization, max(part.login for part in parts), total, counts_of_rows)
        )
    return merged_rows


def usage_of(row: UserDay, org: str, logins: Mapping[str, str]) -> Iterator[Usage]:
    """The usage of one user on one day. `logins`: the logins of today by user id, since a login may change."""
    login = logins.get(row.user) or row.login
    principal = account_of(login) if login else None
    terms: dict[str, Any] = {"principal": principal, "application": f"Application:github/{org}/copilot", "day": row.day}
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for what, name, count in row.counts:
        counts[what][name] = count
    models: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for name, count in counts[_MODEL].items():
        models[model_of(name)].append((name, count))
    rest = max(0, counts[_REQUESTS].get("", 0) - sum(counts[_MODEL].values()))
    rest += sum(count for _, count in models.pop(UNNAMED, []))
    row_count = 0
    for resource, named in models.items():
        row_count += 1
        requests = sum(count for _, count in named)
        yield Usage(
            resource=resource, requests=requests, detail=_detail({"models": sorted(name for name, _ in named)}), **terms
        )
    for name, count in counts[_MCP].items():
        row_count += 1
        yield Usage(resource=server_of(org, name), requests=count, detail=_detail({"mcp": name}), **terms)
    cli = counts[_CLI]
    if cli:
        row_count += 1
        yield Usage(
            resource=CLI, requests=cli.get("request_count", 0), tokens=_tokens(cli), detail=_detail(cli), **terms
        )
    if rest or row.credits or not row_count:
        raw = {name: text for name, text in (("user_id", row.user), ("organization_id", row.organization)) if text}
        raw |= {"user_login": row.login} if row.login else {}
        raw |= {"ai_credits_used": str(row.credits)} if row.credits else {}
        yield Usage(resource=UNNAMED, requests=rest, detail=_detail(raw | counts[_RAW]), **terms)


def servers_of(rows: Iterable[UserDay]) -> list[str]:
    """The names of the MCP servers that were called, sorted."""
    return sorted({name for row in rows for what, name, _ in row.counts if what == _MCP})


def server_of(org: str, name: str) -> str:
    """The node of a server that is known by name alone."""
    plain = "~other" if name.lower() in _REST or not name else name.replace("%", "%25").replace("/", "%2F")
    return f"McpServer:github/{org}/{plain}"


def server_name(name: str) -> str:
    """How such a server is called: by the name under which its users configured it."""
    return "~other" if name.lower() in _REST or not name else name


def _tokens(cli: Mapping[str, int]) -> tuple[int, ...]:
    counters = {"uncached_input": cli.get("prompt_tokens_sum", 0), "output": cli.get("output_tokens_sum", 0)}
    return tuple(counters.get(name, 0) for name in TOKEN_COUNTERS) if any(counters.values()) else NO_TOKENS


def _detail(raw: Mapping[str, Any]) -> str:
    return usage_detail({"report": "users-1-day", **raw}, None)

"""Rows of Anthropic's newer analytics: usage and cost of one day and one group joined into one row.

* A row of usage and a row of cost are joined where day and whole group are the same; the cost then is the person's or key's
  own, nothing is split. What the other report does not tell stays a row of its own: tokens without cost, or cost without
  tokens. Tokens and requests are those of usage alone; what the cost row counts as requests is told beside it.
* The amount is what is billed: after discounts, before credits. The list amount is told beside it.
* One group tells one thing a day. The same row again, as when pages shift, counts once; another one for the same day and
  group is a contradiction, and nothing of that day is believed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from graph.claims import Usage
from graph.moment import day_of, write_day
from graph.ontology import TOKEN_COUNTERS
from graph.reason import Reason
from loaders.claims.builder import usage_detail
from loaders.claims.coverage import Days
from loaders.claims.pages import Bucket
from loaders.connectors.anthropic.directory import Names, account_id, credential_id, group_id
from loaders.connectors.anthropic.recognize import ANALYTICS_COST, ANALYTICS_USAGE, CLAUDE_CODE, COSTS, MESSAGES
from loaders.connectors.anthropic.report import CENTS, COUNTERS, OUTPUT, READ, UNCACHED, WRITE_1H, WRITE_5M
from loaders.connectors.anthropic.usage import model_id
from loaders.mcp.tool import escaped
from loaders.saved.fields import ErrorCollector, FieldReader

_SEARCHES = "web_search_requests"
# What a row can be of besides whom, workspace and model: told beside it.
_TOLD = (
    "product",
    "actor_type",
    "agent_id",
    "claude_tag_category",
    "claude_tag_user_id",
    "context_window",
    "cost_type",
    "deployment_id",
    "environment_id",
    "inference_geo",
    "organization_id",
    "service_tier",
    "session_id",
    "slack_channel_id",
    "speed",
    "token_type",
    "user_profile_id",
)
_ACTOR = (
    "type",
    "user_id",
    "email_address",
    "deleted",
    "service_account_id",
    "api_key_id",
    "provider",
    "subject",
)
_SHOWN_DAYS = 5


@dataclass(frozen=True, slots=True)
class Group:
    """What a row is of. `same`: alike for rows of the same group, of either report, however a person is called by then."""

    same: str
    principal: str | None
    address: str | None
    workspace: str | None
    model: str | None
    product: str | None
    raw: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Used:
    """A row of usage. `tokens` in the order of TOKEN_COUNTERS."""

    day: int
    group: Group
    tokens: tuple[int, ...]
    requests: int
    raw: tuple[tuple[str, Any], ...]
    groups: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Charged:
    """A row of cost."""

    day: int
    group: Group
    nano: int
    currency: str
    rounded: bool
    raw: tuple[tuple[str, Any], ...]
    groups: tuple[str, ...] | None


Line = TypeVar("Line", Used, Charged)
Rows = Mapping[str, Sequence[Any]]


def read_analytics(
    path: str, page: FieldReader, request: Mapping[str, Any], errors: ErrorCollector
) -> Iterator[Bucket]:
    """The rows of one page, each a bucket without a day: a day's rows lie on several pages."""
    days: Days | None = request.get("days")
    group_by: Sequence[str] | None = request.get("group_by")
    groups = tuple(group_by) if group_by is not None else None
    reader: Any = _used if path == ANALYTICS_USAGE else _charged
    for entry in page.valid_children("data", errors):
        for line in errors.collect(reader, entry, days, groups):
            yield Bucket(None, (line,))


def refreshed(page: FieldReader) -> int | None:
    """The last day that was over when the vendor gathered what a page tells; None if it does not say."""
    moment = page.moment("data_refreshed_at")
    return day_of(moment) - 1 if moment is not None else None


def contradicted(rows_by_path: Rows) -> dict[int, str]:
    """The days of which a report tells one group twice, with different content, and which report it is."""
    days: dict[int, str] = {}
    for path in (ANALYTICS_USAGE, ANALYTICS_COST):
        first_lines: dict[tuple[int, str], Any] = {}
        for line in rows_by_path.get(path, ()):
            if first_lines.setdefault((line.day, line.group.same), line) != line:
                days.setdefault(line.day, path)
    return days


def analytics_rows(used: Iterable[Used], charged: Iterable[Charged], names: Names, instance: str) -> Iterator[Usage]:
    """The rows of days that nothing contradicts, a day and group each, in their order."""
    usage, cost = _by_group(used), _by_group(charged)
    for same in sorted({*usage, *cost}):
        line = usage.get(same) or cost[same]
        yield _row(line, usage.get(same), cost.get(same), (names, instance))


def without_overlap(rows_by_path: Rows) -> tuple[dict[str, list[Any]], list[Reason]]:
    """Saved rows, where the analytics and the three daily reports tell the same day: those of one side alone, and why.

    The side stays that tells the cost of the day, then the one that tells tokens; if both do, the analytics, which need not
    guess whose a cost is.
    """
    newer, older = (
        _covered_days(rows_by_path, ANALYTICS_COST, ANALYTICS_USAGE),
        _covered_days(rows_by_path, COSTS, MESSAGES, CLAUDE_CODE),
    )
    shared = newer.keys() & older.keys()
    left = {day: older[day] > newer[day] for day in shared}
    rows_to_count: dict[str, list[Any]] = {}
    for path, rows in rows_by_path.items():
        is_newer = path in (ANALYTICS_USAGE, ANALYTICS_COST)
        rows_to_count[path] = [row for row in rows if left.get(row.day, not is_newer) is not is_newer]
    reasons = []
    for is_newer, side in ((True, "the analytics are"), (False, "the daily reports are")):
        days = [write_day(day) for day in sorted(left) if left[day] is is_newer]
        if days:
            listed = ", ".join(days[:_SHOWN_DAYS]) + (", ..." if len(days) > _SHOWN_DAYS else "")
            text = (
                f"analytics and daily reports both tell {listed}: {side} left out there, since each dollar counts once"
            )
            reasons.append(Reason("OVERLAP", text))
    return rows_to_count, reasons


def _covered_days(rows_by_path: Rows, costs: str, *others: str) -> dict[int, tuple[bool, bool]]:
    """Per day that one of the two reports covers: whether it has cost, and whether it has tokens."""
    paid = {row.day for row in rows_by_path.get(costs, ())}
    used = {row.day for path in others for row in rows_by_path.get(path, ())}
    return {day: (day in paid, day in used) for day in paid | used}


def _by_group(lines: Iterable[Line]) -> dict[tuple[int, str], Line]:
    return {(line.day, line.group.same): line for line in lines}


def _row(line: Used | Charged, used: Used | None, charged: Charged | None, where: tuple[Names, str]) -> Usage:
    group, (names, instance) = line.group, where
    principal = group.principal
    if principal is None and group.address is not None:
        principal = names.account(group.address)
    raw: dict[str, Any] = {"report": "analytics", **dict(group.raw)}
    raw |= dict(used.raw if used else ()) | dict(charged.raw if charged else ())
    return Usage(
        principal=principal,
        resource=model_id(group.model or (f"~{group.product}" if group.product else None)),
        workspace=group_id(group.workspace, instance) if group.workspace is not None else None,
        day=line.day,
        requests=used.requests if used else 0,
        tokens=used.tokens if used else (0,) * len(TOKEN_COUNTERS),
        cost_nano=charged.nano if charged else None,
        currency=charged.currency if charged else None,
        basis="billed" if charged else None,
        rounded=charged is not None and charged.rounded,
        detail=usage_detail(raw, line.groups),
    )


def _used(entry: FieldReader, days: Days | None, groups: tuple[str, ...] | None) -> Used:
    day, group, usage = _day(entry, days), _group(entry), entry.child("usage")
    if usage is None:
        entry.refuse("usage", "it is missing")
    written, searches = usage.child_or_empty("cache_creation"), usage.child_or_empty("server_tool_use").count(_SEARCHES)
    counts = {
        UNCACHED: usage.count(UNCACHED),
        READ: usage.count(READ),
        WRITE_5M: written.count("ephemeral_5m_input_tokens"),
        WRITE_1H: written.count("ephemeral_1h_input_tokens"),
        OUTPUT: usage.count(OUTPUT),
    }
    ours = {COUNTERS[name]: count for name, count in counts.items()}
    total = usage.non_negative_int("total_tokens")
    raw = {_SEARCHES: searches} if searches else {}
    # Told where it says something: that tokens were counted of a kind that has no counter yet.
    raw |= {"total_tokens": total} if total is not None and total != sum(counts.values()) else {}
    tokens = tuple(ours.get(name, 0) for name in TOKEN_COUNTERS)
    return Used(day, group, tokens, usage.count("requests"), tuple(raw.items()), groups)


def _charged(entry: FieldReader, days: Days | None, groups: tuple[str, ...] | None) -> Charged:
    day, group, cost = _day(entry, days), _group(entry), entry.child("cost")
    if cost is None:
        entry.refuse("cost", "it is missing")
    amount = cost.money("amount", CENTS)
    if amount is None:
        cost.refuse("amount", "a row of cost needs an amount")
    cost.money("list_amount", CENTS)
    requests = cost.non_negative_int("requests")
    raw = cost.raw(("list_amount",)) | ({"cost_requests": requests} if requests is not None else {})
    return Charged(day, group, amount[0], cost.currency("currency"), amount[1], tuple(raw.items()), groups)


def _day(entry: FieldReader, days: Days | None) -> int:
    day = entry.day("starting_at", entry.moment("starting_at"))
    if days is not None and not days[0] <= day <= days[1]:
        entry.refuse("starting_at", "it lies outside the days that were asked for")
    end = entry.moment("ending_at")
    if end is not None and entry.day("ending_at", end) != day + 1:
        entry.refuse("ending_at", "the row is not of one day", "Ask the API with time_bucket_width=1d")
    return day


def _group(entry: FieldReader) -> Group:
    """Whose and of what a row is. Raises RecordError for rows by RBAC group: they tell people of several groups twice."""
    group, actor = entry.child_or_empty("group"), entry.child_or_empty("group").child("actor")
    if group.text("rbac_group_id") is not None:
        group.refuse("rbac_group_id", "rows by this overlap", "Ask the API without group_by[]=rbac_group_id")
    key = group.text("api_key_id")
    who, address = _actor(actor) if actor is not None else (None, None)
    raw: dict[str, Any] = {name: text for name in _TOLD if (text := group.text(name)) is not None}
    raw |= {"actor": actor.raw(_ACTOR)} if actor is not None else {}
    # With whatever else the vendor parts rows by, now or later; a null says that nothing was parted by it.
    same = {name: str(value).strip() for name, value in group.body.items() if isinstance(value, str | int)}
    same |= {"actor": who or address or _written(actor.body)} if actor is not None else {}
    return Group(
        same=_written({name: text for name, text in same.items() if text}),
        principal=credential_id(key) if key is not None else who,
        address=address,
        workspace=group.text("workspace_id"),
        model=group.text("model"),
        product=group.text("product"),
        raw=tuple(raw.items()),
    )


def _actor(actor: FieldReader) -> tuple[str | None, str | None]:
    """Who it is; else the address that they are known by. Neither: nobody can say."""
    texts = {name: actor.text(name) for name in _ACTOR if name not in ("email_address", "deleted")}
    address = actor.email("email_address")
    actor.flag("deleted")  # a person who left stays who they were
    account, key, subject = texts["user_id"] or texts["service_account_id"], texts["api_key_id"], texts["subject"]
    if account is not None:
        return account_id(account), None
    if key is not None:
        return credential_id(key), None
    if subject is not None:
        # Another vendor's, and in no list here. Not with a `~`: what follows that is an address.
        return account_id(f"federated/{escaped(texts['provider'] or '')}/{escaped(subject)}"), None
    return None, address


def _written(content: Mapping[str, Any]) -> str:
    return json.dumps(dict(content), sort_keys=True, default=str)

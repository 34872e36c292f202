"""Usage rows from Anthropic's three daily reports, in which each dollar stands once.

* The dollars of the organisation are those of /cost_report alone, billed. That report tells no key: each of its lines is
  split over the rows of /usage_report/messages of the same day, workspace, model, service tier, context window and place,
  by the very count it was charged for. Within these terms the vendor has one price per count, so the split is what each
  key was billed; fast mode, where used, has a price of its own that no report tells apart, and then the split is by
  tokens while the total stays the vendor's.
* A line with nothing to split over (code execution, a session, tokens that usage does not show) is a row without principal.
* Tokens are those of /usage_report/messages. Usage of the priority tier has no cost in any report, and has none here.
* Claude Code of `customer_type` subscription is beside all that: its tokens count, its cost is the vendor's estimate and
  not chargeable, since the seat paid. Of any other customer its tokens and dollars are in the two reports above: its row
  says who used which model, and counts nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.claims import Usage
from graph.model_names import UNNAMED
from graph.money import write_amount
from graph.ontology import TOKEN_COUNTERS
from loaders.claims.builder import usage_detail
from loaders.connectors.anthropic.directory import Names, account_id, credential_id, group_id
from loaders.connectors.anthropic.report import COUNTERS, WEB_SEARCH, Coding, Cost, Messages, Terms


@dataclass(slots=True)
class _Share:
    """What of the cost report fell to one row of usage."""

    nano: int = 0
    currency: str | None = None
    rounded: bool = False
    kinds: set[str] = field(default_factory=set)


def usage_rows(messages: Iterable[Messages], costs: Iterable[Cost], instance: str) -> Iterator[Usage]:
    """The rows of some days: their cost sums, to the nano-unit, to that of the cost lines."""
    used = sorted(messages, key=repr)
    cells: dict[tuple[int, str | None], list[int]] = defaultdict(list)
    for at, row in enumerate(used):
        cells[row.day, row.terms.workspace].append(at)
    shares = [_Share() for _ in used]
    for cost in sorted(costs, key=repr):
        there = [
            (at, used[at].counted(cost.measure))
            for at in cells[cost.day, cost.terms.workspace]
            if _agree(used[at].terms, cost.terms) and shares[at].currency in (None, cost.currency)
        ]
        if not any(count for _, count in there):
            yield _unplaced(cost, instance)
            continue
        for (at, _), part in zip(there, split(cost.nano, [count for _, count in there]), strict=True):
            if part:
                share = shares[at]
                share.nano, share.currency = share.nano + part, cost.currency
                share.rounded |= cost.rounded
                share.kinds.add(cost.measure or "")
    for row, share in zip(used, shares, strict=True):
        yield _used(row, share, instance)


def split(nano: int, weights: Sequence[int]) -> list[int]:
    """An amount in whole parts by weights, the largest remainders first; the parts sum to it exactly."""
    sign, whole, total = (-1 if nano < 0 else 1), abs(nano), sum(weights)
    parts = [whole * weight // total for weight in weights]
    rest = sorted(range(len(weights)), key=lambda at: (-(whole * weights[at] % total), at))
    for at in rest[: whole - sum(parts)]:
        parts[at] += 1
    return [sign * part for part in parts]


def coding_row(line: Coding, names: Names) -> Usage:
    """The row of one line of Claude Code."""
    if line.email is not None:
        principal: str | None = names.account(line.email)
    else:
        principal = names.credential(line.key_name) if line.key_name is not None else None
    counted = line.is_subscription
    raw: dict[str, Any] = {"report": "claude_code", **dict(line.raw)}
    raw |= {"email": line.email} if line.email else {}
    raw |= {"api_key_name": line.key_name} if line.key_name else {}
    if not counted:
        # Told for whoever looks; the reports of tokens and of cost hold it already.
        raw |= {"tokens": dict(line.tokens)}
        raw |= {"estimated_cost": write_amount(line.nano)} if line.nano is not None else {}
    has_cost = counted and line.nano is not None
    return Usage(
        principal=principal,
        resource=model_id(line.model),
        day=line.day,
        tokens=_tokens(dict(line.tokens)) if counted else _tokens({}),
        chargeable=not counted,
        cost_nano=line.nano if has_cost else None,
        currency=line.currency if has_cost else None,
        basis="priced" if has_cost else None,
        priced_on=line.day if has_cost else None,
        rounded=has_cost and line.rounded,
        detail=usage_detail(raw, None),
    )


def model_id(name: str | None) -> str:
    """The node of a model, or of what is charged for and is none."""
    return f"Model:anthropic/{name or UNNAMED}"


def _agree(used: Terms, charged: Terms) -> bool:
    """Whether tokens were charged under these terms; one that either side leaves out rules nothing out."""
    pairs = (
        (used.model, charged.model),
        (used.tier, charged.tier),
        (used.context, charged.context),
        (used.geo, charged.geo),
    )
    return all(left is None or right is None or left == right for left, right in pairs)


def _used(row: Messages, share: _Share, instance: str) -> Usage:
    if row.key is not None:
        principal: str | None = credential_id(row.key)
    else:
        who = row.service or row.account
        principal = account_id(who) if who is not None else None
    raw: dict[str, Any] = {"report": "messages", **_raw_terms(row.terms)}
    raw |= {name: who for name, who in (("account_id", row.account), ("service_account_id", row.service)) if who}
    raw |= {"web_search_requests": row.counted(WEB_SEARCH)} if row.counted(WEB_SEARCH) else {}
    raw |= {"cost_of": sorted(share.kinds)} if share.kinds else {}
    has_cost = share.currency is not None
    return Usage(
        principal=principal,
        resource=model_id(row.terms.model),
        workspace=_workspace(row.terms, row.groups, instance),
        day=row.day,
        tokens=_tokens({ours: row.counted(name) for name, ours in COUNTERS.items()}),
        cost_nano=share.nano if has_cost else None,
        currency=share.currency,
        basis="billed" if has_cost else None,
        rounded=share.rounded,
        detail=usage_detail(raw, row.groups),
    )


def _unplaced(cost: Cost, instance: str) -> Usage:
    kind = dict(cost.raw).get("cost_type")
    return Usage(
        resource=model_id(cost.terms.model or (f"~{kind}" if kind else None)),
        workspace=_workspace(cost.terms, cost.groups, instance),
        day=cost.day,
        cost_nano=cost.nano,
        currency=cost.currency,
        basis="billed",
        rounded=cost.rounded,
        detail=usage_detail({"report": "cost", **_raw_terms(cost.terms), **dict(cost.raw)}, cost.groups),
    )


def _workspace(terms: Terms, groups: tuple[str, ...] | None, instance: str) -> str | None:
    """Null is the default workspace where the report was grouped by it; otherwise it says nothing."""
    if terms.workspace is None and "workspace_id" not in (groups or ()):
        return None
    return group_id(terms.workspace, instance)


def _raw_terms(terms: Terms) -> dict[str, str]:
    terms_by_name = {"service_tier": terms.tier, "context_window": terms.context, "inference_geo": terms.geo}
    return {name: text for name, text in terms_by_name.items() if text is not None}


def _tokens(counts: Mapping[str, int]) -> tuple[int, ...]:
    return tuple(counts.get(name, 0) for name in TOKEN_COUNTERS)

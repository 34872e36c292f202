"""One small organisation at each vendor, as its administration API tells it, and how it is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from graph.moment import read_day, read_moment, write_day
from graph.stores.base import Outcome, SourceState, Store
from loaders.base import Secret
from loaders.connectors import anthropic, openai
from loaders.connectors.anthropic.recognize import REPORTS as ANTHROPIC_REPORTS
from loaders.connectors.openai.recognize import REPORTS as OPENAI_REPORTS
from loaders.live.http import Clock, RetryPolicy
from loaders.live.sync import SyncOptions, sync
from tests.loaders.admin_api import KEY, AdminApi, anthropic_buckets, openai_buckets
from tests.loaders.cursor_api import FastClock

MORNING = "2026-11-20T06:00:00Z"
NEXT_MORNING = "2026-11-21T06:00:00Z"
DAYS = [write_day(day) for day in range(read_day("2026-11-15"), read_day("2026-11-20"))]
ADDED = 1_711_471_533


@dataclass(frozen=True)
class Case:
    """One vendor. `told_nano` sums the dollars that its own cost report tells."""

    name: str
    prefix: str
    make: Callable[[], AdminApi]
    config: Callable[..., Any]
    users: str
    members: str
    costs: str
    told_nano: Callable[[AdminApi], int]
    module: Any


def retry_policy(**terms: Any) -> RetryPolicy:
    return RetryPolicy(**{"max_attempts": 2, "initial_wait_s": 0.01, "max_wait_s": 5.0, "timeout_s": 0.3} | terms)


def run(
    case: Case, api: AdminApi, store: Store, at: str = MORNING, clock: FastClock | None = None, **terms: Any
) -> Outcome:
    """One sync of the organisation; `terms` are settings."""
    passing = clock or FastClock()
    settings = {"instance": "acme", "api_key": Secret(KEY), "base_url": api.base_url, "lookback_days": 5} | terms
    outcomes = sync(
        store,
        case.name,
        case.config(**settings),
        SyncOptions(retry_policy=retry_policy(), clock=Clock(passing.now_s, passing.sleep, lambda: read_moment(at))),
    )
    return outcomes[0]


def state(case: Case, store: Store) -> SourceState:
    return next(state for state in store.sources() if state.source == f"{case.name}:acme")


def money(store: Store) -> int:
    """All chargeable nano-dollars."""
    usage = store.read().usage
    return int(usage.cost[(usage.currency >= 0) & (usage.chargeable == 1)].sum())


def tokens(store: Store) -> int:
    """All tokens of every counter."""
    return int(store.read().usage.tokens.sum())


def openai_api() -> AdminApi:
    """Two users, one of two projects archived, a service account with a key; usage in each of the last five days."""
    owner = {"type": "service_account", "service_account": {"id": "svc_acct_x", "name": "x", "created_at": ADDED}}
    api = AdminApi(
        sign={"Authorization": f"Bearer {KEY}"},
        after="after",
        buckets=openai_buckets,
        reports=OPENAI_REPORTS,
        most_buckets={"/organization/usage/completions": 3, "/organization/costs": 3},
        most_per_page=1,
        lists={
            "/organization/users": [
                {"object": "organization.user", "id": id, "name": id, "email": f"{id}@acme.example", "added_at": ADDED}
                for id in ("user_ada", "user_bo")
            ],
            "/organization/projects": [
                {"id": "proj_a", "name": "A", "created_at": ADDED, "archived_at": None, "status": "active"},
                {"id": "proj_z", "name": "Z", "created_at": ADDED, "archived_at": ADDED, "status": "archived"},
            ],
            "/organization/projects/proj_a/users": [{"id": "user_ada", "role": "owner", "added_at": ADDED}],
            "/organization/projects/proj_a/service_accounts": [{"id": "svc_acct_x", "name": "x", "created_at": ADDED}],
            "/organization/projects/proj_a/api_keys": [
                {"id": "key_x", "redacted_value": "sk-a...x", "name": "x", "created_at": ADDED, "owner": owner}
            ],
            "/organization/admin_api_keys": [
                {"id": "key_adm", "redacted_value": "sk-admin...m", "created_at": ADDED, "owner": {"id": "user_ada"}}
            ],
        },
    )
    for place, day in enumerate(DAYS):
        who = {"project_id": "proj_a", "api_key_id": "key_x", "user_id": None, "model": "gpt-5"}
        used = {"input_tokens": 100 + place, "input_cached_tokens": 40, "output_tokens": 7, "num_model_requests": 2}
        api.rows["/organization/usage/completions", day] = [who | used]
        line = {"project_id": "proj_a", "api_key_id": "key_x", "line_item": "gpt-5, input"}
        api.rows["/organization/costs", day] = [
            line | {"amount": {"value": Decimal("0.25") + place, "currency": "usd"}},
            line | {"line_item": "web search tool calls", "amount": {"value": Decimal("0.5"), "currency": "usd"}},
        ]
    return api


def anthropic_api() -> AdminApi:
    """Two users, one of two workspaces archived, two keys; usage in each of the last five days."""
    root = "/v1/organizations"
    api = AdminApi(
        sign={"x-api-key": KEY, "anthropic-version": "2023-06-01"},
        after="after_id",
        buckets=anthropic_buckets,
        reports=ANTHROPIC_REPORTS,
        most_buckets=dict.fromkeys(ANTHROPIC_REPORTS, 3),
        most_per_page=1,
        lists={
            f"{root}/users": [
                {"id": id, "type": "user", "name": id, "email": f"{id}@acme.example", "role": "developer"}
                for id in ("user_ada", "user_bo")
            ],
            f"{root}/workspaces": [
                {"id": "wrkspc_a", "type": "workspace", "name": "A", "archived_at": None},
                {"id": "wrkspc_z", "type": "workspace", "name": "Z", "archived_at": "2026-01-01T00:00:00Z"},
            ],
            f"{root}/workspaces/wrkspc_a/members": [{"user_id": "user_ada", "workspace_id": "wrkspc_a"}],
            f"{root}/api_keys": [
                {
                    "id": id,
                    "type": "api_key",
                    "name": id,
                    "status": "active",
                    "created_at": "2026-01-05T10:00:00Z",
                    "created_by": {"id": "user_ada", "type": "user"},
                    "workspace_id": "wrkspc_a",
                    "partial_key_hint": "sk-ant-api03-R2D...igAA",
                }
                for id in ("apikey_1", "apikey_2")
            ],
        },
    )
    for place, day in enumerate(DAYS):
        terms = {"workspace_id": "wrkspc_a", "model": "claude-opus-5", "service_tier": "standard"}
        api.rows[f"{root}/usage_report/messages", day] = [
            terms | {"api_key_id": "apikey_1", "uncached_input_tokens": 10 + place, "output_tokens": 3},
            terms | {"api_key_id": "apikey_2", "uncached_input_tokens": 20, "output_tokens": 4},
        ]
        api.rows[f"{root}/cost_report", day] = [
            terms
            | {"amount": "100.01", "currency": "USD", "cost_type": "tokens", "token_type": "uncached_input_tokens"},
            {"workspace_id": "wrkspc_a", "amount": str(place), "currency": "USD", "cost_type": "code_execution"},
        ]
        code = {"customer_type": "subscription", "date": f"{day}T00:00:00Z"}
        model = {
            "model": "claude-opus-5",
            "tokens": {"input": 5, "output": 6},
            "estimated_cost": {"currency": "USD", "amount": 7},
        }
        api.rows[f"{root}/usage_report/claude_code", day] = [
            code | {"actor": {"email_address": f"user_{who}@acme.example"}, "model_breakdown": [model]}
            for who in ("ada", "bo", "ada", "bo")[: 2 if place else 4]
        ]
    # Lines that are alike but for their terminal are lines of their own.
    for (path, _), found in api.rows.items():
        if path.endswith("/claude_code"):
            for place, line in enumerate(found):
                line["terminal_type"] = f"terminal {place}"
    return api


def _openai_nano(api: AdminApi) -> int:
    rows = [row for (path, _), found in api.rows.items() if path == "/organization/costs" for row in found]
    return int(sum(Decimal(str(row["amount"]["value"])) for row in rows) * 10**9)


def _anthropic_nano(api: AdminApi) -> int:
    rows = [row for (path, _), found in api.rows.items() if path.endswith("/cost_report") for row in found]
    return int(sum(Decimal(row["amount"]) for row in rows) * 10**7)


CASES = (
    Case(
        "openai",
        "/v1",
        openai_api,
        openai.Config,
        "/organization/users",
        "/organization/projects/proj_a/users",
        "/organization/costs",
        _openai_nano,
        openai,
    ),
    Case(
        "anthropic",
        "",
        anthropic_api,
        anthropic.Config,
        "/v1/organizations/users",
        "/v1/organizations/workspaces/wrkspc_a/members",
        "/v1/organizations/cost_report",
        _anthropic_nano,
        anthropic,
    ),
)

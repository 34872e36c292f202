"""The service register, Cursor's own keys and invoices, the gateway's log, and a few decisions."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from examples.systems import anthropic, cursor, directory, github, openai, warehouse
from examples.systems.catalogue import BY_KEY
from examples.systems.cursor_events import CYCLES, events
from examples.world.calendar import DAYS, FIRST_DAY, LAST_DAY, NOW, observed, pulse
from examples.world.people import BY_LOGIN, MARRIED
from examples.world.records import Row, charge, edge, node, run, usage
from examples.world.spend import poisson

CURSOR = "Application:cursor/larkspur"
DANAS_KEY = "Credential:cursor/key_dito_changelog"
_SHARED_BY = ("maya.feldman", "soren.kjaer", "thabo.mokoena")

# account -> the team that answers for it, as the service register has it
_OWNERS = {
    "Account:aws/larkspur/backup-operator": "reliability",
    "Account:aws/larkspur/field-uploader": "field-labs",
    "Account:github/larkspur-ci-bot": "reliability",
    "Account:github/larkspur-fieldbot": "field-labs",
    anthropic.COPILOT: "insights",
    openai.FIELD_SERVICE: "field-labs",
    warehouse.role_id("MCP_GATEWAY", warehouse.SNOWFLAKE): "data-platform",
    warehouse.role_id("app_billing"): "billing",
    warehouse.role_id("app_records"): "records",
    warehouse.role_id("app_scheduling"): "scheduling",
    warehouse.role_id("breakglass"): "reliability",
    warehouse.role_id("dev", warehouse.STAGING): "scheduling",
    warehouse.role_id("fieldlabs_etl"): "field-labs",
    warehouse.role_id("loader"): "data-platform",
    warehouse.role_id("postgres"): "reliability",
    warehouse.role_id("reporting_ro"): "data-platform",
    warehouse.role_id("support_ro"): "clinic-success",
}


def register(day: date) -> Iterator[Row]:
    """Who answers for what, and who shares a service account. Nobody ever entered `legacy_import`."""
    yield run("register:services", observed(day), ("ANSWERS_FOR", "HAS_ACCOUNT"))
    for account, team in _OWNERS.items():
        yield edge("ANSWERS_FOR", f"Group:hr/team-{team}", account, evidence="service register")
    for login in _SHARED_BY:
        yield edge("HAS_ACCOUNT", BY_LOGIN[login].hr_id, openai.SHARED, evidence="listed as a user of insights-batch")


def keys(day: date) -> Iterator[Row]:
    """The page of user API keys in Cursor's dashboard, which its API does not answer."""
    yield run("cursor-keys:larkspur", observed(day), ("Credential", "HAS_CREDENTIAL", "RUNS_AS"))
    owner = cursor.account_id("dana.ito")
    yield node(
        DANAS_KEY,
        "changelog (Dana)",
        type="api_key",
        status="active",
        created_at="2026-04-22T11:05:00Z",
        last_used_at=f"{LAST_DAY}T05:08:00Z" if day == NOW else None,
        hint="crsr_...d17c",
    )
    yield edge("HAS_CREDENTIAL", owner, DANAS_KEY, since="2026-04-22", evidence="user API key")
    yield edge("RUNS_AS", DANAS_KEY, owner, since="2026-04-22", evidence="user API key")


def invoices() -> Iterator[Row]:
    """What Cursor charged for the two cycles that ended."""
    days = (FIRST_DAY, LAST_DAY)
    yield run("invoices:cursor", observed(NOW), charges=days)
    for first, end, seats in ((CYCLES[0], date(2026, 9, 22), 42), (CYCLES[1], date(2026, 10, 22), 43)):
        spent = sum((Decimal(str(e.cents)) for e in events() if e.chargeable and first <= e.day <= end), Decimal(0))
        billed = (spent / 100 + Decimal("3.29")).quantize(Decimal("0.01"))
        yield charge(CURSOR, (first, end), "usage", billed, "On-demand usage")
        yield charge(CURSOR, (first, end), "seat", Decimal(40 * seats), f"{seats} seats")
        tax = ((billed + 40 * seats) * Decimal("0.0825")).quantize(Decimal("0.01"))
        yield charge(CURSOR, (first, end), "tax", tax, "Sales tax")


def gateway() -> Iterator[Row]:
    """The log of mcp.larkspur.example: which account called which tool, and what the servers read for them."""
    yield run("gateway:mcp", observed(NOW), usage=(FIRST_DAY, LAST_DAY))
    rng = random.Random("larkspur gateway")
    host = "https://mcp.larkspur.example"
    callers = (
        (anthropic.account_id("maya.feldman"), "warehouse", "query", 6.0),
        (anthropic.account_id("viktor.halasz"), "warehouse", "query", 3.0),
        (anthropic.account_id("imogen.blackwood"), "crm", "find_clinic", 4.0),
        (anthropic.account_id("imogen.blackwood"), "crm", "update_clinic", 1.0),
        (anthropic.account_id("marcus.oyelaran"), "wiki", "search", 1.2),
        (openai.OUTSIDER, "warehouse", "query", 1.5),
    )
    for day in DAYS:
        read: dict[str, int] = {}
        for caller, name, tool, rate in callers:
            present = caller != openai.OUTSIDER or day >= openai.OUTSIDER_CAME
            gone = caller == anthropic.account_id("marcus.oyelaran") and not BY_LOGIN["marcus.oyelaran"].works(day)
            count = poisson(rng, rate * pulse(day)) if present and not gone else 0
            if count:
                yield usage(caller, BY_KEY[f"{host}/{name}"].tool(tool), day, count)
                read[name] = read.get(name, 0) + count
        for name, data, share in (
            ("warehouse", "snowflake/lk71/LARKSPUR/ANALYTICS.CLINIC_REVENUE", 0.6),
            ("warehouse", "snowflake/lk71/LARKSPUR/ANALYTICS.USAGE_DAILY", 0.4),
            ("crm", "crm/larkspur", 1.0),
        ):
            if round(read.get(name, 0) * share):
                server = BY_KEY[f"{host}/{name}"].id
                yield usage(server, f"DataSource:{data}", day, round(read[name] * share))


def decisions() -> Iterator[Row]:
    """What people decided, once and for all."""
    yield {
        "record": "decision",
        "kind": "link",
        "ids": [BY_LOGIN[MARRIED].hr_id, f"Identity:scim/id.larkspur.example/{directory.user_id(MARRIED)}"],
        "by": "miriam.goldberg@larkspur.example",
        "at": "2026-09-02T08:30:00Z",
        "why": "Amara Nwosu is Amara Lindqvist since she married",
    }
    yield {
        "record": "decision",
        "kind": "budget",
        "ids": ["Group:hr/team-insights"],
        "value": "team 3500.000000000 USD monthly",
        "by": "miriam.goldberg@larkspur.example",
        "at": "2026-10-01T09:00:00Z",
        "why": "what Insights may spend a month",
    }
    yield {
        "record": "decision",
        "kind": "owner",
        "ids": ["Account:cursor/sa_7c10e4", BY_LOGIN["carmen.iglesias"].hr_id],
        "by": "astrid.vang@larkspur.example",
        "at": "2026-11-18T13:20:00Z",
        "why": "the nightly upgrades are hers",
    }
    yield {
        "record": "decision",
        "kind": "sensitivity",
        "ids": [github.repo_id("field-recordings")],
        "value": "restricted",
        "by": "astrid.vang@larkspur.example",
        "at": "2026-11-18T13:25:00Z",
        "why": "voices of pet owners are in the recordings",
    }

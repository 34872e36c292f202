"""Larkspur's Anthropic organisation: accounts, workspaces, API keys, daily usage and cost, invoices."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from examples.systems.catalogue import REMOTE
from examples.world.calendar import DAYS, FIRST_DAY, LAST_DAY, NOW, observed, pulse
from examples.world.people import PEOPLE, Person, key, short
from examples.world.records import Row, charge, edge, node, run, usage
from examples.world.spend import AGENT, BATCH, cost_of, heavy, requests_of, tokens_of

APP = "Application:anthropic/larkspur"
SCOPES = ("Application", "Account", "Group", "Credential", "ACCOUNT_IN", "MEMBER_OF", "HAS_CREDENTIAL", "RUNS_AS")
MODELS = ("claude-4.5-haiku", "claude-4.5-opus", "claude-4.5-sonnet")
ENGINEERING, INSIGHTS, GENERAL, PRODUCTION = (
    "wrkspc_engineering",
    "wrkspc_insights",
    "wrkspc_general",
    "wrkspc_production",
)

_WORKSPACES = {ENGINEERING: "Engineering", INSIGHTS: "Insights", GENERAL: "Everyone else", PRODUCTION: "Production"}
_CONNECTORS = {ENGINEERING: ("wiki", "tickets"), INSIGHTS: ("warehouse", "wiki"), GENERAL: ("wiki", "crm")}
_DATA_TEAMS = ("data-platform", "insights")
_BUILDERS = ("billing", "field-labs", "mobile", "records", "reliability", "scheduling", "security")

COPILOT = "Account:anthropic/svac_support_copilot"
COPILOT_KEY = "Credential:anthropic/apikey_support_copilot"
MARCUS_KEY = "Credential:anthropic/apikey_records_summary"
EXPIRED_KEY, EXPIRY = "Credential:anthropic/apikey_pipeline_tests", date(2026, 10, 31)
# Nobody removed Marcus; the others were removed with their single sign-on.
_STAYED = ("marcus.oyelaran",)


def account_id(login: str) -> str:
    """Someone's account."""
    return f"Account:anthropic/{key('user_', short(login))}"


def workspace_of(person: Person, day: date) -> str:
    """The workspace someone works in."""
    team = person.team(day)
    return INSIGHTS if team in _DATA_TEAMS else ENGINEERING if team in _BUILDERS else GENERAL


def export(day: date) -> Iterator[Row]:
    """The run of one morning; the last one carries the usage and the invoices of the window."""
    days = (FIRST_DAY, LAST_DAY)
    more = {"usage": days, "charges": days} if day == NOW else {}
    yield run("anthropic:larkspur", observed(day), (*SCOPES, "CAN_ACCESS", "CAN_USE", "CONNECTS_TO"), **more)
    yield node(APP, "Claude (Larkspur)", vendor="Anthropic", approval="approved", status="active")
    for model in MODELS:
        yield node(f"Model:anthropic/{model}", model, provider="anthropic", family="claude")
        yield edge("CAN_USE", APP, f"Model:anthropic/{model}")
    for workspace, name in _WORKSPACES.items():
        yield node(f"Group:anthropic/{workspace}", f"Claude: {name}", type="workspace")
        for server in _CONNECTORS.get(workspace, ()):
            yield edge("CONNECTS_TO", f"Group:anthropic/{workspace}", REMOTE[server], evidence="connector of workspace")
    yield from _accounts(day)
    yield from _keys(day)
    if day == NOW:
        rows = list(_usage())
        yield from rows
        yield from _charges(rows)


def _accounts(day: date) -> Iterator[Row]:
    for person in PEOPLE:
        if not person.claude or person.hired > day or not (person.works(day) or person.login in _STAYED):
            continue
        role = "admin" if person.login in ("tomas.arrieta", "soren.kjaer") else "developer"
        account = account_id(person.login)
        yield node(account, person.name, status="active", managed="yes", email=person.email, role=role)
        yield edge("ACCOUNT_IN", account, APP)
        yield edge("MEMBER_OF", account, f"Group:anthropic/{workspace_of(person, day)}")
    yield node(COPILOT, "support-copilot", status="active", role="service_account")
    yield edge("ACCOUNT_IN", COPILOT, APP)
    yield edge("MEMBER_OF", COPILOT, f"Group:anthropic/{PRODUCTION}")
    yield edge("CAN_ACCESS", COPILOT, "DataSource:tickets/larkspur", "READ", evidence="retrieval of similar tickets")


def _keys(day: date) -> Iterator[Row]:
    for credential, name, owner, created, expires, hint in (
        (COPILOT_KEY, "support-copilot prod", COPILOT, "2025-11-03", None, "...q7AA"),
        (MARCUS_KEY, "records summary (Marcus)", account_id("marcus.oyelaran"), "2026-03-18", None, "...u2QA"),
        (EXPIRED_KEY, "pipeline tests", account_id("bram.dewit"), "2026-05-04", EXPIRY, "...9cAA"),
    ):
        yield node(
            credential,
            name,
            type="api_key",
            status="active",
            created_at=f"{created}T09:00:00Z",
            last_used_at=None if day != NOW else f"{EXPIRY if expires else LAST_DAY}T05:00:00Z",
            expires_at=f"{expires}T00:00:00Z" if expires else None,
            hint=hint,
        )
        yield edge("HAS_CREDENTIAL", owner, credential, since=created, evidence="created_by")
        yield edge("RUNS_AS", credential, owner, since=created, evidence="principal")


def _usage() -> Iterator[Row]:
    rng = random.Random("larkspur anthropic")
    for day in DAYS:
        for person in PEOPLE:
            leaves = person.left is not None and day > person.left
            if not person.claude or day < person.hired or leaves:
                continue
            if rng.random() < (0.14 + 0.085 * person.claude) * min(1.0, pulse(day)):
                dollars = heavy(rng, 1.45 * person.claude**1.45 * min(1.2, pulse(day)))
                model = rng.choices(MODELS, (1, 2 + person.claude // 3, 8))[0]
                yield _row(rng, day, (account_id(person.login), workspace_of(person, day)), model, dollars)
        weekend = 0.55 if day.weekday() >= 5 else 1.0
        yield _row(rng, day, (COPILOT_KEY, PRODUCTION), "claude-4.5-sonnet", heavy(rng, 46 * weekend, 0.2))
        yield _row(rng, day, (COPILOT_KEY, PRODUCTION), "claude-4.5-haiku", heavy(rng, 9 * weekend, 0.2))
        yield _row(rng, day, (MARCUS_KEY, ENGINEERING), "claude-4.5-sonnet", heavy(rng, 31, 0.15), BATCH)
        if day < EXPIRY and day.weekday() < 5:
            yield _row(rng, day, (EXPIRED_KEY, INSIGHTS), "claude-4.5-haiku", heavy(rng, 1.5, 0.4))


def _row(
    rng: random.Random, day: date, who: tuple[str, str], model: str, dollars: float, mix: tuple[float, ...] = AGENT
) -> Row:
    """A usage row; `who` is a principal and a workspace."""
    principal, workspace = who
    tokens = tokens_of(rng, model, dollars, mix)
    return usage(
        principal,
        f"Model:anthropic/{model}",
        day,
        requests_of(rng, tokens),
        application=APP,
        workspace=f"Group:anthropic/{workspace}",
        tokens=tokens,
        cost=cost_of(model, tokens),
    )


def _charges(rows: list[Row]) -> Iterator[Row]:
    """September and October are invoiced; November is still running."""
    for month, last, seats, variance, credit in ((9, 30, 42, "18.42", None), (10, 31, 43, "-6.15", "-750.00")):
        period = (date(2026, month, 1), date(2026, month, last))
        used = sum(
            (Decimal(r["cost"]["amount"]) for r in rows if str(period[0]) <= r["day"] <= str(period[1])), Decimal(0)
        )
        billed = (used + Decimal(variance)).quantize(Decimal("0.01"))
        name = period[0].strftime("%B %Y")
        yield charge(APP, period, "usage", billed, f"API and Claude Code usage, {name}")
        yield charge(APP, period, "seat", Decimal(25 * seats), f"{seats} Team seats, {name}")
        tax = ((billed + 25 * seats) * Decimal("0.0825")).quantize(Decimal("0.01"))
        yield charge(APP, period, "tax", tax, f"Sales tax, {name}")
        if credit:
            yield charge(APP, period, "credit", Decimal(credit), "Credit for the incident of 2026-10-08")

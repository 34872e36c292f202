"""Larkspur's OpenAI organisation: users, projects, service accounts, keys, daily usage, invoices."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from examples.systems.catalogue import REMOTE
from examples.world.calendar import AUTUMN, DAYS, FIRST_DAY, LAST_DAY, NOW, observed, pulse
from examples.world.people import PEOPLE, key, short
from examples.world.records import Row, charge, edge, node, run, usage
from examples.world.spend import AGENT_NO_WRITES, BATCH, EMBEDDING, cost_of, heavy, requests_of, tokens_of

APP = "Application:openai/larkspur"
SCOPES = ("Application", "Account", "Group", "Credential", "ACCOUNT_IN", "MEMBER_OF", "HAS_CREDENTIAL", "RUNS_AS")
_FAMILIES = {"gpt-5": "gpt", "gpt-5-mini": "gpt", "text-embedding-3-large": "text-embedding"}
SEARCH, RESEARCH, PROTOTYPE, FIELD = "proj_clinic_search", "proj_insights", "proj_prototype", "proj_field_labs"
_PROJECTS = {SEARCH: "Clinic search", RESEARCH: "Insights", PROTOTYPE: "Prototype", FIELD: "Field Labs"}
_CONNECTORS = {SEARCH: ("wiki",), RESEARCH: ("warehouse",), PROTOTYPE: ("notewhale", "warehouse")}

SHARED = "Account:openai/svc_insights_batch"
FIELD_SERVICE = "Account:openai/svc_field_labs"
IMPORTER = "Account:openai/svc_importer"
SHARED_KEY = "Credential:openai/key_insights_batch"
FIELD_KEY = "Credential:openai/key_field_labs"
UNOWNED_KEY = "Credential:openai/key_legacy_importer"
OUTSIDER, OUTSIDER_EMAIL, OUTSIDER_CAME = (
    "Account:openai/user_jpell_c01a77",
    "jonah.pell@quickmail.example",
    date(2026, 10, 8),
)
NOBODY, NOBODY_EMAIL = "Account:openai/user_demoroom_5be0d2", "demo-room@larkspur.example"
_SERVICES = ((SHARED, "insights-batch", RESEARCH), (FIELD_SERVICE, "field-labs", FIELD), (IMPORTER, "importer", SEARCH))


def account_id(login: str) -> str:
    """Someone's account."""
    return f"Account:openai/{key('user_', short(login))}"


def _project_of(team: str) -> str:
    return RESEARCH if team in ("insights", "data-platform") else PROTOTYPE


def export(day: date) -> Iterator[Row]:
    """The run of one morning; the last one carries the usage and the invoices of the window."""
    days = (FIRST_DAY, LAST_DAY)
    more = {"usage": days, "charges": days} if day == NOW else {}
    yield run("openai:larkspur", observed(day), (*SCOPES, "CAN_ACCESS", "CAN_USE", "CONNECTS_TO"), **more)
    yield node(APP, "OpenAI (Larkspur)", vendor="OpenAI", approval="approved", status="active")
    for model, family in _FAMILIES.items():
        yield node(f"Model:openai/{model}", model, provider="openai", family=family)
        yield edge("CAN_USE", APP, f"Model:openai/{model}")
    for project, name in _PROJECTS.items():
        yield node(f"Group:openai/{project}", f"OpenAI: {name}", type="project")
        for server in _CONNECTORS.get(project, ()):
            yield edge("CONNECTS_TO", f"Group:openai/{project}", REMOTE[server], evidence="connector of project")
    evidence = "vector store synchronised from the bucket"
    yield edge(
        "CAN_ACCESS", f"Group:openai/{FIELD}", "DataSource:s3/larkspur-field-recordings", "WRITE", evidence=evidence
    )
    yield from _accounts(day)
    yield from _keys(day)
    if day == NOW:
        rows = list(_usage())
        yield from rows
        yield from _charges(rows)


def _accounts(day: date) -> Iterator[Row]:
    for person in PEOPLE:
        if person.openai and person.works(day):
            yield from _user(account_id(person.login), person.name, person.email, "yes", _project_of(person.team(day)))
    yield from _user(NOBODY, "Demo Room", NOBODY_EMAIL, "unknown", SEARCH)
    if day >= AUTUMN:
        yield from _user(OUTSIDER, "Jonah Pell", OUTSIDER_EMAIL, "no", PROTOTYPE)
    for account, name, project in _SERVICES:
        yield node(account, name, status="active", role="service_account")
        yield edge("ACCOUNT_IN", account, APP)
        yield edge("MEMBER_OF", account, f"Group:openai/{project}")


def _user(account: str, name: str, email: str, managed: str, project: str) -> Iterator[Row]:
    yield node(account, name, status="active", managed=managed, email=email, role="reader")
    yield edge("ACCOUNT_IN", account, APP)
    yield edge("MEMBER_OF", account, f"Group:openai/{project}")


def _keys(day: date) -> Iterator[Row]:
    for credential, name, account, holder in (
        (SHARED_KEY, "insights batch", SHARED, SHARED),
        (FIELD_KEY, "field labs", FIELD_SERVICE, FIELD_SERVICE),
        (UNOWNED_KEY, "importer (old)", IMPORTER, None),
    ):
        yield node(
            credential,
            name,
            type="api_key",
            status="active",
            created_at="2024-11-12T10:00:00Z",
            last_used_at=f"{LAST_DAY}T04:30:00Z" if day == NOW else None,
            hint=f"sk-svc...{credential[-3:]}",
        )
        if holder is not None:
            yield edge("HAS_CREDENTIAL", holder, credential, evidence="owner of the key")
        yield edge("RUNS_AS", credential, account, evidence="service account of the key")


def _usage() -> Iterator[Row]:
    rng = random.Random("larkspur openai")
    for day in DAYS:
        for person in PEOPLE:
            if (
                person.openai
                and person.works(day)
                and rng.random() < (0.2 + 0.08 * person.openai) * min(1.0, pulse(day))
            ):
                model = rng.choices(("gpt-5", "gpt-5-mini"), (7, 3))[0]
                dollars = heavy(rng, 0.6 * person.openai**1.5)
                yield _row(rng, day, (account_id(person.login), _project_of(person.team(day))), model, dollars)
        busy = 0.1 if day.weekday() >= 5 else 1.0
        yield _row(rng, day, (SHARED_KEY, RESEARCH), "gpt-5", heavy(rng, 58 * busy, 0.5), BATCH)
        yield _row(rng, day, (SHARED_KEY, RESEARCH), "text-embedding-3-large", heavy(rng, 3 * busy, 0.4), EMBEDDING)
        yield _row(rng, day, (FIELD_KEY, FIELD), "gpt-5-mini", heavy(rng, 6.5, 0.2), BATCH)
        if day.weekday() == 0:
            yield _row(rng, day, (UNOWNED_KEY, SEARCH), "gpt-5-mini", heavy(rng, 2.4, 0.3), BATCH)
        if day >= OUTSIDER_CAME and rng.random() < 0.6 * min(1.0, pulse(day)):
            yield _row(rng, day, (OUTSIDER, PROTOTYPE), "gpt-5", heavy(rng, 7))
        if rng.random() < 0.15 * pulse(day):
            yield _row(rng, day, (NOBODY, SEARCH), "gpt-5-mini", heavy(rng, 0.8))


def _row(
    rng: random.Random,
    day: date,
    who: tuple[str, str],
    model: str,
    dollars: float,
    mix: tuple[float, ...] = AGENT_NO_WRITES,
) -> Row:
    """A usage row; `who` is a principal and a project."""
    principal, project = who
    tokens = tokens_of(rng, model, dollars, mix)
    requests = requests_of(rng, tokens)
    cost = cost_of(model, tokens)
    if mix is not EMBEDDING:
        tokens["reasoning"] = tokens["output"] * 3 // 10  # thought, and part of output
    return usage(
        principal,
        f"Model:openai/{model}",
        day,
        requests,
        application=APP,
        workspace=f"Group:openai/{project}",
        tokens=tokens,
        cost=cost,
    )


def _charges(rows: list[Row]) -> Iterator[Row]:
    """OpenAI bills by the month, without seats."""
    for month, last, variance in ((9, 30, "4.07"), (10, 31, "2.88")):
        period = (date(2026, month, 1), date(2026, month, last))
        used = sum(
            (Decimal(r["cost"]["amount"]) for r in rows if str(period[0]) <= r["day"] <= str(period[1])), Decimal(0)
        )
        billed = (used + Decimal(variance)).quantize(Decimal("0.01"))
        name = period[0].strftime("%B %Y")
        yield charge(APP, period, "usage", billed, f"API usage, {name}")
        tax = (billed * Decimal("0.0825")).quantize(Decimal("0.01"))
        yield charge(APP, period, "tax", tax, f"Sales tax, {name}")

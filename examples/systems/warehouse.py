"""The databases: PostgreSQL in production and staging, Snowflake, their roles and grants."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from examples.world.calendar import SUMMER, observed
from examples.world.people import BY_LOGIN
from examples.world.records import Row, edge, node, run

PROD, STAGING, SNOWFLAKE = "postgres/prod", "postgres/staging", "snowflake/lk71"
HOST, STAGING_HOST = "db.larkspur.example:5432", "db-staging.larkspur.example:5432"
SCOPES = ("Account", "Group", "DataSource", "MEMBER_OF", "CAN_ACCESS", "CONTAINS")

# table -> sensitivity; the database itself is confidential
TABLES = {
    "public.appointments": "internal",
    "public.pet_owners": "restricted",
    "billing.cards": "restricted",
    "billing.invoices": "confidential",
    "records.visits": None,
    "records.prescriptions": "restricted",
}
VIEWS = {
    "ANALYTICS.CLINIC_REVENUE": "confidential",
    "ANALYTICS.USAGE_DAILY": "internal",
    "ANALYTICS.CHURN_SCORES": None,
}

# role -> who can log in as it; a superuser may do everything to the database
SUPERUSERS = ("postgres", "breakglass")
# login role -> (group roles, email of its one person)
_ROLES: dict[str, tuple[tuple[str, ...], str | None]] = {
    "app_billing": (("billing_rw",), None),
    "app_records": (("records_rw",), None),
    "app_scheduling": (("scheduling_rw",), None),
    "breakglass": ((), None),
    "fieldlabs_etl": (("records_ro",), None),
    "legacy_import": (("scheduling_rw",), None),
    "loader": (("everything_ro",), None),
    "mei_lindgren": (("scheduling_ro",), "mei.lindgren"),
    "postgres": ((), None),
    "reporting_ro": (("everything_ro",), None),
    "support_ro": (("scheduling_ro",), None),
    "yusuf_demir": (("everything_ro",), "yusuf.demir"),
}
# group role -> table -> what it may do
_GRANTS: dict[str, dict[str, str]] = {
    "billing_rw": {"billing.cards": "WRITE", "billing.invoices": "WRITE", "public.pet_owners": "READ"},
    "everything_ro": {table: "READ" for table in TABLES if table != "billing.cards"},
    "records_ro": {"records.visits": "READ"},
    "records_rw": {"records.visits": "WRITE", "records.prescriptions": "WRITE", "public.pet_owners": "READ"},
    "scheduling_ro": {"public.appointments": "READ"},
    "scheduling_rw": {"public.appointments": "WRITE", "public.pet_owners": "WRITE"},
}
_ANALYSTS = ("soren.kjaer", "maya.feldman", "thabo.mokoena", "viktor.halasz")
_LOADERS = ("farah.azimi", "bram.dewit", "leilani.kealoha", "anders.nyqvist")
_READERS = ("anouk.delacroix", "olivia.marchbanks", "ravi.subramanian")


def role_id(role: str, instance: str = PROD) -> str:
    """The account of a login role."""
    return f"Account:{instance}/{role}"


def database_id(instance: str = PROD) -> str:
    """The data source of an instance's one database."""
    return f"DataSource:{instance}/{_DATABASE[instance]}"


_DATABASE = {PROD: "larkspur", STAGING: "larkspur", SNOWFLAKE: "LARKSPUR"}


def table_id(table: str, instance: str = PROD) -> str:
    """The data source of a table or view."""
    return f"{database_id(instance)}/{table}"


def export(day: date) -> Iterator[Row]:
    """Three runs, one per instance."""
    yield from _production(day)
    yield from _staging(day)
    yield from _snowflake(day)


def _production(day: date) -> Iterator[Row]:
    yield run("postgres:prod", observed(day), SCOPES, aliases={f"postgres/{HOST}": PROD})
    yield node(database_id(), "larkspur (production)", type="database", sensitivity="confidential")
    for table, sensitivity in TABLES.items():
        yield node(table_id(table), table, type="table", sensitivity=sensitivity)
        yield edge("CONTAINS", database_id(), table_id(table))
    for role, (memberships, login) in _ROLES.items():
        email = BY_LOGIN[login].email if login else None
        yield node(role_id(role), role, status="active", managed="yes" if login else "unknown", email=email)
        for group in memberships:
            yield edge("MEMBER_OF", role_id(role), f"Group:{PROD}/{group}", evidence=f"GRANT {group} TO {role}")
    for role in SUPERUSERS:
        yield edge("CAN_ACCESS", role_id(role), database_id(), "ADMIN", evidence="rolsuper")
    for group, grants in _GRANTS.items():
        yield node(f"Group:{PROD}/{group}", group, type="role")
        for table, permission in grants.items():
            evidence = f"GRANT {'SELECT' if permission == 'READ' else 'ALL'} ON {table} TO {group}"
            yield edge("CAN_ACCESS", f"Group:{PROD}/{group}", table_id(table), permission, evidence=evidence)
    if day == SUMMER:  # tidied up before the next export
        evidence = "GRANT SELECT ON billing.invoices TO support_ro"
        yield edge("CAN_ACCESS", role_id("support_ro"), table_id("billing.invoices"), "READ", evidence=evidence)


def _staging(day: date) -> Iterator[Row]:
    yield run("postgres:staging", observed(day), SCOPES, aliases={f"postgres/{STAGING_HOST}": STAGING})
    yield node(database_id(STAGING), "larkspur (staging, invented animals)", type="database", sensitivity="internal")
    yield node(role_id("dev", STAGING), "dev", status="active")
    yield edge("CAN_ACCESS", role_id("dev", STAGING), database_id(STAGING), "ADMIN", evidence="owner of the database")


def _snowflake(day: date) -> Iterator[Row]:
    yield run("snowflake:lk71", observed(day), SCOPES)
    yield node(database_id(SNOWFLAKE), "LARKSPUR", type="database", sensitivity="confidential")
    for view, sensitivity in VIEWS.items():
        yield node(table_id(view, SNOWFLAKE), view, type="view", sensitivity=sensitivity)
        yield edge("CONTAINS", database_id(SNOWFLAKE), table_id(view, SNOWFLAKE))
    for role in ("ANALYST", "LOADER", "REPORT_READER"):
        yield node(f"Group:{SNOWFLAKE}/{role}", role, type="role")
    # LOADER inherits ANALYST: in Snowflake the wider role is a member of the narrower one.
    yield edge("MEMBER_OF", f"Group:{SNOWFLAKE}/LOADER", f"Group:{SNOWFLAKE}/ANALYST", evidence="GRANT ROLE")
    yield edge("CAN_ACCESS", f"Group:{SNOWFLAKE}/ANALYST", database_id(SNOWFLAKE), "READ", evidence="IMPORTED SELECT")
    yield edge("CAN_ACCESS", f"Group:{SNOWFLAKE}/LOADER", database_id(SNOWFLAKE), "WRITE", evidence="OWNERSHIP")
    for view in ("ANALYTICS.CLINIC_REVENUE", "ANALYTICS.USAGE_DAILY"):
        yield edge("CAN_ACCESS", f"Group:{SNOWFLAKE}/REPORT_READER", table_id(view, SNOWFLAKE), "READ")
    analysts = (*_ANALYSTS, "noor.haddad") if day > SUMMER else _ANALYSTS
    for role, logins in (("ANALYST", analysts), ("LOADER", _LOADERS), ("REPORT_READER", _READERS)):
        for login in logins:
            user = role_id(login.upper().replace(".", "_"), SNOWFLAKE)
            yield node(user, BY_LOGIN[login].name, status="active", managed="yes", email=BY_LOGIN[login].email)
            yield edge("MEMBER_OF", user, f"Group:{SNOWFLAKE}/{role}", evidence=f"GRANT ROLE {role}")
    gateway = role_id("MCP_GATEWAY", SNOWFLAKE)
    yield node(gateway, "MCP_GATEWAY", status="active")
    yield edge("MEMBER_OF", gateway, f"Group:{SNOWFLAKE}/ANALYST", evidence="GRANT ROLE ANALYST")

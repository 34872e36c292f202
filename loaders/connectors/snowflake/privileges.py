"""This file knows what Snowflake's privileges let their holder do with data, per kind of object."""

from __future__ import annotations

from graph.ontology import Permission

ACCOUNT, DATABASE, SCHEMA = "ACCOUNT", "DATABASE", "SCHEMA"
ROLES = frozenset({"ROLE", "DATABASE ROLE"})

# Whoever holds these administers the account, whatever else is granted.
ADMIN_ROLES = {"ACCOUNTADMIN": "ACCOUNTADMIN manages the account", "SECURITYADMIN": "SECURITYADMIN manages all grants"}

UNMAPPED = "unmapped privilege, counted as WRITE"
UNMAPPED_KIND = "unmapped kind of object"

_DATA = frozenset(
    {
        "TABLE",
        "VIEW",
        "MATERIALIZED VIEW",
        "EXTERNAL TABLE",
        "DYNAMIC TABLE",
        "EVENT TABLE",
        "HYBRID TABLE",
        "ICEBERG TABLE",
        "SEMANTIC VIEW",
        "STAGE",
        "STREAM",
    }
)
# They stand in a schema and hold no data of their own; what runs with its owner's rights is told by nothing here.
_NO_DATA = frozenset(
    {
        "AGGREGATION POLICY",
        "ALERT",
        "AUTHENTICATION POLICY",
        "CONTACT",
        "CORTEX SEARCH SERVICE",
        "DATA METRIC FUNCTION",
        "DATASET",
        "FILE FORMAT",
        "FUNCTION",
        "GIT REPOSITORY",
        "IMAGE REPOSITORY",
        "INSTANCE",
        "JOIN POLICY",
        "MASKING POLICY",
        "MODEL",
        "NETWORK RULE",
        "NOTEBOOK",
        "PACKAGES POLICY",
        "PASSWORD POLICY",
        "PIPE",
        "PRIVACY POLICY",
        "PROCEDURE",
        "PROJECTION POLICY",
        "ROW ACCESS POLICY",
        "SECRET",
        "SEQUENCE",
        "SERVICE",
        "SESSION POLICY",
        "SNAPSHOT",
        "STREAMLIT",
        "TAG",
        "TASK",
    }
)
# They stand in no schema. What is not here and nobody knows is said in the run's reasons.
NO_SCHEMA = frozenset(
    {
        "APPLICATION",
        "APPLICATION PACKAGE",
        "COMPUTE POOL",
        "CONNECTION",
        "EXTERNAL VOLUME",
        "FAILOVER GROUP",
        "INTEGRATION",
        "NETWORK POLICY",
        "REPLICATION GROUP",
        "RESOURCE MONITOR",
        "SHARE",
        "USER",
        "WAREHOUSE",
    }
)
_ON_DATA = {
    "SELECT": Permission.READ,
    "READ": Permission.READ,
    "INSERT": Permission.WRITE,
    "UPDATE": Permission.WRITE,
    "DELETE": Permission.WRITE,
    "TRUNCATE": Permission.WRITE,
    "WRITE": Permission.WRITE,
    "OPERATE": Permission.WRITE,
    "REBUILD": Permission.WRITE,
    "EVOLVE SCHEMA": Permission.WRITE,
    "REFERENCES": Permission.DISCOVER,
    "MONITOR": Permission.DISCOVER,
    "APPLYBUDGET": Permission.DISCOVER,
    "OWNERSHIP": Permission.ADMIN,
}
_OPENING = frozenset({"USAGE", "MONITOR", "MODIFY", "REFERENCE USAGE", "APPLYBUDGET", "ADD SEARCH OPTIMIZATION"})
_ON_ACCOUNT = frozenset(
    {
        "ATTACH POLICY",
        "AUDIT",
        "BIND SERVICE ENDPOINT",
        "CANCEL QUERY",
        "OVERRIDE SHARE RESTRICTIONS",
        "PURCHASE DATA EXCHANGE LISTING",
        "READ SESSION",
        "RESOLVE ALL",
        "VIEW LINEAGE",
        "MANAGE WAREHOUSES",
        "MANAGE USER SUPPORT CASES",
        "MANAGE ACCOUNT SUPPORT CASES",
        "MANAGE ORGANIZATION SUPPORT CASES",
        "MANAGE EVENT SHARING",
        "MANAGE LISTING AUTO FULFILLMENT",
        "MANAGE SHARE TARGET",
    }
)
_ACCOUNT_VERBS = ("CREATE ", "APPLY ", "EXECUTE ", "MONITOR", "IMPORT ", "MODIFY ")


def is_data(kind: str) -> bool | None:
    """Whether this kind of object holds data; None for one that nobody here knows."""
    return True if kind in _DATA else False if kind in _NO_DATA else None


def word(text: str) -> str:
    """A privilege or kind of object as the tables write it; some answers write underscores."""
    return " ".join(text.upper().replace("_", " ").split())


def permission(kind: str, privilege: str, with_option: bool) -> tuple[Permission | None, str]:
    """What a privilege on a kind of object permits, and a remark for the evidence.

    None: no data is reached by it, as by USAGE, which opens a database and passes nothing on.
    """
    if kind == ACCOUNT:
        return _on_account(privilege)
    if kind in (DATABASE, SCHEMA):
        return _on_container(privilege)
    found = _ON_DATA.get(privilege)
    if privilege == "USAGE" and kind == "STAGE":
        found = Permission.WRITE  # whoever may use an external stage may read and write it
    if is_data(kind) is None:
        return max(found or Permission.WRITE, Permission.WRITE), UNMAPPED_KIND
    if found is None:
        return Permission.ADMIN if with_option else Permission.WRITE, UNMAPPED
    return (Permission.ADMIN, "with grant option") if with_option else (found, "")


def _on_account(privilege: str) -> tuple[Permission | None, str]:
    if privilege in ("MANAGE GRANTS", "OWNERSHIP"):
        return Permission.ADMIN, ""
    if privilege == "IMPORTED PRIVILEGES":
        return Permission.READ, "of which database is not told"
    if privilege in _ON_ACCOUNT or privilege.startswith(_ACCOUNT_VERBS):
        return None, ""
    return Permission.WRITE, UNMAPPED


def _on_container(privilege: str) -> tuple[Permission | None, str]:
    if privilege == "OWNERSHIP":
        return Permission.ADMIN, "over-approximated for what others own in it"
    if privilege == "IMPORTED PRIVILEGES":
        return Permission.READ, ""
    if privilege in _OPENING or privilege.startswith("CREATE "):
        return None, ""
    return Permission.WRITE, UNMAPPED

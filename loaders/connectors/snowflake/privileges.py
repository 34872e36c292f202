"""Snowflake privileges: what each permits on data, per kind of securable object."""

from __future__ import annotations

from graph.ontology import Permission

ACCOUNT, DATABASE, SCHEMA = "ACCOUNT", "DATABASE", "SCHEMA"
ROLES = frozenset({"ROLE", "DATABASE ROLE"})

# Whoever holds these administers the account, whatever else is granted.
ACCOUNT_ADMIN_ROLES = {
    "ACCOUNTADMIN": "ACCOUNTADMIN manages the account",
    "SECURITYADMIN": "SECURITYADMIN manages all grants",
}

UNMAPPED = "unmapped privilege, counted as WRITE"
UNMAPPED_KIND = "unmapped kind of object"

_DATA_KINDS = frozenset(
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
# They are in a schema and hold no data of their own. What runs with its owner's rights is not covered.
_DATALESS_KINDS = frozenset(
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
# They are in no schema. Kinds that no table here has are named in the run's reasons.
ACCOUNT_LEVEL_KINDS = frozenset(
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
_DATA_PRIVILEGES = {
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
_CONTAINER_PRIVILEGES = frozenset(
    {"USAGE", "MONITOR", "MODIFY", "REFERENCE USAGE", "APPLYBUDGET", "ADD SEARCH OPTIMIZATION"}
)
_ACCOUNT_PRIVILEGES = frozenset(
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
    """Whether this kind of object holds data; None for an unknown kind."""
    return True if kind in _DATA_KINDS else False if kind in _DATALESS_KINDS else None


def normal_form(text: str) -> str:
    """A privilege or kind of object as the tables write it; some answers write underscores."""
    return " ".join(text.upper().replace("_", " ").split())


def permission_of(kind: str, privilege: str, with_option: bool) -> tuple[Permission | None, str]:
    """What a privilege on a kind of object permits, and a remark for the evidence.

    None: it reaches no data by itself, as USAGE of a database does not.
    """
    if kind == ACCOUNT:
        return _on_account(privilege)
    if kind in (DATABASE, SCHEMA):
        return _on_container(privilege)
    permission = _DATA_PRIVILEGES.get(privilege)
    if privilege == "USAGE" and kind == "STAGE":
        permission = Permission.WRITE  # whoever may use an external stage may read and write it
    if is_data(kind) is None:
        return max(permission or Permission.WRITE, Permission.WRITE), UNMAPPED_KIND
    if permission is None:
        return Permission.ADMIN if with_option else Permission.WRITE, UNMAPPED
    return (Permission.ADMIN, "with grant option") if with_option else (permission, "")


def _on_account(privilege: str) -> tuple[Permission | None, str]:
    if privilege in ("MANAGE GRANTS", "OWNERSHIP"):
        return Permission.ADMIN, ""
    if privilege == "IMPORTED PRIVILEGES":
        return Permission.READ, "of which database is not told"
    if privilege in _ACCOUNT_PRIVILEGES or privilege.startswith(_ACCOUNT_VERBS):
        return None, ""
    return Permission.WRITE, UNMAPPED


def _on_container(privilege: str) -> tuple[Permission | None, str]:
    if privilege == "OWNERSHIP":
        return Permission.ADMIN, "over-approximated for what others own in it"
    if privilege == "IMPORTED PRIVILEGES":
        return Permission.READ, ""
    if privilege in _CONTAINER_PRIVILEGES or privilege.startswith("CREATE "):
        return None, ""
    if privilege in _DATA_PRIVILEGES:
        return _DATA_PRIVILEGES[privilege], "on all that is in it"
    return Permission.WRITE, UNMAPPED

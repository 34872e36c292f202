"""This file knows what the kinds of other collectors mean here.

A kind is known by its name without namespace (`GH_`, `Okta_`, `AZ`), without case and underscores:

* `User`, `Person` and the like are an Identity in a directory (Active Directory, which has no namespace, AZ, Entra, Okta,
  SCIM ...), and an Account in any other system.
* Groups, teams, roles, organisations, tenants and domains are a Group.
* Service principals and service accounts are an Identity of type service.
* Keys, tokens and secrets are a Credential, repositories, databases, buckets, vaults and shares a DataSource.

A node of a kind that is not in the table is what its edges say, where they leave one kind alone: the end of a `MemberOf` is
a Group. Machines and the furniture of Active Directory (Computer, OU, GPO, Container ...) have no place here.

An edge keeps its direction unless the table turns it. One that grants power over people or machines and not over data
(`GenericAll` on a user, `AdminTo` a computer) has no counterpart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.ontology import Permission

_NAMESPACE = re.compile(r"(?:(?P<namespace>[A-Za-z0-9]+)_|(?P<short>AZ|GH)(?=[A-Z]))(?P<local>\w+)\Z")
_DIRECTORIES = frozenset({"", "ad", "az", "azure", "entra", "okta", "scim", "google", "jumpcloud", "onelogin", "ping"})


@dataclass(frozen=True, slots=True)
class EdgeMapping:
    """What an edge kind means: ours, its permission, and whether source and target change places."""

    kind: str
    permission: Permission | None = None
    turned: bool = False


def split_kind(kind: str) -> tuple[str, str]:
    """Namespace and name of a kind, both without case, the name without underscores; no namespace for a known name."""
    whole = _plain(kind)
    found = _NAMESPACE.match(kind)
    if found is None or whole in _KNOWN:
        return "", whole
    return (found["namespace"] or found["short"]).lower(), _plain(found["local"])


def map_node_kind(kind: str) -> tuple[str, str | None] | None:
    """Our node kind and its type, where we know both; None for a kind that we do not know."""
    namespace, local = split_kind(kind)
    if local in _PEOPLE:
        return ("Identity" if namespace in _DIRECTORIES else "Account"), None
    found = _NODES.get(local)
    if found is None and local.endswith("role"):
        found = ("Group", "role")
    return found


def is_unsupported_kind(kind: str) -> bool:
    """Whether we know the kind and have nothing like it, whatever its edges say."""
    return split_kind(kind)[1] in _NO_PLACE


def map_edge_kind(kind: str) -> EdgeMapping | None:
    """What an edge kind means; None for one that we do not know."""
    return _EDGES.get(split_kind(kind)[1])


def _plain(name: str) -> str:
    return name.lower().replace("_", "")


def _each(names: str, told: tuple[str, str | None]) -> dict[str, tuple[str, str | None]]:
    return dict.fromkeys(names.split(), told)


_NO_PLACE = frozenset(
    [
        "computer",
        "device",
        "machine",
        "host",
        "vm",
        "container",
        "ou",
        "gpo",
        "certtemplate",
        "enterpriseca",
        "rootca",
        "aiaca",
        "ntauthstore",
    ]
)
_PEOPLE = frozenset({"user", "person", "identity", "employee", "human"})
_NODES: dict[str, tuple[str, str | None]] = {
    **_each("account login databaseuser localuser member", ("Account", None)),
    **_each("serviceprincipal managedidentity serviceaccount serviceuser gmsa", ("Identity", "service")),
    **_each("agent aiagent", ("Identity", "agent")),
    **_each("group securitygroup", ("Group", "directory_group")),
    **_each("team", ("Group", "team")),
    **_each("role", ("Group", "role")),
    **_each("project", ("Group", "project")),
    **_each("workspace", ("Group", "workspace")),
    **_each("organization org enterprise tenant domain", ("Group", "organization")),
    **_each("credential key apikey accesskey token apitoken accesstoken secret clientsecret", ("Credential", None)),
    **_each("personalaccesstoken pat sshkey deploykey", ("Credential", None)),
    **_each("app application appinstallation webapp functionapp logicapp", ("Application", None)),
    **_each("mcpserver", ("McpServer", None)),
    **_each("mcptool", ("McpTool", None)),
    **_each("model aimodel", ("Model", None)),
    **_each("repository repo", ("DataSource", "repository")),
    **_each("database schema table bucket dataset vault", ("DataSource", None)),
    **_each("s3bucket storageaccount storagecontainer keyvault share fileshare datasource", ("DataSource", None)),
}

_READ, _WRITE, _ADMIN = (
    EdgeMapping("CAN_ACCESS", permission) for permission in (Permission.READ, Permission.WRITE, Permission.ADMIN)
)
_EDGES: dict[str, EdgeMapping] = {
    **dict.fromkeys(("memberof", "hasrole", "assignedrole"), EdgeMapping("MEMBER_OF")),
    "hasmember": EdgeMapping("MEMBER_OF", turned=True),
    "contains": EdgeMapping("CONTAINS"),
    **dict.fromkeys(("hasaccount", "haslogin"), EdgeMapping("HAS_ACCOUNT")),
    **dict.fromkeys(
        ("hascredential", "haskey", "hastoken", "haspersonalaccesstoken", "hassecret"), EdgeMapping("HAS_CREDENTIAL")
    ),
    **dict.fromkeys(("runsas", "executesas", "actsas"), EdgeMapping("RUNS_AS")),
    **dict.fromkeys(("sameas", "syncedtoaduser", "syncedtoentrauser", "syncsto"), EdgeMapping("SAME_AS")),
    **dict.fromkeys(("reportsto", "managedby"), EdgeMapping("REPORTS_TO")),
    "managerof": EdgeMapping("REPORTS_TO", turned=True),
    "answersfor": EdgeMapping("ANSWERS_FOR"),
    "ownedby": EdgeMapping("ANSWERS_FOR", turned=True),
    **dict.fromkeys(("canaccess", "hasaccess"), EdgeMapping("CAN_ACCESS")),
    **dict.fromkeys(("read", "canread", "canview", "readrepocontents", "getsecrets"), _READ),
    **dict.fromkeys(("write", "canwrite", "canedit", "canpush", "writerepocontents"), _WRITE),
    **dict.fromkeys(("owns", "admin", "adminto", "canadmin", "control", "genericall"), _ADMIN),
    **dict.fromkeys(("canuse", "cancall", "appassignment", "assignedto"), EdgeMapping("CAN_USE")),
    **dict.fromkeys(("connectsto", "usesmcpserver"), EdgeMapping("CONNECTS_TO")),
    "exposes": EdgeMapping("EXPOSES"),
    "used": EdgeMapping("USED"),
}
_KNOWN = frozenset({*_PEOPLE, *_NODES, *_EDGES, *_NO_PLACE})

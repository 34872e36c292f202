"""Tables that map foreign kinds of nodes and edges to those of Remit.

A kind is looked up by its name without namespace (`GH_`, `Okta_`, `AZ`), without case and underscores:

* `User`, `Person` and the like are an Identity in a directory (Active Directory, which has no namespace, AZ, Entra, Okta,
  SCIM ...), and an Account in any other system.
* Groups, teams, roles, organisations, tenants and domains are a Group.
* Service principals and service accounts are an Identity of type service.
* Keys, tokens and secrets are a Credential, repositories, databases, buckets, vaults and shares a DataSource.

A node of a kind that is not in the table gets the one kind that its edges allow, if there is exactly one: the end of a
`MemberOf` is a Group. That something is contained says nothing of its kind. Machines and objects of Active Directory
(Computer, OU, GPO, Container ...) are not supported, nor are settings and parts of a repository (branch, rule, variable,
workflow ...): they are no data sources.

An edge keeps its direction unless the table reverses it. One that grants power over people or machines and not over data
(`GenericAll` on a user, `AdminTo` a computer) has no counterpart, unless an extension's schema or the edge itself says that
it is traversable: then it is what its ends allow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.ontology import EDGE_KINDS, Permission

_NAMESPACE = re.compile(r"(?:(?P<namespace>[A-Za-z0-9]+)_|(?P<short>AZ|GH)(?=[A-Z]))(?P<local>\w+)\Z")
_DIRECTORIES = frozenset(
    {"", "ad", "az", "azure", "entra", "okta", "scim", "google", "jumpcloud", "onelogin", "ping", "pingone"}
)


@dataclass(frozen=True, slots=True)
class EdgeMapping:
    """What an edge kind becomes: kind, permission, and whether source and target are swapped."""

    kind: str
    permission: Permission | None = None
    reversed: bool = False


def split_kind(kind: str) -> tuple[str, str]:
    """Namespace and name of a kind, both in lower case, the name without underscores; no namespace for a known name."""
    name = _normalized(kind)
    match = _NAMESPACE.match(kind)
    if match is None or name in _KNOWN:
        return "", name
    return (match["namespace"] or match["short"]).lower(), _normalized(match["local"])


def map_node_kind(kind: str) -> tuple[str, str | None] | None:
    """The node kind and its type, None if the table does not determine it; None for an unknown kind."""
    namespace, local = split_kind(kind)
    if local in _PEOPLE:
        return ("Identity" if namespace in _DIRECTORIES else "Account"), None
    mapped = _NODES.get(local)
    if mapped is None and local.endswith("role"):
        mapped = ("Group", "role")
    return mapped


def is_unsupported_kind(kind: str) -> bool:
    """Whether the kind is known and has no counterpart, whatever its edges say."""
    return split_kind(kind)[1] in _UNSUPPORTED | _PARTS


def is_part_kind(kind: str) -> bool:
    """Whether the kind is a setting or a part of something, such as a branch: nothing that access ends at."""
    return split_kind(kind)[1] in _PARTS


def map_edge_kind(kind: str) -> EdgeMapping | None:
    """What an edge kind becomes; None for an unknown one."""
    return _EDGES.get(split_kind(kind)[1])


def is_documented_structure(kind: str) -> bool:
    """Whether the collector's documentation says that no access flows along an edge kind: none flows along what it omits."""
    namespace, local = split_kind(kind)
    is_mapped = local in _EDGES and local != "contains"
    return namespace == "gh" and local not in _GITHUB_TRAVERSABLE and not is_mapped


def is_workflow_kind(kind: str) -> bool:
    """Whether an edge says what the workflows of a repository may use: a secret, or an identity that they assume."""
    local = split_kind(kind)[1]
    return local == "hassecret" or local.startswith("canassume")


def map_traversable(source_kind: str, target_kind: str) -> EdgeMapping | None:
    """What an edge of no known kind becomes along which access flows, by the kinds of its ends; None if nothing joins them."""
    for name in _TRAVERSABLE_KINDS:
        kind = EDGE_KINDS[name]
        if source_kind in kind.sources and target_kind in kind.targets:
            return EdgeMapping(name)
    return None


def _normalized(name: str) -> str:
    return name.lower().replace("_", "")


def _each(names: str, mapped: tuple[str, str | None]) -> dict[str, tuple[str, str | None]]:
    return dict.fromkeys(names.split(), mapped)


_UNSUPPORTED = frozenset(
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
# Settings, and parts of a repository.
_PARTS = frozenset(
    [
        "branch",
        "branchprotectionrule",
        "rule",
        "ruleset",
        "protectionrule",
        "environment",
        "variable",
        "orgvariable",
        "repovariable",
        "environmentvariable",
        "workflow",
        "workflowjob",
        "workflowstep",
        "job",
        "step",
        "runner",
        "runnergroup",
        "webhook",
        "secretscanningalert",
        "codescanningalert",
        "alert",
        "samlidentityprovider",
        "identityprovider",
        "personalaccesstokenrequest",
    ]
)
_PEOPLE = frozenset({"user", "person", "identity", "employee", "human"})
_NODES: dict[str, tuple[str, str | None]] = {
    # Whom single sign-on means, in the words of the identity provider.
    "externalidentity": ("Identity", None),
    **_each("account login databaseuser localuser member", ("Account", None)),
    **_each("serviceprincipal managedidentity serviceaccount serviceuser gmsa", ("Identity", "service")),
    **_each("agent aiagent", ("Identity", "agent")),
    **_each("group securitygroup", ("Group", "directory_group")),
    **_each("team enterpriseteam", ("Group", "team")),
    **_each("role", ("Group", "role")),
    **_each("project", ("Group", "project")),
    **_each("workspace", ("Group", "workspace")),
    **_each("organization org enterprise tenant domain", ("Group", "organization")),
    **_each("credential key apikey accesskey token apitoken accesstoken secret clientsecret", ("Credential", None)),
    **_each("personalaccesstoken pat sshkey deploykey", ("Credential", None)),
    **_each("orgsecret reposecret environmentsecret", ("Credential", None)),
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
    # Whoever may add members may add themselves.
    **dict.fromkeys(
        ("memberof", "hasrole", "hasbaserole", "inheritsrole", "assignedrole", "addmember", "addself"),
        EdgeMapping("MEMBER_OF"),
    ),
    "hasmember": EdgeMapping("MEMBER_OF", reversed=True),
    "contains": EdgeMapping("CONTAINS"),
    **dict.fromkeys(("hasaccount", "haslogin", "mapstouser"), EdgeMapping("HAS_ACCOUNT")),
    "syncedtoghuser": EdgeMapping("HAS_ACCOUNT"),
    **dict.fromkeys(
        ("hascredential", "haskey", "hastoken", "haspersonalaccesstoken", "hassecret"), EdgeMapping("HAS_CREDENTIAL")
    ),
    **dict.fromkeys(("runsas", "executesas", "actsas"), EdgeMapping("RUNS_AS")),
    **dict.fromkeys(("sameas", "syncedtoaduser", "syncedtoentrauser", "syncsto"), EdgeMapping("SAME_AS")),
    **dict.fromkeys(("reportsto", "managedby"), EdgeMapping("REPORTS_TO")),
    "managerof": EdgeMapping("REPORTS_TO", reversed=True),
    "answersfor": EdgeMapping("ANSWERS_FOR"),
    "ownedby": EdgeMapping("ANSWERS_FOR", reversed=True),
    **dict.fromkeys(("canaccess", "hasaccess"), EdgeMapping("CAN_ACCESS")),
    **dict.fromkeys(("read", "canread", "canview", "canpull", "readrepocontents", "getsecrets"), _READ),
    **dict.fromkeys(("write", "canwrite", "canedit", "canpush", "writerepocontents", "cancreatebranch"), _WRITE),
    **dict.fromkeys(("owns", "admin", "adminto", "canadmin", "control", "genericall"), _ADMIN),
    **dict.fromkeys(("canuse", "cancall", "appassignment", "assignedto", "installedas"), EdgeMapping("CAN_USE")),
    **dict.fromkeys(("connectsto", "usesmcpserver"), EdgeMapping("CONNECTS_TO")),
    "exposes": EdgeMapping("EXPOSES"),
    "used": EdgeMapping("USED"),
}
# What GitHound's documentation calls traversable and the table above does not have.
_GITHUB_TRAVERSABLE = frozenset({"canwritebranch", "canassumeidentity", "canassumeawsrole"})
# Edge kinds along which access flows, in the order in which the ends of an edge are tried.
_TRAVERSABLE_KINDS = (
    "MEMBER_OF",
    "HAS_ACCOUNT",
    "HAS_CREDENTIAL",
    "CAN_ACCESS",
    "CONTAINS",
    "CAN_USE",
    "CONNECTS_TO",
    "EXPOSES",
    "RUNS_AS",
)
_KNOWN = frozenset({*_PEOPLE, *_NODES, *_EDGES, *_UNSUPPORTED})

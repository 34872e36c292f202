"""Edge kinds: which node kinds each joins, how it reads, and whether access flows along it."""

from __future__ import annotations

from graph.ontology.core import EdgeKind
from graph.ontology.nodes import NODE_KINDS

_ANY = tuple(NODE_KINDS)

_KINDS = (
    EdgeKind(
        "HAS_ACCOUNT", ("Identity",), ("Account",), "has the account", conveys=True, keeps_leavers=True, revocable=True
    ),
    EdgeKind(
        "HAS_CREDENTIAL",
        ("Account", "Identity"),
        ("Credential",),
        "can use the secret",
        conveys=True,
        keeps_leavers=True,
        revocable=True,
    ),
    EdgeKind(
        "RUNS_AS",
        ("Credential", "McpServer", "McpTool", "Application", "Identity"),
        ("Account", "Credential", "Identity"),
        "acts with the rights of",
        conveys=True,
        revocable=True,
    ),
    EdgeKind(
        "MEMBER_OF",
        ("Identity", "Account", "Credential", "Group"),
        ("Group",),
        "is a member of",
        conveys=True,
        revocable=True,
    ),
    EdgeKind("ACCOUNT_IN", ("Account",), ("Application",), "is an account in", conveys=True),
    EdgeKind(
        "CAN_USE",
        ("Account", "Group", "Credential", "Application"),
        ("Application", "Model", "McpServer", "McpTool"),
        "may use",
        conveys=True,
        grants=True,
        revocable=True,
    ),
    EdgeKind(
        "CONNECTS_TO",
        ("Account", "Identity", "Application", "Group"),
        ("McpServer",),
        "is connected to",
        conveys=True,
        revocable=True,
    ),
    EdgeKind("EXPOSES", ("McpServer",), ("McpTool",), "exposes", conveys=True),
    EdgeKind(
        "CAN_ACCESS",
        ("Identity", "Account", "Credential", "Group", "McpServer", "McpTool", "Application"),
        ("DataSource",),
        "may access",
        conveys=True,
        grants=True,
        revocable=True,
    ),
    EdgeKind("CONTAINS", ("DataSource",), ("DataSource",), "contains", conveys=True),
    EdgeKind(
        "USED",
        ("Account", "Credential", "McpServer", "McpTool", "Application"),
        ("Model", "McpServer", "McpTool", "DataSource"),
        "was seen using",
    ),
    EdgeKind("ANSWERS_FOR", ("Identity", "Group"), _ANY, "answers for", keeps_leavers=True),
    EdgeKind("REPORTS_TO", ("Identity",), ("Identity",), "reports to"),
    EdgeKind("SAME_AS", ("Identity",), ("Identity",), "is the same person as"),
)

EDGE_KINDS: dict[str, EdgeKind] = {kind.name: kind for kind in _KINDS}

EDGE_CODES: dict[str, int] = {name: code for code, name in enumerate(EDGE_KINDS)}
EDGE_NAMES: tuple[str, ...] = tuple(EDGE_KINDS)

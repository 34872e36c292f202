"""The Peribolos rule of the contract, computed straight from the YAML: who may do what to each repository of one file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import networkx as nx
import yaml

LEVEL = {"none": 0, "read": 2, "triage": 2, "write": 3, "maintain": 3, "admin": 4}
NAMES = {2: "READ", 3: "WRITE", 4: "ADMIN"}


def permissions(path: Path) -> dict[str, dict[str, dict[str, str]]]:
    """Organisation → repository → login → permission; logins and repositories in lower case."""
    told: dict[str, Any] = yaml.load(path.read_text(), Loader=yaml.BaseLoader)
    return {name.lower(): _organisation(org) for name, org in told["orgs"].items()}


def _organisation(org: dict[str, Any]) -> dict[str, dict[str, str]]:
    inside = nx.DiGraph()  # login → team → parent team
    grants: dict[tuple[str, str], int] = {}
    repos = {repo.lower() for repo in org.get("repos") or {}}

    def team(name: str, body: dict[str, Any], parent: str | None) -> None:
        node = f"team {name.lower()}"
        inside.add_node(node)
        if parent:
            inside.add_edge(node, parent)
        for login in (*(body.get("members") or ()), *(body.get("maintainers") or ())):
            inside.add_edge(login.lower(), node)
        for repo, word in (body.get("repos") or {}).items():
            repos.add(repo.lower())
            grants[node, repo.lower()] = max(grants.get((node, repo.lower()), 0), LEVEL[word])
        for child, below in (body.get("teams") or {}).items():
            team(child, below or {}, node)

    for name, body in (org.get("teams") or {}).items():
        team(name, body or {}, None)
    admins = {login.lower() for login in org.get("admins") or ()}
    members = {login.lower() for login in org.get("members") or ()} | admins
    logins = members | {node for node in inside if not node.startswith("team ")}
    default = LEVEL[org.get("default_repository_permission") or "read"]
    found: dict[str, dict[str, str]] = {}
    for repo in repos:
        found[repo] = {}
        for login in logins:
            teams = nx.descendants(inside, login) if login in inside else set()
            level = max((grants.get((node, repo), 0) for node in teams), default=0)
            level = max(level, default if login in members else 0, 4 if login in admins else 0)
            if level:
                found[repo][login] = NAMES[level]
    return found

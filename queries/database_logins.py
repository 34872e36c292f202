"""Database logins of MCP servers that join no database that any source describes, and the databases that they may mean.

A configuration names a host, a role and a database; the source of the database may know its server by another name.
What matches by role and database is a candidate; a person joins the two with `remit source alias`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from graph.ontology import split_id
from graph.snapshot import ABSENT, Snapshot, View


@dataclass(frozen=True, slots=True)
class UnjoinedLogin:
    """A login whose account no source lists and nothing follows from.

    `account` and `servers` are nodes. `address` is the system and instance as the configuration writes it
    (`postgres/db.acme.example:5432`), `candidates` those of sources that have such a role and every such database, in
    byte order. `is_host_known`: a source describes the instance, and the role is not there.
    """

    account: int
    servers: tuple[int, ...]
    address: str
    role: str
    databases: tuple[str, ...]
    candidates: tuple[str, ...]
    is_host_known: bool

    @property
    def commands(self) -> tuple[str, ...]:
        """The command that joins the login to each candidate."""
        return tuple(f"remit source alias {self.address} {candidate}" for candidate in self.candidates)


def unjoined_logins(snapshot: Snapshot, moment: int) -> list[UnjoinedLogin]:
    """The logins that join no known database at a moment, by the id of their account.

    O(edges), and O(accounts of its database system) for each login.
    """
    view = snapshot.at(moment)
    logins: dict[int, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for server, account in _servers_with_accounts(snapshot, view):
        if "/" not in split_id(snapshot.ids[account])[2] or _leads_somewhere(snapshot, view, account):
            continue
        names = {node_id.partition(":")[2] for node_id in (snapshot.ids[account], *snapshot.members(account))}
        for login in snapshot.prop(server, "logins", moment) or ():
            name, database = _split_login(login)
            if name in names:
                logins[account][server].add(database)
    return [_login(snapshot, view, account, logins[account]) for account in sorted(logins)]


def _servers_with_accounts(snapshot: Snapshot, view: View) -> list[tuple[int, int]]:
    """(server, account) of every account that an MCP server runs as."""
    edges = snapshot.edges
    rows = np.flatnonzero(edges.of("RUNS_AS") & edges.valid_at(view.moment))
    rows = rows[snapshot.nodes.of("McpServer", nodes=edges.source[rows])]
    rows = rows[snapshot.nodes.of("Account", nodes=edges.target[rows])]
    return list(zip(edges.source[rows].tolist(), edges.target[rows].tolist(), strict=True))


def _leads_somewhere(snapshot: Snapshot, view: View, account: int) -> bool:
    """Whether a source lists the account, or claims anything that follows from it."""
    rows = slice(int(snapshot.edges.out_offsets[account]), int(snapshot.edges.out_offsets[account + 1]))
    is_known = bool(snapshot.nodes.known[account]) and view.mode[account] != ABSENT
    return is_known or bool(snapshot.edges.valid_at(view.moment, rows).any())


def _login(snapshot: Snapshot, view: View, account: int, databases_of: dict[int, set[str]]) -> UnjoinedLogin:
    _, system, key = split_id(snapshot.ids[account])
    instance, _, role = key.partition("/")
    databases = sorted(set().union(*databases_of.values()) - {""})
    prefix = f"Account:{system}/"
    candidates = []
    for other in snapshot.ids.prefixed(prefix):
        candidate, _, other_role = snapshot.ids[other].removeprefix(prefix).partition("/")
        if other_role != role or candidate == instance or not _leads_somewhere(snapshot, view, other):
            continue
        if all(_is_there(snapshot, view, f"DataSource:{system}/{candidate}/{name}") for name in databases):
            candidates.append(f"{system}/{candidate}")
    return UnjoinedLogin(
        account=account,
        servers=tuple(sorted(databases_of)),
        address=f"{system}/{instance}",
        role=role,
        databases=tuple(databases),
        candidates=tuple(candidates),
        is_host_known=len(snapshot.ids.prefixed(f"DataSource:{system}/{instance}/")) > 0,
    )


def _split_login(login: str) -> tuple[str, str]:
    """(system/instance/role, database or empty) of a login, written role@system/instance/database."""
    role, _, location = login.rpartition("@")
    system, instance, database = (*location.split("/", 2), "", "")[:3]
    return f"{system}/{instance}/{role}", database


def _is_there(snapshot: Snapshot, view: View, node_id: str) -> bool:
    node = snapshot.index_of(node_id)
    return node >= 0 and view.mode[node] != ABSENT

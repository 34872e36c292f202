"""Lines for a person about logins that join no known database."""

from __future__ import annotations

from graph.moment import now
from graph.snapshot import Snapshot
from queries.database_logins import unjoined_logins


def unjoined_lines(snapshot: Snapshot) -> list[str]:
    """The logins that join no known database, each with its candidates and the commands that join it."""
    lines = []
    for login in unjoined_logins(snapshot, now()):
        server = snapshot.name(login.servers[0])
        more = f" and {len(login.servers) - 1} more" if len(login.servers) > 1 else ""
        database = f" of the database {', '.join(login.databases)}" if login.databases else ""
        lines.append(f"the login {login.role} at {login.address}{database}, of {server}{more}, joins no known database")
        has = f"a role {login.role}" + (f" and a database {', '.join(login.databases)}" if login.databases else "")
        for candidate, command in zip(login.candidates, login.commands, strict=True):
            lines.append(f"         {candidate} has {has}; if it is that one: {command}")
    return lines

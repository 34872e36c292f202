"""Principals of usage rows: the row's own, or whom the row itself names where its key is gone or nobody's.

A key is gone where no source ever listed it and nobody is known to hold it or to answer for it. Then the user in the row's raw
fields stands for it (an account of the key's system, or the one person with that address), else the team that the row was
used in, which also is the team of a user who has none. Where a row has no principal, or a key that no edge ever gave to anybody, the owner that its tags name stands for it.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import numpy as np

from graph.address import canonical_address
from graph.moment import NEVER
from graph.snapshot.columns import I4, Bool, Ints
from graph.snapshot.snapshot import Snapshot
from graph.snapshot.tags import row_tags
from graph.tags import END_USER

# Where a source's raw fields name the person who used a shared account.
USER_FIELDS = ("user_email", "userEmail", "email", "user", "user_id", "actor_email", "actor", END_USER, "identity")
_OWNING = ("HAS_CREDENTIAL", "RUNS_AS", "ANSWERS_FOR")


def attributed_principals(snapshot: Snapshot) -> I4:
    """Per usage row the node that it is attributed by, -1 for none; computed once per snapshot, O(usage rows)."""
    return snapshot.derived(_attributed)


def teams_of_rows(snapshot: Snapshot) -> I4 | None:
    """Per usage row the team that it names itself, -1 for none; None where no row names any. Computed once per snapshot.

    It counts where neither a person nor an account has a team: the team in which a gone key was used, else the tag.
    """
    return snapshot.derived(_row_teams)


def moved_rows(snapshot: Snapshot) -> I4:
    """The usage rows that are attributed by another node than their principal, ascending."""
    return snapshot.derived(_moved)


def rows_of_principals(snapshot: Snapshot, nodes: Ints) -> Ints:
    """The usage rows of these distinct nodes: in their own names, and those of gone keys that name them."""
    rows, moved = snapshot.usage.of(nodes), moved_rows(snapshot)
    if not len(moved):
        return rows
    named = moved[np.isin(attributed_principals(snapshot)[moved], nodes)]
    return np.union1d(rows, named) if len(named) else rows


def user_names(detail: str) -> Iterator[str]:
    """The users that a row's raw fields name, in order of USER_FIELDS; an end user only where there is no other."""
    try:
        fields = msgspec.json.decode(detail)
    except (msgspec.DecodeError, RecursionError):
        return
    for record in (fields, fields.get("raw")) if isinstance(fields, dict) else ():
        fields_of_record = record if isinstance(record, dict) else {}
        names = [key for key in USER_FIELDS if isinstance(fields_of_record.get(key), str)]
        for key in names if names == [END_USER] else [key for key in names if key != END_USER]:
            yield fields_of_record[key]


def _moved(snapshot: Snapshot) -> I4:
    return np.flatnonzero(attributed_principals(snapshot) != snapshot.usage.principal).astype(np.int32)


def _row_teams(snapshot: Snapshot) -> I4 | None:
    usage, tags, rows = snapshot.usage, row_tags(snapshot), moved_rows(snapshot)
    teams = np.full(len(usage), -1, dtype=np.int32) if tags is None else tags.team.copy()
    rows = rows[~np.append(snapshot.nodes.known, True)[usage.principal[rows]]]
    rows = rows[np.append(_teams(snapshot), False)[usage.workspace[rows]]]
    teams[rows] = usage.workspace[rows]
    return teams if (teams >= 0).any() else None


def _attributed(snapshot: Snapshot) -> I4:
    unowned = np.append(_unowned_keys(snapshot), True)
    principals = _users_of_gone_keys(snapshot, np.append(unowned[:-1] & ~snapshot.nodes.known, False))
    tags = row_tags(snapshot)
    if tags is None:
        return principals
    is_tagged = (tags.owner >= 0) & (principals == snapshot.usage.principal) & unowned[principals]
    return np.where(is_tagged, tags.owner, principals).astype(np.int32)


def _users_of_gone_keys(snapshot: Snapshot, gone: Bool) -> I4:
    usage = snapshot.usage
    rows = np.flatnonzero(gone[usage.principal])
    if not len(rows):
        return usage.principal
    columns = (usage.principal, usage.detail, usage.workspace)
    table = np.column_stack([column[rows].astype(np.int64) for column in columns])
    distinct, of = np.unique(table, axis=0, return_inverse=True)
    teams = _teams(snapshot)
    named = []
    for key, detail, workspace in distinct.tolist():
        user = _user(snapshot, key, detail) if detail >= 0 else -1
        named.append(user if user >= 0 else _team(workspace, teams))
    principals = usage.principal.copy()
    stand_in = np.array(named, dtype=np.int32)[of.reshape(-1)]
    principals[rows] = np.where(stand_in >= 0, stand_in, usage.principal[rows])
    return principals


def _unowned_keys(snapshot: Snapshot) -> Bool:
    """Which nodes are keys that no edge ever gave to anybody."""
    edges = snapshot.edges
    unowned = snapshot.nodes.of("Credential")
    owned = np.flatnonzero(edges.of(*_OWNING))
    unowned[edges.target[owned]] = False
    unowned[edges.source[owned]] = False
    return unowned


def _user(snapshot: Snapshot, key: int, detail: int) -> int:
    """The one account or person that a row names; -1 for none, or several."""
    _, _, rest = snapshot.ids[key].partition(":")
    prefix = rest.rpartition("/")[0]
    nodes = set()
    for name in user_names(snapshot.text(detail) or ""):
        account = snapshot.index_of(f"Account:{prefix}/{name}")
        people = [
            node for node in snapshot.indices_of_email(canonical_address(name)) if snapshot.kind(node) == "Identity"
        ]
        nodes |= {account} if account >= 0 else set(people)
    return nodes.pop() if len(nodes) == 1 else -1


def _teams(snapshot: Snapshot) -> Bool:
    teams: Bool = snapshot.column("type", NEVER - 1) == snapshot.value_code("team")
    return teams


def _team(workspace: int, teams: Bool) -> int:
    return workspace if workspace >= 0 and teams[workspace] else -1

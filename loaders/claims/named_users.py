"""Users whom usage rows name beside their key, where no list of the run has either.

Such a user is an Account that nobody describes, seen using what the row is of. The key does not run as them: of
several users of one key each has their own rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from graph.claims import Edge, Node, Usage
from graph.moment import midnight

_CREDENTIAL = "Credential:"
_FIELDS = ("user", "user_id")
# What gateways write in place of a user.
_PLACEHOLDERS = frozenset({"default_user_id", "None"})


def uses_of_unlisted(rows: Iterable[Usage], claims: Iterable[Node | Edge]) -> Iterator[Edge]:
    """One edge per user, day and what was used, ordered. `claims`: what the run says, with the keys and users it lists."""
    listed = {claim.id for claim in claims if isinstance(claim, Node)}
    user_of = cache(_user)
    uses = set()
    for row in rows:
        if row.principal is None or row.detail is None or row.principal in listed:
            continue
        user = user_of(row.detail) if row.principal.startswith(_CREDENTIAL) else None
        if user is not None:
            account = f"Account:{row.principal.removeprefix(_CREDENTIAL).rpartition('/')[0]}/{user}"
            uses |= set() if account in listed else {(account, row.day, row.resource)}
    for account, day, resource in sorted(uses):
        yield Edge(
            kind="USED",
            source=account,
            target=resource,
            since=midnight(day),
            until=midnight(day + 1),
            evidence="named as the user of a key that no list has",
        )


def _user(detail: str) -> str | None:
    raw = msgspec.json.decode(detail).get("raw", {})
    names = (raw.get(name) for name in _FIELDS)
    user = next((name for name in names if isinstance(name, str) and name), None)
    return None if user in _PLACEHOLDERS else user

"""This file knows what the names of relations permit.

| permission | relations |
|---|---|
| ADMIN | owner, admin, administrator, superuser; can_ + admin, administer, manage, own, share, change_owner, grant |
| WRITE | writer, editor, contributor, maintainer; can_ + write, edit, update, modify, delete, create, upload, push ... |
| READ | reader, viewer, commenter, triager, subscriber; can_ + read, view, get, download, export, comment ... |
| DISCOVER | can_ + list, discover |

`can_create_file` counts as `can_create`. Any other name permits nothing: it is told in the run's reasons.
"""

from __future__ import annotations

from graph.ontology import Permission

_WORDS: dict[Permission, str] = {
    Permission.ADMIN: "owner admin administrator superuser own administer manage share grant change_owner",
    Permission.WRITE: "writer editor contributor maintainer write edit update modify delete create upload push merge "
    "insert maintain",
    Permission.READ: "reader viewer commenter triager subscriber read view get download export comment query select",
    Permission.DISCOVER: "list discover",
}
_PERMISSIONS = {word: permission for permission, words in _WORDS.items() for word in words.split()}
_PREFIXES = ("can_", "can-", "may_")


def permission_of(relation: str) -> Permission | None:
    """What a relation permits by its name; None if the name says nothing."""
    word = relation.lower()
    prefixed = word.startswith(_PREFIXES)
    if prefixed:
        word = word[4:]
    found = _PERMISSIONS.get(word.replace("-", "_"))
    if found is None and prefixed:
        found = _PERMISSIONS.get(word.replace("-", "_").partition("_")[0])
    return found

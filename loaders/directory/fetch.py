"""Users, groups and the members of each group, fetched from a directory's API in that order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any
from urllib.parse import quote

from loaders.base import Page
from loaders.directory.normalize import GROUPS, MEMBERS, USERS
from loaders.live.pagination import Paginator, ids_of, until_refused


def fetch_users_and_groups(
    paginator: Paginator, *, users: Sequence[str], groups: str, members: Callable[[str], str]
) -> Iterator[Page]:
    """All pages of a directory; the first refused request (401, 403) ends them.

    `users` are the links of the lists that make up all users, `groups` is that of the groups, `members` gives that of
    the members of a group by its id, which is escaped for a path.
    """

    def pages() -> Iterator[Page]:
        yield from paginator.read_collection(USERS, users)
        listed: list[Any] = []
        yield from paginator.read_collection(GROUPS, [groups], into=listed)
        links = ((group_id, members(quote(group_id, safe=""))) for group_id in ids_of(listed))
        yield from paginator.read_each(MEMBERS, links)

    return until_refused(pages())

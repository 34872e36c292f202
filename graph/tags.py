"""Tags that say whose usage is: the fields that hold them in a usage row's raw fields, and the groups that they name."""

from __future__ import annotations

TEAM, OWNER, COST_CENTER = "team", "owner", "cost_center"
TAG_FIELDS = (TEAM, OWNER, COST_CENTER)
# The customer on whose behalf a gateway was called: an owner, where it is somebody known.
END_USER = "end_user"
TAG_GROUPS = "Group:tag/"


def folded(text: str) -> str:
    """A name as tags and groups are compared: without case, runs of spaces as one."""
    return " ".join(text.split()).casefold()


def tag_group_id(field: str, text: str) -> str:
    """The node id of the group that a tag names: `Group:tag/team/docks`."""
    return f"{TAG_GROUPS}{field}/{folded(text)}"

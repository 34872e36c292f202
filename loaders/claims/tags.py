"""Tags of usage that say whose it is: the team, the owner and the cost centre; and the groups that they name.

Keys are compared without case, separators and what clouds write before them (`iamPrincipal/team`, `user:cost-center`). A team
or cost centre that a tag names is a group of its own, `Group:tag/team/docks`, the same in every source; questions take a
group of a directory with that name before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

import msgspec

from graph.claims import Node, Usage
from graph.tags import COST_CENTER, OWNER, TAG_FIELDS, TEAM, tag_group_id

MAX_TAG_CHARS = 200
_LAST_WORD = re.compile(r"[^/:]+\Z")
_SEPARATORS = re.compile(r"[\s_.-]+")
# By what a key comes down to: the field of a usage row's detail.
_FIELDS: Mapping[str, str] = {
    **dict.fromkeys(("team", "teamname", "teamid"), TEAM),
    **dict.fromkeys(("owner", "owneremail", "costowner", "businessowner", "technicalowner", "responsible"), OWNER),
    **dict.fromkeys(("costcenter", "costcentre", "costcenterid", "costcentreid"), COST_CENTER),
}
_MOST_KEYS = 5


def last_word(key: str) -> str:
    """The last word of a key, lower-cased: clouds write prefixes of their own before it."""
    word = _LAST_WORD.search(key)
    return word[0].strip().lower() if word is not None else ""


def plain_key(key: str) -> str:
    """A key as keys are compared: its last word without separators."""
    return _SEPARATORS.sub("", last_word(key))


def tag_field(key: str) -> str | None:
    """What a tag's key says: TEAM, OWNER or COST_CENTER; None for another key."""
    return _FIELDS.get(plain_key(key))


def tag_text(value: object) -> str | None:
    """A tag's value as text; None for one that says nothing."""
    if isinstance(value, str):
        return " ".join(value.split())[:MAX_TAG_CHARS] or None
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    number = Decimal(str(value))
    # A number of more digits is no cost centre, and one such as 1e999999 would be a text of a million.
    return f"{number.normalize():f}"[:MAX_TAG_CHARS] if number.is_finite() and abs(number) < 10**MAX_TAG_CHARS else None


def read_tag_texts(texts: Iterable[str]) -> tuple[dict[str, str], list[str]]:
    """The fields of tags that are plain texts, such as `team:docks` and `cost_center=4711`, and the texts that say none."""
    fields: dict[str, str] = {}
    unused = []
    for text in texts:
        key, mark, value = re.match(r"([^:=]*)([:=]?)(.*)", text, re.DOTALL).groups()  # type: ignore[union-attr]
        name, content = (tag_field(key.strip()), tag_text(value)) if mark else (None, None)
        if name is None or content is None:
            unused.append(key.strip()[:MAX_TAG_CHARS])
        else:
            fields.setdefault(name, content)
    return fields, unused


def tag_nodes(rows: Iterable[Usage]) -> Iterator[Node]:
    """The groups that the tags of usage rows name, each once, by id."""
    nodes: dict[str, Node] = {}
    for detail in {row.detail for row in rows if row.detail and any(f'"{name}"' in row.detail for name in TAG_FIELDS)}:
        raw = msgspec.json.decode(detail).get("raw")
        for name in (TEAM, COST_CENTER):
            text = raw.get(name) if isinstance(raw, Mapping) else None
            if isinstance(text, str) and text:
                node = Node(id=tag_group_id(name, text), name=text, props={"type": name})
                # Of two spellings the least is the name, whatever the order of rows.
                nodes[node.id] = min(nodes.get(node.id, node), node, key=lambda group: group.name or "")
    yield from (nodes[node_id] for node_id in sorted(nodes))


def unused_tags_note(keys: Mapping[str, int]) -> str:
    """A note that counts the tags that were read and say neither whose nor for whom usage is."""
    most = sorted(keys.items(), key=lambda item: (-item[1], item[0]))
    listed = ", ".join(f"{key} on {count:,}" for key, count in most[:_MOST_KEYS])
    more = f" and {len(most) - _MOST_KEYS} more" if len(most) > _MOST_KEYS else ""
    return f"tags that name no user, team, owner or cost centre are not used, by key and lines: {listed}{more}"

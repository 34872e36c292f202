"""The plain oracle of who leaves: which nodes nobody answers for without a person, and somebody does while they are active."""

from __future__ import annotations

from graph.snapshot import Snapshot

Triple = tuple[str, str, str]


def only_theirs(snapshot: Snapshot, held: list[Triple], person: str, moment: int) -> set[str]:
    """Of the nodes of the edges that hold those that are answered for with the person alone."""
    active = {node for node in snapshot.ids if _is_human(snapshot, node, moment, "active")}
    supports = _supports(snapshot, held, moment)
    others = [pair for pair in supports if pair[0] != person]
    return _answered(supports, held, active | {person}) - _answered(others, held, active - {person})


def _is_human(snapshot: Snapshot, node: str, moment: int, *status: str) -> bool:
    index = snapshot.index_of(node)
    kinds, words = (snapshot.prop(index, name, moment) for name in ("type", "status"))
    return node.startswith("Identity:") and kinds in (None, "human") and (not status or words in status)


def _supports(snapshot: Snapshot, held: list[Triple], moment: int) -> list[tuple[str, str]]:
    pairs = [
        (source, target)
        for source, kind, target in held
        if kind in ("HAS_ACCOUNT", "HAS_CREDENTIAL", "ANSWERS_FOR") and not _is_human(snapshot, target, moment)
    ]
    for server in {target for _, kind, target in held if kind == "CONNECTS_TO"}:
        users = {source for source, kind, target in held if kind == "CONNECTS_TO" and target == server}
        pairs += [(user, server) for user in users if len(users) == 1 and user.startswith("Identity:")]
    return pairs


def _answered(supports: list[tuple[str, str]], held: list[Triple], active: set[str]) -> set[str]:
    behind = set(active)
    while more := {t for s, kind, t in held if s in behind and kind in ("MEMBER_OF", "HAS_ACCOUNT")} - behind:
        behind |= more
    answered = active | {node for node in behind if node.startswith("Group:")}
    while more := {target for source, target in supports if source in answered} - answered:
        answered |= more
    return answered

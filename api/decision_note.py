"""Notes on decisions: what one does not do although somebody might expect it."""

from __future__ import annotations

from collections.abc import Sequence

from graph.moment import now
from graph.snapshot import Snapshot
from queries.subject import holders_of

_CONTACT = (
    "note: this names a contact and changes no status. For what a person left behind, decide the owner of each account and "
    "key; `remit query orphaned-paths` lists them."
)
_NOT_COST = (
    "note: this says who answers for it, not whose its usage is: cost goes to the holders of the key that was used, or to whom "
    "the usage itself names. `remit query cost-attribution --by workspace,application` shows usage that names nobody."
)
_SEPARATE = "note: not merged, because another decision keeps two of them separate; see `remit decide list`."
_NOBODY = "note: nobody is known to have one of these accounts; link one of them with an identity."


def decision_note(snapshot: Snapshot, kind: str, ids: Sequence[str]) -> str:
    """What to say of a decision that the snapshot holds already; empty if it does what it says."""
    moment, nodes = now(), [snapshot.index_of(node) for node in ids]
    if kind == "owner" and snapshot.kind(nodes[0]) == "Identity":
        return _CONTACT if snapshot.prop(nodes[0], "type", moment) in (None, "human") else ""
    if kind == "owner" and snapshot.kind(nodes[0]) in ("Group", "Application"):
        return _NOT_COST
    if kind == "link":
        people = {node for node in nodes if snapshot.kind(node) == "Identity"}
        accounts = [node for node in nodes if snapshot.kind(node) == "Account"]
        if len(people) > 1:
            return _SEPARATE
        if not people and not any(holders_of(snapshot, node, moment) for node in accounts):
            return _NOBODY
    return ""

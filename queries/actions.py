"""Actions that end access: what to do in which system, in the words of that system, and the command where there is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from shlex import quote

import numpy as np

from graph.ontology import split_id
from graph.snapshot import Snapshot
from queries.commands import NO_SUPERUSER, RENEW, SystemNode, command
from queries.subject import holders_of

# How sources say that a role of PostgreSQL is a superuser.
_SUPERUSER = ("superuser", "rolsuper")
# Where a decision about who answers for something is made.
REMIT = "remit"

_NOUNS = {
    "Account": "the account",
    "Application": "the application",
    "Credential": "the key",
    "Group": "the group",
    "McpServer": "the server",
    "McpTool": "the tool",
}
_ROLE = {"Account": "the role", "Group": "the role"}
# What people of a system call its nodes, where that is another word.
_SYSTEM_NOUNS: dict[str, dict[str, str]] = {
    "aws": {"Account": "the IAM user or role", "Credential": "the access key", "Group": "the IAM group"},
    "databricks": {"DataSource": "the object"},
    "gcp": {"Account": "the account", "Credential": "the service account key"},
    "github": {"Group": "the team", "DataSource": "the repository", "Credential": "the token"},
    "openai": {"Group": "the project"},
    "anthropic": {"Group": "the workspace"},
    "postgres": _ROLE,
    "snowflake": {"Account": "the user", "Group": "the role"},
}
_EDGES = {
    "HAS_ACCOUNT": "close {target} of {source}",
    "HAS_CREDENTIAL": "revoke {target}, which {source} can use",
    "RUNS_AS": "let {source} act with the rights of {target} no longer",
    "MEMBER_OF": "remove {source} from {target}",
    "CAN_USE": "take the use of {target} from {source}",
    "CONNECTS_TO": "remove {target} from the configuration of {source}",
    "CAN_ACCESS": "revoke the access of {source} to {target}",
    "ANSWERS_FOR": "let somebody else than {source} answer for {target}",
}
_SYSTEM_EDGES = {
    ("aws", "CAN_ACCESS"): "detach the policy or the statement that gives {source} access to {target}",
    ("gcp", "CAN_ACCESS"): "remove {source} from the IAM policy of {target}",
    ("github", "CAN_ACCESS"): "remove {source} from {target}",
    ("openai", "MEMBER_OF"): "remove {source} from {target}",
    ("postgres", "CAN_ACCESS"): "revoke all rights of {source} on {target}",
    ("postgres", "MEMBER_OF"): "revoke {target} from {source}",
    ("snowflake", "MEMBER_OF"): "revoke {target} from {source}",
}
_NODES = {"Credential": "revoke {node}", "Identity": "deactivate {node} in {system}"}
_SYSTEM_NODES = {
    ("anthropic", "Account"): "remove {node} from the organisation",
    ("aws", "Account"): "delete the console password of {node}",
    ("aws", "Credential"): "deactivate {node}",
    ("cursor", "Account"): "remove {node} from the team",
    ("gcp", "Credential"): "disable {node}",
    ("github", "Account"): "remove {node} from the organisation",
    ("litellm", "Credential"): "block {node}",
    ("openai", "Account"): "remove {node} from the organisation",
    ("postgres", "Account"): "forbid {node} to log in",
}


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do: in which system, as a sentence, and as a command where the system has one."""

    system: str
    text: str
    command: str | None


class Actions:
    """The actions of a snapshot at a moment, with the names that nodes have then."""

    def __init__(self, snapshot: Snapshot, moment: int) -> None:
        self._snapshot, self._moment = snapshot, moment

    def end(self, source: int, kind: str, target: int) -> Action:
        """End one edge, where it is set up: who acts with another's rights is configured at its own end."""
        node_id = self._snapshot.ids[source if kind == "RUNS_AS" else target]
        system = split_id(node_id)[1]
        sentence, what = _SYSTEM_EDGES.get((system, kind), _EDGES[kind]), kind
        if (system, kind) == ("postgres", "CAN_ACCESS"):
            sentence, what = self._postgres_right(source, target)
        text = sentence.format(source=self.called(source, system), target=self.called(target, system))
        # A person has an id of their own in every system, and the command needs that one.
        subject, end = self._subject(source, system), self._subject(target, system)
        return Action(system, text, None if subject is None or end is None else command(system, what, subject, end))

    def disable(self, node: int, member: str | None = None) -> Action:
        """Switch a node off for everybody. `member`: by which of its ids, of a person in several systems."""
        kind, system, key = split_id(member or self._snapshot.ids[node])
        sentence = _SYSTEM_NODES.get((system, kind)) or _NODES.get(kind, "disable {node}")
        subject = holder = SystemNode(kind, key)
        if kind == "Credential":
            holders = holders_of(self._snapshot, node, self._moment)
            subjects = [self._subject(other, system) for other in sorted(set(holders))]
            holder = next((other for other in subjects if other is not None), subject)
        text = sentence.format(node=self.called(node, system), system=system)
        return Action(system, text, command(system, kind, holder, subject))

    def deactivate(self, person: int) -> list[Action]:
        """Switch a person off in every system that knows them, each by the id that they have there, by id."""
        ids = sorted([self._snapshot.ids[person], *self._snapshot.members(person)])
        return [self.disable(person, node_id) for node_id in ids]

    def renew(self, node: int) -> Action:
        """Give a node that others use too a new secret, which the one who leaves does not know."""
        kind, system, key = split_id(self._snapshot.ids[node])
        noun, subject = "password" if kind == "Account" else "secret", SystemNode(kind, key)
        text = f"set a new {noun} for {self.called(node, system)}"
        return Action(system, text, command(system, RENEW, subject, subject))

    def hand_over(self, source: int, node: int, next_owners: Sequence[str]) -> Action:
        """Let another person answer for a node, the first of the proposals where there is one."""
        text = f"let somebody else than {self.called(source)} answer for {self.called(node)}"
        person = quote(next_owners[0]) if next_owners else "PERSON"
        return Action(REMIT, text, f"remit decide owner {quote(self._snapshot.ids[node])} {person}")

    def called(self, node: int, system: str = "") -> str:
        """What people call a node, with what it is where its name alone could be a person's."""
        kind = self._snapshot.kind(node)
        word = _SYSTEM_NOUNS.get(system, {}).get(kind) or _NOUNS.get(kind)
        if (system, kind) == ("github", "Group") and "/" not in split_id(self._snapshot.ids[node])[2]:
            word = "the organisation"
        name = self._snapshot.name(node, self._moment)
        return f"{word} {name}" if word else name

    def _postgres_right(self, source: int, target: int) -> tuple[str, str]:
        """How a right in PostgreSQL is ended, which depends on where it comes from: REVOKE ends grants alone."""
        edges = self._snapshot.edges
        rows = edges.outgoing(np.array([source]))
        rows = rows[(edges.target[rows] == target) & edges.of("CAN_ACCESS", rows=rows)]
        rows = rows[edges.valid_at(self._moment, rows)]
        reasons = [self._snapshot.text(code) or "" for code in np.unique(edges.evidence[rows]).tolist()]
        if any(reason in _SUPERUSER for reason in reasons):
            return "take the rights of a superuser from {source}, which reach {target}", NO_SUPERUSER
        if "owner" in reasons:
            return "give {target} another owner than {source}", ""
        by_others = any(" through " in reason or "PUBLIC" in reason for reason in reasons)
        return _SYSTEM_EDGES["postgres", "CAN_ACCESS"], "" if by_others else "CAN_ACCESS"

    def _subject(self, node: int, system: str) -> SystemNode | None:
        """A node by the id that it has in a system; None where it has none there."""
        for node_id in (self._snapshot.ids[node], *self._snapshot.members(node)):
            kind, of, key = split_id(node_id)
            if of == system:
                return SystemNode(kind, key)
        return None

"""This file knows who may use which application, as a directory assigns it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.claims import Edge, Node
from loaders.directory.person import ACTIVE, DEPARTED, SUSPENDED, Person

_ACCOUNTS = {ACTIVE: "active", SUSPENDED: "suspended", DEPARTED: "deleted"}
_SERVING = {ACTIVE: "active", SUSPENDED: "disabled"}


@dataclass(frozen=True, slots=True)
class Use:
    """An identity or a group (`kind`) that is assigned to an application."""

    application: str
    name: str | None
    kind: str
    id: str


def access(prefix: str, uses: Iterable[Use], people: Mapping[str, Person]) -> Iterator[Node | Edge]:
    """The applications, and who may use each: groups themselves, identities by their account in the directory.

    An application that is itself an identity of the directory serves as long as that is active.
    """
    for use in uses:
        application, own = f"Application:{prefix}/{use.application}", people.get(use.application)
        serving = _SERVING.get(own.status, "unknown") if own is not None else "unknown"
        yield Node(id=application, name=use.name, props={"status": serving})
        source = f"Group:{prefix}/{use.id}"
        if use.kind == "Identity":
            source = f"Account:{prefix}/{use.id}"
            person = people.get(use.id)
            if person is not None:
                yield _account(source, person)
            holder = f"Identity:{prefix}/{use.id}"
            yield Edge(kind="HAS_ACCOUNT", source=holder, target=source, evidence="its account in the directory")
        yield Edge(kind="CAN_USE", source=source, target=application, evidence="assigned in the directory")


def _account(account: str, person: Person) -> Node:
    props = {"managed": "yes", "status": _ACCOUNTS.get(person.status, "unknown"), "subject": person.id}
    if person.emails:
        props["email"] = person.emails[0]
    return Node(id=account, name=person.name, props=dict(sorted(props.items())))

"""Loose ends: what could not be joined, named or mapped, with the candidates that there are and the command that settles it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from shlex import quote
from typing import Annotated
from unicodedata import normalize

import numpy as np

from graph.address import canonical_address
from graph.model_names import is_named_model
from graph.snapshot import ABSENT, Snapshot, View
from graph.snapshot.nodes import CONVEYS, KEYS_ONLY
from queries.base import COLUMNS, HIDDEN, MOMENT, Completeness, FreshnessWarning, freshness_warnings
from queries.database_logins import UnjoinedLogin, unjoined_logins
from queries.owners import OwnerTable, owners_at
from queries.subject import names_of
from queries.vocabulary import NodeId, Words

# In the order in which rows stand.
KINDS = (
    "login",
    "identity_conflict",
    "shared_mailbox",
    "account_without_person",
    "credential_without_holder",
    "unknown_model",
    "unmapped",
)
_KIND_MEANINGS = (
    "A login in a connection string to a server that nobody knows.",
    "Two records that may be one person.",
    "An address that several people or machines use.",
    "An account that belongs to nobody known.",
    "A credential that nobody is known to hold.",
    "Usage of a model that has no name here.",
    "Something in a source that has no counterpart here, such as a role or a relation.",
)
UnresolvedKind = Annotated[str, Words("UnresolvedKind", KINDS, "What sort of loose end it is.", _KIND_MEANINGS)]
_CONFLICTS = {
    "TWO_ACTIVE_HUMANS": "one source lists both as active people",
    "DIFFERENT_NAMES": "one source lists both, one active and one not, under different names",
    "ACTIVE_AT_ONCE": "one source lists both, and both were active at one moment",
    "AMBIGUOUS": "either of two people who stay apart could be meant",
}
# Codes of reasons by which a run says what it had no counterpart for.
_UNMAPPED_CODES = ("UNMAPPED", "UNKNOWN_KIND", "UNKNOWN_EDGE", "MORE_TUPLES")
_UNMAPPED_EVIDENCE = "unmapped"


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked: the loose ends at a moment."""

    as_of: int = field(metadata=MOMENT)


@dataclass(frozen=True, slots=True)
class UnresolvedRow:
    """One loose end. `id`: the node, or the source, that it is about; `command`: what settles it, PERSON being whom you know.

    Where there are several candidates, the command is that of each, joined by ` or `.
    """

    kind: UnresolvedKind
    """What sort of loose end it is."""
    id: str
    """The node, or the source, that it is about."""
    name: str
    """Its name."""
    why: str
    """What is not known, in words."""
    candidates: tuple[NodeId, ...]
    """The ids that it could belong to."""
    command: str
    """The command that settles it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Loose ends by kind, then id; `total` counts them."""

    total: int
    """How many loose ends there are."""
    rows: tuple[UnresolvedRow, ...] = field(metadata=COLUMNS)
    """The loose ends, by kind, then id."""
    completeness: Completeness = field(metadata=HIDDEN)
    freshness: tuple[FreshnessWarning, ...] = field(metadata=HIDDEN)


def run(snapshot: Snapshot, params: Params) -> Answer:
    """Answer the question."""
    view = snapshot.at(params.as_of)
    owners = owners_at(snapshot, params.as_of)
    logins = unjoined_logins(snapshot, params.as_of)
    rows = [
        *(_login(snapshot, login) for login in logins),
        *_conflicts(snapshot, view),
        *_accounts(snapshot, view, owners, {login.account for login in logins}),
        *_credentials(snapshot, view, owners),
        *_models(snapshot, view),
        *_unmapped_grants(snapshot, view),
        *_unmapped_runs(snapshot),
    ]
    rows.sort(key=lambda row: (KINDS.index(row.kind), row.id.encode(), row.why))
    return Answer(len(rows), tuple(rows), Completeness(), freshness_warnings(snapshot, params.as_of))


def _login(snapshot: Snapshot, login: UnjoinedLogin) -> UnresolvedRow:
    database = f" of the database {', '.join(login.databases)}" if login.databases else ""
    servers = ", ".join(snapshot.name(server) for server in login.servers)
    problem = "is no role that the source of this instance lists" if login.is_host_known else "joins no known database"
    system = login.address.partition("/")[0]
    settle = f"remit load PATH --source {system}:INSTANCE" if login.is_host_known else ""
    return UnresolvedRow(
        kind="login",
        id=snapshot.ids[login.account],
        name=login.role,
        why=f"the login {login.role} at {login.address}{database}, of {servers}, {problem}",
        candidates=tuple(f"Account:{candidate}/{login.role}" for candidate in login.candidates),
        command=" or ".join(login.commands) or settle or f"remit source alias {login.address} {system}/INSTANCE",
    )


def _conflicts(snapshot: Snapshot, view: View) -> Iterator[UnresolvedRow]:
    """Pairs of identities that a rule would join and that stay apart until a person decides."""
    for conflict in snapshot.info["conflicts"]:
        left, right = snapshot.index_of(conflict["left"]), snapshot.index_of(conflict["right"])
        if conflict["why"] not in _CONFLICTS or left < 0 or right < 0 or left == right:
            continue
        ids = f"{quote(conflict['left'])} {quote(conflict['right'])}"
        rule = conflict["rule"].lower().replace("_", " ")
        yield UnresolvedRow(
            kind="identity_conflict",
            id=conflict["left"],
            name=snapshot.name(left, view.moment),
            why=f"shares the {rule} {conflict['value']} with {conflict['right']}: {_CONFLICTS[conflict['why']]}",
            candidates=(conflict["right"],),
            command=f"remit decide link {ids} or remit decide unlink {ids}",
        )


def _accounts(snapshot: Snapshot, view: View, owners: OwnerTable, logins: set[int]) -> Iterator[UnresolvedRow]:
    """Accounts that are there and that nobody holds or answers for."""
    there = snapshot.nodes.of("Account") & ((view.mode == CONVEYS) | (view.mode == KEYS_ONLY))
    there &= snapshot.column("status", view.moment) != snapshot.value_code("deleted")
    nodes = np.flatnonzero(there & (np.diff(owners.offsets) == 0))
    names = names_of(snapshot, nodes, view.moment)
    by_name, by_login = _identities_by_name(snapshot, view), _identities_by_login(snapshot, view)
    for node, name in zip(nodes.tolist(), names, strict=True):
        if node in logins:
            continue
        addresses = [snapshot.prop(node, prop, view.moment) for prop in ("email", "subject")]
        address = next((canonical_address(text) for text in addresses if text and "@" in text), None)
        sharing = [] if address is None else snapshot.indices_of_email(address)
        people = [person for person in sharing if snapshot.kind(person) == "Identity"]
        candidates = people or by_name.get(name.casefold(), []) or by_login.get(_login_letters(name), [])
        if len(people) > 1:
            kind, why = "shared_mailbox", f"{address} is the address of {len(people)} people"
        elif address is None:
            kind, why = "account_without_person", "no address, and no source says whose it is"
        else:
            kind, why = "account_without_person", f"no directory knows {address}"
            why = f"{address} was unlinked from its owner" if people else why
        account = quote(snapshot.ids[node])
        yield UnresolvedRow(
            kind=kind,
            id=snapshot.ids[node],
            name=name,
            why=why,
            candidates=tuple(snapshot.ids[person] for person in candidates),
            # A login may as well be a service's, which nobody is and somebody answers for.
            command=_each(f"remit decide link {{}} {account}", snapshot, candidates)
            + ("" if candidates or address else f" or remit decide owner {account} PERSON"),
        )


def _identities_by_name(snapshot: Snapshot, view: View) -> dict[str, list[int]]:
    nodes = np.flatnonzero(snapshot.nodes.of("Identity") & (view.mode != ABSENT))
    by_name: dict[str, list[int]] = defaultdict(list)
    for node, name in zip(nodes.tolist(), names_of(snapshot, nodes, view.moment), strict=True):
        by_name[name.casefold()].append(node)
    return by_name


def _identities_by_login(snapshot: Snapshot, view: View) -> dict[str, list[int]]:
    """People by how logins are made of their names and addresses: adabyron of Ada Byron and of ada.byron@acme.example."""
    nodes = np.flatnonzero(snapshot.nodes.of("Identity") & (view.mode != ABSENT))
    by_login: dict[str, list[int]] = defaultdict(list)
    for node, name in zip(nodes.tolist(), names_of(snapshot, nodes, view.moment), strict=True):
        addresses = snapshot.prop(node, "emails", view.moment) or ()
        for login in {_login_letters(text) for text in (name, *(address.partition("@")[0] for address in addresses))}:
            by_login[login].append(node)
    by_login.pop("", None)
    return by_login


def _login_letters(text: str) -> str:
    """The letters and digits of a text without accents, as a login would have them."""
    return "".join(letter for letter in normalize("NFKD", text.partition("@")[0].casefold()) if letter.isalnum())


def _each(command: str, snapshot: Snapshot, candidates: Sequence[int]) -> str:
    """The command for each candidate; without one, for the person whom the reader knows."""
    return " or ".join(command.format(quote(snapshot.ids[node])) for node in candidates) or command.format("PERSON")


def _credentials(snapshot: Snapshot, view: View, owners: OwnerTable) -> Iterator[UnresolvedRow]:
    """Credentials that work and that nobody holds or answers for."""
    works = snapshot.nodes.of("Credential") & (view.mode == CONVEYS)
    nodes = np.flatnonzero(works & (np.diff(owners.offsets) == 0))
    for node, name in zip(nodes.tolist(), names_of(snapshot, nodes, view.moment), strict=True):
        yield UnresolvedRow(
            kind="credential_without_holder",
            id=snapshot.ids[node],
            name=name,
            why="nobody holds it or answers for it",
            candidates=(),
            command=f"remit decide owner {quote(snapshot.ids[node])} PERSON",
        )


def _unmapped_grants(snapshot: Snapshot, view: View) -> Iterator[UnresolvedRow]:
    """Grants whose evidence says that no table knows their role or privilege; one row for each text of each source."""
    edges = snapshot.edges
    codes = np.unique(edges.evidence[edges.evidence >= 0])
    unmapped = [code for code in codes.tolist() if _UNMAPPED_EVIDENCE in (snapshot.text(code) or "")]
    rows = np.flatnonzero(np.isin(edges.evidence, unmapped) & edges.valid_at(view.moment))
    groups: dict[tuple[int, int], list[int]] = defaultdict(list)
    for row in rows.tolist():
        groups[int(edges.claimed_by[row]), int(edges.evidence[row])].append(row)
    for (claimed_by, evidence), grants in groups.items():
        target, source = int(edges.target[grants[0]]), snapshot.sources[claimed_by]
        more = f", and {len(grants) - 1} more grants" if len(grants) > 1 else ""
        yield _unmapped_row(
            snapshot.ids[target], snapshot.name(target, view.moment), f"{snapshot.text(evidence)}{more}", source
        )


def _unmapped_runs(snapshot: Snapshot) -> Iterable[UnresolvedRow]:
    """What the newest run of each source had no counterpart for."""
    for source in snapshot.freshness:
        for reason in source.reasons:
            if reason.code.startswith(_UNMAPPED_CODES):
                yield _unmapped_row(source.source, source.source, f"{reason.code}: {reason.detail}", source.source)


def _unmapped_row(node_id: str, name: str, why: str, source: str) -> UnresolvedRow:
    command = f"remit load PATH --source {quote(source)}"
    return UnresolvedRow(kind="unmapped", id=node_id, name=name, why=why, candidates=(), command=command)


def _models(snapshot: Snapshot, view: View) -> Iterator[UnresolvedRow]:
    """Models that were used and whose name is of no line that is known."""
    used = np.unique(snapshot.usage.resource)
    for node in used[used >= 0].tolist():
        if snapshot.kind(node) == "Model" and not is_named_model(snapshot.ids[node]):
            yield UnresolvedRow(
                kind="unknown_model",
                id=snapshot.ids[node],
                name=snapshot.name(node, view.moment),
                why="its name is of no line of models that is known, so it stands alone and may be unpriced; the command lists what looks like it",
                candidates=(),
                command=f"remit find {quote(snapshot.name(node, view.moment))} --kinds Model",
            )


def unresolved_lines(answer: Answer, before: Answer | None = None, most: int = 10) -> list[str]:
    """The first loose ends for a person, each with its command below it, and how many there are of each sort.

    `before`: the loose ends there were already, which need not be read again.
    """
    known = set() if before is None else set(before.rows)
    new = [row for row in answer.rows if row not in known]
    lines = []
    for row in new[:most]:
        candidates = f" (perhaps {', '.join(row.candidates[:3])})" if row.candidates else ""
        subject = row.id if row.kind in ("identity_conflict", "unmapped") else f"{row.name} ({row.id})"
        lines.append(f"unresolved {row.kind}: {subject}: {row.why}{candidates}")
        lines.append(f"         {row.command}")
    if answer.total:
        counts = Counter(row.kind for row in answer.rows)
        listed = ", ".join(f"{count} {kind}" for kind, count in counts.items())
        since = "" if before is None else f", {len(new)} of them new" if new else ", none of them new"
        lines.append(f"{answer.total} unresolved ({listed}){since}; `remit query unresolved` lists them all")
    return lines

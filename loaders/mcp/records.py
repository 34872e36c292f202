"""This file knows which nodes and edges a configuration claims.

A remote server is everybody's, so what one configuration sends to it is that holder's and never the server's. A local
server is the configuration's own, so it runs as what it carries. Owners and database accounts are named by edges alone:
their own systems describe them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.claims import Edge, Node, Record
from loaders.mcp.owner import ConfigOwner
from loaders.mcp.secret import (
    LITERAL,
    PLACEHOLDER,
    REFERENCE,
    SecretClassification,
    classify,
    fingerprint,
    hint_of,
    is_redaction_marker,
    secret_type,
)
from loaders.mcp.secret_candidates import SecretCandidate
from loaders.mcp.server_config import ServerConfig
from loaders.mcp.slot import ServerEntry


@dataclass(frozen=True, slots=True)
class ConfigSource:
    """Where an entry was read. `scope` is the part of ids that only this file has.

    `redacted`: secrets were taken away before: a marker in their place does not say whether a secret or a reference stood there.
    """

    shown: str
    scope: str
    salt: bytes = field(repr=False)
    redacted: bool = False


@dataclass(frozen=True, slots=True)
class IdentifiedServer:
    """One entry, whose it is, and the id of its server."""

    slot: ServerEntry
    holder: ConfigOwner
    server: ServerConfig
    node: str


def identify(read: Sequence[tuple[ServerEntry, ConfigOwner, ServerConfig]]) -> list[IdentifiedServer]:
    """Each server with its id; where one holder starts a package twice, the alias tells the two apart."""
    plain = [_id(holder, server) for _, holder, server in read]
    aliased = [f"{node}/{slot.alias}" for node, (slot, _, _) in zip(plain, read, strict=True)]
    times = Counter([*plain, *aliased])
    claims = []
    for at, (slot, holder, server) in enumerate(read):
        node = plain[at]
        if server.url is None and times[node] > 1:
            node = aliased[at] if times[aliased[at]] == 1 else f"{node}/{slot.place}"
        claims.append(IdentifiedServer(slot, holder, server, node))
    return claims


def server_records(claim: IdentifiedServer, origin: ConfigSource) -> Iterator[Record]:
    """What one entry claims, nodes before the edges that name them."""
    holder, server = claim.holder, claim.server
    where = f"{claim.slot.place} in {origin.shown}"
    yield from _holder_node(holder)
    yield _server_node(claim)
    if holder.node and not server.disabled:
        evidence = "; ".join([where, *_remarks(server)])
        yield Edge(
            kind="CONNECTS_TO", source=holder.node, target=claim.node, evidence=evidence, alias=server.alias or None
        )
    for carrier in server.carriers:
        yield from _carried(claim, carrier, origin, f"{carrier.place} of {where}")


def name_only_server(name: str, holder: ConfigOwner) -> Node:
    """A server that a file names and does not start: inventory under its local name."""
    return Node(id=f"McpServer:zed/{holder.key}/{name}", name=name, props={"name_only": True})


def _id(holder: ConfigOwner, server: ServerConfig) -> str:
    return f"McpServer:mcp/{server.url or f'{holder.key}/{server.package}'}"


def _holder_node(holder: ConfigOwner) -> Iterator[Node]:
    """A project is known by its configuration; a person is described by a directory, so never here."""
    if holder.kind == "Application" and holder.node and holder.node.startswith("Application:repo/"):
        props = {"repository": holder.repository} if holder.repository else {}
        yield Node(id=holder.node, name=holder.key, props=props)


def _server_node(claim: IdentifiedServer) -> Node:
    server = claim.server
    if server.url is not None:
        return Node(
            id=claim.node,
            name=server.url,
            props={"transport": server.transport, "url": server.url, "bridge": server.bridge},
        )
    props = {
        "transport": server.transport,
        "package": server.package,
        "version": server.version,
        "bridge": server.bridge,
        "env_file": server.env_file,
    }
    return Node(id=claim.node, name=server.alias or None, props=props)


def _remarks(server: ServerConfig) -> Iterator[str]:
    if server.bridge:
        yield f"through {server.bridge}"
    if server.approves:
        yield "auto-approves: " + ("every tool" if "*" in server.approves else ", ".join(server.approves))
    if server.env_file:
        yield f"variables from {server.env_file}"


def _carried(claim: IdentifiedServer, carrier: SecretCandidate, origin: ConfigSource, where: str) -> Iterator[Record]:
    login = carrier.login
    account = login.account if login else None
    if login and login.account:
        where += f": role {login.role} at {login.instance}" + (f", database {login.database}" if login.database else "")
        if claim.server.url is None:
            yield Edge(kind="RUNS_AS", source=claim.node, target=login.account, evidence=where)
    meaning = classify(carrier.text)
    if meaning is None:
        return
    node = _credential(meaning, carrier, claim, origin)
    yield node
    if claim.server.url is None:
        yield Edge(kind="RUNS_AS", source=claim.node, target=node.id, evidence=where)
    if claim.holder.node and claim.holder.kind in _HOLDS:
        yield Edge(kind=_HOLDS[claim.holder.kind], source=claim.holder.node, target=node.id, evidence=where)
    if account and meaning.kind == LITERAL:
        yield Edge(kind="RUNS_AS", source=node.id, target=account, evidence=where)


# What a configuration carries is its holder's: a person has it, a project acts with it.
_HOLDS = {"Identity": "HAS_CREDENTIAL", "Account": "HAS_CREDENTIAL", "Application": "RUNS_AS"}


def _credential(
    meaning: SecretClassification, carrier: SecretCandidate, claim: IdentifiedServer, origin: ConfigSource
) -> Node:
    """A literal secret is one node wherever it is used; a reference or placeholder is this file's alone.

    The password of a database login counts together with its account: two databases with the password `postgres` do not
    share a credential, else whoever knows one would reach the other. Their fingerprints agree, so reuse still shows.
    """
    if meaning.kind == LITERAL:
        mark = fingerprint(meaning.secret, origin.salt)
        account = carrier.login.account if carrier.login else None
        key = f"{mark}/{account.partition(':')[2]}" if account else mark
        kind = "password" if account else secret_type(meaning.secret)
        hint = hint_of(meaning.secret)
        return Node(
            id=f"Credential:mcp/{key}",
            name=f"{kind} …{hint}" if hint else f"{kind} {mark[:8]}",
            props={"type": kind, "literal": True, "fingerprint": mark, "hint": hint},
        )
    if meaning.kind == REFERENCE and meaning.variable:
        key, name = meaning.variable, meaning.variable
    else:
        key, name = f"{claim.slot.place}/{carrier.place}", carrier.place
    kind = PLACEHOLDER if meaning.kind == PLACEHOLDER else REFERENCE
    if origin.redacted and kind == PLACEHOLDER and is_redaction_marker(carrier.text):
        return Node(id=f"Credential:mcp/{origin.scope}/{key}", name=name, props={"type": "redacted"})
    return Node(id=f"Credential:mcp/{origin.scope}/{key}", name=name, props={"type": kind, "literal": False})

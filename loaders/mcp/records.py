"""Records of an MCP configuration: the nodes and edges that its entries claim, each entry checked and refused alone.

A remote server is shared by everybody, so what one configuration sends to it belongs to that configuration's owner and
never to the server. A local server belongs to the configuration, so it runs as the credentials that stand there. Owners
and database accounts are named by edges only: their own systems describe them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import msgspec

from graph.check import check, check_id, check_props
from graph.claims import Edge, Node, Record
from graph.errors import RecordError
from loaders.mcp.entry import ServerEntry, check_texts
from loaders.mcp.owner import ConfigOwner, project_owner
from loaders.mcp.secret import (
    LITERAL,
    PLACEHOLDER,
    REFERENCE,
    SecretClassification,
    classify,
    fingerprint,
    hash_fingerprint,
    hint_of,
    is_redaction_marker,
    secret_type,
    sha256_of,
)
from loaders.mcp.secret_candidates import SecretCandidate
from loaders.mcp.secret_mask import SecretMask
from loaders.mcp.server_config import ServerConfig, masked_config, read_server_config


@dataclass(frozen=True, slots=True)
class ConfigSource:
    """Where entries were read. `path` is what evidence calls the file: it is the same wherever an export lies.

    `scope` is the part of ids that only this file has. `redacted`: secrets were removed before. A marker then does not say whether a secret or a reference stood there.
    """

    path: str
    scope: str
    salt: bytes = field(repr=False)
    redacted: bool = False


@dataclass(frozen=True, slots=True)
class IdentifiedServer:
    """One entry with its owner and the node id of its server."""

    entry: ServerEntry
    owner: ConfigOwner
    config: ServerConfig
    node: str


def identify(configs: Sequence[tuple[ServerEntry, ConfigOwner, ServerConfig]]) -> list[IdentifiedServer]:
    """Each server with its id; the alias distinguishes two servers where one owner starts a package twice."""
    plain = [_server_id(owner, config) for _, owner, config in configs]
    aliased = [f"{node}/{entry.alias}" for node, (entry, _, _) in zip(plain, configs, strict=True)]
    times = Counter([*plain, *aliased])
    servers = []
    for index, (entry, owner, config) in enumerate(configs):
        node = plain[index]
        if config.url is None and times[node] > 1:
            node = aliased[index] if times[aliased[index]] == 1 else f"{node}/{entry.path}"
        servers.append(IdentifiedServer(entry, owner, config, node))
    return servers


def server_records(server: IdentifiedServer, source: ConfigSource) -> Iterator[Record]:
    """What one entry claims, nodes before the edges that name them."""
    owner, config = server.owner, server.config
    location = f"{server.entry.path} in {source.path}"
    yield from _owner_node(owner)
    yield _server_node(server)
    if owner.node and not config.disabled:
        evidence = "; ".join([location, *_remarks(config)])
        yield Edge(
            kind="CONNECTS_TO", source=owner.node, target=server.node, evidence=evidence, alias=config.alias or None
        )
    for candidate in config.candidates:
        yield from _candidate_records(server, candidate, source, f"{candidate.location} of {location}")


def name_only_server(name: str, owner: ConfigOwner) -> Node:
    """A server that a file names and does not start: inventory under its local name."""
    return Node(id=f"McpServer:zed/{owner.key}/{name}", name=name, props={"name_only": True})


def _server_id(owner: ConfigOwner, config: ServerConfig) -> str:
    return f"McpServer:mcp/{config.url or f'{owner.key}/{config.package}'}"


def _owner_node(owner: ConfigOwner) -> Iterator[Node]:
    """The node of a project, which its configuration describes; people are described by a directory, never here."""
    if owner.kind == "Application" and owner.node and owner.node.startswith("Application:repo/"):
        props = {"repository": owner.repository} if owner.repository else {}
        yield Node(id=owner.node, name=owner.key, props=props)


def _server_node(server: IdentifiedServer) -> Node:
    config = server.config
    if config.url is not None:
        return Node(
            id=server.node,
            name=config.url,
            props={"transport": config.transport, "url": config.url, "bridge": config.bridge},
        )
    props = {
        "transport": config.transport,
        "package": config.package,
        "version": config.version,
        "bridge": config.bridge,
        "env_file": config.env_file,
        "logins": sorted({name for c in config.candidates if c.login for name in c.login.names}) or None,
    }
    return Node(id=server.node, name=config.alias or None, props=props)


def _remarks(config: ServerConfig) -> Iterator[str]:
    if config.bridge:
        yield f"through {config.bridge}"
    if config.auto_approved:
        yield "auto-approves: " + ("every tool" if "*" in config.auto_approved else ", ".join(config.auto_approved))
    if config.env_file:
        yield f"variables from {config.env_file}"


def _candidate_records(
    server: IdentifiedServer, candidate: SecretCandidate, source: ConfigSource, evidence: str
) -> Iterator[Record]:
    owner, is_local = server.owner, server.config.url is None
    login = candidate.login
    accounts = login.accounts if login else ()
    if login and accounts:
        evidence += f": role {login.role} at {', '.join(login.instances)}"
        evidence += f", database {login.database}" if login.database else ""
        if is_local:
            yield from (_runs_as(server.node, account, evidence) for account in accounts)
    classification = classify(candidate.text)
    if classification is None:
        return
    node = _credential(classification, candidate, server, source)
    yield node
    if is_local:
        yield _runs_as(server.node, node.id, evidence)
    if owner.node and owner.kind in _OWNER_EDGES:
        yield Edge(kind=_OWNER_EDGES[owner.kind], source=owner.node, target=node.id, evidence=evidence)
    if classification.kind == LITERAL:
        yield from (_runs_as(node.id, account, evidence) for account in accounts)


def _runs_as(source: str, target: str, evidence: str) -> Edge:
    return Edge(kind="RUNS_AS", source=source, target=target, evidence=evidence)


# A credential in a configuration belongs to its owner: a person has it, a project acts with it.
_OWNER_EDGES = {"Identity": "HAS_CREDENTIAL", "Account": "HAS_CREDENTIAL", "Application": "RUNS_AS"}


def _credential(
    classification: SecretClassification, candidate: SecretCandidate, server: IdentifiedServer, source: ConfigSource
) -> Node:
    """A literal secret is one node wherever it is used; a reference or placeholder belongs to this file.

    The password of a database login is identified together with its account: two databases with the password `postgres`
    do not share a credential, else whoever knows one would reach the other. Their fingerprints are equal, so reuse shows.
    """
    if classification.kind == LITERAL:
        digest = fingerprint(classification.secret, source.salt)
        account = candidate.login.account if candidate.login else None
        key = f"{digest}/{account.partition(':')[2]}" if account else digest
        hashed = None if account else hash_fingerprint(sha256_of(classification.secret), source.salt)
        kind = "password" if account else secret_type(classification.secret)
        hint = hint_of(classification.secret)
        return Node(
            id=f"Credential:mcp/{key}",
            name=f"{kind} …{hint}" if hint else f"{kind} {digest[:8]}",
            props={"type": kind, "literal": True, "fingerprint": digest, "hint": hint, "hash_fingerprint": hashed},
        )
    if classification.kind == REFERENCE and classification.variable:
        key = name = SecretMask(source.salt).name(classification.variable)
    else:
        key, name = f"{server.entry.path}/{candidate.location}", candidate.location
    node_id = f"Credential:mcp/{source.scope}/{key}"
    kind = PLACEHOLDER if classification.kind == PLACEHOLDER else REFERENCE
    if source.redacted and kind == PLACEHOLDER and is_redaction_marker(candidate.text):
        return Node(id=node_id, name=name, props={"type": "redacted"})
    return Node(id=node_id, name=name, props={"type": kind, "literal": False})


@dataclass(slots=True)
class ConfigRecords:
    """The records of one configuration while its entries are read, and the entries that were refused.

    Lenient unless `strict`: then the first bad entry raises RecordError, whose text never repeats a value.
    """

    display_path: str
    strict: bool
    nodes: dict[str, Node] = field(default_factory=dict)
    edges: dict[tuple[str, str, str], Edge] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)

    def read(
        self, entries: Iterable[ServerEntry], client: str, owner: ConfigOwner, source: ConfigSource
    ) -> list[IdentifiedServer]:
        """Add the records of entries; returns the servers of those that could be read."""
        configs: list[tuple[ServerEntry, ConfigOwner, ServerConfig]] = []
        mask = SecretMask(source.salt)
        for written in entries:
            entry = replace(written, alias=mask.name(written.alias), path=mask.name(written.path))
            entry_owner = project_owner(entry.project) if entry.project and owner.node is None else owner
            try:
                check_texts(written)
                configs.append((entry, entry_owner, masked_config(read_server_config(written, client), mask)))
            except RecordError as error:
                self.refuse(entry, error)
        servers = identify(configs)
        return [server for server in servers if self.add_all(server.entry, server_records(server, source))]

    def refuse(self, entry: ServerEntry, error: RecordError) -> None:
        """List an entry that cannot be read; raise RecordError if this is strict."""
        path = ".".join(part for part in (entry.path, error.field) if part)
        if self.strict:
            raise RecordError(error.problem, file=self.display_path, field=path) from None
        self.refused.append(f"{self.display_path}: {path}: {error.problem}")

    def add(self, record: Record) -> None:
        """Add a record. Of two that describe one server or credential the first wins, the second fills gaps."""
        if isinstance(record, Node):
            first = self.nodes.get(record.id, record)
            self.nodes[record.id] = msgspec.structs.replace(first, props={**record.props, **first.props})
        elif isinstance(record, Edge):
            key = (record.kind, record.source, record.target)
            first_edge = self.edges.setdefault(key, record)
            if record.alias != first_edge.alias:
                evidence = f"{first_edge.evidence}; also as {record.alias}: {record.evidence}"
                self.edges[key] = msgspec.structs.replace(first_edge, evidence=evidence)

    def add_all(self, entry: ServerEntry, records: Iterable[Record]) -> bool:
        """Add the records of an entry, or refuse all of them if one cannot be stored."""
        try:
            checked = [_checked(record) for record in records]
        except RecordError:
            # What the check says may quote the value.
            self.refuse(entry, RecordError("it holds text that cannot be stored (NUL, half a character, too long)"))
            return False
        for record in checked:
            self.add(record)
        return True

    def records(self) -> list[Record]:
        """Nodes by id, then edges by kind and ends: the same for any order of the file."""
        return [*(self.nodes[key] for key in sorted(self.nodes)), *(self.edges[key] for key in sorted(self.edges))]


def _checked(record: Record) -> Record:
    check(record)
    if isinstance(record, Node):
        return msgspec.structs.replace(record, props=check_props(check_id(record.id, "id"), record.props))
    return record

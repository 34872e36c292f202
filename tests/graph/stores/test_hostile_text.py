"""Text that means something to a database is text: it comes back as it went in, and no statement is made of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from graph.claims import Charge, Decision, Edge, Node, Record, RunHeader, Usage
from graph.ontology import MAX_ID_BYTES
from graph.stores.base import Store
from graph.stores.neo4j.connection import Transaction
from graph.stores.open import open_store
from tests.servers.choice import Neo4jServers

HOSTILE = (
    "}) DETACH DELETE n //",
    "' OR 1=1; DROP TABLE node_claim; --",
    '" }) MATCH (n) DETACH DELETE n RETURN ("',
    "`n`:`Entity`) SET n.id = ``",
    "$source {source} ${source} %s %(source)s",
    "\\u0027 \\' \\\" \\` \\\\",
    "line one\nline two\r\n\ttab\u2028\u2029",
    "/* comment */ // comment -- comment # comment",
    "\u202egnirts desrever\u202c \u200b\ufeff",
    "🦊 ümlaut ẞ ﬁ Å Å",
    "CALL dbms.security.createUser('eve','eve',false)",
    "null",
    "\u0001\u001f\u007f",
)


def longest(kind: str, text: str) -> str:
    """An id of just as many bytes as an id may have, that ends in the text."""
    head, tail = f"{kind}:x/", text.encode()
    return (
        head
        + "é" * ((MAX_ID_BYTES - len(head) - len(tail)) // 2)
        + "e" * ((MAX_ID_BYTES - len(head) - len(tail)) % 2)
        + text
    )


def records(texts: tuple[str, ...]) -> list[Record]:
    """Each text in every place that takes one."""
    found: list[Record] = []
    for text in texts:
        person, account = f"Identity:hr/{text}", longest("Account", text)
        model, application = f"Model:m/{text}", f"Application:a/{text}"
        found += [
            Node(id=person, name=text, props={"department": text, "emails": [text], "title": text}),
            Node(id=account, name=text, props={"email": text, "subject": text}),
            Edge(kind="HAS_ACCOUNT", source=person, target=account, evidence=text, alias=text),
            Usage(
                principal=account,
                resource=model,
                application=application,
                workspace=f"Group:w/{text}",
                day=20_000,
                requests=1,
                cost_nano=5,
                currency="USD",
                basis="billed",
                detail=json.dumps({"raw": text}),
            ),
            Charge(
                application=application,
                first_day=20_000,
                last_day=20_001,
                category="seat",
                cost_nano=7,
                currency="USD",
                description=text,
            ),
        ]
    return found


def header(source: str = "hr:test") -> RunHeader:
    return RunHeader(
        source=source,
        observed_at=100,
        complete=("Identity", "Account", "HAS_ACCOUNT"),
        usage=(20_000, 20_001),
        charges=(20_000, 20_001),
        aliases={f"postgres/{text}": "postgres/prod" for text in HOSTILE},
    )


def load(store: Store, told: list[Record], source: str = "hr:test") -> None:
    run = store.begin(header(source), HOSTILE[0])
    store.write(run, told, range(len(told)))
    store.check(run)
    store.finish(run, checkpoint=HOSTILE[1])


def decisions(texts: tuple[str, ...]) -> list[Decision]:
    return [
        Decision(kind="link", ids=(f"Identity:hr/{text}", f"Identity:o/{text}"), by=text, at=number, why=text)
        for number, text in enumerate(texts)
    ]


def test_longest_ids_are_as_long_as_they_may_be() -> None:
    assert all(len(longest("Account", text).encode()) == MAX_ID_BYTES for text in HOSTILE)


def test_hostile_text_comes_back_as_it_went_in(store: Store, open_handle: Callable[[], Store]) -> None:
    load(store, records(HOSTILE))
    for decision in decisions(HOSTILE):
        assert store.decide(decision)
    claims = open_handle().read()
    told = {
        (claims.ids[n], name, props)
        for n, name, props in zip(claims.nodes.node, claims.nodes.name, claims.nodes.props, strict=True)
    }
    for text in HOSTILE:
        props: dict[str, Any] = {"department": text, "emails": [text], "title": text}
        spelled = {json.loads(p)["title"]: json.loads(p) for node, _, p in told if node == f"Identity:hr/{text}"}
        assert spelled == {text: props}
        assert (f"Identity:hr/{text}", text) in {(node, name) for node, name, _ in told}
    edges = {
        (claims.ids[t], claims.ids[h], claims.texts[e], claims.texts[a])
        for t, h, e, a in zip(
            claims.edges.source, claims.edges.target, claims.edges.evidence, claims.edges.alias, strict=True
        )
    }
    assert edges == {(f"Identity:hr/{text}", longest("Account", text), text, text) for text in HOSTILE}
    assert {claims.ids[n] for n in claims.usage.workspace} == {f"Group:w/{text}" for text in HOSTILE}
    assert {claims.texts[n] for n in claims.usage.detail} == {json.dumps({"raw": text}) for text in HOSTILE}
    assert {claims.texts[n] for n in claims.charges.description} == set(HOSTILE)
    assert list(claims.decisions) == decisions(HOSTILE)
    (state,) = store.sources()
    assert state.aliases == header().aliases
    assert state.checkpoint == HOSTILE[1]
    assert store.counts() == {
        "nodes": {"Account": len(HOSTILE), "Identity": len(HOSTILE)},
        "edges": {"HAS_ACCOUNT": len(HOSTILE)},
        "usage": len(HOSTILE),
        "charges": len(HOSTILE),
    }


@pytest.mark.parametrize("edition", ["5.26", "calendar"])
def test_no_statement_is_made_of_data(
    edition: str, neo4j_servers: Neo4jServers, monkeypatch: pytest.MonkeyPatch
) -> None:
    statements: set[str] = set()
    run = Transaction.run

    def noted(self: Transaction, text: str, **values: Any) -> Any:
        statements.add(text)
        return run(self, text, **values)

    def all_that_is_done(texts: tuple[str, ...], source: str) -> set[str]:
        statements.clear()
        store = open_store(neo4j_servers.empty(edition))
        load(store, records(texts), source)
        load(store, records(texts)[5:], source)
        store.decide(decisions(texts)[0])
        store.read(), store.counts(), store.runs(), store.sources()
        store.remove_source(source)
        store.close()
        return set(statements)

    monkeypatch.setattr(Transaction, "run", noted)
    innocent = all_that_is_done(("one", "two"), "hr:test")
    assert innocent
    assert all_that_is_done(HOSTILE, "hr:}) DETACH DELETE n //`'\"") == innocent

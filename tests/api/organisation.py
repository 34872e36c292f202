"""A small organisation in records: what the tests of the API ask about."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from api.context import StoreContext
from api.settings import Settings
from graph.moment import now
from loaders.base import Context as Told
from loaders.ingest import ingest
from loaders.saved.files import load_runs

TOKEN = "a-token-of-a-test"
LOAD_TOKEN = "a-token-that-loads"
BOB = "Identity:hr/2"


def lines(*records: dict[str, Any]) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


def node(node_id: str, name: str, **props: Any) -> dict[str, Any]:
    return {"record": "node", "id": node_id, "name": name, "props": props}


def edge(source: str, kind: str, target: str, **more: Any) -> dict[str, Any]:
    return {"record": "edge", "kind": kind, "source": source, "target": target, **more}


def organisation() -> str:
    """Ada, active, with an account in two groups; Bob, departed, whose key lives on; 300 tables to page through."""
    tables = [f"DataSource:postgres/prod/sales/public.t{number:03}" for number in range(300)]
    database = "DataSource:postgres/prod/sales"
    seen = {"resource": "Model:anthropic/claude", "application": "Application:cursor/acme"}
    return lines(
        {
            "record": "run",
            "source": "hr:workday",
            "observed_at": "2026-11-20T06:00:00Z",
            "complete": ["Identity", "HAS_ACCOUNT", "HAS_CREDENTIAL"],
        },
        node("Identity:hr/1", "Ada Byron", type="human", status="active", emails=["ada@acme.example"]),
        node(BOB, "Bob Stone", type="human", status="departed", emails=["bob@acme.example"]),
        node("Identity:hr/3", "Sam Twin", type="human", status="active", emails=["sam@acme.example"]),
        node("Identity:hr/4", "Sam Twin", type="human", status="active", emails=["twin@acme.example"]),
        edge("Identity:hr/1", "HAS_ACCOUNT", "Account:cursor/ada"),
        edge(BOB, "HAS_CREDENTIAL", "Credential:postgres/bobs-key"),
        {
            "record": "run",
            "source": "cursor:acme",
            "observed_at": "2026-11-20T07:00:00Z",
            "complete": ["Account", "DataSource", "MEMBER_OF", "CAN_ACCESS", "CONTAINS"],
            "usage": {"from": "2026-11-01", "to": "2026-11-19"},
        },
        node("Account:cursor/ada", "ada", status="active", email="ada@acme.example", managed="yes"),
        node("Group:cursor/data", "Data", type="team"),
        node("Credential:postgres/bobs-key", "bobs key", status="active"),
        node(database, "sales", type="database", sensitivity="restricted"),
        *(node(table, table.rpartition(".")[2], type="table") for table in tables),
        edge("Account:cursor/ada", "MEMBER_OF", "Group:cursor/data"),
        edge("Group:cursor/data", "CAN_ACCESS", database, permission="WRITE", since="2026-01-02", evidence="grant"),
        edge("Credential:postgres/bobs-key", "CAN_ACCESS", database, permission="READ"),
        *(edge(database, "CONTAINS", table) for table in tables),
        {
            "record": "usage",
            "principal": "Account:cursor/ada",
            "day": "2026-11-19",
            "requests": 12,
            "tokens": {"uncached_input": 126, "output": 450},
            "cost": {"amount": "0.2136", "currency": "USD", "basis": "billed"},
            **seen,
        },
        {
            "record": "charge",
            "application": "Application:cursor/acme",
            "from": "2026-11-01",
            "to": "2026-11-30",
            "category": "seat",
            "cost": {"amount": "40.00", "currency": "USD"},
        },
    )


def load(settings: Settings, text: str, folder: Path) -> None:
    """Load records the way `remit load` does."""
    path = folder / "records.jsonl"
    path.write_text(text)
    with StoreContext(settings) as context:
        drafts, _ = load_runs([path], Told(observed_at=now(), salt=settings.fingerprint_salt))
        ingest(context.store, drafts)
        context.publish()

"""Users whom usage of LiteLLM and OpenAI names beside a key that no list has: accounts that nobody describes, visible in the answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from graph.claims import Node, Usage
from graph.moment import DAY, day_of, midnight, read_moment
from graph.snapshot import Snapshot, snapshot_of
from graph.stores.memory import MemoryStore
from loaders.base import Context
from loaders.claims.named_users import uses_of_unlisted
from loaders.ingest import ingest
from loaders.saved.files import load_runs
from queries import unresolved
from queries.cost_attribution import Params, run

OBSERVED = read_moment("2026-11-21T06:00:00Z")
GONE, LISTED = "f" * 64, "a" * 64
PREFIX = "litellm/acme/"


def row(request: int, key: str, user: str | None, cost: int) -> dict[str, Any]:
    return {
        "request_id": f"req-{request}",
        "api_key": key,
        "user": user,
        "team_id": None,
        "model": "claude-sonnet-4-5",
        "custom_llm_provider": "anthropic",
        "call_type": "acompletion",
        "startTime": f"2026-11-2{request % 2}T05:00:00Z",
        "endTime": f"2026-11-2{request % 2}T05:00:01Z",
        "spend": cost,
        "prompt_tokens": 10,
        "completion_tokens": 1,
        "total_tokens": 11,
        "cache_hit": "False",
        "metadata": {},
        "status": "success",
    }


def loaded(folder: Path, rows: list[dict[str, Any]], *records: dict[str, Any]) -> Snapshot:
    """A proxy with one listed key, and these rows of its logs."""
    assert OBSERVED is not None
    bodies = {
        "spend/logs/v2.1.json": {"data": rows, "total": len(rows), "page": 1, "page_size": 1000, "total_pages": 1},
        "key/list.1.json": {"keys": [{"token": LISTED, "key_alias": "ci"}], "total_count": 1, "total_pages": 1},
    }
    for name, body in bodies.items():
        path = folder / "litellm" / "acme" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(body))
    paths = [str(folder / "litellm")]
    if records:
        (folder / "hr.jsonl").write_text("\n".join(json.dumps(record) for record in records))
        paths.append(str(folder / "hr.jsonl"))
    store = MemoryStore()
    runs, _ = load_runs(paths, Context(OBSERVED))
    ingest(store, runs)
    return snapshot_of(store, OBSERVED)


def costs(snapshot: Snapshot, *by: str) -> dict[tuple[str, ...], int]:
    assert OBSERVED is not None
    day = day_of(OBSERVED)
    answer = run(snapshot, Params(by=by, first_day=day - 9, last_day=day, as_of=OBSERVED + DAY))
    return {tuple(row.key[name] for name in by): row.cost.nano // 10**9 for row in answer.rows}


def test_a_user_whom_no_list_has_is_an_account_that_nobody_describes(tmp_path: Path) -> None:
    rows = [row(1, GONE, "u-eve", 1), row(2, GONE, "u-bo", 2), row(3, GONE, "u-eve", 4), row(4, "", "u-eve", 8)]
    rows += [row(5, GONE, "default_user_id", 16), row(6, GONE, None, 32), row(7, LISTED, "u-guest", 64)]
    snapshot = loaded(tmp_path, rows)
    eve, bo = f"Account:{PREFIX}u-eve", f"Account:{PREFIX}u-bo"
    for account in (eve, bo):
        assert not snapshot.nodes.known[snapshot.index_of(account)]
    # A listed key speaks for itself, and a placeholder is nobody.
    assert snapshot.index_of(f"Account:{PREFIX}u-guest") < 0
    assert snapshot.index_of(f"Account:{PREFIX}default_user_id") < 0
    assert costs(snapshot, "account") == {(eve,): 13, (bo,): 2, ("~unattributed",): 112}
    assert costs(snapshot, "credential") == {
        (f"Credential:{PREFIX}{GONE}",): 55, (f"Credential:{PREFIX}{LISTED}",): 64, ("~unattributed",): 8,
    }  # fmt: skip
    assert OBSERVED is not None
    listed = unresolved.run(snapshot, unresolved.Params(as_of=OBSERVED + DAY)).rows
    assert [row.id for row in listed if row.kind == "account_without_person"] == [bo, eve]


def test_a_user_whose_name_is_an_address_stays_the_person_who_has_it(tmp_path: Path) -> None:
    records = (
        {"record": "run", "source": "hr:x", "observed_at": "2026-11-20T06:00:00Z", "complete": ["Identity"]},
        {
            "record": "node",
            "id": "Identity:hr/ada",
            "props": {"type": "human", "status": "active", "emails": ["ada@acme.example"]},
        },
    )
    snapshot = loaded(tmp_path, [row(1, GONE, "Ada@acme.example", 5)], *records)
    assert costs(snapshot, "identity", "account") == {("Identity:hr/ada", f"Account:{PREFIX}Ada@acme.example"): 5}


def test_a_user_of_openai_beside_a_deleted_key_is_seen_too() -> None:
    key = Usage(
        principal="Credential:openai/key_gone",
        resource="Model:openai/gpt-5",
        day=20000,
        detail='{"raw":{"report":"completions","user_id":"user-eve"}}',
    )
    known = replace(key, principal="Credential:openai/key_listed")
    (edge,) = uses_of_unlisted([key, key, known], [Node(id="Credential:openai/key_listed")])
    assert (edge.kind, edge.source, edge.target) == ("USED", "Account:openai/user-eve", "Model:openai/gpt-5")
    assert (edge.since, edge.until) == (midnight(20000), midnight(20001))
    assert not list(uses_of_unlisted([key], [Node(id="Account:openai/user-eve")]))

"""What must hold of a key that a configuration holds and a gateway lists by its hash: one credential, no secret stored."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from graph.moment import read_moment
from graph.snapshot import Snapshot, snapshot_of
from graph.stores.memory import MemoryStore
from loaders.base import Context
from loaders.ingest import ingest
from loaders.saved.files import load_runs
from queries import blast_radius, exposure

NOW = read_moment("2026-11-20T06:00:00Z")
KEY = "sk-Zq81mWf0aYb7Rk2Lx93c"
TOKEN = hashlib.sha256(KEY.encode()).hexdigest()
LISTED = f"Credential:litellm/harbor/{TOKEN}"


def saved(folder: Path, *, secret: str = KEY, blocked: bool = False) -> list[str]:
    """A LiteLLM proxy with ada's key, and dmitri's mcp.json that holds a key."""
    calls: dict[str, Any] = {
        "user/list": {
            "users": [{"user_id": "u-ada", "user_email": "ada@acme.example"}],
            "total": 1,
            "page": 1,
            "total_pages": 1,
        },
        "key/list": {
            "keys": [{"token": TOKEN, "key_name": "sk-...x93c", "user_id": "u-ada", "blocked": blocked}],
            "total_count": 1,
            "current_page": 1,
            "total_pages": 1,
        },
        "team/list": [],
    }
    for call, body in calls.items():
        file = folder / "litellm" / "harbor" / f"{call}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(body))
    config = folder / "homes" / "dmitri@acme.example" / ".cursor" / "mcp.json"
    config.parent.mkdir(parents=True)
    config.write_text(json.dumps({"mcpServers": {"chat": {"command": "npx", "env": {"LITELLM_API_KEY": secret}}}}))
    return [str(folder / "litellm"), str(folder / "homes")]


def loaded(paths: list[str], *salts: bytes) -> tuple[MemoryStore, Snapshot]:
    """The paths loaded one by one, each with its salt."""
    store = MemoryStore()
    for path, salt in zip(paths, salts, strict=True):
        runs, _ = load_runs([path], Context(observed_at=NOW, salt=salt))
        ingest(store, runs)
    return store, snapshot_of(store, NOW)


def reached(snapshot: Snapshot, start: str) -> set[str]:
    answer = blast_radius.run(snapshot, blast_radius.Params(start=(start,), as_of=NOW))
    return {row.id for row in answer.reached}


@pytest.mark.parametrize("reverse", [False, True])
def test_a_key_in_a_configuration_and_its_hash_at_the_gateway_are_one_credential(tmp_path: Path, reverse: bool) -> None:
    paths = saved(tmp_path)
    store, snapshot = loaded(paths[::-1] if reverse else paths, b"salt", b"salt")
    assert "Account:litellm/harbor/u-ada" in reached(snapshot, "Identity:email/dmitri@acme.example")
    holders = exposure.run(snapshot, exposure.Params(target=LISTED, as_of=NOW)).reached
    assert {"Identity:email/dmitri@acme.example", "Account:litellm/harbor/u-ada"} <= {row.id for row in holders}
    other = next(text for text in store.read().ids if text.startswith("Credential:mcp/"))
    assert snapshot.index_of(other) == snapshot.index_of(LISTED)
    texts = [*store.read().nodes.props, *store.read().ids]
    assert not [text for text in texts if KEY in text]
    assert not [text for text in store.read().nodes.props if TOKEN in text]


def test_a_key_that_the_gateway_blocked_conveys_nothing_wherever_it_stands(tmp_path: Path) -> None:
    _, snapshot = loaded(saved(tmp_path, blocked=True), b"salt", b"salt")
    assert "Account:litellm/harbor/u-ada" not in reached(snapshot, "Identity:email/dmitri@acme.example")


@pytest.mark.parametrize(
    ("secret", "salts"), [(f"{KEY}0", (b"salt", b"salt")), (KEY, (b"salt", b"other")), (KEY, (b"", b""))]
)
def test_other_keys_other_salts_and_no_salt_join_nothing(
    tmp_path: Path, secret: str, salts: tuple[bytes, bytes]
) -> None:
    _, snapshot = loaded(saved(tmp_path, secret=secret), *salts)
    assert "Account:litellm/harbor/u-ada" not in reached(snapshot, "Identity:email/dmitri@acme.example")

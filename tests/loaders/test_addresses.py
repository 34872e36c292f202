"""Addresses as systems really write them: every connector gives them the one form by which people are found."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from graph.moment import DAY
from graph.snapshot import Snapshot, snapshot_of
from graph.stores.memory import MemoryStore
from loaders.base import Context
from loaders.bills.principals import account_id
from loaders.ingest import ingest
from loaders.saved.fields import FieldReader
from loaders.saved.files import load_runs
from queries.subject import find_node

GUEST = "kai_partner.example#EXT#@harbor.onmicrosoft.com"
UMLAUT = "jörg@müller.example"
PUNYCODE = "jörg@xn--mller-kva.example"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Ada Byron <Ada@acme.example>", "ada@acme.example"),
        ("mailto:ada@acme.example", "ada@acme.example"),
        (unicodedata.normalize("NFD", UMLAUT), PUNYCODE),
        (GUEST, "kai@partner.example"),
        ("ada", None),
    ],
)
def test_a_field_an_account_and_an_owner_have_the_same_form(text: str, address: str | None) -> None:
    assert FieldReader({"email": text}, "", "x.json").email("email") == address
    assert account_id("focus", text) == (f"Account:focus/~{address}" if address else f"Account:focus/{text}")


def loaded(folder: Path, files: dict[str, Any]) -> Snapshot:
    for name, body in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(json.dumps(body), encoding="utf-8")
    store = MemoryStore()
    ingest(store, load_runs([folder], Context(500 * DAY))[0])
    return snapshot_of(store, 0)


def test_one_person_in_the_spellings_of_a_directory_a_proxy_and_a_configuration(tmp_path: Path) -> None:
    """SCIM says `J\u00f6rg <...>`, LiteLLM has the address as the id of its user, the folder's name is decomposed."""
    schema = "urn:ietf:params:scim:schemas:core:2.0:User"
    person = {
        "schemas": [schema],
        "id": "1",
        "active": True,
        "emails": [{"value": f"Jörg M <{PUNYCODE}>", "primary": True}],
    }
    listed = {
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
        "totalResults": 1,
        "Resources": [person],
    }
    user = {"user_id": UMLAUT.upper(), "user_role": "internal_user", "user_email": None}
    server = {"mcpServers": {"notes": {"command": "npx", "args": ["-y", "@acme/notes"]}}}
    snapshot = loaded(
        tmp_path,
        {
            "scim/users.json": listed,
            "litellm/acme/user/list.json": {"users": [user], "total": 1, "page": 1, "page_size": 25, "total_pages": 1},
            f"homes/{unicodedata.normalize('NFD', UMLAUT)}/mcp.json": server,
        },
    )
    person_node = find_node(snapshot, f"mailto:{UMLAUT}")
    assert snapshot.ids[person_node].startswith("Identity:scim/")
    edges = snapshot.edges
    held = {snapshot.ids[int(edges.target[row])] for row in edges.outgoing(np.array([person_node])).tolist()}
    assert f"Account:litellm/acme/{UMLAUT.upper()}" in held
    assert any(node.startswith("McpServer:mcp/") for node in held)


def test_a_guest_is_found_by_the_address_of_home(tmp_path: Path) -> None:
    guest = {"id": "g1", "displayName": "Kai", "userPrincipalName": GUEST, "mail": None, "accountEnabled": True}
    other = {"id": "g2", "displayName": "Lu", "userPrincipalName": "lu@harbor.example", "userType": "Guest"}
    member = {"id": "m1", "displayName": "Mo", "userPrincipalName": "mo@harbor.example", "userType": "Member"}
    users = [guest, other | {"otherMails": ["Lu@Home.example"]}, member | {"otherMails": ["mo@private.example"]}]
    body = {"@odata.context": "https://graph.microsoft.com/v1.0/$metadata#users", "value": users}
    snapshot = loaded(tmp_path, {"entra/harbor/users.json": body})
    ids = [snapshot.ids[find_node(snapshot, text)] for text in ("kai@partner.example", "lu@home.example", GUEST)]
    assert ids == ["Identity:entra/harbor/g1", "Identity:entra/harbor/g2", "Identity:entra/harbor/g1"]
    assert snapshot.indices_of_email("mo@private.example") == []

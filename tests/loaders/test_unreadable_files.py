"""Files of a known name that cannot be read are listed and make a load of their folder partial; UTF-16 is read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.errors import InputError, RecordError
from graph.moment import read_moment
from graph.reason import FAILED
from graph.stores.open import open_store
from loaders.base import Context
from loaders.ingest import ingest
from loaders.saved.files import load_runs
from tests.api.command_line import Remit

CONTEXT = Context(observed_at=read_moment("2026-11-20T06:00:00Z"), salt=b"salt")
GOOD = json.dumps({"mcpServers": {"crm": {"url": "https://mcp.acme.example/crm"}}})
HOME = "homes/{}@acme.example/.cursor/mcp.json"


def _write(root: Path, name: str, content: str | bytes) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    "content", ['{"mcpServers": {"crm": ', "", '{"mcpServers": {}', "\xff\xfe".encode("latin-1") + b"a"]
)
def test_a_configuration_that_cannot_be_read_is_listed(tmp_path: Path, content: str | bytes) -> None:
    _write(tmp_path, HOME.format("ada"), GOOD)
    _write(tmp_path, HOME.format("bo"), content)
    _write(tmp_path, "notes/broken.json", "{")
    runs, skipped = load_runs([tmp_path], CONTEXT)
    assert [run.header.source for run in runs] == ["mcp:ada@acme.example/cursor/.cursor/mcp.json"]
    assert [file.is_ours for file in skipped] == [True, False]


def test_a_saved_answer_that_cannot_be_read_is_listed(tmp_path: Path) -> None:
    _write(tmp_path, HOME.format("ada"), GOOD)
    _write(tmp_path, "openai/acme/organization/users.json", '{"object": ')
    _, skipped = load_runs([tmp_path], CONTEXT)
    assert [file.is_ours for file in skipped] == [True]


def test_a_configuration_that_is_none_fails_alone(tmp_path: Path) -> None:
    _write(tmp_path, HOME.format("ada"), GOOD)
    bad = _write(tmp_path, HOME.format("bo"), "[]")
    runs, _ = load_runs([tmp_path], CONTEXT)
    outcomes = ingest(open_store(f"memory:{tmp_path}"), runs)
    (failed,) = [outcome for outcome in outcomes if outcome.state == FAILED]
    assert failed.source == "mcp:bo@acme.example/cursor/.cursor/mcp.json"
    assert str(bad) in failed.reasons[0].detail
    with pytest.raises(RecordError, match="object of settings"):
        list(load_runs([bad], CONTEXT)[0])


def test_a_folder_of_unreadable_files_alone_names_them(tmp_path: Path) -> None:
    _write(tmp_path, HOME.format("bo"), "{")
    with pytest.raises(InputError, match=r"mcp\.json"):
        load_runs([tmp_path], CONTEXT)


def test_the_command_ends_with_1(tmp_path: Path) -> None:
    _write(tmp_path, HOME.format("ada"), GOOD)
    _write(tmp_path, HOME.format("bo"), "{")
    result = Remit(tmp_path).run("load", "homes")
    assert result.returncode == 1
    assert "UNREADABLE homes/bo@acme.example/.cursor/mcp.json" in result.stderr


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le", "utf-8-sig"])
def test_a_byte_order_mark_says_how_a_file_is_read(tmp_path: Path, encoding: str) -> None:
    mark = {"utf-16-be": b"\xfe\xff", "utf-16-le": b"\xff\xfe"}.get(encoding, b"")
    _write(tmp_path, HOME.format("ada"), mark + GOOD.replace("crm", "crm-ä").encode(encoding))
    _write(tmp_path, "repos/github.com/acme/web/.vscode/mcp.json", mark + GOOD.encode(encoding))
    runs, skipped = load_runs([tmp_path], CONTEXT)
    assert [len(list(run.records)) for run in runs] == [2, 3]
    assert skipped == []


def test_a_table_in_utf16_says_so(tmp_path: Path) -> None:
    path = _write(tmp_path, "role_table_grants.csv", "\ufeffgrantor,grantee\n".encode("utf-16-le"))
    with pytest.raises(RecordError, match="UTF-16"):
        load_runs([path], CONTEXT)


LIBRECHAT = """
version: 1.2.1
cache: true
mcpServers:
  crm:
    type: streamable-http
    url: https://mcp.acme.example/crm
    headers:
      Authorization: Bearer ${CRM_TOKEN}
      X-User-ID: "{{LIBRECHAT_USER_ID}}"
  files:
    command: npx
    args: [-y, "@acme/files-mcp", /srv]
    env:
      FILES_KEY: !secret files_key
endpoints:
  custom:
    - name: gateway
      apiKey: ${OPENROUTER_KEY}
"""
CONTINUE = """
name: work
mcpServers:
  - name: files
    command: npx
    args: [-y, "@acme/files-mcp"]
"""


def test_librechat_and_continue_write_yaml(tmp_path: Path) -> None:
    _write(tmp_path, "repos/github.com/acme/chat/librechat.yaml", LIBRECHAT)
    _write(tmp_path, "homes/ada@acme.example/.continue/config.yaml", CONTINUE)
    runs, skipped = load_runs([tmp_path], CONTEXT)
    by_source = {run.header.source: [record for _, record in run.records] for run in runs}
    assert skipped == []
    assert list(by_source) == [
        "mcp:ada@acme.example/continue/.continue/config.yaml",
        "mcp:github.com/acme/chat/librechat/librechat.yaml",
    ]
    ids = {getattr(record, "id", "") for record in by_source["mcp:github.com/acme/chat/librechat/librechat.yaml"]}
    assert "McpServer:mcp/https://mcp.acme.example/crm" in ids
    assert "McpServer:mcp/github.com/acme/chat/npm:@acme/files-mcp" in ids
    literal = [r for records in by_source.values() for r in records if getattr(r, "props", {}).get("literal")]
    assert literal == []

"""The ontology is sound, and its JSON Schema says what the reader of records says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from graph.check import check
from graph.claims import RunHeader
from graph.errors import RecordError
from graph.ontology import EDGE_KINDS, NODE_KINDS
from graph.ontology.describe import record_schema
from graph.ontology.tables import edge_table, node_tables
from loaders.connectors.records import read_line
from loaders.connectors.records.wire import LINES

ROOT = Path(__file__).parents[2]
SCHEMA = record_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
EVERYTHING = [
    json.loads(line)
    for line in (ROOT / "tests" / "fixtures" / "records" / "everything.jsonl").read_text().splitlines()
    if line
]

# A day before all others of the fixture.
BACKWARDS = "2026-01-01"
# What a field may wrongly hold, beside being absent.
ODD: tuple[Any, ...] = (None, "", "x", "Identity:a/b", BACKWARDS, 0, -1, 1.5, 2**63, True, [], {}, ["x"], "a\0b")


def is_read(said: Any) -> bool:
    """Whether the reader of records keeps a line."""
    try:
        record = read_line(json.dumps(said).encode())
        if not isinstance(record, RunHeader):
            check(record)
    except RecordError:
        return False
    return True


def places(said: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every field and item of a line."""
    items = said.items() if isinstance(said, dict) else enumerate(said) if isinstance(said, list) else ()
    for key, content in items:
        yield (*path, key)
        yield from places(content, (*path, key))


def changed(said: Any, path: tuple[Any, ...], *content: Any) -> Any:
    """A copy with other content at a path, or without it."""
    copy = json.loads(json.dumps(said))
    holder = copy
    for key in path[:-1]:
        holder = holder[key]
    if content:
        holder[path[-1]] = content[0]
    else:
        del holder[path[-1]]
    return copy


def test_kinds_name_only_kinds_that_exist() -> None:
    for kind in EDGE_KINDS.values():
        assert kind.sources
        assert kind.targets
        assert {*kind.sources, *kind.targets} <= set(NODE_KINDS)


def test_choices_that_can_be_unknown_say_so_by_one_word() -> None:
    for kind in NODE_KINDS.values():
        for prop in kind.properties:
            assert (prop.type == "choice") == bool(prop.choices), (kind.name, prop.name)
            assert len({one.name for one in kind.properties}) == len(kind.properties)


def test_tables_name_every_kind() -> None:
    assert all(f"### {name}\n" in node_tables() for name in NODE_KINDS)
    assert all(f"| `{name}` |" in edge_table() for name in EDGE_KINDS)


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", LINES)
def test_the_schema_has_the_fields_of_the_reader(name: str) -> None:
    fields = {field.encode_name: field.required for field in msgspec.structs.fields(LINES[name])}
    told = SCHEMA["$defs"][name]
    assert told["properties"].keys() == {"record", *fields}
    assert set(told["required"]) == {"record", *(name for name, required in fields.items() if required)}


def test_every_line_that_is_committed_fits() -> None:
    files = [*ROOT.glob("examples/**/*.jsonl"), *ROOT.glob("tests/fixtures/**/*.jsonl")]
    # What lies in `golden` is what other systems write.
    files = [file for file in files if "golden" not in file.parts]
    assert len(files) > 10
    for file in files:
        lines = [line for line in file.read_text().splitlines() if line]
        # Thousands of usage rows look alike; the first and the last of each file, and everything that is no usage.
        for number, line in enumerate(lines):
            if 200 < number < len(lines) - 50 and '"usage"' in line[:40]:
                continue
            told = json.loads(line)
            # Beside records, what is expected of a connector tells what it refused, left out, or does not know whole.
            if not (file.name == "golden.expected.jsonl" and {"refused", "note", "reason"} & told.keys()):
                VALIDATOR.validate(told)


@pytest.mark.parametrize("said", EVERYTHING, ids=lambda said: said["record"])
def test_schema_and_reader_refuse_the_same(said: Any) -> None:
    assert is_read(said)
    for path in places(said):
        for other in (changed(said, path), *(changed(said, path, odd) for odd in ODD)):
            # That nothing ends before it begins, no schema can say.
            if path[-1] in ("to", "until") and BACKWARDS in str(other):
                continue
            assert VALIDATOR.is_valid(other) == is_read(other), (path, other)


@pytest.mark.parametrize(
    "said",
    [
        {"record": "nothing"},
        {"record": "gone", "id": "Identity:hr/1", "more": 1},
        {"record": "gone", "id": "Person:hr/1"},
        {"record": "gone", "id": "Identity:hr"},
        {"record": "gone", "id": "Identity:hr/" + "a" * 4096},
        {"record": "node", "id": "DataSource:a/b", "props": {"sensitivity": "secret"}},
        {"record": "node", "id": "McpTool:a/b", "props": {"read_only": "yes"}},
        {"record": "node", "id": "Identity:a/b", "props": {"own": {"nested": 1}}},
        {"record": "node", "id": "Identity:a/b", "props": {"departed_at": "9999-12-31"}},
        {"record": "node", "id": "Identity:a/b", "since": "yesterday"},
        {"record": "edge", "kind": "KNOWS", "source": "Identity:a/b", "target": "Identity:a/c"},
        {"record": "edge", "kind": "HAS_ACCOUNT", "source": "Group:a/b", "target": "Account:a/c"},
        {"record": "edge", "kind": "HAS_ACCOUNT", "source": "Identity:a/b", "target": "Group:a/c"},
        {"record": "edge", "kind": "CONTAINS", "source": "DataSource:a/b", "target": "DataSource:a/c", "permission": 3},
        {"record": "usage", "resource": "Identity:a/b", "day": "2026-11-19"},
        {"record": "usage", "resource": "Model:a/b", "day": "2026-13-19"},
        {"record": "usage", "resource": "Model:a/b", "day": "2026-11-19", "tokens": {"input": 1}},
        {"record": "usage", "resource": "Model:a/b", "day": "2026-11-19", "requests": 2**62},
        {"record": "usage", "resource": "Model:a/b", "day": "2026-11-19", "detail": "x", "raw": 1},
        {"record": "usage", "resource": "Model:a/b", "day": "2026-11-19", "cost": {"amount": "1", "currency": "USD"}},
        {"record": "decision", "kind": "link", "ids": ["Identity:a/b"], "by": "x", "at": "2026-11-19"},
        {"record": "decision", "kind": "link", "ids": ["Identity:a/b", "Model:a/b"], "by": "x", "at": "2026-11-19"},
        {"record": "decision", "kind": "owner", "ids": ["Account:a/b", "Model:a/b"], "by": "x", "at": "2026-11-19"},
        {"record": "decision", "kind": "approval", "ids": ["McpServer:a/b"], "by": "x", "at": "2026-11-19"},
        {"record": "decision", "kind": "alias", "ids": ["DataSource:a/b"], "by": "x", "at": "2026-11-19"},
        *(
            {
                "record": "decision",
                "kind": "budget",
                "ids": ["Group:a/b"],
                "by": "x",
                "at": "2026-11-19",
                "value": value,
            }
            for value in ("team 5000 USD", "team 5000 usd monthly", "team 5000 USD 2026-13", None)
        ),
        {
            "record": "decision",
            "kind": "alias",
            "ids": ["DataSource:a/b", "Account:a/c"],
            "by": "x",
            "at": "2026-11-19",
        },
        {
            "record": "decision",
            "kind": "sensitivity",
            "ids": ["Identity:a/b"],
            "by": "x",
            "at": "2026-11-19",
            "value": "public",
        },
    ],
    ids=str,
)
def test_what_both_refuse(said: Any) -> None:
    assert not VALIDATOR.is_valid(said)
    assert not is_read(said)


@pytest.mark.parametrize(
    "said",
    [
        {"record": "gone", "id": "Account:cursor/a/b:c'\"é🦜"},
        {"record": "node", "id": "Identity:a/b", "props": {"own": [], "badge": 7, "vip": True}, "name": ""},
        {"record": "node", "id": "Identity:a/b", "props": None, "until": "9999-12-31", "since": None},
        {"record": "node", "id": "Credential:a/b", "props": {"literal": None, "status": "unknown"}},
        {"record": "edge", "kind": "USED", "source": "McpTool:a/b", "target": "DataSource:a/c", "permission": None},
        {"record": "edge", "kind": "ANSWERS_FOR", "source": "Group:a/b", "target": "Model:a/c", "alias": "x"},
        {"record": "usage", "resource": "McpTool:a/b", "day": "2026-11-19", "detail": "as it was", "group_by": []},
        {
            "record": "decision",
            "kind": "owner",
            "ids": ["Model:a/b", "Group:a/b"],
            "by": "x",
            "at": "2026-11-19T06:00Z",
        },
        {"record": "decision", "kind": "link", "ids": ["Identity:a/b", "Account:a/b"], "by": "", "at": "2026-11-19"},
        {
            "record": "decision",
            "kind": "alias",
            "ids": ["DataSource:a/b:1", "DataSource:a/c"],
            "by": "",
            "at": "2026-11-19",
        },
        {"record": "decision", "kind": "link", "ids": ["Account:a/b", "Identity:a/b"], "by": "x", "at": "2026-11-19"},
        {"record": "decision", "kind": "unlink", "ids": ["Account:a/b", "Account:a/c"], "by": "x", "at": "2026-11-19"},
        *(
            {"record": "decision", "kind": "budget", "ids": ids, "by": "x", "at": "2026-11-19", "value": value}
            for ids, value in (
                (["Group:a/b"], "team 5000.50 USD monthly"),
                ([], "department 5000 USD 2026-11 Field Labs"),
            )
        ),
        {
            "record": "decision",
            "kind": "undo",
            "ids": ["Identity:a/b", "Account:a/b"],
            "by": "x",
            "at": "2026-11-19",
            "value": "0123456789",
        },
    ],
    ids=str,
)
def test_what_both_accept(said: Any) -> None:
    VALIDATOR.validate(said)
    assert is_read(said)

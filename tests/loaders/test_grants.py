"""What a mapping makes of any table of grants, and how exactly it refuses what it cannot read."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.claims import Edge, Node
from graph.errors import InputError, RecordError
from graph.moment import read_moment
from graph.ontology import Permission
from graph.stores.memory import MemoryStore
from loaders.base import Context, PendingRun
from loaders.connectors import grants
from loaders.connectors.grants.mapping import matches_pattern
from loaders.connectors.grants.template import read_template
from loaders.saved.fields import FieldReader
from loaders.saved.files import assign_connectors, load_runs, open_documents
from tests.loaders.source_files import NOW, access, edges, load, nodes

FILE = {
    "pattern": "*.csv",
    "principal": "Account:erp/{user}",
    "data_source": "DataSource:erp/{object}",
    "permission": "{right}",
    "permissions": {"see": "READ", "edit": "WRITE"},
}
ROWS = "user,object,right\nada,ledger,see\nbo,ledger,Edit\n"


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    def write_files(table: str = ROWS, *, name: str = "rights.csv", top: Any = None, **more: Any) -> Path:
        told = {key: value for key, value in {**FILE, **more}.items() if value is not None}
        mapping = {"grants": {"source": "erp:x", "complete": True, "files": [told], **(top or {})}}
        (tmp_path / "grants.json").write_text(json.dumps(mapping))
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(table)
        return tmp_path

    return write_files


def read(*paths: Path, **said: Any) -> list[PendingRun]:
    drafts, _ = load_runs(list(paths), Context(**{"observed_at": NOW} | said), "grants")
    return [replace(draft, records=list(draft.records)) for draft in drafts]


def test_rows_become_grants_by_their_mapping(write: Callable[..., Path]) -> None:
    [draft] = read(write())
    assert (draft.header.source, draft.header.complete, draft.rejected) == ("erp:x", ("CAN_ACCESS",), [])
    assert access(draft) == {
        ("Account:erp/ada", "DataSource:erp/ledger", "READ"),
        ("Account:erp/bo", "DataSource:erp/ledger", "WRITE"),
    }
    # An account that is only named stays unresolved; what its grants are on is described.
    assert nodes(draft).keys() == {"DataSource:erp/ledger"}


@pytest.mark.parametrize("which", ["folder", "table", "mapping", "both"])
def test_mapping_and_tables_find_each_other(write: Callable[..., Path], which: str) -> None:
    folder = write()
    paths = {"folder": [folder], "table": [folder / "rights.csv"], "mapping": [folder / "grants.json"]}
    paths["both"] = paths["table"] + paths["mapping"]
    documents, skipped = open_documents(paths[which])
    assert (set(assign_connectors(documents)), skipped) == ({"grants"}, [])
    [draft] = read(*paths[which])
    assert len(access(draft)) == 2
    assert draft.header.complete == ("CAN_ACCESS",)


def test_the_mapping_may_stand_above_its_tables_within_what_is_loaded(write: Callable[..., Path]) -> None:
    folder = write(name="exports/2026/rights.csv", pattern="exports/**/*.csv")
    [draft] = read(folder)
    assert len(access(draft)) == 2
    documents, _ = open_documents([folder / "exports"])
    assert assign_connectors(documents) == {}


def test_a_table_that_no_mapping_names_is_not_ours(write: Callable[..., Path]) -> None:
    folder = write(pattern="other-*.csv")
    documents, _ = open_documents([folder])
    assert [one.path.name for one in assign_connectors(documents)["grants"]] == ["grants.json"]
    with pytest.raises(RecordError, match="no file matches its patterns"):
        read(folder)


@pytest.mark.parametrize("form", ["yaml", "toml", "json"])
def test_a_mapping_may_be_yaml_toml_or_json(tmp_path: Path, form: str) -> None:
    texts = {
        "json": json.dumps({"grants": {"files": [FILE]}}),
        "toml": "[[grants.files]]\npattern = '*.csv'\nprincipal = 'Account:erp/{user}'\ndata_source = 'DataSource:erp/{object}'\n"
        "permission = '{right}'\npermissions = {see = 'READ', edit = 'WRITE'}\n",
        "yaml": "grants:\n  files:\n    - pattern: '*.csv'\n      principal: 'Account:erp/{user}'\n"
        "      data_source: 'DataSource:erp/{object}'\n      permission: '{right}'\n      permissions: {see: READ, edit: WRITE}\n",
    }
    folder = tmp_path / "plant"
    folder.mkdir()
    (folder / f"team.grants.{form}").write_text(texts[form])
    (folder / "rights.csv").write_text(ROWS)
    [draft] = read(folder)
    assert (draft.header.source, len(access(draft))) == ("grants:plant", 2)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"principal": None}, "grants.files[0].principal"),
        ({"principal": "{user}"}, "grants.files[0].principal"),
        ({"principal": "Model:x/{user}"}, "grants.files[0].principal"),
        ({"principal": "Account:erp/{user"}, "grants.files[0].principal"),
        ({"data_source": "Account:erp/{object}"}, "grants.files[0].data_source"),
        ({"data_source": None}, "grants.files[0]"),
        ({"member_of": "Group:erp/{object}"}, "grants.files[0]"),
        ({"permission": None}, "grants.files[0].permission"),
        ({"permissions": {"see": "GLANCE"}}, "grants.files[0].permissions.see"),
        ({"permissions": ["see"]}, "grants.files[0].permissions"),
        ({"statuses": {"on": "alive"}}, "grants.files[0].statuses.on"),
        ({"pattern": None}, "grants.files[0].pattern"),
        ({"pattern": "../*.csv"}, "grants.files[0].pattern"),
        ({"pattern": "/etc/*.csv"}, "grants.files[0].pattern"),
        ({"separator": 7}, "grants.files[0].separator"),
        ({"colour": "red"}, "grants.files[0].colour"),
        ({"top": {"files": []}}, "grants.files"),
        ({"top": {"owner": "me"}}, "grants.owner"),
        ({"top": {"source": 1.5}}, "grants.source"),
        ({"top": {"complete": ["RUNS_AS"]}}, "grants.complete"),
    ],
)
def test_a_mapping_that_cannot_be_is_refused_by_its_key(
    write: Callable[..., Path], more: dict[str, Any], field: str
) -> None:
    with pytest.raises(RecordError) as caught:
        read(write(**more))
    error = caught.value
    assert (error.field, Path(error.file).name) == (field, "grants.json")
    assert error.remedy


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        ("cy,ledger,borrow", "right", "no permission of the mapping"),
        (",ledger,see", "user", "the cell is empty"),
        ("cy,,see", "object", "the cell is empty"),
        ("cy,ledger,", "right", "the cell is empty"),
        ("cy,ledger", "", "2 cells where the table has 3"),
        (f"{'y' * 590},{'x' * 700},see", "object", "longer than"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused_with_line_and_column(
    write: Callable[..., Path], row: str, column: str, words: str
) -> None:
    folder = write(f"{ROWS}{row}\ndee,ledger,see\n")
    [draft] = read(folder)
    [told] = draft.rejected
    assert "rights.csv:4:" in told
    assert words in told
    assert column == "" or f"field '{column}'" in told
    assert (draft.complete, len(access(draft))) == ((), 3)
    with pytest.raises(RecordError):
        read(folder, lenient=False)


def test_an_unknown_word_is_refused_and_never_guessed(write: Callable[..., Path]) -> None:
    [draft] = read(write("user,object,right\nada,ledger,READ\n"))
    assert access(draft) == set()
    assert "there are edit, see" in draft.rejected[0]
    [draft] = read(write("user,object,right\nada,ledger,read\n", permissions=None))
    assert access(draft) == {("Account:erp/ada", "DataSource:erp/ledger", "READ")}


def test_a_table_without_a_column_that_the_mapping_needs_is_refused(write: Callable[..., Path]) -> None:
    with pytest.raises(RecordError) as caught:
        read(write("user,thing,right\nada,ledger,see\n"))
    error = caught.value
    assert (Path(error.file).name, error.line, error.field) == ("rights.csv", 1, "object")
    assert "user, thing, right" in error.remedy


def test_constants_filters_dates_and_separators(write: Callable[..., Path]) -> None:
    table = "user,object,right,from,to,on\nAda,ledger,see/edit,05.01.2026,06.02.2026,1\nbo,ledger,see,,,0\n"
    more = {
        "constants": {"system": "erp", "right": "edit"},
        "principal": "Account:{system}/{user:lower}",
        "when": {"on": 1},
        "since": "{from}",
        "until": "{to}",
        "dates": "%d.%m.%Y",
        "separator": "/",
    }
    [draft] = read(write(table, **more))
    [edge] = edges(draft, "CAN_ACCESS")
    # A constant goes before a column of the same name.
    assert (edge.source, edge.permission) == ("Account:erp/ada", Permission.WRITE)
    assert (edge.since, edge.until) == (read_moment("2026-01-05"), read_moment("2026-02-06"))
    [draft] = read(write(table, **{**more, "constants": {"system": "erp"}}))
    assert {level for _, _, level in access(draft)} == {"READ", "WRITE"}
    [draft] = read(write(table.replace("05.01.2026", "2026-01-05"), **more))
    assert "field 'from': this is no time. Write it as %d.%m.%Y" in draft.rejected[0]
    [draft] = read(write(table.replace("05.01.2026", "05.03.2026"), **more))
    assert "field 'to': it ends before it begins" in draft.rejected[0]


def test_parquet_holds_numbers_and_flags(write: Callable[..., Path]) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    folder = write(pattern="rights.parquet", when={"on": True}, since="{from}")
    day = datetime(2026, 1, 5, tzinfo=UTC)
    rows = [{"user": 7, "object": "ledger", "right": "see", "on": True, "from": day}]
    rows.append({"user": 8, "object": "ledger", "right": "see", "on": False, "from": day})
    parquet.write_table(pa.Table.from_pylist(rows), folder / "rights.parquet")
    [draft] = read(folder)
    [edge] = edges(draft, "CAN_ACCESS")
    assert (edge.source, edge.since) == ("Account:erp/7", read_moment("2026-01-05"))


def test_members_and_containers_are_told(write: Callable[..., Path]) -> None:
    top = {
        "files": [
            {
                "pattern": "*.csv",
                "principal": "Account:erp/{user}",
                "member_of": "Group:erp/{object}",
                "status": "{right}",
                "statuses": {"see": "active", "Edit": "suspended"},
            }
        ]
    }
    [draft] = read(write(top=top))
    assert {(one.source, one.target) for one in edges(draft, "MEMBER_OF")} == {
        ("Account:erp/ada", "Group:erp/ledger"),
        ("Account:erp/bo", "Group:erp/ledger"),
    }
    assert {one: told.props["status"] for one, told in nodes(draft).items()} == {
        "Account:erp/ada": "active",
        "Account:erp/bo": "suspended",
    }
    [draft] = read(write(container="DataSource:erp"))
    assert "is not a node id" in draft.rejected[0]
    [draft] = read(write(container="DataSource:erp/all", sensitivity="restricted"))
    assert [(one.source, one.target) for one in edges(draft, "CONTAINS")] == [
        ("DataSource:erp/all", "DataSource:erp/ledger")
    ]
    assert nodes(draft)["DataSource:erp/ledger"].props["sensitivity"] == "restricted"
    assert draft.header.complete == ("CAN_ACCESS", "CONTAINS")


def test_only_a_load_of_all_its_files_is_complete(write: Callable[..., Path]) -> None:
    folder = write()
    (folder / "more.csv").write_text("user,object,right\ncy,ledger,see\n")
    [draft] = read(folder / "rights.csv")
    assert (draft.header.complete, [one.detail for one in draft.reasons]) == (
        (),
        ["the mapping also names files that were not given: more.csv"],
    )
    assert read(folder)[0].header.complete == ("CAN_ACCESS",)
    two = [{**FILE, "pattern": "rights.csv"}, {**FILE, "pattern": "late.csv"}]
    [draft] = read(write(top={"files": two}))
    assert (draft.header.complete, [one.detail for one in draft.reasons]) == ((), ["no file matches late.csv"])


def test_what_a_complete_load_no_longer_lists_is_retired_and_only_by_a_complete_one(write: Callable[..., Path]) -> None:
    store = MemoryStore()
    load(store, read(write()))
    [outcome] = load(store, read(write(f"{ROWS}cy,ledger,what\n".replace("bo,ledger,Edit\n", "")), observed_at=NOW + 1))
    assert outcome.retired == {}
    [outcome] = load(store, read(write(ROWS.replace("bo,ledger,Edit\n", "")), observed_at=NOW + 2))
    assert outcome.retired == {"CAN_ACCESS": 1}


def test_two_mappings_of_one_source_are_refused(write: Callable[..., Path]) -> None:
    folder = write(name="a/rights.csv", pattern="a/*.csv")
    other = folder / "b"
    other.mkdir()
    (other / "grants.json").write_text((folder / "grants.json").read_text().replace("a/*.csv", "*.csv"))
    (other / "rights.csv").write_text(ROWS)
    with pytest.raises(InputError, match="is also the source of"):
        read(folder)


def test_a_broken_mapping_is_named_and_its_tables_are_not_guessed(write: Callable[..., Path]) -> None:
    folder = write()
    (folder / "grants.json").unlink()
    (folder / "grants.yaml").write_text("grants:\n  files: [unclosed\n")
    with pytest.raises(RecordError, match=r"grants\.yaml"):
        open_documents([folder])
    documents, _ = open_documents([folder / "rights.csv"])
    assert not any(map(grants.recognize, documents))


@given(st.lists(st.tuples(st.text("{}ab", max_size=3), st.sampled_from(["", "x", "y z"])), max_size=4))
def test_a_template_gives_back_what_it_was_written_of(parts: list[tuple[str, str]]) -> None:
    text = "".join(
        literal.replace("{", "{{").replace("}", "}}") + (f"{{{name}}}" if name else "") for literal, name in parts
    )
    template = read_template(text)
    assert template is not None
    row = FieldReader({"x": "1", "y z": "2"}, "", "t.csv")
    assert template.fill(row, {}) == "".join(literal + {"": "", "x": "1", "y z": "2"}[name] for literal, name in parts)
    assert template.columns == tuple(name for _, name in parts if name)


@pytest.mark.parametrize("pattern", ["*.csv", "a/*.csv", "**/*.csv", "a/**/r.csv", "**", "a/**", "r?.csv", "a/b/r.csv"])
def test_patterns_fit_what_glob_finds(tmp_path: Path, pattern: str) -> None:
    for name in ("r.csv", "r1.csv", "a/r.csv", "a/b/r.csv", "a/b/c/r.csv", "b/r.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    files = [one for one in tmp_path.rglob("*") if one.is_file()]
    found = {one for one in tmp_path.glob(pattern) if one.is_file()}
    mine = {one for one in files if matches_pattern(pattern, one.relative_to(tmp_path))}
    # `**` at the end means folders alone to glob; a pattern of tables means the files in them.
    assert mine == found or (pattern.endswith("**") and found <= mine)


cells = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=5)
rows = st.lists(
    st.tuples(cells, cells, st.sampled_from(["see", "edit", "SEE"]), st.sampled_from(["", "2026-01-01"])), max_size=6
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows)
def test_every_row_gives_its_grant_whatever_its_cells_hold(
    write: Callable[..., Path], table: list[tuple[str, ...]]
) -> None:
    folder = write(since="{from}")
    with (folder / "rights.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["user", "object", "right", "from"])
        writer.writerows(table)
    [draft] = read(folder)
    assert draft.rejected == []
    levels = {"see": Permission.READ, "edit": Permission.WRITE}
    expected = {
        (f"Account:erp/{who}", f"DataSource:erp/{what}", levels[right.lower()], read_moment(day) if day else None)
        for who, what, right, day in table
    }
    found = [record for _, record in draft.records if isinstance(record, Edge)]
    assert {(one.source, one.target, one.permission, one.since) for one in found} == expected
    assert len(found) == len(expected)
    assert {record.id for _, record in draft.records if isinstance(record, Node)} == {one[1] for one in expected}

"""Which files a load opens, in which form, and that no file can make it crash, hang or tell secrets."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InputError, RecordError
from loaders.base import Context, Document
from loaders.connectors import CONNECTORS
from loaders.saved.files import assign_connectors, load_runs, open_documents
from loaders.saved.parsing import parse, read_json
from loaders.saved.yaml import read_yaml

RUN = '{"record":"run","source":"hr:workday","observed_at":"2026-11-20T06:00:00Z"}\n'
PERIBOLOS = "orgs:\n  o:\n    members: [ann]\n"
SCIM = json.dumps(
    {
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
        "totalResults": 1,
        "Resources": [{"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "id": "1"}],
    }
)
Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_file(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write_file


def opened(path: Path) -> Document:
    [document], skipped = open_documents([path])
    assert skipped == []
    return document


def refusal(path: Path) -> RecordError:
    with pytest.raises(RecordError) as caught:
        open_documents([path])
    return caught.value


def test_folders_are_walked_in_order_hidden_ones_too_but_not_git(write: Write, tmp_path: Path) -> None:
    for name in ("b.json", "a/z.json", "homes/ada@x.example/.cursor/mcp.json", ".git/config.json", "a/b/c.json"):
        write(name, "{}")
    documents, skipped = open_documents([tmp_path])
    assert [(str(document.path.relative_to(tmp_path)), document.parts) for document in documents] == [
        ("b.json", ()),
        ("a/z.json", ("a",)),
        ("a/b/c.json", ("a", "b")),
        ("homes/ada@x.example/.cursor/mcp.json", ("homes", "ada@x.example", ".cursor")),
    ]
    assert skipped == []
    assert documents[0].display_path == str(tmp_path / "b.json")


def test_a_file_given_twice_is_opened_once(write: Write, tmp_path: Path) -> None:
    path = write("a.json", "{}")
    assert len(open_documents([path, tmp_path, path])[0]) == 1


@pytest.mark.parametrize(
    ("name", "content", "form", "value"),
    [
        ("a.json", '{"a": 1.10}', "json", {"a": Decimal("1.10")}),
        ("a.json", '\ufeff{"a": 1}', "json", {"a": 1}),
        ("settings.json", '// how\n{"a": [1, /* two */ 2,], "b": "// no, /* no */ ,]",}\n', "json", None),
        ("a.json5", "{a: 'b'}", "json", {"a": "b"}),
        ("a", '[{"a": 1}]', "json", [{"a": 1}]),
        ("a.yaml", "a: 007\nb: yes\nc: 1e3\nd: ~\ne:\nf: ''\n", "yaml", None),
        ("a.yaml", '{"a": 1}', "json", {"a": 1}),
        ("a.yml", "{a: 1}", "yaml", {"a": "1"}),
        ("a.txt", "a: b\n", "yaml", {"a": "b"}),
        ("a.json", "a: b\n", "yaml", {"a": "b"}),
        ("config.toml", '[mcp.x]\nargs = ["a"]\nn = 1.5\n', "toml", {"mcp": {"x": {"args": ["a"], "n": Decimal("1.5")}}}),
        ("config", "[a]\nb = 1\n", "toml", {"a": {"b": 1}}),
        ("a.jsonl", RUN, "jsonl", None),
        ("a.json", RUN + RUN, "jsonl", None),
        ("a", "\n\n" + RUN, "jsonl", None),
        ("a.json", '{"a": {"record": 1}}', "json", {"a": {"record": 1}}),
    ],
)  # fmt: skip
def test_the_form_is_known_by_content_then_by_suffix(
    write: Write, name: str, content: str, form: str, value: Any
) -> None:
    document = opened(write(name, content))
    assert document.format == form
    if value is not None:
        assert document.content == value


def test_comments_and_trailing_commas_leave_strings_alone() -> None:
    text = '// how\n{"a": [1, /* two */ 2,], "b": "// no, /* no */ ,]", "c": "\\"//",}\n'
    assert read_json(text) == {"a": [1, 2], "b": "// no, /* no */ ,]", "c": '"//'}


def test_yaml_scalars_are_text_except_nothing() -> None:
    text = "a: 007\nb: yes\nc: 1e3\nd: ~\ne:\nf: ''\ng: null\nh: 2026-11-20\ni: '~'\n"
    expected = {"a": "007", "b": "yes", "c": "1e3", "d": None, "e": None, "f": "", "g": "null", "h": "2026-11-20"}
    assert read_yaml(text) == {**expected, "i": "~"}


def test_yaml_aliases_and_merges_are_followed() -> None:
    text = "x: &x {a: 1, b: 2}\ny: {<<: *x, b: 3}\nz: {<<: [{a: 9}, *x]}\nl: [*x, *x]\n"
    x = {"a": "1", "b": "2"}
    assert read_yaml(text) == {"x": x, "y": {"a": "1", "b": "3"}, "z": {"a": "9", "b": "2"}, "l": [x, x]}


BOMB = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join(['*' + below] * 10)}]\n" for below, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("name", "content", "line", "problem"),
    [
        ("brackets.json", "[" * 3_000_000, 0, "nests deeper than 100"),
        ("brackets.yaml", "[" * 3_000_000, 1, "nests deeper than 100"),
        ("braces.json", '{"a":' * 600_000, 0, "nests deeper than 100"),
        ("dashes.yaml", "- " * 1_000_000, 1, "nests deeper than 100"),
        ("keys.yaml", "? " * 100_000, 1, "key must be text"),
        ("deep.json", "[" * 101 + "]" * 101, 0, "nests deeper than 100"),
        ("deep.toml", "a = " + "[" * 50_000, 0, "nests deeper than 100"),
        ("dots.toml", "a." * 400_000 + "a = 1", 0, "nests deeper than 100"),
        ("quotes.json", '{"a": "' + '\\"' * 500_000, 1, "truncated"),
        ("comments.json", "/* " * 500_000, 1, "truncated"),
        ("bomb.yaml", BOMB, 7, "expand beyond 10 MB"),
        ("itself.yaml", "a: &a [*a]\n", 1, "inside what it names"),
        ("unnamed.yaml", "a: *b\n", 1, "names nothing"),
        ("twice.yaml", "b: 1\na: 1\na: 2\n", 3, "stands twice"),
        ("two.yaml", "a: 1\n---\nb: 1\n", 2, "several YAML documents"),
        ("more.yaml", "---\na: &x 1\n---\nb: *x\n", 4, "names nothing"),
        ("mapped.yaml", "? {a: b}\n: c\n", 1, "key must be text"),
        ("broken.yaml", "a: {b\n", 2, "not valid YAML"),
        ("control.yaml", "a: \x07\n", 0, "does not allow"),
        ("broken.json", '{"a": 1,\n "b" 2}', 2, "not valid JSON: expecting ':' delimiter at column 6"),
        ("cut.json", '{"a": 1,\n "b": "c', 2, "truncated"),
        ("cut-list.json", "[1, 2", 1, "truncated"),
        ("nan.json", '{"a": NaN}', 0, "NaN is no JSON number"),
        ("infinite.json5", "{a: -Infinity}", 0, "no JSON number"),
        ("huge.json", '{"a": 1e99999999999999999999}', 0, "out of range"),
        ("digits.json", "[" + "1" * 5000 + "]", 0, "too many digits"),
        ("broken.toml", "[a]\nb = \n", 2, "not valid TOML at column 5"),
        ("latin.json", b'{\n"a": "\xe4"}', 2, "not UTF-8"),
        ("wide.json", '{"a": 1}'.encode("utf-32"), 1, "NUL"),
        ("nul.yaml", "a: b\n\0", 2, "NUL"),
        ("empty.json", "", 0, "no record at all"),
        ("blank.yaml", " \n\n", 0, "no record at all"),
    ],
    ids=lambda one: one if isinstance(one, str) and one.endswith(("json", "yaml", "toml", "json5")) else "",
)  # fmt: skip
def test_what_cannot_be_read_is_refused_soon_and_in_words(
    write: Write, name: str, content: str | bytes, line: int, problem: str
) -> None:
    path = write(name, content)
    started = time.perf_counter()
    error = refusal(path)
    assert time.perf_counter() - started < 10  # the worst takes 1 s; quadratic time would take hours
    assert (error.file, error.line) == (str(path), line)
    assert problem in str(error)


def test_a_document_beyond_64_megabytes_is_refused_unread(write: Write, tmp_path: Path) -> None:
    path = write("large.json", '{"a": ')
    os.truncate(path, 65 * 2**20)  # sparse: reading it would be visible as NUL
    assert "larger than 64 MB" in str(refusal(path))


def test_secrets_in_broken_files_are_not_echoed(write: Write) -> None:
    secret = "sk-live-4242"
    for name, content in (
        ("a.json", f'{{"key": "{secret}" "x"}}'),
        ("b.json", f'{{"key": {secret}}}'),
        ("c.json", f'{{"{secret}": "'),
        ("a.yaml", f"key: {secret}: x\n"),
        ("b.yaml", f"a: *{secret}\n"),
        ("c.yaml", f"{secret}: 1\n{secret}: 2\n"),
        ("a.toml", f"key = {secret}\n"),
        ("b.toml", f'key = "{secret}\n'),
        ("c.toml", f"[{secret}]\n[{secret}]\n"),
    ):
        assert secret not in str(refusal(write(name, content)))


def test_in_a_folder_what_nobody_knows_is_skipped_and_listed(write: Write, tmp_path: Path) -> None:
    write("hr.jsonl", RUN)
    write("README.md", "# Exports\n\nkey: value\n")
    write("chart.yaml", "a: {{ .Values.x }}\nb: [\n")
    write("tsconfig.json", '{"compilerOptions": {}}')
    write("photo.png", b"\x89PNG\0\0")
    write("blank.json", "\n")
    (tmp_path / "gone.json").symlink_to(tmp_path / "nowhere.json")
    drafts, skipped = load_runs([tmp_path], Context(0))
    assert [draft.header.source for draft in drafts] == ["hr:workday"]
    names = [Path(one.display_path).name for one in skipped]
    assert names == ["README.md", "blank.json", "chart.yaml", "gone.json", "photo.png", "tsconfig.json"]
    assert all(one.why and one.display_path in str(one) for one in skipped)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("org.yaml", PERIBOLOS + "    teams: [\n"),
        ("users.json", SCIM[:-10]),
        ("hr.jsonl", ""),
        ("pipe.jsonl", b"\xef\xbb\xbf"),
    ],
)
def test_in_a_folder_what_is_plainly_ours_and_broken_is_refused(
    write: Write, tmp_path: Path, name: str, content: str | bytes
) -> None:
    write("good.jsonl", RUN)
    path = write(name, content)
    with pytest.raises(RecordError) as caught:
        load_runs([tmp_path], Context(0))
    assert caught.value.file == str(path)


@pytest.mark.parametrize(
    ("name", "content"), [("a.json", '{"x": 1}'), ("notes.txt", "nothing here"), ("a.jsonl", "{}\n")]
)
def test_a_named_file_that_no_format_knows_is_refused(write: Write, name: str, content: str) -> None:
    with pytest.raises(InputError, match=r"no connector recognizes this file|format of this file is unknown"):
        load_runs([write(name, content)], Context(0))


def test_nothing_to_load_is_refused(write: Write, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nothing to load"):
        load_runs([tmp_path], Context(0))
    with pytest.raises(InputError, match="does not exist"):
        load_runs([tmp_path / "nowhere"], Context(0))


def test_what_is_not_a_file_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    assert "not a regular file" in str(refusal(tmp_path / "pipe.json"))
    assert [one.why for one in open_documents([tmp_path])[1]] == [
        "this is not a regular file. Save the data to a file first"
    ]


def test_each_connector_gets_its_own_files_in_the_order_of_the_table(write: Write, tmp_path: Path) -> None:
    write("c.jsonl", RUN)
    write("b.yaml", PERIBOLOS)
    write("a.json", SCIM)
    documents, _ = open_documents([tmp_path])
    groups = assign_connectors(documents)
    assert {name: [one.path.name for one in group] for name, group in groups.items()} == {
        "records": ["c.jsonl"],
        "peribolos": ["b.yaml"],
        "scim": ["a.json"],
    }
    assert list(groups) == [name for name in CONNECTORS if name in groups]
    drafts, _ = load_runs([tmp_path], Context(5))
    assert [draft.header.source for draft in drafts] == ["hr:workday", "scim:a", "github:o"]


def test_a_connector_may_be_named(write: Write) -> None:
    path = write("a.json", SCIM)
    assert list(assign_connectors([opened(path)], "scim")) == ["scim"]
    with pytest.raises(InputError, match="the connector peribolos does not recognize it"):
        load_runs([path], Context(0), "peribolos")
    with pytest.raises(InputError, match=r"there is no connector 'rippling'\. Connectors are records"):
        load_runs([path], Context(0), "rippling")


def test_one_source_over_files_of_several_connectors_is_refused(write: Write, tmp_path: Path) -> None:
    write("b.yaml", PERIBOLOS)
    write("a.json", SCIM)
    with pytest.raises(InputError, match="scim, peribolos"):
        load_runs([tmp_path], Context(0, source="okta:acme"))


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=20,
)


@given(VALUES)
def test_json_reads_as_itself_with_or_without_trailing_commas(content: Any) -> None:
    text = json.dumps(content, indent=1)
    assert parse("json", text) == content
    if text[-1] in "]}" and content:
        assert parse("json", f"// first\n{text[:-1].rstrip()}, /* last */ {text[-1]}") == content


TEXTS = st.recursive(
    TEXT, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4), max_leaves=20
)


@given(TEXTS, st.booleans())
def test_yaml_of_texts_reads_as_itself(content: Any, flow: bool) -> None:
    text = yaml.safe_dump(content, default_flow_style=flow, default_style='"')
    assert parse("yaml", text) == content


def test_a_yaml_stream_whose_documents_all_begin_with_dashes_is_their_list() -> None:
    assert parse("yaml", "---\na: 1\n---\nb: [x]\n") == [{"a": "1"}, {"b": ["x"]}]
    assert parse("yaml", "---\na: 1\n") == {"a": "1"}


def test_a_key_in_the_name_of_a_file_is_masked_in_what_a_load_says(tmp_path: Path) -> None:
    key = "ghp_" + "A1b2C3d4" * 4 + "Zz9Y"
    folder = tmp_path / f"of {key}"
    folder.mkdir()
    (folder / f"{key}.txt").write_text("nothing of ours")
    (folder / f"records {key}.jsonl").write_text('{"record":"run","source":"a:b"}\n')
    context = Context(observed_at=0, salt=b"the salt of a test")
    runs, skipped = load_runs([folder], context)
    with pytest.raises(RecordError) as refused:
        [list(run.records) for run in runs]
    texts = [str(refused.value), *map(str, skipped)]
    with pytest.raises(InputError) as missing:
        load_runs([tmp_path / f"{key}.json"], context)
    texts.append(str(missing.value))
    assert len(texts) == 3
    assert all("***" in text and key not in text for text in texts), texts

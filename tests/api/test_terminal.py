"""What must hold of text on a terminal: no name, evidence or reason is obeyed, whichever command prints it."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from api.cli.main import COMMANDS, main
from api.spreadsheet import is_formula
from api.terminal import is_visible, json_text, visible
from graph.check import check
from graph.claims import Edge, Node
from graph.errors import RecordError
from queries import QUERIES

ROOT = Path(__file__).parents[2]
# Erases the screen, forges a line, turns the direction, hides a word, is markup, is C1, rings, deletes, is blank.
ESCAPES = "\x1b[2J\x1b[1;1H\nCOMPLETE: all is well (OK)\r\u202egnp.exe\u2066\u200b[bold]x[/bold]\x9b31m\x07\x7f\x08\u3164\u00a0\ufeff"
# What an id may hold.
HIDDEN = "\u200b[red]a\u200f\ufeffb[/red]\u3164"
FORGED = re.compile(r"(?m)^(?:COMPLETE: all is well|gnp)")


def _records() -> list[dict[str, Any]]:
    """A world in which each question has rows, and everything that may be written holds escapes."""
    ada, key, server = f"Identity:hr/{HIDDEN}1", f"Credential:c/{HIDDEN}k", f"McpServer:mcp/{HIDDEN}s"
    application, model, source = f"Application:c/{HIDDEN}a", f"Model:m/{HIDDEN}x", f"DataSource:db/{HIDDEN}d"
    props = {
        "type": "human",
        "status": "departed",
        "department": ESCAPES,
        "emails": ["ada@acme.example"],
        "more": ESCAPES,
    }

    def edge(kind: str, start: str, end: str, **fields: Any) -> dict[str, Any]:
        return {"record": "edge", "kind": kind, "source": start, "target": end, "evidence": ESCAPES, **fields}

    usage = {"record": "usage", "principal": f"Account:c/{HIDDEN}u", "resource": model, "application": application}
    cost = {"amount": "1.5", "currency": "USD", "basis": "billed"}
    charge = {"record": "charge", "application": application, "from": "2026-11-01", "to": "2026-11-30"}
    return [
        {"record": "run", "source": f"hr:{HIDDEN}", "observed_at": "2026-11-20T06:00:00Z", "complete": ["Identity"]},
        {"record": "node", "id": ada, "name": ESCAPES, "props": props},
        *(
            {"record": "node", "id": node, "name": ESCAPES + node, "props": {"description": ESCAPES}}
            for node in (key, server, application, model, source, usage["principal"], f"Group:hr/{HIDDEN}g")
        ),
        edge("HAS_ACCOUNT", ada, usage["principal"]),
        edge("HAS_CREDENTIAL", ada, key),
        edge("MEMBER_OF", ada, f"Group:hr/{HIDDEN}g"),
        edge("CONNECTS_TO", ada, server, alias=ESCAPES),
        edge("RUNS_AS", server, key),
        edge("CAN_ACCESS", key, source, permission="WRITE"),
        edge("CAN_ACCESS", f"Group:hr/{HIDDEN}g", source, permission="READ"),
        # History enough for a day out of the ordinary.
        *(
            usage | {"day": f"2026-11-{day:02}", "cost": cost | {"amount": "400" if day == 18 else "1"}}
            for day in range(1, 19)
        ),
        usage | {"day": "2026-11-19", "requests": 2, "tokens": {"output": 5}, "cost": cost},
        charge | {"category": "usage", "cost": {"amount": "12", "currency": "USD"}, "description": ESCAPES},
    ]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("escapes")
    (path / "world.jsonl").write_text("".join(json.dumps(line) + "\n" for line in _records()))
    return path


class Shell:
    """The command line in this process, in the folder."""

    def __init__(self, capture: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch) -> None:
        self._capture, self._patch = capture, patch

    def run(self, *words: str) -> tuple[int, str, str]:
        self._patch.setattr(sys, "argv", ["remit", *words])
        try:
            main()
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        printed = self._capture.readouterr()
        return code, printed.out, printed.err


@pytest.fixture
def shell(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.chdir(folder)
    for name in ("REMIT_STORE", "REMIT_TOKEN", "REMIT_SNAPSHOTS"):
        monkeypatch.delenv(name, raising=False)
    # Wide enough that no name is cut, whatever the terminal of who runs the tests.
    monkeypatch.setenv("COLUMNS", "1000")
    shell = Shell(capsys, monkeypatch)
    if not (folder / ".remit").exists():
        code, out, err = shell.run("load", "world.jsonl")
        assert code == 0, err
        _assert_shown(out + err)
        assert (
            shell.run("decide", "approval", f"Application:c/{HIDDEN}a", "approved", "--by", ESCAPES, "--why", ESCAPES)[
                0
            ]
            == 0
        )
    return shell


def _assert_shown(printed: str, allowed: str = "\n") -> None:
    assert sorted({hex(ord(c)) for c in printed if not is_visible(c) and c not in allowed}) == []
    assert not FORGED.search(printed)


WORDS = {
    "blast-radius": ["ada@acme.example"],
    "exposure": [f"DataSource:db/{HIDDEN}d"],
    "access-paths": ["ada@acme.example", f"DataSource:db/{HIDDEN}d"],
    "ranking": [],
    "orphaned-paths": [],
    "cost-attribution": ["--by", "account,model", "--from", "2026-11-01", "--to", "2026-11-30"],
    "inventory": ["--kinds", "Identity,McpServer,Application"],
    "unresolved": [],
    "offboarding": ["ada@acme.example"],
    "forecast": ["--by", "account,model"],
    "anomalies": ["--by", "account,model", "--from", "2026-11-01", "--to", "2026-11-30"],
    "least-privilege": [],
    "choke-points": ["--kinds", "Credential", "--to", f"DataSource:db/{HIDDEN}d"],
    "changes": ["--from", "2026-01-01"],
    "revocation": ["--from", f"Credential:c/{HIDDEN}k", "--to", f"DataSource:db/{HIDDEN}d"],
    "what-if": [
        "--remove",
        f"Credential:c/{HIDDEN}k",
        "--add",
        f"ada@acme.example CAN_ACCESS DataSource:db/{HIDDEN}d ADMIN",
    ],
}


@pytest.mark.parametrize("name", QUERIES)
@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json"])
def test_no_answer_obeys_a_name(name: str, form: str, shell: Shell) -> None:
    words = WORDS[name]
    code, out, err = shell.run("query", name, *words, "--as-of", "2026-11-21T00:00:00Z", "--format", form)
    assert code in (0, 1), err
    _assert_shown(out + err, {"csv": "\r\n", "tsv": "\t\n"}.get(form, "\n"))
    if form == "json":
        texts = json.dumps(json.loads(out)["answer"], ensure_ascii=False)
        assert "\u200b[red]a" in texts
    else:
        assert "\\u200b" in out
        assert "[red]a" in out or "[bold]x[/bold]" in out


@pytest.mark.parametrize(
    "words",
    [
        ["find", "gnp"],
        ["find", "gnp", "--format", "json"],
        ["find", ESCAPES + "nobody"],
        ["status"],
        ["status", "--format", "json"],
        ["decide", "list"],
        ["decide", "list", "--format", "json"],
        ["decide", "undo", "0123456789" + ESCAPES],
        ["source", "list"],
        ["source", "remove", f"hr:{ESCAPES}"],
        ["query", "blast-radius", ESCAPES],
        ["query", "exposure", "gnp.exe"],
        ["query", "inventory", "--kinds", ESCAPES],
        ["query", "inventory", "--kinds", "Identity", "--where", f"department={ESCAPES}x"],
        ["load", f"{ESCAPES}.jsonl".replace("/", "_").replace("\0", "")],
        ["load", "world.jsonl", "--source", ESCAPES],
        ["export", "--format", "records", "out.jsonl"],
        ["config"],
        ["source", "alias", ESCAPES, ESCAPES],
        ["cypher", ESCAPES],
        ["audit", "show"],
        ["audit", "show", "--format", "json"],
        ["audit", "show", "--about", ESCAPES],
        ["audit", "verify"],
    ],
    ids=lambda words: " ".join(visible(word)[:12] for word in words),
)
def test_no_other_command_obeys_one(words: list[str], shell: Shell) -> None:
    code, out, err = shell.run(*words)
    assert code in (0, 1, 2, 3)
    assert "Traceback" not in err
    assert out + err
    _assert_shown(out + err)


def test_every_command_is_run_above() -> None:
    source = Path(__file__).read_text()
    # What prints nothing of the data: a server, a table of our own words, tokens, the version.
    own = {"serve", "schema", "docs", "token", "version", "sync", "copy"}
    assert {name for name in set(COMMANDS) - own if f'"{name}"' not in source} == set()


@pytest.mark.parametrize(
    "words",
    [
        ("query", "\x1b[2Jnone"),
        ("query", "ranking", "--\u202eno-such"),
        ("load", "--strict", "--\x1b[31m"),
        ("\x1b]0;title\x07",),
        ("find",),
        ("query", "ranking", "--limit", "\x1b[1A"),
    ],
    ids=ascii,
)
def test_usage_errors_obey_no_word_of_the_command(words: tuple[str, ...], shell: Shell) -> None:
    code, out, err = shell.run(*words)
    assert (code, out) == (2, "")
    assert "Usage: " in err
    assert "Error: " in err
    assert all(is_visible(character) for character in err.replace("\n", ""))


def test_only_one_module_prints() -> None:
    prints = re.compile(r"(?<![\w.])print\(|console\(\)\.print\(|typer\.echo|sys\.std(?:out|err)\.write")
    files = [path for path in (ROOT / "api").rglob("*.py") if prints.search(path.read_text())]
    assert {str(path.relative_to(ROOT)) for path in files} == {"api/terminal.py", "api/cli/grid.py"}


def test_a_line_shows_what_it_would_have_obeyed() -> None:
    assert visible("a\nb\t\x1b[2J\u202e\u200b\u3164\U000e0041") == "a\\nb\\t\\x1b[2J\\u202e\\u200b\\u3164\\U000e0041"
    assert visible("Zoë 東京 Привет 👍🏽 e\u0301") == "Zoë 東京 Привет 👍🏽 e\u0301"


def test_json_keeps_every_character_and_shows_the_dangerous_ones() -> None:
    document = {"name": ESCAPES, "plain": "Zoë 東京", HIDDEN: [HIDDEN]}
    text = json_text(document)
    assert json.loads(text) == document
    assert "Zoë 東京" in text
    _assert_shown(text)


@pytest.mark.parametrize(
    "text",
    ["=1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", "\tx", "\rx", "＝1", "＋1", "－1", "＠x", " =1", "\u00a0=1", "\u3000＝1", "\u200b=1", "\ufeff@x", " \t-1"],
)  # fmt: skip
def test_what_a_spreadsheet_would_run_is_a_formula(text: str) -> None:
    assert is_formula(text)


@pytest.mark.parametrize("text", ["a=1", "1-2", "", " x", "ada@acme.example", "x\ny"])
def test_other_text_is_none(text: str) -> None:
    assert not is_formula(text)


def test_values_of_a_question_are_guarded(shell: Shell, folder: Path) -> None:
    run = {"record": "run", "source": "hr:formulas", "observed_at": "2026-11-20T06:00:00Z", "complete": []}
    names = ["＝1+1", " =1+1", "\t@x", "=cmd()"]
    nodes = [
        {"record": "node", "id": f"McpServer:x/{number}", "name": name, "props": {}}
        for number, name in enumerate(names)
    ]
    (folder / "formulas.jsonl").write_text("".join(json.dumps(line) + "\n" for line in [run, *nodes]))
    assert shell.run("load", "formulas.jsonl")[0] == 0
    _, out, _ = shell.run("query", "inventory", "--kinds", "McpServer", "--format", "csv")
    rows = {row["id"]: row["name"] for row in csv.DictReader(io.StringIO(out))}
    assert [rows[f"McpServer:x/{number}"] for number in range(4)] == ["'＝1+1", "' =1+1", "'\\t@x", "'=cmd()"]


@pytest.mark.parametrize("character", ["\n", "\x1b", "\x9b", "\x7f", "\u2028", "\u202e", "\u2066"])
def test_an_id_with_a_control_character_is_refused_with_a_remedy(character: str) -> None:
    with pytest.raises(RecordError, match=r"control character U\+.*Remove it at its source") as caught:
        check(Node(id=f"Identity:hr/a{character}b"))
    assert caught.value.field == "id"
    with pytest.raises(RecordError, match="control character") as caught:
        check(Edge(kind="MEMBER_OF", source="Identity:hr/a", target=f"Group:hr/{character}"))
    assert caught.value.field == "target"


def test_records_with_such_an_id_are_refused_by_line(shell: Shell, folder: Path) -> None:
    run = {"record": "run", "source": "hr:bad", "observed_at": "2026-11-20T06:00:00Z", "complete": []}
    node = {"record": "node", "id": "Identity:hr/a\x1b[2Jb"}
    (folder / "bad.jsonl").write_text(f"{json.dumps(run)}\n{json.dumps(node)}\n")
    code, _, err = shell.run("load", "bad.jsonl")
    assert (code, err.startswith("remit: bad.jsonl:2: field 'id'")) == (2, True)
    _assert_shown(err)

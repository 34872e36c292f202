"""The audit: a line for every question and change, none that can be changed unseen, and no path that goes unrecorded."""

from __future__ import annotations

import asyncio
import io
import json
import multiprocessing
import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
from pydantic import SecretStr

from api.access.audit_format import write_ocsf
from api.access.audit_log import AuditError, AuditLog
from api.access.audit_trail import AuditWriter
from api.context import StoreContext
from api.settings import Settings
from graph.decisions import decision_key
from graph.moment import now
from tests.api.command_line import Remit
from tests.api.organisation import LOAD_TOKEN, TOKEN, lines, load, node, organisation

KEY = b"the key of a test"
MOMENT = 1_795_000_000_000_000
SALT = "a-salt-of-an-audit"
BLAST = '{ blastRadius(input: { start: ["Ada Byron"] }) { __typename ... on BlastRadius { reached(first: 3) { nodes { id } } } } }'
RUN = {"record": "run", "source": "custom:one", "observed_at": "2026-11-21T09:00:00Z"}
LOADING = {"content-type": "application/x-ndjson", "authorization": f"Bearer {LOAD_TOKEN}"}
RECORDS = lines(RUN, node("Identity:custom/1", "New One"))


def written(path: Path, count: int = 9) -> AuditLog:
    log = AuditLog(path, KEY)
    for number in range(count):
        log.append([{"kind": "question", "name": f"q{number}", "caller": "ada"}], MOMENT + number)
    return log


def swap(rows: list[bytes]) -> list[bytes]:
    rows[3], rows[4] = rows[4], rows[3]
    return rows


TAMPERED: dict[str, tuple[Callable[[list[bytes]], list[bytes]], int, str]] = {
    "a changed line": (
        lambda rows: [
            row.replace(b'"caller":"ada"', b'"caller":"bob"') if at == 4 else row for at, row in enumerate(rows)
        ],
        5,
        "number 5 was changed",
    ),
    "a removed line": (lambda rows: rows[:4] + rows[5:], 5, "number 5 is missing"),
    "several removed lines": (lambda rows: rows[:4] + rows[7:], 5, "number 5 to 7 is missing"),
    "the first line removed": (lambda rows: rows[1:], 1, "number 1 is missing"),
    "the last line removed": (lambda rows: rows[:-1], 9, "the log came to number 9"),
    "everything removed": (lambda rows: [], 1, "the log came to number 9"),
    "swapped lines": (swap, 4, "number 4 is missing"),
    "a line twice": (lambda rows: rows[:5] + rows[4:], 6, "number 5 stands where number 6 belongs"),
    "a line cut": (lambda rows: [*rows[:8], rows[8][:-9]], 9, "no whole line"),
    "a line of no log": (lambda rows: [*rows[:4], b"{}", *rows[4:]], 5, "no whole line"),
    "a line deeper than a parser goes": (
        lambda rows: [*rows, b'{"seq":' + b"[" * 5000 + b"]" * 5000 + rows[8][-74:]],
        10,
        "no whole line",
    ),
    "a line made up": (
        lambda rows: [*rows, rows[8].replace(b'"seq":9', b'"seq":10').replace(b'"name":"q8"', b'"name":"q9"')],
        10,
        "number 10 was changed",
    ),
    "a MAC of another line": (
        lambda rows: [*rows[:4], rows[4][:-66] + rows[5][-66:], *rows[5:]],
        5,
        "number 5 was changed",
    ),
}


@pytest.mark.parametrize(("tamper", "line", "problem"), TAMPERED.values(), ids=TAMPERED)
def test_what_was_changed_is_found_where_it_is(
    tamper: Callable[[list[bytes]], list[bytes]], line: int, problem: str, tmp_path: Path
) -> None:
    log = written(tmp_path / "audit")
    assert log.verify() == (9, [])
    rows = tamper(log.path.read_bytes().splitlines())
    log.path.write_bytes(b"".join(row + b"\n" for row in rows))
    _, problems = log.verify()
    assert (problems[0].line, problem in problems[0].detail) == (line, True), [str(problem) for problem in problems]
    # What is written later hides nothing.
    log.append([{"kind": "question", "name": "later"}], MOMENT)
    assert log.verify()[1][0].line == line


def test_a_log_without_its_head_or_of_another_salt_is_found(tmp_path: Path) -> None:
    log = written(tmp_path / "audit")
    log.head_path.unlink()
    assert "says how far the log came, is missing" in str(log.verify()[1][0])
    # Cut off together with the head, the next line says that the head was missing.
    rows = log.path.read_bytes().splitlines(keepends=True)
    log.path.write_bytes(b"".join(rows[:5]))
    log.append([{"kind": "question", "name": "later"}], MOMENT)
    assert "missing" in json.loads(log.path.read_bytes().splitlines()[5])["outcome"]
    problems = AuditLog(log.path, b"another key").verify()[1]
    assert "written under another salt" in problems[0].detail


def test_a_line_that_a_dying_process_left_is_seen_and_the_log_goes_on(tmp_path: Path) -> None:
    log = written(tmp_path / "audit", 3)
    head = log.head_path.read_bytes()
    log.append([{"name": "fourth"}], MOMENT)
    log.head_path.write_bytes(head)
    assert log.verify() == (4, [])
    log.append([{"name": "fifth"}], MOMENT)
    assert log.verify() == (5, [])
    with log.path.open("ab") as file:
        file.write(b'{"seq":6,"at":"20')
    log.append([{"name": "sixth"}], MOMENT)
    assert [str(problem) for problem in log.verify()[1]] == ["line 6: this is no whole line of an audit log"]


def test_both_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    log = written(tmp_path / "kept" / "audit", 1)
    assert {stat.S_IMODE(path.stat().st_mode) for path in (log.path, log.head_path)} == {0o600}
    assert stat.S_IMODE(log.path.parent.stat().st_mode) == 0o700


def test_the_chain_goes_on_from_file_to_file(tmp_path: Path) -> None:
    log = AuditLog(tmp_path / "audit", KEY, max_bytes=600)
    for number in range(20):
        log.append([{"kind": "question", "name": f"q{number}", "caller": "ada"}], MOMENT + number)
    files = log.files()
    assert len(files) > 4
    assert all(path.stat().st_size < 900 and stat.S_IMODE(path.stat().st_mode) == 0o600 for path in files)
    assert [json.loads(line)["seq"] for line in log.lines()] == list(range(1, 21))
    assert log.verify() == (20, [])
    # A file ends with the line that its name says.
    ends = [json.loads(path.read_bytes().splitlines()[-1])["seq"] for path in files[:-1]]
    assert ends == [int(path.name.rpartition(".")[2]) for path in files[:-1]]
    second = files[1].read_bytes()
    files[1].write_bytes(second.replace(b'"ada"', b'"bob"', 1))
    [problem] = log.verify()[1]
    assert (problem.file, problem.line, "was changed" in problem.detail) == (files[1].name, 1, True)
    files[1].unlink()
    [problem] = log.verify()[1]
    assert (problem.file, problem.line) == (files[2].name, 1)
    assert f"number {ends[0] + 1} to {ends[1]} is missing" in problem.detail
    files[1].write_bytes(second)
    rows = files[-1].read_bytes().splitlines(keepends=True)
    files[-1].write_bytes(b"".join(rows[:-1]))
    assert "the log came to number 20" in log.verify()[1][0].detail


def test_old_files_go_on_purpose_and_nobody_else_removes_one(tmp_path: Path) -> None:
    log = AuditLog(tmp_path / "audit", KEY, max_bytes=600, max_files=2)
    for number in range(30):
        before = log.files()
        log.append([{"kind": "question", "name": f"q{number}"}], MOMENT + number)
        assert len(log.files()) <= 3
    lines = [json.loads(line) for line in log.lines()]
    first, last = lines[0]["seq"], lines[-1]["seq"]
    assert (log.removed_until(), last > 30) == (first - 1, True)
    assert [line["seq"] for line in lines] == list(range(first, last + 1))
    assert log.verify() == (len(lines), [])
    removed_until = [line["removed_until"] for line in lines if line["name"] == "retention"]
    assert removed_until[-1] == first - 1
    # Somebody who removes one more, or dates the beginning forward, has no key for it.
    oldest, head = log.files()[0], log.head_path.read_bytes()
    content = oldest.read_bytes()
    oldest.unlink()
    assert "is missing" in log.verify()[1][0].detail
    end = int(oldest.name.rpartition(".")[2])
    log.head_path.write_bytes(head.replace(f'"removed_seq":{first - 1},'.encode(), f'"removed_seq":{end},'.encode()))
    assert any("is missing or changed" in problem.detail for problem in log.verify()[1])
    # A process that died before it removed what it had said is gone breaks nothing; the next one removes it.
    log.head_path.write_bytes(head)
    oldest.write_bytes(content)
    (tmp_path / f"audit.{first - 1:012d}").write_bytes(b"left behind\n")
    assert log.verify() == (len(lines), [])
    while log.files()[:2] == [tmp_path / f"audit.{first - 1:012d}", oldest]:
        log.append([{"kind": "question", "name": "later"}], MOMENT)
    assert log.verify()[1] == []
    assert len(before) == len(log.files()) == 3


def test_a_process_that_dies_while_a_file_is_closed_breaks_no_chain(tmp_path: Path) -> None:
    log = AuditLog(tmp_path / "audit", KEY, max_bytes=600)
    log.append([{"kind": "question", "name": "first"}], MOMENT)
    while len(log.files()) < 3:
        head = log.head_path.read_bytes()
        log.append([{"kind": "question", "name": "q"}], MOMENT)
    # The file was renamed, and nothing was written since.
    log.path.unlink()
    log.head_path.write_bytes(head)
    count = log.verify()[0]
    log.append([{"kind": "question", "name": "later"}], MOMENT)
    assert log.verify() == (count + 1, [])


def _append_some(path: Path, worker: int, count: int) -> None:
    log = AuditLog(path, KEY, max_bytes=2000)
    for number in range(count):
        log.append([{"name": f"{worker}-{number}-{part}"} for part in range(2)], MOMENT)


def test_several_processes_lose_no_line(tmp_path: Path) -> None:
    fork = multiprocessing.get_context("fork")
    workers = [fork.Process(target=_append_some, args=(tmp_path / "audit", worker, 40)) for worker in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    log = AuditLog(tmp_path / "audit", KEY)
    assert log.verify() == (320, [])
    names = {json.loads(line)["name"] for line in log.lines()}
    assert names == {f"{w}-{n}-{p}" for w in range(4) for n in range(40) for p in range(2)}


@pytest.fixture
def audited(guarded: Settings, folder: Path) -> Settings:
    """A server with tokens whose audit log is a file."""
    return guarded.model_copy(update={"audit": folder / "log" / "audit", "salt": SecretStr(SALT)})


def audit_lines(settings: Settings) -> list[dict[str, Any]]:
    log = AuditWriter(settings).log
    assert log is not None
    assert log.verify()[1] == []
    return [json.loads(line) for line in log.lines()]


def run(client: Callable[..., Any], settings: Settings, work: Callable[[httpx.AsyncClient], Any]) -> Any:
    async def go() -> Any:
        async with client(settings) as http:
            return await work(http)

    return anyio.run(go)


def test_a_question_is_one_line_without_names(client: Callable[..., Any], audited: Settings) -> None:
    async def work(http: httpx.AsyncClient) -> list[httpx.Response]:
        document = "{ a: " + BLAST[1:-1] + ' b: search(input: { text: "BYRON" }) { __typename } status { generation } '
        document += 'nodes(ids: ["Identity:hr/1", "Identity:hr/none"]) { id } cypher(input: { text: "RETURN 1" }) { __typename } }'
        return [
            await http.post("/graphql", json={"query": document}),
            await http.post("/graphql", json={"query": BLAST.replace("Ada Byron", "nobody at all")}),
        ]

    answers = run(client, audited, work)
    rows = audit_lines(audited)
    assert [(row["name"], row["outcome"], row["rows"]) for row in rows] == [
        ("blastRadius", "answered", 3),
        ("search", "answered", 0),
        ("status", "answered", 0),
        ("nodes", "answered", 1),
        ("cypher", "FORBIDDEN", 0),
        ("blastRadius", "NOT_FOUND", 0),
    ]
    first = rows[0]
    assert first["request_id"] == answers[0].headers["x-request-id"]
    assert (first["caller"], first["method"], first["generation"]) == ("REMIT_TOKEN", "setting", 2)
    assert first["bytes"] == len(answers[0].content)
    hash_of = AuditWriter(audited).redactor.hash
    assert first["asked"] == {"start": [hash_of("ada byron")]}
    assert hash_of("ADA BYRON") == hash_of("Ada Byron") != hash_of("Bob Stone")
    text = audited.audit.read_text() if audited.audit else ""
    for secret in ("Byron", "byron", "BYRON", "hr/1", "nobody at all", TOKEN, LOAD_TOKEN, SALT):
        assert secret not in text


def test_a_change_says_that_it_begins_and_what_it_did(client: Callable[..., Any], audited: Settings) -> None:
    async def work(http: httpx.AsyncClient) -> list[int]:
        codes = [(await http.post("/records", content=RECORDS, headers=LOADING)).status_code]
        codes.append((await http.post("/records", content=RECORDS[:-9], headers=LOADING)).status_code)
        codes.append((await http.post("/records", content=RECORDS)).status_code)
        codes.append((await http.post("/v1/traces", json={"resourceSpans": []}, headers=LOADING | JSON)).status_code)
        return codes

    assert run(client, audited, work) == [200, 422, 403, 200]
    rows = audit_lines(audited)
    assert [(row["kind"], row["name"], row["outcome"], row["caller"]) for row in rows] == [
        ("change", "records", "begun", "REMIT_LOAD_TOKEN"),
        ("change", "records", "done", "REMIT_LOAD_TOKEN"),
        ("change", "records", "begun", "REMIT_LOAD_TOKEN"),
        ("change", "records", "failed", "REMIT_LOAD_TOKEN"),
        ("refusal", "/records", "FORBIDDEN", "REMIT_TOKEN"),
        ("change", "spans", "done", "REMIT_LOAD_TOKEN"),
    ]
    expected = {"sources": ["custom:one"], "runs": 1, "records": 1, "added": 1, "retired": 0, "generation": 3}
    assert rows[1].items() >= expected.items()
    assert rows[5]["exports"] == 1
    # What was refused says of which source it was.
    assert (rows[3]["sources"], rows[3]["why"]) == (["custom:one"], "RecordError")


JSON = {"content-type": "application/json"}


def refusals(client: Callable[..., Any], settings: Settings) -> None:
    """Paths and loads are refused with the reason, what shows nobody's access is answered, and nothing is written."""

    async def work(http: httpx.AsyncClient) -> None:
        asked = await http.post("/graphql", json={"query": BLAST})
        assert (asked.status_code, asked.json()["code"]) == (503, "AUDIT_FAILED")
        assert "audit log cannot be written" in asked.json()["detail"]
        assert "t000" not in asked.text
        both = await http.post("/graphql", json={"query": "{ status { generation } " + BLAST[1:]})
        assert both.status_code == 503
        shown = await http.post("/graphql", json={"query": "{ status { generation } }"})
        assert shown.json() == {"data": {"status": {"generation": 2}}}
        loaded = await http.post("/records", content=RECORDS, headers=LOADING)
        assert (loaded.status_code, loaded.json()["code"]) == (503, "AUDIT_FAILED")
        again = await http.post("/graphql", json={"query": "{ status { generation } }"})
        assert again.json() == {"data": {"status": {"generation": 2}}}
        metrics = await http.get("/metrics")
        assert "remit_audit_failures_total" in metrics.text

    run(client, settings, work)
    with StoreContext(settings) as context:
        assert [state.source for state in context.store.sources()] == ["cursor:acme", "hr:workday"]


def test_a_full_disk_refuses_the_answer(client: Callable[..., Any], audited: Settings, folder: Path) -> None:
    full = folder / "full"
    full.symlink_to("/dev/full")
    refusals(client, audited.model_copy(update={"audit": full}))


@contextmanager
def unprivileged() -> Iterator[None]:
    """Root may write whatever the mode says: for this long the process is somebody else."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_read_only_directory_refuses_the_answer(client: Callable[..., Any], audited: Settings) -> None:
    with tempfile.TemporaryDirectory(prefix="remit-") as parent:
        os.chmod(parent, 0o555)
        settings = audited.model_copy(update={"audit": Path(parent) / "audit"})
        with pytest.raises(PermissionError), unprivileged():
            (Path(parent) / "probe").touch()
        with unprivileged():
            refusals(client, settings)
        assert os.listdir(parent) == []
        os.chmod(parent, 0o700)


def test_a_batch_that_does_not_fit_leaves_no_part_of_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = written(tmp_path / "audit", 2)
    before, real = log.path.read_bytes(), os.write

    def fill(number: int, content: Any) -> int:
        real(number, bytes(content)[:20])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("api.access.audit_log.os.write", fill)
    with pytest.raises(AuditError, match="No space left on device"):
        log.append([{"name": "third"}, {"name": "fourth"}], MOMENT)
    monkeypatch.setattr("api.access.audit_log.os.write", real)
    assert log.path.read_bytes() == before
    log.append([{"name": "third"}], MOMENT)
    assert log.verify() == (3, [])


def test_requests_at_once_lose_no_line(client: Callable[..., Any], audited: Settings) -> None:
    """REMIT_TEST_REQUESTS is how many; 1000 take some seconds."""
    count = int(os.environ.get("REMIT_TEST_REQUESTS", "200"))

    async def work(http: httpx.AsyncClient) -> list[str]:
        query = '{ node(id: "Identity:hr/1") { id } }'

        open_at_once = asyncio.Semaphore(100)

        async def ask() -> str:
            # Beyond what one process answers at once it sends clients away.
            async with open_at_once:
                answer = await http.post("/graphql", json={"query": query})
            assert answer.status_code == 200
            return str(answer.headers["x-request-id"])

        return list(await asyncio.gather(*(ask() for _ in range(count))))

    ids = run(client, audited, work)
    rows = audit_lines(audited)
    assert len(set(ids)) == len(rows) == count
    assert {row["request_id"] for row in rows} == set(ids)


def test_lines_go_to_a_siem_as_ocsf(client: Callable[..., Any], audited: Settings, folder: Path) -> None:
    events = folder / "ocsf.jsonl"

    async def work(http: httpx.AsyncClient) -> None:
        await http.post("/graphql", json={"query": BLAST})
        await http.post("/records", content=RECORDS)

    run(client, audited.model_copy(update={"audit_ocsf": str(events)}), work)
    assert stat.S_IMODE(events.stat().st_mode) == 0o600
    question, refusal = (json.loads(line) for line in events.read_text().splitlines())
    assert (question["class_uid"], question["category_uid"], question["type_uid"]) == (6003, 6, 600302)
    assert (question["activity_id"], question["status_id"], question["severity_id"]) == (2, 1, 1)
    assert question["api"] == {
        "operation": "blastRadius",
        "service": {"name": "remit"},
        "request": {"uid": question["api"]["request"]["uid"]},
    }
    assert question["actor"]["user"]["name"] == "REMIT_TOKEN"
    assert question["metadata"]["version"] == "1.6.0"
    assert question["time"] > 1_700_000_000_000
    assert question["unmapped"]["rows"] == 3
    assert "Byron" not in events.read_text()
    assert (refusal["activity_id"], refusal["status_id"], refusal["severity_id"]) == (99, 2, 2)
    change = {"seq": 1, "at": "2026-11-20T06:00:00Z", "kind": "change", "outcome": "done"}
    names = {"token create": 1, "records": 3, "source remove": 4}
    assert {name: write_ocsf({**change, "name": name})["activity_id"] for name in names} == names


def test_the_command_line_records_its_changes_and_verifies(folder: Path) -> None:
    remit = Remit(folder)
    path = remit.write("one.jsonl", [RUN, node("Identity:custom/1", "Ada Byron", emails=["ada@acme.example"])])
    assert remit.run("load", path).returncode == 0
    (folder / "bad.jsonl").write_text('{"record":"run"}\n')
    assert remit.run("load", "bad.jsonl").returncode == 2
    made = remit.run("token", "create", "ci", "--rights", "load", "--sources", "custom:")
    remit.run("token", "revoke", "ci")
    both = remit.write("two.jsonl", [{**RUN, "source": "custom:two"}, node("Identity:custom/2", "A. Byron")])
    remit.run("load", both)
    assert remit.run("decide", "link", "Ada Byron", "Identity:custom/2", "--why", "the same").returncode == 0
    assert remit.run("source", "remove", "custom:two").returncode == 0
    shown = json.loads(remit.run("audit", "show", "--format", "json").stdout)["lines"]
    assert [(row["name"], row["outcome"]) for row in shown] == [
        *[("load", "begun"), ("load", "done"), ("load", "begun"), ("load", "failed")],
        *[(f"token {verb}", outcome) for verb in ("create", "revoke") for outcome in ("begun", "done")],
        *[("load", "begun"), ("load", "done"), ("decide", "begun"), ("decide", "done")],
        *[("source remove", "begun"), ("source remove", "done")],
    ]
    assert all(row["caller"].startswith("cli:") for row in shown)
    assert shown[1].items() >= {"sources": ["custom:one"], "runs": 1, "added": 1}.items()
    text = (folder / ".remit" / "remit.db.audit").read_text()
    assert not any(secret in text for secret in ("Byron", "acme.example", "custom/1", made.stdout.strip()))
    about = remit.run("audit", "show", "--about", "identity:custom/1", "--format", "json").stdout
    assert [row["name"] for row in json.loads(about)["lines"]] == ["decide"]
    verified = remit.run("audit", "verify")
    assert (verified.returncode, "14 lines, all as they were written" in verified.stdout) == (0, True)
    (folder / ".remit" / "remit.db.audit").write_text(text.replace("custom:one", "custom:two", 1))
    verified = remit.run("audit", "verify")
    assert (verified.returncode, verified.stdout) == (
        1,
        "remit.db.audit: line 2: number 2 was changed after it was written\n",
    )


def test_questions_of_the_command_line_are_recorded(folder: Path) -> None:
    remit = Remit(folder)
    path = remit.write("one.jsonl", [RUN, node("Identity:custom/1", "Ada Byron", type="human")])
    assert remit.run("load", path).returncode == 0
    for words, code in (
        (("query", "blast-radius", "Ada Byron", "--format", "json"), 0),
        (("query", "blast-radius", "nobody at all"), 2),
        (("query", "ranking"), 0),
        (("find", "byron"), 0),
        (("status",), 0),
        (("export", "--format", "graphml", "graph.graphml"), 0),
    ):
        done = remit.run(*words)
        assert done.returncode == code, done
    shown = json.loads(remit.run("audit", "show", "--format", "json").stdout)["lines"][2:]
    assert [(row["kind"], row["name"], row["outcome"]) for row in shown] == [
        ("question", "blastRadius", "answered"),
        ("question", "blastRadius", "UnknownName"),
        ("question", "ranking", "answered"),
        ("question", "search", "answered"),
        ("question", "status", "answered"),
        ("export", "export", "begun"),
        ("export", "export", "done"),
    ]
    assert all(row["caller"].startswith("cli:") for row in shown)
    assert (shown[3]["rows"], shown[4]["generation"], shown[6]["generation"]) == (1, 1, 1)
    about = remit.run("audit", "show", "--about", "ada byron", "--format", "json").stdout
    assert [row["name"] for row in json.loads(about)["lines"]] == ["blastRadius"]
    text = (folder / ".remit" / "remit.db.audit").read_text()
    assert not any(secret in text for secret in ("Byron", "byron", "nobody at all", "custom/1"))


def test_a_path_that_cannot_be_recorded_is_not_printed(folder: Path) -> None:
    remit = Remit(folder)
    path = remit.write("one.jsonl", [RUN, node("Identity:custom/1", "Ada Byron", type="human")])
    assert remit.run("load", path).returncode == 0
    full = folder / "full"
    full.symlink_to("/dev/full")
    for words, code in (
        (("query", "blast-radius", "Ada Byron"), 3),
        (("export", "--format", "graphml", "graph.graphml"), 3),
        (("find", "byron"), 0),
    ):
        done = remit.run(*words, settings={"REMIT_AUDIT": str(full)})
        assert (done.returncode, "audit log cannot be written" in done.stderr) == (code, True), done
        assert ("custom/1" in done.stdout) == (code == 0)
    assert not (folder / "graph.graphml").exists()


def test_decisions_that_come_over_http_are_recorded_with_their_content(
    client: Callable[..., Any], audited: Settings
) -> None:
    decisions = [
        {"record": "decision", "kind": "link", "ids": ["Identity:hr/3", "Identity:hr/4"], "by": "x", "at": AT},
        {"record": "decision", "kind": "sensitivity", "ids": [SALES], "value": "restricted", "by": "x", "at": AT},
    ]
    settings = audited.model_copy(update={"store": f"sqlite:///{Path.cwd()}/decided.db"})
    load(settings, organisation(), Path.cwd())
    text = settings.token_file().create("sam", ["ask", "load", "decide"], ["custom:"], now(), None)
    deciding = {"authorization": f"Bearer {text}", "content-type": "application/x-ndjson"}

    async def work(http: httpx.AsyncClient) -> httpx.Response:
        return await http.post("/records", content=lines(*decisions), headers=deciding)

    answer = run(client, settings, work)
    assert answer.status_code == 200, answer.text
    done = audit_lines(settings)[-1]
    hash_of = AuditWriter(settings).redactor.hash
    assert (done["caller"], done["outcome"], done["decisions"]) == ("sam", "done", 2)
    assert [(row["decision"], row["nodes"], row["value"]) for row in done["decided"]] == [
        ("link", [hash_of("Identity:hr/3"), hash_of("Identity:hr/4")], None),
        ("sensitivity", [hash_of(SALES)], hash_of("restricted")),
    ]
    with StoreContext(settings) as context:
        assert {row["decision_key"] for row in done["decided"]} == {
            decision_key(decision) for decision in context.store.read().decisions
        }


AT = "2026-11-21T09:00:00Z"
SALES = "DataSource:postgres/prod/sales"


def test_signing_in_and_out_is_recorded(client: Callable[..., Any], audited: Settings) -> None:
    own = {"origin": "http://127.0.0.1:8800", "authorization": ""}

    async def work(http: httpx.AsyncClient) -> None:
        for _ in range(15):
            refused = await http.post("/login/token", data={"token": "wrong"}, headers=own)
            assert refused.status_code == 401
        signed = await http.post("/login/token", data={"token": TOKEN}, headers=own)
        assert signed.status_code == 303
        cookie = signed.headers["set-cookie"].partition(";")[0]
        out = await http.post("/logout", json={}, headers={**own, "cookie": cookie})
        assert out.status_code == 200
        assert (await http.post("/logout", json={}, headers={**own, "cookie": cookie})).status_code == 200

    run(client, audited, work)
    rows = [(row["name"], row["outcome"], row["caller"], row["method"]) for row in audit_lines(audited)]
    # Of what nobody tries, some a minute: the log of requests has all.
    assert rows == [
        *[("sign-in", "refused", "anonymous", "token")] * 10,
        ("sign-in", "done", "REMIT_TOKEN", "token"),
        ("sign-out", "done", "REMIT_TOKEN", "setting"),
    ]


def test_a_change_that_cannot_be_recorded_is_not_made(folder: Path) -> None:
    remit = Remit(folder)
    full = folder / "full"
    full.symlink_to("/dev/full")
    path = remit.write("one.jsonl", [RUN, node("Identity:custom/1", "Ada Byron")])
    for words in (("load", path), ("token", "create", "ci", "--rights", "ask"), ("source", "remove", "custom:one")):
        refused = remit.run(*words, settings={"REMIT_AUDIT": str(full)})
        assert (refused.returncode, "audit log cannot be written" in refused.stderr) == (3, True), refused
    assert remit.status()["generation"] == 0
    assert json.loads(remit.run("token", "list", "--format", "json").stdout) == {"tokens": []}


def test_without_a_place_for_the_log_a_store_in_memory_has_none(client: Callable[..., Any], guarded: Settings) -> None:
    async def work(http: httpx.AsyncClient) -> int:
        return (await http.post("/graphql", json={"query": BLAST})).status_code

    assert run(client, guarded, work) == 200
    assert AuditWriter(guarded).log is None


def test_the_log_of_requests_is_another_one(client: Callable[..., Any], audited: Settings, log: io.StringIO) -> None:
    async def work(http: httpx.AsyncClient) -> None:
        await http.post("/graphql", json={"query": BLAST})

    run(client, audited, work)
    [row] = audit_lines(audited)
    [request] = [line for line in map(json.loads, log.getvalue().splitlines()) if line["event"] == "request"]
    assert (request["request_id"], request["caller"]) == (row["request_id"], "REMIT_TOKEN")

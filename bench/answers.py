"""Every answer of a fixed set of inputs, saved to a file and compared with another checkout's: no answer may change.

    python -m bench.answers save before.jsonl.gz [--peribolos DIR] [--files DIR]...
    python -m bench.answers compare before.jsonl.gz after.jsonl.gz

The inputs are the example organisation at its three dates, 20 random worlds and, where their folders are given, dated
exports of Peribolos and single files for the connectors. The same source text runs on both sides: it uses the command
line alone, with a fixed salt, fixed times of observation and fixed moments. Left out of the comparison are the time at
which a snapshot was built and the wording of reasons; codes, order, numbers, ids, evidence and digests are in it. Names of some sources contain a hash of the path from which they were
loaded, so both sides must load from the same folders (`--example` names the one of the example).
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import io
import itertools
import json
import os
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PRINCIPALS = ("Identity", "Account", "Credential", "McpServer", "Application", "Group")
TARGETS = ("DataSource", "McpTool", "McpServer", "Model")
GROUPINGS = (
    "team", "identity", "department,model", "account", "credential", "application,provider", "mcp_server",
    "data_source", "team,mcp_server,data_source", "owner_state", "day", "week,workspace", "month,cost_center",
)  # fmt: skip
WORLDS = 20

Line = dict[str, Any]


def run(*words: str) -> tuple[int, str]:
    """Run one command of `remit` in this process: its exit code and what it prints on standard output."""
    try:
        from remit import main  # type: ignore[import-not-found, unused-ignore]
    except ModuleNotFoundError:
        from api.cli import main
    output, errors = io.StringIO(), io.StringIO()
    arguments, sys.argv = sys.argv, ["remit", *words]
    try:
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
            main()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    finally:
        sys.argv = arguments
    if "Traceback" in errors.getvalue():
        raise RuntimeError(f"remit {' '.join(words)} crashed:\n{errors.getvalue()}")
    return code, output.getvalue()


@contextlib.contextmanager
def new_store() -> Iterator[Path]:
    """An empty embedded store in a folder of its own, the working folder meanwhile."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["REMIT_STORE"] = f"sqlite:///{folder}/remit.db"
        os.chdir(folder)
        try:
            yield Path(folder)
        finally:
            os.chdir(before)


def load(name: str, path: Path, observed_at: str) -> Line:
    """Load a file or folder; the exit code is part of the comparison, what is printed is not."""
    code, _ = run("load", str(path), "--observed-at", observed_at)
    return {"input": name, "load": path.name, "exit": code}


def answer(name: str, *words: str) -> Line:
    """One question and its answer without what may differ."""
    code, text = run("query", *words, "--format", "json")
    return {"input": name, "query": list(words), "exit": code, "answer": comparable(text)}


def comparable(text: str) -> Any:
    """An answer without the time the snapshot was built at and without the wording of reasons."""
    if not text:
        return None
    answer_json = json.loads(text)
    answer_json["snapshot"].pop("built_at")
    for item in (answer_json["completeness"], *answer_json["freshness"]):
        for reason in item["reasons"]:
            reason.pop("detail")
    return answer_json


def exported(name: str, folder: Path) -> tuple[list[str], Line]:
    """All node ids, and the records export as a line."""
    target = folder / "export.jsonl"
    code, _ = run("export", "--format", "records", str(target))
    records = [json.loads(line) for line in target.read_text().splitlines()] if target.exists() else []
    ids = {record["id"] for record in records if record["record"] == "node"}
    ids |= {record[end] for record in records if record["record"] == "edge" for end in ("source", "target")}
    for record in records:
        if isinstance(record.get("reasons"), list):
            record["reasons"] = [reason.get("code") for reason in record["reasons"]]
    return sorted(ids), {"input": name, "export": "records", "exit": code, "records": records}


def questions(name: str, ids: list[str], moments: list[str], first: str, last: str) -> Iterator[Line]:
    """Every question about every node, at every moment."""
    starts = [node for node in ids if node.startswith(tuple(f"{kind}:" for kind in PRINCIPALS))]
    targets = [node for node in ids if node.startswith(tuple(f"{kind}:" for kind in TARGETS))]
    dice = random.Random(name)
    pairs = [(dice.choice(starts), dice.choice(targets)) for _ in range(8)] if starts and targets else []
    for moment, basis in itertools.product(moments, ("either", "granted", "observed")):
        common = ("--as-of", moment, "--basis", basis)
        some = starts if basis == "either" else dice.sample(starts, min(6, len(starts)))
        for node in some:
            yield answer(name, "blast-radius", node, *common)
        for node in targets if basis == "either" else dice.sample(targets, min(6, len(targets))):
            yield answer(name, "exposure", node, *common)
        for source, target in pairs:
            yield answer(name, "access-paths", source, target, *common)
        yield answer(name, "ranking", *common)
    for moment in moments:
        yield answer(name, "orphaned-paths", "--as-of", moment)
        for by in GROUPINGS:
            more = ("--currency", "USD") if by == "team" else ()
            window = ("--from", first, "--to", last)
            yield answer(name, "cost-attribution", "--by", by, *window, "--as-of", moment, *more)


def example(data: Path) -> Iterator[Line]:
    """The example organisation at its three dates."""
    with new_store() as folder:
        days = sorted(path.name for path in data.iterdir())
        for day in days:
            yield load("example", data / day, f"{day}T06:00:00Z")
        ids, line = exported("example", folder)
        yield line
        yield from questions("example", ids, [f"{day}T06:00:00Z" for day in days], "2026-08-23", "2026-11-20")


def peribolos(data: Path) -> Iterator[Line]:
    """Real organisations at three dates; what the mass-removal guard holds is accepted."""
    with new_store() as folder:
        days = sorted(path.name for path in data.iterdir())
        for day in days:
            yield load("peribolos", data / day, f"{day}T00:00:00Z")
            for source in held():
                code, _ = run("decide", "accept-run", source, "--by", "bench@example.com")
                yield {"input": "peribolos", "accept": source, "exit": code}
        ids, line = exported("peribolos", folder)
        yield line
        yield from questions("peribolos", ids, [f"{day}T12:00:00Z" for day in days], days[0], days[0])


def held() -> list[str]:
    """The sources whose newest run waits for a person."""
    sources = json.loads(run("status", "--format", "json")[1])["sources"]
    return [source["source"] for source in sources if source["state"] == "HELD"]


def random_worlds() -> Iterator[Line]:
    """Twenty small random graphs with two sources, two observations each, usage and charges."""
    for seed in range(WORLDS):
        name = f"world-{seed}"
        with new_store() as folder:
            for day in ("2026-10-01", "2026-11-01"):
                file = folder / f"{day}.jsonl"
                file.write_text("".join(json.dumps(record) + "\n" for record in world(seed, day)))
                yield load(name, file, f"{day}T00:00:00Z")
            ids, line = exported(name, folder)
            yield line
            moments = ["2026-09-30T00:00:00Z", "2026-10-15T00:00:00Z", "2026-11-15T00:00:00Z"]
            yield from questions(name, ids, moments, "2026-09-15", "2026-11-10")


def world(seed: int, day: str) -> Iterator[dict[str, Any]]:
    """The records of one observation of a random world; what two observations list differs in part."""
    fixed, dice = random.Random(f"world {seed}"), random.Random(f"{seed} {day}")
    people = [f"Identity:hr/p{number}" for number in range(fixed.randint(2, 6))]
    kinds = {kind: fixed.randint(1, 5) for kind in (*PRINCIPALS[1:], "McpTool", "Model", "DataSource")}
    nodes = {kind: [f"{kind}:app/{kind[:2].lower()}{n}" for n in range(count)] for kind, count in kinds.items()}
    yield {"record": "run", "source": "hr:w", "observed_at": day, "complete": ["Identity", "ANSWERS_FOR"]}
    for person in people:
        if dice.random() < 0.85:
            status = dice.choice(["active", "active", "departed", "suspended", "unknown"])
            emails = [f"{person[-2:]}@world.example"]
            props = {"type": "human", "status": status, "emails": emails, "department": dice.choice(["R", "S"])}
            yield {"record": "node", "id": person, "name": person[-2:], "props": props}
            if dice.random() < 0.5:
                yield edge("ANSWERS_FOR", person, dice.choice(nodes["Account"] + nodes["McpServer"]))
    complete = ["Account", "Group", "HAS_ACCOUNT", "MEMBER_OF", "CAN_ACCESS", "Credential"]
    usage = {"from": "2026-09-15", "to": day}
    yield {"record": "run", "source": "app:w", "observed_at": day, "complete": complete, "usage": usage}
    yield from things(dice, nodes)
    yield from relations(dice, people, nodes)
    yield from ledger(dice, nodes, day)


def things(dice: random.Random, nodes: dict[str, list[str]]) -> Iterator[dict[str, Any]]:
    """Most of the nodes, with the properties that questions use."""
    props: dict[str, Any] = {
        "Account": lambda: {"status": dice.choice(["active", "suspended", "deleted"]), "email": "p1@world.example"},
        "Credential": lambda: {"status": dice.choice(["active", "revoked"]), "expires_at": "2026-10-20"},
        "Group": lambda: {"type": dice.choice(["team", "cost_center"])},
        "Application": lambda: {"approval": dice.choice(["approved", "blocked"])},
        "McpServer": lambda: {"approval": dice.choice(["approved", "unreviewed"])},
        "McpTool": lambda: {"read_only": dice.random() < 0.5},
        "Model": lambda: {"provider": "anthropic", "family": "claude"},
        "DataSource": lambda: {"sensitivity": dice.choice(["public", "internal", "confidential", "restricted"])},
    }
    for kind, ids in nodes.items():
        for node in ids:
            if dice.random() < 0.85:
                yield {"record": "node", "id": node, "name": node.partition("/")[2], "props": props[kind]()}


def relations(dice: random.Random, people: list[str], nodes: dict[str, list[str]]) -> Iterator[dict[str, Any]]:
    """Edges of most kinds, each pair at most once a kind."""
    ends = {
        "HAS_ACCOUNT": (people, nodes["Account"]),
        "HAS_CREDENTIAL": (people + nodes["Account"], nodes["Credential"]),
        "RUNS_AS": (nodes["Credential"] + nodes["McpServer"], nodes["Account"]),
        "MEMBER_OF": (people + nodes["Account"], nodes["Group"]),
        "ACCOUNT_IN": (nodes["Account"], nodes["Application"]),
        "CAN_USE": (nodes["Account"] + nodes["Group"], nodes["McpServer"] + nodes["Model"]),
        "CONNECTS_TO": (people + nodes["Account"] + nodes["Application"], nodes["McpServer"]),
        "EXPOSES": (nodes["McpServer"], nodes["McpTool"]),
        "CAN_ACCESS": (
            people + nodes["Account"] + nodes["Group"] + nodes["McpServer"] + nodes["McpTool"],
            nodes["DataSource"],
        ),
        "CONTAINS": (nodes["DataSource"], nodes["DataSource"]),
    }
    for kind, (sources, targets) in ends.items():
        for source, target in sorted({(dice.choice(sources), dice.choice(targets)) for _ in range(5)}):
            if source == target or (kind == "CONTAINS" and source > target):
                continue
            yield edge(kind, source, target) | dice.choice([{}, {}, {"since": "2026-10-10"}, {"until": "2026-10-25"}])


def edge(kind: str, source: str, target: str) -> dict[str, Any]:
    permissions = {"CAN_ACCESS": "WRITE", "RUNS_AS": "READ"}
    record: dict[str, Any] = {"record": "edge", "kind": kind, "source": source, "target": target}
    return record | ({"permission": permissions[kind]} if kind in permissions and hash_of(source, target) else {})


def hash_of(source: str, target: str) -> bool:
    """A coin that falls the same way for a pair every time."""
    return random.Random(f"{source} {target}").random() < 0.7


def ledger(dice: random.Random, nodes: dict[str, list[str]], day: str) -> Iterator[dict[str, Any]]:
    """Usage of models, tools and data with every kind of cost, and charges of an application."""
    application = nodes["Application"][0]
    dates = [f"2026-09-{number}" for number in range(15, 31)] + (
        ["2026-10-05", "2026-10-20"] if day > "2026-10" else []
    )
    for number, date in enumerate(dates):
        date = date if date <= day else day
        principal = dice.choice(nodes["Account"] + nodes["Credential"])
        resource = dice.choice(nodes["Model"] + nodes["McpTool"] + nodes["McpServer"] + nodes["DataSource"])
        usage: dict[str, Any] = {
            "record": "usage", "principal": principal, "resource": resource, "application": application, "day": date,
            "requests": dice.randint(1, 9), "tokens": {"uncached_input": dice.randint(0, 999), "output": number},
        }  # fmt: skip
        if resource.startswith("Model:"):
            amount = f"{dice.randint(-5, 900)}.{dice.randint(0, 999_999_999):09}"
            usage["cost"] = {"amount": amount.replace("-5.", "-4."), "currency": "USD", "basis": "billed"}
            usage["chargeable"] = dice.random() < 0.8
        yield usage
    for category in ("usage", "seat", "tax"):
        charge = {"amount": f"{dice.randint(1, 4000)}.10", "currency": "USD"}
        period = {"application": application, "from": "2026-09-01", "to": "2026-09-30", "category": category}
        yield {"record": "charge", **period, "cost": charge, "description": f"September {category}"}


def single_files(folder: Path) -> Iterator[Line]:
    """Each file, and each folder of files, loaded alone: what its connector writes."""
    for path in sorted([folder, *folder.rglob("*")]):
        if path.name.startswith(".") or (path.is_dir() and not any(item.is_file() for item in path.iterdir())):
            continue
        name = f"{folder.name}/{path.relative_to(folder)}"
        with new_store() as store:
            yield load(name, path, "2026-11-29T00:00:00Z")
            yield exported(name, store)[1]


def save(target: Path, examples: Path, data: Path | None, folders: list[Path]) -> None:
    """Write one line of JSON per load, export and answer."""
    os.environ["REMIT_SALT"] = "a-salt-for-comparing-answers-only"
    parts = [example(examples), random_worlds(), *([peribolos(data)] if data else []), *map(single_files, folders)]
    with gzip.open(target, "wt", compresslevel=1) as file:
        for number, line in enumerate(itertools.chain(*parts), 1):
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
            if number % 1000 == 0:
                print(f"{number} lines", file=sys.stderr)


def compare(before: Path, after: Path) -> int:
    """Print the lines that differ; how many."""
    different = lines = 0
    with gzip.open(before, "rt") as left, gzip.open(after, "rt") as right:
        for old, new in itertools.zip_longest(left, right, fillvalue="null"):
            lines += 1
            if old != new:
                different += 1
                if different <= 10:
                    print(f"before: {old[:400]}\nafter:  {new[:400]}\n")
    print(f"{lines} lines compared, {different} different")
    return different


def main() -> int:
    """Read the command line; 1 where anything differs."""
    parser = argparse.ArgumentParser(prog="python -m bench.answers", description=__doc__.partition("\n")[0])
    verbs = parser.add_subparsers(dest="verb", required=True)
    saving = verbs.add_parser("save", help="load the inputs, ask every question, write the answers")
    saving.add_argument("target", type=Path)
    saving.add_argument("--example", type=Path, default=ROOT / "examples" / "larkspur", help="where the example lies")
    saving.add_argument("--peribolos", type=Path, help="a folder with one folder of YAML files per date")
    saving.add_argument("--files", type=Path, action="append", default=[], help="a folder of files for the connectors")
    comparing = verbs.add_parser("compare", help="compare two files that `save` wrote")
    comparing.add_argument("before", type=Path)
    comparing.add_argument("after", type=Path)
    given = parser.parse_args()
    if given.verb == "compare":
        return 1 if compare(given.before, given.after) else 0
    resolved = [folder.resolve() for folder in given.files]
    save(
        given.target.resolve(),
        given.example.resolve(),
        given.peribolos.resolve() if given.peribolos else None,
        resolved,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())

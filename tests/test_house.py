"""The rules of the house: who may know whom, how large things may grow, and how they are called."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from bench.house import bindings, count_any, definitions, read_modules, small_with_one_importer
from graph.stores import STORES
from loaders.connectors import CONNECTORS
from queries import QUERIES

ROOT = Path(__file__).parents[1]
PACKAGES = ("graph", "loaders", "queries", "api")
OURS = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
TREES = {path: ast.parse(path.read_text()) for path in OURS}
MODULES = read_modules(ROOT)

MAX_MODULE, MAX_FUNCTION, MAX_PARAMETERS = 400, 60, 6
# How many modules may begin with the same three words.
MAX_SAME_OPENING = 8
# What is counted by `python -m bench.house` and may not grow again.
MAX_ANY, MAX_SHARED_CLASS_NAMES, MAX_FRAGMENTS = 60, 15, 12
# Words that once stood for everything. A name says what it holds.
RETIRED = frozenset(
    [
        "told",
        "found",
        "one",
        "mine",
        "apart",
        "place",
        "said",
        "half",
        "telling",
        "ground",
        "spread",
        "sightings",
        "vouches",
        "adhoc",
        "TooDear",
        "Refused",
        "Patience",
        "Io",
        "Signer",
        "Shelf",
        "Spelling",
        "Lists",
        "Asked",
        "Refusals",
        "Draft",
        "intake",
        "Near",
        "Kept",
        "Slot",
        "Workshop",
        "Turn",
        "Rights",
        "Book",
        "Exchange",
        "Doubled",
        "Fan",
        "stretch",
    ]
)
FORBIDDEN_NAMES = re.compile(r"(utils?|helpers?|common|managers?|services?|impl)\Z")
# Compiled kernels take arrays one by one; a verb of the command line takes one parameter per option.
MANY_PARAMETERS = ("graph/traverse.py", "graph/dominators.py", "graph/dispensable.py", "graph/compare.py", "api/cli/")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and full name of everything a module imports, wherever in it: `from a import b` gives a.b."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{'.' * node.level}{node.module or ''}.{alias.name}") for alias in node.names)


def importers(*packages: str) -> list[str]:
    """Every `file:line` that imports one of these packages or something in it."""
    wanted = tuple(f"{package}." for package in packages)
    return [
        f"{named(path)}:{line}"
        for path, tree in TREES.items()
        for line, name in imports(tree)
        if f"{name}.".startswith(wanted)
    ]


def functions() -> Iterator[tuple[Path, Function]]:
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, Function):
                yield path, node


def outside(found: list[str], *allowed: str) -> list[str]:
    return [place for place in found if not place.startswith(allowed)]


def tracked() -> list[Path]:
    """The files of the project as git knows them, those not yet added included; all files where there is no git."""
    told = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    names = [name for name in told.stdout.decode().split("\0") if name]
    return [path for name in names if (path := ROOT / name).is_file()]


def test_layers() -> None:
    """The contract of import-linter: api over loaders and queries, which never meet, both over graph."""
    found = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout


def test_only_settings_read_the_environment() -> None:
    found = [
        f"{named(path)}:{node.lineno}"
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if (isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv", "environb"))
        or (isinstance(node, ast.Name) and node.id in ("environ", "getenv"))
    ]
    assert outside(found, "api/settings.py:") == []


def test_the_driver_of_neo4j_stays_in_its_store() -> None:
    assert outside(importers("neo4j"), "graph/stores/neo4j") == []


def test_frameworks_of_the_web_stay_in_the_api() -> None:
    assert (
        outside(importers("fastapi", "starlette", "strawberry", "uvicorn", "pydantic", "pydantic_settings"), "api/")
        == []
    )


@pytest.mark.parametrize(
    ("folder", "package"), [("loaders/connectors", "loaders.connectors"), ("graph/stores", "graph.stores")]
)
def test_plugs_do_not_know_each_other(folder: str, package: str) -> None:
    depth = package.count(".") + 1
    siblings = {path.stem if path.is_file() else path.name for path in (ROOT / folder).iterdir()}
    plugs = {
        dotted.partition(":")[0].split(".")[depth] for dotted in (*CONNECTORS.values(), *STORES.values())
    } & siblings
    found = []
    for path, tree in TREES.items():
        parts = path.relative_to(ROOT).with_suffix("").parts
        if "/".join(parts[:depth]) != folder or parts[depth] not in plugs:
            continue
        for line, name in imports(tree):
            other = name.split(".")
            if name.startswith(f"{package}.") and other[depth] in plugs - {parts[depth]}:
                found.append(f"{named(path)}:{line} imports {name}")
    assert found == []


def test_imports_are_absolute_and_cycles_have_no_back_doors() -> None:
    found = [
        f"{named(path)}:{line}" for path, tree in TREES.items() for line, name in imports(tree) if name.startswith(".")
    ]
    found += [f"{path}" for path in importers("typing.TYPE_CHECKING")]
    assert found == []


def test_modules_are_short() -> None:
    lengths = {named(path): len(path.read_text().splitlines()) for path in OURS}
    assert {name: length for name, length in lengths.items() if length > MAX_MODULE} == {}


def test_functions_are_short() -> None:
    found = {
        f"{named(path)}:{node.lineno} {node.name}": length
        for path, node in functions()
        if (length := (node.end_lineno or 0) - node.lineno + 1) > MAX_FUNCTION
    }
    assert found == {}


def test_functions_take_few_parameters() -> None:
    found = {}
    for path, node in functions():
        told = node.args
        count = len([*told.posonlyargs, *told.args, *told.kwonlyargs])
        bound = bool(told.args) and told.args[0].arg in ("self", "cls")
        if count - bound > MAX_PARAMETERS and not named(path).startswith(MANY_PARAMETERS):
            found[f"{named(path)}:{node.lineno} {node.name}"] = count - bound
    assert found == {}


def test_packages_hold_names_and_tables_alone() -> None:
    """What may stand in `__init__.py`: its docstring, imports, constants."""
    found = [
        f"{named(path)}:{node.lineno}"
        for path, tree in TREES.items()
        if path.name == "__init__.py"
        for node in tree.body
        if not isinstance(node, ast.Import | ast.ImportFrom | ast.Assign | ast.AnnAssign)
        and not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
    ]
    assert found == []


def test_nothing_inherits_deeper_than_once() -> None:
    """Errors apart: no class of ours has a base of ours that has itself a base of ours."""
    bases: dict[str, set[str]] = {}
    for path, tree in TREES.items():
        if named(path) == "graph/errors.py":
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                # A base with a dot is somebody else's: ours are imported by name.
                told = {ast.unparse(base).partition("[")[0] for base in node.bases}
                bases[node.name] = bases.get(node.name, set()) | told
    deep = [
        name
        for name, told in bases.items()
        if any(bases.get(base, set()) & bases.keys() for base in told & bases.keys())
    ]
    assert deep == []


def test_every_module_begins_with_a_sentence_of_its_own() -> None:
    """What the module is or does, and no formula that every file repeats."""
    openings: dict[str, list[str]] = {}
    for module in MODULES:
        first = " ".join((ast.get_docstring(module.tree) or "").partition("\n\n")[0].split())
        assert first.endswith((".", "?", ":")), f"{module.path}: the docstring's first paragraph is no sentence"
        openings.setdefault(" ".join(first.lower().split()[:3]), []).append(module.path)
    assert {words: paths for words, paths in openings.items() if len(paths) > MAX_SAME_OPENING} == {}


def test_retired_words_do_not_come_back_as_names() -> None:
    names = {module.path: {*bindings(module.tree), *definitions(module)} for module in MODULES}
    assert {path: sorted(RETIRED & bound) for path, bound in names.items() if RETIRED & bound} == {}


def test_arrays_are_named_in_one_file() -> None:
    """Everybody else reads the typed tables."""
    users = [module.path for module in MODULES if re.search(r'arrays\[f?"', module.text)]
    assert outside(users, "graph/snapshot/tables.py") == []


def test_any_is_for_what_is_truly_foreign() -> None:
    assert count_any(MODULES)[0] < MAX_ANY


def test_a_class_name_means_one_class() -> None:
    """Apart from the names that every plug has."""
    classes = Counter(
        node.name for module in MODULES for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef)
    )
    assert len({name for name, times in classes.items() if times > 1}) < MAX_SHARED_CLASS_NAMES


def test_no_module_is_a_fragment_of_its_only_importer() -> None:
    """Two modules that only know each other are one."""
    assert len(small_with_one_importer(MODULES)) <= MAX_FRAGMENTS


def test_names_say_what_things_are() -> None:
    places = [path for package in (*PACKAGES, "tests", "bench") for path in (ROOT / package).rglob("*")]
    assert [
        named(path) for path in places if FORBIDDEN_NAMES.match(path.stem) and "__pycache__" not in path.parts
    ] == []


def test_tests_are_no_packages() -> None:
    assert list((ROOT / "tests").rglob("__init__.py")) == []


@pytest.mark.parametrize(
    ("name", "dotted", "words"),
    [
        *((name, dotted, ("recognize", "normalize")) for name, dotted in CONNECTORS.items()),
        *((name, dotted, ("Params", "Answer", "run")) for name, dotted in QUERIES.items()),
        *((name, dotted, ()) for name, dotted in STORES.items()),
    ],
)
def test_every_line_of_the_tables_leads_somewhere(name: str, dotted: str, words: tuple[str, ...]) -> None:
    module, _, attribute = dotted.partition(":")
    found = import_module(module)
    assert not attribute or hasattr(found, attribute)
    assert [word for word in words if not hasattr(found, word)] == [], name


def test_a_connector_is_named_in_one_table_and_nowhere_else() -> None:
    """So adding one touches its own files and that line. Formats that go out too, and telemetry, have faces of their own."""
    found = []
    texts = {named(path): path.read_text() for path in OURS}
    for name, dotted in CONNECTORS.items():
        if name in ("records", "opengraph", "otlp"):
            continue
        own = dotted.replace(".", "/")
        places = [
            f"{path}:{number}"
            for path, text in texts.items()
            if dotted in text and not path.startswith((f"{own}/", f"{own}.py"))
            for number, line in enumerate(text.splitlines(), 1)
            if re.search(rf"\b{re.escape(dotted)}\b", line)
        ]
        found += outside(places, "loaders/connectors/__init__.py:")
    assert found == []


def test_boundaries_are_frozen() -> None:
    for dotted in QUERIES.values():
        module = import_module(dotted)
        assert module.Params.__dataclass_params__.frozen
        assert module.Answer.__dataclass_params__.frozen
    configs = [config for dotted in CONNECTORS.values() if (config := getattr(import_module(dotted), "Config", None))]
    assert all(config.__dataclass_params__.frozen for config in configs)


def test_a_question_imports_no_framework_of_the_web(tmp_path: Path) -> None:
    """`remit query`, once, on a small store: neither FastAPI nor Strawberry are read."""
    fixture = ROOT / "tests" / "fixtures" / "records" / "everything.jsonl"
    code = (
        "import json, sys\nfrom api.cli.main import app\n"
        "try:\n    app(sys.argv[1:])\nexcept SystemExit as end:\n    code = end.code\n"
        "print(json.dumps([code, sorted(name for name in sys.modules if '.' not in name)]), file=sys.stderr)\n"
    )
    environment = {name: text for name, text in os.environ.items() if not name.startswith("REMIT_")}
    environment |= {"REMIT_STORE": f"sqlite:///{tmp_path}/remit.db", "PYTHONPATH": str(ROOT)}
    for words in (["load", str(fixture)], ["query", "blast-radius", "Identity:hr/1001", "--format", "json"]):
        done = subprocess.run(
            [sys.executable, "-c", code, *words],
            capture_output=True,
            text=True,
            check=True,
            cwd=tmp_path,
            env=environment,
        )
    code_of_answer, modules = json.loads(done.stderr.splitlines()[-1])
    assert code_of_answer in (0, 1)
    assert set(modules) & {"fastapi", "starlette", "strawberry", "uvicorn", "graphql", "neo4j"} == set()
    assert json.loads(done.stdout)["query"] == "blast-radius"


def test_nothing_tracked_names_this_machine_or_an_index() -> None:
    """Not the folder of this checkout, and no address that packages come from: pip's own settings say that."""
    wanted = [f"{ROOT}/"]
    options = [f"--{name}" for name in ("index-url", "extra-index-url", "find-links", "trusted-host")]
    found = []
    for path in tracked():
        content = path.read_bytes()
        # A connector may know these options as those of a command it reads.
        texts = wanted if path.suffix == ".py" else [*wanted, *options]
        found += [f"{named(path)}: {text}" for text in texts if path != Path(__file__) and text.encode() in content]
    assert found == []

"""Counts of how the source of graph, loaders, queries and api is built, of one tree or of two side by side.

    python -m bench.house [--tree DIR] [--against DIR] [--json]

Names. A *binding* is a variable, a parameter, a field of a class or a name captured by `except` or `match`; it
counts each time that it is assigned. A *definition* is a function, a class, a module or folder, or an attribute
that is assigned (`self.told = ...`). Words are compared exactly; a leading underscore makes another word. Files
are those with a binding; the last line counts files with a binding or a definition.

Arrays. Occurrences of `arrays["` and `arrays[f"` in the text of all files; once more without the file that maps
arrays.

Any. Parameters annotated with nothing but `Any`, apart from `*args` and `**kwargs`; then all parameters, those two
included, whose annotation mentions `Any` anywhere.

Modules. All files; those without `__init__.py`; of these, the ones that are shorter than 60 lines and that exactly
one other file of the four packages imports (an `__init__.py` counts as one that imports; a dotted path in a table
does not).

Classes. Names that more than one class statement defines, nested ones too; then without Config, Params and Answer,
which plugs share by rule.

Docstrings. Modules whose docstring begins with 'This file knows'.

Files that run. Files of the four packages in which at least one function is called, in any thread: for the first
GraphQL request for a blast radius after the application has started, for `remit load` of a Cursor export into an
empty store, and (only files of `queries`) for `remit query cost-attribution`. The example organisation's last
export is loaded for the first and the third. Methods generated for a class, such as a dataclass's `__init__`,
count as functions of its file, also while modules are imported on the way; module and class bodies and
comprehensions do not. Once more without the generated.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.house_runs import PACKAGES, count_runs

ROOT = Path(__file__).resolve().parents[1]
# What house.md section 5.3 retires.
_WORDS = (
    "told found one mine apart place said slice cut Half walk Walker spread Shelf Ground Spelling sightings vouches "
    "bookmark promised_age_s Gone shown adhoc TooDear Refused Patience Io Signer sign Lists Asked Entry Refusals Draft "
    "intake shape calls telling opening Near Kept Slot Workshop Turn Names Rights Guard Book asked meaning Exchange "
    "Doubled exact stretch Fan"
)
RETIRED = tuple(_WORDS.split())
# The one file that may map arrays: the first of these that exists, unless --mapper names it.
MAPPERS = ("graph/snapshot/tables.py", "graph/snapshot/model.py")
SHARED_CLASSES = {"Config", "Params", "Answer"}
SMALL_LINES = 60

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Module:
    """One source file; `name` is its dotted name, that of the folder for an `__init__.py`."""

    path: str
    name: str
    text: str
    tree: ast.Module

    @property
    def is_init(self) -> bool:
        return self.path.endswith("__init__.py")


@dataclass(frozen=True, slots=True)
class WordCount:
    """How often one retired word is bound, in how many files, and how often it is defined."""

    bindings: int
    files: int
    definitions: int


@dataclass(frozen=True, slots=True)
class House:
    """All counts of one tree. A count is None where the run failed; `failures` say why."""

    words: dict[str, WordCount]
    counts: dict[str, int | None]
    failures: tuple[str, ...]


def measure(tree: Path, mapper: str | None = None) -> House:
    """Count one tree; reads every file of it once and runs it four times."""
    modules = read_modules(tree)
    words = count_words(modules)
    runs, failures = count_runs(tree)
    return House(words, {**count_source(modules, mapper), **runs}, failures)


def read_modules(tree: Path) -> list[Module]:
    """All Python files of the four packages, by path."""
    modules = []
    for path in sorted(path for package in PACKAGES for path in (tree / package).rglob("*.py")):
        relative = path.relative_to(tree)
        parts = relative.parent.parts if path.name == "__init__.py" else relative.with_suffix("").parts
        text = path.read_text(encoding="utf-8")
        modules.append(Module(relative.as_posix(), ".".join(parts), text, ast.parse(text)))
    return modules


def bindings(tree: ast.AST) -> Iterator[str]:
    """Every name that is bound as a variable, a parameter or a field."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar) and node.name:
            yield node.name


def definitions(module: Module) -> Iterator[str]:
    """Every name of a function, class or assigned attribute, and the module's own."""
    yield module.name.rpartition(".")[2]
    for node in ast.walk(module.tree):
        if isinstance(node, Function | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr


def count_words(modules: Sequence[Module]) -> dict[str, WordCount]:
    """The counts of each retired word, then of all together as `any of these`."""
    bound = {module.path: Counter(bindings(module.tree)) for module in modules}
    defined = {module.path: Counter(definitions(module)) for module in modules}
    words = {
        word: WordCount(
            sum(names[word] for names in bound.values()),
            sum(word in names for names in bound.values()),
            sum(names[word] for names in defined.values()),
        )
        for word in RETIRED
    }
    retired = set(RETIRED)
    touched = sum(not retired.isdisjoint({*bound[path], *defined[path]}) for path in bound)
    every = words.values()
    total = WordCount(sum(word.bindings for word in every), touched, sum(word.definitions for word in every))
    return {**words, "any of these": total}


def count_source(modules: Sequence[Module], mapper: str | None = None) -> dict[str, int | None]:
    """The counts that reading alone gives, by label; raises SystemExit for a mapper that does not exist."""
    paths = {module.path for module in modules}
    mapper = mapper or next((path for path in MAPPERS if path in paths), None)
    if mapper is not None and mapper not in paths:
        raise SystemExit(f"{mapper}: no such file in the tree")
    arrays = {module.path: len(re.findall(r'arrays\[f?"', module.text)) for module in modules}
    only, mentioning = count_any(modules)
    classes = Counter(
        node.name for module in modules for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef)
    )
    repeated = {name for name, times in classes.items() if times > 1}
    docstrings = [ast.get_docstring(module.tree) or "" for module in modules]
    return {
        'arrays["...": everywhere': sum(arrays.values()),
        'arrays["...": outside the file that maps arrays': sum(arrays.values()) - arrays.get(mapper or "", 0),
        "parameters annotated Any": only,
        "parameters whose annotation mentions Any": mentioning,
        "modules": len(modules),
        "modules without __init__": sum(not module.is_init for module in modules),
        f"modules under {SMALL_LINES} lines with one importer": len(small_with_one_importer(modules)),
        "class names defined more than once": len(repeated),
        "class names defined more than once, shared ones aside": len(repeated - SHARED_CLASSES),
        "docstrings that begin with 'This file knows'": sum(text.startswith("This file knows") for text in docstrings),
    }


def count_any(modules: Sequence[Module]) -> tuple[int, int]:
    """How many parameters are annotated with Any alone, and how many mention it."""
    only = mentioning = 0
    for node in (node for module in modules for node in ast.walk(module.tree) if isinstance(node, Function)):
        plain = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        starred = [argument for argument in (node.args.vararg, node.args.kwarg) if argument is not None]
        only += sum(isinstance(argument.annotation, ast.Name) and argument.annotation.id == "Any" for argument in plain)
        mentioning += sum(mentions_any(argument.annotation) for argument in (*plain, *starred))
    return only, mentioning


def mentions_any(annotation: ast.expr | None) -> bool:
    """Whether Any is part of an annotation."""
    parts = ast.walk(annotation) if annotation is not None else ()
    return any(isinstance(part, ast.Name) and part.id == "Any" for part in parts)


def small_with_one_importer(modules: Sequence[Module]) -> list[str]:
    """Paths of the short modules that exactly one other module imports, in order."""
    names = {module.name for module in modules}
    importers: dict[str, set[str]] = {}
    for module in modules:
        for target in imported(module.tree, names) - {module.name}:
            importers.setdefault(target, set()).add(module.name)
    return [
        module.path
        for module in modules
        if not module.is_init
        and len(module.text.splitlines()) < SMALL_LINES
        and len(importers.get(module.name, ())) == 1
    ]


def imported(tree: ast.Module, names: set[str]) -> set[str]:
    """Which of these modules a module imports, wherever in it; `from a import b` is a.b if that is a module, else a."""
    targets: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            targets.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            full = {f"{node.module}.{alias.name}" for alias in node.names}
            targets.update(name if name in names else node.module for name in full)
    return targets & names


def table(houses: Sequence[House]) -> str:
    """Both tables as text; with two houses every count of the first stands before that of the second."""
    heads = ("before", "after") if len(houses) > 1 else ("",)
    lines = [f"{'retired word':<16}" + "".join(f"{head:>8} {'bound':>7}{'files':>7}{'defined':>9}" for head in heads)]
    for word in houses[0].words:
        counts = [house.words[word] for house in houses]
        if any(count.bindings or count.definitions for count in counts):
            cells = (f"{'':>8} {count.bindings:>7}{count.files:>7}{count.definitions:>9}" for count in counts)
            lines.append(f"{word:<16}" + "".join(cells))
    lines += ["", f"{'count':<72}" + "".join(f"{head:>9}" for head in heads)]
    for label in houses[0].counts:
        shown = ("failed" if house.counts[label] is None else str(house.counts[label]) for house in houses)
        lines.append(f"{label:<72}" + "".join(f"{text:>9}" for text in shown))
    lines += [f"failed: {failure}" for house in houses for failure in house.failures]
    return "\n".join(line.rstrip() for line in lines)


def main() -> int:
    """Exit code 0; 1 if a run failed, 2 for a folder that is no tree of Remit."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.house", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--tree", type=Path, default=ROOT, metavar="DIR", help="the tree to measure; default: this one")
    parser.add_argument("--against", type=Path, metavar="DIR", help="a tree from before, to print beside it")
    parser.add_argument(
        "--mapper", metavar="FILE", help="the file of the tree that maps arrays; default: " + ", or ".join(MAPPERS)
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    trees = {"before": options.against, "after": options.tree} if options.against else {"after": options.tree}
    for tree in trees.values():
        if not all((tree / package).is_dir() for package in PACKAGES):
            parser.error(f"{tree} does not hold the folders {', '.join(PACKAGES)}")
    houses = {
        name: measure(tree.resolve(), options.mapper if name == "after" else None) for name, tree in trees.items()
    }
    if options.json:
        print(json.dumps({name: asdict(house) for name, house in houses.items()}, indent=2))
    else:
        print(table(list(houses.values())))
    return int(any(house.failures for house in houses.values()))


if __name__ == "__main__":
    sys.exit(main())

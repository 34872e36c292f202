"""This file knows which files a load means and what form each is in, by content first and by suffix second."""

from __future__ import annotations

import importlib
import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import msgspec

from graph.errors import InputError, RecordError
from loaders.base import Context, Document, Page, PendingRun
from loaders.connectors import CONNECTORS
from loaders.saved.parsing import parse
from loaders.saved.tables import PARQUET, read_head

MAX_DOCUMENT_BYTES = 64 * 2**20
HEAD_BYTES = 65_536

_BOM = b"\xef\xbb\xbf"
_SUFFIX_FORMS = {
    ".json": "json",
    ".jsonc": "json",
    ".json5": "json",
    ".fga": "fga",
    ".csv": "csv",
    ".tsv": "csv",
    ".gz": "csv",
    ".parquet": "parquet",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".toml": "toml",
    ".yaml": "yaml",
    ".yml": "yaml",
}
_LOOKS_LIKE = {
    "json": re.compile(r"\A\s*(?:[\[{]|//|/\*)"),
    "fga": re.compile(r"^model[ \t]*\r?\n[ \t]*schema[ \t]", re.MULTILINE),
    "toml": re.compile(r"^[ \t]*(?:\[{1,2}[^\[\]\n]+\]{1,2}[ \t]*(?:#.*)?|[\w.\"'-]+[ \t]*=[ \t]*\S.*)$", re.MULTILINE),
    "yaml": re.compile(r"^(?:---|%YAML|[ \t]*- |[^\s#\[\]{}][^\n]*?:(?:[ \t]|$))", re.MULTILINE),
}
_RECORD_KEY = re.compile(
    rb'\{\s*(?:"record"\s*:\s*"[a-z]+"|"resourceSpans"\s*:\s*\[|"schemaType"\s*:\s*"ModelInvocationLog")'
)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file of a folder that was left out, and why."""

    shown: str
    why: str

    def __str__(self) -> str:
        return f"{self.shown}: {self.why}"


@dataclass(frozen=True, slots=True)
class _Found:
    path: Path
    shown: str
    parts: tuple[str, ...]
    named: bool  # the user named this very file, not a folder above it


def load_runs(
    paths: Sequence[str | Path], context: Context, connector: str | None = None
) -> tuple[Iterator[PendingRun], list[Skipped]]:
    """The runs that files and folders hold, and what was skipped in folders.

    The drafts are a stream: each must be used up before the next is asked for. Raises InputError for a named file that
    no format knows, for nothing to load, and for one `context.source` over files of several connectors.
    """
    documents, skipped = open_documents(paths)
    groups = assign_connectors(documents, connector)
    known = {id(document) for group in groups.values() for document in group}
    named = {os.path.realpath(path) for path in paths if not os.path.isdir(path)}
    for document in documents:
        if id(document) in known:
            continue
        why = f"the connector {connector} does not know this file" if connector else "no format knows this file"
        if os.path.realpath(document.path) in named:
            raise InputError(f"{document.display_path}: {why}. Known formats: " + ", ".join(CONNECTORS))
        skipped.append(Skipped(document.display_path, why))
    if not groups:
        raise InputError("there is nothing to load: no file here is of a known format: " + ", ".join(CONNECTORS))
    if context.source and len(groups) > 1:
        raise InputError(
            f"--source {context.source} names one source, but the files are of several: " + ", ".join(groups)
        )
    return _drafts(groups, context), sorted(skipped, key=lambda one: one.shown)


def open_documents(paths: Sequence[str | Path]) -> tuple[list[Document], list[Skipped]]:
    """Every file that has a form we know, in the order of `paths`, folders sorted; and what was skipped in folders.

    Hidden folders are walked too, `.git` is not. Raises RecordError for a named file that cannot be read, and for one
    in a folder that cannot be read though it is plainly of one of our formats; InputError for a path that is not there.
    """
    documents: list[Document] = []
    skipped: list[Skipped] = []
    seen: set[str] = set()
    for path in paths:
        for found in _walk(Path(path)):
            real = os.path.realpath(found.path)
            if real in seen:
                continue
            seen.add(real)
            opened = _open(found)
            if isinstance(opened, Document):
                documents.append(opened)
            else:
                skipped.append(opened)
    return documents, skipped


def assign_connectors(documents: Sequence[Document], name: str | None = None) -> dict[str, list[Document]]:
    """Which connector reads which documents, asked in the order of CONNECTORS; with a name, that one alone.

    Documents that nobody knows are in no list. Raises InputError for an unknown name.
    """
    if name is not None and name not in CONNECTORS:
        raise InputError(f"there is no connector {name!r}. Connectors are " + ", ".join(CONNECTORS))
    names = list(CONNECTORS) if name is None else [name]
    groups: dict[str, list[Document]] = {one: [] for one in names}
    for document in documents:
        taker = next((one for one in names if _module(one).recognize(document)), None)
        if taker is not None:
            groups[taker].append(document)
    return {one: group for one, group in groups.items() if group}


def _drafts(groups: dict[str, list[Document]], context: Context) -> Iterator[PendingRun]:
    for name, documents in groups.items():
        pages = [Page("", document.content, document=document) for document in documents]
        yield from _module(name).normalize(pages, context)


def _module(name: str) -> Any:
    return importlib.import_module(CONNECTORS[name])


def _walk(path: Path) -> Iterator[_Found]:
    if not path.exists():
        raise InputError(f"{path} does not exist")
    if not path.is_dir():
        yield _Found(path, str(path), (), True)
        return
    for folder, folders, names in os.walk(path, onerror=_refuse_folder):
        folders[:] = sorted(name for name in folders if name != ".git")
        parts = Path(folder).relative_to(path).parts
        for name in sorted(names):
            file = Path(folder, name)
            yield _Found(file, str(file), parts, False)


def _refuse_folder(error: OSError) -> NoReturn:
    raise RecordError(
        f"the folder cannot be read: {error.strerror}",
        file=str(error.filename),
        remedy="Make it readable or leave it out",
    )


def _open(found: _Found) -> Document | Skipped:
    """A document, or why this file of a folder is none of ours. Reads the head alone unless the rest may be ours."""
    form = _SUFFIX_FORMS.get(found.path.suffix.lower())
    try:
        if not stat.S_ISREG(found.path.stat().st_mode):
            raise RecordError("this is not a regular file", remedy="Save the data to a file first")
        head = read_head(found.path, HEAD_BYTES).removeprefix(_BOM)
    except OSError as error:
        problem = RecordError(f"the file cannot be read: {error.strerror}", remedy="Make it readable or leave it out")
        # A link to nowhere holds no data; whatever else is withheld might.
        return _give_up(found, problem, is_ours=form is not None and not isinstance(error, FileNotFoundError))
    except RecordError as problem:
        return _give_up(found, problem, is_ours=False)
    if not head.strip():
        empty = RecordError("the file is empty (no record at all)", remedy="Export it again or leave it out")
        return _give_up(found, empty, is_ours=form == "jsonl")
    if head.startswith(PARQUET) or form == "csv":
        return Document(found.path, found.shown, form if form == "csv" else "parquet", None, head, found.parts)
    if _is_records(head, form):
        return Document(found.path, found.shown, "jsonl", None, head, found.parts)
    if form is None and not found.named and not _is_marked(head):
        return Skipped(found.shown, "no format knows this file")
    try:
        form, content = _read(found, head, form)
    except RecordError as problem:
        return _give_up(found, problem, is_ours=form is not None and _is_marked(head))
    return Document(found.path, found.shown, form, content, head, found.parts)


def _read(found: _Found, head: bytes, form: str | None) -> tuple[str, Any]:
    """The form that fits and the parsed content; the error of the likeliest form if none fits."""
    if found.path.stat().st_size > MAX_DOCUMENT_BYTES:
        raise RecordError(
            f"the file is larger than {MAX_DOCUMENT_BYTES // 2**20} MB",
            remedy="Split it; records as JSON Lines may be of any size",
        )
    text = _decode(found.path.read_bytes().removeprefix(_BOM))
    start = head.decode("utf-8", "replace")
    looks = [name for name, pattern in _LOOKS_LIKE.items() if pattern.search(start)]
    if form == "yaml" and "json" in looks:
        forms = ["json", "yaml"]  # a JSON document is one whatever its suffix; flow YAML is close to it
    else:
        forms = [form] if form in looks else [*looks, *([form] if form else [])]
    problems: dict[str, RecordError] = {}
    for one in dict.fromkeys(forms):
        try:
            return one, parse(one, text, is_pure=form == "yaml")
        except RecordError as error:
            problems[one] = error
    if not problems:
        raise RecordError(
            "no format knows this file", remedy="Known forms are JSON, JSON Lines, YAML, TOML, CSV and Parquet"
        )
    raise problems.get(form or "", next(iter(problems.values())))


def _decode(content: bytes) -> str:
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise RecordError("the file is not UTF-8 text", line=line, remedy="Save it as UTF-8") from None
    if "\0" in text:
        raise RecordError("the file holds NUL characters", line=text.count("\n", 0, text.index("\0")) + 1)
    return text


def _is_records(head: bytes, form: str | None) -> bool:
    """JSON Lines: the first line is an object with the key `record` or `resourceSpans`, whole or broken off, or another follows."""
    line, _, after = head.lstrip().partition(b"\n")
    if not line.startswith(b"{"):
        return form == "jsonl"
    try:
        first = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return form == "jsonl" or _RECORD_KEY.match(line) is not None
    # No document of JSON goes on with a second object.
    return form == "jsonl" or not {"record", "resourceSpans"}.isdisjoint(first) or after.lstrip().startswith(b"{")


def _is_marked(head: bytes) -> bool:
    """Does the head hold a text by which a connector knows its files even when they are broken?"""
    start = b"\n" + head  # so that a mark can ask for the beginning of a line
    return any(mark in start for name in CONNECTORS for mark in getattr(_module(name), "MARKS", ()))


def _give_up(found: _Found, problem: RecordError, is_ours: bool) -> Skipped:
    if found.named or is_ours:
        raise problem.at(file=found.shown) from None
    return Skipped(found.shown, str(problem))

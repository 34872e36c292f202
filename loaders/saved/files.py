"""Files of a load: found in folders, opened, parsed by content first and suffix second, and assigned to connectors."""

from __future__ import annotations

import importlib
import os
import re
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import msgspec

from graph.errors import InputError, RecordError
from loaders.base import Context, Document, Page, PendingRun
from loaders.connectors import CONNECTORS, SIGNATURES
from loaders.masked_runs import masked_runs
from loaders.mcp.secret_mask import SecretMask
from loaders.saved.parsing import parse
from loaders.saved.tables import PARQUET, read_head

MAX_DOCUMENT_BYTES = 64 * 2**20
HEAD_BYTES = 65_536

_BOM = b"\xef\xbb\xbf"
# What an editor or a redirection on Windows puts before its text.
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SUFFIX_FORMATS = {
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
    "fga": re.compile(
        r"^model[ \t]*\r?\n[ \t]*schema[ \t]|\A(?:[ \t\r]*(?:#[^\n]*)?\n)*[ \t]*module[ \t]+[\w-]+[ \t\r]*(?:\n|#|\Z)",
        re.MULTILINE,
    ),
    "toml": re.compile(r"^[ \t]*(?:\[{1,2}[^\[\]\n]+\]{1,2}[ \t]*(?:#.*)?|[\w.\"'-]+[ \t]*=[ \t]*\S.*)$", re.MULTILINE),
    "yaml": re.compile(r"^(?:---|%YAML|[ \t]*- |[^\s#\[\]{}][^\n]*?:(?:[ \t]|$))", re.MULTILINE),
}
_RECORD_KEY = re.compile(
    rb'\{\s*(?:"record"\s*:\s*"[a-z]+"|"resourceSpans"\s*:\s*\[|"schemaType"\s*:\s*"ModelInvocationLog")'
)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file of a folder that was left out, and why. `is_ours`: by its name it is of a known format, and cannot be read."""

    display_path: str
    why: str
    is_ours: bool = False

    def __str__(self) -> str:
        return f"{self.display_path}: {self.why}"


@dataclass(frozen=True, slots=True)
class _FilePath:
    path: Path
    display_path: str
    parts: tuple[str, ...]
    is_named: bool  # the user named this very file, not a folder above it


def load_runs(
    paths: Sequence[str | Path], context: Context, connector: str | None = None
) -> tuple[Iterator[PendingRun], list[Skipped]]:
    """The runs that files and folders hold, and what was skipped in folders.

    The runs are a stream: each must be used up before the next is taken. Raises InputError for a named file that
    no format knows, for nothing to load, and for one `context.source` over files of several connectors.
    """
    mask = SecretMask(context.salt).text
    documents, skipped = open_documents(paths, mask)
    groups = assign_connectors(documents, connector)
    known = {id(document) for group in groups.values() for document in group}
    named = {os.path.realpath(path) for path in paths if not os.path.isdir(path)}
    for document in documents:
        if id(document) in known:
            continue
        why = f"the connector {connector} does not recognize it" if connector else "no connector recognizes this file"
        if os.path.realpath(document.path) in named:
            raise InputError(f"{document.display_path}: {why}. Known formats: " + ", ".join(CONNECTORS))
        skipped.append(Skipped(document.display_path, why))
    if not groups:
        unreadable = "".join(f"; {file}" for file in skipped if file.is_ours)
        raise InputError(
            "there is nothing to load: no file here is of a known format: " + ", ".join(CONNECTORS) + unreadable
        )
    if context.source and len(groups) > 1:
        raise InputError(
            f"--source {context.source} names one source, but the files are of several: " + ", ".join(groups)
        )
    return masked_runs(_runs(groups, context), context.salt), sorted(skipped, key=lambda file: file.display_path)


def open_documents(
    paths: Sequence[str | Path], mask: Callable[[str], str] = str
) -> tuple[list[Document], list[Skipped]]:
    """Every file that has a format we know, in the order of `paths`, folders sorted; and what was skipped in folders.

    `mask` takes out of a path what nobody should read when it is printed. Hidden folders are walked too, `.git` is not. Raises RecordError for a named file that cannot be read, and for one
    in a folder that cannot be read though it is plainly of one of our formats; InputError for a path that is not there.
    """
    documents: list[Document] = []
    skipped: list[Skipped] = []
    seen: set[str] = set()
    for path in paths:
        for file in _walk(Path(path), mask):
            real = os.path.realpath(file.path)
            if real in seen:
                continue
            seen.add(real)
            opened = _open(file)
            if isinstance(opened, Document):
                documents.append(opened)
            else:
                skipped.append(opened)
    return documents, skipped


def assign_connectors(documents: Sequence[Document], name: str | None = None) -> dict[str, list[Document]]:
    """The documents by the connector that reads them, in the order of CONNECTORS; with a name, those of that one alone.

    Documents that no connector recognizes are left out. Raises InputError for an unknown name.
    """
    if name is not None and name not in CONNECTORS:
        raise InputError(f"there is no connector {name!r}. Connectors are " + ", ".join(CONNECTORS))
    names = list(CONNECTORS) if name is None else [name]
    groups: dict[str, list[Document]] = {connector: [] for connector in names}
    for document in documents:
        reader = next(
            (connector for connector in _candidates(document, names) if _module(connector).recognize(document)), None
        )
        if reader is not None:
            groups[reader].append(document)
    return {connector: group for connector, group in groups.items() if group}


def _candidates(document: Document, names: Sequence[str]) -> Iterator[str]:
    """The connectors to ask, those first whose signature selects the document: asking imports a connector.

    No file is recognized by two connectors, so the order changes nothing.
    """
    selected = [name for name in names if name in SIGNATURES and SIGNATURES[name].selects(document)]
    yield from selected
    yield from (name for name in names if name not in selected)


def _runs(groups: dict[str, list[Document]], context: Context) -> Iterator[PendingRun]:
    for name, documents in groups.items():
        pages = [Page("", document.content, document=document) for document in documents]
        yield from _module(name).normalize(pages, context)


def _module(name: str) -> Any:
    return importlib.import_module(CONNECTORS[name])


def _walk(path: Path, mask: Callable[[str], str]) -> Iterator[_FilePath]:
    if not path.exists():
        raise InputError(f"{mask(str(path))} does not exist")
    if not path.is_dir():
        yield _FilePath(_absolute(path), mask(str(path)), (), True)
        return
    for folder, folders, names in os.walk(path, onerror=lambda error: _refuse_folder(error, mask)):
        folders[:] = sorted(name for name in folders if name != ".git")
        parts = Path(folder).relative_to(path).parts
        for name in sorted(names):
            file = Path(folder, name)
            yield _FilePath(_absolute(file), mask(str(file)), parts, False)


def _absolute(path: Path) -> Path:
    """The path from the root, links as they are: what a file's folders say must not depend on where somebody stands."""
    return Path(os.path.abspath(path))


def _refuse_folder(error: OSError, mask: Callable[[str], str]) -> NoReturn:
    raise RecordError(
        f"the folder cannot be read: {error.strerror}",
        file=mask(str(error.filename)),
        remedy="Make it readable or leave it out",
    )


def _open(file: _FilePath) -> Document | Skipped:
    """A document, or why this file of a folder is none of ours. Reads the head alone unless the rest may be ours."""
    format = _SUFFIX_FORMATS.get(file.path.suffix.lower())
    try:
        if not stat.S_ISREG(file.path.stat().st_mode):
            raise RecordError("this is not a regular file", remedy="Save the data to a file first")
        head = _utf8(read_head(file.path, HEAD_BYTES))
    except OSError as error:
        problem = RecordError(f"the file cannot be read: {error.strerror}", remedy="Make it readable or leave it out")
        # A link to nowhere holds no data; whatever else is withheld might.
        return _give_up(file, problem, is_ours=format is not None and not isinstance(error, FileNotFoundError))
    except RecordError as problem:
        return _give_up(file, problem, is_ours=False)
    if _is_utf16(file.path) and (format in ("csv", "jsonl") or _is_records(head, format)):
        encoded = RecordError("the file is UTF-16 text, and this format is read as UTF-8", remedy="Save it as UTF-8")
        return _give_up(file, encoded, is_ours=format == "jsonl")
    if not head.strip():
        empty = RecordError("the file is empty (no record at all)", remedy="Export it again or leave it out")
        return _give_up(file, empty, is_ours=format == "jsonl")
    if head.startswith(PARQUET) or format == "csv":
        return Document(file.path, file.display_path, format if format == "csv" else "parquet", None, head, file.parts)
    if _is_records(head, format):
        return Document(file.path, file.display_path, "jsonl", None, head, file.parts)
    if format is None and not file.is_named and not _is_marked(head):
        return Skipped(file.display_path, "the format of this file is unknown")
    try:
        format, content = _read(file, head, format)
    except RecordError as problem:
        return _give_up(file, problem, is_ours=format is not None and _is_marked(head))
    return Document(file.path, file.display_path, format, content, head, file.parts)


def _read(file: _FilePath, head: bytes, format: str | None) -> tuple[str, Any]:
    """The format that fits and the parsed content; the error of the likeliest format if none fits."""
    if file.path.stat().st_size > MAX_DOCUMENT_BYTES:
        raise RecordError(
            f"the file is larger than {MAX_DOCUMENT_BYTES // 2**20} MB",
            remedy="Split it; records as JSON Lines may be of any size",
        )
    text = _decode(file.path.read_bytes())
    start = head.decode("utf-8", "replace")
    looks = [name for name, pattern in _LOOKS_LIKE.items() if pattern.search(start)]
    if format == "yaml" and "json" in looks:
        formats = ["json", "yaml"]  # a JSON document is one whatever its suffix; flow YAML is close to it
    else:
        formats = [format] if format in looks else [*looks, *([format] if format else [])]
    problems: dict[str, RecordError] = {}
    for candidate in dict.fromkeys(formats):
        try:
            return candidate, parse(candidate, text, is_pure=format == "yaml")
        except RecordError as error:
            problems[candidate] = error
    if not problems:
        raise RecordError(
            "the format of this file is unknown",
            remedy="Known formats are JSON, JSON Lines, YAML, TOML, CSV and Parquet",
        )
    raise problems.get(format or "", next(iter(problems.values())))


def _decode(content: bytes) -> str:
    """The text of a whole file: UTF-8, or what its byte order mark says."""
    try:
        text = content.decode("utf-16" if content.startswith(_UTF16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise RecordError("the file is not UTF-8 text", line=line, remedy="Save it as UTF-8") from None
    if "\0" in text:
        raise RecordError("the file holds NUL characters", line=text.count("\n", 0, text.index("\0")) + 1)
    return text


def _utf8(head: bytes) -> bytes:
    """The first bytes of a file as UTF-8 without a byte order mark; a character that is cut off at the end is left out."""
    if not head.startswith(_UTF16):
        return head.removeprefix(_BOM)
    return head[: len(head) // 2 * 2].decode("utf-16", "ignore").encode("utf-8", "ignore")


def _is_utf16(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(2) in _UTF16


def _is_records(head: bytes, format: str | None) -> bool:
    """JSON Lines: the first line is an object with the key `record` or `resourceSpans`, whole or broken off, or another follows."""
    line, _, after = head.lstrip().partition(b"\n")
    if not line.startswith(b"{"):
        return format == "jsonl"
    try:
        first = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return format == "jsonl" or _RECORD_KEY.match(line) is not None
    # No document of JSON goes on with a second object.
    return format == "jsonl" or not {"record", "resourceSpans"}.isdisjoint(first) or after.lstrip().startswith(b"{")


def _is_marked(head: bytes) -> bool:
    """Whether the head holds a text by which a connector's files are known even when they are broken."""
    return any(signature.is_marked(head) for signature in SIGNATURES.values())


def _give_up(file: _FilePath, problem: RecordError, is_ours: bool) -> Skipped:
    if file.is_named or is_ours:
        raise problem.at(file=file.display_path) from None
    return Skipped(file.display_path, str(problem), is_ours=_has_known_name(file))


def _has_known_name(file: _FilePath) -> bool:
    """Whether a file is of a known format by its name, or lies where the answers of a system are saved."""
    if any(signature.is_named(file.path) for signature in SIGNATURES.values()):
        return True
    # <connector>/<instance>/.../answer.json
    return file.path.suffix.lower() in _SUFFIX_FORMATS and not CONNECTORS.keys().isdisjoint(file.parts[:-1])

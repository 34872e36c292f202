"""This file knows where the mapping of a table stands: in its folder, or in one above it within what is loaded."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from graph.errors import RecordError
from loaders.base import Document
from loaders.connectors.grants.mapping import GrantsMapping, is_mapping, read_mapping
from loaders.saved.parsing import parse

_FORMS = {".yaml": "yaml", ".yml": "yaml", ".toml": "toml", ".json": "json"}
_MAX_BYTES = 2**20


def recognize(document: Document) -> bool:
    """A mapping with the key `grants`, and every CSV or Parquet file that a mapping beside it or above it names."""
    if document.format in ("csv", "parquet"):
        return mapping_of(document) is not None
    return document.format in ("yaml", "toml", "json") and is_mapping(document.content)


def mapping_of(document: Document) -> GrantsMapping | None:
    """The mapping that a table is read by: the nearest that names it. None if none does. Never raises."""
    folder = document.path.parent
    for _ in range(len(document.parts) + 1):
        for path in _mappings_in(folder):
            plan = _plan(path)
            if plan is not None and plan.table_of(document.path) is not None:
                return plan
        folder = folder.parent
    return None


def shown_beside(document: Document, path: Path) -> str:
    """A mapping's name as the user would give it: relative to the folder that was given, like the table's."""
    try:
        above = len(document.path.parent.relative_to(path.parent).parts)
    except ValueError:
        return str(path)
    return str(Path(document.display_path).parents[above] / path.name)


def _mappings_in(folder: Path) -> Iterator[Path]:
    try:
        names = sorted(one for one in folder.iterdir() if one.suffix.lower() in _FORMS)
    except OSError:
        return
    for one in names:
        if (one.stem == "grants" or one.stem.endswith(".grants")) and one.is_file():
            yield one


def _plan(path: Path) -> GrantsMapping | None:
    try:
        told = path.stat()
    except OSError:
        return None
    return _read(path, told.st_mtime_ns, told.st_size)


@lru_cache(maxsize=64)
def _read(path: Path, changed_ns: int, size: int) -> GrantsMapping | None:
    """The mapping in a file; None for none, and for one that is broken, which says so where it is itself loaded."""
    if size > _MAX_BYTES:
        return None
    try:
        value = parse(_FORMS[path.suffix.lower()], path.read_text("utf-8-sig"))
        return read_mapping(value, path, str(path)) if is_mapping(value) else None
    except (RecordError, OSError, ValueError):
        return None

"""Recognition of mappings and of the tables they name; the mapping of a table is in its folder or one above it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from graph.errors import RecordError
from loaders.base import Document
from loaders.connectors.grants.mapping import GrantsMapping, is_mapping, read_mapping
from loaders.saved.parsing import parse

_FORMATS = {".yaml": "yaml", ".yml": "yaml", ".toml": "toml", ".json": "json"}
_MAX_BYTES = 2**20


def recognize(document: Document) -> bool:
    """Whether this is a mapping with the key `grants`, or a CSV or Parquet file that a mapping beside or above it names."""
    if document.format in ("csv", "parquet"):
        return mapping_of(document) is not None
    return document.format in ("yaml", "toml", "json") and is_mapping(document.content)


def mapping_of(document: Document) -> GrantsMapping | None:
    """The mapping of a table: the nearest one that names it, None if none does. Never raises."""
    folder = document.path.parent
    for _ in range(len(document.parts) + 1):
        for path in _mappings_in(folder):
            mapping = _cached_mapping(path)
            if mapping is not None and mapping.table_of(document.path) is not None:
                return mapping
        folder = folder.parent
    return None


def display_path_of(document: Document, path: Path) -> str:
    """A mapping's path as the user would give it: relative to the folder that was given, like the table's."""
    try:
        depth = len(document.path.parent.relative_to(path.parent).parts)
    except ValueError:
        return str(path)
    return str(Path(document.display_path).parents[depth] / path.name)


def _mappings_in(folder: Path) -> Iterator[Path]:
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix.lower() in _FORMATS)
    except OSError:
        return
    for path in paths:
        if (path.stem == "grants" or path.stem.endswith(".grants")) and path.is_file():
            yield path


def _cached_mapping(path: Path) -> GrantsMapping | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return _read(path, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=64)
def _read(path: Path, changed_ns: int, size: int) -> GrantsMapping | None:
    """The mapping in a file; None if there is none, or an invalid one, which raises when it is itself loaded."""
    if size > _MAX_BYTES:
        return None
    try:
        value = parse(_FORMATS[path.suffix.lower()], path.read_text("utf-8-sig"))
        return read_mapping(value, path, str(path)) if is_mapping(value) else None
    except (RecordError, OSError, ValueError):
        return None

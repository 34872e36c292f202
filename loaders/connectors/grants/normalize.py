"""A mapping and the tables it names, turned into one run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from graph.errors import InputError, RecordError
from graph.reason import Reason
from loaders.base import Context, Document, Page, PendingRun
from loaders.claims.builder import Claims
from loaders.claims.coverage import Coverage
from loaders.claims.run import claims_run
from loaders.connectors.grants.mapping import GrantsMapping, TableMapping, read_mapping
from loaders.connectors.grants.recognize import display_path_of, mapping_of
from loaders.connectors.grants.row import add_row
from loaders.saved.fields import ErrorCollector
from loaders.saved.tables import PARQUET, columns_of, read_head, rows_of

_HEAD_BYTES = 65_536
_MAX_NAMES = 5


@dataclass(slots=True)
class _MappingLoad:
    """One mapping, and those of its tables that were given."""

    mapping: GrantsMapping
    tables: list[Document] = field(default_factory=list)


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per mapping; lenient per row unless `context.lenient` is False: then the first bad one raises RecordError.

    A mapping that is given without any of its tables reads all of them. Raises RecordError for an invalid mapping and for a
    table without a column that it needs; InputError for two mappings of one source.
    """
    loads: dict[Path, _MappingLoad] = {}
    tables: list[Document] = []
    for page in pages:
        document = page.document
        if document is None:
            continue
        if document.format in ("csv", "parquet"):
            tables.append(document)
        else:
            mapping = read_mapping(document.content, document.path, document.display_path)
            loads[document.path.resolve()] = _MappingLoad(mapping)
    for document in tables:
        nearest = mapping_of(document)
        if nearest is None:
            raise RecordError(
                "no mapping names this table", file=document.display_path, remedy="Put a grants.yaml beside it"
            )
        key = nearest.path.resolve()
        load_of_table = loads.setdefault(
            key, _MappingLoad(replace(nearest, display_path=display_path_of(document, nearest.path)))
        )
        load_of_table.tables.append(document)
    sources: dict[str, str] = {}
    for load in sorted(loads.values(), key=lambda load: load.mapping.display_path):
        source = context.source or load.mapping.source
        if source in sources:
            raise InputError(
                f"{load.mapping.display_path}: {source} is also the source of {sources[source]}. Load the two separately"
            )
        sources[source] = load.mapping.display_path
        yield _run_of(load, source, context)


def _run_of(load: _MappingLoad, source: str, context: Context) -> PendingRun:
    mapping = load.mapping
    given_paths = {document.path.resolve() for document in load.tables}
    named_paths = {path.resolve() for path in mapping.files()}
    tables = load.tables or [_opened(path, mapping) for path in mapping.files()]
    if not tables:
        raise RecordError(
            "no file matches its patterns", file=mapping.display_path, field="grants.files", remedy="Put them beside it"
        )
    errors, claims = ErrorCollector(strict=context.lenient is False), Claims()
    for document in sorted(tables, key=lambda document: document.display_path):
        table = mapping.table_of(document.path)
        if table is None:
            raise RecordError(
                "the mapping does not name this table",
                file=document.display_path,
                remedy=f"Correct {mapping.display_path}",
            )
        _check_columns(document, table, mapping)
        for row in rows_of(document, errors):
            errors.collect(add_row, row, table, claims)
    missing = sorted(path.name for path in named_paths - given_paths) if load.tables else []
    reasons = []
    if missing:
        names = ", ".join(missing[:_MAX_NAMES]) + (
            f" and {len(missing) - _MAX_NAMES} more" if len(missing) > _MAX_NAMES else ""
        )
        reasons.append(Reason("INCOMPLETE", f"the mapping also names files that were not given: {names}"))
    unmatched = [
        table.pattern
        for table in mapping.tables
        if not any(mapping.table_of(document.path) is table for document in tables)
    ]
    if unmatched and not missing:
        reasons.append(Reason("INCOMPLETE", "no file matches " + ", ".join(sorted(unmatched))))
    coverage = Coverage(() if missing or unmatched else mapping.complete, reasons)
    return claims_run(
        claims,
        context,
        source,
        [mapping.display_path, *(document.display_path for document in tables)],
        errors,
        coverage,
    )


def _check_columns(document: Document, table: TableMapping, mapping: GrantsMapping) -> None:
    columns = columns_of(document)
    for column in sorted(table.columns - set(columns)):
        raise RecordError(
            "the table has no such column",
            file=document.display_path,
            line=1,
            field=column,
            remedy=f"Columns are {', '.join(columns)}; correct the table or {mapping.display_path}",
        )


def _opened(path: Path, mapping: GrantsMapping) -> Document:
    """A table that was not given, as it would have been opened."""
    try:
        head = read_head(path, _HEAD_BYTES).removeprefix(b"\xef\xbb\xbf")
    except OSError as error:
        raise RecordError(f"the file cannot be read: {error.strerror}", file=str(path)) from None
    display_path = str(Path(mapping.display_path).parent / path.relative_to(mapping.path.parent))
    return Document(path, display_path, "parquet" if head.startswith(PARQUET) else "csv", None, head)

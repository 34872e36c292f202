"""This file knows how a mapping and the tables it names become one run."""

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
from loaders.connectors.grants.recognize import mapping_of, shown_beside
from loaders.connectors.grants.row import add_row
from loaders.saved.fields import ErrorCollector
from loaders.saved.tables import PARQUET, columns_of, read_head, rows_of

_HEAD_BYTES = 65_536
_SHOWN = 5


@dataclass(slots=True)
class _MappingLoad:
    """One mapping, and those of its tables that were given."""

    plan: GrantsMapping
    tables: list[Document] = field(default_factory=list)


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per mapping; lenient per row unless `context.lenient` is False: then the first bad one raises RecordError.

    A mapping given without any of its tables reads all of them. Raises RecordError for a mapping that says what it may not,
    and for a table without a column that it needs; InputError for two mappings of one source.
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
            plan = read_mapping(document.content, document.path, document.display_path)
            loads[document.path.resolve()] = _MappingLoad(plan)
    for document in tables:
        found = mapping_of(document)
        if found is None:
            raise RecordError(
                "no mapping names this table", file=document.display_path, remedy="Put a grants.yaml beside it"
            )
        key = found.path.resolve()
        known = loads.setdefault(key, _MappingLoad(replace(found, shown=shown_beside(document, found.path))))
        known.tables.append(document)
    sources: dict[str, str] = {}
    for load in sorted(loads.values(), key=lambda one: one.plan.shown):
        source = context.source or load.plan.source
        if source in sources:
            raise InputError(f"{load.plan.shown}: {source} is also the source of {sources[source]}. Load the two apart")
        sources[source] = load.plan.shown
        yield _draft(load, source, context)


def _draft(load: _MappingLoad, source: str, context: Context) -> PendingRun:
    plan = load.plan
    given = {document.path.resolve() for document in load.tables}
    there = {path.resolve() for path in plan.files()}
    tables = load.tables or [_opened(path, plan) for path in plan.files()]
    if not tables:
        raise RecordError(
            "no file fits its patterns", file=plan.shown, field="grants.files", remedy="Put them beside it"
        )
    errors, claims = ErrorCollector(strict=context.lenient is False), Claims()
    for document in sorted(tables, key=lambda one: one.display_path):
        table = plan.table_of(document.path)
        if table is None:
            raise RecordError(
                "the mapping does not name this table", file=document.display_path, remedy=f"Mend {plan.shown}"
            )
        _check_columns(document, table, plan)
        for row in rows_of(document, errors):
            errors.collect(add_row, row, table, claims)
    missing = sorted(path.name for path in there - given) if load.tables else []
    reasons = []
    if missing:
        shown = ", ".join(missing[:_SHOWN]) + (f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else "")
        reasons.append(Reason("INCOMPLETE", f"the mapping also names files that were not given: {shown}"))
    idle = [table.pattern for table in plan.tables if not any(plan.table_of(one.path) is table for one in tables)]
    if idle and not missing:
        reasons.append(Reason("INCOMPLETE", "no file fits " + ", ".join(sorted(idle))))
    proof = Coverage(() if missing or idle else plan.complete, reasons)
    return claims_run(claims, context, source, [plan.shown, *(one.display_path for one in tables)], errors, proof)


def _check_columns(document: Document, table: TableMapping, plan: GrantsMapping) -> None:
    columns = columns_of(document)
    for column in sorted(table.columns - set(columns)):
        raise RecordError(
            "the table has no such column",
            file=document.display_path,
            line=1,
            field=column,
            remedy=f"Columns are {', '.join(columns)}; mend the table or {plan.shown}",
        )


def _opened(path: Path, plan: GrantsMapping) -> Document:
    """A table that was not given, as it would have been opened."""
    try:
        head = read_head(path, _HEAD_BYTES).removeprefix(b"\xef\xbb\xbf")
    except OSError as error:
        raise RecordError(f"the file cannot be read: {error.strerror}", file=str(path)) from None
    shown = str(Path(plan.shown).parent / path.relative_to(plan.path.parent))
    return Document(path, shown, "parquet" if head.startswith(PARQUET) else "csv", None, head)

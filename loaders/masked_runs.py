"""Runs without the secrets that stand where none should: in ids, names, properties, evidence and what was refused.

Connectors of MCP configurations take secrets out themselves and keep their fingerprints. This is for all connectors, and for
texts that nobody thought of: a key of a known form, or an address that carries one, is masked before anything is stored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

import msgspec

from graph.claims import Charge, Decision, Edge, EventOwner, Node, Record, Tombstone, Usage, UsageEvent
from graph.errors import RecordError
from graph.reason import Reason
from loaders.base import PendingRun
from loaders.mcp.secret_mask import MAY_HOLD, SecretMask

T = TypeVar("T")
S = TypeVar("S", bound=msgspec.Struct)

# The fields of each record that hold text somebody wrote.
_TEXTS: Mapping[type, tuple[str, ...]] = {
    Node: ("id", "name"),
    Edge: ("kind", "source", "target", "evidence", "alias"),
    Usage: ("resource", "principal", "application", "workspace", "detail"),
    EventOwner: ("principal", "workspace", "detail"),
    Charge: ("application", "category", "description"),
    Tombstone: ("id",),
    Decision: ("kind", "by", "why", "value"),
}


def masked_runs(runs: Iterable[PendingRun], salt: bytes) -> Iterator[PendingRun]:
    """The runs; their records are masked while they are read, what was refused and the reasons once they all are."""
    mask = SecretMask(salt)
    for run in _masked_errors(runs, mask):
        run.header = _replaced(run.header, {"source": mask.text(run.header.source)})
        run.notes = [mask.text(note) for note in run.notes]
        if run.failure is not None:
            run.failure = _masked_reason(run.failure, mask)
        run.records = _masked_records(run, run.records, mask)
        yield run


def _masked_records(
    run: PendingRun, records: Iterable[tuple[int, Record]], mask: SecretMask
) -> Iterator[tuple[int, Record]]:
    for line, record in _masked_errors(records, mask):
        yield line, masked_record(record, mask)
    run.rejected[:] = [mask.text(text) for text in run.rejected]
    run.reasons[:] = [_masked_reason(reason, mask) for reason in run.reasons]


def _masked_errors(items: Iterable[T], mask: SecretMask) -> Iterator[T]:
    """The items; what refuses one of them may quote it."""
    try:
        yield from items
    except RecordError as error:
        problem, field = mask.text(error.problem), mask.text(error.field)
        if (problem, field) == (error.problem, error.field):
            raise
        raise RecordError(problem, file=error.file, line=error.line, field=field, remedy=error.remedy) from None


def masked_record(record: Record, mask: SecretMask) -> Record:
    """The record with its texts masked; the same object if there is nothing to mask."""
    if isinstance(record, UsageEvent):
        usage = masked_record(record.usage, mask)
        return record if usage is record.usage else msgspec.structs.replace(record, usage=usage)
    changed: dict[str, Any] = {}
    # Most texts hold nothing: they are neither looked up nor kept.
    for name in _TEXTS[type(record)]:
        text = getattr(record, name)
        if isinstance(text, str) and MAY_HOLD(text):
            changed[name] = mask.text(text)
    if isinstance(record, Node) and record.props:
        props = {name: _masked_value(value, mask.text) for name, value in record.props.items()}
        if props != record.props:
            changed["props"] = props
    if isinstance(record, Decision):
        changed["ids"] = tuple(mask.text(node_id) for node_id in record.ids)
    return _replaced(record, changed)


def _replaced(struct: S, changed: Mapping[str, Any]) -> S:
    changed = {name: value for name, value in changed.items() if value != getattr(struct, name)}
    return msgspec.structs.replace(struct, **changed) if changed else struct


def _masked_value(value: object, mask: Callable[[str], str]) -> object:
    if isinstance(value, str):
        return mask(value) if MAY_HOLD(value) else value
    if isinstance(value, list | tuple):
        return [mask(item) if isinstance(item, str) else item for item in value]
    return value


def _masked_reason(reason: Reason, mask: SecretMask) -> Reason:
    return Reason(reason.code, mask.text(reason.detail))

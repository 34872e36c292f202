"""Encoder of a run's header or a record into one line, which reads back as the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import msgspec
from msgspec import UNSET, UnsetType

from graph.claims import (
    Charge,
    Decision,
    Edge,
    EventOwner,
    Node,
    Record,
    RunHeader,
    Tombstone,
    Usage,
    UsageEvent,
)
from graph.errors import RecordError
from graph.moment import write_day, write_moment
from graph.money import write_amount
from graph.ontology import TOKEN_COUNTERS
from loaders.connectors.records.decode import read_raw, usage_detail
from loaders.connectors.records.restore_scopes import write_scopes
from loaders.connectors.records.wire import (
    Amount,
    ChargeLine,
    DayRange,
    DecisionLine,
    EdgeLine,
    EventsLine,
    NodeLine,
    RecordLine,
    RunLine,
    TombstoneLine,
    UsageCost,
    UsageLine,
)

T = TypeVar("T")

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def write_line(record: RunHeader | Record) -> bytes:
    """One line of JSON with its newline. Fields without a value are left out."""
    return _ENCODER.encode(_WRITERS[type(record)](record)) + b"\n"


def _write_run(header: RunHeader) -> RecordLine:
    return RunLine(
        source=header.source,
        observed_at=_moment(header.observed_at) or "",
        complete=list(header.complete) or UNSET,
        usage=_days(header.usage),
        charges=_days(header.charges),
        aliases=dict(header.aliases) or UNSET,
        promised_age_s=_or_unset(header.max_age_s),
        restore=header.restore or UNSET,
        scopes=write_scopes(header.scopes) or UNSET,
    )


def _write_node(node: Node) -> RecordLine:
    return NodeLine(
        id=node.id,
        name=_or_unset(node.name),
        props=dict(node.props) or UNSET,
        since=_moment(node.since),
        until=_moment(node.until),
        first_seen=_moment(node.first_seen),
        dated=UNSET if node.dated else False,
        retired=_moment(node.retired),
        opened=_moment(node.opened),
        held=node.held or UNSET,
    )


def _write_edge(edge: Edge) -> RecordLine:
    return EdgeLine(
        kind=edge.kind,
        source=edge.source,
        target=edge.target,
        permission=edge.permission.name if edge.permission else UNSET,
        since=_moment(edge.since),
        until=_moment(edge.until),
        first_seen=_moment(edge.first_seen),
        evidence=_or_unset(edge.evidence),
        alias=_or_unset(edge.alias),
        dated=UNSET if edge.dated else False,
        declared=_moment(edge.declared),
        retired=_moment(edge.retired),
        held=edge.held or UNSET,
    )


def _write_usage(usage: Usage) -> UsageLine:
    cost: UsageCost | UnsetType = UNSET
    if usage.cost_nano is not None:
        cost = UsageCost(
            amount=_amount(usage.cost_nano),
            currency=usage.currency or "",
            basis=_or_unset(usage.basis),
            priced_on=write_day(usage.priced_on) if usage.priced_on is not None else UNSET,
        )
    raw, group_by, detail = _split_detail(usage.detail)
    return UsageLine(
        resource=usage.resource,
        day=write_day(usage.day),
        principal=_or_unset(usage.principal),
        application=_or_unset(usage.application),
        workspace=_or_unset(usage.workspace),
        requests=usage.requests or UNSET,
        tokens={name: count for name, count in zip(TOKEN_COUNTERS, usage.tokens, strict=True) if count} or UNSET,
        chargeable=UNSET if usage.chargeable else False,
        cost=cost,
        raw=raw,
        group_by=group_by,
        detail=detail,
        held=usage.held or UNSET,
    )


def _write_event(event: UsageEvent) -> RecordLine:
    return msgspec.structs.replace(_write_usage(event.usage), event=event.key.hex())


def _write_events(owner: EventOwner) -> RecordLine:
    return EventsLine(
        day=write_day(owner.day),
        keys=owner.keys.hex(),
        principal=_or_unset(owner.principal),
        workspace=_or_unset(owner.workspace),
        detail=_or_unset(owner.detail),
        held=owner.held or UNSET,
    )


def _write_charge(charge: Charge) -> RecordLine:
    return ChargeLine(
        application=charge.application,
        first=write_day(charge.first_day),
        last=write_day(charge.last_day),
        category=charge.category,
        cost=Amount(amount=_amount(charge.cost_nano), currency=charge.currency),
        description=_or_unset(charge.description),
    )


def _write_gone(gone: Tombstone) -> RecordLine:
    return TombstoneLine(id=gone.id)


def _write_decision(decision: Decision) -> RecordLine:
    return DecisionLine(
        kind=decision.kind,
        ids=list(decision.ids),
        by=decision.by,
        at=_moment(decision.at) or "",
        why=_or_unset(decision.why),
        value=_or_unset(decision.value),
    )


def _split_detail(detail: str | None) -> tuple[msgspec.Raw | UnsetType, list[str] | UnsetType, str | UnsetType]:
    """`raw` and `group_by` of a detail, where reading them gives the same text again; else the text as it is."""
    if detail is None:
        return UNSET, UNSET, UNSET
    try:
        parts = msgspec.json.decode(detail, type=_Detail)
        if usage_detail(read_raw(parts.raw), parts.group_by or None) != detail:
            return UNSET, UNSET, detail
    except (msgspec.DecodeError, RecursionError, RecordError):
        return UNSET, UNSET, detail
    return parts.raw, parts.group_by or UNSET, UNSET


class _Detail(msgspec.Struct, forbid_unknown_fields=True):
    raw: msgspec.Raw
    group_by: list[str] | None = None


def _amount(nano: int) -> msgspec.Raw:
    return msgspec.Raw(f'"{write_amount(nano)}"'.encode())


def _moment(moment: int | None) -> str | UnsetType:
    return UNSET if moment is None else write_moment(moment) or UNSET


def _days(days: tuple[int, int] | None) -> DayRange | UnsetType:
    return DayRange(first=write_day(days[0]), last=write_day(days[1])) if days else UNSET


def _or_unset(value: T | None) -> T | UnsetType:
    return UNSET if value is None else value


_WRITERS: Mapping[type, Callable[[Any], RecordLine]] = {
    RunHeader: _write_run,
    Node: _write_node,
    Edge: _write_edge,
    Usage: _write_usage,
    UsageEvent: _write_event,
    EventOwner: _write_events,
    Charge: _write_charge,
    Tombstone: _write_gone,
    Decision: _write_decision,
}

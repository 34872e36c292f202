"""Decoder of one line of JSON into a run's header or a record."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from graph.check import check_header, check_props
from graph.claims import (
    NO_TOKENS,
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
from graph.moment import NEVER, read_day, read_moment
from graph.money import read_amount
from graph.ontology import NODE_KINDS, TOKEN_COUNTERS, Permission
from loaders.connectors.records.decode_errors import explain, refuse_duplicates, too_deep
from loaders.connectors.records.restore_scopes import read_scopes
from loaders.connectors.records.wire import (
    Amount,
    ChargeLine,
    DayRange,
    DecisionLine,
    EdgeLine,
    EventsLine,
    EvidenceField,
    NodeLine,
    RunLine,
    Text,
    TombstoneLine,
    UsageLine,
)
from loaders.saved.parsing import parse

_DECODER = msgspec.json.Decoder(
    RunLine | NodeLine | EdgeLine | UsageLine | EventsLine | ChargeLine | TombstoneLine | DecisionLine
)
_ENCODER = msgspec.json.Encoder()
_SORTED = msgspec.json.Encoder(order="sorted", decimal_format="number")

_PERMISSIONS = {permission.name: permission for permission in Permission}
_COUNTERS = {name: index for index, name in enumerate(TOKEN_COUNTERS)}
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z", re.ASCII)
_HEX = re.compile(r"(?:[0-9a-fA-F]{2})*")
_DECIMAL = re.compile(r"[+-]?\d{1,40}(?:\.\d{0,80})?(?:[eE][+-]?\d{1,4})?\Z", re.ASCII)


def read_line(line: bytes) -> RunHeader | Record:
    """The header or record on a line. Raises RecordError with field and remedy; the caller knows file and line.

    The record is well-formed; graph.check says whether it can be stored.
    """
    try:
        wire = _DECODER.decode(line)
        # The decoder takes the last of two equal keys. Encoded again, a line has a key less for each: a cheap first
        # test, which spares nearly every line the slow one.
        if line.count(b'":') != _ENCODER.encode(wire).count(b'":'):
            refuse_duplicates(line)
        return _READERS[type(wire)](wire)
    except RecursionError:
        raise too_deep() from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise explain(line, error) from None


def usage_detail(raw: object, group_by: object = None) -> str:
    """The `detail` of a usage row as JSON text: the provider's raw fields, and the group_by of the request."""
    return _SORTED.encode({"group_by": group_by, "raw": raw} if group_by is not None else {"raw": raw}).decode()


def read_raw(raw: msgspec.Raw) -> Any:
    """The provider's raw fields, numbers with all digits. Raises RecordError beyond the bounds of JSON here."""
    return parse("json", bytes(raw).decode(), is_pure=True)


def _read_run(line: RunLine) -> RunHeader:
    observed_at = _moment(line.observed_at, "observed_at")
    if observed_at is None:
        raise RecordError(
            "observed_at is not a moment", field="observed_at", remedy="Give the time the system was read"
        )
    header = RunHeader(
        source=line.source,
        observed_at=observed_at,
        complete=tuple(dict.fromkeys(line.complete or ())),
        usage=_days(line.usage, "usage"),
        charges=_days(line.charges, "charges"),
        aliases=line.aliases or {},
        max_age_s=_or_none(line.promised_age_s),
        restore=bool(line.restore),
        scopes=read_scopes(line.scopes or {}),
    )
    check_header(header)
    return header


def _read_node(line: NodeLine) -> Node:
    props = line.props
    if props:
        kind = line.id.partition(":")[0]
        # An unknown kind is for graph.check to refuse, with its own words.
        props = check_props(kind, props) if kind in NODE_KINDS else {}
    return Node(
        id=line.id,
        name=line.name or _empty(line.name),
        props=props or {},
        since=_moment(line.since, "since"),
        until=_moment(line.until, "until"),
        first_seen=_moment(line.first_seen, "first_seen"),
        dated=line.dated is not False,
        retired=_moment(line.retired, "retired"),
        opened=_moment(line.opened, "opened"),
        held=line.held is True,
    )


def _read_edge(line: EdgeLine) -> Edge:
    evidence = line.evidence
    if isinstance(evidence, EvidenceField):
        evidence = f"{evidence.text} ({evidence.ref})" if evidence.ref else evidence.text
    permission = None
    if line.permission or line.permission == "":
        permission = _PERMISSIONS.get(line.permission)
        if permission is None:
            raise RecordError(
                "this is no permission", field="permission", remedy="Use one of " + ", ".join(_PERMISSIONS)
            )
    return Edge(
        kind=line.kind,
        source=line.source,
        target=line.target,
        permission=permission,
        since=_moment(line.since, "since"),
        until=_moment(line.until, "until"),
        first_seen=_moment(line.first_seen, "first_seen"),
        evidence=evidence or _empty(evidence),
        alias=line.alias or _empty(line.alias),
        dated=line.dated is not False,
        declared=_moment(line.declared, "declared"),
        retired=_moment(line.retired, "retired"),
        held=line.held is True,
    )


def _read_usage(line: UsageLine) -> Usage | UsageEvent:
    tokens = NO_TOKENS
    if line.tokens:
        counts = list(NO_TOKENS)
        for name, count in line.tokens.items():
            if name not in _COUNTERS:
                raise RecordError(
                    "this is no token counter", field="tokens", remedy="Counters are " + ", ".join(TOKEN_COUNTERS)
                )
            counts[_COUNTERS[name]] = count
        tokens = tuple(counts)
    cost = line.cost or None
    nano, rounded = _amount(cost) if cost else (None, False)
    usage = Usage(
        resource=line.resource,
        day=_day(line.day, "day"),
        principal=line.principal or _empty(line.principal),
        application=line.application or _empty(line.application),
        workspace=line.workspace or _empty(line.workspace),
        requests=line.requests or 0,
        tokens=tokens,
        cost_nano=nano,
        currency=cost.currency if cost else None,
        basis=cost.basis or _empty(cost.basis) if cost else None,
        priced_on=_day(cost.priced_on, "cost.priced_on") if cost and cost.priced_on else None,
        chargeable=line.chargeable is not False,
        rounded=rounded,
        detail=_detail(line),
        held=line.held is True,
    )
    return UsageEvent(key=_event_keys(line.event, "event"), usage=usage) if line.event else usage


def _read_events(line: EventsLine) -> EventOwner:
    return EventOwner(
        day=_day(line.day, "day"),
        keys=_event_keys(line.keys, "keys"),
        principal=line.principal or _empty(line.principal),
        workspace=line.workspace or _empty(line.workspace),
        detail=line.detail or _empty(line.detail),
        held=line.held is True,
    )


def _event_keys(digits: str, field: str) -> bytes:
    """Keys of events; graph.check says whether they are whole."""
    if not _HEX.fullmatch(digits):
        raise RecordError(
            "the key of an event is hexadecimal", field=field, remedy="Write 32 digits of 0-9 and a-f for each event"
        )
    return bytes.fromhex(digits)


def _read_charge(line: ChargeLine) -> Charge:
    nano, rounded = _amount(line.cost)
    return Charge(
        application=line.application,
        first_day=_day(line.first, "from"),
        last_day=_day(line.last, "to"),
        category=line.category,
        cost_nano=nano,
        currency=line.cost.currency,
        description=line.description or _empty(line.description),
        rounded=rounded,
    )


def _read_gone(line: TombstoneLine) -> Tombstone:
    return Tombstone(id=line.id)


def _read_decision(line: DecisionLine) -> Decision:
    at = _moment(line.at, "at")
    if at is None:
        raise RecordError("at is not a moment", field="at", remedy="Give the time of the decision")
    return Decision(
        kind=line.kind,
        ids=tuple(line.ids),
        by=line.by,
        at=at,
        why=line.why or _empty(line.why),
        value=line.value or _empty(line.value),
    )


def _empty(text: Text) -> str | None:
    """ "" for a text that is written and empty, None for one that is absent or null."""
    return "" if text == "" else None


def _or_none(number: int | UnsetType | None) -> int | None:
    return None if number is UNSET else number


# Bounded, and large enough for the days and hours of years: dates repeat from line to line.
_moments = lru_cache(maxsize=65_536)(read_moment)
_day_numbers = lru_cache(maxsize=16_384)(read_day)


def _moment(text: Text, field: str) -> int | None:
    """A moment; None for absent, null, and a year that means open."""
    if text is UNSET or text is None:
        return None
    try:
        moment = _moments(text)
    except ValueError:
        raise RecordError("this is not a time", field=field, remedy="Use ISO 8601, as 2026-11-20T06:00:00Z") from None
    return None if moment == NEVER else moment


def _day(text: Text, field: str) -> int:
    try:
        if not isinstance(text, str) or not _DAY.match(text) or (day := _day_numbers(text)) < 0:
            raise ValueError
    except ValueError:
        raise RecordError("this is not a day", field=field, remedy="Use a day from 1970 on, as 2026-11-20") from None
    return day


def _days(days: DayRange | UnsetType | None, field: str) -> tuple[int, int] | None:
    return (_day(days.first, f"{field}.from"), _day(days.last, f"{field}.to")) if days else None


def _amount(cost: Amount) -> tuple[int, bool]:
    raw = bytes(cost.amount)
    text = msgspec.json.decode(raw) if raw.startswith(b'"') else raw.decode()
    if not _DECIMAL.match(text):
        raise RecordError("this is not an amount", field="cost.amount", remedy='Write it as "12.34"')
    try:
        return read_amount(Decimal(text))
    except ValueError as error:
        raise RecordError(str(error), field="cost.amount", remedy="Correct the amount or split the row") from None


def _detail(line: UsageLine) -> str | None:
    if line.raw is UNSET and not line.group_by:
        return line.detail or _empty(line.detail)
    if line.detail:
        raise RecordError("detail and raw exclude each other", field="detail", remedy="Keep raw and group_by")
    raw = read_raw(line.raw) if line.raw is not UNSET else None
    return usage_detail(raw, line.group_by or None)


_READERS: dict[type, Callable[[Any], RunHeader | Record]] = {
    RunLine: _read_run,
    NodeLine: _read_node,
    EdgeLine: _read_edge,
    UsageLine: _read_usage,
    EventsLine: _read_events,
    ChargeLine: _read_charge,
    TombstoneLine: _read_gone,
    DecisionLine: _read_decision,
}

"""Validation of records and run headers, before a store sees them.

Every check raises RecordError, which names the field and the remedy; the reader adds file and line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from graph.budgets import read_budget
from graph.claims import (
    EVENT_KEY_BYTES,
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
from graph.moment import NEVER, read_moment, write_moment
from graph.money import CURRENCY, LIMIT
from graph.ontology import (
    CHARGE_CATEGORIES,
    COST_BASES,
    DAY_SCOPES,
    DECISION_KINDS,
    EDGE_KINDS,
    MAX_ID_BYTES,
    NODE_KINDS,
    TOKEN_COUNTERS,
    USAGE_PRINCIPALS,
    USAGE_RESOURCES,
    split_id,
)

COUNT_LIMIT = 2**62
# Control characters, breaks of lines, and what turns the direction of writing.
INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def check_id(text: object, field: str) -> str:
    """The kind of a node id, after checking that every store can keep the id."""
    if not isinstance(text, str):
        raise RecordError("a node id must be a string", field=field, remedy="Write it as Kind:system/key")
    try:
        kind, _, _ = split_id(text)
    except ValueError as error:
        raise RecordError(f"{_quoted(text)} is not a node id", field=field, remedy=_sentence(error)) from None
    if kind not in NODE_KINDS:
        raise RecordError(
            f"{_quoted(kind)} is not a node kind", field=field, remedy="Node kinds are " + ", ".join(NODE_KINDS)
        )
    check_text(text, field)
    check_visible(text, field)
    if len(text) * 4 > MAX_ID_BYTES and len(text.encode()) > MAX_ID_BYTES:
        problem = f"an id has at most {MAX_ID_BYTES} bytes"
        raise RecordError(problem, field=field, remedy="Shorten it at its source")
    return kind


def check_visible(text: str, field: str) -> None:
    """Raise RecordError for an id with characters that a terminal or an editor obeys instead of showing them."""
    # Nearly every id is printable, which is quickly said.
    if not text.isprintable() and (match := INVISIBLE.search(text)):
        raise RecordError(
            f"the text contains the control character U+{ord(match[0]):04X}",
            field=field,
            remedy="Remove it at its source: a name may have one, an id may not",
        )


def check_text(text: str, field: str) -> None:
    """Raise RecordError for text that no store can keep: NUL and lone surrogates."""
    if "\0" in text:
        raise RecordError("the text contains a NUL character", field=field, remedy="Remove it at its source")
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            raise RecordError(
                "the text contains a lone surrogate", field=field, remedy="Write the whole character"
            ) from None


def check_props(kind: str, props: Mapping[str, Any]) -> dict[str, Any]:
    """The properties in canonical form: without unknown values, moments as ISO 8601 with Z, keys sorted.

    Properties that the ontology does not declare are kept if they are strings, numbers, booleans or lists of strings.
    """
    declared = {prop.name: prop for prop in NODE_KINDS[kind].properties}
    checked: dict[str, Any] = {}
    for name in sorted(props):
        value = props[name]
        if value is None:
            continue
        field = f"props.{name}"
        prop = declared.get(name)
        expected = prop.type if prop else "any"
        if isinstance(value, str):
            check_text(value, field)
        if expected == "moment":
            value = _moment_text(value, field)
        elif expected == "choice" and prop is not None and value not in prop.choices:
            raise RecordError(
                f"{_quoted(value)} is not a valid {name}", field=field, remedy="Use one of " + ", ".join(prop.choices)
            )
        elif not _PROP_TYPES[expected](value):
            raise RecordError(f"{_quoted(value)} has the wrong type", field=field, remedy=_PROP_REMEDY[expected])
        if expected == "texts":
            for item in value:
                check_text(item, field)
            value = list(value)
        checked[name] = value
    return checked


def check(record: Record) -> None:
    """Raise RecordError unless the record can be kept. Properties are checked by `check_props` where they are read."""
    _CHECKS[type(record)](record)


def check_header(header: RunHeader) -> None:
    """Raise RecordError unless the header makes sense."""
    system, colon, instance = header.source.partition(":")
    if not (system and colon and instance) or len(header.source.encode()) > 512:
        raise RecordError(
            f"{_quoted(header.source)} is not a source",
            field="source",
            remedy="Write a source as system:instance, such as cursor:acme",
        )
    check_text(header.source, "source")
    check_visible(header.source, "source")
    if not 0 <= header.observed_at < NEVER:
        raise RecordError(
            "observed_at is not a moment", field="observed_at", remedy="Give the time the system was read"
        )
    for scope in header.complete:
        if scope not in NODE_KINDS and scope not in EDGE_KINDS:
            raise RecordError(
                f"{_quoted(scope)} is not a node or edge kind", field="complete", remedy="See `remit schema`"
            )
    for name in DAY_SCOPES:
        days = getattr(header, name)
        if days is not None and days[0] > days[1]:
            raise RecordError("the first day is after the last", field=name, remedy="Swap from and to")


def _check_node(record: Node) -> None:
    check_id(record.id, "id")
    if record.name is not None:
        check_text(record.name, "name")
    _check_interval(record.since, record.until)


def _check_edge(record: Edge) -> None:
    kind = EDGE_KINDS.get(record.kind)
    if kind is None:
        raise RecordError(
            f"{_quoted(record.kind)} is not an edge kind",
            field="kind",
            remedy="Edge kinds are " + ", ".join(EDGE_KINDS),
        )
    for field, node_id, allowed in (("source", record.source, kind.sources), ("target", record.target, kind.targets)):
        kind_of_end = check_id(node_id, field)
        if kind_of_end not in allowed:
            raise RecordError(
                f"{record.kind} cannot have a {kind_of_end} as its {field}",
                field=field,
                remedy="Allowed: " + ", ".join(allowed),
            )
    for field, text in (("evidence", record.evidence), ("alias", record.alias)):
        if text is not None:
            check_text(text, field)
    _check_interval(record.since, record.until)


def _check_usage(record: Usage) -> None:
    _check_kind(record.resource, "resource", USAGE_RESOURCES)
    if record.principal is not None:
        _check_kind(record.principal, "principal", USAGE_PRINCIPALS)
    if record.application is not None:
        _check_kind(record.application, "application", ("Application",))
    if record.workspace is not None:
        _check_kind(record.workspace, "workspace", ("Group",))
    if not 0 <= record.requests < COUNT_LIMIT:
        raise RecordError("requests must be a whole number from 0", field="requests", remedy="Counters never go down")
    for name, count in zip(TOKEN_COUNTERS, record.tokens, strict=True):
        if not 0 <= count < COUNT_LIMIT:
            raise RecordError(
                "a counter must be a whole number from 0", field=f"tokens.{name}", remedy="Counters never go down"
            )
    if record.detail is not None:
        check_text(record.detail, "raw")
    if record.cost_nano is None:
        return
    _check_cost(record.cost_nano, record.currency)
    if record.basis not in COST_BASES:
        raise RecordError(
            f"{_quoted(record.basis)} is not a basis of a cost", field="cost.basis", remedy="Use billed or priced"
        )


def _check_event(record: UsageEvent) -> None:
    if len(record.key) != EVENT_KEY_BYTES:
        raise RecordError(
            f"the key of an event has {EVENT_KEY_BYTES} bytes", field="event", remedy="Write 32 hexadecimal digits"
        )
    _check_usage(record.usage)


def _check_event_owner(record: EventOwner) -> None:
    if not record.keys or len(record.keys) % EVENT_KEY_BYTES:
        raise RecordError(
            f"the key of each event has {EVENT_KEY_BYTES} bytes",
            field="keys",
            remedy="Write 32 hexadecimal digits each",
        )
    if record.principal is not None:
        _check_kind(record.principal, "principal", USAGE_PRINCIPALS)
    if record.workspace is not None:
        _check_kind(record.workspace, "workspace", ("Group",))
    if record.detail is not None:
        check_text(record.detail, "detail")


def _check_charge(record: Charge) -> None:
    _check_kind(record.application, "application", ("Application",))
    if record.category not in CHARGE_CATEGORIES:
        raise RecordError(
            f"{_quoted(record.category)} is not a category of charges",
            field="category",
            remedy="Use one of " + ", ".join(CHARGE_CATEGORIES),
        )
    if record.first_day > record.last_day:
        raise RecordError("the first day is after the last", field="to", remedy="Swap from and to")
    if record.description is not None:
        check_text(record.description, "description")
    _check_cost(record.cost_nano, record.currency)


def _check_tombstone(record: Tombstone) -> None:
    check_id(record.id, "id")


def _check_decision(record: Decision) -> None:
    if record.kind not in DECISION_KINDS:
        raise RecordError(
            f"{_quoted(record.kind)} is not a kind of decision",
            field="kind",
            remedy="Use one of " + ", ".join(DECISION_KINDS),
        )
    kinds = [check_id(node_id, "ids") for node_id in record.ids]
    for field, text in (("by", record.by), ("why", record.why), ("value", record.value)):
        if text is not None:
            check_text(text, field)
    if record.kind in ("link", "unlink"):
        if len(set(record.ids)) < 2 or not set(kinds) <= {"Identity", "Account"}:
            raise RecordError(
                f"a {record.kind} decision needs two different ids or more, each of an Identity or an Account",
                field="ids",
                remedy="Give two ids of identities and accounts, in any order",
            )
    elif record.kind == "owner":
        if len(set(record.ids)) != 2 or kinds[1] not in ("Identity", "Group"):
            raise RecordError(
                "an owner decision needs two different ids: a node, and the Identity or Group that answers for it",
                field="ids",
                remedy="Give two ids, the owner last",
            )
    elif record.kind == "alias":
        systems = [node_id.partition("/")[0] for node_id in record.ids]
        if kinds != ["DataSource"] * 2 or systems[0] != systems[1] or record.ids[0] == record.ids[1]:
            raise RecordError(
                "an alias decision needs two different data sources of one system: the address and the instance",
                field="ids",
                remedy="Write them as DataSource:postgres/db.acme.example:5432 and DataSource:postgres/prod",
            )
    elif record.kind == "budget":
        try:
            read_budget(record.ids, record.value)
        except ValueError as error:
            raise RecordError(
                _sentence(error), field="value", remedy="`remit decide budget` writes such decisions"
            ) from None
    elif record.kind == "undo":
        if not re.fullmatch(r"[0-9a-f]{10}", record.value or ""):
            raise RecordError(
                "an undo decision needs the key of another one",
                field="value",
                remedy="Give ten hexadecimal digits, as `remit decide list` prints them",
            )
    else:
        labels = NODE_KINDS[kinds[0]].properties if kinds else ()
        choices = next((prop.choices for prop in labels if prop.name == record.kind), ())
        if len(kinds) != 1 or record.value not in choices:
            raise RecordError(
                f"a {record.kind} decision needs one id and a value",
                field="value",
                remedy="Use one of " + ", ".join(choices or ("(none)",)),
            )


def _check_kind(node_id: str, field: str, allowed: tuple[str, ...]) -> None:
    kind = check_id(node_id, field)
    if kind not in allowed:
        raise RecordError(f"the {field} cannot be a {kind}", field=field, remedy="Allowed: " + ", ".join(allowed))


def _check_interval(since: int | None, until: int | None) -> None:
    if since is not None and until is not None and since > until:
        raise RecordError("it ends before it begins", field="until", remedy="Swap since and until, or leave one out")


def _check_cost(nano: int, currency: str | None) -> None:
    if abs(nano) >= LIMIT:
        raise RecordError("the amount is beyond 4.6 billion units", field="cost.amount", remedy="Split the row")
    if currency is None or not CURRENCY.match(currency):
        raise RecordError(
            f"{_quoted(currency)} is no currency", field="cost.currency", remedy="Use an ISO 4217 code such as USD"
        )


def _moment_text(value: object, field: str) -> str:
    try:
        text = write_moment(read_moment(value)) if isinstance(value, str) else None
    except ValueError as error:
        raise RecordError(str(error), field=field, remedy="Use ISO 8601") from None
    if text is None:
        raise RecordError(f"{_quoted(value)} is not a time", field=field, remedy="Use ISO 8601")
    return text


def _is_scalar(value: object) -> bool:
    return isinstance(value, str | bool | int) or (isinstance(value, float) and value - value == 0)


def _is_texts(value: object) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)


_PROP_TYPES: dict[str, Callable[[Any], bool]] = {
    "text": lambda value: isinstance(value, str),
    "choice": lambda value: isinstance(value, str),
    "texts": _is_texts,
    "flag": lambda value: isinstance(value, bool),
    "whole": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "any": lambda value: _is_scalar(value) or _is_texts(value),
}
_PROP_REMEDY = {
    "text": "It must be a string",
    "choice": "It must be a string",
    "texts": "It must be a list of strings",
    "flag": "It must be true, false or null",
    "whole": "It must be an integer",
    "any": "It must be a string, a number, true, false or a list of strings",
}
_CHECKS: dict[type, Callable[[Any], None]] = {
    Node: _check_node,
    Edge: _check_edge,
    Usage: _check_usage,
    UsageEvent: _check_event,
    EventOwner: _check_event_owner,
    Charge: _check_charge,
    Tombstone: _check_tombstone,
    Decision: _check_decision,
}


def _quoted(value: object) -> str:
    """A value as an error message may repeat it: shortened and quoted."""
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _sentence(error: Exception) -> str:
    text = str(error)
    return text[:1].upper() + text[1:]

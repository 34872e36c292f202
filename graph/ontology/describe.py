"""JSON Schema of one line of the record format, derived from the ontology.

The schema accepts what `loaders.connectors.records` accepts; a test compares the two. What no schema can express (first
day before last, one id twice, dates that no calendar has, ids counted in bytes) only the reader rejects.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from graph.money import CURRENCY, LIMIT, NANO
from graph.ontology.core import MAX_ID_BYTES, EdgeKind, NodeKind, Permission, Property
from graph.ontology.edges import EDGE_KINDS
from graph.ontology.nodes import NODE_KINDS
from graph.ontology.usage import (
    CHARGE_CATEGORIES,
    COST_BASES,
    DECISION_KINDS,
    TOKEN_COUNTERS,
    USAGE_PRINCIPALS,
    USAGE_RESOURCES,
)

Schema = dict[str, Any]

_MONTH_DAY = r"-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_CLOCK = r"([Tt ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-9]{2}([.,][0-9]{1,9})?)?\s?([Zz]|[+-][0-9]{2}:?[0-9]{2})?)?"
_SINCE_1970 = "(19[7-9][0-9]|[2-9][0-9]{3})"
_DAY = f"^{_SINCE_1970}{_MONTH_DAY}$"
_MOMENT = rf"^\s*[0-9]{{4,5}}{_MONTH_DAY}{_CLOCK}\s*$"
_DEFINITE = rf"^\s*(?!9999)[0-9]{{4}}{_MONTH_DAY}{_CLOCK}\s*$"
_OBSERVED = rf"^\s*(?!9999){_SINCE_1970}{_MONTH_DAY}{_CLOCK}\s*$"
_DECIMAL = r"^[+-]?[0-9]{1,40}(\.[0-9]{0,80})?([eE][+-]?[0-9]{1,4})?$"
_NO_NUL = r"^[^\u0000]*$"
_COUNT_LIMIT = 2**62


def record_schema() -> Schema:
    """The JSON Schema (2020-12) of one line of the record format."""
    records = _records()
    props = {f"{kind.name}Props": _props(kind) for kind in NODE_KINDS.values()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "One line of a Remit records file (JSON Lines)",
        "type": "object",
        "required": ["record"],
        "properties": {"record": {"enum": list(records)}},
        "allOf": [_when("record", {"const": name}, {"$ref": f"#/$defs/{name}"}) for name in records],
        "$defs": records | props | _SHARED,
    }


def _records() -> dict[str, Schema]:
    interval = {
        "since": _ref("momentOrOpen", "from when on it is so; absent: not dated"),
        "until": _ref("momentOrOpen", "when it ended, exclusive; absent or a year from 9999 on: open"),
        "first_seen": _ref("momentOrOpen", "when the source first told it"),
        "dated": {"type": "boolean", "description": "restores only: false where `since` is Remit's own"},
        "retired": _ref("momentOrOpen", "restores only: when its source stopped listing it"),
        "held": {"type": "boolean", "description": "restores only: its retirement waits for a person"},
    }
    declared = {"declared": _ref("momentOrOpen", "restores only: its source's own date, where it came back later")}
    return {
        "run": _record("run", "Starts a run: what follows, up to the next run line, belongs to it.", _RUN, 2),
        "node": _record("node", "A node as the source describes it.", _NODE | interval, 1)
        | {"allOf": [_when("id", _id_of((name,)), _props_are(name)) for name in NODE_KINDS]},
        "edge": _record("edge", "An edge as the source claims it.", _EDGE | interval | declared, 3)
        | {"allOf": [_edge_rule(kind) for kind in EDGE_KINDS.values()]},
        "usage": _record("usage", "What one principal used of one resource on one UTC day.", _USAGE, 2)
        | {"if": _DETAILED, "then": _NO_RAW},
        "events": _record(
            "events", "Whose events of a day are that usage rows add up, for later readings.", _EVENTS, 2
        ),
        "charge": _record("charge", "A line of an invoice or cost report.", _CHARGE, 5),
        "gone": _record("gone", "An id that the source reports as gone.", {"id": _id("what is gone")}, 1),
        "decision": _record("decision", "What a person decided; may stand anywhere.", _DECISION, 4)
        | {"allOf": _decision_rules()},
    }


def _record(name: str, meaning: str, fields: Schema, required: int) -> Schema:
    """An object of these fields and no others, the first `required` of which every line needs."""
    return {
        "description": meaning,
        "type": "object",
        "required": ["record", *list(fields)[:required]],
        "properties": {"record": {"const": name}} | fields,
        "additionalProperties": False,
    }


def _props(kind: NodeKind) -> Schema:
    return {
        "description": f"Properties of a {kind.name}; others are kept if they are text, numbers, flags or lists of text.",
        "type": ["object", "null"],
        "properties": {prop.name: _prop(prop) for prop in kind.properties},
        "additionalProperties": {"$ref": "#/$defs/plain"},
    }


def _prop(prop: Property) -> Schema:
    types: dict[str, Schema] = {
        "text": {"type": ["string", "null"], "pattern": _NO_NUL},
        "texts": {"type": ["array", "null"], "items": {"type": "string", "pattern": _NO_NUL}},
        "choice": {"enum": [*prop.choices, None]},
        "flag": {"type": ["boolean", "null"]},
        "moment": {"type": ["string", "null"], "pattern": _DEFINITE},
        "whole": {"type": ["integer", "null"]},
    }
    return types[prop.type] | {"description": prop.meaning}


def _props_are(kind: str) -> Schema:
    return {"properties": {"props": {"$ref": f"#/$defs/{kind}Props"}}}


def _edge_rule(kind: EdgeKind) -> Schema:
    ends = {"source": _id_of(kind.sources), "target": _id_of(kind.targets)}
    return _when("kind", {"const": kind.name}, {"properties": ends})


# As graph.budgets reads it.
_BUDGET = "^[^ ]+ [^ ]+ [A-Z][A-Z0-9_]{2,15} (monthly|[0-9]{4}-(0[1-9]|1[0-2]))( .+)?$"


def _decision_rules() -> list[Schema]:
    joined = {"minItems": 2, "items": _id_of(("Identity", "Account"))}
    owned = {"minItems": 2, "maxItems": 2, "prefixItems": [{}, _id_of(("Identity", "Group"))]}
    instances = {"minItems": 2, "maxItems": 2, "items": _id_of(("DataSource",))}
    rules = [
        _when("kind", {"enum": ["link", "unlink"]}, {"properties": {"ids": joined}}),
        _when("kind", {"const": "owner"}, {"properties": {"ids": owned}}),
        _when("kind", {"const": "alias"}, {"properties": {"ids": instances}}),
        _when(
            "kind",
            {"const": "budget"},
            {
                "required": ["value"],
                "properties": {"ids": {"maxItems": 1}, "value": {"type": "string", "pattern": _BUDGET}},
            },
        ),
        _when(
            "kind", {"const": "undo"}, {"required": ["value"], "properties": {"value": {"pattern": "^[0-9a-f]{10}$"}}}
        ),
    ]
    for name in ("sensitivity", "approval"):
        labelled = [kind for kind in NODE_KINDS.values() if any(prop.name == name for prop in kind.properties)]
        choices = next(prop.choices for prop in labelled[0].properties if prop.name == name)
        labelled_id = {"minItems": 1, "maxItems": 1, "items": _id_of([kind.name for kind in labelled])}
        fields = {"ids": labelled_id, "value": {"enum": list(choices)}}
        rules.append(_when("kind", {"const": name}, {"required": ["value"], "properties": fields}))
    return rules


def _when(field: str, fits: Schema, then: Schema) -> Schema:
    return {"if": {"required": [field], "properties": {field: fits}}, "then": then}


def _id_of(kinds: Iterable[str]) -> Schema:
    return {"pattern": f"^({'|'.join(kinds)}):"}


def _id(meaning: str, kinds: Iterable[str] = (), optional: bool = False) -> Schema:
    return _ref("idOrNone" if optional else "id", meaning) | (_id_of(kinds) if kinds else {})


def _ref(name: str, meaning: str) -> Schema:
    return {"$ref": f"#/$defs/{name}", "description": meaning}


def _text(meaning: str) -> Schema:
    return {"type": ["string", "null"], "pattern": _NO_NUL, "description": meaning}


def _money(fields: Schema, required: Sequence[str], optional: bool = False) -> Schema:
    amount = {
        "description": "a decimal as text or as a number; finer than 1e-9 is rounded half-even, once",
        "anyOf": [
            {"type": "string", "pattern": _DECIMAL},
            {"type": "number", "exclusiveMinimum": -LIMIT / NANO, "exclusiveMaximum": LIMIT / NANO},
        ],
    }
    currency = {"type": "string", "pattern": "^" + CURRENCY.pattern.replace(r"\Z", "$")}
    return {
        "type": ["object", "null"] if optional else "object",
        "required": list(required),
        "properties": {"amount": amount, "currency": currency} | fields,
        "additionalProperties": False,
    }


_SHARED: dict[str, Schema] = {
    "id": {
        "description": f"Kind:system/key, at most {MAX_ID_BYTES} bytes of UTF-8, no NUL",
        "type": "string",
        "pattern": rf"^({'|'.join(NODE_KINDS)}):[^/\u0000]+/[^\u0000]+$",
        "maxLength": MAX_ID_BYTES,
    },
    "idOrNone": {"anyOf": [{"$ref": "#/$defs/id"}, {"type": "null"}]},
    "momentOrOpen": {"type": ["string", "null"], "pattern": _MOMENT},
    "day": {"type": "string", "pattern": _DAY},
    "daysOrNone": {
        "type": ["object", "null"],
        "required": ["from", "to"],
        "properties": {"from": {"$ref": "#/$defs/day"}, "to": {"$ref": "#/$defs/day"}},
        "additionalProperties": False,
    },
    "count": {"type": "integer", "minimum": 0, "exclusiveMaximum": _COUNT_LIMIT},
    "plain": {
        "type": ["string", "number", "boolean", "array", "null"],
        "pattern": _NO_NUL,
        "items": {"type": "string"},
    },
}

_RUN: Schema = {
    "source": {
        "description": "system:instance, whose claims these are",
        "type": "string",
        "pattern": r"^[^:\u0000]+:[^\u0000]+$",
        "maxLength": 512,
    },
    "observed_at": {"description": "when the system was read", "type": "string", "pattern": _OBSERVED},
    "complete": {
        "description": "node and edge kinds that were read to their proven end: what is not listed ends",
        "type": "array",
        "items": {"enum": [*NODE_KINDS, *EDGE_KINDS]},
    },
    "usage": _ref("daysOrNone", "the days of usage it covers, both inclusive"),
    "charges": _ref("daysOrNone", "the days of charges it covers, both inclusive"),
    "aliases": {
        "description": "other spellings of a system/instance, such as postgres/db.acme.example:5432 for postgres/prod",
        "type": "object",
        "additionalProperties": {"type": "string"},
    },
    "promised_age_s": {"description": "how old it may become before it is stale", "type": ["integer", "null"]},
    "restore": {"type": "boolean", "description": "exports only: claims carry their whole history"},
    "scopes": {
        "description": "restores only: per scope when it was first and last complete, and under source what else was known",
        "type": "object",
        "additionalProperties": {"type": "object"},
    },
}

_NODE: Schema = {
    "id": _id("what is described"),
    "name": _text("how people call it"),
    "props": {"type": ["object", "null"], "description": "what the source knows; null and absent mean: not known"},
    "opened": _ref("momentOrOpen", "restores only: when the run was that wrote it, if not first_seen"),
}

_EDGE: Schema = {
    "kind": {"enum": list(EDGE_KINDS)},
    "source": _id("where the edge begins"),
    "target": _id("where it ends"),
    "permission": {
        "enum": [*Permission.__members__, None],
        "description": "absent: not said; CAN_ACCESS then counts as READ, every other kind does not narrow",
    },
    "evidence": {
        "description": "a short text that a person can check",
        "type": ["string", "object", "null"],
        "pattern": _NO_NUL,
        "required": ["text"],
        "properties": {"text": {"type": "string", "pattern": _NO_NUL}, "ref": _text("where its raw form is")},
        "additionalProperties": False,
    },
    "alias": _text("the name under which the source knows the target"),
}

_USAGE: Schema = {
    "resource": _id("what was used", USAGE_RESOURCES),
    "day": {"$ref": "#/$defs/day"},
    "principal": _id("who used it", USAGE_PRINCIPALS, optional=True),
    "application": _id("the AI tool it went through", ("Application",), optional=True),
    "workspace": _id("the workspace or project it is booked on", ("Group",), optional=True),
    "requests": {"$ref": "#/$defs/count"},
    "tokens": {
        "description": "disjoint counters, except that reasoning is the part of output that was thought",
        "type": ["object", "null"],
        "properties": {name: {"$ref": "#/$defs/count"} for name in TOKEN_COUNTERS},
        "additionalProperties": False,
    },
    "chargeable": {"type": ["boolean", "null"], "description": "absent: true; false: a seat includes it"},
    "cost": _money(
        {
            "basis": {"enum": list(COST_BASES), "description": "billed by the provider, or priced from a table"},
            "priced_on": {"type": ["string", "null"], "pattern": f"^$|{_DAY}", "description": "the day of that table"},
        },
        required=("amount", "currency", "basis"),
        optional=True,
    ),
    "raw": {"description": "the provider's own fields, kept as they are"},
    "group_by": {"description": "how the provider grouped it", "type": ["array", "null"], "items": {"type": "string"}},
    "detail": _text("raw and group_by as an export keeps them; excludes the two"),
    "event": {
        "description": "the key of the one event that the row is; whose it is may come from an earlier reading of it",
        "type": ["string", "null"],
        "pattern": "^([0-9a-fA-F]{32})?$",
    },
    "held": {"type": "boolean", "description": "restores only: it waits for a person, to replace the rows of its day"},
}
_DETAILED: Schema = {"required": ["detail"], "properties": {"detail": {"type": "string", "minLength": 1}}}
_NO_RAW: Schema = {"properties": {"raw": False, "group_by": {"maxItems": 0}}}

_EVENTS: Schema = {
    "day": {"$ref": "#/$defs/day"},
    "keys": {
        "description": "the keys of the events, one after the other",
        "type": "string",
        "pattern": "^([0-9a-fA-F]{32})+$",
    },
    "principal": _id("whose they are", USAGE_PRINCIPALS, optional=True),
    "workspace": _id("the workspace or project that they are booked on", ("Group",), optional=True),
    "detail": _text("that of the usage row which adds them up"),
    "held": {"type": "boolean", "description": "restores only: it waits for a person, with the rows of its day"},
}

_CHARGE: Schema = {
    "application": _id("what is charged for", ("Application",)),
    "from": {"$ref": "#/$defs/day"},
    "to": {"$ref": "#/$defs/day"},
    "category": {"enum": list(CHARGE_CATEGORIES)},
    "cost": _money({}, required=("amount", "currency")),
    "description": _text("the line as the invoice has it"),
}

_DECISION: Schema = {
    "kind": {"enum": list(DECISION_KINDS)},
    "ids": {"type": "array", "items": {"$ref": "#/$defs/id"}, "description": "whom or what it is about"},
    "by": {"type": "string", "pattern": _NO_NUL, "description": "who decided"},
    "at": {"type": "string", "pattern": _DEFINITE, "description": "when"},
    "why": _text("the reason, for those who come after"),
    "value": _text("what was decided: a sensitivity, an approval, or a budget as `remit decide budget` writes it"),
}

"""This file knows the shape that every question and every answer has: Params, Answer, evidence, completeness, freshness.

A query is a module with a frozen `Params`, a frozen `Answer` and `run(snapshot, params) -> Answer`: pure, synchronous,
no I/O, no clock. Moments and money inside; `as_json` writes them out the way the CLI and GraphQL show them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import Any

from graph.moment import write_day, write_moment
from graph.money import Money, write_amount
from graph.ontology import EDGE_NAMES, Permission
from graph.reason import FAILED, HELD, PARTIAL, Reason
from graph.snapshot import Snapshot
from queries.vocabulary import EdgeKind, Long, NodeId, PermissionName

# Marks a dataclass field that holds a moment (an integer) or None, and is written as ISO 8601.
MOMENT = {"moment": True}


def described(
    meaning: str,
    *,
    argument: bool = False,
    name: str | None = None,
    form: str | None = None,
    bounds: tuple[int, int | None] | None = None,
    cli_only: bool = False,
) -> dict[str, Any]:
    """Metadata of a Params field, from which the command line and the docs derive.

    `argument`: given by place, not by name. `name`: how faces call it, where that is no Python name. `form`: how its
    text reads where the type does not tell (day, rates, filters). `bounds`: the least and the greatest number, or count of
    values, that a server answers. `cli_only`: a server does not offer it.
    """
    told: dict[str, Any] = {"meaning": meaning, "argument": argument}
    return (
        told
        | ({"name": name} if name else {})
        | ({"form": form} if form else {})
        | {"bounds": bounds, "cli_only": cli_only}
    )


# Marks a list of an answer that `--limit` shortens.
ROWS = {"rows": True}
# Marks such a list that is also offered column by column.
COLUMNS = ROWS | {"columns": True}
# What a server answers of walks and windows.
HOP_BOUNDS = (0, 2**31 - 1)
WINDOW_BOUNDS = (1, 3660)
# Marks a field that is not part of the answer itself: the envelope shows it.
HIDDEN = {"hidden": True}


class Status(Enum):
    """Whether an answer is whole."""

    COMPLETE = "COMPLETE"
    PARTIAL = "PARTIAL"


@dataclass(frozen=True, slots=True)
class Completeness:
    """PARTIAL says why and how far the answer got."""

    status: Status = Status.COMPLETE
    reasons: tuple[Reason, ...] = ()

    @classmethod
    def of(cls, reasons: Iterable[Reason]) -> Completeness:
        found = tuple(reasons)
        return cls(Status.PARTIAL if found else Status.COMPLETE, found)


@dataclass(frozen=True, slots=True)
class EdgeEvidence:
    """One edge of a proof: what it says, who claims it, since when, and on what ground."""

    source: NodeId
    kind: EdgeKind
    target: NodeId
    permission: PermissionName | None
    claimed_by: str
    since: int | None = field(metadata=MOMENT)
    evidence: str | None


@dataclass(frozen=True, slots=True)
class FreshnessWarning:
    """A source on which an answer leans although it is partial, held, failed, stale, or began later than the question."""

    source: str
    state: str
    notes: tuple[str, ...]
    observed_at: int | None = field(metadata=MOMENT)
    age_s: Long
    promised_age_s: Long | None
    reasons: tuple[Reason, ...]


def edge_evidence(snapshot: Snapshot, row: int) -> EdgeEvidence:
    """The evidence of one row of the snapshot's edge table."""
    arrays = snapshot.arrays
    permission, since = int(arrays["edge.permission"][row]), int(arrays["edge.since"][row])
    return EdgeEvidence(
        source=snapshot.ids[int(arrays["edge.tail"][row])],
        kind=EDGE_NAMES[int(arrays["edge.kind"][row])],
        target=snapshot.ids[int(arrays["edge.head"][row])],
        permission=Permission(permission).name if permission else None,
        claimed_by=snapshot.sources[int(arrays["edge.source"][row])],
        since=since,
        evidence=snapshot.text(int(arrays["edge.evidence"][row])),
    )


def freshness_warnings(snapshot: Snapshot, as_of: int, checked_at: int | None = None) -> tuple[FreshnessWarning, ...]:
    """The sources that an answer must warn of. `checked_at` is when the question is put (default: `as_of`)."""
    notes = []
    moment = as_of if checked_at is None else checked_at
    for source in snapshot.freshness:
        codes = [source.state] if source.state in (PARTIAL, HELD, FAILED) else []
        if source.is_stale(moment):
            codes.append("STALE")
        if as_of < source.first_observed:
            codes.append("BEFORE_FIRST_OBSERVATION")
        if codes:
            notes.append(
                FreshnessWarning(
                    source=source.source,
                    state=source.state,
                    notes=tuple(codes),
                    observed_at=source.observed_at,
                    age_s=max(0, (moment - source.observed_at) // 1_000_000),
                    promised_age_s=source.promised_age_s,
                    reasons=source.reasons,
                )
            )
    return tuple(notes)


def limited(answer: Any, limit: int | None) -> Any:
    """The answer with each of its lists cut to `limit` rows, PARTIAL if that cut anything."""
    if limit is None:
        return answer
    changes: dict[str, Any] = {}
    reasons = []
    for item in dataclasses.fields(answer):
        rows = getattr(answer, item.name)
        if item.metadata.get("rows") and len(rows) > limit:
            changes[item.name] = rows[:limit]
            reasons.append(Reason("ROWS", f"{item.name}: the first {limit} of {len(rows)}"))
    if reasons:
        changes["completeness"] = Completeness.of((*answer.completeness.reasons, *reasons))
    return dataclasses.replace(answer, **changes)


def envelope(query: str, params: Any, snapshot: Snapshot, answer: Any) -> dict[str, Any]:
    """The one JSON object that every face shows of an answer."""
    return {
        "query": query,
        "params": as_json(params),
        "snapshot": {
            "generation": snapshot.generation,
            "as_of": write_moment(params.as_of),
            "built_at": write_moment(snapshot.built_at),
            "digest": snapshot.digest,
        },
        "completeness": as_json(answer.completeness),
        "freshness": as_json(answer.freshness),
        "answer": as_json(answer),
    }


def as_json(value: Any) -> Any:
    """Plain JSON values of an answer: snake_case keys, money as {amount, currency}, enums by name."""
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return [as_json(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        if isinstance(value, Money):
            return {"amount": write_amount(value.nano), "currency": value.currency}
        return {
            item.metadata.get("name", item.name): _field(item, getattr(value, item.name))
            for item in dataclasses.fields(value)
            if not item.metadata.get("hidden")
        }
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Permission | Enum):
        return value.name
    if isinstance(value, Mapping):
        return {str(key): as_json(item) for key, item in value.items()}
    return value


def _field(item: dataclasses.Field[Any], value: Any) -> Any:
    if item.metadata is not None and item.metadata.get("moment"):
        return None if value is None else write_moment(value)
    if item.metadata.get("form") == "day":
        return write_day(value)
    return as_json(value)

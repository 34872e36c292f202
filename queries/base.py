"""Params, answers, evidence, completeness and freshness: what every question and every answer is made of.

A query is a module with a frozen `Params`, a frozen `Answer` and `run(snapshot, params) -> Answer`: pure, synchronous,
no I/O, no clock. Inside, moments are integers and money is exact; `as_json` writes them as the CLI and GraphQL show them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from functools import cache
from threading import Lock
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from graph.moment import write_day, write_moment
from graph.money import Money, write_amount
from graph.ontology import Permission
from graph.reason import FAILED, HELD, PARTIAL, Reason
from graph.snapshot import Snapshot, SourceFreshness
from queries.vocabulary import EdgeKind, Long, NodeId, PermissionName

T = TypeVar("T")

# Marks a dataclass field that holds a moment (an integer) or None, and is written as ISO 8601.
MOMENT = {"moment": True}
# Marks a list of an answer that `--limit` shortens.
ROWS = {"rows": True}
# Marks such a list that is also offered column by column.
COLUMNS = ROWS | {"columns": True}
# What a server answers of walks and windows.
HOP_BOUNDS = (0, 2**31 - 1)
WINDOW_BOUNDS = (1, 3660)
# Marks a field that is not part of the answer itself: the envelope shows it.
HIDDEN = {"hidden": True}


def described(
    meaning: str,
    *,
    argument: bool = False,
    name: str | None = None,
    form: str | None = None,
    bounds: tuple[int, int | None] | None = None,
    cli_only: bool = False,
) -> dict[str, Any]:
    """Metadata of a Params field, from which the command line, the docs and GraphQL derive.

    `argument`: given by position, not as an option. `name`: the outward name, where that is not the field's. `form`: how
    its text is read, where the type does not say (day, rates, filters, texts: repeated, each whole). `bounds`: the least and the greatest number, or
    count of values, that a server answers. `cli_only`: a server does not offer it.
    """
    metadata: dict[str, Any] = {"meaning": meaning, "argument": argument, "bounds": bounds, "cli_only": cli_only}
    return metadata | ({"name": name} if name else {}) | ({"form": form} if form else {})


class CompletenessStatus(Enum):
    """Whether an answer is complete."""

    COMPLETE = "COMPLETE"
    """Nothing is missing."""
    PARTIAL = "PARTIAL"
    """Something is missing; `reasons` say what."""


@dataclass(frozen=True, slots=True)
class Completeness:
    """Whether an answer is complete: `Completeness(reasons, notes)`.

    `reasons` say what is missing and how far the answer got; with any, the status is PARTIAL, without it is COMPLETE.
    `notes` are only worth knowing, such as a start that conveys nothing or a currency left out, and change no status.
    """

    status: CompletenessStatus = field(init=False)
    """COMPLETE, or PARTIAL where there are reasons."""
    reasons: Sequence[Reason] = ()
    """What is missing, and how far the answer got."""
    notes: Sequence[Reason] = ()
    """What is worth knowing and makes nothing incomplete."""

    def __post_init__(self) -> None:
        # A list would let an answer change after it was given.
        for name in ("reasons", "notes"):
            object.__setattr__(self, name, tuple(getattr(self, name)))
        status = CompletenessStatus.PARTIAL if self.reasons else CompletenessStatus.COMPLETE
        object.__setattr__(self, "status", status)


@dataclass(frozen=True, slots=True)
class EdgeEvidence:
    """One edge of a proof: what it says, which source claims it, since when, and the evidence that the source gave."""

    source: NodeId
    """The id of the node that the edge begins at."""
    kind: EdgeKind
    """What the edge says, read source-VERB-target."""
    target: NodeId
    """The id of the node that the edge ends at."""
    permission: PermissionName | None
    """The permission that the edge states; null where it states none."""
    claimed_by: str
    """The source that claims the edge, as system:instance."""
    since: int | None = field(metadata=MOMENT)
    """From when on the edge holds; null where nobody knows."""
    evidence: str | None
    """What the source gave as its evidence, such as the statement or the setting."""
    source_name: str
    """What people call the node that the edge begins at."""
    target_name: str
    """What people call the node that the edge ends at."""


@dataclass(frozen=True, slots=True)
class FreshnessWarning:
    """A source behind an answer that is partial, held, failed or stale, or that began later than the question's moment."""

    source: str
    """The source, as system:instance."""
    state: str
    """How its last run ended: COMPLETE, PARTIAL, HELD or FAILED."""
    notes: tuple[str, ...]
    """Why it is listed: its state, STALE, or BEFORE_FIRST_OBSERVATION."""
    observed_at: int | None = field(metadata=MOMENT)
    """When its last run observed it."""
    age_s: Long
    """Seconds between its last run and the moment asked about."""
    promised_age_s: Long | None
    """How old it may be in seconds before it is stale; null where nothing is promised."""
    reasons: tuple[Reason, ...]
    """Why its last run was not whole."""


class Deferred(Generic[T]):
    """A part of an answer that costs more than the rest: computed when it is first read, once, whichever thread reads it."""

    def __init__(self, compute: Callable[[], T]) -> None:
        self._compute, self._results, self._lock = compute, list[T](), Lock()

    def result(self) -> T:
        """The part; raises whatever computing it raises, at each reading until it succeeds."""
        with self._lock:
            if not self._results:
                self._results.append(self._compute())
        return self._results[0]


class AnyParams(Protocol):
    """The Params of any question."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def as_of(self) -> int: ...


class AnyAnswer(Protocol):
    """The Answer of any question."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def completeness(self) -> Completeness: ...

    @property
    def freshness(self) -> tuple[FreshnessWarning, ...]: ...


class HasFreshness(Protocol):
    """Whatever knows how fresh its sources are: a snapshot, or a store with a projection."""

    @property
    def freshness(self) -> tuple[SourceFreshness, ...]: ...


AnswerT = TypeVar("AnswerT", bound=AnyAnswer)


def freshness_warnings(holder: HasFreshness, as_of: int, checked_at: int | None = None) -> tuple[FreshnessWarning, ...]:
    """The sources that an answer warns of, in the holder's order. `checked_at`: when it is asked (default: `as_of`)."""
    warnings = []
    moment = as_of if checked_at is None else checked_at
    for source in holder.freshness:
        codes = [source.state] if source.state in (PARTIAL, HELD, FAILED) else []
        if source.is_stale(moment):
            codes.append("STALE")
        if as_of < source.first_observed:
            codes.append("BEFORE_FIRST_OBSERVATION")
        if codes:
            warnings.append(
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
    return tuple(warnings)


def limited(answer: AnswerT, limit: int | None) -> AnswerT:
    """The answer with each of its lists cut to `limit` rows, those of its parts too, PARTIAL if that cut anything."""
    if limit is None:
        return answer
    changes, gaps = _shortened(answer, limit, "")
    if gaps:
        before = answer.completeness
        changes["completeness"] = Completeness((*before.reasons, *gaps), before.notes)
    return dataclasses.replace(answer, **changes)


def without_deferred(answer: AnswerT) -> AnswerT:
    """The answer with None for what is computed only when it is read."""
    names = [item.name for item in dataclasses.fields(answer) if isinstance(getattr(answer, item.name), Deferred)]
    return dataclasses.replace(answer, **dict.fromkeys(names)) if names else answer


def _shortened(holder: Any, limit: int, prefix: str) -> tuple[dict[str, Any], list[Reason]]:
    """What takes the place of the lists that are longer, and of the parts that hold such lists, with the gaps."""
    changes: dict[str, Any] = {}
    gaps: list[Reason] = []
    for item in dataclasses.fields(holder):
        held = getattr(holder, item.name)
        if item.metadata.get("rows"):
            if len(held) > limit:
                changes[item.name] = held[:limit]
                gaps.append(rows_gap(prefix + item.name, limit, len(held)))
        elif has_lists(type(held)):
            inner, more = _shortened(held, limit, f"{prefix}{item.name}.")
            if inner:
                changes[item.name] = dataclasses.replace(held, **inner)
                gaps += more
    return changes, gaps


def has_lists(holder: object) -> bool:
    """Whether a type is a part of an answer that itself holds lists of rows."""
    if not (isinstance(holder, type) and dataclasses.is_dataclass(holder)):
        return False
    return any(item.metadata.get("rows") for item in dataclasses.fields(holder))


def rows_gap(name: str, limit: int, count: int) -> Reason:
    """Why a list of an answer holds fewer rows than there are."""
    return Reason("ROWS", f"{name}: the first {limit} of {count}")


def envelope(query: str, params: AnyParams, snapshot: Snapshot, answer: AnyAnswer) -> dict[str, Any]:
    """The JSON object of an answer: the question, the snapshot, completeness and freshness, and the answer itself."""
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


def as_json(value: object) -> Any:
    """Plain JSON values of an answer: snake_case keys, money as {amount, currency}, enums by name."""
    if value is None or type(value) in _PLAIN:
        return value
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return [as_json(item) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        if isinstance(value, Money):
            return {"amount": write_amount(value.nano), "currency": value.currency}
        return {name: write(getattr(value, attribute)) for name, attribute, write in _json_fields(type(value))}
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Permission | Enum):
        return value.name
    if isinstance(value, Mapping):
        return {str(key): as_json(item) for key, item in value.items()}
    return as_json(value.result()) if isinstance(value, Deferred) else value


# What is JSON already; nearly everything in a row is.
_PLAIN = frozenset((str, int, float, bool))


@cache
def _json_fields(holder: type[Any]) -> tuple[tuple[str, str, Callable[[Any], Any]], ...]:
    """Of a dataclass: the name, the attribute and the writer of each field that is shown."""
    return tuple(
        (item.metadata.get("name", item.name), item.name, _writer(item))
        for item in dataclasses.fields(holder)
        if not item.metadata.get("hidden")
    )


def _writer(item: dataclasses.Field[Any]) -> Callable[[Any], Any]:
    if item.metadata.get("moment"):
        return _moment_as_json
    return write_day if item.metadata.get("form") == "day" else as_json


def _moment_as_json(moment: int | None) -> str | None:
    return None if moment is None else write_moment(moment)

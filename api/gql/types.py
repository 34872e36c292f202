"""This file knows the types that answers share: where they come from, how whole they are, and why there is none."""

from __future__ import annotations

from typing import Any

import strawberry

from api.gql.enums import COMPLETENESS, EDGE_KIND, ERROR_CODE, NODE_KIND, PERMISSION, SENSITIVITY
from api.gql.scalars import Amount, Long, Moment
from graph import money as amounts
from graph import reason as incomplete
from graph.snapshot import Snapshot as Frozen
from queries import base as answers

# Objects of the questions themselves are handed to these types: their attributes have the same names.


@strawberry.type(description="The generation that answered, and the moment it was asked about.")
class Snapshot:
    generation: int
    as_of: Moment
    built_at: Moment
    digest: str

    @classmethod
    def of(cls, snapshot: Frozen, as_of: int) -> Snapshot:
        return cls(
            generation=snapshot.generation,
            as_of=Moment(as_of),
            built_at=Moment(snapshot.built_at),
            digest=snapshot.digest,
        )


@strawberry.type(description="Why something is not whole: a code for machines, a detail for people.")
class Reason:
    code: str
    detail: str


@strawberry.type(description="Whether the answer is whole; PARTIAL says why and how far it got.")
class Completeness:
    status: str = strawberry.field(graphql_type=COMPLETENESS)
    reasons: list[Reason]


@strawberry.type(description="A source on which the answer leans although something is the matter with it.")
class SourceFreshness:
    source: str
    state: str
    notes: list[str]
    observed_at: Moment | None
    age_s: Long
    promised_age_s: Long | None
    reasons: list[Reason]


@strawberry.type(description="An exact amount of one currency.")
class Money:
    currency: str

    @strawberry.field
    @staticmethod
    def amount(root: strawberry.Parent[amounts.Money]) -> Amount:
        return Amount(amounts.write_amount(root.nano))


@strawberry.type(description="One edge of a proof: what it says, who claims it, since when, on what ground.")
class EdgeEvidence:
    source: strawberry.ID
    kind: str = strawberry.field(graphql_type=EDGE_KIND)
    target: strawberry.ID
    permission: str | None = strawberry.field(graphql_type=PERMISSION | None)
    claimed_by: str
    since: Moment | None
    evidence: str | None


@strawberry.type(description="How many of one kind.")
class KindCount:
    key: str = strawberry.field(graphql_type=NODE_KIND)
    value: int


@strawberry.type(description="How many of one sensitivity.")
class SensitivityCount:
    key: str = strawberry.field(graphql_type=SENSITIVITY)
    value: int


@strawberry.type(description="How many at one permission.")
class PermissionCount:
    key: str = strawberry.field(graphql_type=PERMISSION)
    value: int


@strawberry.type(description="Where a page of a list begins and ends.")
class PageInfo:
    has_next_page: bool
    has_previous_page: bool
    start_cursor: str | None
    end_cursor: str | None


@strawberry.interface(description="Why there is no answer. `path`: the argument at fault.")
class UserError:
    message: str
    code: str = strawberry.field(graphql_type=ERROR_CODE)
    path: list[str] | None = None


@strawberry.type(description="Nothing is known by this id, email or name.")
class NotFound(UserError):
    name: str


@strawberry.type(description="Several nodes answer to this name; give one of the candidates.")
class AmbiguousName(UserError):
    name: str
    candidates: list[strawberry.ID]


@strawberry.type(description="The question makes no sense as it was put.")
class BadInput(UserError):
    pass


@strawberry.type(description="The cursor is of a snapshot that no longer answers; begin again without it.")
class SnapshotExpired(UserError):
    generation: int


@strawberry.type(description="The question asks for more than one answer may hold.")
class LimitExceeded(UserError):
    limit: str
    maximum: int


@strawberry.type(description="The question is not yours to ask.")
class Forbidden(UserError):
    pass


ERRORS = (NotFound, AmbiguousName, BadInput, SnapshotExpired, LimitExceeded, Forbidden)


def counts(of: Any, told: Any) -> list[Any]:
    """A map as a list of {key value}, sorted by key."""
    return [of(key=key, value=value) for key, value in sorted(told.items())]


def shared(snapshot: Frozen, as_of: int, answer: Any) -> dict[str, Any]:
    """What every answer says of itself: `snapshot`, `completeness`, `freshness`."""
    completeness: answers.Completeness = answer.completeness
    freshness: tuple[answers.FreshnessWarning, ...] = answer.freshness
    return {"snapshot": Snapshot.of(snapshot, as_of), "completeness": completeness, "freshness": freshness}


def reason(told: incomplete.Reason) -> Reason:
    """A reason as the schema has it."""
    return Reason(code=told.code, detail=told.detail)

"""This file knows the enums of the schema: each derives from the words of the ontology and of the questions."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, EnumMeta
from typing import Any

import strawberry

from graph.ontology import COST_BASES, EDGE_KINDS, NODE_KINDS
from graph.ontology import Permission as Scale
from graph.snapshot import Basis
from queries.base import Status
from queries.cost_attribution import DIMENSIONS, OwnerRule
from queries.exercise import Exercised
from queries.ranking import SORTS
from queries.sensitivity import SENSITIVITIES


def _enum(name: str, words: Iterable[str], meaning: str) -> Any:
    """An enum whose names are the words themselves, so that they read as in the CLI's JSON."""
    made = EnumMeta.__call__(Enum, name, {word: word for word in words}, module=__name__)
    return strawberry.enum(made, name=name, description=meaning)


NODE_KIND = _enum("NodeKind", NODE_KINDS, "Every kind of node.")
EDGE_KIND = _enum("EdgeKind", EDGE_KINDS, "Every kind of edge, drawn source-VERB-target.")
PERMISSION = _enum("Permission", Scale.__members__, "What may be done with data, least first.")
SENSITIVITY = _enum("Sensitivity", SENSITIVITIES, "How much harm the loss of data does.")
RANKING_SORT = _enum("RankingSort", SORTS, "What a ranking is sorted by, greatest first.")
COST_BASIS = _enum("CostBasis", (*COST_BASES, "mixed"), "Whether the provider billed it or a table priced it.")
COST_DIMENSION = _enum("CostDimension", DIMENSIONS, "What cost can be shown by and filtered on.")
ERROR_CODE = _enum(
    "ErrorCode",
    ("NOT_FOUND", "AMBIGUOUS_NAME", "BAD_INPUT", "SNAPSHOT_EXPIRED", "LIMIT_EXCEEDED", "FORBIDDEN"),
    "Why there is no answer.",
)
BASIS: Any = strawberry.enum(Basis, name="Basis", description="Which edges a walk may take.")
EXERCISED: Any = strawberry.enum(Exercised, name="Exercised", description="Whether a route was seen in use.")
OWNER_RULE: Any = strawberry.enum(OwnerRule, name="OwnerRule", description="To whom what several share belongs.")
COMPLETENESS: Any = strawberry.enum(Status, name="CompletenessStatus", description="Whether an answer is whole.")


def permission_of(member: Any) -> Scale | None:
    """The permission behind a member of PERMISSION."""
    return None if member is None else Scale[member.value]


def words_of(members: Iterable[Any] | None) -> tuple[str, ...]:
    """The words behind members, each once, in order."""
    return tuple(dict.fromkeys(member.value for member in members or ()))

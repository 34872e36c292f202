"""Strategies for the scalars of our schema, as Schemathesis loads them (SCHEMATHESIS_HOOKS)."""

from __future__ import annotations

from typing import Any

import schemathesis
from graphql import ArgumentNode, DocumentNode, IntValueNode, Visitor, visit
from hypothesis import strategies as st
from schemathesis.graphql import nodes

from api.gql.status import MAX_MOMENTS

schemathesis.graphql.scalar(
    "Decimal", st.decimals(allow_nan=False, allow_infinity=False, places=4).map(str).map(nodes.String)
)
schemathesis.graphql.scalar("Long", st.integers(-(2**53), 2**53).map(nodes.Int))
schemathesis.graphql.scalar("CypherParameters", st.just(nodes.Object(fields=[])))


class _Last(Visitor):
    """Looks for `last` of `status.moments` beyond its range, which is refused in `errors`: `status` is no union."""

    is_beyond = False

    def enter_argument(self, node: ArgumentNode, *_: Any) -> None:
        if node.name.value == "last" and isinstance(node.value, IntValueNode):
            self.is_beyond |= not 0 <= int(node.value.value) <= MAX_MOMENTS


@schemathesis.hook
def filter_body(context: Any, body: DocumentNode) -> bool:
    last = _Last()
    visit(body, last)
    return not last.is_beyond

"""Strategies for the scalars of our schema, as Schemathesis loads them (SCHEMATHESIS_HOOKS)."""

from __future__ import annotations

import schemathesis
from hypothesis import strategies as st
from schemathesis.graphql import nodes

schemathesis.graphql.scalar(
    "Decimal", st.decimals(allow_nan=False, allow_infinity=False, places=4).map(str).map(nodes.String)
)
schemathesis.graphql.scalar("Long", st.integers(-(2**53), 2**53).map(nodes.Int))
schemathesis.graphql.scalar("CypherParameters", st.just(nodes.Object(fields=[])))

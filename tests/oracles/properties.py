"""What a property is at a moment, told slowly from the claims of a store: section 2 of the semantics, "Merging at time t"."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from graph.moment import ALWAYS
from graph.stores.base import Claims

ENDED = {"Identity": "departed", "Account": "deleted", "Credential": "revoked"}
RESTRICTIVE = ["deleted", "revoked", "suspended", "expired", "active", "unknown"]


@dataclass(frozen=True)
class Claim:
    """One version of a node as one source claims it."""

    source: str
    since: int
    until: int
    first_seen: int
    props: dict[str, Any]

    def says(self, name: str) -> bool:
        return self.props.get(name) not in (None, "unknown")


class PropertyOracle:
    """Answers of one node."""

    def __init__(self, claims: Claims, node: str, authoritative: dict[str, tuple[str, ...]]) -> None:
        self.node, self.kind = node, node.partition(":")[0]
        self.authoritative = authoritative
        columns = claims.nodes
        rows = zip(
            columns.claimed_by.tolist(),
            columns.node.tolist(),
            columns.since.tolist(),
            columns.until.tolist(),
            columns.first_seen.tolist(),
            columns.props,
            strict=True,
        )
        self.claims = [
            Claim(claims.sources[source].source, since, until, seen, json.loads(props))
            for source, row_node, since, until, seen, props in rows
            if claims.ids[row_node] == node and since < until
        ]

    def value(self, name: str, t: int) -> Any:
        """The property at t; of who is listed no more the status says so, and the rest stays as it was."""
        if name == "status" and self.kind in ENDED and self.is_listed(t) is False:
            return ENDED[self.kind]
        return self._claimed(name, t)

    def _claimed(self, name: str, t: int) -> Any:
        valid = [claim for claim in self.claims if claim.since <= t < claim.until and self._may_speak(claim, name, t)]
        if not valid:
            ends = [claim.until for claim in self.claims if claim.until <= t]
            return self._claimed(name, max(ends) - 1) if ends else None
        saying = [claim for claim in valid if claim.says(name)] or valid
        by_then = [claim for claim in saying if claim.since != ALWAYS or claim.first_seen <= t]
        if not by_then:
            earliest = min(claim.first_seen for claim in saying)
            by_then = [claim for claim in saying if claim.first_seen == earliest]
        return self._first(by_then, name).props.get(name)

    def _may_speak(self, claim: Claim, name: str, t: int) -> bool:
        """Not before it was first seen, where another source that is silent by now had said something."""
        return (
            claim.since != ALWAYS
            or claim.first_seen <= t
            or not any(
                other.source != claim.source
                and other.says(name)
                and other.first_seen < claim.first_seen
                and other.until <= t
                for other in self.claims
            )
        )

    def _first(self, claims: list[Claim], name: str) -> Claim:
        chosen = [c for c in claims if c.source in self.authoritative.get(f"{self.kind}.{name}", ())] or claims
        if name == "status" and self.kind in ("Account", "Credential"):
            system = self.node.partition(":")[2].partition("/")[0]
            chosen = [c for c in chosen if c.source.partition(":")[0] == system] or chosen
            words = [c.props.get(name) for c in chosen]
            chosen = next(
                ([c for c in chosen if c.props.get(name) == word] for word in RESTRICTIVE if word in words), chosen
            )
        newest = max(self._opened(c, name) for c in chosen)
        return min((c for c in chosen if self._opened(c, name) == newest), key=lambda c: c.source.encode())

    def _opened(self, claim: Claim, name: str) -> int:
        for before in self.claims:
            follows = (before.source, before.until) == (claim.source, claim.since)
            if follows and before.props.get(name) == claim.props.get(name):
                return self._opened(before, name)
        return claim.first_seen if claim.since == ALWAYS else claim.since

    def is_listed(self, t: int) -> bool | None:
        """True, False after its end, None before its beginning."""
        speaking = [c for c in self.claims if c.source in self.authoritative.get(f"{self.kind}.status", ())]
        speaking = speaking if self.kind == "Identity" else []
        heard = min((self._listed_since(c) for c in speaking), default=None)
        spans = [
            (
                self._listed_since(c),
                c.until if c in speaking or heard is None else min(c.until, heard),
            )
            for c in self.claims
        ]
        spans = [(since, until) for since, until in spans if since < until]
        if any(since <= t < until for since, until in spans):
            return True
        return False if any(until <= t for _, until in spans) else None

    def _listed_since(self, claim: Claim) -> int:
        known_before = any(c.source != claim.source and c.first_seen < claim.first_seen for c in self.claims)
        return claim.first_seen if claim.since == ALWAYS and known_before else claim.since

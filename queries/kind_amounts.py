"""Amounts of nodes in a window, as cost attribution has them: by the dimension whose keys are nodes of their kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.errors import InputError
from graph.money import Money
from graph.reason import Reason
from graph.snapshot import Snapshot
from graph.snapshot.columns import I4
from queries import cost_attribution
from queries.cost_attribution.team_types import TEAM_TYPE

MEASURES = ("cost", "estimate", "included")
# The dimension whose keys are nodes of a kind; groups are workspaces or, where their type says so, teams.
_DIMENSIONS: Mapping[str, tuple[str, ...]] = {
    "Identity": ("identity",),
    "Group": ("workspace", "team"),
    "Account": ("account",),
    "Credential": ("credential",),
    "Application": ("application",),
    "Model": ("model",),
    "McpServer": ("mcp_server",),
    "DataSource": ("data_source",),
}


@dataclass(frozen=True, slots=True)
class NodeAmounts:
    """Per node its amounts in nano-units of one currency; `currency` None: several and none was asked for.

    A node whose kind is no dimension of cost has no amounts. `notes`: what is worth knowing of the amounts.
    """

    currency: str | None
    has_amounts: Sequence[bool]
    nano: Mapping[str, Sequence[int]]
    notes: tuple[Reason, ...]

    def of(self, measure: str) -> Sequence[int] | None:
        """One of MEASURES for every node, 0 where it has none; None where the currency is open."""
        return None if self.currency is None else self.nano[measure]

    def money(self, at: int) -> tuple[Money | None, Money | None, Money | None]:
        """The amounts of one node, in the order of MEASURES."""
        if self.currency is None or not self.has_amounts[at]:
            return (None, None, None)
        cost, estimate, included = (Money(self.nano[measure][at], self.currency) for measure in MEASURES)
        return cost, estimate, included


def amounts_of_kinds(
    snapshot: Snapshot, nodes: I4, days: tuple[int, int], as_of: int, currency: str | None
) -> NodeAmounts:
    """The amounts of some nodes in some days, both inclusive: what their rows of cost attribution hold."""
    position = {int(node): at for at, node in enumerate(nodes.tolist())}
    kinds = [kind for kind in _DIMENSIONS if snapshot.nodes.of(kind, nodes=nodes).any()]
    has_amounts = snapshot.nodes.of(*_DIMENSIONS, nodes=nodes).tolist()
    nano: dict[str, list[int]] = {measure: [0] * len(nodes) for measure in MEASURES}
    notes: dict[Reason, None] = {}
    teams = snapshot.column("type", as_of) == snapshot.value_code("team")
    for kind in kinds:
        for dimension in _DIMENSIONS[kind]:
            params = cost_attribution.Params(
                by=(dimension,), first_day=days[0], last_day=days[1], as_of=as_of, currency=currency
            )
            try:
                answer = cost_attribution.run(snapshot, params)
            except InputError as error:
                if currency is not None:
                    raise
                # The window holds several currencies.
                return NodeAmounts(None, has_amounts, nano, (Reason("CURRENCY", str(error)),))
            currency = answer.ledger.currency
            gaps, worth_knowing = answer.completeness.reasons, answer.completeness.notes
            # Whose teams these are is no question of an inventory.
            notes |= dict.fromkeys(note for note in (*gaps, *worth_knowing) if note.code != TEAM_TYPE)
            for row in answer.rows:
                node = snapshot.index_of(row.key[dimension])
                at = position.get(node, -1)
                if at >= 0 and (kind != "Group" or bool(teams[node]) == (dimension == "team")):
                    for measure in MEASURES:
                        nano[measure][at] += getattr(row, measure).nano
    return NodeAmounts(currency, has_amounts, nano, tuple(notes))

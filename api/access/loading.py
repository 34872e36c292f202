"""What a caller may load over HTTP: runs of their own sources, and decisions that they sign themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import msgspec

from api.access.audit_trail import count_outcomes
from api.access.caller import DECIDE, Caller
from api.errors import Refusal
from api.settings import Settings
from graph.claims import Decision, Record, RunHeader
from graph.decisions import decision_key
from graph.snapshot.ledger import is_instance
from graph.stores.base import Outcome
from loaders.base import NO_RUN, PendingRun

# Whoever may name a prefix of ids at will takes the ids below it.
_ADDRESS = re.compile(r"[^/]+/[^/]+:\d{1,5}")

# Decisions of one load that the audit lists; it counts the rest.
MAX_LISTED = 100


def owned_sources(settings: Settings) -> list[str]:
    """The sources that this server reads or counts itself: each instance of a live connector, and that of spans."""
    live = [
        f"{connector}:{config.instance}"
        for connector in sorted(settings.connectors)
        for config in settings.configs(connector).values()
    ]
    return [*live, f"otlp:{settings.otlp_instance}"]


@dataclass(slots=True)
class BoundedLoad:
    """The runs of one request, checked against what its caller may write, and what came of them.

    `owned`: the sources that this server writes itself; `known`: the sources of the store. After the load: `sources`, in
    the order in which they came, how many records and decisions there were, and the first MAX_LISTED decisions.
    """

    caller: Caller
    owned: Collection[str]
    known: Collection[str] = ()
    sources: dict[str, None] = field(default_factory=dict)
    record_count: int = 0
    decision_count: int = 0
    decisions: list[Decision] = field(default_factory=list)

    def runs(self, runs: Iterator[PendingRun]) -> Iterator[PendingRun]:
        """The runs as they come; raises Refusal (403) at the first that is not the caller's to write."""
        for run in runs:
            if run.header != NO_RUN:
                self.sources[run.header.source] = None
                self.check_source(run.header.source)
                self._check_aliases(run.header)
            run.records = self._signed(run.records)
            yield run

    def summary(self, outcomes: Sequence[Outcome], redact: Callable[[object], object]) -> dict[str, object]:
        """What the audit says of the load; `redact` hashes the ids and values of decisions."""
        counts: dict[str, object] = {"records": self.record_count, "decisions": self.decision_count}
        if self.decisions:
            counts["decided"] = [
                {
                    "decision": decision.kind,
                    "nodes": redact(decision.ids),
                    "value": redact(decision.value) if decision.value is not None else None,
                    "decision_key": decision_key(decision),
                }
                for decision in self.decisions
            ]
        # Those that were refused too.
        return {**count_outcomes(outcomes), **counts, "sources": list(self.sources)}

    def check_source(self, source: str) -> None:
        """Raise Refusal (403) for a source that the caller may not write, or that this server writes itself."""
        if not self.caller.may_write(source):
            prefixes = ", ".join(self.caller.source_prefixes) or "none"
            raise Refusal(
                403,
                "FORBIDDEN",
                f"{self.caller.name} may not write {source!r}; its sources are {prefixes}. Give the token that source, or "
                "name the run after one of them",
            )
        name = next((name for name in self.owned if is_instance(source, name)), None)
        if name is not None:
            raise Refusal(
                403, "FORBIDDEN", f"{source!r} is read by this server itself ({name}); nobody else writes it over HTTP"
            )

    def _check_aliases(self, header: RunHeader) -> None:
        """Refuse (403) other spellings that would give this source the ids of another one."""
        own = header.source.replace(":", "/", 1)
        system = own.partition("/")[0]
        others = {name.replace(":", "/", 1) for name in (*self.known, *self.owned)} - {own}
        for alias, target in header.aliases.items():
            is_own = target == own or target.startswith(f"{own}/")
            if not is_own or alias.partition("/")[0] != system or not _ADDRESS.fullmatch(alias) or alias in others:
                raise Refusal(
                    403,
                    "FORBIDDEN",
                    f"{header.source!r} may not declare that {alias!r} is {target!r}: over HTTP an alias is the "
                    f"address of {own!r}, {system}/host:port, and no other source's name",
                )

    def _signed(self, records: Iterable[tuple[int, Record]]) -> Iterator[tuple[int, Record]]:
        """The records; decisions only of a caller who may decide, and by that caller, whatever the line says."""
        for line, record in records:
            self.record_count += 1
            if isinstance(record, Decision):
                if not self.caller.has(DECIDE):
                    raise Refusal(
                        403,
                        "FORBIDDEN",
                        f"line {line} is a decision, and {self.caller.name} does not have the right {DECIDE}; leave it "
                        "out, or load with a token that has it",
                    )
                self.decision_count += 1
                record = msgspec.structs.replace(record, by=self.caller.name)
                if len(self.decisions) < MAX_LISTED:
                    self.decisions.append(record)
            yield line, record

"""Builder of runs: from the pages of one source to its PendingRun, complete, partial or failed.

Every connector builds its runs here:

    run = RunBuilder(context, f"openai:{instance}")
    for page in pages:
        if run.add_page(page):
            ...                                      # read page.body; errors.collect(...) into run.errors
    yield run.finish(claims, Coverage(kinds), usage) if run.has_pages else run.failed()

`finish` takes claims in any order, drops equal ones and rejects contradictions; `finish_claims` takes a `Claims` builder,
which has merged them already. Connectors with records in an order of their own call `pending`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.claims import Edge, EventOwner, Node, Record, RunHeader, Usage, UsageEvent
from graph.errors import RecordError
from graph.reason import Reason
from loaders.base import Context, Page, PendingRun
from loaders.claims.builder import Claims
from loaders.claims.coverage import Coverage, Days
from loaders.saved.fields import ErrorCollector

# An origin names so many files.
_ORIGINS = 3


@dataclass(slots=True)
class ReadUsage:
    """Usage rows of a run, the days that they and its charges cover, the checkpoint, and why they do not cover more.

    `events`: whose the events of the rows are, and those that leave it open, which are rows of their own.
    """

    rows: list[Usage] = field(default_factory=list)
    days: Days | None = None
    checkpoint: str | None = None
    reasons: list[Reason] = field(default_factory=list)
    charge_days: Days | None = None
    events: list[UsageEvent | EventOwner] = field(default_factory=list)


@dataclass(slots=True)
class RunBuilder:
    """One run of one source.

    `origins` are the files, or the source itself if it was read live, in the order of their first page. `failures` are
    those of pages. `has_pages`: at least one page came with a body.
    """

    context: Context
    source: str
    errors: ErrorCollector = field(init=False)
    origins: list[str] = field(default_factory=list)
    failures: list[Reason] = field(default_factory=list)
    has_pages: bool = False

    def __post_init__(self) -> None:
        self.errors = ErrorCollector(strict=self.context.lenient is False)

    def add_page(self, page: Page) -> bool:
        """Note where a page is from, and its failure; whether it has a body to read."""
        self.add_origin(page)
        if page.failure is not None:
            self.failures.append(page.failure)
            return False
        self.has_pages = True
        return True

    def add_origin(self, page: Page) -> None:
        """Note where a page is from."""
        origin = self.source if page.document is None else page.document.display_path
        if origin not in self.origins:
            self.origins.append(origin)

    def failed(self) -> PendingRun:
        """The run of which nothing usable came; it writes nothing."""
        return failed_run(self.context, self.source, self.failures)

    def finish(self, claims: Iterable[Node | Edge], coverage: Coverage, usage: ReadUsage) -> PendingRun:
        """The run of claims and usage rows in any order. Claims that contradict each other withdraw every kind."""
        known = len(self.errors.messages)
        events = sorted(usage.events, key=_event_order)
        records: list[Record] = [*unique_claims(claims, self.errors), *sorted(usage.rows, key=repr), *events]
        kinds = coverage.kinds if len(self.errors.messages) == known else ()
        return self.pending(records, Coverage(kinds, coverage.reasons), usage)

    def finish_claims(self, claims: Claims, coverage: Coverage) -> PendingRun:
        """The run of merged claims. A rejected entry withdraws every kind: nobody knows what it would have said."""
        kinds = () if self.errors.messages else coverage.kinds
        return self.pending(claims.records(), Coverage(kinds, coverage.reasons), ReadUsage())

    def pending(self, records: Iterable[Record], coverage: Coverage, usage: ReadUsage) -> PendingRun:
        """The run of records in their final order; the rows of `usage` are among them."""
        header = RunHeader(
            source=self.source,
            observed_at=self.context.observed_at,
            complete=coverage.kinds,
            usage=usage.days,
            charges=usage.charge_days,
        )
        covered_days = (("usage", usage.days), ("charges", usage.charge_days))
        return PendingRun(
            header=header,
            records=[(0, record) for record in records],
            origin=origin_of(self.origins),
            rejected=self.errors.messages,
            reasons=[*coverage.reasons, *usage.reasons],
            complete=(*coverage.kinds, *(scope for scope, days in covered_days if days is not None)),
            checkpoint=usage.checkpoint,
            lenient=self.context.lenient is not False,
        )


def claims_run(
    claims: Claims, context: Context, source: str, origins: Sequence[str], errors: ErrorCollector, coverage: Coverage
) -> PendingRun:
    """`RunBuilder.finish_claims` for a connector that keeps its own origins and errors."""
    builder = RunBuilder(context, source, list(origins))
    builder.errors = errors
    return builder.finish_claims(claims, coverage)


def failed_run(context: Context, source: str, reasons: Sequence[Reason]) -> PendingRun:
    """The run of which nothing usable came; it writes nothing. Reasons of one code keep it, several are FETCH_FAILED."""
    codes = {reason.code for reason in reasons}
    details = "; ".join(sorted({reason.detail for reason in reasons}))
    failure = Reason(codes.pop() if len(codes) == 1 else "FETCH_FAILED", details or "no page came")
    header = RunHeader(source=source, observed_at=context.observed_at)
    return PendingRun(header=header, records=(), origin=source, failure=failure, lenient=context.lenient is not False)


def _event_order(record: UsageEvent | EventOwner) -> tuple[bytes, str]:
    """By key; two owners of events that are alike but for whose they are have one key, and are told apart."""
    if isinstance(record, UsageEvent):
        return record.key, ""
    return record.keys, repr((record.principal, record.workspace, record.detail))


def origin_of(origins: Sequence[str]) -> str:
    """The first origins as one text."""
    return ", ".join(origins[:_ORIGINS]) + (", ..." if len(origins) > _ORIGINS else "")


def unique_claims(claims: Iterable[Node | Edge], errors: ErrorCollector) -> list[Node | Edge]:
    """Each claim once, in an order that does not depend on the order given; contradictions go to `errors`."""
    unique: dict[tuple[str | int | None, ...], Node | Edge] = {}
    for claim in claims:
        errors.collect(_add_claim, unique, claim)
    return [unique[key] for key in sorted(unique, key=repr)]


def _add_claim(unique: dict[tuple[str | int | None, ...], Node | Edge], claim: Node | Edge) -> None:
    if isinstance(claim, Node):
        key: tuple[str | int | None, ...] = (claim.id,)
    else:
        key = (claim.kind, claim.source, claim.target, claim.since)
    if unique.setdefault(key, claim) != claim:
        label = claim.id if isinstance(claim, Node) else " ".join(map(str, key[:3]))
        raise RecordError(f"{label} comes twice, with different content", remedy="Load answers of one moment together")

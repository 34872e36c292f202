"""This file knows how the pages of one Cursor team become runs: which records, and which scopes they prove."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.claims import Edge, Node, Record, RunHeader, Usage
from graph.errors import RecordError
from graph.moment import day_of
from graph.reason import Reason
from loaders.base import Context, Page, PendingRun
from loaders.connectors.cursor import tool
from loaders.connectors.cursor.access import RESTRICTED, grants, read_allowed
from loaders.connectors.cursor.calls import FORBIDDEN
from loaders.connectors.cursor.event import service_accounts
from loaders.connectors.cursor.field import Entry
from loaders.connectors.cursor.group import Stay, group_node, membership, read_stay
from loaders.connectors.cursor.live import LiveUsage
from loaders.connectors.cursor.member import Directory, Member, account_node, read_member, seat
from loaders.connectors.cursor.model import model_node
from loaders.connectors.cursor.saved import SavedUsage
from loaders.connectors.cursor.shape import (
    ACCESS,
    EVENTS,
    GROUPS,
    MEMBERS,
    TEAM_TOOLS,
    TOOLS,
    body_of,
    call_of,
    instance_of,
)
from loaders.connectors.cursor.told import Told
from loaders.saved.fields import ErrorCollector

# What a call that came whole lets its run retire.
_SCOPES = {MEMBERS: ("Application", "Account", "ACCOUNT_IN"), GROUPS: ("Group", "MEMBER_OF")}
_USAGE = (EVENTS, TOOLS, TEAM_TOOLS)


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per team, one more for the models it allows, and one for the service accounts that its events name.

    Live pages are read one by one and not kept; the records of a run are built when its pages are through.
    """
    teams: dict[str, Team] = {}
    for page in pages:
        given = context.source.partition(":")[2] if context.source else ""
        instance = given or instance_of(page)
        if instance not in teams:
            teams[instance] = Team(instance, context)
        teams[instance].add(page)
    for instance in sorted(teams):
        yield from teams[instance].drafts()


class Team:
    """What the pages of one team say."""

    def __init__(self, instance: str, context: Context) -> None:
        self._instance, self._context = instance, context
        self._source = context.source or f"cursor:{instance}"
        self._application = f"Application:cursor/{instance}"
        self._errors = ErrorCollector(strict=context.lenient is False)
        self._members: list[Member] = []
        self._groups: list[Node] = []
        self._stays: list[Stay] = []
        self._allowed: list[str] = []
        self._origins: list[str] = []
        self._failures: dict[str, Reason] = {}
        self._whole: set[str] = set()
        self._arrived = False
        self._live = LiveUsage(self._errors, instance)
        self._saved = SavedUsage(self._errors, instance, day_of(context.observed_at))

    def add(self, page: Page) -> None:
        """Take a page in."""
        body = body_of(page)
        call = page.endpoint if page.document is None else call_of(body)
        origin = self._source if page.document is None else page.document.display_path
        if origin not in self._origins:
            self._origins.append(origin)
        self._arrived |= page.failure is None
        if page.document is None and call in _USAGE:
            self._live.add(call, page)
        if page.failure is not None:
            self._failures.setdefault(page.endpoint, page.failure)
            return
        entry = Entry(body, "", page.endpoint if page.document is None else page.document.display_path)
        known = len(self._errors.messages)
        if call == MEMBERS:
            for child in entry.valid_children("teamMembers", self._errors):
                self._members += self._errors.collect(read_member, child)
        elif call == GROUPS:
            self._add_groups(entry)
        elif call == ACCESS:
            self._allowed += read_allowed(entry, self._errors)
        elif call in _USAGE and page.document is not None:
            self._saved.add(call, entry)
        if call in (*_SCOPES, ACCESS) and _is_whole(entry) and len(self._errors.messages) == known:
            self._whole.add(call)

    def drafts(self) -> Iterator[PendingRun]:
        """The runs. Nothing usable at all makes a failed one, which writes nothing."""
        header = RunHeader(source=self._source, observed_at=self._context.observed_at)
        origin = ", ".join(self._origins[:3]) + (", ..." if len(self._origins) > 3 else "")
        lenient = self._context.lenient is not False
        if not self._arrived:
            codes = {failure.code for failure in self._failures.values()}
            details = "; ".join(sorted({failure.detail for failure in self._failures.values()}))
            failed = Reason(codes.pop() if len(codes) == 1 else "FETCH_FAILED", details or "no page came")
            yield PendingRun(header=header, records=(), origin=origin, failure=failed, lenient=lenient)
            return
        told = self._told()
        understood = len(self._errors.messages)
        records = list(self._records(told))
        agreed = len(self._errors.messages) == understood
        complete = self._complete() if agreed else ()
        header = RunHeader(
            source=self._source, observed_at=self._context.observed_at, complete=complete, usage=told.days
        )
        yield PendingRun(
            header=header,
            records=[(0, record) for record in records],
            origin=origin,
            rejected=self._errors.messages,
            reasons=self._reasons(told),
            complete=(*complete, "usage") if told.days is not None else complete,
            checkpoint=told.checkpoint,
            lenient=lenient,
        )
        if self._allowed or ACCESS in self._whole:
            yield self._grants(origin, lenient)
        names = told.ledger.names
        if names:
            # No call lists service accounts. As claims of a source that vouches for no Account they outlive the days
            # on which they are quiet; among the members' claims each such day would report them as deleted.
            header = RunHeader(source=f"{self._source}/service-accounts", observed_at=self._context.observed_at)
            entries: list[tuple[int, Record]] = [(0, node) for node in service_accounts(names)]
            yield PendingRun(header=header, records=entries, origin=origin, lenient=lenient)

    def _grants(self, origin: str, lenient: bool) -> PendingRun:
        # A source of its own, which describes no model: the list is a baseline that others widen, so what was seen in
        # use beyond it still conveys, while what is switched off in it ends.
        complete = ("CAN_USE",) if ACCESS in self._whole else ()
        source, at = f"{self._source}/grants", self._context.observed_at
        header = RunHeader(source=source, observed_at=at, complete=complete)
        reasons = [] if complete else [Reason("INCOMPLETE", f"{ACCESS} did not come whole")]
        entries: list[tuple[int, Record]] = [(0, edge) for edge in grants(self._allowed, self._application)]
        return PendingRun(header=header, records=entries, origin=origin, reasons=reasons, lenient=lenient)

    def _add_groups(self, entry: Entry) -> None:
        found = list(entry.valid_children("groups", self._errors))
        for detail in self._errors.collect(entry.child, "group"):
            found += [detail] if detail is not None else []
        for group in found:
            for node in self._errors.collect(group_node, group):
                self._groups.append(node)
                for name, current in (("currentMembers", True), ("formerMembers", False)):
                    for child in group.valid_children(name, self._errors):
                        self._stays += self._errors.collect(read_stay, node.id, child, current)

    def _told(self) -> Told:
        told, saved = self._live.told(), self._saved.told()
        told.ledger.absorb(saved.ledger)
        told.calls |= saved.calls
        told.days = told.days or saved.days
        told.reasons += saved.reasons
        return told

    def _complete(self) -> tuple[str, ...]:
        whole = set(self._whole) - self._failures.keys()
        if not self._members:
            whole.discard(MEMBERS)
        return tuple(scope for call in sorted(whole & _SCOPES.keys()) for scope in _SCOPES[call])

    def _reasons(self, told: Told) -> list[Reason]:
        reasons = [failure for call, failure in sorted(self._failures.items()) if call not in _USAGE]
        if MEMBERS in self._whole and not self._members:
            reasons.append(
                Reason("NO_MEMBERS", f"{MEMBERS} lists nobody: a team has an owner, so this is not the team")
            )
        lost = self._failures.get(MEMBERS)
        if lost is not None and lost.code != FORBIDDEN:
            reasons.append(
                Reason("USAGE_NOT_READ", "usage waits for the members: without them nobody knows whose it is")
            )
        reasons += told.reasons
        if told.ledger.unpriced():
            text = f"{told.ledger.unpriced():,} chargeable usage events say no cost (chargedCents)"
            reasons.append(Reason("COST_MISSING", text))
        return reasons

    def _records(self, told: Told) -> Iterator[Record]:
        """The records in an order that does not depend on the order of pages and entries."""
        directory = Directory(self._members)
        claims: dict[tuple[str | int | None, ...], Node | Edge] = {}
        for claim in self._claims(told, directory):
            self._errors.collect(_put, claims, claim)
        yield from (claims[key] for key in sorted(claims, key=repr))
        rows: list[Usage] = list(told.ledger.usage(directory, self._application))
        rows += tool.usage(told.calls, directory, self._instance, self._application)
        yield from sorted(rows, key=repr)

    def _claims(self, told: Told, directory: Directory) -> Iterator[Node | Edge]:
        yield Node(id=self._application, name=f"Cursor {self._instance}", props={"vendor": "Cursor"})
        for member in self._members:
            yield account_node(member)
            held = seat(member, self._application)
            if held is not None:
                yield held
        yield from self._groups
        for stay in self._stays:
            yield membership(stay, directory)
        for model in {*told.ledger.models(), *self._allowed}:
            yield model_node(model)
        yield from tool.seen(told.calls, self._instance)


def _is_whole(body: Entry) -> bool:
    """Whether an answer is all of its list: not a group's own page, and not a word that all models are allowed."""
    if "state" in body.body:
        return body.body["state"] == RESTRICTED and "providers" in body.body
    return "group" not in body.body


def _put(claims: dict[tuple[str | int | None, ...], Node | Edge], claim: Node | Edge) -> None:
    """Keep a claim once. Raises RecordError if the pages contradict each other."""
    if isinstance(claim, Node):
        key: tuple[str | int | None, ...] = (claim.id,)
    else:
        key = (claim.kind, claim.source, claim.target, claim.since)
    if claims.setdefault(key, claim) != claim:
        raise RecordError(
            f"{claim.id if isinstance(claim, Node) else ' '.join(map(str, key[:3]))} comes twice, with different content",
            remedy="Load answers of one moment together",
        )

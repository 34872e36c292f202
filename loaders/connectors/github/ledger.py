"""Ledger of daily reports and bills: which days have usage and cost, which are covered, and why not more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.claims import Charge, Usage
from graph.moment import read_day
from graph.reason import Reason
from loaders.base import Page
from loaders.claims.coverage import Days, contiguous_days, format_days
from loaders.connectors.github import bills as bill
from loaders.connectors.github import usage_report as report
from loaders.connectors.github.checkpoint import Checkpoint
from loaders.connectors.github.recognize import BILL, CREDITS, DAILY, PREMIUM, REPORT, rows_of
from loaders.live.pagination import FORBIDDEN, WHOLE
from loaders.saved.fields import ErrorCollector, FieldReader

OK, ABSENT, FAILED, REJECTED = "ok", "absent", "failed", "spoiled"


@dataclass(frozen=True, slots=True)
class FetchPlan:
    """The days and parts that a live run was to read; `before` is the checkpoint that it started from."""

    days: Days
    before: Checkpoint
    copilot: bool
    billing: bool
    tokens: bool

    @property
    def names(self) -> tuple[str, ...]:
        """The reports that were to be read."""
        return tuple(name for name in DAILY if (self.copilot if name == REPORT else self.billing))


@dataclass(slots=True)
class DayVerdict:
    """The days to store and those that are covered, how far the next run goes back, what answered, and why not more."""

    days: list[int] = field(default_factory=list)
    usage: Days | None = None
    charges: Days | None = None
    last_day: int | None = None
    again: bool = False
    answered: set[str] = field(default_factory=set)
    reasons: list[Reason] = field(default_factory=list)


class DailyLedger:
    """The reports and bills of one organisation, day by day."""

    def __init__(self, org: str, errors: ErrorCollector) -> None:
        self._org, self._errors = org, errors
        self._users: dict[int, list[report.UserDay]] = defaultdict(list)
        # By day and bill: the lines of everybody, by page key (the cost centre), and those of single persons.
        self._lines: dict[tuple[int, str], dict[str, list[bill.BillLine]]] = defaultdict(dict)
        self._persons: dict[tuple[int, str], dict[str, list[bill.BillLine]]] = defaultdict(dict)
        self._periods: dict[tuple[Days, str], list[bill.BillLine]] = {}
        # By day and bill: the lines of each exported file.
        self._exported: dict[tuple[int, str], dict[str, list[bill.BillLine]]] = defaultdict(dict)
        self._states: dict[tuple[int, str], str] = {}
        self._status: dict[tuple[int, str], Any] = {}
        self._failures: dict[tuple[int, str], Reason] = {}
        self._refused: dict[str, Reason] = {}
        self._contradictions: dict[str, None] = {}

    def add(self, name: str, page: Page, file: str) -> None:
        """Add a page of a report or a bill."""
        day = read_day(page.request["day"]) if "day" in page.request else None
        if page.failure is not None:
            if page.failure.code == FORBIDDEN or day is None:
                self._refused.setdefault(name, page.failure)
            else:
                self._states[day, name], self._failures[day, name] = FAILED, page.failure
        elif page.request.get(WHOLE):
            assert day is not None
            absent = page.request.get("absent")
            self._states.setdefault((day, name), ABSENT if absent else OK)
            self._status[day, name] = absent
        else:
            known = len(self._errors.messages)
            (self._read_report if name == REPORT else self._read_bill)(name, page, file, day)
            if day is not None and len(self._errors.messages) > known:
                self._states.setdefault((day, name), REJECTED)

    def add_exported(self, line: bill.BillLine, file: str) -> None:
        """Add a line of an exported report."""
        self._exported[line.days[0], line.bill].setdefault(file, []).append(line)

    def has_rows(self) -> bool:
        """Whether anything was used or billed at all."""
        return bool(self._users or self._lines or self._persons or self._periods or self._exported)

    def verdict(self, plan: FetchPlan | None) -> DayVerdict:
        """Which days to store and to cover. Without a plan (saved answers) all are stored and none is covered."""
        if plan is None:
            by_day = (self._lines, self._persons, self._exported)
            days = {*self._users, *(day for bills in by_day for day, _ in bills)}
            reasons = [Reason("CONTRADICTION", text) for text in self._contradictions]
            return DayVerdict(days=sorted(days), reasons=reasons)
        verdict = DayVerdict(reasons=[Reason("CONTRADICTION", text) for text in self._contradictions])
        verdict.reasons += [failure for name, failure in sorted(self._refused.items())]
        verdict.answered = {name for (_, name), state in self._states.items() if state in (OK, REJECTED)}
        whole: list[Days] = []
        problems: dict[Reason, list[int]] = defaultdict(list)
        proven: dict[str, list[Days]] = {"usage": [], "charges": []}
        for day in range(plan.days[0], plan.days[1] + 1):
            problem = self._problem(day, plan)
            if problem is not None:
                problems[problem].append(day)
                continue
            verdict.days.append(day)
            if any(self._states.get((day, name)) == REJECTED for name in plan.names):
                continue
            whole.append((day, day))
            for scope, is_proven in self._proofs(day, plan).items():
                proven[scope] += [(day, day)] if is_proven else []
        verdict.reasons += [
            Reason(
                problem.code,
                f"usage of {format_days((days[0], days[-1]))}, {len(days)} days, is missing: {problem.detail}",
            )
            for problem, days in problems.items()
        ]
        begin = plan.days[0]
        verdict.usage, verdict.charges = (
            contiguous_days(proven["usage"], begin),
            contiguous_days(proven["charges"], begin),
        )
        verdict.reasons += self._never_reported(plan)
        end = contiguous_days(whole, begin)
        known = [day for day in (plan.before.last_day, end and end[1]) if day is not None]
        verdict.last_day = max(known, default=None)
        # What answers for the first time is missing from the days before, until they were read again to the last.
        is_new = plan.before.last_day is not None and bool(verdict.answered - plan.before.parts)
        verdict.again = is_new or (plan.before.again and (end is None or end[1] < plan.days[1]))
        return verdict

    def usage(self, days: list[int], logins: Mapping[str, str]) -> Iterator[Usage]:
        """The rows of these days."""
        for day in days:
            for row in report.merged(self._users.get(day, ())):
                yield from report.usage_of(row, self._org, logins)
            reported = set()
            for name in (PREMIUM, CREDITS):
                lines = self._lines_of(day, name)
                reported |= {name} if lines else set()
                yield from bill.parts_of(lines, self._persons_of(day, name), self._org)
            for line in bill.undetailed_lines(self._lines_of(day, BILL), reported):
                if not line.is_seat:
                    yield bill.usage_of(line, self._org)

    def charges(self, days: list[int]) -> Iterator[Charge]:
        """The seats of these days, and what saved bills say of whole months or years."""
        lines = [(line, "seat") for day in days for line in self._lines_of(day, BILL) if line.is_seat]
        periods = self._whole_periods()
        lines += [(line, "usage") for period_lines in periods.values() for line in period_lines]
        for line, category in lines:
            charge = bill.charge_of(line, self._org, category)
            if charge is not None:
                yield charge
        # A month's bill is compared with all usage of its days; what another report has on them comes on top of it.
        for day in days:
            if any(first <= day <= last for (first, last), _ in periods):
                yield from bill.charges_beside(self._lines_beside(day, periods), self._org)

    def _whole_periods(self) -> dict[tuple[Days, str], list[bill.BillLine]]:
        """The saved bills of months and years, without those of a month that lies in the year of another."""
        return {
            (days, name): lines
            for (days, name), lines in self._periods.items()
            if not any(
                other != days and other_name == name and other[0] <= days[0] and days[1] <= other[1]
                for other, other_name in self._periods
            )
        }

    def _lines_beside(self, day: int, periods: Iterable[tuple[Days, str]]) -> Iterator[bill.BillLine]:
        """The lines of a day that are usage and in the bill of none of these periods."""
        billed = {name for (first, last), name in periods if first <= day <= last}
        reported = {name for name in (PREMIUM, CREDITS) if self._lines_of(day, name)}
        for name in sorted(reported - billed):
            yield from self._lines_of(day, name)
        for line in bill.undetailed_lines(self._lines_of(day, BILL), reported):
            if not line.is_seat and line.detailed_in not in billed:
                yield line

    def servers(self, days: list[int]) -> list[str]:
        """The names of the MCP servers that were called on these days."""
        return report.servers_of(row for day in days for row in self._users.get(day, ()))

    def _lines_of(self, day: int, name: str) -> list[bill.BillLine]:
        """Everybody's lines: the same dollars are in an answer and in an export, which may name who caused them."""
        answered = [line for lines in self._lines.get((day, name), {}).values() for line in lines]
        exported = self._exported_lines(day, name)
        has_users = name == BILL and any(line.user for line in exported)
        return exported if has_users or not answered else answered

    def _persons_of(self, day: int, name: str) -> Mapping[str, list[bill.BillLine]]:
        """Each person's lines, as answers or an export have them."""
        persons = self._persons.get((day, name))
        if persons:
            return persons
        by_user: dict[str, list[bill.BillLine]] = defaultdict(list)
        for line in self._exported_lines(day, name):
            if line.user:
                by_user[line.user].append(line)
        return by_user

    def _exported_lines(self, day: int, name: str) -> list[bill.BillLine]:
        """The lines of the fullest export that has the day: exports overlap."""
        exports = self._exported.get((day, name), {})
        fullest = max(exports, key=lambda file: (len(exports[file]), file), default=None)
        return [] if fullest is None else exports[fullest]

    def _read_report(self, name: str, page: Page, file: str, day: int | None) -> None:
        for index, row_body in enumerate(rows_of(page.body)):
            line = page.request.get("line", 0)
            for row in self._errors.collect(self._user_day, row_body, (f"[{index}]", file, line), day):
                self._users[row.day].append(row)

    def _user_day(self, raw: object, origin: tuple[str, str, int], day: int | None) -> report.UserDay:
        location, file, line = origin
        holder = FieldReader({location: raw}, "", file, accepts_digits=True, line=line)
        entry = holder.child_or_empty(location)
        row = report.read_user_day(entry, self._errors)
        if day is not None and row.day != day:
            entry.refuse("day", "it is not the requested day")
        return row

    def _read_bill(self, name: str, page: Page, file: str, day: int | None) -> None:
        body = FieldReader(page.body if isinstance(page.body, Mapping) else {}, "", file, accepts_digits=True)
        subjects = self._errors.collect(self._subject_of, name, body, (page.request.get("user"), day))
        if not subjects and day is not None:
            # The answer is about something else: a day without its bill would lose what it had.
            self._failures[day, name] = Reason("CONTRADICTION", f"{name} answered something else than was requested")
            self._states[day, name] = FAILED
        for user, days in subjects:
            lines_by_days: dict[Days, list[bill.BillLine]] = defaultdict(list)
            for line in bill.read_bill(name, body, days, self._errors):
                if _is_of_organization(line, page.request.get("of")):
                    lines_by_days[line.days].append(line)
            for span in lines_by_days or ([days] if days else []):
                self._store(name, span, user, lines_by_days.get(span, []), page.request.get("centre", ""))

    def _subject_of(
        self, name: str, body: FieldReader, requested: tuple[str | None, int | None]
    ) -> tuple[str | None, Days | None]:
        """Whose lines a bill has (None: everybody's) and of which days (None: each line has its own).

        Raises RecordError if they are not the requested ones.
        """
        user, day = requested
        billed_user = (body.text("user") or "").lower() or None
        if user is not None and billed_user != user:
            body.refuse("user", "it is not the requested person")
        if name == BILL:
            return billed_user, None if day is None else (day, day)
        days = bill.period_of(body)
        if day is not None and days != (day, day):
            body.refuse("timePeriod", "it is not the requested day")
        return billed_user, days

    def _store(self, name: str, days: Days, user: str | None, lines: list[bill.BillLine], page_key: str) -> None:
        first, last = days
        if first == last:
            known = self._lines[first, name] if user is None else self._persons[first, name]
            stored = known.setdefault(page_key if user is None else user, lines)
        elif user is None:
            stored = self._periods.setdefault((days, name), lines)
        else:
            # One person's part of a month is in the month's total already.
            return
        if stored != lines:
            self._contradictions[f"{name} tells {format_days(days)} twice, with different content"] = None

    def _problem(self, day: int, plan: FetchPlan) -> Reason | None:
        """Why a day is not stored at all: what it had before is worth more than a part of it."""
        # Days that were not read before have nothing to lose.
        had = plan.before.parts if plan.before.last_day is not None and day <= plan.before.last_day else frozenset()
        for name in plan.names:
            state = self._states.get((day, name))
            if state == FAILED:
                return self._failures[day, name]
            if state is None and (name in had or name not in self._refused):
                return Reason("REPORT_MISSING", f"{name} was not read")
            if state == ABSENT and name in had and self._is_lost(day, name):
                return Reason("REPORT_MISSING", f"{name} is not there any more")
        return None

    def _is_lost(self, day: int, name: str) -> bool:
        """Whether a missing report of a day may no longer be read, rather than being empty."""
        if self._status.get((day, name)) != 404 or any(
            report_name == name and state in (OK, REJECTED) for (_, report_name), state in self._states.items()
        ):
            return False
        return name in (REPORT, BILL) or not any(line.detailed_in == name for line in self._lines_of(day, BILL))

    def _proofs(self, day: int, plan: FetchPlan) -> dict[str, bool]:
        """Which scopes cover a stored day: usage by the report of users, charges by bills that have all dollars."""
        states = {name: self._states.get((day, name)) for name in DAILY}
        seats = states[BILL] == OK
        metered = all(states[name] == OK or (states[name] == ABSENT and seats) for name in (PREMIUM, CREDITS))
        used = plan.copilot and (states[REPORT] == OK or (states[REPORT] == ABSENT and day <= self._last_report()))
        return {"usage": used and (metered or not plan.billing), "charges": plan.billing and seats}

    def _last_report(self) -> int:
        """The last day that has a report: those of later days may still come."""
        return max((day for (day, name), state in self._states.items() if name == REPORT and state == OK), default=-1)

    def _never_reported(self, plan: FetchPlan) -> Iterator[Reason]:
        """Reports that were requested and came for no day at all: nobody knows whether they are empty."""
        for name in plan.names:
            absent_days = [
                day for (day, report_name), state in self._states.items() if report_name == name and state == ABSENT
            ]
            answered = any(state != ABSENT for (_, report_name), state in self._states.items() if report_name == name)
            is_billed_elsewhere = name in (PREMIUM, CREDITS) and any(
                state == OK for (_, report_name), state in self._states.items() if report_name == BILL
            )
            missing = any(self._status.get((day, name)) == 404 for day in absent_days)
            if absent_days and missing and not answered and not is_billed_elsewhere:
                yield Reason(
                    "NO_REPORTS", f"{name} is not there for any day: it may not be switched on, or not be yours to read"
                )


def _is_of_organization(line: bill.BillLine, org: str | None) -> bool:
    """Whether a line is this organisation's; the usage bill of an enterprise has the lines of all organisations."""
    return org is None or line.organization is None or line.organization.lower() == org

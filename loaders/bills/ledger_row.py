"""Rows of a FOCUS file that Remit wrote: `x_Remit` columns say which row of a ledger each was.

They count before all that FOCUS's own columns would be guessed to mean: a ledger that is loaded again is the same ledger.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import msgspec

from graph.check import check
from graph.claims import NO_TOKENS, Charge, Usage
from graph.errors import RecordError
from graph.ontology import CHARGE_CATEGORIES, TOKEN_COUNTERS
from loaders.bills.line import CostLine
from loaders.saved.fields import FieldReader

CATEGORY, APPLICATION, PRINCIPAL = "x_RemitCategory", "x_RemitApplication", "x_RemitPrincipal"
WORKSPACE, RESOURCE, DETAIL = "x_RemitWorkspace", "x_RemitResource", "x_RemitDetail"
REQUESTS, TOKENS = "x_RemitRequests", "x_RemitTokens"
# For who reads the file: where an amount comes from, and which source said so. A file that is loaded is a bill of its own.
BASIS, SOURCE = "x_RemitBasis", "x_RemitSource"
COLUMNS = (APPLICATION, BASIS, CATEGORY, DETAIL, PRINCIPAL, REQUESTS, RESOURCE, SOURCE, TOKENS, WORKSPACE)

# What usage charges of a period are more than its usage rows.
VARIANCE = "variance"
CATEGORIES = ("usage", VARIANCE, *CHARGE_CATEGORIES[1:])


def is_ledger_row(entry: FieldReader) -> bool:
    """Whether a row says which row of a ledger it was."""
    return entry.body.get(CATEGORY) is not None


def ledger_line(entry: FieldReader, line: CostLine) -> CostLine:
    """The line of a ledger's row; of `line` the amount, the currency and the days. Raises RecordError for a bad cell."""
    category = entry.required(CATEGORY)
    if category not in CATEGORIES:
        entry.refuse(CATEGORY, "this is no category of a ledger", f"Use one of {', '.join(CATEGORIES)}")
    application = _exact_text(entry, APPLICATION)
    if category != "usage":
        if application is None:
            entry.refuse(APPLICATION, "a charge needs its application")
        first, last = line.days
        kind = "usage" if category == VARIANCE else category
        charge = Charge(
            application=application, first_day=first, last_day=last, category=kind, cost_nano=0, currency=line.currency
        )
        _check(entry, charge)
        return replace(line, application=application, category=kind)
    usage = Usage(
        resource=_exact_text(entry, RESOURCE) or entry.required(RESOURCE),
        day=line.days[0],
        principal=_exact_text(entry, PRINCIPAL),
        application=application,
        workspace=_exact_text(entry, WORKSPACE),
        requests=entry.count(REQUESTS),
        tokens=_tokens(entry),
        detail=_exact_text(entry, DETAIL),
    )
    _check(entry, usage)
    row = replace(
        line,
        application=application or "",
        category="usage",
        resource=usage.resource,
        principal=usage.principal,
        workspace=usage.workspace,
        requests=usage.requests,
        tokens=usage.tokens,
        detail=usage.detail,
    )
    if not row.is_daily_usage:
        entry.refuse("ChargePeriodStart", "usage of a ledger is of one day of its billing period")
    return row


def _exact_text(entry: FieldReader, name: str) -> str | None:
    """A text as it stands, of any length: an id is no other id without its blanks."""
    raw = entry.body.get(name)
    if raw is not None and not isinstance(raw, str):
        entry.refuse(name, "this is no text")
    return raw


def _check(entry: FieldReader, record: Usage | Charge) -> None:
    """Hold an id of the file to the rules of ids here, where its line is known."""
    try:
        check(record)
    except RecordError as error:
        entry.refuse(f"x_Remit: {error.field}", error.problem, error.remedy)


def _tokens(entry: FieldReader) -> tuple[int, ...]:
    text = entry.text(TOKENS)
    if text is None:
        return NO_TOKENS
    try:
        counts: Mapping[str, Any] = msgspec.json.decode(text, type=dict[str, Any])
    except (msgspec.DecodeError, RecursionError):
        entry.refuse(TOKENS, "this is no JSON object of token counters")
    reader = FieldReader(counts, TOKENS, entry.file, line=entry.line)
    return tuple(reader.count(name) for name in TOKEN_COUNTERS)

"""The form of each record on a line: its tag, its fields, and which are required."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

Text = str | None | UnsetType
Count = int | UnsetType


class RecordLine(msgspec.Struct, tag_field="record", forbid_unknown_fields=True, kw_only=True):
    """What all lines share. UNSET distinguishes a field that is absent from one that is null."""


class DayRange(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """The first and the last day, both inclusive."""

    first: str = msgspec.field(name="from")
    last: str = msgspec.field(name="to")


class Amount(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """What a charge costs; `amount` is text or a number, read as a decimal."""

    amount: msgspec.Raw
    currency: str


class UsageCost(Amount, kw_only=True):
    """What a usage row costs: billed by the provider, or priced from a table of that day."""

    basis: Text = UNSET
    priced_on: Text = UNSET


class EvidenceField(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """Evidence with a reference to its raw form."""

    text: str
    ref: Text = UNSET


class RunLine(RecordLine, tag="run", kw_only=True):
    """A line that starts a run; the lines up to the next run line belong to it."""

    source: str
    observed_at: str
    complete: list[str] | UnsetType = UNSET
    usage: DayRange | UnsetType | None = UNSET
    charges: DayRange | UnsetType | None = UNSET
    aliases: dict[str, str] | UnsetType = UNSET
    promised_age_s: int | UnsetType | None = UNSET
    restore: bool | UnsetType = UNSET
    scopes: dict[str, dict[str, Any]] | UnsetType = UNSET


class NodeLine(RecordLine, tag="node", kw_only=True):
    """A node as the source describes it; `dated`, `retired`, `opened` and `held` belong to restores alone."""

    id: str
    name: Text = UNSET
    props: dict[str, Any] | UnsetType | None = UNSET
    since: Text = UNSET
    until: Text = UNSET
    first_seen: Text = UNSET
    dated: bool | UnsetType = UNSET
    retired: Text = UNSET
    opened: Text = UNSET
    held: bool | UnsetType = UNSET


class EdgeLine(RecordLine, tag="edge", kw_only=True):
    """An edge as the source claims it; `dated`, `declared`, `retired` and `held` belong to restores alone."""

    kind: str
    source: str
    target: str
    permission: Text = UNSET
    since: Text = UNSET
    until: Text = UNSET
    first_seen: Text = UNSET
    evidence: str | EvidenceField | UnsetType | None = UNSET
    alias: Text = UNSET
    dated: bool | UnsetType = UNSET
    declared: Text = UNSET
    retired: Text = UNSET
    held: bool | UnsetType = UNSET


class UsageLine(RecordLine, tag="usage", kw_only=True):
    """What one principal used of one resource on one UTC day.

    `raw` and `group_by` are the provider's own; `detail` is a text that an export keeps as it is, `held` belongs to
    restores alone. `event`, 32 hexadecimal digits: the row is this one event, and what it leaves open of whose it is (no
    principal, no workspace) it takes from an earlier reading of the event.
    """

    resource: str
    day: str
    principal: Text = UNSET
    application: Text = UNSET
    workspace: Text = UNSET
    requests: Count = UNSET
    tokens: dict[str, int] | UnsetType | None = UNSET
    chargeable: bool | UnsetType | None = UNSET
    cost: UsageCost | UnsetType | None = UNSET
    raw: msgspec.Raw | UnsetType = UNSET
    group_by: list[str] | UnsetType | None = UNSET
    detail: Text = UNSET
    event: Text = UNSET
    held: bool | UnsetType = UNSET


class EventsLine(RecordLine, tag="events", kw_only=True):
    """Whose events of a UTC day are that usage rows have added up, for later readings that leave it open.

    `keys`: 32 hexadecimal digits for each event, one after the other; `detail` is that of the usage row.
    """

    day: str
    keys: str
    principal: Text = UNSET
    workspace: Text = UNSET
    detail: Text = UNSET
    held: bool | UnsetType = UNSET


class ChargeLine(RecordLine, tag="charge", kw_only=True):
    """A line of an invoice or cost report, for the days `from` to `to`, both inclusive."""

    application: str
    first: str = msgspec.field(name="from")
    last: str = msgspec.field(name="to")
    category: str
    cost: Amount
    description: Text = UNSET


class TombstoneLine(RecordLine, tag="gone", kw_only=True):
    """An id that the source reports as gone."""

    id: str


class DecisionLine(RecordLine, tag="decision", kw_only=True):
    """What a person decided; may stand anywhere."""

    kind: str
    ids: list[str]
    by: str
    at: str
    why: Text = UNSET
    value: Text = UNSET


LINES: dict[str, type[RecordLine]] = {
    "run": RunLine,
    "node": NodeLine,
    "edge": EdgeLine,
    "usage": UsageLine,
    "events": EventsLine,
    "charge": ChargeLine,
    "gone": TombstoneLine,
    "decision": DecisionLine,
}

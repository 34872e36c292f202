"""This file knows Amazon Bedrock's model invocation logs: how many tokens who used of which model, and what that would cost.

JSON Lines of S3, gzipped or not, and exports of CloudWatch. They tell tokens and no money: rows are priced by the public table
of the day and are not chargeable, since the AWS bill charges for the same calls. A model that the table does not know stays
unpriced. Prompts and answers in the logs are never kept. A call that two files tell counts once. Logs replace the days that
they mention: load all files of a day together. The application is `aws/<account>`, or what --source calls it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from graph.claims import Record, RunHeader, Usage
from graph.moment import DAY
from graph.ontology import TOKEN_COUNTERS
from graph.reason import Reason
from loaders.base import Context, Document, Page, PendingRun
from loaders.bills.files import first_line, read_json_lines
from loaders.bills.line import account_name, display_text
from loaders.bills.principals import Tags, arn_principal_id
from loaders.bills.vendors import application_node
from loaders.claims.builder import usage_detail
from loaders.claims.run import failed_run
from loaders.models.names import UNNAMED, model_node
from loaders.models.prices import priced
from loaders.saved.fields import ErrorCollector, FieldReader

NAME, VENDOR = "bedrock_logs", "Amazon Web Services"
_SCHEMA = "ModelInvocationLog"
_LINE = re.compile(rb'"schemaType"\s*:\s*"ModelInvocationLog"')
# What is read from a cache or written to it is counted beside the input.
_COUNTS: Mapping[str, tuple[str, ...]] = {
    "uncached_input": ("inputTokenCount",),
    "cache_read": ("cacheReadInputTokenCount", "cacheReadInputTokens"),
    "cache_write": ("cacheWriteInputTokenCount", "cacheWriteInputTokens"),
}
# Where the log itself does not count the cache, the model's own answer may.
_ANSWERED: Mapping[str, tuple[str, ...]] = {
    "cache_read": ("cache_read_input_tokens", "cacheReadInputTokens", "cacheReadInputTokenCount"),
    "cache_write": ("cache_creation_input_tokens", "cacheWriteInputTokens", "cacheWriteInputTokenCount"),
}


@dataclass(slots=True)
class _Sum:
    """What equal calls add up to."""

    requests: int = 0
    tokens: list[int] = field(default_factory=lambda: [0] * len(TOKEN_COUNTERS))
    nano: int = 0
    rounded: bool = False

    def add(self, call: Usage) -> None:
        self.requests += call.requests
        self.tokens = [held + count for held, count in zip(self.tokens, call.tokens, strict=True)]
        self.nano += call.cost_nano or 0
        self.rounded |= call.rounded


# Of each account the rows but for their counts, and what they add up to.
_Logs = defaultdict[str, defaultdict[Usage, _Sum]]


def recognize(document: Document) -> bool:
    """Objects whose schemaType is ModelInvocationLog: one, a list of them, or one per line."""
    if document.format == "json":
        found = document.content if isinstance(document.content, list) else [document.content]
        return bool(found) and isinstance(found[0], Mapping) and found[0].get("schemaType") == _SCHEMA
    return _LINE.search(first_line(document)) is not None


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per account."""
    errors, seen = ErrorCollector(strict=context.lenient is False), set[int]()
    logs: _Logs = defaultdict(lambda: defaultdict(_Sum))
    origins: list[str] = []
    for document in (page.document for page in pages if page.document is not None):
        origins.append(document.display_path)
        instance = account_name(context)
        for entry in _calls(document, errors):
            errors.collect(_take, entry, instance, logs, seen)
    if not logs:
        reason = Reason("REFUSED_ENTRIES", "; ".join(errors.messages[:3]) or "the logs hold no call")
        yield failed_run(context, context.source or f"{NAME}:default", [reason])
    for place, instance in enumerate(sorted(logs)):
        yield PendingRun(
            header=RunHeader(source=context.source or f"{NAME}:{instance}", observed_at=context.observed_at),
            records=[(0, record) for record in _records(logs[instance], instance)],
            origin=", ".join(origins[:3]),
            rejected=list(errors.messages) if place == 0 else [],
            complete=(),
            lenient=context.lenient is not False,
        )


def _calls(document: Document, errors: ErrorCollector) -> Iterator[FieldReader]:
    if document.format != "json":
        yield from read_json_lines(document, errors)
        return
    found = document.content if isinstance(document.content, list) else [document.content]
    yield from FieldReader({"calls": found}, "", document.display_path).valid_children("calls", errors)


def _take(entry: FieldReader, instance: str | None, logs: _Logs, seen: set[int]) -> None:
    """Take a call in. Raises RecordError, naming the field, for one that cannot be read."""
    if entry.body.get("schemaType") not in (None, _SCHEMA):
        return
    at = entry.moment("timestamp")
    if at is None:
        entry.refuse("timestamp", "a call needs its time")
    account, call = entry.text("accountId"), entry.text("requestId")
    tokens = _tokens(entry)
    arn = entry.child_or_empty("identity").text("arn")
    # Metadata of a request are texts that its caller chose: those that name somebody are kept, nothing else is.
    tags = Tags(entry.body.get("requestMetadata"))
    raw: dict[str, Any] = {"report": NAME}
    raw |= {name: told for name in ("operation", "inferenceRegion") if (told := display_text(entry.body.get(name)))}
    raw |= {"iam_principal": arn} if arn else {}
    raw |= {name: told for name, told in (("user", tags.user), ("agent", tags.agent), ("team", tags.team)) if told}
    name = instance or account or "default"
    row = Usage(
        resource=f"Model:bedrock/{_model(entry.text('modelId'))}",
        day=at // DAY,
        principal=arn_principal_id(arn) if arn else None,
        application=f"Application:aws/{name}",
        workspace=f"Group:aws/{account}" if account else None,
        detail=usage_detail(raw, None),
    )
    if call is not None and _is_known(seen, hash((account, call))):
        return
    one = priced(msgspec.structs.replace(row, requests=1, tokens=tokens))
    slot = msgspec.structs.replace(
        row, currency=one.currency, basis=one.basis, priced_on=one.priced_on, chargeable=False
    )
    logs[name][slot].add(one)


def _is_known(seen: set[int], call: int) -> bool:
    known = call in seen
    seen.add(call)
    return known


def _tokens(entry: FieldReader) -> tuple[int, ...]:
    """The counters of a call, from the log's own counts; nothing else of what was said is looked at."""
    told, answered = entry.child_or_empty("input"), entry.child_or_empty("output")
    counts = {name: _count(told, names) or 0 for name, names in _COUNTS.items()}
    body = answered.body.get("outputBodyJson")
    used = body.get("usage") if isinstance(body, Mapping) else None
    if isinstance(used, Mapping):
        usage = FieldReader(used, "output.outputBodyJson.usage", entry.file, line=entry.line)
        for name, names in _ANSWERED.items():
            counts[name] = counts[name] or _count(usage, names) or 0
    counts["output"] = answered.count("outputTokenCount")
    return tuple(counts.get(name, 0) for name in TOKEN_COUNTERS)


def _count(entry: FieldReader, names: tuple[str, ...]) -> int | None:
    return next((count for name in names if (count := entry.non_negative_int(name)) is not None), None)


def _model(told: str | None) -> str:
    """The model's id, also out of its ARN; a profile of an application's own stays a name of its own."""
    if told is None:
        return UNNAMED
    resource = told.split(":", 5)[5] if told.startswith("arn:") and told.count(":") >= 5 else told
    kind, slash, name = resource.partition("/")
    return name if slash and kind in ("foundation-model", "inference-profile") else resource


def _records(log: Mapping[Usage, _Sum], instance: str) -> Iterator[Record]:
    rows = [
        msgspec.structs.replace(
            slot,
            requests=sums.requests,
            tokens=tuple(sums.tokens),
            cost_nano=sums.nano if slot.currency is not None else None,
            rounded=sums.rounded,
        )
        for slot, sums in log.items()
    ]
    yield application_node(f"Application:aws/{instance}", VENDOR)
    yield from (model_node(resource) for resource in sorted({row.resource for row in rows}))
    yield from sorted(rows, key=repr)

"""Amazon Bedrock's model invocation logs: how many tokens of which model each caller used, and what that would cost.

JSON Lines of S3, gzipped or not, and exports of CloudWatch. They hold tokens and no money: rows are priced by the public table
of the day, and are estimates on days for which the AWS bill is loaded too. A model that the table does not know stays
unpriced. Prompts and answers in the logs are never kept. A call that is in two files counts once. Logs replace the days that
they mention: load all files of a day together. The application is `aws/<account>`, or what --source calls it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import msgspec

from graph.claims import Record, Usage
from graph.moment import DAY
from graph.ontology import TOKEN_COUNTERS
from graph.reason import Reason
from loaders.base import Context, Document, Page, PendingRun
from loaders.bills.files import first_line, read_json_lines
from loaders.bills.line import account_name, row_detail
from loaders.bills.principals import Tags, arn_principal_id
from loaders.bills.vendors import application_node
from loaders.claims.coverage import Coverage
from loaders.claims.run import ReadUsage, RunBuilder, failed_run
from loaders.claims.tags import tag_nodes
from loaders.models.names import UNNAMED, model_node
from loaders.models.prices import priced
from loaders.saved.fields import ErrorCollector, FieldReader

NAME, VENDOR = "bedrock_logs", "Amazon Web Services"
_SCHEMA = "ModelInvocationLog"
_JSON_LINE = re.compile(rb'"schemaType"\s*:\s*"ModelInvocationLog"')
# Tokens that are read from a cache or written to it are counted beside the input.
_LOG_COUNTS: Mapping[str, tuple[str, ...]] = {
    "uncached_input": ("inputTokenCount",),
    "cache_read": ("cacheReadInputTokenCount", "cacheReadInputTokens"),
    "cache_write": ("cacheWriteInputTokenCount", "cacheWriteInputTokens"),
}
# Where the log itself does not count the cache, the model's own answer may.
_ANSWER_COUNTS: Mapping[str, tuple[str, ...]] = {
    "cache_read": ("cache_read_input_tokens", "cacheReadInputTokens", "cacheReadInputTokenCount"),
    "cache_write": ("cache_creation_input_tokens", "cacheWriteInputTokens", "cacheWriteInputTokenCount"),
}


@dataclass(slots=True)
class _CallSum:
    """What equal calls add up to."""

    requests: int = 0
    tokens: list[int] = field(default_factory=lambda: [0] * len(TOKEN_COUNTERS))
    nano: int = 0
    rounded: bool = False

    def add(self, call: Usage) -> None:
        self.requests += call.requests
        self.tokens = [total + count for total, count in zip(self.tokens, call.tokens, strict=True)]
        self.nano += call.cost_nano or 0
        self.rounded |= call.rounded


@dataclass(slots=True)
class _InvocationLogs:
    """All calls of one command. `accounts`: by account the rows but for their counts, and what these add up to."""

    accounts: defaultdict[str, defaultdict[Usage, _CallSum]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(_CallSum))
    )
    seen_calls: set[int] = field(default_factory=set)

    def is_duplicate(self, account: str | None, request_id: str | None) -> bool:
        """Whether a call was seen before; one without an id never was."""
        if request_id is None:
            return False
        call = hash((account, request_id))
        is_seen = call in self.seen_calls
        self.seen_calls.add(call)
        return is_seen


def recognize(document: Document) -> bool:
    """Objects whose schemaType is ModelInvocationLog: one, a list of them, or one per line."""
    if document.format == "json":
        entries = document.content if isinstance(document.content, list) else [document.content]
        return bool(entries) and isinstance(entries[0], Mapping) and entries[0].get("schemaType") == _SCHEMA
    return _JSON_LINE.search(first_line(document)) is not None


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per account."""
    errors, logs = ErrorCollector(strict=context.lenient is False), _InvocationLogs()
    origins: list[str] = []
    for document in (page.document for page in pages if page.document is not None):
        origins.append(document.display_path)
        for entry in _calls(document, errors):
            errors.collect(_add_call, entry, account_name(context), logs)
    if not logs.accounts:
        reason = Reason("REFUSED_ENTRIES", "; ".join(errors.messages[:3]) or "the logs hold no call")
        yield failed_run(context, context.source or f"{NAME}:default", [reason])
    for index, (account, sums) in enumerate(sorted(logs.accounts.items(), key=lambda item: item[0])):
        run = RunBuilder(context, context.source or f"{NAME}:{account}", origins[:3])
        # A call that could not be read has no certain account: the first run lists it.
        run.errors.messages += errors.messages if index == 0 else []
        yield run.pending(_records(sums, account), Coverage(), ReadUsage())


def _calls(document: Document, errors: ErrorCollector) -> Iterator[FieldReader]:
    if document.format != "json":
        yield from read_json_lines(document, errors)
        return
    entries = document.content if isinstance(document.content, list) else [document.content]
    yield from FieldReader({"calls": entries}, "", document.display_path).valid_children("calls", errors)


def _add_call(entry: FieldReader, instance: str | None, logs: _InvocationLogs) -> None:
    """Add a call to its account. Raises RecordError, naming the field, for one that cannot be read."""
    if entry.body.get("schemaType") not in (None, _SCHEMA):
        return
    called_at = entry.moment("timestamp")
    if called_at is None:
        entry.refuse("timestamp", "a call needs its time")
    account, request_id = entry.text("accountId"), entry.text("requestId")
    tokens = _tokens(entry)
    arn = entry.child_or_empty("identity").text("arn")
    # Metadata of a request are texts that its caller chose: those that name somebody are kept, nothing else is.
    tags = Tags(entry.body.get("requestMetadata"))
    name = instance or account or "default"
    row = Usage(
        resource=f"Model:bedrock/{_model(entry.text('modelId'))}",
        day=called_at // DAY,
        principal=arn_principal_id(arn) if arn else None,
        application=f"Application:aws/{name}",
        workspace=f"Group:aws/{account}" if account else None,
        detail=row_detail(NAME, entry, ("operation", "inferenceRegion"), iam_principal=arn, **tags.names()),
    )
    if logs.is_duplicate(account, request_id):
        return
    call = priced(msgspec.structs.replace(row, requests=1, tokens=tokens))
    key = msgspec.structs.replace(row, currency=call.currency, basis=call.basis, priced_on=call.priced_on)
    logs.accounts[name][key].add(call)


def _tokens(entry: FieldReader) -> tuple[int, ...]:
    """The counters of a call, from the log's own counts; nothing else of the prompt or the answer is read."""
    request, answer = entry.child_or_empty("input"), entry.child_or_empty("output")
    counts = {name: _first_count(request, columns) or 0 for name, columns in _LOG_COUNTS.items()}
    body = answer.body.get("outputBodyJson")
    answer_usage = body.get("usage") if isinstance(body, Mapping) else None
    if isinstance(answer_usage, Mapping):
        usage = FieldReader(answer_usage, "output.outputBodyJson.usage", entry.file, line=entry.line)
        for name, columns in _ANSWER_COUNTS.items():
            counts[name] = counts[name] or _first_count(usage, columns) or 0
    counts["output"] = answer.count("outputTokenCount")
    return tuple(counts.get(name, 0) for name in TOKEN_COUNTERS)


def _first_count(entry: FieldReader, names: tuple[str, ...]) -> int | None:
    return next((count for name in names if (count := entry.non_negative_int(name)) is not None), None)


def _model(model_id: str | None) -> str:
    """The model's id, also out of its ARN; a profile of an application's own stays a name of its own."""
    if model_id is None:
        return UNNAMED
    resource = model_id.split(":", 5)[5] if model_id.startswith("arn:") and model_id.count(":") >= 5 else model_id
    kind, slash, name = resource.partition("/")
    return name if slash and kind in ("foundation-model", "inference-profile") else resource


def _records(sums: Mapping[Usage, _CallSum], account: str) -> Iterator[Record]:
    rows = [
        msgspec.structs.replace(
            key,
            requests=total.requests,
            tokens=tuple(total.tokens),
            cost_nano=total.nano if key.currency is not None else None,
            rounded=total.rounded,
        )
        for key, total in sums.items()
    ]
    yield application_node(f"Application:aws/{account}", VENDOR)
    yield from (model_node(resource) for resource in sorted({row.resource for row in rows}))
    yield from tag_nodes(rows)
    yield from sorted(rows, key=repr)

"""Root fields of the questions: input to Params, the answer walked off the loop and remembered, or an error as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Annotated, Any, Union

import strawberry
from strawberry.utils.str_converters import to_camel_case

from api.gql.derive import (
    build_type,
    columns_type,
    describe,
    field_type,
    is_deferred,
    is_map,
    list_of,
    map_field,
    object_type,
    output_type,
    read_columns,
    row_type,
    shown_fields,
    without_none,
)
from api.gql.errors import QUESTION_ERRORS, PublicError, error_type
from api.gql.inputs import asked_fields, has_default, input_paths, input_type, read_params
from api.gql.meaning import AFTER, FIRST, INPUT, attribute_meanings, with_meanings
from api.gql.page import (
    DEFAULT_FIRST,
    Connection,
    Info,
    PageContext,
    check_pages,
    count_rows,
    hash_holder,
    hash_question,
    read_page,
    short_digest,
)
from api.gql.scalars import Moment
from api.http.lifespan import Session
from api.tracing import span
from graph import errors
from graph.moment import ALWAYS, NEVER
from graph.snapshot import Snapshot as Frozen
from queries.base import Completeness, FreshnessWarning, has_lists


@with_meanings
@strawberry.type(name="Snapshot", description="The generation that answered, and the moment it was asked about.")
class SnapshotStamp:
    generation: int
    """The number of the generation; every publish adds one."""
    as_of: Moment
    """The moment that the answer is about."""
    built_at: Moment
    """When the snapshot was compiled."""
    digest: str
    """A hash of the content: equal digests hold the same claims."""


_UNION = "The answer, or why there is none."
_ENVELOPE = {
    "snapshot": "The snapshot that answered, and for which moment.",
    "completeness": "Whether something is missing, and what.",
    "freshness": "The sources that are partial, held, failed or stale, or that began after the moment.",
}
_COLUMNS = "All rows, column by column; filters apply, pages do not."
First = Annotated[int, strawberry.argument(description=FIRST)]
After = Annotated[str | None, strawberry.argument(description=AFTER)]


@dataclass(frozen=True, slots=True)
class Question:
    """A question as a root field puts it: its name, its Params, what answers it, and the type of its answer."""

    name: str
    params: type
    run: Callable[[Frozen, Any], Any]
    answer: Callable[..., Any]
    groups: frozenset[str]
    """The fields of the answer that hold lists, by their outward names."""


def question_field(name: str, module: ModuleType, refusals: tuple[type, ...] = QUESTION_ERRORS) -> Any:
    """The root field of the question of a module: its input, its answer and its errors derive from Params and Answer."""
    word = "".join(part.title() for part in name.split("-"))
    meaning = describe(module)
    groups = frozenset(to_camel_case(item.name) for item, hint in shown_fields(module.Answer) if _is_group(item, hint))
    question = Question(name, module.Params, module.run, _answer_type(word, module.Answer), groups)
    given = input_type(word, module.Params, meaning)
    # A union and an optional made at run time: no type checker reads them.
    result: Any = Annotated[Union[(question.answer, *refusals)], strawberry.union(f"{word}Result", description=_UNION)]

    async def resolve(info: Info, input: Any) -> Any:
        return await ask(info, question, input)

    if all(has_default(item) for item, _ in asked_fields(module.Params)):
        given = given | None
        resolve.__defaults__ = (None,)
    given = Annotated[given, strawberry.argument(description=INPUT)]
    resolve.__annotations__ = {"info": Info, "input": given, "return": result}
    return strawberry.field(resolver=resolve, description=meaning)


async def ask(info: Info, question: Question, given: object) -> Any:
    """The answer to an input, or one of the error types."""
    session = info.context
    attributes: dict[str, str | int] = {
        "remit.question": question.name,
        "remit.generation": session.pinned.snapshot.generation,
    }
    with span("question", attributes) as traced:
        outcome = "failed"
        try:
            outcome, answer = await _ask(session, info, question, given)
            return answer
        finally:
            traced.set({"remit.outcome": outcome})
            session.server.metrics.fields.labels(info.field_name, outcome).inc()
            session.facts.setdefault("questions", []).append(f"{question.name} {outcome}")


async def _ask(session: Session, info: Info, question: Question, given: object) -> tuple[str, Any]:
    """What came of it in a word, and the answer."""
    snapshot = session.pinned.snapshot
    try:
        pages = check_pages(info, question.groups)
        moment = pages.moment(getattr(given, "as_of", None), session.asked_at)
        with input_paths(question.params, given):
            params = read_params(question.params, given, moment)
        key = hash_question(question.name, params)
        pages.check(key)
        answers = session.pinned.answers
        answer = answers.find(key)
        if answer is None:
            with input_paths(question.params, given):
                answer = await session.walk(
                    lambda: answers.remember(key, lambda: question.run(snapshot, params)), question.name
                )
        stamp = SnapshotStamp(
            generation=snapshot.generation,
            as_of=Moment(moment),
            built_at=Moment(snapshot.built_at),
            digest=snapshot.digest,
        )
        context = PageContext(
            session.server.cursor_seal, hash_holder(session.caller), short_digest(snapshot), moment, key
        )
        return "answered", question.answer(answer=answer, snapshot=stamp, pages=context)
    except errors.InputError as error:
        refusal = error_type(error, snapshot.generation)
        return str(refusal.code), refusal


def _answer_type(name: str, answer: type) -> Any:
    """The object type of an answer: what it holds, where it comes from, how whole and how fresh it is."""
    fields: dict[str, Any] = {
        "snapshot": strawberry.field(graphql_type=SnapshotStamp, description=_ENVELOPE["snapshot"]),
        "completeness": _read_field("completeness", object_type(Completeness), _ENVELOPE["completeness"]),
        "freshness": _read_field("freshness", list_of(object_type(FreshnessWarning)), _ENVELOPE["freshness"]),
    }
    return build_type(name, describe(answer), fields | _fields_of(answer, ""), private=_PRIVATE)


_PRIVATE: Mapping[str, Any] = {"answer": Any, "pages": PageContext}


def _is_group(item: Any, hint: Any) -> bool:
    return not item.metadata.get("rows") and has_lists(without_none(hint))


def _fields_of(answer: type, prefix: str) -> dict[str, Any]:
    """The fields of an answer, or of a part of it that holds lists; `prefix`: of the names of these lists in cursors."""
    fields, meanings = dict[str, Any](), attribute_meanings(answer)
    for item, hint in shown_fields(answer):
        meaning = meanings.get(item.name)
        if item.metadata.get("rows"):
            fields[item.name] = _connection_field(item.name, row_type(hint), meaning, prefix)
            if item.metadata.get("columns"):
                fields["columns"] = _columns_field(item.name, row_type(hint))
        elif is_deferred(hint):
            fields[item.name] = _deferred_field(item.name, field_type(item, hint), meaning)
        elif _is_group(item, hint):
            fields[item.name] = _group_field(item.name, hint, meaning)
        elif is_map(hint):
            fields[item.name] = map_field(item.name, hint, lambda root: root.answer, meaning)
        else:
            fields[item.name] = _read_field(item.name, field_type(item, hint), meaning, item.metadata.get("name"))
    return fields


def _group_field(attribute: str, hint: Any, meaning: str | None) -> Any:
    """A part of the answer that holds lists: its type has the same fields as an answer has, and no envelope."""
    holder = without_none(hint)
    fields = _fields_of(holder, f"{to_camel_case(attribute)}.")
    kind = build_type(holder.__name__, describe(holder), fields, private=_PRIVATE)

    def resolve(root: strawberry.Parent[Any]) -> Any:
        part = getattr(root.answer, attribute)
        return None if part is None else kind(answer=part, pages=root.pages)

    return strawberry.field(resolver=resolve, graphql_type=kind if holder is hint else kind | None, description=meaning)


def _read_field(attribute: str, kind: object, meaning: str | None, name: str | None = None) -> Any:
    def resolve(root: strawberry.Parent[Any]) -> Any:
        return getattr(root.answer, attribute)

    return strawberry.field(resolver=resolve, graphql_type=kind, name=name, description=meaning)


def _connection_field(attribute: str, row: type, meaning: str | None, prefix: str) -> Any:
    async def resolve(
        root: strawberry.Parent[Any], info: Info, first: First = DEFAULT_FIRST, after: After = None
    ) -> Any:
        rows = getattr(root.answer, attribute)
        return await read_page(info, root.pages, (prefix + info.field_name, rows), first, after)

    kind = Connection[output_type(row)]  # type: ignore[misc, valid-type]
    return strawberry.field(resolver=resolve, graphql_type=kind, description=meaning)


def _deferred_field(attribute: str, kind: Any, meaning: str | None) -> Any:
    """A part that is computed when it is selected; null, with an error that says why, where that takes too long."""

    async def resolve(root: strawberry.Parent[Any], info: Info) -> Any:
        try:
            return await info.context.walk(getattr(root.answer, attribute).result, attribute)
        except errors.InputError as error:
            raise PublicError(str(error), extensions={"code": error_type(error, 0).code}) from None

    return strawberry.field(resolver=resolve, graphql_type=kind | None, description=meaning)


def _columns_field(attribute: str, row: type) -> Any:
    async def resolve(root: strawberry.Parent[Any], info: Info) -> Any:
        rows = getattr(root.answer, attribute)
        count_rows(info, len(rows))
        return await info.context.walk(lambda: read_columns(row, rows))

    return strawberry.field(resolver=resolve, graphql_type=columns_type(row), description=_COLUMNS)


def read_attribute(source: object, name: str) -> Any:
    """What a field shows of an object or dictionary of the questions; open moments are null."""
    value = source.get(name) if isinstance(source, Mapping) else getattr(source, name)
    return None if type(value) is int and value in (ALWAYS, NEVER) else value

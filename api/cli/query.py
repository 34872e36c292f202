"""`remit query NAME`: the options of each question derive from its Params, so a new question needs no line here."""

from __future__ import annotations

import dataclasses
import inspect
import re
import typing
from collections.abc import Callable, Sequence
from datetime import timedelta
from decimal import Decimal, InvalidOperation
from enum import Enum
from importlib import import_module
from types import ModuleType
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from api.terminal import print_error, print_json, print_page
from graph.errors import InputError
from queries import QUERIES
from queries.vocabulary import NodeId, Words

FORMATS = ("table", "json", "csv", "tsv", "html")
# The questions whose answer is a page as well: the function that writes it.
PAGES = {"offboarding": "api.exports.offboarding_page:offboarding_page"}
ENGINES = ("snapshot", "neo4j")


class Questions(TyperGroup):
    """The questions as sub-commands; a question's module is imported when it is asked."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(QUERIES)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in QUERIES:
            return None
        module = import_module(QUERIES[cmd_name])
        single = typer.Typer(add_completion=False, rich_markup_mode=None)
        single.command(name=cmd_name, help=_help(module))(_command(cmd_name, module))
        return typer.main.get_command(single)


query = typer.Typer(cls=Questions, no_args_is_help=True, help="Ask a question; `remit query NAME --help` tells how.")


def ask(name: str, params: Any, limit: int | None, form: str) -> int:
    """Answer a question from the newest snapshot and print it; the exit code."""
    from api.cli.demo_store import note_empty, settings_to_read
    from api.cli.question_record import count_rows, recorded_question
    from api.context import StoreContext
    from queries.base import CompletenessStatus, envelope, limited, without_deferred

    settings = settings_to_read()
    with StoreContext(settings) as context:
        snapshot = context.snapshot()
        note_empty(context)
        context.check_settings(snapshot)
    with recorded_question(settings, name, params) as facts:
        facts.update(generation=snapshot.generation, digest=snapshot.digest[:16])
        answer = limited(import_module(QUERIES[name]).run(snapshot, params), limit)
        if form != "json":
            # Tables show no part that costs more than all the rest.
            answer = without_deferred(answer)
        envelope_json = envelope(name, params, snapshot, answer)
        facts["rows"] = count_rows(envelope_json["answer"])
    if form == "json":
        print_json(envelope_json)
    else:

        def name_of(node_id: str) -> str:
            node = snapshot.index_of(node_id)
            return snapshot.name(node, params.as_of) if node >= 0 else node_id.partition("/")[2]

        _print(envelope_json, form, name_of)
    return 1 if answer.completeness.status is CompletenessStatus.PARTIAL else 0


def ask_neo4j(name: str, params: Any, limit: int | None, form: str) -> int:
    """Answer a question from the graph that Neo4j shows, with no snapshot, and print it; the exit code."""
    from api.cli.question_record import count_rows, recorded_question
    from api.context import StoreContext
    from api.settings import read_settings
    from graph.snapshot.directory import freshness_of
    from queries.cypher.answer import ProjectedStore, answer_from_neo4j
    from queries.usage.coverage import coverage_of

    settings = read_settings()
    with StoreContext(settings) as context, recorded_question(settings, name, params) as facts:
        cypher = getattr(context.store, "cypher", None)
        if cypher is None:
            kind = settings.store.partition(":")[0]
            raise InputError(f"--engine neo4j asks a Neo4j database, and REMIT_STORE is {kind}: leave the option out")
        generation, sources = context.store.generation(), context.store.sources()
        projected = ProjectedStore(cypher, generation, tuple(freshness_of(sources)), coverage_of(sources))
        facts["generation"] = generation
        envelope_json = answer_from_neo4j(name, params, projected, limit)
        facts["rows"] = count_rows(envelope_json["answer"])
    if form == "json":
        print_json(envelope_json)
    else:
        _print(envelope_json, form, None)
    return 1 if envelope_json["completeness"]["status"] == "PARTIAL" else 0


def _print(envelope_json: dict[str, Any], form: str, name_of: Callable[[str], str] | None) -> None:
    """Print an answer for people or for spreadsheets; without names, ids stand for them."""
    from api.cli.csv_rows import print_values
    from api.cli.tables import print_fields, print_table

    if form == "html":
        module, _, function = PAGES[envelope_json["query"]].partition(":")
        print_page(getattr(import_module(module), function)(envelope_json, name_of or str))
        return
    if form in ("csv", "tsv"):
        print_values(envelope_json, "\t" if form == "tsv" else ",", name_of or str)
        completeness = envelope_json["completeness"]
        for reason in completeness["reasons"]:
            print_error(f"{completeness['status']}: {reason['detail']} ({reason['code']})")
    elif name_of is None:
        print_fields(envelope_json)
    else:
        print_table(envelope_json, name_of)


def _help(module: ModuleType) -> str:
    text = inspect.getdoc(module) or ""
    question = text.partition("the question")[2].partition(": ")[2] or text
    return question[:1].upper() + question[1:]


def _command(name: str, module: ModuleType) -> Callable[..., None]:
    """A function whose parameters are the question's, as typer reads them."""
    fields = [item for item in dataclasses.fields(module.Params) if item.name != "as_of"]
    hints = typing.get_type_hints(module.Params, include_extras=True)

    def command(**given: Any) -> None:
        from api.cli.options import check_format, moment
        from graph.moment import now

        form, limit = check_format(given.pop("format"), FORMATS), given.pop("limit")
        if form == "html" and name not in PAGES:
            raise InputError(
                f"--format html: there is no page of {name}, only of {', '.join(PAGES)}; use another format"
            )
        engine = given.pop("engine")
        if engine not in ENGINES:
            raise InputError(f"--engine: {engine!r} is unknown; use {', '.join(ENGINES)}")
        as_of = moment(given.pop("as_of"), "--as-of")
        values: dict[str, Any] = {"as_of": now() if as_of is None else as_of}
        for item in fields:
            value = given[item.name]
            if value is not None and value != []:
                values[item.name] = read_value(item, hints[item.name], value)
        count_back(fields, values)
        answer = ask if engine == "snapshot" else ask_neo4j
        raise typer.Exit(answer(name, module.Params(**values), limit, form))

    parameters = [_parameter(item, hints[item.name]) for item in fields] + _COMMON
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return command


def _parameter(item: dataclasses.Field[Any], hint: object) -> inspect.Parameter:
    flag = "--" + item.metadata.get("name", item.name).replace("_", "-")
    meaning = item.metadata.get("meaning", "")
    several = _is_several(item, hint)
    required = item.default is dataclasses.MISSING and item.default_factory is dataclasses.MISSING
    if item.metadata.get("argument"):
        kind: Any = typer.Argument(
            help=meaning, show_default=False, metavar=item.metadata.get("name", item.name).upper()
        )
    else:
        default_text = "" if item.default in (None, (), dataclasses.MISSING) else f" [default: {_shown(item.default)}]"
        kind = typer.Option(flag, help=(meaning + default_text).strip(), show_default=False)
    text: Any = list[str] if several else str
    default = inspect.Parameter.empty if required else None
    return inspect.Parameter(
        item.name,
        inspect.Parameter.KEYWORD_ONLY,
        default=default,
        annotation=Annotated[text if required else text | None, kind],
    )


_COMMON = [
    inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
    for name, default, annotation in (
        (
            "as_of",
            None,
            Annotated[str | None, typer.Option("--as-of", help="The moment asked about (ISO 8601); default: now.")],
        ),
        (
            "limit",
            None,
            Annotated[
                int | None, typer.Option(help="So many rows of each list; the answer says it is PARTIAL.", min=0)
            ],
        ),
        (
            "format",
            "table",
            Annotated[
                str, typer.Option(help="table, json, csv, tsv (as csv, with tabs), or html: a page, of offboarding")
            ],
        ),
        (
            "engine",
            "snapshot",
            Annotated[
                str,
                typer.Option(
                    help="snapshot, or neo4j: its own graph, asked in Cypher, with no snapshot on this machine"
                ),
            ],
        ),
    )
]


def read_value(item: dataclasses.Field[Any], hint: object, text: Any) -> Any:
    """What was typed, as the field's type; raises InputError that names the option."""
    name = item.metadata.get("name", item.name).replace("_", "-")
    form = item.metadata.get("form")
    if form in _FORMS:
        return _FORMS[form](name, text)
    if isinstance(text, list) and typing.get_origin(_wanted(hint)) is tuple:
        return tuple(text)
    if item.name == "currency":
        return text.strip().upper()
    wanted = _wanted(hint)
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        member = text.strip().upper()
        if member not in wanted.__members__:
            raise InputError(f"--{name}: {text!r} is unknown; use {', '.join(wanted.__members__)}")
        return wanted[member]
    if wanted is int:
        try:
            number = int(text)
        except ValueError:
            raise InputError(f"--{name}: {text!r} is not a whole number") from None
        least, _ = item.metadata.get("bounds") or (number, None)
        if number < least:
            raise InputError(f"--{name} is at least {least}")
        return number
    if typing.get_origin(wanted) is tuple:
        return _texts(name, typing.get_args(wanted)[0], text)
    words = _words(wanted)
    return _word(name, words, text) if words else text


def _words(hint: object) -> Words | None:
    """The closed set of words that a type is, if it is one."""
    marks = typing.get_args(hint) if typing.get_origin(hint) is Annotated else ()
    return next((mark for mark in marks if isinstance(mark, Words)), None)


def _word(name: str, words: Words, text: str) -> str:
    """One of a closed set of words, in any letter case, with spaces or hyphens as tables and options write them."""
    folded = {_folded(word): word for word in words.words}
    if _folded(text) not in folded:
        raise InputError(f"--{name}: {text!r} is unknown; use {', '.join(words.words)}")
    return folded[_folded(text)]


def _folded(text: str) -> str:
    return text.strip().lower().replace("-", "_").replace(" ", "_")


def _is_several(item: dataclasses.Field[Any], hint: object) -> bool:
    if item.metadata.get("form") in ("rates", "filters", "texts"):
        return True
    # An id may hold a comma: of nodes each has an option of its own.
    wanted = _wanted(hint)
    is_nodes = typing.get_origin(wanted) is tuple and typing.get_args(wanted)[0] == NodeId
    return is_nodes or (bool(item.metadata.get("argument")) and typing.get_origin(wanted) is tuple)


def _wanted(hint: object) -> Any:
    """The type without its None."""
    options = [option for option in typing.get_args(hint) if option is not type(None)]
    return options[0] if type(None) in typing.get_args(hint) else hint


def _shown(default: object) -> str:
    if isinstance(default, tuple):
        return ",".join(default)
    return default.name if isinstance(default, Enum) else str(default)


def _texts(name: str, hint: object, text: str) -> tuple[str, ...]:
    words = _words(hint)
    if name == "kinds":
        return read_kinds(text)
    parts = [part.strip() for part in text.split(",") if part.strip()]
    return tuple(_word(name, words, part) for part in parts) if words else tuple(parts)


def read_kinds(text: str) -> tuple[str, ...]:
    """Kinds of nodes, whatever the case of their letters; raises InputError for one that there is not."""
    from graph.ontology import NODE_KINDS

    known = {kind.lower(): kind for kind in NODE_KINDS}
    names = [part.strip() for part in text.split(",") if part.strip()]
    unknown = [part for part in names if part.lower() not in known]
    if unknown:
        raise InputError(f"--kinds: {unknown[0]!r} is no node kind; kinds are {', '.join(NODE_KINDS)}")
    return tuple(dict.fromkeys(known[part.lower()] for part in names))


def _day(name: str, text: str) -> int:
    from api.cli.options import read
    from graph.moment import read_day

    return read(read_day, text, f"--{name}")


def _each(name: str, texts: Sequence[str]) -> tuple[str, ...]:
    """Texts of an option that is repeated, each whole: an id may hold a comma."""
    if not all(text.strip() for text in texts):
        raise InputError(f"--{name} is empty; name something, or leave it out")
    return tuple(text.strip() for text in texts)


def _pairs(name: str, texts: Sequence[str]) -> list[tuple[str, str]]:
    pairs = [text.partition("=")[::2] for text in texts]
    wrong = next((text for text, (left, _) in zip(texts, pairs, strict=True) if not left or "=" not in text), None)
    if wrong is not None:
        raise InputError(f"--{name}: {wrong!r} is not NAME=VALUE")
    return [(left.strip(), right.strip()) for left, right in pairs]


def _rates(name: str, texts: Sequence[str]) -> dict[str, Decimal]:
    try:
        return {currency.upper(): Decimal(rate) for currency, rate in _pairs(name, texts)}
    except InvalidOperation:
        raise InputError(f"--{name}: write EUR=1.08, how many units of the asked currency one is worth") from None


def _filters(name: str, texts: Sequence[str]) -> dict[str, tuple[str, ...]]:
    filters: dict[str, tuple[str, ...]] = {}
    for written, value in _pairs(name, texts):
        dimension = _folded(written)
        filters[dimension] = (*filters.get(dimension, ()), value)
    return filters


def _moment(name: str, text: str) -> int | timedelta:
    """A moment, or how long before the next one it lies: 7d, 12h."""
    from api.cli.options import moment
    from loaders.live.schedule import read_every

    if _DURATION.fullmatch(text.strip()):
        return timedelta(seconds=read_every(text.strip()))
    at = moment(text, f"--{name}")
    assert at is not None
    return at


def count_back(fields: Sequence[dataclasses.Field[Any]], values: dict[str, Any]) -> None:
    """Put moments in the place of durations: each counts back from the moment that is asked for behind it, or from `as_of`."""
    anchor: int = values["as_of"]
    for item in reversed(fields):
        if item.metadata.get("form") == "moment" and item.name in values:
            value = values[item.name]
            anchor = values[item.name] = (
                anchor - value // timedelta(microseconds=1) if isinstance(value, timedelta) else value
            )


_DURATION = re.compile(r"\d{1,9}\s*[a-z]+", re.IGNORECASE | re.ASCII)
_FORMS: dict[str, Callable[[str, Any], Any]] = {
    "day": _day,
    "rates": _rates,
    "filters": _filters,
    "texts": _each,
    "moment": _moment,
}

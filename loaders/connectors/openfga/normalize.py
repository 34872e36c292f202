"""This file knows OpenFGA's files: stores as its command line exports them, lists of tuples, models beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any

from graph.claims import RunHeader
from graph.errors import InputError, RecordError
from graph.reason import Reason
from loaders.base import Context, Document, Page, PendingRun
from loaders.connectors.openfga.dsl import parse_dsl
from loaders.connectors.openfga.grants import StoreGrants
from loaders.connectors.openfga.json_model import is_model, parse_json_model
from loaders.connectors.openfga.model import AuthorizationModel
from loaders.connectors.openfga.tuples import assumed_model, is_tuple, read_tuple
from loaders.saved.fields import ErrorCollector
from loaders.saved.parsing import parse

COMPLETE = ("Group", "DataSource", "MEMBER_OF", "CAN_ACCESS")

# The command line exports so many tuples unless it is asked for more.
_USUAL_LIMIT = 100
_MODEL_BYTES = 2**20
_FORMS = {".fga": "fga", ".yaml": "yaml", ".yml": "yaml", ".json": "json"}
_UNFIT = re.compile(r"[^a-z0-9._-]+")


def recognize(document: Document) -> bool:
    """A model (in OpenFGA's language or as its API gives it), a list of tuples, or an object with tuples or a model."""
    told = document.content
    if _is_model(document):
        return True
    if document.format not in ("json", "yaml"):
        return False
    if isinstance(told, list):
        return bool(told) and all(map(is_tuple, told[:10]))
    if not isinstance(told, dict):
        return False
    tuples = told.get("tuples")
    has_model = str(told.get("model_file")).endswith(".fga") or "schema 1.1" in str(told.get("model"))
    return (isinstance(tuples, list) and any(map(is_tuple, tuples[:10]))) or has_model


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per store (`openfga:NAME`, else by the file's name). Lenient per tuple unless `context.lenient` is False.

    A model that cannot be read makes its store's run FAILED. Raises InputError for two stores of one name.
    """
    documents = [page.document for page in pages if page.document is not None]
    models = {_real(one.path): one for one in documents if _is_model(one)}
    stores = [_StoreFile(one, models, context.lenient is False) for one in documents if not _is_model(one)]
    used = {path for store in stores for path in store.named}
    seen: dict[str, str] = {}
    for store in stores:
        if _real(store.document.path) in used:
            continue
        source = context.source or f"openfga:{store.instance}"
        if source in seen:
            raise InputError(
                f"{store.document.display_path}: {source} comes from {seen[source]} too. Load the two one by one, each with --source"
            )
        seen[source] = store.document.display_path
        yield store.draft(source, context.observed_at)
    if not seen:
        for model in models.values():
            source = context.source or f"openfga:{_slug(model.path.stem)}"
            header = RunHeader(source=source, observed_at=context.observed_at)
            yield PendingRun(header, (), model.display_path, failure=_no_tuples(model.display_path))
            return


@dataclass(slots=True)
class _StoreFile:
    """One store file or list of tuples. `named`: the files that it names, by their real path."""

    document: Document
    models: dict[Path, Document]
    strict: bool
    named: set[Path] = field(default_factory=set)

    def __post_init__(self) -> None:
        names = [self._told("model_file"), self._told("tuple_file"), *self._files()]
        self.named = {_real(self.document.path.parent / name) for name in names if isinstance(name, str)}

    @property
    def instance(self) -> str:
        """The name of the store, else of its file."""
        name = self._told("name")
        stem = PurePath(self.document.path.name).stem.removesuffix(".fga")
        return _slug(name if isinstance(name, str) else "") or _slug(stem) or "store"

    def draft(self, source: str, observed_at: int) -> PendingRun:
        """The run of this store."""
        shown, errors = self.document.display_path, ErrorCollector(self.strict)
        header = RunHeader(source=source, observed_at=observed_at)
        try:
            model = self._model()
            raw = self._tuples()
        except RecordError as error:
            if self.strict:
                raise error.at(file=shown) from None
            return PendingRun(header, (), shown, failure=Reason("MODEL", str(error.at(file=shown))))
        if not raw:
            return PendingRun(header, (), shown, failure=_no_tuples(shown))
        tuples = [one for place, told in raw for one in errors.collect(read_tuple, told, place, shown, model)]
        reasons = [] if model else [Reason("NO_MODEL", f"{shown}: without its model only what tuples say is known")]
        reasons += self._cut_off(len(raw))
        whole = not reasons
        grants = StoreGrants(model or assumed_model(tuples), tuples, source.replace(":", "/", 1))
        records = list(grants.records())
        for relation, count in sorted(grants.unmapped.items()):
            text = f"{shown}: {relation}: the name says no permission; its tuples ({count}) count for nothing"
            reasons.append(Reason("UNMAPPED_RELATION", text))
        for relation, count in sorted(grants.loose.items()):
            text = f"{shown}: {relation}: under `and`, `but not` or a condition stand {count}: a check may let in fewer"
            reasons.append(Reason("OVER_APPROXIMATED", text))
        return PendingRun(
            RunHeader(source=source, observed_at=observed_at, complete=COMPLETE if whole else ()),
            [(0, record) for record in records],
            shown,
            rejected=errors.messages,
            reasons=reasons,
            lenient=not self.strict,
        )

    def _model(self) -> AuthorizationModel | None:
        told, name = self._told("model"), self._told("model_file")
        if isinstance(told, str):
            return parse_dsl(told)
        if is_model(told):
            return parse_json_model(told, self.document.display_path)
        folder = _real(self.document.path.parent)
        if isinstance(name, str):
            known = self.models.get(_real(folder / name))
            return _model_of(known) if known else self._model_from(name)
        beside = [one for path, one in self.models.items() if path.parent == folder]
        return _model_of(beside[0]) if len(beside) == 1 else None

    def _model_from(self, name: str) -> AuthorizationModel:
        """The model of a file that the command does not load."""
        text = self._content(name, "model_file")
        if name.lower().endswith(".json"):
            told = parse("json", text)
            if not is_model(told):
                raise RecordError("the file holds no model", field="model_file")
            return parse_json_model(told, name)
        return parse_dsl(text)

    def _tuples(self) -> list[tuple[str, Any]]:
        """All tuples, unread, each with its place."""
        told = self.document.content if isinstance(self.document.content, list) else self._told("tuples")
        found = [(f"tuples[{number}]", one) for number, one in enumerate(told if isinstance(told, list) else ())]
        for field_name, names in (("tuple_file", [self._told("tuple_file")]), ("tuple_files", self._files())):
            for name in names:
                if isinstance(name, str):
                    inside = self._value_of(name, field_name)
                    listed = inside.get("tuples") if isinstance(inside, dict) else inside
                    if not isinstance(listed, list):
                        raise RecordError("the file holds no list of tuples", field=field_name)
                    found += [(f"{name}[{number}]", one) for number, one in enumerate(listed)]
        return found

    def _cut_off(self, count: int) -> list[Reason]:
        shown = self.document.display_path
        if self._told("continuation_token"):
            return [Reason("MORE_TUPLES", f"{shown}: the list goes on after its last page: nothing is retired")]
        if count == _USUAL_LIMIT:
            text = f"{shown}: exactly {count} tuples, where the command line stops unless told otherwise: nothing is retired"
            return [Reason("MORE_TUPLES", text)]
        return []

    def _value_of(self, name: str, field_name: str) -> Any:
        text = self._content(name, field_name)
        return parse("json" if name.lower().endswith(".json") else "yaml", text)

    def _content(self, name: str, field_name: str) -> str:
        """The text of a file beside the store; no other file of this machine is read."""
        path, folder = _real(self.document.path.parent / name), _real(self.document.path.parent)
        problem = "the file that it names is not beside it, or cannot be read"
        if not path.is_relative_to(folder) or path.suffix.lower() not in _FORMS:
            raise RecordError(problem, field=field_name, remedy="Put it into the same folder")
        try:
            if path.stat().st_size > _MODEL_BYTES * 64:
                raise RecordError("the file that it names is too large", field=field_name)
            return path.read_text("utf-8-sig")
        except (OSError, ValueError):
            raise RecordError(problem, field=field_name, remedy="Put it into the same folder") from None

    def _told(self, name: str) -> Any:
        return self.document.content.get(name) if isinstance(self.document.content, dict) else None

    def _files(self) -> list[Any]:
        told = self._told("tuple_files")
        return told if isinstance(told, list) else []


def _is_model(document: Document) -> bool:
    return document.format == "fga" or is_model(document.content)


def _model_of(document: Document) -> AuthorizationModel:
    """The model of a document; raises RecordError with its name."""
    try:
        return (
            parse_dsl(document.content)
            if document.format == "fga"
            else parse_json_model(document.content, document.display_path)
        )
    except RecordError as error:
        raise error.at(file=document.display_path) from None


def _no_tuples(shown: str) -> Reason:
    return Reason("NO_TUPLES", f"{shown}: there is no tuple, and a model alone grants nothing; load its tuples with it")


def _real(path: Path) -> Path:
    return path.resolve()


def _slug(text: str) -> str:
    return _UNFIT.sub("-", text.lower()).strip("-")

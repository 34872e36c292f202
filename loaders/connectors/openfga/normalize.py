"""Files of OpenFGA, turned into runs: stores as its command line exports them, lists of tuples, models beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any

from graph.claims import RunHeader
from graph.errors import InputError, RecordError
from graph.reason import Reason
from loaders.base import Context, Document, Page, PendingRun
from loaders.connectors.openfga.dsl import is_module, parse_dsl, parse_modules
from loaders.connectors.openfga.grants import StoreGrants
from loaders.connectors.openfga.json_model import is_model, parse_json_model
from loaders.connectors.openfga.model import AuthorizationModel
from loaders.connectors.openfga.tuples import assumed_model, is_tuple, read_tuple
from loaders.saved.fields import ErrorCollector
from loaders.saved.parsing import parse

COMPLETE = ("Group", "DataSource", "MEMBER_OF", "CAN_ACCESS")

# The number of tuples that the command line exports by default.
_DEFAULT_LIMIT = 100
_MODEL_BYTES = 2**20
_FORMATS = {".fga": "fga", ".yaml": "yaml", ".yml": "yaml", ".json": "json", ".mod": "yaml"}
_MANIFEST = ".mod"  # lists the modules of a model
_SCHEMA = re.compile(r"schema\s+1\.[12]\b")
_UNFIT = re.compile(r"[^a-z0-9._-]+")


def recognize(document: Document) -> bool:
    """Whether this is a model (in the language or as JSON), a list of tuples, or an object with tuples or a model."""
    content = document.content
    if _is_model(document):
        return True
    if document.format not in ("json", "yaml"):
        return False
    if isinstance(content, list):
        return bool(content) and all(map(is_tuple, content[:10]))
    if not isinstance(content, dict):
        return False
    tuples = content.get("tuples")
    has_model = str(content.get("model_file")).endswith((".fga", _MANIFEST)) or _SCHEMA.search(
        str(content.get("model"))
    )
    return (isinstance(tuples, list) and any(map(is_tuple, tuples[:10]))) or bool(has_model)


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per store (`openfga:NAME`, else by the file's name). Lenient per tuple unless `context.lenient` is False.

    Files of one name with one model are parts of one store. A model that cannot be read makes its store's run FAILED. Raises
    InputError for two models of one name.
    """
    documents = [page.document for page in pages if page.document is not None]
    models = {document.path.resolve(): document for document in documents if _is_model(document)}
    stores = [_StoreFile(store, models, context.lenient is False) for store in documents if not _is_model(store)]
    named_files = {path for store in stores for path in store.named}
    parts_of: dict[str, list[_StoreFile]] = {}
    for store in sorted(stores, key=lambda store: store.document.display_path):
        if store.document.path.resolve() not in named_files:
            parts_of.setdefault(context.source or f"openfga:{store.instance}", []).append(store)
    for source, (first, *others) in sorted(parts_of.items()):
        yield first.pending_run(source, context.observed_at, others)
    if not parts_of:
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
        names = [self._field("model_file"), self._field("tuple_file"), *self._tuple_files()]
        self.named = {(self.document.path.parent / name).resolve() for name in names if isinstance(name, str)}

    @property
    def instance(self) -> str:
        """The name of the store, else of its file."""
        name = self._field("name")
        stem = PurePath(self.document.path.name).stem.removesuffix(".fga")
        return _slug(name if isinstance(name, str) else "") or _slug(stem) or "store"

    def pending_run(self, source: str, observed_at: int, others: Sequence[_StoreFile] = ()) -> PendingRun:
        """The run of this store; `others`: the other files that it is in."""
        file, errors = self.document.display_path, ErrorCollector(self.strict)
        header = RunHeader(source=source, observed_at=observed_at)
        try:
            model = self._model_of_parts(source, others)
            raw_tuples = [(part, *raw) for part in (self, *others) for raw in part._raw_tuples()]
        except RecordError as error:
            if self.strict:
                raise error.at(file=file) from None
            return PendingRun(header, (), file, failure=Reason("MODEL", str(error.at(file=file))))
        if not raw_tuples:
            return PendingRun(header, (), file, failure=_no_tuples(file))
        tuples = [
            relationship
            for part, path, raw in raw_tuples
            for relationship in errors.collect(read_tuple, raw, path, part.document.display_path, model)
        ]
        # Pages may overlap.
        tuples = list(dict.fromkeys(tuples)) if others else tuples
        reasons = [] if model else [Reason("NO_MODEL", f"{file}: without its model only what tuples say is known")]
        for part in (self, *others):
            reasons += part._truncation(sum(of is part for of, _, _ in raw_tuples))
        is_complete = not reasons
        grants = StoreGrants(model or assumed_model(tuples), tuples, source.replace(":", "/", 1))
        records = list(grants.records())
        for relation, count in sorted(grants.unmapped.items()):
            text = f"{file}: {relation}: the name implies no permission; its tuples ({count}) grant nothing"
            reasons.append(Reason("UNMAPPED_RELATION", text))
        for (relation, kind), count in sorted(grants.unfed.items()):
            text = (
                f"{file}: {relation}: no rule of the model leads on from a {kind}; its tuples ({count}) grant nothing"
            )
            reasons.append(Reason("UNMAPPED_RELATION", text))
        for relation, count in sorted(grants.upper_bounds.items()):
            text = f"{file}: {relation}: members or grants under `and`, `but not` or a condition ({count}): a check may let in fewer"
            reasons.append(Reason("OVER_APPROXIMATED", text))
        return PendingRun(
            RunHeader(source=source, observed_at=observed_at, complete=COMPLETE if is_complete else ()),
            [(0, record) for record in records],
            file,
            rejected=errors.messages,
            reasons=reasons,
            lenient=not self.strict,
        )

    def _model_of_parts(self, source: str, others: Sequence[_StoreFile]) -> AuthorizationModel | None:
        """The model that this file has, or another one of the store. Raises InputError where two differ."""
        known, its_file = self._model(), self.document.display_path
        for other in others:
            model = other._model()
            if known is not None and model is not None and model != known:
                problem = (
                    f"{other.document.display_path}: {source} is also the source of {its_file}, with another model"
                )
                raise InputError(f"{problem}. Load the two separately, each with --source")
            if known is None:
                known, its_file = model, other.document.display_path
        return known

    def _model(self) -> AuthorizationModel | None:
        inline, name = self._field("model"), self._field("model_file")
        if isinstance(inline, str):
            return parse_dsl(inline)
        if is_model(inline):
            return parse_json_model(inline, self.document.display_path)
        folder = self.document.path.parent.resolve()
        if isinstance(name, str):
            document = self.models.get((folder / name).resolve())
            return _model_of(document) if document else self._model_from(name)
        modules = {path: document for path, document in self.models.items() if is_module(document.content)}
        in_folder = [
            document for path, document in self.models.items() if path.parent == folder and path not in modules
        ]
        if len(in_folder) == 1:
            return _model_of(in_folder[0])
        below = [document for path, document in modules.items() if path.is_relative_to(folder)]
        if in_folder or not below:
            return None
        return parse_modules((document.display_path, document.content) for document in below)

    def _model_from(self, name: str) -> AuthorizationModel:
        """The model in a file that the command does not load."""
        text = self._content(name, "model_file")
        if name.lower().endswith(".json"):
            content = parse("json", text)
            if not is_model(content):
                raise RecordError("the file contains no model", field="model_file")
            return parse_json_model(content, name)
        if name.lower().endswith(_MANIFEST):
            return self._model_of_manifest(name, parse("yaml", text))
        return parse_dsl(text)

    def _model_of_manifest(self, name: str, manifest: object) -> AuthorizationModel:
        """The model whose modules an `fga.mod` lists, by their paths beside it."""
        listed = manifest.get("contents") if isinstance(manifest, dict) else None
        if not isinstance(listed, list) or not listed or not all(isinstance(path, str) for path in listed):
            raise RecordError("the file lists no modules under `contents`", file=name, field="contents")
        paths = [str(PurePath(name).parent / path) for path in listed]
        return parse_modules((path, self._content(path, "contents")) for path in paths)

    def _raw_tuples(self) -> list[tuple[str, object]]:
        """(path, raw) of all tuples."""
        inline = self.document.content if isinstance(self.document.content, list) else self._field("tuples")
        raw_tuples: list[tuple[str, object]] = []
        raw_tuples += [(f"tuples[{i}]", raw) for i, raw in enumerate(inline if isinstance(inline, list) else ())]
        for field_name, names in (("tuple_file", [self._field("tuple_file")]), ("tuple_files", self._tuple_files())):
            for name in names:
                if isinstance(name, str):
                    content = self._parsed(name, field_name)
                    listed = content.get("tuples") if isinstance(content, dict) else content
                    if not isinstance(listed, list):
                        raise RecordError("the file contains no list of tuples", field=field_name)
                    raw_tuples += [(f"{name}[{i}]", raw) for i, raw in enumerate(listed)]
        return raw_tuples

    def _truncation(self, count: int) -> list[Reason]:
        file = self.document.display_path
        if self._field("continuation_token"):
            return [Reason("MORE_TUPLES", f"{file}: the list continues after its last page: nothing is retired")]
        if count == _DEFAULT_LIMIT:
            text = f"{file}: exactly {count} tuples, which is the command line's default limit: nothing is retired"
            return [Reason("MORE_TUPLES", text)]
        return []

    def _parsed(self, name: str, field_name: str) -> object:
        text = self._content(name, field_name)
        return parse("json" if name.lower().endswith(".json") else "yaml", text)

    def _content(self, name: str, field_name: str) -> str:
        """The text of a file beside the store; no other file of this machine is read."""
        path, folder = (self.document.path.parent / name).resolve(), self.document.path.parent.resolve()
        problem = "the named file is not in the same folder, or cannot be read"
        if not path.is_relative_to(folder) or path.suffix.lower() not in _FORMATS:
            raise RecordError(problem, field=field_name, remedy="Put it into the same folder")
        try:
            if path.stat().st_size > _MODEL_BYTES * 64:
                raise RecordError("the named file is too large", field=field_name)
            return path.read_text("utf-8-sig")
        except (OSError, ValueError):
            raise RecordError(problem, field=field_name, remedy="Put it into the same folder") from None

    def _field(self, name: str) -> Any:
        return self.document.content.get(name) if isinstance(self.document.content, dict) else None

    def _tuple_files(self) -> list[object]:
        names = self._field("tuple_files")
        return names if isinstance(names, list) else []


def _is_model(document: Document) -> bool:
    return document.format == "fga" or is_model(document.content)


def _model_of(document: Document) -> AuthorizationModel:
    """The model of a document. Raises RecordError with the document's path."""
    try:
        return (
            parse_dsl(document.content)
            if document.format == "fga"
            else parse_json_model(document.content, document.display_path)
        )
    except RecordError as error:
        raise error.at(file=document.display_path) from None


def _no_tuples(display_path: str) -> Reason:
    return Reason(
        "NO_TUPLES", f"{display_path}: there is no tuple, and a model alone grants nothing; load its tuples with it"
    )


def _slug(text: str) -> str:
    return _UNFIT.sub("-", text.lower()).strip("-")

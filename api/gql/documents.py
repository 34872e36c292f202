"""Trusted documents: the operations that clients were built with, by their ids, and whether a server answers any others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson
from graphql import GraphQLSyntaxError, parse

from api.access.caller import ARCHITECT, Caller
from api.explorer_page import DOCUMENTS
from api.gql.limits import MAX_TOKENS
from api.settings import Settings
from graph.errors import InputError

# Whether documents that are not listed are answered, answered and counted, or refused.
ANY, LOG, ONLY = "any", "log", "only"
# The code of a document that is refused for not being listed.
NOT_LISTED = "DOCUMENT_NOT_LISTED"

MAX_FILE_BYTES = 16 * 2**20
MAX_DOCUMENTS = 10_000
MAX_ID_LENGTH = 256
_SUFFIXES = (".graphql", ".gql")
# How the draft "Persisted Documents" of GraphQL over HTTP writes a hash of the text.
_SHA256 = "sha256:"


class DocumentRefused(Exception):
    """A request whose document is not answered. `status` of HTTP; `code` for machines; `document` as it was asked for."""

    def __init__(self, status: int, code: str, message: str, document: str) -> None:
        self.status, self.code, self.document = status, code, document
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class TrustedDocuments:
    """The list of one server. `by_id`: texts by the ids that manifests give them and by the hex SHA-256 of each text.

    `texts`: all of them, without the white space at their ends.
    """

    mode: str = ANY
    frees_architects: bool = False
    by_id: Mapping[str, str] = field(default_factory=dict)
    texts: frozenset[str] = frozenset()

    def select(self, query: str | None, ids: Sequence[str], caller: Caller) -> tuple[str, bool]:
        """The text to answer, and whether it is listed. One of both is given: the text, or ids that name it.

        Raises DocumentRefused: 404 for an id that is not known, 403 for a document that this caller may not ask, 422 for ids
        and texts that are not of the same document.
        """
        texts = [self._text_of(document_id, query) for document_id in ids]
        texts += [] if query is None else [query]
        if len({text.strip() for text in texts}) > 1:
            raise DocumentRefused(
                422, "BAD_REQUEST", "`query` and the ids of the request are of several documents.", texts[-1]
            )
        text = texts[-1]
        listed = text.strip() in self.texts
        if self.mode == ONLY and not listed and not (self.frees_architects and caller.has(ARCHITECT)):
            raise DocumentRefused(
                403,
                NOT_LISTED,
                "This server answers the documents of its list alone, and this is none of them: ask one that the application "
                "was built with, or have it added to REMIT_DOCUMENTS.",
                text,
            )
        return text, listed

    def _text_of(self, document_id: str, query: str | None) -> str:
        """The text that an id stands for. An id that is not known goes with the text that is sent along, which it is checked
        against where it is a hash: nobody registers a document here."""
        is_hash = document_id.startswith(_SHA256)
        text = self.by_id.get(document_id.removeprefix(_SHA256))
        if text is None or (is_hash and not _is_hash_of(document_id, text)):
            if query is None:
                raise self._unknown(document_id)
            text = query
        if is_hash and not _is_hash_of(document_id, text):
            raise DocumentRefused(422, "BAD_REQUEST", f"{document_id!r} is not the hash of `query`.", document_id)
        return text

    def _unknown(self, document_id: str) -> DocumentRefused:
        if not self.by_id:
            # At this code Apollo's clients stop sending hashes.
            message = "No documents are listed here (REMIT_DOCUMENTS): send `query`."
            return DocumentRefused(404, "PERSISTED_QUERY_NOT_SUPPORTED", message, document_id)
        if self.mode == ONLY:
            message = f"No document of the list has the id {document_id!r}: have it added to REMIT_DOCUMENTS."
            return DocumentRefused(403, NOT_LISTED, message, document_id)
        # At this one they send the text.
        message = f"No document of the list has the id {document_id!r}: send `query`."
        return DocumentRefused(404, "PERSISTED_QUERY_NOT_FOUND", message, document_id)


def read_documents(settings: Settings) -> TrustedDocuments:
    """The list as settings have it; raises InputError for a file that is none, naming it."""
    path, mode = settings.documents, settings.documents_mode
    if path is None:
        if mode != ANY:
            raise InputError(
                f"REMIT_DOCUMENTS_MODE={mode} needs a list: set REMIT_DOCUMENTS to a manifest or a folder of operations"
            )
        return TrustedDocuments()
    by_id: dict[str, str] = {}
    for file in _files(path):
        for document_id, text in _read_file(file):
            _check(file, document_id, text)
            for key in {document_id, _digest(text), _digest(text.strip())} - {""}:
                if by_id.setdefault(key, text).strip() != text.strip():
                    raise InputError(f"{file}: {key!r} is the id of two documents; each id stands for one")
    if not by_id:
        raise InputError(f"{path}: there are no documents in it; expected a manifest (.json) or operations (.graphql)")
    # The page at `/` was built with documents of its own: it works whatever the list is.
    own = dict(_read_file(DOCUMENTS))
    texts = frozenset(text.strip() for text in (*by_id.values(), *own.values()))
    by_id = {**own, **by_id}
    return TrustedDocuments(mode, settings.documents_free_architects, by_id, texts)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.rglob("*") if file.suffix in (".json", *_SUFFIXES) and file.is_file())


def _read_file(path: Path) -> Iterator[tuple[str, str]]:
    """The ids and texts of one file; an operation of its own has no id but its hash."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise InputError(f"{path}: the list of documents cannot be read: {error.strerror}") from None
    if len(content) > MAX_FILE_BYTES:
        raise InputError(f"{path}: a list of documents is at most {MAX_FILE_BYTES:,} bytes")
    try:
        if path.suffix in _SUFFIXES:
            yield "", content.decode()
            return
        manifest = orjson.loads(content)
    except ValueError:
        raise InputError(f"{path}: this is neither a manifest in JSON nor a .graphql file in UTF-8") from None
    entries = list(_read_manifest(manifest)) if isinstance(manifest, dict) else []
    if len(entries) > MAX_DOCUMENTS:
        raise InputError(f"{path}: a list holds at most {MAX_DOCUMENTS:,} documents")
    if not all(isinstance(part, str) for entry in entries for part in entry) or not isinstance(manifest, dict):
        raise InputError(
            f'{path}: this is no manifest; expected {{id: text}} as graphql-codegen and Relay write it, or {{"operations": '
            '[{"id", "body"}]} as Apollo does'
        )
    yield from entries


def _read_manifest(manifest: dict[str, Any]) -> Iterator[tuple[Any, Any]]:
    """Ids and texts: {"operations": [{"id", "body"}]} of Apollo; {id: text} of graphql-codegen, gql.tada and Relay; {id:
    {"name", "source"}} of Apollo's compilers for Kotlin and Swift."""
    operations = manifest.get("operations")
    if isinstance(operations, list):
        for operation in operations:
            yield (operation.get("id"), operation.get("body")) if isinstance(operation, dict) else (None, None)
        return
    for document_id, entry in manifest.items():
        yield document_id, entry.get("source") if isinstance(entry, dict) else entry


def _check(path: Path, document_id: str, text: str) -> None:
    """Raise InputError for what nobody could ask."""
    if len(document_id) > MAX_ID_LENGTH:
        raise InputError(f"{path}: an id is at most {MAX_ID_LENGTH} characters: {document_id[:40]}...")
    try:
        parse(text, max_tokens=MAX_TOKENS)
    except (GraphQLSyntaxError, RecursionError) as error:
        reason = error.message if isinstance(error, GraphQLSyntaxError) else "it is nested too deep"
        raise InputError(f"{path}: the document {document_id or _digest(text)!r} cannot be asked: {reason}") from None


def _is_hash_of(document_id: str, text: str) -> bool:
    return document_id.removeprefix(_SHA256) in (_digest(text), _digest(text.strip()))


def _digest(text: str) -> str:
    return sha256(text.encode(errors="surrogatepass")).hexdigest()

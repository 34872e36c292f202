"""This file knows what a connector is: the shapes that fetch and normalize hand to each other and to the store.

A connector is a module in loaders/connectors with

* `Config`        a frozen dataclass; its fields are the connector's settings, `Secret` for what must not be shown
                  (only for connectors that read a live system);
* `fetch(config, context, checkpoint) -> Iterator[Page]`   does I/O, nothing else (only live ones);
* `recognize(document) -> bool`   is this file mine? Looks at content, then at the name; never raises;
* `normalize(pages, context) -> Iterator[Draft]`    pure: pages of one command in, runs out.

Saved pages replay through `normalize` alone: `remit load` reads a file into a Document, asks each connector in the
order of CONNECTORS whether it recognizes it, and hands all pages of one connector to its `normalize` at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from graph.claims import Record, RunHeader
from graph.reason import Reason


class Secret(str):
    """Text that must not be shown: `repr` hides it. Settings and logs never print its value."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "Secret('***')"


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was opened, not yet understood.

    `content` is its parsed content (JSON, JSONC, YAML or TOML; numbers with a fraction as Decimal), or None for JSON Lines
    and tables, which are read as a stream from `path`. `format` is json, jsonl, yaml, toml, csv (gzipped or not) or parquet.
    `head` are its first bytes, without a byte order mark. `display_path` is the path as the user gave it.
    `parts` are the folders below the given path, such as ("homes", "ada@acme.example", ".cursor").
    """

    path: Path
    display_path: str
    format: str
    content: Any
    head: bytes = b""
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One answer of a system, or one saved file.

    `endpoint` names the call (`/teams/members`), `request` its parameters, `body` the parsed answer, `document` the file
    it was saved in. `failure` says that the fetch ended here, with the reason: what follows is missing.
    """

    endpoint: str
    body: Any
    request: Mapping[str, Any] = field(default_factory=dict)
    document: Document | None = None
    failure: Reason | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What the user said about this command. `observed_at` is a moment; None in the others means: not said.

    `lenient` None: records strict, foreign formats lenient. `salt` keys the fingerprints of secrets.
    """

    observed_at: int
    source: str | None = None
    owner: str | None = None
    lenient: bool | None = None
    salt: bytes = b""


@dataclass(slots=True)
class PendingRun:
    """One run on its way to the store: a header, its records as (line, record), and what went wrong meanwhile.

    `records` may be a generator; `rejected`, `reasons` and `notes` are complete once it is exhausted. A reason makes the run
    PARTIAL; a note is for whoever loads, such as what was left out on purpose, and makes it no less whole. `complete` narrows the
    header's scopes: None keeps them all; a refused entry withdraws every node and edge kind. `failure` says that nothing
    usable came: the run is recorded as FAILED and writes nothing. `lenient`: a record that graph.check refuses is listed
    and left out; otherwise it refuses the whole command.
    """

    header: RunHeader
    records: Iterable[tuple[int, Record]]
    origin: str = ""
    rejected: list[str] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    complete: tuple[str, ...] | None = None
    failure: Reason | None = None
    checkpoint: str | None = None
    lenient: bool = True


# The header of a draft that holds people's decisions alone: they belong to no source.
NO_RUN = RunHeader(source="", observed_at=0)


class Connector(Protocol):
    """What `remit load` needs of a connector; live ones add `Config` and `fetch`."""

    def recognize(self, document: Document) -> bool: ...

    def normalize(self, pages: Iterable[Page], context: Context) -> Iterator[PendingRun]: ...

"""Contract of a connector: the shapes that fetch and normalize hand to each other and to the store.

A connector is a module in loaders/connectors with

* `Config`        a frozen dataclass; its fields are the connector's settings, `Secret` for what must not be printed
                  (only for connectors that read a live system; see loaders/live/config.py);
* `fetch(config, context, checkpoint) -> Iterator[Page]`   does I/O, nothing else (only live ones);
* `recognize(document) -> bool`   whether a file is one of its own, by content first and by name second; never raises;
* `normalize(pages, context) -> Iterator[PendingRun]`    pure: the pages of one command in, runs out.

Saved pages replay through `normalize` alone: `remit load` reads a file into a Document, finds the first connector that
recognizes it, and hands all pages of one connector to its `normalize` at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from graph.claims import Record, RunHeader
from graph.reason import Reason
from graph.stores.base import Outcome, Store


class Secret(str):
    """Text that must not be printed: `repr` hides it, settings and logs never write its value."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "Secret('***')"


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was opened, not yet assigned to a connector.

    `content` is its parsed content (JSON, JSONC, YAML or TOML; numbers with a fraction as Decimal), or None for JSON Lines
    and tables, which are read as a stream from `path`. `format` is json, jsonl, yaml, toml, csv (gzipped or not) or parquet.
    `head` are its first bytes, without a byte order mark. `path` starts at the root: names of sources and owners come from
    it, so that they are the same from every folder. `display_path` is the path as the user gave it, for people.
    `parts` are the folders below the given path, such as ("homes", "ada@acme.example", ".cursor").
    """

    path: Path
    display_path: str
    format: str
    content: Any
    head: bytes = b""
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """Marks by which a connector's files are found without importing every connector.

    `keys` are keys of a file's outermost object, `marks` are texts of its first bytes; one of either is enough. A mark also
    tells that a broken file, or one without a known suffix, is the connector's; one that begins with a newline asks for the
    beginning of a line. `names` are ends of paths, in lower case: such a file is the connector's whatever it holds.
    """

    keys: frozenset[str] = frozenset()
    marks: tuple[bytes, ...] = ()
    names: tuple[str, ...] = ()

    def selects(self, document: Document) -> bool:
        """Whether the document may be one of the connector's."""
        if isinstance(document.content, Mapping) and not self.keys.isdisjoint(document.content):
            return True
        return document.content is None and self.is_marked(document.head)

    def is_named(self, path: Path) -> bool:
        """Whether a file is the connector's by its name."""
        written = "/" + path.as_posix().lower().lstrip("/")
        return any(written.endswith(f"/{name}") for name in self.names)

    def is_marked(self, head: bytes) -> bool:
        """Whether the first bytes of a file hold one of the marks."""
        start = b"\n" + head
        return any(mark in start for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Page:
    """One response of a system, or one saved file.

    `endpoint` names the call (`/teams/members`), `request` its parameters, `body` the parsed response, `document` the file
    it was saved in. `failure` says that the fetch ended here, with the reason: what follows is missing.
    """

    endpoint: str
    body: Any
    request: Mapping[str, Any] = field(default_factory=dict)
    document: Document | None = None
    failure: Reason | None = None


class SpanFile(NamedTuple):
    """The journal of spans beside a store: its file, the instance whose spans it holds, and for how many days it knows their ids.

    `max_bytes`: how large it may become; None: as it is by default.
    """

    path: Path
    instance: str
    remembered_days: int
    max_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """Options of one command. `observed_at` is a moment; None in the others: not given.

    `lenient` None: records strict, foreign formats lenient. `salt` keys the fingerprints of secrets. `spans`: the journal
    that saved spans are counted in; None: in one of their own.
    """

    observed_at: int
    source: str | None = None
    owner: str | None = None
    lenient: bool | None = None
    salt: bytes = b""
    spans: SpanFile | None = None


@dataclass(frozen=True, slots=True)
class FormerName:
    """A source's name in earlier versions: one that matches `pattern` and, by the evidence of its edges, `fits`.

    `fits(name, evidence)` gets the old name and the distinct texts of its edges. `is_in_ids`: the name is the system and
    instance of the source's ids, which are renamed with it.
    """

    pattern: re.Pattern[str]
    fits: Callable[[str, Collection[str]], bool]
    is_in_ids: bool = False


class Delivery(Protocol):
    """What writes a run that is no more than a part of what its source adds up to elsewhere."""

    def deliver(self, store: Store, pending: PendingRun) -> list[Outcome]:
        """Add the run to the rest, and write what both amount to; `pending.records` is exhausted. Raises StoreError."""

    def close(self) -> None:
        """Drop what was read; nothing of it stays unless it was delivered."""


@dataclass(slots=True)
class PendingRun:
    """One run on its way to the store: a header, its records as (line, record), and what went wrong meanwhile.

    `records` may be a generator; `rejected`, `reasons` and `notes` are complete once it is exhausted. A reason makes the run
    PARTIAL; a note is for whoever loads, such as what was left out on purpose, and makes it no less whole. `complete` narrows the
    header's scopes: None keeps them all; a refused entry withdraws every node and edge kind. `has_unread_lines`: lines of its usage or
    charges are missing, as those in `rejected` are: what is known of its days must not vanish for that. `may_be_part`: it is an
    export of a bill, whose first and last line may not be the bill's. `failure` says that nothing
    usable came: the run is recorded as FAILED and writes nothing. `lenient`: a record that graph.check refuses is listed
    and left out; otherwise it refuses the whole command. `former`: which names this source had in earlier versions.
    With a `delivery` the records are checked alone; it writes once all runs of the command have passed.
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
    has_unread_lines: bool = False
    may_be_part: bool = False
    lenient: bool = True
    former: FormerName | None = None
    delivery: Delivery | None = None


# The header of a draft that holds people's decisions alone: they belong to no source.
NO_RUN = RunHeader(source="", observed_at=0)

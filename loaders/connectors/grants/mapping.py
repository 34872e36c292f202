"""This file knows what a mapping file may say, and refuses by name what it may not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from graph.errors import RecordError
from graph.ontology import EDGE_KINDS, NODE_KINDS, Permission
from loaders.connectors.grants.template import Template, read_template

ROOT = "grants"
DISCOVER, READ, WRITE, ADMIN = Permission.DISCOVER, Permission.READ, Permission.WRITE, Permission.ADMIN
# The words of our own scale mean themselves.
OWN_WORDS: Mapping[str, Permission] = {one.name.lower(): one for one in (DISCOVER, READ, WRITE, ADMIN)}
STATUSES = ("active", "suspended", "deleted", "unknown")

_IDS = {
    "principal": EDGE_KINDS["CAN_ACCESS"].sources,
    "data_source": ("DataSource",),
    "container": ("DataSource",),
    "member_of": ("Group",),
}
_TEXTS = (
    "principal_name",
    "email",
    "status",
    "data_source_name",
    "data_source_type",
    "sensitivity",
    "permission",
    "since",
    "until",
    "evidence",
)
_OTHERS = ("pattern", "constants", "when", "permissions", "statuses", "separator", "dates")
_TOP = ("source", "complete", "files")


@dataclass(frozen=True, slots=True)
class TableMapping:
    """What the columns of the files of one pattern mean. `templates` are by the key they stand under."""

    pattern: str
    templates: Mapping[str, Template]
    constants: Mapping[str, str] = field(default_factory=dict)
    when: Mapping[str, str] = field(default_factory=dict)
    permissions: Mapping[str, Permission] = field(default_factory=dict)
    statuses: Mapping[str, str] = field(default_factory=dict)
    separator: str | None = None
    dates: str | None = None

    @property
    def columns(self) -> set[str]:
        """Every column that it needs."""
        named = {column for template in self.templates.values() for column in template.columns}
        return (named | self.when.keys()) - self.constants.keys()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of edge that its rows give."""
        told = (
            "CAN_ACCESS" if "data_source" in self.templates else "",
            "MEMBER_OF" if "member_of" in self.templates else "",
        )
        return tuple(kind for kind in (*told, "CONTAINS" if "container" in self.templates else "") if kind)


@dataclass(frozen=True, slots=True)
class GrantsMapping:
    """A mapping file as it was read; `complete` are the kinds it vouches for."""

    path: Path
    shown: str
    source: str
    complete: tuple[str, ...]
    tables: tuple[TableMapping, ...]

    def table_of(self, path: Path) -> TableMapping | None:
        """The table that a file belongs to: the first whose pattern fits it below the mapping's folder."""
        try:
            inside = path.resolve().relative_to(self.path.resolve().parent)
        except ValueError:
            return None
        return next((table for table in self.tables if _fits(table.pattern, inside)), None)

    def files(self) -> list[Path]:
        """Every file below the mapping's folder that some pattern fits, sorted."""
        below = (one for one in self.path.parent.rglob("*") if one.is_file() and one != self.path)
        return sorted(one for one in below if self.table_of(one) is not None)


def is_mapping(value: object) -> bool:
    """Whether a parsed file is a mapping of grants."""
    inner = value.get(ROOT) if isinstance(value, Mapping) else None
    return isinstance(inner, Mapping) and isinstance(inner.get("files"), list)


def read_mapping(value: Any, path: Path, shown: str) -> GrantsMapping:
    """The mapping in a parsed file. Raises RecordError, naming the key, for what cannot be."""
    reader = _MappingReader(shown)
    top = value[ROOT]
    reader.known(top, ROOT, _TOP)
    tables = tuple(reader.table(one, f"{ROOT}.files[{at}]") for at, one in enumerate(top["files"]))
    if not tables:
        reader.refuse(f"{ROOT}.files", "it names no file", "Describe at least one pattern")
    source = reader.text(top, "source", ROOT) or f"grants:{path.resolve().parent.name or 'default'}"
    edges = tuple(dict.fromkeys(kind for table in tables for kind in table.kinds))
    return GrantsMapping(path, shown, source, reader.complete(top.get("complete"), edges), tables)


def _fits(pattern: str, inside: Path) -> bool:
    """Whether a pattern as `Path.glob` takes it fits a relative path."""
    wanted, told = Path(pattern).parts, inside.parts
    # states: how many parts of the pattern may be used up after each part of the path
    states = {0}
    for part in (*told, None):
        spread = set(states)
        for at in sorted(states):
            while at < len(wanted) and wanted[at] == "**":
                at += 1
                spread.add(at)
        if part is None:
            return len(wanted) in spread
        states = {at for at in spread if at < len(wanted) and wanted[at] == "**"}
        states |= {at + 1 for at in spread if at < len(wanted) and wanted[at] != "**" and Path(part).match(wanted[at])}
    return False


class _MappingReader:
    """Reads parts of a mapping file that is called `shown` in errors."""

    def __init__(self, shown: str) -> None:
        self._shown = shown

    def refuse(self, place: str, problem: str, remedy: str) -> NoReturn:
        raise RecordError(problem, file=self._shown, field=place, remedy=remedy)

    def known(self, value: Any, place: str, names: tuple[str, ...]) -> None:
        if not isinstance(value, Mapping):
            self.refuse(place, "it must be a mapping", "Write it as the documentation shows")
        for name in value:
            if name not in names:
                self.refuse(f"{place}.{name}", "there is no such key", "Keys here are " + ", ".join(names))

    def text(self, value: Mapping[str, Any], name: str, place: str) -> str | None:
        told = value.get(name)
        if told is None:
            return None
        if isinstance(told, bool | int):
            told = str(told).lower() if isinstance(told, bool) else str(told)
        if not isinstance(told, str) or not told.strip():
            self.refuse(f"{place}.{name}", "it must be text", "Put it in quotes")
        return told.strip()

    def words(self, value: Mapping[str, Any], name: str, place: str) -> dict[str, str]:
        told = value.get(name)
        if told is None:
            return {}
        if not isinstance(told, Mapping):
            self.refuse(f"{place}.{name}", "it must be a mapping", "Write it as {word: meaning}")
        return {str(key): self.text(told, key, f"{place}.{name}") or "" for key in told}

    def complete(self, told: Any, edges: tuple[str, ...]) -> tuple[str, ...]:
        if told in (None, False, "false"):
            return ()
        if told in (True, "true"):
            return edges
        for kind in told if isinstance(told, list) else [told]:
            if kind not in NODE_KINDS and kind not in edges:
                remedy = "Write true, false, or a list of node kinds and of " + ", ".join(edges)
                self.refuse(f"{ROOT}.complete", "it holds what the files do not tell", remedy)
        return tuple(told)

    def table(self, value: Any, place: str) -> TableMapping:
        self.known(value, place, (*_IDS, *_TEXTS, *_OTHERS))
        pattern = self.text(value, "pattern", place)
        if pattern is None or Path(pattern).is_absolute() or ".." in Path(pattern).parts:
            self.refuse(f"{place}.pattern", "it must name files below this folder", 'Write it as "rights-*.csv"')
        separator = value.get("separator")
        if separator is not None and (not isinstance(separator, str) or not separator):
            self.refuse(f"{place}.separator", "it must be text", "Put it in quotes")
        table = TableMapping(
            pattern=pattern,
            templates=self._templates(value, place),
            constants=self.words(value, "constants", place),
            when=self.words(value, "when", place),
            permissions=self._permissions(value, place),
            statuses=self._statuses(value, place),
            separator=separator,
            dates=self.text(value, "dates", place),
        )
        self._check(table, place)
        return table

    def _templates(self, value: Mapping[str, Any], place: str) -> dict[str, Template]:
        found: dict[str, Template] = {}
        for name in (*_IDS, *_TEXTS):
            text = self.text(value, name, place)
            if text is None:
                continue
            template = read_template(text)
            if template is None:
                self.refuse(f"{place}.{name}", "its braces do not match", "Write a column as {column}, a brace as {{")
            kinds = _IDS.get(name)
            kind, colon, _ = template.start.partition(":")
            if kinds and (kind not in kinds or not colon):
                remedy = f"Begin it with one of {', '.join(kinds)}, then a colon, the system and a slash"
                self.refuse(f"{place}.{name}", "it does not begin as a node id does", remedy)
            found[name] = template
        return found

    def _permissions(self, value: Mapping[str, Any], place: str) -> dict[str, Permission]:
        found: dict[str, Permission] = {}
        for word, told in self.words(value, "permissions", place).items():
            level = OWN_WORDS.get(told.lower())
            if level is None:
                remedy = "Use one of DISCOVER, READ, WRITE, ADMIN"
                self.refuse(f"{place}.permissions.{word}", "this is no permission", remedy)
            found[word.strip().lower()] = level
        return found or dict(OWN_WORDS)

    def _statuses(self, value: Mapping[str, Any], place: str) -> dict[str, str]:
        found = {}
        for word, told in self.words(value, "statuses", place).items():
            if told not in STATUSES:
                self.refuse(f"{place}.statuses.{word}", "this is no status", "Use one of " + ", ".join(STATUSES))
            found[word.strip().lower()] = told
        return found or {one: one for one in STATUSES}

    def _check(self, table: TableMapping, place: str) -> None:
        told = table.templates.keys()
        if "principal" not in told:
            self.refuse(f"{place}.principal", "it is missing", 'Write it as "Account:system/{column}"')
        if ("data_source" in told) == ("member_of" in told):
            remedy = "Say data_source and permission, or member_of"
            self.refuse(place, "a row must say either what is accessed or which group is joined", remedy)
        if ("data_source" in told) != ("permission" in told):
            self.refuse(f"{place}.permission", "data_source and permission go together", "Say both, or member_of alone")
        kind = table.templates["principal"].start.partition(":")[0]
        if "member_of" in told and kind not in EDGE_KINDS["MEMBER_OF"].sources:
            self.refuse(f"{place}.principal", f"a {kind} is no member of a group", "Name an Account, Identity or Group")

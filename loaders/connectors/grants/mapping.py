"""Mapping files: what the columns of tables mean, with every unknown or invalid key refused by name."""

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
# The names of Remit's own permissions map to themselves.
OWN_WORDS: Mapping[str, Permission] = {level.name.lower(): level for level in (DISCOVER, READ, WRITE, ADMIN)}
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
        """Every column that the mapping needs."""
        named = {column for template in self.templates.values() for column in template.columns}
        return (named | self.when.keys()) - self.constants.keys()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The edge kinds that its rows create."""
        kind_of = {"data_source": "CAN_ACCESS", "member_of": "MEMBER_OF", "container": "CONTAINS"}
        return tuple(kind for name, kind in kind_of.items() if name in self.templates)


@dataclass(frozen=True, slots=True)
class GrantsMapping:
    """A mapping file; `complete` are the kinds that its tables list to the end."""

    path: Path
    display_path: str
    source: str
    complete: tuple[str, ...]
    tables: tuple[TableMapping, ...]

    def table_of(self, path: Path) -> TableMapping | None:
        """The mapping of a file: the first whose pattern matches it below the mapping's folder; or None."""
        try:
            relative = path.resolve().relative_to(self.path.resolve().parent)
        except ValueError:
            return None
        return next((table for table in self.tables if matches_pattern(table.pattern, relative)), None)

    def files(self) -> list[Path]:
        """Every file below the mapping's folder that a pattern matches, sorted."""
        files = (path for path in self.path.parent.rglob("*") if path.is_file() and path != self.path)
        return sorted(path for path in files if self.table_of(path) is not None)


def is_mapping(value: object) -> bool:
    """Whether a parsed file is a mapping of grants."""
    inner = value.get(ROOT) if isinstance(value, Mapping) else None
    return isinstance(inner, Mapping) and isinstance(inner.get("files"), list)


def read_mapping(value: Mapping[str, Any], path: Path, display_path: str) -> GrantsMapping:
    """The mapping in a parsed file. Raises RecordError that names the key."""
    reader = _MappingReader(display_path)
    top = value[ROOT]
    reader.known(top, ROOT, _TOP)
    tables = tuple(reader.table(raw, f"{ROOT}.files[{index}]") for index, raw in enumerate(top["files"]))
    if not tables:
        reader.refuse(f"{ROOT}.files", "it must name at least one file", "Describe at least one pattern")
    source = reader.text(top, "source", ROOT) or f"grants:{path.resolve().parent.name or 'default'}"
    edges = tuple(dict.fromkeys(kind for table in tables for kind in table.kinds))
    return GrantsMapping(path, display_path, source, reader.complete(top.get("complete"), edges), tables)


def matches_pattern(pattern: str, relative: Path) -> bool:
    """Whether a relative path matches a pattern as `Path.glob` takes it."""
    pattern_parts, path_parts = Path(pattern).parts, relative.parts
    # How many parts of the pattern may be used up after each part of the path.
    states = {0}
    for part in (*path_parts, None):
        reachable = set(states)
        for index in sorted(states):
            while index < len(pattern_parts) and pattern_parts[index] == "**":
                index += 1
                reachable.add(index)
        if part is None:
            return len(pattern_parts) in reachable
        states = {index for index in reachable if index < len(pattern_parts) and pattern_parts[index] == "**"}
        states |= {
            index + 1
            for index in reachable
            if index < len(pattern_parts) and pattern_parts[index] != "**" and Path(part).match(pattern_parts[index])
        }
    return False


class _MappingReader:
    """Reader of parts of a mapping file, with the file's name in errors."""

    def __init__(self, display_path: str) -> None:
        self._display_path = display_path

    def refuse(self, path: str, problem: str, remedy: str) -> NoReturn:
        raise RecordError(problem, file=self._display_path, field=path, remedy=remedy)

    def known(self, value: object, path: str, names: tuple[str, ...]) -> None:
        if not isinstance(value, Mapping):
            self.refuse(path, "it must be a mapping", "Write it as the documentation shows")
        for name in value:
            if name not in names:
                self.refuse(f"{path}.{name}", "there is no such key", "Keys here are " + ", ".join(names))

    def text(self, value: Mapping[str, Any], name: str, path: str) -> str | None:
        text = value.get(name)
        if text is None:
            return None
        if isinstance(text, bool | int):
            text = str(text).lower() if isinstance(text, bool) else str(text)
        if not isinstance(text, str) or not text.strip():
            self.refuse(f"{path}.{name}", "it must be text", "Put it in quotes")
        return text.strip()

    def words(self, value: Mapping[str, Any], name: str, path: str) -> dict[str, str]:
        words = value.get(name)
        if words is None:
            return {}
        if not isinstance(words, Mapping):
            self.refuse(f"{path}.{name}", "it must be a mapping", "Write it as {word: meaning}")
        return {str(key): self.text(words, key, f"{path}.{name}") or "" for key in words}

    def complete(self, setting: object, edges: tuple[str, ...]) -> tuple[str, ...]:
        if setting in (None, False, "false"):
            return ()
        if setting in (True, "true"):
            return edges
        kinds = setting if isinstance(setting, list) else [setting]
        for kind in kinds:
            if kind not in NODE_KINDS and kind not in edges:
                remedy = "Write true, false, or a list of node kinds and of " + ", ".join(edges)
                self.refuse(f"{ROOT}.complete", "it lists a kind that the files do not contain", remedy)
        return tuple(kinds)

    def table(self, value: Mapping[str, Any], path: str) -> TableMapping:
        self.known(value, path, (*_IDS, *_TEXTS, *_OTHERS))
        pattern = self.text(value, "pattern", path)
        if pattern is None or Path(pattern).is_absolute() or ".." in Path(pattern).parts:
            self.refuse(f"{path}.pattern", "it must name files below this folder", 'Write it as "rights-*.csv"')
        separator = value.get("separator")
        if separator is not None and (not isinstance(separator, str) or not separator):
            self.refuse(f"{path}.separator", "it must be text", "Put it in quotes")
        table = TableMapping(
            pattern=pattern,
            templates=self._templates(value, path),
            constants=self.words(value, "constants", path),
            when=self.words(value, "when", path),
            permissions=self._permissions(value, path),
            statuses=self._statuses(value, path),
            separator=separator,
            dates=self.text(value, "dates", path),
        )
        self._check(table, path)
        return table

    def _templates(self, value: Mapping[str, Any], path: str) -> dict[str, Template]:
        templates: dict[str, Template] = {}
        for name in (*_IDS, *_TEXTS):
            text = self.text(value, name, path)
            if text is None:
                continue
            template = read_template(text)
            if template is None:
                self.refuse(f"{path}.{name}", "its braces do not match", "Write a column as {column}, a brace as {{")
            kinds = _IDS.get(name)
            kind, colon, _ = template.start.partition(":")
            if kinds and (kind not in kinds or not colon):
                remedy = f"Begin it with one of {', '.join(kinds)}, then a colon, the system and a slash"
                self.refuse(f"{path}.{name}", "it does not begin as a node id does", remedy)
            templates[name] = template
        return templates

    def _permissions(self, value: Mapping[str, Any], path: str) -> dict[str, Permission]:
        permissions: dict[str, Permission] = {}
        for word, name in self.words(value, "permissions", path).items():
            level = OWN_WORDS.get(name.lower())
            if level is None:
                remedy = "Use one of DISCOVER, READ, WRITE, ADMIN"
                self.refuse(f"{path}.permissions.{word}", "this is no permission", remedy)
            permissions[word.strip().lower()] = level
        return permissions or dict(OWN_WORDS)

    def _statuses(self, value: Mapping[str, Any], path: str) -> dict[str, str]:
        statuses = {}
        for word, status in self.words(value, "statuses", path).items():
            if status not in STATUSES:
                self.refuse(f"{path}.statuses.{word}", "this is no status", "Use one of " + ", ".join(STATUSES))
            statuses[word.strip().lower()] = status
        return statuses or {status: status for status in STATUSES}

    def _check(self, table: TableMapping, path: str) -> None:
        keys = table.templates.keys()
        if "principal" not in keys:
            self.refuse(f"{path}.principal", "it is missing", 'Write it as "Account:system/{column}"')
        if ("data_source" in keys) == ("member_of" in keys):
            remedy = "Say data_source and permission, or member_of"
            self.refuse(path, "a row must say either what is accessed or which group is joined", remedy)
        if ("data_source" in keys) != ("permission" in keys):
            self.refuse(f"{path}.permission", "data_source and permission go together", "Say both, or member_of alone")
        kind = table.templates["principal"].start.partition(":")[0]
        if "member_of" in keys and kind not in EDGE_KINDS["MEMBER_OF"].sources:
            self.refuse(f"{path}.principal", f"a {kind} is no member of a group", "Name an Account, Identity or Group")

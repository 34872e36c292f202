"""Databricks Unity Catalog: catalogs, schemas and tables, and who was granted what on them.

Saved answers of its API below `databricks/WORKSPACE/`: the lists of catalogs, schemas and tables (with their owners), and grants
at the path of their call, databricks/acme/permissions/table/main.sales.orders.json. A grant on a catalog or schema holds for
all in it. USE_CATALOG and USE_SCHEMA are needed on the way and give no access by themselves; a grant counts without them, since they
may come through groups, whose members these answers do not list: access is never understated. Only `account users` has
everybody as a member. An external location or storage credential is a data source of its own: its READ_FILES bypasses tables.
What no table here knows is told in the run's reasons, with numbers. Saved answers do not prove that they are complete, so nothing is retired.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.address import canonical_address
from graph.ontology import Permission
from graph.reason import Reason
from loaders.base import Context, Document, Page, PendingRun
from loaders.claims.builder import Claims
from loaders.claims.coverage import Coverage
from loaders.claims.run import RunBuilder
from loaders.saved.fields import ErrorCollector, FieldReader
from loaders.saved.location import SavedCall, saved_call

SYSTEM = "databricks"
_LISTS = {"catalogs": "catalog", "schemas": "schema", "tables": "table"}
_GRANTS = "privilege_assignments"
_CALL = re.compile(r"(?:.*/)?(?:(?:effective-)?permissions|privilege-assignments)/(?P<type>[^/]+)/(?P<name>[^/]+)\Z")
# How many names lead to a securable that holds data.
_DEPTHS = {"catalog": 1, "schema": 2, "table": 3, "volume": 3}
# Securables beside the catalogs that give access to files.
_FILES = ("external_location", "storage_credential")
# They hold no data, or none that a grant on them opens.
_DATALESS = frozenset(
    {
        "function",
        "model",
        "registered_model",
        "connection",
        "credential",
        "service_credential",
        "metastore",
        "share",
        "recipient",
        "provider",
        "clean_room",
        "pipeline",
    }
)

# None: it gives no access to data by itself. https://docs.databricks.com: Unity Catalog privileges and securable objects.
_LEVELS: Mapping[str, Permission | None] = {
    "BROWSE": Permission.DISCOVER,
    "SELECT": Permission.READ,
    "READ_VOLUME": Permission.READ,
    "READ_FILES": Permission.READ,
    "MODIFY": Permission.WRITE,
    "WRITE_VOLUME": Permission.WRITE,
    "WRITE_FILES": Permission.WRITE,
    # Everything but MANAGE.
    "ALL_PRIVILEGES": Permission.WRITE,
    "MANAGE": Permission.ADMIN,
    "USE_CATALOG": None,
    "USE_SCHEMA": None,
    "APPLY_TAG": None,
    "EXECUTE": None,
    "REFRESH": None,
    "EXTERNAL_USE_SCHEMA": None,
    "EXTERNAL_USE_LOCATION": None,
    "USE_CONNECTION": None,
    "READ_METADATA": Permission.DISCOVER,
}
_MAKES = "CREATE_"
_SERVICE = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z", re.IGNORECASE)
_EVERYBODY = "account users"


def recognize(document: Document) -> bool:
    """A saved answer of Unity Catalog: a list of catalogs, schemas or tables, or the grants on one of them."""
    return document.format == "json" and _list_of(document.content) is not None


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per workspace; it covers nothing. Lenient per entry unless `context.lenient` is False."""
    runs: dict[str, _WorkspaceRun] = {}
    # What a list says of an object goes before what a grant on it implies, whatever the order of the files.
    for page in sorted(pages, key=_order):
        assert page.document is not None
        call = saved_call(page.document, SYSTEM)
        source = context.source or f"{SYSTEM}:{call.instance}"
        if source not in runs:
            runs[source] = _WorkspaceRun(RunBuilder(context, source))
        runs[source].add(page, page.document, call)
    for source in sorted(runs):
        yield runs[source].finish()


def _order(page: Page) -> tuple[bool, str]:
    assert page.document is not None
    return _list_of(page.document.content) == _GRANTS, str(page.document.path)


@dataclass(slots=True)
class _WorkspaceRun:
    """The answers of one workspace, read file by file into one run."""

    run: RunBuilder
    claims: Claims = field(default_factory=Claims)
    accounts: set[str] = field(default_factory=set)
    # Kinds of securables whose grants are left out, and privileges that no table has, with their number.
    dataless: Counter[str] = field(default_factory=Counter)
    unmapped_kinds: Counter[str] = field(default_factory=Counter)
    unmapped_privileges: Counter[str] = field(default_factory=Counter)

    @property
    def instance(self) -> str:
        return self.run.source.partition(":")[2]

    @property
    def errors(self) -> ErrorCollector:
        return self.run.errors

    def finish(self) -> PendingRun:
        """The run, with what it leaves out or guesses."""
        self.join_everybody()
        unmapped = (
            (self.unmapped_kinds, "grants on kinds of securables that may or may not hold data are left out"),
            (self.unmapped_privileges, "unknown privileges count as WRITE"),
        )
        reasons = [Reason("UNMAPPED_PRIVILEGE", f"{text}: {_counted(counts)}") for counts, text in unmapped if counts]
        pending = self.run.finish_claims(self.claims, Coverage((), reasons))
        if self.dataless:
            pending.notes.append(f"grants on securables without data are left out: {_counted(self.dataless)}")
        return pending

    def join_everybody(self) -> None:
        """Make every account a member of `account users` if something is granted to it."""
        group = f"Group:{SYSTEM}/{self.instance}/{_EVERYBODY}"
        for account in self.accounts if self.claims.has(group) else ():
            self.claims.edge("MEMBER_OF", (account, group), "every user of the account is")

    def add(self, page: Page, document: Document, call: SavedCall) -> None:
        self.run.add_page(page)
        body = FieldReader(document.content, "", document.display_path)
        field_name = _list_of(document.content)
        if field_name == _GRANTS:
            for securable in self.errors.collect(self._securable, body, call):
                if securable is not None:
                    for grant in body.valid_children(_GRANTS, self.errors):
                        self.errors.collect(self._grant, grant, securable)
        elif field_name is not None:
            for entry in body.valid_children(field_name, self.errors):
                self.errors.collect(self._object, entry, _LISTS[field_name])

    def _securable(self, body: FieldReader, call: SavedCall) -> str | None:
        """The data source that a file of grants is about; None for a securable without data."""
        match = _CALL.match(call.path or "")
        if match is None:
            body.refuse(
                _GRANTS,
                "nothing says which securable they are granted on",
                f"Put the file at {SYSTEM}/WORKSPACE/permissions/TYPE/FULL.NAME.json",
            )
        kind = match["type"].lower().replace("-", "_").replace(" ", "_")
        if kind in _DEPTHS:
            return self._data(body, match["name"], kind)
        if kind in _FILES:
            node = f"DataSource:{SYSTEM}/{self.instance}/{kind}:{match['name']}"
            return self.claims.node(node, match["name"], type=kind.replace("_", " "))
        counts = self.dataless if kind in _DATALESS else self.unmapped_kinds
        counts[kind] += len(body.items(_GRANTS))
        return None

    def _object(self, entry: FieldReader, kind: str) -> None:
        """One object of a list, with whatever contains it, and its owner."""
        name = entry.text("full_name") or entry.required("name")
        tags = {"type": (entry.text("table_type") or kind).lower()} if kind == "table" else {}
        owner = entry.text("owner")
        data = self._data(entry, name, kind, **tags)
        if owner is not None:
            self.claims.edge("CAN_ACCESS", (self._principal(owner), data), f"owner of the {kind}", Permission.ADMIN)

    def _data(self, entry: FieldReader, full_name: str, kind: str, **props: Any) -> str:
        """A data source inside its schema and catalog."""
        parts = full_name.split(".")
        if len(parts) != _DEPTHS[kind] or not all(parts):
            entry.refuse("full_name", f"this is not the full name of a {kind}")
        top = f"DataSource:{SYSTEM}/{self.instance}/{parts[0]}"
        ids = [top, *(f"{top}/{'.'.join(parts[1:depth])}" for depth in range(2, len(parts) + 1))]
        for depth, node in enumerate(ids):
            last = depth == len(ids) - 1
            node_props = {"type": kind, **props} if last else {"type": ("catalog", "schema")[depth]}
            self.claims.node(node, parts[depth], **node_props)
            if depth:
                self.claims.edge("CONTAINS", (ids[depth - 1], node), "Unity Catalog")
        return ids[-1]

    def _grant(self, entry: FieldReader, data: str) -> None:
        """The privileges of one principal; one that was deleted has no name and is skipped."""
        principal = entry.text("principal")
        privileges = [_privilege(entry, index) for index in range(len(entry.items("privileges")))]
        levels = {name: _level(name) for name in privileges}
        opens = {name: level for name, level in levels.items() if level is not None}
        if principal is None or not opens:
            return
        unknown = sorted(name for name in opens if name not in _LEVELS)
        self.unmapped_privileges.update(unknown)
        evidence = ", ".join(sorted(opens)) + (f" (unmapped privilege: {', '.join(unknown)})" if unknown else "")
        self.claims.edge("CAN_ACCESS", (self._principal(principal), data), evidence, max(opens.values()))

    def _principal(self, name: str) -> str:
        """Users are addresses, service principals application ids; every other name is a group's."""
        if "@" in name or _SERVICE.match(name):
            login = canonical_address(name)
            account = f"Account:{SYSTEM}/{self.instance}/{login}"
            self.accounts.add(account)
            is_person = "@" in name
            email, role = (login, None) if is_person else (None, "service principal")
            return self.claims.node(account, name, email=email, role=role)
        if name.lower() == _EVERYBODY:
            return self.claims.node(f"Group:{SYSTEM}/{self.instance}/{_EVERYBODY}", _EVERYBODY, type="organization")
        return self.claims.node(f"Group:{SYSTEM}/{self.instance}/{name}", name, type="directory_group")


def _privilege(entry: FieldReader, index: int) -> str:
    raw = entry.items("privileges")[index]
    # Effective privileges are objects, which also say what they are inherited from.
    if isinstance(raw, Mapping):
        raw = raw.get("privilege")
    reader = FieldReader({str(index): raw}, f"{entry.location}.privileges", entry.file)
    return reader.required(str(index)).upper().replace(" ", "_")


def _counted(counts: Counter[str]) -> str:
    return ", ".join(f"{name} ({count})" for name, count in sorted(counts.items()))


def _level(privilege: str) -> Permission | None:
    """What a privilege lets one do with data; an unknown one counts as WRITE."""
    if privilege.startswith(_MAKES):
        return None
    return _LEVELS.get(privilege, Permission.WRITE)


def _list_of(content: object) -> str | None:
    """The field that holds the entries of an answer, or None for any other content."""
    if not isinstance(content, Mapping):
        return None
    if isinstance(content.get(_GRANTS), list):
        return _GRANTS
    for name, kind in _LISTS.items():
        content_rows = content.get(name)
        rows = [row for row in content_rows if isinstance(row, Mapping)] if isinstance(content_rows, list) else []
        if any("owner" in row and ("full_name" in row or kind == "catalog") for row in rows):
            return name
    return None

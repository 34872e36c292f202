"""This file knows how the answers of one scope of Google Cloud become a run: who has what, and what is proven."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.reason import Reason
from loaders.base import Context, Document, Page, PendingRun
from loaders.claims.builder import Claims
from loaders.claims.coverage import Coverage
from loaders.claims.run import claims_run
from loaders.connectors.gcp.account import ServiceAccounts, read_account, read_key, read_membership
from loaders.connectors.gcp.bindings import Binding, read_access, read_bindings, views_of
from loaders.connectors.gcp.emit_claims import BindingClaims
from loaders.connectors.gcp.inventory import read_bucket, read_container, read_dataset, read_project, read_table
from loaders.connectors.gcp.recognize import (
    ACCOUNT,
    ASSET,
    BUCKET,
    DATASET,
    EFFECTIVE,
    FOUND,
    KEY,
    MEMBERSHIP,
    NAME,
    POLICY,
    PROJECT,
    ROLE,
    TABLE,
    answers_of,
    has_more,
    resource_path,
)
from loaders.connectors.gcp.resources import Resource, ResourceTree, read_resource
from loaders.saved.fields import ErrorCollector, FieldReader
from loaders.saved.location import saved_call

_PROVEN = {
    ("CAN_ACCESS",): (FOUND,),
    ("DataSource", "CONTAINS"): (FOUND, PROJECT, DATASET, BUCKET),
    ("Account",): (FOUND, ACCOUNT),
    ("Group", "MEMBER_OF"): (FOUND, ACCOUNT, MEMBERSHIP),
    ("Credential", "HAS_CREDENTIAL", "RUNS_AS"): (ACCOUNT, KEY),
}
_NEEDED = tuple(dict.fromkeys(name for names in _PROVEN.values() for name in names))


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per folder; lenient per entry unless `context.lenient` is False: then the first bad one raises RecordError."""
    scopes: dict[str, list[Document]] = {}
    for page in pages:
        if page.document is not None:
            instance = saved_call(page.document, NAME).instance
            scopes.setdefault(context.source or f"{NAME}:{instance}", []).append(page.document)
    for source in sorted(scopes):
        run = _GcpScope(source, context)
        for document in sorted(scopes[source], key=lambda one: one.display_path):
            run.take(document)
        yield run.draft()


class _GcpScope:
    """One run in the making."""

    def __init__(self, source: str, context: Context) -> None:
        self._source, self._context = source, context
        self._errors = ErrorCollector(strict=context.lenient is False)
        self._tree, self._accounts, self._claims = ResourceTree(), ServiceAccounts(), Claims()
        self._bindings: list[Binding] = []
        self._roles: dict[str, list[str]] = {}
        self._pages: dict[str, dict[int, bool]] = {}  # by kind and number: whether another page follows
        self._origins: list[str] = []
        self._datasets: dict[str, dict[str, Any]] = {}

    def take(self, document: Document) -> None:
        """Read the answers of a file."""
        self._origins.append(document.display_path)
        for kind, body, place in answers_of(document):
            number = saved_call(document, NAME).number
            more = has_more(document)
            pages = self._pages.setdefault(kind, {})
            pages[number] = pages.get(number, False) or more
            entry = FieldReader(body, place, document.display_path, accepts_digits=True)
            self._errors.collect(self._read, kind, entry, document)

    def draft(self) -> PendingRun:
        """The run: first who has what, as that says which parts of the tree are needed."""
        telling = BindingClaims(self._claims, self._tree, self._accounts, self._roles)
        telling.tell(self._bindings)
        self._tree.tell(self._claims)
        for path, props in self._datasets.items():
            self._claims.node(self._tree.node(Resource(path, "bigquery")), **props)
        proof = Coverage(self._complete(telling.groups), list(self._reasons(telling.groups)))
        return claims_run(self._claims, self._context, self._source, self._origins, self._errors, proof)

    def _read(self, kind: str, entry: FieldReader, document: Document) -> None:
        if kind == POLICY:
            path = resource_path(document)
            remedy = f"Save it where it belongs, as {NAME}/NAME/projects/PROJECT/policy.json"
            resource = read_resource(path) if path else None
            if resource is None:
                entry.refuse("", "nothing says which resource this policy is of", remedy)
            self._policy(entry, resource, [])
        elif kind == EFFECTIVE:
            self._read_effective(entry)
        elif kind in (FOUND, ASSET):
            self._read_found(entry, kind)
        elif kind == DATASET:
            resource, props = read_dataset(entry)
            self._tree.add(resource)
            self._bindings.extend(read_access(entry, resource, self._errors))
            views = views_of(entry, self._errors)
            self._datasets[resource.path] = {**props, "authorized_views": views or None}
        elif kind == ROLE:
            listed = entry.items("includedPermissions")
            self._roles[entry.required("name")] = [one for one in listed if isinstance(one, str)]
        elif kind == ACCOUNT:
            self._accounts.add(read_account(entry))
        elif kind == KEY:
            self._accounts.add_key(read_key(entry))
        elif kind == MEMBERSHIP:
            self._accounts.add_membership(*read_membership(entry, document.path.stem.removeprefix("members-")))
        else:
            self._read_listed(kind, entry)

    def _read_listed(self, kind: str, entry: FieldReader) -> None:
        """A row of a list of what there is."""
        if kind == TABLE:
            self._tree.add(read_table(entry))
        elif kind == BUCKET:
            self._tree.add(*read_bucket(entry))
        elif kind == PROJECT:
            project = read_project(entry)
            self._number(project.number, project.id)
            self._tree.names[f"projects/{project.id}"] = project.name or project.id
            self._tree.add(Resource(f"projects/{project.id}"), project.above)
        else:
            resource, name, above = read_container(entry)
            self._tree.names[resource.path] = name or resource.path
            self._tree.add(resource, above)

    def _read_effective(self, entry: FieldReader) -> None:
        name = "policy_results" if "policy_results" in entry.body else "policyResults"
        for result in entry.valid_children(name, self._errors):
            for resource, policies in self._errors.collect(self._effective, result):
                attached = [(one, _resource_of(one, "attached_resource", "attachedResource")) for one in policies]
                # All but the resource itself are what it lies in; of what was asked for in one project, that project too.
                above = [one.path for _, one in attached if one.path != resource.path]
                asked = entry.text("project_id") if not resource.is_container else None
                self._place(resource, [*above, f"projects/{asked}"] if asked else above)
                for policy, holder in attached:
                    for inner in self._errors.collect(policy.child_or_empty, "policy"):
                        self._policy(inner, holder, [])

    def _effective(self, result: FieldReader) -> tuple[Resource, list[FieldReader]]:
        resource = _resource_of(result, "full_resource_name", "fullResourceName")
        policies = list(result.children("policies"))
        for policy in policies:
            _resource_of(policy, "attached_resource", "attachedResource")
        return resource, policies

    def _read_found(self, entry: FieldReader, kind: str) -> None:
        if kind == FOUND:
            resource, policy = _resource_of(entry, "resource"), entry.child_or_empty("policy")
            above = [entry.text("organization"), entry.text("project"), *_texts(entry, "folders")]
        else:
            resource = _resource_of(entry, "name")
            policy = entry.child_or_empty("iamPolicy" if "iamPolicy" in entry.body else "iam_policy")
            above = list(_texts(entry, "ancestors"))
        told = [one for one in above if one]
        parts = resource.path.split("/")
        if parts[0] == "projects":
            # The same project, once by id in its name and once by number.
            for project in (one for one in told if one.startswith("projects/")):
                self._number(project.partition("/")[2], parts[1])
        self._policy(policy, resource, told)

    def _place(self, resource: Resource, above: list[str]) -> None:
        """A resource in all that it lies in, told in any order: it is in its project, and the project in the rest."""
        projects = [one for one in above if one.startswith("projects/")]
        rest = [one for one in above if not one.startswith("projects/")]
        if resource.is_container and resource.path.startswith("projects/"):
            self._tree.add(resource, rest)
            return
        self._tree.add(resource, projects or rest)
        for project in projects:
            self._tree.add(Resource(project), rest)

    def _policy(self, policy: FieldReader, resource: Resource, above: list[str]) -> None:
        self._place(resource, above)
        self._bindings.extend(read_bindings(policy, resource, self._errors))

    def _number(self, number: str | None, project: str) -> None:
        if number and number.isdigit() and number != project:
            self._tree.ids[number] = project

    def _whole(self, groups: set[str]) -> set[str]:
        return {kind for kind in self._pages if not self._shortfall(kind, groups)}

    def _shortfall(self, kind: str, groups: set[str]) -> str:
        pages = self._pages[kind]
        last = max(pages)
        if pages[last] or pages.keys() != set(range(1, last + 1)):
            return "not all pages are there"
        if kind == MEMBERSHIP:
            missing = groups - self._accounts.groups
            return f"there is no list for {len(missing)} groups, such as {min(missing)}" if missing else ""
        if kind == KEY:
            missing = self._accounts.without_keys()
            return f"there is no list for {len(missing)} service accounts, such as {min(missing)}" if missing else ""
        return ""

    def _complete(self, groups: set[str]) -> tuple[str, ...]:
        whole = self._whole(groups)
        return tuple(scope for scopes, kinds in _PROVEN.items() if whole.issuperset(kinds) for scope in scopes)

    def _reasons(self, groups: set[str]) -> Iterator[Reason]:
        missing = [kind for kind in _NEEDED if kind not in self._pages]
        if missing:
            yield Reason("MISSING_ANSWERS", "not among the files: " + ", ".join(missing))
        for kind in sorted(self._pages):
            if short := self._shortfall(kind, groups):
                yield Reason("INCOMPLETE", f"{kind}: {short}")


def _resource_of(entry: FieldReader, *names: str) -> Resource:
    """The resource that the first of these fields names. Raises RecordError if it names none."""
    name = next((one for one in names if one in entry.body), names[0])
    resource = read_resource(entry.required(name))
    if resource is None:
        entry.refuse(name, "this is no name of a resource")
    return resource


def _texts(entry: FieldReader, name: str) -> Iterator[str]:
    listed: Mapping[str, Any] = {f"{at}": one for at, one in enumerate(entry.items(name))}
    inner = FieldReader(listed, name, entry.file)
    for at in listed:
        told = inner.text(at)
        if told:
            yield told

"""Normalization of saved Google Cloud answers: one run per scope, from its files to its claims and what they prove complete."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.reason import Reason
from loaders.base import Context, Document, Page, PendingRun
from loaders.claims.builder import Claims
from loaders.claims.coverage import Coverage, covered_scopes
from loaders.claims.run import RunBuilder
from loaders.connectors.gcp.bindings import Binding, authorized_views, read_access, read_bindings
from loaders.connectors.gcp.emit_claims import BindingClaims
from loaders.connectors.gcp.principals import ServiceAccounts, read_account, read_key, read_membership
from loaders.connectors.gcp.recognize import (
    ACCOUNT,
    ASSET,
    BUCKET,
    DATASET,
    DENY_POLICY,
    EFFECTIVE,
    KEY,
    MEMBERSHIP,
    NAME,
    POLICY,
    PROJECT,
    ROLE,
    SEARCH_RESULT,
    TABLE,
    answers_of,
    has_more,
    resource_path,
)
from loaders.connectors.gcp.resources import (
    BIGQUERY,
    Resource,
    ResourceTree,
    read_bucket,
    read_container,
    read_dataset,
    read_project,
    read_resource,
    read_table,
)
from loaders.connectors.gcp.roles import CUSTOM, UNMAPPED, rights_of
from loaders.saved.fields import FieldReader
from loaders.saved.location import documents_by_source, saved_call

# Scopes, and the answers that must be there in full for them.
_REQUIRED_ANSWERS: Mapping[tuple[str, ...], tuple[str, ...]] = {
    ("CAN_ACCESS",): (SEARCH_RESULT,),
    ("DataSource", "CONTAINS"): (SEARCH_RESULT, PROJECT, DATASET, BUCKET),
    ("Account",): (SEARCH_RESULT, ACCOUNT),
    ("Group", "MEMBER_OF"): (SEARCH_RESULT, ACCOUNT, MEMBERSHIP),
    ("Credential", "HAS_CREDENTIAL", "RUNS_AS"): (ACCOUNT, KEY),
}
# Reasons are for people: of very many roles the commonest are listed.
_MAX_REASONS = 50
_EXPECTED_ANSWERS = tuple(dict.fromkeys(kind for kinds in _REQUIRED_ANSWERS.values() for kind in kinds))


def normalize(pages: Iterable[Page], context: Context) -> Iterator[PendingRun]:
    """One run per folder; lenient per entry unless `context.lenient` is False: then the first bad one raises RecordError."""
    for source, documents in documents_by_source(pages, context, NAME):
        scope = _GcpScope(RunBuilder(context, source, [document.display_path for document in documents]))
        for document in documents:
            scope.read(document)
        yield scope.finish()


class _GcpScope:
    """The answers of one scope, read file by file into one run."""

    def __init__(self, run: RunBuilder) -> None:
        self._run, self._errors = run, run.errors
        self._tree, self._accounts, self._claims = ResourceTree(), ServiceAccounts(), Claims()
        self._bindings: list[Binding] = []
        self._roles: dict[str, list[str]] = {}
        self._pages: dict[str, dict[int, bool]] = {}  # by kind and number: whether another page follows
        self._datasets: dict[str, dict[str, Any]] = {}
        self._deny_rules = 0

    def read(self, document: Document) -> None:
        """Read the answers of a file."""
        number, more = saved_call(document, NAME).number, has_more(document)
        for kind, body, location in answers_of(document):
            pages = self._pages.setdefault(kind, {})
            pages[number] = pages.get(number, False) or more
            entry = FieldReader(body, location, document.display_path, accepts_digits=True)
            self._errors.collect(self._read_answer, kind, entry, document)

    def finish(self) -> PendingRun:
        """The run: first who has what, as that says which parts of the tree are needed."""
        binding_claims = BindingClaims(self._claims, self._tree, self._accounts, self._roles)
        binding_claims.emit(self._bindings)
        self._tree.emit(self._claims)
        for path, props in self._datasets.items():
            self._claims.node(self._tree.node(Resource(path, BIGQUERY)), **props)
        groups = binding_claims.groups
        reasons = [*self._reasons(groups), *self._unmapped_roles(), *binding_claims.idle_actors(), *self._denied()]
        return self._run.finish_claims(self._claims, Coverage(self._complete(groups), reasons))

    def _read_answer(self, kind: str, entry: FieldReader, document: Document) -> None:
        if kind == POLICY:
            path = resource_path(document)
            remedy = f"Save it at the path of its resource, as {NAME}/NAME/projects/PROJECT/policy.json"
            resource = read_resource(path) if path else None
            if resource is None:
                entry.refuse("", "nothing says which resource this policy is of", remedy)
            self._read_policy(entry, resource, [])
        elif kind == EFFECTIVE:
            self._read_effective(entry)
        elif kind in (SEARCH_RESULT, ASSET):
            self._read_asset(entry, kind)
        elif kind == DATASET:
            resource, props = read_dataset(entry)
            self._tree.add(resource)
            self._bindings.extend(read_access(entry, resource, self._errors))
            views = authorized_views(entry, self._errors)
            self._datasets[resource.path] = {**props, "authorized_views": views or None}
        elif kind == DENY_POLICY:
            self._deny_rules += sum("denyRule" in rule.body for rule in entry.children("rules"))
        elif kind == ROLE:
            permissions = entry.items("includedPermissions")
            self._roles[entry.required("name")] = [text for text in permissions if isinstance(text, str)]
        elif kind == ACCOUNT:
            account = read_account(entry)
            self._accounts.by_email[account.email] = account
        elif kind == KEY:
            self._accounts.keys.append(read_key(entry))
        elif kind == MEMBERSHIP:
            group = document.path.stem.removeprefix("members-")
            self._accounts.memberships.append(read_membership(entry, group))
        else:
            self._read_listed(kind, entry)

    def _read_listed(self, kind: str, entry: FieldReader) -> None:
        """A row of a list of resources."""
        if kind == TABLE:
            self._tree.add(read_table(entry))
        elif kind == BUCKET:
            self._tree.add(*read_bucket(entry))
        elif kind == PROJECT:
            project = read_project(entry)
            self._add_number(project.number, project.id)
            self._tree.names[f"projects/{project.id}"] = project.name or project.id
            self._tree.add(Resource(f"projects/{project.id}"), project.ancestors)
        else:
            resource, name, ancestors = read_container(entry)
            self._tree.names[resource.path] = name or resource.path
            self._tree.add(resource, ancestors)

    def _read_effective(self, entry: FieldReader) -> None:
        name = "policy_results" if "policy_results" in entry.body else "policyResults"
        for result in entry.valid_children(name, self._errors):
            for resource, policies in self._errors.collect(self._read_result, result):
                attached = [
                    (policy, _resource_of(policy, "attached_resource", "attachedResource")) for policy in policies
                ]
                # All but the resource itself contain it; so does the project that was asked, if one was.
                ancestors = [holder.path for _, holder in attached if holder.path != resource.path]
                project = entry.text("project_id") if not resource.is_container else None
                self._add_resource(resource, [*ancestors, f"projects/{project}"] if project else ancestors)
                for policy, holder in attached:
                    for inner in self._errors.collect(policy.child_or_empty, "policy"):
                        self._read_policy(inner, holder, [])

    def _read_result(self, result: FieldReader) -> tuple[Resource, list[FieldReader]]:
        resource = _resource_of(result, "full_resource_name", "fullResourceName")
        policies = list(result.children("policies"))
        for policy in policies:
            _resource_of(policy, "attached_resource", "attachedResource")
        return resource, policies

    def _read_asset(self, entry: FieldReader, kind: str) -> None:
        if kind == SEARCH_RESULT:
            resource, policy = _resource_of(entry, "resource"), entry.child_or_empty("policy")
            names = [entry.text("organization"), entry.text("project"), *_texts(entry, "folders")]
        else:
            resource = _resource_of(entry, "name")
            policy = entry.child_or_empty("iamPolicy" if "iamPolicy" in entry.body else "iam_policy")
            names = list(_texts(entry, "ancestors"))
        ancestors = [name for name in names if name]
        parts = resource.path.split("/")
        if parts[0] == "projects":
            # The same project, once by id in its name and once by number.
            for project in (name for name in ancestors if name.startswith("projects/")):
                self._add_number(project.partition("/")[2], parts[1])
        self._read_policy(policy, resource, ancestors)

    def _add_resource(self, resource: Resource, ancestors: list[str]) -> None:
        """Add a resource with its ancestors in any order: it is in its project, and the project in the others."""
        projects = [name for name in ancestors if name.startswith("projects/")]
        others = [name for name in ancestors if not name.startswith("projects/")]
        if resource.is_container and resource.path.startswith("projects/"):
            self._tree.add(resource, others)
            return
        self._tree.add(resource, projects or others)
        for project in projects:
            self._tree.add(Resource(project), others)

    def _read_policy(self, policy: FieldReader, resource: Resource, ancestors: list[str]) -> None:
        self._add_resource(resource, ancestors)
        self._bindings.extend(read_bindings(policy, resource, self._errors))

    def _add_number(self, number: str | None, project: str) -> None:
        if number and number.isdigit() and number != project:
            self._tree.ids[number] = project

    def _shortfall(self, kind: str, groups: set[str]) -> str:
        """Why the answers of a kind are not all there; empty if they are."""
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
        return covered_scopes(_REQUIRED_ANSWERS, {kind for kind in self._pages if not self._shortfall(kind, groups)})

    def _unmapped_roles(self) -> Iterator[Reason]:
        """Every role that no table knows, with the number of its members."""
        counts = Counter(binding.role for binding in self._bindings)
        remarks = {role: {right.remark for right in rights_of(role, self._roles.get(role))} for role in counts}
        unmapped = Counter({role: counts[role] for role in counts if remarks[role] & {UNMAPPED, CUSTOM}})
        for role, count in sorted(unmapped.most_common(_MAX_REASONS)):
            bound = "1 member" if count == 1 else f"{count} members"
            remedy = "save `gcloud iam roles describe` of it beside the policies to say what it permits"
            yield Reason("UNMAPPED_ROLE", f"{role}: bound to {bound}, counted as WRITE; {remedy}")
        if len(unmapped) > _MAX_REASONS:
            yield Reason("UNMAPPED_ROLE", f"and {len(unmapped) - _MAX_REASONS} more roles, counted as WRITE")

    def _denied(self) -> Iterator[Reason]:
        if self._deny_rules:
            text = f"{self._deny_rules} deny rules are not applied: whoever they deny counts as let in"
            yield Reason("OVER_APPROXIMATED", text)

    def _reasons(self, groups: set[str]) -> Iterator[Reason]:
        missing = [kind for kind in _EXPECTED_ANSWERS if kind not in self._pages]
        if missing:
            yield Reason("MISSING_ANSWERS", "not among the files: " + ", ".join(missing))
        for kind in sorted(self._pages):
            if shortfall := self._shortfall(kind, groups):
                yield Reason("INCOMPLETE", f"{kind}: {shortfall}")


def _resource_of(entry: FieldReader, *names: str) -> Resource:
    """The resource that the first of these fields names. Raises RecordError if it names none."""
    name = next((name for name in names if name in entry.body), names[0])
    resource = read_resource(entry.required(name))
    if resource is None:
        entry.refuse(name, "this is not the name of a resource")
    return resource


def _texts(entry: FieldReader, name: str) -> Iterator[str]:
    items: Mapping[str, Any] = {str(index): item for index, item in enumerate(entry.items(name))}
    reader = FieldReader(items, name, entry.file)
    yield from (text for index in items if (text := reader.text(index)))

"""Resources of Google Cloud: their names, what contains what, the nodes they become, and how lists describe them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from loaders.claims.builder import Claims
from loaders.saved.fields import FieldReader

BIGQUERY, STORAGE, IAM = "bigquery", "storage", "iam"
CONTAINERS = ("organizations", "folders", "projects")

_FULL_NAME = re.compile(r"//(?P<service>[a-z0-9-]+)\.googleapis\.com/(?P<path>.+)\Z")
_TYPES = {
    "organizations": "organization",
    "folders": "folder",
    "projects": "project",
    "datasets": "dataset",
    "tables": "table",
    "buckets": "bucket",
}


@dataclass(frozen=True, slots=True)
class Resource:
    """A resource by its path, such as projects/p/datasets/d; `service` is empty for organisations, folders and projects."""

    path: str
    service: str = ""

    @property
    def is_container(self) -> bool:
        return not self.service

    @property
    def service_account(self) -> str | None:
        """The address of a service account; None for anything else."""
        email = self.path.partition("/serviceAccounts/")[2]
        return email.lower() or None if self.service == IAM else None

    @property
    def type(self) -> str:
        parts = self.path.split("/")
        return _TYPES.get(parts[-2], parts[-2]) if len(parts) > 1 else self.service


def read_resource(name: str) -> Resource | None:
    """The resource of a full name or of a path; None for text that names none."""
    match = _FULL_NAME.match(name)
    service, path = (match["service"], match["path"]) if match else ("", name.lstrip("/"))
    parts = path.split("/")
    if not all(parts):
        return None
    if service == STORAGE or (not service and "buckets" in parts[:-1]):
        bucket = parts[parts.index("buckets") + 1] if "buckets" in parts[:-1] else parts[0]
        return Resource(f"buckets/{bucket}", STORAGE)
    if parts[0] in CONTAINERS and len(parts) == 2:
        return Resource(path)
    if len(parts) < 2:
        return None
    if not service:
        service = BIGQUERY if "datasets" in parts else IAM if "serviceAccounts" in parts else ""
    return Resource(path, service) if service else None


@dataclass(slots=True)
class ResourceTree:
    """Every resource that was named, and what contains it. A project is named by its id wherever its number is known.

    `ids` are the ids of projects by number, `names` the display names of resources by path.
    """

    ids: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    _resources: dict[str, Resource] = field(default_factory=dict)
    _above: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _needed_parts: set[tuple[str, str]] = field(default_factory=set)
    _parents: dict[str, set[str]] = field(default_factory=dict)  # made once everything is added

    def add(self, resource: Resource, ancestors: list[str] | None = None) -> None:
        """Add a resource, and those of its ancestors that are known, in any order."""
        self._resources[resource.path] = resource
        parts = resource.path.split("/")
        if resource.service == BIGQUERY and len(parts) > 4:
            self._resources.setdefault("/".join(parts[:4]), Resource("/".join(parts[:4]), BIGQUERY))
        for name in ancestors or ():
            ancestor = read_resource(name)
            if ancestor is not None and ancestor.is_container and ancestor.path != resource.path:
                self._resources.setdefault(ancestor.path, ancestor)
                self._above[resource.path].add(ancestor.path)

    def need_part(self, resource: Resource, service: str) -> None:
        """Note that a role of one service is granted on a container, whose part of that service gets a node."""
        self._needed_parts.add((resource.path, service))

    def canonical_path(self, path: str) -> str:
        """The path with its project named by id."""
        parts = path.split("/")
        if parts[0] == "projects" and len(parts) > 1:
            parts[1] = self.ids.get(parts[1], parts[1])
        return "/".join(parts)

    def node(self, resource: Resource, service: str = "") -> str:
        """The node of a resource, or of all that one service has in a container."""
        path = self.canonical_path(resource.path)
        # Other services may use the same words for what they hold.
        prefix = f"{resource.service}/" if resource.service not in ("", BIGQUERY, STORAGE) else ""
        return f"DataSource:gcp/{prefix}{path}" + (f"/services/{service}" if service else "")

    def projects_in(self, container: str) -> set[str]:
        """The projects below a container, itself included if it is one."""
        root = self.canonical_path(container)
        projects = (path for path in self._containers() if path.startswith("projects/"))
        return {path.partition("/")[2] for path in projects if root in self._ancestors(path)}

    def emit(self, claims: Claims) -> None:
        """Add every resource and what contains it, and of containers the part of each service that a role or resource needs."""
        parts = {(self.canonical_path(path), service) for path, service in self._needed_parts}
        for resource in self._resources.values():
            if resource.service == IAM:
                continue
            node = claims.node(
                self.node(resource), self.names.get(self.canonical_path(resource.path)), type=resource.type
            )
            for above in self._parents_of(resource):
                if above.is_container and not resource.is_container:
                    parts.add((self.canonical_path(above.path), resource.service))
                    claims.edge("CONTAINS", (self.node(above, resource.service), node), f"{resource.type} in it")
                else:
                    claims.edge("CONTAINS", (self.node(above), node), f"{resource.type} in it")
        # What a role reaches from above it reaches in all that lies below.
        for path in self._containers():
            ancestors = self._ancestors(path) - {path}
            parts |= {(path, service) for ancestor, service in parts if ancestor in ancestors}
        for path, service in sorted(parts):
            self._emit_part(claims, Resource(path), service, parts)

    def _emit_part(self, claims: Claims, holder: Resource, service: str, parts: set[tuple[str, str]]) -> None:
        node = claims.node(self.node(holder, service), f"{service} in {holder.path}", type=service)
        claims.edge("CONTAINS", (claims.node(self.node(holder), type=holder.type), node), f"{service} in it")
        for above in self._ancestors(holder.path) - {holder.path}:
            if (above, service) in parts:
                claims.edge("CONTAINS", (self.node(Resource(above), service), node), f"{service} in it")

    def _parents_of(self, resource: Resource) -> list[Resource]:
        """What directly contains a resource: by its own name, else as answers said."""
        parts = resource.path.split("/")
        if resource.service == BIGQUERY and len(parts) > 4:
            return [Resource("/".join(parts[:4]), BIGQUERY)]
        if resource.service and parts[0] == "projects":
            return [Resource("/".join(parts[:2]))]
        containers = {self.canonical_path(path) for path in self._above.get(resource.path, ())}
        projects = {path for path in containers if path.startswith("projects/")}
        # A bucket lies in its project, and the project in the folder.
        return [Resource(path) for path in sorted(projects if resource.service and projects else containers)]

    def _containers(self) -> set[str]:
        paths = [path for path, resource in self._resources.items() if resource.is_container]
        for path, resource in self._resources.items():
            if resource.service and path.startswith("projects/"):
                paths.append("/".join(path.split("/")[:2]))
        paths += [path for above in self._above.values() for path in above]
        return {self.canonical_path(path) for path in paths}

    def _ancestors(self, path: str) -> set[str]:
        """A container and everything that contains it."""
        if not self._parents:
            for below, above in self._above.items():
                self._parents.setdefault(self.canonical_path(below), set()).update(map(self.canonical_path, above))
        seen, waiting = {path}, [path]
        while waiting:
            for parent in self._parents.get(waiting.pop(), set()) - seen:
                seen.add(parent)
                waiting.append(parent)
        return seen


@dataclass(frozen=True, slots=True)
class ProjectEntry:
    """A project of a list; `ancestors` are what contains it."""

    id: str
    number: str | None
    name: str | None
    ancestors: list[str]


def read_project(entry: FieldReader) -> ProjectEntry:
    """A project of either version of the API: in the older one its parent is an object."""
    number = entry.text("projectNumber")
    resource_name = entry.text("name") or ""
    if number is None and resource_name.startswith("projects/"):
        number = resource_name.partition("/")[2]
    if isinstance(entry.body.get("parent"), str):
        parent = entry.text("parent")
    else:
        reference = entry.child_or_empty("parent")
        parent = f"{reference.required('type')}s/{reference.required('id')}" if reference.body else None
    name = entry.text("displayName") or (entry.text("name") if "projectNumber" in entry.body else None)
    return ProjectEntry(entry.required("projectId"), number, name, [parent] if parent else [])


def read_container(entry: FieldReader) -> tuple[Resource, str | None, list[str]]:
    """A folder or organisation, its name, and what contains it."""
    parent = entry.text("parent")
    return Resource(entry.required("name")), entry.text("displayName"), [parent] if parent else []


def read_dataset(entry: FieldReader) -> tuple[Resource, dict[str, Any]]:
    """A dataset and its properties."""
    reference = entry.child_or_empty("datasetReference")
    path = f"projects/{reference.required('projectId')}/datasets/{reference.required('datasetId')}"
    labels = entry.child_or_empty("labels")
    tags = sorted(f"{name}:{labels.text(name) or ''}" for name in labels.body)
    return Resource(path, BIGQUERY), {"name": entry.text("friendlyName"), "tags": tags or None}


def read_table(entry: FieldReader) -> Resource:
    """A table or view."""
    reference = entry.child_or_empty("tableReference")
    project, dataset = reference.required("projectId"), reference.required("datasetId")
    table = reference.required("tableId")
    return Resource(f"projects/{project}/datasets/{dataset}/tables/{table}", BIGQUERY)


def read_bucket(entry: FieldReader) -> tuple[Resource, list[str]]:
    """A bucket and the project that contains it."""
    number = entry.text("projectNumber")
    return Resource(f"buckets/{entry.required('name')}", STORAGE), [f"projects/{number}"] if number else []

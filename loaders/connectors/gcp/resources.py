"""This file knows Google Cloud's resource names: what contains what, and the nodes they become."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from loaders.claims.builder import Claims

BIGQUERY, STORAGE, IAM = "bigquery", "storage", "iam"
CONTAINERS = ("organizations", "folders", "projects")

_FULL = re.compile(r"//(?P<service>[a-z0-9-]+)\.googleapis\.com/(?P<path>.+)\Z")
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
    def account(self) -> str | None:
        """The address of a service account; None for anything else."""
        found = self.path.partition("/serviceAccounts/")[2]
        return found.lower() or None if self.service == IAM else None

    @property
    def type(self) -> str:
        parts = self.path.split("/")
        return _TYPES.get(parts[-2], parts[-2]) if len(parts) > 1 else self.service


def read_resource(name: str) -> Resource | None:
    """The resource of a full name or of a path; None for text that names none."""
    found = _FULL.match(name)
    service, path = (found["service"], found["path"]) if found else ("", name.lstrip("/"))
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
    """Every resource that was named, and what it lies in. Projects are called by id wherever their number is known."""

    ids: dict[str, str] = field(default_factory=dict)  # by number: the id of a project
    names: dict[str, str] = field(default_factory=dict)
    _resources: dict[str, Resource] = field(default_factory=dict)
    _above: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _wanted: set[tuple[str, str]] = field(default_factory=set)
    _parents: dict[str, set[str]] = field(default_factory=dict)  # made once all is told

    def add(self, resource: Resource, ancestors: list[str] | None = None) -> None:
        """A resource, and containers it lies in as far as they are told: all of them, in any order."""
        self._resources[resource.path] = resource
        parts = resource.path.split("/")
        if resource.service == BIGQUERY and len(parts) > 4:
            self._resources.setdefault("/".join(parts[:4]), Resource("/".join(parts[:4]), BIGQUERY))
        for above in ancestors or ():
            found = read_resource(above)
            if found is not None and found.is_container and found.path != resource.path:
                self._resources.setdefault(found.path, found)
                self._above[resource.path].add(found.path)

    def want(self, resource: Resource, service: str) -> None:
        """A role of one service is granted on a container."""
        self._wanted.add((resource.path, service))

    def called(self, path: str) -> str:
        """The path with its project called by id."""
        parts = path.split("/")
        if parts[0] == "projects" and len(parts) > 1:
            parts[1] = self.ids.get(parts[1], parts[1])
        return "/".join(parts)

    def node(self, resource: Resource, service: str = "") -> str:
        """The node of a resource, or of all that one service has in a container."""
        path = self.called(resource.path)
        # Other services may use the same words for what they hold.
        prefix = f"{resource.service}/" if resource.service not in ("", BIGQUERY, STORAGE) else ""
        return f"DataSource:gcp/{prefix}{path}" + (f"/services/{service}" if service else "")

    def projects_in(self, container: str) -> set[str]:
        """The projects below a container, itself included if it is one."""
        wanted = self.called(container)
        inside = (path for path in self._containers() if path.startswith("projects/") and wanted in self._line(path))
        return {path.partition("/")[2] for path in inside}

    def tell(self, claims: Claims) -> None:
        """Every resource with what contains it; of containers also the part of each service that a role or resource needs."""
        parts = {(self.called(path), service) for path, service in self._wanted}
        for resource in self._resources.values():
            if resource.service == IAM:
                continue
            node = claims.node(self.node(resource), self.names.get(self.called(resource.path)), type=resource.type)
            for above in self._direct(resource):
                if above.is_container and not resource.is_container:
                    parts.add((self.called(above.path), resource.service))
                    claims.edge("CONTAINS", (self.node(above, resource.service), node), f"{resource.type} in it")
                else:
                    claims.edge("CONTAINS", (self.node(above), node), f"{resource.type} in it")
        # What a role reaches from above it reaches in all that lies below.
        for path in self._containers():
            line = self._line(path) - {path}
            parts |= {(path, service) for one, service in parts if one in line}
        for path, service in sorted(parts):
            self._tell_part(claims, Resource(path), service, parts)

    def _tell_part(self, claims: Claims, holder: Resource, service: str, parts: set[tuple[str, str]]) -> None:
        node = claims.node(self.node(holder, service), f"{service} in {holder.path}", type=service)
        claims.edge("CONTAINS", (claims.node(self.node(holder), type=holder.type), node), f"{service} in it")
        for above in self._line(holder.path) - {holder.path}:
            if (above, service) in parts:
                claims.edge("CONTAINS", (self.node(Resource(above), service), node), f"{service} in it")

    def _direct(self, resource: Resource) -> list[Resource]:
        """What a resource lies in: by its own name, else as it was told."""
        parts = resource.path.split("/")
        if resource.service == BIGQUERY and len(parts) > 4:
            return [Resource("/".join(parts[:4]), BIGQUERY)]
        if resource.service and parts[0] == "projects":
            return [Resource("/".join(parts[:2]))]
        told = {self.called(path) for path in self._above.get(resource.path, ())}
        projects = {path for path in told if path.startswith("projects/")}
        # A bucket lies in its project, and the project in the folder.
        return [Resource(path) for path in sorted(projects if resource.service and projects else told)]

    def _containers(self) -> set[str]:
        found = {self.called(path) for path, one in self._resources.items() if one.is_container}
        for path, one in self._resources.items():
            if one.service and path.startswith("projects/"):
                found.add(self.called("/".join(path.split("/")[:2])))
        return found | {self.called(path) for told in self._above.values() for path in told}

    def _line(self, path: str) -> set[str]:
        """A container and all that it lies in."""
        if not self._parents:
            for below, told in self._above.items():
                self._parents.setdefault(self.called(below), set()).update(map(self.called, told))
        seen, waiting = {path}, [path]
        while waiting:
            for one in self._parents.get(waiting.pop(), set()) - seen:
                seen.add(one)
                waiting.append(one)
        return seen

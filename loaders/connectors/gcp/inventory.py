"""This file knows what Google Cloud's lists say of a project, folder, organisation, dataset, table or bucket."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from loaders.connectors.gcp.resources import BIGQUERY, STORAGE, Resource
from loaders.saved.fields import FieldReader


@dataclass(frozen=True, slots=True)
class ProjectEntry:
    """A project; `above` is what it lies in."""

    id: str
    number: str | None
    name: str | None
    above: list[str]


def read_project(entry: FieldReader) -> ProjectEntry:
    """A project of either version of the API: the older one tells its parent as an object."""
    number = entry.text("projectNumber")
    told = entry.text("name") or ""
    if number is None and told.startswith("projects/"):
        number = told.partition("/")[2]
    if isinstance(entry.body.get("parent"), str):
        parent = entry.text("parent")
    else:
        inner = entry.child_or_empty("parent")
        parent = f"{inner.required('type')}s/{inner.required('id')}" if inner.body else None
    name = entry.text("displayName") or (entry.text("name") if "projectNumber" in entry.body else None)
    return ProjectEntry(entry.required("projectId"), number, name, [parent] if parent else [])


def read_container(entry: FieldReader) -> tuple[Resource, str | None, list[str]]:
    """A folder or organisation, its name, and what it lies in."""
    parent = entry.text("parent")
    return Resource(entry.required("name")), entry.text("displayName"), [parent] if parent else []


def read_dataset(entry: FieldReader) -> tuple[Resource, dict[str, Any]]:
    """A dataset and what is told of it."""
    reference = entry.child_or_empty("datasetReference")
    path = f"projects/{reference.required('projectId')}/datasets/{reference.required('datasetId')}"
    labels = entry.child_or_empty("labels")
    tags = sorted(f"{name}:{labels.text(name) or ''}" for name in labels.body)
    return Resource(path, BIGQUERY), {"name": entry.text("friendlyName"), "tags": tags or None}


def read_table(entry: FieldReader) -> Resource:
    """A table or view."""
    told = entry.child_or_empty("tableReference")
    project, dataset, table = told.required("projectId"), told.required("datasetId"), told.required("tableId")
    return Resource(f"projects/{project}/datasets/{dataset}/tables/{table}", BIGQUERY)


def read_bucket(entry: FieldReader) -> tuple[Resource, list[str]]:
    """A bucket and the project it lies in."""
    number = entry.text("projectNumber")
    return Resource(f"buckets/{entry.required('name')}", STORAGE), [f"projects/{number}"] if number else []

"""This file knows Google Cloud's answers by their content, and takes them out of lists and envelopes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from loaders.base import Document

NAME = "gcp"

POLICY, EFFECTIVE, FOUND, ASSET = "policy", "effective policies", "search-all-iam-policies", "asset"
DATASET, TABLE, BUCKET = "datasets", "tables", "buckets"
PROJECT, FOLDER, ORGANIZATION = "projects", "folders", "organizations"
ACCOUNT, KEY, ROLE, MEMBERSHIP = "service accounts", "keys", "roles", "memberships"
# An envelope holds its rows under one of these.
_LISTS = (
    "results",
    "assets",
    "datasets",
    "tables",
    "items",
    "projects",
    "folders",
    "organizations",
    "accounts",
    "keys",
    "roles",
    "memberships",
)
_NO_POLICY = {"etag", "version", "kind", "resourceId"}


def recognize(document: Document) -> bool:
    """A saved answer of Google Cloud: policies, datasets with their access, service accounts, keys, projects and the like."""
    return document.format == "json" and next(answers_of(document), None) is not None


def answers_of(document: Document) -> Iterator[tuple[str, Mapping[str, Any], str]]:
    """The answers of a file as (what it is, its object, its place in the file), in order; what is none of ours is left out."""
    value = document.content
    if isinstance(value, Mapping) and _kind(value, document) is None and not any(key in value for key in _LISTS):
        # A mapping of names to answers, as collections of samples are.
        for name, part in value.items():
            yield from _inside(part, document, str(name))
        return
    yield from _inside(value, document, "")


def resource_path(document: Document) -> str | None:
    """The resource whose policy a file holds, by where it lies below `gcp/<name>/`; None if that says nothing."""
    parts = document.path.with_suffix("").parts
    at = max((at for at, part in enumerate(parts[:-2]) if part == NAME), default=-1)
    inside = list(parts[at + 2 :]) if at >= 0 else []
    if inside and inside[-1].lower().replace("_", "-") in ("policy", "iam-policy", "getiampolicy"):
        inside.pop()
    return "/".join(inside) if len(inside) >= 2 and len(inside) % 2 == 0 else None


def has_more(document: Document) -> bool:
    """Whether the answer says that another page follows."""
    value = document.content
    return isinstance(value, Mapping) and bool(value.get("nextPageToken") or value.get("next_page_token"))


def _inside(value: Any, document: Document, place: str) -> Iterator[tuple[str, Mapping[str, Any], str]]:
    if isinstance(value, list):
        for at, part in enumerate(value):
            # A list of pages is a list of envelopes.
            if isinstance(part, Mapping):
                yield from _inside(part, document, f"{place}[{at}]")
        return
    if not isinstance(value, Mapping):
        return
    kind = _kind(value, document)
    if kind is not None:
        yield kind, value, place
        return
    for name in _LISTS:
        rows = value.get(name)
        for at, row in enumerate(rows if isinstance(rows, list) else ()):
            found = _kind(row, document) if isinstance(row, Mapping) else None
            if found is not None:
                yield found, row, f"{place}.{name}[{at}]".lstrip(".")


def _kind(body: Mapping[str, Any], document: Document) -> str | None:
    if "policy_results" in body or "policyResults" in body:
        return EFFECTIVE
    if isinstance(body.get("resource"), str) and isinstance(body.get("policy"), Mapping):
        return FOUND
    if isinstance(body.get("name"), str) and ("iamPolicy" in body or "iam_policy" in body):
        return ASSET
    if _is_policy(body, document):
        return POLICY
    if "tableReference" in body:
        return TABLE
    if "datasetReference" in body:
        return DATASET
    if "preferredMemberKey" in body and document.path.stem.startswith("members-"):
        return MEMBERSHIP
    if body.get("kind") == "storage#bucket":
        return BUCKET
    return _named(body)


def _named(body: Mapping[str, Any]) -> str | None:
    name = body.get("name")
    if isinstance(body.get("projectId"), str) and any(
        key in body for key in ("projectNumber", "lifecycleState", "state")
    ):
        return PROJECT
    if not isinstance(name, str):
        return None
    if "/serviceAccounts/" in name:
        return KEY if "/keys/" in name else ACCOUNT if "email" in body else None
    if "includedPermissions" in body and (name.startswith("roles/") or "/roles/" in name):
        return ROLE
    if name.startswith("folders/") and "parent" in body:
        return FOLDER
    if name.startswith("organizations/") and name.count("/") == 1 and "displayName" in body:
        return ORGANIZATION
    return None


def _is_policy(body: Mapping[str, Any], document: Document) -> bool:
    bindings = body.get("bindings")
    if bindings is None:
        # Nobody has any role: the answer is an etag alone, known by where it lies.
        return "etag" in body and body.keys() <= _NO_POLICY and resource_path(document) is not None
    return isinstance(bindings, list) and all(isinstance(one, Mapping) and "role" in one for one in bindings)

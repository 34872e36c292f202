"""Recognition of Google Cloud's answers by their content, out of lists and the envelopes of its APIs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from loaders.base import Document

NAME = "gcp"

POLICY, EFFECTIVE, SEARCH_RESULT, ASSET = "policy", "effective policies", "search-all-iam-policies", "asset"
DATASET, TABLE, BUCKET = "datasets", "tables", "buckets"
PROJECT, FOLDER, ORGANIZATION = "projects", "folders", "organizations"
DENY_POLICY = "deny policies"
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
    "policies",
)
_FORMATS = ("json", "yaml")
_EMPTY_POLICY_FIELDS = {"etag", "version", "kind", "resourceId"}

# (kind of answer, its JSON object, its location in the file)
Answer = tuple[str, Mapping[str, object], str]


def recognize(document: Document) -> bool:
    """A saved answer of Google Cloud: policies, datasets with their access, service accounts, keys, projects and the like.

    As JSON, or as the YAML that gcloud prints.
    """
    return document.format in _FORMATS and next(answers_of(document), None) is not None


def answers_of(document: Document) -> Iterator[Answer]:
    """The answers in a file, in order, as (kind, object, location in the file); unknown content is skipped."""
    content = document.content
    if (
        isinstance(content, Mapping)
        and _kind_of(content, document) is None
        and not any(key in content for key in _LISTS)
    ):
        # A mapping of names to answers, as collections of samples are.
        for name, part in content.items():
            yield from _answers_in(part, document, str(name))
        return
    yield from _answers_in(content, document, "")


def resource_path(document: Document) -> str | None:
    """The resource whose policy a file holds, by its path below `gcp/<name>/`; None if that says nothing."""
    parts = document.path.with_suffix("").parts
    root = max((index for index, part in enumerate(parts[:-2]) if part == NAME), default=-1)
    inside = list(parts[root + 2 :]) if root >= 0 else []
    if inside and inside[-1].lower().replace("_", "-") in ("policy", "iam-policy", "getiampolicy"):
        inside.pop()
    return "/".join(inside) if len(inside) >= 2 and len(inside) % 2 == 0 else None


def has_more(document: Document) -> bool:
    """Whether the answer says that another page follows."""
    content = document.content
    return isinstance(content, Mapping) and bool(content.get("nextPageToken") or content.get("next_page_token"))


def _answers_in(content: object, document: Document, location: str) -> Iterator[Answer]:
    if isinstance(content, list):
        for index, part in enumerate(content):
            # A list of pages is a list of envelopes.
            if isinstance(part, Mapping):
                yield from _answers_in(part, document, f"{location}[{index}]")
        return
    if not isinstance(content, Mapping):
        return
    kind = _kind_of(content, document)
    if kind is not None:
        yield kind, content, location
        return
    for name in _LISTS:
        rows = content.get(name)
        for index, row in enumerate(rows if isinstance(rows, list) else ()):
            row_kind = _kind_of(row, document) if isinstance(row, Mapping) else None
            if row_kind is not None:
                yield row_kind, row, f"{location}.{name}[{index}]".lstrip(".")


def _kind_of(body: Mapping[str, object], document: Document) -> str | None:
    if "policy_results" in body or "policyResults" in body:
        return EFFECTIVE
    if isinstance(body.get("resource"), str) and isinstance(body.get("policy"), Mapping):
        return SEARCH_RESULT
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
    return _kind_by_name(body)


def _kind_by_name(body: Mapping[str, object]) -> str | None:
    name = body.get("name")
    if isinstance(body.get("projectId"), str) and any(
        key in body for key in ("projectNumber", "lifecycleState", "state")
    ):
        return PROJECT
    if not isinstance(name, str):
        return None
    if "/denypolicies/" in name and isinstance(body.get("rules"), list):
        return DENY_POLICY
    if "/serviceAccounts/" in name:
        return KEY if "/keys/" in name else ACCOUNT if "email" in body else None
    if "includedPermissions" in body and (name.startswith("roles/") or "/roles/" in name):
        return ROLE
    if name.startswith("folders/") and "parent" in body:
        return FOLDER
    if name.startswith("organizations/") and name.count("/") == 1 and "displayName" in body:
        return ORGANIZATION
    return None


def _is_policy(body: Mapping[str, object], document: Document) -> bool:
    bindings = body.get("bindings")
    if bindings is None:
        # Nobody has any role: the answer is an etag alone, known by its path.
        return "etag" in body and body.keys() <= _EMPTY_POLICY_FIELDS and resource_path(document) is not None
    return isinstance(bindings, list) and all(
        isinstance(binding, Mapping) and "role" in binding for binding in bindings
    )

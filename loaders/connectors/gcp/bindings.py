"""This file knows how bindings are read out of policies and out of a dataset's access, and what a condition makes of them."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.moment import read_moment
from loaders.connectors.gcp.principals import is_service, special
from loaders.connectors.gcp.resources import Resource
from loaders.saved.fields import ErrorCollector, FieldReader

_UNTIL = re.compile(r"""request\.time\s*<=?\s*timestamp\(\s*["']([^"']+)["']\s*\)\Z""")
_DATASET_ROLES = {
    "READER": "roles/bigquery.dataViewer",
    "WRITER": "roles/bigquery.dataEditor",
    "OWNER": "roles/bigquery.dataOwner",
}


@dataclass(frozen=True, slots=True)
class Binding:
    """A role on a resource for one member; `remark` says what its condition is, `until` when that ends it."""

    resource: Resource
    role: str
    member: str
    remark: str = ""
    until: int | None = None


def read_bindings(policy: FieldReader, resource: Resource, errors: ErrorCollector) -> Iterator[Binding]:
    """The bindings of a policy, member by member; a bad one goes to `errors`."""
    for binding in policy.valid_children("bindings", errors):
        for found in errors.collect(_read, binding, resource):
            yield from found


def read_access(dataset: FieldReader, resource: Resource, errors: ErrorCollector) -> Iterator[Binding]:
    """The entries of a dataset's `access`; authorised views, routines and datasets are no members."""
    for entry in dataset.valid_children("access", errors):
        for found in errors.collect(_read_access, entry, resource):
            yield from found


def views_of(dataset: FieldReader, errors: ErrorCollector) -> list[str]:
    """The views, routines and datasets that may show part of this dataset to whoever reads them."""
    found = []
    for entry in dataset.valid_children("access", errors):
        for name in ("view", "routine", "dataset"):
            for inner in errors.collect(entry.child, name):
                if inner is not None:
                    told = inner.body.get("dataset") if name == "dataset" else inner.body
                    parts = told.values() if isinstance(told, dict) else ()
                    found.append(f"{name} " + ".".join(part for part in parts if isinstance(part, str)))
    return sorted(found)


def _read(binding: FieldReader, resource: Resource) -> list[Binding]:
    role = binding.required("role")
    condition = binding.child("condition")
    remark, until = ("", None) if condition is None else _condition(condition)
    members = binding.items("members")
    listed = FieldReader({f"{at}": one for at, one in enumerate(members)}, f"{binding.location}.members", binding.file)
    return [Binding(resource, role, listed.required(f"{at}"), remark, until) for at in range(len(members))]


def _read_access(entry: FieldReader, resource: Resource) -> list[Binding]:
    word = entry.text("role")
    told = entry.text("userByEmail"), entry.text("groupByEmail"), entry.text("domain"), entry.text("specialGroup")
    address, group, domain, everyone = told
    member = entry.text("iamMember")
    if address:
        member = f"{'serviceAccount' if is_service(address.lower()) else 'user'}:{address}"
    elif group:
        member = f"group:{group}"
    elif domain:
        member = f"domain:{domain}"
    elif everyone:
        member = special(everyone, resource.path.split("/")[1])
    if member is None:
        if not any(name in entry.body for name in ("view", "routine", "dataset")):
            entry.refuse("role", "nothing says who has it")
        return []
    if word is None:
        entry.refuse("role", "it is missing")
    condition = entry.child("condition")
    remark, until = ("", None) if condition is None else _condition(condition)
    return [Binding(resource, _DATASET_ROLES.get(word, word), member, remark, until)]


def _condition(condition: FieldReader) -> tuple[str, int | None]:
    title, expression = condition.text("title"), condition.body.get("expression")
    found = _UNTIL.match(expression.strip()) if isinstance(expression, str) else None
    until = None
    if found:
        with contextlib.suppress(ValueError):
            until = read_moment(found[1])
    return f"on the condition '{title or 'untitled'}'", until

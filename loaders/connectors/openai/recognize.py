"""Calls of OpenAI's administration API, and which of them a live or saved response answers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, unquote

from loaders.base import Document
from loaders.saved.location import saved_call

NAME = "openai"
USERS = "/organization/users"
PROJECTS = "/organization/projects"
ADMIN_KEYS = "/organization/admin_api_keys"
COSTS = "/organization/costs"
USAGE = "/organization/usage/"
MEMBERS, SERVICES, KEYS = "users", "service_accounts", "api_keys"

_WHO = ("project_id", "user_id", "api_key_id", "model")
# What a report can be grouped by; it is asked for all of it.
USAGE_KINDS: Mapping[str, tuple[str, ...]] = {
    "completions": (*_WHO, "batch", "service_tier"),
    "embeddings": _WHO,
    "moderations": _WHO,
    "images": (*_WHO, "size", "source"),
    "audio_speeches": _WHO,
    "audio_transcriptions": _WHO,
    "vector_stores": ("project_id",),
    "code_interpreter_sessions": ("project_id",),
    "file_search_calls": ("project_id", "user_id", "api_key_id", "vector_store_id"),
    "web_search_calls": (*_WHO, "context_level"),
}
COST_GROUPS = ("project_id", "line_item", "api_key_id")
REPORTS = (*(USAGE + kind for kind in USAGE_KINDS), COSTS)

_OF_PROJECT = re.compile(r"/organization/projects/(?P<project>[^/]+)/(?P<list>users|service_accounts|api_keys)\Z")
# The object of an entry or a result, where no path tells.
_OBJECTS = {
    "organization.user": USERS,
    "organization.project": PROJECTS,
    "organization.admin_api_key": ADMIN_KEYS,
    "organization.project.user": f"{PROJECTS}/~/{MEMBERS}",
    "organization.project.service_account": f"{PROJECTS}/~/{SERVICES}",
    "organization.project.api_key": f"{PROJECTS}/~/{KEYS}",
    "organization.costs.result": COSTS,
    "organization.usage.file_searches.result": f"{USAGE}file_search_calls",
    "organization.usage.web_searches.result": f"{USAGE}web_search_calls",
    **{f"organization.usage.{kind}.result": USAGE + kind for kind in USAGE_KINDS},
}


def of_project(project: str, name: str) -> str:
    """The path of one of a project's lists."""
    return f"{PROJECTS}/{quote(project, safe='')}/{name}"


def project_of(path: str) -> tuple[str | None, str] | None:
    """The project and the list of such a path; None for another path. A project that nothing tells is None."""
    match = _OF_PROJECT.match(path)
    if match is None:
        return None
    return (None if match["project"] == "~" else unquote(match["project"])), match["list"]


def recognize(document: Document) -> bool:
    """A saved answer of the administration API: users, projects, their members, service accounts, keys, usage, costs."""
    return document.format == "json" and call_of(document) is not None


def call_of(document: Document) -> str | None:
    """The path of the call that a saved file answers: the path it lies at says, else its content; None if neither."""
    body = document.content
    if not isinstance(body, Mapping) or not isinstance(body.get("data"), list):
        return None
    if body.get("object") not in ("list", "page"):
        return None
    path = saved_call(document, NAME).path
    if path is not None and is_call(path):
        return path
    return next((_OBJECTS[name] for name in _objects(body) if name in _OBJECTS), None)


def is_call(path: str) -> bool:
    """Whether this is a path that the connector reads."""
    return path in (USERS, PROJECTS, ADMIN_KEYS, *REPORTS) or project_of(path) is not None


def _objects(body: Mapping[str, Any]) -> list[str]:
    """The objects that the entries of an answer say they are, buckets opened."""
    entries = [entry for entry in body["data"] if isinstance(entry, Mapping)]
    inside = [entry.get("results") for entry in entries]
    entries += [row for rows in inside if isinstance(rows, list) for row in rows if isinstance(row, Mapping)]
    return [str(entry.get("object")) for entry in entries]

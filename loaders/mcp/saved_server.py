"""This file knows which server a saved answer is about: what stands in it, else the folder that it was saved in.

Nothing in the protocol's own answers names the server, and the name that a server gives itself is not its own. A file
at mcp_tools/mcp.acme.example/crm.json is of https://mcp.acme.example/crm, one at mcp_tools/npm/@acme/files-mcp.json of the package
npm:@acme/files-mcp.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from graph.check import check_id
from graph.errors import RecordError
from loaders.base import Document
from loaders.mcp.package_name import server_node_id

FOLDER = "mcp_tools"
_FIELDS = ("server", "server_url", "serverUrl", "url")
_REGISTRIES = ("npm", "pypi", "oci", "nuget")
# Several pages of one list, and what else was saved of the server, are files beside each other.
_PART = re.compile(r"(?i)(?:[-_.](?:page[-_.]?\d+|tools|scopes))+\Z")
_REMEDY = (
    f"Save the file as {FOLDER}/HOST/PATH.json or {FOLDER}/npm/PACKAGE.json, "
    'or add a field "server" with the address or the package of the server'
)


def server_of_document(document: Document, body: Any) -> str:
    """The node of the server that a file is about. Raises RecordError with a remedy where nobody says it."""
    said = next((body[name] for name in _FIELDS if isinstance(body.get(name), str)), None) if _is_object(body) else None
    named = server_node_id(said if said is not None else _from_folder(document))
    if named is None:
        problem = "this names no server" if said is not None else "nothing says which server this is about"
        raise RecordError(problem, file=document.shown, field="server", remedy=_REMEDY)
    try:
        is_server = check_id(named, "server") == "McpServer"
    except RecordError:
        is_server = False
    if not is_server:
        raise RecordError("this names no server", file=document.shown, field="server", remedy=_REMEDY)
    return named


def names_server(document: Document, body: Any) -> bool:
    """Whether the file says which server it is about."""
    try:
        return bool(server_of_document(document, body))
    except RecordError:
        return False


def _from_folder(document: Document) -> str:
    parts = re.split(r"[/\\]", document.shown)
    at = max((place for place, part in enumerate(parts) if part == FOLDER), default=len(parts))
    below = parts[at + 1 :]
    if len(below) < 2:
        # mcp_tools/host.json: a server at the root of its host.
        below = [*below, "index.json"] if below else []
        below = [re.sub(r"(?i)\.json\Z", "", part) if place == 0 else part for place, part in enumerate(below)]
    if not below:
        return ""
    last = _PART.sub("", re.sub(r"(?i)\.jsonc?\Z", "", below[-1]))
    path = "/".join(below[:-1] + ([] if last == "index" else [last]))
    first, _, rest = path.partition("/")
    if first in _REGISTRIES:
        return f"{first}:{rest}"
    is_own = re.match(r"(?:localhost|127\.)", first) is not None
    return f"{'http' if is_own else 'https'}://{path}" if is_own or "." in first else ""


def _is_object(body: Any) -> bool:
    return isinstance(body, Mapping)

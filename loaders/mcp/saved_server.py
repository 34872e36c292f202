"""The server that a saved answer is about: named by a field of the answer, else by the folder of its file.

Nothing in the protocol's own answers names the server, and anybody may use the name that a server gives itself. A file
at mcp_tools/mcp.acme.example/crm.json is about https://mcp.acme.example/crm, one at mcp_tools/npm/@acme/files-mcp.json
about the package npm:@acme/files-mcp.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from graph.check import check_id
from graph.errors import RecordError
from graph.loopback import is_loopback
from loaders.base import Document
from loaders.mcp.package_name import server_node_id

FOLDER = "mcp_tools"
_FIELDS = ("server", "server_url", "serverUrl", "url")
_REGISTRIES = ("npm", "pypi", "oci", "nuget")
# Several pages of one list, and what else was saved of the server, are files beside each other.
_PART = re.compile(r"(?i)(?:[-_.](?:page[-_.]?\d+|(?:tools|scopes)(?:[-_.]\d+)?))+\Z")
_REMEDY = (
    f"Save the file as {FOLDER}/HOST/PATH.json or {FOLDER}/npm/PACKAGE.json, "
    'or add a field "server" with the address or the package of the server'
)


def server_of_document(document: Document, body: object) -> str:
    """The node id of the server that a file is about. Raises RecordError with a remedy if nothing names it."""
    fields = body if isinstance(body, Mapping) else {}
    named = next((fields[name] for name in _FIELDS if isinstance(fields.get(name), str)), None)
    server = server_node_id(named if named is not None else _from_folder(document))
    if server is None:
        problem = "it does not name a server" if named is not None else "nothing says which server this is about"
        raise RecordError(problem, file=document.display_path, field="server", remedy=_REMEDY)
    try:
        is_server = check_id(server, "server") == "McpServer"
    except RecordError:
        is_server = False
    if not is_server:
        raise RecordError("it does not name a server", file=document.display_path, field="server", remedy=_REMEDY)
    return server


def names_server(document: Document, body: object) -> bool:
    """Whether a file says which server it is about."""
    try:
        return bool(server_of_document(document, body))
    except RecordError:
        return False


def _from_folder(document: Document) -> str:
    parts = re.split(r"[/\\]", str(document.path))
    folder_index = max((index for index, part in enumerate(parts) if part == FOLDER), default=len(parts))
    below = parts[folder_index + 1 :]
    if len(below) < 2:
        # mcp_tools/host.json: a server at the root of its host.
        below = [*below, "index.json"] if below else []
        below = [re.sub(r"(?i)\.json\Z", "", part) if index == 0 else part for index, part in enumerate(below)]
    if not below:
        return ""
    last = _PART.sub("", re.sub(r"(?i)\.jsonc?\Z", "", below[-1]))
    path = "/".join(below[:-1] + ([] if last == "index" else [last]))
    first, _, rest = path.partition("/")
    if first in _REGISTRIES:
        return f"{first}:{rest}"
    is_local = is_loopback(first.partition(":")[0])
    return f"{'http' if is_local else 'https'}://{path}" if is_local or "." in first else ""

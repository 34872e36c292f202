"""Owners of configurations: a person, a project, or nobody that is known."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from posixpath import normpath

from graph.check import check_id
from graph.errors import RecordError
from graph.ontology import split_id
from loaders.base import Document

# Folders in which a project keeps the file of a client; above them the project's own folder begins.
CLIENT_FOLDERS = frozenset({".cursor", ".vscode", ".gemini", ".codex", ".roo", ".kiro", ".zed", ".claude", ".amazonq"})

_EMAIL = re.compile(r"[^@\s/:]+@[^@\s/:]+")
_HOSTNAME = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?")
# Where systems keep the homes of their users.
_HOME = re.compile(
    r"(?i)(?:/(?:home|Users)/|[A-Z]:[/\\]Users[/\\])(?P<user>[^/\\]+)(?:[/\\]|\Z)|/(?:var/)?root(?:/|\Z)"
)
_OWNERS = frozenset({"Identity", "Account", "Group", "Application"})


@dataclass(frozen=True, slots=True)
class ConfigOwner:
    """Whose a configuration is. `node` is None if nobody is known: its servers are then inventory only.

    `repository`: the DataSource of a project.
    """

    key: str
    node: str | None = None
    repository: str | None = None

    @property
    def kind(self) -> str:
        return self.node.partition(":")[0] if self.node else ""


def owner_of_file(document: Document, owner: str | None) -> ConfigOwner:
    """The owner of a file: the named one, else the innermost `homes/<email>` or `repos/<host>/<org>/<repo>` above it.

    Raises RecordError if `owner` is neither an email address nor the id of somebody who can own a configuration.
    """
    if owner is not None and owner.strip():
        return _named(owner.strip())
    file = re.split(r"[/\\]", document.display_path)
    for folders in (document.parts, tuple(file[:-1])):
        folder_owner = _from_folders(folders, file[-1])
        if folder_owner is not None:
            return folder_owner
    return ConfigOwner(f"unowned-{path_hash(document.display_path)}")


def owner_of_path(document: Document, owner: str | None, machine: str, path: str) -> ConfigOwner:
    """The owner of a configuration at a path of a scanned machine.

    In this order: the named one, the `homes/<email>` that the scan's file lies in, what the path says as that of a file
    does, and the account of the machine's user in whose home it lies, which no directory resolves yet.
    Raises RecordError as `owner_of_file` does.
    """
    file_owner = owner_of_file(document, owner)
    if (owner is not None and owner.strip()) or file_owner.kind == "Identity":
        return file_owner
    parts = re.split(r"[/\\]", path)
    path_owner = _from_folders(tuple(parts[:-1]), parts[-1])
    if path_owner is not None:
        return path_owner
    home = _HOME.match(path)
    if home is None:
        return ConfigOwner(f"unowned-{path_hash(f'{machine}/{path}')}")
    user = home["user"] or "root"
    return ConfigOwner(f"{machine}/{user}", f"Account:os/{machine}/{user}")


def project_owner(folder: str) -> ConfigOwner:
    """The project that a user's file keeps servers for, when the user is not known."""
    return ConfigOwner(folder, f"Application:repo/{folder}")


def path_hash(path: str) -> str:
    """The first 8 hexadecimal digits of the SHA-256 of a path as the user gave it."""
    return hashlib.sha256(normpath(path.replace("\\", "/")).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _named(owner: str) -> ConfigOwner:
    if _EMAIL.fullmatch(owner):
        return _person(owner)
    remedy = "Give an email address or an id such as Identity:hr/1001"
    if check_id(owner, "owner") not in _OWNERS:
        raise RecordError("a node of this kind cannot own a configuration", field="owner", remedy=remedy)
    kind, system, key = split_id(owner)
    return ConfigOwner(key if (kind, system) == ("Identity", "email") else owner, owner)


def _person(address: str) -> ConfigOwner:
    address = address.strip().lower()
    return ConfigOwner(address, f"Identity:email/{address}")


def _from_folders(folders: tuple[str, ...], file: str) -> ConfigOwner | None:
    for index in range(len(folders) - 1, -1, -1):
        below = folders[index + 1 :]
        if folders[index] == "homes" and below and _EMAIL.fullmatch(below[0]):
            return _person(below[0])
        if folders[index] == "repos" and below:
            return _project(below, file)
    return None


def _project(below: tuple[str, ...], file: str) -> ConfigOwner | None:
    if len(below) >= 3 and _HOSTNAME.fullmatch(below[0]):
        host, organisation, repository = (part.lower() for part in below[:3])
        data_source = f"DataSource:github/{organisation}/{repository}" if host == "github.com" else None
        name = f"{host}/{organisation}/{repository}" if data_source else "/".join((host, *below[1:3]))
        return ConfigOwner(name, f"Application:repo/{name}", data_source)
    # Without a host, only what lies where a client looks for a project's file: much is kept in a folder called repos.
    depth = next(
        (index for index, part in enumerate(below) if part in CLIENT_FOLDERS), len(below) if file == ".mcp.json" else 0
    )
    folder = "/".join(below[:depth])
    return ConfigOwner(folder, f"Application:repo/{folder}") if folder else None

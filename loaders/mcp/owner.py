"""This file knows whose a configuration is: a person's, a project's, or nobody's that we know of."""

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
    """`node` is None where nobody is known: then the servers are inventory. `repository`: a project's DataSource."""

    key: str
    node: str | None = None
    repository: str | None = None

    @property
    def kind(self) -> str:
        return self.node.partition(":")[0] if self.node else ""


def owner_of_file(document: Document, owner: str | None) -> ConfigOwner:
    """Whom a file belongs to: who was named, else the innermost `homes/<email>` or `repos/<host>/<org>/<repo>` above it.

    Raises RecordError for an owner that is neither an address nor the id of somebody who can own a configuration.
    """
    if owner is not None and owner.strip():
        return _named(owner.strip())
    file = re.split(r"[/\\]", document.shown)
    for folders in (document.parts, tuple(file[:-1])):
        found = _above(folders, file[-1])
        if found is not None:
            return found
    return ConfigOwner(f"unowned-{path_hash(document.shown)}")


def owner_of_path(document: Document, owner: str | None, machine: str, path: str) -> ConfigOwner:
    """Whom a configuration at a path of a scanned machine belongs to.

    Who was named, else whose `homes/<email>` the scan's file lies in, else what the path says of itself as that of a file
    does, else the machine's user whose home it lies in: an account that nobody resolves yet.
    Raises RecordError as `owner_of_file` does.
    """
    found = owner_of_file(document, owner)
    if (owner is not None and owner.strip()) or found.kind == "Identity":
        return found
    parts = re.split(r"[/\\]", path)
    above = _above(tuple(parts[:-1]), parts[-1])
    if above is not None:
        return above
    home = _HOME.match(path)
    if home is None:
        return ConfigOwner(f"unowned-{path_hash(f'{machine}/{path}')}")
    user = home["user"] or "root"
    return ConfigOwner(f"{machine}/{user}", f"Account:os/{machine}/{user}")


def project_owner(folder: str) -> ConfigOwner:
    """The project that a user's file keeps servers for, where the user is not known."""
    return ConfigOwner(folder, f"Application:repo/{folder}")


def path_hash(shown: str) -> str:
    """8 hexadecimal digits of the path as it was shown."""
    return hashlib.sha256(normpath(shown.replace("\\", "/")).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _named(owner: str) -> ConfigOwner:
    if _EMAIL.fullmatch(owner):
        return _person(owner)
    remedy = "Give an email address or an id such as Identity:hr/1001"
    if check_id(owner, "owner") not in _OWNERS:
        raise RecordError("this cannot own a configuration", field="owner", remedy=remedy)
    kind, system, key = split_id(owner)
    return ConfigOwner(key if (kind, system) == ("Identity", "email") else owner, owner)


def _person(address: str) -> ConfigOwner:
    address = address.strip().lower()
    return ConfigOwner(address, f"Identity:email/{address}")


def _above(folders: tuple[str, ...], file: str) -> ConfigOwner | None:
    for at in range(len(folders) - 1, -1, -1):
        below = folders[at + 1 :]
        if folders[at] == "homes" and below and _EMAIL.fullmatch(below[0]):
            return _person(below[0])
        if folders[at] == "repos" and below:
            return _project(below, file)
    return None


def _project(below: tuple[str, ...], file: str) -> ConfigOwner | None:
    if len(below) >= 3 and _HOSTNAME.fullmatch(below[0]):
        host, organisation, repository = (part.lower() for part in below[:3])
        known = f"DataSource:github/{organisation}/{repository}" if host == "github.com" else None
        name = f"{host}/{organisation}/{repository}" if known else "/".join((host, *below[1:3]))
        return ConfigOwner(name, f"Application:repo/{name}", known)
    # Without a host, only what lies where a client looks for a project's file: much is kept in a folder called repos.
    own = next(
        (at for at, part in enumerate(below) if part in CLIENT_FOLDERS), len(below) if file == ".mcp.json" else 0
    )
    folder = "/".join(below[:own])
    return ConfigOwner(folder, f"Application:repo/{folder}") if folder else None

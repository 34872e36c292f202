"""Owners of configurations: a person, a project, or nobody that is known."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from posixpath import normpath

from graph.address import canonical_address, email_address
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
_ANY_SCAN = re.compile(
    r"(?i)(?:(?:agent|mcp)[-_ ]?)?(?:scan(?:s|ner)?|results?|output|report|raw)(?:[-_ ]?results?)?(?:[-_.]?\d+)?"
)
# A source may have 512 bytes, which hold the owner too.
_LONGEST_PATH = 200
_OWNERS = frozenset({"Identity", "Account", "Group", "Application"})


@dataclass(frozen=True, slots=True)
class ConfigOwner:
    """Whose a configuration is. `node` is None if nobody is known: its servers are then inventory only.

    `path`: where the file lies below the owner's home or the repository. `repository`: the DataSource of a project.
    """

    key: str
    node: str | None = None
    repository: str | None = None
    path: str = ""

    @property
    def kind(self) -> str:
        return self.node.partition(":")[0] if self.node else ""


def owner_of_file(document: Document, owner: str | None) -> ConfigOwner:
    """The owner of a file: the named one, else the innermost `homes/<email>` or `repos/<host>/<org>/<repo>` above it.

    The path from the root counts, whatever the folder in which somebody stands.
    Raises RecordError if `owner` is neither an email address nor the id of somebody who can own a configuration.
    """
    parts = parts_of(document)
    by_folder = folder_owner(parts)
    if owner is not None and owner.strip():
        named = _named(owner.strip())
        path = by_folder.path if by_folder else _below_home(parts, named.key) or client_path(parts)
        return replace(named, path=nameable(path))
    if by_folder is not None:
        return replace(by_folder, path=nameable(by_folder.path))
    return owner_of_nobody(document)


def owner_of_nobody(document: Document) -> ConfigOwner:
    """The owner of a file of which nothing says whose it is: nobody, told apart by the file's path."""
    parts = parts_of(document)
    path = with_folder(parts, client_path(parts))
    return ConfigOwner(f"unowned-{path_hash(path)}", path=nameable(path))


def owner_of_path(document: Document, owner: str | None, machine: str, path: str) -> ConfigOwner:
    """The owner of a configuration at a path of a scanned machine.

    In this order: the named one, the `homes/<email>` that the scan's file lies in, what the path says as that of a file
    does, and the account of the machine's user in whose home it lies, which no directory resolves yet.
    Raises RecordError as `owner_of_file` does.
    """
    file_owner = owner_of_file(document, owner)
    if (owner is not None and owner.strip()) or file_owner.kind == "Identity":
        return file_owner
    parts = tuple(re.split(r"[/\\]", path))
    path_owner = folder_owner(parts)
    if path_owner is not None:
        return path_owner
    home = _HOME.match(path)
    if home is None:
        return ConfigOwner(f"unowned-{path_hash(f'{machine}/{path}')}")
    user = home["user"] or "root"
    return ConfigOwner(f"{machine}/{user}", f"Account:os/{machine}/{user}")


def folder_owner(parts: tuple[str, ...]) -> ConfigOwner | None:
    """The owner that the folders of a path name, the innermost first; None if none does."""
    return _from_folders(parts[:-1], parts[-1])


def parts_of(document: Document) -> tuple[str, ...]:
    """The folders of a file from the root, and its name; backslashes separate too."""
    return tuple(part for part in re.split(r"[/\\]", str(document.path)) if part)


def client_path(parts: tuple[str, ...]) -> str:
    """The file's name, with the folder before it in which a client keeps it."""
    start = len(parts) - 1
    while start > 0 and (
        parts[start - 1].lower() in CLIENT_FOLDERS or (start > 1 and parts[start - 2].lower() in CLIENT_FOLDERS)
    ):
        start -= 1
    return "/".join(parts[start:])


def with_folder(parts: tuple[str, ...], path: str) -> str:
    """The path with one folder more before it; not the home of a machine's user, and nothing above it."""
    above = parts[: len(parts) - path.count("/") - 1]
    home = _HOME.match("/" + "/".join(above) + "/")
    return path if not above or (home is not None and home.end() > len("/".join(above))) else f"{above[-1]}/{path}"


def below_home(path: str) -> str:
    """The path of a scanned machine below its user's home; the whole path, without the root, if it lies in none."""
    home = _HOME.match(path)
    return nameable((path[home.end() :] if home else path).replace("\\", "/").strip("/"))


def nameable(path: str) -> str:
    """The path as part of a name; the digest of one that no name can hold (NUL, half a character, too long)."""
    try:
        is_short = len(path.encode()) <= _LONGEST_PATH
    except UnicodeEncodeError:
        is_short = False
    return path if is_short and "\0" not in path else path_hash(path)


def export_path(document: Document) -> str:
    """A name for the file of a scan that stays when its export is moved, without suffix.

    Below a home or a repository it is the path there, else the file's name; a name that says only that this is a scan has
    the folder before it.
    """
    parts = parts_of(document)
    owner = folder_owner(parts)
    path = owner.path if owner is not None else parts[-1]
    if owner is None and _ANY_SCAN.fullmatch(document.path.stem):
        path = with_folder(parts, path)
    return nameable(path.removesuffix(document.path.suffix))


def project_owner(folder: str) -> ConfigOwner:
    """The project that a user's file keeps servers for, when the user is not known."""
    return ConfigOwner(folder, f"Application:repo/{folder}")


def path_hash(path: str) -> str:
    """The first 8 hexadecimal digits of the SHA-256 of a path."""
    return hashlib.sha256(normpath(path.replace("\\", "/")).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _named(owner: str) -> ConfigOwner:
    if _is_address(owner):
        return _person(owner)
    remedy = "Give an email address or an id such as Identity:hr/1001"
    if check_id(owner, "owner") not in _OWNERS:
        raise RecordError("a node of this kind cannot own a configuration", field="owner", remedy=remedy)
    kind, system, key = split_id(owner)
    return ConfigOwner(key if (kind, system) == ("Identity", "email") else owner, owner)


def _is_address(text: str) -> bool:
    """Whether a text is an address, also `Ada <ada@acme.example>`, and one whose host has no dot."""
    return email_address(text) is not None or _EMAIL.fullmatch(text) is not None


def _person(address: str, path: str = "") -> ConfigOwner:
    address = canonical_address(address)
    return ConfigOwner(address, f"Identity:email/{address}", path=path)


def _below_home(parts: tuple[str, ...], address: str) -> str:
    """The path below the home that the machine keeps for the owner: /home/ada of ada@acme.example; empty in any other."""
    path = "/" + "/".join(parts)
    home = _HOME.match(path)
    is_theirs = home is not None and (home["user"] or "").lower() == address.partition("@")[0].lower()
    return below_home(path) if is_theirs else ""


def _from_folders(folders: tuple[str, ...], file: str) -> ConfigOwner | None:
    for index in range(len(folders) - 1, -1, -1):
        below = folders[index + 1 :]
        if folders[index] == "homes" and below and _is_address(below[0]):
            return _person(below[0], "/".join((*below[1:], file)))
        if folders[index] == "repos" and below:
            return _project(below, file)
    return None


def _project(below: tuple[str, ...], file: str) -> ConfigOwner | None:
    if len(below) >= 3 and _HOSTNAME.fullmatch(below[0]):
        host, organisation, repository = (part.lower() for part in below[:3])
        data_source = f"DataSource:github/{organisation}/{repository}" if host == "github.com" else None
        name = f"{host}/{organisation}/{repository}" if data_source else "/".join((host, *below[1:3]))
        return ConfigOwner(name, f"Application:repo/{name}", data_source, "/".join((*below[3:], file)))
    # Without a host, only what lies where a client looks for a project's file: much is kept in a folder called repos.
    depth = next(
        (index for index, part in enumerate(below) if part in CLIENT_FOLDERS), len(below) if file == ".mcp.json" else 0
    )
    folder = "/".join(below[:depth])
    path = "/".join((*below[depth:], file))
    return ConfigOwner(folder, f"Application:repo/{folder}", path=path) if folder else None

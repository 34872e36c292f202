"""Package names, equal for everybody who writes one: `npm:@scope/name`, `pypi:name`, `oci:image`, `nuget:name`.

A name is what a launcher would start: nothing is looked up.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from loaders.mcp.server_url import canonical_url, is_server_url

_NPM = re.compile(r"(?:npm:)?(@[\w.~-]+/[\w.~-]+|[\w.~-]+)(?:@(.+))?", re.ASCII)
_GITHUB = re.compile(r"(?:github:)?([\w.-]+/[\w.-]+?)(?:\.git)?(?:#(.+))?", re.ASCII)
_PYPI = re.compile(r"([A-Za-z0-9][\w.-]*)(?:\[[\w,. -]*\])?\s*(?:(?:===?|@)\s*([^\s,;@:/]+))?(?:[<>=!~].*)?", re.ASCII)
_OCI = re.compile(
    r"([a-z0-9.-]+(?::[0-9]+)?(?:/[a-z0-9._-]+)*)(?::([\w.-]{1,128}))?(?:@(sha256:[0-9a-f]{32,}))?", re.ASCII
)
_PLAIN = re.compile(r"[\w.-]{1,200}", re.ASCII)
_FLOATING_TAGS = frozenset(
    {"latest", "next", "beta", "alpha", "canary", "nightly", "stable", "main", "master", "edge", "dev"}
)

PackageVersion = tuple[str, str | None] | None


def package_name(registry: str, identifier: str, base_url: str | None = None) -> PackageVersion:
    """(name, version) of a package as a registry lists it; None for a registry that nobody starts packages from.

    `base_url`: the registry of an image, where the list gives it apart from the image's name.
    """
    registry, identifier = registry.lower(), identifier.strip()
    if registry == "npm":
        return npm_name(identifier)
    if registry == "pypi":
        return pypi_name(identifier)
    if registry in ("oci", "docker"):
        host = re.sub(r"(?i)^https?://", "", base_url or "").strip("/").lower()
        has_host = re.match(r"[^/]*[.:][^/]*/", identifier) is not None
        return oci_name(f"{host}/{identifier}" if host and not has_host else identifier)
    if registry in ("nuget", "cargo", "gem") and _PLAIN.fullmatch(identifier):
        return f"{registry}:{identifier.lower()}", None
    return _from_address(registry, identifier) if registry == "mcpb" and "://" in identifier else None


def server_node_id(text: str) -> str | None:
    """The node id of the server that a text names: an id, an address, or a package such as `npm:@scope/name`; else None."""
    text = text.strip()
    if text.startswith("McpServer:"):
        return text
    if is_server_url(text):
        try:
            return f"McpServer:mcp/{canonical_url(text)}"
        except ValueError:
            return None
    registry, colon, identifier = text.partition(":")
    package = package_name(registry, identifier) if colon and identifier else None
    return f"McpServer:mcp/{package[0]}" if package else None


def npm_name(text: str) -> PackageVersion:
    """(`npm:NAME`, pinned version) of what npx and the like are given to run; None if it is no package."""
    if "://" in text:
        return _from_address("npm", text)
    if text.startswith((".", "/", "~", "file:")) or "\\" in text:
        return None
    match = _NPM.fullmatch(text)
    if match is not None:
        return f"npm:{match[1].lower()}", _pinned(match[2])
    match = _GITHUB.fullmatch(text)
    return None if match is None else (f"npm:github:{match[1].lower()}", _pinned(match[2]))


def pypi_name(text: str) -> PackageVersion:
    """(`pypi:NAME`, pinned version) of what uvx and the like are given to run; None if it is no package."""
    text = text.strip()
    if "://" in text:
        return _from_address("pypi", text.rpartition(" ")[2])
    match = _PYPI.fullmatch(text)
    if match is None:
        return None
    return f"pypi:{re.sub(r'[-_.]+', '-', match[1]).lower()}", _pinned(match[2])


def oci_name(text: str) -> PackageVersion:
    """(`oci:IMAGE`, digest or tag) of what a container is started from; None if it is no image."""
    match = _OCI.fullmatch(text)
    if match is None:
        return None
    image = match[1].removeprefix("docker.io/").removeprefix("index.docker.io/").removeprefix("library/")
    return f"oci:{image}", match[3] or _pinned(match[2])


def _from_address(system: str, text: str) -> PackageVersion:
    """A repository or archive by its URL: without what it carries, its revision as the version."""
    address, _, revision = text.partition("#")
    scheme = re.match(r"[a-z]+\+", address)
    address = address[scheme.end() :] if scheme else address
    try:
        if "@" in urlsplit(address).path:
            address, _, revision = address.rpartition("@")
        canonical = canonical_url(address)
    except ValueError:
        return None
    return f"{system}:{scheme[0] if scheme else ''}{canonical}", _pinned(revision)


def _pinned(version: str | None) -> str | None:
    """The version that a configuration pins; None for a floating tag and for a range."""
    if not version or version.lower() in _FLOATING_TAGS or not re.fullmatch(r"[\w.+!-]{1,64}", version, re.ASCII):
        return None
    return version

"""Former names of sources of configurations and scans: they ended with a digest of the path by which a file was loaded."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from loaders.base import Document, FormerName
from loaders.mcp.owner import folder_owner, parts_of, path_hash

_DIGEST = re.compile(r"(?P<rest>(?:mcp|agent_scan|mcp_scanner):.*[/-])(?P<digest>[0-9a-f]{8})")
# `mcpServers.crm in homes/ada@acme.example/.cursor/mcp.json; through npm:mcp-remote`
_FILE = re.compile(r" in (?P<path>.+?)(?=; |: role |; also as |\Z)")


@dataclass(frozen=True, slots=True)
class _FormerFile:
    """One file: its old name up to the digest, the digests that it may have had where it lies now, its path in the new name."""

    prefixes: frozenset[str]
    digests: frozenset[str]
    path: str

    def fits(self, name: str, evidence: Collection[str]) -> bool:
        match = _DIGEST.fullmatch(name)
        if match is None or match["rest"] not in self.prefixes:
            return False
        loaded = {mention["path"].replace("\\", "/") for text in evidence for mention in _FILE.finditer(text)}
        named = [path for path in loaded if path_hash(path) == match["digest"]]
        if named and self.path:
            return any(_is_same_file(path, self.path) for path in named)
        return match["digest"] in self.digests


def former_name(
    system: str, document: Document, prefixes: Collection[str], path: str = "", scanned: str = ""
) -> FormerName:
    """The names that a file's source had: `system:`, one of `prefixes`, and a digest.

    The digest was of the path as somebody gave it, so it is looked for among the ends of the path from the root; where
    edges name the path (`path`: the one in the new name), that decides, wherever the file lay. `scanned`: the path that
    followed it.
    """
    parts = parts_of(document)
    ends = ["/".join(parts[start:]) for start in range(len(parts))]
    ends += [f"/{ends[0]}", document.display_path]
    digests = frozenset(path_hash(f"{end}/{scanned}" if scanned else end) for end in ends)
    return FormerName(_DIGEST, _FormerFile(frozenset(f"{system}:{prefix}" for prefix in prefixes), digests, path).fits)


def _is_same_file(loaded: str, path: str) -> bool:
    """Whether the path by which a file was loaded is that of a source's name, as far as it says where it lay."""
    parts = tuple(loaded.split("/"))
    owner = folder_owner(parts)
    if owner is not None:
        return owner.path == path
    return f"/{loaded}".endswith(f"/{path}") or f"/{path}".endswith(f"/{loaded}")

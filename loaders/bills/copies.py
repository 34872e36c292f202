"""This file knows which files of one load are the same file again, packed or not: a bill that is saved twice counts once."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Any

from loaders.base import Document
from loaders.saved.tables import GZIP

_AT_ONCE = 2**20


def originals(documents: Iterable[Document]) -> Iterator[Document]:
    """The documents without those whose content came before. One read of each file; the order stays."""
    seen: set[bytes] = set()
    for document in documents:
        content = _digest(document)
        if content is None or content not in seen:
            yield document
        if content is not None:
            seen.add(content)


def _digest(document: Document) -> bytes | None:
    """What a file holds, in short; None for one that cannot be read: whoever reads it says so."""
    digest = blake2b(digest_size=16)
    try:
        with document.path.open("rb") as file:
            packed = file.read(2) == GZIP
            file.seek(0)
            unpacked: Any = gzip.GzipFile(fileobj=file) if packed else file
            while piece := unpacked.read(_AT_ONCE):
                digest.update(piece)
    except (OSError, EOFError, zlib.error):
        return None
    return digest.digest()

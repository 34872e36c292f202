"""This file knows where a server entry stands in the file that holds it, and under which keys entries give an address."""

from __future__ import annotations

from dataclasses import dataclass

URL_KEYS = ("url", "serverUrl", "httpUrl")


@dataclass(frozen=True, slots=True)
class ServerEntry:
    """Where an entry stands: `place` is its path of keys, `project` the folder that a user's file keeps it for."""

    place: str
    alias: str
    project: str | None = None
    disabled: bool = False

"""Directories at a moment: the email domains that they cover, and how far each can be trusted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from graph.address import canonical_address
from graph.reason import COMPLETE
from graph.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class DirectoryCoverage:
    """The email domains that directories cover: `trusted` those of complete and fresh ones, `untrusted` of others alone.

    `has_trusted`: some directory is complete and fresh; `exists`: there is a directory at all.
    """

    trusted: frozenset[str]
    untrusted: frozenset[str]
    has_trusted: bool
    exists: bool


def directory_coverage(snapshot: Snapshot, moment: int) -> DirectoryCoverage:
    """What the directories cover, and how far they can be trusted at a moment."""
    trusted_domains: set[str] = set()
    other_domains: set[str] = set()
    has_trusted = exists = False
    freshness = {source.source: source for source in snapshot.freshness}
    emails = snapshot.column("emails", moment)
    for number, source in enumerate(snapshot.info["sources"]):
        if "Identity" not in source["scopes"]:
            continue
        exists = True
        state = freshness.get(source["source"])
        trusted = state is not None and state.state == COMPLETE and not state.is_stale(moment)
        has_trusted |= trusted
        nodes = snapshot.descriptions.nodes_of(number)
        codes = np.unique(emails[nodes[snapshot.nodes.of("Identity", nodes=nodes)]])
        domains = {
            canonical_address(email).rpartition("@")[2]
            for code in codes.tolist()
            for email in snapshot.value(code) or ()
        }
        (trusted_domains if trusted else other_domains).update(domains)
    return DirectoryCoverage(
        frozenset(trusted_domains), frozenset(other_domains - trusted_domains), has_trusted, exists
    )

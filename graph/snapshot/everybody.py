"""Memberships of groups that stand for everybody: whoever has an address in a domain, whoever signs in, anybody at all.

One edge per group and member, so that they are as many as there are people; groups that mean the same are one node.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt

from graph.address import email_domain
from graph.ontology import EDGE_CODES, NODE_CODES
from graph.snapshot.columns import I4, I8
from graph.snapshot.context import CompileContext, Span
from graph.snapshot.rows import EdgeRows

# The name under which these edges stand among the sources. They are no sign that their member is there.
EVERYBODY = "remit:everybody"

DOMAIN, SIGNED_IN, PUBLIC = "domain", "signed_in", "public"
RULES = {
    DOMAIN: "everybody with an address in {domain} is a member",
    SIGNED_IN: "everybody who signs in is a member",
    PUBLIC: "anybody is a member, also outside",
}
MEMBER_KINDS = ("Identity", "Account")
# What makes every one of these kinds a member.
ALL_MEMBERS = (SIGNED_IN, PUBLIC)
# Properties that hold addresses, by kind of node.
_ADDRESSES = (("emails", "Identity"), ("email", "Account"))


def everybody_edges(context: CompileContext, texts: dict[str, int]) -> EdgeRows:
    """MEMBER_OF from every identity and account to the groups that stand for it; `texts` grows by their evidence."""
    blocks = [np.zeros((0, 5), dtype=np.int64)]
    spans = context.spans("members", "Group")
    everybody = np.flatnonzero(np.isin(context.kinds, [NODE_CODES[kind] for kind in MEMBER_KINDS]))
    for group, members, since, until in spans:
        if members in ALL_MEMBERS:
            evidence = texts.setdefault(RULES[members], len(texts))
            blocks.append(_block(everybody, (group, since, until, evidence)))
    by_domain = [span for span in spans if span[1] == DOMAIN]
    if by_domain:
        rows = [
            (member, group, since, until, texts.setdefault(RULES[DOMAIN].format(domain=domain), len(texts)))
            for member, group, since, until, domain in _in_domains(context, by_domain)
        ]
        blocks.append(np.array(rows, dtype=np.int64).reshape(-1, 5))
    return _edge_rows(np.concatenate(blocks), list(context.sources).index(EVERYBODY))


def clean_domain(domain: str) -> str:
    """A domain as the domains of addresses are written."""
    return email_domain(f"x@{domain.strip().removeprefix('@')}")


def _in_domains(context: CompileContext, groups: Iterable[Span]) -> Iterator[tuple[int, int, int, int, str]]:
    """(member, group, since, until, domain) of those who have an address in a domain of a group while it stands for it."""
    periods: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for group, _, since, until in groups:
        periods[group].append((since, until))
    wanted: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for group, domains, since, until in context.spans("domains", "Group"):
        for begin, end in periods.get(group, ()):
            if max(since, begin) < min(until, end):
                for domain in {clean_domain(domain) for domain in domains} - {""}:
                    wanted[domain].append((group, max(since, begin), min(until, end)))
    for name, kind in _ADDRESSES:
        for member, value, since, until in context.spans(name, kind):
            addresses = (value,) if isinstance(value, str) else value
            for domain in sorted({email_domain(address) for address in addresses}):
                for group, begin, end in wanted.get(domain, ()):
                    if max(since, begin) < min(until, end):
                        yield member, group, max(since, begin), min(until, end), domain


def _block(members: npt.NDArray[np.intp], group: tuple[int, int, int, int]) -> I8:
    """Rows (member, group, since, until, evidence) of all members of one group."""
    rows = np.empty((len(members), 5), dtype=np.int64)
    rows[:, 0] = members
    rows[:, 1:] = group
    return rows


def _edge_rows(table: I8, claimed_by: int) -> EdgeRows:
    none: I4 = np.full(len(table), -1, dtype=np.int32)
    return EdgeRows(
        source=table[:, 0].astype(np.int32),
        kind=np.full(len(table), EDGE_CODES["MEMBER_OF"], dtype=np.uint8),
        target=table[:, 1].astype(np.int32),
        permission=np.zeros(len(table), dtype=np.uint8),
        since=table[:, 2].copy(),
        until=table[:, 3].copy(),
        claimed_by=np.full(len(table), claimed_by, dtype=np.int32),
        evidence=table[:, 4].astype(np.int32),
        alias=none,
        first_seen=table[:, 2].copy(),
    )

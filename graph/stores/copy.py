"""Copying one generation of a store into another, source by source, and verifying the copy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice

import msgspec

from graph.claims import Charge, Edge, EventOwner, Node, Record, RunHeader, Usage
from graph.errors import InputError
from graph.reason import HELD, Reason
from graph.stores.base import Claims, Store
from graph.stores.records import Restores

BATCH = 10_000
COPIED, EQUAL, REPLACED = "copied", "equal", "replaced"
# The code of the reason that a copied source's run has in the target.
_CODE = "COPIED"
# An error lists at most this many names.
_MAX_LISTED = 10
_PARTS: Mapping[type, str] = {
    Node: "nodes",
    Edge: "edges",
    Usage: "usage rows",
    Charge: "charges",
    EventOwner: "owners of events",
}
_ENCODER = msgspec.json.Encoder()
_SORTED = msgspec.json.Encoder(order="sorted")

Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class SourceFingerprint:
    """Fingerprint of one source, independent of a store's numbers and order: its state, and per kind of record count and sum.

    The sum is one of hashes, so it is the same in every order. Equal fingerprints mean equal content.
    """

    state: str
    parts: Mapping[str, tuple[int, str]]

    @property
    def text(self) -> str:
        """The whole fingerprint as one hash."""
        return blake2b(_SORTED.encode((self.state, self.parts)), digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True)
class SourceCopy:
    """One source of a copy: `how` it arrived (COPIED, EQUAL: it was there, REPLACED: an older copy was there), its
    fingerprint, and whether it has a held run whose retirements the origin does not know."""

    source: str
    how: str
    fingerprint: SourceFingerprint
    lost_held: bool

    @property
    def counts(self) -> Mapping[str, int]:
        """How many nodes, edges, usage rows and charges."""
        return {
            part: self.fingerprint.parts[part][0] if part in self.fingerprint.parts else 0 for part in _PARTS.values()
        }


@dataclass(frozen=True, slots=True)
class CopyResult:
    """The result of a copy: its generation, its sources by name, and how many decisions there are and are new."""

    generation: int
    sources: Sequence[SourceCopy]
    decisions: int
    new_decisions: int

    @property
    def changed(self) -> bool:
        """Whether anything was written."""
        return self.new_decisions > 0 or any(source.how != EQUAL for source in self.sources)


def copy_claims(claims: Claims, identity: str, target: Store, progress: Progress | None = None) -> CopyResult:
    """Copy one generation, of the store of that identity, into another store; what was there already stays.

    Every source is one restore, whole or not at all: a copy that was killed continues where it stopped. A source that the
    target has with other content is replaced if it came from the same store and was not touched since. Memory: the
    claims, and one batch. Raises InputError, with nothing written, if the target holds what is not in the claims.
    """
    restores = Restores(claims)
    plan = _plan(restores, identity, target, progress)
    held = {run.source for run in claims.held}
    copies = []
    for number, state in enumerate(claims.sources):
        how, fingerprint = plan[state.source]
        if how == REPLACED:
            target.remove_source(state.source)
        if fingerprint is None:
            fingerprint = _copy_source(restores, number, identity, target, progress)
        copies.append(SourceCopy(state.source, how, fingerprint, state.state == HELD and number not in held))
    new = sum(target.decide(decision) for decision in claims.decisions)
    return CopyResult(claims.generation, copies, len(claims.decisions), new)


def find_differences(copy: CopyResult, landed: Claims) -> list[str]:
    """Where the content of the target differs from the copy: one sentence for each source, by name."""
    restores, differences = Restores(landed), []
    numbers = {state.source: number for number, state in enumerate(landed.sources)}
    for copied in copy.sources:
        number = numbers.pop(copied.source, None)
        if number is None:
            differences.append(f"{copied.source} is missing")
        elif (actual := fingerprint_of(restores, number)) != copied.fingerprint:
            differences.append(f"{copied.source}: {_difference(copied.fingerprint, actual)}")
    differences += [f"{source} was not copied" for source in numbers]
    if len(landed.decisions) != copy.decisions:
        differences.append(f"there are {len(landed.decisions)} decisions instead of {copy.decisions}")
    return sorted(differences)


def fingerprint_of(restores: Restores, number: int) -> SourceFingerprint:
    """The fingerprint of one source."""
    sums = _Sums(restores.header(number))
    for _ in sums.passing(restores.records(number)):
        pass
    return sums.fingerprint()


class _Sums:
    """Running sums of a fingerprint."""

    def __init__(self, header: RunHeader) -> None:
        self._header = _SORTED.encode(header)
        self._counts: dict[str, int] = defaultdict(int)
        self._sums: dict[str, int] = defaultdict(int)

    def passing(self, records: Iterable[Record]) -> Iterator[Record]:
        """The same records, added to the sums as they pass."""
        for record in records:
            part = _PARTS[type(record)]
            self._counts[part] += 1
            self._sums[part] += int.from_bytes(blake2b(_ENCODER.encode(record), digest_size=16).digest(), "big")
            yield record

    def fingerprint(self) -> SourceFingerprint:
        """The fingerprint of the records that have passed."""
        state = blake2b(self._header, digest_size=16).hexdigest()
        return SourceFingerprint(
            state, {part: (count, f"{self._sums[part]:x}") for part, count in sorted(self._counts.items())}
        )


def _plan(
    restores: Restores, identity: str, target: Store, progress: Progress | None
) -> dict[str, tuple[str, SourceFingerprint | None]]:
    """How each source will be copied, with its fingerprint if it is known already."""
    claims = restores.claims
    plan: dict[str, tuple[str, SourceFingerprint | None]] = {state.source: (COPIED, None) for state in claims.sources}
    there_already = [state.source for state in target.sources()]
    foreign = [source for source in there_already if source not in plan]
    if foreign:
        raise InputError(
            f"the target holds what the origin does not: {_listed(foreign)}. Remove it there with "
            "`remit source remove SOURCE`, or copy into an empty store"
        )
    if not there_already and not target.generation():
        return plan
    landed = target.read(with_events=True)
    if not set(landed.decisions) <= set(claims.decisions):
        raise InputError("the target holds decisions that the origin does not; copy into an empty store")
    existing, different = Restores(landed), dict[str, SourceFingerprint]()
    numbers = {state.source: number for number, state in enumerate(claims.sources)}
    for number, state in enumerate(landed.sources):
        if progress is not None:
            progress(f"comparing {state.source}", number)
        actual, expected = fingerprint_of(existing, number), fingerprint_of(restores, numbers[state.source])
        if actual == expected:
            plan[state.source] = (EQUAL, expected)
        else:
            different[state.source] = actual
    refused = sorted(different.keys() - _untouched(different, identity, target))
    if refused:
        raise InputError(
            f"the target holds these sources with other content: {_listed(refused)}. Nothing was written. Remove them "
            "there with `remit source remove SOURCE`, or copy into an empty store"
        )
    return plan | dict.fromkeys(different, (REPLACED, None))


def _untouched(different: Mapping[str, SourceFingerprint], identity: str, target: Store) -> set[str]:
    """The sources that are unchanged since they were copied from the same store."""
    if not different:
        return set()
    newest: dict[str, tuple[Reason, ...]] = {}
    for run in target.runs(limit=2**31 - 1):
        newest.setdefault(run.source, run.reasons)
    return {
        source
        for source, fingerprint in different.items()
        if any(
            why.code == _CODE and why.detail.endswith(_mark(identity, fingerprint)) for why in newest.get(source, ())
        )
    }


def _copy_source(
    restores: Restores, number: int, identity: str, target: Store, progress: Progress | None
) -> SourceFingerprint:
    header = restores.header(number)
    sums = _Sums(header)
    run = target.begin(header, f"generation {restores.claims.generation} of store {identity}")
    try:
        records, done = sums.passing(restores.records(number)), 0
        while batch := list(islice(records, BATCH)):
            target.write(run, batch, range(done + 1, done + len(batch) + 1))
            done += len(batch)
            if progress is not None:
                progress(header.source, done)
        fingerprint = sums.fingerprint()
        target.finish(
            run, reasons=(Reason(_CODE, f"generation {restores.claims.generation} {_mark(identity, fingerprint)}"),)
        )
    except BaseException:
        target.abandon(run)
        raise
    return fingerprint


def _mark(identity: str, fingerprint: SourceFingerprint) -> str:
    return f"of store {identity}, content {fingerprint.text}"


def _difference(expected: SourceFingerprint, actual: SourceFingerprint) -> str:
    parts = []
    for part in _PARTS.values():
        (count, total), (other, other_total) = expected.parts.get(part, (0, "")), actual.parts.get(part, (0, ""))
        if count != other:
            parts.append(f"{other} {part} instead of {count}")
        elif total != other_total:
            parts.append(f"{part} differ")
    if expected.state != actual.state:
        parts.append("its state differs (scopes, days, freshness, aliases, checkpoint or what is held)")
    return ", ".join(parts)


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _MAX_LISTED
    return ", ".join(names[:_MAX_LISTED]) + (f" and {more} more" if more > 0 else "")

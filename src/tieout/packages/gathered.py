"""A package of documents: each held against the others, and what they tell put side by side."""

from collections.abc import Hashable, Iterator, Sequence
from typing import TypeAlias

from msgspec import structs

from tieout.engine import checks_of
from tieout.errors import Misuse
from tieout.model.check import Check, Operand, Ref
from tieout.model.package import Package
from tieout.model.workpaper import Release
from tieout.packages.alone import alone
from tieout.packages.causes import causes
from tieout.packages.differences import differences
from tieout.packages.rows import rows

_CORE = 3
_MORE = 2
"""Each document is held against so many that tell most, and so many that tell what those do not."""

Copies: TypeAlias = tuple[tuple[str, str], ...]
"""The names of documents, each with that of the document that it is byte for byte."""


def package(releases: Sequence[Release], copies: Copies = ()) -> Package:
    """The documents side by side, in the order given: every figure that two of them tell.

    `copies` are the names of documents left out, each with the document that it is.
    """
    held = tuple(releases)
    checks = [check for one in _beside(held) for check in _checked(held, one)]
    made = rows(held, checks)
    found = differences(held, made, checks)
    led = differences(held, made, checks, leads=True)
    refuted = {one.odd for one in found}
    return Package(
        held,
        tuple(made),
        tuple(causes(held, found)),
        tuple(one for one in led if one.odd not in refuted and one.other not in refuted),
        tuple(alone(held, made)),
        copies,
    )


def each_once(releases: Sequence[Release]) -> tuple[tuple[Release, ...], Copies]:
    """Every document once, and the names of its copies with its own; raises Misuse for only one."""
    first: dict[str, Release] = {}
    copies = []
    for one in releases:
        held = first.setdefault(one.document.sha256, one)
        if held is not one:
            copies.append((one.document.name, held.document.name))
    if len(first) == 1 and copies:
        copy, of = copies[0]
        raise Misuse(f"{copy} is {of} itself, byte for byte: give two documents or more")
    return tuple(first.values()), tuple(copies)


def _checked(releases: tuple[Release, ...], numbers: Sequence[int]) -> Iterator[Check]:
    """The checks of the first of these documents beside the others, told of the package's."""
    for check in checks_of([releases[number] for number in numbers]):
        yield structs.replace(
            check,
            subject=_renumbered(check.subject, numbers),
            operands=tuple(
                Operand(_renumbered(one.ref, numbers), one.pinned) for one in check.operands
            ),
        )


def _renumbered(ref: Ref, numbers: Sequence[int]) -> Ref:
    """A figure by its document's number in the package."""
    return Ref(numbers[ref.document], ref.figure)


def _beside(releases: Sequence[Release]) -> Iterator[list[int]]:
    """Each document's number, then those of the ones that it is held against.

    These are the ones that tell most, and of the others those that tell what these do not: so a
    package of more documents takes as much more work, and no more than that.
    """
    told = [_told(release) for release in releases]
    holders: dict[Hashable, list[int]] = {}
    for number, keys in enumerate(told):
        for key in keys:
            holders.setdefault(key, []).append(number)
    numbers = sorted(range(len(releases)), key=lambda one: (-len(told[one]), one))
    for number in range(len(releases)):
        core = [one for one in numbers if one != number][:_CORE]
        known = set[Hashable]().union(*(told[one] for one in core))
        more = dict.fromkeys((one for one in numbers if one not in (number, *core)), 0)
        for key in told[number] - known:
            for one in holders[key][: 2 * _CORE]:
                if one in more:
                    more[one] += 1
        others = [one for one in sorted(more, key=lambda one: -more[one]) if more[one]]
        yield [number, *core, *others[:_MORE]]


def _told(release: Release) -> frozenset[Hashable]:
    """What a document tells, each by what it is of and when."""
    facts = ((one.concept, one.period.month) for one in release.facts if one.period is not None)
    claims = ((one.concept, one.period.month) for one in release.claims if one.period is not None)
    return frozenset((*facts, *claims))

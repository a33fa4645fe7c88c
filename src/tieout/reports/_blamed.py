"""Findings that one wrong figure makes, told as one: that figure first, with what it would be."""

from collections.abc import Sequence

from msgspec import Struct

from tieout.model.check import Severity, Suspect
from tieout.model.workpaper import Workpaper
from tieout.reports._groups import Finding
from tieout.reports._places import Places

_NAMED = 3
"""So many figures, any one of which would do, are named."""


_PAIR = 2


class Told(Struct, frozen=True, gc=False):
    """A finding by itself, or all that one figure would explain, with what there is to say."""

    sentence: str
    findings: tuple[Finding, ...]
    suspects: tuple[Suspect, ...] = ()

    @property
    def first(self) -> Finding:
        """The finding itself; of several, the first."""
        return self.findings[0]

    @property
    def severity(self) -> Severity:
        """The worst of its findings."""
        return self.first.severity  # errors stand first

    @property
    def named(self) -> tuple[Suspect, ...]:
        """The figures that are named, of those that would explain its findings."""
        return self.suspects[:_NAMED]


def together(workpaper: Workpaper, found: Sequence[Finding], places: Places) -> list[Told]:
    """The findings in their order, those that one figure would explain where the first stands."""
    numbers = {id(check): number for number, check in enumerate(workpaper.checks)}
    blamed = {number: blame for blame in workpaper.blames for number in blame.checks}
    groups: dict[object, list[Finding]] = {}
    suspects: dict[object, tuple[Suspect, ...]] = {}
    for place, one in enumerate(found):
        blame = None if one.is_column else blamed.get(numbers.get(id(one.first), -1))
        key: object = place if blame is None else blame.checks
        groups.setdefault(key, []).append(one)
        suspects[key] = () if blame is None else blame.suspects
    return [_told(own, suspects[key], places) for key, own in groups.items()]


def named(one: Suspect, places: Places) -> str:
    """A figure with what it is of and the fewest words for where it stands."""
    words = [word for word in (places.caption(one.ref), places.line(one.ref)) if word]
    return f"{one.reported} ({', '.join(words)})" if words else one.reported


def _told(own: Sequence[Finding], suspects: Sequence[Suspect], places: Places) -> Told:
    """One finding, or those of a figure; where the others are accepted, one is left alone."""
    if len(own) == 1:
        return Told(own[0].sentence, tuple(own))
    if len(suspects) == 1:
        one, all_of = suspects[0], "both" if len(own) == _PAIR else "all"
        sentence = (
            f"One figure would explain these {len(own)}: {named(one, places)}; "
            f"if it were {one.wanted}, {all_of} of them would agree"
        )
    else:
        sentence = (
            f"One of {len(suspects)} figures would explain these {len(own)}; nothing says which"
        )
    return Told(sentence, tuple(own), tuple(suspects))

"""Leads in words and in order: what may be wrong, why it may be right, what would settle it."""

from msgspec import Struct

from tieout.model.check import Check, Ref
from tieout.model.workpaper import Workpaper
from tieout.reports._ground import grounds
from tieout.reports._places import Places
from tieout.reports._words import counted

INTRODUCTION = (
    "Each may be a mistake in the document, or tieout may have misread it. "
    "They are not findings, and do not change the exit status."
)
WORTH = "worth a look, not proven"
"""What a lead is, in short."""

_MOST_NAMED = 3


class Lead(Struct, frozen=True, gc=False):
    """Leads of one cause: one rule, one reason and one place; the likeliest stands first."""

    checks: tuple[Check, ...]

    @property
    def first(self) -> Check:
        """The likeliest."""
        return self.checks[0]

    @property
    def others(self) -> tuple[Check, ...]:
        """The rest of the same cause."""
        return self.checks[1:]

    @property
    def more(self) -> str:
        """How many others there are; empty for none."""
        return f"{len(self.others):,} more of the same cause" if self.others else ""


class Told(Struct, frozen=True, gc=False):
    """What there is to say of a lead: a sentence, and each side of it behind its name."""

    sentence: str
    sides: tuple[tuple[str, str], ...]


def leads(workpaper: Workpaper) -> list[Lead]:
    """Every lead in order of likelihood, those of one cause together where the likeliest stands."""
    places: dict[Ref, object] = {}
    for document, release in enumerate(workpaper.releases):
        for claim in release.claims:
            places[Ref(document, claim.figure)] = (document, claim.sentence)
        for fact in release.facts:
            places[Ref(document, fact.figure)] = (document, fact.statement)
    causes: dict[object, list[Check]] = {}
    for check in workpaper.leads:
        place = places.get(check.subject, check.subject)
        causes.setdefault((check.rule, check.reason, place), []).append(check)
    return [Lead(tuple(checks)) for checks in causes.values()]


def heading(workpaper: Workpaper) -> str:
    """How many leads there are, and what they are."""
    return f"{counted(len(workpaper.leads), 'lead')}: {WORTH}"


def leading(workpaper: Workpaper) -> set[int]:
    """The figures of the subject that are leads."""
    subjects = (lead.subject for lead in workpaper.leads)
    return {ref.figure for ref in subjects if ref.document == 0}


def told(check: Check, places: Places, *, with_bits: bool = False) -> Told:
    """A lead in sentences, for a reader who knows only the document; see `grounds` for the bits."""
    what = places.caption(check.subject) or places.text(check.subject)
    sides = (
        ("May be wrong", grounds(check, with_bits=with_bits)),
        ("May be right", check.reason),
        ("To settle it", _settles(check, places)),
    )
    return Told(
        check.message or f"{what}: reported {check.reported}, expected {check.expected}",
        tuple((name, side.rstrip(".")) for name, side in sides if side),
    )


def _settles(check: Check, places: Places) -> str:
    """The question to put to the document: is the figure what the expected one is made from?"""
    named = [_named(one.ref, places) for one in check.operands[:_MOST_NAMED]]
    if not named:
        return "look the figure up in its source"
    if len(check.operands) == 1:
        return f"is it the same figure as {named[0]}? If so, one of the two is wrong"
    if rest := len(check.operands) - len(named):
        named.append(f"{rest:,} more")
    listed = f"{', '.join(named[:-1])} and {named[-1]}"
    return f"is it computed from {listed}? If so, it or one of them is wrong"


def _named(ref: Ref, places: Places) -> str:
    """A figure with the line or cell it stands in."""
    place = places.line(ref)
    return places.text(ref) + (f" ({place})" if place else "")

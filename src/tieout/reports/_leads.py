"""Leads in words and in order: what may be wrong, why it may be right, what would settle it."""

from msgspec import Struct

from tieout.model.check import Check, Ref
from tieout.model.workpaper import Workpaper
from tieout.reports._ground import grounds
from tieout.reports._places import Places

INTRODUCTION = (
    "Each may be a mistake in the document, or tieout may have misread it. "
    "They are no findings, and do not change the exit status."
)
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


class Told(Struct, frozen=True, gc=False):
    """What there is to say of a lead, a sentence each; what there is nothing to say of is empty."""

    sentence: str
    wrong: str
    right: str
    settles: str


def leads(workpaper: Workpaper) -> list[Lead]:
    """Every lead in order of likelihood, those of one cause together where the likeliest stands."""
    subject = workpaper.subject
    tables = {fact.figure: fact.statement for fact in subject.facts}
    sentences = {claim.figure: claim.sentence for claim in subject.claims}
    causes: dict[object, list[Check]] = {}
    for number, check in enumerate(workpaper.leads):
        figure = check.subject.figure
        place: object = tables.get(figure, sentences.get(figure, number))
        causes.setdefault((check.rule, check.reason, check.subject.document, place), []).append(
            check
        )
    return [Lead(tuple(checks)) for checks in causes.values()]


def told(check: Check, places: Places) -> Told:
    """A lead in sentences, for a reader who knows only the document."""
    what = places.caption(check.subject) or places.text(check.subject)
    return Told(
        check.message or f"{what}: reported {check.reported}, expected {check.expected}",
        grounds(check),
        check.reason,
        _settles(check, places),
    )


def _settles(check: Check, places: Places) -> str:
    """The question to put to the document: is the figure what the expected one is made from?"""
    named = [_named(one.ref, places) for one in check.operands[:_MOST_NAMED]]
    if not named:
        return "look the figure up in its source"
    if len(check.operands) == 1:
        return f"is it the same figure as {named[0]}? Then one of the two is wrong"
    if rest := len(check.operands) - len(named):
        named.append(f"{rest:,} more")
    return f"is it made from {', '.join(named[:-1])} and {named[-1]}? Then it does not fit them"


def _named(ref: Ref, places: Places) -> str:
    """A figure with the line or cell it stands in."""
    place = places.line(ref)
    return places.text(ref) + (f" ({place})" if place else "")

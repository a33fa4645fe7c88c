"""The mark beside every figure: its ending's sign and the letters of the procedures."""

from msgspec import Struct, structs

from tieout.model.check import Ending
from tieout.model.workpaper import FigureEnding, Workpaper
from tieout.reports._accepted import answered, spoken
from tieout.reports._leads import leading
from tieout.reports._places import Places
from tieout.reports._words import ENDINGS, LEAD, LEAD_MEANING, SIGNS
from tieout.reports.html.markup import safe

_LETTERS = 3


class Mark(Struct, frozen=True, gc=False):
    """How a figure is drawn: its ending, what stands beside it, and what pointing at it says.

    `is_changed` is true where the previous draft had another number there, or none; `is_lead`
    where it may be wrong, which is not proven; `is_answered` where a person answered for it.
    """

    outcome: Ending
    letters: str
    title: str
    is_changed: bool = False
    is_lead: bool = False
    is_answered: bool = False

    @property
    def kinds(self) -> str:
        """What the style sheet knows it by."""
        if self.is_answered:
            return f"{self.outcome} by-people"
        return f"{self.outcome} lead" if self.is_lead else self.outcome


def marks(workpaper: Workpaper) -> list[Mark]:
    """One mark a figure of the subject."""
    proving: list[dict[str, None]] = [{} for _ in workpaper.endings]
    for check in workpaper.checks:
        standing = [check.subject, *(one.ref for one in check.operands if one.pinned)]
        for ref in standing if check.outcome != "differs" else standing[:1]:
            if ref.document == 0 and workpaper.endings[ref.figure].outcome == check.outcome:
                proving[ref.figure][check.tick] = None
    before = _before(workpaper)
    led = leading(workpaper)
    found = [
        _mark(ending, list(letters)[:_LETTERS], before.get(number, ""), is_lead=number in led)
        for number, (ending, letters) in enumerate(zip(workpaper.endings, proving, strict=True))
    ]
    if by_people := answered(workpaper):
        places = Places(workpaper)
        for number, one in by_people.items():
            told = spoken(one, workpaper, places)
            title = f"{found[number].title}; {told.answer}"
            found[number] = structs.replace(
                found[number], letters=told.letter, title=title, is_lead=False, is_answered=True
            )
    return found


def _before(workpaper: Workpaper) -> dict[int, str]:
    """What the previous draft had in the place of each figure that is not as it was."""
    redraft, draft = workpaper.redraft, workpaper.draft
    if redraft is None or draft is None:
        return {}
    changed = {now: f"was {draft.figure(0, was).text}" for was, now in redraft.changed}
    return changed | dict.fromkeys(redraft.added, "not in the previous draft")


def _mark(ending: FigureEnding, letters: list[str], before: str, *, is_lead: bool) -> Mark:
    """The mark of one figure; letters stand only beside what was tested, a lead has its sign."""
    mark = _ended(ending, letters)
    if is_lead and mark.outcome == "not-tested":
        title = f"lead, {LEAD_MEANING}"
        mark = structs.replace(mark, letters=LEAD, title=title, is_lead=True)
    if not before:
        return mark
    return structs.replace(mark, title=f"{mark.title}; {before}", is_changed=True)


def _ended(ending: FigureEnding, letters: list[str]) -> Mark:
    """The mark of a figure by its ending alone."""
    told = ENDINGS[ending.outcome]
    title = f"{told}: {ending.reason}" if ending.reason else told
    if ending.outcome in ("not-tested", "excluded"):
        return Mark(ending.outcome, "", title)
    sign = "" if ending.outcome == "agrees" else SIGNS[ending.outcome]
    return Mark(ending.outcome, sign + "\u2009".join(letters), title)


def figure(number: int, words: str, mark: Mark, *, margin: bool = False) -> str:
    """A figure as drawn: a link to its working, its letters beside it unless in the margin.

    An excluded figure has no working, so it is no link. The letters are drawn by the style
    sheet: they are no text, so that the drawn document reads and copies as the document.
    """
    title = safe(mark.title)
    changed = " changed" if mark.is_changed else ""
    if mark.outcome == "excluded":
        return f'<span class="f x{changed}" id="f{number}" title="{title}">{words}</span>'
    names = f"f {mark.kinds}{changed}"
    drawn = f'<a class="{names}" id="f{number}" href="#w{number}" title="{title}">{words}</a>'
    if margin or not mark.letters:
        return drawn
    return f'{drawn}<i class="t {mark.kinds}" data-t="{safe(mark.letters)}"></i>'

"""The mark beside every figure: its ending's sign and the letters of the procedures."""

from msgspec import Struct, structs

from tieout.model.check import Check, Ending
from tieout.model.workpaper import FigureEnding, Workpaper
from tieout.reports._accepted import answered, spoken
from tieout.reports._groups import findings
from tieout.reports._leads import leading
from tieout.reports._marks import MOST, proving
from tieout.reports._places import Places
from tieout.reports._words import LEAD, SIGNS
from tieout.reports.html.markup import safe


class Mark(Struct, frozen=True, gc=False):
    """How a figure is drawn: its ending, what stands beside it, and where a click on it leads.

    `before` is what the previous draft had there, or that it had nothing; empty where it had the
    same. `is_lead` is true where the figure may be wrong, which is not proven; `is_answered` where
    a person answered for it, of which `title` says who, when and why.
    """

    outcome: Ending
    letters: str
    place: str = ""
    before: str = ""
    title: str = ""
    is_lead: bool = False
    is_answered: bool = False

    @property
    def kinds(self) -> str:
        """What the style sheet knows it by; what agrees, as most figures do, by nothing."""
        kinds = (
            "by-people" if self.is_answered else self.outcome.removeprefix("agrees"),
            "lead" * self.is_lead,
            "changed" * bool(self.before),
        )
        return " ".join(kind for kind in kinds if kind)


def marks(workpaper: Workpaper, places: Places) -> list[Mark]:
    """One mark a figure of the subject."""
    before, led, entered = _before(workpaper), leading(workpaper), _entered(workpaper)
    made = []
    for number, (ending, tested) in enumerate(
        zip(workpaper.endings, proving(workpaper), strict=True)
    ):
        mark = _mark(ending, tested, is_lead=number in led)
        has_entry = number in entered or ending.outcome == "not-tested"
        place = f"w{number}" if has_entry else mark.place
        made.append(structs.replace(mark, place=place, before=before.get(number, "")))
    for number, one in answered(workpaper).items():
        told = spoken(one, workpaper, places)
        answer = Mark(made[number].outcome, told.letter, f"w{number}", is_answered=True)
        titles = (told.answer, made[number].before)
        title = "; ".join(words for words in titles if words)
        made[number] = structs.replace(answer, before=made[number].before, title=title)
    return made


def in_full(workpaper: Workpaper) -> set[int]:
    """The figures whose checks are written out: findings but of columns, leads, roundings."""
    columns = {
        check.subject.figure for one in findings(workpaper) if one.is_column for check in one.checks
    }
    return _entered(workpaper) - columns


def _entered(workpaper: Workpaper) -> set[int]:
    """The figures that are told of as a finding, a lead, or explained by rounding."""
    told = (*workpaper.findings, *workpaper.leads, *workpaper.notes)
    return {check.subject.figure for check in told if check.subject.document == 0}


def _before(workpaper: Workpaper) -> dict[int, str]:
    """What the previous draft had in the place of each figure that is not as it was."""
    redraft, draft = workpaper.redraft, workpaper.draft
    if redraft is None or draft is None:
        return {}
    changed = {now: f"was {draft.figure(0, was).text}" for was, now in redraft.changed}
    return changed | dict.fromkeys(redraft.added, "not in the previous draft")


def _mark(ending: FigureEnding, tested: dict[str, Check], *, is_lead: bool) -> Mark:
    """The mark of one figure; letters stand only beside what was tested, a lead has its sign."""
    if ending.outcome == "excluded":
        return Mark("excluded", "")
    if ending.outcome == "not-tested":
        return Mark("not-tested", LEAD if is_lead else "", is_lead=is_lead)
    sign = "" if ending.outcome == "agrees" else SIGNS[ending.outcome]
    letters = sign + "\u2009".join(list(tested)[:MOST])
    return Mark(ending.outcome, letters, next((one.rule for one in tested.values()), ""))


def figure(number: int, words: str, mark: Mark) -> str:
    """A figure as drawn: a link to its working, its letters beside it.

    What agrees leads to the procedure, of which the script makes the working; everything else to
    its own entry. An excluded figure leads nowhere. The letters are drawn by the style sheet:
    they are no text, so that the drawn document reads and copies as the document.
    """
    said = mark.title or mark.before
    title = f' title="{safe(said)}"' if said else ""
    kinds = f'"{mark.kinds}"' if " " in mark.kinds else mark.kinds
    kinds = f" class={kinds}" if kinds else ""
    if mark.outcome == "excluded":
        return f"<span id=f{number}{kinds}{title}>{words}</span>"
    letters = f' data-t="{safe(mark.letters)}"' if mark.letters else ""
    place = safe(mark.place)
    return f"<a id=f{number} href=#{place}{kinds}{letters}{title}>{words}</a>"


def operand(document: int, number: int, words: str) -> str:
    """A figure of another document that something was tested against."""
    return f'<b id="d{document}f{number}" class="bound">{words}</b>'

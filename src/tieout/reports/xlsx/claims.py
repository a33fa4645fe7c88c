"""The sheet of what prose claims, each with what recomputes it; and the sheet of further tests."""

from tieout.model.check import Ref
from tieout.reports._words import ENDINGS
from tieout.reports.xlsx.cells import letters
from tieout.reports.xlsx.pages import TOP
from tieout.reports.xlsx.plan import CLAIMED
from tieout.reports.xlsx.sheet import Sheet, noted

_BOUNDS = {"over": "a bound: more than this", "under": "a bound: less than this"}
_CLAIMS = (
    *(("Where", 36), ("Sentence", 64), ("Claimed", 18), ("", 9), ("Recomputed", 18)),
    *(("Difference", 14), ("In figures", 36), ("Rule", 8), ("Note", 42)),
)
_FURTHER = (
    *(("Figure", 76), ("", 7), ("Reported", 18), ("Recomputed", 18), ("Difference", 14)),
    *(("In figures", 40), ("Rule", 8), ("Note", 42)),
)


def write(sheet: Sheet) -> None:
    """Every figure of prose in reading order, with what recomputes it."""
    about = "Every number that sentences claim, and the other figures outside the tables"
    sheet.head("Claims", f"{about} that a test names.", _CLAIMS)
    sheet.sheet.autofilter(TOP - 1, 0, TOP - 1 + len(sheet.plan.told), len(_CLAIMS) - 1)
    for at, ref in enumerate(sheet.plan.told):
        _claim(sheet, TOP + at, ref)


def _claim(sheet: Sheet, row: int, ref: Ref) -> None:
    """One figure of prose."""
    plan, looks = sheet.plan, sheet.looks
    check, cell = plan.first(ref), plan.cells.get(ref)
    sheet.words(row, 0, sheet.where(ref), looks.noted)
    sheet.quote(row, 1, ref)
    if cell is None:
        sheet.words(row, CLAIMED, sheet.places.text(ref), looks.right)
    else:
        sheet.number(row, CLAIMED, cell)
    if ref.document == 0:
        words, ink = plan.mark(ref.figure)
        sheet.words(row, 3, words, looks.mark(ink))
    if check is None:
        if ref.document == 0:
            ending = plan.workpaper.endings[ref.figure]
            said = f": {ending.reason}" if ending.reason else ""
            if ending.outcome in ("agrees", "rounds"):
                said = f", as one of the figures that another is computed from{said}"
            sheet.words(row, 8, f"{ENDINGS[ending.outcome]}{said}", looks.noted)
        return
    sheet.tested(row, 4, check)
    claim = plan.claims.get(ref)
    bound = _BOUNDS.get(claim.hedge, "") if claim is not None else ""
    sheet.figures(row, 6, check)
    sheet.words(row, 7, check.rule, looks.quiet)
    sheet.words(row, 8, noted(check) or bound, looks.noted)


def write_further(sheet: Sheet) -> None:
    """Every test of a figure but the one that stands beside it."""
    about = "Tests of figures that already have another test beside them, on their own sheets."
    sheet.head("Further tests", about, _FURTHER)
    sheet.sheet.autofilter(TOP - 1, 0, TOP - 1 + len(sheet.plan.further), len(_FURTHER) - 1)
    for at, check in enumerate(sheet.plan.further):
        row, looks = TOP + at, sheet.looks
        sheet.lead(
            row,
            0,
            check.subject,
            sheet.places.caption(check.subject) or check.reported,
            looks.link_plain,
        )
        sheet.mark(row, 1, check)
        sheet.reported(row, 2, check)
        sheet.tested(row, 3, check, f"{letters(2)}{row + 1}")
        sheet.figures(row, 5, check)
        sheet.words(row, 6, check.rule, sheet.looks.quiet)
        sheet.words(row, 7, noted(check), sheet.looks.noted)

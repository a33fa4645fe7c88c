"""The sheet of what prose claims, each with what recomputes it; and the sheet of further tests."""

from bisect import bisect_right

from tieout.lexicon.markup import clean
from tieout.model.check import Check, Ref
from tieout.reports._words import ENDINGS
from tieout.reports.xlsx.cells import letters
from tieout.reports.xlsx.plan import CLAIMED, TOP
from tieout.reports.xlsx.sheet import Sheet, noted

_EXCERPT = 240
_CLAIMS = (
    *(("Where", 24), ("Sentence", 64), ("Claimed", 17), ("", 7), ("Recomputed", 17)),
    *(("Difference", 14), ("In figures", 34), ("Rule", 26), ("Note", 44)),
)
_FURTHER = (
    *(("Figure", 52), ("", 7), ("Reported", 17), ("Recomputed", 17), ("Difference", 14)),
    *(("In figures", 40), ("Rule", 32), ("Note", 44)),
)


def write(sheet: Sheet) -> None:
    """Every figure of prose in reading order, with what recomputes it."""
    about = "Every number that sentences claim, and the other figures outside the tables"
    sheet.head("Claims", f"{about} that a test names.", _CLAIMS)
    for at, ref in enumerate(sheet.plan.told):
        _claim(sheet, TOP + at, ref)


def _claim(sheet: Sheet, row: int, ref: Ref) -> None:
    """One figure of prose."""
    plan, looks = sheet.plan, sheet.looks
    check, cell = plan.first(ref), plan.cells.get(ref)
    sheet.words(row, 0, sheet.places.line(ref), looks.quiet_wrapped)
    sheet.words(row, 1, quoted(sheet, ref))
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
            sheet.words(row, 8, f"{ENDINGS[ending.outcome]}{said}", looks.quiet_wrapped)
        return
    sheet.tested(row, 4, check)
    _figures(sheet, row, 6, check)
    sheet.rule(row, 7, check)
    sheet.words(row, 8, noted(check), looks.quiet_wrapped)


def write_further(sheet: Sheet) -> None:
    """Every test of a figure but the one that stands beside it."""
    about = "Tests of figures that another test already stands beside, on their own sheets."
    sheet.head("Further tests", about, _FURTHER)
    for at, check in enumerate(sheet.plan.further):
        row = TOP + at
        sheet.lead(row, 0, check.subject, sheet.places.caption(check.subject) or check.reported)
        sheet.mark(row, 1, check)
        sheet.reported(row, 2, check)
        sheet.tested(row, 3, check, f"{letters(2)}{row + 1}")
        _figures(sheet, row, 5, check)
        sheet.rule(row, 6, check)
        sheet.words(row, 7, noted(check), sheet.looks.quiet_wrapped)


def _figures(sheet: Sheet, row: int, column: int, check: Check) -> None:
    """The formula in the document's own figures; it leads to the first of them."""
    words = f"= {check.formula}" if check.formula else ""
    if words and check.operands:
        sheet.lead(row, column, check.operands[0].ref, words)
    else:
        sheet.words(row, column, words)


def quoted(sheet: Sheet, ref: Ref) -> str:
    """The sentence a figure stands in, else its row or line."""
    release = sheet.plan.workpaper.releases[ref.document]
    claims = release.claims
    at = bisect_right(claims, ref.figure, key=lambda claim: claim.figure) - 1
    if at >= 0 and claims[at].figure == ref.figure:
        return clean(claims[at].sentence.of(release.document.text))
    excerpt = sheet.places.excerpt(ref, _EXCERPT)
    return f"{excerpt.before}{excerpt.figure}{excerpt.after}".strip()

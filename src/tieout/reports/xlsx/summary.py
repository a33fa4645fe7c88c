"""The first sheet: what was checked, against what, what came of it, the legend, how to use it."""

from collections.abc import Sequence
from fractions import Fraction

from tieout import __version__
from tieout.model.accepted import NAMES
from tieout.model.understanding import understanding
from tieout.reports._accepted import LETTERS, elsewhere, holding, lapsed
from tieout.reports._accepted import MEANINGS as SAID
from tieout.reports._accepted import counts as by_people
from tieout.reports._bearings import borne
from tieout.reports._ended import Ended, ended, tallied
from tieout.reports._groups import counts, findings
from tieout.reports._leads import heading
from tieout.reports._redraft import Redrafted
from tieout.reports._understood import silence, warning
from tieout.reports._words import (
    ENDINGS,
    LEAD,
    LEAD_MEANING,
    MEANINGS,
    SIGNS,
    company,
    described,
    letters,
    roles,
)
from tieout.reports.xlsx.accepted import entry
from tieout.reports.xlsx.cells import letters as column_letters
from tieout.reports.xlsx.findings import explained
from tieout.reports.xlsx.looks import INK, LEAD_INK, PEOPLE_INK, prepared
from tieout.reports.xlsx.plan import CLAIMS, FINDINGS, FURTHER, LEADS, UNTESTED
from tieout.reports.xlsx.sheet import Sheet

_WIDTHS = [40.0, 62.0, 12.0, 10.0, 10.0, 10.0, 12.0, 12.0]
_BY_HAND = list(ENDINGS).index("not-tested")
_TICKED: Ended = "ticked"
_USE = (
    "Every figure of a statement stands as a number, printed as in the document. Beside it stand "
    "its tick mark and a live formula that computes it anew from the other figures.",
    "To see what a figure is computed from, choose its formula and let the program show the cells "
    "it names (in Excel: Formulas, Trace Precedents).",
    "Difference is what is reported less what is recomputed, rounded as the figure is printed. A "
    "dash is no difference.",
    "If a figure was keyed wrong, type the right one over it: every formula that rests on it "
    "follows. The marks, notes and counts are those of the document as read, and do not.",
    "Underlined words lead to the place they name.",
)


def write(sheet: Sheet) -> None:
    """Everything on the first sheet, from top to bottom."""
    workpaper, looks = sheet.plan.workpaper, sheet.looks
    prepared(sheet.sheet, 0)
    sheet.widths([*_WIDTHS, 14.0] if workpaper.ticked else _WIDTHS)
    sheet.words(0, 0, company(workpaper.subject), looks.title)
    sheet.words(1, 0, described(workpaper.subject), looks.plain)
    sheet.words(2, 0, f"Workpaper by tieout {__version__}", looks.quiet)
    row = _result(sheet, 4)
    row = _by_people(sheet, row)
    row = _documents(sheet, row + 1)
    row = _coverage(sheet, row + 1)
    row = _sheets(sheet, row + 1)
    row = _legend(sheet, row + 1)
    row = _use(sheet, row + 1)
    _rules(sheet, row + 1)


def _part(sheet: Sheet, row: int, *words: str) -> int:
    """The title of a part, over as many columns as the sheet has."""
    for column in range(max(len(_WIDTHS), len(words))):
        look = sheet.looks.part if column < 2 else sheet.looks.part_right
        sheet.fill(row, column, words[column] if column < len(words) else "", look)
    return row + 1


def _result(sheet: Sheet, row: int) -> int:
    """What was found, in a sentence each."""
    workpaper, looks = sheet.plan.workpaper, sheet.looks
    row = _part(sheet, row, "Result")
    if said := lapsed(workpaper):
        look = looks.of(bold=True, font_color=INK["differs"])
        sheet.words(row, 0, f"{SIGNS['differs']} {said}", look)
        row += 1
    if said := warning(understanding(workpaper)):
        sheet.words(row, 0, f"! {said}.", looks.of(bold=True, font_color=INK["differs"]))
        row += 1
    found = findings(workpaper)
    way, sentence = silence(workpaper)
    if found:
        way, sentence = "differs", counts(found)
    look = looks.of(font_color=INK[way], bold=True)
    sheet.to(row, 0, FINDINGS, 0, 0, f"{SIGNS[way]} {sentence}", look)
    if workpaper.redraft is not None:
        words = Redrafted(workpaper, sheet.places)
        row += 1
        sheet.words(row, 0, f"Since the draft {words.name}: {words.summary()}", looks.plain)
    if workpaper.leads:
        look = looks.of(font_color=LEAD_INK, bold=True)
        row += 1
        sheet.to(row, 0, LEADS, 0, 0, f"{LEAD} {heading(workpaper)}", look)
    return row + 1


def _by_people(sheet: Sheet, row: int) -> int:
    """What people said: what does not hold any more, then what does; nothing for nothing."""
    workpaper = sheet.plan.workpaper
    also = elsewhere(workpaper)
    found = [*workpaper.notices, *(one for said in NAMES for one in holding(workpaper, said))]
    if not found and not also:
        return row
    row = _part(sheet, row + 1, "By people", "Of what, and who said it, when and why")
    for one in found:
        row = entry(sheet, row, one)
    if also:
        sheet.words(row, 0, f"{also}.", sheet.looks.plain)
        row += 1
    return row


def _documents(sheet: Sheet, row: int) -> int:
    """What was checked, and against what."""
    workpaper, looks = sheet.plan.workpaper, sheet.looks
    row = _part(sheet, row, "Documents", "What they are")
    named = zip(roles(workpaper), workpaper.releases, borne(workpaper), strict=True)
    for role, release, words in named:
        told = "checked" if role == "subject" else f"held against it, {role}; {words}"
        sheet.words(row, 0, release.document.name)
        sheet.words(row, 1, f"{company(release)} ({told})", looks.plain)
        sheet.words(row + 1, 1, described(release), looks.plain)
        sheet.words(row + 2, 1, f"SHA-256 {release.document.sha256}", looks.code)
        row += 3
    return row


def _coverage(sheet: Sheet, row: int) -> int:
    """How the figures of the document ended, with live shares."""
    looks, many = sheet.looks, tallied(sheet.plan.workpaper)
    row = _part(sheet, row, "Figures", "", "Number", "Share")
    told: list[tuple[Ended, str, str, str]] = [
        (way, f"{SIGNS[way]} {words}", MEANINGS[way], INK[way]) for way, words in ENDINGS.items()
    ]
    if many["ticked"]:
        by_hand = f"{LETTERS['ticked']} {NAMES['ticked']}"
        told.insert(_BY_HAND, ("ticked", by_hand, SAID["ticked"], PEOPLE_INK))
    total = row + len(told)
    for way, words, meaning, ink in told:
        sheet.words(row, 0, words, looks.mark(ink))
        sheet.words(row, 1, meaning)
        sheet.sheet.write_number(row, 2, many[way], looks.count)
        share = Fraction(many[way], many["figures"]) if many["figures"] else Fraction(0)
        text = f"=IF(C{total + 1}=0,0,C{row + 1}/C{total + 1})"
        sheet.formula(row, 3, text, share, looks.share)
        row += 1
    sheet.words(row, 0, "All figures", looks.bold)
    look = looks.of(num_format="#,##0", align="right", top=1, bold=True)
    text = f"=SUM(C{total - len(told) + 1}:C{total})"
    sheet.formula(row, 2, text, Fraction(many["figures"]), look)
    return row + 1


def _sheets(sheet: Sheet, row: int) -> int:
    """Every sheet, with how the figures on it ended."""
    plan, looks = sheet.plan, sheet.looks
    workpaper = plan.workpaper
    by_hand = [NAMES["ticked"]] if workpaper.ticked else []
    row = _part(sheet, row, "Sheets", "", "Figures", *ENDINGS.values(), *by_hand)
    found = (
        (FINDINGS, "what differs", workpaper.findings),
        (LEADS, "what may be wrong", workpaper.leads),
    )
    for name, words, checks in found:
        sheet.to(row, 0, name, 0, 0, name)
        sheet.words(row, 1, words)
        sheet.sheet.write_number(row, 2, len({check.subject for check in checks}), looks.count)
        row += 1
    later = [page for page in plan.pages if page.document]
    for page in plan.pages:
        if not page.document:
            sheet.to(row, 0, page.name, 0, 0, page.name)
            sheet.words(row, 1, page.title)
            _counts(sheet, row, [figure for figure, _, _ in page.figures()])
            row += 1
    sheet.to(row, 0, CLAIMS, 0, 0, CLAIMS)
    sheet.words(row, 1, "what sentences say, and figures outside the tables")
    _counts(sheet, row, [ref.figure for ref in plan.told if not ref.document])
    others = ((FURTHER, "tests of figures that have another beside them"),)
    for name, words in (*others, (UNTESTED, "by what would settle them")):
        row += 1
        sheet.to(row, 0, name, 0, 0, name)
        sheet.words(row, 1, words)
    for page in later:
        row += 1
        sheet.to(row, 0, page.name, 0, 0, page.name)
        document = plan.workpaper.releases[page.document].document
        sheet.words(row, 1, f"{page.title}, {document.name}")
    return row + 1


def _counts(sheet: Sheet, row: int, figures: Sequence[int]) -> None:
    """How many figures a sheet has, and how they ended."""
    workpaper = sheet.plan.workpaper
    ways: list[Ended] = [*ENDINGS, *([_TICKED] if workpaper.ticked else [])]
    every = ended(workpaper)
    found = [every[figure] for figure in dict.fromkeys(figures)]
    last = column_letters(2 + len(ways))
    text = f"=SUM(D{row + 1}:{last}{row + 1})"
    sheet.formula(row, 2, text, Fraction(len(found)), sheet.looks.count)
    for column, way in enumerate(ways, 3):
        sheet.sheet.write_number(row, column, found.count(way), sheet.looks.count)


def _legend(sheet: Sheet, row: int) -> int:
    """The letters, each with its procedure; the signs are told above."""
    plan, looks = sheet.plan, sheet.looks
    row = _part(sheet, row, "Tick marks", "Beside a figure: how it ended, and what proves it")
    sheet.words(row, 0, f"{LEAD} lead", looks.mark(LEAD_INK))
    sheet.words(row, 1, LEAD_MEANING, looks.plain)
    for letter, meaning in letters(plan.workpaper).items():
        row += 1
        sheet.words(row, 0, letter, looks.bold)
        sheet.words(row, 1, meaning, looks.plain)
    for said in by_people(plan.workpaper):
        row += 1
        sheet.words(row, 0, LETTERS[said], looks.mark(PEOPLE_INK))
        sheet.words(row, 1, SAID[said], looks.plain)
    return row + 1


def _rules(sheet: Sheet, row: int) -> None:
    """What each rule that tested something finds."""
    row = _part(sheet, row, "Rules", "What each finds")
    told = {check.rule: explained(check) for check in sheet.plan.tests}
    for rule in sorted(told):
        name, _, finds = told[rule].partition(": ")
        sheet.words(row, 0, name)
        sheet.words(row, 1, finds, sheet.looks.plain)
        row += 1


def _use(sheet: Sheet, row: int) -> int:
    """How to work with it, and how many of the tests are formulas."""
    plan, looks = sheet.plan, sheet.looks
    row = _part(sheet, row, "How to use this workbook")
    computed = [check for check in plan.tests if check.formula]
    many = sum(plan.live(check, sheet.name) is not None for check in computed)
    told = (
        f"{many:,} of the {len(computed):,} computations are live formulas here. The others, and "
        "tests of dates and words, are given in words."
    )
    for words in (*_USE, told):
        sheet.words(row, 0, words, looks.plain)
        row += 1
    return row

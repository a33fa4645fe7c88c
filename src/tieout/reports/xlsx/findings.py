"""The sheets of findings and leads: where, quoted, recomputed, on what ground, by what rule."""

from functools import cache

from tieout.model.check import Check
from tieout.reports._ground import grounds
from tieout.reports._groups import counts, findings
from tieout.reports._leads import INTRODUCTION, leads, told
from tieout.reports._understood import silence
from tieout.reports.xlsx.cells import letters
from tieout.reports.xlsx.pages import TOP
from tieout.reports.xlsx.sheet import Sheet
from tieout.rules.base import all_rules

_SHARED = (
    *(("Where", 24), ("Quoted", 44), ("Reported", 15), ("Expected", 15), ("Difference", 14)),
    ("In figures", 30),
)
_FINDINGS = (("", 10), ("Finding", 42), *_SHARED, ("Why it is believed, and the rule", 50))
_LEADS = (("", 10), ("Lead", 42), *_SHARED, ("What speaks for and against it, and the rule", 56))
_WHY = len(_FINDINGS) - 1


def write(sheet: Sheet) -> None:
    """Every finding, errors before warnings; columns moved for one cause under one sentence."""
    workpaper, looks = sheet.plan.workpaper, sheet.looks
    found = findings(workpaper)
    if not found:
        sheet.empty("Findings", silence(workpaper)[1])
        return
    sheet.head("Findings", counts(found), _FINDINGS)
    row = TOP
    for one in found:
        if one.is_column:
            for column in range(len(_FINDINGS)):
                sheet.sheet.write_blank(row, column, None, looks.group)
            sheet.words(row, 0, one.severity, looks.group)
            sheet.words(row, 1, one.sentence, looks.group)
            row += 1
        for check in one.checks:
            _shared(sheet, row, check, check.severity, check.message or check.reason)
            why = (grounds(check, with_bits=True), explained(check))
            sheet.words(row, _WHY, "\n".join(filter(None, why)), looks.quiet_wrapped)
            row += 1


def write_leads(sheet: Sheet) -> None:
    """Every lead, the likeliest first, with both sides of it."""
    workpaper, looks = sheet.plan.workpaper, sheet.looks
    found = leads(workpaper)
    if not found:
        sheet.empty("Leads", "There are none.")
        return
    sheet.head("Leads", INTRODUCTION, _LEADS)
    checks = [check for lead in found for check in lead.checks]
    for row, check in enumerate(checks, TOP):
        words = told(check, sheet.places, with_bits=True)
        _shared(sheet, row, check, "lead", words.sentence)
        why = [f"{name}: {side}" for name, side in words.sides]
        sheet.words(row, _WHY, "\n".join((*why, explained(check))), looks.quiet_wrapped)


def _shared(sheet: Sheet, row: int, check: Check, kind: str, sentence: str) -> None:
    """What findings and leads tell alike."""
    sheet.mark(row, 0, check, kind)
    sheet.words(row, 1, sentence)
    place = sheet.where(check.subject)
    sheet.lead(row, 2, check.subject, place, sheet.looks.link_indented)
    sheet.quote(row, 3, check.subject)
    sheet.reported(row, 4, check)
    sheet.tested(row, 5, check, f"{letters(4)}{row + 1}")
    sheet.figures(row, 7, check)


def explained(check: Check) -> str:
    """The rule of a check, and what it finds."""
    title = _titles().get(check.rule, "")
    return f"{check.rule} {check.name}" + (f": {title}" if title else "")


@cache
def _titles() -> dict[str, str]:
    """The sentence of every rule."""
    return {rule.code: rule.title for rule in all_rules()}

"""The sheets of findings and leads: where, quoted, recomputed, on what ground, by what rule."""

from functools import cache

from tieout.model.check import Check
from tieout.reports._ground import grounds
from tieout.reports._groups import counts, findings
from tieout.reports._leads import INTRODUCTION, leads, told
from tieout.reports._understood import silence
from tieout.reports.xlsx.cells import letters
from tieout.reports.xlsx.claims import quoted
from tieout.reports.xlsx.plan import TOP
from tieout.reports.xlsx.sheet import Sheet
from tieout.rules.base import all_rules

_SHARED = (
    *(("Where", 28), ("Quoted", 46), ("Reported", 15), ("Expected", 15), ("Difference", 13)),
    ("In figures", 28),
)
_FINDINGS = (("", 9), ("Finding", 46), *_SHARED, ("Why it is believed", 40), ("Rule", 40))
_LEADS = (
    *(("", 9), ("Lead", 46), *_SHARED, ("May be wrong", 36), ("May be right", 36)),
    *(("To settle it", 40), ("Rule", 40)),
)


def write(sheet: Sheet) -> None:
    """Every finding, errors before warnings; columns moved for one cause under one sentence."""
    workpaper, looks = sheet.plan.workpaper, sheet.looks
    found = findings(workpaper)
    sheet.head("Findings", counts(found) if found else silence(workpaper)[1], _FINDINGS)
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
            sheet.words(row, 8, grounds(check, with_bits=True), looks.quiet_wrapped)
            sheet.words(row, 9, explained(check), looks.quiet_wrapped)
            row += 1


def write_leads(sheet: Sheet) -> None:
    """Every lead, the likeliest first, with both sides of it."""
    workpaper, looks = sheet.plan.workpaper, sheet.looks
    found = leads(workpaper)
    sheet.head("Leads", INTRODUCTION if found else "There are none.", _LEADS)
    checks = [check for lead in found for check in lead.checks]
    for row, check in enumerate(checks, TOP):
        words = told(check, sheet.places)
        _shared(sheet, row, check, "lead", words.sentence)
        for column, said in enumerate((words.wrong, words.right, words.settles), 8):
            sheet.words(row, column, said, looks.quiet_wrapped)
        sheet.words(row, 11, explained(check), looks.quiet_wrapped)


def _shared(sheet: Sheet, row: int, check: Check, kind: str, sentence: str) -> None:
    """What findings and leads tell alike."""
    sheet.mark(row, 0, check, kind)
    sheet.words(row, 1, sentence)
    where = (sheet.places.caption(check.subject), sheet.places.line(check.subject))
    words = "; ".join(word for word in where if word) or sheet.places.text(check.subject)
    sheet.lead(row, 2, check.subject, words)
    sheet.words(row, 3, quoted(sheet, check.subject))
    sheet.reported(row, 4, check)
    sheet.tested(row, 5, check, f"{letters(4)}{row + 1}")
    sheet.words(row, 7, f"= {check.formula}" if check.formula else "")


def explained(check: Check) -> str:
    """The rule of a check, and what it finds."""
    title = _titles().get(check.rule, "")
    return f"{check.rule} {check.name}" + (f": {title}" if title else "")


@cache
def _titles() -> dict[str, str]:
    """The sentence of every rule."""
    return {rule.code: rule.title for rule in all_rules()}

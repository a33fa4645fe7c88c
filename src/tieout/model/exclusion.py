"""Which figures are no claims by where they stand: a cover, a column's head, a column of notes."""

import re
from functools import partial

from tieout.model.document import Document
from tieout.model.memo import Memo, afresh
from tieout.model.table import Table
from tieout.model.workpaper import Release
from tieout.patterns import pattern

_NOTES = pattern(r"\b(?:notes?|ref)\.?(?:\s+nos?\.?)?\s*\Z", re.IGNORECASE)
_HIGHEST_NOTE = 99


def excluded(release: Release, memo: Memo = afresh) -> dict[int, str]:
    """Why a figure is no claim, by figure number, for figures whose place says so."""
    reasons: dict[int, str] = {}
    document = release.document
    if release.form is not None:
        for figure in document.figures_in(release.form.start, release.form.end):
            reasons[figure] = "stands on the form, not in the release"
    for table in release.tables:
        reasons |= memo("excluded", partial(_in_heads_and_notes, document, table), table)
    return reasons


def _in_heads_and_notes(document: Document, table: Table) -> dict[int, str]:
    """The figures of a table's heads, and of its columns of notes."""
    spans = (span for header in table.headers for span in header.spans)
    heads = (number for span in spans for number in document.figures_in(span.start, span.end))
    in_heads = dict.fromkeys(heads, "names a column's period")
    return in_heads | dict.fromkeys(notes_of(table), "refers to a note")


def notes_of(table: Table) -> list[int]:
    """The figures of the columns that say in which note a line is explained."""
    found: list[int] = []
    for number, header in enumerate(table.headers):
        if _NOTES.search(header.text):
            cells = [row.readings[number] for row in table.rows]
            figures = [one for one in cells if one.kind == "number"]
            notes = [one for one in figures if 0 < abs(one.amount.value) <= _HIGHEST_NOTE]
            if 4 * len(notes) >= 3 * len(figures):
                found += [one.figure for one in notes if one.amount.exponent == 0]
    return found

"""A periodic report: who files a Form 10-Q or 10-K, by its cover."""

import re

from tieout.forms.cover import cover
from tieout.forms.lines import Line
from tieout.lexicon.markup import clean
from tieout.model.announcement import PeriodicReport
from tieout.model.document import Document
from tieout.patterns import pattern

PERIODIC = ("10-Q", "10-K")

_SYMBOLS = pattern(r"trading\s+symbol", re.IGNORECASE)
_SYMBOL = pattern(r"[A-Z]{1,5}(?:[./][A-Z]{1,2})?")
_ROWS = 4
"""The first security registered stands so near under the heads of its table."""


def periodic_report(document: Document, lines: list[Line], form: str) -> PeriodicReport | None:
    """What the cover of a Form 10-Q or 10-K says of who files; None for any other document."""
    if form[:4] not in PERIODIC:
        return None
    fields = cover(document, lines)
    return PeriodicReport(
        form, fields.registrant, fields.commission_file_number, _ticker(document.text, lines)
    )


def _ticker(text: str, lines: list[Line]) -> str:
    """The first symbol under the head "Trading Symbol(s)", empty where the cover has none."""
    for number, line in enumerate(lines):
        if not _SYMBOLS.search(line.text):
            continue
        for under in lines[number + 1 : number + 1 + _ROWS]:
            cells = [clean(cell.of(text)) for cell in under.cells]
            if (found := next(filter(_SYMBOL.fullmatch, cells), None)) is not None:
                return found
    return ""

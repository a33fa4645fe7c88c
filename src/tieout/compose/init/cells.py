"""What a table prints, cell by cell, as a book types it: no currency signs and no brackets."""

from tieout.compose.init.words import legible
from tieout.compose.loading.lines import DEEPEST, LONGEST_NUMBER
from tieout.lexicon.markup import clean
from tieout.lexicon.shapes import DASH_SET, WHOLE
from tieout.model.document import Document
from tieout.model.table import Reading
from tieout.patterns import pattern

NIL = pattern(rf"[{DASH_SET}]{{1,3}}")
_PERCENT_BEHIND = pattern(r"[\s)]{0,4}%")
_FIGURE = pattern(rf"(?=\.?[0-9])({WHOLE})?(\.[0-9]+)?(\s?%)?\Z")
_LIKE_A_NUMBER = pattern(r"[-($\s]*\.?[0-9]|\"")


def typed(document: Document, reading: Reading, start: int, end: int) -> str:
    """A cell as a book types it; [start, end) is the cell it was read in.

    "-756", "12.5%", "" for a blank, a dash for nil. Words stand as they do, in double quotes
    where they could be taken for a number: a year is not "2,020".
    """
    if reading.kind == "blank":
        return ""
    if reading.kind == "number":
        return _number(document, reading, start, end)
    words = clean(legible(document.text[start:end]))
    if reading.kind == "nil":
        dash = NIL.search(words)
        return dash[0] if dash is not None else words
    return quoted(words)


def quoted(words: str) -> str:
    """Words as a cell holds them: in double quotes where they begin like a number."""
    return f'"{words}"' if _LIKE_A_NUMBER.match(words) else words


def _number(document: Document, reading: Reading, start: int, end: int) -> str:
    """The digits behind their sign; the cell's own words where it has more, or more than a book."""
    figure = document.figures[reading.figure]
    found = _FIGURE.match(figure.text)
    words = quoted(clean(legible(document.text[start:end])))
    if found is None or figure.kind == "year" or _is_ungrouped(found[1]):
        return words
    digits = f"{(found[1] or '').replace(',', '')}{found[2] or ''}"
    behind = document.text[figure.end : figure.end + 6]
    is_percent = bool(found[3]) or (reading.is_percent and _PERCENT_BEHIND.match(behind))
    sign = "-" if reading.amount.mantissa < 0 or _is_minus_zero(document, reading, start) else ""
    typed = f"{sign}{digits}{'%' if is_percent else ''}"
    has_too_many = len(typed) > LONGEST_NUMBER or len(found[2] or "") > 1 + DEEPEST
    return words if has_too_many else typed


def _is_minus_zero(document: Document, reading: Reading, start: int) -> bool:
    """True for "(0.0)", whose amount has no sign to keep."""
    return not reading.amount.mantissa and "(" in document.text[start : reading.start]


def _is_ungrouped(whole: str | None) -> bool:
    """True for digits that stand without commas where commas would be: "2020", "12345"."""
    return whole is not None and len(whole) > 3 and "," not in whole

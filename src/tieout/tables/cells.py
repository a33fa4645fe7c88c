"""What the cells of a row say, with the signs and marks that stand in cells of their own."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct, structs

from tieout.lexicon.currencies import currency_before, letters_before
from tieout.lexicon.markup import clean
from tieout.lexicon.shapes import CURRENCY_SIGNS, DASH_SET, POINTS, SIGN_SET
from tieout.model.amount import Amount
from tieout.model.document import Cell, Document, Row
from tieout.model.table import Reading, ReadingKind
from tieout.patterns import pattern

_NIL = pattern(
    rf"[\s{SIGN_SET}\\(]*(?:[{DASH_SET}]{{1,3}}|nil|none)[)\s%]*\Z",
    re.IGNORECASE,
)
_NOT_MEANINGFUL = pattern(
    r"[\s(]*(?:n\.?[/.]?[ma]\.?|not\s+(?:meaningful|applicable)|\*{1,3})[)\s%]*\Z", re.IGNORECASE
)
_FURNITURE = pattern(rf"(?:[\s\\()%*+{DASH_SET}{SIGN_SET}]|US|USD|[Uu]p\s|[Dd]own\s|</?\w+>)*\Z")
_MINUS_BEHIND = pattern(r" ?[-\u2010\u2011\u2212]\s*")
_MINUS = pattern(rf"(?:[({DASH_SET}]|\b[Dd]own\s)\s*(?:\\?\$\s*)?\Z")
_MARK_OPENS = pattern(r"[\s%)]*\(\s*\Z")
_MARK = pattern(r"[0-9]{1,2}\Z")
_DIGITS = "0123456789%"
_LETTERED = pattern(r"\s?\([a-z]\)\Z")
"""A note's mark that is a letter in brackets: "110.0 (b)"."""

_CLOSES = pattern(r"[\s)%]+\Z")
_IN_YEAR = pattern(r"(?:19|20)[0-9]{2}\s*%\Z")
_ONLY_SIGNS = pattern(rf"[\s\\()%{SIGN_SET}]+\Z")


class ReadCell(Struct, frozen=True, gc=False):
    """A cell with its words and its reading."""

    cell: Cell
    words: str
    reading: Reading
    is_year: bool = False

    @property
    def is_figure(self) -> bool:
        """True for a number, a dash or "n/m"."""
        return self.reading.kind in ("number", "nil", "not-meaningful")


def read_row(document: Document, row: Row) -> list[ReadCell]:
    """The cells of a row that have words; "$", "(", ")" and "%" beside a number are taken in."""
    found: list[ReadCell] = []
    starts = document.starts
    for cell in row.cells:
        if cell.start < cell.end:
            first = stop = bisect_left(starts, cell.start)
            while stop < len(starts) and starts[stop] < cell.end:
                stop += 1
            found.append(_as_read(document, cell, range(first, stop)))
    return _joined(_years(found))


def _as_read(document: Document, cell: Cell, within: range) -> ReadCell:
    """The cell with its words; "2007" alone is a year, whatever it may count."""
    reading = read_cell(document, cell, within)
    is_year = reading.figure >= 0 and document.figures[reading.figure].kind == "year"
    return ReadCell(cell, document.text[cell.start : cell.end].strip(), reading, is_year)


def _years(row: list[ReadCell]) -> list[ReadCell]:
    """The row, its years read as such where a "%" behind them names another column.

    "2017 %  2016 %" over a table is no growth of two thousand percent.
    """
    numbers = [one for one in row if one.reading.figure >= 0]
    if len(numbers) < 2 or not all(one.is_year or _IN_YEAR.match(one.words) for one in numbers):
        return row
    return [structs.replace(one, is_year=True) if one in numbers else one for one in row]


def _joined(row: list[ReadCell]) -> list[ReadCell]:
    """The cells without those that hold only signs, which belong to the number beside them.

    In a row without numbers signs name columns: "2017", "%", "2016", "%".
    """
    signs = [
        one.reading.figure < 0
        and not one.words[:1].isalpha()
        and _ONLY_SIGNS.match(one.words) is not None
        for one in row
    ]
    if True not in signs or _names_columns(row, signs):
        return row
    joined: list[ReadCell] = []
    for place, one in enumerate(row):
        if signs[place]:
            continue
        before = row[place - 1] if place and signs[place - 1] else None
        after = row[place + 1] if place + 1 < len(row) and signs[place + 1] else None
        joined.append(_signed(one, before, after) if (before or after) and one.is_figure else one)
    return joined


def _names_columns(row: list[ReadCell], signs: list[bool]) -> bool:
    """True where a row has a "%" in a cell of its own and no figures but years."""
    has_percent = any(sign and "%" in one.words for one, sign in zip(row, signs, strict=True))
    return has_percent and not any(one.is_figure and not one.is_year for one in row)


def _signed(one: ReadCell, before: ReadCell | None, after: ReadCell | None) -> ReadCell:
    """A figure with what the sign cells beside it say of sign, currency and unit, and their room.

    A sign that opens belongs to the figure behind it, one that closes to the one before. A
    currency's sign before a figure that has its own stands where another figure was lost.
    """
    reading, cell = one.reading, one.cell
    start, end = cell.column, cell.column + cell.width
    amount, currency = reading.amount, reading.currency
    has_own = bool(currency) and before is not None and bool(currency_before(before.words))
    if before is not None and not has_own and not _CLOSES.match(before.words):
        start = min(start, before.cell.column)
        currency = currency or currency_before(before.words)
        if before.words.endswith("(") and amount.mantissa > 0:
            amount = -amount
    if after is not None and _CLOSES.match(after.words):
        end = max(end, after.cell.column + after.cell.width)
        if "%" in after.words and reading.kind == "number" and not reading.is_percent:
            amount = Amount(amount.mantissa, amount.exponent - 2)
            reading = structs.replace(reading, is_percent=True)
    if amount is not reading.amount or currency != reading.currency:
        reading = structs.replace(reading, amount=amount, currency=currency)
    return ReadCell(Cell(cell.start, cell.end, start, end - start), one.words, reading, one.is_year)


def read_cell(document: Document, cell: Cell, within: range) -> Reading:
    """One of five readings of the figures `within`: number, nil, not meaningful, blank or text.

    A number in brackets, before or behind a minus, or behind "Down" is negative. A small figure in
    brackets behind it, or apart from it, is a footnote's mark.
    """
    if not within:
        return Reading(_wordless(document.text[cell.start : cell.end]), cell.start, cell.end)
    figures: Sequence[int] = within
    marks: Sequence[int] = ()
    if len(within) > 1 or document.figures[within[0]].kind == "mark":
        marks = [number for number in within if document.figures[number].kind == "mark"]
        figures = [number for number in within if number not in marks]
    if not figures:
        return Reading("text", cell.start, cell.end)
    figure = document.figures[figures[0]]
    if figure.amount is None or figure.end > cell.end or len(figures) > 2:
        return Reading("text", cell.start, cell.end)
    before = document.text[cell.start : figure.start]
    if figure.currency and before not in CURRENCY_SIGNS:
        opens, closes = letters_before(before)
        before = before[:opens] + before[closes:]
    behind = [document.figures[n].start for n in marks if n > figures[-1]] if marks else ()
    after = document.text[figure.end : behind[0] if behind else cell.end]
    if after.endswith(")"):
        after = _LETTERED.sub("", after)
    if len(figures) == 2:
        mark = document.figures[figures[1]]
        between = document.text[figure.end : mark.start]
        if not _is_mark(mark.text, between):
            return Reading("text", cell.start, cell.end)
        after = between.rstrip().removesuffix("(") + document.text[mark.end : cell.end]
    is_plain = not after or _FURNITURE.match(after) or POINTS.match(after)
    if (before and not _FURNITURE.match(before)) or not is_plain:
        return Reading("text", cell.start, cell.end)
    is_negative = (before and _MINUS.search(before)) or (after and _MINUS_BEHIND.fullmatch(after))
    amount = -figure.amount if is_negative else figure.amount
    is_points = figure.kind == "percent" and amount.unit.is_points
    is_percent = figure.kind == "percent" and not is_points
    reading = Reading(
        "number",
        figure.start,
        figure.end,
        figures[0],
        amount,
        figure.currency,
        is_percent,
        is_points,
    )
    if after in ("", ")") and figure.text[-1] in _DIGITS:
        return reading
    if (of_points := POINTS.search(figure.text) or POINTS.match(after)) and not is_points:
        return reading.as_points(0 if of_points["basis"] else 2)
    return reading.as_percent() if "%" in after and figure.kind == "amount" else reading


def _is_mark(mark: str, between: str) -> bool:
    """True for a footnote's number: in brackets, or apart by a blank."""
    if not _MARK.match(mark):
        return False
    return bool(_MARK_OPENS.match(between)) or (between.strip(" )%") == "" and " " in between)


def _wordless(text: str) -> ReadingKind:
    """The kind of a cell without digits."""
    if text[:1].isalpha() and text[0] not in "nN":
        return "text"  # what says nothing begins with a sign, or with "n"
    if _NIL.match(text):
        return "nil"
    if _NOT_MEANINGFUL.match(text):
        return "not-meaningful"
    return "text" if clean(text) else "blank"

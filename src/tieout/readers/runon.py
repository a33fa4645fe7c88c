"""Tables whose cells ran together in one line, as copies of web pages do."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from tieout.lexicon.shapes import DASH_SET, MONTH, SIGN_SET, WHOLE, YEAR
from tieout.model.period import MONTHS
from tieout.patterns import pattern

Piece: TypeAlias = tuple[int, int]
"""Where a cell's words stand, [start, end)."""

_GAP = "[ \u00a0\t]"
# A dash for nothing may have lost the gap on a side: "225,000 -Accounts", "investment- 48,612".
_START = pattern(
    rf"[0-9]|(?<={_GAP})[{DASH_SET}]{{1,2}}(?={_GAP}|\Z|[A-Z($])"
    rf"|(?<=[a-z)])[{DASH_SET}](?={_GAP}+[{SIGN_SET}(]*[0-9]|\([0-9]|[0-9]{{1,3}},[0-9])"
    rf"|(?<=[0-9)])[{DASH_SET}](?=[A-Z])"
)
_LEAD = pattern(rf"\(?(?:[{SIGN_SET}]{_GAP}*)?(?:\({_GAP}?)?[$-]?\.?\Z")
_FOOTNOTE = pattern(r"\([0-9]\)")
_REACH = 40
_GROUPED = len("1,000")
_AMOUNT = pattern(rf"{WHOLE}(?:\.[0-9]+)?|\.[0-9]+")
_TAIL = pattern(rf"{_GAP}?\)?{_GAP}?%?{_GAP}?\)?")
_YEARS = pattern(rf"(?:{YEAR})+\Z")
_MONTH = pattern(rf"{MONTH}{_GAP}*\Z", re.IGNORECASE)
_BETWEEN = pattern(rf"{_GAP}*\Z")
_DAY = rf"(?:{'|'.join(MONTHS)}){_GAP}+[0-9]{{1,2}},?"
_NAME = pattern(
    rf"(?:for{_GAP}+the{_GAP}+)?(?:(?:three|six|nine|twelve|[0-9]{{2}}){_GAP}+(?:months?|weeks?)"
    rf"|quarters?|(?:fiscal{_GAP}+)?years?|period){_GAP}+(?:ended|ending)\b{_GAP}*(?:{_DAY})?"
    rf"|(?:as{_GAP}+(?:of|at){_GAP}+)?{_DAY}",
    re.IGNORECASE,
)
_WIDE = pattern(rf"{_GAP}{{3,}}|(?<=[A-Za-z]:){_GAP}{{0,2}}(?=[A-Z])")
_SHORTEST = 200
_FEWEST_ROWS = 3


def pieces(text: str, start: int, end: int) -> list[Piece]:
    """The cells of a line in which a table's rows ran together; empty for any other line.

    Numbers beside one another are a row's, where most rows have as many; a number that stands
    in words stays in them.
    """
    if end - start < _SHORTEST:
        return []
    runs = list(_runs(text, _numbers(text, start, end)))
    columns = _columns(runs)
    if not columns:
        return []
    found: list[Piece] = []
    position = start
    has_rows = False
    for run in runs:
        is_row = len(run) % columns == 0
        heads = _is_year(text, run[0])
        if not is_row and not _WIDE.match(text, max(start, run[0][0] - 3), run[0][0]):
            continue
        found += (*_words(text, position, run[0][0], in_header=heads or not has_rows), *run)
        has_rows = has_rows or not heads
        position = run[-1][1]
    return [*found, *_words(text, position, end, in_header=False)]


def _numbers(text: str, start: int, end: int) -> Iterator[Piece]:
    """Every number or dash with its signs; years glued together one by one, days of dates not."""
    position = start
    while (at := _START.search(text, position, end)) is not None:
        begin, position = at.start(), at.end()
        before = text[max(start, begin - 12) : begin]
        if not at[0].isdigit():
            yield begin, position
            continue
        amount = _AMOUNT.match(text, begin, end)
        stop = amount.end() if amount is not None else position
        position = stop
        is_named = before[-1:].isalpha() and stop - begin < _GROUPED
        if _MONTH.search(before) or is_named or _FOOTNOTE.match(text, max(begin - 1, 0)):
            continue
        if _YEARS.match(text, begin, stop):
            yield from ((year, year + 4) for year in range(begin, stop, 4))
            continue
        lead = _LEAD.search(text, max(start, begin - _REACH), begin)
        first = begin if lead is None else lead.start()
        tail = _TAIL.match(text, stop, end)
        last = stop if tail is None else stop + len(tail[0].rstrip(" \u00a0\t"))
        position = max(position, last)
        yield first, last


def _runs(text: str, numbers: Iterator[Piece]) -> Iterator[list[Piece]]:
    """Numbers with nothing but blanks between them; years and amounts are no one row."""
    run: list[Piece] = []
    for number in numbers:
        if run and not (
            _BETWEEN.match(text, run[-1][1], number[0])
            and _is_year(text, run[-1]) == _is_year(text, number)
        ):
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _is_year(text: str, number: Piece) -> bool:
    """True for a year, which ends a header or a date and begins no row."""
    return bool(_YEARS.match(text, *number))


def _columns(runs: Sequence[list[Piece]]) -> int:
    """How many numbers a row has; 0 where there are too few rows, or they do not agree on it."""
    counts = Counter(len(run) for run in runs if len(run) > 1)
    if not counts:
        return 0
    columns, rows = max(counts.items(), key=lambda pair: (pair[1], pair[0]))
    agreeing = sum(count for length, count in counts.items() if length % columns == 0)
    return columns if rows >= _FEWEST_ROWS and agreeing * 3 >= counts.total() * 2 else 0


def _words(text: str, start: int, end: int, *, in_header: bool) -> Iterator[Piece]:
    """The captions between rows, apart at wide gaps; in a header around names of periods too."""
    cuts = {start, end}
    for gap in _WIDE.finditer(text, start, end):
        cuts |= {gap.start(), gap.end()}
    if in_header:
        cuts |= {cut for name in _NAME.finditer(text, start, end) for cut in name.span()}
    for first, last in pairwise(sorted(cuts)):
        words = text[first:last]
        inner = words.strip(" \u00a0\t")
        if inner:
            begin = first + words.index(inner)
            yield begin, begin + len(inner)

"""Which tables of a page hold figures, and which only place words on it."""

import re
from collections.abc import Sequence

from tieout.lexicon.shapes import BULLETS, DASH_SET, NUMBER, SIGN_SET
from tieout.patterns import pattern

_FIGURE = pattern(rf"[\s({SIGN_SET}{DASH_SET}]*{NUMBER}\.?[\s%)]*\Z")
_BULLET = pattern(rf"[\s{BULLETS}{DASH_SET}*o\u00a7]{{1,3}}\Z")
_MARK = pattern(r"\(?(?:[0-9]{1,2}|[a-z]|\*{1,3})\)?[.:]?\Z", re.IGNORECASE)
_LONG = 60


def is_grid(rows: Sequence[Sequence[str]]) -> bool:
    """True where two rows or more have several cells, and not all of them are bullets or notes."""
    several = [row for row in rows if len(row) > 1]
    if not several:
        return False
    if all(is_listed(row) for row in several):
        return False
    return len(rows) > 1 or any(_FIGURE.match(cell) for row in several for cell in row[1:])


def is_listed(row: Sequence[str]) -> bool:
    """True for a bullet or a mark beside words: a list, or a footnote."""
    if len(row) != 2:
        return False
    first, *rest = row
    is_marked = bool(_BULLET.match(first)) or (bool(_MARK.match(first)) and len(rest[0]) >= _LONG)
    return is_marked and not _FIGURE.match(rest[0])

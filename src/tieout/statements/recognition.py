"""Which kind of statement a table is: by the titles over it, its columns, and its lines."""

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from tieout.lexicon.changed import is_as_before
from tieout.lexicon.periods import period_words
from tieout.lexicon.qualifiers import MEASURES, RESTATED, says
from tieout.patterns import pattern
from tieout.statements.kinds import Kind, all_kinds
from tieout.statements.lines import Rows

_NO_FACE = pattern(r"reconcil|segment|supplement|average|\bby\b|consolidating", re.IGNORECASE)
_CHOSEN = pattern(r"\b(?:selected|summary|summari[sz]ed|highlights?|data)\b", re.IGNORECASE)
_OTHER = MEASURES | {"pro-forma"}
_OF_PARTS = pattern(r"eliminat|consolidating|segment", re.IGNORECASE)
_RESULTS = ("us-gaap:NetIncomeLoss", "us-gaap:ProfitLoss")
_AT_DAY = pattern(r"\b(?:as of|at)\b", re.IGNORECASE)
_FEWEST_ROWS = 4
_FEWEST_OTHER = 2
_MOST_ROWS = 2000
_LONG = 15
_LONGEST_TITLE = 160


class Recognised(Struct, frozen=True):
    """The kind of a table, and whether a title names it.

    `is_choice` is true where it shows a choice of lines, which make no sums.
    """

    kind: Kind
    is_titled: bool = False
    is_choice: bool = False


def recognise(rows: Rows) -> Recognised | None:
    """The kind that a title names and the lines bear out, or that they bear by themselves.

    The nearest title that names a kind speaks for the table: what stands further up is often the
    end of what came before. A table whose columns restate or adjust is no face statement,
    whatever its title says.
    """
    figured = sum(row.has_number for row in rows.table.rows)
    if not _FEWEST_OTHER <= figured <= len(rows.table.rows) <= _MOST_ROWS:
        return None
    told = _telling(rows.titles)
    is_other = _is_no_face(told) or any(map(_is_apart, rows.headers))
    face = None if is_other or figured < _FEWEST_ROWS else _face(told, rows)
    if face is not None:
        # The totals of what goes on may take lines of the table before, and a correction shows
        # the lines that it changes.
        is_choice = rows.goes_on or any(map(is_as_before, rows.headers))
        is_choice = is_choice or bool(_CHOSEN.search(told))
        return Recognised(face, bool(face.titles.search(told)), is_choice)
    captions = [row.caption for row in rows.table.rows]
    for kind in all_kinds():
        takes = kind.titles.search(told) or (kind.bears and kind.bears(rows.headers, captions))
        if takes and not kind.is_face:
            return Recognised(kind, is_choice=rows.goes_on)
    return None


def _is_no_face(title: str) -> bool:
    """True for a title of parts, means or measures, which is that of no primary statement."""
    return bool(_NO_FACE.search(title)) or says(title, _OTHER)


def _is_apart(header: str) -> bool:
    """True over a column of other measures than the accounts', or of parts."""
    return says(header, RESTATED) or bool(_OF_PARTS.search(header))


def _telling(titles: Sequence[str]) -> str:
    """The nearest title line that names a kind of table; empty where none does."""
    for line in reversed(titles):
        if len(line) <= _LONGEST_TITLE and _names_table(line):
            return line
    return ""


@lru_cache(maxsize=1024)
def _names_table(line: str) -> bool:
    """True where a line names a kind of table, or says what no primary statement is of."""
    return _is_no_face(line) or any(kind.titles.search(line) for kind in all_kinds())


def _face(told: str, rows: Rows) -> Kind | None:
    """The face kind that fits best: one that the title names before one that lines alone bear.

    Lines are read for every kind asked, so the others are asked only where no title settles it.
    """
    faces = [(kind, kind.titles.search(told)) for kind in all_kinds() if kind.is_face]
    named = [(kind, _borne(kind, rows)) for kind, is_named in faces if is_named]
    fits = [(kind, borne) for kind, borne in named if borne]
    fits = fits or [
        (kind, _borne(kind, rows))
        for kind, is_named in faces
        if not is_named and _is_shown(kind, rows)
    ]
    return max(fits, key=lambda one: one[1], default=(None, 0))[0]


def _is_shown(kind: Kind, rows: Rows) -> bool:
    """True where lines bear a kind out that no title names."""
    if kind.enough > len(kind.signature) or (kind.is_instant and _is_another(kind, rows)):
        return False
    if _borne(kind, rows) < kind.enough:
        return False
    is_long = len(rows.table.rows) >= _LONG or _has_needed(kind, rows)
    return is_long and not _is_another(kind, rows)


def _borne(kind: Kind, rows: Rows) -> int:
    """How many of a kind's concepts are among the lines; none where too many are another's."""
    concepts = rows.concepts(kind.on)
    return 0 if len(concepts & kind.foreign) > 1 else len(concepts & kind.signature)


def _has_needed(kind: Kind, rows: Rows) -> bool:
    """True where the lines have a concept that the kind needs, if it needs any."""
    return not kind.needs or not kind.needs.isdisjoint(rows.concepts(kind.on))


def _is_another(kind: Kind, rows: Rows) -> bool:
    """True where a table without a title has the words of a kind in another's order.

    What begins with the result reconciles it, and balances over stretches of time are averages.
    """
    if kind.is_instant:
        said = map(period_words, rows.headers)
        return all(one.months or one.weeks for one in said) and not any(
            map(_AT_DAY.search, rows.headers)
        )
    lines = (line for line in rows.on(kind.on) if not line.is_heading)
    first = next(lines, None)
    return kind.on == "income" and first is not None and first.concept in _RESULTS

"""What a table or a statement is called: its title, the line over it that names it, or its kind."""

from collections.abc import Sequence

from tieout.lexicon.markup import clean
from tieout.lexicon.periods import NOTHING, period_words
from tieout.lexicon.units import read_scale
from tieout.model.document import Document, Span
from tieout.model.statement import Statement
from tieout.reports._quotes import head

_LONGEST = 64
_FEWEST_LETTERS = 5
_MOST_WORDS = 14
_MOST_COMMAS = 2
"""Dates side by side have more: they stand over columns."""
_UNSCALED = read_scale(())


def name_of(document: Document, titles: Sequence[Span], statement: Statement | None) -> str:
    """The statement's title, or the nearest line over the table that names it; empty for none."""
    if statement is not None and statement.title:
        return head(clean(statement.title), _LONGEST)
    said = (clean(span.of(document.text)) for span in reversed(titles))
    return head(next((line for line in said if _names(line)), ""), _LONGEST)


def without_scale(words: str) -> str:
    """Words over a column without the scale in brackets that stands over all of them."""
    return words if read_scale((words,)) == _UNSCALED else words.partition(" (")[0]


def _names(line: str) -> bool:
    """True for a line that may be a table's name: it is no scale, note, period or sentence."""
    if line.startswith("(") or len(line.split()) > _MOST_WORDS or line.count(",") > _MOST_COMMAS:
        return False
    name = line.partition(" (")[0]
    said = period_words(name)
    if said != NOTHING and not said.quarter:
        return False
    letters = sum(1 for sign in name if sign.isalpha())
    digits = sum(1 for sign in name if sign.isdigit())
    return letters >= max(_FEWEST_LETTERS, 3 * digits) and read_scale((line,)) == _UNSCALED

"""The lines over a table that are its titles, and not the end of what stands before it."""

import re
from collections.abc import Sequence

from tieout.compose.init.words import legible
from tieout.lexicon.periods import NOTHING, period_words
from tieout.lexicon.shapes import DASH_SET
from tieout.lexicon.units import read_scale
from tieout.model.document import Span
from tieout.model.table import Table
from tieout.model.workpaper import Release
from tieout.patterns import pattern
from tieout.statements.kinds import all_kinds

_LONGEST = 160
_SAID = pattern(r"\b(?:un)?audited\b|\breconciliation|\bnon-?gaap\b|\bsubsidiar", re.IGNORECASE)
_FURNITURE = pattern(
    rf"[\s0-9.(){DASH_SET}]*+(?:(?:more|page|continued|end|###)[\s0-9.()]*+)?\Z", re.I
)


def titles_of(release: Release, table: Table) -> tuple[Span, ...]:
    """The titles of a table: those inside its grid, and the lines right over it that name it.

    A line over the grid names it where it says a kind of statement, a scale, a period, whether
    it is audited, or the company; lines are taken up to the last that does, unless what stands
    between is a page's number or its like.
    """
    text = release.document.text
    inside = [span for span in table.titles if span.start >= table.start]
    over = [span for span in table.titles if span.start < table.start]
    company = _company(release)
    first = len(over)
    for number in range(len(over) - 1, -1, -1):
        words = " ".join(over[number].of(text).split())
        if _FURNITURE.match(words) or len(words) > _LONGEST:
            break
        if _names(words) or (company and words.casefold().startswith(company)):
            first = number
    return (*over[first:], *inside)


def _company(release: Release) -> str:
    """The company's name, as titles begin with it."""
    told = release.announcement.company if release.announcement is not None else ""
    words = re.split(r"[\s,.]+", told.casefold(), maxsplit=1)[0]
    return words if len(words) > 2 else ""


def _names(words: str) -> bool:
    """True where a line says of a table what it is, when, in what scale, or whether audited."""
    return bool(
        _SAID.search(words)
        or any(kind.titles.search(words) for kind in all_kinds())
        or read_scale([words]).is_said
        or period_words(words) != NOTHING
    )


def words_of(release: Release, spans: Sequence[Span]) -> tuple[str, ...]:
    """The words of titles, each on one line."""
    told = (legible(" ".join(span.of(release.document.text).split())) for span in spans)
    return tuple(words for words in told if words)

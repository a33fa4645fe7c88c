"""Headers that stand over columns beside their own, where a format leaves the next cells empty."""

from collections.abc import Sequence

from tieout.lexicon.shapes import DASH_SET, SIGN_SET, YEAR
from tieout.patterns import pattern

_FIGURE = pattern(rf"[\s({SIGN_SET}{DASH_SET}]*(?:\.?[0-9][0-9.,]*+[\s)%]*)?\Z")
_YEAR = pattern(rf"{YEAR}\Z")


def widened(words: Sequence[str], columns: Sequence[int], widths: Sequence[int]) -> list[int]:
    """The widths of a row's cells; without a caption, names reach over the empty ones behind.

    A figure takes its own column only, but a year is a name.
    """
    wide = list(widths)
    if not words or words[0].strip():
        return wide
    stop = columns[-1] + widths[-1]
    for place in range(len(words) - 1, 0, -1):
        said = words[place].strip()
        if not said:
            continue
        if _YEAR.match(said) or not _FIGURE.match(said):
            wide[place] = max(wide[place], stop - columns[place])
        stop = columns[place]
    return wide

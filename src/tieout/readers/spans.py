"""Headers that stand over columns beside their own, where a format leaves the next cells empty."""

import re
from collections.abc import Sequence

_FIGURE = re.compile(r"[\s$(\-\u2013\u2014]*[0-9.,]*[0-9][0-9.,]*[\s)%]*\Z|[\s$(\-\u2013\u2014]*\Z")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}\Z")


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

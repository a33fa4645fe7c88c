"""Rules drawn or typed on a page, told to the lines under them."""

from collections.abc import Sequence

from msgspec import structs

from tieout.readers.pdf.lines import Line, is_stroke
from tieout.readers.pdf.pages import Rule

_CAP = 0.55
_BELOW = 1.0
_HIGHEST = 2.2


def with_rules(lines: Sequence[Line], rules: Sequence[Rule]) -> list[Line]:
    """The lines without those that are typed rules; `ruled` is true right under a rule.

    The rule must reach over the line's last piece: under a head or a figure of that column.
    """
    found: list[Line] = []
    typed = False
    place = 0
    floor = 0.0
    for line in lines:
        if is_stroke(line):
            typed = True
            continue
        top, bottom = max(floor, line.base - _HIGHEST * line.size), line.base - _CAP * line.size
        drawn = False
        while place < len(rules) and rules[place].top < bottom:
            rule = rules[place]
            piece = line.pieces[-1]
            middle = (piece.left + piece.right) / 2
            drawn = drawn or (rule.top > top and rule.left <= middle <= rule.right)
            place += 1
        found.append(structs.replace(line, ruled=True) if drawn or typed else line)
        typed = False
        floor = line.base - _BELOW
    return found

"""What figures of two drafts are compared by: the number, however it is printed."""

from collections.abc import Hashable

from tieout.lexicon.shapes import CURRENCY_SIGNS, MINUSES
from tieout.model.figure import Figure
from tieout.model.workpaper import Release

Key = tuple[Hashable, ...]

_SIGNS = ("(", *MINUSES)
_BETWEEN = " \t\u00a0\\" + CURRENCY_SIGNS
"""What stands between a sign and its number."""
_FARTHEST_SIGN = 12
_ANY_YEAR = 2000
"""For a date printed without its year: a leap year, so that every day is one."""


class Keys:
    """The comparison key of every figure of a release."""

    def __init__(self, release: Release) -> None:
        """The keys of the figures of this release."""
        self.format = release.document.format
        self._text, self._figures = release.document.text, release.document.figures
        self._scaled = {fact.figure: fact.printed.value for fact in release.facts}
        self._negative = {
            number: _is_negative(release.document.text, release.document.figures[number])
            for grid in release.document.grids
            for number in release.document.figures_in(grid.start, grid.end)
        }

    def kind(self, figure: int) -> str:
        """The kind of number: only figures of one kind are one figure.

        A percent sign may stand in a cell of its own, and a year may be told from a number in
        one rendering only.
        """
        one = self._figures[figure]
        behind = self._text[one.end : one.end + _FARTHEST_SIGN].lstrip(" \t\u00a0)")
        if one.kind == "percent" or (one.kind == "amount" and behind.startswith("%")):
            return "percent"
        return "amount" if one.kind == "year" else one.kind

    def of(self, figure: int) -> Key:
        """Equal for two printings of one number, as printed: 0.5 and .50, Nov. 8 and November 8."""
        one = self._figures[figure]
        if one.amount is not None:
            value = one.amount.times_power(2 if one.kind == "percent" else 0).value
            return self.kind(figure), -value if self._negative.get(figure) else value
        if one.said is not None:
            return one.kind, one.said.on(_ANY_YEAR) or _plain(one.text)
        return self.kind(figure), _plain(one.text)

    def scaled(self, figure: int) -> Hashable:
        """A fact's number in whole units; None for any other figure."""
        return self._scaled.get(figure)

    def is_telling(self, figure: int) -> bool:
        """True where an equal number elsewhere is hardly chance: three digits, or no amount."""
        one = self._figures[figure]
        return one.amount is None or len(str(one.amount.mantissa).rstrip("0")) >= 3


def are_equal(one: Keys, first: int, two: Keys, second: int) -> bool:
    """True where two figures are of one value: a table's scale counts, how it is printed does not.

    Across formats equal digits are enough: that a scale was read in one of them only tells of
    the rendering, not of the draft.
    """
    scaled = one.scaled(first), two.scaled(second)
    if None not in scaled and (one.format == two.format or scaled[0] == scaled[1]):
        return scaled[0] == scaled[1]
    return one.of(first) == two.of(second)


def _is_negative(text: str, figure: Figure) -> bool:
    """True for a number of a table behind a bracket or a minus, read or not."""
    before = text[max(0, figure.start - _FARTHEST_SIGN) : figure.start]
    return before.rstrip(_BETWEEN).endswith(_SIGNS)


def _plain(text: str) -> str:
    """Letters and digits alone."""
    return "".join(ch for ch in text.lower() if ch.isalnum())

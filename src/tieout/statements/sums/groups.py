"""Groups of lines that a total closes: which lines stand open under which heading."""

import re
from collections.abc import Iterable

from tieout.model.statement import Line, Parts, Sum
from tieout.statements.sums.nested import MOST, nested, subtotal, turned
from tieout.statements.sums.printed import Printed

_WORD = re.compile(r"[a-z]{4,}")
_FILLER = frozenset({"total", "other", "less", "and", "of"})


class OpenLines:
    """The lines not yet summed, walked from the top of a statement.

    Every line is entered with its weight; a total takes a stretch of the open lines and stands
    for them from there on. Where no heading says which stretch a total takes, it may as well be
    a line of its own, named a total for what it sums elsewhere: `apart` keeps it so.
    """

    def __init__(self) -> None:
        """Nothing is open."""
        self._open: list[tuple[int, int]] = []
        self._apart: list[tuple[int, int]] = []
        self._headings: list[tuple[str, int]] = []

    def heading(self, caption: str) -> None:
        """A heading: what follows belongs to it."""
        self._headings.append((caption, len(self._open)))

    def enter(self, number: int, weight: int) -> None:
        """A line that some total may sum."""
        self._open.append((number, weight))
        self._apart.append((number, weight))

    @property
    def parts(self) -> Parts:
        """Every open line with its weight."""
        return tuple(self._open)

    def stretches(self, caption: str, lines: tuple[Line, ...]) -> list[int]:
        """Where the lines of a total may begin, the likeliest first, as positions among the open.

        First the heading that shares the total's words, then the last heading, then the line
        after the last total, then everything.
        """
        of_total = _significant(caption)
        named = [at for words, at in reversed(self._headings) if of_total & _significant(words)]
        last = [at for _, at in reversed(self._headings) if at < len(self._open)][:1]
        after = [
            position + 1
            for position in range(len(self._open) - 1, -1, -1)
            if lines[self._open[position][0]].caption.lower().startswith("total")
        ][:1]
        starts = [*named[:1], *last, *after, 0]
        return [at for at in dict.fromkeys(starts) if at < len(self._open)]

    def behind(self, concept: str, lines: tuple[Line, ...]) -> int:
        """The position behind the last open line of that concept; 0 where none is open."""
        held = [at for at, (number, _) in enumerate(self._open) if lines[number].concept == concept]
        return held[-1] + 1 if held else 0

    def names_heading(self, caption: str) -> bool:
        """True where some heading shares the total's words."""
        return any(_significant(caption) & _significant(words) for words, _ in self._headings)

    def since(self, start: int, orientation: int = 1) -> Parts:
        """The open lines from a position on, their weights as seen by a total of that weight."""
        return tuple((number, weight * orientation) for number, weight in self._open[start:])

    def apart(self, orientation: int = 1) -> Parts:
        """Every open line, a total that no heading binds beside the lines it may have summed."""
        return tuple((number, weight * orientation) for number, weight in self._apart)

    def apart_since(self, start: int, orientation: int = 1) -> Parts:
        """Of what `apart` keeps, the lines behind what is open before the position."""
        before = max((number for number, _ in self._open[:start]), default=-1)
        return tuple(one for one in self.apart(orientation) if one[0] > before)

    def close(self, start: int, total: int, weight: int, *, bound: bool = True) -> None:
        """The total stands for the open lines from a position on; `bound` where layout says so."""
        if bound:
            first = self._open[start][0] if start < len(self._open) else total
            self._apart = [one for one in self._apart if one[0] < first]
        self._apart.append((total, weight))
        del self._open[start:]
        self._headings = [(words, at) for words, at in self._headings if at < start]
        self._open.append((total, weight))


def total_of(number: int, readings: list[Parts], *, firm: bool, kind: str = "total") -> Sum | None:
    """The sum of a total line in its possible readings; None where nothing stands above it."""
    possible = tuple(dict.fromkeys(parts for parts in readings if parts))
    if not possible:
        return None
    return Sum(number, possible, firm, "result" if kind == "result" else "total")


def grouped(
    number: int,
    starts: list[int],
    still_open: OpenLines,
    printed: Printed,
    weight: int = 1,
    *,
    firm: bool = False,
) -> list[Sum]:
    """The sums of a line whose lines may begin at any of the positions; it is closed or entered.

    The line stands for the lines that its amounts show to make it, if they show any, else for
    those that captions and layout say. A line that nobody calls a total is one by its amounts.
    Of lines that sum those behind them ("Deposits; thereof at sight; thereof at term") it takes
    the sum alone.
    """
    readings = [still_open.since(start, weight) for start in starts]
    at = printed.first(number, readings)
    for start, parts in zip(starts, readings, strict=True) if at < 0 else ():
        for within in dict.fromkeys((parts, still_open.apart_since(start, weight))):
            rest, nests = nested(printed, number, within)
            if nests:
                still_open.close(start, number, weight, bound=firm)
                return [*inner(nests), *_some(total_of(number, [rest, *readings], firm=False))]
    found: Parts = ()
    if at < 0:
        found = subtotal(printed, number, still_open.since(-MOST, weight))
        found = found or next(filter(None, (turned(printed, number, r) for r in readings)), ())
    if found:
        still_open.close(len(still_open.parts) - len(found), number, weight, bound=False)
        return _some(total_of(number, [found, *readings], firm=False))
    if not readings:
        still_open.enter(number, weight)
        return []
    if not firm and printed.foots_nowhere(number, readings):
        still_open.enter(number, weight)
    else:
        still_open.close(starts[max(at, 0)], number, weight, bound=firm)
    return _some(total_of(number, readings, firm=firm))


def distinct(sums: Iterable[Sum | None]) -> tuple[Sum, ...]:
    """The sums, each total once and no lines in two of them: what was found last stands."""
    found = [one for one in sums if one is not None]
    of_lines = {frozenset((one.total, *(n for n, _ in one.readings[0]))): one for one in found}
    last = set(map(id, of_lines.values()))
    kept = {one.total: one for one in found if id(one) in last}
    return tuple(kept.values())


def inner(nests: list[tuple[int, Parts]]) -> list[Sum]:
    """The sums found among the lines of another."""
    return [Sum(number, (parts,), firm=False) for number, parts in nests]


def _some(one: Sum | None) -> list[Sum]:
    """The sum, if there is one."""
    return [] if one is None else [one]


def _significant(caption: str) -> frozenset[str]:
    """The words of a caption that name something."""
    words = {word.rstrip("s") for word in _WORD.findall(caption.lower())}
    return frozenset(words - {word.rstrip("s") for word in _FILLER})

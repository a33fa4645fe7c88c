"""A statement walked from the top: which of the lines still open above it each total sums."""

from collections.abc import Iterable, Sequence

from msgspec import structs

from tieout.model.statement import Line, Parts, Sum
from tieout.model.unit import Unit
from tieout.patterns import pattern
from tieout.statements.sums.nested import MOST, nested, subtotal, turned
from tieout.statements.sums.printed import Printed

_WORD = pattern(r"[a-z]{4,}")
_FILLER = frozenset({"total", "other", "less", "and", "of"})
_QUALIFIERS = frozenset({"gaap", "adjusted", "core", "income", "loss", "earning", "profit"})


class Walk:
    """The lines not yet summed, and the sums found on the way.

    Every line is entered with its weight; a total takes a stretch of the open lines and stands
    for them from there on. Where no heading says which stretch a total takes, it may as well be
    a line of its own, named a total for what it sums elsewhere: `apart` keeps it so.
    """

    def __init__(self, lines: Sequence[Line], unit: Unit | None = None) -> None:
        """Nothing of the statement's lines, those of money or of another unit, is open."""
        self.lines = lines
        self.printed = Printed(lines, unit)
        self.sums: list[Sum] = []
        self.reset()

    def reset(self) -> None:
        """Nothing is open any more: what follows adds up by itself."""
        self._open: list[tuple[int, int]] = []
        self._apart: list[tuple[int, int]] = []
        self._headings: list[tuple[str, int]] = []

    def heading(self, caption: str) -> None:
        """A heading: what follows belongs to it."""
        self._headings.append((caption, len(self._open)))

    def enter(self, number: int, weight: int = 1) -> None:
        """A line that some total may sum."""
        self._open.append((number, weight))
        self._apart.append((number, weight))

    def close(self, start: int, total: int, weight: int = 1, *, bound: bool = True) -> None:
        """The total stands for the open lines from a position on; `bound` where layout says so."""
        if bound:
            first = self._open[start][0] if start < len(self._open) else total
            self._apart = [one for one in self._apart if one[0] < first]
        self._apart.append((total, weight))
        del self._open[start:]
        self._headings = [(words, at) for words, at in self._headings if at < start]
        self._open.append((total, weight))

    @property
    def parts(self) -> Parts:
        """Every open line with its weight."""
        return tuple(self._open)

    def since(self, start: int, weight: int = 1) -> Parts:
        """The open lines from a position on, their weights as seen by a total of that weight."""
        return tuple((number, part * weight) for number, part in self._open[start:])

    def apart(self, weight: int = 1, start: int = 0) -> Parts:
        """Every line behind what is open before the position; bound by no heading, totals too."""
        before = max((number for number, _ in self._open[:start]), default=-1)
        return tuple((number, part * weight) for number, part in self._apart if number > before)

    def behind(self, concepts: Iterable[str]) -> list[int]:
        """The positions behind the open lines of these concepts, in order."""
        wanted = frozenset(concepts)
        return [at + 1 for at, (n, _) in enumerate(self._open) if self.lines[n].concept in wanted]

    def stretches(self, caption: str) -> list[int]:
        """Where the lines of a total may begin, the likeliest first, as positions among the open.

        First the heading that shares the total's words, then the last heading, then the line
        after the last total, then everything. Nowhere for a total that stands alone under its own
        heading: it sums nothing that stands above that.
        """
        of_total = _significant(caption)
        if self._headings:
            over, at = self._headings[-1]
            if at == len(self._open) and _significant(over) and _significant(over) <= of_total:
                return []
        named = [at for words, at in reversed(self._headings) if of_total & _significant(words)]
        last = [at for _, at in reversed(self._headings) if at < len(self._open)]
        after = [
            at + 1
            for at, (number, _) in reversed(tuple(enumerate(self._open)))
            if self.lines[number].caption.lower().startswith("total")
        ]
        starts = dict.fromkeys((*named[:1], *last[:1], *after[:1], 0))
        return [at for at in starts if at < len(self._open)]

    def echoes(self, caption: str) -> list[int]:
        """The position of the first open line that says what a caption says but for qualifiers.

        Where neither says more than these, "GAAP net income" opens what "Non-GAAP net income" ends.
        """
        said = _significant(caption) - _QUALIFIERS
        alike = [
            at
            for at, (n, _) in enumerate(self._open)
            if said <= _significant(self.lines[n].caption)
        ]
        if not said and alike:
            first = _significant(self.lines[self._open[0][0]].caption)
            return [0] if first <= _QUALIFIERS else []
        return alike[:1]

    def names_heading(self, caption: str) -> bool:
        """True where some heading with lines under it shares the total's words."""
        return any(
            at < len(self._open) and _significant(caption) & _significant(words)
            for words, at in self._headings
        )

    def add(
        self, number: int, readings: Iterable[Parts], *, firm: bool = False, is_result: bool = False
    ) -> None:
        """The sum of a line in its possible readings, unless nothing stands above it."""
        possible = tuple(dict.fromkeys(parts for parts in readings if parts))
        if possible:
            self.sums.append(Sum(number, possible, firm, "result" if is_result else "total"))

    def add_unsigned(self, number: int, parts: Parts, signed: Sequence[int]) -> bool:
        """True where every column foots but for the sign that one line's caption promises.

        `signed` are the lines whose captions say what brackets are; a sign that one of them lacks
        throughout is an error of its figures and no other way to add them up.
        """
        for line in signed:
            turned = {n for n, _ in parts} if line == number else {line}
            other = tuple((n, -w if n in turned else w) for n, w in parts)
            if other != parts and self.printed.foots_throughout(number, other):
                self.sums.append(Sum(number, (parts,), firm=True, kind="result", is_unsigned=True))
                return True
        return False

    def take(self, number: int, weight: int = 1) -> None:
        """A line that nobody calls a total: the sum that its amounts show, else an open line."""
        self.total(number, (), weight)

    def total(
        self, number: int, starts: Sequence[int], weight: int = 1, *, firm: bool = False
    ) -> None:
        """The sum of a line whose lines may begin at any of the positions; it is closed or entered.

        The line stands for the lines that its amounts show to make it, if they show any, else
        for those that captions and layout say. Of lines that sum those behind them ("Deposits;
        thereof at sight; thereof at term") it takes the sum alone.
        """
        readings = [self.since(start, weight) for start in starts]
        at = self.printed.first(number, readings)
        if at < 0:
            for start, parts in zip(starts, readings, strict=True):
                for within in dict.fromkeys((parts, self.apart(weight, start))):
                    rest = self.nests(number, within)
                    if rest is not None:
                        self.close(start, number, weight, bound=firm)
                        self.add(number, [rest, *readings])
                        return
            found = subtotal(self.printed, number, self.since(-MOST, weight))
            shown = (turned(self.printed, number, parts) for parts in readings)
            found = found or next(filter(None, shown), ())
            if found:
                self.close(len(self._open) - len(found), number, weight, bound=False)
                self.add(number, [found, *readings])
                return
        if not readings or (not firm and self.printed.foots_nowhere(number, readings)):
            self.enter(number, weight)
        else:
            self.close(starts[max(at, 0)], number, weight, bound=firm)
        self.add(number, readings, firm=firm)

    def nests(self, number: int, parts: Parts) -> Parts | None:
        """The parts without those that others among them sum, which are sums now; None for none."""
        rest, nests = nested(self.printed, number, parts)
        for total, under in nests:
            self.add(total, [under])
        return rest if nests else None

    def borne_out(self) -> tuple[Sum, ...]:
        """The sums, each in the readings that some column bears out; none that no column does.

        Where one column alone shows a total, or a row of it could not be read, its captions and
        its layout do.
        """
        found: list[Sum] = []
        for one in self.sums:
            borne = tuple(p for p in one.readings if self.printed.bears(one.total, p))
            first = min(n for parts in one.readings for n, _ in parts)
            gapped = any(line.is_unread for line in self.lines[first : one.total])
            layout = one.firm and not self.printed.is_told(one.total)
            if borne or gapped or layout or one.is_unsigned:
                found.append(structs.replace(one, readings=borne or one.readings))
        return tuple(found)

    def distinct(self) -> tuple[Sum, ...]:
        """Each total once and no lines in two of these sums: what was found last stands."""
        found = self.borne_out()
        lines = {
            frozenset((one.total, *(n for n, _ in one.readings[0]))): number
            for number, one in enumerate(found)
        }
        last = set(lines.values())
        return tuple({one.total: one for n, one in enumerate(found) if n in last}.values())


def _significant(caption: str) -> frozenset[str]:
    """The words of a caption that name something."""
    words = {word.rstrip("s") for word in _WORD.findall(caption.lower())}
    return frozenset(words - {word.rstrip("s") for word in _FILLER})

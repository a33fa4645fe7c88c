"""The scale of a table: said over it or right under its header, else borrowed from another."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import TypeAlias

from msgspec import structs

from tieout.lexicon.canonical import normal
from tieout.lexicon.currencies import dollars_of, names_dollars, read_currency
from tieout.lexicon.units import Scale, read_scale
from tieout.model.amount import Amount
from tieout.model.memo import Memo, afresh
from tieout.model.statement import Fact, Line
from tieout.model.table import Table

# So many figures alike, each this long or longer, stand in two tables of one scale only.
_ALIKE = 2
_LONG = 1_000
_UNLIKE_OTHERS = 100_000
# So many captions alike, with figures of four digits, show it by their sizes.
_OF_ONE_SIZE = 3
_TEN = 10
_MOST_SIZES = 16
"""So many sizes under one caption are held against others."""
_Figure: TypeAlias = tuple[str, int, int]
"""What a figure's line is called, with its digits and its exponent."""
_NAMELESS = frozenset({"total", "subtotal", "other", "net"})


def scale_of(table: Table, titles: Sequence[str], spoken: str = "") -> Scale:
    """The scale that the titles say, or the headers, or the headings over the first figures.

    So with the currency, which the signs beside the figures tell where no words do; where nothing
    in the table names one, it is the one `spoken` in its document.
    """
    opening = list(_opening(table))
    headers = [header.text for header in table.headers]
    scale = read_scale([*titles, *headers, *opening])
    signs = {cell.currency for row in table.rows for cell in row.readings if cell.currency}
    lines = [*titles, *opening]
    currency = read_currency(lines) or (signs.pop() if len(signs) == 1 else "")
    if not currency:
        said = [header for header in headers if read_scale([header]).is_said]
        currency = read_currency(said) if len(said) * 2 >= len(headers) else ""
    if not currency and names_dollars(lines):
        currency = dollars_of(spoken)
    return structs.replace(scale, currency=currency or spoken)


class Printed:
    """What tables that say a scale print: figures with their lines' concepts, and captions' sizes.

    A size is the most that a line prints. Where
    every table says its scale nobody asks: what is kept is worked out at the first question.
    """

    def __init__(self, memo: Memo = afresh) -> None:
        """Nothing is printed yet."""
        self._memo = memo
        self._kept: list[tuple[Scale, Sequence[Line]]] = []
        self._figures: dict[Scale, set[_Figure]] = {}
        self._sizes: dict[str, dict[tuple[Fraction, Scale], None]] = {}
        self._counted = self._sized = 0

    def add(self, scale: Scale, lines: Sequence[Line]) -> None:
        """Keep what these lines print, in this scale."""
        self._kept.append((scale, lines))

    def figures_of(self, lines: Sequence[Line]) -> frozenset[_Figure]:
        """The figures of lines."""
        return self._memo("figures", lambda: frozenset(_figures(lines)), lines)

    def sizes_of(self, lines: Sequence[Line]) -> Iterable[tuple[str, Fraction]]:
        """The captions of lines, each with the size that stands beside it, each once."""
        return self._memo("sizes", lambda: tuple(dict.fromkeys(_sizes(lines))), lines)

    @property
    def figures(self) -> Mapping[Scale, Container[_Figure]]:
        """The figures that the tables of a scale print."""
        for scale, lines in self._kept[self._counted :]:
            self._figures.setdefault(scale, set()).update(self.figures_of(lines))
        self._counted = len(self._kept)
        return self._figures

    @property
    def sizes(self) -> Mapping[str, Iterable[tuple[Fraction, Scale]]]:
        """The sizes that stand under a caption."""
        for scale, lines in self._kept[self._sized :]:
            for caption, size in self.sizes_of(lines):
                held = self._sizes.setdefault(caption, {})
                if len(held) < _MOST_SIZES:
                    held[size, scale] = None
        self._sized = len(self._kept)
        return self._sizes


def printed_in(tables: Iterable[tuple[Scale, Sequence[Line]]], memo: Memo = afresh) -> Printed:
    """What the tables that say a scale print."""
    printed = Printed(memo)
    for scale, lines in tables:
        if scale.is_said:
            printed.add(scale, lines)
    return printed


def is_known(scale: Scale) -> bool:
    """True for a scale that the table says, of money or of what it counts."""
    return scale.is_said or bool(scale.things[0])


def borrowed(lines: Sequence[Line], printed: Printed) -> Scale | None:
    """The scale of the tables that print the same figures on lines of the same name.

    Two figures of three digits are enough, of four where no concept is known and of six whatever
    the line is called; else three lines of the same captions whose figures are of one size, since
    scales are a thousand apart. None where tables of several scales do.
    """
    figures = printed.figures_of(lines)
    found = [
        scale
        for scale, held in printed.figures.items()
        if len({one[1:] for one in figures if one in held}) >= _ALIKE
    ]
    found = found or _by_size(lines, printed)
    return found[0] if len({scale.money for scale in found}) == 1 else None


def _by_size(lines: Sequence[Line], printed: Printed) -> list[Scale]:
    """The scales of the tables whose lines of the same captions print figures of one size."""
    near: dict[Scale, set[str]] = {}
    far: set[str] = set()
    for caption, size in printed.sizes_of(lines):
        for other, scale in printed.sizes.get(caption, ()):
            if max(size, other) < _TEN * min(size, other):
                near.setdefault(scale, set()).add(caption)
            else:
                far.add(caption)
    return [
        scale
        for scale, captions in near.items()
        if len(captions) >= _OF_ONE_SIZE and len(captions) > len(far - captions)
    ]


@lru_cache(maxsize=2048)
def power_over(header: str, table: Scale) -> int:
    """The power of ten of money in a column: its header's own, "Thousands of U.S. dollars"."""
    own = read_scale([header]) if table.is_said and read_currency([header]) else table
    return own.money if own.is_said else table.money


def needs_scale(fact: Fact, lines: Sequence[Line]) -> bool:
    """True for an amount that means nothing without a scale.

    Amounts per share, percentages and lines that are in a scale of their own need none.
    """
    line = lines[fact.line]
    return not line.power and (fact.amount.unit.is_money or fact.amount.unit.is_shares)


def _opening(table: Table) -> Iterator[str]:
    """The captions of the headings that stand over the first row with figures."""
    for row in table.rows:
        if not row.is_heading:
            return
        yield row.caption


def _sizes(lines: Sequence[Line]) -> Iterator[tuple[str, Fraction]]:
    """The captions of lines of money, each with the most that it prints, of four digits or more."""
    for line in lines:
        if line.is_money and not line.is_heading and (caption := normal(line.caption)):
            amounts = [cell.amount for cell in line.cells if cell.kind == "number"]
            finest = min([one.exponent for one in amounts], default=0)
            size = Amount(max([abs(one.at(finest)) for one in amounts], default=0), finest).value
            if size >= _LONG and caption not in _NAMELESS:
                yield caption, size


def _figures(lines: Sequence[Line]) -> Iterator[_Figure]:
    """Every figure of some length, with its line's concept, its caption, and neither."""
    for line in lines:
        caption = normal(line.caption)
        least = _LONG // _TEN if line.concept.startswith("us-gaap:") else _LONG
        for cell in line.cells:
            digits, exponent = abs(cell.amount.mantissa), cell.amount.exponent
            if cell.kind != "number" or cell.is_rate:
                continue
            if digits >= least:
                yield line.concept, digits, exponent
            if digits >= _UNLIKE_OTHERS:
                yield "", digits, exponent
            if digits >= _LONG and caption and caption not in _NAMELESS:
                yield caption, digits, exponent

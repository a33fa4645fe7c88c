"""A check as a formula over cells, where its value is proven to be what the check expected."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from msgspec import Struct

from tieout.model.amount import Amount, rounded
from tieout.model.check import Check, Ref
from tieout.reports.xlsx.cells import Cell, Look, as_float
from tieout.reports.xlsx.formula import Expression, Number, Product, Shown, Size, expression, shown

_SUM, _PRODUCT, _ATOM = range(3)
"""How tightly a formula holds together: what stands inside another may need brackets."""
_LONGEST = 8000
_MOST_ARGUMENTS = 250
_FARTHEST = 15
_FEWEST_SUMMED = 3


class Live(Struct, frozen=True, gc=False):
    """A formula that recomputes, with the exact value it has and how that looks.

    `places` are the decimal places in which the figure and the value are compared: those that the
    figure is printed with, or where it differs, those that the check tells the difference with.
    """

    text: str
    value: Fraction
    look: Look
    places: int


class _Made(Struct, frozen=True, gc=False):
    """A part of a formula: 10^power of its value are whole units; `cell` where it is one cell."""

    text: str
    level: int
    value: Fraction
    power: int
    cell: Cell | None = None
    is_constant: bool = False


def live(check: Check, sheet: str, cells: Mapping[Ref, Cell], blanks: "Blanks") -> Live | None:
    """The check's formula as it stands on that sheet; None where its value cannot be proven.

    Proven is what is read in one way only, is made of the figures' own cells, and comes to the
    number that the check expected, to the last digit it shows.
    """
    subject, held = cells.get(check.subject), _held(check, cells)
    reported, expected = shown(check.reported), shown(check.expected)
    if subject is None or reported is None or expected is None or not held:
        return None
    if abs(reported.value) != abs(subject.value):
        return None
    unscaled = check.formula.removesuffix(f" / {10**subject.power:,}" if subject.power > 0 else "")
    read = expression(unscaled, [abs(one.amount.mantissa) for one in held])
    if read is None:
        return None
    try:
        made = _Maker(sheet, held, blanks).scaled(read, subject.power)
    except (ZeroDivisionError, _FarError):
        return None
    signed = _signed(made, expected, turned=reported.value != subject.value)
    if signed is None or len(signed.text) > _LONGEST or as_float(signed.value) is None:
        return None
    exponent = subject.amount.exponent
    if check.outcome not in ("agrees", "rounds"):
        exponent = min(exponent, _last(expected))
    elif len(held) == 1 and isinstance(read, Number):  # the coarser of two tellings has the say
        exponent = max(exponent, held[0].amount.exponent + held[0].power - subject.power)
    look = subject.look.to(min(_last(expected), subject.amount.exponent))
    return Live(f"={signed.text}", signed.value, look, -exponent)


def _held(check: Check, cells: Mapping[Ref, Cell]) -> list[Cell]:
    """The cells of the operands; none where one of them has none."""
    found = [cell for one in check.operands if (cell := cells.get(one.ref)) is not None]
    return found if len(found) == len(check.operands) else []


def difference(check: Check, reported: Cell, live: Live) -> tuple[str, Fraction]:
    """The function that rounds the figure less what was recomputed, and what it comes to.

    A number exactly half-way may be printed either way: then what agrees has no difference.
    """
    apart, last = reported.value - live.value, -live.places
    nearest = Amount(rounded(apart, last), last).value
    is_either = check.outcome == "agrees" and 2 * abs(apart) == Amount(1, last).value
    return ("ROUNDDOWN", Fraction(0)) if is_either else ("ROUND", nearest)


class Blanks(Struct, frozen=True):
    """Where numbers stand, by sheet and column, so that no range takes in one it should not."""

    filled: Mapping[tuple[str, int], frozenset[int]]

    def between(self, one: Cell, other: Cell) -> bool:
        """True where no number stands between two cells of a column."""
        rows = self.filled.get((one.sheet, one.column), frozenset())
        return not any(row in rows for row in range(one.row + 1, other.row))


class _FarError(Exception):
    """Two powers of ten too far from one another for a formula anyone would read."""


def _signed(made: _Made, expected: Shown, *, turned: bool) -> _Made | None:
    """The formula with the sign the figure is printed with, if it comes to what was expected."""
    last = _last(expected)
    told = rounded(expected.value, last)
    found = rounded(made.value, last)
    wanted = -told if turned else told
    if found == wanted:
        return made
    if found != -wanted:
        return None
    if wanted > 0:
        return _Made(f"ABS({made.text})", _ATOM, abs(made.value), made.power)
    inside = made.text if made.level == _ATOM else f"({made.text})"
    return _Made(f"-{inside}", _SUM, -made.value, made.power)


def _last(number: Shown) -> int:
    """The power of ten of the last digit shown, a percentage being a fraction."""
    return number.exponent + (number.power if number.power < 0 else 0)


class _Maker:
    """Expressions to the formulas of one sheet."""

    def __init__(self, sheet: str, operands: Sequence[Cell], blanks: Blanks) -> None:
        """The sheet the formula stands on, and the cells of its figures."""
        self._sheet, self._operands, self._blanks = sheet, operands, blanks

    def scaled(self, read: Expression, power: int) -> _Made:
        """The expression in units of 10^power."""
        return self._to(self._made(read), power)

    def _made(self, read: Expression) -> _Made:
        """The expression in units of its own."""
        if isinstance(read, Number):
            if read.operand < 0:
                text = str(read.constant)
                return _Made(text, _ATOM, Fraction(read.constant), 0, is_constant=True)
            cell = self._operands[read.operand]
            return _Made(cell.seen_from(self._sheet), _ATOM, cell.value, cell.power, cell)
        if isinstance(read, Size):
            inside = self._made(read.of)
            return _Made(f"ABS({inside.text})", _ATOM, abs(inside.value), inside.power)
        if isinstance(read, Product):
            return self._product(read)
        terms = [(sign, self._made(one)) for sign, one in read.terms]
        power = terms[0][1].power
        if any(one.is_constant and one.value for _, one in terms):
            power = 0
        return self._sum([(sign, self._to(one, power)) for sign, one in terms], power)

    def _product(self, read: Product) -> _Made:
        """Factors in order, each after its sign."""
        text, value, power = "", Fraction(1), 0
        for sign, one in read.factors:
            made = self._made(one)
            needs = made.level < (_ATOM if sign < 0 or not text else _PRODUCT)
            inside = f"({made.text})" if needs else made.text
            text += ("/" if sign < 0 else "*" if text else "") + inside
            value = value * made.value if sign > 0 else value / made.value
            power += sign * made.power
        return _Made(text, _PRODUCT, value, power)

    def _sum(self, terms: Sequence[tuple[int, _Made]], power: int) -> _Made:
        """Terms in order; those added one after the other as a SUM."""
        value = sum((sign * one.value for sign, one in terms), Fraction(0))
        text, at = "", 0
        while at < len(terms):
            run = at
            while run < len(terms) and terms[run][0] > 0 and terms[run][1].cell is not None:
                run += 1
            if run - at >= _FEWEST_SUMMED:
                cells = [one.cell for _, one in terms[at:run] if one.cell is not None]
                told = self._ranges(cells)
                parts = [
                    told[n : n + _MOST_ARGUMENTS] for n in range(0, len(told), _MOST_ARGUMENTS)
                ]
                summed = "+".join(f"SUM({','.join(part)})" for part in parts)
                text += f"+{summed}" if text else summed
                at = run
                continue
            sign, one = terms[at]
            inside = one.text if one.level > _SUM or (sign > 0 and text == "") else f"({one.text})"
            text += "-" + inside if sign < 0 else f"+{inside}" if text else inside
            at += 1
        is_atom = len(terms) == 1 and text.startswith("SUM(")
        return _Made(text, _ATOM if is_atom else _SUM, value, power)

    def _ranges(self, cells: Sequence[Cell]) -> list[str]:
        """The cells as ranges where they follow one another down a column of one sheet."""
        runs = [[cells[0]]]
        for before, one in pairwise(cells):
            if self._follows(before, one):
                runs[-1].append(one)
            else:
                runs.append([one])
        return [
            run[0].seen_from(self._sheet) + (f":{run[-1].name}" if len(run) > 1 else "")
            for run in runs
        ]

    def _follows(self, before: Cell, one: Cell) -> bool:
        """True where one stands under another in a column, and no other number between them."""
        if (before.sheet, before.column) != (one.sheet, one.column) or before.row >= one.row:
            return False
        return self._blanks.between(before, one)

    def _to(self, made: _Made, power: int) -> _Made:
        """The same number in units of 10^power."""
        by = made.power - power
        if not by or (made.is_constant and not made.value):
            return made if not by else _Made(made.text, made.level, made.value, power)
        if abs(by) > _FARTHEST:
            raise _FarError
        inside = made.text if made.level >= _PRODUCT else f"({made.text})"
        text = f"{inside}*{10**by}" if by > 0 else f"{inside}/{10**-by}"
        return _Made(text, _PRODUCT, made.value * Fraction(10) ** by, power)

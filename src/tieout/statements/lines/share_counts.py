"""The power of ten of share counts: what titles say, unless the result per share disproves it.

"(In thousands, except per share data)" often stands over share counts printed in ones. Net income
over earnings per share says how many shares there are about; a power of ten that misses this by
a factor of thirty is not the one in use, and the one that meets it is. Else the amount of common
stock over its par value says it. No digit of a count decides, so the proof ticks nothing that it
rests on.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias

from msgspec import structs

from tieout.model.amount import Amount
from tieout.model.period import Period
from tieout.model.statement import Line
from tieout.patterns import pattern
from tieout.statements.lines.captions import Aside

Told: TypeAlias = Mapping[tuple[str, int, Period | None], Fraction]
"""What a statement tells: of a concept, on a line by its number, in a period."""

_RESULTS = ("us-gaap:NetIncomeLossAvailableToCommonStockholdersBasic", "us-gaap:NetIncomeLoss")
_PER_SHARE = ("us-gaap:EarningsPerShareBasic", "us-gaap:EarningsPerShareBasicAndDiluted")
_ISSUED = ("us-gaap:CommonStockSharesIssued", "us-gaap:CommonStockSharesOutstanding")
_STOCK = "us-gaap:CommonStockValue"
_PAR = "us-gaap:CommonStockParOrStatedValuePerShare"
_WEIGHTED = "us-gaap:WeightedAverageNumberOf"
_OUTSTANDING = pattern(r"\bshares\s+(?:issued\s+and\s+)?outstanding\b", re.IGNORECASE)
_POWERS = (0, 3, 6)
_FAR = 30
# Nobody who counts in thousands, or in millions, has so many shares: they are printed in ones.
_MOST = {3: 2 * 10**10, 6: 10**11}


def implied_shares(statements: Iterable[Sequence[Line]]) -> Fraction | None:
    """About how many shares there are: a result over its amount per share; None where none shows.

    The result is that of the common shares, where it is told apart.
    Of all columns the one whose amount per share has most digits is taken.
    """
    best: tuple[int, Fraction] | None = None
    for lines in statements:
        for per_share in (line for line in lines if line.concept in _PER_SHARE):
            of = next((one for one in _RESULTS if any(line.concept == one for line in lines)), "")
            results = [line for line in lines if line.concept == of]
            for result, column in ((r, c) for r in results for c in range(len(r.cells))):
                income, each = result.printed(column), per_share.printed(column)
                if income is None or each is None or not income.mantissa or not each.mantissa:
                    continue
                digits = len(str(abs(each.mantissa)))
                if best is None or digits > best[0]:
                    best = (digits, abs(income.value / each.value))
    return best[1] if best is not None else None


def rescaled(lines: Sequence[Line], implied: Fraction | None) -> tuple[Line, ...]:
    """The lines, those that count shares at the power of ten that the implied shares bear out."""
    return tuple(
        line
        if not line.unit.is_shares
        else structs.replace(line, power=_power(line.power, _cells(line), _about(line, implied)))
        for line in lines
    )


def shift_of(
    asides: Sequence[Aside], told: Callable[[], Told], said: int, implied: Fraction | None
) -> int:
    """By how many powers of ten a statement's captions count shares otherwise than titles say.

    `told` gives everything its lines tell, in captions and in cells.
    """
    counts = [one for one in asides if is_count(one)]
    issued = [one.amount for one in counts if one.concept in _ISSUED]
    printed = [one.times_power(-said) for one in issued or [one.amount for one in counts]]
    about = implied or _by_par(told()) if issued else None
    return _power(said, printed, about) - said


def is_count(aside: Aside) -> bool:
    """True for a count of shares at its statement's scale."""
    return aside.is_scaled and aside.amount.unit.is_shares


def _by_par(told: Told) -> Fraction | None:
    """The shares that the stock's amount over its par value makes, where it holds nothing else.

    Paid-in capital in the line shows: no power of ten makes par times the shares the amount.
    """
    for (concept, line, period), value in told.items():
        par, issued = told.get((_PAR, line, period)), told.get((_ISSUED[0], line, period))
        if concept == _STOCK and value and par and issued:
            for power in (-6, -3, 0, 3, 6):
                if abs(issued * par * Fraction(10) ** power - value) * 20 <= abs(value):
                    return abs(value / par)
    return None


def _about(line: Line, implied: Fraction | None) -> Fraction | None:
    """How many shares a line counts about: those the result is shared by, or any number."""
    is_all = line.concept.startswith(_WEIGHTED) or _OUTSTANDING.search(line.caption)
    return implied if is_all else None


def _cells(line: Line) -> list[Amount]:
    """The figures of a line, without scale."""
    return [cell.amount for cell in line.cells if cell.kind == "number" and cell.amount.mantissa]


def _power(said: int, counts: Sequence[Amount], implied: Fraction | None) -> int:
    """The power of ten of counts: the one said, unless it is disproved and another borne out."""
    if not counts:
        return said
    largest = max(abs(count.value) for count in counts)
    if implied is not None:
        near = [
            power
            for power in (said, *_POWERS)
            if implied / _FAR <= largest * 10**power <= implied * _FAR
        ]
        return near[0] if near else said
    return 0 if largest * 10**said > _MOST.get(said, largest) else said

"""What two numbers of one column or line come to: shares of a whole, and sums of neighbours."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice, pairwise
from typing import TypeAlias

from msgspec import Struct, structs

from tieout.evidence.gathered import Evidence
from tieout.evidence.mention import Mention
from tieout.evidence.mentions import Mentions, mentions
from tieout.evidence.sized import Sized
from tieout.lexicon.captions import words_of
from tieout.model.amount import Amount, has_size, less, printed_to
from tieout.model.concept import told_as
from tieout.model.period import Period
from tieout.model.statement import Fact
from tieout.model.unit import Unit

_BASES = frozenset(told_as("us-gaap:Revenues"))
"""What a share is of where no words say it."""
_BEFORE_TAX = "us-gaap:IncomeLossFromContinuingOperationsBeforeIncomeTaxes"
_WHOLES, _MOST = 6, 64
"""So many numbers of a column are held to be wholes, and so many of them and of sums are tried."""
_OF_A_SHARE = words_of("margin percentage percent rate ratio share portion effective represented")


_Sum: TypeAlias = tuple[Amount, Mention, Mention]
"""What two neighbours of a column add up to, and the two."""


class Pair(Struct, frozen=True, gc=False):
    """Two numbers that make a third, and the words that speak of it, as a mention of the first.

    `told` says how much of it the sentence tells: each of the two that stands in it, and one that
    stands right before.
    """

    first: Mention
    second: Mention
    said: Mention
    told: int = 0


class _Whole(Struct, frozen=True, gc=False):
    """A whole, and the numbers that may be parts of it."""

    whole: Mention
    parts: Sized[Mention]


class Computed:
    """Shares of wholes, and sums of neighbours, of the subject's tables."""

    def __init__(self, held: Mentions) -> None:
        """Of these mentions."""
        columns = list(held.columns())
        self._wholes = [*_of_columns(columns), *_of_lines(held.lines())]
        self._then: dict[date | None, list[_Whole]] = {}
        self._sums = _sums(columns)
        self._added: dict[tuple[Unit, int], dict[int, list[tuple[Mention, Mention]]]] = {}

    def shares(self, claim: Mention) -> Iterator[Pair]:
        """Every number over a whole of its column or line that prints as the claim."""
        told = abs(claim.amount)
        up, down = 10 ** max(0, told.exponent), 10 ** max(0, -told.exponent)
        for one in self._wholes_then(claim):
            size = abs(one.whole.amount.at(one.parts.exponent)) * up
            low = -((1 - 2 * told.mantissa) * size // (2 * down))
            high = (2 * told.mantissa + 1) * size // (2 * down)
            for part in one.parts.between(low, high)[:_WHOLES]:
                if part.figure != one.whole.figure:
                    yield _share(claim, part, one.whole)

    def _wholes_then(self, claim: Mention) -> Sequence[_Whole]:
        """The wholes whose period does not set them apart from the claim's."""
        then = None if claim.period is None or claim.is_assumed else claim.period.end
        if then not in self._then:
            near = (one for one in self._wholes if _is_then(then, one.whole.period))
            self._then[then] = list(islice(near, _MOST))
        return self._then[then]

    def sums(self, claim: Mention) -> Iterator[Pair]:
        """Every sum of two neighbours in a column that prints as the claim."""
        unit, exponent = claim.amount.unit, claim.amount.exponent
        if (unit, exponent) not in self._added:
            self._added[unit, exponent] = _added(self._sums.get(unit, ()), exponent)
        for one, other in self._added[unit, exponent].get(abs(claim.amount.mantissa), ()):
            both = one.named | other.named
            wide, scope = one.wide | other.wide, one.scope | other.scope
            yield Pair(
                one, other, structs.replace(one, named=both, near=both, wide=wide, scope=scope)
            )


def computed(evidence: Evidence) -> Computed:
    """What two numbers of the subject's tables come to, made once."""
    return evidence.once("computed", lambda: Computed(mentions(evidence)))


def _share(claim: Mention, part: Mention, whole: Mention) -> Pair:
    """A share, and what speaks of it: the words of both, but for a whole that needs none.

    What the sentence tells in money needs no words.
    """
    is_part, is_whole = _is_told(claim, part), _is_told(claim, whole)
    own = frozenset[str]() if is_part else part.named
    of = frozenset[str]() if is_whole or _is_base(whole) else whole.named
    said = structs.replace(
        part,
        named=own | of,
        near=part.near | whole.named,
        wide=part.wide | whole.wide | _OF_A_SHARE,
    )
    return Pair(part, whole, said, is_part + is_whole + (is_part and claim.is_appended))


def _is_then(end: date | None, period: Period | None) -> bool:
    """True where a period may be one that ends then."""
    return end is None or period is None or Period(end).ends_near(period)


def _is_told(claim: Mention, one: Mention) -> bool:
    """True where another number of the claim's sentence prints the number."""
    known = one.amount
    return any(
        (told.unit is known.unit or not one.is_known)
        and known.exponent <= told.exponent
        and has_size(known, told)
        for told in claim.others
    )


def _of_columns(columns: Iterable[Sequence[Mention]]) -> Iterator[_Whole]:
    """Each whole of a column with the numbers of it."""
    for column in columns:
        wholes = [one for one in column if _is_whole(one)]
        wholes.sort(key=lambda one: not _is_base(one))
        yield from _of(column, wholes[:_WHOLES])


def _of_lines(lines: Iterable[Sequence[Mention]]) -> Iterator[_Whole]:
    """The number of a line in its column of all, with the others."""
    for line in lines:
        yield from _of(line, [one for one in line if one.is_of_all][:1])


def _of(numbers: Sequence[Mention], wholes: Sequence[Mention]) -> Iterator[_Whole]:
    """Each of the wholes with the numbers of its unit, in the order of their sizes."""
    made: dict[Unit, Sized[Mention]] = {}
    for whole in wholes:
        unit = whole.amount.unit
        if not whole.amount.mantissa or unit.is_rate:
            continue
        if unit not in made:
            akin = (one for one in numbers if one.amount.unit is unit and one.amount.mantissa)
            made[unit] = Sized((one.amount, one) for one in akin)
        yield _Whole(whole, made[unit])


def _is_whole(one: Mention) -> bool:
    """True for a total, revenue, or what is taxed."""
    told = one.told
    is_taxed = isinstance(told, Fact) and told.concept.startswith(_BEFORE_TAX)
    return is_taxed or one.is_total or _is_base(one)


def _is_base(one: Mention) -> bool:
    """True for what a share is of where no words say it."""
    return isinstance(one.told, Fact) and one.told.concept in _BASES


def _sums(columns: Iterable[Sequence[Mention]]) -> dict[Unit, list[_Sum]]:
    """The sums of neighbours in a column, neither of them nil, by what they count."""
    found: dict[Unit, list[_Sum]] = {}
    for column in columns:
        for one, other in pairwise(column):
            left, right = one.amount, other.amount
            if left.unit is right.unit and left.mantissa and right.mantissa:
                added = less(left, -right)
                found.setdefault(left.unit, []).append((added, one, other))
    return found


def _added(sums: Iterable[_Sum], exponent: int) -> dict[int, list[tuple[Mention, Mention]]]:
    """The neighbours in a column by the digits of their sum."""
    found: dict[int, list[tuple[Mention, Mention]]] = {}
    for added, one, other in sums:
        if added.exponent <= exponent:
            held = found.setdefault(abs(printed_to(added, exponent).mantissa), [])
            if len(held) < _MOST:
                held.append((one, other))
    return found

"""What two numbers of one column or line come to: shares of a whole, and sums of neighbours."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import chain, islice, pairwise
from typing import TypeAlias

from msgspec import Struct, structs

from tieout.evidence.gathered import Evidence
from tieout.evidence.mention import Mention
from tieout.evidence.mentions import Mentions, Place, mentions
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


Sum: TypeAlias = tuple[Amount, Mention, Mention]
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


class Whole(Struct, frozen=True, gc=False):
    """A whole, and the numbers that may be parts of it."""

    whole: Mention
    parts: Sized[Mention]


class Computed:
    """Shares of wholes, and sums of neighbours, of the subject's tables."""

    def __init__(self, held: Mentions) -> None:
        """Of these mentions."""
        self._mentions = held
        self._then: dict[date | None, list[Whole]] = {}
        self._summed: dict[Place, Sequence[Sum]] = {}
        self._added: dict[tuple[Unit, int], dict[int, list[tuple[Mention, Mention]]]] = {}

    @cached_property
    def _columns(self) -> Mapping[Place, Sequence[Mention]]:
        """The numbers of each column."""
        return self._mentions.columns()

    @cached_property
    def wholes(self) -> dict[tuple[str, Place], Sequence[Whole]]:
        """The wholes of each column and of each line."""
        columns = {("column", at): one for at, one in self._columns.items()}
        lines = {("line", at): one for at, one in self._mentions.lines()}
        return {at: self._made(at, one) for at, one in (columns | lines).items()}

    @cached_property
    def _wholes(self) -> list[Whole]:
        """All wholes."""
        return list(chain.from_iterable(self.wholes.values()))

    def _made(self, at: tuple[str, Place], numbers: Sequence[Mention]) -> Sequence[Whole]:
        """The wholes of a column or a line."""
        return wholes_of(at[0], numbers)

    def summed(self, at: Place) -> Sequence[Sum]:
        """The sums of neighbours in a column."""
        if at not in self._summed:
            self._summed[at] = tuple(sums_of(self._columns[at]))
        return self._summed[at]

    @cached_property
    def _sums(self) -> dict[Unit, list[Sum]]:
        """The sums of neighbours in a column, by what they count."""
        found: dict[Unit, list[Sum]] = {}
        for one in chain.from_iterable(map(self.summed, self._columns)):
            found.setdefault(one[0].unit, []).append(one)
        return found

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

    def _wholes_then(self, claim: Mention) -> Sequence[Whole]:
        """The wholes whose period does not set them apart from the claim's."""
        then = None if claim.period is None or claim.is_assumed else claim.period.end
        if then not in self._then:
            near = (one for one in self._wholes if _is_then(then, one.whole.period))
            self._then[then] = list(islice(near, _MOST))
        return self._then[then]

    def sums(self, claim: Mention) -> Iterator[Pair]:
        """Every sum of two neighbours in a column that prints as the claim."""
        told = claim.amount
        by_digits = self.added(told.unit, told.exponent)
        for one, other in by_digits.get(abs(told.mantissa), ()):
            both = one.named | other.named
            wide, scope = one.wide | other.wide, one.scope | other.scope
            yield Pair(
                one, other, structs.replace(one, named=both, near=both, wide=wide, scope=scope)
            )

    def added(self, unit: Unit, exponent: int) -> Mapping[int, Sequence[tuple[Mention, Mention]]]:
        """The neighbours in columns by the digits of their sums, found once."""
        if (unit, exponent) not in self._added:
            self._added[unit, exponent] = added(self._sums.get(unit, ()), exponent)
        return self._added[unit, exponent]


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


def wholes_of(kind: str, numbers: Sequence[Mention]) -> Sequence[Whole]:
    """Each whole of a column with the numbers of it, or a line's number in its column of all."""
    if kind == "line":
        return tuple(_of(numbers, [one for one in numbers if one.is_of_all][:1]))
    wholes = [one for one in numbers if _is_whole(one)]
    wholes.sort(key=lambda one: not _is_base(one))
    return tuple(_of(numbers, wholes[:_WHOLES]))


def _of(numbers: Sequence[Mention], wholes: Sequence[Mention]) -> Iterator[Whole]:
    """Each of the wholes with the numbers of its unit, in the order of their sizes."""
    made: dict[Unit, Sized[Mention]] = {}
    for whole in wholes:
        unit = whole.amount.unit
        if not whole.amount.mantissa or unit.is_rate:
            continue
        if unit not in made:
            akin = (one for one in numbers if one.amount.unit is unit and one.amount.mantissa)
            made[unit] = Sized((one.amount, one) for one in akin)
        yield Whole(whole, made[unit])


def _is_whole(one: Mention) -> bool:
    """True for a total, revenue, or what is taxed."""
    told = one.told
    is_taxed = isinstance(told, Fact) and told.concept.startswith(_BEFORE_TAX)
    return is_taxed or one.is_total or _is_base(one)


def _is_base(one: Mention) -> bool:
    """True for what a share is of where no words say it."""
    return isinstance(one.told, Fact) and one.told.concept in _BASES


def sums_of(column: Sequence[Mention]) -> Iterator[Sum]:
    """The sums of neighbours in a column, neither of them nil."""
    for one, other in pairwise(column):
        left, right = one.amount, other.amount
        if left.unit is right.unit and left.mantissa and right.mantissa:
            yield less(left, -right), one, other


def added(sums: Iterable[Sum], exponent: int) -> dict[int, list[tuple[Mention, Mention]]]:
    """The neighbours in a column by the digits of their sum."""
    found: dict[int, list[tuple[Mention, Mention]]] = {}
    for total, one, other in sums:
        if total.exponent <= exponent:
            held = found.setdefault(abs(printed_to(total, exponent).mantissa), [])
            if len(held) < _MOST:
                held.append((one, other))
    return found

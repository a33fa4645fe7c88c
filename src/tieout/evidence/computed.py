"""What two numbers of one column or line come to: shares of a whole, and sums of neighbours."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, pairwise

from msgspec import Struct, structs

from tieout.evidence.gathered import Evidence
from tieout.evidence.mention import Mention
from tieout.evidence.mentions import Mentions, Place, mentions
from tieout.lexicon.captions import words_of
from tieout.model.amount import Amount, is_printed_as, printed_to
from tieout.model.concept import told_as
from tieout.model.statement import Fact
from tieout.model.unit import Unit

_BASES = frozenset(told_as("us-gaap:Revenues"))
"""What a share is of where no words say it."""
_BEFORE_TAX = "us-gaap:IncomeLossFromContinuingOperationsBeforeIncomeTaxes"
_WHOLES, _MOST = 6, 64
"""So many numbers of a column are held to be wholes, and so many of them and of sums are tried."""
_OF_A_SHARE = words_of("margin percentage percent rate ratio share portion effective represented")


class Pair(Struct, frozen=True):
    """Two numbers that make a third, and the words that speak of it, as a mention of the first.

    `told` says how much of it the sentence tells: each of the two that stands in it, and one that
    stands right before.
    """

    first: Mention
    second: Mention
    said: Mention
    told: int = 0


class Whole(Struct, frozen=True):
    """A whole, and the numbers that may be parts of it by their sizes, in units of 10^exponent."""

    whole: Mention
    exponent: int
    sizes: Sequence[int]
    parts: Sequence[Mention]


class Computed:
    """Shares of wholes, and sums of neighbours, of the subject's tables."""

    def __init__(self, held: Mentions) -> None:
        """Of these mentions."""
        self._columns = held.columns()
        self.wholes: dict[tuple[str, Place], Sequence[Whole]] = {
            **{
                ("column", at): self._made(("column", at), one) for at, one in self._columns.items()
            },
            **{("line", at): self._made(("line", at), one) for at, one in held.lines()},
        }
        self._wholes = list(chain.from_iterable(self.wholes.values()))
        self._sums: dict[tuple[Unit, int], dict[int, list[tuple[Mention, Mention]]]] = {}

    def _made(self, at: tuple[str, Place], numbers: Sequence[Mention]) -> Sequence[Whole]:
        """The wholes of a column or a line."""
        return wholes_of(at[0], numbers)

    def shares(self, claim: Mention) -> Iterator[Pair]:
        """Every number over a whole of its column or line that prints as the claim."""
        told = abs(claim.amount)
        up, down = 10 ** max(0, told.exponent), 10 ** max(0, -told.exponent)
        for one in islice((one for one in self._wholes if _is_then(claim, one.whole)), _MOST):
            size = abs(one.whole.amount.at(one.exponent)) * up
            low = -((1 - 2 * told.mantissa) * size // (2 * down))
            high = (2 * told.mantissa + 1) * size // (2 * down)
            first, last = bisect_left(one.sizes, low), bisect_right(one.sizes, high)
            for part in one.parts[first : min(last, first + _WHOLES)]:
                if part.figure != one.whole.figure:
                    yield _share(claim, part, one.whole)

    def sums(self, claim: Mention) -> Iterator[Pair]:
        """Every sum of two neighbours in a column that prints as the claim."""
        unit, exponent = claim.amount.unit, claim.amount.exponent
        if (unit, exponent) not in self._sums:
            self._sums[unit, exponent] = added(self._columns.values(), unit, exponent)
        for one, other in self._sums[unit, exponent].get(abs(claim.amount.mantissa), ()):
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


def _is_then(claim: Mention, one: Mention) -> bool:
    """True where the periods of the two do not set them apart."""
    if claim.period is None or one.period is None or claim.is_assumed:
        return True
    return claim.period.closing().is_near(one.period.closing())


def _is_told(claim: Mention, one: Mention) -> bool:
    """True where another number of the claim's sentence prints the number."""
    known = abs(one.amount)
    return any(
        (told.unit is known.unit or not one.is_known)
        and known.exponent <= told.exponent
        and is_printed_as(known, told)
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
    made: dict[Unit, tuple[int, list[int], list[Mention]]] = {}
    for whole in wholes:
        unit = whole.amount.unit
        if not whole.amount.mantissa or unit.is_rate:
            continue
        if unit not in made:
            made[unit] = _by_size([one for one in numbers if one.amount.unit is unit])
        yield Whole(whole, *made[unit])


def _by_size(numbers: Sequence[Mention]) -> tuple[int, list[int], list[Mention]]:
    """The numbers but zeros in the order of their sizes, with these in units of 10^exponent."""
    akin = [one for one in numbers if one.amount.mantissa]
    exponent = min(one.amount.exponent for one in akin)
    sized = sorted((abs(one.amount.at(exponent)), n) for n, one in enumerate(akin))
    return exponent, [size for size, _ in sized], [akin[n] for _, n in sized]


def _is_whole(one: Mention) -> bool:
    """True for a total, revenue, or what is taxed."""
    told = one.told
    is_taxed = isinstance(told, Fact) and told.concept.startswith(_BEFORE_TAX)
    return is_taxed or one.is_total or _is_base(one)


def _is_base(one: Mention) -> bool:
    """True for what a share is of where no words say it."""
    return isinstance(one.told, Fact) and one.told.concept in _BASES


def added(
    columns: Iterable[Sequence[Mention]], unit: Unit, exponent: int
) -> dict[int, list[tuple[Mention, Mention]]]:
    """The neighbours in a column by the digits of their sum."""
    found: dict[int, list[tuple[Mention, Mention]]] = {}
    for column in columns:
        for one, other in pairwise(column):
            if one.amount.unit is not unit or other.amount.unit is not unit:
                continue
            finest = min(one.amount.exponent, other.amount.exponent)
            if one.amount.mantissa and other.amount.mantissa and finest <= exponent:
                added = Amount(one.amount.at(finest) + other.amount.at(finest), finest, unit)
                held = found.setdefault(abs(printed_to(added, exponent).mantissa), [])
                held += [(one, other)] if len(held) < _MOST else []
    return found

"""The rows of the matrix: figures that checks have tied to one another, or proven to differ."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence

from msgspec import structs

from tieout.lexicon.labels import UNNAMED
from tieout.model.amount import Amount, number_of, same
from tieout.model.check import Check, Ref
from tieout.model.claim import Claim
from tieout.model.package import Cell, Row, Standing
from tieout.model.statement import Fact
from tieout.model.workpaper import Release
from tieout.packages.absent import Absent
from tieout.packages.figures import Figures, precision
from tieout.packages.linked import Linked

_RELATES = frozenset(["TI012", "TI013"])
"""Rules that hold one figure against another that is not the same one told again."""
_TIES = ("agrees", "rounds")

_HEADLINES = (
    frozenset(
        {
            "us-gaap:Revenues",
            "us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax",
            "us-gaap:RevenuesNetOfInterestExpense",
        }
    ),
    frozenset({"us-gaap:NetIncomeLoss", "us-gaap:ProfitLoss"}),
    frozenset(
        {
            "us-gaap:EarningsPerShareBasicAndDiluted",
            "us-gaap:EarningsPerShareDiluted",
            "us-gaap:EarningsPerShareBasic",
        }
    ),
)
"""What a reader looks for first, in this order."""


def is_told_again(check: Check) -> bool:
    """True for a check of a figure against the same figure in another place."""
    return check.tick == "T" and check.rule not in _RELATES and len(check.operands) == 1


def rows(releases: Sequence[Release], checks: Iterable[Check]) -> list[Row]:
    """Every figure that more than one document tells, headlines first, else as they stand."""
    linked = Linked[Ref]()
    apart: dict[Ref, list[Ref]] = {}
    rounded: set[Ref] = set()
    for check in checks:
        if not is_told_again(check):
            continue
        other = check.operands[0].ref
        is_apart = check.outcome == "differs" and other.document != check.subject.document
        if check.outcome in _TIES or is_apart:
            linked.join(check.subject, other)
            apart.setdefault(check.subject, []).extend([other] if is_apart else ())
        if check.outcome == "rounds":
            rounded |= {check.subject, other}
    figures = Figures(releases)
    for refs in _told_alike(releases, linked):
        for ref in refs[1:]:
            linked.join(refs[0], ref)
    absent = Absent(releases)
    found: list[tuple[tuple[object, ...], Row]] = []
    for refs in linked.groups():
        if len({ref.document for ref in refs}) > 1:
            row = _row(figures, absent, sorted(refs), apart, rounded)
            found.append((_order(figures, row), row))
    return [row for _, row in sorted(found, key=lambda one: one[0])]


def _told_alike(releases: Sequence[Release], linked: Linked[Ref]) -> Iterator[list[Ref]]:
    """Figures that no check has tied, and that can be only one: of one measure, time and amount."""
    tied = {
        ref for refs in linked.groups() if len({ref.document for ref in refs}) > 1 for ref in refs
    }
    found: dict[Hashable, list[Ref]] = {}
    for document, release in enumerate(releases):
        told: list[Fact | Claim] = [*release.facts]
        told += (one for one in release.claims if one.form in ("level", "per_share"))
        for one in told:
            ref = Ref(document, one.figure)
            if ref in tied or one.period is None or one.concept == UNNAMED:
                continue
            unit, number = one.amount.unit, number_of(abs(one.amount))
            key = one.concept, one.caption, one.period, frozenset(one.dimensions), unit, number
            found.setdefault(key, []).append(ref)
    for refs in found.values():
        documents = [ref.document for ref in refs]
        if len(documents) > 1 and len(set(documents)) == len(documents):
            yield refs


def _row(
    figures: Figures,
    absent: Absent,
    refs: Sequence[Ref],
    apart: Mapping[Ref, Sequence[Ref]],
    rounded: Collection[Ref],
) -> Row:
    """The row of these figures, some of which are proven to differ from one another."""
    named = _named(figures, refs)
    caption = named.caption if named is not None else ""
    concept, period = (named.concept, named.period) if named is not None else ("", None)
    odd = _odd(figures, refs, apart)
    finest = min((one.exponent for ref in refs if (one := figures.amount(ref))), default=0)
    unlike = _unlike(figures, [ref for ref in refs if ref not in odd], rounded)
    cells = []
    for document in range(len(figures.releases)):
        own = tuple(ref.figure for ref in refs if ref.document == document)
        if not own:
            cells.append(Cell(why=absent.why(document, named)))
            continue
        wrong = tuple(figure for figure in own if Ref(document, figure) in odd)
        cell = _cell(figures, document, own, wrong, finest)
        standing, why = unlike.get(document, ("", ""))
        is_unlike = standing and cell.standing != "differs"
        cells.append(structs.replace(cell, standing=standing, why=why) if is_unlike else cell)
    return Row(caption, concept, period, tuple(cells), _rank(concept) < len(_HEADLINES))


def _cell(
    figures: Figures, document: int, own: tuple[int, ...], odd: tuple[int, ...], finest: int
) -> Cell:
    """What a document tells in a row, and to how many digits, where another has more."""
    told = [one for figure in own if (one := figures.amount(Ref(document, figure))) is not None]
    least = min((one.exponent for one in told), default=finest)
    standing: Standing = "differs" if odd else "rounds" if least > finest else "agrees"
    is_coarser = least > finest and told
    why = f"rounded to {precision(told[0], least)}" if is_coarser else ""
    return Cell(own, odd, standing, why)


def _odd(
    figures: Figures, refs: Sequence[Ref], apart: Mapping[Ref, Sequence[Ref]]
) -> frozenset[Ref]:
    """Of each two figures that differ the one that fewer documents have, wherever they have it.

    Of as many documents those given first are followed.
    """
    amounts = {ref: abs(one) for ref in refs if (one := figures.amount(ref)) is not None}
    both = {(ref, other) for ref in amounts for other in apart.get(ref, ()) if other in amounts}
    if not both:
        return frozenset()
    support = _Support(amounts)
    ranks = {
        ref: (*support.of(amounts[ref]), -ref.document, -ref.figure)
        for pair in both
        for ref in pair
    }
    pairs = [sorted(pair, key=ranks.__getitem__) for pair in both]
    told: set[tuple[int, tuple[int, int]]] = set()
    for odd, other in sorted(
        pairs, key=lambda pair: (ranks[pair[1]], ranks[pair[0]]), reverse=True
    ):
        # What differs from a figure that is odd itself may be right.
        if (other.document, number_of(amounts[other])) not in told:
            told.add((odd.document, number_of(amounts[odd])))
    return frozenset(ref for ref in amounts if (ref.document, number_of(amounts[ref])) in told)


def _unlike(
    figures: Figures, refs: Sequence[Ref], rounded: Collection[Ref]
) -> dict[int, tuple[Standing, str]]:
    """The documents that print another amount than most of the finest, where they print as fine.

    What ties join may be so: two amounts round to one that a third document prints.
    """
    amounts = {ref: abs(one) for ref in refs if (one := figures.amount(ref)) is not None}
    support = _Support(amounts)
    last = min((one.exponent for one in amounts.values()), default=0)
    ranked = sorted(
        (ref for ref in amounts if amounts[ref].exponent == last),
        key=lambda ref: (*support.of(amounts[ref]), -ref.document),
    )
    found: dict[int, tuple[Standing, str]] = {}
    for ref, one in amounts.items():
        other = amounts[ranked[-1]]
        if ref.document != ranked[-1].document and not _tie(one, other):
            is_rounded = ref in rounded and _is_a_unit_apart(one, other)
            told: tuple[Standing, str] = ("rounds", _A_UNIT) if is_rounded else ("open", _ANOTHER)
            if found.get(ref.document, ("rounds", ""))[0] == "rounds":
                found[ref.document] = told
    return found


_A_UNIT = "one unit apart in the last digit"
_ANOTHER = "another amount, and nothing proves which is right"


def _is_a_unit_apart(one: Amount, other: Amount) -> bool:
    """True where two numbers are one of the coarser one's last units apart."""
    finest, coarsest = sorted((one.exponent, other.exponent))
    return bool(abs(one.at(finest) - other.at(finest)) <= 10 ** (coarsest - finest))


class _Support:
    """How many documents tell a number.

    A document speaks by what it prints to most digits: that rounds to the rest of what it prints.
    """

    def __init__(self, amounts: Mapping[Ref, Amount]) -> None:
        """Of the numbers that the documents tell of one thing."""
        finest: dict[int, dict[Amount, None]] = {}
        for ref, one in amounts.items():
            held = finest.get(ref.document)
            if held is None or one.exponent < next(iter(held)).exponent:
                finest[ref.document] = {one: None}
            elif one.exponent == next(iter(held)).exponent:
                held[one] = None
        self._finest = finest
        self._known: dict[Amount, tuple[int, int]] = {}

    def of(self, told: Amount) -> tuple[int, int]:
        """How many documents tell the number as finely, and how many at any precision."""
        if told not in self._known:
            tied = [held for held in self._finest.values() if any(_tie(one, told) for one in held)]
            finer = [held for held in tied if next(iter(held)).exponent <= told.exponent]
            self._known[told] = len(finer), len(tied)
        return self._known[told]


def _tie(one: Amount, other: Amount) -> bool:
    """True where the one is the other at the precision of the coarser."""
    return same(one, other).outcome == "agrees"


def _named(figures: Figures, refs: Sequence[Ref]) -> Fact | Claim | None:
    """The fact or the claim that says best what the row is of: a primary statement's first."""
    told = [one for ref in refs if (one := figures.told(ref)) is not None]
    if not told:
        return None
    commonest = Counter(one.concept for one in told).most_common(1)[0][0]
    named = [one for one in told if one.concept == commonest]
    return next((one for one in named if isinstance(one, Fact)), named[0])


def _rank(concept: str) -> int:
    """Where a headline figure stands among them; behind them all for any other."""
    found = (number for number, names in enumerate(_HEADLINES) if concept in names)
    return next(found, len(_HEADLINES))


def _order(figures: Figures, row: Row) -> tuple[object, ...]:
    """By this rows stand in order: headlines of the period announced, headlines, all others."""
    rank = _rank(row.concept)
    is_now = figures.is_announced(row.period)
    place = next((number, cell.figures[0]) for number, cell in enumerate(row.cells) if cell.figures)
    if not row.is_headline:
        return 2, 0, *place
    return (0 if is_now else 1), rank, *place


def figures_of(row: Row) -> Iterator[Ref]:
    """Every figure of a row."""
    for document, cell in enumerate(row.cells):
        yield from (Ref(document, figure) for figure in cell.figures)

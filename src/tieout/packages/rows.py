"""The rows of the matrix: figures that checks have tied to one another, or proven to differ."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

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
    for check in checks:
        if not is_told_again(check):
            continue
        other = check.operands[0].ref
        is_apart = check.outcome == "differs" and other.document != check.subject.document
        if check.outcome in _TIES or is_apart:
            linked.join(check.subject, other)
            apart.setdefault(check.subject, []).extend([other] if is_apart else ())
    figures = Figures(releases)
    absent = Absent(releases)
    found: list[tuple[tuple[object, ...], Row]] = []
    for refs in linked.groups():
        if len({ref.document for ref in refs}) > 1:
            row = _row(figures, absent, sorted(refs), apart)
            found.append((_order(figures, row), row))
    return [row for _, row in sorted(found, key=lambda one: one[0])]


def _row(
    figures: Figures, absent: Absent, refs: Sequence[Ref], apart: Mapping[Ref, Sequence[Ref]]
) -> Row:
    """The row of these figures, some of which are proven to differ from one another."""
    named = _named(figures, refs)
    caption = named.caption if named is not None else ""
    concept, period = (named.concept, named.period) if named is not None else ("", None)
    odd = _odd(figures, refs, apart)
    finest = min((one.exponent for ref in refs if (one := figures.amount(ref))), default=0)
    cells = []
    for document in range(len(figures.releases)):
        own = tuple(ref.figure for ref in refs if ref.document == document)
        if not own:
            cells.append(Cell(why=absent.why(document, named)))
            continue
        wrong = tuple(figure for figure in own if Ref(document, figure) in odd)
        cells.append(_cell(figures, document, own, wrong, finest))
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

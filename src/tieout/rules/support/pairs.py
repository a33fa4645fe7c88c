"""Figures of the subject beside the numbers of support documents that their words name."""

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence

from msgspec import Struct, structs

from tieout.evidence.booked import Booked, booked, told
from tieout.evidence.gathered import Evidence
from tieout.evidence.match_by_caption import gists_said, is_alike
from tieout.evidence.quantity import Quantity
from tieout.lexicon.captions import Gist, are_same, caption_key, say_the_same, words_of
from tieout.lexicon.labels import UNNAMED, known
from tieout.model.amount import Amount, is_printed_as
from tieout.model.claim import Claim
from tieout.model.concept import told_as
from tieout.model.period import FiscalCalendar, Period
from tieout.model.statement import Fact, Statement
from tieout.model.unit import Unit
from tieout.rules.support.columns import Columns

_FORMS = frozenset({"level", "per_share", "ratio", "change", "percent_change"})
_LEVELS = frozenset({"level", "per_share"})
_POWERS = (3, 6)
_TELLING = 100
"""A number of fewer digits fits too many others."""
_OTHERS = 3
"""So many other figures must show in which scale, or with which sign, a table has its numbers."""
_MOST, _MOST_CALLED = 40, 1_000
"""A name that more numbers have for one period, or in all, says of none what it is."""


class Stated(Struct, frozen=True, gc=False):
    """A figure of the subject as it is looked for: a fact or a claim, of a period."""

    quantity: Quantity
    period: Period
    concept: str
    fact: Fact | None = None
    claim: Claim | None = None

    @property
    def side(self) -> str:
        """The side of the books on which the concept stands; empty where it has none."""
        return known(self.concept).side


class Beside(Struct, frozen=True, gc=False):
    """A number of the books beside a figure, in whole units and with the figure's sign.

    `is_then` is true where its column or sheet says the very period; `ties` where it prints as
    the figure, and `is_turned` where it would but for its sign.
    """

    booked: Booked
    amount: Amount
    is_then: bool
    ties: bool
    is_turned: bool = False


class Pairs:
    """Every figure of the subject with the numbers of the books that may be the same.

    A table that says no scale has the one in which its other rows print as the figures do; so has a
    column the sign of what stands on one side of the books, and one headed by a day alone its time.
    """

    def __init__(self, evidence: Evidence, calendar: FiscalCalendar) -> None:
        """Those of this evidence."""
        self._evidence = evidence
        self._releases = dict(evidence.support)
        index: dict[Gist, list[Booked]] = {}
        for document, release in evidence.support:
            for one in booked(document, release, calendar):
                for gist in one.gists:
                    index.setdefault(gist, []).append(one)
        index = {gist: held for gist, held in index.items() if len(held) <= _MOST_CALLED}
        self._counts: dict[tuple[int, int], Counter[str]] = {}
        self._met = [(one, self._candidates(one, index)) for one in self._stated()]
        self._powers = self._counted_powers()
        self._signs = self._counted_signs()
        self._columns = Columns(self._alike())

    def __iter__(self) -> Iterator[tuple[Stated, list[Beside]]]:
        """Each figure that has any, with them."""
        for stated, found in self._met:
            beside = [one for each in found if (one := self._beside(stated, each)) is not None]
            if beside:
                yield stated, self._at_home(stated, beside)

    def _at_home(self, stated: Stated, beside: list[Beside]) -> list[Beside]:
        """Of the numbers those of the sheet that has the figure's statement, if there are any.

        A trial balance counts beside them.
        """
        fact = stated.fact
        if fact is None or not any(self._columns.is_at_home(one.booked, fact) for one in beside):
            return beside
        return [
            one
            for one in beside
            if one.booked.is_balance or self._columns.is_at_home(one.booked, fact)
        ]

    def is_sure(self, stated: Stated, one: Booked) -> bool:
        """True where line and period are called the same on both sides, and nothing else is.

        Then a difference says something. What stands in a caption is in the scale of its words.
        """
        fact, other = stated.fact, one.fact
        if other is None:
            return self._is_sure_row(stated, one)
        if other.in_caption or (fact is None and not one.is_face):
            return False
        theirs = self._releases[one.document].statements[other.statement]
        if not self._is_alone(one.document, theirs, other):
            return False
        if fact is None:
            return stated.concept == other.concept and stated.concept.startswith("us-gaap:")
        ours = self._evidence.statements[fact.statement]
        return (
            ours.kind == theirs.kind
            and self._is_alone(0, ours, fact)
            and (
                are_same(fact.caption, other.caption)
                or (ours.is_face and fact.concept == other.concept)
            )
        )

    def _is_sure_row(self, stated: Stated, one: Booked) -> bool:
        """The same of a labelled row that stands on no statement."""
        fact, period = stated.fact, self._columns.period(one)
        if fact is None:  # which time a column has, only figures of tables show
            return period is None and are_same(stated.quantity.caption, one.caption)
        if period is not None and not stated.period.is_instant:
            ours = self._evidence.statements[fact.statement]
            if not (self._columns.is_at_home(one, fact) and self._is_alone(0, ours, fact)):
                return False
        return are_same(fact.caption, one.caption)

    def _is_alone(self, document: int, statement: Statement, fact: Fact) -> bool:
        """True where no other line of a statement has the name of a fact's line, or its concept."""
        at = document, fact.statement
        if at not in self._counts:
            lines = [one for one in statement.lines if not one.is_heading]
            names = (caption_key(one.caption) for one in lines)
            self._counts[at] = Counter([*names, *(one.concept for one in lines)])
        line = statement.lines[fact.line]
        counts = self._counts[at]
        return max(counts[caption_key(line.caption)], counts[line.concept]) <= 1

    def _stated(self) -> Iterator[Stated]:
        """The subject's figures that words name, and a period."""
        evidence = self._evidence
        for fact in evidence.reported:
            if fact.period is not None:
                yield Stated(evidence.of_fact(0, fact), fact.period, fact.concept, fact=fact)
        for claim in evidence.claims():
            is_plain = claim.form in _FORMS and not claim.is_loose and claim.concept != UNNAMED
            if is_plain and claim.period is not None and not claim.bound:
                quantity = evidence.of_claim(0, claim)
                yield Stated(quantity, claim.period, claim.concept, claim=claim)

    def _candidates(self, stated: Stated, index: Mapping[Gist, Sequence[Booked]]) -> list[Booked]:
        """The numbers of the same name and period, each once."""
        fact, claim = stated.fact, stated.claim
        gists = told(fact) if fact is not None else gists_said(claim) if claim else ()
        found: dict[Hashable, Booked] = {}
        for gist in gists:
            for one in index.get(gist, ()):
                if one.at not in found and self._fits(stated, one):
                    found[one.at] = one
        return self._nearest(stated, list(found.values())) if len(found) <= _MOST else []

    def _nearest(self, stated: Stated, found: list[Booked]) -> list[Booked]:
        """Of the rows those on a statement of the figure's own kind, if there are any.

        Of these the ones under the same heading, and called the same. A trial balance counts beside
        them.
        """
        ranks = [self._rank(stated, one) for one in found]
        best = max((rank for rank in ranks if rank is not None), default=None)
        return [one for one, rank in zip(found, ranks, strict=True) if rank in (None, best)]

    def _rank(self, stated: Stated, one: Booked) -> tuple[bool, bool, bool] | None:
        """How near a row is to the figure; None for one of a trial balance."""
        if one.is_balance:
            return None
        fact = stated.fact
        if fact is None:
            return one.is_face, False, False
        if one.fact is None:
            return False, False, are_same(fact.caption, one.caption)
        statement = self._evidence.statements[fact.statement]
        is_called = are_same(fact.caption, one.fact.caption)
        is_there = are_same(statement.lines[fact.line].heading, one.section)
        return one.kind == statement.kind, is_called and is_there, is_called

    def _fits(self, stated: Stated, one: Booked) -> bool:
        """True where the two may be one number: counted alike, and of one time."""
        if not _is_then(stated.period, one):
            return False
        if stated.claim is not None:
            if one.fact is None or one.over is None:
                return stated.claim.form in _LEVELS and not stated.quantity.amount.unit.is_rate
            return is_alike(stated.claim, one.over, _in_currency(one.fact, stated))
        assert stated.fact is not None
        if one.fact is not None and not _may_be_one(stated.fact, one.fact):
            return False
        measure = self._evidence.column_of(0, stated.fact).measure
        unit = stated.quantity.amount.unit
        if one.fact is None or one.over is None:
            return not measure and not unit.is_rate
        return measure == one.over.measure and _are_alike(unit, one.unit)

    def _counted_powers(self) -> dict[Hashable, Counter[int]]:
        """How many figures of each table without a scale print in each power of ten."""
        counts: dict[Hashable, Counter[int]] = {}
        for stated, found in self._met:
            if abs(stated.quantity.amount.mantissa) < _TELLING or stated.claim is not None:
                continue
            for one in found:
                for power in (0, *_POWERS) if one.is_open else ():
                    amount = _exact(stated, one, power)
                    if amount is not None and _prints(amount, stated):
                        counts.setdefault(one.key[:2], Counter())[power] += 1
        return counts

    def _power(self, stated: Stated, one: Booked) -> int:
        """The power of ten of a table that says none, by the other figures in it."""
        if not one.is_open or not stated.quantity.amount.unit.is_scaled:
            return 0
        counts = self._powers.get(one.key[:2], Counter())
        best = max((0, *_POWERS), key=lambda power: counts[power])
        return best if counts[best] > _OTHERS and counts[best] > 2 * counts[0] else 0

    def _counted_signs(self) -> dict[Hashable, Counter[int]]:
        """How many figures of a column have the sign, and lack it, by their side of the books."""
        counts: dict[Hashable, Counter[int]] = {}
        for stated, found in self._met:
            for one in found:
                amount = _exact(stated, one, self._power(stated, one))
                if stated.fact is None or amount is None or not amount.mantissa:
                    continue
                if _prints(amount, stated):
                    key = (*one.key, stated.side)
                    is_turned = (amount.mantissa < 0) != (_target(stated, one) < 0)
                    counts.setdefault(key, Counter())[-1 if is_turned else 1] += 1
        return counts

    def _alike(self) -> Iterator[tuple[Fact, Booked]]:
        """The facts of the subject with the numbers of the books that print as they do."""
        for stated, found in self._met:
            if stated.fact is None or abs(stated.quantity.amount.mantissa) < _TELLING:
                continue
            for one in found:
                amount = _exact(stated, one, self._power(stated, one))
                if amount is not None and _prints(amount, stated):
                    yield stated.fact, one

    def _beside(self, stated: Stated, one: Booked) -> Beside | None:
        """The number as it stands beside the figure; None where it is too coarse to show any.

        None too where the other rows of its column are of another time.
        """
        lasting = None if stated.period.is_instant else self._columns.period(one)
        if lasting is not None and not lasting.is_near(stated.period):
            return None
        amount = _exact(stated, one, self._power(stated, one))
        if amount is None:
            return None
        counts = self._signs.get((*one.key, stated.side), Counter())
        if counts[-1] > _OTHERS and counts[-1] > 2 * counts[1]:
            amount = -amount
        own = stated.quantity.amount
        target = _target(stated, one)
        if (target < 0) != (own.mantissa < 0):
            amount = -amount
        if one.is_debit and not stated.side:
            amount = abs(amount) if own.mantissa >= 0 else -abs(amount)
        is_one_sign = (amount.mantissa < 0) == (own.mantissa < 0) or not amount.mantissa
        is_then = (one.period or lasting) is not None or stated.period.is_instant
        prints = _prints(amount, stated)
        return Beside(one, amount, is_then, prints and is_one_sign, prints and not is_one_sign)


def _target(stated: Stated, one: Booked) -> int:
    """The figure's mantissa with the sign that the number would have: XBRL's, or as printed."""
    own = stated.quantity.amount.mantissa
    if one.is_debit:
        return -own if stated.side == "credit" else own
    if one.fact is None and stated.fact is not None:
        return stated.fact.printed.mantissa
    return own


def _exact(stated: Stated, one: Booked, power: int) -> Amount | None:
    """The number in whole units, with zeros behind it that a workbook does not show.

    None where its scale is coarser than the figure is printed.
    """
    unit, finest = stated.quantity.amount.unit, stated.quantity.amount.exponent
    exponent = one.amount.exponent + power
    if exponent > finest and exponent > 0:
        return None
    exponent = min(exponent, finest)
    return Amount(one.amount.times_power(power).at(exponent), exponent, unit)


def _prints(amount: Amount, stated: Stated) -> bool:
    """True where the number, whatever its sign, is printed as the figure."""
    return is_printed_as(abs(amount), abs(stated.quantity.amount))


def _is_then(period: Period, one: Booked) -> bool:
    """True where the number is of the period, or of the day that it ends on, as far as is said."""
    if one.period is None or (one.fact is None and period.is_instant):
        return period.closing().is_near(Period(one.end))
    return one.period.is_near(period)


def _in_currency(fact: Fact, stated: Stated) -> Fact:
    """The fact in the figure's currency, where the books do not say theirs."""
    unit = fact.amount.unit
    if not unit.is_unknown:
        return fact
    told = unit.in_currency(stated.quantity.amount.unit.currency)
    return structs.replace(fact, amount=fact.amount.in_unit(told))


def _may_be_one(fact: Fact, other: Fact) -> bool:
    """True unless two elements are known that are not one, under captions that say no more."""
    names = (fact.concept, other.concept)
    if not all(name.startswith("us-gaap:") for name in names) or names[0] == names[1]:
        return True
    is_told = names[0] in told_as(names[1]) or names[1] in told_as(names[0])
    return is_told or (say_the_same(fact.caption, other.caption) and bool(words_of(fact.caption)))


def _are_alike(one: Unit, other: Unit) -> bool:
    """True for one unit, or for money of which either side does not say the currency."""
    if one is other:
        return True
    is_unsaid = one.is_unknown or other.is_unknown
    return is_unsaid and (one.is_money, one.is_per_share) == (other.is_money, other.is_per_share)

"""Figures in hand, by concept and context, reported and derived; what a rule sees."""

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, TypeVar

from tieout.evidence import printed
from tieout.evidence.comparable import Comparison, compared
from tieout.evidence.footed import Footed, footed
from tieout.evidence.held import Facts, Held, held_of
from tieout.evidence.quantity import Quantity, bound_by, less
from tieout.evidence.schedule import Schedule, schedules
from tieout.evidence.told import Teller, Told
from tieout.model.amount import same
from tieout.model.claim import Claim
from tieout.model.concept import told_as
from tieout.model.document import Document
from tieout.model.memo import Memo, afresh
from tieout.model.period import FiscalCalendar, Period
from tieout.model.statement import Column, Dimensions, Fact, Statement
from tieout.model.table import Table
from tieout.model.unit import Unit
from tieout.model.workpaper import Release

_TELLINGS = 2
"""So many tellings of a level are kept: one is another than the claim in question."""

_UNASKED: Any = object()

_Made = TypeVar("_Made")
_Item = TypeVar("_Item")
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Evidence:
    """Every release in hand, the subject first, with every figure by concept and context.

    Statements are asked before prose, the subject before the others, and what is printed before
    what is derived. Flows of money are derived by subtraction, balances never. `support` are the
    documents behind the figures, the last of all, each with its number: they answer no question.
    """

    def __init__(self, releases: Sequence[Release], memo: Memo = afresh) -> None:
        """The evidence of these releases; `gather` reads better where it is called."""
        self.support = tuple(pair for pair in enumerate(releases) if pair[1].is_support)
        self._releases = tuple(one for one in releases if not one.is_support)
        self.memo = memo
        self._facts: Facts = {}
        self._claims: dict[str, list[tuple[int, Claim]]] = {}
        self._levels: dict[str, dict[Period, list[tuple[int, Claim]]]] = {}
        self._footed: dict[int, list[Footed]] = {}
        self._sentences: dict[int, list[Claim]] = {}
        self._parts: dict[int, list[Claim]] = {}
        self._once: dict[Hashable, Any] = {}
        self._compared: dict[int, Comparison] = {}
        self._schedules: tuple[Schedule, ...] | None = None
        self._by: dict[object, dict[Hashable, list[Held]]] = {}
        self._told = Told(self._releases[0].statements, memo)
        self._starts: list[int] = []
        self._near: dict[tuple[int, str], dict[Period, list[Claim]]] = {}
        self._hold_facts()
        self._hold_claims()

    def _hold_facts(self) -> None:
        """Takes in the facts of every release."""
        self._facts = held_of(self._releases)

    def _hold_claims(self) -> None:
        """Takes in the claims of every release."""
        for document, release in enumerate(self._releases):
            for claim in release.claims:
                self._claims.setdefault(claim.concept, []).append((document, claim))
                if _is_level(claim) and claim.period:
                    levels = self._levels.setdefault(claim.concept, {})
                    told = levels.setdefault(claim.period, [])
                    told += [(document, claim)] if len(told) < _TELLINGS else []
        self._starts = sorted(passage.start for passage in self._releases[0].document.passages)
        for claim in self._releases[0].claims:
            if _is_level(claim) and claim.period:
                near = self._near.setdefault((self._paragraph(claim), claim.concept), {})
                held = near.setdefault(claim.period, [])
                held += [claim] if len(held) < _TELLINGS else []
            self._sentences.setdefault(claim.sentence.start, []).append(claim)
            if claim.form == "part":
                self._parts.setdefault(claim.whole, []).append(claim)

    @classmethod
    def gather(cls, releases: Sequence[Release]) -> "Evidence":
        """The evidence of these releases, indexed."""
        return cls(releases)

    def once(self, key: Hashable, make: Callable[[], _Made]) -> _Made:
        """What `make` gives, made the first time it is asked for under the key."""
        made: _Made = self._once.get(key, _UNASKED)
        if made is _UNASKED:
            made = self._once[key] = make()
        return made

    def close(self) -> None:
        """Lets go of what was kept, which holds the evidence in turn: all has been asked."""
        self._once.clear()

    def each(self, items: Iterable[_Item]) -> Iterator[_Item]:
        """The items, for a rule that looks at each by itself: none counts for another."""
        yield from items

    def indexed(self, name: str, index: Mapping[_Key, _Value]) -> Mapping[_Key, _Value]:
        """An index that a rule has made, to be looked up in."""
        return index

    @property
    def releases(self) -> tuple[Release, ...]:
        """Every document in hand, the subject first."""
        return self._releases

    @property
    def subject(self) -> Release:
        """The document under test."""
        return self.releases[0]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The subject's statements, in reading order."""
        return self._releases[0].statements

    @property
    def reported(self) -> tuple[Fact, ...]:
        """Every fact of the subject's statements, in their order."""
        return self._releases[0].facts

    @property
    def document(self) -> Document:
        """The subject's document, where a claim is looked at by the words of its own sentence."""
        return self._releases[0].document

    @property
    def is_bare_form(self) -> bool:
        """True where the subject is a Form 8-K without a release."""
        subject = self._releases[0]
        return subject.kind in ("8-K", "8-K/A") and subject.announcement is None

    def text(self, found: Callable[[str], object]) -> str:
        """The subject's text, for work to which nothing counts but what is found in its lines."""
        return self._releases[0].document.text

    def spanned(self) -> tuple[Table, ...]:
        """The subject's tables, for work to which nothing counts but where their words stand."""
        return self._releases[0].tables

    def dated(self) -> Release:
        """The subject, for work to which nothing counts but its words and days: no amount does."""
        return self._releases[0]

    def figures_at(self, place: int) -> range:
        """The numbers of the subject's figures at a place of its text."""
        return self._releases[0].document.figures_in(place, place + 1)

    @property
    def calendar(self) -> FiscalCalendar | None:
        """The subject's fiscal calendar."""
        return self._releases[0].calendar

    def captions(self, statement: int) -> tuple[str, ...]:
        """The captions of the lines of a statement of the subject."""
        return tuple(line.caption for line in self._releases[0].statements[statement].lines)

    def claims(self) -> Sequence[Claim]:
        """Every claim of the subject, in reading order."""
        return self._releases[0].claims

    def beside(self, claim: Claim) -> list[Claim]:
        """The subject's claims of the same sentence, the claim itself among them."""
        return self._sentences.get(claim.sentence.start, [])

    def parts_of(self, whole: int) -> list[Claim]:
        """The subject's claims that tell a part of the figure."""
        return self._parts.get(whole, [])

    def told_by(self, document: int, concept: str) -> list[Claim]:
        """What a document's prose tells of a concept."""
        return [claim for number, claim in self._claims.get(concept, ()) if number == document]

    def told_beside(self, claim: Claim, period: Period | None) -> Quantity | None:
        """The level of the claim's concept for the period that its own paragraph tells; or None.

        Its own sentence is asked first.
        """
        if period is None:
            return None
        near = self._near.get((self._paragraph(claim), claim.concept), {})
        for one in chain(self.beside(claim), *near.values()):
            is_other = one.figure != claim.figure and one.concept == claim.concept
            if is_other and one.period and one.period.is_near(period) and _is_level(one):
                return self.of_claim(0, one)
        return None

    def _paragraph(self, claim: Claim) -> int:
        """The number of the subject's passage that the claim stands in."""
        return bisect_right(self._starts, claim.sentence.start)

    def facts_by(
        self, keys: Callable[[Fact], Iterable[Hashable]]
    ) -> Mapping[Hashable, Sequence[Held]]:
        """Every fact with a period under each key a function gives it; made once a function."""
        if keys not in self._by:
            index: dict[Hashable, list[Held]] = {}
            for by_period in self._facts.values():
                for held in by_period.values():
                    for one in held:
                        for key in keys(one[1]):
                            index.setdefault(key, []).append(one)
            self._by[keys] = index
        return self._by[keys]

    def told_in(self, told: Teller[_Key, _Value]) -> Sequence[Mapping[_Key, Sequence[_Value]]]:
        """What a function tells of each statement of the subject, by its number; found once."""
        return self._told.in_each(told)

    def told_by_all(self, told: Teller[_Key, _Value]) -> Mapping[_Key, Sequence[_Value]]:
        """The same of all statements together, each key with what the first one tells first."""
        return self._told.by_all(told)

    def column_of(self, document: int, fact: Fact) -> Column:
        """The column that a fact stands in."""
        return self._releases[document].statements[fact.statement].columns[fact.column]

    def cell(self, document: int, statement: Statement, line: int, column: int) -> Quantity | None:
        """A cell with the sign as printed; a nil cell is zero without a source; else None."""
        return printed.of_cell(self._releases[document], document, statement, line, column)

    def schedules(self) -> tuple[Schedule, ...]:
        """Every table of the subject that has figures, as lines and columns."""
        if self._schedules is None:
            self._schedules = tuple(schedules(self._releases[0]))
        return self._schedules

    def footed(self, number: int) -> list[Footed]:
        """Every total of the subject's statement of that number, in every column."""
        if number not in self._footed:
            cells = self.schedules()[number].cells
            self._footed[number] = footed(
                lambda _, line, column: cells[line][column], self._releases[0].statements[number]
            )
        return self._footed[number]

    def is_face(self, document: int, fact: Fact) -> bool:
        """True where the fact stands on a primary statement, whose words mean the whole company."""
        return _is_face(self._releases[document], fact)

    def compared(self, document: int) -> Comparison:
        """How a document tells what the subject tells too."""
        if document not in self._compared:
            self._compared[document] = compared(self._releases[0], self._releases[document])
        return self._compared[document]

    def is_comparable(self, document: int, unit: Unit) -> bool:
        """True where the document's numbers of the unit may refute the subject's.

        Not after a stock split, nor where it was restated since.
        """
        return document == 0 or self.compared(document).is_comparable(unit)

    def of_fact(self, document: int, fact: Fact) -> Quantity:
        """A fact as a number in hand, with XBRL's sign."""
        return printed.of_fact(self._releases[document], document, fact)

    def of_claim(self, document: int, claim: Claim) -> Quantity:
        """A claim as a number in hand, with XBRL's sign."""
        return printed.of_claim(self._releases[document], document, claim)

    def facts(self, concept: str, dimensions: Dimensions = ()) -> Iterator[Held]:
        """Every fact of the concept with these qualifiers and a period, by period."""
        for name in told_as(concept):
            for held in self._facts.get((name, dimensions), {}).values():
                yield from held

    def facts_at(self, concept: str, period: Period, dimensions: Dimensions = ()) -> Iterator[Held]:
        """Every fact of the concept for the period, those of the very days first.

        Where a filing reports the number under a narrower element only, the facts of that one.
        """
        for name in told_as(concept):
            held = list(self._at_period(name, period, dimensions))
            if held:
                yield from held
                return

    def _at_period(self, name: str, period: Period, dimensions: Dimensions) -> Iterator[Held]:
        """Every fact of this very element for the period, those of the very days first."""
        by_period = self._facts.get((name, dimensions), {})
        yield from by_period.get(period, ())
        for other, held in by_period.items():
            if other != period and other.is_near(period):
                yield from held

    def find(
        self, concept: str, period: Period | None, dimensions: Dimensions = ()
    ) -> Quantity | None:
        """The concept's number for the period: printed in a statement, else derived; else None."""
        if period is None:
            return None
        printed = self._printed(concept, period, dimensions)
        if printed is not None:
            return self._in_hand(*printed)
        derived = (self._derived(name, period, dimensions) for name in told_as(concept))
        return next((one for one in derived if one is not None), None)

    def _printed(self, concept: str, period: Period, dimensions: Dimensions) -> Held | None:
        """What a primary statement reports, else what other tables do that all report alike.

        Tables that differ under one caption speak of parts or of measures of their own.
        """
        held = list(self.facts_at(concept, period, dimensions))
        if not held or self.is_face(*held[0]):
            return held[0] if held else None
        first = self.of_fact(*held[0])
        alike = all(
            same(first.amount, self.of_fact(*one).amount).outcome != "differs" for one in held
        )
        return held[0] if alike else None

    def told(self, concept: str, period: Period | None, beside: int = -1) -> Quantity | None:
        """The level that prose tells of the concept for the period, at another figure; or None."""
        if period is None:
            return None
        for told, held in self._levels.get(concept, {}).items():
            for document, claim in held if told.is_near(period) else ():
                if document or claim.figure != beside:
                    known = self.of_claim(document, claim)
                    is_comparable = self.is_comparable(document, known.amount.unit)
                    return known if is_comparable else bound_by(known, "digits")
        return None

    def _in_hand(self, document: int, fact: Fact) -> Quantity:
        """A fact as a number in hand, which refutes only where its document is comparable."""
        known = self.of_fact(document, fact)
        is_comparable = self.is_comparable(document, known.amount.unit)
        return known if is_comparable else bound_by(known, "digits")

    def _derived(self, concept: str, period: Period, dimensions: Dimensions) -> Quantity | None:
        """A flow as the rest of a longer one: six months less the quarter that ends or opens it."""
        if period.start is None:
            return None
        for longer, held in self._facts.get((concept, dimensions), {}).items():
            rest = longer.rest(period)
            if rest is None:
                continue
            for document, whole in held:
                if not (_is_flow(whole) and self.is_face(document, whole)):
                    continue
                for other, part in sorted(
                    self._at_period(concept, rest, dimensions), key=lambda one: one[0] != document
                ):
                    if self._may_be_taken_off(document, other) and self.is_face(other, part):
                        return less(
                            self.of_fact(document, whole), self.of_fact(other, part), period
                        )
        return None

    def _may_be_taken_off(self, document: int, other: int) -> bool:
        """True for flows of one document, or of two that tell alike what the subject tells too.

        A year less the nine months that were restated since is no quarter.
        """
        if document == other:
            return True
        told = (self.compared(one) for one in (document, other) if one)
        return all(one.alike > 0 and not one.otherwise for one in told)

    def find_all(self, concept: str, period: Period | None) -> list[Quantity]:
        """Every number printed for the concept and period, else the one derived.

        Two lines of one concept are two views of it, as before and after other owners' share.
        """
        if period is None:
            return []
        printed = [self._in_hand(*held) for held in self.facts_at(concept, period)]
        derived = None if printed else self._derived(concept, period, ())
        return printed if derived is None else [derived]


def _is_level(claim: Claim) -> bool:
    """True for a number told as it stands, not as it moved; none that may be of a known one's part.

    "$2.0 million of revenue was deferred" is no revenue.
    """
    is_part = claim.is_loose and claim.concept.startswith("us-gaap:")
    return claim.form in ("level", "per_share") and not is_part


def _is_face(release: Release, fact: Fact) -> bool:
    """True where the fact stands on a primary statement."""
    return release.statements[fact.statement].is_face


def _is_flow(fact: Fact) -> bool:
    """True for money over a stretch of time: neither per share, nor an average, nor a ratio."""
    return fact.amount.unit.is_money

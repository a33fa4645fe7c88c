"""Which figures of another filing are a figure's own: by line and column, else by concept."""

from collections import Counter
from collections.abc import Hashable, Iterator, Set

from msgspec import Struct

from tieout.evidence.gathered import Evidence
from tieout.lexicon.captions import are_same, caption_key, say_the_same, spaced, words_of
from tieout.lexicon.changed import is_as_before
from tieout.lexicon.labels import UNNAMED
from tieout.model.statement import Dimensions, Fact, Statement

_MOST = 24
"""So many figures of other filings are looked at for one: more share its caption by chance."""


class Pair(Struct, frozen=True, gc=False):
    """A figure of the subject and one of another document that may be the same.

    `rank` is how much of their places says so; `is_sure` is true where no other line of either
    table could be meant.
    """

    fact: Fact
    document: int
    other: Fact
    rank: int
    is_sure: bool


class Counterparts:
    """The figures of other documents that may be a subject's figure's own."""

    def __init__(self, evidence: Evidence) -> None:
        """Those among this evidence."""
        self._evidence = evidence
        self._counts: dict[tuple[int, int], Counter[Hashable]] = {}
        self._titles: dict[tuple[int, int], frozenset[str]] = {}

    def of(self, fact: Fact, documents: Set[int]) -> dict[int, list[Pair]]:
        """Every figure that may be the fact's own, by document, those surest first."""
        found: dict[int, dict[int, Pair]] = {}
        for document, other in self._candidates(fact):
            if document not in documents or other.figure in found.get(document, ()):
                continue
            pair = self._pair(fact, document, other)
            if pair is not None:
                found.setdefault(document, {})[other.figure] = pair
        return {
            document: sorted(pairs.values(), key=lambda one: (-one.is_sure, -one.rank))
            for document, pairs in found.items()
        }

    def _candidates(self, fact: Fact) -> Iterator[tuple[int, Fact]]:
        """The figures of one caption, then those of one concept, for the period."""
        if fact.period is None:
            return
        if not fact.in_caption:
            held = self._evidence.facts_by(_looks)
            for look in _looks(fact):
                yield from held.get(look, ())[: _MOST * len(self._evidence.releases)]
        if fact.concept != UNNAMED:
            dimensions = _plain(fact.dimensions)
            yield from self._evidence.facts_at(fact.concept, fact.period, dimensions)

    def _pair(self, fact: Fact, document: int, other: Fact) -> Pair | None:
        """The pair the two make; None where their columns, units or tables are of other sorts."""
        if fact.amount.unit != other.amount.unit or fact.in_caption != other.in_caption:
            return None
        if _plain(fact.dimensions) != other.dimensions or other.period is None:
            return None
        if fact.period is None or not fact.period.is_near(other.period):
            return None
        one, two = self._statement(0, fact), self._statement(document, other)
        if one.columns[fact.column].measure != two.columns[other.column].measure:
            return None
        is_same_concept = fact.concept == other.concept
        if one.kind != two.kind:
            return Pair(fact, document, other, 0, is_sure=False) if is_same_concept else None
        if not one.is_face and not self._alike(fact, document, other):
            return Pair(fact, document, other, 0, is_sure=False) if is_same_concept else None
        rank, is_sure = self._lines(fact, document, other)
        return Pair(fact, document, other, rank, is_sure) if rank or is_same_concept else None

    def _lines(self, fact: Fact, document: int, other: Fact) -> tuple[int, bool]:
        """How alike the lines are of two figures of one kind of table, and whether surely one."""
        mine, theirs = self._count(0, fact.statement), self._count(document, other.statement)
        one, two = self._statement(0, fact), self._statement(document, other)
        line, beside = one.lines[fact.line], two.lines[other.line]
        if fact.in_caption:
            return 1, fact.concept == other.concept and are_same(line.caption, beside.caption)
        opens = not (fact.period and fact.period.is_instant) or one.kind == "balance_sheet"
        key = caption_key(line.caption)
        if key and key == caption_key(beside.caption):
            look, within = (key, line.unit), (key, line.unit, line.section)
            if mine[look] == theirs[look] == 1:
                return 3, True
            is_there = are_same(line.section, beside.section)
            is_one = mine[within] == theirs[key, line.unit, beside.section] == 1
            is_one = is_one and mine[look] == theirs[look]
            return (3, is_one) if is_there else (1, False)
        if fact.concept != other.concept or not fact.concept.startswith("us-gaap:"):
            return 0, False
        if not opens:  # an opening balance is the closing one of another filing
            closes = two.columns[other.column].period
            return 1, bool(closes and other.period and closes.end == other.period.end)
        named = (fact.concept, line.unit)
        if mine[named] == theirs[named] == 1:
            said = line.is_total and beside.is_total
            said = said or say_the_same(line.caption, beside.caption)
            return 2, said
        return 1, False

    def _alike(self, fact: Fact, document: int, other: Fact) -> bool:
        """True where the titles of two tables that are no primary statements say the same."""
        one, two = self._title(0, fact.statement), self._title(document, other.statement)
        return one == two or 2 * len(one & two) >= max(len(one), len(two), 1)

    def _title(self, document: int, number: int) -> frozenset[str]:
        """The telling words of a table's title."""
        at = (document, number)
        if at not in self._titles:
            self._titles[at] = words_of(self._evidence.releases[document].statements[number].title)
        return self._titles[at]

    def _statement(self, document: int, fact: Fact) -> Statement:
        """The statement a fact stands in."""
        return self._evidence.releases[document].statements[fact.statement]

    def _count(self, document: int, number: int) -> Counter[Hashable]:
        """How often a statement has each caption, in all and under each heading, and concept."""
        at = (document, number)
        if at not in self._counts:
            counts: Counter[Hashable] = Counter()
            for line in self._evidence.releases[document].statements[number].lines:
                if not line.is_heading:
                    key = caption_key(line.caption)
                    counts[key, line.unit] += 1
                    counts[key, line.unit, line.section] += 1
                    counts[line.concept, line.unit] += 1
            self._counts[at] = counts
        return self._counts[at]


def _plain(dimensions: Dimensions) -> Dimensions:
    """The qualifiers without the one that says that a column is what was reported before."""
    return tuple(one for one in dimensions if not is_as_before(spaced(":" + one[1])))


def _looks(fact: Fact) -> Iterator[Hashable]:
    """What figures of one line and column have in common, whatever the concept."""
    key = caption_key(fact.caption)
    if key and fact.period is not None and not fact.in_caption:
        period = fact.period
        yield key, fact.amount.unit, period.month, period.months, _plain(fact.dimensions)

"""What differs between the evidence of two readings of one document, by what may be asked of it."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import structs

from tieout.evidence.held import Held
from tieout.evidence.mentions import Part
from tieout.model.claim import Claim
from tieout.model.document import Document, Span
from tieout.model.memo import Memo
from tieout.model.statement import Fact, Statement
from tieout.model.table import Table
from tieout.model.workpaper import Release

if TYPE_CHECKING:
    from tieout.evidence.watched import Watched

_AMOUNTS = ("amount", "percent")
_BESIDE = 320
"""So far beside what differs a figure or a word may be read by it."""


class Changes:
    """What is asked of evidence and answered otherwise than before."""

    def __init__(self, was: "Watched", now: "Watched", memo: Memo) -> None:
        """The changes from one evidence to the other; moved words alone are none."""
        self._was, self._now, self._memo = was, now, memo
        self.old, self.new = was._releases[0], now._releases[0]
        self.is_alike = self._is_alike()
        pairs = zip(self.old.statements, self.new.statements, strict=False)
        self.statements = {
            number: self._is_of_other_lines(*pair)
            for number, pair in enumerate(pairs)
            if not self._is_same(*pair)
        }
        """The statements that differ, and whether more differs than amounts."""
        self.tables = {
            one.number
            for one, other in zip(self.old.tables, self.new.tables, strict=False)
            if not self._is_same_table(one, other)
        }
        self._gone: list[Held] = []
        self._come: list[Held] = []
        self._is_in_order = True
        self.claims = self._changed_claims() if self.is_alike else []
        self._keys = set(self._told()) | set(self._reported()) if self.is_alike else set()

    def keys(self) -> set[Hashable] | None:
        """What would be answered otherwise; None where everything may be."""
        return self._keys if self.is_alike else None

    def parts(self) -> set[Part]:
        """The claims, statements and other tables whose mentions differ."""
        claims = {key for key in self._keys if isinstance(key, tuple) and key[0] == "beside"}
        return {
            *(("claim", figure) for _, figure in claims),
            *(("statement", number) for number in self.statements),
            *(("table", number) for number in self.tables),
        }

    def is_found_otherwise(self, found: Callable[[str], object]) -> bool:
        """True where a function finds other things than before in the lines that differ."""
        was, now = self._stretches
        return found(was.of(self.old.document.text)) != found(now.of(self.new.document.text))

    @cached_property
    def _stretches(self) -> tuple[Span, Span]:
        """The lines of the text that differ, before and now, and those in sight of them."""
        old, new = self.old.document.text, self.new.document.text
        alike = _begins_alike(old, new)
        ends_alike = _begins_alike(old[alike:][::-1], new[alike:][::-1])
        start = old.rfind("\n", 0, max(0, alike - _BESIDE)) + 1
        behind = old.find("\n", len(old) - ends_alike + _BESIDE)
        after = len(old) - (len(old) if behind < 0 else behind)
        return Span(start, len(old) - after), Span(start, len(new) - after)

    def _is_of_amounts(self) -> bool:
        """True where the text differs in nothing but amounts."""
        was, now = self._stretches
        return _unquantified(self.old.document, was) == _unquantified(self.new.document, now)

    def is_as_before(self, statement: int) -> bool:
        """True for the number of a statement in which nothing differs."""
        return self.is_alike and statement not in self.statements

    def schedules(self) -> set[int]:
        """The numbers of the schedules in which nothing differs."""
        return set(self._spared()) if self.is_alike else set()

    def _is_alike(self) -> bool:
        """True where both readings have the same figures, statements, tables and claims."""
        return all(map(_is_equal, _frame(self.old), _frame(self.new))) and self._is_comparable()

    def _is_spanned_otherwise(self) -> bool:
        """True where the words of tables stand elsewhere, or have moved."""
        old, new = self.old.document, self.new.document
        return len(old.text) != len(new.text) or any(
            one is not other and _spans(one) != _spans(other)
            for one, other in zip(self.old.tables, self.new.tables, strict=True)
        )

    def _is_comparable(self) -> bool:
        """True where the facts are of the same lines, and other documents compare as they did."""
        documents = range(1, len(self._was._releases))
        return list(self._was._facts) == list(self._now._facts) and all(
            self._was.compared(one) == self._now.compared(one) for one in documents
        )

    def _is_same(self, one: Statement, other: Statement) -> bool:
        """True for two statements that differ in nothing but where they stand."""
        return one is other or self._placeless(one) == self._placeless(other)

    def _placeless(self, statement: Statement) -> Statement:
        """A statement without the places of its words."""
        return self._memo("placeless", lambda: _without_places(statement), statement)

    def _is_of_other_lines(self, one: Statement, other: Statement) -> bool:
        """True where two statements differ in more than what their cells say."""
        return _without_cells(one) != _without_cells(other)

    def _is_same_table(self, one: Table, other: Table) -> bool:
        """True for two tables that differ in nothing but where they stand."""
        return one is other or self._words_of(self.old, one) == self._words_of(self.new, other)

    def _words_of(self, release: Release, table: Table) -> object:
        """A table without the places of its words."""
        text = release.document.text
        return self._memo("words of a table", lambda: _told_by_table(table, text), table)

    def _spared(self) -> Iterator[int]:
        """The schedule of every statement and table in which nothing differs."""
        claimed = {statement.table for statement in self.new.statements}
        count = len(self.new.statements)
        yield from (number for number in range(count) if number not in self.statements)
        for table in self.new.tables:
            if table.number not in claimed and table.headers:
                if table.number not in self.tables:
                    yield count
                count += 1

    def _changed_claims(self) -> list[tuple[Claim, Claim]]:
        """The claims that are not as they were, or whose sentence is not."""
        old, new = self.old.document.text, self.new.document.text
        return [
            (was, now)
            for was, now in zip(self.old.claims, self.new.claims, strict=True)
            if was is not now
            if structs.replace(now, sentence=was.sentence) != was
            or now.sentence.of(new) != was.sentence.of(old)
        ]

    def _is_worded_so(self) -> bool:
        """True where every passage has the words that it had."""
        old, new = self.old.document, self.new.document
        return all(
            was is now or old.text[was.start : was.end] == new.text[now.start : now.end]
            for was, now in zip(old.passages, new.passages, strict=True)
        )

    def _told(self) -> Iterator[Hashable]:
        """What is asked of claims that differ."""
        yield from [("claims",)] if self.claims else []
        yield from [("prose",)] if self.claims or not self._is_worded_so() else []
        for pair in self.claims:
            for one, evidence in zip(pair, (self._was, self._now), strict=True):
                yield "claim", one.figure
                yield "told", one.concept
                yield "parts", one.whole
                for beside in evidence._sentences[one.sentence.start]:
                    yield "beside", beside.figure

    def _reported(self) -> Iterator[Hashable]:
        """What is asked of facts that differ, and of their statements and tables."""
        yield from [("statements",)] if self.statements else []
        yield from [("spanned",)] if self._is_spanned_otherwise() else []
        yield from [("dated",)] if not self._is_of_amounts() else []
        for number, is_otherwise in self.statements.items():
            yield "statement", number
            yield from [("frame", number)] if is_otherwise else []
        spared = self.schedules()
        yield from (("schedule", n) for n in range(len(self._was.schedules())) if n not in spared)
        for key in {(fact.concept, fact.dimensions) for fact in self.facts()}:
            yield "facts", *key
            for _, fact in self._moved(key):
                for by in self._was._by:
                    yield from (("by", by, one) for one in by(fact))  # type: ignore[operator]

    def facts(self) -> Iterator[Fact]:
        """The facts that are not as they were, old and new."""
        for number, is_otherwise in self.statements.items():
            old, new = self.old.statements[number].facts, self.new.statements[number].facts
            if is_otherwise:
                yield from (*old, *new)
            else:
                yield from set(old) ^ set(new)

    def _moved(self, key: tuple[str, object]) -> Iterator[Held]:
        """The facts in hand of a concept that are not those that were, or not in their order."""
        was, now = (
            [one for held in evidence._facts.get(key, {}).values() for one in held]  # type: ignore[arg-type]
            for evidence in (self._was, self._now)
        )
        otherwise = {number for number, told in self.statements.items() if told}
        common = set(was) & set(now)
        is_in_order = [one for one in was if one in common] == [one for one in now if one in common]
        self._is_in_order &= is_in_order
        self._gone += (one for one in was if one not in common)
        self._come += (one for one in now if one not in common)
        for one in dict.fromkeys((*was, *now)):
            is_elsewhere = one not in common or not is_in_order
            if is_elsewhere or (not one[0] and one[1].statement in otherwise):
                yield one

    def patched(
        self, keys: Callable[[Fact], Iterable[Hashable]]
    ) -> dict[Hashable, list[Held]] | None:
        """The index that a function makes of the facts in hand, from the one before; or None."""
        if not self.is_alike or not self._is_in_order or keys not in self._was._by:
            return None
        found = dict(self._was._by[keys])
        for one in self._gone:
            for key in keys(one[1]):
                found[key] = [held for held in found[key] if held != one]
        for one in self._come:
            for key in keys(one[1]):
                held = [*found.get(key, ()), one]
                if any(id(fact) not in self._order for _, fact in held):
                    return None
                found[key] = sorted(held, key=self._place)
        return found

    def _place(self, held: Held) -> int:
        """The place of a fact among those in hand."""
        return self._order[id(held[1])]

    @cached_property
    def _order(self) -> dict[int, int]:
        """The place of each fact in hand among all."""
        facts = (
            fact
            for by_period in self._now._facts.values()
            for held in by_period.values()
            for _, fact in held
        )
        return {id(fact): number for number, fact in enumerate(facts)}


def _begins_alike(one: str, other: str) -> int:
    """How many letters two texts begin with that are the same."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _unquantified(document: Document, stretch: Span) -> list[str]:
    """What stands between the amounts of a stretch of text."""
    found: list[str] = []
    at = stretch.start
    for number in document.figures_in(stretch.start, stretch.end):
        figure = document.figures[number]
        if figure.kind in _AMOUNTS:
            found.append(document.text[at : figure.start])
            at = figure.end
    return [*found, document.text[at : stretch.end]]


def _frame(release: Release) -> tuple[object, ...]:
    """What two readings of one document have in common where little differs."""
    return (
        *(release.kind, release.calendar, release.standards),
        *(release.form is None, release.announcement is None),
        len(release.document.figures),
        [statement.table for statement in release.statements],
        [bool(table.headers) for table in release.tables],
        [claim.figure for claim in release.claims],
    )


def _is_equal(one: object, other: object) -> bool:
    """True for two equal things."""
    return one == other


def _spans(table: Table) -> object:
    """Where the words of a table stand."""
    heads = [header.spans for header in table.headers]
    return table.titles, heads, [row.spans for row in table.rows]


def _without_places(statement: Statement) -> Statement:
    """A statement whose words and cells stand nowhere."""
    lines = tuple(
        structs.replace(
            line,
            spans=(),
            cells=tuple(structs.replace(cell, start=0, end=0) for cell in line.cells),
        )
        for line in statement.lines
    )
    return structs.replace(statement, lines=lines)


def _without_cells(statement: Statement) -> Statement:
    """A statement of lines without cells, and of no facts."""
    lines = tuple(structs.replace(line, spans=(), cells=()) for line in statement.lines)
    return structs.replace(statement, lines=lines, facts=(), calculation=())


def _told_by_table(table: Table, text: str) -> object:
    """What a table tells, wherever it stands."""
    return (
        [title.of(text) for title in table.titles],
        [header.text for header in table.headers],
        [
            (row.caption, [structs.replace(cell, start=0, end=0) for cell in row.readings])
            for row in table.rows
        ],
    )

"""Expressions for figures of prose: one that prints the same words from the same cells, or none."""

from collections.abc import Callable, Iterator, Sequence
from itertools import permutations
from typing import TypeAlias

from msgspec import Struct

from tieout.compose.book import Book
from tieout.compose.figures import Figures, Origin
from tieout.compose.init.forms import case, forms, literal, percents, scaled
from tieout.compose.narrative.filters import Filters
from tieout.compose.narrative.record import Record, unmarked
from tieout.compose.narrative.terms import Term
from tieout.errors import Misuse
from tieout.model.period import Period

Place: TypeAlias = tuple[int, int, int]
"""A cell of the book: statement, line, column."""

_SPOKEN = (
    "same period last year",
    "prior quarter",
    "six months",
    "nine months",
    "same six months last year",
)
_MOST_LINES = 4
_MOST_PERIODS = 4


class Ask(Struct, frozen=True):
    """A figure of prose to be printed: its words, and the cells that a check tied it to.

    `shown` are its words from the currency sign on, `bare` those from the digits on, `bracketed`
    those with the brackets of a negative amount, "$(0.16)". `period` and `against` are the periods
    that its sentence names, where it does.
    """

    shown: str
    bare: str
    cells: tuple[Place, ...]
    bracketed: str = ""
    period: Period | None = None
    against: Period | None = None


class Found(Struct, frozen=True):
    """An expression, and the words it prints."""

    text: str
    words: str


class Expressions:
    """Finds expressions over the lines of one book."""

    def __init__(self, book: Book) -> None:
        """Expressions over this book's figures, in its style."""
        self._book = book
        self._figures = Figures(book)
        self._record = Record()
        self._case = ""
        filters = Filters(book.style, self._record)
        self._filters: dict[str, Callable[..., object]] = filters.by_name()

    def find(self, ask: Ask) -> Found | None:
        """The plainest expression that prints the words from those cells alone; None for none."""
        wanted = {ask.bare, ask.shown, ask.bracketed} - {""}
        tied, allowed = set(ask.cells), self._allowed(ask)
        self._case = case(ask.bare)
        for text, printed, origins in self._tried(ask):
            if printed in wanted and origins & tied and origins <= allowed:
                return Found(text, printed)
        return None

    def _allowed(self, ask: Ask) -> set[Place]:
        """The cells tied to, and those of their lines in the periods that the sentence names."""
        named = [one for one in (ask.period, ask.against) if one is not None]
        return set(ask.cells) | {
            (statement, line, column)
            for statement, line, _ in ask.cells
            for column, told in enumerate(self._book.statements[statement].columns)
            if told.period is not None and any(told.period.is_near(one) for one in named)
        }

    def _tried(self, ask: Ask) -> Iterator[tuple[str, str, set[Place]]]:
        """Expressions over the cells, what each prints, and the cells it prints it from."""
        dated = [one for one in ask.cells if self._column(one) is not None]
        keys = list(dict.fromkeys(filter(None, map(self._key, dated))))[:_MOST_LINES]
        periods = self._periods(ask)
        ways = list(forms(ask.bare))
        for key in keys:
            for when in periods:
                term = self._term(key, when)
                if term is not None:
                    yield from self._printed(term, ways)
        for key in keys:
            for when, since in permutations(periods, 2):
                if when.end < since.end or (ask.against in periods[1:] and since != ask.against):
                    continue  # a change is told from what came before
                term, base = self._term(key, when), self._said(key, since, when)
                if term is not None and base:
                    yield from self._changes(term, base, ask.bare)
        for key, other in permutations(keys, 2):
            for when in periods:
                one, two = self._term(key, when), self._term(other, when)
                if one is not None and two is not None:
                    yield from self._together(one, two, other, ask.bare, ways)

    # ------------------------------------------------------------------------------ the parts

    def _key(self, cell: Place) -> str:
        """The key of a cell's line."""
        statement, line, _ = cell
        return self._book.statements[statement].lines[line].key

    def _column(self, cell: Place) -> Period | None:
        """The period of a cell's column."""
        statement, _, column = cell
        return self._book.statements[statement].columns[column].period

    def _periods(self, ask: Ask) -> list[Period]:
        """The periods spoken of, then those of the cells, each once."""
        columns = map(self._column, ask.cells)
        told = [one for one in (ask.period, ask.against, *columns) if one is not None]
        return list(dict.fromkeys(told))[:_MOST_PERIODS]

    def _said(self, key: str, period: Period, about: Period | None = None) -> str:
        """The words for a line's period: as prose says it where that means the same."""
        for words in _SPOKEN:
            try:
                if self._figures.period(key, words, about) == period:
                    return words
            except Misuse:
                continue
        return str(period)

    def _term(self, key: str, period: Period) -> "tuple[str, Term] | None":
        """The line in a period, as written and as a term; None where it has no figure there."""
        term = Term(self._figures, {key: 1})
        try:
            if term.resolved() == period:
                term.quantity()
                return key, term
            words = self._said(key, period)
            filtered = "at" if period.is_instant else "of"
            held = term.in_period(words)
            held.quantity()
        except Misuse:
            return None
        return f'{key} | {filtered}("{words}")', held

    # --------------------------------------------------------------------------- the printing

    def _printed(
        self, one: tuple[str, Term], forms: Sequence[tuple[str, dict[str, object]]]
    ) -> Iterator[tuple[str, str, set[Place]]]:
        """A figure printed each way."""
        text, term = one
        for name, arguments in forms:
            yield from self._run(text, name, term, (), arguments)

    def _changes(
        self, one: tuple[str, Term], since: str, bare: str
    ) -> Iterator[tuple[str, str, set[Place]]]:
        """A change printed each way."""
        text, term = one
        if "%" in bare or "percent" in bare:
            yield from self._run(text, "percent_change", term, (since,), {})
            for named in percents(bare):
                yield from self._run(text, "percent_change", term, (since,), named)
            return
        yield from self._run(text, "change_amount", term, (since,), {})
        yield from self._run(text, "change_amount", term, (since,), scaled(bare))

    def _together(
        self,
        one: tuple[str, Term],
        two: tuple[str, Term],
        other: str,
        bare: str,
        forms: Sequence[tuple[str, dict[str, object]]],
    ) -> Iterator[tuple[str, str, set[Place]]]:
        """Two figures of a period: the share of one in the other, per share, sum, difference."""
        (text, term), (_, whole) = one, two
        if "%" in bare or "percent" in bare:
            yield from self._run(text, "share", term, (whole,), {}, other)
            for named in percents(bare):
                yield from self._run(text, "share", term, (whole,), named, other)
            return
        key = text.partition(" |")[0]
        behind = text[len(key) :]
        for sign in "+-":
            try:
                sum_ = term + whole if sign == "+" else term - whole
            except Misuse:
                continue
            yield from self._printed((f"({key} {sign} {other}){behind}", sum_), forms)

    def _run(
        self,
        text: str,
        name: str,
        term: Term,
        arguments: Sequence[object],
        named: dict[str, object],
        shown: str = "",
    ) -> Iterator[tuple[str, str, set[Place]]]:
        """What a filter prints of a term, if it does."""
        told = len(self._record.told)
        try:
            printed = unmarked(str(self._filters[name](term, *arguments, **named)))
        except Misuse:
            return
        finally:
            origins = [one.origins for one in self._record.told[told:]]
            del self._record.told[told:]
        given = [shown] if shown else [f'"{one}"' for one in arguments]
        given += [f"{key}={literal(value)}" for key, value in named.items()]
        is_plain = name == "amount" and not given
        call = "" if is_plain else f" | {name}" + (f"({', '.join(given)})" if given else "")
        cells = {_place(one) for told in origins for one in told}
        yield f"{{{{ {text}{call} }}}}", printed, cells
        if self._case and (cased := getattr(printed, self._case)()) != printed:
            yield f"{{{{ {text}{call} | {self._case} }}}}", cased, cells


def _place(origin: Origin) -> Place:
    """The cell of an origin."""
    return origin.statement, origin.line, origin.column

"""The narrative told: prose whose numbers are expressions becomes words that carry what they mean.

What may stand between braces: lines by key, `figure("us-gaap:Revenues")` by key or concept, the
filters, `statement("income")` for a statement's place, and company, quarter, fiscal_year,
period_end and release_date.
"""

from collections.abc import Callable, Iterator, Sequence

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from tieout.compose.blocks import Block, Bullets, Paragraph, Runs, Table, Title
from tieout.compose.book import Book, Company, Line, Statement
from tieout.compose.cells import amount_of, power_of
from tieout.compose.figures import Figures, Origin
from tieout.compose.narrative.filters import Filters
from tieout.compose.narrative.markdown import blocks, line_of, placed
from tieout.compose.narrative.record import Record, Told, unmarked
from tieout.compose.narrative.template import Templates
from tieout.compose.narrative.terms import Stated, Term
from tieout.errors import Misuse
from tieout.lexicon.dates import spoken
from tieout.lexicon.tokens import figures as figures_in
from tieout.model.amount import grouped
from tieout.model.unit import SHARES, unit_of

__all__ = ["Telling", "tell"]

_MOST_TOLD = 1_500
_MOST_BLOCKS = 3_000
"""Ten times those of the longest release; each document written is read and checked again."""
_ORDINALS = ("first", "second", "third", "fourth")


class Telling(Struct, frozen=True):
    """A book with every expression told.

    `book` has plain captions, headlines and items, and its derived columns filled. `told` are the
    numbers that expressions printed, which the facts of runs count; `typed` are the figures of
    the prose that were typed by hand, as printed.
    """

    book: Book
    headline: Runs
    subheadline: Runs
    body: tuple[Block, ...]
    placed: tuple[int, ...]
    told: tuple[Told, ...]
    typed: tuple[str, ...]


def tell(book: Book, laid_out: Callable[[Statement, Book], Table]) -> Telling:
    """The book told; raises Misuse with the place of an expression that cannot be."""
    teller = _Teller(book)
    settled = replace(book, statements=teller.statements())
    headline = line_of(teller.told(book.heading.headline, "heading.headline"))
    subheadline = line_of(teller.told(book.heading.subheadline, "heading.subheadline"))
    form = teller.form()
    heading = replace(book.heading, headline=_words(headline), subheadline=_words(subheadline))
    settled = replace(settled, heading=heading, form=form)
    text = teller.narrative()
    used: list[int] = []

    def statement(number: int) -> Block:
        if number in used:
            raise Misuse(f"statement {number + 1} is placed twice: a release shows it once")
        used.append(number)
        return laid_out(settled.statements[number], settled)

    try:
        body = tuple(blocks(text, statement))
    except Misuse as reason:
        raise Misuse(f"{book.places.get('narrative', 'narrative.md')}: {reason}") from None
    parts = sum(len(one.entries) if isinstance(one, Bullets) else 1 for one in body)
    if parts > _MOST_BLOCKS:
        place = book.places.get("narrative", "narrative.md")
        raise Misuse(
            f"{place}: {parts:,} paragraphs and entries of lists: a narrative has up to "
            f"{_MOST_BLOCKS:,}"
        )
    typed = tuple(_typed(headline, subheadline, *_prose(body)))
    return Telling(
        settled, headline, subheadline, body, tuple(used), tuple(teller.record.told), typed
    )


class _Teller:
    """Tells the expressions of one book."""

    def __init__(self, book: Book) -> None:
        """The book's lines, filters and functions."""
        self._book = book
        self._figures = Figures(book)
        self.record = Record()
        self._filters = Filters(book.style, self.record)
        functions = {"statement": self._place_statement, "figure": self._figure}
        variables = self._variables()
        for key in self._figures.keys:
            if key in functions or key in variables:
                raise Misuse(f"{self._place_of_key(key)}: the key {key!r} is taken: choose another")
        terms = {key: Term(self._figures, {key: 1}) for key in self._figures.keys}
        self._templates = Templates(
            self.record, self._printed, self._filters.by_name(), functions, {**variables, **terms}
        )

    # ------------------------------------------------------------------------------ the book

    def narrative(self) -> str:
        """The narrative, its numbers marked."""
        name = self._book.places.get("narrative", "narrative.md")
        self.record.at_most(_MOST_TOLD)
        return self._rendered(self._book.narrative, lambda line: f"{name}, line {line}")

    def told(self, text: str, path: str) -> str:
        """One text of book.toml, its numbers marked."""
        place = self._book.places.get(path, f"book.toml, {path}")
        return self._rendered(text, lambda _: place)

    def form(self) -> object:
        """The form with its items told."""
        form = self._book.form
        if form is None:
            return None
        items = tuple(
            replace(
                item,
                text=tuple(
                    unmarked(self.told(text, f"form.items.{number}.text")) for text in item.text
                ),
            )
            for number, item in enumerate(form.items)
        )
        return replace(form, items=items)

    def statements(self) -> tuple[Statement, ...]:
        """The statements with captions told and derived columns filled."""
        return tuple(
            replace(
                statement,
                lines=tuple(
                    self._settled(number, place, line) for place, line in enumerate(statement.lines)
                ),
            )
            for number, statement in enumerate(self._book.statements)
        )

    # ------------------------------------------------------------------------------ inside

    def _rendered(
        self, text: str, place: Callable[[int], str], own: dict[str, object] | None = None
    ) -> str:
        """The text with its expressions told."""
        fields = tuple(field.name for field in msgspec.structs.fields(Company))
        return self._templates.render(text, place, own, {"company": fields})

    def _settled(self, number: int, place: int, line: Line) -> Line:
        """The line with its caption told and its derived cells computed."""
        statement = self._book.statements[number]
        where = self._book.places.get(
            f"statements.{number}.lines.{place}", f"statement {number + 1}, line {place + 1}"
        )
        own: dict[str, object] = {
            name: Stated(self._figures, (number, place), texts)
            for name, texts in line.facts.items()
        }
        caption = unmarked(self._rendered(line.caption, lambda _: where, own))
        cells = list(line.cells)
        for column, told in enumerate(statement.columns if cells else ()):
            if told.derived:
                amount = self._figures.derived(number, place, told)
                if amount is not None:
                    power = self._figures.power(number, place)
                    digits = grouped(amount.mantissa, amount.exponent - power).replace(",", "")
                    nil = self._book.style.nil
                    cells[column] = digits if amount.mantissa else nil
        return replace(line, caption=caption, cells=tuple(cells))

    def _printed(self, figure: Term | Stated) -> str:
        """A figure in house style, marked."""
        return self._caption_figure(figure) if isinstance(figure, Stated) else (
            self._filters.amount(figure)
        )  # fmt: skip

    def _caption_figure(self, figure: Stated) -> str:
        """A figure inside a caption as it is typed, but for the words that only say its unit."""
        text, period = figure.text()
        number, place = figure.line
        statement = self._book.statements[number]
        line = statement.lines[place]
        own = unit_of(statement.unit)
        shown, unit = text, own
        for words, meant in ((" per share", own.per_share), (" shares", SHARES)):
            if text.endswith(words):
                shown, unit = text.removesuffix(words), meant
        scale = line.scale if line.scale is not None else statement.scale
        power = 0 if unit.is_shares or not unit.is_scaled else power_of(scale) or 0
        amount = amount_of(shown, power, unit)
        if amount is None:
            raise Misuse(f"{text!r} is no figure: write $835, $.001 per share or 593,869 shares")
        origin = (Origin(number, place, -1),)
        caption = line.caption.partition("{{")[0].strip()
        return self.record.mark(
            Told(shown, amount, "figure in a caption", "", caption, period, None, origin)
        )

    def _variables(self) -> dict[str, object]:
        """What a narrative may name besides lines."""
        book = self._book
        variables: dict[str, object] = {
            "company": book.company,
            "release_date": spoken(book.heading.date),
        }
        if book.calendar is not None:
            variables["quarter"] = f"{_ORDINALS[book.calendar.fiscal_quarter - 1]} quarter"
            variables["fiscal_year"] = book.calendar.fiscal_year
            variables["period_end"] = spoken(book.calendar.period_end)
        return variables

    def _figure(self, name: str) -> Term:
        """The line of a key or concept."""
        return Term(self._figures, {self._figures.key_of(name): 1})

    def _place_statement(self, name: str | int) -> str:
        """The place of a statement by number, from 1, or of the first of a kind: "income"."""
        kinds = [one.kind for one in self._book.statements if one.is_printed]
        if isinstance(name, int):
            if 1 <= name <= len(kinds):
                return placed(name - 1)
            raise Misuse(f"there is no statement {name}: the book has {len(kinds)}")
        for number, kind in enumerate(kinds):
            if name and kind.startswith(name):
                return placed(number)
        raise Misuse(f"there is no statement {name!r}: the book has {', '.join(kinds)}")

    def _place_of_key(self, key: str) -> str:
        """Where the line of a key stands."""
        for number, statement in enumerate(self._book.statements):
            for place, line in enumerate(statement.lines):
                if line.key == key:
                    return self._book.places.get(f"statements.{number}.lines.{place}", "figures")
        return "figures"


def _words(runs: Runs) -> str:
    """The words of runs."""
    return "".join(run.text for run in runs)


def _prose(body: Sequence[Block]) -> Iterator[Runs]:
    """The runs of the body's prose."""
    for block in body:
        if isinstance(block, (Title, Paragraph)):
            yield block.runs
        elif isinstance(block, Bullets):
            yield from block.entries


def _typed(*prose: Runs) -> Iterator[str]:
    """The amounts and percentages that no expression printed, in order."""
    for runs in prose:
        for run in runs:
            if run.fact < 0:
                for figure in figures_in(run.text):
                    if figure.kind in ("amount", "percent"):
                        sign = "$" if figure.currency else ""
                        yield f"{sign}{figure.text}"

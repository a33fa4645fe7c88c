"""Cells of a book that are not typed: what the filings of a store reported of the line before."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from tieout.compose.book import Book, Line, Reported, Stored
from tieout.compose.cells import canonical, decimals, is_number
from tieout.compose.figures import Figures
from tieout.compose.loading.lines import AWAITED, refusing
from tieout.errors import Misuse
from tieout.lexicon.captions import caption_key
from tieout.lexicon.dates import spoken
from tieout.lexicon.markup import clean
from tieout.model import statement as model
from tieout.model.amount import Amount, grouped, rounded
from tieout.model.concept import feeds
from tieout.model.period import Period
from tieout.model.registrant import Registrant
from tieout.model.relation import announced
from tieout.model.workpaper import Release
from tieout.patterns import pattern

_EXPRESSION = pattern(r"\{\{[^{}]*\}\}")


class _Hit(Struct, frozen=True):
    """A cell of a filing that may be the one awaited."""

    release: Release
    statement: model.Statement
    line: int
    column: int

    @property
    def amount(self) -> Amount | None:
        """What it prints, in whole units."""
        return self.statement.lines[self.line].printed(self.column)

    @property
    def printed(self) -> str:
        """Its words, or the digits of its figure."""
        document = self.release.document
        cell = self.statement.lines[self.line].cells[self.column]
        if cell.figure >= 0:
            return document.figures[cell.figure].text.strip()
        return clean(document.text[cell.start : cell.end])

    @property
    def anchor(self) -> str:
        """Its place, as workpapers name it."""
        row = self.statement.lines[self.line].row
        return f"T{self.statement.table}.R{row + 1}.C{self.column + 1}"


def with_reported(book: Book, folder: Path) -> Book:
    """The book with every cell filled that its file leaves to the store.

    A cell is what the latest filing announced before the book's release tells of the line, which
    is known by its caption, else by its concept. Raises Misuse, with the place, where no filing
    tells it, one tells it in several ways, or only to fewer digits than the statement prints.
    """
    awaited = [
        (number, place)
        for number, statement in enumerate(book.statements)
        for place, line in enumerate(statement.lines)
        if AWAITED in line.cells
    ]
    if not awaited:
        return book
    if book.store is None:
        where = _place(book, *awaited[0])
        raise Misuse(f"{where}: its figures are from the store, and book.toml names none: write "
                     "[store] and path = \"filings.duckdb\" under it")  # fmt: skip
    search = _Search(book, _earlier(book, book.store, folder))
    statements = list(book.statements)
    reported: dict[tuple[int, int, int], Reported] = {}
    for number, place in awaited:
        line, found = search.filled(number, place)
        lines = list(statements[number].lines)
        lines[place] = line
        statements[number] = replace(statements[number], lines=tuple(lines))
        reported |= {(number, place, column): one for column, one in found.items()}
    return replace(book, statements=tuple(statements), reported=reported)


def _earlier(book: Book, stored: Stored, folder: Path) -> list[Release]:
    """The company's filings announced before the book's release, the latest first."""
    from tieout.store import open_store

    path = folder / stored.path
    company = book.company
    who = stored.company or Registrant(company.name, company.cik, company.ticker)
    with open_store(path, read_only=True) as store:
        held = store.releases(who)
    day = book.heading.date
    found = [one for one in held if (told := announced(one)) is not None and told < day]
    if not found:
        name = stored.company or company.name
        raise Misuse(f"{path} holds no filing of {name} announced before {spoken(day)}: add those "
                     "that reported the comparatives, with tieout store add")  # fmt: skip
    return found[::-1]


class _Search:
    """Looks for the lines of one book in filings."""

    def __init__(self, book: Book, releases: Sequence[Release]) -> None:
        """The filings, the latest first."""
        self._book = book
        self._figures = Figures(book)
        self._releases = releases
        self._keys: dict[int, list[str]] = {}

    def filled(self, number: int, place: int) -> tuple[Line, dict[int, Reported]]:
        """The line with the cells it awaits, and where each was taken from."""
        statement = self._book.statements[number]
        line = statement.lines[place]
        refuse = refusing(_place(self._book, number, place))
        hits: dict[int, _Hit] = {}
        for column, cell in enumerate(line.cells):
            period = statement.columns[column].period
            if cell == AWAITED and period is not None:
                hit = self._hit(number, place, period)
                if isinstance(hit, str):
                    refuse(f"{line.key or line.caption!r}: {hit}")
                hits[column] = hit
        power = self._figures.power(number, place)
        is_settled = line.decimals or any(is_number(cell) for cell in line.cells)
        places = line.decimals if is_settled else None
        cells = list(line.cells)
        for column, hit in hits.items():
            told = _cell(hit, power, places, self._book.style.nil)
            if told is None:
                refuse(f"{hit.release.document.name} states {hit.printed!r} at {hit.anchor}, which "
                       "is coarser than the statement prints: type the row in full")  # fmt: skip
            cells[column] = told
        if places is None:
            places = max((decimals(cell) for cell in cells if is_number(cell)), default=0)
        sources = {column: _reported(hit) for column, hit in hits.items()}
        return replace(line, cells=tuple(cells), decimals=places), sources

    def _hit(self, number: int, place: int, period: Period) -> _Hit | str:
        """The cell of the latest filing that tells the line's figure, or why there is none."""
        for release in self._releases:
            hits = list(self._hits(release, number, place, period))
            if (
                len({(hit.amount.value, hit.amount.unit) if hit.amount else None for hit in hits})
                > 1
            ):
                told = " and ".join(f"{hit.printed} at {hit.anchor}" for hit in hits[:3])
                return (
                    f"{release.document.name} states it in several ways for {period}, {told}: "
                    "give the line its concept, or type the row in full"
                )
            if hits:
                return hits[0]
        count = len(self._releases)
        filings = f"the {count} filings" if count > 1 else self._releases[0].document.name
        return (
            f"no figure for {period} stands in {filings} announced before: type the row in full, "
            "or add the filing that reports it to the store"
        )

    def _hits(self, release: Release, number: int, place: int, period: Period) -> Iterator[_Hit]:
        """The cells of a filing that tell the line's figure, as far as can be seen."""
        kind = self._book.statements[number].kind
        for statement in release.statements:
            if statement.kind == kind or (kind == "figures" and statement.is_face):
                lines = self._lines(statement, number, place)
                for column, told in enumerate(statement.columns):
                    if told.measure or told.dimensions:
                        continue
                    for at in lines:
                        line = statement.lines[at]
                        when = line.period or told.period
                        if when is None or not when.is_near(period):
                            continue
                        if column < len(line.cells) and line.cells[column].kind != "blank":
                            yield _Hit(release, statement, at, column)

    def _lines(self, statement: model.Statement, number: int, place: int) -> list[int]:
        """The lines of a filing's statement that are the book's: by caption, else by concept."""
        own = self._book.statements[number]
        line = own.lines[place]
        concept = self._figures.concept(number, place)
        alike = [
            at
            for at, other in enumerate(statement.lines)
            if not other.is_heading and not other.dimensions and other.unit is own.unit_of(line)
        ]
        keys = self._captions(statement)
        key = caption_key(_EXPRESSION.sub("0", line.caption))
        named = [at for at in alike if keys[at] == key]
        meant = [
            at
            for at in named or alike
            if concept in {statement.lines[at].concept, *feeds(statement.lines[at].concept)}
        ]
        return meant or named

    def _captions(self, statement: model.Statement) -> list[str]:
        """The captions of a filing's statement, as other filings would repeat them."""
        if id(statement) not in self._keys:
            self._keys[id(statement)] = [caption_key(line.caption) for line in statement.lines]
        return self._keys[id(statement)]


def _cell(hit: _Hit, power: int, places: int | None, nil: str) -> str | None:
    """The cell as a book keeps it, with so many decimals; None for one with too few digits."""
    cell = hit.statement.lines[hit.line].cells[hit.column]
    amount = hit.amount
    if cell.kind == "nil":
        return nil
    if amount is None:
        return hit.printed if canonical(hit.printed) is not None else f'"{hit.printed}"'
    percent = "%" if cell.is_percent else ""
    power = -2 if percent else power
    if amount.exponent > power:
        return None
    if places is not None and amount.exponent < power - places:
        exponent = power - places
        amount = Amount(rounded(amount.value, exponent), exponent, amount.unit)
    return grouped(amount.mantissa, amount.exponent - power).replace(",", "") + percent


def _reported(hit: _Hit) -> Reported:
    """Where a cell was taken from."""
    document = hit.release.document
    caption = clean(hit.statement.lines[hit.line].caption)
    return Reported(document.name, document.sha256, hit.anchor, hit.printed, caption)


def _place(book: Book, number: int, place: int) -> str:
    """Where a line stands."""
    return book.places.get(f"statements.{number}.lines.{place}", f"statement {number + 1}")

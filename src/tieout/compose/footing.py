"""Sums of a book's statements: totals that are what their lines add up to, sheets that balance."""

from tieout.compose.book import Book
from tieout.compose.figures import Figures
from tieout.errors import Misuse
from tieout.model.amount import Amount, foot, grouped

_ASSETS = "us-gaap:Assets"
_BOTH = "us-gaap:LiabilitiesAndStockholdersEquity"


def verify(book: Book) -> int:
    """How many totals were footed; raises Misuse for one that is not the sum of its lines."""
    figures = Figures(book)
    count = 0
    for number, statement in enumerate(book.statements):
        places = {line.key: place for place, line in enumerate(statement.lines) if line.key}
        for place, line in enumerate(statement.lines):
            if not line.sum:
                continue
            named = [(-1 if one.startswith("-") else 1, one.removeprefix("-")) for one in line.sum]
            parts = [(weight, places[key]) for weight, key in named]
            for column in range(len(line.cells)):
                if statement.columns[column].period is not None:  # percentages add up to nothing
                    count += _foots(figures, number, place, parts, column)
        if statement.kind == "balance_sheet":
            count += _balances(figures, number)
    return count


def _foots(
    figures: Figures, number: int, place: int, parts: list[tuple[int, int]], column: int
) -> bool:
    """True where a total was footed; raises Misuse where it is another sum."""
    total = figures.cell(number, place, column)
    found: list[tuple[int, Amount]] = []
    for weight, part in parts:
        line = figures.book.statements[number].lines[part]
        amount = figures.cell(number, part, column)
        if amount is None and line.cells and line.cells[column]:
            return False  # words stand there
        if amount is not None:
            found.append((weight, amount))
    if total is None or not found:
        return False
    footing = foot(total, found)
    if not footing.usual:
        line = figures.book.statements[number].lines[place]
        reported, computed = (
            _shown(figures, number, place, amount)
            for amount in (total, Amount(footing.computed, footing.exponent, total.unit))
        )
        raise Misuse(
            f"{_place(figures, number, place)}: {line.key or line.caption!r} does not foot in "
            f"{_column(figures, number, column)}: it is typed {reported}, and its lines sum to "
            f"{computed}"
        )
    return True


def _balances(figures: Figures, number: int) -> int:
    """How many columns balance; raises Misuse for one whose assets are not the other side's."""
    statement = figures.book.statements[number]
    sides = [_side(figures, number, concept) for concept in (_ASSETS, _BOTH)]
    if None in sides:
        return 0
    assets, other = (place for place in sides if place is not None)
    count = 0
    for column in range(len(statement.columns)):
        one, two = figures.cell(number, assets, column), figures.cell(number, other, column)
        if one is None or two is None:
            continue
        count += 1
        if not foot(one, [(1, two)]).usual:
            reported, computed = (
                _shown(figures, number, place, amount)
                for place, amount in ((assets, one), (other, two))
            )
            raise Misuse(
                f"{_place(figures, number, assets)}: the balance sheet does not balance in "
                f"{_column(figures, number, column)}: assets are {reported}, liabilities and "
                f"equity {computed}"
            )
    return count


def _side(figures: Figures, number: int, concept: str) -> int | None:
    """The line that totals a side: by its concept, else the last total over or under liabilities.

    A total whose caption is "Total" alone is told by where it stands.
    """
    statement = figures.book.statements[number]
    for place, line in enumerate(statement.lines):
        if line.cells and figures.concept(number, place) == concept:
            return place
    middle = next(
        (
            place
            for place, line in enumerate(statement.lines)
            if line.kind == "heading" and line.caption.lower().startswith("liabilities")
        ),
        None,
    )
    if middle is None:
        return None
    span = range(middle) if concept == _ASSETS else range(middle, len(statement.lines))
    totals = [place for place in span if statement.lines[place].kind == "total"]
    return totals[-1] if totals else None


def _place(figures: Figures, number: int, place: int) -> str:
    """Where a line stands."""
    known = figures.book.places.get(f"statements.{number}.lines.{place}")
    return known or f"statement {number + 1}, line {place + 1}"


def _column(figures: Figures, number: int, column: int) -> str:
    """A column by its period or its place."""
    period = figures.book.statements[number].columns[column].period
    return str(period) if period is not None else f"column {column + 1}"


def _shown(figures: Figures, number: int, place: int, amount: Amount) -> str:
    """An amount as its statement prints it."""
    power = figures.power(number, place) if amount.unit.is_scaled else 0
    return grouped(amount.mantissa, amount.exponent - power)

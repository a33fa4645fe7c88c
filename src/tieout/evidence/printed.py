"""A cell, a fact or a claim as a number in hand: its amount, its reach, how it is shown."""

from functools import lru_cache

from tieout.evidence.quantity import SCALES, Quantity, Style
from tieout.lexicon.currencies import sign_of
from tieout.lexicon.numbers import scale_power
from tieout.model.check import Ref
from tieout.model.claim import Claim
from tieout.model.figure import Figure
from tieout.model.interval import exactly
from tieout.model.statement import Fact, Line, Statement
from tieout.model.table import Reading
from tieout.model.unit import BASIS_POINTS, PURE, UNSAID, Unit
from tieout.model.workpaper import Release

_ZERO = exactly(0)
_PERCENT, _POINTS = Style("", -2, "%", brackets=True), Style("", 0, " basis points", brackets=True)
_CLAUSES = ("; ", ", net of ", " (", ", $", " -- ")


def of_cell(
    release: Release, document: int, statement: Statement, line: int, column: int
) -> Quantity | None:
    """A cell with the sign as printed; a nil cell is zero without a source; else None."""
    row = statement.lines[line]
    printed = row.printed(column)
    if printed is None:
        return None
    cell = row.cells[column]
    is_printed = cell.figure >= 0
    return Quantity(
        printed,
        (Ref(document, cell.figure),) if is_printed else (),
        printed if is_printed else "nil",
        short(row.caption),
        statement.columns[column].period,
        _cell_style(release, cell, row),
        wider=None if is_printed else _ZERO,
        is_total=row.is_total,
    )


def of_fact(release: Release, document: int, fact: Fact) -> Quantity:
    """A fact with XBRL's sign, shown as it is printed."""
    statement = release.statements[fact.statement]
    line = statement.lines[fact.line]
    return Quantity(
        fact.amount,
        (Ref(document, fact.figure),),
        fact.printed,
        short(fact.caption),
        fact.period,
        _caption_style(release, fact)
        if fact.in_caption
        else _cell_style(release, line.cells[fact.column], line),
        is_total=line.is_total,
        bound="concept" if statement.is_face else "caption",
    )


def of_claim(release: Release, document: int, claim: Claim) -> Quantity:
    """A claim with XBRL's sign, shown without one as prose tells it."""
    return Quantity(
        claim.amount,
        (Ref(document, claim.figure),),
        abs(claim.amount),
        claim.caption,
        claim.period,
        _prose_style(release.document.figures[claim.figure], claim),
        bound="digits" if claim.is_loose else "concept",
    )


def of_figure(release: Release, document: int, number: int) -> Quantity | None:
    """A figure of which nothing is known but how it is printed; None for what is no quantity."""
    figure = release.document.figures[number]
    if figure.amount is None:
        return None
    word, power = _scale(figure.text)
    style = Style(sign_of(figure.currency), power, f" {word}" if power else "")
    if figure.kind == "percent":
        style = Style("", -2, "%")
    return Quantity(figure.amount, (Ref(document, number),), figure.amount, "", None, style)


def _cell_style(release: Release, cell: Reading, line: Line) -> Style:
    """How a cell's figure is printed."""
    if cell.figure < 0:
        return Style(power=line.power, brackets=True)
    if (style := of_rate(cell)) is not None:
        return style
    printed = release.document.figures[cell.figure]
    if printed.kind == "percent":
        return _PERCENT
    power = 0 if cell.is_per_share else line.power
    return Style(sign_of(printed.currency), power, brackets=True)


def _caption_style(release: Release, fact: Fact) -> Style:
    """How a figure in a caption is printed."""
    printed = release.document.figures[fact.figure]
    sign = "" if printed.kind == "percent" else sign_of(printed.currency)
    power = fact.amount.exponent - (printed.amount.exponent if printed.amount is not None else 0)
    return Style(sign, power)


def of_rate(cell: Reading) -> Style | None:
    """How a percentage, or the change of one, is printed; None for amounts."""
    if cell.is_points:
        return _POINTS
    return _PERCENT if cell.is_percent else None


def unit_of_cell(cell: Reading) -> Unit:
    """What a cell counts by its own sign: a rate, its change, or what nothing says."""
    return PURE if cell.is_percent else BASIS_POINTS if cell.is_points else UNSAID


def _prose_style(figure: Figure, claim: Claim) -> Style:
    """How a claim's figure is printed."""
    if claim.amount.unit.is_points:
        return Style("", 0, " basis points")
    if figure.kind == "percent":
        return Style("", -2, "%")
    word, power = _scale(figure.text)
    if figure.amount is not None and claim.amount.exponent - figure.amount.exponent in SCALES:
        power = claim.amount.exponent - figure.amount.exponent  # "$(1.2) million"
        word = SCALES[power]
    return Style(sign_of(figure.currency), power, f" {word}" if power else "")


@lru_cache(maxsize=4096)
def _scale(text: str) -> tuple[str, int]:
    """The last word of a figure, and the power of ten that it says."""
    word = text.lower().split()[-1].rstrip("s")
    return word, scale_power(word)


@lru_cache(maxsize=4096)
def short(caption: str) -> str:
    """A caption without the figures it goes on to tell."""
    for clause in _CLAUSES:
        caption = caption.split(clause, 1)[0]
    return caption or "Line without a caption"

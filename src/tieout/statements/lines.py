"""The rows of a table as lines: sections, concepts, units, and what a printed sign means."""

import re
from collections.abc import Iterator, Sequence

from tieout.lexicon.entries import On
from tieout.lexicon.labels import concept_of, normal
from tieout.lexicon.units import Scale, is_per_share, own_power
from tieout.model.concept import feeds
from tieout.model.statement import Line
from tieout.model.table import Table, TableRow

_MAJOR = re.compile(r"[^a-z]+\Z")
_TOTAL = re.compile(r"\s*total\b", re.IGNORECASE)
_WORDS = re.compile(r"[a-z]{4,}")
_TAXES = re.compile(r" income tax(?:es)? ")
_FEW = frozenset({"total", "other", "less"})


def lines_of(table: Table, on: On, scale: Scale) -> tuple[Line, ...]:
    """Every row of the table as a line, under the sections it stands in."""
    return tuple(_lines(table.rows, on, scale))


def is_total(line: Line) -> bool:
    """True where a caption calls the line a total, or a figure stands under a column unnamed."""
    return bool(_TOTAL.match(line.caption)) or not line.caption


def signs(line: Line) -> set[int]:
    """The signs printed on the line: {1}, {-1}, both, or none where nothing but nil is."""
    printed = {cell.amount.mantissa for cell in line.cells if cell.kind == "number"}
    return {1 if mantissa > 0 else -1 for mantissa in printed if mantissa}


def _lines(rows: Sequence[TableRow], on: On, scale: Scale) -> Iterator[Line]:
    """The lines, each knowing the headings above it that no total has closed."""
    major, section = "", ""
    for number, row in enumerate(rows):
        path = " / ".join(words for words in (major, section) if words)
        depth = bool(major) + bool(section)
        if row.is_heading:
            if _MAJOR.match(row.caption):
                major, section, depth = row.caption, "", 0
            else:
                section, depth = row.caption, int(bool(major))
            yield Line(
                row.caption,
                row.spans,
                "",
                row.readings,
                depth,
                section=path,
                is_heading=True,
                row=number,
            )
            continue
        if section and _TOTAL.match(row.caption) and _closes(row.caption, section):
            section, depth = "", int(bool(major))
        yield _line(row, number, on, scale, path, depth)


def _closes(total: str, heading: str) -> bool:
    """True where a total names the heading it sums, or names nothing."""
    of_heading = set(_WORDS.findall(heading.lower())) - _FEW
    of_total = set(_WORDS.findall(total.lower())) - _FEW
    return not of_total or bool(of_heading & of_total)


def _line(row: TableRow, number: int, on: On, scale: Scale, path: str, depth: int) -> Line:
    """One row with figures: its concept, its unit and the power of ten of its figures."""
    concept = concept_of(row.caption, on, path)
    unit, power = concept.unit, own_power(row.caption)
    power = scale.money if power is None else power
    currency = next((cell.currency for cell in row.readings if cell.currency), "USD")
    if concept.unit == "shares":
        power = scale.shares
    elif concept.unit == "USD/shares" or is_per_share(row.caption):
        unit, power = f"{currency}/shares", 0
    elif any(
        cell.kind == "number"
        and cell.amount.unit == "pure"
        and cell.amount.exponent <= -2
        and "%" in row.caption
        for cell in row.readings
    ):
        unit, power = "pure", 0
    elif unit == "USD":
        unit = currency
    return Line(
        row.caption,
        row.spans,
        concept.name,
        row.readings,
        depth,
        power,
        unit,
        section=path,
        feeds=feeds(concept.name),
        row=number,
    )


def names_only_loss(caption: str) -> bool:
    """True where a caption speaks of a loss and of no income: "Net loss", "Gross loss"."""
    words = _TAXES.sub(" ", f" {normal(caption)} ")
    return " loss " in words and not re.search(r" (?:income|profit|earnings|gain) ", words)

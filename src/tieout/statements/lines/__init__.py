"""The rows of a table as lines: sections, concepts, units, and what a printed sign means."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct, structs

from tieout.lexicon.canonical import normal
from tieout.lexicon.entries import On
from tieout.lexicon.labels import concept_of, extension
from tieout.lexicon.per_share import on_another_basis
from tieout.lexicon.things import counts_things, is_average, measured_in, names_money, names_people
from tieout.lexicon.units import Scale, is_per_share, own_power, read_scale
from tieout.model.concept import feeds, wide
from tieout.model.exclusion import notes_of
from tieout.model.statement import Line
from tieout.model.table import Reading, Table, TableRow
from tieout.model.unit import COUNT, PER_SHARE, PURE, SHARES, Unit, unit_of
from tieout.statements.lines.classes import classed
from tieout.statements.lines.measures import (
    Measure,
    counts_shares,
    heading_measure,
    row_measure,
    says_only_which,
)

_MAJOR = re.compile(r"[^a-z]+\Z")
_TOTAL = re.compile(r"\s*total\b", re.IGNORECASE)
_WORDS = re.compile(r"[a-z]{4,}")
# "8% notes" are no percentages.
_PERCENT = re.compile(r"(?<![0-9])(?<![0-9] )(?:%|\bpercent(?:age)?\b)", re.IGNORECASE)
_ALL_PERCENT = re.compile(
    r"\W*(?:[a-z]+\s+){0,2}as\s+an?\s+(?:percent(?:age)?|%)\s+of\s+(?:[a-z]+\s+){0,2}(?:revenues?|sales)\W*"
    r"|\(?(?:in\s+)?(?:%|percent(?:ages?)?)\)?",
    re.IGNORECASE,
)
# Beside what a title says is counted in tons or shares, only these are in money.
_OF_MONEY = re.compile(
    r"\b(?:prices?|values?|costs?|revenues?|income|proceeds|expenses?|profit|earnings)\b",
    re.IGNORECASE,
)
_CENTS = re.compile(r"\bcents\b|\u00a2", re.IGNORECASE)
_UNITS = {"per share": PER_SHARE, "shares": SHARES, "ratios": PURE, "percent": PURE}
_BOTH = re.compile(r"\bdilut", re.IGNORECASE)
_TAXES = re.compile(r" income tax(?:es)? ")
_FEW = frozenset({"total", "other", "less"})


class Rows:
    """The rows of a table, or of a part of one, to be read as lines of a statement in a scale.

    `goes_on` is true of the rest of the table before. What holds on every kind of statement is
    worked out once, and the lines once for each place.
    """

    def __init__(
        self, table: Table, scale: Scale, titles: Sequence[str] = (), *, goes_on: bool = False
    ) -> None:
        """The rows of this table, in this scale, under these titles."""
        table = _without_notes(table)
        self.table, self.scale, self.titles, self.goes_on = table, scale, tuple(titles), goes_on
        self.headers = tuple(header.text for header in table.headers)
        is_share = any(map(_ALL_PERCENT.fullmatch, titles))
        self._placed = tuple(_placed(table.rows, table.first_row, scale, "%" if is_share else ""))
        self._lines: dict[On, tuple[Line, ...]] = {}
        self._concepts: dict[On, frozenset[str]] = {}

    def scaled(self, scale: Scale) -> "Rows":
        """The same rows in another scale."""
        return Rows(self.table, scale, self.titles, goes_on=self.goes_on)

    def on(self, on: On) -> tuple[Line, ...]:
        """Every row as a line of a kind of statement, under the sections it stands in."""
        if on not in self._lines:
            lines = tuple(_line(placed, on, self.scale) for placed in self._placed)
            parted = _parted(lines)
            self._lines[on] = _bridging(classed(parted) if on == "income" else parted)
        return self._lines[on]

    def concepts(self, on: On) -> frozenset[str]:
        """The concepts of the lines, each as wide as rules mean it."""
        if on not in self._concepts:
            self._concepts[on] = frozenset(wide(line.concept) for line in self.on(on))
        return self._concepts[on]


def _without_notes(table: Table) -> Table:
    """The table, numbers of notes as words: they are no amounts of their lines."""
    notes = frozenset(notes_of(table))
    if not notes:
        return table
    return structs.replace(
        table,
        rows=tuple(
            structs.replace(
                row,
                readings=tuple(
                    Reading("text", cell.start, cell.end) if cell.figure in notes else cell
                    for cell in row.readings
                ),
            )
            for row in table.rows
        ),
    )


def _parted(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, one that says neither basic nor diluted basic where another is diluted alone."""
    told = {line.concept for line in lines}
    basic_of = {
        both: halves[0]
        for both in told
        if len(halves := feeds(both)) > 1 and told.intersection(halves[1:])
    }
    return tuple(
        structs.replace(line, concept=basic_of[line.concept])
        if line.concept in basic_of and not _BOTH.search(line.caption)
        else line
        for line in lines
    )


def _bridging(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, those in cents between two amounts per share per share themselves.

    "Restructuring charges 0.10" leads from "Diluted earnings per share" to the adjusted one. None
    of the money above has so many digits behind the point.
    """
    finest = 0
    held: list[int] = []
    after: Unit | None = None
    found = list(lines)
    for number, line in enumerate(lines):
        if line.is_heading:
            continue
        if line.unit.is_per_share:
            for at in held if after is line.unit else ():
                found[at] = _per_share(lines[at], line.unit)
            held, after = [], line.unit
        elif after is not None and line.is_money and (_is_nil(line) or _digits(line) >= 2 > finest):
            held.append(number)
        else:
            held, after = [], None
            finest = max(finest, _digits(line, most=True) if line.is_money else 0)
    return tuple(found)


def _is_nil(line: Line) -> bool:
    """True for a line that prints dashes and no number."""
    return {cell.kind for cell in line.cells} - {"blank"} == {"nil"}


def _digits(line: Line, *, most: bool = False) -> int:
    """How many digits behind the point the line's figures have at least, or at most; of none, 0."""
    numbers = [cell for cell in line.cells if cell.kind == "number" and not cell.is_rate]
    digits = [-cell.amount.exponent for cell in numbers]
    return (max if most else min)(digits, default=0)


def _per_share(line: Line, unit: Unit) -> Line:
    """The line as an amount per share, its concept that of what it adjusts, for each share."""
    concept = extension(f"{line.caption} per share").name
    return structs.replace(line, concept=concept, unit=unit, power=0)


class _Over(Struct, frozen=True, gc=False):
    """What stands over a line: its section's path, and what headings say its figures are."""

    path: str = ""
    measure: Measure = ""
    measured: str = ""
    measuring: str = ""  # of `measured`, the heading that says what is measured


class _Placed(Struct, frozen=True, gc=False):
    """A row with its number, how deep it stands, what stands over it, and its readings there.

    `said` is its caption with the words that it leaves out after the row above; `part_of` the
    caption of the row above that it is set in under.
    """

    row: TableRow
    number: int
    depth: int
    over: _Over
    readings: tuple[Reading, ...]
    said: str
    currency: str = ""
    is_heading: bool = False
    part_of: str = ""


def _placed(
    rows: Sequence[TableRow], first: int, scale: Scale, sign: str = ""
) -> Iterator[_Placed]:
    """The rows, each knowing the headings above it that no total has closed.

    `sign` is "%" where titles say it of every figure.
    """
    major, section, above = "", "", ""
    whole: TableRow | None = None
    over, is_between = _Over(), False  # amounts per share stand above a count, and go on below
    for number, row in enumerate(rows, first):
        path = f"{major} / {section}" if major and section else major or section
        depth = bool(major) + bool(section)
        if row.is_heading:
            if _MAJOR.match(row.caption):
                major, section, depth = row.caption, "", 0
            else:
                section, depth = row.caption, int(bool(major))
            yield _Placed(
                row, number, depth, _Over(path), row.readings, row.caption, is_heading=True
            )
            over = _under(row.caption, _Over(over.path) if is_between else over)
            above, is_between, whole = "", False, None
            continue
        if section and _TOTAL.match(row.caption) and _closes(row.caption, section):
            section, depth = "", int(bool(major))
        measure = row_measure(row, over.measure, is_scaled=scale.money > 0)
        if is_between and says_only_which(row.caption):
            measure = ""  # "Diluted" behind a count of shares is the count of others
        own = _Over(path, measure, *((over.measured, over.measuring) if measure else ()))
        is_between = over.measure == "per share" and counts_shares(row.caption)
        over = over if is_between else own
        money = next((cell.currency for cell in row.readings if cell.currency), "")
        said = on_another_basis(row.caption, above)
        above = said
        readings = _percentages(row, "percent" if sign else measure, money)
        if whole is None or row.indent <= whole.indent:
            whole = row
        part_of = whole.caption if whole is not row else ""
        yield _Placed(row, number, depth, own, readings, said, money, part_of=part_of)


def _under(heading: str, over: _Over) -> _Over:
    """What a heading says of the lines under it; "Basic:" goes on with what stands above.

    A second one of its sort, "Assuming dilution:", ends it.
    """
    measure = heading_measure(heading, over.measure)
    if not measure:
        return _Over(over.path)
    if measure == over.measure and says_only_which(heading):
        return _Over(over.path, measure, f"{over.measuring} {heading}", over.measuring)
    return _Over(over.path, measure, heading, heading)


def _closes(total: str, heading: str) -> bool:
    """True where a total names the heading it sums, or names nothing."""
    of_heading = set(_WORDS.findall(heading.lower())) - _FEW
    of_total = set(_WORDS.findall(total.lower())) - _FEW
    return not of_total or bool(of_heading & of_total)


def _line(placed: _Placed, on: On, scale: Scale) -> Line:
    """A heading, or a row with its concept, its unit and the power of ten of its figures."""
    row, over = placed.row, placed.over
    if placed.is_heading:
        return Line(
            row.caption,
            row.spans,
            "",
            row.readings,
            placed.depth,
            section=over.path,
            is_heading=True,
            row=placed.number,
        )
    concept = concept_of(placed.said, on, over.path)
    if not over.measure and concept.unit.is_of_shares and _is_whole(row):
        concept = concept_of(placed.said, on)  # its figures are none of what the heading counts
    own = own_power(row.caption)
    heading = over.path.rpartition(" / ")[2]
    power = own if own is not None else _power_under(heading, scale)
    currency = scale.currency_of(placed.currency)
    unit = _unit(placed, concept.unit, on, scale)
    if over.measure and unit is not concept.unit and (not unit.is_pure or concept.is_known):
        words = f"{over.measured} {row.caption}"
        is_named = not unit.is_pure and says_only_which(row.caption)
        concept = concept_of(words, on, over.path) if is_named else extension(words)
    is_counted = unit.is_money or (unit.is_per_share and not concept.unit.is_money)
    if concept.unit.currency and concept.is_known and not is_counted:
        concept = extension(row.caption)  # "Gross margin 41.2%" is no gross profit
    if unit.is_shares:
        own = own_power(over.measured) if own is None else own
        power = scale.shares if own is None else own
    elif unit.is_per_share:
        power = 0
    elif unit is COUNT:
        power = own if own is not None else 0 if _is_whole(row) else scale.money
    elif not unit.is_money:
        measured = _measured(placed, heading, scale)
        said = scale.power_of(unit) if own is None else own
        power = said if measured is None else measured[1] or (0 if unit.currency else said)
    elif own is None and (
        is_average(row.caption, in_cents=_in_cents(row)) or _is_spared(row, scale)
    ):
        power = -2 if _CENTS.search(row.caption) else 0
    return Line(
        row.caption,
        row.spans,
        concept.name,
        placed.readings,
        placed.depth,
        power,
        unit.in_currency(currency),
        section=over.path,
        row=placed.number,
    )


def _is_whole(row: TableRow) -> bool:
    """True where no figure of the row has a digit behind the point."""
    numbers = (cell for cell in row.readings if cell.kind == "number" and not cell.is_rate)
    return all(cell.amount.exponent >= 0 for cell in numbers)


def _power_under(heading: str, scale: Scale) -> int:
    """The power of ten of money under a heading: its own, "(in thousands)", or the scale's."""
    own = read_scale([heading]) if heading and not heading_measure(heading, "") else scale
    return own.money if own.is_said else scale.money


def _measured(placed: _Placed, heading: str, scale: Scale) -> tuple[Unit, int] | None:
    """The physical unit of a row, as its caption names it, what stands over it, or the title."""
    own = measured_in(placed.row.caption)
    if own is not None or placed.over.measure:
        return own
    for words in filter(None, (placed.part_of, heading)):
        over = measured_in(words)
        if over is not None and bool(over[0].currency) >= bool(placed.currency):
            return over
    unit, power = scale.things
    if unit and not placed.currency and not _OF_MONEY.search(placed.row.caption):
        return unit_of(unit), power
    return None


def _in_cents(row: TableRow) -> bool:
    """True where every figure of the row has two digits or more behind the point."""
    amounts = [cell.amount for cell in row.readings if cell.kind == "number" and not cell.is_rate]
    return bool(amounts) and all(amount.exponent <= -2 for amount in amounts)


def _is_spared(row: TableRow, scale: Scale) -> bool:
    """True where the note that scales the table leaves out what the row names."""
    return scale.spares(row.caption) and (_in_cents(row) or not names_money(row.caption))


def _unit(placed: _Placed, named: Unit, on: On, scale: Scale) -> Unit:
    """The unit that the caption names, or its concept, or the headings above it."""
    row, measure = placed.row, placed.over.measure
    if measure == "shares" and is_per_share(row.caption):
        return SHARES  # "used in computing: basic earnings per share"
    if not named.is_money:
        return named
    if is_per_share(row.caption):
        return PER_SHARE
    if any(cell.is_rate for cell in row.readings) and _PERCENT.search(row.caption):
        return PURE
    if _is_ratio(placed.readings):
        return PURE
    if measure:
        return _UNITS[measure]
    heading = placed.over.path.rpartition(" / ")[2]
    if (measured := _measured(placed, heading, scale)) is not None:
        return measured[0]
    if not placed.currency and (
        counts_things(row.caption)
        or (on != "balance" and names_people(row.caption, heading))
        or (_is_whole(row) and scale.spares(row.caption) and not names_money(row.caption))
    ):
        return COUNT
    is_money = on == "cash" or bool(placed.currency)
    return SHARES if counts_shares(row.caption) and not is_money else named


def _is_ratio(readings: Sequence[Reading]) -> bool:
    """True where all that a row prints is percentages."""
    told = [cell for cell in readings if cell.kind in ("number", "nil")]
    return bool(told) and all(cell.is_rate for cell in told)


def _percentages(row: TableRow, measure: Measure, currency: str) -> tuple[Reading, ...]:
    """The row's readings; where percent is said over them, the figures without the sign too."""
    if currency or not (measure == "percent" or _PERCENT.search(row.caption)):
        return row.readings
    return tuple(cell.as_percent() for cell in row.readings)


def names_only_loss(caption: str) -> bool:
    """True where a caption speaks of a loss and of no income: "Net loss", "Gross loss"."""
    words = _TAXES.sub(" ", f" {normal(caption)} ")
    return " loss " in words and not re.search(r" (?:income|profit|earnings|gain) ", words)

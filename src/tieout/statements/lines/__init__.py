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
from tieout.patterns import pattern
from tieout.statements.lines.bridging import bridging
from tieout.statements.lines.classes import classed
from tieout.statements.lines.measures import (
    Measure,
    counts_shares,
    heading_measure,
    row_measure,
    says_only_which,
)
from tieout.statements.lines.shown import Shown, shown_by

_MAJOR = pattern(r"[^a-z]+\Z")
_TOTAL = pattern(r"\s*total\b", re.IGNORECASE)
_WORDS = pattern(r"[a-z]{4,}")
# "8% notes" are no percentages.
_PERCENT = pattern(r"(?<![0-9])(?<![0-9] )(?:%|\bpercent(?:age)?\b)", re.IGNORECASE)
_ALL_PERCENT = pattern(
    r"\W*(?:[a-z]+\s+){0,2}as\s+an?\s+(?:percent(?:age)?|%)\s+of\s+(?:[a-z]+\s+){0,2}(?:revenues?|sales)\W*"
    r"|\(?(?:in\s+)?(?:%|percent(?:ages?)?)\)?",
    re.IGNORECASE,
)
# Beside what a title says is counted in tons or shares, only these are in money.
_OF_MONEY = pattern(
    r"\b(?:prices?|values?|costs?|revenues?|income|proceeds|expenses?|profit|earnings)\b",
    re.IGNORECASE,
)
_CENTS = pattern(r"\bcents\b|\u00a2", re.IGNORECASE)
_UNITS = {"per share": PER_SHARE, "shares": SHARES, "ratios": PURE, "percent": PURE}
_BOTH = pattern(r"\bdilut", re.IGNORECASE)
_TAXES = pattern(r" income tax(?:es)? ")
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
            lines = tuple(
                [
                    one if isinstance(one, Line) else _line(one, on, self.scale)
                    for one in self._placed
                ]
            )
            parted = _parted(lines)
            self._lines[on] = bridging(classed(parted) if on == "income" else parted)
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
    if not basic_of:
        return lines
    return tuple(
        structs.replace(line, concept=basic_of[line.concept])
        if line.concept in basic_of and not _BOTH.search(line.caption)
        else line
        for line in lines
    )


class _Over(Struct, frozen=True, gc=False):
    """What stands over a line: its section's path, and what headings say its figures are."""

    path: str = ""
    measure: Measure = ""
    measured: str = ""
    measuring: str = ""  # of `measured`, the heading that says what is measured


class _Placed(Struct, frozen=True, gc=False):
    """A row with figures, with its number, how deep it stands, what stands over it, its readings.

    `said` is its caption with the words that it leaves out after the row above; `heading` is the
    nearest, with the power of ten of money under it, and `part_of` the caption of the row above
    that it is set in under. `is_ratio` is true where all that it prints there is percentages.
    """

    row: TableRow
    number: int
    depth: int
    over: _Over
    readings: tuple[Reading, ...]
    shown: Shown
    is_ratio: bool
    said: str
    heading: str
    power: int
    currency: str = ""
    part_of: str = ""


def _placed(
    rows: Sequence[TableRow], first: int, scale: Scale, sign: str = ""
) -> Iterator[_Placed | Line]:
    """The rows, each knowing the headings above it that no total has closed; headings are lines.

    `sign` is "%" where titles say it of every figure.
    """
    major, section, above = "", "", ""
    whole: TableRow | None = None
    over, is_between = _Over(), False  # amounts per share stand above a count, and go on below
    under, heading, power = "", "", scale.money
    for number, row in enumerate(rows, first):
        path = f"{major} / {section}" if major and section else major or section
        depth = bool(major) + bool(section)
        if row.is_heading:
            if _MAJOR.match(row.caption):
                major, section, depth = row.caption, "", 0
            else:
                section, depth = row.caption, int(bool(major))
            yield _as_heading(row, number, depth, path)
            over = _under(row.caption, _Over(over.path) if is_between else over)
            above, is_between, whole = "", False, None
            continue
        if section and _TOTAL.match(row.caption) and _closes(row.caption, section):
            section, depth = "", int(bool(major))
        if path != under:
            under, heading = path, path.rpartition(" / ")[2]
            power = _power_under(heading, scale)
        shown = shown_by(row.readings)
        currency = next((cell.currency for cell in row.readings if cell.currency), "")
        measure = row_measure(row, over.measure, is_scaled=scale.money > 0)
        if is_between and says_only_which(row.caption):
            measure = ""  # "Diluted" behind a count of shares is the count of others
        own = _Over(path, measure, *((over.measured, over.measuring) if measure else ()))
        is_between = over.measure == "per share" and counts_shares(row.caption)
        over = over if is_between else own
        above = on_another_basis(row.caption, above)
        if whole is None or row.indent <= whole.indent:
            whole = row
        readings = _percentages(row, "percent" if sign else measure, currency)
        yield _Placed(
            row,
            number,
            depth,
            own,
            readings,
            shown,
            (shown if readings is row.readings else shown_by(readings)).is_ratio,
            above,
            heading,
            power,
            currency,
            whole.caption if whole is not row else "",
        )


def _as_heading(row: TableRow, number: int, depth: int, path: str) -> Line:
    """A heading as a line, which is the same on every kind of statement."""
    return Line(
        row.caption,
        row.spans,
        "",
        row.readings,
        depth,
        section=path,
        is_heading=True,
        row=number,
    )


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
    """A row with its concept, its unit and the power of ten of its figures."""
    row, over, shown = placed.row, placed.over, placed.shown
    concept = concept_of(placed.said, on, over.path)
    if not over.measure and concept.unit.is_of_shares and shown.is_whole:
        concept = concept_of(placed.said, on)  # its figures are none of what the heading counts
    own = own_power(row.caption)
    power = own if own is not None else placed.power
    unit = _unit(placed, concept.unit, on, scale)
    if over.measure and unit is not concept.unit and (not unit.is_pure or concept.is_known):
        words = f"{over.measured} {row.caption}"
        is_named = not unit.is_pure and says_only_which(row.caption)
        concept = concept_of(words, on, over.path) if is_named else extension(words)
    is_counted = unit.is_money or (unit.is_per_share and not concept.unit.is_money)
    if not is_counted and concept.unit.currency and concept.is_known:
        concept = extension(row.caption)  # "Gross margin 41.2%" is no gross profit
    if unit.is_shares:
        own = own_power(over.measured) if own is None else own
        power = scale.shares if own is None else own
    elif unit.is_per_share:
        power = 0
    elif unit is COUNT:
        power = own if own is not None else 0 if shown.is_whole else scale.money
    elif not unit.is_money:
        measured = _measured(placed, scale)
        said = scale.power_of(unit) if own is None else own
        power = said if measured is None else measured[1] or (0 if unit.currency else said)
    elif own is None and (
        is_average(row.caption, in_cents=shown.is_in_cents) or _is_spared(placed, scale)
    ):
        power = -2 if _CENTS.search(row.caption) else 0
    return Line(
        row.caption,
        row.spans,
        concept.name,
        placed.readings,
        placed.depth,
        power,
        unit.in_currency(scale.currency_of(placed.currency)),
        section=over.path,
        row=placed.number,
    )


def _power_under(heading: str, scale: Scale) -> int:
    """The power of ten of money under a heading: its own, "(in thousands)", or the scale's."""
    own = read_scale([heading]) if heading and not heading_measure(heading, "") else scale
    return own.money if own.is_said else scale.money


def _measured(placed: _Placed, scale: Scale) -> tuple[Unit, int] | None:
    """The physical unit of a row, as its caption names it, what stands over it, or the title."""
    own = measured_in(placed.row.caption)
    if own is not None or placed.over.measure:
        return own
    for words in (placed.part_of, placed.heading):
        over = measured_in(words) if words else None
        if over is not None and bool(over[0].currency) >= bool(placed.currency):
            return over
    unit, power = scale.things
    if unit and not placed.currency and not _OF_MONEY.search(placed.row.caption):
        return unit_of(unit), power
    return None


def _is_spared(placed: _Placed, scale: Scale) -> bool:
    """True where the note that scales the table leaves out what the row names."""
    caption = placed.row.caption
    return scale.spares(caption) and (placed.shown.is_in_cents or not names_money(caption))


def _unit(placed: _Placed, named: Unit, on: On, scale: Scale) -> Unit:
    """The unit that the caption names, or its concept, or the headings above it."""
    caption, shown, measure = placed.row.caption, placed.shown, placed.over.measure
    if measure == "shares" and is_per_share(caption):
        return SHARES  # "used in computing: basic earnings per share"
    if not named.is_money:
        return named
    if is_per_share(caption):
        return PER_SHARE
    if shown.rates and _says_percent(caption):
        return PURE
    if placed.is_ratio:
        return PURE
    if measure:
        return _UNITS[measure]
    if (measured := _measured(placed, scale)) is not None:
        return measured[0]
    if not placed.currency and (
        counts_things(caption)
        or (on != "balance" and names_people(caption, placed.heading))
        or (shown.is_whole and scale.spares(caption) and not names_money(caption))
    ):
        return COUNT
    is_money = on == "cash" or bool(placed.currency)
    return SHARES if not is_money and counts_shares(caption) else named


def _percentages(row: TableRow, measure: Measure, currency: str) -> tuple[Reading, ...]:
    """The row's readings; where percent is said over them, the figures without the sign too."""
    if currency or not (measure == "percent" or _says_percent(row.caption)):
        return row.readings
    return tuple(cell.as_percent() for cell in row.readings)


def _says_percent(caption: str) -> bool:
    """True where a caption says percent of its figures."""
    is_told = "%" in caption or "percent" in caption.lower()
    return is_told and _PERCENT.search(caption) is not None


def names_only_loss(caption: str) -> bool:
    """True where a caption speaks of a loss and of no income: "Net loss", "Gross loss"."""
    if "loss" not in (plain := normal(caption)):
        return False
    words = _TAXES.sub(" ", f" {plain} ")
    return " loss " in words and not re.search(r" (?:income|profit|earnings|gain) ", words)

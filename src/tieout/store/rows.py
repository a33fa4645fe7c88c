"""The rows of each table, field by field as schema.sql has them behind the document's hash."""

from datetime import date

from msgspec import Struct


class Document(Struct, frozen=True, gc=False, array_like=True):
    """What a document is, and who files it."""

    name: str
    format: str
    kind: str
    registrant: str
    company: str
    cik: str
    ticker: str
    headline: str
    form_type: str
    accession_number: str
    filed: date | None
    announced: date | None
    fiscal_year: int | None
    fiscal_quarter: int | None
    period_end: date | None


class Run(Struct, frozen=True, gc=False, array_like=True):
    """How a document's figures ended, by which version."""

    tieout: str
    figures: int
    agrees: int
    rounds: int
    differs: int
    not_tested: int
    excluded: int
    errors: int
    warnings: int


class Statement(Struct, frozen=True, gc=False, array_like=True):
    """A statement as classified."""

    number: int
    kind: str
    title: str
    scale: int
    unit: str
    audited: bool | None
    is_face: bool


class Column(Struct, frozen=True, gc=False, array_like=True):
    """A column of a statement."""

    statement: int
    number: int
    header: str
    period_start: date | None
    period_end: date | None
    dimensions: str
    measure: str


class Line(Struct, frozen=True, gc=False, array_like=True):
    """A line of a statement; its amounts are facts."""

    statement: int
    number: int
    caption: str
    concept: str
    depth: int
    unit: str
    section: str
    is_heading: bool
    is_total: bool


class Fact(Struct, frozen=True, gc=False, array_like=True):
    """A concept in a period with an amount."""

    number: int
    statement: int
    line: int
    column: int
    figure: int
    concept: str
    caption: str
    period_start: date | None
    period_end: date | None
    dimensions: str
    unit: str
    value: str | None
    printed: str | None
    decimals: int
    digits: str | None
    anchor: str
    named_by: str
    likely: str
    likely_value: str | None
    equivalents: str


class Claim(Struct, frozen=True, gc=False, array_like=True):
    """A number asserted in prose."""

    number: int
    figure: int
    form: str
    concept: str
    caption: str
    period_start: date | None
    period_end: date | None
    against_start: date | None
    against_end: date | None
    dimensions: str
    unit: str
    value: str | None
    decimals: int
    digits: str | None
    sentence: str


class Check(Struct, frozen=True, gc=False, array_like=True):
    """One rule applied to one figure."""

    number: int
    rule: str
    name: str
    tick: str
    outcome: str
    severity: str
    figure: int
    reported: str
    expected: str
    difference: str
    formula: str
    message: str
    reason: str
    cause: str
    is_lead: bool
    bound: str
    ground: str
    bits: int | None


class Operand(Struct, frozen=True, gc=False, array_like=True):
    """A figure a check rests on."""

    check: int
    number: int
    figure: int
    pinned: bool


class Figure(Struct, frozen=True, gc=False, array_like=True):
    """A figure and its one ending."""

    number: int
    start: int
    stop: int
    text: str
    kind: str
    outcome: str
    reason: str


TABLES: dict[str, type[Struct]] = {
    "document": Document,
    "run": Run,
    "statement": Statement,
    "column": Column,
    "line": Line,
    "fact": Fact,
    "claim": Claim,
    "check": Check,
    "operand": Operand,
    "figure": Figure,
}
"""Every table that is written row by row, by its name; `workpaper` is the one beside them."""

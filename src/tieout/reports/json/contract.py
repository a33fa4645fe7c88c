"""The workpaper's JSON as types: the schema file is generated from these.

Names and meanings are a contract with every program that reads a workpaper: keys may be added,
never renamed. `python -m tieout.reports.json > docs/workpaper.schema.json` writes the schema anew.
"""

from datetime import date
from typing import Annotated, Literal, TypeAlias

import msgspec
from msgspec import Meta, Struct

from tieout.model.accepted import Said, Standing
from tieout.model.check import Cause, Ending, Ground, Outcome, Severity
from tieout.model.claim import ClaimForm
from tieout.model.document import Filing
from tieout.model.figure import FigureKind
from tieout.model.measures import MeasureNews
from tieout.model.statement import NamedBy, StatementKind
from tieout.model.table import ReadingKind
from tieout.model.understanding import Understanding
from tieout.model.workpaper import DocumentKind, Standards
from tieout.reports.json.announced import Form8K, Release, Span

FORMAT: Literal["tieout-workpaper/1"] = "tieout-workpaper/1"

Role: TypeAlias = Literal["subject", "companion", "prior", "later", "draft", "support"]
Number: TypeAlias = Annotated[
    str, Meta(pattern=r"^-?\d+(\.\d+)?$", description="in whole units, as digits")
]
PeriodText: TypeAlias = Annotated[
    str,
    Meta(
        pattern=r"^\d{4}-\d{2}-\d{2}(/\d{4}-\d{2}-\d{2})?$",
        description="an instant, or a duration with both days inside it",
    ),
]


class Column(Struct, frozen=True, gc=False):
    """A column of a statement."""

    period: PeriodText | None
    header: str
    dimensions: dict[str, str]


class Cell(Struct, frozen=True, gc=False):
    """A cell as read; `value` has the sign as printed, and is null where no number stands."""

    reading: ReadingKind
    text: str
    value: Number | None
    span: Span


class Line(Struct, frozen=True, gc=False):
    """A line of a statement, one cell a column."""

    caption: str
    concept: str
    depth: int
    unit: str
    heading: bool
    section: str
    spans: tuple[Span, ...]
    cells: tuple[Cell, ...]


class Sum(Struct, frozen=True, gc=False):
    """A total line, and the lines that make it with their weights."""

    total: int
    parts: tuple[tuple[int, int], ...]


class Statement(Struct, frozen=True, gc=False):
    """A statement as understood."""

    id: str
    kind: StatementKind
    title: str
    scale: int
    unit: str
    audited: bool | None
    columns: tuple[Column, ...]
    calculation: tuple[Sum, ...]
    lines: tuple[Line, ...]


class Document(Struct, frozen=True, gc=False):
    """A document read: what it says it is, and its statements.

    `is_slides` is true for a presentation, whose pages are slides.
    `standards` are what it says that its statements follow; null where it does not say. Under
    IFRS concepts are of ifrs-full. `tied` and `differing` are how many figures of the subject tie
    to it and how many do not; null for the subject and its draft. `is_foreign` is true of another
    company's document, `is_redraft` of one that may be an earlier draft of the subject.
    """

    id: str
    name: str
    sha256: str
    kind: DocumentKind
    role: Role
    form8k: Form8K | None
    release: Release | None
    statements: tuple[Statement, ...]
    filing: Filing | None
    is_slides: bool
    standards: Standards | None
    tied: int | None = None
    differing: int | None = None
    is_foreign: bool = False
    is_redraft: bool = False


class Fact(Struct, frozen=True, gc=False):
    """A concept in a period with an amount: `value` has XBRL's sign, `printed` the page's.

    `named_by` says who names the concept: the lexicon, the caption (an extension), or filers of
    such lines, whose name is likely and proves nothing. `equivalents` are other elements that
    filers use for such lines.
    """

    id: str
    document: str
    concept: str
    caption: str
    period: PeriodText | None
    unit: str
    value: Number
    printed: Number
    decimals: int
    dimensions: dict[str, str]
    statement: str
    text: str
    span: Span
    anchor: str
    figure: int
    named_by: NamedBy
    equivalents: tuple[str, ...]


class Claim(Struct, frozen=True, gc=False):
    """A number asserted in prose, and how its figure ended."""

    id: str
    document: str
    text: str
    span: Span
    sentence: Span
    form: ClaimForm
    value: Number
    unit: str
    concept: str
    caption: str
    period: PeriodText | None
    against: PeriodText | None
    dimensions: dict[str, str]
    outcome: Ending
    reason: str | None


class Place(Struct, frozen=True, gc=False):
    """A printed figure, in the document it stands in."""

    document: str
    span: Span
    text: str


class Operand(Struct, frozen=True, gc=False, omit_defaults=True):
    """A figure a check rests on; a pinned one is proven by it.

    Of a workbook that supports the figures, `cell` is where it stands: "TB!C14".
    """

    document: str
    span: Span
    text: str
    pinned: bool
    cell: str = ""


class Check(Struct, frozen=True, gc=False):
    """One rule applied to one figure."""

    id: str
    rule: str
    name: str
    tick: str
    outcome: Outcome
    severity: Severity
    subject: Place
    operands: tuple[Operand, ...]
    reported: str
    expected: str
    difference: str
    formula: str
    message: str
    reason: str | None
    cause: Cause
    ground: Ground | None


class Figure(Struct, frozen=True, gc=False):
    """A figure of the subject and its one ending."""

    document: str
    span: Span
    text: str
    kind: FigureKind
    outcome: Ending
    reason: str | None
    checks: tuple[str, ...]


class Coverage(Struct, frozen=True, gc=False, rename={"not_tested": "not-tested"}):
    """How many figures the subject has, and how many ended in each way; the five add up."""

    figures: int
    agrees: int
    rounds: int
    differs: int
    not_tested: int
    excluded: int


class Suspect(Struct, frozen=True, gc=False):
    """A figure that would explain differences: as it is printed, and what it would be."""

    figure: Place
    reported: str
    wanted: str


class Blame(Struct, frozen=True, gc=False):
    """Checks that differ and would all agree, were one figure another number.

    Of several suspects any one would do, and nothing says which it is.
    """

    checks: tuple[str, ...]
    suspects: tuple[Suspect, ...]


class Accepted(Struct, frozen=True, gc=False):
    """What a person said: a difference accepted, a lead dismissed, a figure ticked by hand.

    `standing` says whether it holds, and `why` what has changed where it does not. `checks` are
    those it settles, and `figure` where it stands, as far as it was found. From `rule` to
    `occurrence` it is as the file keeps it: in names of us-gaap, and as it was printed then.
    """

    id: str
    said: Said
    standing: Standing
    why: str | None
    figure: Place | None
    checks: tuple[str, ...]
    rule: str | None
    concept: str
    period: PeriodText | None
    dimensions: dict[str, str]
    reported: str
    expected: str
    operands: tuple[str, ...]
    words: str
    occurrence: int
    reason: str | None
    support: str | None
    file: str | None
    sha256: str | None
    by: str
    on: date | None


class ByPeople(Struct, frozen=True, gc=False):
    """How many figures people answered for; none of them ends otherwise in the coverage for it.

    The dismissed and the ticked ones are among those not tested.
    """

    accepted: int = 0
    dismissed: int = 0
    ticked: int = 0


class Changed(Struct, frozen=True, gc=False):
    """A figure that stands in both drafts with two values."""

    was: Place
    now: Place


class LostTick(Struct, frozen=True, gc=False):
    """A figure that ticked in the previous draft and does not now."""

    was: Place
    now: Place
    why: str


class FixedFinding(Struct, frozen=True, gc=False):
    """A finding of the previous draft that is none of this one; its subject stands there."""

    rule: str
    name: str
    severity: Severity
    subject: Place
    message: str


class Draft(Struct, frozen=True, gc=False):
    """What changed since the previous draft; `unchanged` counts the figures equal in value.

    `ticks_kept` rest on unchanged figures alone, `ticks_renewed` also on others; both name the
    figures of this draft. `findings_new` and `findings_open` are among the checks.
    """

    document: str
    unchanged: int
    changed: tuple[Changed, ...]
    added: tuple[Place, ...]
    removed: tuple[Place, ...]
    ticks_kept: tuple[Place, ...]
    ticks_renewed: tuple[Place, ...]
    ticks_lost: tuple[LostTick, ...]
    ticks_gained: tuple[Place, ...]
    findings_fixed: tuple[FixedFinding, ...]
    findings_new: tuple[str, ...]
    findings_open: tuple[str, ...]


class Since(Struct, frozen=True, gc=False):
    """What became of the measures of the release before, which is one of the documents."""

    document: str
    measures: tuple[MeasureNews, ...]


class Workpaper(Struct, frozen=True, gc=False):
    """Everything read and concluded: documents, facts, claims, checks, figures, coverage.

    `tieout` is the version that concluded it. `draft` is null where no previous draft was given;
    that is the last of the documents then, and its facts and claims are not listed. `leads` are
    those checks again that are worth a person's look, not proven and not dismissed, the likeliest
    first. `accepted` is what people said, `by_people` how many figures that is. `blames` are the
    checks that differ for one figure's sake.
    """

    format: Literal["tieout-workpaper/1"]
    tieout: str
    documents: tuple[Document, ...]
    facts: tuple[Fact, ...]
    claims: tuple[Claim, ...]
    checks: tuple[Check, ...]
    leads: tuple[Check, ...]
    figures: tuple[Figure, ...]
    coverage: Coverage
    understood: Understanding
    draft: Draft | None
    since: Since | None
    accepted: tuple[Accepted, ...]
    by_people: ByPeople
    blames: tuple[Blame, ...] = ()


def schema() -> bytes:
    """The JSON Schema (2020-12) of a workpaper, indented, one newline at the end."""
    described = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        **msgspec.json.schema(Workpaper),
    }
    return msgspec.json.format(msgspec.json.encode(described), indent=1) + b"\n"

"""A workpaper in rows: the same numbers, one row a noun, as schema.sql's tables take them."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from msgspec import Struct

from tieout import __version__
from tieout.lexicon.equivalents import equivalents
from tieout.lexicon.ifrs import reported
from tieout.model.amount import Amount
from tieout.model.period import Period
from tieout.model.registrant import registrant
from tieout.model.relation import announced
from tieout.model.statement import Dimensions
from tieout.model.workpaper import Release, Workpaper
from tieout.store import rows

_BEFORE, _BEHIND = 26, 12
"""Digits that a DECIMAL(38,12) holds before the point and behind it."""


def tabulated(
    workpaper: Workpaper, wanted: Collection[str] = rows.TABLES
) -> dict[str, Sequence[Struct]]:
    """The rows of each table that is wanted, those of the subject alone."""
    release = reported(workpaper.subject)
    made: dict[str, Iterator[Struct]] = {
        "document": _document(release),
        "run": _run(workpaper),
        "statement": _statements(release),
        "column": _columns(release),
        "line": _lines(release),
        "fact": _facts(release),
        "claim": _claims(release),
        "check": _checks(workpaper),
        "operand": _operands(workpaper),
        "figure": _figures(workpaper),
    }
    return {name: list(one) for name, one in made.items() if name in wanted}


def digits_beyond(tables: dict[str, Sequence[Struct]]) -> int:
    """How many amounts have more digits than a column of amounts holds."""
    amounts = (row for name in ("fact", "claim") for row in tables[name])
    return sum(getattr(row, "digits", None) is not None for row in amounts)


def _document(release: Release) -> Iterator[rows.Document]:
    """What the document is, and who files it."""
    document, heading, calendar = release.document, release.announcement, release.calendar
    filing, who = document.filing, registrant(release)
    form = release.form.form_type if release.form else ""
    yield rows.Document(
        document.name,
        document.format,
        release.kind,
        who.name,
        who.key,
        who.cik,
        who.ticker,
        heading.headline if heading else "",
        filing.form_type if filing and filing.form_type else form,
        filing.accession_number if filing else "",
        filing.filed if filing else None,
        announced(release),
        calendar.fiscal_year if calendar else None,
        calendar.fiscal_quarter if calendar else None,
        calendar.period_end if calendar else None,
    )


def _run(workpaper: Workpaper) -> Iterator[rows.Run]:
    """How the figures ended."""
    counts, findings = workpaper.coverage, workpaper.findings
    errors = sum(finding.severity == "error" for finding in findings)
    yield rows.Run(
        __version__,
        counts["figures"],
        counts["agrees"],
        counts["rounds"],
        counts["differs"],
        counts["not-tested"],
        counts["excluded"],
        errors,
        len(findings) - errors,
    )


def _statements(release: Release) -> Iterator[rows.Statement]:
    """Every statement, in the order of the document."""
    for n, s in enumerate(release.statements):
        yield rows.Statement(n, s.kind, s.title, s.scale, s.unit.text, s.audited, s.is_face)


def _columns(release: Release) -> Iterator[rows.Column]:
    """Every column of every statement."""
    for number, statement in enumerate(release.statements):
        for position, column in enumerate(statement.columns):
            yield rows.Column(
                number,
                position,
                column.header,
                *_days(column.period),
                _words(column.dimensions),
                column.measure,
            )


def _lines(release: Release) -> Iterator[rows.Line]:
    """Every line of every statement."""
    for number, statement in enumerate(release.statements):
        for position, line in enumerate(statement.lines):
            yield rows.Line(
                number,
                position,
                line.caption,
                line.concept,
                line.depth,
                line.unit.text,
                line.section,
                line.is_heading,
                line.is_total,
            )


def _facts(release: Release) -> Iterator[rows.Fact]:
    """Every fact, in the order of the workpaper's."""
    for number, fact in enumerate(release.facts):
        fits = _fits(fact.amount)
        yield rows.Fact(
            number,
            fact.statement,
            fact.line,
            fact.column,
            fact.figure,
            fact.concept,
            fact.caption,
            *_days(fact.period),
            _words(fact.dimensions),
            fact.amount.unit.text,
            str(fact.amount) if fits else None,
            str(fact.printed) if fits else None,
            fact.amount.decimals,
            None if fits else str(fact.amount),
            fact.anchor,
            fact.named_by,
            fact.name if fact.likely else "",
            str(fact.value) if fact.likely and fits else None,
            " ".join(equivalents(fact.name)),
        )


def _claims(release: Release) -> Iterator[rows.Claim]:
    """Every claim, in reading order."""
    text = release.document.text
    for number, claim in enumerate(release.claims):
        fits = _fits(claim.amount)
        yield rows.Claim(
            number,
            claim.figure,
            claim.form,
            claim.concept,
            claim.caption,
            *_days(claim.period),
            *_days(claim.against),
            _words(claim.dimensions),
            claim.amount.unit.text,
            str(claim.amount) if fits else None,
            claim.amount.decimals,
            None if fits else str(claim.amount),
            claim.sentence.of(text),
        )


def _checks(workpaper: Workpaper) -> Iterator[rows.Check]:
    """Every check of a figure of the subject."""
    for number, check in enumerate(workpaper.checks):
        if check.subject.document == 0:
            yield rows.Check(
                number,
                check.rule,
                check.name,
                check.tick,
                check.outcome,
                check.severity,
                check.subject.figure,
                check.reported,
                check.expected,
                check.difference,
                check.formula,
                check.message,
                check.reason,
                check.cause,
                check.is_lead,
                " ".join(check.ground.bound) if check.ground else "",
                check.ground.says if check.ground else "",
                check.ground.bits if check.ground else None,
            )


def _operands(workpaper: Workpaper) -> Iterator[rows.Operand]:
    """Every figure of the subject that a check of one rests on."""
    for number, check in enumerate(workpaper.checks):
        if check.subject.document == 0:
            for position, operand in enumerate(check.operands):
                if operand.ref.document == 0:
                    yield rows.Operand(number, position, operand.ref.figure, operand.pinned)


def _figures(workpaper: Workpaper) -> Iterator[rows.Figure]:
    """Every figure of the subject with its ending."""
    document = workpaper.subject.document
    pairs = zip(document.figures, workpaper.endings, strict=True)
    for number, (figure, ending) in enumerate(pairs):
        yield rows.Figure(
            number,
            figure.start,
            figure.end,
            figure.text,
            figure.kind,
            ending.outcome,
            ending.reason,
        )


def _fits(amount: Amount) -> bool:
    """True where a column of amounts holds every digit of the number."""
    whole, _, behind = str(amount).lstrip("-").partition(".")
    return len(whole) <= _BEFORE and len(behind) <= _BEHIND


def _days(period: Period | None) -> tuple[date | None, date | None]:
    """The first and the last day of a period; an instant has no first."""
    return (None, None) if period is None else (period.start, period.end)


def _words(dimensions: Dimensions) -> str:
    """Dimensions as one text."""
    return "; ".join(f"{axis}={member}" for axis, member in dimensions)

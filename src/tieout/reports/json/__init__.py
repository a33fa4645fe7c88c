"""The workpaper as JSON, in the format the contract fixes."""

from datetime import date

import msgspec
from msgspec import structs

from tieout import __version__
from tieout.lexicon.equivalents import equivalents
from tieout.lexicon.ifrs import outward
from tieout.model.announcement import Announcement, Dated, Form8K
from tieout.model.bearing import bearings
from tieout.model.check import Blame, Check, Operand, Ref
from tieout.model.claim import Claim
from tieout.model.document import Filing
from tieout.model.measures import Since
from tieout.model.period import Period
from tieout.model.statement import Fact, Line, Statement
from tieout.model.understanding import understanding
from tieout.model.workpaper import Release, Workpaper
from tieout.reports._accepted import counts as by_people
from tieout.reports._words import roles
from tieout.reports.json import accepted, announced, contract, redraft

ELSEWHERE = "not the document under test"


def render(workpaper: Workpaper) -> bytes:
    """The workpaper's JSON, UTF-8, on one line."""
    return msgspec.json.encode(contracted(workpaper))


def contracted(workpaper: Workpaper) -> contract.Workpaper:
    """The workpaper in the contract's types."""
    workpaper = outward(workpaper)
    releases = tuple(enumerate(workpaper.releases))
    facts = ((d, release, fact) for d, release in releases for fact in release.facts)
    claims = ((d, release, claim) for d, release in releases for claim in release.claims)
    counts = workpaper.coverage
    numbers = {id(check): number for number, check in enumerate(workpaper.checks)}
    checks = {number: _check(number, workpaper, one) for number, one in enumerate(workpaper.checks)}
    return contract.Workpaper(
        contract.FORMAT,
        __version__,
        _documents(workpaper),
        tuple(_fact(n, d, release, fact) for n, (d, release, fact) in enumerate(facts)),
        tuple(_claim(n, d, workpaper, claim) for n, (d, _, claim) in enumerate(claims)),
        tuple(checks.values()),
        tuple(checks[numbers[id(lead)]] for lead in workpaper.leads),
        tuple(_figures(workpaper)),
        contract.Coverage(**{way.replace("-", "_"): count for way, count in counts.items()}),
        understanding(workpaper),
        redraft.drafted(workpaper),
        _since(workpaper.since),
        accepted.told(workpaper),
        contract.ByPeople(**by_people(workpaper)),
        tuple(_blame(workpaper, one) for one in workpaper.blames),
    )


def _documents(workpaper: Workpaper) -> tuple[contract.Document, ...]:
    """Every document with its role; the previous draft, which proves nothing, is the last."""
    named: list[tuple[Release, contract.Role]] = [
        *zip(workpaper.releases, roles(workpaper), strict=True)
    ]
    if workpaper.draft is not None:
        named.append((workpaper.draft.subject, "draft"))
    borne = bearings(workpaper)
    told = (_document(number, *one) for number, one in enumerate(named))
    return tuple(
        structs.replace(one, **structs.asdict(borne[number])) if 0 < number < len(borne) else one
        for number, one in enumerate(told)
    )


def _since(since: Since | None) -> contract.Since | None:
    """What became of the measures of the release before."""
    return None if since is None else contract.Since(f"d{since.document}", since.measures)


def _document(number: int, release: Release, role: contract.Role) -> contract.Document:
    """A document: what it says it is, and its statements."""
    document = release.document
    return contract.Document(
        f"d{number}",
        document.name,
        document.sha256,
        release.kind,
        role,
        None if release.form is None else _form(release.form, document.filing),
        None if release.announcement is None else _announcement(release.announcement),
        tuple(
            _statement(f"d{number}.s{position}", document.text, statement)
            for position, statement in enumerate(release.statements)
        ),
        document.filing,
        document.is_slides,
        release.standards or None,
    )


def _form(form: Form8K, filing: Filing | None) -> announced.Form8K:
    """The cover page, items, exhibits and signature; the day by EDGAR's header if by no cover."""
    signature = form.signature
    filed = filing.reported if filing else None
    return announced.Form8K(
        form.form_type,
        form.registrant,
        form.state_of_incorporation,
        form.commission_file_number,
        form.irs_employer_identification_number,
        form.address,
        form.telephone,
        _day(form.date_of_report) or filed,
        tuple(announced.CheckBox(box.label, box.checked) for box in form.check_boxes),
        tuple(announced.Item(item.number, item.title) for item in form.items),
        tuple(announced.Exhibit(one.number, one.description) for one in form.exhibits),
        None
        if signature is None
        else announced.Signature(signature.name, signature.title, _day(signature.signed)),
    )


def _announcement(heading: Announcement) -> announced.Release:
    """The release's heading and furniture."""
    call = heading.conference_call
    return announced.Release(
        heading.company,
        heading.ticker,
        heading.exchange,
        heading.headline,
        heading.subheadline,
        heading.city,
        heading.wire,
        _day(heading.release_date),
        heading.fiscal_year,
        heading.fiscal_quarter,
        _day(heading.period_end),
        tuple(announced.Section(one.title, (one.start, one.end)) for one in heading.sections),
        None
        if call is None
        else announced.ConferenceCall(call.starts, call.time_zone, call.replay_days),
        heading.contacts,
    )


def _statement(name: str, text: str, statement: Statement) -> contract.Statement:
    """A statement with its columns, its sums in their best reading, and every line."""
    return contract.Statement(
        name,
        statement.kind,
        statement.title,
        statement.scale,
        statement.unit.text,
        statement.audited,
        tuple(
            contract.Column(_period(column.period), column.header, dict(column.dimensions))
            for column in statement.columns
        ),
        tuple(
            contract.Sum(one.total, one.readings[0])
            for one in statement.calculation
            if one.readings
        ),
        tuple(_line(text, line) for line in statement.lines),
    )


def _line(text: str, line: Line) -> contract.Line:
    """A line with a cell a column."""
    return contract.Line(
        line.caption,
        line.concept if line.likely is None else line.likely.name,
        line.depth,
        line.unit.text,
        line.is_heading,
        line.section,
        tuple((span.start, span.end) for span in line.spans),
        tuple(
            contract.Cell(
                cell.kind,
                text[cell.start : cell.end],
                str(line.printed(column)) if cell.kind == "number" else None,
                (cell.start, cell.end),
            )
            for column, cell in enumerate(line.cells)
        ),
    )


def _fact(number: int, document: int, release: Release, fact: Fact) -> contract.Fact:
    """A fact, at its figure."""
    figure = release.document.figures[fact.figure]
    return contract.Fact(
        f"f{number}",
        f"d{document}",
        fact.name,
        fact.caption,
        _period(fact.period),
        fact.amount.unit.text,
        str(fact.value),
        str(fact.printed),
        fact.amount.decimals,
        dict(fact.dimensions),
        f"d{document}.s{fact.statement}",
        release.document.text[figure.start : figure.end],
        (figure.start, figure.end),
        fact.anchor,
        fact.figure,
        fact.named_by,
        equivalents(fact.name),
    )


def _claim(number: int, document: int, workpaper: Workpaper, claim: Claim) -> contract.Claim:
    """A claim with its figure's ending; one of another document was not under test."""
    text = workpaper.releases[document].document.text
    figure = workpaper.figure(document, claim.figure)
    ending = workpaper.endings[claim.figure] if document == 0 else None
    return contract.Claim(
        f"c{number}",
        f"d{document}",
        text[figure.start : figure.end],
        (figure.start, figure.end),
        (claim.sentence.start, claim.sentence.end),
        claim.form,
        str(claim.amount),
        claim.amount.unit.text,
        claim.concept,
        claim.caption,
        _period(claim.period),
        _period(claim.against),
        dict(claim.dimensions),
        "not-tested" if ending is None else ending.outcome,
        ELSEWHERE if ending is None else ending.reason or None,
    )


def _operand(workpaper: Workpaper, operand: Operand) -> contract.Operand:
    """A figure that a check rests on; of a workbook behind the figures, its cell."""
    release = workpaper.releases[operand.ref.document]
    bare = contract.Operand(*_place(workpaper, operand.ref), operand.pinned)
    if not release.is_support:
        return bare
    from tieout.model.sheet import cell_of

    cell = cell_of(release.document, operand.ref.figure)
    return bare if cell is None else structs.replace(bare, cell=cell.brief)


def _check(number: int, workpaper: Workpaper, check: Check) -> contract.Check:
    """A check with the places of its subject and operands."""
    return contract.Check(
        f"k{number}",
        check.rule,
        check.name,
        check.tick,
        check.outcome,
        check.severity,
        contract.Place(*_place(workpaper, check.subject)),
        tuple(_operand(workpaper, one) for one in check.operands),
        check.reported,
        check.expected,
        check.difference,
        check.formula,
        check.message,
        check.reason or None,
        check.cause,
        check.ground,
    )


def _blame(workpaper: Workpaper, blame: Blame) -> contract.Blame:
    """The checks that one figure would explain, and the figures of which any one would."""
    return contract.Blame(
        tuple(f"k{check}" for check in blame.checks),
        tuple(
            contract.Suspect(contract.Place(*_place(workpaper, one.ref)), one.reported, one.wanted)
            for one in blame.suspects
        ),
    )


def _place(workpaper: Workpaper, ref: Ref) -> tuple[str, tuple[int, int], str]:
    """Document, span and text of a figure."""
    figure = workpaper.figure(ref.document, ref.figure)
    text = workpaper.releases[ref.document].document.text
    return f"d{ref.document}", (figure.start, figure.end), text[figure.start : figure.end]


def _figures(workpaper: Workpaper) -> list[contract.Figure]:
    """Every figure of the subject with its one ending."""
    document = workpaper.subject.document
    return [
        contract.Figure(
            "d0",
            (figure.start, figure.end),
            document.text[figure.start : figure.end],
            figure.kind,
            ending.outcome,
            ending.reason or None,
            tuple(f"k{check}" for check in ending.checks),
        )
        for figure, ending in zip(document.figures, workpaper.endings, strict=True)
    ]


def _day(dated: Dated | None) -> date | None:
    """The day, where a date was read."""
    return None if dated is None else dated.day


def _period(period: Period | None) -> str | None:
    """The period in ISO form."""
    return None if period is None else str(period)

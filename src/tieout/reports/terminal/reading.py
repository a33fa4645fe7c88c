"""What was understood of a document: form, heading, statements with concepts, claims."""

from rich.padding import Padding
from rich.table import Table

from tieout.lexicon.ifrs import reported
from tieout.lexicon.markup import clean
from tieout.model.announcement import Announcement, Dated, Form8K
from tieout.model.claim import Claim
from tieout.model.statement import Line, Statement
from tieout.model.table import Reading
from tieout.model.understanding import understanding
from tieout.model.workpaper import Release, Workpaper
from tieout.reports._words import KINDS, company, counted, described
from tieout.reports.terminal import summary
from tieout.reports.terminal._canvas import QUIET, Canvas, said

_NARROWEST = len("2007-09-30/")
_WIDEST = 20
_CAPTION = 30
_CONCEPT = 28
"""Columns of characters: a statement whose figures leave less shows no concepts."""


def render(unchecked: Workpaper, width: int = 80, *, colour: bool = False) -> bytes:
    """The reading, UTF-8, fitted to so many columns, from a workpaper with no check made."""
    canvas = Canvas(width, colour=colour)
    release = reported(unchecked.subject)
    document = release.document
    summary.warn(canvas, unchecked)
    canvas.put(said(company(release), "bold"))
    canvas.put(said(described(release)))
    canvas.put(said(f"{document.name}, sha256 {document.sha256}", QUIET))
    sizes = (
        (document.figures, "figure"),
        (release.tables, "table"),
        (release.statements, "statement"),
        (release.facts, "fact"),
        (release.claims, "claim"),
    )
    canvas.put(said(", ".join(counted(len(found), noun) for found, noun in sizes), QUIET))
    of = understanding(unchecked)
    share = f"{of.understood:,} of {of.figures:,} figures that state an amount are understood"
    canvas.put(said(share, QUIET))
    if release.form is not None:
        _fields(canvas, "Form 8-K", _form(release.form))
    if release.announcement is not None:
        _fields(canvas, "Release", _heading(release.announcement))
    for statement in release.statements:
        _statement(canvas, release, statement)
    if release.claims:
        canvas.title(f"Claims in prose: {len(release.claims):,}")
        for claim in release.claims:
            _claim(canvas, release, claim)
    return canvas.bytes()


def _fields(canvas: Canvas, title: str, fields: list[tuple[str, str]]) -> None:
    """Names and words; what was not found says so."""
    canvas.title(title)
    table = Table.grid(padding=(0, 1))
    table.add_column(style=QUIET, no_wrap=True)
    table.add_column(overflow="fold")
    for name, words in fields:
        table.add_row(said(f"  {name}"), said(words) if words else said("not found", QUIET))
    canvas.table(table)


def _form(form: Form8K) -> list[tuple[str, str]]:
    """The cover page's fields, the items, the exhibits, the signature."""
    ticked = sum(1 for box in form.check_boxes if box.checked)
    signature = form.signature
    signed = (signature.name, signature.title, _day(signature.signed)) if signature else ()
    return [
        ("form", form.form_type),
        ("registrant", form.registrant),
        ("state", form.state_of_incorporation),
        ("commission file number", form.commission_file_number),
        ("employer identification", form.irs_employer_identification_number),
        ("address", form.address),
        ("telephone", form.telephone),
        ("date of report", _day(form.date_of_report)),
        ("boxes", f"{ticked} of {len(form.check_boxes)} ticked" if form.check_boxes else ""),
        *((f"item {item.number}", item.title) for item in form.items),
        *((f"exhibit {one.number}", one.description) for one in form.exhibits),
        ("signed", ", ".join(word for word in signed if word)),
    ]


def _heading(heading: Announcement) -> list[tuple[str, str]]:
    """The release's own fields."""
    call = heading.conference_call
    replay = f", replay for {call.replay_days} days" if call and call.replay_days else ""
    quarter = f"Q{heading.fiscal_quarter} of fiscal {heading.fiscal_year}"
    return [
        ("company", heading.company),
        ("ticker", " ".join(word for word in (heading.exchange, heading.ticker) if word)),
        ("headline", heading.headline),
        ("subheadline", heading.subheadline),
        ("dateline", " \u00b7 ".join(word for word in (heading.city, heading.wire) if word)),
        ("released", _day(heading.release_date)),
        ("quarter", quarter if heading.fiscal_quarter and heading.fiscal_year else ""),
        ("period ends", _day(heading.period_end)),
        ("conference call", f"{call.starts} {call.time_zone}{replay}".strip() if call else ""),
        ("sections", "; ".join(section.title for section in heading.sections)),
        ("contacts", "; ".join(heading.contacts)),
    ]


def _statement(canvas: Canvas, release: Release, statement: Statement) -> None:
    """The statement as a table: caption, a column a period, concept."""
    scale = f" in {statement.scale:,}s" if statement.scale > 1 else ""
    canvas.title(f"{KINDS[statement.kind].capitalize()}, {statement.unit.text}{scale}")
    if statement.title:
        canvas.put(said(clean(statement.title), QUIET))
    table = Table(box=None, pad_edge=False, header_style=QUIET, padding=(0, 1))
    table.add_column("line", ratio=1, overflow="fold")
    rows = [_cells(release, line) for line in statement.lines]
    taken = 0
    for place, column in enumerate(statement.columns):
        over = str(column.period) if column.period else clean(column.header) or "no period"
        heads = [*over.replace("/", "/\n").split("\n"), *(m for _, m in column.dimensions)]
        width = max(_NARROWEST, min(max((len(row[place]) for row in rows), default=0), _WIDEST))
        table.add_column(said("\n".join(heads)), justify="right", width=width)
        taken += width + 1
    has_room = canvas.width - taken >= _CAPTION + _CONCEPT
    if has_room:
        table.add_column("concept", width=_CONCEPT, style=QUIET, overflow="fold")
    for line, row in zip(statement.lines, rows, strict=True):
        concept = [] if line.is_heading or not has_room else [said(line.concept)]
        caption = said(clean(line.caption), "bold" if line.is_heading else "")
        set_in = Padding(caption, (0, 0, 0, 2 * line.depth))
        table.add_row(set_in, *(said(cell) for cell in row), *concept)
    canvas.table(table)
    if not has_room:
        canvas.put(said("To see concepts, use a wider terminal or --format csv.", QUIET))


def _cells(release: Release, line: Line) -> list[str]:
    """A line's cells as printed, with the brackets that stand in cells of their own."""
    text = release.document.text
    return [_bracketed(clean(text[cell.start : cell.end]), cell) for cell in line.cells]


def _bracketed(words: str, cell: Reading) -> str:
    """The words of a negative number, never without their sign."""
    is_negative = cell.kind == "number" and cell.amount.mantissa < 0
    return f"({words.rstrip(')')})" if is_negative and words[:1].isdigit() else words


def _claim(canvas: Canvas, release: Release, claim: Claim) -> None:
    """What a number in prose asserts."""
    figure = release.document.figures[claim.figure]
    line = said(f"{figure.text:>14}  ", "bold")
    line.append_text(said(f"{claim.form.replace('_', ' ')}: {claim.caption or claim.concept}"))
    when = claim.period.spoken() if claim.period else "no period named"
    against = f", against {claim.against.spoken()}" if claim.against else ""
    line.append_text(said(f"  {claim.concept}, {when}{against}", QUIET))
    canvas.put(line, hang=16)


def _day(dated: Dated | None) -> str:
    """The day in ISO form."""
    return dated.day.isoformat() if dated else ""

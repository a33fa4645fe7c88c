"""What was understood of a document: form, heading, statements with concepts, claims."""

from rich.table import Table
from rich.text import Text

from tieout.lexicon.markup import clean
from tieout.model.announcement import Announcement, Dated, Form8K
from tieout.model.claim import Claim
from tieout.model.statement import Line, Statement
from tieout.model.workpaper import Release
from tieout.reports._words import KINDS, company, counted, described
from tieout.reports.terminal._canvas import QUIET, Canvas, said


def render(release: Release, width: int = 80, *, colour: bool = False) -> bytes:
    """The reading, UTF-8, fitted to so many columns."""
    canvas = Canvas(width, colour=colour)
    document = release.document
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
    for name, words in fields:
        line = said(f"{name:<24}", QUIET)
        line.append_text(said(words) if words else said("not found", QUIET))
        canvas.put(line, indent=2, hang=24)


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
        ("under it", heading.subheadline),
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
    canvas.title(f"{KINDS[statement.kind].capitalize()}, {statement.unit}{scale}")
    if statement.title:
        canvas.put(said(clean(statement.title), QUIET))
    table = Table(box=None, pad_edge=False, header_style=QUIET, padding=(0, 1))
    table.add_column("line", ratio=3, overflow="fold")
    for column in statement.columns:
        over = str(column.period) if column.period else clean(column.header) or "no period"
        qualified = "".join(f"\n{member}" for _, member in column.dimensions)
        table.add_column(said(over.replace("/", "/\n") + qualified), justify="right", min_width=8)
    table.add_column("concept", ratio=2, style=QUIET, overflow="fold")
    for line in statement.lines:
        table.add_row(*_row(release, line))
    canvas.put(table)


def _row(release: Release, line: Line) -> list[Text]:
    """A line's caption, cells and concept; a heading has no concept worth reading."""
    text = release.document.text
    cells = [said(clean(text[cell.start : cell.end])) for cell in line.cells]
    caption = said("  " * line.depth + clean(line.caption), "bold" if line.is_heading else "")
    return [caption, *cells, said("" if line.is_heading else line.concept)]


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

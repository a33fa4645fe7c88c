"""A Word document for circulation: real tables, styles, figures set right."""

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from tieout.compose.ascii import mended
from tieout.compose.blocks import Bullets, Cell, PageBreak, Paragraph, Piece, Row, Run, Table, Title
from tieout.compose.book import Book
from tieout.errors import Misuse
from tieout.extras import needs
from tieout.patterns import pattern

if TYPE_CHECKING:
    from datetime import date

SUFFIX = ".docx"

_ILLEGAL = pattern(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE = "StatementLine"
_FACE = "Times New Roman"
_POINTS = 10
_INDENT = 10
_BRACKET = 3
_FIGURES = 70
_WIDTH = 468
_NARROWEST = 120
_EPOCH = (1980, 1, 1, 0, 0, 0)


def render(piece: Piece, book: Book) -> bytes:
    """The document as docx, equal bytes for equal pieces; raises Misuse without python-docx."""
    try:
        import docx
    except ImportError:
        raise Misuse(needs("a Word document", "python-docx", "word")) from None
    document: Any = docx.Document()
    _dress(document, piece, book)
    for block in piece.blocks:
        match block:
            case Title():
                paragraph = document.add_heading(level=max(1, min(block.level, 9)))
                _set(paragraph, block.runs, block.align)
            case Paragraph():
                _set(document.add_paragraph(), block.runs, block.align)
            case Bullets():
                for entry in block.entries:
                    _set(document.add_paragraph(style="List Bullet"), entry, "left")
            case Table():
                _table(document, block)
            case PageBreak():
                document.add_page_break()
    held = io.BytesIO()
    document.save(held)
    return _timeless(held.getvalue())


def _dress(document: Any, piece: Piece, book: Book) -> None:  # noqa: ANN401 - python-docx has no types
    """The styles of the document and what it says of itself."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt, RGBColor

    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _FACE, Pt(_POINTS)
    normal.paragraph_format.space_after = Pt(8)
    for level, size in ((1, 14), (2, 11), (3, 10)):
        style = document.styles[f"Heading {level}"]
        style.font.name, style.font.size, style.font.bold = _FACE, Pt(size), True
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.element.rPr.rFonts.attrib.clear()
        style.font.name = _FACE
    titles = document.styles.add_style("Statement Title", WD_STYLE_TYPE.PARAGRAPH)
    titles.base_style, titles.font.bold = normal, True
    titles.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    titles.paragraph_format.keep_with_next = True
    figures = document.styles.add_style("Statement Line", WD_STYLE_TYPE.PARAGRAPH)
    figures.base_style = normal
    figures.paragraph_format.space_after = Pt(1)
    told = document.core_properties
    told.title, told.author = _legal(piece.description)[:255], _legal(book.company.name)[:255]
    told.last_modified_by, told.comments, told.revision = "", "", 1
    told.created = told.modified = _midnight(book.heading.date)


def _midnight(day: "date") -> datetime:
    """The start of a day, which is what the document says it was made at."""
    return datetime.combine(day, time())


def _legal(words: str) -> str:
    """The words without the characters that XML has no place for."""
    return _ILLEGAL.sub("\ufffd", mended(words))


def _set(paragraph: Any, runs: Sequence[Run], align: str) -> None:  # noqa: ANN401
    """The runs in a paragraph; a line break stays one, a tab is a blank."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    if align == "center":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for run in runs:
        added = paragraph.add_run(_legal(run.text.replace("\t", " ")))
        added.bold = run.bold or None
        added.italic = run.italic or None


# ---------------------------------------------------------------------------------------- tables


def _table(document: Any, table: Table) -> None:  # noqa: ANN401
    """A statement under its titles, its header rows repeated on every page."""
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.shared import Pt

    if table.titles:
        titles = document.add_paragraph(style="Statement Title")
        titles.add_run(_legal("\n".join(" ".join(title.split()) for title in table.titles)))
    count = table.columns + 1
    made = document.add_table(rows=len(table.headers) + len(table.rows), cols=count)
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    figures = min(_FIGURES, (_WIDTH - _NARROWEST) // max(1, table.columns))
    widths = [Pt(_WIDTH - figures * table.columns), *[Pt(figures)] * table.columns]
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    rows = list(made.rows)
    for number, header in enumerate(table.headers):
        _mark(rows[number], "tblHeader")
        place = 1
        cells = list(rows[number].cells)
        for cell in header:
            held = cells[place].merge(cells[place + cell.width - 1])
            _line(held, cell.text, "center", bold=True)
            if cell.text:
                _rule(held, "bottom", "single")
            place += cell.width
    brackets = [
        any(row.cells[n].closing for row in table.rows if n < len(row.cells))
        for n in range(table.columns)
    ]
    for made_row, row in zip(rows[len(table.headers) :], table.rows, strict=True):
        _row(list(made_row.cells), row, brackets)
        _mark(made_row, "cantSplit")
        for held, width in zip(made_row.cells, widths, strict=True):
            held.width = width
    document.add_paragraph()


def _row(held: Sequence[Any], row: Row, brackets: Sequence[bool]) -> None:
    """A row: its caption set in, its figures set right with room for a closing bracket."""
    from docx.shared import Pt

    _line(held[0], row.caption, "left", bold=row.bold)
    form = held[0].paragraphs[0].paragraph_format
    form.left_indent, form.first_line_indent = Pt(_INDENT * (row.depth + 1)), Pt(-_INDENT)
    for cell, one, is_closed in zip(held[1:], row.cells, brackets, strict=False):
        if not one.words:
            continue
        _figure(cell, one, bold=row.bold, room=is_closed and not one.closing)
        if row.ruled:
            _rule(cell, "top", "single")
        if row.closed:
            _rule(cell, "bottom", "double")


def _figure(cell: Any, one: Cell, *, bold: bool, room: bool) -> None:  # noqa: ANN401
    """A figure on the right; one without a bracket leaves the room of one."""
    from docx.shared import Pt

    _line(cell, one.words, "right", bold=bold)
    if room:
        cell.paragraphs[0].paragraph_format.right_indent = Pt(_BRACKET)


def _line(cell: Any, words: str, align: str, *, bold: bool) -> None:  # noqa: ANN401
    """The words of a cell."""
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph = cell.paragraphs[0]
    paragraph._p.style = _LINE  # by its id: looking the name up takes longer than all the rest
    paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, align.upper())
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
    paragraph.add_run(_legal(" ".join(words.split()))).bold = bold or None


def _rule(cell: Any, side: str, stroke: str) -> None:  # noqa: ANN401
    """A rule on one side of a cell."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = cell._tc.get_or_add_tcPr()
    borders = properties.find(qn("w:tcBorders"))
    if borders is None:
        borders = OxmlElement("w:tcBorders")
        width = properties.find(qn("w:vAlign"))
        properties.append(borders) if width is None else width.addprevious(borders)
    rule = OxmlElement(f"w:{side}")
    for name, told in (("val", stroke), ("sz", "4"), ("space", "0"), ("color", "000000")):
        rule.set(qn(f"w:{name}"), told)
    borders.append(rule)


def _mark(row: Any, name: str) -> None:  # noqa: ANN401
    """A row marked: repeated as a header, or never split over pages."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(f"w:{name}"))


def _timeless(archive: bytes) -> bytes:
    """The archive with one date on all its parts, so that equal documents are equal bytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(held, "w") as new:
        for info in old.infolist():
            part = zipfile.ZipInfo(info.filename, _EPOCH)
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(info))
    return held.getvalue()

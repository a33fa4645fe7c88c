"""HTML as EDGAR takes it: its tags alone, ASCII, no table in another, styles only inline."""

from collections.abc import Iterable, Iterator, Sequence

from tieout.compose.ascii import entities
from tieout.compose.blocks import (
    Block,
    Bullets,
    Cell,
    PageBreak,
    Paragraph,
    Piece,
    Row,
    Run,
    Table,
    Title,
)
from tieout.compose.book import Book
from tieout.patterns import pattern

SUFFIX = ".htm"
PAGE = "font-family: 'Times New Roman', Times, serif; font-size: 10pt"
"""The face of every page."""

_WIDEST = 160
_INDENT = 12
_SHADE = "#CCEEFF"
_SIZES = {1: "14pt", 2: "11pt", 3: "10pt"}
_UNBROKEN = pattern(r"(?>(?:<ix:nonNumeric[^<>]*+>[^<]*+</ix:nonNumeric>|<[^<>]*+>|[^<\s]++)+)")
_MARKED = pattern(r"EX-(.+)")


def render(piece: Piece, book: Book) -> bytes:
    """The document as a page of EDGAR HTML."""
    marked = _MARKED.match(piece.kind)
    head = paragraph(f"<b>Exhibit {entities(marked[1])}</b>", "right") if marked else ""
    lines = [
        "<html>",
        "<head>",
        *filled(f"<title>{one_line(f'{book.company.name} - {piece.description}')}</title>"),
        "</head>",
        f'<body style="{PAGE}">',
        *filled(head),
        *body(piece.blocks),
        "</body>",
        "</html>",
    ]
    return ("\n".join(lines) + "\n").encode("ascii")


def body(blocks: Iterable[Block]) -> Iterator[str]:
    """The lines of the blocks, in order."""
    for block in blocks:
        match block:
            case Title():
                yield from filled(_title(block))
            case Paragraph():
                yield from filled(paragraph(words_of(block.runs), block.align))
            case Bullets():
                yield '<ul style="margin-top: 0pt; margin-bottom: 10pt">'
                for entry in block.entries:
                    yield from filled(f'<li style="margin-bottom: 4pt">{words_of(entry)}</li>')
                yield "</ul>"
            case Table():
                yield from _table(block)
            case PageBreak():
                yield '<hr style="page-break-after: always"/>'


def one_line(words: str) -> str:
    """Words, escaped, without the breaks of their lines."""
    return entities(" ".join(words.split()))


def broken(words: str) -> str:
    """Words, escaped, their line breaks kept."""
    return "<br/>".join(one_line(line) for line in words.split("\n"))


def paragraph(markup: str, align: str = "left", space: str = "10pt") -> str:
    """A paragraph of what is HTML already."""
    return f'<p style="margin-top: 0pt; margin-bottom: {space}; text-align: {align}">{markup}</p>'


def words_of(runs: Sequence[Run]) -> str:
    """Runs with their faces; white space between them as it stands."""
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    """A run in its face."""
    lead = " " if run.text[:1] in (" ", "\t") else ""
    tail = " " if run.text.strip() and run.text[-1:] in (" ", "\t") else ""
    words = broken(run.text)
    words = f"<i>{words}</i>" if run.italic and words else words
    words = f"<b>{words}</b>" if run.bold and words else words
    return f"{lead}{words}{tail}"


def _title(title: Title) -> str:
    """A heading of its level."""
    style = f"font-size: {_SIZES.get(title.level, '10pt')}; text-align: {title.align}"
    tag = f"h{max(1, min(title.level, 6))}"
    style += "; font-weight: bold; margin-top: 10pt; margin-bottom: 10pt"
    return f'<{tag} style="{style}">{words_of(title.runs)}</{tag}>'


def filled(markup: str) -> Iterator[str]:
    """The markup in lines of moderate length, broken at blanks that stand in no tag and no fact."""
    line: list[str] = []
    length = 0
    for word in _UNBROKEN.findall(markup):
        if line and length + len(word) > _WIDEST:
            yield " ".join(line)
            line, length = [], 0
        line.append(word)
        length += len(word) + 1
    if line:
        yield " ".join(line)


# ---------------------------------------------------------------------------------------- tables


def _table(table: Table) -> Iterator[str]:
    """A statement: its titles over it, four cells a column, so that digits stand under digits."""
    last = len(table.titles) - 1
    for number, title in enumerate(table.titles):  # lines of one paragraph read as a sentence
        space = "10pt" if number == last else "0pt"
        yield from filled(paragraph(f"<b>{one_line(title)}</b>", "center", space))
    yield (
        '<table cellpadding="0" cellspacing="0" border="0" width="100%"'
        ' style="border-collapse: collapse; font-size: 10pt; margin-bottom: 14pt">'
    )
    for header in table.headers:
        yield '<tr valign="bottom">'
        yield "<td>&#160;</td>"
        for cell in header:
            yield '<td width="1%">&#160;</td>'
            rule = "; border-bottom: 1px solid #000000" if cell.text else ""
            span = f' colspan="{4 * cell.width - 1}"' if cell.width else ""
            style = f"text-align: center; font-weight: bold; white-space: nowrap{rule}"
            yield from filled(f'<td{span} style="{style}">{broken(cell.text) or "&#160;"}</td>')
        yield "</tr>"
    for number, row in enumerate(table.rows):
        yield from _row(row, table.columns, shaded=number % 2 == 0)
    yield "</table>"


def _row(row: Row, columns: int, *, shaded: bool) -> Iterator[str]:
    """A row: the caption hangs over its indentation, rules stand on the figures alone."""
    shade = f' bgcolor="{_SHADE}"' if shaded and (row.caption or row.cells) else ""
    yield f'<tr valign="bottom"{shade}>'
    left = _INDENT * (row.depth + 1)
    caption = broken(row.caption) or "&#160;"
    caption = f"<b>{caption}</b>" if row.bold else caption
    style = f"padding-left: {left}pt; text-indent: -{_INDENT}pt"
    yield from filled(f'<td style="{style}">{caption}</td>')
    for cell in (*row.cells, *(Cell(),) * (columns - len(row.cells))):
        yield from _cells(cell, row)
    yield "</tr>"


def _cells(cell: Cell, row: Row) -> Iterator[str]:
    """The gap in front of a figure, its currency sign, its digits, and what closes it."""
    rule = ""
    if cell.text and row.ruled:
        rule += "; border-top: 1px solid #000000"
    if cell.text and row.closed:
        rule += "; border-bottom: 3px double #000000"
    yield '<td width="1%">&#160;</td>'
    if not cell.words:
        yield '<td colspan="3">&#160;</td>'
        return
    words = [broken(words) for words in (cell.currency, cell.text, cell.closing)]
    words = [f"<b>{piece}</b>" if row.bold and piece else piece for piece in words]
    sign, digits, closing = words
    yield f'<td width="1%" style="text-align: left{rule}">{sign or "&#160;"}</td>'
    figure = f"text-align: right; white-space: nowrap{rule}"
    yield from filled(f'<td width="9%" style="{figure}">{digits}</td>')
    yield f'<td width="1%" style="text-align: left; white-space: nowrap">{closing or "&#160;"}</td>'

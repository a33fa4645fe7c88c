"""Markdown for circulation: headings, pipe tables, lists."""

from collections.abc import Iterator, Sequence

from tieout.compose.ascii import mended
from tieout.compose.blocks import (
    Bullets,
    HeaderCell,
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

SUFFIX = ".md"

_SPECIAL = pattern(r"[\\`*_\[\]<>|$~]")
_OPENING = pattern(r"(?:#{1,6}(?=\s|\Z)|[-+](?=\s|\Z)|[-=]+\Z|[0-9]{1,9}(?=[.)](?:\s|\Z)))")
_STEERING = pattern(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_SET_IN = "&nbsp;&nbsp;&nbsp;&nbsp;"


def render(piece: Piece, book: Book) -> bytes:
    """The document as Markdown, UTF-8, a paragraph a line."""
    lines: list[str] = []
    for block in piece.blocks:
        match block:
            case Title():
                words = " ".join(_words(block.runs).split())
                lines += [f"{'#' * max(1, min(block.level, 6))} {words}", ""]
            case Paragraph():
                lines += [_broken(_words(block.runs)), ""]
            case Bullets():
                lines += [f"- {_broken(_words(entry), '  ')}" for entry in block.entries]
                lines.append("")
            case Table():
                lines += [*_table(block), ""]
            case PageBreak():
                lines += ["---", ""]
    return ("\n".join(lines).rstrip() + "\n").encode()


def escaped(words: str) -> str:
    """Words in which Markdown finds nothing of its own."""
    return _SPECIAL.sub(r"\\\g<0>", _STEERING.sub("?", mended(words)))


def _words(runs: Sequence[Run]) -> str:
    """Runs in their faces; the face never takes the white space at a run's ends."""
    pieces = []
    for run in runs:
        words = run.text.strip()
        face = ("**" if run.bold else "") + ("*" if run.italic else "")
        lead, _, tail = run.text.partition(words) if words else (run.text, "", "")
        pieces.append(f"{lead}{face}{escaped(words)}{face[::-1]}{tail}" if words else run.text)
    return "".join(pieces)


def _broken(words: str, indent: str = "") -> str:
    """Words with their line breaks, none of the lines beginning like a block of another kind."""
    lines = [" ".join(line.split()) for line in words.split("\n")]
    return f"  \n{indent}".join(_opened(line) for line in lines if line)


def _opened(line: str) -> str:
    """A line that Markdown takes for words: what it opens with is escaped."""
    match = _OPENING.match(line)
    if match is None:
        return line
    at = match.end() if line[0].isdigit() else 0
    return f"{line[:at]}\\{line[at:]}"


def _table(table: Table) -> Iterator[str]:
    """A statement under its titles: the first header level heads the pipe table."""
    titles = [f"**{escaped(' '.join(title.split()))}**" for title in table.titles]
    if titles:
        yield "  \n".join(titles)
        yield ""
    first, *more = table.headers or ((),)
    yield _header(first)
    yield _piped(["---"] + ["---:"] * table.columns)
    yield from map(_header, more)
    for row in table.rows:
        if row.caption or any(cell.words for cell in row.cells):
            yield _row(row)


def _header(header: Sequence[HeaderCell]) -> str:
    """A level of the header; the cells behind one that reaches over several are empty."""
    return _piped([""] + [one for cell in header for one in (cell.text, *[""] * (cell.width - 1))])


def _row(row: Row) -> str:
    """A row of the pipe table."""
    words = [row.caption, *(cell.words for cell in row.cells)]
    face = "**" if row.bold else ""
    return _piped(words, _SET_IN * row.depth, face)


def _piped(words: Sequence[str], lead: str = "", face: str = "") -> str:
    """Cells between pipes."""
    cells = [escaped(" ".join(one.split())) for one in words]
    cells = [f"{face}{cell}{face}" if cell else "" for cell in cells]
    return "| " + " | ".join([lead + cells[0], *cells[1:]]) + " |"

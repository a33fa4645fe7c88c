"""Plain text as EDGAR takes it: ASCII, 80 columns, tables set in columns between their tags."""

from collections.abc import Iterator, Sequence

from tieout.compose.ascii import plain
from tieout.compose.blocks import Bullets, PageBreak, Paragraph, Piece, Run, Table, Title
from tieout.compose.book import Book
from tieout.compose.outputs._columns import set_in_columns
from tieout.patterns import pattern

SUFFIX = ".txt"
WIDTH = 80

# What would be read as a tag of EDGAR's, were it not parted from its bracket.
_TAG = pattern(r"<(?=[/A-Za-z])")
# Words that begin an entry of a list where they stand first on a line: they never do.
_MARK = pattern(r"(?:--|[-*o]|\([a-z0-9]{1,3}\)|[0-9]{1,2}[.)])\Z")
_RULE = pattern(r"[-=_]+\Z")
_MARKED = pattern(r"EX-(.+)")


def render(piece: Piece, book: Book) -> bytes:
    """The document as a text whose lines have 80 characters at the most, a table's 132."""
    lines: list[str] = []
    if marked := _MARKED.match(piece.kind):
        lines += [f"Exhibit {marked[1]}".rjust(WIDTH), ""]
    for block in piece.blocks:
        match block:
            case Title():
                align = "center" if block.level == 1 else block.align
                lines += [*_set(_lines(block.runs), align), ""]
            case Paragraph():
                lines += [*_set(_lines(block.runs), block.align), ""]
            case Bullets():
                for entry in block.entries:
                    lines += [*_entry(_lines(entry)), ""]
            case Table():
                lines += [*_table(block), ""]
            case PageBreak():
                lines += ["<PAGE>", ""]
    return ("\n".join(lines).rstrip() + "\n").encode("ascii")


def words_in(text: str) -> str:
    """Words in ASCII that no reader of EDGAR's tags can take for one."""
    return _TAG.sub("< ", plain(text))


def wrapped(words: str, width: int) -> Iterator[str]:
    """The words in lines: none begins like an entry of a list, and a longer word is cut."""
    line = ""
    for word in _together(words.split()):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = ""
        line = f"{line} {word}" if line else word
        while len(line) > width:
            yield line[:width]
            line = line[width:]
    if line:
        yield line


def _together(words: Sequence[str]) -> Iterator[str]:
    """The words, each with the marks that must not stand first on a line behind it."""
    held = ""
    for word in words:
        if held and (_MARK.match(word) or _RULE.match(word)):
            held = f"{held} {word}"
            continue
        if held:
            yield held
        held = word
    if held:
        yield held


def _lines(runs: Sequence[Run]) -> list[str]:
    """The words of the runs, line by line."""
    text = words_in("".join(run.text for run in runs))
    return [" ".join(line.split()) for line in text.split("\n")]


def _set(lines: Sequence[str], align: str) -> Iterator[str]:
    """The lines set to the width."""
    for words in lines:
        for line in wrapped(words, WIDTH):
            yield line.center(WIDTH).rstrip() if align == "center" else line


def _entry(lines: Sequence[str]) -> Iterator[str]:
    """An entry of a list behind its mark."""
    mark = "*   "
    for words in lines:
        for line in wrapped(words, WIDTH - len(mark)):
            yield mark + line
            mark = "    "


def _table(table: Table) -> Iterator[str]:
    """A statement under its titles."""
    for title in table.titles:
        yield from _set([" ".join(words_in(title).split())], "center")
    yield ""
    yield from set_in_columns(table, words_in)

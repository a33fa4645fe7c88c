"""The parts of a document: every statement is one, and so is what stands under a heading."""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from tieout.lexicon.markup import clean
from tieout.model.check import Ending
from tieout.model.document import Block, Grid, Heading
from tieout.model.statement import Statement
from tieout.model.workpaper import Release, Workpaper
from tieout.reports._words import KINDS

_LONGEST = 90
_LETTERS = 3
_OPENING = "The beginning"


class Part(Struct, frozen=True, gc=False):
    """Blocks [first, last) of a document under one title, and the figures in them."""

    title: str
    first: int
    last: int
    figures: range


def parts(release: Release) -> list[Part]:
    """Every block in exactly one part, in reading order."""
    blocks = release.document.blocks
    starts = list(_starts(release))
    if not starts or starts[0][0] > 0:
        starts.insert(0, (0, _OPENING))
    stops = [start for start, _ in starts[1:]] + [len(blocks)]
    text, figures = release.document.text, release.document.figures_in
    made = []
    for number, ((start, title), stop) in enumerate(zip(starts, stops, strict=True)):
        begin = 0 if number == 0 else blocks[start].start
        end = blocks[stop].start if stop < len(blocks) else len(text)
        made.append(Part(title, start, stop, figures(begin, end)))
    return made


def rows(release: Release, part: Part) -> int:
    """About how many lines a part is drawn in, so that a page knows its length undrawn."""
    count = 0
    for block in release.document.blocks[part.first : part.last]:
        if isinstance(block, Grid):
            count += len(block.rows) + 1
        else:
            count += (block.end - block.start) // _LONGEST + 2
    return count


def counted_parts(workpaper: Workpaper) -> list[tuple[int, Part, Counter[Ending]]]:
    """The parts of the subject in which a figure states something: how its figures ended."""
    told = []
    for number, part in enumerate(parts(workpaper.subject)):
        counts = Counter(workpaper.endings[figure].outcome for figure in part.figures)
        if counts.total() > counts["excluded"]:
            told.append((number, part, counts))
    return told


def _starts(release: Release) -> Iterator[tuple[int, str]]:
    """The first block of every part, and its title."""
    statements: dict[int, Statement] = {}
    for statement in release.statements:
        statements.setdefault(statement.table, statement)
    blocks = release.document.blocks
    over_grids = _over_grids(blocks)
    table, after, of_statement, title = 0, -1, False, ""
    for number, block in enumerate(blocks):
        if isinstance(block, Grid):
            table += 1
            first = _over(blocks, block, number, after)
            found = statements.get(table)
            if found is not None:
                title = _named(release, found, range(first, number))
                yield first, title
            elif of_statement or first < number:
                yield first, _titled(release, block, range(first, number), table)
            after, of_statement = number, found is not None
        elif isinstance(block, Heading) and number not in over_grids:
            if words := _short(release.document.text[block.start : block.end]):
                yield number, words
            after, of_statement = number, False
        elif of_statement and not isinstance(block, Heading):
            of_statement = not _is_long(block)
            if not of_statement:
                yield number, f"After {title}"
                after = number


def _over(blocks: Sequence[Block], grid: Grid, number: int, after: int) -> int:
    """The first of the blocks right over a table that are its titles."""
    titles = {span.start for span in grid.titles}
    first = number
    while first - 1 > after and (
        isinstance(blocks[first - 1], Heading) or blocks[first - 1].start in titles
    ):
        first -= 1
    return first


def _over_grids(blocks: Sequence[Block]) -> set[int]:
    """The headings with nothing but headings between them and a table."""
    found, is_over = set(), False
    for number in range(len(blocks) - 1, -1, -1):
        if isinstance(blocks[number], Grid):
            is_over = True
        elif not isinstance(blocks[number], Heading):
            is_over = False
        elif is_over:
            found.add(number)
    return found


def _is_long(block: Block) -> bool:
    """True for a block longer than the notes and page numbers between tables."""
    return block.end - block.start > _LONGEST


def _named(release: Release, statement: Statement, over: range) -> str:
    """A statement's title; what kind it is and which table, where nothing over it says more."""
    title = _short(statement.title) or _over_it(release, over)
    kind = KINDS[statement.kind]
    return title or f"{kind[0].upper()}{kind[1:]}, table {statement.table}"


def _titled(release: Release, grid: Grid, over: range, table: int) -> str:
    """The title of a table that is no statement."""
    title = _over_it(release, over)
    if not title and grid.titles:
        title = _short(grid.titles[-1].of(release.document.text))
    return title or f"Table {table}"


def _over_it(release: Release, over: range) -> str:
    """The last of the lines over a table that is more than an aside in brackets."""
    blocks, text = release.document.blocks, release.document.text
    lines = [
        _short(line)
        for number in over
        for line in text[blocks[number].start : blocks[number].end].split("\n")
    ]
    told = [line for line in lines if not line.startswith("(") and _is_words(line)]
    return told[-1] if told else ""


def _is_words(line: str) -> bool:
    """True for a line of words, not a page's number or a rule."""
    return sum(ch.isalpha() for ch in line) >= _LETTERS


def _short(words: str) -> str:
    """The words on one line, cut at a word."""
    line = " ".join(clean(words).split())
    if len(line) <= _LONGEST:
        return line
    return line[:_LONGEST].rpartition(" ")[0] + "\u2026"

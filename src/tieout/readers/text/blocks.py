"""The blocks of a text in reading order: headings, paragraphs and grids."""

from collections.abc import Iterable, Iterator, Sequence

from tieout.lexicon.markup import trim
from tieout.model.document import Block, Heading, Span
from tieout.readers.text.bars import is_bare
from tieout.readers.text.columns import regions
from tieout.readers.text.lines import Line
from tieout.readers.text.measured import measured_grid
from tieout.readers.text.page import Page
from tieout.readers.text.piped import piped_grid
from tieout.readers.text.pipes import PipeTable, pipe_tables
from tieout.readers.text.prose import prose
from tieout.readers.text.tabs import end_of_table, tabbed_grid


def blocks(text: str, lines: Sequence[Line], titles: list[Span] | None = None) -> Iterator[Block]:
    """Headings, paragraphs and grids; the headings right over a grid are its titles.

    `titles` are those that stand over the first line; whoever goes on behind the last finds those
    that stand over what follows.
    """
    titles = [] if titles is None else titles
    piped = {table.first: table for table in pipe_tables(text, lines)}
    lines = _without(text, lines, piped.values())
    page = Page(text, lines)
    tables = {region.first: region for region in regions(page)}
    position = 0
    while position < len(lines):
        kind = lines[position].kind
        if (table := piped.get(position)) is not None:
            yield piped_grid(text, table, tuple(titles))
            titles.clear()
            position = table.stop
        elif (region := tables.get(position)) is not None:
            yield measured_grid(page, region, tuple(titles))
            titles.clear()
            position = region.stop
        elif kind == "row":
            stop = end_of_table(text, lines, position)
            yield tabbed_grid(text, lines[position:stop], tuple(titles))
            titles.clear()
            position = stop
        elif kind == "words":
            stop = position + 1
            while stop < len(lines) and page.is_words(stop) and stop not in tables:
                stop += 1
            for block in prose(text, lines[position:stop]):
                if isinstance(block, Heading):
                    titles += title_lines(text, block)
                else:
                    titles.clear()
                yield block
            position = stop
        else:
            position += 1


def _without(text: str, lines: Sequence[Line], tables: Iterable[PipeTable]) -> Sequence[Line]:
    """The lines as all else is looked for in them: tables of pipes are structure, no words.

    Lines of nothing but pipes, what is left of empty tables, are blank.
    """
    left = list(lines)
    for table in tables:
        for number in range(table.first, table.stop):
            left[number] = Line(lines[number].start, lines[number].end, "tag")
    for number, line in enumerate(left):
        if line.kind == "words" and is_bare(text, line):
            left[number] = Line(line.start, line.end, "blank")
    return left


def title_lines(text: str, heading: Heading) -> Iterator[Span]:
    """The lines of a heading, as the titles of a grid that may follow."""
    start = heading.start
    for line in text[heading.start : heading.end].split("\n"):
        begin, end = trim(text, start, start + len(line))
        if begin < end:
            yield Span(begin, end)
        start += len(line) + 1

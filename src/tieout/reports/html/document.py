"""The document as it reads: headings, paragraphs and tables, with every figure marked."""

from collections.abc import Callable, Iterator

from tieout.lexicon.markup import clean
from tieout.model.document import Block, Grid, Heading, Paragraph
from tieout.model.workpaper import Release
from tieout.reports._sections import Section, sections
from tieout.reports.html.grid import Rows
from tieout.reports.html.layout import Captions
from tieout.reports.html.markup import Words

_LARGEST = 11
"""Lines of a part, as a power of two, beyond which its length is not estimated."""
_LINE = 90
"""Characters of a paragraph's line."""
_BULLETS = ("- ", "* ", "\u2022", "\u00b7", "\u25cf")


class Drawing:
    """A document drawn from its blocks; `figure` draws the figure of a number with its words."""

    def __init__(self, release: Release, figure: Callable[[int, str], str], name: str) -> None:
        """The drawing of this release, whose parts are named after it."""
        self._release, self._document = release, release.document
        self._words = Words(self._document)
        self._captions = Captions(release)
        self._figure, self._name = figure, name

    def sheets(self) -> Iterator[str]:
        """The whole document; a release inside a form begins a sheet of its own."""
        release, position = self._release, 0
        starts = release.announcement.start if release.announcement and release.form else -1
        blocks = self._document.blocks
        yield '<article class="sheet">'
        for part in sections(release):
            if not part.blocks:
                continue
            if 0 <= starts <= blocks[part.blocks.start].start:
                yield '</article><article class="sheet">'
                starts = -1
            size = min(self._rows(part).bit_length(), _LARGEST)
            yield f'<section class="part z{size}" id="{self._name}{part.part}">'
            for number in part.blocks:
                block = blocks[number]
                yield self._gap(position, block.start)
                after = blocks[number + 1] if number + 1 < len(blocks) else None
                yield self._block(block, after)
                position = max(position, block.end)
            yield "</section>"
        yield f"{self._gap(position, len(self._document.text))}</article>"

    def _rows(self, part: Section) -> int:
        """About how many lines a part is drawn in, so that a page knows its length undrawn."""
        count = 0
        for block in self._document.blocks[part.blocks.start : part.blocks.stop]:
            if isinstance(block, Grid):
                count += len(block.rows) + 1
            else:
                count += (block.end - block.start) // _LINE + 2
        return count

    def _block(self, block: Block, after: Block | None) -> str:
        """One block."""
        if isinstance(block, Grid):
            return Rows(block, self._document, self._words, self._captions, self.inline).table()
        words = self._document.text[block.start : block.end]
        if isinstance(block, Paragraph):
            kind = "p bullet" if words.startswith(_BULLETS) else "p"
            return f'<p class="{kind}">{self.inline(block.start, block.end)}</p>\n'
        centred = "\n" in words or words.isupper() or isinstance(after, Grid | Heading)
        lines = "<br>".join(self._lines(block.start, block.end))
        heading = self._release.announcement
        if heading is not None and heading.headline and clean(words) == heading.headline:
            return f'<h2 class="headline">{lines}</h2>\n'
        return f'<h3 class="{"centred" if centred else "section"}">{lines}</h3>\n'

    def _lines(self, start: int, end: int) -> Iterator[str]:
        """The lines of a heading."""
        for line in self._document.text[start:end].split("\n"):
            yield self.inline(start, start + len(line))
            start += len(line) + 1

    def _gap(self, start: int, end: int) -> str:
        """What stands between blocks: nothing, unless a reader left words there."""
        if start >= end or self._words.is_silent(start, end):
            return ""
        return f'<p class="p">{self.inline(start, end)}</p>\n'

    def inline(self, start: int, end: int) -> str:
        """A stretch of the text with its figures marked."""
        inside, figures = self._document.figures_in(start, end), self._document.figures
        # A figure that began before the stretch is drawn whole where it began.
        position = max(start, figures[inside.start - 1].end) if inside.start else start
        pieces = []
        for number in inside:
            one = figures[number]
            pieces.append(self._words.between(position, one.start))
            words = self._words.between(one.start, one.end)
            pieces.append(self._figure(number, words))
            position = one.end
        pieces.append(self._words.between(position, max(end, position)))
        return "".join(pieces)

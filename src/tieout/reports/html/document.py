"""The document as it reads: headings, paragraphs and tables, with every figure marked."""

from collections.abc import Iterator

from tieout.lexicon.markup import clean
from tieout.model.document import Block, Grid, Heading, Paragraph
from tieout.model.workpaper import Workpaper
from tieout.reports.html.grid import Rows
from tieout.reports.html.layout import Captions
from tieout.reports.html.markup import Words
from tieout.reports.html.ticks import Mark, figure, marks

_BULLETS = ("- ", "* ", "\u2022", "\u00b7", "\u25cf")


class Drawing:
    """The subject of a workpaper, drawn from its blocks."""

    def __init__(self, workpaper: Workpaper) -> None:
        """The drawing of this workpaper's subject."""
        self._release = workpaper.subject
        self._document = workpaper.subject.document
        self._words = Words(self._document)
        self._captions = Captions(self._release)
        self._marks: list[Mark] = marks(workpaper)

    def sheets(self) -> Iterator[str]:
        """The whole document; a release inside a form begins a sheet of its own."""
        release, position = self._release, 0
        starts = release.announcement.start if release.announcement and release.form else -1
        yield '<article class="sheet">'
        blocks = self._document.blocks
        for number, block in enumerate(blocks):
            if 0 <= starts <= block.start:
                yield '</article><article class="sheet">'
                starts = -1
            yield self._gap(position, block.start)
            after = blocks[number + 1] if number + 1 < len(blocks) else None
            yield self._block(block, after)
            position = max(position, block.end)
        yield self._gap(position, len(self._document.text))
        yield "</article>"

    def _block(self, block: Block, after: Block | None) -> str:
        """One block."""
        if isinstance(block, Grid):
            return Rows(
                block, self._document, self._words, self._captions, self._marks, self.inline
            ).table()
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

    def inline(self, start: int, end: int, *, margin: bool = False) -> str:
        """A stretch of the text with its figures marked."""
        inside, figures = self._document.figures_in(start, end), self._document.figures
        # A figure that began before the stretch is drawn whole where it began.
        position = max(start, figures[inside.start - 1].end) if inside.start else start
        pieces = []
        for number in inside:
            one = figures[number]
            pieces.append(self._words.between(position, one.start))
            words = self._words.between(one.start, one.end)
            pieces.append(figure(number, words, self._marks[number], margin=margin))
            position = one.end
        pieces.append(self._words.between(position, max(end, position)))
        return "".join(pieces)

"""A document in its sections: every statement is one, and so is what stands under a heading."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from tieout.model.document import Block, Grid, Heading
from tieout.model.statement import Statement
from tieout.model.workpaper import Release, Workpaper
from tieout.reports._ended import Ended, ended
from tieout.reports._shares import percent
from tieout.reports._titles import Titles, short

OPENING, FORM, HEADLINE = "The beginning", "Form 8-K", "Headline"

_LONGEST_NOTE = 90
"""A longer block between tables is none of their notes and page numbers."""


class Section(Struct, frozen=True, gc=False):
    """A stretch of a document under one title: the blocks that begin in it, and its figures.

    `part` is its number among the sections, that of the one before where no block begins in it:
    it is a further statement of a table that began there.
    """

    title: str
    part: int
    blocks: range
    figures: range


class Coverage(Struct, frozen=True, gc=False):
    """A section, or several, by how many of the figures ended in each way."""

    title: str
    counts: Counter[Ended]
    part: int = -1
    figures: range = range(0)

    @property
    def stated(self) -> int:
        """How many of its figures state something."""
        return self.counts.total() - self.counts["excluded"]

    @property
    def tested(self) -> int:
        """How many of those were tested."""
        return self.stated - self.counts["not-tested"] - self.counts["ticked"]

    @property
    def differ(self) -> int:
        """How many of its figures differ."""
        return self.counts["differs"]

    @property
    def share(self) -> str:
        """The tested ones in percent of those that state something."""
        return percent(self.tested, self.stated)


def sections(release: Release) -> list[Section]:
    """Every block and every figure in exactly one section, in reading order."""
    document = release.document
    starts: dict[int, str] = {}
    for start, title in _Titled(release).starts():
        starts.setdefault(start, title)
    at = sorted(starts)
    if not at or not document.blocks or at[0] > document.blocks[0].start:
        at.insert(0, 0)
        starts[0] = OPENING
    begins = [block.start for block in document.blocks]
    first = [0, *(bisect_left(begins, start) for start in at[1:]), len(begins)]
    stops = [*at[1:], len(document.text)]
    found: list[Section] = []
    for number, (start, stop) in enumerate(zip([0, *at[1:]], stops, strict=True)):
        blocks = range(first[number], first[number + 1])
        part = number if blocks or not found else found[-1].part
        found.append(Section(starts[at[number]], part, blocks, document.figures_in(start, stop)))
    return found


def coverage(workpaper: Workpaper) -> list[Coverage]:
    """The sections of the subject in which a figure states something: how its figures ended."""
    endings = ended(workpaper)
    found = [
        Coverage(
            one.title,
            Counter(endings[figure] for figure in one.figures),
            one.part,
            one.figures,
        )
        for one in sections(workpaper.subject)
    ]
    return [one for one in found if one.stated]


class _Titled:
    """Where the sections of a release begin, each with its title, which no two of tables share."""

    def __init__(self, release: Release) -> None:
        """Those of this release."""
        self._release, self._titles = release, Titles(release)
        self._statements: dict[int, list[Statement]] = {}
        for statement in release.statements:
            self._statements.setdefault(statement.table, []).append(statement)
        self._told: set[str] = set()
        self._first = self._of_first_words()

    def starts(self) -> Iterator[tuple[int, str]]:
        """Where in the text each section begins, with its title."""
        text, blocks = self._release.document.text, self._release.document.blocks
        over = self._titles.all_over
        table, floor, title, behind = 0, 0, "", ""
        is_apart = False
        for number, block in enumerate(blocks):
            table += isinstance(block, Grid)
            words = short(text[block.start : block.end]) if isinstance(block, Heading) else ""
            if whose := self._apart(block):
                if whose != title or not is_apart:
                    yield block.start, whose
                title, is_apart, floor = whose, True, number + 1
                behind = OPENING if whose == FORM else words or behind
                continue
            if isinstance(block, Grid):
                start = blocks[max(self._titles.over(table).start, floor)].start
                for at, title in self._of_table(table, start, is_closed=bool(behind)):
                    yield at, title
                    behind = f"After {title}" if table in self._statements else ""
            elif number in over:
                continue
            elif words or (behind and (is_apart or block.end - block.start > _LONGEST_NOTE)):
                title, behind = words or behind, ""
                yield block.start, title
                self._told.add(title)
            is_apart = False

    def _of_table(self, table: int, start: int, *, is_closed: bool) -> Iterator[tuple[int, str]]:
        """The sections of a table: one a named statement; none where it belongs to the one over it.

        A section is closed behind a statement: what follows it is in another.
        """
        statements = self._statements.get(table)
        if statements is None:
            if is_closed or self._titles.name(table, None):
                yield start, self._alone(table, None)
            return
        yield start, self._alone(table, statements[0])
        for one in statements[1:]:
            if one.title and one.lines and one.lines[0].spans:
                yield one.lines[0].spans[0].start, self._alone(table, one)

    def _alone(self, table: int, statement: Statement | None) -> str:
        """The title of a table, with its number where another one has that title."""
        title = self._titles.title(table, statement)
        title = f"{title}, table {table}" if title in self._told else title
        self._told.add(title)
        return title

    def _apart(self, block: Block) -> str:
        """What stands apart from the release's own sections: the form it is in, its headline."""
        form, heading = self._release.form, self._release.announcement
        is_of_release = heading is not None and heading.start <= block.start < heading.end
        if form is not None and form.start <= block.start < form.end and not is_of_release:
            return FORM
        if heading is not None and heading.start <= block.start < self._first:
            return HEADLINE
        return ""

    def _of_first_words(self) -> int:
        """Where the release's first paragraph or table begins."""
        release = self._release
        if release.announcement is None:
            return 0
        begins, document = release.announcement.start, release.document
        words = [one.start for one in document.passages if one.kind == "paragraph"]
        words += [grid.start for grid in document.grids]
        return min((one for one in words if one >= begins), default=begins)

"""A filing already read, as the book it could have been composed from."""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from tieout.compose.book import Book
from tieout.compose.init.narrative import Teller, narrative_of
from tieout.compose.init.particulars import company_of, form_of, heading_of, style_of
from tieout.compose.init.statements import begins, nil_of, signed, statements_of
from tieout.compose.init.ties import Ties
from tieout.engine import check
from tieout.errors import Misuse
from tieout.lexicon.canonical import normal
from tieout.model.document import Block, Grid
from tieout.model.workpaper import Release
from tieout.patterns import pattern

__all__ = ["Started", "started"]

_EXHIBIT = pattern(r"\W{0,3}(?:exhibit|ex)\W{1,3}99(?:\.[0-9]{1,2})?\W{0,3}\Z", re.IGNORECASE)
_LONGEST = 400


class Started(Struct, frozen=True):
    """A book started from a filing.

    `expressions` of its figures in prose are expressions, `standing` stand as they are, marked.
    """

    book: Book
    expressions: int
    standing: int


def started(release: Release) -> Started:
    """The book of a release; raises Misuse for one that names no quarter, or has no table."""
    placed = statements_of(release)
    name = release.document.name
    if not placed:
        raise Misuse(f"{name} has no table of figures: no book starts from it")
    if release.calendar is None:
        raise Misuse(f"{name} names no quarter: no book starts from it")
    style = style_of(release, nil_of(placed))
    heading = heading_of(release, "")
    book = Book(
        company=company_of(release),
        heading=heading,
        form=None,
        style=style,
        statements=tuple(signed(one.statement, style) for one in placed),
        narrative="",
        calendar=release.calendar,
    )
    teller = Teller(book, Ties(check(release), placed))
    first = begins(release)
    blocks = [block for block in release.document.blocks if block.start >= first]
    headline, taken = _headline(release, blocks)
    over = teller.told(headline.start, headline.end, is_markdown=False) if headline else ""
    narrative = narrative_of(teller, blocks, placed, taken)
    form = form_of(release, lambda start, end: teller.told(start, end, is_markdown=False))
    made = replace(
        book,
        heading=replace(heading, headline=over or book.company.name),
        form=form,
        narrative=narrative,
    )
    return Started(made, teller.expressions, teller.standing)


def _headline(release: Release, blocks: Sequence[Block]) -> tuple[Block | None, frozenset[int]]:
    """The block of the headline, and the blocks that the heading of the book tells."""
    text = release.document.text
    words = release.announcement.headline if release.announcement is not None else ""
    said = normal(words)
    taken: set[int] = set()
    first: Block | None = None
    for block in blocks:
        told = " ".join(text[block.start : min(block.end, block.start + _LONGEST)].split())
        if _EXHIBIT.match(told):
            taken.add(block.start)
            continue
        if isinstance(block, Grid):
            continue
        first = first or (block if len(told) < _LONGEST else None)
        if said and normal(told) == said:
            first = block
            break
    if first is not None:
        taken.add(first.start)
    return first, frozenset(taken)

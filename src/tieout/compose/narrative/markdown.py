"""Markdown of a narrative to blocks: headings, paragraphs, lists, bold, italic, page breaks."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from tieout.compose.blocks import Block, Bullets, PageBreak, Paragraph, Run, Runs, Title
from tieout.compose.narrative.record import STATEMENT, marked
from tieout.errors import Misuse
from tieout.extras import needs

if TYPE_CHECKING:
    from markdown_it.token import Token

_RULES = ("heading", "hr", "list", "emphasis", "newline", "escape")
_LEVELS = 3


def placed(number: int) -> str:
    """What stands in the text where a statement is to stand."""
    return f"{STATEMENT}{number}{STATEMENT}"


def blocks(text: str, statement: Callable[[int], Block]) -> Iterator[Block]:
    """The blocks of a text, statements where they are placed; raises Misuse without the parser."""
    try:
        from markdown_it import MarkdownIt
    except ImportError:
        raise Misuse(needs("composing", "markdown-it-py", "write")) from None
    parser = MarkdownIt("zero").enable(list(_RULES))
    held = parser.parse(text)
    place = 0
    while place < len(held):
        token = held[place]
        if token.type == "hr":
            yield PageBreak()
        elif token.type == "heading_open":
            yield Title(_runs(held[place + 1]), min(int(token.tag[1:]), _LEVELS))
            place += 2
        elif token.type == "paragraph_open":
            yield _paragraph(held[place + 1], statement)
            place += 2
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            last = _closing(held, place)
            yield from _list(held[place : last + 1])
            place = last
        place += 1


def _closing(held: Sequence["Token"], place: int) -> int:
    """Where what opens at a place is closed."""
    level = held[place].level
    return next(
        last
        for last in range(place + 1, len(held))
        if held[last].level == level and held[last].nesting < 0
    )


def _paragraph(inline: "Token", statement: Callable[[int], Block]) -> Block:
    """A paragraph, or the statement whose place it is."""
    words = inline.content.strip()
    if (
        words.startswith(STATEMENT)
        and words.endswith(STATEMENT)
        and words.strip(STATEMENT).isdigit()
    ):
        return statement(int(words.strip(STATEMENT)))
    if STATEMENT in words:
        raise Misuse("a statement stands on a line of its own: put empty lines around it")
    return Paragraph(_runs(inline))


def _list(held: Sequence["Token"]) -> Iterator[Block]:
    """The entries of a list; numbered ones are paragraphs that keep their numbers."""
    entries: list[Runs] = []
    number = ""
    for token in held:
        if token.type == "list_item_open":
            number = f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "inline":
            if number:
                yield Paragraph((Run(number), *_runs(token)))
            else:
                entries.append(_runs(token))
            number = ""
    if entries:
        yield Bullets(tuple(entries))


def _runs(inline: "Token") -> Runs:
    """The words of a line in their faces, each number that an expression printed by itself."""
    runs: list[Run] = []
    bold = italic = 0
    for token in inline.children or ():
        if token.type in ("strong_open", "strong_close"):
            bold += token.nesting
        elif token.type in ("em_open", "em_close"):
            italic += token.nesting
        text = {"softbreak": " ", "hardbreak": "\n"}.get(token.type, token.content)
        if text:
            _add(runs, text, bold=bold > 0, italic=italic > 0)
    return tuple(runs)


def _add(runs: list[Run], text: str, *, bold: bool, italic: bool) -> None:
    """Adds words, joined to the run before where nothing parts them."""
    for words, fact in marked(text):
        before = runs[-1] if runs else None
        run = Run(words, bold=bold, italic=italic, fact=fact)
        if before == Run(before.text if before else "", bold=bold, italic=italic) and fact < 0:
            runs[-1] = Run(before.text + words, bold=bold, italic=italic)
        else:
            runs.append(run)


def line_of(text: str) -> Runs:
    """Words without Markdown, each number that an expression printed by itself."""
    return tuple(Run(words, fact=fact) for words, fact in marked(text))

"""The comments of a Word document: those there are, and ours behind them."""

from collections.abc import Sequence
from typing import Any

from tieout.harmless import kept
from tieout.readers.docx.elements import attribute
from tieout.reports.docx.ranges import Node

AUTHOR, INITIALS = "tieout", "TO"


def unused(taken: set[str]) -> Any:  # noqa: ANN401 - an endless iterator of numbers
    """Numbers that no comment has yet."""
    number = 0
    while True:
        if str(number) not in taken:
            yield number
        number += 1


def numbers_in(comments: Node) -> set[str]:
    """The numbers of the comments there are."""
    return {attribute(one, "id") for one in comments}


def add(comments: Node, number: int, sentences: Sequence[str]) -> None:
    """A comment of so many paragraphs, the first one bold; without a date, as nothing dates it."""
    space = str(comments.tag).rpartition("}")[0] + "}"
    comment = comments.makeelement(f"{space}comment")
    for key, value in (("id", str(number)), ("author", AUTHOR), ("initials", INITIALS)):
        comment.set(f"{space}{key}", value)
    for place, sentence in enumerate(sentences):
        paragraph = comments.makeelement(f"{space}p")
        if place == 0:
            mark = comments.makeelement(f"{space}r")
            mark.append(comments.makeelement(f"{space}annotationRef"))
            paragraph.append(mark)
        run = comments.makeelement(f"{space}r")
        if place == 0:
            properties = comments.makeelement(f"{space}rPr")
            properties.append(comments.makeelement(f"{space}b"))
            run.append(properties)
        words = comments.makeelement(f"{space}t")
        words.text = kept(sentence)
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.append(words)
        paragraph.append(run)
        comment.append(paragraph)
    comments.append(comment)

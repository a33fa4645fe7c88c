"""The comments of a Word document: those there are, and ours behind them."""

from collections.abc import Iterator, Sequence
from itertools import count

from tieout.harmless import kept
from tieout.readers.docx.elements import attribute
from tieout.reports.docx.tree import Node

AUTHOR, INITIALS = "tieout", "TO"


def unused(taken: set[str]) -> Iterator[int]:
    """Numbers that no comment has yet."""
    return (number for number in count() if str(number) not in taken)


def numbers_in(comments: Node, body: Node) -> set[str]:
    """The numbers of the comments there are, and of those that a body only refers to."""
    space = body.tag.rpartition("}")[0] + "}"
    marks = body.every(f"{space}commentReference", f"{space}commentRangeStart")
    return {attribute(one, "id") for one in (*comments, *marks)}


def add(comments: Node, number: int, sentences: Sequence[str]) -> None:
    """A comment of so many paragraphs, the first one bold; without a date, as nothing dates it."""
    space = comments.tag.rpartition("}")[0] + "}"
    comment = comments.made(f"{space}comment")
    for key, value in (("id", str(number)), ("author", AUTHOR), ("initials", INITIALS)):
        comment.set(f"{space}{key}", value)
    for place, sentence in enumerate(sentences):
        paragraph = comments.made(f"{space}p")
        if place == 0:
            mark = comments.made(f"{space}r")
            mark.append(comments.made(f"{space}annotationRef"))
            paragraph.append(mark)
        run = comments.made(f"{space}r")
        if place == 0:
            properties = comments.made(f"{space}rPr")
            properties.append(comments.made(f"{space}b"))
            run.append(properties)
        words = comments.made(f"{space}t")
        words.text = kept(sentence)
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.append(words)
        paragraph.append(run)
        comment.append(paragraph)
    comments.append(comment)

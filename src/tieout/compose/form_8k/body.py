"""What stands behind the cover of a Form 8-K: items, exhibits, signature."""

from collections.abc import Iterator

from tieout.compose.blocks import Block, Paragraph, Run, Title
from tieout.compose.book import Company, Form, Item
from tieout.compose.form_8k.cover import day
from tieout.lexicon.items import TITLES

_REQUIREMENTS = (
    "Pursuant to the requirements of the Securities Exchange Act of 1934, the registrant has duly"
    " caused this report to be signed on its behalf by the undersigned hereunto duly authorized."
)
_EXHIBITS = "9.01"
_TO_SIGN = "_" * 30


def body_blocks(company: Company, form: Form) -> Iterator[Block]:
    """The items in order, the exhibits under their item, and the signature.

    A form that nobody has signed yet has a line to sign on.
    """
    for item in form.items:
        yield from _item(item)
        if item.number == _EXHIBITS:
            yield from _exhibits(form)
    yield Title((Run("SIGNATURE"),), 2, "center")
    yield _paragraph(_REQUIREMENTS)
    yield Paragraph((Run(company.name, bold=True), Run("\n(Registrant)")))
    yield _paragraph(f"Date: {day(form.signed)}" if form.signed else f"Date: {_TO_SIGN[:16]}")
    signatory = form.signatory
    if signatory.name:
        mark = f"By: /s/ {signatory.name}" if form.signed else f"By: {_TO_SIGN}"
        yield _paragraph("\n".join((mark, f"Name: {signatory.name}", *_office(signatory.title))))


def item_title(number: str) -> str:
    """The official title of an item, as of today; empty for a number that is no item's."""
    return next((title for item, title in TITLES if item == number), "")


def _item(item: Item) -> Iterator[Block]:
    """An item under its official title."""
    title = item_title(item.number)
    words = f"Item {item.number} {title}." if title else f"Item {item.number}"
    yield Title((Run(words),), 3)
    for text in item.text:
        yield _paragraph(text)


def _exhibits(form: Form) -> Iterator[Block]:
    """The exhibits as listed, one a paragraph."""
    for exhibit in form.exhibits:
        yield _paragraph(f"Exhibit {exhibit.number} {exhibit.description}")


def _office(title: tuple[str, ...]) -> tuple[str, ...]:
    """The signatory's title, line by line."""
    return (f"Title: {title[0]}", *title[1:]) if title else ()


def _paragraph(words: str) -> Paragraph:
    """Words in the one face."""
    return Paragraph((Run(words),))

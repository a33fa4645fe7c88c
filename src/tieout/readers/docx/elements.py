"""Elements of WordprocessingML by their local names, strict and transitional alike."""

from collections.abc import Iterable, Iterator
from typing import Protocol

_OFF = ("0", "false", "off", "none")


class Element(Protocol):
    """An element of XML, as lxml has them."""

    tag: object
    text: str | None

    def __iter__(self) -> Iterator["Element"]:
        """Its children."""

    def items(self) -> Iterable[tuple[object, object]]:
        """Its attributes with their values."""


def local(element: Element) -> str:
    """An element's name without its namespace; empty for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Element | None, name: str) -> Element | None:
    """The first child of that name."""
    if element is None:
        return None
    return next((one for one in element if local(one) == name), None)


def attribute(element: Element | None, name: str) -> str:
    """An attribute by its local name; empty where there is none."""
    if element is None:
        return ""
    return next((str(v) for key, v in element.items() if str(key).rpartition("}")[2] == name), "")


def setting(element: Element | None, name: str) -> str:
    """The value of a property among an element's children; empty where it is not set."""
    return attribute(child(element, name), "val")


def is_on(element: Element | None, name: str) -> bool:
    """True for a property that is set and not switched off."""
    found = child(element, name)
    return found is not None and attribute(found, "val").lower() not in _OFF


def number(value: str) -> int:
    """A measure as a whole number; 0 where it is none."""
    digits = value.strip().removeprefix("+")
    return int(digits) if digits.isdecimal() and len(digits) < 8 else 0

"""Elements of WordprocessingML by their local names, strict and transitional alike."""

from collections.abc import Iterable, Iterator
from typing import Protocol, Self, TypeVar

_OFF = ("0", "false", "off", "none")


class Element(Protocol):
    """An element of XML."""

    @property
    def tag(self) -> str:
        """Its name, behind that of its namespace in braces."""

    @property
    def text(self) -> str | None:
        """The words that it begins with."""

    def __iter__(self) -> Iterator[Self]:
        """Its children."""

    def items(self) -> Iterable[tuple[str, str]]:
        """Its attributes with their values."""


E = TypeVar("E", bound=Element)


def local(element: Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def child(element: E | None, name: str) -> E | None:
    """The first child of that name."""
    if element is None:
        return None
    return next((one for one in element if local(one) == name), None)


def attribute(element: Element | None, name: str) -> str:
    """An attribute by its local name; empty where there is none."""
    if element is None:
        return ""
    return next((said for key, said in element.items() if key.rpartition("}")[2] == name), "")


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

"""The links of a taxonomy: what sums to what, how lines are ordered, and what they are called."""

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from tieout.xbrl.elements import Element, Elements
from tieout.xbrl.network import Network
from tieout.xbrl.xml import document, tag, words

SUMMATION = "https://xbrl.org/2023/arcrole/summation-item"
"""The arc role of Calculations 1.1, which allows for rounding."""
_SUMMATION_AT = "https://www.xbrl.org/2023/calculation-1.1.xsd#summation-item"
_PARENT = "http://www.xbrl.org/2003/arcrole/parent-child"
_NAMING = "http://www.xbrl.org/2003/arcrole/concept-label"
_STANDARD = "http://www.xbrl.org/2003/role/link"
_LABEL = "http://www.xbrl.org/2003/role/label"
_PREFIXES = {
    "xmlns:link": "http://www.xbrl.org/2003/linkbase",
    "xmlns:xlink": "http://www.w3.org/1999/xlink",
}


class Files(Struct, frozen=True):
    """What a taxonomy's files are called, each after `stem`; its namespace, and whose elements."""

    stem: str
    namespace: str
    official: Literal["us-gaap", "ifrs-full"] = "us-gaap"

    @property
    def schema(self) -> str:
        """The extension schema, the entry point."""
        return f"{self.stem}.xsd"

    @property
    def standard(self) -> str:
        """The declarations of official elements."""
        return f"{self.stem}-{self.official}.xsd"

    @property
    def calculation(self) -> str:
        """Which elements each total sums."""
        return f"{self.stem}-cal.xml"

    @property
    def presentation(self) -> str:
        """In what order the lines stand."""
        return f"{self.stem}-pre.xml"

    @property
    def labels(self) -> str:
        """What the lines are called."""
        return f"{self.stem}-lab.xml"

    def role(self, number: int) -> str:
        """The role of a statement's links."""
        return f"{self.namespace}:role:{number + 1}"


class _Link:
    """One extended link under construction; each element is located once."""

    def __init__(self, files: Files, kind: str, role: str) -> None:
        """An empty link of a kind and role."""
        self._files, self._kind, self._role = files, kind, role
        self._located = set[str]()
        self._inside: list[str] = []

    def locate(self, element: Element) -> str:
        """The label by which arcs name the element."""
        place = self._files.standard if element.is_standard else self._files.schema
        return self.locate_id(element.id, place)

    def locate_id(self, name: str, place: str = "") -> str:
        """The same by the element's id, in the extension schema unless another is named."""
        if name not in self._located:
            self._located.add(name)
            told = {"xlink:type": "locator", "xlink:href": f"{place or self._files.schema}#{name}"}
            self._inside.append(tag("link:loc", {**told, "xlink:label": name}))
        return name

    def arc(self, role: str, start: str, end: str, **told: str) -> None:
        """An arc between two labels."""
        ends = {"xlink:type": "arc", "xlink:arcrole": role, "xlink:from": start, "xlink:to": end}
        self._inside.append(tag(f"link:{self._kind}Arc", ends | told))

    def label(self, name: str, text: str) -> None:
        """Words for an element."""
        told = {"xlink:type": "resource", "xlink:label": name, "xlink:role": _LABEL}
        self._inside.append(words("link:label", {**told, "xml:lang": "en"}, text))

    def __str__(self) -> str:
        """The link as XML."""
        told = {"xlink:type": "extended", "xlink:role": self._role}
        return tag(f"link:{self._kind}Link", told, *self._inside)


def calculation(files: Files, network: Network) -> bytes:
    """Every relation as arcs of its statement's role, weights +1 and −1."""
    links: dict[int, _Link] = {}
    for relation in network.relations:
        role = files.role(relation.statement)
        link = links.setdefault(relation.statement, _Link(files, "calculation", role))
        total = link.locate(relation.total)
        for order, (weight, part) in enumerate(relation.parts, 1):
            end = link.locate(part)
            link.arc(SUMMATION, total, end, weight=str(weight), order=str(order))
    sums = _reference("arcroleRef", {"arcroleURI": SUMMATION}, _SUMMATION_AT)
    return _linkbase([*_roles(files, links), sums], links.values())


def presentation(files: Files, elements: Elements) -> bytes:
    """The lines of every statement under its heading, in the order they are printed."""
    links: dict[int, _Link] = {}
    seen: dict[int, set[str]] = {}
    for element, fact in elements.facts:
        number = fact.statement
        link = links.setdefault(number, _Link(files, "presentation", files.role(number)))
        held = seen.setdefault(number, set())
        if element.id not in held:
            held.add(element.id)
            top = link.locate_id(heading(number))
            link.arc(_PARENT, top, link.locate(element), order=str(len(held)))
    return _linkbase(_roles(files, links), links.values())


def heading(statement: int) -> str:
    """The id of the abstract element that stands over a statement's lines."""
    return f"ext_Statement{statement + 1}Abstract"


def labels(files: Files, elements: Elements) -> bytes:
    """What each element is called: the caption of the first line that reports it."""
    link = _Link(files, "label", _STANDARD)
    for element in elements.declared:
        link.label(f"label_{element.id}", element.label or element.local)
        link.arc(_NAMING, link.locate(element), f"label_{element.id}")
    return _linkbase([], [link])


def _roles(files: Files, links: Iterable[int]) -> Iterator[str]:
    """References to the roles that links are of."""
    for number in links:
        place = f"{files.schema}#role{number + 1}"
        yield _reference("roleRef", {"roleURI": files.role(number)}, place)


def _reference(name: str, told: dict[str, str], place: str) -> str:
    """A reference to where a role is defined."""
    return tag(f"link:{name}", {**told, "xlink:type": "simple", "xlink:href": place})


def _linkbase(references: Iterable[str], links: Iterable[_Link]) -> bytes:
    """A linkbase of links."""
    inside = [*references, *(str(link) for link in links)]
    return document(tag("link:linkbase", _PREFIXES, *inside))

"""A part of a Word document as a tree that may be changed, and is written as it was read.

Names keep the prefixes that they have, and those that nothing uses stay declared: Word refuses a
document that says of a prefix that it may be ignored, and does not declare it.
"""

from collections.abc import Iterator
from xml.parsers.expat import ExpatError, ParserCreate

from tieout.errors import Unreadable

_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OF_XML = "http://www.w3.org/XML/1998/namespace"
_IN_WORDS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_VALUE = _IN_WORDS | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


class Node:
    """An element: its name in braces and behind them, its words, what is in it, and its parent."""

    __slots__ = ("_attributes", "_inside", "_name", "_parent", "_spaces", "tail", "text")

    def __init__(self, name: str, attributes: dict[str, str], spaces: dict[str, str]) -> None:
        """An element by its name as written; the spaces are those of the prefixes around it."""
        here = {
            key.partition(":")[2]: value
            for key, value in attributes.items()
            if key == "xmlns" or key.startswith("xmlns:")
        }
        self._name, self._attributes = name, attributes
        self._spaces = spaces | here if here else spaces
        self._inside: list[Node] = []
        self._parent: Node | None = None
        self.text = self.tail = ""

    @property
    def parent(self) -> "Node":
        """The element that this one stands in; the outermost stands in none."""
        assert self._parent is not None
        return self._parent

    @property
    def is_outermost(self) -> bool:
        """True for the element that the whole part is."""
        return self._parent is None

    @property
    def tag(self) -> str:
        """The name, behind that of its namespace in braces."""
        return self._full(self._name, self._spaces.get("", ""))

    def __iter__(self) -> Iterator["Node"]:
        """The elements in it."""
        return iter(tuple(self._inside))

    def items(self) -> Iterator[tuple[str, str]]:
        """The attributes, but for those that declare prefixes."""
        for key, value in self._attributes.items():
            if key != "xmlns" and not key.startswith("xmlns:"):
                yield self._full(key, ""), value

    def every(self, *tags: str) -> Iterator["Node"]:
        """The element itself and all inside of it, where they have one of these names."""
        open_ = [self]
        while open_:
            one = open_.pop()
            if one.tag in tags:
                yield one
            open_ += reversed(one._inside)

    def behind(self) -> tuple["Node", ...]:
        """The elements that follow in the same parent."""
        siblings = self.parent._inside
        return tuple(siblings[siblings.index(self) + 1 :])

    def made(self, tag: str) -> "Node":
        """A new element of that name, to stand somewhere near."""
        space, _, name = tag.removeprefix("{").rpartition("}")
        return Node(self._written(space, name), {}, self._spaces)

    def like(self) -> "Node":
        """A new element of the same name and attributes, with nothing in it."""
        return Node(self._name, dict(self._attributes), self._spaces)

    def copy(self) -> "Node":
        """The same again, with all that is in it."""
        new = self.like()
        new.text = self.text
        for one in self:
            inside = one.copy()
            inside.tail = one.tail
            new.append(inside)
        return new

    def set(self, tag: str, value: str) -> None:
        """Gives an attribute a value."""
        space, _, name = tag.removeprefix("{").rpartition("}")
        self._attributes[self._written(space, name) if space else name] = value

    def append(self, one: "Node") -> None:
        """Puts an element last, out of where it stood."""
        self.insert(len(self._inside), one)

    def insert(self, place: int, one: "Node") -> None:
        """Puts an element there, out of where it stood."""
        if one._parent is not None:
            one._parent._inside.remove(one)
        self._inside.insert(place, one)
        one._parent = self

    def put_before(self, one: "Node") -> None:
        """Puts an element right before this one."""
        self.parent.insert(self.parent._inside.index(self), one)

    def put_behind(self, one: "Node") -> None:
        """Puts an element right behind this one, before the words that stand there."""
        one.tail, self.tail = self.tail, ""
        self.parent.insert(self.parent._inside.index(self) + 1, one)

    def written(self) -> bytes:
        """The whole part, of which this is the first element."""
        return "".join((_DECLARED, *self._pieces())).encode("utf-8", "xmlcharrefreplace")

    def _pieces(self) -> Iterator[str]:
        """The element as XML; what is open is kept here, since a document may be of any depth."""
        open_: list[Node | str] = [self]
        while open_:
            one = open_.pop()
            if isinstance(one, str):
                yield one
                continue
            attributes = "".join(
                f' {key}="{value.translate(_IN_VALUE)}"' for key, value in one._attributes.items()
            )
            if one._inside or one.text:
                yield f"<{one._name}{attributes}>{one.text.translate(_IN_WORDS)}"
                open_.append(f"</{one._name}>{one.tail.translate(_IN_WORDS)}")
                open_ += reversed(one._inside)
            else:
                yield f"<{one._name}{attributes}/>{one.tail.translate(_IN_WORDS)}"

    def _full(self, name: str, bare: str) -> str:
        """A name as written, behind its namespace; without a prefix it is in the bare one."""
        prefix, _, local = name.rpartition(":")
        space = self._spaces.get(prefix, "") if prefix else bare
        return f"{{{space}}}{local}" if space else local

    def _written(self, space: str, name: str) -> str:
        """A name with the prefix that stands for its namespace here."""
        for prefix, known in reversed(self._spaces.items()):
            if known == space:
                return f"{prefix}:{name}" if prefix else name
        return name


def parsed(raw: bytes | str, name: str) -> Node:
    """The first element of a part; raises Unreadable for what is no XML, or declares entities."""
    parser = ParserCreate()
    parser.buffer_text = True
    root = Node("", {}, {"xml": _OF_XML})
    open_ = [root]

    def begin(tag: str, attributes: dict[str, str]) -> None:
        node = Node(tag, attributes, open_[-1]._spaces)
        open_[-1].append(node)
        open_.append(node)

    def end(_: str) -> None:
        open_.pop()

    def words(said: str) -> None:
        if open_[-1]._inside:
            open_[-1]._inside[-1].tail += said
        else:
            open_[-1].text += said

    def refuse(*_: object) -> None:
        raise Unreadable(f"its part {name!r} declares entities, which no document does")

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = words, refuse
    try:
        parser.Parse(raw, True)  # noqa: FBT003 - expat has no names for its arguments
    except (ExpatError, ValueError):
        raise Unreadable(f"its part {name!r} is no XML: save the document again") from None
    (first,) = root
    first._parent = None
    return first

"""Comments put around words of a Word document: runs are parted where the words begin and end."""

from collections.abc import Iterator, Sequence

from tieout.readers.docx.elements import child, local
from tieout.reports.docx.letters import Letter, Stretch
from tieout.reports.docx.tree import Node

_PRESERVED = "{http://www.w3.org/XML/1998/namespace}space"
# What may hold the marks of a comment's range beside runs.
_HOLDERS = frozenset(
    ("p", "ins", "moveTo", "hyperlink", "smartTag", "sdtContent", "fldSimple", "customXml", "dir",
     "bdo")
)  # fmt: skip


def enclose(stretch: Stretch, numbers: Sequence[int]) -> None:
    """Puts the comments of these numbers around a stretch of words; the words stay as they are.

    Stretches of one element are enclosed from the last to the first: what stands before one keeps
    its place.
    """
    first = _opened(stretch.first)
    last = stretch.last
    if last.element is stretch.first.element and first is not None:
        moved = next(first.every(stretch.first.element.tag), None)
        if moved is not None and moved is not last.element:
            last = Letter(moved, last.place - stretch.first.place)
    begin = first if first is not None else _outermost(stretch.first.element)
    end = _closed(last)
    for number in numbers:
        begin.put_before(_mark(begin, "commentRangeStart", number))
    behind = end
    while local(behind.parent) != "p":  # a reference is no part of a change or a link
        behind = behind.parent
    for number in reversed(numbers):
        behind.put_behind(_reference(behind, number))
        end.put_behind(_mark(end, "commentRangeEnd", number))


def refer_before(element: Node, number: int) -> None:
    """Refers to a comment before all words of the paragraph that an element stands in."""
    paragraph = _paragraph_of(element)
    properties = child(paragraph, "pPr")
    paragraph.insert(0 if properties is None else 1, _reference(paragraph, number))


def refer_behind(element: Node, number: int) -> None:
    """Refers to a comment behind all words of the paragraph that an element stands in."""
    paragraph = _paragraph_of(element)
    paragraph.append(_reference(paragraph, number))


def space_of(node: Node) -> str:
    """The namespace, in braces, of the nearest paragraph or of the document."""
    while local(node) not in ("p", "document") and not node.is_outermost:
        node = node.parent
    return node.tag.rpartition("}")[0] + "}"


def _paragraph_of(element: Node) -> Node:
    """The paragraph an element stands in."""
    while local(element) != "p":
        element = element.parent
    return element


def _reference(node: Node, number: int) -> Node:
    """A run that refers to a comment."""
    run = node.made(f"{space_of(node)}r")
    run.append(_mark(node, "commentReference", number))
    return run


def _mark(node: Node, name: str, number: int) -> Node:
    """An empty element with a comment's number."""
    space = space_of(node)
    made = node.made(space + name)
    made.set(f"{space}id", str(number))
    return made


def _opened(letter: Letter) -> Node | None:
    """The run that begins with a letter, once it is parted; None where it cannot be."""
    run = _run_of(letter.element)
    if run is None:
        return None
    if letter.place == 0 and next(_contents(run), None) is letter.element:
        return run
    return _parted(run, letter.element, letter.place)


def _closed(letter: Letter) -> Node:
    """The run that ends with a letter, once it is parted, or what holds the letter."""
    run = _run_of(letter.element)
    if run is None:
        return _outermost(letter.element)
    *_, final = _contents(run)
    if final is not letter.element or letter.place + 1 < _length(letter.element):
        _parted(run, letter.element, letter.place + 1)
    return run


def _parted(run: Node, element: Node, place: int) -> Node:
    """The second of the two runs that a run is parted into before a place of one of its words."""
    new = run.like()
    properties = child(run, "rPr")
    if properties is not None:
        new.append(properties.copy())
    rest = list(element.behind())
    if place == 0:
        rest.insert(0, element)
    elif place < _length(element):
        words = element.text
        tail = element.made(element.tag)
        for one, said in ((element, words[:place]), (tail, words[place:])):
            one.text = said
            one.set(_PRESERVED, "preserve")
        rest.insert(0, tail)
    for one in rest:
        new.append(one)
    run.put_behind(new)
    return new


def _contents(run: Node) -> Iterator[Node]:
    """What stands in a run beside its properties."""
    return (one for one in run if local(one) != "rPr")


def _length(element: Node) -> int:
    """How many letters an element of words has; one that is a sign has one."""
    return len(element.text or "") if local(element) == "t" else 1


def _run_of(element: Node) -> Node | None:
    """The run that holds an element, where it may be parted and marked beside."""
    run = element.parent
    is_plain = local(run) == "r" and local(run.parent) in _HOLDERS
    return run if is_plain and run.tag == f"{space_of(run)}r" else None


def _outermost(element: Node) -> Node:
    """What holds an element in a paragraph, or in what a mark may stand in."""
    while local(element.parent) not in _HOLDERS:
        element = element.parent
    return element

"""How much a PDF has drawn in all, counted before PDFium draws it.

A page's marks may be those of a hundred other pages too, and may call forms, which call forms: a
file of 5 KB says so what no memory holds. PDFium cannot be stopped, so the calls are followed here,
by name, and what they draw is summed without drawing it.
"""

from collections import Counter
from collections.abc import Callable, Iterator

from msgspec import Struct

from tieout.errors import Unreadable
from tieout.patterns import pattern

MOST_MARKS = 64 * 1024 * 1024
"""Bytes of marks on all pages, a form's as often as it is called: four times those of any seen."""

MOST_MARKS_OF_A_PAGE = 32 * 1024 * 1024
"""Bytes of a page's: PDFium takes twenty times as many, and lets them go after each page."""

_NUMBERED = pattern(rb"([0-9]{1,10})[\s\0]{1,9}[0-9]{1,5}[\s\0]{0,9}\Z")
_LONGEST_NUMBER = 40
_KEYWORD = pattern(rb"endobj|stream(?:\r\n|\n|\r)?|obj")
_NAME = rb"/([^\s\0/<>\[\](){}%]{1,127})"
_REFERENCE = pattern(_NAME + rb"[\s\0]{0,9}([0-9]{1,10})[\s\0]{1,9}[0-9]{1,5}[\s\0]{1,9}R")
_CALL = pattern(rb"Do(?![^\s\0/<>\[\](){}%])")
_CALLED = pattern(_NAME + rb"(?:[\s\0]|%[^\r\n]{0,200}[\r\n]){1,9}\Z")
_LONGEST_CALL = 400
_ESCAPED = pattern(rb"#([0-9A-Fa-f]{2})")
_NUMBERS = pattern(rb"([0-9]{1,10})[\s\0]{1,9}[0-9]{1,5}[\s\0]{1,9}R")
_FORM = pattern(rb"/Subtype[\s\0]{0,9}/Form(?![A-Za-z])")
_PAGE = pattern(rb"/Type[\s\0]{0,9}/Page(?![A-Za-z])")
_CONTENTS = pattern(rb"/Contents[\s\0]{0,9}(\[[^\]]*|[0-9]+[\s\0]+[0-9]+[\s\0]+R)")
_KIDS = pattern(rb"/Kids[\s\0]{0,9}\[([^\]]*)")
_PACKED_OBJECTS = pattern(rb"/Type[\s\0]{0,9}/ObjStm")
_FIRST = pattern(rb"/First[\s\0]{1,9}([0-9]{1,9})")
_LENGTH = pattern(rb"/Length[\s\0]{1,9}([0-9]{1,9})(?![0-9]|[\s\0]{1,9}[0-9])")
_DEEPEST = 50
_HELD_IN = (b"Resources", b"XObject")
_ENDLESS = 2**62


class _Stream(Struct, frozen=True):
    """A stream: what stands before it, and where it begins and ends."""

    told: bytes
    start: int
    end: int


class _File:
    """The objects of a PDF by their numbers, each as often as the file has it."""

    def __init__(self, raw: bytes, unpack: Callable[[bytes], bytes]) -> None:
        """The objects of the file, those packed in a stream among them."""
        self._raw, self._unpack = raw, unpack
        self.told: dict[int, list[bytes]] = {}
        self.streams: dict[int, list[_Stream]] = {}
        unpacked = 0
        for number, told, stream in _objects(raw):
            self.told.setdefault(number, []).append(told)
            if stream is None:
                continue
            self.streams.setdefault(number, []).append(stream)
            if _PACKED_OBJECTS.search(told) and unpacked <= MOST_MARKS:
                words = self.unpacked(stream)
                unpacked += len(words) + stream.end - stream.start
                for inner, one in _inside(words, told):
                    self.told.setdefault(inner, []).append(one)

    def unpacked(self, stream: _Stream) -> bytes:
        """What a stream holds, unpacked or as it stands: its bytes may only look packed."""
        packed = self._raw[stream.start : stream.end]
        unpacked = self._unpack(packed)
        return packed if unpacked is packed else b"\n".join((unpacked, packed))

    def named(self, told: bytes, keys: tuple[bytes, ...]) -> dict[bytes, set[int]]:
        """What each name in an object leads to, and in those that the keys lead to."""
        found: dict[bytes, set[int]] = {}
        seen: set[int] = set()
        left = [told]
        while left:
            for name, number in _REFERENCE.findall(left.pop()):
                found.setdefault(_plain(name), set()).add(int(number))
                if name in keys and int(number) not in seen:
                    seen.add(int(number))
                    left += self.told.get(int(number), ())
        return found


def refuse_endless(raw: bytes, unpack: Callable[[bytes], bytes]) -> None:
    """Raises Unreadable for a PDF that draws more than any release, however little it holds.

    `unpack` gives a stream's marks, as far as they are measured.
    """
    if marks(raw, unpack) > MOST_MARKS:
        raise Unreadable(
            f"its pages draw more than {MOST_MARKS:,} bytes of marks, or one of them half as "
            "many: print it to a new PDF, or export it again"
        )


def marks(raw: bytes, unpack: Callable[[bytes], bytes]) -> int:
    """The bytes of marks on all pages; beyond all bounds where forms call each other for ever."""
    file = _File(raw, unpack)
    pages = {
        number: told
        for number, several in file.told.items()
        for told in several
        if _PAGE.search(told)
    }
    if not pages:
        return 0
    listed: Counter[int] = Counter()
    for told in (told for several in file.told.values() for told in several):
        for kids in _KIDS.findall(told):
            listed.update(int(number) for number in _NUMBERS.findall(kids))
    if any(count > 1 and number not in pages for number, count in listed.items()):
        return _ENDLESS  # a branch of pages that stands in several places
    forms = _Forms(file)
    whole = 0
    for number, told in pages.items():
        named = file.named(told, (*_HELD_IN, b"Parent"))
        drawn = sum(forms.drawn(stream, named) for stream in _contents(file, told))
        if drawn > MOST_MARKS_OF_A_PAGE:
            return _ENDLESS
        whole += drawn * max(listed[number], 1)
        if whole > MOST_MARKS:
            break
    return min(whole, _ENDLESS)


class _Forms:
    """What forms draw, each counted once."""

    def __init__(self, file: _File) -> None:
        """The forms of the file."""
        self._file = file
        self._drawn: dict[int, int] = {}
        self._calls: dict[tuple[int, int], tuple[int, Counter[bytes]]] = {}

    def drawn(self, stream: _Stream, named: dict[bytes, set[int]], depth: int = 0) -> int:
        """The bytes that a stream's marks come to, with those of the forms it calls."""
        whole, calls = self._called(stream)
        for name, count in calls.items():
            for number in named.get(name, ()):
                whole += count * self._of(number, named, depth + 1)
        return min(whole, _ENDLESS)

    def _called(self, stream: _Stream) -> tuple[int, Counter[bytes]]:
        """How long a stream's marks are, and how often they call each name."""
        place = (stream.start, stream.end)
        if place not in self._calls:
            marks = self._file.unpacked(stream)
            self._calls[place] = len(marks), Counter(_calls(marks))
        return self._calls[place]

    def _of(self, number: int, around: dict[bytes, set[int]], depth: int) -> int:
        """The bytes that a form draws; of what is no form, nothing."""
        if number in self._drawn:
            return self._drawn[number]
        if depth > _DEEPEST:
            return _ENDLESS
        self._drawn[number] = _ENDLESS  # where it is met again inside of itself
        whole = 0
        for stream in self._file.streams.get(number, ()):
            if _FORM.search(stream.told):
                own = self._file.named(stream.told, _HELD_IN)
                held = own if b"/Resources" in stream.told else around
                whole += self.drawn(stream, held, depth)
        self._drawn[number] = whole
        return whole


def _objects(raw: bytes) -> Iterator[tuple[int, bytes, _Stream | None]]:
    """The number of each object, its words, and its stream where it has one.

    Those inside of streams are among them: the file's index may lead there.
    """
    last = raw.rfind(b"endstream")
    place = raw.find(b"obj")
    while place >= 0:
        numbered = _NUMBERED.search(raw, max(0, place - _LONGEST_NUMBER), place)
        begun = place + len(b"obj")
        place = raw.find(b"obj", begun)
        if numbered is None:
            continue
        keyword = _KEYWORD.search(raw, begun)
        told = raw[begun : keyword.start() if keyword else len(raw)]
        stream = None
        if keyword is not None and keyword[0].startswith(b"stream"):
            start = keyword.end()
            length = _LENGTH.search(told)
            end = start + int(length[1]) if length else start
            if not raw[end : end + 12].strip().startswith(b"endstream"):
                end = raw.find(b"endstream", start) if start <= last else place
            stream = _Stream(told, start, end if end >= 0 else len(raw))
        yield int(numbered[1]), told, stream


def _inside(unpacked: bytes, told: bytes) -> Iterator[tuple[int, bytes]]:
    """The objects packed in a stream: their numbers and places stand first."""
    first = _FIRST.search(told)
    begin = int(first[1]) if first else 0
    numbers = [int(one) for one in unpacked[:begin].split() if one.isdigit() and len(one) < 11]
    places = [*numbers[1::2], len(unpacked)]
    for number, place, stop in zip(numbers[::2], places, places[1:], strict=False):
        yield number, unpacked[begin + place : begin + stop]


def _contents(file: _File, told: bytes) -> Iterator[_Stream]:
    """The streams of a page's marks."""
    for contents in _CONTENTS.findall(told):
        for one in _NUMBERS.findall(contents):
            streams = file.streams.get(int(one))
            if streams is not None:
                yield from streams
                continue
            for words in file.told.get(int(one), ()):  # a list of them
                for inner in _NUMBERS.findall(words):
                    yield from file.streams.get(int(inner), ())


def _calls(marks: bytes) -> Iterator[bytes]:
    """The names that marks call, in order."""
    for call in _CALL.finditer(marks):
        before = marks[max(0, call.start() - _LONGEST_CALL) : call.start()]
        if called := _CALLED.search(before, max(0, before.rfind(b"/"))):
            yield _plain(called[1])


def _plain(name: bytes) -> bytes:
    """A name with its characters that stand as numbers as themselves."""
    return _ESCAPED.sub(lambda code: bytes((int(code[1], 16),)), name) if b"#" in name else name

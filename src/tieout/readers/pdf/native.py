"""PDFium's functions, called for many characters in a row with nothing converted on the way."""

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from ctypes import PYFUNCTYPE, addressof, c_double, c_float, c_int, c_ushort, c_void_p, cast, sizeof
from functools import cache
from itertools import compress, repeat
from typing import Any

_AT_ONCE = 4096
_UNLIKE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe]")
"""What stands in a page's text for characters that have another code where they are asked for."""


@cache
def quick(raw: Any, name: str, result: Any = c_int) -> Callable[..., Any]:  # noqa: ANN401
    """The function of C, which takes numbers and pointers as they are given.

    What pypdfium2 declares costs a conversion of every argument, which is most of a short call.
    """
    address = cast(getattr(raw, name), c_void_p).value
    assert address is not None
    return PYFUNCTYPE(result)(address)


def text_of(raw: Any, text: Any, count: int) -> str:  # noqa: ANN401
    """The characters of a page; as many as PDFium counts, one code each."""
    held = (c_ushort * (2 * count + 2))()
    written = raw.FPDFText_GetText(text, 0, count, held)
    said = bytes(held)[: 2 * max(0, written - 1)].decode("utf-16-le", "surrogatepass")
    code = quick(raw, "FPDFText_GetUnicode")
    if len(said) == count:
        return _UNLIKE.sub(lambda found: _letter(code(text, found.start())), said)
    return "".join(map(_letter, map(code, repeat(text), range(count))))


def _letter(code: int) -> str:
    """The character of a code; what is none is the mark of a loss."""
    return chr(code) if 0 <= code < 0x110000 else "\ufffd"


def boxes_of(raw: Any, text: Any, count: int) -> list[list[float]]:  # noqa: ANN401
    """The left, upper, right and lower sides of every character of a page, a list each."""
    return floats_of(raw, "FPDFText_GetLooseCharBox", text, range(count), 4)


def floats_of(
    raw: Any,  # noqa: ANN401
    name: str,
    text: Any,  # noqa: ANN401
    numbers: Sequence[int],
    width: int,
) -> list[list[float]]:
    """What a function tells of some characters in so many floats: a list for each of the floats."""
    found: list[float] = []
    ask = quick(raw, name, None)
    room, places = _room(c_float, width)
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        deque(map(ask, repeat(text), some, places), 0)
        found += room[: width * len(some)]
    return [found[at::width] for at in range(width)]


def origins_of(raw: Any, text: Any, numbers: Sequence[int]) -> list[list[float]]:  # noqa: ANN401
    """Where some characters stand on their baseline, across and up, a list each."""
    found: list[float] = []
    ask = quick(raw, "FPDFText_GetCharOrigin", None)
    room, places = _room(c_double, 1)
    for start in range(0, len(numbers), _AT_ONCE // 2):
        some = numbers[start : start + _AT_ONCE // 2]
        deque(map(ask, repeat(text), some, places[::2], places[1::2]), 0)
        found += room[: 2 * len(some)]
    return [found[::2], found[1::2]]


def origin_of(raw: Any, text: Any, number: int) -> tuple[float, float]:  # noqa: ANN401
    """Where a character stands on its baseline, across and up."""
    room, places = _room(c_double, 1)
    quick(raw, "FPDFText_GetCharOrigin", None)(text, number, places[0], places[1])
    return room[0], room[1]


class _Object(c_void_p):
    """Something drawn on a page, by its place in memory."""


def objects_of(raw: Any, page: Any, kind: int, most: int) -> Iterator[_Object]:  # noqa: ANN401
    """What is drawn on a page of one kind; of very many things only the first are looked at."""
    count = min(raw.FPDFPage_CountObjects(page), most)
    drawn = list(map(quick(raw, "FPDFPage_GetObject", _Object), repeat(page), range(count)))
    return compress(drawn, map(kind.__eq__, map(quick(raw, "FPDFPageObj_GetType"), drawn)))


@cache
def _room(kind: type[c_float | c_double], width: int) -> tuple[Any, list[c_void_p]]:
    """Room for what is told of some characters, and where each one's begins.

    It is one for all documents, as PDFium serves one thread at a time.
    """
    room = (kind * (width * _AT_ONCE))()
    first, step = addressof(room), width * sizeof(kind)
    return room, [c_void_p(first + step * place) for place in range(_AT_ONCE)]

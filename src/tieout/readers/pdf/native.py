"""PDFium's functions, called for many characters in a row with nothing converted on the way."""

from array import array
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from ctypes import PYFUNCTYPE, addressof, c_double, c_float, c_int, c_ushort, c_void_p, cast, sizeof
from functools import cache
from itertools import compress, repeat
from typing import Any, Literal, TypeAlias

from tieout.patterns import pattern

Box: TypeAlias = tuple[float, float, float, float]

_AT_ONCE = 4096
_CODE: dict[type[c_float | c_double], Literal["f", "d"]] = {c_float: "f", c_double: "d"}
_UNLIKE = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe]")
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


def floats_of(
    raw: Any,  # noqa: ANN401
    name: str,
    width: int,
    asked: Sequence[Any],
    *before: Any,  # noqa: ANN401
    kind: type[c_float | c_double] = c_float,
    is_apart: bool = False,
) -> Sequence[Sequence[float]]:
    """What a function tells of each of many things in so many floats: a list for each of these.

    `before` is what it is given before the thing; `is_apart` is true where it writes every float
    to a place of its own.
    """
    found = [array(_CODE[kind]) for _ in range(width)]
    ask = quick(raw, name, None)
    room, places = _room(kind, width, is_apart=is_apart)
    for start in range(0, len(asked), _AT_ONCE):
        some = asked[start : start + _AT_ONCE]
        deque(map(ask, *map(repeat, before), some, *places), 0)
        for first, floats in enumerate(found):
            floats.frombytes(room[first : width * len(some) : width].tobytes())
    return found


def boxes_of(raw: Any, text: Any, count: int) -> Sequence[Sequence[float]]:  # noqa: ANN401
    """The left, upper, right and lower sides of every character of a page, a list each."""
    return floats_of(raw, "FPDFText_GetLooseCharBox", 4, range(count), text)


def origins_of(raw: Any, text: Any, numbers: Sequence[int]) -> Sequence[Sequence[float]]:  # noqa: ANN401
    """Where some characters stand on their baseline, across and up, a list each."""
    name = "FPDFText_GetCharOrigin"
    return floats_of(raw, name, 2, numbers, text, kind=c_double, is_apart=True)


def origin_of(raw: Any, text: Any, number: int) -> tuple[float, float]:  # noqa: ANN401
    """Where a character stands on its baseline, across and up."""
    room, (across, up) = _room(c_double, 2, is_apart=True)
    quick(raw, "FPDFText_GetCharOrigin", None)(text, number, across[0], up[0])
    return room[0], room[1]


class _Object(c_void_p):
    """Something drawn on a page, by its place in memory."""


def drawn(raw: Any, page: Any, kind: int, most: int) -> Iterator[Box]:  # noqa: ANN401
    """The left, lower, right and upper sides of what is drawn on a page of one kind.

    Of very many things only the first are looked at.
    """
    count = min(raw.FPDFPage_CountObjects(page), most)
    found = list(map(quick(raw, "FPDFPage_GetObject", _Object), repeat(page), range(count)))
    kinds = map(quick(raw, "FPDFPageObj_GetType"), found)
    some = list(compress(found, map(kind.__eq__, kinds)))
    return zip(*floats_of(raw, "FPDFPageObj_GetBounds", 4, some, is_apart=True), strict=True)


@cache
def _room(
    kind: type[c_float | c_double], width: int, *, is_apart: bool
) -> tuple["memoryview[float]", list[list[c_void_p]]]:
    """Room for what is told of some things, and the places to write to, a list an argument.

    It is one for all documents, as PDFium serves one thread at a time.
    """
    held = (kind * (width * _AT_ONCE))()
    firsts = range(width if is_apart else 1)
    step = width * sizeof(kind)
    return memoryview(held).cast("B").cast(_CODE[kind]), [
        [c_void_p(addressof(held) + first * sizeof(kind) + step * at) for at in range(_AT_ONCE)]
        for first in firsts
    ]

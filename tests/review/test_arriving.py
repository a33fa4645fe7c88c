import asyncio
from collections.abc import AsyncIterator

import pytest

from tieout.review.arriving import Arriving, Bounds, TooLargeError, TooSlowError

BOUNDS = Bounds(largest=10, idle=0.05, total=0.2, at_once=1)


async def pieces(*given: bytes, pause: float = 0.0) -> AsyncIterator[bytes]:
    for one in given:
        await asyncio.sleep(pause)
        yield one


def arrived(length: str, *given: bytes, pause: float = 0.0) -> bytes:
    async def run() -> bytes:
        return await Arriving(BOUNDS).content("a.txt", length, pieces(*given, pause=pause))

    return asyncio.run(run())


def test_pieces_are_put_together() -> None:
    assert arrived("5", b"ab", b"", b"cde") == b"abcde"
    assert arrived("", b"0123456789") == b"0123456789"


@pytest.mark.parametrize("length", ["11", "9" * 4000, "0", "", "-1", "nonsense", "\u0661"])
def test_too_much_is_refused_whatever_it_says_of_itself(length: str) -> None:
    with pytest.raises(TooLargeError, match=r"a\.txt is larger than"):
        arrived(length, b"0123456789", b"0")


@pytest.mark.parametrize(("number", "pause"), [(1, 0.5), (9, 0.04)])
def test_what_comes_too_slowly_is_refused(number: int, pause: float) -> None:
    with pytest.raises(TooSlowError, match="took too long"):
        arrived("", *[b"x"] * number, pause=pause)


def test_one_that_holds_the_turn_holds_up_others_only_for_a_while() -> None:
    async def run() -> list[object]:
        arriving = Arriving(BOUNDS)
        slow = arriving.content("slow.txt", "", pieces(b"x", pause=1))
        quick = arriving.content("quick.txt", "", pieces(b"x"))
        return [*await asyncio.gather(slow, quick, return_exceptions=True)]

    slow, quick = asyncio.run(run())
    assert isinstance(slow, TooSlowError)
    assert quick == b"x"

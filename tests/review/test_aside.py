import asyncio
import threading

import pytest

from tieout.review.aside import Aside, at_once, in_thread


def fail() -> int:
    raise ValueError("not now")


@pytest.mark.parametrize("aside", [at_once, in_thread])
def test_what_work_gives_or_raises_arrives(aside: Aside) -> None:
    assert asyncio.run(aside(lambda: 7)) == 7
    assert asyncio.run(aside(lambda: None)) is None
    with pytest.raises(ValueError, match="not now"):
        asyncio.run(aside(fail))


@pytest.mark.parametrize(("aside", "is_apart"), [(at_once, False), (in_thread, True)])
def test_only_one_of_them_needs_threads(aside: Aside, *, is_apart: bool) -> None:
    async def run() -> bool:
        return await aside(threading.get_ident) != threading.get_ident()

    assert asyncio.run(run()) is is_apart


def test_work_that_goes_on_keeps_no_program_from_its_end() -> None:
    release, ended = threading.Event(), []

    async def run() -> None:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01):
                await in_thread(lambda: ended.append(release.wait(10)))

    asyncio.run(run())
    assert ended == []  # nobody waited for it
    release.set()

import asyncio
import time

import pytest

from tieout.review.threads import in_thread


def test_what_the_work_gives_or_raises_is_given_or_raised() -> None:
    assert asyncio.run(in_thread(lambda: None)) is None
    with pytest.raises(ZeroDivisionError):
        asyncio.run(in_thread(lambda: 1 / 0))


def test_work_that_goes_on_keeps_no_program_from_its_end() -> None:
    async def run() -> None:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01):
                await in_thread(lambda: time.sleep(5))

    started = time.monotonic()
    asyncio.run(run())
    assert time.monotonic() - started < 4

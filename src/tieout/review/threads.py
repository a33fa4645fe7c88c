"""Work done in a thread that nobody waits for when the program ends."""

import asyncio
import contextlib
from collections.abc import Callable
from functools import partial
from threading import Thread
from typing import TypeVar

T = TypeVar("T")


async def in_thread(work: Callable[[], T]) -> T:
    """What the work gives; raises what it raises."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()

    def give(settle: Callable[[], None]) -> None:
        if not future.done():
            settle()

    def done() -> None:
        try:
            settle = partial(future.set_result, work())
        except BaseException as raised:
            settle = partial(future.set_exception, raised)
        with contextlib.suppress(RuntimeError):  # the loop has ended
            loop.call_soon_threadsafe(give, settle)

    Thread(target=done, daemon=True).start()
    return await future

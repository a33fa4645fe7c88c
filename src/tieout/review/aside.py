"""Work that takes a while, done beside the loop of a review, or in it without threads."""

import asyncio
import contextlib
from collections.abc import Callable
from functools import partial
from threading import Thread
from typing import Protocol, TypeVar

T = TypeVar("T")

_A_MOMENT = 0.01
"""Seconds, in which a page hears that the work begins."""


class Aside(Protocol):
    """How work that takes a while is done: the loop goes on meanwhile where it can."""

    async def __call__(self, work: Callable[[], T]) -> T:
        """What the work gives; raises what it raises."""


async def in_thread(work: Callable[[], T]) -> T:
    """What the work gives, done in a thread that nobody waits for when the program ends."""
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


async def at_once(work: Callable[[], T]) -> T:
    """What the work gives, done in the loop itself, once others have had their turn."""
    await asyncio.sleep(_A_MOMENT)
    return work()

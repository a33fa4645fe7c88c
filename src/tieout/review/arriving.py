"""A document that is sent to the review: of a size and in a time that is bounded."""

import asyncio
from collections.abc import AsyncIterator

from msgspec import Struct

from tieout.errors import TieoutError
from tieout.readers import LARGEST


class Bounds(Struct, frozen=True, gc=False):
    """How much may arrive, in how many seconds: between two pieces, and in all; how many at once.

    What arrives is held in memory till it is whole, so at once come only so many.
    """

    largest: int = LARGEST
    idle: float = 20.0
    total: float = 300.0
    at_once: int = 4


class TooLargeError(TieoutError):
    """More arrives than a document has."""


class TooSlowError(TieoutError):
    """What arrives takes too long."""


class Arriving:
    """The documents that arrive, each in its turn."""

    def __init__(self, bounds: Bounds) -> None:
        """Within these bounds."""
        self._bounds = bounds
        self._turns = asyncio.Semaphore(bounds.at_once)

    async def content(self, name: str, length: str, pieces: AsyncIterator[bytes]) -> bytes:
        """The whole of a document; `length` is how long it says it is, where it says so.

        Raises TooLargeError and TooSlowError.
        """
        bounds = self._bounds
        if length.isascii() and length.isdigit() and int(length[:20]) > bounds.largest:
            raise self._too_large(name)
        try:
            async with asyncio.timeout(bounds.total), self._turns:
                return await self._whole(name, pieces)
        except TimeoutError:
            raise TooSlowError(f"{name} took too long to arrive: drop it again") from None

    async def _whole(self, name: str, pieces: AsyncIterator[bytes]) -> bytes:
        """Every piece, one behind the other."""
        found: list[bytes] = []
        size = 0
        while True:
            async with asyncio.timeout(self._bounds.idle):
                piece = await anext(pieces, None)
            if piece is None:
                return b"".join(found)
            size += len(piece)
            if size > self._bounds.largest:
                raise self._too_large(name)
            found.append(piece)

    def _too_large(self, name: str) -> TooLargeError:
        """That the document is too large."""
        return TooLargeError(
            f"{name} is larger than {self._bounds.largest / 2**20:,.0f} MB, and no release is: "
            "put each document in a file of its own"
        )

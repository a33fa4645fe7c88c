"""At most so many requests in any second, counted over all processes of the user.

A request counts from before it is sent until a second after its answer has begun: whenever in
between EDGAR counts it, no second of EDGAR's holds more than that.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from msgspec import Struct

from tieout.edgar.locked import held, locked, put
from tieout.errors import Misuse

_SECOND = 1.0
_LOST = 60.0
"""Seconds after which a request that was never answered is taken to be that of a dead process."""
_LONGEST = 86_400.0
_A_MOMENT = 0.02


class _Sent(Struct):
    """A request: whose it is, and since when it is under way, or when its answer began."""

    by: str
    at: float
    is_answered: bool = False


class _Count(Struct):
    """The requests that count, and until when none may be sent."""

    sent: list[_Sent]
    until: float = 0.0


class Pace:
    """The turns of one process among all that count in the same file."""

    def __init__(self, path: Path, most: int) -> None:
        """Counts in the file of that name."""
        self._path = path
        self._most = most

    @contextmanager
    def turn(self) -> Iterator[None]:
        """One request may be sent within; it ends when the answer has begun, or there is none."""
        mine = os.urandom(8).hex()
        while (wait := self._wait(mine)) > 0:
            time.sleep(wait)
        try:
            yield
        finally:
            self._answered(mine)

    def hold(self, seconds: float) -> None:
        """No process sends a request for so many seconds."""
        with self._counted() as count:
            count.until = max(count.until, time.time() + min(seconds, _LONGEST))

    def _wait(self, mine: str) -> float:
        """Takes the turn and gives 0; or else the seconds after which it is worth asking again."""
        with self._counted() as count:
            now = time.time()
            if count.until > now:
                return min(count.until - now, _SECOND)
            if len(count.sent) < self._most:
                count.sent.append(_Sent(mine, now))
                return 0.0
            ends = [one.at + _SECOND - now for one in count.sent if one.is_answered]
            return max(min(ends, default=_A_MOMENT), _A_MOMENT)

    def _answered(self, mine: str) -> None:
        """From now on, the request counts for a second."""
        with self._counted() as count:
            for one in count.sent:
                if one.by == mine:
                    one.at, one.is_answered = time.time(), True

    @contextmanager
    def _counted(self) -> Iterator[_Count]:
        """The count as it is now, and written when it has been changed; raises Misuse."""
        try:
            with locked(self._path) as file:
                count = _count(held(file))
                yield count
                put(file, msgspec.json.encode(count))
        except OSError as reason:
            raise Misuse(
                f"{self._path} cannot be written, where requests to EDGAR are counted: "
                f"{reason.strerror or reason}; it stands in a folder of yours, by HOME"
            ) from None


def _count(raw: bytes) -> _Count:
    """What still counts of what was written; where that cannot be read, a second of silence."""
    now = time.time()
    try:
        count = msgspec.json.decode(raw, type=_Count) if raw else _Count([])
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        return _Count([], now + _SECOND)
    for one in count.sent:
        one.at = min(one.at, now)  # the clock was set back
    sent = [one for one in count.sent if now - one.at < (_SECOND if one.is_answered else _LOST)]
    return _Count(sent, min(count.until, now + _LONGEST))

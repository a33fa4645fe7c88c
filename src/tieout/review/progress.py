"""How far a process is with its work, as it says itself."""

from msgspec import Struct

from tieout.workers import tell

_LONGEST = 1000


class Progress(Struct, frozen=True, gc=False):
    """What is being done, and how much of all there is to do."""

    step: str = ""
    done: int = 0
    of: int = 0


def said(step: str, done: int, of: int) -> None:
    """From here on, whoever waits for this process knows that."""
    tell(Progress(step[:_LONGEST], done, of))

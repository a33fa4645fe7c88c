"""How far a process is with its work, as it says itself."""

from collections.abc import Callable

from msgspec import Struct

_LONGEST = 1000


class Progress(Struct, frozen=True, gc=False):
    """What is being done, and how much of all there is to do."""

    step: str = ""
    done: int = 0
    of: int = 0


class _Hearing:
    """Who hears it in this process; None where the one that waits for its work does."""

    hear: "Callable[[Progress], None] | None" = None


def said(step: str, done: int, of: int) -> None:
    """From here on, whoever waits for the work knows that."""
    told = Progress(step[:_LONGEST], done, of)
    if _Hearing.hear is not None:
        _Hearing.hear(told)
        return
    from tieout.workers import tell  # what no browser has

    tell(told)


def heard_by(hear: "Callable[[Progress], None] | None") -> None:
    """From here on that hears it, where the work is done in the process that waits for it."""
    _Hearing.hear = hear

"""Why EDGAR has no answer: it has no such thing, or it cannot be reached."""

from tieout.errors import Misuse


class Absent(Misuse):
    """EDGAR answers that there is nothing of that name."""


class Unreachable(Misuse):
    """EDGAR cannot be reached, may not be, or does not answer what it should."""

"""Unreadable input and misuse; never what a document says.

TieoutError
├── Unreadable     the file cannot be read as a document
└── Misuse         the command or the call does not make sense
"""


class TieoutError(Exception):
    """A sentence for the user: what could not be done, where, and the remedy."""


class Unreadable(TieoutError):  # noqa: N818 - reads as a sentence where it is raised
    """The bytes given are no document that tieout can read."""


class Misuse(TieoutError):  # noqa: N818 - likewise
    """What was asked for does not make sense: an unknown rule, a bad option, a missing file."""

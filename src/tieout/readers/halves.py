"""Characters that UTF-16 keeps in two halves: joined where both are there, else a sign of loss."""

from tieout.patterns import pattern

_HALF = pattern("[\ud800-\udfff]")


def whole(text: str) -> str:
    """The text with every pair of halves as the character it is, and no half left."""
    if text.isascii() or not _HALF.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def in_place(text: str) -> str:
    """The text with a sign of loss for each half, so that every span stays where it is."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _HALF.sub("\ufffd", text)
    return text

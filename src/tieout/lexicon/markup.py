"""Light markup that survives in plain text: escaped dollars, <i> wrappers, **emphasis**."""

from tieout.patterns import pattern

_WRAPPER = pattern(r"</?[A-Za-z][A-Za-z0-9]{0,9}/?>|\*{1,3}(?=\S)|(?<=\S)\*{1,3}|_{2}")
_OPENING = pattern(r"(?>(?:\s++|</?[A-Za-z][A-Za-z0-9]{0,9}/?>|\*{1,3}(?=[\w<\"'(\\$])|_{2})+)")
_CLOSING = pattern(r"(?:</?[A-Za-z][A-Za-z0-9]{0,9}/?>|(?<=[\w.%)>\"'])\*{1,3}|_{2})\Z")
_ENDS = ">*_"
_LONGEST_WRAPPER = 16


def clean(text: str) -> str:
    """The words as a reader sees them: no wrappers, no escapes, white space as single blanks."""
    return " ".join(unwrapped(text).split())


def unwrapped(text: str) -> str:
    """The words without wrappers and escapes, white space as it stands."""
    if "<" in text or "*" in text or "_" in text:
        text = _WRAPPER.sub("", text)
    return text.replace("\\", "")


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the white space and wrappers at its ends; empty spans stay at `start`."""
    if start < end and not text[start].isalnum() and (opening := _OPENING.match(text, start, end)):
        start = opening.end()
    while end > start:
        if (last := text[end - 1]).isspace():
            end -= 1
        elif last in _ENDS and (
            closing := _CLOSING.search(text, max(start, end - _LONGEST_WRAPPER), end)
        ):
            end = closing.start()
        else:
            break
    return (start, end) if start < end else (start, start)

"""Words of a filing as a narrative holds them: neither Jinja nor Markdown finds its own in them."""

from tieout.lexicon.markup import clean
from tieout.patterns import pattern

_SPECIAL = pattern(r"[\\`*_\[\]<>|~#]")
_OPENS = pattern(r"\{")
_LEADING = pattern(r"(?:[-+=]|[0-9]{1,9}(?=[.)](?:\s|\Z)))")
_PRIVATE = pattern(r"[\U000F0000-\U0010FFFF\ue000-\uf8ff\x00-\x08\x0b-\x1f\x7f]")
# Pages that call themselves Latin-1 have the dashes and quotes of code page 1252.
TYPEWRITTEN = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
"""The characters of code page 1252 by the control characters that stand for them."""
WRITTEN = ("text", "markdown")
"""Formats whose visible text is the file's own, light markup and all."""


def plain(text: str, form: str) -> str:
    """The words on one line, blanks at both ends kept as one; light markup of text files gone."""
    words = clean(legible(text)) if form in WRITTEN else " ".join(legible(text).split())
    if not words:
        return " " if text else ""
    lead = " " if text[0].isspace() else ""
    return f"{lead}{words}{' ' if text[-1].isspace() else ''}"


def legible(words: str) -> str:
    """The words with typewriter codes of 1252 as their characters, and none for private use."""
    return _PRIVATE.sub("", words.translate(TYPEWRITTEN))


def escaped(words: str) -> str:
    """The words inside a paragraph, as Markdown with expressions prints them as they stand."""
    return quoted(_SPECIAL.sub(r"\\\g<0>", words))


def quoted(words: str) -> str:
    """The words where there is no Markdown: Jinja takes nothing in them for its own."""
    return _OPENS.sub('{{ "{" }}', words)


def opening(line: str) -> str:
    """A paragraph's Markdown that no block of another kind begins with."""
    match = _LEADING.match(line)
    if match is None:
        return line
    at = match.end() if line[0].isdigit() else 0
    return f"{line[:at]}\\{line[at:]}"


def remark(reason: str) -> str:
    """A comment that prints nothing: why a figure stands as it is."""
    words = " ".join(_PRIVATE.sub("", reason).split()).replace("#}", "# }")
    return f"{{# not tied: {words} #}}"

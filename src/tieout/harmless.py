"""Words made harmless to where they go: a terminal, a page, a sheet; one sign a character."""

import re
import unicodedata

from tieout.patterns import pattern

# Escapes, bells and the like; what turns or hides the words after it; what no XML can hold.
_CONTROL = (
    "\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069"
    "\\ud800-\\udfff\\ufff9-\\ufffb\\ufffe\\uffff\\U000e0000-\\U000e0fff"
)
# What nobody sees, though it may part or join words: pages of filings hold some of it.
_HIDDEN = "\\u061c\\u180e\\u200b-\\u200f\\u2028\\u2029\\u2060-\\u2065\\u206a-\\u206f\\ufeff"
_CONTROLS = pattern(f"[{_CONTROL}]")
_STEERING = pattern(f"[{_CONTROL}{_HIDDEN}]")
_BREAKING = pattern(rf"[{_CONTROL}{_HIDDEN}\t\n]")
_BLANK = pattern(rf"[{_CONTROL}{_HIDDEN}\s\ufffd]")
_MARKING = pattern(r"[\\`*_\[\]{}|~$]")
_BEGINNING = pattern(r"[#>=+-]|[0-9]{1,9}(?=[.)](?:\s|\Z))")
"""What makes a heading, a quote or a list of a line that begins with it."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def shown(text: str) -> str:
    """The text with whatever could steer a terminal shown as a sign; tabs and newlines stay."""
    return _without(text, _STEERING)


def on_a_line(text: str) -> str:
    """The same, and no newline or tab: a name cannot look like a line of ours."""
    return _without(text, _BREAKING)


def kept(text: str) -> str:
    """The text for a file that people open: no control characters but tabs and newlines."""
    return _without(text, _CONTROLS)


def in_a_cell(text: str) -> str:
    """The same for a sheet, quoted where a spreadsheet would run it as a formula."""
    plain = kept(text)
    seen = _BLANK.sub("", plain)  # by a spreadsheet
    first = unicodedata.normalize("NFKC", seen[:1])
    runs = first.startswith(_FORMULA) or text.startswith(_FORMULA)
    return f"'{plain}" if runs else plain


def in_markdown(text: str) -> str:
    """Words on one line of Markdown, with no sign that marks anything up, and no formula."""
    plain = on_a_line(text)
    marked = _MARKING.sub(r"\\\g<0>", plain).replace("<", "&lt;").replace("&#", "&amp;#")
    begun = _BEGINNING.match(plain)
    if begun is None:
        return marked
    return f"{begun[0]}\\{marked[begun.end() :]}" if begun[0].isdigit() else f"\\{marked}"


def in_json(told: str) -> str:
    """JSON for a terminal: what could steer it stands as JSON's own escapes."""
    return _STEERING.sub(_escaped, told)


def _without(text: str, found: re.Pattern[str]) -> str:
    """The text with a sign for each of the characters found."""
    # Of what is found, only the signs of the last plane count as printable.
    if text.isprintable() and (text.isascii() or max(text) < "\U000e0000"):
        return text
    return found.sub(_sign, text)


def _sign(found: re.Match[str]) -> str:
    """What is shown for a character: the sign of a loss, or what Windows prints for it.

    Pages that call themselves Latin-1 have the dashes and quotes of code page 1252.
    """
    is_of_windows = "\x80" <= found[0] < "\xa0"
    return found[0].encode("latin-1").decode("cp1252", "replace") if is_of_windows else "\ufffd"


def _escaped(found: re.Match[str]) -> str:
    """A character as JSON escapes it: one or two units of UTF-16."""
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at] * 256 + units[at + 1]:04x}" for at in range(0, len(units), 2))

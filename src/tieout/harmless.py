"""Words made harmless to where they go: a terminal, a page, a sheet; one sign a character."""

import re
import unicodedata

# Pages that call themselves Latin-1 have the dashes and quotes of code page 1252.
_WINDOWS = {chr(code): bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)}

# Escapes, bells and the like; what turns or hides the words after it; what no XML can hold.
_CONTROLS = (
    "\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069"
    "\\ud800-\\udfff\\ufff9-\\ufffb\\ufffe\\uffff\\U000e0000-\\U000e0fff"
)
# What nobody sees, though it may part or join words: pages of filings hold some of it.
_UNSEEN = "\\u061c\\u180e\\u200b-\\u200f\\u2028\\u2029\\u2060-\\u2065\\u206a-\\u206f\\ufeff"

_CONTROL = re.compile(f"[{_CONTROLS}]")
_STEERING = re.compile(f"[{_CONTROLS}{_UNSEEN}]")
_BROKEN = re.compile(f"[{_CONTROLS}{_UNSEEN}\\t\\n]")
_LEADING = re.compile(f"[\\s{_CONTROLS}{_UNSEEN}\ufffd]*")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def shown(text: str) -> str:
    """The text with whatever could steer a terminal shown as a sign; tabs and newlines stay."""
    return _STEERING.sub(_sign, text)


def on_a_line(text: str) -> str:
    """The same, and no newline or tab: a name cannot look like a line of ours."""
    return _BROKEN.sub(_sign, text)


def kept(text: str) -> str:
    """The text for a file that people open: no control characters but tabs and newlines."""
    return _CONTROL.sub(_sign, text)


def in_a_cell(text: str) -> str:
    """The same for a sheet, quoted where a spreadsheet would run it as a formula."""
    plain = kept(text)
    first = unicodedata.normalize("NFKC", plain[_leading(plain) :][:1])
    runs = first.startswith(_FORMULA) or text.startswith(_FORMULA)
    return f"'{plain}" if runs else plain


def in_json(told: str) -> str:
    """JSON for a terminal: what could steer it stands as JSON's own escapes."""
    return _STEERING.sub(_escaped, told)


def _sign(found: re.Match[str]) -> str:
    """What is shown for a character: what Windows prints for it, else the sign of a loss."""
    return _WINDOWS.get(found[0], "\ufffd")


def _leading(plain: str) -> int:
    """How many characters stand before the first that a spreadsheet sees."""
    found = _LEADING.match(plain)
    return found.end() if found else 0


def _escaped(found: re.Match[str]) -> str:
    """A character as JSON escapes it: one or two units of UTF-16."""
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at] * 256 + units[at + 1]:04x}" for at in range(0, len(units), 2))

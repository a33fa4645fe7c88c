"""A form's signature: who signed, as what, and when."""

import re

from tieout.forms.lines import Line, dates_in
from tieout.lexicon.markup import clean
from tieout.model.announcement import Dated, Signature
from tieout.model.document import Document
from tieout.patterns import pattern

_HEADING = pattern(r"\W{0,4}signatures?\W{0,4}\Z", re.IGNORECASE)
_REQUIREMENTS = pattern(r"\W{0,4}pursuant\s+to\s+the\s+requirements?\s+of\s+the", re.IGNORECASE)
_SIGNED = pattern(r"(?:/s/|/s\b|\(s\)|s/)\s?(?P<name>[A-Z].*)", re.IGNORECASE)
_BY = pattern(r"\A(?:by|name)\s?:\s?(?P<name>[A-Z][^:]{3,50})\Z", re.IGNORECASE)
_NAME = pattern(r"\A(?:name|by|its)\s?:\s?", re.IGNORECASE)
_TITLE = pattern(r"\Atitle\s?:\s?", re.IGNORECASE)
_DATE = pattern(r"\A(?:date|dated)\b", re.IGNORECASE)
_OFFICE = pattern(
    r"\b(?:officer|president|chief|secretary|treasurer|counsel|controller|chair\w*|director|vice"
    r"|executive|manager|principal|partner|trustee|attorney|finance|accounting|financial|CEO|CFO)\b",
    re.IGNORECASE,
)
_REGISTRANT = pattern(r"\W{0,3}registrant\W{0,3}\Z", re.IGNORECASE)
_PAGE = pattern(r"\W{0,3}[0-9]{1,3}\W{0,3}\Z")
_ASIDE = pattern(r"(?<=[a-z])\s?\([^()]{0,80}\)\Z")
_UNFINISHED = pattern(r"(?:\b(?:and|of|&)|,)\Z|\bchief\Z|\bvice\Z|\bexecutive\Z", re.IGNORECASE)
_TITLE_LINES = 5
_SIGNATURE_LINES = 40
_AHEAD = 8
_LONGEST_LINE = 110


def signature_starts(lines: list[Line]) -> int:
    """The number of the line that opens the signature; the number of lines if none does."""
    for number, line in enumerate(lines):
        if _REQUIREMENTS.match(line.text):
            is_headed = number and _HEADING.match(lines[number - 1].text)
            return number - 1 if is_headed else number
    # A heading in a table of contents is not the signature itself, hence the last.
    headed = [number for number, line in enumerate(lines) if _HEADING.match(line.text)]
    return headed[-1] if headed else len(lines)


def belongs(lines: list[Line], number: int, start: int) -> bool:
    """True for a line that stands in a signature: registrant, date, name, office, page number."""
    words = lines[number].text
    if number <= start + 1 or _REGISTRANT.search(words[:24]) or _PAGE.match(words):
        return True
    if _SIGNED.search(words) or _BY.match(words) or _DATE.match(words) or _TITLE.match(words):
        return True
    if any(_is_signed(one.text) for one in lines[number + 1 : number + _AHEAD]):
        return len(words) < _LONGEST_LINE
    recent = lines[max(start, number - _TITLE_LINES) : number]
    names = [match["name"].lower() for one in recent if (match := _SIGNED.search(one.text))]
    if not names and not any(_BY.match(one.text) for one in recent):
        return False
    is_name = any(words.lower() in name or name in words.lower() for name in names)
    is_office = _OFFICE.search(words) is not None or words.startswith("(")
    return len(words) < _LONGEST_LINE and (is_name or is_office)


def _is_signed(words: str) -> bool:
    """True for a line that is signed."""
    return bool(_SIGNED.search(words) or _BY.match(words))


def signature(document: Document, lines: list[Line]) -> Signature | None:
    """The first signature in these lines, which open with the signature's heading."""
    lines = lines[:_SIGNATURE_LINES]
    if not lines:
        return None
    at, name = _signer(document, lines)
    title = _title_after(lines, at, name) if at is not None else ""
    return Signature(name, title, _signed_on(document, lines))


def _signer(document: Document, lines: list[Line]) -> tuple[int | None, str]:
    """The line of the signature, and the name signed."""
    for number, line in enumerate(lines):
        for cell in line.cells:
            match = _SIGNED.search(clean(cell.of(document.text)))
            if match is not None:
                return number, _person(match["name"])
    for number, line in enumerate(lines):
        match = _BY.match(line.text)
        if match is not None and not _OFFICE.search(match["name"]):
            return number, _person(match["name"])
    return None, ""


def _person(words: str) -> str:
    """The name without what is printed after it on the line."""
    for cut in (" Date", " Name:", " Title:", " By:"):
        words = words.partition(cut)[0]
    return words.strip(" _-,*").strip()


def _title_after(lines: list[Line], at: int, name: str) -> str:
    """The office printed under the name, its lines joined."""
    words: list[str] = []
    same = _rest_of_line(lines[at].text, name)
    if _OFFICE.search(same):
        words.append(same)
    for line in lines[at + 1 : at + 1 + _TITLE_LINES + 2]:
        said = _TITLE.sub("", _without_name(line.text, name)).strip(" _-")
        said = _ASIDE.sub("", said)
        if not said or _is_rule(said):
            continue
        if _DATE.match(said) or _SIGNED.search(said) or _PAGE.match(said) or said.startswith("("):
            break
        wraps = bool(words) and _UNFINISHED.search(words[-1]) is not None
        if not wraps and (not _OFFICE.search(said) or len(said) > 90):
            if words:
                break
            continue
        words.append(said)
    return " ".join(words).strip(" ,;")


def _rest_of_line(words: str, name: str) -> str:
    """What follows the signed name on its own line."""
    return words.partition(name)[2].strip(" ,_") if name else ""


def _without_name(words: str, name: str) -> str:
    """The line without "Name:" and without the name in front of the office."""
    words = _NAME.sub("", words)
    if name and words.lower().startswith(name.lower()):
        words = words[len(name) :].strip(" ,")
    return words


def _is_rule(words: str) -> bool:
    """True for a line of dashes."""
    return not any(ch.isalnum() for ch in words)


def _signed_on(document: Document, lines: list[Line]) -> Dated | None:
    """The date of the signature: the first after the sentence that opens it."""
    for line in lines[1:]:
        if _REQUIREMENTS.match(line.text):
            continue
        found = dates_in(document, line.start, line.end)
        if found:
            return found[0]
    return None

"""The cover page's fields: what stands over, beside or after each caption."""

import re

from msgspec import Struct

from tieout.forms.lines import Line, dates_in
from tieout.lexicon.markup import clean
from tieout.lexicon.shapes import HYPHEN_SET
from tieout.model.announcement import Dated
from tieout.model.document import Document, Span
from tieout.patterns import pattern

_CAPTIONS = {
    "registrant": r"exact\s+name\s+of\s+(?:the\s+)?registrant[^()\n\t]{0,60}",
    "state": r"state\s+(?:or\s+(?:other\s+)?jurisdiction|of\s+incorporation|of\s+organization)"
    r"[^()\n\t\d:]{0,60}",
    "file": r"(?:commission|sec)\s+file\s+(?:number|no\.?)(?:\(s\))?|\(commission\b",
    "employer": r"(?:i\.?\s?r\.?\s?s\.?\s*)?employer\s*(?:identification|id\b|i\.d\.)?"
    r"(?:\s*(?:number|no\.?))?",
    "address": r"address[^()\n\t]{0,30}\s+of\s+(?:the\s+)?(?:registrant['\u2019]?s?\s+)?"
    r"principal\s+executive\s+offices?(?:[^()\n\t:]{0,40}zip\s+code)?",
    "zip": r"zip\s+code",
    "telephone": r"(?:(?:registrant|company|issuer)['\u2019]?s?)?\s{0,3}telephone\s+numbers?"
    r"(?:[\s,]{0,3}including\s+area\s+code)?",
    "former": r"former\s+name",
    "date": r"date\s+of\s+report"
    r"\s*(?:\(\s*date\s+of\s+(?:the\s+)?earliest\s+event\s+reported\s*\))?"
    r"|\(?\s{0,8}date\s+of\s+(?:the\s+)?earliest\s+event\s+reported",
}
_CAPTION = {name: pattern(rf"\(?\s?(?:{form})", re.IGNORECASE) for name, form in _CAPTIONS.items()}
# What ends an address or name read upwards: the captions of the fields above it.
_STOP = pattern(
    "|".join(_CAPTIONS.values())
    + r"|identification\s+n|file\s+number\)|of\s+incorporation|incorporated\s+by|specified\s+in"
    r"|securities\s+exchange\s+act|current\s+report|date\s+of\s+report",
    re.IGNORECASE,
)
_FILE = pattern(r"(?<![0-9-])[0-9]{1,3}-[0-9]{3,6}(?:-[0-9]{1,2})?(?![0-9-])")
_EMPLOYER = pattern(r"(?<![0-9-])[0-9]{2}-[0-9]{7}(?![0-9-])")
_TELEPHONE = pattern(
    rf"(?<![0-9-])(?:\+?1[ .-])?(?:\([0-9]{{3}}\)\s{{0,4}}|[0-9]{{3}}[ ./{HYPHEN_SET}]\s?)"
    rf"[0-9]{{3}}[ .{HYPHEN_SET}][0-9]{{4}}(?![0-9-])|\+[0-9][0-9 ()-]{{7,18}}[0-9]"
)
_ZIP = pattern(r"[0-9]{5}(?:-[0-9]{4})?\Z|[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9]\Z")
_MARKS = " \t\r\n\u00a0():,;.-_*"
_ADDRESS_LINES = 5


class Cover(Struct, frozen=True, gc=False):
    """The fields of a form's cover; what is not found is empty."""

    registrant: str = ""
    state: str = ""
    commission_file_number: str = ""
    employer_number: str = ""
    address: str = ""
    telephone: str = ""
    date_of_report: Dated | None = None
    earliest_event: Dated | None = None


class _Place(Struct, frozen=True, gc=False):
    """Where a caption stands: its line, its cell, and the caption's span in that cell."""

    line: int
    cell: int
    start: int
    end: int


def cover(document: Document, lines: list[Line]) -> Cover:
    """The fields of the cover that these lines are."""
    text = document.text
    places = {name: _place(text, lines, name) for name in _CAPTIONS}
    file = _matching(text, lines, places["file"], _FILE)
    employer = _matching(text, lines, places["employer"], _EMPLOYER)
    first, earliest = _dates(document, lines, places["date"])
    return Cover(
        registrant=_name(text, lines, places["registrant"]),
        state=_state(text, lines, places["state"]),
        commission_file_number=file,
        employer_number=employer,
        address=_address(text, lines, places["address"], places["zip"]),
        telephone=_matching(text, lines, places["telephone"], _TELEPHONE),
        date_of_report=first,
        earliest_event=earliest,
    )


def _place(text: str, lines: list[Line], name: str) -> _Place | None:
    """The first place the caption stands at, within one cell or over the line."""
    pattern = _CAPTION[name]
    for number, line in enumerate(lines):
        for position, cell in enumerate(line.cells):
            match = pattern.search(text, cell.start, cell.end)
            if match and match.group().strip(" ("):
                return _Place(number, position, match.start(), match.end())
    return None


def _inside(text: str, line: Line, place: _Place) -> str:
    """What stands in front of the caption in its own cell: "Delaware (State of …)"."""
    words = clean(text[line.cells[place.cell].start : place.start])
    words = words.rpartition(")")[2] if ")" in words and _STOP.search(words) else words
    return "" if _STOP.search(words) else words.strip(_MARKS)


def _after(text: str, line: Line, place: _Place) -> str:
    """What stands after the caption: the rest of its cell, else the next cells."""
    rest = clean(text[place.end : line.cells[place.cell].end])
    if rest.startswith(")") or ":" in rest[:3]:
        rest = rest.lstrip("): .")
    rest = rest.partition(")")[2] if ")" in rest and "(" not in rest.partition(")")[0] else rest
    if rest.strip(_MARKS) and not _STOP.search(rest):
        return rest.strip(" :")
    beside = " ".join(clean(cell.of(text)) for cell in line.cells[place.cell + 1 :])
    return "" if _STOP.search(beside) else beside


def _above(text: str, lines: list[Line], place: _Place) -> str:
    """The cell over the caption's: by order where both lines have as many cells, else by column."""
    number = place.line - 1
    while number >= 0 and not lines[number].text.strip(_MARKS):
        number -= 1
    if number < 0:
        return ""
    line, caption = lines[number], lines[place.line]
    if len(line.cells) == len(caption.cells):
        cell = line.cells[place.cell]
    else:
        middle = caption.columns[place.cell]
        nearest = min(range(len(line.cells)), key=lambda i: abs(line.columns[i] - middle))
        cell = line.cells[nearest]
    return clean(cell.of(text))


def _matching(text: str, lines: list[Line], place: _Place | None, form: re.Pattern[str]) -> str:
    """The first number of that form in, after or over the caption; else the cover's first."""
    tried: list[str] = []
    if place is not None:
        line = lines[place.line]
        tried = [clean(text[line.cells[place.cell].start : line.cells[place.cell].end])]
        tried += [_after(text, line, place), _above(text, lines, place)]
        tried += [other.text for other in lines[place.line + 1 : place.line + 2]]
    tried += [line.text for line in lines]
    for words in tried:
        if (match := form.search(words)) is not None:
            return clean(match.group())
    return ""


def _name(text: str, lines: list[Line], place: _Place | None) -> str:
    """The registrant: over its caption (both lines of a long name), or in front of it."""
    if place is None:
        return ""
    if inside := _inside(text, lines[place.line], place):
        return inside
    number = place.line - 1
    while number >= 0 and not lines[number].text.strip(_MARKS):
        number -= 1
    if number < 0 or _STOP.search(lines[number].text):
        return _after(text, lines[place.line], place)
    words = [lines[number].text]
    block = lines[number].block
    while number > 0 and lines[number - 1].block == block and not lines[number].in_grid:
        number -= 1
        if _STOP.search(lines[number].text) or any(ch.isdigit() for ch in lines[number].text):
            break
        words.insert(0, lines[number].text)
    return " ".join(words).strip("* _")


def _state(text: str, lines: list[Line], place: _Place | None) -> str:
    """The state: in front of its caption, over it, or after it."""
    if place is None:
        return ""
    above = _above(text, lines, place)
    found = _inside(text, lines[place.line], place)
    if not found and not _STOP.search(above):
        found = above
    found = found or _after(text, lines[place.line], place)
    return found.strip(_MARKS) if len(found) < 60 else ""


def _address(text: str, lines: list[Line], place: _Place | None, postal: _Place | None) -> str:
    """The address with its zip code, wherever the two stand, on one line."""
    if place is None:
        return ""
    line = lines[place.line]
    words = _inside(text, line, place)
    if not words:
        words = _upwards(lines, place.line)
    if not words:
        words = _after(text, line, place)
    words = words.strip(" _:*")
    if postal is not None and not _ZIP.search(words):
        code = _inside(text, lines[postal.line], postal) or _above(text, lines, postal)
        if _ZIP.search(code) and code not in words:
            words = f"{words} {code}"
    return words


def _upwards(lines: list[Line], number: int) -> str:
    """The lines over a caption, up to the caption before it."""
    kept: list[str] = []
    while number > 0 and len(kept) < _ADDRESS_LINES:
        number -= 1
        words = lines[number].text
        if _STOP.search(words) or words.endswith(")"):
            break
        if words.strip(_MARKS):
            kept.insert(0, words.strip())
    return re.sub(r"(?<! ) +,", ",", ", ".join(part.rstrip(",") for part in kept))


def _dates(
    document: Document, lines: list[Line], place: _Place | None
) -> tuple[Dated | None, Dated | None]:
    """The date of report, and the date of the earliest event where the cover prints both."""
    if place is None:
        return None, None
    line = lines[place.line]
    stretches = [Span(place.end, line.end)]
    stretches += [Span(one.start, one.end) for one in lines[place.line + 1 : place.line + 3]]
    stretches += [Span(one.start, one.end) for one in lines[max(0, place.line - 1) : place.line]]
    for span in stretches:
        found = dates_in(document, span.start, span.end)
        if found:
            return found[0], found[1] if len(found) > 1 else None
    return None, None

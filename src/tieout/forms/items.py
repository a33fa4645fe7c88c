"""A form's items and exhibits: as headed, as listed, and as spoken of."""

import re

from tieout.forms.lines import Line, dates_in
from tieout.lexicon.markup import clean
from tieout.lexicon.shapes import DASH_SET
from tieout.model.announcement import Dated, Exhibit, Item
from tieout.model.document import Document
from tieout.patterns import pattern

_ITEM = pattern(
    r"[\s*#>\u2022]{0,6}item[s]?[\s\u00a0]{1,4}(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2})?)"
    rf"(?P<rest>[\s.:\u00a0{DASH_SET})]{{0,12}}(?P<title>.*))?\Z",
    re.IGNORECASE | re.DOTALL,
)
_SECTION = pattern(r"section\s+[0-9]", re.IGNORECASE)
_ENTRY = pattern(
    r"[\s*#(|]{0,6}(?:(?:exhibit|ex\.?)[\s\u00a0-]{0,3}(?:no\.?|number)?[\s:]{0,2})?"
    r"(?P<number>[0-9]{1,3}(?:\.[0-9]{1,3})?)(?P<dagger>[*\u2020\u2021+#]{0,3})"
    rf"[\s).:*\u00a0{DASH_SET}]{{1,12}}(?P<description>[A-Za-z*\"\u201c(\[\u00ab].*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_BARE_NUMBER = pattern(
    r"[\s*(]{0,4}(?:exhibit\s+)?(?P<number>[0-9]{1,3}\.[0-9]{1,3}|104)[\s*).]{0,4}\Z",
    re.IGNORECASE,
)
_MENTION = pattern(
    r"(?<![A-Za-z])exhibits?(?:\s+(?:no\.?|nos\.?|number))?[\s\u00a0]{1,4}(?=[0-9])", re.IGNORECASE
)
_NUMBERS = pattern(
    r"(?P<number>[0-9]{1,3}(?:\.[0-9]{1,3})?)"
    r"(?P<more>\s?(?:,|and|&|or|through)\s{0,2}(?:and\s)?(?=[0-9]))?"
)
_OTHER_FILING = pattern(
    r"\s{0,3}(?:to|of|in)\s+(?:the|its|our|that|such|a)\b.{0,160}?\bfiled\b", re.DOTALL
)
_REFERENCE_BEFORE = pattern(
    r"(?:incorporated|reference)\s+(?:herein\s+)?(?:by\s+reference\s+)?(?:to|from)\s*\Z"
)
_DATED = pattern(r"\bdated(?:\s+(?:as\s+of|on))?\s{0,3}\Z", re.IGNORECASE)
_EVENT = pattern(r"(?:\A|[.\u201d\"\s])On\s+(?:[A-Z][a-z]+day,?\s+)?\Z")
_HAPPENED = pattern(
    r"(?:issued|announced|reported|released|published|disclosed)\b[^.]{0,60}"
    r"\b(?:press\s+release|results|earnings)\b"
)
_LONGEST_TITLE = 170
_MOST_EXHIBITS = 200


def items(document: Document, lines: list[Line]) -> tuple[Item, ...]:
    """The items that head these lines; one listed in a table of contents too is taken once."""
    found: dict[str, Item] = {}
    for number, line in enumerate(lines):
        match = _heads(lines, number)
        if match is None:
            continue
        figures = document.figures_in(line.start, line.end)
        if not figures:
            continue
        item = Item(match["number"], _title(lines, number, match["title"] or ""), figures[0])
        # The body's heading comes after the table of contents'; the later one counts.
        found.pop(item.number, None)
        found[item.number] = item
    return tuple(found.values())


def first_item(lines: list[Line]) -> int:
    """The number of the first line that heads an item; the number of lines if none does."""
    return next((n for n in range(len(lines)) if _heads(lines, n)), len(lines))


def _heads(lines: list[Line], number: int) -> re.Match[str] | None:
    """The match of an item's heading; None where the line only speaks of an item in a sentence."""
    line = lines[number]
    if not line.text[:12].lstrip("*# >\u2022").lower().startswith("item"):
        return None
    if (match := _ITEM.match(line.text)) is None:
        return None
    title = match["title"] or ""
    if title and not (title[0].isupper() or title[0] in '"\u201c(['):
        return None
    if not line.first and not line.in_grid and number:
        before = lines[number - 1]
        is_listed = _ITEM.match(before.text) or _SECTION.match(before.text)
        if before.block == line.block and not is_listed:
            return None
    return match


def _title(lines: list[Line], number: int, title: str) -> str:
    """The item's title: the rest of its line and of its block, or the next line."""
    words = [title] if title else []
    for line in lines[number + 1 : number + 4]:
        wraps = line.block == lines[number].block and not line.in_grid
        wraps = wraps and not _ITEM.match(line.text)
        if (words and (not wraps or words[-1].endswith("."))) or _ENTRY.match(line.text):
            break
        if not words and len(line.text) > _LONGEST_TITLE:
            break
        words.append(line.text)
    joined = " ".join(words)
    if len(joined) > _LONGEST_TITLE or ". " in joined:
        joined = joined.partition(". ")[0]
    return joined[:_LONGEST_TITLE].strip(" .:*")


def listed(document: Document, lines: list[Line]) -> tuple[Exhibit, ...]:
    """The exhibits that these lines list: number, description, and the date it was dated."""
    found: list[Exhibit] = []
    position = 0
    while position < len(lines) and len(found) < _MOST_EXHIBITS:
        match = _ENTRY.match(lines[position].text) or _BARE_NUMBER.match(lines[position].text)
        if match is None or not _is_entry(lines, position, match["number"]):
            position += 1
            continue
        stop = _entry_end(lines, position)
        exhibit = _exhibit(document, lines, position, stop, match["number"])
        found += [exhibit] if exhibit else []
        position = stop
    return tuple(found)


def is_entry(lines: list[Line], position: int) -> bool:
    """True for a line that lists an exhibit, number first."""
    match = _ENTRY.match(lines[position].text)
    return match is not None and _is_entry(lines, position, match["number"])


def _is_entry(lines: list[Line], position: int, number: str) -> bool:
    """True where the number can be an exhibit's: with a point, or one the rules list."""
    line = lines[position]
    if not line.first and not line.in_grid and position and _is_mid_sentence(lines, position):
        return False
    return "." in number or int(number) in (99, 101, 104) or "xhibit" in line.text[:12].lower()


def _is_mid_sentence(lines: list[Line], position: int) -> bool:
    """True where the line goes on with the sentence of the line before."""
    before, line = lines[position - 1], lines[position]
    if before.block != line.block or before.text.endswith((".", ":")):
        return False
    words = before.text.lower()
    return words.endswith((" exhibit", " exhibits", " and", " as", " in", " to"))


def _entry_end(lines: list[Line], position: int) -> int:
    """Where an exhibit's description ends: its block's words up to the next entry."""
    stop, line = position + 1, lines[position]
    bare = _BARE_NUMBER.match(line.text) is not None
    while stop < len(lines) and stop - position < 8:
        after = lines[stop]
        if _ENTRY.match(after.text) or _BARE_NUMBER.match(after.text):
            break
        goes_on = after.block == line.block and not after.in_grid and not line.in_grid
        if not goes_on and not (bare and stop == position + 1):
            break
        stop += 1
    return stop


def _exhibit(
    document: Document, lines: list[Line], position: int, stop: int, number: str
) -> Exhibit | None:
    """The exhibit listed in lines[position:stop]."""
    start, end = lines[position].start, lines[stop - 1].end
    figures = document.figures_in(start, end)
    if not figures:
        return None
    words = " ".join(line.text for line in lines[position:stop])
    match = _ENTRY.match(words)
    description = match["description"] if match else ""
    if lines[position].in_grid and len(lines[position].cells) > 1:
        cells = [clean(cell.of(document.text)) for cell in lines[position].cells]
        description = max(cells, key=len)
    return Exhibit(number, description.strip("* "), figures[0], _dated(document, start, end))


def _dated(document: Document, start: int, end: int) -> Dated | None:
    """The date the listed document is said to be dated."""
    for found in dates_in(document, start, end):
        at = document.figures[found.figure].start
        if _DATED.search(document.text[max(start, at - 16) : at]):
            return found
    return None


def mentions(document: Document, start: int, end: int) -> tuple[Exhibit, ...]:
    """The exhibits of this form that the words in [start, end) speak of."""
    found: list[Exhibit] = []
    for match in _MENTION.finditer(document.text, start, end):
        position = match.end()
        before = document.text[max(start, match.start() - 60) : match.start()]
        run: list[Exhibit] = []
        while (number := _NUMBERS.match(document.text, position, end)) is not None:
            figures = document.figures_in(number.start(), number.end())
            run += [Exhibit(number["number"], "", figures[0])] if figures else []
            position = number.end()
            if number["more"] is None:
                break
        after = document.text[position : position + 220]
        if len(found) > _MOST_EXHIBITS:
            break
        if not _OTHER_FILING.match(after) and not _REFERENCE_BEFORE.search(before):
            found += run
    return tuple(found)


def events(document: Document, start: int, end: int) -> tuple[Dated, ...]:
    """The days on which the words in [start, end) say that something was announced."""
    text = document.text
    found = []
    for one in dates_in(document, start, end):
        figure = document.figures[one.figure]
        before = text[max(start, figure.start - 30) : figure.start]
        after = text[figure.end : min(end, figure.end + 260)]
        if _EVENT.search(before) and _HAPPENED.search(after):
            found.append(one)
    return tuple(found)

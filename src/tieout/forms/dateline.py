"""A dateline: "CHATSWORTH, Calif.--(BUSINESS WIRE)--Nov. 8, 2007--", and the name after it."""

import re
from datetime import date

from msgspec import Struct

from tieout.forms.lines import dates_in
from tieout.lexicon.markup import clean
from tieout.lexicon.places import names_place
from tieout.lexicon.shapes import DASH_SET, DASHES, LONG_DASHES
from tieout.model.announcement import Dated
from tieout.model.document import Document
from tieout.patterns import pattern

_WIRE = pattern(
    r"[(/]\s?(?P<wire>[A-Za-z][A-Za-z -]{0,24}(?:wire|wired)(?:[ -][A-Za-z]{1,12}){0,2}"
    r"|marketwired|first call)\s?[)/]"
    r"|(?P<bare>(?-i:(?:[A-Z]{2,12} )?(?:[A-Z]{2,10})?WIRE))(?![A-Za-z])",
    re.IGNORECASE,
)
_VERB = pattern(
    r"(?<![A-Za-z])(?:announce[sd]?|report(?:s|ed)?|release[sd]|today|posted|issued)(?![A-Za-z])",
    re.IGNORECASE,
)
_DASH = pattern(rf"\s?(?:--+|[{LONG_DASHES}])\s?|\s-\s")
# U+0096 and U+0097 are the dashes of cp1252, as many old pages print them.
_SEPARATOR = pattern(rf"[\s)\]\u0096\u0097{DASH_SET}.,:;\u2026/|]+")
_PARENTHESIS = pattern(r"\([^()]{0,80}\)\s{0,3}")
_SUFFIXES = {"plc", "ag", "se", "nv", "n.v.", "s.a.", "sa", "ab", "asa", "oyj", "spa", "kgaa"}
_POINTS = pattern(
    r"(?:the\s+)?(?:company|corporation|firm|group|partnership|registrant|bank|board(?:\s+of\s+directors)?)"
    r"|our|we|it|its|this|these|for|in|on|net|total|today|results|during|please|see|note",
    re.IGNORECASE,
)
_DAY_FIRST = pattern(r"(?:today|yesterday|earlier today),?\s+", re.IGNORECASE)
# "Citing strong demand, Acme reported" opens with no name; "Boeing reported" and "Boeing (BA)" do.
_OPENS = pattern(r"[A-Z][a-z]{2,16}(?:ing|ed|ite)\Z")
_TELLS = pattern(
    r"\S+\s+(?:\(|today\b|has\b|will\b|is\b|and\b|announce|report|release|post|issued?\b|said\b)"
)
_LONGEST_NAME = 90
_JOINING = {"of", "and", "&", "the", "for", "de", "in", "on", "du", "la", "del", "at"}

_MARKS = " (,;/:\u2026" + DASHES
_LONGEST = 170
# A wire stands right beside the date, before it or after.
_NEAR = 12


class Dateline(Struct, frozen=True, gc=False):
    """Where a lead's dateline ends, and what it says."""

    end: int
    city: str = ""
    wire: str = ""
    day: Dated | None = None


def dateline(document: Document, start: int, end: int, near: date | None = None) -> Dateline:
    """City, wire and date in front of a release's first sentence, and where that starts."""
    text, stop = document.text, min(end, start + _LONGEST)
    day = _date(document, start, stop, near)
    at = document.figures[day.figure].end if day else start
    wire = _WIRE.search(text, start, stop)
    if wire is not None and (
        not _opens(text[start : wire.start()]) or (day and wire.start() > at + _NEAR)
    ):
        wire = None
    marks = [document.figures[day.figure].start] if day else []
    marks += [wire.start()] if wire else []
    at = max(at, wire.end() if wire else start)
    if at == start:
        at = _dash_end(text, start, stop)
    if at == start:
        return Dateline(start)
    name = clean(wire["wire"] or wire["bare"]) if wire else ""
    return Dateline(_past(text, at, end), place(text[start : min([at, *marks])]), name, day)


def _date(document: Document, start: int, stop: int, near: date | None) -> Dated | None:
    """The dateline's date; one without its year is the first such day from `near` on."""
    year = near.year if near else None
    found = dates_in(document, start, stop, year)[:1]
    if not found or not _opens(document.text[start : document.figures[found[0].figure].start]):
        return None
    if near is None or year is None or found[0].day >= near:
        return found[0]
    following = dates_in(document, start, stop, year + 1)[:1]
    is_same_figure = bool(following) and following[0].figure == found[0].figure
    return following[0] if is_same_figure else found[0]


def _opens(words: str) -> bool:
    """True where the words could be a dateline's: a place and marks, no sentence."""
    bare = _WIRE.sub("", words)
    lower = [word for word in bare.split() if word[:1].islower() and word[:1].isalpha()]
    return len(bare) <= 90 and len(lower) <= 2 and not _VERB.search(bare)


def _dash_end(text: str, start: int, stop: int) -> int:
    """The end of the dash after a place, where the dateline has neither wire nor date."""
    match = _DASH.search(text, start, min(stop, start + 60))
    if match is None:
        return start
    words = text[start : match.start()]
    return match.end() if _opens(words) and "(" not in words else start


def _past(text: str, at: int, end: int) -> int:
    """The first word of the sentence after a dateline's dashes."""
    match = _SEPARATOR.match(text, at, end)
    at = match.end() if match else at
    while (aside := _PARENTHESIS.match(text, at, end)) is not None:
        at = aside.end()
        match = _SEPARATOR.match(text, at, end)
        at = match.end() if match else at
    return at


def company_at(text: str, at: int, end: int) -> str:
    """The name that starts there: capitalised words and the small words that join them."""
    words: list[str] = []
    for piece in re.finditer(r"\S+", text[at : min(end, at + 160)]):
        word = piece.group().replace("**", "")
        name, bracket = re.split(r"[(\[]", word)[0], re.search(r"[(\[]", word)
        bare = name.strip(",;\u2122\u00ae*")
        small = bare.lower() in _JOINING or bare.lower() in _SUFFIXES
        if bare and not small and not any(ch.isupper() or ch.isdigit() or ch == "&" for ch in bare):
            break
        if bare:
            words.append(name)
        if bracket or not bare:
            break
    while words and words[-1].strip(",").lower() in _JOINING:
        words.pop()
    if len(words) == 1 and _OPENS.match(words[0]) and not _TELLS.match(text, at, end):
        return ""
    return _name(" ".join(words))


def named_over(headline: str, traded: str) -> str:
    """The company as the words in front of its ticker name it, else those before "announces"."""
    words = traded or headline
    match = _VERB.search(words)
    words = words[: match.start()] if match else traded
    return _name(words) if len(words) <= _LONGEST_NAME else ""


def _name(words: str) -> str:
    """A name without the marks around it; empty for words that only point: "The Company"."""
    words = clean(words).removesuffix(" TO").removesuffix(" to")
    if (verb := _VERB.search(words, 1)) is not None:  # "Acme Inc. Reports Record Results"
        words = words[: verb.start()]
    name = words.strip(",;:*\u2122\u00ae# " + DASHES).removesuffix("'s").strip()
    name = _DAY_FIRST.sub("", name)
    is_none = name.endswith("/") or _POINTS.fullmatch(name) or names_place(name)
    return "" if is_none else name


def names_wire(words: str) -> bool:
    """True where the words name a newswire."""
    return _WIRE.search(words) is not None


def place(words: str) -> str:
    """The city, without the marks around it, nor a company with its ticker in front of it."""
    behind = words.rpartition(")")[2].strip(_MARKS)
    return clean(behind or words).strip(_MARKS).removesuffix("..").strip()

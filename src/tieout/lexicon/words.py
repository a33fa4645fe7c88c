"""The words that claims are made of: prose as a row of tokens, cut into sentences.

A token's kind is what it does in a claim ("up", "versus", "about"), so that claim forms match
kinds and never look at the text again.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from msgspec import Struct

from tieout.lexicon.currencies import letters_before
from tieout.lexicon.shapes import LONG_DASHES, SIGN_SET
from tieout.lexicon.shorthand import spelled, year_behind
from tieout.lexicon.things import measured_behind
from tieout.model.document import Document
from tieout.model.figure import DateSaid, Figure
from tieout.patterns import pattern


class Token(Struct, frozen=True, gc=False):
    """A word, a stop or a figure; `figure` is the figure's number, −1 for words.

    `text` is lower case; `kind` is "word" where the word does nothing in a claim by itself.
    `is_money` is true for a figure with a currency sign in front, `is_measured` for one with a
    physical unit behind; `said` is what a date says.
    """

    kind: str
    text: str
    start: int
    end: int
    figure: int = -1
    is_money: bool = False
    is_measured: bool = False
    said: DateSaid | None = None


# An address is no words: it ends what is said, as a stop does.
_ADDRESS = r"(?=[hw])(?:https?://|www\.)\S{1,200}|[A-Za-z0-9._-]{1,64}@[A-Za-z0-9.-]{1,64}"
# Most words are plain, and none of those that may open a phrase: they are seen first.
_WORD = pattern(
    r"[A-GI-PR-XZa-gi-pr-xz][A-Za-z]*(?=[ ,\n])"
    rf"|(?P<address>{_ADDRESS})"
    r"|(?=[HhQqYy])(?i:year\s+o(?:ver|n)\s+year|quarter\s+over\s+quarter|year\s+to\s+date|half\s+year|[yq]/[yq])\b"
    r"|[A-Za-z]{2,5}/d(?:ay)?\b|(?:[A-Za-z]\.){2,}|[A-Za-z]+(?:['\u2019][A-Za-z]+)?(?:[-&][A-Za-z]+)*"
    rf"|--|[{LONG_DASHES}]|(?<=[0-9%\s])-(?=\s?[{SIGN_SET}]?\Z)|(?<=\s)/(?=\s)|[.,;:!?()\"\u201c\u201d\u00a2]"
)

_KINDS = {
    "up": "increase increased increases increasing rose rise risen rising grew growth grown up "
    "higher doubled tripled quadrupled soared surged climbed jumped expanded advanced gained "
    "more-than-doubled grows growing rises rising soars surges climbs jumps expands doubles",
    "down": "decrease decreased decreases decreasing decline declined declines declining fell "
    "fallen halved reduction reduced down lower dropped drop contracted falls falling drops "
    "slipped slips slid shrank plunged",
    "better": "improvement improved improves improving narrowed narrowing",
    "worse": "deterioration deteriorated worsened widened widening",
    "is": "was were is are totaled totalled equaled reached amounted stood remained represents "
    "represented represent representing ended reaches reaching totals totaling totalling remains "
    "averaged averages averaging",
    "from": "from",
    "versus": "compared versus against vs comparing",
    "than": "than",
    "to": "to",
    "of": "of",
    "by": "by",
    "or": "or",
    "and": "and",
    "about": "approximately about nearly almost roughly around approx",
    "over": "over exceeding exceeded exceeds exceed above surpassing surpassed surpasses topped "
    "tops",
    "under": "under below",
    "which": "which",
    "remaining": "remaining remainder balance-of",
    "per": "per",
    "in": "in for during at as on within with through",
    "the": "the a an its our their this that these those",
    "stop": ". ! ?",
    "comma": ",",
    "semicolon": ";",
    "open": "(",
    "close": ")",
    "colon": ":",
    "dash": " ".join(["--", "-", *LONG_DASHES]),
    "slash": "/",
    "quote": '" \u201c \u201d',
    "clause": "although while but because we whereas which-is where when after offset due",
}
_SPELLED = {"fy": "fiscal", "\u00a2": "cents"}
_KIND = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_LONGEST = 400
_SIGN = 16
_SHORTEST = 4
"""What stands in front of the year of "Q2'24", a blank among it."""
_FIGURES = {"amount": "amount", "percent": "percent", "date": "date", "year": "year"}
_ABBREVIATED = frozenset(
    [
        "inc",
        "corp",
        "co",
        "ltd",
        "no",
        "nos",
        "vs",
        "mr",
        "mrs",
        "ms",
        "dr",
        "jr",
        "sr",
        "st",
        "dept",
        "est",
        "fig",
        "approx",
        "u.s",
        "u.k",
        "e.g",
        "i.e",
    ]
)


def tokens(document: Document, start: int, end: int, most: int | None = None) -> list[Token]:
    """The tokens of [start, end), the figures among them as single tokens; the first so many."""
    found: list[Token] = []
    position = start
    for number in document.figures_in(start, end):
        figure = document.figures[number]
        if figure.currency:  # "HK$" and "RMB" are of the figure, and no words
            first = max(position, figure.start - _SIGN)
            spelled = letters_before(document.text[first : figure.start])
            found += _words(document.text, position, first + spelled[0], most)
            position = first + spelled[1]
        found += _words(document.text, position, figure.start, most)
        if most is not None and len(found) >= most:
            return found[:most]
        found += _of_figure(document, figure, number)
        position = figure.end
    found += _words(document.text, position, end, most)
    return found[:most]


def _of_figure(document: Document, figure: Figure, number: int) -> Iterator[Token]:
    """A figure as a token; one that is a period in shorthand as the words it stands for."""
    kind, text = _FIGURES.get(figure.kind, "mark"), figure.text.lower()
    stands, is_money = (figure.start, figure.end, number), bool(figure.currency)
    if kind == "mark" and (words := spelled(text)):
        yield from (Token(said, word, *stands) for said, word in words)
    elif kind == "amount" and (year := year_behind(_before(document, figure), text)):
        yield Token("year", year, *stands)
    else:
        is_measured = kind == "amount" and measured_behind(document.text, figure.end) is not None
        yield Token(kind, text, *stands, is_money, is_measured, figure.said)


def _before(document: Document, figure: Figure) -> str:
    """The few characters in front of a figure."""
    return document.text[max(0, figure.start - _SHORTEST) : figure.start]


def sentences(row: list[Token]) -> Iterator[list[Token]]:
    """The tokens cut at full stops; a stop after an abbreviation or an initial is none.

    What runs on without a stop is cut too: a sentence is read in time that grows with its square.
    """
    start = 0
    for place, token in enumerate(row):
        is_end = token.kind == "stop" and not _abbreviates(row, place)
        if is_end or place - start + 1 >= _LONGEST:
            yield row[start : place + 1]
            start = place + 1
    if start < len(row):
        yield row[start:]


def _abbreviates(row: list[Token], place: int) -> bool:
    """True where the stop belongs to the word before it."""
    if row[place].text != "." or place == 0:
        return False
    before = row[place - 1]
    if before.figure >= 0 or before.end != row[place].start:
        return False
    after = row[place + 1] if place + 1 < len(row) else None
    if after is None:
        return False
    return before.text in _ABBREVIATED or len(before.text) == 1 or after.start == row[place].end


def _words(text: str, start: int, end: int, most: int | None) -> list[Token]:
    """The words and stops of a stretch without figures; the first so many."""
    found: list[Token] = []
    for match in islice(_WORD.finditer(text, start, end), most):
        kind, word = ("stop", match[0]) if match.lastgroup else _said(match[0])
        found.append(Token(kind, word, match.start(), match.end()))
    return found


@lru_cache(maxsize=8192)
def _said(word: str) -> tuple[str, str]:
    """A word's kind, and the word in lower case, one blank between the words of a phrase."""
    word = word.lower()
    word = _SPELLED.get(word) or (word if word.isalpha() else " ".join(word.split()))
    return _KIND.get(word, "word"), word

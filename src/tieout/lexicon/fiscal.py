"""Words for fiscal quarters and years: "second quarter of fiscal 2008", "Q2 FY24", "1Q22"."""

import re
from collections.abc import Iterator

from msgspec import Struct

from tieout.lexicon.dates import month_number
from tieout.lexicon.numbers import COUNTS
from tieout.lexicon.shapes import YEAR
from tieout.patterns import pattern

_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}

_ORDINAL = r"(?:first|second|third|fourth|1st|2nd|3rd|4th)"
_FISCAL = r"(?:fiscal(?:[- ]year)?|fy|calendar(?:[- ]year)?|full[- ]year|the[- ]year)"
_SPACE = r"[\s\u00a0-]{1,4}"

_QUARTER = pattern(
    rf"""(?<![A-Za-z0-9])(?:
      (?:(?P<before>{YEAR}){_SPACE}(?:fiscal{_SPACE})?)?
      (?P<ordinal>{_ORDINAL}){_SPACE}(?:fiscal{_SPACE}|calendar{_SPACE})?(?:quarters?|qtr)(?![A-Za-z])
    | (?:(?P<over>{YEAR})\s?/\s?)?Q(?P<q>[1-4])(?![0-9])
    | (?P<n>[1-4])Q(?:['\u2019-]?(?P<short>[0-9]{{2}}))?(?![0-9])
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_YEAR_AFTER = pattern(
    rf"""(?:['\u2019]s)?[\s,\u00a0/-]{{0,4}}
      (?:(?:of|for|in|and|&){_SPACE}(?:(?:the|its|our){_SPACE})?)?
      (?:(?:{_FISCAL}|year(?:{_SPACE}end)?)[\s\u00a0-]{{0,4}})?
      (?:(?P<year>{YEAR})|(?<=[yY])['\u2019]?(?P<short>[0-9]{{2}})
         | ['\u2019](?P<apart>[0-9]{{2}}))
      (?![0-9,]*[0-9])""",
    re.VERBOSE | re.IGNORECASE,
)
_FISCAL_YEAR = pattern(
    rf"(?<![A-Za-z])(?:fiscal(?:{_SPACE}year)?|full{_SPACE}year|fy|year{_SPACE}end)"
    rf"[\s\u00a0-]{{0,4}}(?P<year>{YEAR}|(?<=[yY])['\u2019]?[0-9]{{2}})(?![0-9])"
    rf"|(?P<before>{YEAR}){_SPACE}(?:full{_SPACE}year|fiscal{_SPACE}year|year{_SPACE}end|annual)"
    rf"|(?P<joined>{YEAR})\s?FY(?![A-Za-z0-9])"
    rf"|annual{_SPACE}(?:results|earnings)(?:{_SPACE}for)?{_SPACE}(?P<after>{YEAR})",
    re.IGNORECASE,
)
_FULL_YEAR = pattern(
    rf"(?<![A-Za-z])(?:full{_SPACE}|fiscal{_SPACE})?year(?:{_SPACE}end)?{_SPACE}"
    rf"(?:ended|ending|results|{YEAR})|annual{_SPACE}(?:results|earnings)",
    re.IGNORECASE,
)
_HALF = pattern(
    rf"""(?<![A-Za-z0-9])(?:
      (?:(?P<ordinal>first|second|1st|2nd){_SPACE})?half(?:[-\s]?year(?:ly)?)?(?![A-Za-z])
    | (?P<h>[12])H(?:['\u2019-]?(?P<short>[0-9]{{2}}))?(?![0-9A-Za-z]) | H(?P<n>[12])(?![0-9])
    | HY(?:{YEAR}|['\u2019]?[0-9]{{2}})?(?![0-9A-Za-z]) | semi-?\s?annual | six{_SPACE}months?
    | interim{_SPACE}(?:results|report|financial{_SPACE}report) )""",
    re.VERBOSE | re.IGNORECASE,
)
_NAME_A_YEAR = ("year", "annual", "fiscal", "fy")
_NAME_A_HALF = ("half", "semi", "six", "interim", "1h", "2h", "h1", "h2", "hy")
"""Words without which nothing names a year or a half: looked for first, which is quickly done."""
_FISCAL_WORDS = ("fiscal", "financial")
_OUTLOOK = pattern(
    r"(?:['\u2019]s)?(?:[\s,-]+(?:of|fiscal|full|year|business|financial|revenue|earnings"
    r"|(?:19|20)[0-9]{2}|[0-9]{2}))*[\s:,-]+(?:outlook|guidance|forecast|expectations|targets?)\b",
    re.IGNORECASE,
)
_OUTLOOK_FOR = pattern(
    r"\b(?:outlook|guidance|forecasts?|targets?|expects?|expected|expectations|estimates?)\b"
    r"[^.;,]{0,40}\Z",
    re.IGNORECASE,
)
_NEAR = 60
_COMPARES = pattern(
    r"\b(?:compar(?:ed|es|ing)|versus|vs|against|than)\b"
    r"|\b(?:up|down|from)\s[^a-z]{0,12}[0-9]",
    re.IGNORECASE,
)
_SENTENCE = 120
_YEAR_ENDS = pattern(
    r"\b(?:fiscal|financial)[\s-]+years?(?:[\s-]+end)?\s+(?:ends?|is|closes?)\b"
    r"(?:\s+(?:on|in|of|at|the|end|last|day|first|final|(?:satur|sun|fri)day|closest|nearest|to"
    r"|month|each|every|year)){0,10}\s+(?P<month>[a-z]{3,9})\b(?!\.?\s+[0-9]{1,2},?\s+[0-9]{4})",
    re.IGNORECASE,
)
_ENDED_BEFORE = pattern(
    r"(?<![A-Za-z])(?:(?P<quarter>quarters?|Q[1-4])|(?P<half>half[\s-]{1,3}years?)|(?P<months>three|six|nine|twelve|3|6|9|12)[\s-]{1,3}months?"
    r"|(?P<weeks>[0-9]{2}|twelve|thirteen|fourteen|twenty|forty|fifty|thirty|sixteen|seventeen"
    r"|(?:twenty|thirty|forty|fifty)-?\s?(?:two|three|four|six|nine))[\s-]{1,3}weeks?"
    r"|(?P<year>years?)|(?P<period>period))"
    rf"(?:[\s,]{{1,3}}(?:of\s{{1,2}})?(?:fiscal\s{{1,2}}(?:year\s{{1,2}})?)?{YEAR})?"
    r"(?:[\s,]{1,3}(?:that|which))?[\s,]{1,4}(?:ended|ending|ends|through|to)(?:[\s,]{1,3}on)?[\s(:]{0,6}\Z",
    re.IGNORECASE,
)
_ENDS = ("end", "through", " to")
_ENDED_WITHIN = 24
"""The word that says it ended stands so near to the date."""


class QuarterWords(Struct, frozen=True, gc=False):
    """A fiscal quarter as named; the year is None where the words name none."""

    quarter: int
    fiscal_year: int | None
    start: int
    end: int


def quarters_named(text: str, start: int = 0, end: int | None = None) -> list[QuarterWords]:
    """Every fiscal quarter named in the stretch, with the year named beside it."""
    stop = len(text) if end is None else end
    found: list[QuarterWords] = []
    if text.find("q", start, stop) < 0 and text.find("Q", start, stop) < 0:
        return found
    for match in _QUARTER.finditer(text, start, stop):
        year = _year_of(text, match, stop)
        found.append(QuarterWords(_quarter_of(match), year, match.start(), match.end()))
    return found


def _quarter_of(match: re.Match[str]) -> int:
    """1 to 4."""
    if match["ordinal"]:
        return _ORDINALS[match["ordinal"].lower()]
    return int(match["q"] or match["n"])


_FISCAL_BEFORE = pattern(
    rf"(?:fiscal|fy|year)?[\s\u00a0-]{{0,4}}(?P<year>{YEAR})['\u2019]?s?{_SPACE}\Z", re.IGNORECASE
)


def _year_of(text: str, match: re.Match[str], stop: int) -> int | None:
    """The year beside a quarter's name: "fiscal 2007 second quarter", "Q2 fiscal 2008"."""
    if (year := match["before"] or match["over"]) is not None:
        return int(year)
    if match["short"]:
        return 2000 + int(match["short"])
    after = _YEAR_AFTER.match(text, match.end(), min(stop, match.end() + 60))
    if after:
        return _full(after["year"] or after["short"] or after["apart"])
    before = _FISCAL_BEFORE.search(text[max(0, match.start() - 24) : match.start()])
    return int(before["year"]) if before else None


class YearWords(Struct, frozen=True, gc=False):
    """A fiscal year as named: with a quarter, or alone (quarter 0).

    `compares` is true where the words before it set it beside the year spoken of.
    """

    year: int
    quarter: int = 0
    compares: bool = False


def years_named(text: str) -> list[YearWords]:
    """Every fiscal year named, with its quarter or alone; the years of outlooks left out."""
    found = [
        YearWords(one.fiscal_year, one.quarter, _compares(text, one.start))
        for one in quarters_named(text)
        if one.fiscal_year is not None and not is_outlook(text, one.start, one.end)
    ]
    return found + [
        YearWords(_year_in(match), 0, _compares(text, match.start()))
        for match in _FISCAL_YEAR.finditer(text)
        if not is_outlook(text, match.start(), match.end())
    ]


def _compares(text: str, start: int) -> bool:
    """True where the sentence compares up to there: "compared with $5 million in fiscal 2022"."""
    sentence = text[max(0, start - _SENTENCE) : start].rpartition(". ")[2].rpartition(", ")[2]
    return _COMPARES.search(sentence) is not None


def _year_in(match: re.Match[str]) -> int:
    """The year that one of the groups has."""
    return _full(next(year for year in match.groups() if year))


def is_outlook(text: str, start: int, end: int) -> bool:
    """True where the period named there is one that an outlook is of: "Q1 2026 Outlook"."""
    before = text[max(0, start - _NEAR) : start]
    return bool(_OUTLOOK.match(text, end, end + 60) or _OUTLOOK_FOR.search(before))


def year_end_named(text: str) -> int | None:
    """The month in which the words say that fiscal years end: "our fiscal year ends March 31"."""
    # Words are found faster than a pattern; one capital alone is two letters when small.
    lowered, stop = text.replace("\u0130", "i").lower(), 0
    for at in sorted(one for word in _FISCAL_WORDS for one in _places(lowered, word)):
        match = _YEAR_ENDS.match(text, at) if at >= stop else None
        if match is not None:
            stop = match.end()
            if month := month_number(match["month"]):
                return month
    return None


def _places(text: str, word: str) -> Iterator[int]:
    """Where a word stands in a text, from the first on."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def fiscal_year_named(text: str) -> int | None:
    """The first fiscal year named in the words: "fiscal 2008", "full-year 2021", "FY24"."""
    match = _FISCAL_YEAR.search(text) if _has(text, _NAME_A_YEAR) else None
    return None if match is None else _year_in(match)


def half_named(text: str) -> int:
    """1 or 2 for the half of a year that words name first; 0 for none.

    It is the first where they say no more than "half year", "six months" or "interim results".
    """
    match = _HALF.search(text) if _has(text, _NAME_A_HALF) else None
    if match is None:
        return 0
    if match["ordinal"]:
        return _ORDINALS[match["ordinal"].lower()]
    return int(match["h"] or match["n"] or 1)


def speaks_of_full_year(text: str) -> bool:
    """True where the words announce a year's results, and not half a year's."""
    if not _has(text, _NAME_A_YEAR):
        return False
    text = _HALF.sub(" ", text)
    return bool(_FULL_YEAR.search(text)) or fiscal_year_named(text) is not None


def _has(text: str, words: tuple[str, ...]) -> bool:
    """True where one of the words stands in the text, however it is written."""
    lowered = text.lower()
    return any(word in lowered for word in words)


def _full(digits: str) -> int:
    """A year of two digits, with or without an apostrophe, is in this century."""
    digits = digits.lstrip("'\u2019")
    return 2000 + int(digits) if len(digits) == 2 else int(digits)


_HALF_MONTHS = 6


class Length(Struct, frozen=True, gc=False):
    """How long the period is that ends at a date: months, 0 where the words do not say."""

    months: int


def ended_before(before: str) -> Length | None:
    """The length of the period that the words before a date say ended then; None for none."""
    near = before[-_ENDED_WITHIN:].lower()
    if not any(word in near for word in _ENDS):
        return None
    match = _ENDED_BEFORE.search(before)
    if match is None:
        return None
    if match["quarter"]:
        return Length(3)
    if match["half"]:
        return Length(_HALF_MONTHS)
    if match["months"]:
        return Length(_counted(match["months"]))
    if match["weeks"]:
        return Length(_months_of_weeks(match["weeks"].lower().replace(" ", "-")))
    return Length(12 if match["year"] else 0)


def _counted(words: str) -> int:
    """A number in digits or in words; 0 for words that are none."""
    return int(words) if words.isdigit() else COUNTS.get(words.lower(), 0)


def _months_of_weeks(words: str) -> int:
    """A quarter is 12 to 17 weeks, a half 24 to 28, three quarters 36 to 40, a year 52 or 53."""
    count = _counted(words)
    ranges = ((12, 17, 3), (24, 28, 6), (36, 40, 9), (52, 53, 12))
    return next((months for low, high, months in ranges if low <= count <= high), 0)

"""What a passage stands in: the period, base and segment that headings and lists give it."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from msgspec import Struct, structs

from tieout.claims.scope import segment_of
from tieout.lexicon.canonical import normal
from tieout.lexicon.fiscal import half_named, quarters_named
from tieout.lexicon.meant import resolve
from tieout.lexicon.spoken import SpokenPeriod, spoken_periods
from tieout.lexicon.words import Token
from tieout.model.period import FiscalCalendar, Period, duration

_LATEST = 2
_STRETCHES = (6, 9)
LONGEST_OPENING = 14
_SPEAKING = ("is", "up", "down", "better", "worse", "comma", "amount", "percent")
_LONGEST_NOUN = 4
_BASES = ("from", "over", "than", "versus")
_BESIDE = frozenset(["ahead", "below", "above"])
_LIST_GOES_ON = (";", ",", "; and")
_AHEAD = frozenset(["outlook", "guidance", "targets", "forecast", "expectations"])
_BEHIND = frozenset(
    [
        *("results", "highlights", "summary", "review", "record", "records", "reports", "reported"),
        *("remarks", "comments", "commentary", "update", "discussion"),
        *("announces", "delivers", "delivered", "achieves", "posts", "strong", "solid"),
    ]
)
_FURNITURE = frozenset(["more", "page", "continued", "of", "table", "contents", "end"])
_CONSTITUTED = frozenset(
    [
        *("inc", "incorporated", "corp", "corporation", "company", "co", "ltd", "limited", "llc"),
        *("plc", "lp", "nv", "sa", "ag", "holdings", "group", "and", "associates"),
    ]
)
_SELF = frozenset(
    [
        *("company", "company's", "corporation", "corp", "bank", "bancorp", "bancshares", "firm"),
        *("group", "partnership", "trust", "we", "it", "they", "management", "holdings", "inc"),
        *(
            "both",
            "also",
            "today",
            "quarter",
            "results",
            "which",
            "there",
            "business",
            "operations",
        ),
    ]
)
"""Words by which a release speaks of its registrant."""


class Setting(Struct, frozen=True, dict=True):
    """What holds for a passage before it speaks.

    `about` is the period introduced by a heading, a list or an earlier sentence, `base` the one
    that it is compared with, `segment` the part of the company a heading names. `names` are
    the registrant's own, `company` its name without what says how it is constituted. `announced`
    is the stretch that the headline names, where it is longer than a quarter. `title` are the
    words of a slide's title that name no period.
    """

    calendar: FiscalCalendar | None
    names: frozenset[str] = _SELF
    company: tuple[str, ...] = ()
    about: Period | None = None
    base: Period | None = None
    segment: str = ""
    in_list: bool = False
    is_ahead: bool = False
    announced: Period | None = None
    title: tuple[Token, ...] = ()

    @cached_property
    def current(self) -> Period | None:
        """The stretch announced: a quarter, unless the headline names a longer one."""
        return self.announced or (self.calendar.current if self.calendar else None)

    def is_self(self, words: Iterable[str]) -> bool:
        """True where one of the words means the registrant, or none says who is meant."""
        said = [word.removesuffix("'s").removesuffix("\u2019s") for word in words]
        return not said or any(word in self.names for word in said)


def opening(
    calendar: FiscalCalendar | None,
    company: str,
    ticker: str,
    headline: str = "",
    row: Sequence[Token] = (),
) -> Setting:
    """The setting a release begins in: nothing introduced, the registrant's names known.

    Six or nine months are announced by a headline, of the words in `row`, that names them and
    nothing else.
    """
    words = f"{company} {ticker}".lower().replace(",", " ").replace(".", " ").split()
    own = tuple(normal(company).split())
    while own and own[-1] in _CONSTITUTED:
        own = own[:-1]
    names = _SELF | {word for word in words if len(word) > 2}
    said = {resolve(one, calendar, None) for one in spoken_periods(row)}
    announced = said.pop() if len(said) == 1 else None
    is_long = announced is not None and announced.months in _STRETCHES
    half = half_named(headline)
    if not is_long and half and calendar is not None and not quarters_named(headline):
        announced = duration(calendar.quarter(2 * half).end, _STRETCHES[0])
        is_long = announced.end == calendar.period_end
    return Setting(calendar, names, own, announced=announced if is_long else None)


def under_heading(setting: Setting, row: Sequence[Token], heading: str) -> Setting:
    """The setting under a heading: its period and its base if it names them, else as before.

    A heading that names two periods introduces none.
    """
    words = [token.text for token in row if token.figure < 0 and token.text.isalpha()]
    if len("".join(words)) < 2 or _FURNITURE.issuperset(words):
        return setting  # the mark of a list's entry, or the foot of a page
    said = spoken_periods(row)
    segment = segment_of(heading, setting.names)
    is_ahead = _looks_ahead(row)
    if not said:
        return structs.replace(setting, segment=segment, in_list=False, is_ahead=is_ahead)
    timed = {place for one in said for place in range(one.first, one.last)}
    rest = [token for place, token in enumerate(row) if place not in timed]
    if all(token.kind != "word" or token.text == "compared" for token in rest):
        segment = setting.segment  # the period alone: "First quarter 2022 compared with …"
    own = [
        resolve(one, setting.calendar, None)
        for number, one in enumerate(said)
        if not is_base(row, one) and not (number and _is_year_of(row, one))
    ]
    bases = [one for one in said if is_base(row, one)]
    about = own[0] if len(set(own)) == 1 else None
    if about is not None and about.start is None:
        about = None
    base = resolve(bases[0], setting.calendar, about) if len(bases) == 1 and about else None
    return structs.replace(
        setting,
        about=about,
        base=base,
        segment=segment,
        in_list=False,
        is_ahead=is_ahead,
    )


def under_title(setting: Setting, row: Sequence[Token], title: str) -> Setting:
    """The setting under the title of a slide, of what it names; a title may tell figures too."""
    if any(token.kind in ("amount", "percent") for token in row):
        return structs.replace(setting, about=introduced(row, setting.calendar))
    timed = {place for one in spoken_periods(row) for place in range(one.first, one.last)}
    rest = tuple(token for place, token in enumerate(row) if place not in timed)
    return under_heading(structs.replace(setting, title=rest), row, title)


def _looks_ahead(row: Sequence[Token]) -> bool:
    """True for a heading of outlook and of no results: "FY24 Financial Guidance"."""
    words = {token.text for token in row}
    return bool(words & _AHEAD) and not words & _BEHIND


def _is_year_of(row: Sequence[Token], one: SpokenPeriod) -> bool:
    """True for the year that a shorter period is of: "first six months of fiscal 2020"."""
    is_year = one.day is None and one.words <= {"fiscal", "year", str(one.year)}
    return is_year and one.first > 0 and row[one.first - 1].text in ("of", "for", "in")


def opened(setting: Setting, row: list[Token]) -> tuple[Setting, list[Token]]:
    """The setting that a paragraph opens with, and the rest of it.

    "First Nine Months Operating Results." in front of a paragraph's sentences is a heading.
    """
    stop = next((n for n, token in enumerate(row[:LONGEST_OPENING]) if token.kind == "stop"), 0)
    lead = row[:stop]
    speaks = any(token.kind in _SPEAKING for token in lead)
    if not lead or speaks or not spoken_periods(lead):
        return setting, row
    words = " ".join(token.text for token in lead)
    return under_heading(setting, lead, words), row[stop + 1 :]


def after(setting: Setting, row: Sequence[Token], text: str) -> Setting:
    """The setting behind a paragraph: one that ends in a colon introduces its list.

    "For the nine months ended March 31, 2020, compared to …:" holds for what is listed below it.
    """
    if text.endswith(":"):
        about = introduced(row, setting.calendar)
        if about is not None:
            return structs.replace(setting, about=about, base=None, in_list=True)
    if setting.in_list and not text.endswith(_LIST_GOES_ON):
        return structs.replace(setting, about=None, base=None, in_list=False)
    return setting


def introduced(row: Sequence[Token], calendar: FiscalCalendar | None) -> Period | None:
    """The period a sentence begins with, which holds for what follows: "For fiscal 2023,"."""
    said = spoken_periods(row) if row and row[0].kind == "in" else []
    if not said or said[0].first > _LATEST or is_base(row, said[0]):
        return None
    found = resolve(said[0], calendar, None)
    return found if found is not None and found.start is not None else None


def is_base(row: Sequence[Token], one: SpokenPeriod) -> bool:
    """True where "from", "over", "than" or "compared" leads into the period."""
    if one.is_base:
        return True
    place = one.first - 1
    while place >= 0 and (row[place].kind in ("the", "in", "of") or row[place].text == "end"):
        place -= 1
    if place + 1 < one.first and row[place + 1].kind in ("in", "of"):
        nouns = 0  # "from revenues in the preceding quarter"
        while nouns < _LONGEST_NOUN and place >= 0 and row[place].kind == "word":
            place, nouns = place - 1, nouns + 1
        while place >= 0 and row[place].kind == "the":
            place -= 1
    if place > 0 and row[place].kind == "to":
        place -= 1
    return place >= 0 and (row[place].kind in _BASES or row[place].text in _BESIDE)

"""A release's heading: headline, dateline, company and ticker."""

import re
from datetime import date

from msgspec import Struct

from tieout.forms.lines import Line, dates_in, is_date_only
from tieout.lexicon.markup import clean
from tieout.lexicon.fiscal import quarters_named, speaks_of_full_year
from tieout.model.announcement import Dated
from tieout.model.document import Document

_EXCHANGE = (
    r"(?:NYSE|NASDAQ|OTC|AMEX|TSXV?|LSE|ASX|SIX|CBOE|EURONEXT|HKEX|SGX|NEO|PINK"
    r"|(?:the\s+)?New\s+York\s+Stock|(?:the\s+)?American\s+Stock|(?:the\s+)?Toronto\s+Stock)"
)
_TICKER = re.compile(
    rf"[(\[]\s?(?:(?:ticker|symbol|stock)\s?:?\s?)?(?P<exchange>{_EXCHANGE}[A-Za-z/,.& \u00ae]{{0,40}}?)"
    r"\s?[:\u2013-]\s?[\"\u201c]?(?P<ticker>[A-Z][A-Z0-9]{0,5}(?:[./][A-Z]{1,2})?)(?![a-z])",
    re.IGNORECASE,
)
_SYMBOL = re.compile(
    r"(?:ticker|trading|stock)?\s?symbols?:?\s{1,2}[\"\u201c'(]?(?P<ticker>[A-Z]{1,5})(?![A-Za-z])"
)
_WIRE = re.compile(
    r"[(/]\s?(?P<wire>[A-Za-z][A-Za-z -]{0,24}(?:wire|wired)(?:[ -][A-Za-z]{1,12}){0,2}"
    r"|marketwired|first call)\s?[)/]"
    r"|(?P<bare>(?:[A-Z]{2,12} )?(?:[A-Z]{2,10})?WIRE)(?![A-Za-z])",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    r"(?<![A-Za-z])(?:announce[sd]?|report(?:s|ed)?|release[sd]|today|post(?:s|ed)|issued)(?![A-Za-z])",
    re.IGNORECASE,
)
_RESULTS = re.compile(
    r"(?<![A-Za-z])(?:results?|earnings|net income|net loss|income|loss|revenues?|sales|profits?"
    r"|quarter(?:ly)?|backlog|financial|per share|FFO)(?![A-Za-z])",
    re.IGNORECASE,
)
# U+0096 and U+0097 are the dashes of cp1252, as many old pages print them.
_SEPARATOR = re.compile(r"[\s)\]\u0096\u0097\u2010-\u2015.,:;\u2026/|-]+")
_PARENTHESIS = re.compile(r"\([^()]{0,80}\)\s{0,3}")
_FURNITURE = re.compile(
    r"(?:for )?(?:immediate|general)? ?(?:release|distribution)(?: immediately)?\W*\Z"
    r"|(?:news|press|earnings|media|financial)(?: news)? release\W*\Z|news\W*\Z|exhibit\W*\Z"
    r"|ex-?\s?[0-9]|exhibit\s+[0-9.]+|document\Z|page\s+[0-9]|https?:|www\.|[\w-]{1,60}\.html?\Z"
    r"|for (?:more|further|additional) information|(?:media |investors? |company |press )?(?:relations )?"
    r"(?:contacts?|inquiries)\b|(?:media|investors?|analysts?)\s?[:-]|table of contents"
    r"|not for (?:immediate )?(?:release|distribution)|embargo|source:",
    re.IGNORECASE,
)
_PHONE = re.compile(r"[0-9]{3}[-.) ]{1,2}[0-9]{3}[-. ][0-9]{4}|@[A-Za-z0-9]")
_UNFINISHED = re.compile(
    r"(?:[,:&-]|\b(?:and|of|for|the|in|to|with|by|reports|announces|discusses|its))\Z", re.IGNORECASE
)
_GOES_ON = re.compile(r"(?:of|and|amidst?|including|with|in|for|on|to|as)\b|(?-i:[a-z]{2})", re.IGNORECASE)
_SUFFIXES = {"plc", "ag", "se", "nv", "n.v.", "s.a.", "sa", "ab", "asa", "oyj", "spa", "s.p.a.", "kgaa"}
_JOINING = {"of", "and", "&", "the", "for", "de", "in", "on", "du", "la", "del", "at"}

_HEADING_LINES = 90
_MOST_CUTS = 12
_LONGEST_HEADLINE = 320
_SHORTEST_LEAD = 70


class Heading(Struct, frozen=True, gc=False):
    """What stands at a release's top; `lead` is the stretch of its first sentence's paragraph."""

    headline: str = ""
    subheadline: str = ""
    company: str = ""
    ticker: str = ""
    exchange: str = ""
    city: str = ""
    wire: str = ""
    release_date: Dated | None = None
    lead: tuple[int, int] = (0, 0)
    start: int = 0


class _Dateline(Struct, frozen=True, gc=False):
    """Where a lead's dateline ends, and what it says."""

    end: int
    city: str = ""
    wire: str = ""
    day: Dated | None = None


def heading(document: Document, lines: list[Line], near: date | None) -> Heading | None:
    """The heading of the release that these lines open; None where they announce nothing.

    `near` is a day shortly before the release, for a dateline that prints no year.
    """
    blocks = _gathered(lines[:_HEADING_LINES])
    lead_at = _lead_at(document, blocks)
    over = blocks[:lead_at] if lead_at is not None else blocks[:12]
    headline, subheadline = _headlines(document, over)
    if lead_at is None:
        if not (headline and _is_of_results(headline)):
            return None
        return Heading(
            headline, subheadline, release_date=_standing_date(document, over),
            start=lines[0].start, **_ticker(document.text, lines[0].start),
        )  # fmt: skip
    lead = blocks[lead_at]
    start, end = lead[0].start, lead[-1].end
    dateline = _dateline(document, start, end, near)
    if not dateline.city and lead_at and (city := _city(blocks[lead_at - 1])):
        dateline = _Dateline(dateline.end, city, dateline.wire, dateline.day)
    return Heading(
        headline, subheadline,
        company=company_at(document.text, dateline.end, end),
        city=dateline.city, wire=dateline.wire,
        release_date=dateline.day or _standing_date(document, over),
        lead=(start, end), start=lines[0].start, **_ticker(document.text, start),
    )  # fmt: skip


def _gathered(lines: list[Line]) -> list[list[Line]]:
    """The lines by block; rows of a grid and furniture stand alone, a cut dateline goes on."""
    blocks: list[list[Line]] = []
    for line in lines:
        last = blocks[-1] if blocks else []
        goes_on = bool(last) and last[-1].block == line.block and not _FURNITURE.match(last[-1].text)
        if goes_on and not line.in_grid and not _FURNITURE.match(line.text):
            last.append(line)
        elif last and not line.in_grid and _is_cut(last):
            last.append(line)
        else:
            blocks.append([line])
    return blocks


def _is_cut(block: list[Line]) -> bool:
    """True for a dateline's paragraph whose last line ends in no stop: a blank line cut it."""
    first = block[0].text
    if block[0].in_grid or len(block) > _MOST_CUTS or "--" not in first or not _WIRE.search(first):
        return False
    return not block[-1].text.endswith((".", ":", "--"))


def _words(block: list[Line]) -> str:
    """The block's words, on one line."""
    return " ".join(line.text for line in block).lstrip("# ").strip()


def _lead_at(document: Document, blocks: list[list[Line]]) -> int | None:
    """The first paragraph that announces: with a dateline or ticker, else with the verb."""
    fallback = None
    for number, block in enumerate(blocks):
        words = document.text[block[0].start : block[-1].end]
        opening = words[:900]
        if len(words) < _SHORTEST_LEAD or not _ANNOUNCES.search(opening):
            continue
        if _is_title(words):
            continue
        if _TICKER.search(opening) or _dateline(document, block[0].start, block[-1].end).day:
            return number
        if fallback is None and not block[0].in_grid and _is_sentence_of_results(words):
            fallback = number
    return fallback


def _is_sentence_of_results(words: str) -> bool:
    """True for a sentence that speaks of results and of the period they are of."""
    opening = words[:900]
    if not words.rstrip().endswith((".", ":", '"', "\u201d")) or not _RESULTS.search(opening):
        return False
    return bool(quarters_named(opening) or speaks_of_full_year(opening) or "ended" in opening)


def _is_title(words: str) -> bool:
    """True for words in capitals, or set as a title."""
    letters = [ch for ch in words[:200] if ch.isalpha()]
    upper = sum(ch.isupper() for ch in letters)
    return upper * 10 > len(letters) * 8 or words.startswith("#")


def _dateline(
    document: Document, start: int, end: int, near: date | None = None
) -> _Dateline:
    """ "CHATSWORTH, Calif.--(BUSINESS WIRE)--Nov. 8, 2007--": city, wire, date, and its end."""
    text = document.text
    stop = min(end, start + 170)
    dates = _dates_after(document, start, stop, near)
    wire = _WIRE.search(text, start, stop)
    first = document.figures[dates[0].figure] if dates else None
    at = start
    if first is not None and _opens(text[start : first.start]):
        at = max(at, first.end)
        if wire and wire.start() - first.end > 12:
            wire = None
    else:
        dates = []
    if wire and _opens(text[start : wire.start()]):
        at = max(at, wire.end())
    else:
        wire = None
    if at == start:
        at = _dash_end(text, start, stop)
    if at == start:
        return _Dateline(start)
    cut = min(
        [at] + ([first.start] if dates and first else []) + ([wire.start()] if wire else [])
    )
    name = (wire["wire"] or wire["bare"]) if wire else ""
    return _Dateline(_past(text, at, end), _place(text[start:cut]), clean(name),
                     dates[0] if dates else None)  # fmt: skip


def _dates_after(document: Document, start: int, stop: int, near: date | None) -> list[Dated]:
    """The dates in the stretch; one without its year is the first such day from `near` on."""
    if near is None:
        return dates_in(document, start, stop)
    this, following = (dates_in(document, start, stop, near.year + n) for n in (0, 1))
    return [
        after if one.day < near and one.day != after.day else one
        for one, after in zip(this, following, strict=False)
    ]


def _opens(words: str) -> bool:
    """True where the words could be a dateline's: a place and marks, no sentence."""
    bare = _WIRE.sub("", words)
    lower = [word for word in bare.split() if word[:1].islower() and word[:1].isalpha()]
    return len(bare) <= 90 and len(lower) <= 2 and not _ANNOUNCES.search(bare)


def _dash_end(text: str, start: int, stop: int) -> int:
    """The end of the dash after a place, where the dateline has neither wire nor date."""
    match = re.compile(r"\s?(?:--+|[\u2013\u2014])\s?|\s-\s").search(text, start, min(stop, start + 60))
    if match is None or not _opens(text[start : match.start()]) or "(" in text[start : match.start()]:
        return start
    return match.end()


def _past(text: str, at: int, end: int) -> int:
    """The first word of the sentence after a dateline's dashes."""
    match = _SEPARATOR.match(text, at, end)
    at = match.end() if match else at
    while (aside := _PARENTHESIS.match(text, at, end)) is not None:
        at = aside.end()
        match = _SEPARATOR.match(text, at, end)
        at = match.end() if match else at
    return at


def _place(words: str) -> str:
    """The city, without the marks around it."""
    return clean(words).strip(" (-\u2013\u2014,/:\u2026").removesuffix("..").strip()


def _city(block: list[Line]) -> str:
    """The place a line of its own names before the lead: "CHATSWORTH, Calif.--"."""
    words = _words(block)
    return _place(words) if len(words) < 60 and words.endswith(("--", "\u2014", "\u2013")) else ""


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
    return clean(" ".join(words)).rstrip(",;:-\u2013\u2014*\u2122\u00ae ").removesuffix("'s").strip()


def _ticker(text: str, start: int) -> dict[str, str]:
    """The ticker and its exchange, from the first place that names them."""
    match = _TICKER.search(text, start)
    if match is None:
        symbol = _SYMBOL.search(text, start)
        return {"ticker": symbol["ticker"] if symbol else "", "exchange": ""}
    return {"ticker": match["ticker"].upper(), "exchange": exchange_name(match["exchange"])}


def exchange_name(words: str) -> str:
    """The exchange in capitals, by its usual name: "Nasdaq Global Select Market" is NASDAQ."""
    name = clean(words).upper().strip(" ,.\u00ae").removeprefix("THE ")
    for start, short in (("NASDAQ", "NASDAQ"), ("NEW YORK STOCK", "NYSE"),
                         ("AMERICAN STOCK", "AMEX"), ("TORONTO STOCK", "TSX")):  # fmt: skip
        if name.startswith(start):
            return short
    return re.split(r"[,/:]| AND | MARKET| BEST", name)[0].strip()


def _standing_date(document: Document, blocks: list[list[Line]]) -> Dated | None:
    """A date that stands on a line of its own."""
    for block in blocks:
        for line in block:
            if is_date_only(document, line):
                return dates_in(document, line.start, line.end)[0]
    return None


def _is_of_results(words: str) -> bool:
    """True for a headline of results: a period and an amount reported for it."""
    period = quarters_named(words) or speaks_of_full_year(words)
    return bool(period and _RESULTS.search(words) and not words.endswith("."))


def _headlines(document: Document, blocks: list[list[Line]]) -> tuple[str, str]:
    """The headline and what stands under it, furniture passed over."""
    kept: list[str] = []
    for block in blocks:
        words = _words(block)
        if not _is_furniture(document, block, words):
            kept.append(words)
    scored = [(_score(words), -number) for number, words in enumerate(kept)]
    if not scored or max(scored)[0] == 0:
        return "", ""
    at = -max(scored)[1]
    headline, after = kept[at], kept[at + 1 :]
    while at and _leads_to(kept[at - 1], headline):
        at -= 1
        headline = f"{kept[at]} {headline}"
    while (
        after
        and (_UNFINISHED.search(headline) or _GOES_ON.match(after[0]))
        and len(headline) + len(after[0]) < _LONGEST_HEADLINE
    ):
        headline = f"{headline} {after.pop(0)}"
    return headline, after[0] if after else ""


def _leads_to(before: str, headline: str) -> bool:
    """True where the line before begins the headline: "ACME CORP." over "ANNOUNCES RESULTS"."""
    if len(before) + len(headline) > _LONGEST_HEADLINE:
        return False
    opens_with_verb = _ANNOUNCES.match(headline) is not None
    return opens_with_verb or bool(_UNFINISHED.search(before)) or bool(_GOES_ON.match(headline))


def _score(words: str) -> int:
    """How much a line reads as a headline of results."""
    if len(words) > _LONGEST_HEADLINE:
        return 0
    verb = 2 if _ANNOUNCES.search(words) else 0
    period = 2 if quarters_named(words) or speaks_of_full_year(words) else 0
    return (verb + period + 1) if _RESULTS.search(words) else (1 if verb else 0)


def _is_furniture(document: Document, block: list[Line], words: str) -> bool:
    """True for exhibit marks, dates, contacts, page numbers and the like."""
    if len(words) < 4 or _FURNITURE.match(words) or _PHONE.search(words):
        return True
    return len(block) == 1 and is_date_only(document, block[0])

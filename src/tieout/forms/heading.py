"""A release's heading: headline, lead and what they name."""

import re
from datetime import date

from msgspec import Struct

from tieout.forms.dateline import Dateline, company_at, dateline, named_over, names_wire, place
from tieout.forms.lines import Line, dates_in, is_date_only
from tieout.forms.ticker import names_ticker, ticker
from tieout.lexicon.fiscal import half_named, quarters_named, speaks_of_full_year
from tieout.lexicon.shapes import DASHES, LONG_DASHES
from tieout.model.announcement import Dated
from tieout.model.document import Document
from tieout.patterns import pattern

_ANNOUNCES = pattern(
    r"(?<![A-Za-z])(?:announce[sd]?|report(?:s|ed)?|release[sd]|today|post(?:s|ed)|issued)"
    r"(?![A-Za-z])",
    re.IGNORECASE,
)
_RESULTS = pattern(
    r"(?<![A-Za-z])(?:results?|earnings|net income|net loss|income|loss|revenues?|sales|profits?"
    r"|quarter(?:ly)?|backlog|financial|per share|FFO)(?![A-Za-z])",
    re.IGNORECASE,
)
_FURNITURE = pattern(
    r"(?:for )?(?:immediate|general)? ?(?:release|distribution)(?: immediately)?\W*\Z"
    r"|(?:news|press|earnings|media|financial)(?: news)? release\W*\Z|news\W*\Z|exhibit\W*\Z"
    r"|ex-?\s?[0-9]|exhibits?\s+[0-9.]++\W*\Z|document\Z|page\s+[0-9]|https?:|www\.|[\[<]"
    r"|[\w-]{1,60}\.html?\Z|for (?:more|further|additional) information"
    r"|(?:media |investors? |company |press )?(?:relations )?(?:contacts?|inquiries)\b"
    r"|(?:media|investors?|analysts?)\s?[:-]|table of contents"
    r"|not for (?:immediate )?(?:release|distribution)|embargo|source:",
    re.IGNORECASE,
)
_PHONE = pattern(r"[0-9]{3}[-.) ]{1,2}[0-9]{3}[-. ][0-9]{4}|@[A-Za-z0-9]")
_UNFINISHED = pattern(
    r"(?:[,:&-]|\b(?:and|of|for|the|in|to|with|by|reports|announces|discusses|its))\Z",
    re.IGNORECASE,
)
_GOES_ON = pattern(
    r"(?:of|and|amidst?|including|with|in|for|on|to|as)\b|(?-i:[a-z]{2})", re.IGNORECASE
)
HEADING_LINES = 90
_MOST_CUTS = 12
_AROUND = " \t\n\u00a0." + DASHES
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


def heading(document: Document, lines: list[Line], near: date | None) -> Heading | None:
    """The heading of the release that these lines open; None where they announce nothing.

    `near` is a day shortly before the release, for a dateline that prints no year.
    """
    blocks = _gathered(lines[:HEADING_LINES])
    lead_at = _lead_at(document, blocks)
    over = blocks[:lead_at] if lead_at is not None else blocks[:12]
    headline, subheadline = _headlines(document, over)
    standing = _standing(document, over)
    if lead_at is None:
        if not (headline and _is_of_results(headline)):
            return None
        traded = ticker(document.text, lines[0].start)
        return Heading(
            headline=headline,
            subheadline=subheadline,
            company=named_over(headline, traded.name),
            ticker=traded.symbol,
            exchange=traded.exchange,
            release_date=standing.day,
            city=standing.city,
            start=lines[0].start,
        )
    start, end = blocks[lead_at][0].start, blocks[lead_at][-1].end
    line = dateline(document, start, end, near)
    first = ticker(document.text, lines[0].start)
    traded = ticker(document.text, start)
    if not traded.symbol:
        traded = first
    # A sentence that no dateline opens may begin with any words; a name over it is one.
    above = first.name if line.end == start and first.at < start else ""
    company = named_over(headline, above) if above else company_at(document.text, line.end, end)
    return Heading(
        headline=headline,
        subheadline=subheadline,
        company=company or named_over(headline, traded.name),
        ticker=traded.symbol,
        exchange=traded.exchange,
        city=line.city or (_city(blocks[lead_at - 1]) if lead_at else "") or standing.city,
        wire=line.wire,
        release_date=line.day or standing.day,
        lead=(start, end),
        start=lines[0].start,
    )


def _gathered(lines: list[Line]) -> list[list[Line]]:
    """The lines by block; rows of a grid and furniture stand alone, a cut dateline goes on."""
    blocks: list[list[Line]] = []
    for line in lines:
        last = blocks[-1] if blocks else []
        if last and not line.in_grid and (_goes_on(last, line) or _is_cut(last)):
            last.append(line)
        else:
            blocks.append([line])
    return blocks


def _goes_on(block: list[Line], line: Line) -> bool:
    """True for a further line of the same block, where neither is furniture."""
    before = block[-1]
    if before.block != line.block:
        return False
    return not _FURNITURE.match(before.text) and not _FURNITURE.match(line.text)


def _is_cut(block: list[Line]) -> bool:
    """True for a dateline's paragraph whose last line ends in no stop: a blank line cut it."""
    first = block[0].text
    if block[0].in_grid or len(block) > _MOST_CUTS or "--" not in first or not names_wire(first):
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
        if names_ticker(opening) or dateline(document, block[0].start, block[-1].end).day:
            return number
        if fallback is None and not block[0].in_grid and _is_sentence_of_results(words):
            fallback = number
    return fallback


def _is_sentence_of_results(words: str) -> bool:
    """True for a sentence that speaks of results and of the period they are of."""
    opening = words[:900]
    if not words.rstrip().endswith((".", ":", '"', "\u201d")) or not _RESULTS.search(opening):
        return False
    return bool(
        quarters_named(opening)
        or speaks_of_full_year(opening)
        or half_named(opening)
        or "ended" in opening
    )


def _is_title(words: str) -> bool:
    """True for words in capitals, or set as a title."""
    letters = [ch for ch in words[:200] if ch.isalpha()]
    upper = sum(ch.isupper() for ch in letters)
    return upper * 10 > len(letters) * 8 or words.startswith("#")


def _city(block: list[Line]) -> str:
    """The place a line of its own names before the lead: "CHATSWORTH, Calif.--"."""
    words = _words(block)
    return place(words) if len(words) < 60 and words.endswith(("--", *LONG_DASHES)) else ""


def _standing(document: Document, blocks: list[list[Line]]) -> Dateline:
    """A dateline or date that stands on lines of its own; empty where there is none."""
    for block in blocks:
        for line in block:
            if is_date_only(document, line):
                return Dateline(line.end, day=dates_in(document, line.start, line.end)[0])
        start, end = block[0].start, block[-1].end
        found = dateline(document, start, end)
        is_all = found.day is not None and not document.text[found.end : end].strip(_AROUND)
        if is_all and "," in found.city and not any(ch.isdigit() for ch in found.city):
            return found
    return Dateline(0)


def _is_of_results(words: str) -> bool:
    """True for a headline of results: a period and an amount reported for it.

    One in capitals may end in a stop, as no sentence does.
    """
    period = quarters_named(words) or speaks_of_full_year(words) or half_named(words)
    is_ended = _ANNOUNCES.search(words) is not None and "ended" in words.casefold()
    is_sentence = words.endswith(".") and not _is_title(words)
    return bool((period or is_ended) and _RESULTS.search(words) and not is_sentence)


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
    if not _RESULTS.search(words):
        return 1 if verb else 0
    period = 2 if quarters_named(words) or speaks_of_full_year(words) or half_named(words) else 0
    return verb + period + 1


def _is_furniture(document: Document, block: list[Line], words: str) -> bool:
    """True for exhibit marks, dates, contacts, page numbers and the like."""
    if len(words) < 4 or _FURNITURE.match(words) or _PHONE.search(words):
        return True
    return len(block) == 1 and is_date_only(document, block[0])

"""A release's furniture: the conference call, contacts, sections, and the words of caution."""

import re
from datetime import date

from tieout.lexicon.markup import clean
from tieout.lexicon.shapes import HYPHEN_SET
from tieout.model.announcement import ConferenceCall, Dated, Section, Weekday
from tieout.model.document import Document, Heading, Paragraph, Passage, Span
from tieout.patterns import pattern

_CALL = pattern(r"conference\s+call|webcast|teleconference|earnings\s+call", re.IGNORECASE)
_REPLAY = pattern(r"replay|archive|rebroadcast|available|recording", re.IGNORECASE)
_DAYS = pattern(
    r"(?<![A-Za-z0-9])(?P<count>[0-9]{1,3}|seven|ten|fourteen|thirty|sixty|ninety|one|two)"
    r"[\s-](?P<unit>days?|weeks?|business\s+days?)\b",
    re.IGNORECASE,
)
_COUNTS = {
    "one": 1, "two": 2, "seven": 7, "ten": 10, "fourteen": 14, "thirty": 30, "sixty": 60,
    "ninety": 90,
}  # fmt: skip
_TIME = pattern(
    r"(?P<hour>[0-9]{1,2})(?::(?P<minute>[0-9]{2}))?\s{0,2}(?P<half>[ap])?", re.IGNORECASE
)
_ZONE = pattern(
    r"[\s,(]{0,3}(?:U\.?S\.?\s+)?"
    r"(?P<zone>Pacific|Mountain|Central|Eastern|Greenwich|GMT|UTC|[PMCE][DS]?T)(?![A-Za-z])",
    re.IGNORECASE,
)
_ZONES = {"p": "Pacific", "m": "Mountain", "c": "Central", "e": "Eastern"}
_CAUTION = pattern(rf"forward[{HYPHEN_SET}\s]{{1,2}}looking|safe\s+harbou?r", re.IGNORECASE)
_CONTACT = pattern(
    r"\W{0,4}(?:(?:media|investors?|company|press|analysts?|corporate)\W+(?:and\W+)?(?:relations\W+)?)*"
    r"(?:contacts?|inquiries)\b|for (?:more|further|additional) information[^.]{0,40}contact",
    re.IGNORECASE,
)
_REACHABLE = pattern(r"[0-9]{3}[-.) /]{1,2}[0-9]{3}[-. ][0-9]{4}|[\w.-]{1,64}@[\w-]{1,64}\.")
_CONTACT_BLOCKS = 6
_NOT_SECTION = pattern(
    r"\W{0,3}(?:[0-9]{1,3}|page.{0,10}|unaudited|more|end|###)\W{0,3}\Z", re.IGNORECASE
)


def conference_call(
    document: Document, start: int, released: date | None, named: tuple[Weekday, ...]
) -> ConferenceCall | None:
    """The first call announced with a time; None where none is."""
    for passage in document.passages:
        if passage.end <= start:
            continue
        times = [
            number
            for number in document.figures_in(passage.start, passage.end)
            if document.figures[number].kind == "time"
        ]
        if times and _CALL.search(document.text, passage.start, passage.end):
            return _call(document, passage.start, passage.end, times[0], released, named)
    return None


def _call(
    document: Document,
    start: int,
    end: int,
    time: int,
    released: date | None,
    named: tuple[Weekday, ...],
) -> ConferenceCall:
    """The call that the passage announces, its time at that figure."""
    figure = document.figures[time]
    zone = _ZONE.match(document.text, figure.end, end)
    day = _day(document, start, end, figure.start, released)
    on = day.day if day else released
    hour = _hour(figure.text)
    starts = f"{on}T{hour}" if on and hour else hour
    weekday = next((w.weekday for w in named if day and w.dated.figure == day.figure), None)
    words = document.text[figure.start : min(len(document.text), end + 1500)]
    return ConferenceCall(
        starts, _zone(zone["zone"]) if zone else "", _replay_days(words),
        "" if weekday is None else _WEEKDAYS[weekday], day,
    )  # fmt: skip


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _day(document: Document, start: int, end: int, at: int, released: date | None) -> Dated | None:
    """The date nearest to the time in the passage."""
    found = []
    for number in document.figures_in(start, end):
        figure = document.figures[number]
        day = figure.said.nearest(released) if figure.said is not None else None
        if day is not None and abs(figure.start - at) < 160:
            found.append((abs(figure.start - at), Dated(day, number)))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _hour(text: str) -> str:
    """The hour as "13:45" for "1:45 p.m."; empty for what is no time of day."""
    match = _TIME.match(text)
    if match is None:
        return ""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else ""


def _zone(words: str) -> str:
    """The zone's name: "ET" is Eastern."""
    if len(words) <= 3 and words.upper() not in ("GMT", "UTC"):
        return _ZONES[words[0].lower()]
    return words.upper() if len(words) == 3 else words.capitalize()


def _replay_days(words: str) -> int | None:
    """For how many days a replay is kept, where the words say so."""
    replay = _REPLAY.search(words)
    match = _DAYS.search(words, replay.start()) if replay else None
    if match is None:
        return None
    count = match["count"].lower()
    number = int(count) if count.isdigit() else _COUNTS[count]
    return number * 7 if match["unit"].lower().startswith("week") else number


def contacts(document: Document, start: int) -> tuple[str, ...]:
    """The lines of a contact block that say how to reach somebody."""
    found: dict[str, None] = {}
    open_for = 0
    for block in document.blocks:
        if block.end <= start:
            continue
        words = document.text[block.start : min(block.end, block.start + 1200)]
        if _CONTACT.match(words):
            open_for = _CONTACT_BLOCKS
        if open_for:
            open_for -= 1
            lines = (clean(line.replace("\t", " ")) for line in words.split("\n"))
            found |= {line: None for line in lines if len(line) < 160 and _REACHABLE.search(line)}
    return tuple(found)[:12]


def safe_harbor(document: Document, start: int) -> tuple[Span, ...]:
    """The paragraphs of forward-looking caution, those under such a heading included."""
    sections = {passage.section for passage in document.passages}
    cautioned = {section for section in sections if _CAUTION.search(section)}
    return tuple(
        Span(passage.start, passage.end)
        for passage in document.passages
        if passage.start >= start
        and passage.kind == "paragraph"
        and (passage.section in cautioned or _cautions(document, passage))
    )


def _cautions(document: Document, passage: Passage) -> bool:
    """True for a paragraph with words of caution."""
    words = document.text[passage.start : passage.end].lower()
    return ("looking" in words or "harbo" in words) and _CAUTION.search(words) is not None


def sections(document: Document, start: int, end: int) -> tuple[Section, ...]:
    """The headings that stand over paragraphs, each with the stretch under it."""
    heads = []
    for block, after in zip(document.blocks, document.blocks[1:], strict=False):
        if block.start < start or not isinstance(block, Heading):
            continue
        title = clean(document.text[block.start : block.end])
        if isinstance(after, Paragraph) and len(title) < 160 and not _NOT_SECTION.match(title):
            heads.append((title, block.start, block.end))
    if not heads:
        return ()
    stops = [*(begin for _, begin, _ in heads[1:]), end]
    return tuple(
        Section(title, after, max(after, stop))
        for (title, _, after), stop in zip(heads, stops, strict=True)
    )

"""Prose to Claim, one form each."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import structs

from tieout.claims.form import Asserted, all_forms, is_count
from tieout.claims.grammar.lists import each
from tieout.claims.grammar.mention import Mention
from tieout.claims.grammar.outlook import parted, ranges
from tieout.claims.grammar.plain import plain
from tieout.claims.grammar.sentence import Before
from tieout.claims.grammar.subject import scoped, subject_of
from tieout.claims.grammar.walk import mentions, said_last
from tieout.claims.setting import (
    LONGEST_OPENING,
    Setting,
    after,
    introduced,
    opened,
    opening,
    under_heading,
    under_title,
)
from tieout.lexicon.labels import UNNAMED
from tieout.lexicon.shapes import BULLETS
from tieout.lexicon.things import measured_behind
from tieout.lexicon.words import Token, sentences, tokens
from tieout.model.announcement import Announcement
from tieout.model.claim import Claim
from tieout.model.document import Document, Passage, Span
from tieout.model.memo import Memo, afresh
from tieout.model.period import FiscalCalendar

_FIGURES = ("amount", "percent")
_PARTS = frozenset(["division", "division's", "divisions", "subsidiary"])


def find_claims(
    document: Document,
    announcement: Announcement | None,
    calendar: FiscalCalendar | None,
    memo: Memo = afresh,
) -> tuple[Claim, ...]:
    """Every number asserted in the release's prose, in reading order.

    The form in front of a release and its paragraphs of forward-looking caution assert nothing.
    """
    found: list[Claim] = []
    begun = setting = _opening(document, announcement, calendar)
    for passage in document.passages:
        asserts = _asserts(passage, announcement)
        before = begun if passage.opens else setting
        claims, setting = memo(
            ("claims", asserts, before),
            partial(_told, document, passage, before, asserts=asserts),
            passage,
        )
        found += claims
    return tuple(sorted(found, key=lambda claim: claim.figure))


def _opening(
    document: Document, announcement: Announcement | None, calendar: FiscalCalendar | None
) -> Setting:
    """The setting that a document begins in."""
    if announcement is None:
        return Setting(calendar)
    return opening(
        *(calendar, announcement.company, announcement.ticker, announcement.headline),
        row=_headline(document, announcement),
    )


def _told(
    document: Document, passage: Passage, setting: Setting, *, asserts: bool
) -> tuple[Sequence[Claim], Setting]:
    """The claims of a passage in its setting, and the setting behind it."""
    is_heading = passage.kind == "heading"
    words = document.text[passage.start : passage.end].rstrip()
    asserts = asserts and _has_figures(document, passage)
    is_read = is_heading or asserts or words.endswith(":")
    row = tokens(document, passage.start, passage.end, None if is_read else LONGEST_OPENING)
    claims: Sequence[Claim] = ()
    if passage.opens:
        setting = under_title(setting, row, passage.section)
    elif not is_heading:
        setting, row = opened(setting, row)
    tells = (asserts or is_heading) and any(token.kind in _FIGURES for token in row)
    if tells and asserts:
        claims = tuple(_in_passage(document, row, setting))
    elif not tells and is_heading and not passage.opens and words[:1] not in BULLETS:
        setting = under_heading(setting, row, passage.section)
    return claims, setting if is_heading else after(setting, row, words)


def _headline(document: Document, announcement: Announcement) -> list[Token]:
    """The words of the headline, where it stands in the text as it was read."""
    at = document.text.find(announcement.headline) if announcement.headline else -1
    return tokens(document, at, at + len(announcement.headline)) if at >= 0 else []


def _has_figures(document: Document, passage: Passage) -> bool:
    """True for a passage with a figure that a claim may be made of."""
    numbers = document.figures_in(passage.start, passage.end)
    return any(document.figures[number].kind in _FIGURES for number in numbers)


def _asserts(passage: Passage, announcement: Announcement | None) -> bool:
    """True for a passage of the release that is no safe harbour."""
    if announcement is None:
        return True
    if not announcement.start <= passage.start < announcement.end:
        return False
    return not any(span.start <= passage.start < span.end for span in announcement.safe_harbor)


def _in_passage(document: Document, row: list[Token], setting: Setting) -> Iterator[Claim]:
    """The claims of one passage.

    A subject, a whole and a period introduced are carried from sentence to sentence.
    """
    before: Before | None = None
    whole = -1
    of_part = False
    for sentence in sentences(row):
        claims: dict[int, Claim] = {}
        span = Span(sentence[0].start, sentence[-1].end)
        for part, is_ahead in parted(sentence, is_ahead=setting.is_ahead):
            told = plain(part) if any(token.kind in _FIGURES for token in part) else []
            for mention in ranges(told, setting, is_ahead=is_ahead):
                if (claim := _claim(document, mention, span, claims)) is not None:
                    claims[claim.figure] = claim
            if is_ahead:
                continue
            if (about := introduced(part, setting.calendar)) is not None:
                setting = structs.replace(setting, about=about, base=None)
            for one in each(told) if told else ():
                found = mentions(one, setting, before, whole)
                before = said_last(found, before)
                for mention in found:
                    if mention.token.figure in claims:
                        continue  # an end of a range
                    within = _narrowed(mention) if of_part else _within(mention, setting)
                    if mention.subject is None and _is_bare(sentence, mention):
                        within = _titled(mention, setting)
                    claim = _claim(document, within, span, claims)
                    if claim is not None:
                        claims[claim.figure] = claim
                        if claim.form == "part":
                            whole = claim.whole
        yield from _borne_out(document, claims)
        of_part = of_part or any(token.text in _PARTS for token in sentence)


def _is_bare(sentence: Sequence[Token], mention: Mention) -> bool:
    """True for money that stands alone: no word and no other figure is beside it."""
    return mention.token.is_money and not any(
        token.kind == "word" or (token.kind in _FIGURES and token.figure != mention.token.figure)
        for token in sentence
    )


def _titled(mention: Mention, setting: Setting) -> Mention:
    """The mention as one that may be of what a slide's title names, where the lexicon knows it."""
    named = subject_of(setting.title)
    if named is None or not named.concept.is_known:
        return mention
    return _narrowed(structs.replace(mention, subject=named))


def _borne_out(document: Document, claims: dict[int, Claim]) -> Iterator[Claim]:
    """The claims of a sentence without counts that it tells alone: nothing says what they are of.

    "Miles increased by 288,000, or 3.0%, to 9,812,000" counts the same things three times.
    """
    counts = [one for one in claims.values() if is_count(document.figures[one.figure])]
    if not counts:
        yield from claims.values()
        return
    said = Counter(claim.caption for claim in claims.values() if claim.concept != UNNAMED)
    for claim in claims.values():
        if said[claim.caption] > 1 or claim not in counts:
            yield claim


def _narrowed(mention: Mention) -> Mention:
    """The mention as one that may be of a part: a sentence before it has spoken of one."""
    if mention.subject is None:
        return mention
    return structs.replace(mention, subject=structs.replace(mention.subject, is_narrowed=True))


def _within(mention: Mention, setting: Setting) -> Mention:
    """The mention as one of the segment: "Revenue" under "Data Center" is not the company's."""
    subject = mention.subject
    if not setting.segment or subject is None or setting.segment in subject.caption:
        return mention
    if not subject.concept.is_known:
        return structs.replace(mention, subject=structs.replace(subject, is_narrowed=True))
    return structs.replace(mention, subject=scoped(subject, setting.segment))


def _claim(
    document: Document, mention: Mention, sentence: Span, claims: dict[int, Claim]
) -> Claim | None:
    """The claim of the first form that reads the figure."""
    figure = document.figures[mention.token.figure]
    head = claims.get(mention.head) if mention.head != mention.token.figure else None
    asserted = Asserted(
        *(mention, figure, sentence, head, document.currency),
        measured_behind(document.text, figure.end),
    )
    for form in all_forms():
        if (claim := form.reads(asserted)) is not None:
            return claim
    return None

"""Prose to Claim, one form each."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tieout.claims.form import Asserted, all_forms
from tieout.claims.grammar import Mention, introduced, mentions
from tieout.claims.scope import segment_of, within
from tieout.claims.subject import Subject
from tieout.lexicon.words import Token, sentences, tokens
from tieout.model.announcement import Announcement
from tieout.model.claim import Claim
from tieout.model.document import Document, Passage, Span
from tieout.model.period import FiscalCalendar, Period

_AHEAD = frozenset(
    [
        "expect",
        "expects",
        "expecting",
        "anticipate",
        "anticipates",
        "anticipating",
        "forecasts",
        "guidance",
        "outlook",
        "targets",
        "targeting",
        "projects",
    ]
)


def find_claims(
    document: Document, announcement: Announcement | None, calendar: FiscalCalendar | None
) -> tuple[Claim, ...]:
    """Every number asserted in the release's prose, in reading order.

    The form in front of a release and its paragraphs of forward-looking caution assert nothing.
    """
    found: list[Claim] = []
    about: Period | None = None
    for passage in document.passages:
        if document.figures_in(passage.start, passage.end) and _asserts(passage, announcement):
            found += _in_passage(document, passage, calendar, about)
        about = _announced(document, passage, calendar, about)
    return tuple(sorted(found, key=lambda claim: claim.figure))


def _asserts(passage: Passage, announcement: Announcement | None) -> bool:
    """True for a passage of the release that is no safe harbour."""
    if announcement is None:
        return True
    if not announcement.start <= passage.start < announcement.end:
        return False
    return not any(span.start <= passage.start < span.end for span in announcement.safe_harbor)


def _announced(
    document: Document, passage: Passage, calendar: FiscalCalendar | None, about: Period | None
) -> Period | None:
    """The period of the list that the passage introduces or is an entry of.

    "For the nine months ended March 31, 2020, compared to …:" holds for what is listed below it.
    """
    text = document.text[passage.start : passage.end].rstrip()
    if text.endswith(":"):
        return introduced(tokens(document, passage.start, passage.end), calendar)
    return about if text.endswith((";", ",", "; and")) else None


def _in_passage(
    document: Document,
    passage: Passage,
    calendar: FiscalCalendar | None,
    about: Period | None,
) -> Iterator[Claim]:
    """The claims of one passage.

    A subject, a whole and a period introduced are carried from sentence to sentence.
    """
    subject: Subject | None = None
    segment = segment_of(passage.section)
    whole = -1
    for sentence in sentences(tokens(document, passage.start, passage.end)):
        if _looks_ahead(sentence) or any(token.text == "respectively" for token in sentence):
            continue
        claims: dict[int, Claim] = {}
        span = Span(sentence[0].start, sentence[-1].end)
        about = introduced(sentence, calendar) or about
        for mention in mentions(sentence, calendar, subject, whole, about):
            subject = mention.subject or subject
            claim = _claim(document, within(mention, segment), span, claims)
            if claim is not None:
                claims[claim.figure] = claim
                if claim.form == "part":
                    whole = claim.whole
        yield from claims.values()


def _looks_ahead(sentence: Sequence[Token]) -> bool:
    """True for a sentence of outlook: what is expected is no fact of any period."""
    return any(
        token.text in _AHEAD or (token.text == "expected" and after.kind == "to")
        for token, after in pairwise(sentence)
    )


def _claim(
    document: Document, mention: Mention, sentence: Span, claims: dict[int, Claim]
) -> Claim | None:
    """The claim of the first form that reads the figure."""
    figure = document.figures[mention.token.figure]
    head = claims.get(mention.head) if mention.head != mention.token.figure else None
    asserted = Asserted(mention, figure, sentence, head)
    for form in all_forms():
        if (claim := form.reads(asserted)) is not None:
            return claim
    return None

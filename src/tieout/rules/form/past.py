"""What is stated as past happened before the release was made."""

import re
from collections.abc import Iterator
from datetime import date

from tieout.evidence.gathered import Evidence
from tieout.lexicon.dates import spoken
from tieout.lexicon.words import sentences, tokens
from tieout.model.check import Ref
from tieout.model.figure import DateSaid
from tieout.model.workpaper import Release
from tieout.patterns import pattern
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import require

_HAPPENED = pattern(
    r"\b(?:commenced|began|started|completed|closed|acquired|sold|opened|purchased|repurchased"
    r"|repaid|redeemed|refinanced|launched|finished|settled|terminated)"
    r"(?:\s(?!\w*ing\b|(?:for|to|with|that|which|by|on|in(?!\sfull)|at|from|under|new|next)\b)"
    r"[a-z0-9.-]{1,20}){0,12}\s?\Z",
    re.IGNORECASE,
)
"""What happened, and nothing but its object up to the day: "commenced the work of its plant in"."""
_AHEAD = pattern(
    r"\b(?:will|would|shall|may|might|could|can|must|to|be|is|are|being|if|when|once|until|till"
    r"|due|expect(?:s|ed|ing|ations?)?|schedule[ds]?|planned|target(?:ed)?|estimated)\b",
    re.IGNORECASE,
)
_LEADS = pattern(r"\b(?:in|on|during)\s+(?:early\s+|late\s+|mid-?\s*)?\Z", re.IGNORECASE)
_LONGEST = 300
"""So many characters at most are the clause that leads to a day."""
_BREAKS = pattern(r"[;:()\u2014]|,\s")


@rule("FM010", "past-event-is-dated-after-the-release", tick="FM")
def past(evidence: Evidence) -> Iterator[Proposal]:
    """Each "commenced construction in October 2015" of a release made before that month."""
    subject = evidence.dated()
    made = _made(subject)
    if made is None:
        return
    document = subject.document
    said = ((n, figure.said) for n, figure in enumerate(document.figures) if figure.said)
    later = {number for number, one in said if _is_later(one, made)}
    for passage in document.passages if later else ():
        if later.isdisjoint(document.figures_in(passage.start, passage.end)):
            continue
        for sentence in sentences(tokens(document, passage.start, passage.end)):
            for token in sentence:
                if token.kind == "date" and token.figure in later:
                    start = max(sentence[0].start, token.start - _LONGEST)
                    before = document.text[start : token.start]
                    if _tells_of_past(" ".join(before.split()) + " "):
                        yield _wrong(subject, token.figure, made)


def _made(subject: Release) -> date | None:
    """The day of the release, where it is after the end of the period it announces."""
    released = subject.announcement.release_date if subject.announcement else None
    calendar = subject.calendar
    if released is None or calendar is None or released.day < calendar.period_end:
        return None
    return released.day


def _is_later(said: DateSaid, made: date) -> bool:
    """True for a day, or a month with its year, that begins after the release was made."""
    day = said.first() if said.year else None
    return day is not None and day > made


def _tells_of_past(before: str) -> bool:
    """True where the words that lead to a day tell of what happened on it, and of nothing ahead."""
    lead = _LEADS.search(before)
    if lead is None:
        return False
    clause = _BREAKS.split(before[: lead.start()])[-1]
    return _HAPPENED.search(clause) is not None and _AHEAD.search(clause) is None


def _wrong(subject: Release, figure: int, made: date) -> Proposal:
    """The finding at the day."""
    text = subject.document.figures[figure].text
    return require(
        Ref(0, figure), condition=False,
        reason=f"stated as past, but {text} is after the day of the release, {spoken(made)}",
        reported=text, expected=f"a day before {spoken(made)}",
        severity="warning",
    )  # fmt: skip

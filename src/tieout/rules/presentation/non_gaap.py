"""A measure that is not GAAP's stands beside a reconciliation, and ties to it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from tieout.evidence.gathered import Evidence
from tieout.lexicon.qualifiers import spelled
from tieout.model.check import Ref
from tieout.model.period import Period
from tieout.model.statement import FACE, Fact
from tieout.model.table import Table
from tieout.model.workpaper import Release
from tieout.patterns import pattern
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import agree, require

# Regulation G applies to what is released after this day.
_IN_FORCE = date(2003, 3, 28)
_MEASURE = pattern(
    rf"(?:(?:consolidated|total|company) )?(?:(?:{spelled('adjusted', 'core')})[ \u00a0](?:net"
    r"|operating|earnings|eps|diluted|pre-?tax|gross|free|ebit)"
    rf"|{spelled('ebitda', 'non-gaap', 'free-cash-flow')})",
    re.IGNORECASE,
)
_RECONCILED = pattern(r"recon[-\u00ad\u2010]?\s{0,8}cil", re.IGNORECASE)
_NOT_OF_NOW = pattern(
    r"\b(?:expect|guid|outlook|anticipat|forecast|target|project|covenant|credit|facility|lender)",
    re.IGNORECASE,
)
# What a measure is worked out from: a table with such a line shows how, under any name.
_WORKING = pattern(
    r"\b(?:interest|tax|taxes|depreciation|amorti[sz]ation|capital expenditures?|purchases? of|less"
    r"|adds?|excluding|adjustments?|compensation|restructuring|impairment)\b",
    re.IGNORECASE,
)
_TOLD = ("level", "per_share")


@rule("PR001", "measure-is-not-reconciled", tick="PR")
def non_gaap(evidence: Evidence) -> Iterator[Proposal]:
    """Ties each measure told in prose to its reconciliation; the first, where there is none."""
    yield from _tied(evidence)
    subject = evidence.subject
    if _is_under_regulation(subject) and not _is_reconciled(subject):
        figure = min(_presented(subject), default=None)
        if figure is not None:
            yield require(
                Ref(0, figure),
                condition=False,
                reason="GAAP does not define this measure, and the document neither reconciles it"
                " nor says where it is reconciled",
                reported=subject.document.figures[figure].text,
                expected="a reconciliation",
                severity="warning",
            )


def _tied(evidence: Evidence) -> Iterator[Proposal]:
    """Each measure of prose that a reconciliation holds for its period; misses are TI001's."""
    held: defaultdict[tuple[str, Period], list[Fact]] = defaultdict(list)
    for statement in evidence.statements:
        if statement.kind == "reconciliation":
            for fact in statement.facts:
                if fact.period is not None and _MEASURE.match(fact.caption):
                    held[fact.concept, fact.period].append(fact)
    for claim in evidence.claims() if held else ():
        if claim.form not in _TOLD or claim.period is None or not _MEASURE.match(claim.caption):
            continue
        spoken = evidence.of_claim(0, claim)
        for fact in held.get((claim.concept, claim.period), ()):
            check = agree(spoken, evidence.of_fact(0, fact), prose=True, hedge=claim.hedge)
            if check.outcome == "agrees":
                yield check
                break


def _is_under_regulation(subject: Release) -> bool:
    """True for a release with a statement, of a time when Regulation G was in force."""
    if subject.announcement is None or subject.calendar is None:
        return False
    is_release = subject.kind in ("release", "8-K", "8-K/A")
    has_statement = any(statement.kind in FACE for statement in subject.statements)
    return is_release and has_statement and subject.calendar.period_end > _IN_FORCE


def _is_reconciled(subject: Release) -> bool:
    """True where a word, a statement or a table's lines may be a reconciliation, or lead to one."""
    return (
        any(statement.kind == "reconciliation" for statement in subject.statements)
        or _RECONCILED.search(subject.document.text) is not None
        or any(_shows_working(table) for table in subject.tables)
    )


def _shows_working(table: Table) -> bool:
    """True where a table has a measure and, perhaps, what it is worked out from."""
    heads = [header.text for header in table.headers]
    if any(re.search(r"adjust|gaap", head, re.IGNORECASE) for head in heads):
        return True
    captions = [row.caption for row in table.rows]
    has_measure = any(_MEASURE.match(caption) for caption in captions)
    return has_measure and any(_WORKING.search(caption) for caption in captions)


def _presented(subject: Release) -> Iterator[int]:
    """The figures of measures of the whole company that prose and tables tell of what has been."""
    text = subject.document.text
    for claim in subject.claims:
        if claim.form in _TOLD and not claim.dimensions and _MEASURE.match(claim.caption):
            sentence = claim.sentence.of(text)
            if _MEASURE.search(sentence) and not _NOT_OF_NOW.search(sentence):
                yield claim.figure
    segments = {one.table for one in subject.statements if one.kind == "segments"}
    for table in subject.tables:
        for row in table.rows if table.number not in segments else ():
            if _MEASURE.match(row.caption):
                yield from (cell.figure for cell in row.readings if cell.figure >= 0)

"""A table is headed by the period that its figures are of."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from fractions import Fraction

from tieout.evidence.gathered import Evidence
from tieout.lexicon.captions import words_of
from tieout.model.check import Ref
from tieout.model.period import NEAR, Period
from tieout.model.statement import Fact, Statement
from tieout.model.unit import Unit
from tieout.model.workpaper import Release
from tieout.patterns import pattern
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import require

_HEADS = pattern(
    r"\s*(?:for\s+the\s+)?(?:(?:fiscal\s+)?years?|quarters?|[a-z0-9]+\s+(?:months?|weeks?))"
    r"\s+end(?:ed|ing)\s+",
    re.IGNORECASE,
)
_ASIDE = pattern(r"[\s:,.]*(?:\([^()]{0,80}\)\s*)*\Z")
_STRETCH = pattern(r"[0-9]|\b(?:months?|weeks?|quarters?|years?|ended|ending)\b", re.IGNORECASE)
_ENOUGH = 2
"""So many lines of like names, each of four digits or more, are not the same by chance."""
_FOUR_DIGITS = 1000
_MOST = 16


@rule("FM009", "table-is-headed-by-another-period", tick="FM")
def table_period(evidence: Evidence) -> Iterator[Proposal]:
    """The period over a table whose figures are those of another stretch up to the same day."""
    subject = evidence.subject
    for statement in subject.statements:
        headed = None if statement.is_face else _headed(subject, statement)
        if headed is None:
            continue
        period, figure = headed
        others = _stretches(subject, statement, period)
        if period in others or len(others) != 1:
            continue
        reported, expected = period.spoken(), next(iter(others)).spoken()
        yield require(
            Ref(0, figure), condition=False,
            reason=f"The heading of this table says {reported}; its figures are those that the"
            f" statements show for the {expected}",
            reported=reported, expected=expected,
        )  # fmt: skip


def _headed(subject: Release, statement: Statement) -> tuple[Period, int] | None:
    """The one period of the columns, where a title alone names it, and the figure of its day."""
    periods = {one.period for one in statement.columns if not one.measure}
    period = next(iter(periods)) if len(periods) == 1 else None
    if period is None or period.is_instant:
        return None
    if any(_STRETCH.search(one.header) for one in statement.columns):
        return None
    document = subject.document
    titles = next(one.titles for one in subject.tables if one.number == statement.table)
    for span in titles:
        head = _HEADS.match(document.text, span.start, span.end)
        for number in document.figures_in(span.start, span.end) if head is not None else ():
            figure = document.figures[number]
            is_day = head is not None and figure.start == head.end()
            if is_day and _ASIDE.match(document.text[figure.end : span.end]):
                day = figure.said.on() if figure.said is not None else None
                return (period, number) if day == period.end else None
    return None


def _stretches(subject: Release, statement: Statement, period: Period) -> set[Period]:
    """The stretches up to the period's last day for which statements show what the table does."""
    found: Counter[tuple[Period, int]] = Counter()
    against: set[tuple[Period, int]] = set()
    valued: defaultdict[tuple[Unit, Fraction], list[Fact]] = defaultdict(list)
    named: defaultdict[str, dict[Period, Fraction]] = defaultdict(dict)
    for fact in subject.facts:
        stretch = fact.period
        if stretch is None or stretch.is_instant or abs(stretch.end - period.end) > NEAR:
            continue
        if subject.statements[fact.statement].is_face:
            valued[fact.amount.unit, abs(fact.amount.value)].append(fact)
            named[fact.concept].setdefault(stretch, abs(fact.amount.value))
    for fact in statement.facts:
        if fact.in_caption or abs(fact.printed.mantissa) < _FOUR_DIGITS:
            continue
        size = abs(fact.amount.value)
        alike = valued[fact.amount.unit, size][:_MOST]
        for stretch in {one.period for one in alike if one.period and _is_akin(fact, one)}:
            found[stretch, fact.column] += 1
        against.update(
            (stretch, fact.column) for stretch, told in named[fact.concept].items() if told != size
        )
    return {place[0] for place, count in found.items() if count >= _ENOUGH and place not in against}


def _is_akin(one: Fact, other: Fact) -> bool:
    """True where half of the words of either name are the other's."""
    words, told = words_of(one.caption), words_of(other.caption)
    return 2 * len(words & told) >= max(len(words), len(told))

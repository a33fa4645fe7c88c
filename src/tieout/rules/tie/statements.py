"""A fact that stands in two statements of one release is the same in both."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain

from tieout.evidence.gathered import Evidence
from tieout.lexicon.labels import UNNAMED
from tieout.model.amount import number_of
from tieout.model.period import Period
from tieout.model.statement import Fact, Statement
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import agree

_SEVERAL = 2
_TELLING = 1000
"""A number with as many digits, under the same words and for the same period, is no accident."""


@rule("TI005", "statements-disagree", tick="T")
def across_statements(evidence: Evidence) -> Iterator[Proposal]:
    """Holds a known concept of one statement against the same concept and period of another.

    Between kinds (net income in two statements) a miss is a difference, where both are the first
    of their kind for the period. A further table of the same kind may show a segment, an entity
    or a restatement under the same captions: there it only ticks what ties, and so it does for
    captions that are no known concept and for figures inside captions, if they have four digits,
    and where the earlier statement has the concept on several lines: before tax, and net of it.
    """
    statements = evidence.statements
    chief = _chief(evidence)
    tables = Counter(chain.from_iterable(evidence.told_in(_concepts)))
    first: dict[tuple[object, ...], Fact] = {}
    repeated: dict[tuple[object, ...], Fact] = {}
    lines: dict[tuple[object, ...], list[Fact]] = {}
    held: list[tuple[Fact, Fact, Proposal]] = []
    for fact in evidence.reported:
        if tables[fact.concept] < _SEVERAL or fact.period is None:
            continue
        key = (fact.concept, fact.period, fact.dimensions, fact.amount.unit)
        number = number_of(fact.amount)
        if fact.in_caption or not fact.concept.startswith("us-gaap:"):
            earlier = repeated.setdefault((*key, number), fact)
            if earlier.statement != fact.statement and abs(fact.amount.mantissa) >= _TELLING:
                yield _agree(evidence, fact, earlier)
            continue
        repeated.setdefault((*key, number), fact)
        earlier = first.setdefault(key, fact)
        alike = lines.setdefault(key, [])
        if earlier.statement == fact.statement:
            alike.append(fact)
            continue
        same = next((one for one in alike if number_of(one.amount) == number), None)
        if same is None and len({number_of(one.amount) for one in alike}) > 1:
            continue
        check = _agree(evidence, fact, same or earlier)
        if check.outcome == "differs" and _is_turned(fact, earlier):
            continue  # which way each table prints it is layout; its own sums test the sign
        is_chief = chief[statements[fact.statement].kind, fact.period] == fact.statement
        others = statements[earlier.statement].kind != statements[fact.statement].kind
        if check.ties or (is_chief and others):
            held.append((fact, earlier, check))
    agreeing = {_pair(fact, earlier) for fact, earlier, check in held if check.ties}
    for fact, earlier, check in held:
        # Only where another period agrees is it sure that the two lines tell one thing.
        is_one = check.ties or _pair(fact, earlier) in agreeing
        yield check if is_one else check.read(bound="caption")


def _agree(evidence: Evidence, fact: Fact, earlier: Fact) -> Proposal:
    """A fact held against one of an earlier statement, once for the very same two statements."""
    statements = (evidence.statements[one.statement] for one in (fact, earlier))
    return evidence.memo(
        "agree", partial(_agreed, evidence, fact, earlier), *statements, fact, earlier
    )


def _agreed(evidence: Evidence, fact: Fact, earlier: Fact) -> Proposal:
    """The same, made."""
    return agree(evidence.of_fact(0, fact), evidence.of_fact(0, earlier))


def _pair(one: Fact, other: Fact) -> tuple[str, int, int]:
    """What two facts of two statements have in common with those of other periods."""
    return one.concept, one.statement, other.statement


def _is_turned(one: Fact, other: Fact) -> bool:
    """True for one number with two signs, as a share of others taken off here and added there."""
    return one.amount.value == -other.amount.value


def _concepts(_: int, statement: Statement) -> dict[str, Sequence[None]]:
    """The concepts that a statement has facts of."""
    concepts = dict.fromkeys((fact.concept for fact in statement.facts), ())
    return {concept: () for concept in concepts if concept != UNNAMED}


def _periods(_: int, statement: Statement) -> dict[Period, Sequence[None]]:
    """The periods that a statement has facts for."""
    periods = dict.fromkeys(fact.period for fact in statement.facts)
    return {period: () for period in periods if period is not None}


def _chief(evidence: Evidence) -> dict[tuple[str, Period], int]:
    """For each kind and period the statement that reports it first."""
    chief: dict[tuple[str, Period], int] = {}
    statements = zip(evidence.statements, evidence.told_in(_periods), strict=True)
    for number, (statement, periods) in enumerate(statements):
        for period in periods:
            chief.setdefault((statement.kind, period), number)
    return chief

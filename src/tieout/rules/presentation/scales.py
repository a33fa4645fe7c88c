"""Two tables that print the same digits for the same facts name the same scale."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.model.check import Ref
from tieout.model.statement import Fact, Statement
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import require

# So many numbers, of so many digits each, stand alike in two tables of one scale only.
_ALIKE = 3
_DIGITS = 100
_WORDS = {3: "in thousands", 6: "in millions", 9: "in billions"}


@rule("PR003", "scales-contradict", tick="PR")
def scales(evidence: Evidence) -> Iterator[Proposal]:
    """The first figure of the later of two tables whose digits agree and whose scales do not."""
    statements = evidence.statements
    powers = {line.power for statement in statements for line in statement.lines}
    if len(powers & _WORDS.keys()) < 2:
        return
    first: dict[tuple[object, ...], dict[int, Fact]] = {}
    alike: dict[tuple[int, int], dict[int, tuple[Fact, Fact]]] = {}
    for fact in evidence.reported:
        power = _power(statements[fact.statement], fact)
        digits = abs(fact.printed.mantissa)
        if power not in _WORDS or fact.period is None or digits < _DIGITS:
            continue
        unit, decimals = fact.printed.unit, fact.printed.exponent - power
        key = (fact.concept, fact.period, fact.dimensions, unit, digits, decimals)
        seen = first.setdefault(key, {power: fact})
        for named, earlier in seen.items():
            if named != power and earlier.statement != fact.statement:
                shared = alike.setdefault((earlier.statement, fact.statement), {})
                shared.setdefault(digits, (earlier, fact))
        seen.setdefault(power, fact)
    told: set[int] = set()
    for pair, held in alike.items():
        if len(held) >= _ALIKE and told.isdisjoint(pair):
            told.update(pair)
            one, other = next(iter(held.values()))
            yield _contradicted(statements[pair[0]], one, statements[pair[1]], other)


def _power(statement: Statement, fact: Fact) -> int:
    """The power of ten that the table names for an amount of money; 0 for all else."""
    is_money = fact.printed.unit.is_money and not fact.in_caption
    return statement.lines[fact.line].power if is_money else 0


def _contradicted(before: Statement, one: Fact, behind: Statement, other: Fact) -> Proposal:
    """The later figure, in a scale that is not the earlier one's."""
    expected = _WORDS[_power(before, one)]
    reported = _WORDS[_power(behind, other)]
    return require(
        Ref(0, other.figure),
        condition=False,
        reason=f"{other.caption}: {reported} in table {behind.table}, but the same digits"
        f" are {expected} in table {before.table}",
        reported=reported,
        expected=expected,
        severity="warning",
        operands=[Ref(0, one.figure)],
    )

import pytest
from msgspec import structs

from tieout.evidence.comparable import Comparison, compared
from tieout.model.amount import Amount
from tieout.model.unit import DOLLARS, PER_SHARE, SHARES, Unit
from tieout.model.workpaper import Release


def told_otherwise(release: Release, unit: Unit, factor: int, most: int = 99) -> Release:
    """The release with so many facts of a unit so many times as large."""
    left = most
    statements = []
    for statement in release.statements:
        facts = []
        for fact in statement.facts:
            if fact.amount.unit is unit and left and not fact.in_caption:
                left -= 1
                mantissa = fact.amount.mantissa * factor
                changed = Amount(mantissa, fact.amount.exponent, unit)
                fact = structs.replace(fact, amount=changed)
            facts.append(fact)
        statements.append(structs.replace(statement, facts=tuple(facts)))
    return structs.replace(release, statements=tuple(statements))


def test_one_release_is_told_as_another_print_of_it(small: Release) -> None:
    found = compared(small, small)
    assert found.alike > 10
    assert found.shares_alike > 0
    assert (found.otherwise, found.shares_otherwise, found.split) == (0, 0, False)
    assert found.is_comparable(DOLLARS)
    assert found.is_comparable(SHARES)


def test_after_a_split_only_money_may_refute(small: Release) -> None:
    found = compared(small, told_otherwise(small, SHARES, 10))
    assert found.split
    assert found.is_comparable(DOLLARS)
    assert not found.is_comparable(PER_SHARE)


@pytest.mark.parametrize(("most", "units"), [(1, [DOLLARS]), (2, [])])
def test_two_amounts_told_otherwise_are_a_restatement(
    small: Release, most: int, units: list[Unit]
) -> None:
    found = compared(small, told_otherwise(small, DOLLARS, 2, most))
    assert found.otherwise == most
    assert [unit for unit in (DOLLARS,) if found.is_comparable(unit)] == units


def test_where_nothing_is_told_twice_shares_may_be_others(small: Release) -> None:
    found = compared(small, structs.replace(small, statements=()))
    assert found == Comparison()
    assert found.is_comparable(DOLLARS)
    assert not found.is_comparable(PER_SHARE)

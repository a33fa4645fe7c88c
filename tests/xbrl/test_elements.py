from collections.abc import Callable

import pytest

from tieout.model.unit import unit_of
from tieout.model.workpaper import Release
from tieout.xbrl.elements import Element, elements_of, item_type

Reader = Callable[..., Release]


def by_name(made: Release) -> dict[str, Element]:
    return {one.name: one for one in elements_of(made).declared}


def test_a_line_takes_the_name_type_and_side_of_its_concept(release: Reader) -> None:
    elements = by_name(release())
    assert elements["us-gaap:Revenues"] == Element(
        "us-gaap:Revenues", "monetary", instant=False, balance="credit", label="Revenue"
    )
    assert elements["us-gaap:Assets"].instant
    assert elements["us-gaap:EarningsPerShareBasic"].kind == "per share"


def test_two_lines_of_one_caption_are_two_elements(release: Reader) -> None:
    elements = elements_of(release())
    others = {one.name for one, fact in elements.facts if fact.caption == "Other"}
    assert len(others) == 2


def test_a_number_told_again_in_another_statement_keeps_its_element(
    release: Reader, operations: str
) -> None:
    again = operations.replace("CONDENSED STATEMENTS", "SUMMARY STATEMENTS")
    once, twice = elements_of(release(operations)), elements_of(release(operations, again))
    assert {one.name for one in twice.declared} == {one.name for one in once.declared}
    assert len(twice.facts) == 2 * len(once.facts)


def test_a_number_told_differently_is_told_under_another_element(
    release: Reader, operations: str
) -> None:
    other = operations.replace("7,219", "7,319").replace("2,244", "2,344")
    names = {
        one.name
        for one, fact in elements_of(release(operations, other)).facts
        if fact.caption == "Revenue"
    }
    assert len(names) == 2


def test_a_name_that_begins_with_a_digit_is_none_in_xml(release: Reader, balance: str) -> None:
    notes = balance.replace("Inventories", "5.375% senior notes due 2021")
    assert not any(one.local[0].isdigit() for one in elements_of(release(notes)).declared)


def test_a_fact_without_a_period_has_no_place(release: Reader, balance: str) -> None:
    undated = balance.replace("September 30, 2007", "This year").replace("March 31, 2007", "Last")
    made = release(undated)
    assert made.facts
    assert all(fact.period is not None for _, fact in elements_of(made).facts)


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("USD", "monetary"),
        ("EUR", "monetary"),
        ("shares", "shares"),
        ("USD/shares", "per share"),
        ("pure", "pure"),
        ("bps", "decimal"),
        ("ext:MMcfe", "decimal"),
    ],
)
def test_the_unit_tells_the_type(unit: str, kind: str) -> None:
    assert item_type(unit_of(unit)) == kind

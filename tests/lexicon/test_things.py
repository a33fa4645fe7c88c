import pytest

from tieout.lexicon.things import (
    base_of,
    counts_things,
    is_average,
    measured_behind,
    measured_in,
    names_people,
    product_of,
)


@pytest.mark.parametrize(
    "caption",
    [
        *("Store count at end of period", "New restaurants opened", "Hotel rooms", "Headcount"),
        *("Number of full-service branches", "Homes delivered", "Aircraft in operation"),
        *("Restaurants at beginning of period", "Full-time equivalent employees", "Vehicles sold"),
    ],
)
def test_a_caption_that_counts_things(caption: str) -> None:
    assert counts_things(caption)


@pytest.mark.parametrize(
    "caption",
    [
        *("Company-operated restaurants", "Rooms", "Sales by Company-operated restaurants"),
        *("Revenue from homes delivered", "Proceeds from vehicles sold", "Loans sold"),
        *("Efficiency ratio (FTE)", "Comparable restaurants", "Gain on stores closed"),
    ],
)
def test_a_caption_of_money_counts_nothing(caption: str) -> None:
    assert not counts_things(caption)


@pytest.mark.parametrize(
    ("caption", "heading", "people"),
    [
        ("Active customers (in millions)", "", True),
        ("Employees", "Other data:", True),
        ("Customers", "Receivables:", False),
        ("Customer deposits", "", False),
        ("Net new subscribers", "", True),
    ],
)
def test_people_are_counted_unless_money_is_theirs(
    caption: str, heading: str, *, people: bool
) -> None:
    assert names_people(caption, heading) is people


@pytest.mark.parametrize(
    ("caption", "in_cents", "average"),
    [
        ("Average ticket", False, True),
        ("RevPAR", True, True),
        ("ADR", False, True),
        ("Sales per store", False, False),
        ("Sales per square foot", True, True),
        ("Average deposits", True, False),
    ],
)
def test_averages_of_money_for_each(caption: str, *, in_cents: bool, average: bool) -> None:
    assert is_average(caption, in_cents=in_cents) is average


@pytest.mark.parametrize(
    ("words", "unit", "power"),
    [
        ("Oil (MBbl)", "ext:MBbl", 0),
        ("Average daily production (MBoe/d)", "ext:MBoePerDay", 0),
        ("(thousands of metric tons)", "ext:metricTons", 3),
        ("Capacity, MW", "ext:MW", 0),
        ("Gold ounces produced", "ext:ounces", 0),
        ("Natural gas ($/Mcf)", "USD/Mcf", 0),
        ("Lease operating expense per Boe", "USD/Boe", 0),
        ("Copper (cents per pound)", "USD/pound", -2),
        ("(millions of cubic feet per day)", "ext:cubicFeetPerDay", 6),
    ],
)
def test_what_a_caption_is_measured_in(words: str, unit: str, power: int) -> None:
    found = measured_in(words)
    assert found is not None
    assert (found[0].text, found[1]) == (unit, power)


@pytest.mark.parametrize("words", ["Total", "Adjusted EBITDA ($M)", "Note (a)", "Notes payable"])
def test_what_is_not_measured(words: str) -> None:
    assert measured_in(words) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("95.0 MBoe/d", ("MBoePerDay", False)),
        ("76.00 per Bbl on", ("Bbl", True)),
        ("12,000 tons.", ("tons", False)),
        ("12,000 stores", None),
        ("5 a day", None),
    ],
)
def test_the_unit_behind_a_number(text: str, found: tuple[str, bool] | None) -> None:
    assert measured_behind(text, len(text.split()[0])) == found


@pytest.mark.parametrize(
    ("unit", "base"),
    [
        ("ext:MBbl", ("bbl", 3)),
        ("MMcf", ("cf", 6)),
        ("Mcf", ("cf", 3)),
        ("GWh", ("wh", 9)),
        ("koz", ("oz", 3)),
        ("ext:ounces", ("oz", 0)),
        ("ext:metricTons", ("ton", 0)),
        ("barrels", ("bbl", 0)),
    ],
)
def test_units_of_one_kind(unit: str, base: tuple[str, int]) -> None:
    assert base_of(unit) == base


@pytest.mark.parametrize(
    ("caption", "named"),
    [
        ("Oil (MBbl)", "oil"),
        ("Average oil price per Bbl", "oil"),
        ("Natural gas ($/Mcf)", "natural gas"),
        ("Total revenues", ""),
    ],
)
def test_the_product_of_a_caption(caption: str, named: str) -> None:
    assert product_of(caption) == named

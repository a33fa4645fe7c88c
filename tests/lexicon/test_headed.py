import pytest

from tieout.lexicon.headed import heading_of, in_one_form, part_of


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("subscription revenue", "subscription revenue"),
        ("net sales of products", "product revenue"),
        ("product sales", "product revenue"),
        ("revenue from services", "service revenue"),
        ("services revenue", "service revenue"),
        ("cost of maintenance", "cost of maintenance"),
        ("cost of maintenance revenue", "cost of maintenance"),
        ("maintenance cost of revenue", "cost of maintenance"),
        ("costs of services", "cost of service"),
        ("professional services and other revenue", "professional services and other revenue"),
        # Not parts of revenue: nothing is left beside the word, or it says something else of it.
        ("total revenue", "total revenue"),
        ("sales and revenues", "sales and revenues"),
        ("comparable store sales", "comparable store sales"),
        ("deferred revenue", "deferred revenue"),
        ("percentage of revenue", "percentage of revenue"),
        ("cost of goods sold", "cost of goods sold"),
        ("sales of marketable securities", "sales of marketable securities"),
    ],
)
def test_parts_of_revenue_and_of_its_cost_have_one_form(words: str, form: str) -> None:
    assert in_one_form(words) == form


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("revenue", "revenue"),
        ("net sales", "revenue"),
        ("revenues and other income", "revenue"),
        ("cost of revenues", "cost"),
        ("costs of goods and services sold", "cost"),
        ("cost of goods sold", "cost"),
        ("cost of products and services", "cost"),
        ("operating expenses", ""),
        ("other revenue items", ""),
    ],
)
def test_headings_of_revenue_and_of_its_cost(words: str, heading: str) -> None:
    assert heading_of([words]) == heading


def test_a_row_under_a_heading_takes_its_word_unless_it_has_its_own() -> None:
    assert part_of("services", "revenue") == "service revenue"
    assert part_of("services", "cost") == "cost of service"
    assert part_of("services", "") == ""
    assert part_of("interest income", "revenue") == ""
    assert part_of("depreciation and amortization", "cost") == ""
    assert part_of("", "revenue") == ""

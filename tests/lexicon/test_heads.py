import pytest

from tieout.lexicon.heads import beside_period, is_general, named_apart, sets_apart


@pytest.mark.parametrize(
    ("header", "rest"),
    [
        ("Three Months Ended September 30, 2007 (Unaudited)", ""),
        ("Q4 FY26", ""),
        ("Three Months Ended March 31, 2020 Non-GAAP", "non gaap"),
        ("2Q21 BBVA USA", "bbva usa"),
        ("March 31, 2020 (1) Actual", "actual"),
    ],
)
def test_the_words_beside_a_period(header: str, rest: str) -> None:
    assert beside_period(header) == rest


def test_a_column_is_set_apart_by_words_that_are_not_the_whole_companys() -> None:
    assert sets_apart("non gaap")
    assert not sets_apart("actual")
    assert not sets_apart("gaap reported")


def test_a_title_is_general_where_it_names_no_part_and_no_measure() -> None:
    assert is_general("Q4 Fiscal 2026 Summary")
    assert is_general("Table of contents")
    assert is_general("Selected Consolidated Financial Data (in thousands)")
    assert not is_general("Retail Banking")


@pytest.mark.parametrize(
    ("headers", "said"),
    [
        (["Three Months Ended June 30, 2025 As Previously Reported",
          "Three Months Ended June 30, 2025 As Corrected"],
         [("previously reported", False), ("", False)]),
        (["2025 Class A", "2025 Class B"], [("class a", False), ("class b", False)]),
        (["2025 Total", "2025", "2025 Domestic"],
         [("total", True), ("", False), ("domestic", False)]),
        (["2025", "2025"], [("", False), ("", False)]),
    ],
)  # fmt: skip
def test_what_headers_say_that_the_others_do_not(
    headers: list[str], said: list[tuple[str, bool]]
) -> None:
    assert named_apart(headers) == said


def test_the_letter_of_a_class_sets_it_apart() -> None:
    assert beside_period("Class A Common Stock Shares") == "class a common stock"

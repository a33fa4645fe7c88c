import pytest

from tieout.lexicon.captions import are_same, caption_key, gist_of, say_the_same, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Repair and tire expense", "Repairs and tires"),
        ("non-GAAP EPS", "Adjusted earnings per share"),
        ("Noninterest income", "Non-interest income"),
        ("Operating profit (loss)", "operating profit"),
        ("Nonperforming assets", "non-performing assets"),
        ("total average loans", "Average loans"),
        ("Capital markets activities", "capital markets activity"),
    ],
)
def test_captions_that_say_the_same(one: str, other: str) -> None:
    assert say_the_same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("average loans", "loans"),
        ("non-GAAP gross profit", "GAAP gross profit"),
        ("interest expense", "interest income"),
        ("Gaming revenue", "revenue"),
    ],
)
def test_captions_that_do_not(one: str, other: str) -> None:
    assert not say_the_same(one, other)


def test_a_measure_within_a_segment_is_the_segments_measure() -> None:
    revenue, gaming = gist_of("Revenue"), gist_of("Gaming revenue")
    assert revenue is not None
    assert revenue.within(["Gaming"]) == gaming


def test_a_caption_without_words_says_nothing() -> None:
    assert gist_of("") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Net  Revenue", "Net revenue"),
        ("Revenue (1)", "Revenue"),
        ("Revenue (A)", "Revenue"),
        ("Revenue (***)", "Revenue"),
        ("The Company's products & services", "Products and services"),
        ("Common stock, 65,077 and 64,741 shares issued", "Common stock, 66,102 shares issued"),
        ("Allowance for doubtful accounts of $5", "Allowance for doubtful accounts of $6"),
    ],
)
def test_captions_that_are_the_same(one: str, other: str) -> None:
    assert are_same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Net income (loss)", "Net loss"),
        ("Revenue (U.S.)", "Revenue"),
        ("Revenues", "Cost of revenues"),
    ],
)
def test_captions_that_are_two(one: str, other: str) -> None:
    assert not are_same(one, other)


def test_a_caption_of_nothing_but_figures_has_no_key() -> None:
    assert caption_key("2024") == ""
    assert caption_key("") == ""


def test_words_are_told_in_one_form() -> None:
    assert words_of("Deferred taxes, plus activities") == {"deferred", "tax", "plus", "activity"}
    assert words_of("NonGaapSales") == {"adjusted", "revenue"}

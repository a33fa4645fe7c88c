import pytest

from tieout.lexicon.alike import gist_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Repair and tire expense", "Repairs and tires"),
        ("non-GAAP EPS", "Adjusted earnings per share"),
        ("Noninterest income", "Non-interest income"),
        ("Operating profit (loss)", "operating profit"),
        ("Nonperforming assets", "non-performing assets"),
        ("total average loans", "Average loans"),
    ],
)
def test_captions_that_say_the_same(one: str, other: str) -> None:
    assert gist_of(one) == gist_of(other)


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
    assert gist_of(one) != gist_of(other)


def test_a_measure_within_a_segment_is_the_segments_measure() -> None:
    revenue, gaming = gist_of("Revenue"), gist_of("Gaming revenue")
    assert revenue is not None
    assert revenue.within(["Gaming"]) == gaming


def test_a_caption_without_words_says_nothing() -> None:
    assert gist_of("") is None

"""How a figure's words say it is printed."""

import pytest

from tieout.compose.init.forms import case, forms, literal, percents, scaled


def test_scale_and_decimals_are_those_of_the_words() -> None:
    assert scaled("7.2 million") == {"scale": "million", "decimals": 1}
    assert scaled("115,000") == {"scale": "whole", "decimals": 0}
    assert scaled("0.06") == {"scale": "whole", "decimals": 2}


@pytest.mark.parametrize(
    ("words", "given"),
    [("7.2 million", ""), ("7.2 Million", "title"), ("1.4 BILLION", "upper"), ("145%", "")],
)
def test_capitals_are_given_by_a_filter(words: str, given: str) -> None:
    assert case(words) == given


def test_percentages_are_printed_with_their_word() -> None:
    assert list(percents("3 percent"))[-1] == {"decimals": 0, "word": "percent"}
    assert next(percents("17.5%")) == {"decimals": 1}


def test_the_plainest_form_comes_first() -> None:
    assert next(forms("7.2 million")) == ("amount", {})
    assert list(forms("7.2 million"))[-1] == ("plain", {})


def test_arguments_are_written_as_jinja_reads_them() -> None:
    assert (literal("million"), literal(1)) == ('"million"', "1")

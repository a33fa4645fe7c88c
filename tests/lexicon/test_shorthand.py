import pytest

from tieout.lexicon.shorthand import spelled, year_behind


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("q2", "q2"),
        ("2q", "q2"),
        ("2q24", "q2 2024"),
        ("q2-24", "q2 2024"),
        ("2024q3", "q3 2024"),
        ("q12024", "q1 2024"),
        ("fy25", "fiscal 2025"),
        ("fy2025", "fiscal 2025"),
        ("h1", "first half"),
        ("2h24", "second half 2024"),
        ("h22025", "second half 2025"),
        ("h20", ""),
        ("h100", ""),
        ("q5", ""),
        ("fy", ""),
        ("c-60", ""),
    ],
)
def test_a_period_in_shorthand_is_spelled_out(text: str, words: str) -> None:
    assert " ".join(word for _, word in spelled(text)) == words


@pytest.mark.parametrize(
    ("before", "digits", "year"),
    [
        ("n Q2'", "24", "2024"),
        ("n Q2\u2019", "24", "2024"),
        (" FY '", "25", "2025"),
        ("in '", "24", ""),
        ("n Q2 ", "24", ""),
        ("n Q2'", "240", ""),
    ],
)
def test_two_digits_behind_an_apostrophe_are_a_year(before: str, digits: str, year: str) -> None:
    assert year_behind(before, digits) == year

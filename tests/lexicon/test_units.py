import pytest

from tieout.lexicon.units import Scale, is_per_share, own_power, read_scale


@pytest.mark.parametrize(
    ("line", "money", "shares"),
    [
        ("(In thousands, except per share data)", 3, 3),
        ("(In thousands, except share and per share data)", 3, 0),
        ("(in millions, except shares)", 6, 0),
        ("(Dollars in billions)", 9, 9),
        ("($000's omitted)", 3, 3),
        ("($000,000)", 6, 6),
        ("(amounts in thousands of U.S. dollars)", 3, 3),
    ],
)
def test_a_scale_line(line: str, money: int, shares: int) -> None:
    assert read_scale([line]) == Scale(money, shares, is_said=True)


@pytest.mark.parametrize("line", ["(Unaudited)", "", "5,000 units", "Balance Sheets"])
def test_a_line_that_names_no_scale(line: str) -> None:
    assert read_scale([line]) == Scale()


def test_the_first_line_that_names_a_scale_counts() -> None:
    lines = ["Balance Sheets", "(in thousands)", "(in millions)"]
    assert read_scale(lines).money == 3


@pytest.mark.parametrize(
    ("caption", "per_share"),
    [
        ("Net loss per share", True),
        ("Earnings per diluted share", True),
        ("Distributions per-unit", True),
        ("Shares outstanding", False),
        ("Percentage of shares", False),
        ("Cash dividends declared ($0.49 per share)", False),
        ("Common stock — par value $1.00 per share", False),
        ("Book value per common share", True),
    ],
)
def test_what_is_per_share(caption: str, *, per_share: bool) -> None:
    assert is_per_share(caption) is per_share


@pytest.mark.parametrize(
    ("caption", "power"),
    [
        ("Revenue ($B)", 9),
        ("Sales (in millions)", 6),
        ("Cost ($ thousands)", 3),
        ("Net (loss)", None),
        ("Weighted average shares (in '000's)", 3),
        ("Shares used to compute earnings per share (000):", 3),
        ("Weighted-average number of common shares outstanding: (millions)", 6),
        ("Diluted shares, in thousands", 3),
        ("Other special project costs (B)", None),  # J. M. Smucker, 10-Q, July 31, 2023: a note
    ],
)
def test_a_caption_may_name_its_own_scale(caption: str, power: int | None) -> None:
    assert own_power(caption) == power

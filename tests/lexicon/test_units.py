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
        ("(In 000's)", 3, 3),
        ("($M)", 6, 6),
        ("US$ million", 6, 6),
        ("\u00a3m", 6, 6),
        ("EURm", 6, 6),
        ("$'000", 3, 3),
        ("$bn", 9, 9),
        ("In million", 6, 6),
        ("Million EUR", 6, 6),
        ("$ in mm", 6, 6),
        ("($ and shares in thousands, except per share data)", 3, 3),
        ("(in millions, except shares in thousands)", 6, 3),
        ("Rs. in Lacs", 5, 5),
        ("\u20b9 in crore", 7, 7),
        ("Expressed in New Taiwan thousand dollars", 3, 3),
    ],
)
def test_a_scale_line(line: str, money: int, shares: int) -> None:
    assert read_scale([line]) == Scale(money, shares, is_said=True)


@pytest.mark.parametrize(
    "line",
    [
        *("(Unaudited)", "", "5,000 units", "Balance Sheets", "Thousand Oaks Facility"),
        *("Helping millions of customers every day", "Serving thousands of families"),
        *("Our path to a billion", "Investing in millions of lives", "Approximately $10.5 billion"),
        *("We sold in thousands of stores", "Millions served"),
    ],
)
def test_a_line_that_names_no_scale(line: str) -> None:
    assert read_scale([line]) == Scale()


def test_the_first_line_that_names_a_scale_counts() -> None:
    lines = ["Balance Sheets", "(in thousands)", "(in millions)"]
    assert read_scale(lines).money == 3


def test_a_note_may_scale_shares_alone_or_things() -> None:
    assert read_scale(["(Shares in millions)"]) == Scale(shares=6)
    assert read_scale(["(millions of shares)"]) == Scale(shares=6, things=("shares", 6))
    assert read_scale(["(thousands of metric tons)"]).things == ("ext:metricTons", 3)


def test_what_a_note_leaves_out_is_not_scaled() -> None:
    scale = read_scale(["(in thousands, except per share data, store count and hotel data)"])
    assert scale.spares("Store count at end of period")
    assert scale.spares("Hotel rooms")
    assert not scale.spares("Net sales")
    assert not read_scale(["(in thousands, except other data)"]).spares("Other income")


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
        ("Three Months Ended September 30, 2023 Per share diluted", True),
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
        ("Net debt, EUR million", 6),
        ("Revenue (US$ million)", 6),
        ("Average loans (in billions)", 9),
        ("Other special project costs (B)", None),  # J. M. Smucker, 10-Q, July 31, 2023: a note
    ],
)
def test_a_caption_may_name_its_own_scale(caption: str, power: int | None) -> None:
    assert own_power(caption) == power

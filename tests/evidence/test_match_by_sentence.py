import pytest

from tieout.engine import read
from tieout.evidence.gathered import Evidence
from tieout.evidence.match_by_sentence import may_have_digits, within

RELEASE = """Example Corp. Announces Second Quarter Fiscal 2008 Results

SPRINGFIELD, Ill., November 8, 2007 -- Example Corp. (NASDAQ: EXMP) today announced results for \
its second quarter ended September 30, 2007.

{sentence}

SELECTED OPERATING DATA
(In thousands)

\tThree Months Ended September 30, 2007\tThree Months Ended September 30, 2006
Total annual recurring billings\t$ 7,219\t$ 6,101
Hardware billings\t3,000\t2,500
Managed services billings\t960\t730
Net interest margin\t4.27%\t4.51%
"""


def evidence(sentence: str) -> Evidence:
    return Evidence.gather([read("release.txt", RELEASE.format(sentence=sentence).encode())])


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        # Timberland Bancorp, second quarter of 2020: the noun has an owner and a short name
        ("Example’s net interest margin (“NIM”) for the quarter was 4.27%.", ["4.27%"]),
        (
            "We closed the quarter with annual recurring billings (ARB) of $7.22 million.",
            ["$7,219"],
        ),
        ("Our billings came to $3.0 million.", []),  # one word and two digits
        ("Our managed services billings came to $1.0 million.", ["960"]),  # which begins with 9
        ("Managed services billings for September 30, 2006 were $1 million.", ["730"]),
        ("Net interest margin for the quarter was 4.28%.", []),
        ("Net interest margin for the quarter ended September 30, 2006 was 4.27%.", []),
    ],
)
def test_a_line_is_found_by_its_words_and_digits(sentence: str, shown: list[str]) -> None:
    found = evidence(sentence)
    (claim,) = found.claims()
    assert [one.shown for one in within(found, claim, claim.period)] == shown


@pytest.mark.parametrize(
    ("sentence", "may"),
    [
        ("Billings came to $7.22 billion in the quarter.", True),
        ("Billings came to $7.34 million in the quarter.", False),
        ("Billings came to $7.34 million in the quarter ended June 30, 2002.", False),
        ("Billings came to $7.0 million in the quarter.", True),  # too few digits to look by
    ],
)
def test_digits_are_looked_up_at_any_power_of_ten(sentence: str, may: bool) -> None:  # noqa: FBT001
    found = evidence(sentence)
    claim = next(iter(found.claims()))
    assert claim.period is not None
    assert may_have_digits(found, claim.amount, claim.period) is may

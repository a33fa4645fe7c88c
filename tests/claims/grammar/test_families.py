"""Sentences of each family, with what every figure of theirs is: of what, when, in what form."""

from collections.abc import Callable

import pytest

from tieout.model.claim import Claim

Told = Callable[[str], list[Claim]]

NOW, YEAR_AGO, BEFORE = "2007-07-01/2007-09-30", "2006-07-01/2006-09-30", "2007-04-01/2007-06-30"


@pytest.mark.parametrize(
    ("sentence", "forms"),
    [
        ("Revenue was $7 million (\u20ac6 million in Q2'07).", ["level", "level"]),
        ("A $1.5 million, or 4.7%, increase in revenue", ["change", "percent_change"]),
        ("Fees were $159 million (5.9 percent) lower than last year.",
         ["change", "percent_change"]),
        ("Profit of $844 million was 5.0% or $40 million ahead of last year.",
         ["level", "percent_change", "change"]),
        ("Revenue was 0.3% below last year.", ["percent_change"]),
        ("Loans decreased during the second quarter by $41.2 million to $191.5 million.",
         ["change", "level"]),
        ("Revenue increased year over year by $457 million.", ["change"]),
        ("Increased net sales by 13.4% to $330.9 million", ["percent_change", "level"]),
        ("Costs fell on lower health expense ($657,000) and fuel ($20,000).", ["change", "change"]),
        ("Revenue rose by 21.4% to $7 million, or by 31.6% in constant currency.",
         ["percent_change", "level", "percent_change"]),
        ("Gross margin was 65.4%, up 3.9 percentage points.", ["ratio", "change"]),
        ("Gross margin was 65.4%, up 3.9 pts.", ["ratio", "change"]),
        (
            "Revenue was $71.6 million, 0.3% below the corresponding quarter.",
            ["level", "percent_change"],
        ),
        ("Operating margin was 13.8%, an expansion of 30 basis points.", ["ratio", "change"]),
        ("Operating margin of 3.1% contracted 230 basis points.", ["ratio", "change"]),
        ("Revenue was $11.49 billion, 20% higher than a year ago.", ["level", "percent_change"]),
        ("Net income was reduced by a $2.00 million provision.", ["level"]),
        ("Miles were up 288,000, or 3.0%, to 9,812,000.", ["change", "percent_change", "level"]),
        ("We ended the quarter with 1,234 stores.", []),
        ("Earnings per share were 47\u00a2.", ["per_share"]),
        ("Loans increased to $20.1 billion, or 1.6%, from $19.8 billion in the prior quarter.",
         ["level", "percent_change", "level"]),
        ("Costs rose to $4.1 million, or 11.6% of revenue, from $3.6 million.",
         ["level", "ratio", "level"]),
        ("Improved operating cash flow by $24.8 million and free cash flow by $43.2 million.",
         ["change", "change"]),
        ("Record net income of $368 million and diluted EPS of $2.65", ["level", "per_share"]),
    ],
)  # fmt: skip
def test_the_forms_of_a_sentence(sentence: str, forms: list[str], told: Told) -> None:
    assert [claim.form for claim in told(sentence)] == forms


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("Gross margin was 16.1% (15.2% in Q2 2007).", [NOW, YEAR_AGO]),
        ("Cash flow was $68 million in the quarter ($91 million in 2Q07).", [NOW, YEAR_AGO]),
        ("Sales came to $5 million ($4 million in Q1\u201908).", [NOW, BEFORE]),
        ("Revenue was $5 million (2007 - $4 million).", [NOW, YEAR_AGO]),
        ("This compares with revenue of $84 million in the prior quarter.", [BEFORE]),
        ("We bought back $383 million of notes due in 2021 at a 21% discount.", [NOW, NOW]),
        ("We repaid $250.5 million of notes due June 15, 2011.", [NOW]),
        ("Cash at quarter-end was $45.6 million.", ["2007-09-30"]),
        ("Average occupancy for the quarter was 95.57%, and at the end of the quarter, the "
         "portfolio was 93.44% leased.", [NOW, "2007-09-30"]),
        ("Backlog was $3.2 million at September 30, 2007, $3.4 million at June 30, 2007 and "
         "$1.4 million at March 31, 2007.", ["2007-09-30", "2007-06-30", "2007-03-31"]),
    ],
)  # fmt: skip
def test_the_periods_of_a_sentence(sentence: str, periods: list[str], told: Told) -> None:
    assert [str(claim.period) for claim in told(sentence)] == periods


@pytest.mark.parametrize(
    ("sentence", "captions"),
    [
        ("Revenue was $9 million and included $4 million in interest income on loans.",
         ["revenue", "interest income"]),
        ("Costs rose, driven by increases of $9.7 million in wages and $4.5 million in rent.",
         ["wages", "rent"]),
        ("The rise was due to an increase of $123.0 million, or 2.2%, in real estate loans, and "
         "$55.1 million, or 18.3%, in consumer loans.",
         ["real estate loans", "real estate loans", "consumer loans", "consumer loans"]),
        ("Dealers increased inventories by $1.3 billion.", ["dealers inventories"]),
        ("The ratio of bad loans to total assets was 0.83%.",
         ["ratio of bad loans to total assets"]),
        ("Net sales were 2.4% lower on an organic basis.", ["adjusted net sales"]),
    ],
)  # fmt: skip
def test_the_nouns_of_a_sentence(sentence: str, captions: list[str], told: Told) -> None:
    assert [claim.caption for claim in told(sentence)] == captions


@pytest.mark.parametrize(
    "sentence",
    [
        "Bank-level Tier 1 capital was 12.5%, and its tangible common equity was 9.1%.",
        "Salaries expense was $38.3 million of salaries and employee benefits.",
        "This change would have increased total assets to $577 billion.",
        "Dealers increased inventories by $1.3 billion.",
        "Total revenues in this segment were $6,915,000.",
        "Costs include $276,000 in legal fees.",
    ],
)
def test_what_may_be_of_a_part_proves_alone(sentence: str, told: Told) -> None:
    assert told(sentence)[-1].is_loose


@pytest.mark.parametrize(
    "sentence",
    [
        "Revenue was $71.6 million and its gross profit was $30.6 million.",
        "The company's revenue was $71.6 million, and its net income was $5.1 million.",
        "Gross profit was $30.6 million on revenue of $71.6 million.",
    ],
)
def test_the_company_s_own_may_refute(sentence: str, told: Told) -> None:
    assert not any(claim.is_loose for claim in told(sentence))


def test_a_currency_may_stand_behind_its_number(told: Told) -> None:
    (claim,) = told("Net sales were 324,794 million yen.")
    assert claim.amount.unit.text == "JPY"


def test_a_letter_scales_an_amount_too(told: Told) -> None:
    (claim,) = told("Net income per share rose to $5.1M.")
    assert claim.form == "level"


@pytest.mark.parametrize(
    "sentence",
    [
        "The allowance represented 1.30% of total loans and 201.8% of nonperforming loans.",
        "The allowance was 1.30% of total loans, and 201.8% of nonperforming loans.",
    ],
)
def test_every_share_of_one_thing_is_of_it(sentence: str, told: Told) -> None:
    first, second = told(sentence)
    assert (first.concept, second.base) == (second.concept, "ext:NonperformingLoans")

import tomllib
from datetime import date
from pathlib import Path

import pytest

from tieout.lexicon.canonical import normal
from tieout.lexicon.entries import On
from tieout.lexicon.labels import (
    concept_of,
    extension,
    in_force,
    known,
    named,
    variants,
)
from tieout.model.unit import DOLLARS, PER_SHARE


@pytest.mark.parametrize(
    ("caption", "on", "section", "concept"),
    [
        ("Total current assets", "balance", "", "us-gaap:AssetsCurrent"),
        ("Inventories, net", "balance", "Current assets:", "us-gaap:InventoryNet"),
        ("Accounts payable", "balance", "", "us-gaap:AccountsPayableCurrent"),
        ("Total assets", "balance", "", "us-gaap:Assets"),
        ("Revenue", "income", "", "us-gaap:Revenues"),
        ("Net loss", "income", "", "us-gaap:NetIncomeLoss"),
        ("Cost of goods sold", "income", "", "us-gaap:CostOfGoodsAndServicesSold"),
        ("Cost of revenue", "income", "", "us-gaap:CostOfRevenue"),
        ("Basic", "income", "Net income per share:", "us-gaap:EarningsPerShareBasic"),
        ("Diluted", "income", "Net income per share:", "us-gaap:EarningsPerShareDiluted"),
        (
            "Net loss per share -- Basic and Diluted", "income", "",
            "us-gaap:EarningsPerShareBasicAndDiluted",
        ),
        (
            "Weighted average shares used to calculate diluted net loss per share", "income", "",
            "us-gaap:WeightedAverageNumberOfDilutedSharesOutstanding",
        ),
        ("Sales of unusual things", "income", "", "ext:SalesOfUnusualThings"),
        ("", "income", "", "ext:Unnamed"),
    ],
)  # fmt: skip
def test_a_caption_means_a_concept(caption: str, on: On, section: str, concept: str) -> None:
    assert concept_of(caption, on, section).name == concept


CASES = tomllib.loads(Path(__file__).with_name("labels.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("on", "caption", "concept"),
    [(on, *case) for on, captions in CASES.items() for case in captions.items()],
)
def test_captions_as_companies_print_them(on: On, caption: str, concept: str) -> None:
    section, _, own = caption.rpartition(" / ")
    full = concept if ":" in concept else f"us-gaap:{concept}"
    assert concept_of(own, on, section).name == full


def test_a_per_share_caption_that_is_qualified_is_not_the_reported_one() -> None:
    name = concept_of("Adjusted diluted earnings per share", "income").name
    assert name != "us-gaap:EarningsPerShareDiluted"


def test_what_prose_calls_a_concept() -> None:
    assert named("revenue") == known("Revenues")
    assert named("net loss") == known("NetIncomeLoss")
    assert named("diluted eps") == known("EarningsPerShareDiluted")
    assert named("sunshine") is None


def test_prose_means_the_wider_element() -> None:
    # "net sales" and "revenue" are one number in a release, whichever the face says
    assert named("net sales") == known("Revenues")
    assert concept_of("Net sales", "income").name.endswith("ExcludingAssessedTax")


def test_an_element_is_used_from_the_day_it_came() -> None:
    # NVIDIA's 10-Qs: InterestExpense to April 28, 2024, InterestExpenseNonoperating from October
    late = "us-gaap:InterestExpenseNonoperating"
    assert in_force(late, date(2024, 4, 28)) == "us-gaap:InterestExpense"
    assert in_force(late, date(2024, 10, 27)) == late
    assert in_force("us-gaap:Revenues", date(1999, 1, 1)) == "us-gaap:Revenues"


@pytest.mark.parametrize(
    ("caption", "on", "section", "concept"),
    [
        # what is in brackets may turn a payment into a net of two ways
        (
            "Proceeds from (repayments of) commercial paper, net", "cash", "financing",
            "us-gaap:ProceedsFromRepaymentsOfCommercialPaper",
        ),
        # figures and what is included end a caption
        (
            "Common stock and capital in excess of par value, 4,188 issued and outstanding",
            "balance", "equity", "us-gaap:CommonStocksIncludingAdditionalPaidInCapital",
        ),
        ("Debt, excluding something", "cash", "", "ext:DebtExcludingSomething"),
        # a heading with "non-current" is none with "current"
        (
            "Deferred revenue", "balance", "Non-current liabilities",
            "us-gaap:ContractWithCustomerLiabilityNoncurrent",
        ),
        (
            "Total liabilities, convertible preferred stock and stockholders' deficit", "balance",
            "", "us-gaap:LiabilitiesAndStockholdersEquity",
        ),
        # Tesla's 10-Q for June 30, 2025
        (
            "Net income attributable to noncontrolling interests in subsidiaries and others",
            "income", "", "us-gaap:NetIncomeLossAttributableToNoncontrollingInterest",
        ),
        (
            "Comprehensive income attributable to Example Corp.", "income", "",
            "us-gaap:ComprehensiveIncomeNetOfTax",
        ),
    ],
)  # fmt: skip
def test_what_a_caption_says_beside_its_words(
    caption: str, on: On, section: str, concept: str
) -> None:
    assert concept_of(caption, on, section).name == concept


def test_every_concept_is_money_unless_it_says_what_else() -> None:
    assert known("Revenues").unit == DOLLARS
    assert known("EarningsPerShareBasic").unit == PER_SHARE
    assert known("Unheard").name == "us-gaap:Unheard"


def test_an_extension_is_made_of_the_captions_own_words() -> None:
    assert extension("Total backlog").name == "ext:TotalBacklog"
    assert not extension("Total backlog").is_known
    assert extension("Total backlog", instant=True).instant


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Stockholders’ Equity", "stockholders equity"),
        ("Research & Development", "research and development"),
        ("The Company's  Cash,", "cash"),
    ],
)
def test_captions_are_compared_in_one_form(text: str, words: str) -> None:
    assert normal(text) == words


def test_a_caption_is_looked_up_with_the_most_words_first() -> None:
    caption = "Accounts receivable (trade), net of allowance of $835"
    found = list(variants(caption))
    assert found[0] == "accounts receivable trade net of allowance of 835"
    assert "accounts receivable net" in found
    assert found[-1] == "accounts receivable"

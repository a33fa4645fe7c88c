from collections.abc import Callable

import pytest

from tieout.claims.grammar.subject import is_known, qualifiers, subject_of
from tieout.lexicon.words import Token

Row = Callable[[str], list[Token]]


@pytest.mark.parametrize(
    ("words", "concept"),
    [
        ("revenue", "us-gaap:Revenues"),
        ("the Company's total revenue", "us-gaap:Revenues"),
        ("Meanwhile, selling, general and administrative costs",
         "us-gaap:SellingGeneralAndAdministrativeExpense"),
        ("the company reported net income", "us-gaap:NetIncomeLoss"),
        ("total assets", "us-gaap:Assets"),
        ("diluted EPS", "us-gaap:EarningsPerShareDiluted"),
        ("income before income taxes", "us-gaap:IncomeLossFromContinuingOperationsBeforeIncome"
         "TaxesExtraordinaryItemsNoncontrollingInterest"),
        ("software revenue", "ext:SoftwareRevenue"),
        # NVIDIA Corporation, Form 10-Q, 2023; Johnson & Johnson, Form 10-Q, July 27, 2023
        ("amortization expense associated with intangible assets",
         "us-gaap:AmortizationOfIntangibleAssets"),
        ("the depreciation included in cost of sales", "us-gaap:Depreciation"),
        ("adjusted net income", "ext:AdjustedNetIncome"),
        ("excluding charges, net income", "ext:AdjustedNetIncome"),
        ("earnings before interest, taxes, depreciation and amortization",
         "ext:DepreciationAndAmortization"),
    ],
)  # fmt: skip
def test_words_mean_a_concept(words: str, concept: str, row: Row) -> None:
    subject = subject_of(row(words))
    assert subject is not None
    assert subject.concept.name == concept


@pytest.mark.parametrize(
    ("words", "as_loss"),
    [
        ("net loss", True),
        ("cash used in operations", True),
        ("loss before income taxes", True),
        ("net income (loss)", False),
        ("net income", False),
        ("income from operations", False),
    ],
)
def test_words_of_loss_make_a_number_negative(words: str, *, as_loss: bool, row: Row) -> None:
    subject = subject_of(row(words))
    assert subject is not None
    assert subject.as_loss is as_loss


@pytest.mark.parametrize("words", ["", "the", ", ,"])
def test_no_noun_is_no_subject(words: str, row: Row) -> None:
    assert subject_of(row(words)) is None


def test_names_and_what_makes_them_another_concept(row: Row) -> None:
    assert is_known(row("cost of goods sold"))
    assert not is_known(row("cost of that"))
    assert qualifiers(row("organic revenue")) == {"organic"}

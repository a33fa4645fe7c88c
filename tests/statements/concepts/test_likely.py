from tieout.engine import check, read
from tieout.model.statement import Fact
from tieout.reports.json import contracted

TEXT = """Example Corp. Announces Second Quarter 2024 Results

DENVER, August 1, 2024 -- Example Corp. today announced results for the second quarter ended \
June 30, 2024.

CONSOLIDATED STATEMENTS OF CASH FLOWS
(In thousands)

\tSix Months Ended June 30, 2024\tSix Months Ended June 30, 2023
Net income\t$ 5,000\t$ 4,000
Depreciation\t1,000\t900
Inventory and purchase commitments write-downs\t300\t200
Net cash provided by operating activities\t6,300\t5,100
Purchases of property and equipment, net of sales\t(2,000)\t(1,500)
{more}Net cash used in investing activities\t(2,000)\t(1,500)
Taxes withheld on vesting of employees' restricted share awards\t(700)\t(600)
Net cash used in financing activities\t(700)\t(600)
Net increase in cash and cash equivalents\t3,600\t3,000
Cash and cash equivalents at beginning of period\t2,000\t1,000
Cash and cash equivalents at end of period\t$ 5,600\t$ 4,000
"""
TAXES = "us-gaap:PaymentsRelatedToTaxWithholdingForShareBasedCompensation"
WRITTEN_DOWN = "us-gaap:InventoryWriteDown"


def facts(more: str = "") -> dict[str, Fact]:
    release = read("release.txt", TEXT.format(more=more).encode())
    return {fact.caption: fact for fact in release.facts if fact.column == 0}


def test_a_likely_name_is_what_a_figure_is_called_and_not_what_it_is_compared_by() -> None:
    fact = facts()["Inventory and purchase commitments write-downs"]
    assert fact.name == WRITTEN_DOWN
    assert fact.concept == "ext:InventoryAndPurchaseCommitmentsWriteDowns"


def test_its_sign_is_that_of_its_element() -> None:
    # what is paid is a credit: a figure in brackets is positive
    fact = facts()["Taxes withheld on vesting of employees' restricted share awards"]
    assert (fact.name, str(fact.value), str(fact.printed)) == (TAXES, "700000", "-700000")


def test_a_name_that_the_lexicon_gave_is_taken() -> None:
    found = facts("Inventory write-downs\t--\t--\n")
    names = [fact.name for fact in found.values()]
    assert names.count(WRITTEN_DOWN) <= 1


def test_of_two_lines_the_surer_one_has_the_name() -> None:
    found = facts("Write-down of inventory and other\t100\t90\n")
    names = [fact.name for fact in found.values()]
    assert names.count(WRITTEN_DOWN) <= 1


def test_the_workpaper_says_who_named_a_fact() -> None:
    paper = contracted(check(read("release.txt", TEXT.format(more="").encode())))
    told = {fact.concept: fact.named_by for fact in paper.facts}
    assert told[WRITTEN_DOWN] == "filers"
    assert told["us-gaap:Depreciation"] == "lexicon"
    (result,) = {fact.equivalents for fact in paper.facts if fact.caption == "Net income"}
    assert "us-gaap:ProfitLoss" in result

from importlib.resources import files
from time import process_time

import pytest

from tieout.lexicon.likely import KINDS, SURE, Standing, likeliest, traits_of, traits_of_caption
from tieout.model.unit import DOLLARS, SHARES

CASH = "cash_flow_statement"


@pytest.mark.parametrize(
    ("caption", "place", "element"),
    [
        ("Inventory and purchase commitments write-downs", "operating", "InventoryWriteDown"),
        (
            "Taxes withheld on vesting of employees' restricted share awards", "financing",
            "PaymentsRelatedToTaxWithholdingForShareBasedCompensation",
        ),
    ],
)  # fmt: skip
def test_captions_nobody_wrote_down_have_the_name_that_filers_give_them(
    caption: str, place: str, element: str
) -> None:
    told = likeliest(Standing(caption, place), CASH, "cash")
    assert told is not None
    concept, share = told
    assert concept.name == f"us-gaap:{element}"
    assert SURE <= share <= 100


def test_words_that_mean_nothing_are_no_name() -> None:
    assert likeliest(Standing("Zaxtor quim", "investing"), CASH, "cash") is None
    assert likeliest(Standing("", ""), CASH, "cash") is None


def test_an_element_of_another_unit_is_no_name() -> None:
    money = Standing("Inventory write-down", "operating")
    assert likeliest(money, CASH, "cash") is not None
    for unit in (SHARES, DOLLARS.per_share):
        assert (
            likeliest(Standing("Inventory write-down", "operating", unit=unit), CASH, "cash")
            is None
        )


def test_a_name_has_the_balance_of_its_element() -> None:
    told = likeliest(Standing("Inventory write-down", "operating"), CASH, "cash")
    assert told is not None
    assert told[0].side == "debit"


def test_what_stands_around_a_line_speaks_for_it() -> None:
    alone = Standing("Other", "investing")
    beside = Standing("Other", "investing", "Acquisitions", above=("Goodwill", ""), is_total=True)
    assert traits_of_caption("Other", "cash", "investing") < traits_of(alone, "cash")
    assert {"under acquisition", "above Goodwill", "total"} <= traits_of(beside, "cash")


def test_the_file_is_small_and_no_pickle() -> None:
    packed = files("tieout.lexicon").joinpath("likely.bin").read_bytes()
    assert len(packed) < 1_300_000
    assert all(
        likeliest(Standing("Total assets", ""), kind, "balance") is None or kind for kind in KINDS
    )


def test_long_captions_cost_no_more_than_short_ones() -> None:
    start = process_time()
    likeliest(Standing("proceeds from sale " * 20_000, "investing"), CASH, "cash")
    assert process_time() - start < 2

from collections.abc import Callable

import pytest

from tieout.claims.form import all_forms, signed
from tieout.model.amount import Amount
from tieout.model.claim import Claim

Told = Callable[[str], list[Claim]]


def test_the_narrower_form_is_asked_first() -> None:
    names = [form.name for form in all_forms()]
    assert names == ["range", "per_share", "part", "percent_change", "change", "ratio", "level"]
    assert all_forms() is all_forms()


def test_a_loss_spoken_of_as_a_positive_number_is_negative() -> None:
    assert signed(Amount(85, 5), as_loss=True) == Amount(-85, 5)
    assert signed(Amount(85, 5), as_loss=False) == Amount(85, 5)


@pytest.mark.parametrize("noun", ["Revenue", "The net loss", "Cost of goods sold", "Backlog"])
@pytest.mark.parametrize(
    ("up", "down"),
    [("increased", "decreased"), ("rose", "fell"), ("grew", "declined"), ("widened", "narrowed")],
)
@pytest.mark.parametrize("figure", ["6%", "$1.2 million"])
def test_directions_are_symmetrical(noun: str, up: str, down: str, figure: str, told: Told) -> None:
    (more,) = told(f"{noun} {up} {figure} from the same period last year.")
    (less,) = told(f"{noun} {down} {figure} from the same period last year.")
    assert more.direction == -less.direction != 0
    assert more.amount == -less.amount
    assert (more.form, more.concept, more.period, more.against) == (
        less.form, less.concept, less.period, less.against,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("noun", "direction"),
    [("The net loss", -1), ("Cost of goods sold", -1), ("Gross profit", 1), ("Revenue", 1)],
)
def test_what_improves_falls_if_it_is_a_cost_or_a_loss(
    noun: str, direction: int, told: Told
) -> None:
    (claim,) = told(f"{noun} improved 5% from the same period last year.")
    assert claim.direction == direction


@pytest.mark.parametrize(
    ("told_as", "thousands"),
    [
        ("$(1.2) million", 1_200),
        ("$(1.2) millions", 1_200),
        ("$(1.2)M", 1_200),
        ("\u20b9(1.2) crores", 12_000),
        ("\u20b9(1.2) lakh crore", 1_200_000_000),
    ],
)
def test_a_scale_behind_brackets_counts(told_as: str, thousands: int, told: Told) -> None:
    (claim,) = told(f"Adjusted EBITDA was {told_as} in the quarter.")
    assert claim.amount.value == -1000 * thousands

"""Totals with the lines that make them."""

from tieout.compose.init.statements import statements_of
from tieout.compose.init.sums import summed
from tieout.model.workpaper import Release


def test_a_total_is_given_the_parts_that_hold_in_every_column(capstone: Release) -> None:
    (placed,) = statements_of(capstone)
    bare = placed.statement
    lines = {line.key: line.sum for line in summed(bare, capstone.statements).lines if line.sum}
    assert lines["total_operating_costs_and_expenses"] == ("research_and_development", "selling")
    assert lines["net_loss"] == ("loss_operations", "interest_income")

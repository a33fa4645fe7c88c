from tieout.model.statement import Line, Sum
from tieout.statements.concepts.unlabelled import named_by_heading

UNNAMED = "ext:Unnamed"


def line(concept: str, section: str) -> Line:
    return Line("", (), concept, (), section=section)


def test_a_total_without_a_caption_is_what_its_heading_says() -> None:
    # PepsiCo's 10-Q for September 9, 2023: finished goods and the like, then a figure alone
    heading = "ASSETS / Inventories:"
    lines = [line("ext:A", heading), line("ext:B", heading), line(UNNAMED, heading)]
    named = named_by_heading(lines, [Sum(2, (((0, 1), (1, 1)),), firm=False)], "balance")
    assert named[2].concept == "us-gaap:InventoryNet"


def test_a_total_that_sums_more_than_its_heading_stays_unnamed() -> None:
    lines = [line("ext:A", "Cash"), line("ext:B", "Inventories:"), line(UNNAMED, "Inventories:")]
    named = named_by_heading(lines, [Sum(2, (((0, 1), (1, 1)),), firm=False)], "balance")
    assert named[2].concept == UNNAMED


def test_a_heading_that_names_nothing_names_no_total() -> None:
    lines = [line("ext:A", "Sunshine"), line(UNNAMED, "Sunshine")]
    named = named_by_heading(lines, [Sum(1, (((0, 1),),), firm=False)], "balance")
    assert named[1].concept == UNNAMED

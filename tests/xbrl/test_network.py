from collections.abc import Callable

from tieout.model.workpaper import Release
from tieout.xbrl.elements import elements_of
from tieout.xbrl.network import PARTLY, Network, network_of

Reader = Callable[..., Release]


def network(made: Release) -> Network:
    return network_of(made, elements_of(made))


def parts_of(made: Release, total: str) -> list[tuple[int, str]]:
    found = [one for one in network(made).relations if one.total.label == total]
    return [(weight, part.label) for one in found for weight, part in one.parts]


def test_a_total_sums_its_parts(release: Reader) -> None:
    assert parts_of(release(), "Total operating expenses") == [
        (1, "Selling expense"),
        (1, "Administrative expense"),
    ]


def test_a_cost_enters_a_result_with_weight_minus_one(release: Reader) -> None:
    assert parts_of(release(), "Gross profit") == [(1, "Revenue"), (-1, "Cost of goods sold")]


def test_no_figure_per_share_is_in_a_network(release: Reader) -> None:
    made = network(release())
    kinds = {part.kind for one in made.relations for _, part in one.parts}
    assert kinds == {"monetary"}


def test_a_total_told_elsewhere_with_some_of_its_parts_is_left_out(
    release: Reader, operations: str
) -> None:
    segment = """
EXAMPLE CORP.
SELECTED FINANCIAL INFORMATION
(In thousands)

	Quarter Ended June 30, 2007
Selling expense	250
Total operating expenses	900
"""
    made = release(operations, segment)
    left = [one for one in network(made).left_out if one.startswith("Total operating expenses")]
    assert left == [f"Total operating expenses: {PARTLY}"]
    assert parts_of(made, "Total operating expenses") == []
    assert parts_of(made, "Gross profit")


def test_a_sum_that_is_wrong_in_one_column_stays_to_be_found(
    release: Reader, operations: str
) -> None:
    wrong = operations.replace("Gross profit	2,244", "Gross profit	2,344")
    assert parts_of(release(wrong), "Gross profit") == [
        (1, "Revenue"),
        (-1, "Cost of goods sold"),
    ]

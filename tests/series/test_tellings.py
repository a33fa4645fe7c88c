"""What each filing tells, line by line."""

from tieout.engine import read
from tieout.series.quarters import ends
from tieout.series.tellings import Told, tellings

HEAD = """ACME CORPORATION ANNOUNCES FIRST QUARTER 2024 RESULTS

ANYTOWN, Calif.--(BUSINESS WIRE)--Acme Corporation today reported results for the first quarter
ended March 31, 2024.

ACME CORPORATION
CONSOLIDATED STATEMENTS OF OPERATIONS
(In thousands)

\tThree Months Ended March 31,\t
\t2024\t2023
"""


REST = (
    "Cost of revenue\t500\t400",
    "Research and development\t100\t100",
    "Net income\t$ 300\t$ 300",
)


def of(*rows: str) -> dict[str, Told]:
    release = read("a.txt", (HEAD + "\n".join([*rows, *REST])).encode())
    facts = [fact.period for fact in release.facts if fact.period]
    return {key[0]: told for key, told in tellings([release], ends([release], facts)).items()}


def amounts(told: Told) -> list[str]:
    return [str(told.values[stretch][0].amount) for stretch in sorted(told.values)]


def test_a_dash_in_a_line_of_figures_is_zero_without_a_figure() -> None:
    told = of("Revenue\t$ 900\t$ 800", "Goodwill impairment\t--\t300")
    impairment = told["us-gaap:GoodwillImpairmentLoss"]
    assert amounts(impairment) == ["300000", "0"]
    (latest,) = impairment.values[max(impairment.values)].values()
    assert [(one.figure, one.printed) for one in latest.sources] == [(-1, "\u2014")]


def test_the_total_of_two_lines_of_one_name_is_taken() -> None:
    told = of(
        "Revenue\t$ 900\t$ 800",
        "Cost of goods sold\t500\t400",
        "Gross profit\t400\t400",
        "Operating expenses:",
        "Operating expenses\t60\t50",
        "Research and development\t40\t50",
        "Total operating expenses\t100\t100",
    )
    assert amounts(told["us-gaap:OperatingExpenses"]) == ["100000", "100000"]


def test_places_and_captions_are_kept_by_filing() -> None:
    told = of("Revenue\t$ 900\t$ 800")["us-gaap:Revenues"]
    assert (told.captions, told.openings, dict(told.powers)) == ({0: "Revenue"}, 1, {3: 1})

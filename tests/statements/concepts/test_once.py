"""Lines that a primary statement has once, among lines that read alike."""

from collections.abc import Callable

import pytest

from tieout.model.concept import feeds
from tieout.model.statement import Statement

Read = Callable[[str], Statement]

HEAD = """EXAMPLE CORP.
CONDENSED STATEMENTS OF OPERATIONS
(In thousands, except per share data)

\tQuarter Ended June 30, 2019\tQuarter Ended June 30, 2018
"""
TAIL = """Cost of revenues\t600\t550
Gross profit\t400\t350
Operating expenses\t300\t280
Operating income\t100\t70
Net income\t$ 90\t$ 60
"""


def told(statement: Read, text: str, concept: str) -> list[str]:
    """The captions of the lines that report the concept."""
    read = statement(text)
    return [line.caption for line in read.lines if f"us-gaap:{concept}" in feeds(line.concept)]


@pytest.mark.parametrize(
    ("lines", "concept", "captions"),
    [
        # FRP Holdings, second quarter of 2017: a part of revenue beside its total
        ("Revenues - reimbursements\t100\t90\nRental revenues\t900\t810\n"
         "Total revenues\t1,000\t900\n" + TAIL, "Revenues", ["Total revenues"]),
        # Citizens Financial Group, fourth quarter of 2021: another measure of the same name
        ("Revenues\t1,000\t900\n" + TAIL + "Diluted earnings per share\t$ 1.17\t$ 0.99\n"
         "Underlying diluted earnings per share\t1.26\t1.04\n",
         "EarningsPerShareDiluted", ["Diluted earnings per share"]),
        # Enovix, second quarter of 2026: before and after others' share
        ("Revenues\t1,000\t900\n" + TAIL
         + "Net income attributable to noncontrolling interests\t2\t1\n"
         "Net income attributable to Example Corp.\t$ 88\t$ 59\n",
         "NetIncomeLoss", ["Net income attributable to Example Corp."]),
    ],
)  # fmt: skip
def test_one_line_is_the_concept(
    statement: Read, lines: str, concept: str, captions: list[str]
) -> None:
    assert told(statement, HEAD + lines, concept) == captions


def test_lines_that_tell_the_same_amount_both_report_it(statement: Read) -> None:
    text = HEAD + "Revenues\t1,000\t900\n" + TAIL + "Net income\t$ 90\t$ 60\n"
    assert told(statement, text, "NetIncomeLoss") == ["Net income", "Net income"]


def test_of_two_lines_for_basic_and_diluted_the_first_is_basic(statement: Read) -> None:
    # Verizon Communications, Form 10-Q for June 30, 2023
    text = HEAD + "Revenues\t1,000\t900\n" + TAIL + "Basic earnings per share\t$ 0.90\t$ 0.60\n"
    text += "Weighted-average shares outstanding\t100\t101\n"
    text += "Diluted earnings per share\t$ 0.80\t$ 0.50\n"
    text += "Weighted-average shares outstanding\t112\t113\n"
    shares = [line for line in statement(text).lines if "shares outstanding" in line.caption]
    assert [feeds(line.concept) for line in shares] == [
        ("us-gaap:WeightedAverageNumberOfSharesOutstandingBasic",),
        ("us-gaap:WeightedAverageNumberOfDilutedSharesOutstanding",),
    ]

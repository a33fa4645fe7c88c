"""Columns whose periods make up another's, in whatever order and of whatever lengths."""

import pytest

from tieout.engine import read
from tieout.evidence.schedule import schedules
from tieout.rules.foot.stretches import stretches

RELEASE = """Example Corp. Announces Third Quarter 2024 Results

SPRINGFIELD, Ill., November 8, 2024 -- Example Corp. (NASDAQ: EXMP) today announced results for its third quarter ended September 30, 2024.

EXAMPLE CORP.
SUPPLEMENTAL FINANCIAL INFORMATION
(In thousands)

\t{headers}
Revenue\t{cells}
Cost of revenue\t{cells}
Gross profit\t{cells}
"""  # noqa: E501 - a dateline is one line


@pytest.mark.parametrize(
    ("headers", "made"),
    [
        (["Q1 2024", "Q2 2024", "Q3 2024", "Q4 2024", "FY 2024"], {4: {0, 1, 2, 3}}),
        (["FY 2024", "Q4 2024", "Q3 2024", "Q2 2024", "Q1 2024"], {0: {1, 2, 3, 4}}),
        (["Q1 2024", "Q2 2024", "Q4 2024", "FY 2024"], {}),
        (["Q1 2024", "Q1 2023", "Q2 2024", "Q2 2023"], {}),
    ],
)
def test_periods_make_up_a_longer_one(headers: list[str], made: dict[int, set[int]]) -> None:
    cells = "\t".join(f"{11 + n},500" for n in range(len(headers)))
    text = RELEASE.format(headers="\t".join(headers), cells=cells)
    release = read("release.txt", text.encode())
    found = stretches(release.statements, next(iter(schedules(release))))
    assert {
        column: {number for number, _ in parts} for column, parts in found.parts.items()
    } == made

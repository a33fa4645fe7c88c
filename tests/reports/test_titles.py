"""What a table is called: by its own title, or by the line over it that is a name."""

import pytest

from tieout.model.document import Span
from tieout.model.workpaper import Release
from tieout.readers import open_document
from tieout.reports._titles import name_of, without_scale


def test_a_statement_has_its_title(acme: Release) -> None:
    assert name_of(acme.document, (), acme.statements[0]) == "STATEMENTS OF OPERATIONS"


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["Loans by type", "(dollars in thousands)", "7"], "Loans by type"),
        (["Loans by type", "In millions of euros"], "Loans by type"),
        (["Loans by type", "March 31, December 31, September 30, June 30,"], "Loans by type"),
        (["Loans by type", "At or for the three months ended"], "Loans by type"),
        (["ACME CORPORATION", "Loans (as of March 31, 2020)"], "Loans (as of March 31, 2020)"),
        (["Second Quarter 2026 Performance", "(unaudited)"], "Second Quarter 2026 Performance"),
        (["2021 23.0% 4Q21 15.6%"], ""),
    ],
)
def test_the_nearest_line_that_is_a_name(lines: list[str], name: str) -> None:
    document = open_document("it.txt", "\n".join([*lines, "", "Revenue was 5."]).encode())
    starts = [document.text.index(line) for line in lines]
    spans = [Span(at, at + len(line)) for at, line in zip(starts, lines, strict=True)]
    assert name_of(document, spans, None) == name


def test_a_column_is_told_without_the_scale_over_all() -> None:
    assert without_scale("March 31, 2023 (In millions)") == "March 31, 2023"
    assert without_scale("March 31, 2023 (unaudited)") == "March 31, 2023 (unaudited)"

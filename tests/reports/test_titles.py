"""What a table is called: by its own title, or by the line over it that is a name."""

import pytest
from msgspec import structs

from tieout.model.workpaper import Release
from tieout.reports._titles import Titles, named_by, without_scale


def test_a_statement_has_its_title(acme: Release) -> None:
    assert Titles(acme).name(1, acme.statements[0]) == "STATEMENTS OF OPERATIONS"


def test_a_table_has_its_title_from_the_lines_over_it(acme: Release) -> None:
    nameless = structs.replace(acme.statements[0], title="")
    titles = Titles(structs.replace(acme, statements=(nameless,)))
    assert titles.name(1, nameless) == "STATEMENTS OF OPERATIONS"
    assert [acme.document.text[acme.document.blocks[n].start :][:4] for n in titles.over(1)] == [
        "ACME"
    ]


def test_what_nothing_names_has_its_kind_and_its_number(acme: Release) -> None:
    first = structs.replace(acme.statements[0], title="")
    further = structs.replace(first, lines=first.lines[2:])
    titles = Titles(structs.replace(acme, statements=(first, further)))
    assert titles.name(1, further) == ""
    assert titles.title(1, further) == "Income statement, table 1"


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["Loans by type", "(dollars in thousands)", "7"], "Loans by type"),
        (["Loans by type", "In millions of euros"], "Loans by type"),
        (["Loans by type", "March 31, December 31, September 30, June 30,"], "Loans by type"),
        (["Loans by type", "At or for the three months ended"], "Loans by type"),
        (["ACME CORPORATION", "Loans (as of March 31, 2020)"], "Loans (as of March 31, 2020)"),
        (["Second Quarter 2026 Performance", "(unaudited)"], "Second Quarter 2026 Performance"),
        (["LOANS CLOSED(Dollars in Thousands)(Unaudited)"], "LOANS CLOSED"),
        (["Loans by type:"], "Loans by type"),
        (["2021 23.0% 4Q21 15.6%"], ""),
    ],
)
def test_the_nearest_line_that_is_a_name(lines: list[str], name: str) -> None:
    assert next(filter(None, map(named_by, reversed(lines))), "") == name


def test_a_column_is_told_without_the_scale_over_all() -> None:
    assert without_scale("March 31, 2023 (In millions)") == "March 31, 2023"
    assert without_scale("March 31, 2023 (unaudited)") == "March 31, 2023 (unaudited)"

"""What tieout read prints: statements with concepts, claims with periods."""

from tieout.engine import check, read
from tieout.model.workpaper import Release, conclude
from tieout.reports.terminal import reading


def test_a_statement_is_a_table_with_concepts(acme: Release) -> None:
    said = reading.render(conclude([acme], [], {}), width=100).decode()
    assert "Income statement, USD in 1,000s" in said
    (row,) = (line for line in said.splitlines() if line.startswith("Gross loss"))
    assert row.split() == ["Gross", "loss", "(757)", "(2,336)", "us-gaap:GrossProfit"]


def test_a_claim_says_what_it_claims(acme: Release) -> None:
    said = reading.render(conclude([acme], [], {}), width=160).decode()
    assert (
        "145%  percent change: Revenue  us-gaap:Revenues, three months ended June 30, 2008, "
        "against three months ended June 30, 2007" in said
    )


def test_it_begins_with_the_document(acme: Release) -> None:
    first = reading.render(conclude([acme], [], {}), width=120).decode().splitlines()
    assert first[0] == "acme.txt"
    assert first[2] == f"acme.txt, sha256 {acme.document.sha256}"
    assert first[3] == "13 figures, 0 tables, 1 statement, 6 facts, 1 claim"


def test_a_narrow_terminal_shows_figures_and_says_where_concepts_are(acme: Release) -> None:
    said = reading.render(conclude([acme], [], {}), width=60).decode()
    (row,) = (line for line in said.splitlines() if line.startswith("Gross loss"))
    assert row.split() == ["Gross", "loss", "(757)", "(2,336)"]
    assert "To see concepts, use a wider terminal or --format csv." in said


def test_a_bracket_in_a_cell_of_its_own_is_shown() -> None:
    """Morgan Stanley, supplement for March 31, 2022: "(126" and ")" in two cells."""
    page = (
        "<p>BALANCE SHEETS</p><table><tr><td></td><td>June 30, 2022</td></tr>"
        "<tr><td>Cash</td><td>(126</td><td>)</td></tr><tr><td>Goodwill</td><td>5</td></tr>"
        "<tr><td>Total assets</td><td>(121</td><td>)</td></tr>"
        "<tr><td>Accounts payable</td><td>7</td></tr></table>"
    )
    assert "(126)" in reading.render(check(read("page.htm", page.encode()), rules=())).decode()

"""Tables of a release as statements of a book."""

from tieout.compose.book import Style
from tieout.compose.init.statements import nil_of, signed, statements_of
from tieout.engine import read
from tieout.model.workpaper import Release


def test_a_statement_has_what_its_table_prints_and_means(capstone: Release) -> None:
    (placed,) = statements_of(capstone)
    statement = placed.statement
    assert (statement.kind, statement.scale, statement.unit) == ("income_statement", 1000, "USD")
    assert [str(column.period) for column in statement.columns] == [
        "2007-07-01/2007-09-30",
        "2006-07-01/2006-09-30",
    ]
    lines = {line.key: line for line in statement.lines}
    assert lines["gross_loss"].cells == ("-756", "-2336")
    assert lines["gross_loss"].sum == ("revenue", "-cost_of_goods_sold")
    assert lines["gross_loss"].kind == "total"
    assert lines["net_loss_per_share_of_common"].unit == "USD/shares"
    assert lines["weighted_average_shares_outstanding"].unit == "shares"
    assert [line.caption for line in statement.lines if line.kind == "heading"] == [
        "Operating costs and expenses:"
    ]


def test_header_levels_are_kept_and_columns_that_compare_have_no_period(nvent: Release) -> None:
    (placed,) = statements_of(nvent)
    columns = placed.statement.columns
    assert columns[0].header == ("Three months ended", "March 31, 2020")
    assert columns[2].header == ("Three months ended", "% / point change")
    assert columns[2].period is None
    assert placed.statement.lines[-1].cells == ("15.6%", "17.9%", '"-230 bps"')


def test_currency_signs_are_told_only_where_they_stand_otherwise(
    nvent: Release, capstone: Release
) -> None:
    (placed,) = statements_of(nvent)
    told = [line.currency for line in signed(placed.statement, Style()).lines]
    assert told == [None, True, None, None]
    (placed,) = statements_of(capstone)
    assert not any(line.currency for line in signed(placed.statement, Style()).lines)


def test_a_total_that_does_not_foot_has_no_parts() -> None:
    page = """<p>STATEMENTS OF OPERATIONS</p><p>(In thousands)</p><table>
        <tr><td></td><td>Quarter Ended June 30, 2019</td></tr>
        <tr><td>Revenue</td><td>100</td></tr><tr><td>Cost of revenue</td><td>60</td></tr>
        <tr><td>Gross profit</td><td>49</td></tr><tr><td>Operating expenses</td><td>9</td></tr>
        <tr><td>Net income</td><td>40</td></tr></table>"""
    (placed,) = statements_of(read("off.htm", page.encode()))
    lines = {line.key: line for line in placed.statement.lines}
    assert lines["gross_profit"].sum == ()


def test_a_page_laid_out_in_a_grid_is_no_statement() -> None:
    """Goldman Sachs' release of January 18, 2022 has its figures beside the paragraphs."""
    prose = "Net revenues were $59.34 billion for 2021, higher than 2020 in every segment. " * 4
    page = f"""<table><tr><td>Full Year</td><td></td></tr>
        <tr><td>{prose}</td><td>2021 Net Revenues</td></tr>
        <tr><td></td><td>$59.34 billion</td></tr></table>"""
    assert statements_of(read("page.htm", page.encode())) == ()


def test_the_nil_is_the_dash_most_cells_print() -> None:
    page = """<p>SELECTED DATA</p><table>
        <tr><td></td><td>June 30, 2019</td><td>June 30, 2018</td></tr>
        <tr><td>Backlog</td><td>1</td><td>\u2014</td></tr>
        <tr><td>Orders</td><td>4</td><td>3</td></tr></table>"""
    assert nil_of(statements_of(read("nil.htm", page.encode()))) == "\u2014"
    assert nil_of(()) == "--"

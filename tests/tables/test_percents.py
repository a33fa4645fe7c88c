from tieout.model.table import Table
from tieout.readers import open_document
from tieout.tables import understand


def table(text: str) -> Table:
    return understand(open_document("x.txt", text.encode()), 0)


def test_a_column_headed_percent_holds_percentages() -> None:
    made = table("\t2007\t% of sales\nRevenue\t7,219\t100.0%\nCost\t2,000\t27.7\n")
    assert [str(row.readings[1].amount) for row in made.rows] == ["1.000", "0.277"]
    assert [row.readings[0].is_percent for row in made.rows] == [False, False]


def test_money_under_a_percent_sign_stays_money() -> None:
    made = table("\t2007\t% change\nRevenue\t7,219\t$ 100\nCost\t2,000\t$ 27\nEPS\t2\t12\n")
    assert [row.readings[1].is_percent for row in made.rows] == [False, False, False]
    made = table("\tAmount, net of 5% tax\nRevenue\t7,219\nCost\t2,000\n")
    assert [row.readings[0].is_percent for row in made.rows] == [False, False]

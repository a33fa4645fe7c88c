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


def test_one_header_over_a_change_in_money_and_in_percent() -> None:
    # Peapack-Gladstone Financial, release of October 22, 2025: the sign on the first line only
    made = table("\t2025\tIncrease\tIncrease\nRevenue\t144.37\t37.27\t35%\nFees\t47.18\t1.20\t3\n")
    assert [row.readings[2].is_percent for row in made.rows] == [True, True]
    assert [row.readings[1].is_percent for row in made.rows] == [False, False]


def test_yields_beside_balances_are_percentages() -> None:
    # Cadence Bancorporation, first quarter of 2020: "5.10" under "Yield/Rate"
    made = table("\tAverage Balance\tYield/Rate\nLoans\t10,213,846\t5.10\nFunds\t628,885\t1.14\n")
    assert [str(row.readings[1].amount) for row in made.rows] == ["0.0510", "0.0114"]
    made = table("\tBalance\tExchange rate\nEuro\t10,213,846\t1.10\nPound\t628,885\t1.24\n")
    assert [row.readings[1].is_percent for row in made.rows] == [False, False]
    made = table("\tDays\tAverage rate\nRigs\t1,300\t195.5\nJackups\t628\t84.1\n")
    assert [row.readings[1].is_percent for row in made.rows] == [False, False]


def test_a_statement_in_percent_of_its_first_line() -> None:
    # NVIDIA Corporation, Form 10-Q, November 19, 2025: the sign on the first and last lines only
    made = table("\t2025\t2024\nRevenue\t100.0%\t100.0%\nCost\t26.6\t25.4\nIncome\t73.4%\t74.6%\n")
    assert [row.readings[0].is_percent for row in made.rows] == [True, True, True]
    made = table("\t2025\t2024\nOwned\t100%\t100%\nAssets\t2,660\t2,540\nStaff\t73\t74\n")
    assert [row.readings[0].is_percent for row in made.rows] == [True, False, False]


def test_a_column_whose_first_and_last_figures_have_the_sign() -> None:
    # McDonald's, first quarter of 2023: "12.6%" over "12.6" and "14.7", with a total of "11.8%"
    made = table("\t2023\t2022\nU.S.\t12.6%\t3.5%\nMarkets\t12.6\t20.4\nTotal\t12.6%\t11.8%\n")
    assert [str(row.readings[1].amount) for row in made.rows] == ["0.035", "0.204", "0.118"]
    made = table("\t2023\tInc/ (Dec)\nRevenue\t5,897.8\t4%\nProfit\t1,802.3\t63\nEPS\t2.45\t66%\n")
    assert [row.readings[1].is_percent for row in made.rows] == [True, True, True]


def test_amounts_between_two_percentages_stay_amounts() -> None:
    made = table("\t2023\t2022\nGrowth\t12.6%\t3.5%\nRevenue\t45.6\t20.4\nMargin\t12.6%\t9.8%\n")
    assert [row.readings[0].is_percent for row in made.rows] == [True, False, True]
    made = table("\t2023\t2022\nGrowth\t12%\t3%\nStores\t45\t20\nMargin\t12%\t9%\n")
    assert [row.readings[0].is_percent for row in made.rows] == [True, False, True]

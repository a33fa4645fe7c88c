"""The workbook that Capstone's second quarter of fiscal 2008 was closed in, made up for tests.

Its balances are the release's in dollars and cents. Like any closing workbook it has a trial
balance whose accounts are mapped to lines, statements in two styles, key figures, names of cells,
blank rows, numbers kept as text, a hidden sheet, and last year's trial balance.
"""

import io
from collections.abc import Mapping, Sequence
from decimal import Decimal

import xlsxwriter

Rows = Sequence[tuple[str, *tuple[float, ...]]]

BALANCES: Rows = (
    ("Current assets",),
    ("Cash and cash equivalents", 46276, 60322),
    ("Accounts receivable, net", 5876, 3514),
    ("Inventories", 18515, 21283),
    ("Prepaid expenses and other current assets", 1391, 1614),
    ("Total current assets", 72058, 86733),
    ("Property, plant and equipment, net", 5619, 6256),
    ("Non-current portion of inventories", 3181, 3005),
    ("Intangible asset, net and other long-term assets", 911, 1009),
    ("Total assets", 81769, 97003),
    ("Current liabilities",),
    ("Accounts payable and accrued expenses", 5804, 5686),
    ("Accrued salaries and wages", 1296, 1434),
    ("Accrued warranty reserve", 6017, 6554),
    ("Deferred revenue", 794, 937),
    ("Current portion of notes payable", 13, 19),
    ("Other current liabilities", 1385, 0),
    ("Total current liabilities", 15309, 14630),
    ("Long-term portion of notes payable", 12, 27),
    ("Other long-term liabilities", 515, 561),
    ("Stockholders' equity",),
    ("Common stock", 146, 145),
    ("Additional paid-in capital", 622476, 619423),
    ("Accumulated deficit", -556130, -537270),
    ("Treasury stock, at cost", -559, -513),
    ("Total stockholders' equity", 65933, 81785),
    ("Total liabilities and stockholders' equity", 81769, 97003),
)
RESULTS: Rows = (
    ("Revenue", 7219, 2946, 12834, 9512),
    ("Cost of goods sold", 7975, 5282, 16063, 13084),
    ("Gross loss", -756, -2336, -3229, -3572),
    ("Research and development", 2433, 2592, 5182, 5398),
    ("Selling, general and administrative", 5910, 6061, 11803, 11976),
    ("Total operating expenses", 8343, 8653, 16985, 17374),
    ("Loss from operations", -9099, -10989, -20214, -20946),
    ("Interest income", 646, 571, 1356, 1198),
    ("Interest expense", 0, -1, 0, -2),
    ("Other income", 0, 0, 0, 1),
    ("Loss before income taxes", -8453, -10419, -18858, -19749),
    ("Provision for income taxes", 0, 0, 2, 2),
    ("Net loss", -8453, -10419, -18860, -19751),
    ("Net loss per share - basic and diluted", -0.06, -0.10, -0.13, -0.19),
    ("Weighted average shares - basic and diluted", 145440, 103901, 144710, 103612),
)
SHARES: Rows = (
    ("Allowance for doubtful accounts", 835000, 789000),
    ("Preferred stock, par value", 0.001, 0.001),
    ("Preferred stock, shares authorized", 10000000, 10000000),
    ("Common stock, par value", 0.001, 0.001),
    ("Common stock, shares authorized", 415000000, 415000000),
    ("Common stock, shares issued", 146067943, 144512997),
    ("Common stock, shares outstanding", 145474074, 143961789),
    ("Treasury stock, shares", 593869, 551208),
)
ACCOUNTS = (
    (1010, "Operating account", 6276412.18, "Cash and cash equivalents"),
    (1020, "Money market funds", 40000000, "Cash and cash equivalents"),
    (1200, "Trade receivables", 6711102.55, "Accounts receivable, net"),
    (1290, "Allowance and returns", -835000, "Accounts receivable, net"),
    (2310, "Warranty, current programs", -4017000.44, "Accrued warranty reserve"),
    (2320, "Warranty, reliability repairs", -2000000, "Accrued warranty reserve"),
    (4010, "Microturbine sales", -9834000.2, "Revenue"),
    (4020, "Parts and service", -3000000, "Revenue"),
)


def closing(
    changed: Mapping[str, float] = {}, *, note: str = "(in dollars)", twice: str = ""
) -> bytes:
    """The workbook; cells of the statements may be changed by place ("BS!B7"), in thousands.

    `note` says the scale of the statements, in thousands where it names them or is empty; `twice`
    is a row of the balance sheet that stands on it again, with another amount.
    """
    held = io.BytesIO()
    in_thousands = "dollars" not in note
    with xlsxwriter.Workbook(held) as book:
        _trial_balance(book, "TB", "Trial balance as of September 30, 2007", 1)
        again = tuple(
            (row[0], *(2 * one for one in row[1:])) for row in BALANCES if row[0] == twice
        )
        for name, title, heads, rows in (
            ("BS", "Balance sheet", ("9/30/2007", "3/31/2007"), (*BALANCES, *again)),
            (
                "IS",
                "Statement of operations",
                ("Q2 FY08", "Q2 FY07", "YTD FY08", "YTD FY07"),
                RESULTS,
            ),
        ):
            sheet = book.add_worksheet(name)
            sheet.write_column(0, 0, ["Capstone Turbine Corporation", title, note])
            sheet.write_row(3, 1, heads)
            for at, (caption, *cells) in enumerate(rows, 4):
                sheet.write(at, 0, caption)
                for column, cell in enumerate(cells, 1):
                    assert isinstance(cell, (int, float))
                    told = changed.get(f"{name}!{'ABCDE'[column]}{at + 1}", cell)
                    exact = (
                        told if in_thousands or not float(told).is_integer() else _cents(told, at)
                    )
                    sheet.write_number(at, column, exact)
        sheet = book.add_worksheet("KPI")
        sheet.write_row(0, 0, ["Key figures", "Unit", "9/30/2007", "6/30/2007", "9/30/2006"])
        sheet.write_row(2, 0, ["Total backlog", "$ millions", 10.4, 5.3, 6.8])
        sheet.write_row(3, 0, ["Short-term backlog", "$ millions", 7.2])
        book.define_name("Total_backlog", "=KPI!$C$3")
        sheet = book.add_worksheet("Shares")
        sheet.write_row(0, 0, ["(in dollars)"])
        sheet.write_row(1, 0, ["Shares and reserves", "9/30/2007", "3/31/2007"])
        for at, row in enumerate(SHARES, 2):
            sheet.write_row(at, 0, row)
        sheet.write_string(2, 1, "835,000")  # typed in by hand, behind an apostrophe
        _trial_balance(book, "TB PY", "Trial balance, prior year", 2)
        hidden = book.add_worksheet("Old")
        hidden.write_row(0, 0, ["Total backlog", 99])
        hidden.hide()
    return held.getvalue()


def _trial_balance(book: xlsxwriter.Workbook, name: str, title: str, times: int) -> None:
    """Accounts with debits and credits, a total, and a note under it."""
    sheet = book.add_worksheet(name)
    sheet.write_column(0, 0, ["Capstone Turbine Corporation", title])
    sheet.write_row(3, 0, ["Account", "Description", "Debit", "Credit", "Statement line"])
    for at, (number, words, balance, line) in enumerate(ACCOUNTS, 4):
        sheet.write_row(at, 0, [number, words])
        sheet.write(at, 2 if balance > 0 else 3, abs(balance) * times)
        sheet.write(at, 4, line)
    sheet.write_row(13, 1, ["Total", 52987514.73, 19686000.64])
    sheet.write(15, 0, "Unaudited; accounts without a balance are left out.")


def _cents(thousands: float, at: int) -> float:
    """The same in dollars and cents: what is printed in thousands is it, rounded."""
    if not thousands:
        return 0
    return float(
        Decimal(str(thousands)) * 1000 + (at * 37) % 800 - 400 + Decimal(at * 13 % 100) / 100
    )

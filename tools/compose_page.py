"""Composes a page of statements and prose as long as asked, the same for the same seed.

The company is nobody; what a page looks like (cells for signs, spacer columns, fonts) and what
stands in it (totals that foot, comparatives, changes in percent) are as filing agents print them.
A long page says the same statements again and again, with schedules of their own between them.
"""

import random
import sys
from collections.abc import Iterator

Rows = list[tuple[str, list[int]]]

INCOME = [
    ("Product sales", 0),
    ("Service sales", 0),
    ("Net sales", 2),
    ("Cost of sales", 0),
    ("Selling, general and administrative", 0),
    ("Research and development", 0),
    ("Total costs and expenses", 3),
]
ASSETS = [
    ("Cash and cash equivalents", 0),
    ("Accounts receivable, net", 0),
    ("Inventories", 0),
    ("Prepaid expenses and other current assets", 0),
    ("Total current assets", 4),
    ("Property, plant and equipment, net", 0),
    ("Goodwill", 0),
    ("Other assets", 0),
]
CASH = [
    ("Depreciation and amortization", 0),
    ("Stock-based compensation", 0),
    ("Deferred income taxes", 0),
    ("Changes in operating assets and liabilities", 0),
    ("Net cash provided by operating activities", 4),
    ("Purchases of property, plant and equipment", 0),
    ("Proceeds from sales of assets", 0),
    ("Net cash used in investing activities", 2),
]
GOODS = ["Tools", "Valves", "Pumps", "Paper", "Glass", "Seeds", "Paint", "Cable", "Steel", "Ovens"]
PLACES = ["north", "south", "east", "west", "abroad", "at home", "by mail", "in stores"]
FLOWS = "Three Months Ended March 31,"
DAYS = "As of March 31,"


def page(kilobytes: int, seed: int = 2007) -> str:
    """An HTML page of so many thousand bytes, or the few more that its last table needs."""
    draw = random.Random(seed)
    income, assets, cash = (_rows(draw, lines) for lines in (INCOME, ASSETS, CASH))
    pieces = ["<html><body><h2>EXAMPLE COMPANY REPORTS FIRST QUARTER RESULTS</h2>\n"]
    size = len(pieces[0])
    while size < 1000 * kilobytes:
        section = [
            *(_sentence(*income[draw.randrange(3)]) for _ in range(6)),
            _table("CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS", FLOWS, income),
            _table("CONDENSED CONSOLIDATED BALANCE SHEETS", DAYS, assets),
            _table("CONDENSED CONSOLIDATED STATEMENTS OF CASH FLOWS", FLOWS, cash),
            _table("SALES BY PRODUCT", FLOWS, list(_schedule(draw))),
        ]
        pieces += section
        size += sum(map(len, section))
    return "".join([*pieces, "</body></html>\n"])


def _sentence(caption: str, figures: list[int]) -> str:
    """A paragraph that tells of a line, and of the same a year before."""
    now, before = figures
    way = "an increase" if now > before else "a decrease"
    return (
        f'<p style="margin:0pt;text-align:justify"><font style="font-family:Times New Roman">'
        f"{caption} for the first quarter of fiscal 2020 was ${now / 1000:,.1f} million, {way} of "
        f"{abs(now - before) / before:.1%} from ${before / 1000:,.1f} million for the same period "
        "last year. Management attributes the change to volume, to prices, and to the mix of what "
        "was sold.</font></p>\n"
    )


def _rows(draw: random.Random, lines: list[tuple[str, int]]) -> Rows:
    """Captions with two figures each; a total adds up the so many rows above it."""
    rows: Rows = []
    for caption, parts in lines:
        figures = [draw.randrange(1000, 999_999) for _ in range(2)]
        if parts:
            figures = [sum(above[column] for _, above in rows[-parts:]) for column in range(2)]
        rows.append((caption, figures))
    return rows


def _schedule(draw: random.Random) -> Iterator[tuple[str, list[int]]]:
    """Rows that no statement has."""
    for good in draw.sample(GOODS, 8):
        yield f"{good} sold {draw.choice(PLACES)}", [draw.randrange(10, 99_999) for _ in range(2)]


def _table(title: str, over: str, rows: Rows) -> str:
    """A statement, laid out as agents do: signs and gaps in cells of their own."""
    gap = '<td style="width:1%"><font style="font-size:10pt">&nbsp;</font></td>'
    body = [
        f'<p style="text-align:center"><b>{title}</b></p><p>(In thousands) (Unaudited)</p>'
        '<table cellspacing="0" cellpadding="0" style="width:100%;border-collapse:collapse">',
        f'<tr><td>&nbsp;</td>{gap}<td colspan="6" style="text-align:center">{over}</td></tr>',
        f'<tr><td>&nbsp;</td>{gap}<td colspan="2">2020</td>{gap}<td colspan="2">2019</td></tr>\n',
    ]
    for caption, figures in rows:
        cells = "".join(
            f'{gap}<td style="text-align:right">$</td><td style="text-align:right;width:10%">'
            f'<font style="font-size:10pt">{figure:,}</font></td><td>&nbsp;</td>'
            for figure in figures
        )
        body.append(
            f'<tr style="background-color:#cceeff"><td style="padding-left:10pt">'
            f'<font style="font-size:10pt">{caption}</font></td>{cells}</tr>\n'
        )
    return "".join([*body, "</table>\n"])


if __name__ == "__main__":
    sys.stdout.write(page(*map(int, sys.argv[1:3])))

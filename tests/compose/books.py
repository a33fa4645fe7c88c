"""A small book to alter: one quarter, half a year, a balance sheet."""

from collections.abc import Sequence
from pathlib import Path

BOOK = """\
[company]
name = "Acme Corporation"
short = "Acme"
ticker = "ACME"

[quarter]
fiscal_year = 2008
fiscal_quarter = 2
period_end = 2007-09-30

[heading]
date = 2007-11-08
headline = "Acme Announces Results"

[style]
decimals = 1
"""

FIGURES = """\
[[statement]]
kind = "income_statement"
titles = ["ACME CORPORATION", "STATEMENTS OF OPERATIONS", "(In thousands, except per share data)"]
scale = 1000
columns = [
  { period = "2007-07-01/2007-09-30", header = ["Three Months Ended September 30,", "2007"] },
  { period = "2006-07-01/2006-09-30", header = ["Three Months Ended September 30,", "2006"] },
  { period = "2007-04-01/2007-09-30", header = ["Six Months Ended September 30,", "2007"] },
]
lines = '''
revenue         | Revenue                  |   7,219 |    2,946 |  12,834
cost            | Cost of goods sold       |   7,975 |    5,282 |  16,063
gross_loss      |   Gross loss             |   (756) |  (2,336) | (3,229)
net_loss        | Net loss                 | (8,453) | (10,419) | (18,860)
loss_per_share  | Net loss per share       |  (0.06) |   (0.10) |  (0.13)
weighted_shares | Weighted average shares  | 145,440 |  103,901 | 144,710
'''

[statement.about]
gross_loss = { sum = ["revenue", "-cost"] }
loss_per_share = { unit = "USD/shares" }
weighted_shares = { unit = "shares" }

[[statement]]
kind = "balance_sheet"
titles = ["ACME CORPORATION", "BALANCE SHEETS", "(In thousands)"]
scale = 1000
columns = [
  { period = 2007-09-30, header = "September 30, 2007" },
  { period = 2007-03-31, header = "March 31, 2007" },
]
lines = '''
                 | ASSETS
cash             | Cash and cash equivalents | 46,276 | 60,322
receivables      | Accounts receivable, net of allowance of {{ allowance }} | 5,876 | 3,514
assets           |   Total                   | 52,152 | 63,836
                 | LIABILITIES AND STOCKHOLDERS' EQUITY
payables         | Accounts payable          |  5,804 |  5,686
equity           | Stockholders' equity      | 46,348 | 58,150
both             |   Total                   | 52,152 | 63,836
'''

[statement.about]
assets = { sum = ["cash", "receivables"] }
both = { sum = ["payables", "equity"] }
receivables = { facts = { allowance = { 2007-09-30 = "$835" } } }
"""

NARRATIVE = "Revenue for the second quarter was {{ revenue }}.\n"


def folder(at: Path, changes: Sequence[tuple[str, str]] = (), narrative: str = NARRATIVE) -> Path:
    """The small book in a folder, with the first of each old words replaced by new ones."""
    files = {"book.toml": BOOK, "figures.toml": FIGURES, "narrative.md": narrative}
    for old, new in changes:
        held = [name for name, text in files.items() if old in text]
        assert held, f"no file says {old!r}"
        files[held[0]] = files[held[0]].replace(old, new, 1)
    for name, text in files.items():
        (at / name).write_text(text, "utf-8")
    return at

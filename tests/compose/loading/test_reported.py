"""Columns of a book that are taken from filings of a store, with where each cell was taken from."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tieout.compose.book import Reported
from tieout.compose.loading import load
from tieout.compose.writing import composed
from tieout.errors import Misuse
from tieout.store import open_store

Make = Callable[..., Path]
NAME = "cpst-20071108_ex99-1.txt"


def test_the_columns_of_2006_are_those_that_capstone_filed_in_2006(
    house: Path, tmp_path: Path
) -> None:
    """Capstone Turbine, 8-K of November 2006: the statement of operations of fiscal 2007."""
    examples = house / "examples"
    with open_store(tmp_path / "filings.duckdb") as store:
        for name in ("capstone-fy2007q2-8k.txt", "capstone-fy2008q2-8k.txt"):
            store.add(examples / name)
    typed = examples / "capstone-fy2008q2"
    folder = tmp_path / "book"
    shutil.copytree(typed, folder)
    with (folder / "book.toml").open("a") as file:
        file.write('\n[store]\npath = "../filings.duckdb"\n')
    start, kind, rest = (folder / "figures.toml").read_text().partition('kind = "income_statement"')
    rest, figures, end = rest.partition("# Figures that the prose")
    rest = re.sub(r'(period = "2006-[^}]*) }', r'\1, from = "store" }', rest)
    rest = re.sub(r"(?m)^(.*\|.*\|.*)\|.*\|(.*)\|.*$", r"\1|\2", rest)
    (folder / "figures.toml").write_text(start + kind + rest + figures + end)
    one, two = composed(load(typed), ["text"]), composed(load(folder), ["text"])
    assert len(two.telling.book.reported) == 30  # 15 lines with figures, in two columns
    assert one.files[NAME] == two.files[NAME]
    told = json.loads(two.files["cpst-20071108_expressions.json"])["reported"]
    assert {cell["filing"] for cell in told} == {"capstone-fy2007q2-8k.txt"}  # never its own


def test_a_cell_is_told_with_its_filing_and_its_place(acme_stored: Make) -> None:
    book = load(acme_stored())
    income = book.statements[0]
    assert [line.cells[1] for line in income.lines] == [
        *("2946", "5282", "-2336", "-10419", "-0.10", "103901"),
    ]
    found = book.reported[0, 2, 1]
    assert found == Reported("filed.txt", found.sha256, "T1.R3.C1", "2,336", "Gross loss")


def test_figures_that_no_statement_prints_are_taken_from_any(acme_stored: Make) -> None:
    figures = """
[[figures]]
scale = 1000
columns = [{ period = "2005-07-01/2005-09-30", from = "store" }]
lines = '''
earlier_loss | Net loss
'''
"""
    folder = acme_stored()
    with (folder / "figures.toml").open("a") as file:
        file.write(figures)
    line = load(folder).statements[2].lines[0]
    assert (line.kind, line.cells) == ("line", ("-10199",))


def test_a_row_typed_in_full_is_taken_as_typed(acme_stored: Make) -> None:
    folder = acme_stored(("|   7,219 |  12,834", "|   7,219 | 2,999 |  12,834"))
    book = load(folder)
    assert book.statements[0].lines[0].cells == ("7219", "2999", "12834")
    assert (0, 0, 1) not in book.reported


BAD = {
    "no store": (
        ('[store]\npath = "filings.duckdb"', ""),
        "figures.toml, line 11: its figures are from the store, and book.toml names none",
    ),
    "no such file": (('"filings.duckdb"', '"gone.duckdb"'), "gone.duckdb does not exist"),
    "another company": (
        ('path = "filings.duckdb"', 'path = "filings.duckdb"\ncompany = "Other"'),
        "filings.duckdb holds no filing of Other announced before November 8, 2007",
    ),
    "not announced yet": (
        ("date = 2007-11-08", "date = 2006-11-09"),
        "holds no filing of Acme Corporation announced before November 9, 2006",
    ),
    "a line of another name": (
        ("| Weighted average shares ", "| Units in the hands of members "),
        "figures.toml, line 16: 'weighted_shares': no figure for 2006-07-01/2006-09-30 stands in "
        "filed.txt announced before: type the row in full",
    ),
    "another period": (
        ('"2006-07-01/2006-09-30"', '"2004-07-01/2004-09-30"'),
        "figures.toml, line 11: 'revenue': no figure for 2004-07-01/2004-09-30",
    ),
    "another source": (
        ('from = "store"', 'from = "ledger"'),
        "'ledger' is nothing to take figures from",
    ),
    "no period": (
        ('period = "2006-07-01/2006-09-30", ', ""),
        "a column from the store has a period, and is not derived",
    ),
    "two cells for three": (
        ("|   7,219 |  12,834", "|   7,219"),
        "figures.toml, line 11: 1 cells for 2 columns is too few",
    ),
    "coarser": (
        ("scale = 1000\ncolumns", "scale = 1\ncolumns"),
        "filed.txt states '2,946' at T1.R1.C1, which is coarser than the statement prints",
    ),
}


@pytest.mark.parametrize(("change", "sentence"), BAD.values(), ids=BAD)
def test_what_no_filing_tells_is_refused_with_its_place(
    acme_stored: Make, change: tuple[str, str], sentence: str
) -> None:
    with pytest.raises(Misuse) as refused:
        load(acme_stored(change))
    assert sentence in str(refused.value)


def test_what_a_filing_tells_in_two_ways_is_refused(acme_stored: Make) -> None:
    twice = ("Cost of goods sold                          5,282       6,768",
             "Cost of goods sold                          5,282       6,768\n"
             "Revenue                                     3,001       5,700")  # fmt: skip
    with pytest.raises(Misuse, match=r"'revenue': filed.txt states it in several ways"):
        load(acme_stored(refiled=twice))

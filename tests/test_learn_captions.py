"""The tool that learns captions, on a few made up."""

import csv
import gzip
from pathlib import Path

import learn_captions
import pytest
from captions.evidence import counted_in, elements_in, equivalents_in, fold_of
from captions.filed import filed_in
from captions.learned import lines_of, packed, samples_of, trained

LABELS = [
    {"caption": "spare parts", "place": "current assets", "element": "us-gaap:InventoryNet"},
    {"caption": "spare wheels", "place": "current assets", "element": "us-gaap:InventoryNet"},
    {"caption": "parts", "place": "current assets", "element": "us-gaap:InventoryMember"},
]
ELEMENT = {
    "element": "us-gaap:InventoryNet", "label": "Inventory, Net", "balance": "debit",
    "type": "monetaryItemType", "abstract": "", "deprecated": "",
    "companies_BS": "9", "companies_IS": "", "companies_CF": "", "companies_CI": "",
}  # fmt: skip
LINES = [
    ("Spare parts", "InventoryNet", "Current assets:"),
    ("Total current assets", "AssetsCurrent", "Current assets:"),
    ("Total assets", "Assets", ""),
    ("Loose ends", "ext", ""),
]


def write(path: Path, rows: list[dict[str, str]]) -> None:
    with gzip.open(path, "wt", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]))
        table.writeheader()
        table.writerows(rows)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    common = {"deprecated": "", "statement": "BS", "ciks": "1;2;3"}
    write(tmp_path / "labels.csv.gz", [{**one, **common} for one in LABELS])
    write(tmp_path / "elements.csv.gz", [ELEMENT])
    pair = {"a": "InventoryNet", "b": "InventoryGross", "overlap": "0.2"}
    few = {**pair, "b": "OtherInventoryNetOfReserves", "captions": "1", "shared_companies": "1"}
    write(
        tmp_path / "equivalents.csv.gz",
        [{**pair, "captions": "3", "shared_companies": "10"}, few],
    )
    bench = [
        {
            "cik": company, "fil": f"ex-Q{quarter}-2024", "stmt": "BS", "year": "2024",
            "heading": heading, "caption": caption, "element": element, "unit": "usd",
        }
        for company, quarter in (("7", 1), ("8", 2))
        for caption, element, heading in LINES
    ]  # fmt: skip
    write(tmp_path / "bench.csv.gz", bench)
    return tmp_path


def test_tables_are_read_as_tieout_reads_statements(folder: Path) -> None:
    assert {one.element for one in counted_in(folder)} == {"InventoryNet"}
    assert elements_in(folder)["InventoryNet"].side == "d"
    assert len(equivalents_in(folder)) == 1
    assert len(equivalents_in(folder, every=True)) == 2
    first, second = filed_in(folder / "bench.csv.gz")
    assert first.company == "7"
    assert second.lines[-2].concept == "us-gaap:Assets"
    assert [one for one in first.elements if one] == [element for _, element, _ in LINES]


def test_the_same_samples_give_the_same_bytes(folder: Path) -> None:
    lines = lines_of(filed_in(folder / "bench.csv.gz"))["balance_sheet"]
    elements = elements_in(folder)

    def made() -> bytes:
        counted = tuple(counted_in(folder))
        samples = samples_of("balance_sheet", "balance", counted, lines, elements, -1)
        return packed(trained(samples, least=1), elements)

    assert made() == made()


def test_a_model_learns_what_it_is_shown(folder: Path) -> None:
    lines = lines_of(filed_in(folder / "bench.csv.gz"))["balance_sheet"]
    samples = samples_of(
        "balance_sheet", "balance", tuple(counted_in(folder)), lines, elements_in(folder), -1
    )
    model = trained(samples, least=1)
    shares = model.shares(lines[0].traits, model.rows())
    assert model.elements[int(shares.argmax())] == "InventoryNet"


def test_its_table_has_a_row_for_each_bound(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert {fold_of(company) for company in ("7", "8")} <= set(range(5))
    assert learn_captions.main([str(folder)]) == 0
    printed = capsys.readouterr().out
    assert "none" in printed
    assert "fold" in printed

"""What a support file is: its name says CSV, its first words a workpaper, its content the rest."""

import pytest

from tieout.engine import check
from tieout.model.workpaper import Release
from tieout.readers.support import open_support
from tieout.reports.json import render


@pytest.mark.parametrize(
    ("name", "raw", "format_"),
    [
        ("book.csv", b"Account,Balance\nCash,10\n", "csv"),
        ("BOOK.CSV", b"Account,Balance\nCash,10\n", "csv"),
        ("book.txt", b"Account,Balance\nCash,10\n", "text"),
        ("book.json", b'{"Cash": 10}\n', "text"),
    ],
)
def test_only_its_name_makes_text_csv(name: str, raw: bytes, format_: str) -> None:
    assert open_support(name, raw).format == format_


def test_a_workpaper_is_told_however_it_is_indented(small: Release) -> None:
    raw = render(check(small))
    assert open_support("paper.json", raw).format == "workpaper"
    assert open_support("paper.json", raw.replace(b'{"format":', b'{\n  "format": ')).format == (
        "workpaper"
    )

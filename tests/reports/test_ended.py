"""How figures ended: every report counts those ticked by hand apart, and none of them twice."""

import io
import re
from collections.abc import Callable

import openpyxl
import pytest
from msgspec import structs

from tieout.model.workpaper import Workpaper
from tieout.reports import rendered
from tieout.reports._ended import ended, tallied
from tieout.reports._sections import coverage
from tieout.reports._shares import percent
from tieout.reports._understood import silence


def text_of(raw: bytes) -> str:
    """The words of a report."""
    return " ".join(re.sub(r"<[^>]*>", " ", raw.decode()).split())


def of_xlsx(raw: bytes) -> str:
    """The words of a workbook, row by row."""
    sheets = openpyxl.load_workbook(io.BytesIO(raw))
    rows = (row for sheet in sheets for row in sheet.iter_rows(values_only=True))
    return "\n".join(" ".join(str(one) for one in row if one is not None) for row in rows)


def test_a_figure_ticked_by_hand_is_counted_as_that_alone(answered: Workpaper) -> None:
    told = tallied(answered)
    assert told["ticked"] == 1
    assert told["not-tested"] == answered.coverage["not-tested"] - 1
    assert sum(told.values()) == 2 * told["figures"]
    assert [ended(answered).count(way) for way in ("ticked", "not-tested")] == [
        1, told["not-tested"],
    ]  # fmt: skip
    assert sum(one.counts["not-tested"] for one in coverage(answered)) == told["not-tested"]
    assert sum(one.counts["ticked"] for one in coverage(answered)) == 1


@pytest.mark.parametrize(
    ("form", "read", "said"),
    [
        ("terminal", text_of,
         ("\u25cb not tested {n} ", "\u25cb {n} not tested", "M ticked by hand 1")),
        ("html", text_of, ("\u25cb {n} not tested", "\u25cb {n} figure not tested")),
        ("summary", text_of, ("not tested {n},", "ticked by hand 1")),
        ("xlsx", of_xlsx, ("{n} figure, by what", "M ticked by hand", "\u25cb not tested")),
    ],
)  # fmt: skip
def test_every_report_says_one_number(
    form: str, read: Callable[[bytes], str], said: tuple[str, ...], answered: Workpaper
) -> None:
    number, words = tallied(answered)["not-tested"], read(rendered(form, answered, b""))
    for one in said:
        assert one.format(n=number) in words
    assert not re.search(
        rf"\b{number + 1} (?:figures? )?not tested|not tested {number + 1}\b", words
    )


def test_in_a_workbook_what_was_accepted_is_not_red(answered: Workpaper) -> None:
    book = openpyxl.load_workbook(io.BytesIO(rendered("xlsx", answered, b"")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    fills = {cell.fill.fgColor.rgb for cell in cells if cell.value == -757 and cell.fill.fill_type}
    assert fills == {"FFF8E8F3"}


def test_the_share_that_was_not_tested_leaves_out_what_is_ticked_by_hand(
    answered: Workpaper,
) -> None:
    paper = structs.replace(answered, checks=(), accepted=answered.accepted[1:2])
    told, (_, sentence) = tallied(paper), silence(paper)
    stated = told["figures"] - told["excluded"]
    assert told["ticked"] == 1
    assert sentence.endswith(f"; {percent(told['not-tested'], stated)} were not")

"""Documents whose words would steer a terminal, run in a spreadsheet, or end in a defect."""

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from msgspec import structs

from tieout.accepted.keeping import Change, changed
from tieout.accepted.matching import applied
from tieout.accepted.reading import Kept
from tieout.accepted.reading import read as reading_of
from tieout.accepted.standing import Standings
from tieout.cli._tables import rendered
from tieout.engine import check, read
from tieout.errors import TieoutError
from tieout.harmless import shown
from tieout.model.workpaper import Release, Workpaper
from tieout.reports import report
from tieout.reports.terminal import reading
from tieout.series.history import history
from tieout.series.outputs import formats, output
from tieout.store.packed import packed, released

HOSTILE = Path(__file__).parent / "hostile"
KINDS = ("caption_", "charset_", "digits_", "esc_", "number_", "uni_", "year_")
FILES = sorted(path for path in HOSTILE.iterdir() if path.name.startswith(KINDS))
_FORMULA = re.compile(
    r"(?:(?:'[^'\[\]]+'|\w+)!|SUM|ROUND|ROUNDDOWN|ABS|IF|AND|\"n/m\"|\$?[A-Z]+\$?[0-9]+|[-0-9.+*/(),:<>=])+\Z"
)
"""All that the formulas we write are made of: sheets, functions, cells, numbers and signs."""
CAPTIONS = [path for path in FILES if path.name.startswith("caption_")]


def opened(path: Path) -> Release:
    """The release, under a name that would steer a terminal too."""
    return read(f"\x1b[31m{path.stem}\nadded b{path.suffix}", path.read_bytes())


def steering(text: str) -> str:
    """The first character that would steer a terminal."""
    return next(
        (one for one, as_shown in zip(text, shown(text), strict=True) if one != as_shown), ""
    )


def answered(workpaper: Workpaper) -> Workpaper:
    """The workpaper with all of its differences accepted and some figures ticked by hand."""
    standings = Standings(workpaper)
    open_ones = [
        one
        for one in standings.figures
        if workpaper.endings[one.ref.figure].outcome == "not-tested"
    ]
    said = [
        structs.replace(one.entry, reason="so be it", by="AB", on=date(2026, 11, 30))
        for one in standings.differences
    ] + [
        structs.replace(one.entry, support="as filed", by="AB", on=date(2026, 11, 30))
        for one in open_ones[:20]
    ]
    text = changed(Kept(), Change((), tuple(said)), "accepted.toml")
    held = applied(workpaper, reading_of("accepted.toml", text).entries)
    assert [one.standing for one in held.accepted] == ["holds"] * len(said)
    return held


def controls(text: str) -> set[str]:
    """The control characters that no page and no sheet may hold."""
    found = {one for one in text if unicodedata.category(one) in ("Cc", "Cs")} - {*"\t\r\n"}
    return found | ({*text} & {*"\u202d\u202e\u2066\ufffe\uffff\U000e0041"})


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_report_is_harmless(path: Path) -> None:
    release = opened(path)
    assert steering(release.document.name) == ""
    assert "\n" not in release.document.name
    release.document.text.encode()
    workpaper = answered(check(release, draft=release))
    for told in (report("terminal").render(workpaper), reading.render(workpaper)):
        assert steering(told.decode()) == ""
    assert controls(report("html").render(workpaper).decode()) == set()
    report("json").render(workpaper)
    assert_harmless(report("xlsx").render(workpaper))
    assert released(packed(release).release) == release


@pytest.mark.parametrize("path", [*CAPTIONS, HOSTILE / "digits_30.txt"], ids=lambda path: path.name)
def test_every_series_is_harmless(path: Path) -> None:
    made = history([opened(path)], (), every=True, renamed=False)
    for form in formats():
        try:
            told = output(form).render(made)
        except TieoutError as refusal:
            assert (form, path.name) == ("parquet", "digits_30.txt")
            assert "--format csv gives them all" in str(refusal)  # noqa: PT017
            continue
        if form == "terminal":
            assert steering(told.decode()) == ""
        elif form in ("csv", "html"):
            assert controls(told.decode()) == set()
        elif form == "excel":
            assert_harmless(told)


def assert_harmless(book: bytes) -> None:
    """Holds that no part of a workbook has a control character, or a formula of a document's."""
    for name, part in parts(book):
        words = "".join(part.itertext())
        assert controls(words) == set(), name
        assert not re.search(r"_x00[01][0-9A-F]_", words), name
        formulas = {one.text or "" for one in part.iter() if one.tag.endswith("}f")}
        assert not [one for one in formulas if not _FORMULA.match(one)], name


def parts(book: bytes) -> Iterator[tuple[str, ElementTree.Element]]:
    """The parts of a workbook, each of them XML."""
    with zipfile.ZipFile(io.BytesIO(book)) as parted:
        for name in parted.namelist():
            yield name, ElementTree.fromstring(parted.read(name))


def test_no_sheet_has_a_name_that_excel_refuses() -> None:
    emoji = next(path for path in CAPTIONS if path.stem.endswith("emoji"))
    made = history([opened(emoji)], (), every=True, renamed=False)
    names = dict(parts(output("excel").render(made)))["xl/workbook.xml"]
    sheets = [one.attrib["name"] for one in names.iter() if one.tag.endswith("}sheet")]
    assert len(sheets) > 2
    assert len({name.lower() for name in sheets}) == len(sheets)
    assert all(len(name.encode("utf-16-le")) <= 62 for name in sheets)


def test_rows_of_a_store_are_harmless() -> None:
    columns, rows = ["=1+1", "a\x1b[31m\nb"], [("\uff1d1", "\x1b]0;\x07"), (b"\x1b", None)]
    told = rendered("csv", columns, rows, width=80, colour=False).decode()
    assert told.splitlines() == ["'=1+1,\"a\ufffd[31m", 'b"', "'\uff1d1,\ufffd]0;\ufffd", "1b,"]
    told = rendered("terminal", columns, rows, width=80, colour=False).decode()
    assert steering(told) == ""

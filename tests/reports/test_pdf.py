"""A PDF with its marks, read by PDFium: what stands where, and what was left as it was."""

import re
import sys
from collections.abc import Iterator
from ctypes import byref, c_ushort

import pypdfium2
import pytest
from msgspec import Struct, structs

from tieout.engine import read
from tieout.errors import Misuse, Unreadable
from tieout.extras import installing
from tieout.model.check import Check, Operand, Outcome, Ref
from tieout.model.workpaper import Workpaper, conclude
from tieout.readers.pdf.pages import Page
from tieout.readers.pdf.places import Printed
from tieout.readers.pdf.words import Word
from tieout.reports import rendered, report
from tieout.reports._accepted import LETTERS
from tieout.reports._words import TICKS
from tieout.reports.pdf.room import Room
from tieout.reports.pdf.shapes import Shape, drawn
from tieout.reports.pdf.sheets import Sheets, _indexed, printable

ROWS = (
    ("Revenue", "7,219", "2,946"),
    ("Cost of goods sold", "7,975", "5,282"),
    ("Gross loss", "(756)", "(2,336)"),
)
PROSE = (
    "Revenue for the quarter was $7.2 million, which is 145% more than in the",
    "quarter a year before, and backlog was 10.4 million at its end.",
)
RAW = pypdfium2.raw


def source() -> bytes:
    """A PDF of two lines of prose close together, and a table."""
    sheets = Sheets("s.pdf")
    page = sheets.fresh(612, 792)
    for number, line in enumerate(PROSE):
        sheets.write(page, line, (72, 700 - 12 * number), 10, "plain")
    for number, row in enumerate(ROWS):
        for words, right in zip(row, (72, 380, 480), strict=True):
            left = right - (sheets.width(words, 10, "plain") if right > 72 else 0)
            sheets.write(page, words, (left, 640 - 14 * number), 10, "plain")
    sheets.settle(page)
    return sheets.saved()


def checked(
    raw: bytes, name: str = "s.pdf", *, wrong: str = "756", lead: str = "10.4 million"
) -> Workpaper:
    """The workpaper in which one figure differs, one is a lead, and the others foot or round."""
    release = read(name, raw)

    def check(number: int, text: str) -> Check:
        outcome: Outcome = "differs" if text == wrong else "rounds" if "%" in text else "agrees"
        outcome = "not-tested" if text == lead else outcome
        return Check(
            "FT001", "total-does-not-foot", "RX" if "%" in text else "F", outcome, "error",
            Ref(0, number), (Operand(Ref(0, 0), pinned=False),), reported=text, expected="755",
            message=f"Line: reported {text}, expected 755", is_lead=text == lead,
        )  # fmt: skip

    figures = enumerate(release.document.figures)
    return conclude([release], [check(number, one.text) for number, one in figures], {})


class Note(Struct):
    """An annotation: its page, its kind, its sides from the left round, and its words."""

    page: int
    kind: int
    left: float
    low: float
    right: float
    high: float
    words: str


def notes(raw: bytes) -> Iterator[Note]:
    """The annotations of a PDF."""
    document = pypdfium2.PdfDocument(raw)
    for number in range(len(document)):
        page = document[number]
        for one in range(RAW.FPDFPage_GetAnnotCount(page.raw)):
            held = RAW.FPDFPage_GetAnnot(page.raw, one)
            box, room = RAW.FS_RECTF(), (c_ushort * 2000)()
            RAW.FPDFAnnot_GetRect(held, byref(box))
            size = RAW.FPDFAnnot_GetStringValue(held, b"Contents", room, 4000)
            words = bytes(room)[: size - 2].decode("utf-16-le")
            kind = RAW.FPDFAnnot_GetSubtype(held)
            yield Note(number, kind, box.left, box.bottom, box.right, box.top, words)
            RAW.FPDFPage_CloseAnnot(held)


def characters(raw: bytes, number: int) -> list[tuple[str, float, float, float, float]]:
    """The characters of a page with their left, lower, right and upper sides."""
    page = pypdfium2.PdfDocument(raw)[number]
    text = page.get_textpage()
    return [(text.get_text_range(at, 1), *text.get_charbox(at)) for at in range(text.count_chars())]


def texts(raw: bytes) -> list[str]:
    """What the pages say."""
    document = pypdfium2.PdfDocument(raw)
    return [document[number].get_textpage().get_text_range() for number in range(len(document))]


def sides(raw: bytes, text: str) -> tuple[float, float, float, float]:
    """The sides of some words of the first page, by the boxes of their characters."""
    every = [one for one in characters(raw, 0) if one[0].strip()]
    at = "".join(one[0] for one in every).index(text.replace(" ", ""))
    some = every[at : at + len(text.replace(" ", ""))]
    _, lefts, lows, rights, highs = zip(*some, strict=True)
    return min(lefts), min(lows), max(rights), max(highs)


def test_every_tested_figure_has_its_mark_beside_it() -> None:
    raw = source()
    paper = checked(raw)
    made = rendered("pdf", paper, raw)
    marks = [one for one in notes(made) if one.page == 0 and one.kind in (1, 13)]
    assert len(marks) == len(paper.subject.document.figures)
    printed = characters(raw, 0)
    for figure in paper.subject.document.figures:
        mark = next(one for one in marks if f"reported {figure.text}," in one.words)
        left, low, right, high = sides(raw, figure.text)
        away = (
            max(mark.left - right, left - mark.right, 0),
            max(mark.low - high, low - mark.high, 0),
        )
        assert max(away) < 8, figure.text
        assert not [
            sign
            for sign, begin, under, end, over in printed
            if sign.strip()
            if min(end, mark.right) - max(begin, mark.left) > 0.3
            if min(over, mark.high) - max(under, mark.low) > 0.3
        ], figure.text


def test_the_source_stays_as_it_is_and_the_bytes_are_the_same_each_time() -> None:
    raw = source()
    paper = checked(raw)
    made = rendered("pdf", paper, raw)
    assert made.startswith(raw)
    assert made == rendered("pdf", paper, raw)
    assert texts(made)[: len(texts(raw))] == texts(raw)
    assert source() == raw


def test_a_finding_and_a_lead_have_a_note_and_a_frame() -> None:
    raw = source()
    found = [one for one in notes(rendered("pdf", checked(raw), raw)) if one.page == 0]
    first, second = (one for one in found if one.kind == RAW.FPDF_ANNOT_TEXT)
    told = {first.words.partition("\n")[0], second.words.partition("\n")[0]}
    assert told == {"Finding 1 of 1", "Lead 1 of 1: worth a look, not proven"}
    assert "It should read 755, or a figure it is taken from is wrong." in (
        first.words + second.words
    )
    frames = [one for one in found if one.kind == RAW.FPDF_ANNOT_SQUARE]
    for text in ("756", "10.4 million"):
        left, low, right, high = sides(raw, text)
        assert any(
            one.left < left + 0.5 and one.low < low and one.right > right - 0.5 and one.high > high
            for one in frames
        )


@pytest.mark.parametrize(("turn", "x", "y"), [((0, 1, -1, 0), 300, 60), ((0, -1, 1, 0), 300, 700),
                                               ((-1, 0, 0, -1), 560, 300)])  # fmt: skip
def test_on_a_page_that_is_turned_marks_are_too(turn: tuple[int, ...], x: float, y: float) -> None:
    sheets = Sheets("s.pdf")
    page = sheets.fresh(612, 792)
    sheets.write(page, "Revenue for the second quarter was up by 145%", (0, 0), 10, "plain")
    RAW.FPDFPageObj_Transform(RAW.FPDFPage_GetObject(page.raw, 0), *turn, x, y)
    sheets.settle(page)
    raw = sheets.saved()
    mark = next(one for one in notes(rendered("pdf", checked(raw), raw)) if one.kind == 13)
    left, low, _, high = sides(raw, "145%")
    assert 0 < max(mark.low - high, low - mark.high, left - mark.right) < 3
    wide, tall = mark.right - mark.left, mark.high - mark.low
    assert (wide > tall) is (turn[0] != 0)


def test_the_last_page_lists_what_was_found_and_what_marks_mean() -> None:
    raw = source()
    last = " ".join(texts(rendered("pdf", checked(raw), raw))[-1].split())
    assert last.startswith("Marks by tieout s.pdf, checked by tieout: 9 figures: agrees 6, ")
    assert "Finding 1 of 1: 756 (page 1, table 1, row \u201cGross loss\u201d)" in last
    assert "Lead 1 of 1: worth a look, not proven: 10.4 million (page 1, paragraph 1)" in last
    assert "Foots: a total equals the sum of its parts." in last
    assert "Ties:" not in last


def test_outcomes_are_told_by_shape_as_well_as_by_colour() -> None:
    looks = [drawn(Shape("F", look)) for look in ("agrees", "rounds", "differs", "lead")]
    without_colour = [
        re.sub(r"^\S+ \S+ \S+ r?[gG]*", "", look, flags=re.IGNORECASE) for look in looks
    ]
    assert len(set(without_colour)) == 4
    assert " re f" in looks[2]
    assert "[2 1.5] 0 d" in looks[3]


def test_what_has_no_pages_is_printed_first() -> None:
    raw = b"Revenue was $7.2 million in 2024.\n\n  Cost     7,975\n  Other      756\n"
    told = checked(raw, "a.txt")
    made = rendered("pdf", told, raw)
    assert made == rendered("pdf", told, raw)
    page, last = texts(made)
    assert page.split() == raw.decode().split()
    assert (
        "Finding 1 of 1: 756 (line 4, table 1, row \u201cOther\u201d), page 1 of this print" in last
    )
    mark = next(one for one in notes(made) if "reported 7,975" in one.words)
    _, low, right, high = sides(made, "7,975")
    assert 0 < mark.left - right < 4
    assert low < (mark.low + mark.high) / 2 < high


HTML = """<p>Revenue for the first quarter was $7.2 million, or 145% more than a year before.</p>
<table><tr><td></td><td></td><td>2008</td><td></td><td></td><td>2007</td><td></td></tr>
<tr><td>Revenue</td><td>$</td><td>7,219</td><td></td><td>$</td><td>2,946</td><td></td></tr>
<tr><td>{}</td><td></td><td>(756</td><td>)</td><td></td><td>(2,336</td><td>)</td></tr></table>
"""


def test_a_table_is_printed_in_columns_with_long_captions_in_several_lines() -> None:
    raw = HTML.format("Gross loss " * 12).encode()
    made = rendered("pdf", checked(raw, "a.htm"), raw)
    said = read("a.htm", raw).document.text
    assert sorted("".join(texts(made)[0].split())) == sorted("".join(said.split()))
    over, under = sides(made, "7,219"), sides(made, "(756")
    assert abs(over[2] - under[2]) < 1
    bracket = sides(made, "756)")
    assert bracket[2] - under[2] < 5
    assert len({round(one[2]) for one in characters(made, 0) if one[0] == "G"}) > 2


def test_a_table_wider_than_the_page_gets_a_page_of_its_own_width() -> None:
    cells = "".join(f"<td>{number},000,000,000</td>" for number in range(100, 130))
    raw = (
        f"<p>Up 5%</p><table><tr><td>A</td>{cells}</tr><tr><td>B</td>{cells}</tr></table>".encode()
    )
    document = pypdfium2.PdfDocument(rendered("pdf", checked(raw, "a.htm"), raw))
    widths = [document[number].get_size()[0] for number in range(len(document))]
    assert widths[0] == 612
    assert widths[1] > 1000


def test_pages_are_as_wide_as_a_table_that_is_a_little_wider() -> None:
    cells = "".join(f"<td>{number},000,000,000</td>" for number in range(100, 112))
    rows = f"<tr><td>A</td>{cells}</tr><tr><td>B</td>{cells}</tr>"
    raw = f"<p>Up 5%</p><table>{rows}</table>".encode()
    document = pypdfium2.PdfDocument(rendered("pdf", checked(raw, "a.htm"), raw))
    assert len(document) == 2
    assert 612 < document[0].get_size()[0] < 1000


def test_without_its_library_the_remedy_is_named(
    paper: Workpaper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(Misuse, match=re.escape(f"pypdfium2: run {installing('pdf')}")):
        report("pdf").render(paper)


def test_a_protected_pdf_is_refused_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = source()
    paper = checked(raw)
    monkeypatch.setattr(RAW, "FPDF_GetDocPermissions", lambda document: 0xFFFFFFFF ^ 32)
    with pytest.raises(Misuse, match=r"s.pdf is protected against notes .* print it to a new PDF"):
        rendered("pdf", paper, raw)


def test_a_signed_source_is_said_to_be_signed(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = source()
    monkeypatch.setattr(RAW, "FPDF_GetSignatureCount", lambda document: 1)
    last = " ".join(texts(rendered("pdf", checked(raw), raw))[-1].split())
    assert "The source is signed. The signature is of the source as it was" in last


def test_what_cannot_be_found_on_a_page_is_listed_and_not_misplaced(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    raw = source()
    paper = checked(raw)
    monkeypatch.setattr("tieout.readers.pdf.places._letters", lambda text, stretch: ())
    made = rendered("pdf", paper, raw)
    assert not [one for one in notes(made) if one.page == 0]
    last = " ".join(texts(made)[-1].split())
    assert "7 tested figures could not be found on the page to be marked." in last
    assert (
        "Finding 1 of 1: 756 (page 1, table 1, row \u201cGross loss\u201d), without a mark" in last
    )


def test_a_source_so_damaged_that_it_takes_no_page_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    raw = source()
    paper, sheets = checked(raw), Sheets("s.pdf", raw)
    assert not sheets._is_whole(raw[:200])
    sheets.fresh(612, 792)
    assert not sheets._is_whole(raw)
    sheets.close()
    monkeypatch.setattr(Sheets, "_is_whole", lambda sheets, made: False)
    with pytest.raises(Unreadable, match=r"s\.pdf is damaged, and cannot be marked: print it to"):
        rendered("pdf", paper, raw)


def test_control_characters_and_strange_letters_do_no_harm() -> None:
    raw = source()
    paper = checked(raw)
    first, *rest = paper.checks
    strange = structs.replace(first, message="\x1b]0;x\x07 \u4e2d\u6587 reported \u2212 755")
    told = conclude(paper.releases, [strange, *rest], {})
    words = [one.words for one in notes(rendered("pdf", told, raw))]
    assert any("\u4e2d\u6587" in one for one in words)
    assert not any("\x1b" in one or "\x07" in one for one in words)
    assert printable("\u4e2d \u2212 \u2265 5 \u2713") == "? \u2013 >= 5 v"


def test_an_index_that_is_a_stream_is_told_as_one_and_ended() -> None:
    added = b"7 0 obj <</Size 8/W[0 4 1]/Length 5>>stream\r\n12345\r\nendstream\r\nstartxref\r\n"
    assert _indexed(added) == (
        b"7 0 obj <</Size 8/Type/XRef/W[0 4 1]/Length 5>>stream\r\n12345\r\n"
        b"endstream\r\nendobj\r\nstartxref\r\n"
    )
    assert _indexed(b"trailer\r\n<<>>\r\nstartxref") == b"trailer\r\n<<>>\r\nstartxref"


def test_marks_of_one_figure_stand_side_by_side() -> None:
    room = Room(Page(200, 100, [Word("(756)", 50, 75, 50, 10)], []))
    figure = Printed(53, 72, 50, 10)
    first, second = room.beside(figure, 1.0), room.beside(figure, 1.0)
    assert first.left > 75  # behind the bracket
    assert not first.shared(second)
    assert first.bottom - first.top == 8.0


def test_every_tick_mark_can_be_drawn() -> None:
    for tick in (*TICKS, *LETTERS.values()):
        strokes = [drawn(Shape(tick[:end], "agrees")).count(" m ") for end in range(len(tick) + 1)]
        assert strokes == sorted(set(strokes)), tick

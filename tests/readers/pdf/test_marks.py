"""Forms that call forms, and marks that pages share, are counted as often as they are drawn."""

import zlib
from collections.abc import Callable

import pytest

from tieout.errors import Unreadable
from tieout.readers.pdf import marks, packed
from tieout.readers.pdf.marks import refuse_endless

LARGE = b"0 0 m\n" * 2_000_000


def stream(content: bytes, head: str = "", *, packed: bool = False) -> bytes:
    """A stream as an object has it."""
    if packed:
        head, content = f"{head}/Filter/FlateDecode", zlib.compress(content, 9)
    return f"<<{head}/Length {len(content)}>>stream\n".encode() + content + b"\nendstream"


def form(content: str, named: str, head: str = "/Subtype/Form") -> bytes:
    return stream(content.encode(), f"{head}/Resources<</XObject<<{named}>>>>")


def file(objects: dict[int, bytes | str], pages: int = 1, contents: str = "4 0 R") -> bytes:
    """A PDF of pages that have these contents and call /X0, object 10."""
    kids = " ".join(f"{100 + number} 0 R" for number in range(pages))
    held = {2: f"<</Type/Pages/Count {pages}/Kids[{kids}]>>", 4: stream(b"/X0 Do"), **objects}
    for number in range(pages):
        held.setdefault(
            100 + number,
            f"<</Type/Page/Parent 2 0 R/Contents {contents}/Resources<</XObject<</X0 10 0 R>>>>>>",
        )
    parts = []
    for number, one in held.items():
        body = one.encode() if isinstance(one, str) else one
        parts.append(f"{number} 0 obj\n".encode() + body + b"\nendobj\n")
    return b"%PDF-1.4\n" + b"".join(parts)


def counted(raw: bytes) -> int:
    return marks.marks(raw, packed.unpacked)


def chain(first: int, calls: int, length: int) -> dict[int, bytes | str]:
    """Forms that call the next of them so many times."""
    made: dict[int, bytes | str] = {}
    for number in range(first, first + length):
        call = f"/X{number + 1} Do " * calls
        made[number] = form(call, f"/X{number + 1} {number + 1} 0 R")
    return made


LAUGHS = chain(10, 10, 9)
INDIRECT: dict[int, bytes | str] = {
    10: stream(b"/A Do /A Do", "/Subtype/Form/Resources 20 0 R"),
    20: "<</XObject 21 0 R>>",
    21: "<</A 10 0 R>>",
}
PACKED = stream(
    b"20 0 21 22 <</XObject 21 0 R>>      <</A 10 0 R>>", "/Type/ObjStm/First 12", packed=True
)
ENDLESS: dict[str, bytes] = {
    "itself": file({10: form("/X0 Do /X0 Do", "/X0 10 0 R")}),
    "each other": file({10: form("/B Do", "/B 11 0 R"), 11: form("/X0 Do", "/X0 10 0 R")}),
    "many of many": file(LAUGHS),
    "deep": file(chain(10, 1, 80)),
    "by way of objects": file(INDIRECT),
    "by way of packed objects": file({10: INDIRECT[10], 30: PACKED}),
    "a name in numbers": file({10: form("/X#30 Do", "/#580 10 0 R")}),
    "a comment between": file({10: form("/X0 % no\nDo", "/X0 10 0 R")}),
    "an end that is none": file({10: form("%endstream\n/X0 Do", "/X0 10 0 R")}),
    "packed": file({10: stream(b"/X0 Do", "/Subtype/Form/Resources<</X0 10 0 R>>", packed=True)}),
    "without resources": file({10: stream(b"/X0 Do", "/Subtype /Form")}),
    "shared by pages": file({4: stream(LARGE, packed=True)}, pages=9),
    "shared by lists": file({4: stream(LARGE, packed=True), 5: "[4 0 R 4 0 R]"}, 3, "5 0 R"),
    "one page again": file({2: f"<</Kids[{'100 0 R ' * 9}]>>", 4: stream(LARGE, packed=True)}),
    "like packed bytes": file({10: form("x\x9c /X0 Do", "/X0 10 0 R")}),
    "a branch again": file({1: "<</Kids[2 0 R 2 0 R]>>"}),
    "in another's stream": file({10: stream(b"10 0 obj " + form("/X0 Do", "/X0 10 0 R"))}),
}


@pytest.mark.parametrize("how", ENDLESS)
def test_what_draws_without_end_is_refused(how: str) -> None:
    with pytest.raises(Unreadable, match="draw more than 67,108,864 bytes of marks"):
        refuse_endless(ENDLESS[how], packed.unpacked)


def test_a_form_is_counted_as_often_as_it_is_drawn() -> None:
    once = form("0 0 m " * 10, "")
    assert counted(file({10: once}, pages=3)) == 3 * (len("/X0 Do") + 60)
    twice = form("/A Do /B Do /A Do", "/A 11 0 R /B 12 0 R")
    picture = stream(b"/A Do" * 9, "/Subtype/Image")
    assert counted(file({10: twice, 11: once, 12: picture})) == 6 + len("/A Do /B Do /A Do") + 120
    assert counted(b"%PDF-1.4 no pages") == 0


def test_a_pdf_as_it_is_printed_is_not_refused(pdf: Callable[..., bytes]) -> None:
    raw = pdf("BT /F1 10 Tf 50 700 Td (Revenue was $5 million) Tj ET", "0 0 m")
    refuse_endless(raw, packed.unpacked)
    assert 50 < counted(raw) < 200


@pytest.mark.parametrize(
    "pump",
    [
        b"1 0 obj ",
        b"1 0 obj<<>>stream\n",
        b"obj",
        b"stream",
        b"1 0 obj<</Type/Page/Contents 1 0 R>>",
    ],
)
def test_counting_takes_time_as_the_file_is_long(pump: bytes) -> None:
    counted(b"%PDF-1.4 " + pump * 100_000)

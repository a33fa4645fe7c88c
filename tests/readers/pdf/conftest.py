"""PDFs made of what a page shows, so that an example reads as it prints."""

import re
from collections.abc import Callable

import pytest

from tieout.readers.passages import Laid
from tieout.readers.pdf import read

# Courier's characters are all as wide as this part of the font's size.
_WIDTH = 0.6
_SIZE = 10
_LEADING = 12
_TOP = 740
_LEFT = 50

Pdf = Callable[..., bytes]
Printed = Callable[..., Laid]


def _font(name: str, stem: int) -> str:
    """A font that every reader has; how thick its stems are tells its weight."""
    return (
        f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding/FontDescriptor"
        f"<</Type/FontDescriptor/FontName/{name}/Flags 33/ItalicAngle 0/Ascent 629/Descent -157"
        f"/CapHeight 562/FontBBox[-23 -250 715 805]/StemV {stem}>>>>"
    )


def make(*contents: str, trailer: str = "", size: tuple[int, int] = (612, 792)) -> bytes:
    """A PDF whose pages have these content streams; /F1 is Courier, /F2 Courier-Bold."""
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(contents)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(contents)}>>",
        *(_font(name, stem) for name, stem in (("Courier", 80), ("Courier-Bold", 140))),
    ]
    for number, content in enumerate(contents):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {size[0]} {size[1]}]"
            f"/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>/Contents {6 + 2 * number} 0 R>>"
        )
        length = len(content.encode("cp1252"))
        objects.append(f"<</Length {length}>>stream\n{content}\nendstream")
    raw = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(raw))
        raw += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    entries = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{entries}"
        f"trailer<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\n"
        f"startxref\n{len(raw)}\n%%EOF\n"
    )
    return raw + end.encode("ascii")


def text(x: float, y: float, words: str, size: float = _SIZE, font: str = "F1") -> str:
    """Words at a place, counted from the lower left."""
    escaped = re.sub(r"([\\()])", r"\\\1", words)
    return f"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj ET\n"


def content(page: str) -> str:
    """A page as it prints, in Courier: two blanks or more part what is placed on its own."""
    drawn = ""
    for number, line in enumerate(page.strip("\n").split("\n")):
        for piece in re.finditer(r"\S+(?: \S+)*", line):
            x = _LEFT + piece.start() * _WIDTH * _SIZE
            drawn += text(x, _TOP - number * _LEADING, piece[0])
    return drawn


@pytest.fixture
def made() -> Callable[..., bytes]:
    """A PDF of content streams, for what no layout shows."""
    return make


@pytest.fixture
def at() -> Callable[..., str]:
    """Words at a place, as part of a content stream."""
    return text


@pytest.fixture
def pdf() -> Pdf:
    """The bytes of a PDF with these pages, each as it prints."""
    return lambda *pages: make(*map(content, pages))


@pytest.fixture
def printed(pdf: Pdf) -> Printed:
    """These pages, printed and read."""
    return lambda *pages: read(pdf(*pages))

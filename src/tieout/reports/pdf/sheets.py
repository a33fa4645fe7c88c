"""PDFium's calls to add to a PDF: annotations drawn by themselves, and pages of text behind it.

What is added stands behind the source's bytes, which stay as they are: a PDF may be updated so.
"""

import io
from ctypes import POINTER, byref, c_float, c_ushort, cast, create_string_buffer
from hashlib import sha256
from typing import Any, Literal, TypeAlias

from tieout.errors import Misuse, Unreadable
from tieout.extras import needs
from tieout.harmless import kept
from tieout.patterns import pattern

Sheet: TypeAlias = Any
"""A page, or a thing on it: pypdfium2 has no types."""

Face: TypeAlias = Literal["plain", "bold", "typed"]

Kind: TypeAlias = Literal["stamp", "text", "square"]

AUTHOR = "tieout"
_OURS = "%marked by tieout {}\n"
"""Stands last, with a digest of all before it: whatever is changed after tieout is seen."""
_FACES: dict[Face, bytes] = {
    "plain": b"Helvetica",
    "bold": b"Helvetica-Bold",
    "typed": b"Courier",
}
_NEAREST = str.maketrans(
    {"\u2212": "\u2013", "\u2009": " ", "\u00a0": " ", "\u2248": "~", "\u2011": "-", "\u2010": "-",
     "\u2192": ">", "\u2713": "v", "\u2265": ">=", "\u2264": "<=", "\t": " ", "\u25cf": "\u2022",
     "\u25aa": "\u2022", "\u25a0": "\u2022"}
)  # fmt: skip
_PRINTED = 4
_NOTES = 32
"""The bits of what is printed, and of the leave to put notes in a PDF that is locked for more."""
_IDENTIFIED = pattern(rb"/ID[\s]{0,4}\[[^\]]{2,200}\]")
_DATED = pattern(rb"/CreationDate\(D:[0-9]{14}[^)]{0,10}\)")
_NO_DAY = b"/CreationDate(D:20000101000000+00'00')"
_NUMBERS = pattern(rb"<[0-9A-Fa-f]{32}>")


class Sheets:
    """A PDF that is added to."""

    def __init__(self, name: str, source: bytes = b"") -> None:
        """The PDF of these bytes, or a new one; raises Misuse where it may not be added to."""
        try:
            import pypdfium2
        except ImportError:
            raise Misuse(needs("drawing a PDF", "pypdfium2", "pdf")) from None
        self._raw: Any = pypdfium2.raw
        self._name, self._source = name, source
        self._document: Any = (
            pypdfium2.PdfDocument(source) if source else pypdfium2.PdfDocument.new()
        )
        self._first = len(self._document)
        self._fonts: dict[Face, Any] = {}
        self._widths: dict[tuple[Face, str], float] = {}
        if source and not self._raw.FPDF_GetDocPermissions(self._document.raw) & _NOTES:
            raise Misuse(
                f"{name} is protected against notes by who made it: print it to a new PDF, "
                "or ask for --format html"
            )

    @property
    def is_signed(self) -> bool:
        """True where somebody has signed the source."""
        return bool(self._raw.FPDF_GetSignatureCount(self._document.raw) > 0)

    def open(self, number: int) -> Sheet:
        """A page of the PDF."""
        return self._document[number]

    def fresh(self, width: float, height: float) -> Sheet:
        """A new page behind all others."""
        return self._document.new_page(width, height)

    def annotate(
        self,
        page: Sheet,
        kind: Kind,
        sides: tuple[float, float, float, float],
        appearance: str,
        words: str = "",
    ) -> None:
        """An annotation in these sides (left, bottom, right, top) that looks as it is drawn."""
        raw = self._raw
        number = {"stamp": 13, "text": 1, "square": 5}[kind]
        held = raw.FPDFPage_CreateAnnot(page.raw, number)
        if not held:
            return  # a page whose own annotations are damaged takes none
        left, bottom, right, top = sides
        rectangle = raw.FS_RECTF(left=left, bottom=bottom, right=right, top=top)
        raw.FPDFAnnot_SetRect(held, byref(rectangle))
        if words:
            raw.FPDFAnnot_SetStringValue(held, b"Contents", _wide(kept(words)))
            raw.FPDFAnnot_SetStringValue(held, b"T", _wide(AUTHOR))
        raw.FPDFAnnot_SetFlags(held, _PRINTED)
        raw.FPDFAnnot_SetAP(held, raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL, _wide(appearance))
        raw.FPDFPage_CloseAnnot(held)

    def write(
        self, page: Sheet, words: str, at: tuple[float, float], size: float, face: Face
    ) -> None:
        """Words on a new page from there on, in PDF's own measure."""
        raw = self._raw
        made = raw.FPDFPageObj_CreateTextObj(self._document.raw, self._font(face), c_float(size))
        raw.FPDFText_SetText(made, _wide(printable(words)))
        raw.FPDFPageObj_Transform(made, 1, 0, 0, 1, *at)
        raw.FPDFPage_InsertObject(page.raw, made)

    def rule(self, page: Sheet, sides: tuple[float, float, float, float]) -> None:
        """A black box on a new page, by its left, lower, right and upper sides."""
        raw = self._raw
        left, low, right, high = sides
        made = raw.FPDFPageObj_CreateNewRect(*map(c_float, (left, low, right - left, high - low)))
        raw.FPDFPath_SetDrawMode(made, raw.FPDF_FILLMODE_ALTERNATE, 0)
        raw.FPDFPage_InsertObject(page.raw, made)

    def settle(self, page: Sheet) -> None:
        """A new page has all of its words."""
        self._raw.FPDFPage_GenerateContent(page.raw)

    def width(self, words: str, size: float, face: Face) -> float:
        """How wide words are."""
        return size * sum(self._letter(sign, face) for sign in printable(words))

    def saved(self) -> bytes:
        """The PDF's bytes, the same each time: those of the source, and what was added."""
        held = io.BytesIO()
        flags = self._raw.FPDF_INCREMENTAL if self._source else self._raw.FPDF_NO_INCREMENTAL
        self._document.save(held, flags=flags)
        made = held.getvalue()
        added = made[len(self._source) :]
        if not self._source:
            added = _DATED.sub(_NO_DAY, added)
        whole = self._source + _indexed(self._identified(added))
        if not made.startswith(self._source) or not self._is_whole(whole):
            raise Unreadable(
                f"{self._name} is damaged, and cannot be marked: print it to a new PDF"
            )
        return whole + _OURS.format(sha256(whole).hexdigest()).encode()

    def close(self) -> None:
        """Nothing more is added."""
        for font in self._fonts.values():
            self._raw.FPDFFont_Close(font)
        self._document.close()

    def _is_whole(self, made: bytes) -> bool:
        """True where the PDF has all its pages: what is added to a damaged one may be lost."""
        import pypdfium2

        try:
            document = pypdfium2.PdfDocument(made)
            try:
                count = len(document)
                for number in range(self._first, count):
                    document[number].close()
            finally:
                document.close()
        except pypdfium2.PdfiumError:
            return False
        return count == len(self._document)

    def _identified(self, added: bytes) -> bytes:
        """What was added, with a number of its own made from its words and not by chance."""
        has_number = self._raw.FPDF_GetFileIdentifier(self._document.raw, 0, None, 0) > 1
        told = [*_IDENTIFIED.finditer(added)]
        if not told or not _NUMBERS.search(told[-1][0]):
            return added
        start, end = told[-1].span()
        before, behind = added[:start], added[end:]
        number = b"<" + sha256(before + behind).hexdigest()[:32].upper().encode() + b">"
        places = [*_NUMBERS.finditer(told[-1][0])]
        words = told[-1][0]
        for one in places[-1:] if has_number else places:
            words = words[: one.start()] + number + words[one.end() :]
        return before + words + behind

    def _font(self, face: Face) -> Sheet:
        """A font that every reader of PDFs has."""
        if face not in self._fonts:
            self._fonts[face] = self._raw.FPDFText_LoadStandardFont(
                self._document.raw, _FACES[face]
            )
        return self._fonts[face]

    def _letter(self, sign: str, face: Face) -> float:
        """How wide a letter is, in parts of the font's size."""
        if (face, sign) not in self._widths:
            held = c_float()
            self._raw.FPDFFont_GetGlyphWidth(self._font(face), ord(sign), c_float(1), byref(held))
            self._widths[face, sign] = held.value
        return self._widths[face, sign]


def _indexed(added: bytes) -> bytes:
    """What was added, with what PDFium leaves out of an index that is a stream.

    That is what it is and where it ends; other readers take the whole for damaged. The index
    stands last, so that no place in it is moved.
    """
    head, found, tail = added.rpartition(b"endstream\r\nstartxref")
    if not found:
        return added
    start = head.rfind(b" obj <<")
    words = head[start : start + 200_000].replace(b"/W[0 ", b"/Type/XRef/W[0 ", 1)
    return (
        head[:start] + words + head[start + 200_000 :] + b"endstream\r\nendobj\r\nstartxref" + tail
    )


def printable(words: str) -> str:
    """Words in the letters that these fonts have, a question mark for each of the others."""
    plain = kept(words).translate(_NEAREST)
    return plain.encode("cp1252", "replace").decode("cp1252", "replace")


def _wide(words: str) -> Sheet:
    """Words as PDFium takes them: in UTF-16, with an end."""
    room = create_string_buffer((words + "\0").encode("utf-16-le", "replace"))
    return cast(room, POINTER(c_ushort))

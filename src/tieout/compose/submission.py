"""A filing as one text, as EDGAR keeps it: a header, and every document between its tags."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from tieout.compose.ascii import plain
from tieout.compose.book import Book
from tieout.compose.form_8k.body import item_title
from tieout.compose.form_8k.places import address_of, state_code
from tieout.errors import Misuse
from tieout.patterns import pattern

_INLINE = pattern(rb"<ix:header>")


class Part(Struct, frozen=True):
    """A document of the submission: "8-K" or "EX-99.1", its file, what it is, and its bytes."""

    type: str
    filename: str
    description: str
    body: bytes


def accession_number(book: Book) -> str:
    """The number of a filing that nobody has filed: no filer, the year, no count."""
    day = book.form.date_of_report if book.form else book.heading.date
    return f"0000000000-{day:%y}-000000"


def submission(book: Book, parts: Sequence[Part]) -> bytes:
    """The full-submission text file of the documents, in their order; ASCII.

    It is a draft by its accession number, and tells no day of filing. Raises Misuse for a book
    without a form.
    """
    if book.form is None:
        raise Misuse("the book has no form: a submission needs one")
    number = accession_number(book)
    head = [
        f"<SEC-DOCUMENT>{number}.txt",
        f"<SEC-HEADER>{number}.hdr.sgml",
        *_header(book, number, len(parts)),
        "</SEC-HEADER>",
    ]
    pieces = ["\n".join(head).encode("ascii")]
    pieces += [b"\n".join(_document(part, place)) for place, part in enumerate(parts, 1)]
    return b"\n".join([*pieces, b"</SEC-DOCUMENT>", b""])


def _header(book: Book, number: str, count: int) -> Iterator[str]:
    """The header's fields; what the book does not tell is left out."""
    company, form = book.company, book.form
    assert form is not None  # asked by the caller
    yield f"ACCESSION NUMBER:\t\t{number}"
    yield "CONFORMED SUBMISSION TYPE:\t8-K"
    yield f"PUBLIC DOCUMENT COUNT:\t\t{count}"
    yield f"CONFORMED PERIOD OF REPORT:\t{form.date_of_report:%Y%m%d}"
    for item in form.items:
        if title := item_title(item.number):
            yield f"ITEM INFORMATION:\t\t{title}"
    address = address_of(company.address) if company.address else None
    lines = address.lines if address else ()
    streets = [(f"STREET {n}", line) for n, line in enumerate(lines[:2], 1)]
    yield "\nFILER:\n"
    yield from _fields(
        "COMPANY DATA",
        ("COMPANY CONFORMED NAME", company.name),
        ("CENTRAL INDEX KEY", company.cik.zfill(10) if company.cik else ""),
        ("IRS NUMBER", company.employer_identification_number.replace("-", "")),
        ("STATE OF INCORPORATION", state_code(company.state)),
    )
    yield from _fields(
        "FILING VALUES",
        ("FORM TYPE", "8-K"),
        ("SEC ACT", "1934 Act"),
        ("SEC FILE NUMBER", company.commission_file_number),
    )
    yield from _fields(
        "BUSINESS ADDRESS",
        *streets,
        ("CITY", address.city if address else ""),
        ("STATE", state_code(address.state) if address else ""),
        ("ZIP", address.code if address else ""),
        ("BUSINESS PHONE", company.telephone),
    )


def _fields(heading: str, *told: tuple[str, str]) -> Iterator[str]:
    """A group of the header: key and words, set in by tabs."""
    kept = [(key, _safe(words)) for key, words in told if words.strip()]
    if kept:
        yield f"\t{heading}:"
        yield from (f"\t\t{key}:\t{words}" for key, words in kept)
        yield ""


def _safe(words: str) -> str:
    """Words on one line, in ASCII, that open no tag."""
    return " ".join(plain(words).replace("<", " ").split())


def _document(part: Part, place: int) -> Iterator[bytes]:
    """A document between its tags; one with inline XBRL has EDGAR's mark of it."""
    yield b"<DOCUMENT>"
    for key, words in (
        ("TYPE", part.type),
        ("SEQUENCE", str(place)),
        ("FILENAME", part.filename),
        ("DESCRIPTION", part.description),
    ):
        if words:
            yield f"<{key}>{_safe(words)}".encode("ascii")
    is_inline = _INLINE.search(part.body) is not None
    yield b"<TEXT>"
    if is_inline:
        yield b"<XBRL>"
    yield part.body.rstrip(b"\n")
    if is_inline:
        yield b"</XBRL>"
    yield b"</TEXT>"
    yield b"</DOCUMENT>"

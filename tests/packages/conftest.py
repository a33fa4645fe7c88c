"""The documents of one announcement, made from Capstone: release, form, slides, script, page."""

import importlib.util
import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from docx import Document

from tieout.engine import read
from tieout.model.package import Package
from tieout.model.workpaper import Release
from tieout.packages.figures import Figures
from tieout.packages.gathered import package

HOUSE = Path(__file__).resolve().parents[2]

Row = tuple[str, ...]
Change = tuple[str, str]
Made = Callable[..., dict[str, bytes]]

_ADJUSTED = (
    "Excluding stock-based compensation of $0.9 million, adjusted net loss was $7.6 million for the"
    " second quarter, compared to $9.8 million for the same period last year.\n\n"
)
_RECONCILIATION = """
RECONCILIATION OF NET LOSS TO ADJUSTED NET LOSS
(In thousands)
(Unaudited)

\tThree Months Ended September 30,\t
\t2007\t2006
Net loss\t$ (8,453)\t$ (10,419)
Stock-based compensation\t853\t612
Adjusted net loss\t$ (7,600)\t$ (9,807)
"""
_INCOME: tuple[Row, ...] = (
    ("Revenue", "$7,219", "$2,946", "$12,834", "$9,512"),
    ("Cost of goods sold", "7,975", "5,282", "16,063", "13,084"),
    ("Gross loss", "(756)", "(2,336)", "(3,229)", "(3,572)"),
    ("Research and development", "2,433", "2,592", "5,182", "5,398"),
    ("Selling, general and administrative", "5,910", "6,061", "11,803", "11,976"),
    ("Total operating expenses", "8,343", "8,653", "16,985", "17,374"),
    ("Loss from operations", "(9,099)", "(10,989)", "(20,214)", "(20,946)"),
    ("Net loss", "$(8,453)", "$(10,419)", "$(18,860)", "$(19,751)"),
    ("Net loss per share", "$(0.06)", "$(0.10)", "$(0.13)", "$(0.19)"),
)
_SHEET: tuple[Row, ...] = (
    ("Cash and cash equivalents", "$46,276", "$60,322"),
    ("Accounts receivable, net", "5,876", "3,514"),
    ("Inventories", "18,515", "21,283"),
    ("Prepaid expenses and other current assets", "1,391", "1,614"),
    ("Total current assets", "72,058", "86,733"),
)
_BULLETS = (
    "Revenue of $7.2 million, up 145% from the same period last year",
    "Research and development costs of $2.4 million",
    "Net loss of $8.5 million, or $0.06 per share",
    "Cash and cash equivalents of $46.3 million",
)
_SCRIPT = (
    "Capstone Turbine Corporation",
    "Second Quarter Fiscal 2008 Earnings Conference Call",
    "November 8, 2007",
    "Welcome to the Capstone Turbine Corporation conference call for the second quarter of fiscal "
    "2008, ended September 30, 2007.",
    "Revenue for the second quarter was $7.2 million, compared to $2.9 million for the same period "
    "last year.",
    "Gross loss for the second quarter was $0.8 million.",
    "Research and development costs for the second quarter were $2.4 million.",
    "Net loss for the second quarter was $8.5 million.",
    "Total backlog at September 30, 2007 was $10.4 million.",
)
_PAGE = (
    "Revenue for the second quarter was $7.2 million, an increase of 145% from the same period last"
    " year.",
    "Net loss was $8.5 million, or $0.06 per share, for the second quarter, compared to a net loss "
    "of $10.4 million, or $0.10 per share, for the same period last year.",
    "The company has 190 employees at September 30, 2007.",
)

ZERO = ("18,515", "185,150")
STALE = ("Gross loss for the second quarter was $0.8", "Gross loss for the second quarter was $2.5")
ADJUSTED = ("Net loss for the second quarter was $8.5", "Net loss for the second quarter was $7.6")
ROUNDED = ("costs for the second quarter were $2.4 million",
           "costs for the second quarter were $2.43 million")  # fmt: skip
SWAPPED = (
    "$8.5 million, or $0.06 per share, for the second quarter, compared to a net loss of "
    "$10.4 million, or $0.10 per share",
    "$10.4 million, or $0.10 per share, for the second quarter, compared to a net loss of "
    "$8.5 million, or $0.06 per share",
)
SUPERSEDED = (
    *(("5,910", "5,930"), ("8,343", "8,363"), ("(9,099)", "(9,119)"), ("(8,453)", "(8,473)")),
    *(("11,803", "11,823"), ("16,985", "17,005"), ("(20,214)", "(20,234)")),
    ("(18,860)", "(18,880)"),
)
"""A draft in which the costs were 20 more."""


def altered(words: str, changes: Sequence[Change]) -> str:
    for before, after in changes:
        assert before in words, f"{before} is not there"
        words = words.replace(before, after)
    return words


def _pdf() -> tuple[Callable[..., bytes], Callable[..., str]]:
    """What makes a PDF of pages, and words at a place: the makers of the reader's own tests."""
    told = importlib.util.spec_from_file_location("pdfs", HOUSE / "tests/readers/pdf/conftest.py")
    assert told is not None
    assert told.loader is not None
    pdfs = importlib.util.module_from_spec(told)
    told.loader.exec_module(pdfs)
    return pdfs.make, pdfs.text


def _slides(changes: Sequence[Change]) -> bytes:
    make, text = _pdf()
    cover = text(80, 330, "Capstone Turbine Corporation", 36)
    cover += text(80, 280, "Second Quarter Fiscal 2008 Earnings Presentation", 24)
    shown = text(40, 480, "Second Quarter Highlights", 28)
    for number, words in enumerate(_BULLETS):
        shown += text(60, 420 - 40 * number, f"- {words}", 16)
    sheet = text(40, 480, "Condensed Consolidated Balance Sheets", 28)
    sheet += text(40, 452, "(In thousands)", 12)
    heads = (("September 30,", "2007"), ("March 31,", "2007"))
    for column, head in enumerate(heads):
        for line, words in enumerate(head):
            sheet += text(440 + 150 * column - 7.2 * len(words), 448 - 14 * line, words, 12)
    for number, (caption, *amounts) in enumerate(_SHEET):
        sheet += text(40, 410 - 26 * number, caption, 12)
        for column, amount in enumerate(amounts):
            x = 440 + 150 * column - 7.2 * len(amount)
            sheet += text(x, 410 - 26 * number, amount, 12)
    pages = (altered(one, ()) for one in (cover, shown, sheet))
    return make(*(_if_there(one, changes) for one in pages), size=(960, 540))


def _if_there(words: str, changes: Sequence[Change]) -> str:
    for before, after in changes:
        words = words.replace(before, after)
    return words


def _script(changes: Sequence[Change]) -> bytes:
    document, stream = Document(), io.BytesIO()
    for paragraph in altered("\n".join(_SCRIPT), changes).split("\n"):
        document.add_paragraph(paragraph)
    document.save(stream)
    return stream.getvalue()


def _page(changes: Sequence[Change]) -> bytes:
    ends = ("Three Months Ended September 30,", "Six Months Ended September 30,")
    over = "".join(f"<td colspan=2>{end}</td>" for end in ends)
    years = "".join(f"<td>{year}</td>" for year in (2007, 2006) * 2)
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in _INCOME)
    page = (
        "<html><body><h1>Capstone Turbine Corporation: Second Quarter Fiscal 2008 Results</h1>"
        "<p>November 8, 2007</p><p>Results for the second quarter of fiscal 2008, ended "
        f"September 30, 2007.</p>{''.join(f'<p>{words}</p>' for words in _PAGE)}"
        "<p><b>Condensed Consolidated Statements of Operations</b></p>"
        "<p>(In thousands, except per share data) (Unaudited)</p>"
        f"<table><tr><td></td>{over}</tr><tr><td></td>{years}</tr>{rows}</table></body></html>"
    )
    return altered(page, changes).encode()


def _text(name: str, before: str) -> bytes:
    words = (HOUSE / "examples" / name).read_text("utf-8")
    changes = (
        ("Cash balances decreased", f"{_ADJUSTED}Cash balances decreased"),
        (before, f"{_RECONCILIATION}{before}"),
    )
    return altered(words, changes).encode()


@pytest.fixture(scope="session")
def files() -> Made:
    """The five documents of the announcement, with words of three of them changed."""

    def made(
        slides: Sequence[Change] = (), script: Sequence[Change] = (), page: Sequence[Change] = ()
    ) -> dict[str, bytes]:
        return {
            "release.txt": _text("capstone-fy2008q2-release.txt", "\nSource: Capstone"),
            "8-K.txt": _text("capstone-fy2008q2-8k.txt", "\nCONTACT: Capstone"),
            "slides.pdf": _slides(slides),
            "script.docx": _script(script),
            "page.html": _page(page),
        }

    return made


@pytest.fixture(scope="session")
def gathered(files: Made) -> Callable[..., Package]:
    """The same, held against one another."""
    return lambda **changes: package([read(*one) for one in files(**changes).items()])


@pytest.fixture(scope="session")
def planted(gathered: Callable[..., Package]) -> Package:
    """Six discrepancies, of which one is a rounding."""
    return gathered(slides=(ZERO,), script=(STALE, ADJUSTED, ROUNDED), page=(SWAPPED, *SUPERSEDED))


@pytest.fixture
def odd() -> Callable[[Package], list[tuple[object, ...]]]:
    """Every cause: its kind, and its odd figures with their documents and what others state."""

    def told(made: Package) -> list[tuple[object, ...]]:
        figures, releases = Figures(made.releases), made.releases

        def name(number: int) -> str:
            return releases[number].document.name

        return [
            (
                cause.kind,
                *(
                    (name(one.odd.document), figures.text(one.odd), figures.text(one.other))
                    for one in cause.differences
                ),
            )
            for cause in made.causes
        ]

    return told


@pytest.fixture
def plain() -> Callable[..., Release]:
    """A release, or a script, of these paragraphs."""

    def made(name: str, *paragraphs: str) -> Release:
        opening = (
            "Example Corp. Announces Second Quarter Fiscal 2008 Results\n\nSPRINGFIELD, Ill., "
            "November 8, 2007 -- Example Corp. (NASDAQ: EXMP) today announced results for its "
            "second quarter ended September 30, 2007.\n\n"
        )
        return read(name, (opening + "\n\n".join(paragraphs) + "\n").encode())

    return made

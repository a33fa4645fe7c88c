"""A book as the tests of compose need it, and what readers make of the documents composed."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from tieout.compose.blocks import Bullets, PageBreak, Paragraph, Piece, Run, Title
from tieout.compose.book import (
    Book,
    Column,
    Company,
    Exhibit,
    Form,
    Heading,
    Item,
    Line,
    Signatory,
    Statement,
    Style,
)
from tieout.compose.outputs import output
from tieout.compose.statements import laid_out
from tieout.engine import read
from tieout.lexicon.markup import clean
from tieout.model.period import Period
from tieout.model.workpaper import Release
from tieout.store import open_store

Told: TypeAlias = list[tuple[str, list[Period | None], list[tuple[str, list[Fraction | None]]]]]
"""Statements told plainly: kind, the columns' periods, and lines with their values."""

_QUARTER = "Three Months Ended September 30,"
_HALF = "Six Months Ended September 30,"
TITLES = {
    "balance_sheet": "CONDENSED CONSOLIDATED BALANCE SHEETS",
    "income_statement": "CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS",
}
BALANCES = (
    Column(period=Period(date(2007, 9, 30)), header=("September 30, 2007",)),
    Column(period=Period(date(2007, 3, 31)), header=("March 31, 2007",)),
)
QUARTERS = tuple(
    Column(period=Period(date(year, 9, 30), date(year, month, 1)), header=(words, str(year)))
    for words, month in ((_QUARTER, 7), (_HALF, 4))
    for year in (2007, 2006)
)


def line(caption: str, *cells: str, key: str = "", **told: object) -> Line:
    """A line of the book."""
    return Line(caption=caption, cells=cells, key=key, **told)  # type: ignore[arg-type]


BALANCE = Statement(
    kind="balance_sheet",
    titles=("EXAMPLE POWER CORPORATION", TITLES["balance_sheet"], "(In thousands)", "(Unaudited)"),
    columns=BALANCES,
    scale=1000,
    lines=(
        line("ASSETS", kind="heading"),
        line("Current assets:", kind="heading"),
        line("Cash and cash equivalents", "46276", "60322", key="cash", depth=1),
        line(
            "Accounts receivable, net of allowance for doubtful accounts and sales returns of $835"
            " at September 30, 2007 and $789 at March 31, 2007",
            "5876",
            "3514",
            key="receivables",
            depth=1,
        ),
        line(
            "Total current assets",
            "52152",
            "63836",
            key="current",
            kind="total",
            depth=2,
            sum=("cash", "receivables"),
        ),
        line("Property, plant and equipment, net", "5619", "6256", key="plant"),
        line("Total assets", "57771", "70092", kind="total", sum=("current", "plant")),
        line("", kind="blank"),
        line("LIABILITIES AND STOCKHOLDERS' EQUITY", kind="heading"),
        line("Accounts payable", "5804", "5686", key="payables"),
        line("Commitments and contingencies", "--", "--"),
        line("Accumulated deficit", "51967", "-4406", key="deficit"),
        line("Other", "--", "68812", key="other"),
        line(
            "Total liabilities and stockholders' equity",
            "57771",
            "70092",
            kind="total",
            sum=("payables", "deficit", "other"),
        ),
    ),
)
OPERATIONS = Statement(
    kind="income_statement",
    titles=(
        "EXAMPLE POWER CORPORATION",
        TITLES["income_statement"],
        "(In thousands, except per share data)",
        "(Unaudited)",
    ),
    columns=QUARTERS,
    scale=1000,
    lines=(
        line("Revenue", "7219", "2946", "12834", "9512", key="revenue"),
        line("Cost of goods sold", "7975", "5282", "16063", "13084", key="cost"),
        line(
            "Gross loss",
            "-756",
            "-2336",
            "-3229",
            "-3572",
            key="gross",
            kind="total",
            sum=("revenue", "-cost"),
        ),
        line("Operating expenses:", kind="heading"),
        line("Research and development", "2433", "2592", "5182", "5398", key="rd", depth=1),
        line(
            "Selling, general and administrative",
            "5910",
            "6061",
            "11803",
            "11976",
            key="sga",
            depth=1,
        ),
        line(
            "Total operating expenses",
            "8343",
            "8653",
            "16985",
            "17374",
            key="expenses",
            kind="total",
            depth=2,
            sum=("rd", "sga"),
        ),
        line("Interest expense", "--", "-1", "--", "-2", key="interest"),
        line(
            "Net loss",
            "-9099",
            "-10990",
            "-20214",
            "-20948",
            kind="total",
            sum=("gross", "-expenses", "interest"),
        ),
        line(
            "Net loss per share of common stock -- Basic and Diluted",
            "-0.06",
            "-0.1",
            "-0.13",
            "-0.19",
            unit="USD/shares",
            decimals=2,
        ),
        line(
            "Weighted average shares used to calculate Basic and Diluted net loss per share",
            "145440",
            "103901",
            "144710",
            "103612",
            unit="shares",
        ),
    ),
)
BOOK = Book(
    company=Company(
        name="EXAMPLE POWER CORPORATION",
        short="Example",
        ticker="EXMP",
        exchange="NASDAQ",
        cik="1234567",
        state="Delaware",
        commission_file_number="001-12345",
        employer_identification_number="95-1234567",
        address=("100 Main Street", "Chatsworth, California 91311"),
        telephone="(818) 555-5300",
    ),
    heading=Heading(date=date(2007, 11, 8), headline="Example Announces Results"),
    form=Form(
        date_of_report=date(2007, 11, 8),
        items=(
            Item(
                number="2.02",
                text=(
                    "On November 8, 2007, Example Power Corporation issued a press release"
                    " announcing its financial results for the second quarter ended"
                    " September 30, 2007. A copy is furnished as Exhibit 99.1.",
                ),
            ),
            Item(number="9.01", text=("(a) Not applicable.", "(d) Exhibits.")),
        ),
        exhibits=(
            Exhibit(
                number="99.1",
                description="Press release of Example Power Corporation dated November 8, 2007",
            ),
        ),
        signatory=Signatory(
            name="Jane Q. Public",
            title=("Executive Vice President and", "Chief Financial Officer"),
        ),
        signed=date(2007, 11, 8),
    ),
    style=Style(),
    statements=(BALANCE, OPERATIONS),
    narrative="",
)
PROSE = (
    "CHATSWORTH, Calif., November 8, 2007 \u2013 Example Power Corporation (NASDAQ: EXMP) today"
    " reported results for its second quarter ended September 30, 2007.",
    "Revenue for the second quarter was $7.2 million, an increase of approximately 145% from the"
    " $2.9 million reported for the same period last year & \u201cbetter\u201d than < expected.",
)
SAID = (
    "Example Announces Second Quarter Fiscal 2008 Results",
    PROSE[0],
    "Financial Summary",
    PROSE[1],
    "Backlog was $10.4 million at the end.",
)


def release_of(*statements: Statement) -> Piece:
    """A release of these statements under its heading and two paragraphs."""
    head, tail = (Paragraph((Run(words),)) for words in PROSE)
    return Piece(
        "EX-99.1",
        "Press release dated November 8, 2007",
        (
            Title((Run("Example Announces Second Quarter Fiscal 2008 Results"),), 1, "center"),
            head,
            Title((Run("Financial Summary"),)),
            tail,
            Bullets(((Run("Backlog was "), Run("$10.4 million", bold=True), Run(" at the end.")),)),
            PageBreak(),
            *(laid_out(one, BOOK.style) for one in statements),
        ),
    )


def book_told(*statements: Statement, spell: Callable[[str], str] = str) -> Told:
    """The book's statements told plainly: values in whole units, captions as spelled."""
    return [
        (
            one.kind,
            [column.period for column in one.columns],
            [
                (clean(spell(each.caption)), [_value(cell, each, one) for cell in each.cells])
                for each in one.lines
                if each.kind != "blank"
            ],
        )
        for one in statements
    ]


def _value(cell: str, one: Line, statement: Statement) -> Fraction | None:
    """A cell in whole units; nil reads as zero."""
    if cell == "--":
        return Fraction(0)
    scale = 1 if "/" in one.unit else statement.scale
    return Fraction(cell) * scale


def release_told(release: Release) -> Told:
    """The statements of a release told plainly."""
    return [
        (
            one.kind,
            [column.period for column in one.columns],
            [
                (
                    each.caption,
                    []
                    if each.is_heading
                    else [
                        None if (held := each.printed(n)) is None else held.value
                        for n in range(len(one.columns))
                    ],
                )
                for each in one.lines
            ],
        )
        for one in release.statements
    ]


def prose_of(release: Release) -> list[str]:
    """The passages of a release as a reader sees them, without the marks of lists."""
    document = release.document
    words = [clean(document.text[one.start : one.end]) for one in document.passages]
    return [one.removeprefix("* ").removeprefix("- ") for one in words]


FIRST = ("cash", "revenue")
NUMBERS = st.one_of(st.integers(100, 99_999_999), st.integers(-9_999_999, -100)).map(str)
AMOUNTS = st.one_of(st.just("--"), NUMBERS, st.integers(-99, 99).map(str))
WORDS = (
    *("Trade", "Other", "Interest", "Receivables", "Restructuring", "Amortization", "Gains"),
    *("of", "and", "on", "net", "from", "long-term", "related", "parties,", "U.S.", "(charges)"),
    *("deferred", "A&B", "\u00c9lan"),
)
CAPTIONS = st.builds(
    lambda first, rest: " ".join((first, *rest)).rstrip(","),
    st.sampled_from(("Trade", "Other", "Gains", "Restructuring")),
    st.lists(st.sampled_from(WORDS), max_size=12),
)


def made(statement: Statement) -> st.SearchStrategy[Statement]:
    """The statement with other figures and columns, and lines of any caption among its own."""

    @st.composite
    def draw_one(draw: st.DrawFn) -> Statement:
        count = draw(st.integers(1, len(statement.columns)))
        lines = []
        for one in statement.lines:
            drawn = NUMBERS if one.kind == "total" or one.key in FIRST else AMOUNTS
            cells = one.cells[:count]  # per share and of shares: they fit one another
            if not one.unit and one.caption != "Net loss":
                cells = tuple(draw(drawn) for _ in cells)
            lines.append(structs.replace(one, cells=cells))
            if one.cells and one.key and draw(st.booleans()):
                cells = tuple(draw(AMOUNTS) for _ in range(count))
                lines.append(line(draw(CAPTIONS), *cells, depth=one.depth))
        return Statement(
            kind=statement.kind,
            titles=statement.titles,
            columns=statement.columns[:count],
            lines=tuple(lines),
            scale=statement.scale,
        )

    return draw_one()


FILED = """\
ACME CORPORATION ANNOUNCES SECOND QUARTER FISCAL 2007 RESULTS

CHICAGO, November 9, 2006 -- Acme Corporation (NASDAQ: ACME) announced results for its second
quarter of fiscal 2007 ended September 30, 2006.

                              ACME CORPORATION
                          STATEMENTS OF OPERATIONS
                      (In thousands, except per share data)

                                          Three Months Ended
                                             September 30,
                                           2006        2005
                                         --------    --------
Revenue                                  $  2,946    $  5,705
Cost of goods sold                          5,282       6,768
                                         --------    --------
  Gross loss                               (2,336)     (1,063)
Net loss                                 $(10,419)   $(10,199)
Net loss per share                       $  (0.10)   $  (0.12)
Weighted average shares                   103,901      84,955
"""
"""What Acme filed a year before its book."""


@pytest.fixture
def acme_stored(book_folder: Callable[..., Path], tmp_path: Path) -> Callable[..., Path]:
    """The small book with the column of 2006 left to a store of what was filed a year before."""

    def make(*changes: tuple[str, str], refiled: tuple[str, str] = ("", "")) -> Path:
        (tmp_path / "filed.txt").write_text(FILED.replace(*refiled) if refiled[0] else FILED)
        with open_store(tmp_path / "filings.duckdb") as store:
            store.add(tmp_path / "filed.txt")
        cells = ("|    2,946", "|    5,282", "|  (2,336)", "| (10,419)", "|   (0.10)", "|  103,901")
        told = [(f"{cell} |", "|") for cell in cells]
        told.append(
            ('Ended September 30,", "2006"]', 'Ended September 30,", "2006"], from = "store"')
        )
        told.append(("[style]", '[store]\npath = "filings.duckdb"\n\n[style]'))
        return book_folder(*told, *changes)

    return make


@pytest.fixture(scope="session")
def book() -> Book:
    """The company's book."""
    return BOOK


@pytest.fixture(scope="session")
def release() -> Piece:
    """The book's release as blocks."""
    return release_of(*BOOK.statements)


@pytest.fixture(scope="session")
def reads_back() -> Callable[..., None]:
    """Asserts that releases rendered in a format read back as what went in, as spelled there."""

    def assert_all(name: str, spell: Callable[[str], str] = str) -> None:
        module = output(name)

        @settings(max_examples=25)
        @given(st.one_of(made(BALANCE), made(OPERATIONS)))
        def test(statement: Statement) -> None:
            raw = module.render(release_of(statement), BOOK)
            found = release_told(read(f"release{module.SUFFIX}", raw))
            assert found == book_told(statement, spell=spell)

        test()
        found = read("release", module.render(release_of(*BOOK.statements), BOOK))
        assert release_told(found) == book_told(*BOOK.statements, spell=spell)
        prose = prose_of(found)
        for words in SAID:
            assert clean(spell(words)) in prose, words

    return assert_all


@pytest.fixture(scope="session")
def form_told() -> Callable[[str, bytes], dict[str, object]]:
    """Reads the form that a document is, its fields told plainly."""

    def tell(name: str, raw: bytes) -> dict[str, object]:
        form = read(name, raw).form
        assert form is not None
        assert form.date_of_report is not None
        assert form.signature is not None
        assert form.signature.signed is not None
        return {
            "form": form.form_type,
            "registrant": form.registrant,
            "state": form.state_of_incorporation,
            "file": form.commission_file_number,
            "employer": form.irs_employer_identification_number,
            "address": form.address,
            "telephone": form.telephone,
            "boxes": [box.checked for box in form.check_boxes],
            "reported": form.date_of_report.day,
            "items": [(item.number, item.title) for item in form.items],
            "exhibits": [(one.number, one.description) for one in form.exhibits],
            "signed": (form.signature.name, form.signature.title, form.signature.signed.day),
        }

    return tell


@pytest.fixture(scope="session")
def form_written() -> dict[str, object]:
    """What the book's form says, told the same way."""
    return {
        "form": "8-K",
        "registrant": "EXAMPLE POWER CORPORATION",
        "state": "Delaware",
        "file": "001-12345",
        "employer": "95-1234567",
        "address": "100 Main Street, Chatsworth, California 91311",
        "telephone": "(818) 555-5300",
        "boxes": [False, False, False, False],
        "reported": date(2007, 11, 8),
        "items": [
            ("2.02", "Results of Operations and Financial Condition"),
            ("9.01", "Financial Statements and Exhibits"),
        ],
        "exhibits": [("99.1", "Press release of Example Power Corporation dated November 8, 2007")],
        "signed": (
            "Jane Q. Public",
            "Executive Vice President and Chief Financial Officer",
            date(2007, 11, 8),
        ),
    }


Loaded: TypeAlias = tuple[list[str], dict[str, str]]


@pytest.fixture(scope="session")
def arelle(tmp_path_factory: pytest.TempPathFactory) -> Callable[[dict[str, bytes], str], Loaded]:
    """Loads inline XBRL without a network, as Arelle does: its errors, and facts by element."""
    from arelle.api.Session import Session
    from arelle.RuntimeOptions import RuntimeOptions

    def load(files: dict[str, bytes], entry: str) -> Loaded:
        folder = tmp_path_factory.mktemp("filing")
        for name, raw in files.items():
            (folder / name).write_bytes(raw)
        with Session() as session:
            options = RuntimeOptions(
                entrypointFile=str(folder / entry),
                internetConnectivity="offline",
                validate=True,
                logFile="logToBuffer",
                keepOpen=True,
            )
            session.run(options)
            (model,) = session.get_models()
            facts = {fact.qname.localName: str(fact.xValue) for fact in model.facts}
            return list(model.errors), facts

    return load

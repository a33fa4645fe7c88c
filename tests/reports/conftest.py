"""Workpapers made by hand, so that reports are tested without any rule."""

from collections.abc import Callable
from datetime import date

import pytest
from msgspec import structs

from tieout.model.accepted import Accepted, Entry
from tieout.model.amount import Amount
from tieout.model.check import Blame, Check, Ground, Operand, Ref, Suspect
from tieout.model.claim import Claim
from tieout.model.document import Document, Grid, Row, Span
from tieout.model.period import FiscalCalendar, Period
from tieout.model.redraft import LostTick, Redraft
from tieout.model.statement import Column, Fact, Line, Statement, Sum
from tieout.model.table import Reading
from tieout.model.unit import DOLLARS
from tieout.model.workpaper import Release, Workpaper, conclude
from tieout.readers import open_document

TEXT = """ACME CORPORATION
STATEMENTS OF OPERATIONS
(In thousands)

\tThree Months Ended June 30,\t
\t2008\t2007
Revenue\t\\$ 7,219\t\\$ 2,946
Cost of goods sold\t7,975\t5,282
-----\t-----\t-----
Gross loss\t(757)\t(2,336)

Revenue rose <i>approximately</i> 145%, to \\$7.2 million. Backlog was \\$10.4 million.
For details call 818-407-3628.
"""

QUARTERS = [
    Period(date(2008, 6, 30), date(2008, 4, 1)),
    Period(date(2007, 6, 30), date(2007, 4, 1)),
]


def release(text: str, name: str = "acme.txt") -> Release:
    """The text read as a document, with nothing understood of it."""
    return Release(open_document(name, text.encode()), "other", None, None, None, (), (), ())


def number_of(document: Document, text: str) -> int:
    """The number of the first figure printed so."""
    return next(n for n, figure in enumerate(document.figures) if figure.text == text)


def line(document: Document, row: Row, concept: str) -> Line:
    """A row of the grid as a line of numbers."""
    readings = []
    for cell in row.cells[1:]:
        figure = document.figures_in(cell.start, cell.end)[0]
        amount = document.figures[figure].amount or Amount(0, 0)
        sign = -amount if "(" in document.text[cell.start : cell.end] else amount
        readings.append(Reading("number", cell.start, cell.end, figure, sign))
    caption = row.cells[0]
    return Line(
        document.text[caption.start : caption.end],
        (Span(caption.start, caption.end),),
        concept,
        tuple(readings),
        power=3,
    )


def statement(document: Document, grid: Grid) -> Statement:
    """The income statement of TEXT: gross loss is revenue less cost."""
    concepts = ["us-gaap:Revenues", "us-gaap:CostOfRevenue", "us-gaap:GrossProfit"]
    lines = [line(document, row, c) for row, c in zip(grid.rows[2:], concepts, strict=True)]
    facts = [
        Fact(
            one.concept,
            one.caption,
            QUARTERS[column],
            (),
            printed,
            printed,
            one.cells[column].figure,
            f"T1.R{row}.C{column + 1}",
            statement=0,
            line=row - 1,
            column=column,
        )
        for row, one in enumerate(lines, 1)
        for column in (0, 1)
        if (printed := one.printed(column)) is not None
    ]
    return Statement(
        "income_statement",
        "STATEMENTS OF OPERATIONS",
        1,
        1000,
        DOLLARS,
        audited=False,
        columns=tuple(Column(str(quarter.end.year), quarter) for quarter in QUARTERS),
        lines=tuple(lines),
        calculation=(Sum(2, (((0, 1), (1, -1)),), firm=True),),
        facts=tuple(facts),
    )


@pytest.fixture
def acme() -> Release:
    """A release with one statement and one claim."""
    document = release(TEXT).document
    rose = number_of(document, "145%")
    claim = Claim(
        rose,
        "percent_change",
        "us-gaap:Revenues",
        "Revenue",
        Amount(145, -2),
        Span(TEXT.index("Revenue rose"), TEXT.index(" Backlog")),
        QUARTERS[0],
        QUARTERS[1],
    )
    grid = document.grids[0]
    calendar = FiscalCalendar(2009, 1, date(2008, 6, 30))
    statements = (statement(document, grid),)
    return Release(document, "release", None, None, calendar, (), statements, (claim,))


@pytest.fixture
def paper(acme: Release) -> Workpaper:
    """Acme's workpaper: a total that differs, one that foots, a percentage, one that rounds."""
    document = acme.document

    def ref(text: str) -> Ref:
        return Ref(0, number_of(document, text))

    def check(
        rule: str, name: str, outcome: str, subject: str, *operands: str, **words: str
    ) -> Check:
        made = tuple(Operand(ref(text)) for text in operands)
        return Check(rule, name, rule[:1], outcome, "error", ref(subject), made, **words)  # type: ignore[arg-type]

    checks = [
        check("FT001", "total-does-not-foot", "differs", "757", "7,219", "7,975",
              reported="(757)", expected="(756)", difference="1", formula="7,219 − 7,975",
              message="Gross loss: reported (757), expected (756), 1 too low"),
        check("FT001", "total-does-not-foot", "agrees", "2,336", "2,946", "5,282",
              reported="(2,336)", expected="(2,336)", difference="0", formula="2,946 − 5,282",
              message="Gross loss: reported (2,336), expected (2,336)"),
        check("RX003", "percent-change-does-not-recompute", "agrees", "145%", "7,219", "2,946",
              reported="145%", expected="145.04%", difference="0", formula="7,219 / 2,946 − 1"),
        check("TI001", "prose-differs-from-statement", "rounds", "7.2 million", "7,219",
              reported="$7.2 million", expected="$7.219 million", reason="cut off",
              message="Revenue: reported $7.2 million, expected $7.219 million; cut off"),
        check("TI002", "prose-contradicts-itself", "not-tested", "10.4 million",
              reason="needs backlog: give the prior quarter's release with --against"),
    ]  # fmt: skip
    return conclude([acme], checks, {})


@pytest.fixture
def blamed(paper: Workpaper) -> Callable[..., Workpaper]:
    """Acme's workpaper with two differences that a figure of cost, or one of several, explains."""

    def made(*texts: str) -> Workpaper:
        document, (first, *rest) = paper.subject.document, paper.checks
        other = structs.replace(
            first, rule="RX009", severity="warning", subject=Ref(0, number_of(document, "145%")),
            message="Margin: reported 145%, expected 144%", formula="", operands=(),
        )  # fmt: skip
        suspects = (Suspect(Ref(0, number_of(document, one)), one, f"{one}9") for one in texts)
        blames = (Blame((0, len(paper.checks)), tuple(suspects)),)
        found = conclude(paper.releases, [first, *rest, other], {})
        return structs.replace(found, blames=blames)

    return made


@pytest.fixture
def grounded(paper: Workpaper) -> Workpaper:
    """Acme's workpaper whose finding says why it is believed."""
    ground = Ground(("cell", "cell"), 12, "the other 3 totals of this table foot")
    first, *rest = paper.checks
    return conclude(paper.releases, [structs.replace(first, ground=ground), *rest], {})


@pytest.fixture
def leading(paper: Workpaper) -> Callable[..., Workpaper]:
    """Acme's workpaper without its finding, and with a lead of so many bits a figure."""

    def made(*bits: int) -> Workpaper:
        document = paper.subject.document
        found = [
            Check(
                "RX003", "percent-change-does-not-recompute", "RX", "not-tested", "error",
                Ref(0, number_of(document, text)),
                (Operand(Ref(0, number_of(document, "2,946"))),),
                reported=text, expected="5,228", difference="54", formula="2,946",
                message=f"Cost: reported {text}, expected 5,228, 54 too high",
                reason="another line of the table may belong to it",
                ground=Ground(("cell",), weight, "the same sum holds in 2 other columns"),
                is_lead=True,
            )
            for text, weight in zip(("757", "7,975", "10.4 million"), bits, strict=False)
        ]  # fmt: skip
        kept = [one for one in paper.checks if one.outcome != "differs"]
        return conclude(paper.releases, [*found, *kept], {})

    return made


@pytest.fixture
def answered(paper: Workpaper) -> Workpaper:
    """Acme's workpaper with its finding accepted and its backlog ticked by hand.

    What was said of another figure has lapsed, nothing is like one more, and one is of another
    document.
    """
    document = paper.subject.document
    loss = Entry(
        "accepted", "acme", "FT001", "us-gaap:GrossProfit", "2008-04-01/2008-06-30", (), "(757)",
        "(756)", ("7,219", "7,975"), "gross loss _", reason="rounded <apart>", by="AB",
        on=date(2026, 11, 30),
    )  # fmt: skip
    backlog = Entry(
        "ticked", "acme", "", "", "", (), "10.4 million", words="backlog was _", by="CD",
        support="backlog report", file="backlog.xlsx", sha256="ab" * 32, on=date(2026, 11, 29),
    )  # fmt: skip
    lapsed = structs.replace(loss, rule="RX003", reported="144%", reason="as told")
    return structs.replace(
        paper,
        accepted=(
            Accepted(loss, "holds", (0,), paper.checks[0].subject),
            Accepted(backlog, "holds", (), Ref(0, number_of(document, "10.4 million"))),
            Accepted(lapsed, "lapsed", (), Ref(0, number_of(document, "145%")), "it was 144%"),
            Accepted(structs.replace(loss, rule="RX006"), "unmatched", why="nothing is like it"),
            Accepted(structs.replace(loss, document="other"), "elsewhere", why="other"),
        ),
    )


@pytest.fixture
def paper_of() -> Callable[[str], Workpaper]:
    """The workpaper of a text nothing is understood of, with no check made."""
    return lambda text: conclude([release(text)], [], {})


def _since_before(paper: Workpaper, changed: int) -> Workpaper:
    """The workpaper beside a draft of it in which revenue was misprinted, made by hand."""
    document = paper.subject.document
    before = release(TEXT.replace("7,219", "7,129", 1), "before.txt")
    was = number_of(before.document, "7,129")
    finding = Check(
        "FT001", "total-does-not-foot", "F", "differs", "error", Ref(0, was),
        message="Revenue: reported 7,129, expected 7,219",
    )  # fmt: skip
    revenue, rose = number_of(document, "7,219"), number_of(document, "145%")
    redraft = Redraft(
        unchanged=((rose, rose),),
        changed=((was, revenue),) * changed,
        added=(number_of(document, "10.4 million"),),
        removed=(number_of(before.document, "5,282"),),
        kept=(number_of(document, "2,336"), number_of(document, "2,946")),
        renewed=(),
        lost=(LostTick(rose, rose, "RX003 rested on 7,129, now 7,219"),),
        gained=(revenue,),
        fixed=(0,),
        new=(0,),
        still_open=(),
    )
    return structs.replace(paper, draft=conclude([before], [finding], {}), redraft=redraft)


@pytest.fixture
def redrafted(paper: Workpaper) -> Workpaper:
    """Acme's workpaper with what changed since a draft."""
    return _since_before(paper, 1)


@pytest.fixture
def paper_redrafted(paper: Workpaper) -> Callable[[int], Workpaper]:
    """The same with so many changes."""
    return lambda changed: _since_before(paper, changed)


@pytest.fixture
def hardly(paper: Workpaper) -> Workpaper:
    """A release whose tables were lost: two claims of 42 figures were understood."""
    lost = "\n".join(f"Line {n} / $ / {n},219 /" for n in range(1, 41))
    document = release(f"Revenue was $7.2 million. Profit was $1.1 million.\n\n{lost}\n").document
    (claim,) = paper.subject.claims
    claims = tuple(structs.replace(claim, figure=number) for number in (0, 1))
    calendar = paper.subject.calendar
    subject = Release(document, "release", None, None, calendar, (), (), claims)
    return conclude([subject], [], {})

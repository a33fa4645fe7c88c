"""The whole flow on the examples: what must hold of any document, and what seeded errors escape."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tieout.engine import check, read, read_support
from tieout.errors import Misuse
from tieout.model.check import Check
from tieout.model.workpaper import Release, Workpaper
from tieout.reports import json
from tieout.rules.base import all_rules

EXAMPLES = sorted((Path(__file__).resolve().parent.parent / "examples").glob("*.txt"))
SUBJECT = "capstone-fy2008q2-8k"
YEAR_BEFORE = "capstone-fy2007q2-8k"

every_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)


def source(stem: str) -> bytes:
    return next(path for path in EXAMPLES if path.stem == stem).read_bytes()


@pytest.fixture(scope="module")
def year_before() -> Release:
    return read("year-before.txt", source(YEAR_BEFORE))


@every_example
def test_every_digit_is_accounted_for(example: Path) -> None:
    paper = check(read(example.name, example.read_bytes()))
    document = paper.subject.document
    digits = [at for at, ch in enumerate(document.text) if ch in "0123456789"]
    held = [
        at
        for figure in document.figures
        for at in range(figure.start, figure.end)
        if document.text[at] in "0123456789"
    ]
    assert held == digits
    counted = paper.coverage
    assert counted.pop("figures") == sum(counted.values()) == len(document.figures)


@every_example
def test_a_check_points_at_figures_and_says_something(example: Path) -> None:
    paper = check(read(example.name, example.read_bytes()))
    assert paper.checks
    for one in paper.checks:
        for ref in (one.subject, *(operand.ref for operand in one.operands)):
            assert paper.figure(ref.document, ref.figure).text
        assert one.rule
        assert one.tick
        assert one.message or one.reason
        assert one.reason or one.outcome != "not-tested"


@every_example
def test_reading_and_checking_are_pure(example: Path) -> None:
    one, two = (check(read(example.name, example.read_bytes())) for _ in range(2))
    assert one == two


def outcomes(paper: Workpaper) -> list[str]:
    return [ending.outcome for ending in paper.endings]


def without_places(checks: tuple[Check, ...]) -> list[tuple[str, str, str]]:
    return sorted((one.rule, one.outcome, one.message) for one in checks)


@every_example
def test_the_order_of_rules_makes_no_difference(example: Path, year_before: Release) -> None:
    release = read(example.name, example.read_bytes())
    forwards = check(release, [year_before])
    backwards = check(release, [year_before], rules=all_rules()[::-1])
    assert without_places(forwards.checks) == without_places(backwards.checks)
    assert outcomes(forwards) == outcomes(backwards)


@every_example
def test_line_breaks_of_windows_make_no_difference(example: Path) -> None:
    plain = check(read(example.name, example.read_bytes()))
    windows = check(read(example.name, example.read_bytes().replace(b"\n", b"\r\n")))
    assert without_places(plain.checks) == without_places(windows.checks)
    assert outcomes(plain) == outcomes(windows)


@every_example
def test_blanks_at_the_ends_of_lines_make_no_difference(example: Path) -> None:
    plain = check(read(example.name, example.read_bytes()))
    padded = check(read(example.name, example.read_bytes().replace(b"\n", b"  \n")))
    assert without_places(plain.checks) == without_places(padded.checks)


# ------------------------------------------------------------------------------- seeded errors


def altered(text: str) -> str:
    """The figure with its first significant digit one higher (nine becomes one)."""
    at = next(n for n, ch in enumerate(text) if ch in "123456789")
    return f"{text[:at]}{int(text[at]) % 9 + 1}{text[at + 1 :]}"


def points_at(one: Check, figure: int) -> bool:
    refs = (one.subject, *(operand.ref for operand in one.operands))
    return any(ref.document == 0 and ref.figure == figure for ref in refs)


def test_an_error_in_a_ticked_figure_is_found(
    year_before: Release, golden: Callable[[Path, str], None]
) -> None:
    # Alters every ticked figure in turn; the golden lists those whose error no finding points at.
    text = source(SUBJECT).decode()
    honest = check(read("honest.txt", text.encode()), [year_before])
    tried, escaped = 0, []
    for number, (figure, ending) in enumerate(
        zip(honest.subject.document.figures, honest.endings, strict=True)
    ):
        is_ticked = ending.outcome in ("agrees", "rounds") and figure.amount is not None
        if not is_ticked or not figure.text.strip("0.,"):
            continue
        tried += 1
        wrong = altered(figure.text)
        changed = f"{text[: figure.start]}{wrong}{text[figure.end :]}"
        paper = check(read("wrong.txt", changed.encode()), [year_before])
        if not any(points_at(finding, number) for finding in paper.findings):
            rules = sorted({honest.checks[n].rule for n in ending.checks})
            escaped.append(f"{figure.text} as {wrong} ({', '.join(rules)})\n")
    golden(
        Path(__file__).with_name("escapes.txt"),
        f"{tried} ticked figures altered, {len(escaped)} not found\n{''.join(escaped)}",
    )


# Patriot Transportation, January 2018: a release that only says when results will come.
ANNOUNCED = b"""PATRIOT TRANSPORTATION HOLDING, INC. ANNOUNCES RELEASE DATE
FOR ITS 2018 FIRST QUARTER EARNINGS

Jacksonville, Florida: January 31, 2018 - The Company anticipates issuing its 2018 first quarter
earnings results Wednesday afternoon, January 31, 2018. An audio replay will be available for
sixty (60) days following the conference call by dialing 1-877-919-4059.
"""

# Wal-Mart, Form 8-K of 10 May 1995, Exhibit 99: a prospectus, and no release; its table of income
# runs from sales to net income all the same.
PROSPECTUS = b"""                                 INCOME INFORMATION
                                     SIX MONTHS ENDED
                                         JULY 31,
                                   ----------------------
                                      1993        1994
                                   ----------- ----------
                                   (DOLLARS IN THOUSANDS)
Revenues:
 Net sales......................   $30,156,984 $37,628,449
 Other income--net..............       300,987     419,097
                                   ----------- -----------
                                    30,457,971  38,047,546
Costs and Expenses:
 Cost of sales..................    23,979,569  30,024,307
 Operating, selling and general
  administrative expenses.......     4,765,839   6,015,313
Interest costs.................        225,271     330,771
                                   ----------- -----------
                                    28,970,679  36,370,391
Income before income taxes......     1,487,292   1,677,155
Provision for income taxes......       540,767     613,884
                                   ----------- -----------
Net income......................   $   946,525 $ 1,063,271
"""


def test_a_release_without_a_statement_is_given_none() -> None:
    paper = check(read("announcement.txt", ANNOUNCED))
    assert not paper.subject.statements
    assert not [one for one in paper.checks if one.outcome == "differs"]


def test_a_statement_is_one_wherever_it_is_printed() -> None:
    paper = check(read("prospectus.txt", PROSPECTUS))
    assert [one.kind for one in paper.subject.statements] == ["income_statement"]
    assert not [one for one in paper.checks if one.outcome == "differs"]


def test_a_document_never_supports_itself() -> None:
    raw = b"Revenue\t7,219\n"
    one, other = read("a.txt", raw), read("c.txt", raw + b"Again.\n")
    book = read_support("b.csv", raw, other)
    for subject, draft in ((one, None), (other, one)):
        with pytest.raises(Misuse, match="itself, byte for byte, and supports nothing"):
            check(subject, draft=draft, support=[book])
    made = json.render(check(one))
    with pytest.raises(Misuse, match=r"w\.json was made of a\.txt itself"):
        read_support("w.json", made, one)


def test_findings_that_one_figure_makes_are_known_as_such() -> None:
    """A digit of total expenses is changed: what makes it, and what it makes, both differ."""
    name, text = "release.txt", source("capstone-fy2008q2-release").decode()
    assert check(read(name, text.encode())).blames == ()
    paper = check(read(name, text.replace("8,343", "8,643", 1).encode()))
    (blame,) = paper.blames
    assert len(blame.checks) > 1
    assert all(paper.checks[number].outcome == "differs" for number in blame.checks)
    assert [(one.reported, one.wanted) for one in blame.suspects] == [("8,643", "8,343")]

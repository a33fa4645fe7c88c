"""Whatever a document holds, it ends in a workpaper that counts every figure, or in a refusal."""

import runpy
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.engine import check, read
from tieout.errors import Unreadable
from tieout.model.workpaper import Workpaper
from tieout.reports import json

HOUSE = Path(__file__).resolve().parent.parent
EXAMPLES = sorted((HOUSE / "examples").glob("*.txt"))

# ----------------------------------------------------------------------- grids, headers, numbers

numbers = st.one_of(
    st.from_regex(r"\(?[$\u20ac]? ?[0-9]{1,3}(,[0-9]{3}){0,3}(\.[0-9]{1,3})?\)?%?", fullmatch=True),
    st.from_regex(r"[0-9,.()$%/:\-\u2013\u2014 ]{1,12}", fullmatch=True),
    st.integers().map(str),
    st.floats(allow_nan=True).map(str),
    st.sampled_from(
        ["\u2014", "n/m", "$", ")", "%", "", "*", "9" * 60, "1,2,3", "\u0665", "5(a)(1)"]
    ),
)
captions = st.one_of(
    st.sampled_from(
        [
            *("Revenue", "Cost of sales", "Total current assets", "Total", "Net loss", "Assets:"),
            *("Basic and diluted", "Net loss per share", "Cash, beginning of period", "", "less:"),
            *("Inventories (net of allowance of $835 at March 31, 2007)", "of which", "(a"),
        ]
    ),
    st.text(max_size=20),
)
headers = st.one_of(
    st.sampled_from(
        [
            *("Three Months Ended", "March 31,", "2007", "2006", "Q2 FY24", "52 weeks ended", "%"),
            *("As of February 30, 2007", "December 99", "fiscal 9999", "(In thousands)", "Change"),
        ]
    ),
    st.text(max_size=12),
)
spans = st.sampled_from(["", "", "", " colspan=2", " colspan=7", " rowspan=3", " colspan=x"])


GridRow = tuple[str, list[tuple[str, str]]]


def rows(
    first: st.SearchStrategy[str], others: st.SearchStrategy[str]
) -> st.SearchStrategy[GridRow]:
    return st.tuples(first, st.lists(st.tuples(others, spans), max_size=6))


grids = st.tuples(
    st.lists(rows(headers, headers), max_size=3), st.lists(rows(captions, numbers), max_size=12)
)


def counted(name: str, raw: bytes) -> Workpaper | None:
    """The workpaper, of which the endings are as many as the figures; None for a refusal."""
    try:
        paper = check(read(name, raw))
    except Unreadable as refusal:
        if name not in str(refusal):
            pytest.fail(f"names no file: {refusal}")
        return None
    coverage = paper.coverage
    assert coverage.pop("figures") == sum(coverage.values()) == len(paper.subject.document.figures)
    json.render(paper)
    return paper


@given(st.sampled_from(["BALANCE SHEETS", "STATEMENTS OF OPERATIONS", "(In millions)", ""]), grids)
def test_any_grid_ends_in_a_workpaper(title: str, grid: Sequence[Sequence[GridRow]]) -> None:
    body = [row for part in grid for row in part]
    page = "".join(
        f"<tr><td>{first}" + "".join(f"<td{span}>{cell}" for cell, span in others)
        for first, others in body
    )
    counted("x.htm", f"<html><p>{title}<table>{page}</table>5".encode("utf-8", "replace"))
    lines = [[first, *(cell for cell, _ in others)] for first, others in body]
    for sign in ("\t", "    ", " | "):
        text = "\n".join(sign.join(line) for line in lines)
        counted("x.txt", f"{title}\n\n{text}\n5".encode("utf-8", "replace"))


@given(st.lists(st.one_of(numbers, captions, headers), max_size=12).map(" ".join))
def test_any_sentence_ends_in_a_workpaper(words: str) -> None:
    told = f"Revenue was {words} for the quarter, up {words}.\n"
    counted("x.txt", told.encode("utf-8", "replace"))


@given(st.binary(max_size=300))
def test_any_bytes_end_in_a_workpaper_or_a_refusal(raw: bytes) -> None:
    for head in (b"", b"<html>5", b"# x\n\n| 5 |", b"%PDF-1.4\n", b"PK\x03\x04", b"<SEC-DOCUMENT>"):
        counted("x", head + raw)


# ------------------------------------------------------------------------------ damaged documents


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_a_damaged_release_ends_in_a_workpaper_or_a_refusal(example: Path) -> None:
    mutate = runpy.run_path(str(HOUSE / "tools" / "mutate.py"))
    page = runpy.run_path(str(HOUSE / "tools" / "compose_page.py"))["page"](4).encode()
    for raw in (example.read_bytes(), page):
        for said, mutant in mutate["mutants"](example.name, raw, seed=2007, each=12):
            assert mutate["ending"](example.name, mutant) in ("read", "refused"), said


# ------------------------------------------------------------------------- cost grows as the length


def statement(rows: str) -> str:
    return f"<html><p>BALANCE SHEETS</p><table>{rows}</table>"


def row(caption: str, columns: int) -> str:
    return f"<tr><td>{caption}" + "<td>1,234" * columns


# Each of these took minutes once, or would at its square.
LARGE = {
    "wide.htm": statement(row("Cash", 1000) * 20),
    "wider.htm": statement(row("Cash", 20_000) + row("Debt", 20_000)),
    "heads.htm": statement(
        "<tr><td>" + "<td>March 31, 2020" * 2000 + row("Total assets", 2000) * 9
    ),
    "sums.htm": statement((row("Cash", 3) + row("Total assets", 3)) * 900),
    "again.htm": "<html>" + statement((row("Cash", 2) + row("Total assets", 2)) * 4) * 200,
    "held.htm": "<table><tr>" + "<td rowspan=999>x" * 9000 + "<tr><td>5" * 9000,
    "tabs.txt": "Revenue\t5\t" * 20_000,
    "columns.txt": ("Cash     " + "   5" * 5000 + "\n") * 4,
    "digits.txt": "Revenue was $" + "9" * 1_000_000 + " million",
    "groups.txt": "Revenue was 1" + ",123" * 100_000 + " million",
    "lakhs.txt": "Revenue was " + "12," * 100_000 + " million",
    "brackets.txt": "(" * 100_000 + "5" + ")" * 100_000,
    "sentence.txt": "revenue increased 5% to $5 million from $4 million and " * 2000,
    "months.txt": "three months ended March 31, " * 9000 + "2007",
    "blanks.txt": "Revenue" + " " * 1_000_000 + "5",
    "dots.txt": "a" + " ." * 100_000 + "5",
    "forms.txt": "FORM 8-K\nItem 2.02 Results\nSIGNATURE\n" * 5000 + "5",
    "datelines.txt": "LOS ANGELES, Calif.--(BUSINESS WIRE)--Nov. 8, 2007--" * 3000,
    "rules.txt": ("a | b | 1 |\n" + " " * 40_000 + "| 2 | 3 |\n") * 3 + "c | 4 | 5 |\n" * 5,
    "names.txt": "Words | abc | def |\n" * 4000 + "Rev | 1 | 2 |\n" * 4000 + "R | 1 | 2 | 3 |\n",
    "table.md": "# x\n" + "| a " * 50_000 + "| 5 |\n",
    "cell.htm": f"<html><table><tr><td>Cash<td>{'1' * 200_000}x<td>5</table>",
    "bullet.htm": f"<html><ul><li>{'1' * 200_000}x<li>5</ul>",
    "xmp.htm": "<html><p>5<xmp>" + "<!--" * 100_000,
    "plaintext.htm": "<html><p>5<plaintext>" + "<script>" * 50_000,
    "items.sub": "<SEC-HEADER>x\nACCESSION NUMBER: 1\nITEM INFORMATION: a"
    + " " * 200_000
    + "b\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\n5\n</TEXT>\n</DOCUMENT>\n",
    "capitals.txt": "A" * 80 + ";(NASDAQ: CPST) 5\n",
    "parts.txt": "BALANCE SHEETS\n\nCash          5       6\nDebt         5      6\n\n\n" * 3_000,
}


@pytest.mark.parametrize("name", LARGE)
def test_cost_is_that_of_the_length(name: str) -> None:
    counted(name, LARGE[name].encode())

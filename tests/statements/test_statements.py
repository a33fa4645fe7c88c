import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.engine import check, read
from tieout.model.statement import Statement
from tieout.statements.kinds import all_kinds

Read = Callable[[str], Statement]
HOUSE = Path(__file__).resolve().parent.parent.parent
RELEASE = (HOUSE / "examples" / "capstone-fy2008q2-release.txt").read_text("utf-8")
HEADER = "EXAMPLE CORP.\nCONDENSED BALANCE SHEETS\n(In {scale})\n\n\tMay 31, 2019\tMay 31, 2018\n"


def shape(statement: Statement) -> list[object]:
    """What a statement says, without where it stands."""
    return [
        statement.kind,
        statement.scale,
        statement.columns,
        [
            (line.caption, line.concept, [line.printed(n) for n in range(len(line.cells))])
            for line in statement.lines
        ],
        statement.calculation,
        [(fact.concept, fact.period, fact.amount, fact.in_caption) for fact in statement.facts],
    ]


@given(st.data())
def test_blank_lines_between_rows_make_no_difference(data: st.DataObject) -> None:
    start = RELEASE.index("CONDENSED CONSOLIDATED BALANCE SHEETS")
    lines = re.sub(r"\n{2,}", "\n", RELEASE[start:]).splitlines()
    apart = [line + ("\n" if "\t" in line and data.draw(st.booleans()) else "") for line in lines]
    together, loose = ("\n".join(some).encode() for some in (lines, apart))
    assert [shape(one) for one in read("a.txt", together).statements] == [
        shape(one) for one in read("b.txt", loose).statements
    ]


parts = st.lists(st.integers(-9_999, 99_999), min_size=3, max_size=8)


def column(amounts: list[int], total: int) -> list[str]:
    return [f"({-amount:,})" if amount < 0 else f"{amount:,}" for amount in (*amounts, total)]


def sheet(now: list[str], before: list[str]) -> bytes:
    captions = [*(f"Asset {'ABCDEFGH'[number]}" for number in range(len(now) - 1)), "Total assets"]
    rows = zip(captions, now, before, strict=True)
    body = "".join(f"{caption}\t{one}\t{two}\n" for caption, one, two in rows)
    return (HEADER.format(scale="thousands") + body).encode()


@given(st.data())
def test_a_true_total_foots_and_an_altered_one_never_agrees(data: st.DataObject) -> None:
    now = data.draw(parts)
    before = [amount + 1 for amount in now]
    off = data.draw(st.integers(-10_000, 10_000).filter(bool))
    for error in (0, off):
        release = read("s.txt", sheet(column(now, sum(now) + error), column(before, sum(before))))
        totals = {cell.figure for cell in release.statements[0].lines[-1].cells}
        ends = {
            one.subject.figure: one.outcome
            for one in check(release).checks
            if one.rule == "FT001" and one.subject.figure in totals
        }
        first, second = (cell.figure for cell in release.statements[0].lines[-1].cells)
        assert ends[second] in (("agrees",) if not error else ("agrees", "not-tested"))
        assert (ends[first] == "agrees") is not bool(error)


def test_what_kinds_there_are() -> None:
    names = [kind.name for kind in all_kinds()]
    assert names == sorted(set(names))
    assert {"balance_sheet", "income_statement"} <= set(names)


@pytest.mark.parametrize(
    ("line", "audited"),
    [("(Unaudited)\n", False), ("(Audited)\n", True), ("", None)],
)
def test_audited_is_what_the_title_says(statement: Read, line: str, audited: bool | None) -> None:  # noqa: FBT001
    rows = "Cash\t5\t4\nInventories\t5\t4\nGoodwill\t5\t4\nTotal assets\t15\t12\n"
    text = HEADER.format(scale="millions").replace("\n\n", f"\n{line}\n", 1) + rows
    found = statement(text)
    assert found.audited is audited
    assert found.scale == 1_000_000
    assert [str(column.period) for column in found.columns] == ["2019-05-31", "2018-05-31"]


def test_a_table_of_something_else_is_no_statement() -> None:
    table = "UNITS SHIPPED\n\n\t2019\t2018\n" + "Pumps\t14\t12\n" * 5
    assert read("s.txt", table.encode()).statements == ()

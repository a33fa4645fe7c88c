"""Totals of a started book with the lines that make them: those that hold in every column."""

from collections.abc import Sequence

from msgspec.structs import replace

from tieout.compose.book import Statement
from tieout.model import statement as read
from tieout.model.amount import foot


def summed(statement: Statement, told: Sequence[read.Statement]) -> Statement:
    """The statement with the parts of every total that its parts make in every column."""
    lines = list(statement.lines)
    for one in told:
        for total in one.calculation:
            row = one.lines[total.total].row
            parts = next((way for way in total.readings if _holds(one, total.total, way)), ())
            names = [(lines[one.lines[part].row].key, weight) for part, weight in parts]
            if names and lines[row].key and all(key and abs(w) == 1 for key, w in names):
                said = tuple(f"-{key}" if weight < 0 else key for key, weight in names)
                lines[row] = replace(lines[row], sum=said, kind="total")
    return replace(statement, lines=tuple(lines))


def _holds(one: read.Statement, total: int, parts: read.Parts) -> bool:
    """True where the total is the sum of these parts in every column of amounts that has both."""
    count = 0
    for column in range(len(one.columns)):
        if one.columns[column].measure or one.columns[column].period is None:
            continue
        cells = [one.lines[part].cells[column] for part, _ in parts]
        whole = one.lines[total].printed(column)
        held = [(w, a) for n, w in parts if (a := one.lines[n].printed(column)) is not None]
        if whole is None or not held or any(cell.kind == "text" for cell in cells):
            continue
        if any(cell.is_percent for cell in (*cells, one.lines[total].cells[column])):
            return False
        if not foot(whole, held).usual:
            return False
        count += 1
    return count > 0

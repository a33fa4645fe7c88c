"""What every number that an expression printed means, as a file beside the release."""

import msgspec

from tieout.compose.narrative import Telling
from tieout.compose.narrative.record import Told

FORMAT = "tieout-expressions/1"


def expressions(telling: Telling) -> bytes:
    """The numbers told, in order: text, value in whole units, meaning, and the cells they are of.

    A cell is named by its line's key and its column's period; its weight is what it is multiplied
    by in a sum, 1 elsewhere. `reported` are the cells taken from the store, each with its filing
    and its place there; `typed` the figures of the prose that no expression printed.
    """
    told = {
        "format": FORMAT,
        "expressions": [_told(telling, one) for one in telling.told if one.place],
        "typed": list(telling.typed),
        "reported": [
            _cell(telling, *at) | msgspec.to_builtins(one)
            for at, one in telling.book.reported.items()
        ],
    }
    return msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n"


def _told(telling: Telling, one: Told) -> dict[str, object]:
    """One number."""
    meaning: dict[str, object] = {
        "text": one.text,
        "place": one.place,
        "kind": one.kind,
        "value": str(one.amount),
        "decimals": one.amount.decimals,
        "unit": one.amount.unit.text,
        "concept": one.concept,
        "caption": one.caption,
        "period": str(one.period),
    }
    if one.since is not None:
        meaning["since"] = str(one.since)
    meaning["cells"] = [
        _cell(telling, origin.statement, origin.line, origin.column) | {"weight": origin.weight}
        for origin in one.origins
    ]
    return meaning


def _cell(telling: Telling, number: int, place: int, column: int) -> dict[str, object]:
    """A cell by its statement, line and period; a figure inside a caption has no column."""
    statement = telling.book.statements[number]
    line = statement.lines[place]
    cell: dict[str, object] = {"statement": statement.kind, "line": line.key or line.caption}
    if column >= 0:
        cell["period"] = str(statement.columns[column].period)
    return cell

"""Lines of a statement as typed in either kind of file, made lines of the book."""

from collections.abc import Callable, Sequence
from typing import Any, NoReturn, TypeAlias

from tieout.compose.book import Column, Line, LineKind, Statement
from tieout.compose.cells import canonical, decimals, is_number, power_of
from tieout.compose.periods import dated_period
from tieout.errors import Misuse
from tieout.model.period import Period
from tieout.patterns import pattern
from tieout.toml.strict import unknown

Refuse: TypeAlias = Callable[[str], NoReturn]

AWAITED = "\0"
"""A cell to be taken from what was reported; none that is typed can be it."""

LONGEST_NUMBER = 40
"""Characters: no number of a book has more."""
DEEPEST = 20
"""So many levels may a caption be set in, and so many decimals may a number have."""
_KEY = pattern(r"[a-z][a-z0-9_]*\Z")


def refusing(place: str) -> Refuse:
    """Raises Misuse at a place."""

    def refuse(reason: str) -> NoReturn:
        raise Misuse(f"{place}: {reason}")

    return refuse


def period_of(words: str, refuse: Refuse) -> Period:
    """The period written as "2007-09-30" or "2007-07-01/2007-09-30", both days inside it."""
    period = dated_period(words)
    if period is None:
        refuse(f"{words!r} is no period: write a day, 2007-09-30, or two, 2007-07-01/2007-09-30")
    return period


def taken(source: object, period: Period | None, derived: str, refuse: Refuse) -> bool:
    """True for a column whose cells are taken from the store: it has a period of its own."""
    if source not in ("", "store"):
        refuse(f"{source!r} is nothing to take figures from: write from = 'store', or type them")
    if source and (period is None or derived):
        refuse("a column from the store has a period, and is not derived: write period = …")
    return bool(source)


def line_of(
    key: str,
    caption: str,
    typed: Sequence[str],
    columns: Sequence[Column],
    refuse: Refuse,
    *,
    depth: int = 0,
    about: dict[str, Any] | None = None,
) -> Line:
    """The line of a row, its kind and decimals told by its cells where nothing else tells them."""
    told = dict(about or {})
    if key and not _KEY.match(key):
        refuse(f"{key!r} is no key: write small letters, digits and _, such as net_loss")
    cells = _cells(typed, columns, refuse, is_line=bool(key))
    numbers = [decimals(cell) for cell in cells if is_number(cell)]
    told.setdefault("decimals", max(numbers, default=0))
    told.setdefault("depth", depth)
    told.setdefault("kind", kind_of(key, caption, cells, told.get("sum", ())))
    for name in ("depth", "decimals"):
        if not 0 <= told[name] <= DEEPEST:
            refuse(f"{name} {told[name]:,}: a line has 0 to {DEEPEST}")
    if told.get("scale") is not None and power_of(told["scale"]) is None:
        refuse(f"scale {told['scale']} is no power of ten: write 1, 1000 or 1000000")
    return Line(key=key, caption=caption, cells=cells, **told)


def kind_of(key: str, caption: str, cells: Sequence[str], parts: Sequence[str]) -> LineKind:
    """What a line is where nothing says it: a heading has no cells, a total has parts."""
    if not cells:
        return "heading" if caption or key else "blank"
    return "total" if parts else "line"


def _cells(
    typed: Sequence[str], columns: Sequence[Column], refuse: Refuse, *, is_line: bool
) -> tuple[str, ...]:
    """A cell a column, empty where the column is derived; none where none is typed.

    Columns taken from the store have no cell, unless the row types all of them.
    """
    kept_apart = sum(column.is_reported for column in columns)
    wanted = sum(not column.derived for column in columns)
    if not typed and not (is_line and kept_apart == wanted):
        return ()
    is_short = bool(kept_apart) and len(typed) == wanted - kept_apart
    if len(typed) != wanted and not is_short:
        wanted -= kept_apart
        few = "few" if len(typed) < wanted else "many"
        refuse(f"{len(typed)} cells for {wanted} columns is too {few}: "
               "leave a cell empty where nothing is to be printed")  # fmt: skip
    rest = iter(typed)
    cells = []
    for column in columns:
        if is_short and column.is_reported:
            cells.append(AWAITED)
            continue
        cell = "" if column.derived else next(rest)
        kept = canonical(cell)
        if AWAITED in cell:
            refuse(f"{cell.strip()!r} is no cell: leave it empty where nothing is to be printed")
        if kept is None:
            refuse(f"{cell.strip()!r} is no number: write 7,219 or (756) or -- or words")
        if len(kept) > LONGEST_NUMBER and is_number(kept):
            refuse(f"a number of {len(kept):,} characters is longer than any figure")
        cells.append(kept)
    return tuple(cells)


def verify(statement: Statement, places: Sequence[str], keys: dict[str, str]) -> None:
    """Raises Misuse for a key that is taken and for a sum that names no line; adds to `keys`."""
    if power_of(statement.scale) is None:
        refusing(places[0] if places else "figures")(
            f"scale {statement.scale} is no power of ten: write 1, 1000 or 1000000"
        )
    own = [line.key for line in statement.lines if line.key]
    for line, place in zip(statement.lines, places, strict=True):
        refuse = refusing(place)
        if line.key in keys:
            refuse(f"key {line.key!r} is taken by the line at {keys[line.key]}: choose another")
        if line.key:
            keys[line.key] = place
        for part in line.sum:
            name = part.removeprefix("-")
            if name not in own:
                refuse(unknown(f"line {name!r} in this statement to sum", name, own))
            if name == line.key:
                refuse(f"{name!r} is summed into itself: name its parts")

"""The series for a terminal: a table a concept, with a sparkline over it."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Literal

from rich.table import Table

from tieout.model.series import History, Quarter, Series, Value
from tieout.reports.terminal._canvas import QUIET, Canvas, said
from tieout.reports.terminal._text import Text
from tieout.series.outputs._words import (
    AGREEMENT,
    MEANINGS,
    agreement,
    company,
    filings,
    is_retold,
    marks,
    measured,
    percent,
    provenance,
    runs,
    scale,
    shown,
    splits,
    unheld,
)

IS_BINARY = False

_FROM = "from"
_BARS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588"
_STYLES = {"agrees": "green", "rounds": "cyan", "differs": "bold red", "not-tested": "yellow"}


def render(history: History, width: int = 80, *, colour: bool = False) -> bytes:
    """The series, UTF-8, fitted to so many columns."""
    canvas = Canvas(width, colour=colour)
    canvas.put(said(company(history), "bold"))
    for sentence in splits(history):
        canvas.put(said(sentence, QUIET))
    for series in history.series:
        _series(canvas, series)
    canvas.title("Where the figures come from")
    for words in filings(history):
        canvas.put(said(words), hang=4)
    used = _used(history)
    if used:
        canvas.gap()
    for sign, meaning in MEANINGS.items():
        if sign in used:
            canvas.put(said(f"{sign} {meaning}", QUIET), hang=2)
    return canvas.bytes()


def sparkline(quarters: Sequence[Quarter]) -> str:
    """A bar a quarter, from the least to the greatest; a blank where nothing is in hand."""
    values = [quarter.value.amount.value if quarter.value else None for quarter in quarters]
    known = [value for value in values if value is not None]
    if not known:
        return ""
    low, high = min(known), max(known)
    span = high - low or Fraction(1)
    return "".join(
        " "
        if value is None
        else _BARS[int((value - low) * (len(_BARS) - 1) / span + Fraction(1, 2))]
        for value in values
    ).rstrip()


def _series(canvas: Canvas, series: Series) -> None:
    """One concept: what it is, how it went, and its quarters."""
    canvas.title(f"{series.caption}, {measured(series)}")
    line = said(" ".join(series.names), QUIET)
    spark = sparkline(series.quarters)
    if line.cell_len + len(spark) + 2 <= canvas.width:
        line.append(" " * (canvas.width - line.cell_len - len(spark))).append(spark, "bold")
        canvas.put(line)
    else:
        canvas.put(line)
        canvas.put(said(spark, "bold"))
    columns = _columns(series)
    table = Table(box=None, pad_edge=False, header_style=QUIET, padding=(0, 1, 0, 0))
    for name, _ in columns:
        is_last = name == _FROM
        side: Literal["left", "right"] = (
            "left" if name in ("quarter", "ended", _FROM, "") else "right"
        )
        table.add_column(
            name, justify=side, no_wrap=not is_last, overflow="fold", ratio=1 if is_last else None
        )
    for row in runs(series.quarters):
        if isinstance(row, int):
            blanks = [Text() for _ in columns[2:]]
            table.add_row(said("\u00b7", QUIET), *blanks, said(unheld(row), QUIET))
        else:
            table.add_row(*(cell(row) for _, cell in columns))
    canvas.table(table)


def _columns(series: Series) -> list[tuple[str, Callable[[Quarter], Text]]]:
    """The columns that hold something in some quarter, each with how it tells of one."""
    power, quarters = scale(series), series.quarters
    has_trailing = any(quarter.trailing for quarter in quarters)
    columns: list[tuple[str, Callable[[Quarter], Text], bool]] = [
        ("quarter", lambda one: said(one.label), True),
        ("ended", lambda one: said(str(one.end or ""), QUIET), True),
        ("value", lambda one: _shown(one.value, power, "bold"), True),
        ("", _signs, any(marks(one) or one.verdict for one in quarters)),
        ("first reported", lambda one: _first(one, power), any(map(is_retold, quarters))),
        ("on year", lambda one: said(percent(one.on_year)), any(q.on_year for q in quarters)),
        ("on qtr", lambda one: said(percent(one.on_quarter)), any(q.on_quarter for q in quarters)),
        ("12 months", lambda one: _shown(one.trailing, power), has_trailing),
        (_FROM, lambda one: _place(one, power), True),
    ]
    return [(name, cell) for name, cell, holds in columns if holds]


def _shown(value: Value | None, power: int, style: str = "") -> Text:
    """A value's number; nothing where there is none."""
    return said(shown(value.amount, power) if value else "", style)


def _signs(quarter: Quarter) -> Text:
    """The marks of a quarter, and how its derived figure agrees."""
    signs = said(marks(quarter), "yellow")
    outcome = agreement(quarter)
    return signs.append(AGREEMENT[outcome], _STYLES[outcome]) if outcome else signs


def _first(quarter: Quarter, power: int) -> Text:
    """What was first reported, where it is another number."""
    return _shown(quarter.first, power) if is_retold(quarter) else Text()


def _place(quarter: Quarter, power: int) -> Text:
    """Where the value comes from; for a sum of twelve months alone, where that does."""
    value = quarter.value or quarter.trailing
    return said(provenance(value, power) if value else "", QUIET)


def _used(history: History) -> set[str]:
    """Every sign that some quarter bears."""
    used: set[str] = set()
    for series in history.series:
        for quarter in series.quarters:
            used |= {*marks(quarter), AGREEMENT.get(agreement(quarter), "")}
    return used

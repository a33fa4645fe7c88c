"""What was not understood, what the document is, how its figures ended, what tick letters mean."""

from collections import Counter

from tieout.model.accepted import NAMES
from tieout.model.understanding import understanding
from tieout.model.workpaper import Workpaper
from tieout.reports._accepted import LETTERS, MEANINGS, counts
from tieout.reports._bearings import others
from tieout.reports._ended import tallied
from tieout.reports._shares import percent, shares
from tieout.reports._understood import warning
from tieout.reports._words import (
    ENDINGS,
    SIGNS,
    company,
    counted,
    described,
    letters,
)
from tieout.reports.terminal._canvas import QUIET, STYLES, Canvas, said
from tieout.reports.terminal._text import Text
from tieout.reports.terminal.accepted import STYLE

_BARS = {
    "agrees": "\u2588",
    "rounds": "\u2593",
    "differs": "\u2573",
    "not-tested": "\u2591",
    "excluded": "\u00b7",
}
"""A shape for each ending, so that the bar reads without colour."""
_BY_HAND = "\u2592"
"""The shape of what is not tested and ticked by hand."""


def warn(canvas: Canvas, workpaper: Workpaper) -> None:
    """That little or nothing was understood, and what not; nothing where most was."""
    of = understanding(workpaper)
    if sentence := warning(of):
        canvas.put(said(f"! {sentence}.", STYLES["differs"]), hang=2)
        for gap in of.gaps:
            canvas.put(said(gap, "red"), indent=2, hang=2)
        canvas.gap()


def draw(canvas: Canvas, workpaper: Workpaper) -> None:
    """Company, kind, dates, what it was checked against, and the coverage bar."""
    subject = workpaper.subject
    canvas.put(said(company(subject), "bold"))
    canvas.put(said(described(subject)))
    alone = "" if workpaper.releases[1:] else ", checked by itself"
    if subject.document.name != company(subject):
        canvas.put(said(f"{subject.document.name}{alone}", QUIET))
    for sentence in others(workpaper):
        canvas.put(said(f"against {sentence}", QUIET))
    canvas.gap()
    _coverage(canvas, workpaper)


def _coverage(canvas: Canvas, workpaper: Workpaper) -> None:
    """The bar, and under it every count with its share."""
    told = tallied(workpaper)
    parts = [(_BARS[way], STYLES[way], told[way]) for way in ENDINGS]
    parts.insert(list(ENDINGS).index("not-tested"), (_BY_HAND, STYLE, told["ticked"]))
    bar = Text()
    for (shape, style, _), width in zip(
        parts, shares([number for *_, number in parts], canvas.width), strict=True
    ):
        bar.append(shape * width, style)
    canvas.put(bar)
    pieces = [Text(counted(told["figures"], "figure"), "bold")]
    for way, words in ENDINGS.items():
        quiet = "" if told[way] else QUIET
        piece = Text(SIGNS[way], STYLES[way] if told[way] else QUIET)
        piece.append(f" {words} {told[way]:,} ", quiet)
        pieces.append(piece.append(percent(told[way], told["figures"]), QUIET))
    canvas.row(pieces)
    by_people = [
        Text(LETTERS[said_so], STYLE).append(f" {NAMES[said_so]} {number:,}")
        for said_so, number in counts(workpaper).items()
    ]
    if by_people:
        canvas.row([Text("of these, by people", QUIET), *by_people])


def legend(canvas: Canvas, workpaper: Workpaper) -> None:
    """The tick letters used, with how often each ticked a figure."""
    used, said_so = letters(workpaper), counts(workpaper)
    if not used and not said_so:
        return
    ticked = Counter(c.tick for c in workpaper.checks if c.outcome in ("agrees", "rounds"))
    canvas.title("Tick marks")
    for tick, meaning in used.items():
        line = Text(f"  {tick:<3}", "bold")
        line.append_text(said(f"{meaning:<52}", ""))
        line.append(f"{ticked[tick]:>6,} ticked", QUIET)
        canvas.put(line)
    for one in said_so:
        line = Text(f"  {LETTERS[one]:<3}", f"bold {STYLE}")
        canvas.put(line.append_text(said(MEANINGS[one])))

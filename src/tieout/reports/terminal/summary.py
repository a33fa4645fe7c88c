"""What was not understood, what the document is, how its figures ended, what tick letters mean."""

from collections import Counter

from tieout.model.understanding import understanding
from tieout.model.workpaper import Workpaper
from tieout.reports._shares import percent, shares
from tieout.reports._understood import warning
from tieout.reports._words import (
    ENDINGS,
    SIGNS,
    company,
    counted,
    described,
    letters,
    others,
)
from tieout.reports.terminal._canvas import QUIET, STYLES, Canvas, said
from tieout.reports.terminal._text import Text

_BARS = {
    "agrees": "\u2588",
    "rounds": "\u2593",
    "differs": "\u2573",
    "not-tested": "\u2591",
    "excluded": "\u00b7",
}
"""A shape for each ending, so that the bar reads without colour."""


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
    counts = workpaper.coverage
    widths = shares([counts[way] for way in ENDINGS], canvas.width)
    bar = Text()
    for way, width in zip(ENDINGS, widths, strict=True):
        bar.append(_BARS[way] * width, STYLES[way])
    canvas.put(bar)
    pieces = [Text(counted(counts["figures"], "figure"), "bold")]
    for way, words in ENDINGS.items():
        quiet = "" if counts[way] else QUIET
        piece = Text(SIGNS[way], STYLES[way] if counts[way] else QUIET)
        piece.append(f" {words} {counts[way]:,} ", quiet)
        pieces.append(piece.append(percent(counts[way], counts["figures"]), QUIET))
    canvas.row(pieces)


def legend(canvas: Canvas, workpaper: Workpaper) -> None:
    """The tick letters used, with how often each ticked a figure."""
    used = letters(workpaper)
    if not used:
        return
    ticked = Counter(c.tick for c in workpaper.checks if c.outcome in ("agrees", "rounds"))
    canvas.title("Tick marks")
    for tick, meaning in used.items():
        line = Text(f"  {tick:<3}", "bold")
        line.append_text(said(f"{meaning:<52}", ""))
        line.append(f"{ticked[tick]:>6,} ticked", QUIET)
        canvas.put(line)

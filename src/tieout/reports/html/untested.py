"""What was not tested: every figure with its place, under what would settle it and why."""

from collections.abc import Iterator, Sequence

from tieout.model.workpaper import NOTHING, Workpaper
from tieout.patterns import pattern
from tieout.reports._leads import leading
from tieout.reports._understood import places
from tieout.reports._words import SIGNS, counted
from tieout.reports.html.markup import safe
from tieout.reports.html.workings import Workings

_DOCUMENT = "another document, given with --against"
_RECORDS = "your own records: nothing in the documents repeats these figures or adds up to them"
_SETTLES = (
    (NOTHING, _RECORDS),
    (" rounds too coarsely", "the figures behind them, in more digits"),
    ("too coarse", "the figures behind them, in more digits"),
    ("computed from it differs", "the finding that rests on them"),
    ("a forecast", "time: they are forecasts"),
    ("--against", _DOCUMENT),
)
_READER = "a person who reads the sentence or the table"
"""What settles a figure whose reason says only that its reading is not sure."""
_PERIOD = pattern(r" (for the [a-z -]{3,40} ended|at) ([A-Z][a-z]{2,8} [0-9]{1,2}, [0-9]{4}):")


def sections(workpaper: Workpaper, workings: Workings) -> Iterator[str]:
    """The section of what was not tested, and that of what was not understood."""
    figures = workpaper.coverage["not-tested"]
    if figures:
        groups = "".join(
            _group(title, reasons, workings) for title, reasons in settled(workpaper).items()
        )
        title = f"{SIGNS['not-tested']} {counted(figures, 'figure')} not tested"
        yield (
            f'<details class="notes untested"><summary><h2>{title}, by what would settle them</h2>'
            f"</summary>{groups}</details>"
        )
    if unread := places(workpaper):
        lines = "".join(f"<li>{safe(message)}</li>" for message in unread)
        title = f"{counted(len(unread), 'place')} not understood"
        yield (
            f'<details class="notes"><summary><h2>{title}</h2></summary><ul>{lines}</ul></details>'
        )


def settled(workpaper: Workpaper) -> dict[str, dict[str, list[int]]]:
    """Figures by reason, the reasons by what would settle them, the most figures first.

    Leads are not among them: each has a card of its own, where the question to ask stands.
    """
    led = leading(workpaper)
    groups: dict[str, dict[str, list[int]]] = {}
    for reason, numbers in workpaper.untested.items():
        others = [number for number in numbers if number not in led]
        if others:
            groups.setdefault(settles(reason), {})[reason] = others
    sizes = {title: sum(map(len, reasons.values())) for title, reasons in groups.items()}
    return dict(sorted(groups.items(), key=lambda pair: -sizes[pair[0]]))


def settles(reason: str) -> str:
    """What would settle a figure that was not tested for this reason."""
    title = next((title for words, title in _SETTLES if words in reason), _READER)
    found = _PERIOD.search(reason) if title == _DOCUMENT else None
    if found is None:
        return title
    stretch = found[1].removeprefix("for ")
    told = f"as of {found[2]}" if stretch == "at" else f"that reports {stretch} {found[2]}"
    return f"a document {told}, given with --against"


def _group(title: str, reasons: dict[str, list[int]], workings: Workings) -> str:
    """What would settle figures, with them under their reasons; closed until it is asked for."""
    count = counted(sum(map(len, reasons.values())), "figure")
    listed = "".join(
        _reason(reason, numbers, workings, alone=len(reasons) == 1 and reason == NOTHING)
        for reason, numbers in reasons.items()
    )
    return f"<details><summary><h3>{count}: {safe(title)}</h3></summary>{listed}</details>"


def _reason(reason: str, numbers: Sequence[int], workings: Workings, *, alone: bool) -> str:
    """The figures of a reason."""
    head = "" if alone else f"<h4>{safe(reason)}</h4>"
    return f"{head}<ul>{''.join(workings.untested(number) for number in numbers)}</ul>"

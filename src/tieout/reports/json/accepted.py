"""What people said of a workpaper, as JSON, in the format the contract fixes."""

from tieout.model.accepted import Accepted
from tieout.model.workpaper import Workpaper
from tieout.reports.json import contract


def told(workpaper: Workpaper) -> tuple[contract.Accepted, ...]:
    """Every entry in the contract's types, in the order of its file."""
    return tuple(_entry(n, one, workpaper) for n, one in enumerate(workpaper.accepted))


def _entry(number: int, one: Accepted, workpaper: Workpaper) -> contract.Accepted:
    """An entry, its standing and its place."""
    entry = one.entry
    place = None
    if one.ref is not None:
        figure = workpaper.figure(one.ref.document, one.ref.figure)
        text = workpaper.releases[one.ref.document].document.text[figure.start : figure.end]
        place = contract.Place(f"d{one.ref.document}", (figure.start, figure.end), text)
    return contract.Accepted(
        f"a{number}",
        entry.said,
        one.standing,
        one.why or None,
        place,
        tuple(f"k{check}" for check in one.checks),
        entry.rule or None,
        entry.concept,
        entry.period or None,
        dict(entry.dimensions),
        entry.reported,
        entry.expected,
        entry.operands,
        entry.words,
        entry.occurrence,
        entry.reason or None,
        entry.support or None,
        entry.file or None,
        entry.sha256 or None,
        entry.by,
        entry.on,
    )

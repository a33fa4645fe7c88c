"""The letters of the procedures that prove a figure, which stand beside it in every report."""

from tieout.model.workpaper import Workpaper

MOST = 3
"""So many letters stand beside a figure."""


def letters(workpaper: Workpaper) -> list[list[str]]:
    """The letters beside each figure of the subject, those of its own checks first."""
    proving: list[dict[str, None]] = [{} for _ in workpaper.endings]
    for check in workpaper.checks:
        standing = [check.subject, *(one.ref for one in check.operands if one.pinned)]
        for ref in standing if check.outcome != "differs" else standing[:1]:
            if ref.document == 0 and workpaper.endings[ref.figure].outcome == check.outcome:
                proving[ref.figure][check.tick] = None
    return [list(told)[:MOST] for told in proving]

"""The checks that prove a figure, whose letters stand beside it in every report."""

from tieout.model.check import Check
from tieout.model.workpaper import Workpaper

MOST = 3
"""So many letters stand beside a figure."""


def proving(workpaper: Workpaper) -> list[dict[str, Check]]:
    """The letters of the checks that each figure of the subject ended by, the first check of each.

    Those of its own checks stand first.
    """
    found: list[dict[str, Check]] = [{} for _ in workpaper.endings]
    for check in workpaper.checks:
        standing = [check.subject, *(one.ref for one in check.operands if one.pinned)]
        for ref in standing if check.outcome != "differs" else standing[:1]:
            if ref.document == 0 and workpaper.endings[ref.figure].outcome == check.outcome:
                found[ref.figure].setdefault(check.tick, check)
    return found


def letters(workpaper: Workpaper) -> list[list[str]]:
    """The letters beside each figure of the subject."""
    return [list(told)[:MOST] for told in proving(workpaper)]

"""How figures ended, as every drawn report counts them: those ticked by hand apart."""

from typing import Literal, TypeAlias

from tieout.model.check import Ending
from tieout.model.workpaper import Workpaper

Ended: TypeAlias = Ending | Literal["ticked"]
"""An ending; of what nothing tested, what a person ticked by hand is "ticked" and no other."""


def ended(workpaper: Workpaper) -> list[Ended]:
    """How each figure of the document ended."""
    found: list[Ended] = [one.outcome for one in workpaper.endings]
    for number in workpaper.ticked:
        found[number] = "ticked"
    return found


def tallied(workpaper: Workpaper) -> dict[str, int]:
    """How many figures there are, and how many ended in each way."""
    ticked = len(workpaper.ticked)
    told = workpaper.coverage
    return told | {"not-tested": told["not-tested"] - ticked, "ticked": ticked}

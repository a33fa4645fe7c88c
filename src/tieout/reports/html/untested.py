"""What was not tested: every figure with its place, under what would settle it and why."""

from collections.abc import Iterator

from tieout.model.workpaper import Workpaper
from tieout.reports._ended import tallied
from tieout.reports._understood import places
from tieout.reports._unsettled import Group, unsettled, why
from tieout.reports._words import SIGNS, counted
from tieout.reports.html.markup import safe
from tieout.reports.html.workings import Workings


def sections(workpaper: Workpaper, workings: Workings) -> Iterator[str]:
    """The section of what was not tested, and that of what was not understood."""
    if groups := unsettled(workpaper):
        listed = "".join(_group(workpaper, group, workings) for group in groups)
        figures = counted(tallied(workpaper)["not-tested"], "figure")
        title = f"{SIGNS['not-tested']} {figures} not tested, by what would settle them"
        yield (
            f'<details class="notes untested"><summary><h2>{title}</h2></summary>{listed}</details>'
        )
    if unread := places(workpaper):
        lines = "".join(f"<li>{safe(message)}</li>" for message in unread)
        title = f"{counted(len(unread), 'place')} not understood"
        yield (
            f'<details class="notes"><summary><h2>{title}</h2></summary><ul>{lines}</ul></details>'
        )


def _group(workpaper: Workpaper, group: Group, workings: Workings) -> str:
    """What would settle figures, with them under their reasons; closed until it is asked for."""
    reasons: dict[str, list[str]] = {}
    for number in group.figures:
        reasons.setdefault(why(workpaper, group, number), []).append(workings.untested(number))
    listed = "".join(
        f"{f'<h4>{safe(reason)}</h4>' if reason else ''}<ul>{''.join(entries)}</ul>"
        for reason, entries in reasons.items()
    )
    return f"<details><summary><h3>{safe(group.sentence)}</h3></summary>{listed}</details>"

"""The panel of what people said: accepted, dismissed, ticked by hand, and what holds no more."""

from collections.abc import Iterator

from tieout.model.accepted import NAMES, Accepted
from tieout.model.workpaper import Workpaper
from tieout.reports._accepted import LETTERS, elsewhere, holding, lapsed, spoken
from tieout.reports._places import Places
from tieout.reports._words import SIGNS, counted
from tieout.reports.html.markup import safe
from tieout.reports.html.workings import Workings


def notices(workpaper: Workpaper, workings: Workings, places: Places) -> str:
    """What does not hold any more, with what changed; nothing where all holds."""
    if not (title := lapsed(workpaper)):
        return ""
    cards = "".join(_card(one, workpaper, workings, places) for one in workpaper.notices)
    return f'<section class="findings"><h2>{SIGNS["differs"]} {title}</h2>{cards}</section>'


def sections(workpaper: Workpaper, workings: Workings, places: Places) -> Iterator[str]:
    """What holds of what people said, by kind; none where nobody said anything."""
    for said, letter in LETTERS.items():
        if found := holding(workpaper, said):
            cards = "".join(_card(one, workpaper, workings, places) for one in found)
            title = f"{letter} {counted(len(found), 'figure')} {NAMES[said]}"
            yield f'<section class="by-people"><h2>{title}</h2>{cards}</section>'
    if words := elsewhere(workpaper):
        yield f'<p class="notes">{safe(words)}.</p>'


def _card(one: Accepted, workpaper: Workpaper, workings: Workings, places: Places) -> str:
    """An entry: of what, who, when and why, where, and the check it answers."""
    told = spoken(one, workpaper, places)
    changed = f": {told.changed}" if told.changed else ""
    place = name = ""
    if one.ref is not None:
        name = workings.named(one.ref)
        place = workings.at(one.ref)
    checks = "".join(workings.check(workpaper.checks[number]) for number in one.checks[:1])
    kind = "by-people" if one.standing == "holds" else "error"
    return (
        f'<details class="card {kind}" open><summary>{safe(told.sentence + changed)}</summary>'
        f'<div class="w"{name}><p class="said">{told.letter} {safe(told.answer)}</p>'
        f"{place}{checks}</div></details>"
    )

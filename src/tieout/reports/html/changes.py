"""The panel of changes: since the previous draft, and since the release before."""

from collections.abc import Iterable, Iterator

from tieout.model.check import Ref
from tieout.model.workpaper import Workpaper
from tieout.reports._places import Places
from tieout.reports._redraft import Moved, Redrafted, news, since
from tieout.reports.html.markup import safe
from tieout.reports.html.workings import Workings


def sections(workpaper: Workpaper, workings: Workings) -> Iterator[str]:
    """A section for each; none where nothing was compared."""
    if workpaper.redraft is not None:
        yield _redraft(Redrafted(workpaper, Places(workpaper)), workings)
    if workpaper.since is not None and workpaper.since.measures:
        yield _since(workpaper)


def _redraft(redrafted: Redrafted, workings: Workings) -> str:
    """The counts, and under them figures, ticks and findings."""
    lost = (
        f"<li>{workings.link(Ref(0, number), text)}: {safe(why)}</li>"
        for number, text, why in redrafted.lost()
    )
    return (
        f'<details class="notes" open><summary>Since the draft {safe(redrafted.name)}: '
        f"{safe(redrafted.counts())}</summary>"
        f"{_listed('Figures changed', map(_moved, redrafted.changed()))}"
        f"{_listed('Figures added', map(_moved, redrafted.added()))}"
        f"{_listed('Figures removed', map(_moved, redrafted.removed()))}"
        f"{_listed('Ticks lost', lost)}"
        f"{_listed('Findings fixed', (f'<li>{safe(words)}</li>' for words in redrafted.fixed()))}"
        "</details>"
    )


def _listed(title: str, lines: Iterable[str]) -> str:
    """A list under its heading; nothing for none."""
    held = "".join(lines)
    return f'<h4>{title}</h4><ul class="moves">{held}</ul>' if held else ""


def _moved(move: Moved) -> str:
    """A figure's old and new text, and where it stands."""
    was = f"<del>{safe(move.was)}</del>" if move.was else ""
    now = (
        f'<ins><a class="to" href="#f{move.figure}">{safe(move.now)}</a></ins>' if move.now else ""
    )
    arrow = " \u2192 " if was and now else ""
    return f"<li>{was}{arrow}{now} <span>{safe(move.where)}</span></li>"


def _since(workpaper: Workpaper) -> str:
    """Measures added, dropped and defined in other words."""
    assert workpaper.since is not None  # the caller has looked
    lines = []
    for one in workpaper.since.measures:
        words = f"<li>{safe(news(one))}"
        if one.news == "redefined":
            words += f"<br><del>{safe(one.was)}</del><br><ins>{safe(one.now)}</ins>"
        lines.append(f"{words}</li>")
    return (
        f'<details class="notes"><summary>{safe(since(workpaper))}</summary>'
        f'<ul class="moves">{"".join(lines)}</ul></details>'
    )

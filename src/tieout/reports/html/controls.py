"""The bar over the document: what is shown, the search, the keys. It needs the page's script."""

from collections import Counter

from tieout.model.check import Ending
from tieout.model.workpaper import Workpaper
from tieout.reports._accepted import answered
from tieout.reports._sections import coverage
from tieout.reports._words import ENDINGS, LEAD, SIGNS
from tieout.reports.html.markup import safe
from tieout.reports.html.procedures import used

_SHOWN: tuple[Ending, ...] = ("differs", "rounds", "not-tested", "agrees")
_KEYS = (
    ("n", "next"),
    ("p", "previous"),
    ("b", "back to where you came from"),
    ("/", "search figures and captions"),
    ("Esc", "close"),
)


def controls(workpaper: Workpaper) -> str:
    """The bar; the script shows it."""
    return (
        '<nav class="controls" aria-label="Figures">'
        f"{_outcomes(workpaper)}"
        f"{_select('rule', 'All rules', _rules(workpaper))}"
        f"{_select('part', 'All sections', _parts(workpaper))}"
        '<div class="search" role="search"><input type="search" id="search" placeholder="Search" '
        'aria-label="Search figures and captions" autocomplete="off" aria-controls="found">'
        '<div id="found" hidden></div></div>'
        f"{_keys()}"
        '<p class="count" role="status" aria-live="polite"></p></nav>\n'
    )


def _outcomes(workpaper: Workpaper) -> str:
    """A choice an outcome."""
    by_people = answered(workpaper)
    counts = Counter(workpaper.coverage)
    counts.subtract(workpaper.endings[number].outcome for number in by_people)
    shown = [("", "", "All", counts["figures"] - workpaper.coverage["excluded"])]
    shown += [(way, SIGNS[way], ENDINGS[way], counts[way]) for way in _SHOWN]
    if workpaper.leads:
        shown.insert(2, ("lead", LEAD, "leads", len(workpaper.leads)))
    if by_people:
        shown.append(("by-people", "", "by people", len(by_people)))
    choices = "".join(
        f'<input type="radio" name="only" id="only-{way or "all"}" value="{way}"'
        f"{'' if way else ' checked'}{'' if count else ' disabled'}>"
        f'<label for="only-{way or "all"}" class="{way}">{sign} {words} {count:,}</label>'
        for way, sign, words, count in shown
    )
    return f"<fieldset><legend>Show</legend>{choices}</fieldset>"


def _rules(workpaper: Workpaper) -> list[tuple[str, str]]:
    """Every rule that made a check."""
    return [(rule.code, f"{rule.code} {rule.name}") for rule in used(workpaper)]


def _parts(workpaper: Workpaper) -> list[tuple[str, str]]:
    """Every section with a figure that states something."""
    return [(str(number), one.title) for number, one in enumerate(coverage(workpaper))]


def _select(name: str, every: str, options: list[tuple[str, str]]) -> str:
    """A choice of one of them, or of all."""
    listed = "".join(f'<option value="{safe(one)}">{safe(told)}</option>' for one, told in options)
    return (
        f'<select id="{name}" aria-label="{every[4:].capitalize()}"><option value="">{every}'
        f"</option>{listed}</select>"
    )


def _keys() -> str:
    """The keys, and the way to turn them off, which speech input needs."""
    listed = "".join(f"<dt><kbd>{key}</kbd></dt><dd>{does}</dd>" for key, does in _KEYS)
    return (
        f'<details class="keys"><summary>Keys</summary><div><dl>{listed}</dl>'
        '<label><input type="checkbox" id="keys" checked> Single keys work</label></div></details>'
    )

"""The procedures of a workpaper: the legend of its tick marks, and every rule's page once."""

from collections import Counter
from collections.abc import Iterator

from markdown_it import MarkdownIt

from tieout.model.accepted import NAMES
from tieout.model.workpaper import Workpaper
from tieout.reports._accepted import LETTERS
from tieout.reports._accepted import MEANINGS as SAID
from tieout.reports._accepted import counts as by_people
from tieout.reports._words import ENDINGS, LEAD, LEAD_MEANING, MEANINGS, SIGNS, letters
from tieout.reports.html.markup import safe
from tieout.rules.base import Rule, all_rules

_CASES = "\n## Cases"
"""Where a page's worked cases begin: they are the rule's tests, many pages of them."""
_DEEPER = 1
"""A page's own headings stand a level deeper in the workpaper."""


def legend(workpaper: Workpaper) -> str:
    """The tick letters, and the signs beside them."""
    ticks = "".join(
        f"<dt>{safe(tick)}</dt><dd>{safe(meaning)}</dd>"
        for tick, meaning in letters(workpaper).items()
    )
    signs = "".join(
        f'<dt class="{way}">{SIGNS[way]}</dt><dd><b>{ENDINGS[way]}</b>: {MEANINGS[way]}</dd>'
        for way in ENDINGS
    )
    for said in by_people(workpaper):
        words = f"<b>{NAMES[said]}</b>: {SAID[said]}"
        signs += f'<dt class="by-people">{LETTERS[said]}</dt><dd>{words}</dd>'
    if workpaper.leads:
        signs += f'<dt class="lead">{LEAD}</dt><dd><b>lead</b>: {LEAD_MEANING}</dd>'
    return (
        '<details class="legend" id="legend"><summary><h2>Legend of tick marks</h2></summary>'
        f"<dl>{ticks}</dl><dl>{signs}</dl></details>"
    )


def procedures(workpaper: Workpaper) -> str:
    """The page of every rule that made a check, closed until it is asked for."""
    pages = "".join(_pages(workpaper))
    if not pages:
        return ""
    return (
        '<details class="procedures"><summary><h2>Procedures: a page for each rule</h2></summary>'
        f"{pages}</details>"
    )


def used(workpaper: Workpaper) -> list[Rule]:
    """The rules that made a check, in the order of their codes."""
    made = {check.rule for check in workpaper.checks}
    return [rule for rule in all_rules() if rule.code in made]


def _pages(workpaper: Workpaper) -> Iterator[str]:
    """The pages, each with how many checks its rule made."""
    counts = Counter(check.rule for check in workpaper.checks)
    reader = MarkdownIt("commonmark", {"html": False}).disable(["image", "autolink", "link"])
    for rule in used(workpaper):
        made = f"{counts[rule.code]:,} check{'' if counts[rule.code] == 1 else 's'}"
        yield (
            f'<details class="rule"><summary><b>{safe(rule.tick)}</b> {rule.code} '
            f"{rule.name} <span>{made}</span></summary>"
            f'<div id="{rule.code}" class="page" tabindex="-1">{_page(rule, reader)}</div>'
            "</details>"
        )


def _page(rule: Rule, reader: MarkdownIt) -> str:
    """A rule's page without its heading, which the summary is, and without its cases."""
    _, _, words = rule.page.read_text("utf-8").partition(_CASES)[0].partition("\n")
    tokens = reader.parse(words)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{int(token.tag[1:]) + _DEEPER}"
    return str(reader.renderer.render(tokens, reader.options, {}))

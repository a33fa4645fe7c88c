"""The head of the page: what the document is, how its figures ended, in all and by part."""

from collections import Counter
from collections.abc import Mapping

from tieout.model.check import Ending
from tieout.model.understanding import understanding
from tieout.model.workpaper import Workpaper
from tieout.reports._shares import percent
from tieout.reports._understood import warning
from tieout.reports._words import ENDINGS, MEANINGS, SIGNS, company, described, others
from tieout.reports.html.markup import safe
from tieout.reports.html.parts import counted_parts

_FEW = 16
"""Parts shown at once; more open at a click."""


def header(workpaper: Workpaper) -> str:
    """What the document is, what it was checked against, and how its figures ended."""
    subject = workpaper.subject
    against = "".join(f"<dt>against</dt><dd>{safe(words)}</dd>" for words in others(workpaper))
    return (
        f'<header class="head">{_warning(workpaper)}<p class="mark">tieout workpaper</p>'
        f"<h1>{safe(company(subject))}</h1><p>{safe(described(subject))}</p>"
        f"<dl><dt>document</dt><dd>{safe(subject.document.name)}</dd>"
        f"<dt>sha256</dt><dd><code>{safe(subject.document.sha256)}</code></dd>{against}</dl>"
        f"{_coverage(workpaper)}</header>\n"
    )


def _warning(workpaper: Workpaper) -> str:
    """That little or nothing was understood, and what not; nothing where most was."""
    of = understanding(workpaper)
    sentence = warning(of)
    if not sentence:
        return ""
    gaps = "".join(f"<li>{safe(gap)}</li>" for gap in of.gaps)
    return f'<div class="warned" role="alert"><b>! {safe(sentence)}.</b><ul>{gaps}</ul></div>'


def _coverage(workpaper: Workpaper) -> str:
    """The bar, and every count with its share."""
    counts = workpaper.coverage
    lines = "".join(
        f'<li class="{way}" title="{MEANINGS[way]}"><i>{SIGNS[way]}</i> <b>{counts[way]:,}</b> '
        f"{words} <span>{percent(counts[way], counts['figures'])}</span></li>"
        for way, words in ENDINGS.items()
    )
    return (
        f"{_bar(Counter({way: counts[way] for way in ENDINGS}))}"
        f'<ul class="counts"><li><b>{counts["figures"]:,}</b> figures</li>{lines}</ul>'
    )


def _bar(counts: Mapping[Ending, int]) -> str:
    """A bar of the counts; the widths are lengths of an SVG."""
    bars, start = [], 0
    for way in ENDINGS:
        if count := counts[way]:
            bars.append(f'<rect class="{way}" x="{start}" width="{count}" height="1"/>')
            start += count
    return (
        f'<svg class="bar" viewBox="0 0 {max(start, 1)} 1" preserveAspectRatio="none" '
        f'aria-hidden="true">{"".join(bars)}</svg>'
    )


def by_part(workpaper: Workpaper) -> str:
    """Every part of the document with a bar: how many of its figures were tested."""
    told = counted_parts(workpaper)
    if len(told) < 2:
        return ""
    rows = "".join(_row(number, part.title, counts) for number, part, counts in told)
    is_open = " open" if len(told) <= _FEW else ""
    head = "".join(
        f'<th scope="col">{word}</th>'
        for word in ("section", "how its figures end", "tested", "otherwise")
    )
    return (
        f'<details class="notes parts"{is_open}>'
        f"<summary><h2>Coverage of {len(told):,} sections</h2></summary>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></details>"
    )


def _row(number: int, title: str, counts: Counter[Ending]) -> str:
    """A part: its title, its bar without what is excluded, and its counts."""
    stating: Counter[Ending] = Counter(counts)
    del stating["excluded"]
    of = stating.total()
    ill = " ".join(
        f'<span class="{way}">{SIGNS[way]} {counts[way]:,}</span>'
        for way in ("differs", "rounds", "not-tested")
        if counts[way]
    )
    return (
        f'<tr><th scope="row"><a href="#p{number}">{safe(title)}</a></th><td>{_bar(stating)}</td>'
        f"<td>{of - counts['not-tested']:,} of {of:,}</td><td>{ill}</td></tr>"
    )

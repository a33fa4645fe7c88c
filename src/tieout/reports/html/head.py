"""The head of the page: what the document is, how its figures ended, in all and by part."""

from collections.abc import Iterator, Mapping

from tieout.model.accepted import NAMES
from tieout.model.understanding import understanding
from tieout.model.workpaper import Workpaper
from tieout.reports._accepted import LETTERS
from tieout.reports._accepted import MEANINGS as SAID
from tieout.reports._accepted import counts as by_people
from tieout.reports._bearings import others
from tieout.reports._ended import tallied
from tieout.reports._sections import Coverage, coverage
from tieout.reports._shares import percent
from tieout.reports._understood import warning
from tieout.reports._words import ENDINGS, MEANINGS, SIGNS, company, described
from tieout.reports.html.bar import bar
from tieout.reports.html.markup import safe

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
    counts = tallied(workpaper)
    lines = "".join(
        f'<li class="{way}" title="{MEANINGS[way]}"><i>{SIGNS[way]}</i> <b>{counts[way]:,}</b> '
        f"{words} <span>{percent(counts[way], counts['figures'])}</span></li>"
        for way, words in ENDINGS.items()
    )
    lines += "".join(
        f'<li class="by-people" title="{SAID[said]}"><i>{LETTERS[said]}</i> <b>{number:,}</b> '
        f"of these {NAMES[said]}</li>"
        for said, number in by_people(workpaper).items()
    )
    return (
        f"{bar(_ended(counts))}"
        f'<ul class="counts"><li><b>{counts["figures"]:,}</b> figures</li>{lines}</ul>'
    )


def _ended(counts: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """How figures ended, as the parts of a bar, those ticked by hand apart."""
    for way in ENDINGS:
        if way == "not-tested":
            yield "by-people", counts.get("ticked", 0)
        yield way, counts.get(way, 0)


def by_part(workpaper: Workpaper) -> str:
    """Every part of the document with a bar: how many of its figures were tested."""
    told = coverage(workpaper)
    if len(told) < 2:
        return ""
    rows = "".join(map(_row, told))
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


def _row(of: Coverage) -> str:
    """A section: its title, its bar without what is excluded, and its counts."""
    ill = " ".join(
        f'<span class="{way}">{SIGNS[way]} {of.counts[way]:,}</span>'
        for way in ("differs", "rounds", "not-tested")
        if of.counts[way]
    )
    if by_hand := of.counts["ticked"]:
        ill += f' <span class="by-people">{LETTERS["ticked"]} {by_hand:,}</span>'
    stating: dict[str, int] = {
        way: number for way, number in of.counts.items() if way != "excluded"
    }
    drawn = bar(_ended(stating))
    return (
        f'<tr><th scope="row"><a href="#p{of.part}">{safe(of.title)}</a></th><td>{drawn}</td>'
        f"<td>{of.tested:,} of {of.stated:,}</td><td>{ill}</td></tr>"
    )

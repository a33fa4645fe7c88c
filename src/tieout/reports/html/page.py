"""The page around the document: head, coverage, legend, filter, panel, workings."""

import base64
import hashlib
from pathlib import Path

from tieout.model.check import Ending
from tieout.model.understanding import understanding
from tieout.model.workpaper import Workpaper
from tieout.reports._accepted import LETTERS, NAMES
from tieout.reports._accepted import MEANINGS as SAID
from tieout.reports._accepted import counts as by_people
from tieout.reports._places import Places
from tieout.reports._shares import percent
from tieout.reports._understood import warning
from tieout.reports._words import (
    ENDINGS,
    LEAD,
    LEAD_MEANING,
    MEANINGS,
    SIGNS,
    company,
    counted,
    described,
    letters,
    others,
)
from tieout.reports.html import accepted, changes
from tieout.reports.html.document import Drawing
from tieout.reports.html.findings import Panel
from tieout.reports.html.markup import safe
from tieout.reports.html.workings import Workings

_FILTERS: tuple[Ending, ...] = ("differs", "rounds", "not-tested")


def page(workpaper: Workpaper) -> str:
    """The whole page."""
    style, script = _beside("style.css"), _beside("script.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    workings = Workings(workpaper, Places(workpaper))
    subject = workpaper.subject
    return "".join(
        (
            '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            '<meta name="referrer" content="no-referrer">\n',
            f"<title>{safe(subject.document.name)} \u2014 tieout workpaper</title>\n",
            f"<style>{style}</style></head><body>\n",
            '<a class="skip" href="#document">Skip to the document</a>\n',
            _header(workpaper),
            _filter(workpaper),
            '<main><section class="panel" aria-label="Findings">',
            accepted.notices(workpaper, workings),
            *Panel(workpaper, workings).sections(),
            *accepted.sections(workpaper, workings),
            *changes.sections(workpaper, workings),
            _legend(workpaper),
            '</section>\n<section id="document" class="document" aria-label="The document">\n',
            *Drawing(workpaper).sheets(),
            '</section></main>\n<section class="workings" aria-label="Workings">\n',
            *workings.all(),
            f"</section>\n{_footer(workpaper)}<script>{script}</script></body></html>\n",
        )
    )


def _beside(name: str) -> str:
    """A file that lies beside this module."""
    return Path(__file__).with_name(name).read_text("utf-8")


def _hash(source: str) -> str:
    """The source as a content security policy names it."""
    digest = hashlib.sha256(source.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _header(workpaper: Workpaper) -> str:
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
    """The bar, and every count with its share; the widths are lengths of an SVG."""
    counts = workpaper.coverage
    bars, start, ticked = [], 0, len(workpaper.ticked)
    for way in ENDINGS:
        bars.append(f'<rect class="{way}" x="{start}" width="{counts[way]}" height="1"/>')
        if way == "not-tested" and ticked:
            bars.append(f'<rect class="by-people" x="{start}" width="{ticked}" height="1"/>')
        start += counts[way]
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
        f'<svg class="bar" viewBox="0 0 {max(start, 1)} 1" preserveAspectRatio="none" '
        f'aria-hidden="true">{"".join(bars)}</svg>'
        f'<ul class="counts"><li><b>{counts["figures"]:,}</b> figures</li>{lines}</ul>'
    )


def _filter(workpaper: Workpaper) -> str:
    """Which figures stand out; the style sheet does it, so it works without a script."""
    counts = workpaper.coverage
    choices = [
        '<input type="radio" name="only" id="only-all" checked><label for="only-all">All</label>'
    ]
    for way in _FILTERS:
        off = "" if counts[way] else " disabled"
        words = f"{SIGNS[way]} {ENDINGS[way]} {counts[way]:,}"
        choices.append(
            f'<input type="radio" name="only" id="only-{way}"{off}>'
            f'<label for="only-{way}" class="{way}">{words}</label>'
        )
    if workpaper.leads:
        choices.append(
            '<input type="radio" name="only" id="only-lead"><label for="only-lead" class="lead">'
            f"{LEAD} leads {len(workpaper.leads):,}</label>"
        )
    keys = '<span class="keys"><kbd>n</kbd> next <kbd>p</kbd> previous <kbd>Esc</kbd> close</span>'
    if people := by_people(workpaper):
        choices.append(
            '<input type="radio" name="only" id="only-by-people">'
            '<label for="only-by-people" class="by-people">'
            f"by people {sum(people.values()):,}</label>"
        )
    fieldset = f"<fieldset><legend>Show</legend>{''.join(choices)}</fieldset>"
    return f'<nav class="filter">{fieldset}{keys}</nav>\n'


def _legend(workpaper: Workpaper) -> str:
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
        '<details class="legend"><summary>Legend of tick marks</summary>'
        f"<dl>{ticks}</dl><dl>{signs}</dl></details>"
    )


def _footer(workpaper: Workpaper) -> str:
    """What made the page."""
    checks = counted(len(workpaper.checks), "check")
    documents = counted(len(workpaper.releases), "document")
    return (
        f"<footer>tieout \u00b7 {checks} over {documents} \u00b7 "
        "this page fetches nothing and sends nothing</footer>\n"
    )

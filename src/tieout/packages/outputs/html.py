"""The package as one page that fetches nothing: what differs, and the matrix."""

import base64
import hashlib
from collections.abc import Iterator
from pathlib import Path

from tieout.model.package import Cell, Package, Row
from tieout.packages.outputs._words import MEANINGS, SIGNS, Finding, Words
from tieout.reports._words import counted
from tieout.reports.html.markup import safe


def render(package: Package) -> bytes:
    """The page, UTF-8."""
    return _page(package).encode("utf-8", "replace")


def _page(package: Package) -> str:
    """The whole page."""
    style = Path(__file__).with_name("html.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    words = Words(package)
    return "".join(
        (
            '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            '<meta name="referrer" content="no-referrer">\n',
            f"<title>{safe(words.title())} \u2014 tieout package</title>\n",
            f"<style>{style}</style></head><body>\n",
            _head(words),
            "<main>",
            _listed("What differs", words.findings()),
            _listed("Worth a look, not proven", words.leads()),
            *_matrix(words),
            *_alone(words),
            "</main>\n<footer><p>tieout \u00b7 this page fetches nothing and sends nothing</p>"
            "</footer></body></html>\n",
        )
    )


def _head(words: Words) -> str:
    """Whose documents they are, what they are, and how they stand to one another."""
    documents = "".join(f"<li>{safe(one)}</li>" for one in words.documents())
    state = "differs" if words.package.causes else "agrees"
    return (
        f'<header class="head"><p class="mark">tieout package</p><h1>{safe(words.title())}</h1>'
        f'<ul class="documents">{documents}</ul>'
        f'<p class="state {state}">{safe(words.summary())}</p></header>\n'
    )


def _listed(title: str, findings: list[Finding]) -> str:
    """Findings or leads under their title; nothing for none."""
    if not findings:
        return ""
    items = "".join(_finding(finding) for finding in findings)
    return f"<section><h2>{title}</h2><ol>{items}</ol></section>\n"


def _finding(finding: Finding) -> str:
    """A finding with its figures, each beside what the others state."""
    lines = "".join(
        f"<tr><th scope='row'>{safe(caption)}</th>"
        f"<td class='odd'><b>{safe(odd.text)}</b><i>{safe(odd.where)}</i></td>"
        f"<td><b>{safe(other.text)}</b><i>{safe(other.where)}</i></td></tr>"
        for caption, odd, other in finding.figures
    )
    why = f'<p class="why">{safe(finding.why)}</p>' if finding.why else ""
    return (
        f'<li class="{finding.severity}"><h3>{safe(finding.title)}</h3>'
        f'<div class="wide"><table>{lines}</table></div>{why}</li>'
    )


def _matrix(words: Words) -> Iterator[str]:
    """Every figure that more than one document states, a row each."""
    package = words.package
    if not package.rows:
        return
    names = "".join(
        f'<th scope="col"><span>{number}</span> {safe(one.document.name)}</th>'
        for number, one in enumerate(package.releases, 1)
    )
    keys = "".join(
        f'<li><b class="{standing or "none"}">{SIGNS[standing]}</b> {safe(meaning)}</li>'
        for standing, meaning in MEANINGS.items()
    )
    yield '<section><h2>Figures in more than one document</h2><ul class="keys">'
    yield f'{keys}</ul><div class="wide"><table class="matrix"><thead><tr><th></th>{names}</tr>'
    yield "</thead><tbody>"
    for row in package.rows:
        yield _row(words, row)
    yield "</tbody></table></div></section>\n"


def _row(words: Words, row: Row) -> str:
    """A row of the matrix."""
    name = "headline " if row.is_headline else ""
    cells = "".join(_cell(words, number, cell) for number, cell in enumerate(row.cells))
    return (
        f'<tr class="{name}{row.standing}"><th scope="row"><b>{SIGNS[row.standing]}</b> '
        f"{safe(words.caption(row))}</th>{cells}</tr>"
    )


def _cell(words: Words, document: int, cell: Cell) -> str:
    """What a document states in a row, and where; or why it states nothing."""
    if not cell.figures:
        return f'<td class="none">{SIGNS[""]}<i>{safe(cell.why)}</i></td>'
    texts = ", ".join(
        f'<b class="{"differs" if is_odd else "agrees"}">{safe(text)}</b>'
        for text, is_odd in words.texts(document, cell).items()
    )
    why = f"; {cell.why}" if cell.why else ""
    return (
        f'<td class="{cell.standing}"><b>{SIGNS[cell.standing]}</b> {texts}'
        f"<i>{safe(words.places(document, cell) + why)}</i></td>"
    )


def _alone(words: Words) -> Iterator[str]:
    """What each document states alone."""
    package = words.package
    if not any(package.alone):
        return
    yield "<section><h2>Stated in one document only</h2>"
    for document, release in enumerate(package.releases):
        told = words.alone(document)
        if told:
            lines = "".join(f"<li>{safe(one)}</li>" for one in told)
            name = f"{release.document.name}: {counted(len(told), 'figure')}"
            yield f"<details><summary>{safe(name)}</summary><ul>{lines}</ul></details>"
    yield "</section>\n"
